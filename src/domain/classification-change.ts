// What a classification changes since the last decision: which aspects have another level, and whether anything differs at all (H45).
import { aspects, type Aspect, type Classification, type Profile } from './classification';
import { canonicalJson } from './hash';

/** The aspects whose level is another than before, in their order. */
export function changedAspects(now: Profile, before: Profile): readonly Aspect[] {
  return aspects.filter((aspect) => now[aspect] !== before[aspect]);
}

/** Whether class, answers and version of the model are those that were decided last. */
export function isUnchanged(now: Classification, before: Classification): boolean {
  const isSameClass = changedAspects(now.profile, before.profile).length === 0;
  return isSameClass && now.model === before.model && canonicalJson(now.answers) === canonicalJson(before.answers);
}

/** Whether some aspect is `serious`, the highest level, where the head of the förvaltning is told (domain.md 5.3). */
export function isSerious(profile: Profile): boolean {
  return aspects.some((aspect) => profile[aspect] === 'serious');
}
