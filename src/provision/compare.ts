// The three-way comparison: what the schema wants, what is there, and what was last applied, thing by thing and trait by trait.
import type { Picture, Thing, Trait, Traits } from './picture';

/**
 * `upgrade`: the schema has changed, or it is not known what was applied. `drift`: somebody has changed it by hand since it was applied.
 * `wanted`, `present` and `applied` are the values; `applied` is absent when nothing is remembered.
 */
export interface Difference {
  readonly trait: string;
  readonly verdict: 'upgrade' | 'drift';
  readonly wanted: Trait;
  readonly present: Trait | undefined;
  readonly applied: Trait | undefined;
}

/** `new`: never made. `gone`: made once and taken away by hand. */
export interface Compared {
  readonly thing: Thing;
  readonly standing: 'right' | 'new' | 'gone' | 'differs';
  readonly differences: readonly Difference[];
}

export interface Pictures {
  readonly present: Picture;
  /** Absent on a site from before it was remembered, and for a list that is new. */
  readonly applied: Picture | undefined;
}

export function compare(things: readonly Thing[], { present, applied }: Pictures): Compared[] {
  return things.map((thing): Compared => {
    const standing = present[thing.key];
    const remembered = appliedTraits(thing, applied);
    if (standing === undefined) return { thing, standing: remembered === undefined ? 'new' : 'gone', differences: [] };
    const differences = differencesOf(thing.traits, standing, remembered);
    return { thing, standing: differences.length === 0 ? 'right' : 'differs', differences };
  });
}

/** What is remembered of the thing, under its own key or one that it had before. */
export function appliedTraits({ key, formerKeys = [] }: Thing, applied: Picture | undefined): Traits | undefined {
  const known = [key, ...formerKeys].find((one) => applied?.[one] !== undefined);
  return known === undefined ? undefined : applied?.[known];
}

/** Things that an earlier version made and this one does not have. */
export function retiredThings(things: readonly Thing[], applied: Picture | undefined): string[] {
  const wanted = things.flatMap(({ key, formerKeys = [] }) => [key, ...formerKeys]);
  return Object.keys(applied ?? {}).filter((key) => !wanted.includes(key));
}

function differencesOf(wanted: Traits, present: Traits, applied: Traits | undefined): Difference[] {
  return Object.entries(wanted)
    .filter(([trait, value]) => !isSame(present[trait], value))
    .map(([trait, value]) => {
      const before = applied?.[trait];
      const verdict = before === undefined || isSame(present[trait], before) ? 'upgrade' : 'drift';
      return { trait, verdict, wanted: value, present: present[trait], applied: before };
    });
}

export function isSame(a: Trait | undefined, b: Trait | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
