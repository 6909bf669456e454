// What is to be changed of all that differs, what is left as drift, and what is remembered before and after.
import { appliedTraits, isSame, retiredThings, type Compared, type Pictures } from './compare';
import type { Picture, Thing, Traits } from './picture';

/** A thing to make, or traits of it to set. */
export interface Change {
  readonly thing: Thing;
  readonly isMissing: boolean;
  readonly traits: Traits;
}

/** Upgrades always; what was changed by hand only when mending. */
export function changesIn(compared: readonly Compared[], mend: boolean): Change[] {
  return compared.flatMap(({ thing, standing, differences }): Change[] => {
    if (standing === 'new' || (standing === 'gone' && mend)) return [{ thing, isMissing: true, traits: thing.traits }];
    const chosen = differences.filter(({ verdict }) => verdict === 'upgrade' || mend);
    return chosen.length === 0
      ? []
      : [{ thing, isMissing: false, traits: Object.fromEntries(chosen.map(({ trait, wanted }) => [trait, wanted])) }];
  });
}

/**
 * What to remember while the changes are under way: nothing about what they touch. A run that is cut off in the middle of a change then leaves
 * something that counts as not yet upgraded, not as changed by hand.
 */
export function memoryBefore(applied: Picture, changes: readonly Change[]): Picture {
  const touched = new Map(changes.flatMap((change) => [change.thing.key, ...(change.thing.formerKeys ?? [])].map((key) => [key, change])));
  return Object.fromEntries(
    Object.entries(applied).flatMap(([key, traits]) => {
      const change = touched.get(key);
      if (change === undefined) return [[key, traits]];
      return change.isMissing ? [] : [[key, without(traits, Object.keys(change.traits))]];
    })
  );
}

/** What to remember when they are done: what is as it should be now, what drift was before it, and what an earlier version made. */
export function memoryAfter(things: readonly Thing[], { present, applied }: Pictures, changes: readonly Change[]): Picture {
  const kept = retiredThings(things, applied).map((key) => [key, applied?.[key] ?? {}] as const);
  const known = things.flatMap((thing) => {
    const change = changes.find((one) => one.thing.key === thing.key);
    const traits = change?.isMissing === true ? thing.traits : traitsAfter(thing, { present, applied }, change);
    return traits === undefined ? [] : [[thing.key, traits] as const];
  });
  return Object.fromEntries([...kept, ...known]);
}

function traitsAfter(thing: Thing, { present, applied }: Pictures, change: Change | undefined): Traits | undefined {
  const standing = present[thing.key];
  const before = appliedTraits(thing, applied);
  if (standing === undefined) return before;
  return Object.fromEntries(
    Object.entries(thing.traits).flatMap(([trait, wanted]) => {
      if (change?.traits[trait] !== undefined || isSame(standing[trait], wanted)) return [[trait, wanted]];
      return before?.[trait] === undefined ? [] : [[trait, before[trait]]];
    })
  );
}

function without(traits: Traits, names: readonly string[]): Traits {
  return Object.fromEntries(Object.entries(traits).filter(([name]) => !names.includes(name)));
}
