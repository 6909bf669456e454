// What assets depend on: who needs whom, and that nothing needs itself the whole way round.
import type { Asset } from './asset';

/** What each asset needs, by number. An asset that is not among the keys needs nothing. */
export type Needs = ReadonlyMap<string, readonly string[]>;

/** The shortest way from an asset back to itself: every number passed, the first and the last the same. `undefined` when there is none. */
export function circleThrough(start: string, needs: Needs): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const waiting = [start];
  for (const at of waiting) {
    for (const next of needs.get(at) ?? []) {
      if (next === start) return [...wayTo(at, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      waiting.push(next);
    }
  }
  return undefined;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let at = cameFrom.get(end); at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return way;
}

/** The assets that depend on this one directly. One that is done with depends on nothing any more. */
export function neededBy(reference: string, assets: readonly Asset[]): readonly Asset[] {
  return assets.filter(({ needs, state }) => state !== 'decommissioned' && state !== 'cancelled' && needs?.includes(reference) === true);
}
