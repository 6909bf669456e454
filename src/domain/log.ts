// The record's log: what an entry says, how it is sealed to the one before, and how a chain is checked (H13).
import { z } from 'zod';
import { handlingEvents } from './handling';
import { canonicalText, recordAsJson, textHash } from './hash';

export const eventCodes = [
  'incident-reported',
  'exercise-reported',
  'incident-acknowledged',
  ...handlingEvents,
  'report-stopped',
  'asset-registered',
  'asset-changed',
  'asset-submitted',
  'asset-class-decided',
  'asset-decommission-started',
  'asset-decommissioned',
  'asset-cancelled',
  'classification-submitted',
  'classification-decided',
  'classification-returned',
  'classification-inquiry-answered',
  'classification-commented',
  'classification-withdrawn',
  'classification-replaced',
  'decisions-delegated',
  'delegation-ended',
  'log-anchored',
  'legal-rules-changed',
  'track-opened',
  'track-decider-named',
  'track-knowledge-corrected',
  'track-assessed',
  'track-decided',
  'track-opinion-given',
  'track-consulted',
  'track-sheet-written',
  'track-report-sent',
  'track-receipt-kept',
  'track-incident-handled',
  'track-informing-decided',
  'track-closed',
  'measure-added',
  'measure-proposed',
  'measure-decided',
  'measure-declined',
  'measure-changed',
  'measure-done',
  'measure-checked',
  'measure-dropped',
  'measure-readers-changed',
  'requirements-answered',
  'requirements-sent',
  'inventory-opened',
  'unit-asked',
  'unit-answered',
  'inventory-closed',
  'change-proposed',
  'change-accepted',
  'change-declined',
  'yearly-task-done',
  'yearly-task-undone'
] as const;
export type EventCode = (typeof eventCodes)[number];

/** The hash that stands before the first entry of an aggregate. */
export const genesisHash = '0'.repeat(64);

/**
 * One entry. `aggregate` is the reference number it is about and `sequence` counts its entries from 1; `<aggregate>:<sequence>` is unique.
 * `command` is the key made when the form was shown, unique as well: a repeated submit is found by it.
 * `at` is UTC, ISO 8601, whole seconds. `state` is the whole state after the event, so the latest entry alone can rebuild the item.
 * `actorId` is the Entra object id, `none` where the law wants nobody named (säkerhetsskydd stop, H52), or `service` for what the service does by itself.
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
  return { ...entry, hash: entryHash({ ...entry, state: recordAsJson(entry.state) }) };
}

/** Something of the record together with the entry of the log that it shows; without one in a row that an earlier version wrote. */
export interface Recorded<S> {
  readonly state: S;
  readonly entry?: Pick<LogEntry, 'sequence' | 'hash'>;
}

export function entryKey({ aggregate, sequence }: Pick<LogEntry, 'aggregate' | 'sequence'>): string {
  return `${aggregate}:${sequence}`;
}

/** An entry as a list keeps it: its state as JSON, and what stands for its event. */
export interface WrittenEntry extends Omit<LogEntry, 'state' | 'event'> {
  readonly event: string;
  readonly state: string;
}

/** Canonical, so that whoever verifies the log can take the hash over the text as it stands. */
export function written({ state, ...said }: LogEntry): WrittenEntry {
  return { ...said, state: recordAsJson(state) };
}

/** All that an entry says but its own hash. */
export type Sealable = Omit<WrittenEntry, 'hash'>;

/** The hash of an entry whose state is canonical JSON. Whoever has a quicker way than `entryHash` gives it along. */
export type HashOf = (entry: Sealable) => string;

export const entryHash: HashOf = (entry) => textHash(sealedText(entry));

/** An entry as it was sealed: `text` is what the fingerprint `hash` (SHA-256) is over. */
export interface SealedEntry {
  readonly aggregate: string;
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly text: string;
}

/** What the hash is over: the canonical JSON of everything the entry says, put together from its parts. The state must be canonical JSON. */
export function sealedText(entry: Sealable): string {
  const text = canonicalText;
  // One template: a text that is put together in steps is gone through once more for each of them.
  return `{"actorId":"${text(entry.actorId)}","actorName":"${text(entry.actorName)}","aggregate":"${text(entry.aggregate)}","at":"${text(
    entry.at
  )}","command":"${text(entry.command)}","event":"${text(entry.event)}","from":"${text(entry.from)}","previousHash":"${text(
    entry.previousHash
  )}","reason":"${text(entry.reason)}","sequence":${entry.sequence},"state":${entry.state},"to":"${text(entry.to)}"}`;
}
