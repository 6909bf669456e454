// The daily anchor: what the latest entry of every chain was, kept in a chain of its own, so that entries taken from an end can be named (design 4, docs/decisions/0014).
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { textHash } from './hash';
import type { LogRow } from './chain';
import { genesisHash, type HashOf, type LogEntry } from './log';
import { municipalTimeZone } from './reference-number';

/** The one aggregate that all anchors are entries of. */
export const anchorAggregate = 'A-0001';

/** The latest entry of an aggregate. `at` is UTC. */
export type Head = Pick<LogEntry, 'aggregate' | 'sequence' | 'at' | 'hash'>;
export type Heads = ReadonlyMap<string, Head>;

const headLine = /^(\S+):([1-9]\d*) (\S+) ([\da-f]{64})$/;

/**
 * What one entry of the anchors says. A day's anchor is one or more entries, and the last of them `closes` it: with `upTo`, the highest row number that was
 * looked at, with how many aggregates have been anchored so far in all, and with the digest over the heads of them all. `heads` are those that have changed
 * since they were last anchored, a line each (`T-2026-0001:3 2026-11-23T14:40:00Z <hash>`): a long log is read again in a moment.
 */
const Anchor = z.strictObject({
  day: z.iso.date(),
  heads: z.array(z.string().regex(headLine)).readonly(),
  closes: z.strictObject({ upTo: z.int().min(0), aggregates: z.int().min(0), digest: z.string().length(64) }).exactOptional()
});
export type Anchor = Readonly<z.infer<typeof Anchor>>;

/** An anchor in the row that it stands in. */
export interface StandingAnchor {
  readonly row: LogRow;
  readonly anchor: Anchor;
}

/** The anchors among the rows of `anchorAggregate`, in order. One that somebody has altered says nothing that counts. */
export function anchorsIn(rows: readonly LogRow[], hashOf: HashOf): readonly StandingAnchor[] {
  const sound = rows.flatMap((row) => {
    const anchor = hashOf(row) === row.hash ? anchorOf(row.state) : undefined;
    return anchor === undefined ? [] : [{ row, anchor }];
  });
  return sound.sort((a, b) => a.row.sequence - b.row.sequence);
}

function anchorOf(state: string): Anchor | undefined {
  const read = Anchor.safeParse(JSON.parse(state));
  return read.success ? read.data : undefined;
}

/** The Swedish calendar day of a time (UTC, ISO 8601). */
export function anchorDay(at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(municipalTimeZone).toPlainDate().toString();
}

function lineOf({ aggregate, sequence, at, hash }: Head): string {
  return `${aggregate}:${sequence} ${at} ${hash}`;
}

/** What a line of an anchor says. Throws on one that is none. */
export function headIn(line: string): Head {
  const [, aggregate, sequence, at, hash] = headLine.exec(line) ?? [];
  if (aggregate === undefined || at === undefined || hash === undefined) throw new Error('A line of an anchor says no head.');
  return { aggregate, sequence: Number(sequence), at, hash };
}

/** What the heads were when the last of these anchors, in order, was made. */
export function anchoredHeads(anchors: readonly Pick<Anchor, 'heads'>[]): Heads {
  const heads = new Map<string, Head>();
  for (const anchor of anchors) {
    for (const line of anchor.heads) {
      const head = headIn(line);
      heads.set(head.aggregate, head);
    }
  }
  return heads;
}

/** One text for all heads, whatever order they are in. */
export function digestOver(heads: Heads): string {
  return textHash([...heads.values()].map(lineOf).sort().join('\n'));
}

/** A head's line is at most some 120 characters, and a cell of SharePoint holds 63,999. */
const mostHeads = 400;

export interface AnchorOptions {
  readonly day: string;
  /** What has been anchored before. */
  readonly known: Heads;
  /** Entries in the order they were made. */
  readonly entries: readonly Linked[];
  readonly upTo: number;
}

/** An entry, and the hash that it was sealed to. */
type Linked = Head & Pick<LogEntry, 'previousHash'>;

/** The entries that anchor what is new in these, in order. What does not follow from what is known is not anchored: a check names it. */
export function anchorsOf({ day, known, entries, upTo }: AnchorOptions): readonly Anchor[] {
  const changed = new Map<string, Head>();
  for (const { aggregate, sequence, at, hash, previousHash } of entries) {
    const before = changed.get(aggregate) ?? known.get(aggregate);
    const follows = sequence === (before?.sequence ?? 0) + 1 && previousHash === (before?.hash ?? genesisHash);
    const head = { aggregate, sequence, at, hash };
    if (follows && aggregate !== anchorAggregate && headLine.test(lineOf(head))) changed.set(aggregate, head);
  }
  const all = new Map([...known, ...changed]);
  const closes = { upTo, aggregates: all.size, digest: digestOver(all) };
  const parts = partsOf([...changed.values()].map(lineOf).sort());
  return parts.map((heads, part) => ({ day, heads, ...(part === parts.length - 1 && { closes }) }));
}

/** A part at least: a day on which nothing happened is anchored too. */
function partsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const count = Math.max(1, Math.ceil(lines.length / mostHeads));
  return Array.from({ length: count }, (_, part) => lines.slice(part * mostHeads, (part + 1) * mostHeads));
}
