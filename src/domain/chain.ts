// The log's chains held against themselves: quickly over what is as it was sealed, carefully over what is not (H13).
import { canonicalJson, type Json } from './hash';
import type { Deviation, Fault } from './log-check';
import { genesisHash, type HashOf, type WrittenEntry } from './log';

/**
 * A row of the log, its texts as they stand. `key` is what the list knows the row by. `isShownRight`: what the row shows beside its entry (key, title,
 * series) is what it was given when it was written. `author` is the site's number of whoever made the row, where it was read.
 */
export interface LogRow extends WrittenEntry {
  readonly id: number;
  readonly key: string;
  readonly isShownRight: boolean;
  readonly author?: number | undefined;
}

/** One aggregate's latest entry, and its sequence. `holds`: nothing in its chain deviates, so it can be built upon. */
export interface Chain {
  readonly sequence: number;
  readonly last: LogRow;
  readonly holds: boolean;
}

export interface Chains {
  readonly byAggregate: ReadonlyMap<string, Chain>;
  readonly deviations: readonly Deviation[];
}

/** A check that takes the rows as they are read: a long log is gone through while each page of it is still at hand. */
export interface ChainCheck {
  /** In the order the rows were made. */
  readonly add: (rows: readonly LogRow[]) => void;
  /** A removed tail is not seen here: the item, or the anchor, shows it. */
  readonly outcome: () => Chains;
}

export function chainCheck(hashOf: HashOf): ChainCheck {
  const all: LogRow[] = [];
  const chains = new Map<string, Followed>();
  return {
    add: (rows) => {
      for (const row of rows) {
        all.push(row);
        follow(chains, row, hashOf);
      }
    },
    outcome: () => {
      const suspects = new Set([...chains].flatMap(([aggregate, { holds }]) => (holds ? [] : [aggregate])));
      return suspects.size === 0 ? { byAggregate: chains, deviations: [] } : examined(all, { chains, suspects, hashOf });
    }
  };
}

interface Followed extends Chain {
  sequence: number;
  last: LogRow;
  holds: boolean;
}

/** The quick way: whether the entry follows from the one before is all that is asked. */
function follow(chains: Map<string, Followed>, row: LogRow, hashOf: HashOf): void {
  const chain = chains.get(row.aggregate);
  const holds = isNext(row, chain?.last) && row.isShownRight && isAsSealed(row, hashOf);
  if (chain === undefined) chains.set(row.aggregate, { sequence: row.sequence, last: row, holds });
  else {
    chain.sequence = row.sequence;
    chain.last = row;
    chain.holds &&= holds;
  }
}

function isNext({ sequence, previousHash }: LogRow, before: LogRow | undefined): boolean {
  return sequence === (before?.sequence ?? 0) + 1 && previousHash === (before?.hash ?? genesisHash);
}

/**
 * That the text put together has the hash says that every part of it is what was sealed: each but the state is one JSON text, so no part can run over into
 * the next. A state that does not stand as canonical JSON, as in rows of earlier versions, is brought to that form first.
 */
function isAsSealed(entry: LogRow, hashOf: HashOf): boolean {
  return hashOf(entry) === entry.hash || hashOf(inCanonicalForm(entry)) === entry.hash;
}

/** A state that says a name twice, or that no JSON of ours looks like, is left as it stands. */
export function inCanonicalForm<E extends WrittenEntry>(entry: E): E {
  try {
    const said = JSON.parse(entry.state) as Json;
    return JSON.stringify(said) === entry.state ? { ...entry, state: canonicalJson(said) } : entry;
  } catch {
    return entry;
  }
}

/** An entry at the place it was written for: by its key when its own numbers are not what was sealed. */
interface Placed {
  readonly entry: LogRow;
  readonly aggregate: string;
  readonly sequence: number;
  readonly isWell: boolean;
}

interface Suspicion {
  readonly chains: ReadonlyMap<string, Chain>;
  readonly suspects: ReadonlySet<string>;
  readonly hashOf: HashOf;
}

