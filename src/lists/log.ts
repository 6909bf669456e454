// The log in the list Händelselogg: appended to, never changed; of two writers one wins on the unique key (design 4).
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import { z } from 'zod';
import { entryKey, LogEntry } from '../domain/log';
import { laterNumber } from '../domain/reference-number';
import { eventChoices, logList } from '../schema/log';
import { exactText, json, moment, word } from './cells';
import { logCells } from './log-rows';
import { listOf, rawRow, readRows, stateOf, type Row, type RowShape } from './rows';
import { isSharePointError, SharePointError } from './sharepoint-error';

type Appended = 'appended' | 'key-taken' | 'command-known';

/** Fits the port `Log` of the workflows. */
export interface ListLog {
  readonly latest: (aggregate: string) => Promise<LogEntry | undefined>;
  readonly entry: (aggregate: string, sequence: number) => Promise<LogEntry | undefined>;
  readonly byCommand: (command: string) => Promise<LogEntry | undefined>;
  readonly latestNumber: (prefix: string) => Promise<string | undefined>;
  readonly highestAppended: (prefix: string) => string | undefined;
  readonly append: (entry: LogEntry) => Promise<Appended>;
}

/** The log of this site. Everything throws on an entry that is not what the schema says: nothing may be built on it. */
export function logRegister(sp: SPFI): ListLog {
  const thousands = new Map<string, number>();
  const highest = new Map<string, string>();
  return {
    latest: (aggregate) => newest(sp, 'Referens', aggregate),
    entry: (aggregate, sequence) => newest(sp, logRows.key, entryKey({ aggregate, sequence })),
    byCommand: (command) => newest(sp, 'Kommando', command),
    latestNumber: (prefix) => latestNumber(sp, prefix, thousands),
    highestAppended: (prefix) => highest.get(prefix),
    append: async (entry) => {
      const outcome = await append(sp, entry);
      if (outcome === 'appended' && entry.sequence === 1) noteHighest(highest, entry.aggregate);
      return outcome;
    }
  };
}

function noteHighest(highest: Map<string, string>, number: string): void {
  const prefix = number.slice(0, number.lastIndexOf('-') + 1);
  highest.set(prefix, laterNumber(highest.get(prefix) ?? number, number));
}

/** All entries, or those of one aggregate, in the order they were appended. */
export function readLog(sp: SPFI, aggregate?: string): Promise<Row<LogEntry>[]> {
  return readRows(sp, logRows, ...(aggregate === undefined ? [] : [{ column: 'Referens', value: aggregate }]));
}

/** Of the entries with this text in the column, the one appended last. An aggregate's entries are appended in order of sequence, so that is its latest. */
async function newest(sp: SPFI, column: string, value: string): Promise<LogEntry | undefined> {
  const row = await rawRow(sp, logRows, { column, value });
  return row && stateOf(logRows, row);
}

/** Asked for together as long as it is not known which thousand a series has come to. */
const thousandsAtFirst = 4;

/** Goes through the year a thousand numbers at a time, from the one it had come to last. Within one, numbers are given in order, so the newest is the highest. */
async function latestNumber(sp: SPFI, prefix: string, thousands: Map<string, number>): Promise<string | undefined> {
  const known = thousands.get(prefix);
  const isFull = (reference: string | undefined): boolean => reference?.endsWith('999') === true;
  let latest: string | undefined;
  const count = known === undefined ? thousandsAtFirst : 1;
  for (let first = known ?? 0; ; first += count) {
    const asked = Array.from({ length: count }, (_, index) => newest(sp, 'Nummerserie', `${prefix}${first + index}`));
    const found = (await Promise.all(asked)).flatMap((entry) => (entry === undefined ? [] : [entry.aggregate]));
    latest = found.at(-1) ?? latest;
    if (found.length > 0) thousands.set(prefix, first + found.length - 1);
    if (found.length < count || !isFull(latest)) return latest;
  }
}

const mostTries = 3;

/** A create is never repeated blindly: after a refusal or a lost answer the log is asked what stands there. */
async function append(sp: SPFI, entry: LogEntry): Promise<Appended> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (await isCreated(sp, entry)) return 'appended';
    const standing = await standingOf(sp, entry);
    if (standing !== undefined) return standing;
  }
  throw new SharePointError(`Entry ${entryKey(entry)} was turned away from the log ${mostTries} times, and nothing stands in its place.`, {
    reason: 'unavailable'
  });
}

/** False when it was refused for the sake of a unique column, or when no answer came. */
async function isCreated(sp: SPFI, entry: LogEntry): Promise<boolean> {
  try {
    await listOf(sp, logList).items.add(logRows.cells(entry));
    return true;
  } catch (error) {
    if (isSharePointError(error, 'conflict', 'unavailable')) return false;
    throw error;
  }
}

/** An entry with our own hash is ours, written by an attempt whose answer was lost. */
async function standingOf(sp: SPFI, entry: LogEntry): Promise<Appended | undefined> {
  const sameCommand = await newest(sp, 'Kommando', entry.command);
  if (sameCommand !== undefined) return sameCommand.hash === entry.hash ? 'appended' : 'command-known';
  return (await newest(sp, logRows.key, entryKey(entry))) === undefined ? undefined : 'key-taken';
}

/** Texts are taken exactly: the hash is over every character. */
const LogRow = z.object({
  Referens: z.string(),
  Sekvens: z.number(),
  Kommando: z.string(),
  Handelse: word(eventChoices),
  Tid: moment,
  Aktor: z.string(),
  Aktorsnamn: exactText,
  Fran: exactText,
  Till: exactText,
  Skal: exactText,
  Tillstand: json,
  ForegaendeAvtryck: z.string(),
  Avtryck: z.string()
});

const logRows: RowShape<LogEntry> = {
  list: logList,
  key: 'Nyckel',
  read: (row) => {
    const cells = LogRow.parse(row);
    return LogEntry.parse({
      aggregate: cells.Referens,
      sequence: cells.Sekvens,
      command: cells.Kommando,
      event: cells.Handelse,
      at: cells.Tid,
      actorId: cells.Aktor,
      actorName: cells.Aktorsnamn,
      from: cells.Fran,
      to: cells.Till,
      reason: cells.Skal,
      state: cells.Tillstand,
      previousHash: cells.ForegaendeAvtryck,
      hash: cells.Avtryck
    });
  },
  cells: logCells,
  people: () => ({})
};
