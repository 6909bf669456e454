// Chance that can be had again: the same seed gives the same plan of kills, faults and texts.

export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <V>(from: readonly V[]) => V;
  /** True so often: 0 is never, 1 always. */
  readonly happens: (probability: number) => boolean;
  /** Another chance with a course of its own, so that what one part draws does not move what another is given. */
  readonly branch: () => Chance;
}

/** `seed` is a whole number. The generator is mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: <V>(from: readonly V[]): V => from[Math.floor(next() * from.length)] as V,
    happens: (probability) => next() < probability,
    branch: () => chanceFrom(Math.floor(next() * 2 ** 32))
  };
}