/** Goes carefully through the chains in which something is amiss, and those that an entry of theirs was written for. */
function examined(rows: readonly LogRow[], { chains, suspects, hashOf }: Suspicion): Chains {
  const placed = placedOf(rows, suspects, hashOf);
  const others = new Set(placed.map(({ aggregate }) => aggregate).filter((aggregate) => !suspects.has(aggregate)));
  const byAggregate = new Map([...chains].filter(([aggregate]) => !suspects.has(aggregate)));
  const deviations: Deviation[] = [];
  for (const [aggregate, chain] of grouped([...placed, ...placedOf(rows, others, hashOf)])) {
    const found = deviationsIn(chain, hashOf);
    deviations.push(...found);
    byAggregate.set(aggregate, { ...lastOf(chain), holds: found.length === 0 });
  }
  return { byAggregate, deviations };
}

function placedOf(rows: readonly LogRow[], aggregates: ReadonlySet<string>, hashOf: HashOf): Placed[] {
  return rows.filter(({ aggregate }) => aggregates.has(aggregate)).map((row) => place(row, hashOf));
}

function place(entry: LogRow, hashOf: HashOf): Placed {
  const isSealed = isAsSealed(entry, hashOf);
  const [, aggregate = entry.aggregate, sequence = entry.sequence] = (isSealed ? null : /^(.+):([1-9]\d*)$/.exec(entry.key)) ?? [];
  return { entry, aggregate, sequence: Number(sequence), isWell: isSealed && entry.isShownRight };
}

type Group = [Placed, ...Placed[]];

function grouped(placed: readonly Placed[]): ReadonlyMap<string, Readonly<Group>> {
  const chains = new Map<string, Group>();
  for (const entry of placed) {
    const chain = chains.get(entry.aggregate);
    if (chain === undefined) chains.set(entry.aggregate, [entry]);
    else chain.push(entry);
  }
  for (const chain of chains.values()) chain.sort(bySequence);
  return chains;
}

/** Of two with the same sequence first the one that is as it was sealed, and of two such the one that was made first. */
function bySequence(a: Placed, b: Placed): number {
  return a.sequence - b.sequence || Number(b.isWell) - Number(a.isWell) || a.entry.id - b.entry.id;
}

function lastOf(chain: Readonly<Group>): Pick<Chain, 'sequence' | 'last'> {
  const latest = chain.at(-1)?.sequence;
  const { sequence, entry } = chain.find((placed) => placed.sequence === latest) ?? chain[0];
  return { sequence, last: entry };
}

function deviationsIn(chain: Readonly<Group>, hashOf: HashOf): Deviation[] {
  let before: Placed | undefined;
  return chain.flatMap((placed) => {
    const faults = faultsOf(placed, before, hashOf);
    if (!faults.includes('inserted') && !faults.includes('unreadable')) before = placed;
    const { aggregate, sequence, entry } = placed;
    return faults.map((fault) => ({ aggregate, sequence, at: entry.at, fault }));
  });
}

function faultsOf({ entry, sequence, isWell }: Placed, before: Placed | undefined, hashOf: HashOf): readonly Fault[] {
  if (!Number.isInteger(sequence) || sequence < 1) return ['unreadable'];
  if (sequence === before?.sequence) return ['inserted'];
  const altered = isWell ? [] : (['altered'] as const);
  if (sequence !== (before?.sequence ?? 0) + 1) return ['missing', ...altered];
  if (!isWell) return altered;
  if (!isSealedTo(entry, before?.entry, hashOf)) return ['broken-link'];
  return before !== undefined && entry.id < before.entry.id ? ['out-of-order'] : [];
}

/** Where somebody altered the hash of the entry before, this one is still sealed to what that entry says. */
function isSealedTo({ previousHash }: LogRow, before: LogRow | undefined, hashOf: HashOf): boolean {
  if (before === undefined) return previousHash === genesisHash;
  return previousHash === before.hash || previousHash === hashOf(inCanonicalForm(before));
}
