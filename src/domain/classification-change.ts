// What a classification changes since the last decision: which aspects have another level, and whether anything differs at all (H45).
import { aspects, type Aspect, type Classification, type Profile } from './classification';
import { canonicalJson, type Json } from './hash';

/** The aspects whose level is another than before, in their order. */
export function changedAspects(now: Profile, before: Profile): readonly Aspect[] {
  return aspects.filter((aspect) => now[aspect] !== before[aspect]);
}

/** Whether class, answers, what was raised or lowered, and version of the model are those that were decided last. */
export function isUnchanged(now: Classification, before: Classification): boolean {
  const isSameClass = changedAspects(now.profile, before.profile).length === 0;
  return isSameClass && now.model === before.model && canonicalJson(saidIn(now)) === canonicalJson(saidIn(before));
}

function saidIn({ answers, sets = [], adjustments = [] }: Classification): Json {
  return {
    answers,
    sets: sets.map(({ set, answers: given }) => ({ set, answers: given })),
    adjustments: adjustments.map(({ aspect, level }) => ({ aspect, level }))
  };
}

/** Whether some aspect is `serious`, the highest level, where the head of the förvaltning is told (domain.md 5.3). */
export function isSerious(profile: Profile): boolean {
  return aspects.some((aspect) => profile[aspect] === 'serious');
}
