// The line organisation as a tree: nämnd, förvaltning, enhet (H02, H31).
import type { Unit } from './person';

/** A unit's code and those of all beneath it, also where the list says that two are above one another. */
export function codesBeneath(code: string, units: readonly Unit[]): ReadonlySet<string> {
  const codes = new Set([code]);
  for (let before = 0; before < codes.size; ) {
    before = codes.size;
    for (const unit of units) if (unit.parent !== undefined && codes.has(unit.parent)) codes.add(unit.code);
  }
  return codes;
}

export interface PlacedUnit {
  readonly unit: Unit;
  /** How many are above it. */
  readonly depth: number;
}

/** Each unit once, below the one it belongs to. Those whose parent is not in the list stand on top, and so does the first of those that are above one another. */
export function inTreeOrder(units: readonly Unit[]): readonly PlacedUnit[] {
  const known = new Set(units.map(({ code }) => code));
  const placed = new Map<string, PlacedUnit>();
  const place = (unit: Unit, depth: number): void => {
    if (placed.has(unit.code)) return;
    placed.set(unit.code, { unit, depth });
    for (const beneath of units) if (beneath.parent === unit.code) place(beneath, depth + 1);
  };
  for (const unit of units) if (unit.parent === undefined || !known.has(unit.parent)) place(unit, 0);
  for (const unit of units) place(unit, 0);
  return [...placed.values()];
}
