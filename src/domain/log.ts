// The record's log: what an entry says, how it is sealed to the one before, and how a chain is checked (H13).
import { z } from 'zod';
import { contentHash, type Json } from './hash';

export const eventCodes = [
  'incident-reported',
  'incident-acknowledged',
  'report-stopped',
  'asset-registered',
  'asset-changed',
  'asset-submitted',
  'asset-class-decided',
  'classification-submitted',
  'classification-decided',
  'classification-returned',
  'classification-replaced',
  'decisions-delegated',
  'delegation-ended'
] as const;
export type EventCode = (typeof eventCodes)[number];

/** The hash that stands before the first entry of an aggregate. */
export const genesisHash = '0'.repeat(64);

/**
 * One entry. `aggregate` is the reference number it is about and `sequence` counts its entries from 1; `<aggregate>:<sequence>` is unique.
 * `command` is the key made when the form was shown, unique as well: a repeated submit is found by it.
 * `at` is UTC, ISO 8601, whole seconds. `state` is the whole state after the event, so the latest entry alone can rebuild the item.
 * `actorId` is the Entra object id, or `none` where the law wants nobody named (säkerhetsskydd stop, H52).
 */
export const LogEntry = z.object({
  aggregate: z.string().min(1),
  sequence: z.int().min(1),
  command: z.string().min(1),
  event: z.enum(eventCodes),
  at: z.iso.datetime(),
  actorId: z.string().min(1),
  actorName: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  state: z.record(z.string(), z.unknown()),
  previousHash: z.string().length(64),
  hash: z.string().length(64)
});
export type LogEntry = Readonly<z.infer<typeof LogEntry>>;

/** An entry before it is sealed. */
export type Unsealed = Omit<LogEntry, 'hash'>;

/** The entry with its own hash over everything it says, the hash before it included. */
export function seal(entry: Unsealed): LogEntry {
  return { ...entry, hash: entryHash(entry) };
}

export function entryKey({ aggregate, sequence }: Pick<LogEntry, 'aggregate' | 'sequence'>): string {
  return `${aggregate}:${sequence}`;
}

export type ChainFault = 'altered' | 'missing' | 'broken-link';

/** A place where a chain does not hold. */
export interface ChainDeviation {
  readonly aggregate: string;
  readonly sequence: number;
  readonly at: string;
  readonly fault: ChainFault;
}

/** Checks one aggregate's entries, given in order of sequence. A removed tail is not seen here; the item's own sequence and the daily anchor show it. */
export function chainDeviations(entries: readonly LogEntry[]): ChainDeviation[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    const fault = faultOf(entry, before);
    return fault === undefined ? [] : [{ aggregate: entry.aggregate, sequence: entry.sequence, at: entry.at, fault }];
  });
}

function faultOf(entry: LogEntry, before: LogEntry | undefined): ChainFault | undefined {
  if (entry.sequence !== (before?.sequence ?? 0) + 1) return 'missing';
  if (entry.hash !== entryHash(entry)) return 'altered';
  if (entry.previousHash !== (before?.hash ?? genesisHash)) return 'broken-link';
  return undefined;
}

function entryHash({ hash, ...said }: Unsealed & { readonly hash?: string }): string {
  return contentHash(JSON.parse(JSON.stringify(said)) as Json);
}
