// The service's state as a file: written whole or not at all, and put back only where nothing is lost by it.
import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Contents } from './service-state';
import { StateRecord } from './state-record';

/** The first line of the file. A later format is one this version does not know. */
const Head = z.strictObject({ format: z.literal('varna-state'), version: z.int(), takenAt: z.iso.datetime() });
const formatVersion = 1;

/** The last line: a file that was cut off has none. */
const End = z.strictObject({ end: z.literal(true), records: z.int() });

/**
 * Writes JSON lines to `file`, readable by its owner alone: it holds personal data. A backup that was there before is replaced when the new one is
 * whole on disk, not earlier. Gives how many records it holds.
 */
export async function writeBackup(contents: Contents, { file, now }: { readonly file: string; readonly now: Date }): Promise<number> {
  const records = await contents.all();
  const head = { format: 'varna-state', version: formatVersion, takenAt: now.toISOString() };
  const lines = [head, ...records, { end: true, records: records.length }].map((line) => `${JSON.stringify(line)}\n`);
  const part = `${file}.${randomUUID()}.part`;
  try {
    await writeDurably(part, lines.join(''));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
  return records.length;
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The new name is durable too. Windows has no such thing for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

/** Why nothing was restored. `line` is counted from one. */
export type RestoreFault =
  | { readonly reason: 'not-a-backup' | 'cut-off' | 'state-not-empty' }
  | { readonly reason: 'later-format'; readonly version: number }
  | { readonly reason: 'unreadable-line' | 'repeated-line'; readonly line: number };

export type Restored = { readonly ok: true; readonly records: number; readonly added: number } | ({ readonly ok: false } & RestoreFault);

/**
 * Puts back what the file holds. Everything in the state must stand in the file just as it is there: the state is empty, has been restored from the
 * same file, or was being so when it was cut off, which this then completes. Throws when the file or the state cannot be reached.
 */
export async function restoreBackup(contents: Contents, file: string): Promise<Restored> {
  const reading = readRecords(await readFile(file, 'utf8'));
  if (!reading.ok) return reading;
  const wanted = new Map(reading.records.map((record) => [JSON.stringify(record), record]));
  const there = (await contents.all()).map((record) => JSON.stringify(record));
  if (there.some((record) => !wanted.has(record))) return { ok: false, reason: 'state-not-empty' };
  for (const record of there) wanted.delete(record);
  await contents.add([...wanted.values()]);
  return { ok: true, records: reading.records.length, added: wanted.size };
}

type RecordsRead = { readonly ok: true; readonly records: readonly StateRecord[] } | ({ readonly ok: false } & RestoreFault);

function readRecords(text: string): RecordsRead {
  const [first = '', ...rest] = text.split('\n');
  const head = Head.safeParse(jsonOf(first));
  if (!head.success) return { ok: false, reason: 'not-a-backup' };
  if (head.data.version > formatVersion) return { ok: false, reason: 'later-format', version: head.data.version };
  // The last line ends with a line break, after which there is nothing.
  const end = End.safeParse(jsonOf(rest.at(-2) ?? ''));
  const lines = rest.slice(0, -2);
  if (!end.success || rest.at(-1) !== '' || end.data.records !== lines.length) return { ok: false, reason: 'cut-off' };
  return recordsOf(lines);
}

function recordsOf(lines: readonly string[]): RecordsRead {
  const records = new Map<string, StateRecord>();
  for (const [index, line] of lines.entries()) {
    const read = StateRecord.safeParse(jsonOf(line));
    if (!read.success) return { ok: false, reason: 'unreadable-line', line: index + 2 };
    const identity = identityOf(read.data);
    if (records.has(identity)) return { ok: false, reason: 'repeated-line', line: index + 2 };
    records.set(identity, read.data);
  }
  return { ok: true, records: [...records.values()] };
}

/** What a state has one of. A command waits or is settled, and a notice is sent or not. */
function identityOf(record: StateRecord): string {
  switch (record.kind) {
    case 'waiting-command':
    case 'settled-command':
      return `command ${record.command}`;
    case 'unsent-notice':
    case 'sent-notice':
      return `notice ${record.id}`;
    case 'conversation':
      return `conversation ${record.personId}`;
    case 'language':
      return `language ${record.person}`;
    case 'shown-card':
      return `card ${record.conversationId} ${record.reference}`;
    case 'job':
      return `job ${record.job}`;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
