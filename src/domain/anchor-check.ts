// The log held against its anchors: what they know and the log no longer has, or has otherwise, and days of which none stands (design 4).
import { Temporal } from 'temporal-polyfill';
import { anchorAggregate, anchoredHeads, anchorsIn, digestOver, headIn, type Head, type StandingAnchor } from './anchor';
import type { Chain, LogRow } from './chain';
import { entryKey, type HashOf } from './log';
import type { Deviation, Fault } from './log-check';

export interface AnchorCheck {
  readonly rows: readonly LogRow[];
  readonly chains: ReadonlyMap<string, Chain>;
  readonly hashOf: HashOf;
  /** The Swedish calendar day of the check; that day's own anchor may not have been made yet. */
  readonly today: string;
  /** Entries of the anchors that earlier checks have seen. */
  readonly witnessed: readonly Head[];
}

export function anchorDeviations({ rows, chains, hashOf, today, witnessed }: AnchorCheck): readonly Deviation[] {
  const anchors = anchorsIn(
    rows.filter(({ aggregate }) => aggregate === anchorAggregate),
    hashOf
  );
  const claims = [...anchors.flatMap(({ anchor }) => anchor.heads.map(headIn)), ...witnessed];
  return [...claimDeviations(claims, rows, chains), ...daysWithout(anchors, today), ...wrongDigest(anchors, chains.get(anchorAggregate))];
}

/** What is claimed and does not stand: of each aggregate the first entry that is another than claimed, or the last that is gone from its end. */
function claimDeviations(claims: readonly Head[], rows: readonly LogRow[], chains: AnchorCheck['chains']): readonly Deviation[] {
  const standing = hashesOf(claims, rows);
  const found = new Map<string, Deviation>();
  for (const claim of claims) {
    const fault = faultOf(claim, standing.get(entryKey(claim)), chains.get(claim.aggregate));
    const before = found.get(claim.aggregate);
    if (fault === undefined || (before !== undefined && !isToldRather(fault, claim, before))) continue;
    found.set(claim.aggregate, { aggregate: claim.aggregate, sequence: claim.sequence, at: claim.at, fault });
  }
  return [...found.values()];
}

function hashesOf(claims: readonly Head[], rows: readonly LogRow[]): ReadonlyMap<string, string> {
  const keys = new Set(claims.map(entryKey));
  const hashes = new Map<string, string>();
  for (const row of rows) {
    const key = entryKey(row);
    if (keys.has(key)) hashes.set(key, row.hash);
  }
  return hashes;
}

/** Where the chain itself does not hold it is told there, unless its end is gone. */
function faultOf(claim: Head, hash: string | undefined, chain: Chain | undefined): Fault | undefined {
  if (chain === undefined) return 'all-missing';
  if (claim.sequence > chain.sequence) return 'tail-missing';
  return chain.holds && hash !== claim.hash ? 'not-as-anchored' : undefined;
}

function isToldRather(fault: Fault, { sequence }: Head, before: Deviation): boolean {
  if (fault !== before.fault) return fault === 'not-as-anchored';
  return fault === 'not-as-anchored' ? sequence < before.sequence : sequence > before.sequence;
}

/** From the first anchor to the day before today. */
function daysWithout(anchors: readonly StandingAnchor[], today: string): readonly Deviation[] {
  const closed = anchors.filter(({ anchor }) => anchor.closes !== undefined);
  return closed.flatMap(({ row, anchor }, index) => {
    const until = closed[index + 1]?.anchor.day ?? today;
    const sequence = closed[index + 1]?.row.sequence ?? row.sequence + 1;
    return daysBetween(anchor.day, until).map((at) => ({ aggregate: anchorAggregate, sequence, at, fault: 'day-without-anchor' as const }));
  });
}

function daysBetween(after: string, before: string): readonly string[] {
  const first = Temporal.PlainDate.from(after).add({ days: 1 });
  const count = first.until(before, { largestUnit: 'day' }).days;
  return Array.from({ length: Math.max(0, count) }, (_, days) => first.add({ days }).toString());
}

/** The latest anchor alone: each earlier one was checked on its day, and its digest is sealed with the rest of it. Where an anchor is gone, that is told. */
function wrongDigest(anchors: readonly StandingAnchor[], chain: Chain | undefined): readonly Deviation[] {
  const latest = anchors.filter(({ anchor }) => anchor.closes !== undefined).at(-1);
  if (latest === undefined || chain?.holds !== true) return [];
  const heads = anchoredHeads(anchors.slice(0, anchors.indexOf(latest) + 1).map(({ anchor }) => anchor));
  if (digestOver(heads) === latest.anchor.closes?.digest) return [];
  const { sequence, at } = latest.row;
  return [{ aggregate: anchorAggregate, sequence, at, fault: 'not-as-anchored' }];
}
