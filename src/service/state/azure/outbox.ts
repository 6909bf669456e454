// The outbox in an Azure Storage table: a notice's own row, while it waits a row that gives its place, and a row for each person in somebody's hand.
import { z } from 'zod';
import type { Announcement, Claim, HeldNotices, NextAttempt, Outbox, OutgoingNotice } from '../service-state';
import { ConversationRecord } from '../state-record';
import { NoticeRow, noticeWrites } from './inbox';
import { keys } from './keys';
import { mostWrites, untilWritten, type Row, type Rows, type Write } from './rows';
import type { WakeUps } from './wake-ups';

/** As many as one person is told before others have their turn. */
const mostAtOnce = 50;

const UnsentRow = z.object({ id: z.string(), person: z.string() });
const HoldRow = z.object({ person: z.string(), until: z.string(), attempts: z.int() });
type HoldRow = z.infer<typeof HoldRow>;

export function outboxIn(rows: Rows, wakeUps: WakeUps): Outbox {
  return {
    put: (announcement) => put(rows, wakeUps, announcement),
    take: (claim) => take(rows, wakeUps, claim),
    nextDue: () => nextDue(rows),
    sent: (id, sentAt) => sent(rows, id, sentAt),
    release: (held, next) => release(rows, wakeUps, held, next)
  };
}

function put(rows: Rows, wakeUps: WakeUps, { key, at, notices }: Announcement): Promise<void> {
  return untilWritten(async () => {
    const writes = await noticeWrites(rows, { command: key, at, notices });
    for (let written = 0; written < writes.length; written += mostWrites)
      if ((await rows.write(writes.slice(written, written + mostWrites))) === 'in-the-way') return 'in-the-way';
    if (writes.length > 0) wakeUps.ringForTheNext(at);
    return undefined;
  });
}

/** A place in the queue: the moment stands in its key (keys.ts). */
interface Place {
  readonly at: string;
  readonly id: string;
  readonly person: string;
}

async function take(rows: Rows, wakeUps: WakeUps, claim: Claim): Promise<HeldNotices | undefined> {
  const holds = await holdsByPerson(rows);
  for (const person of await peopleWaiting(rows, claim.now)) {
    const hold = holds.get(person);
    if ((hold !== undefined && hold.value.until > claim.now) || !(await isReached(rows, person))) continue;
    const held: HoldRow = { person, until: claim.until, attempts: hold?.value.attempts ?? 0 };
    if ((await rows.write([holdWrite(held, hold)])) === 'in-the-way') continue;
    wakeUps.ring(claim.until);
    const notices = await noticesTo(rows, person, claim.now);
    if (notices.length > 0) return { ...held, notices };
    // Whoever had the person in hand sent them all just before.
    await release(rows, wakeUps, { ...held, notices }, undefined);
  }
  return undefined;
}

async function nextDue(rows: Rows): Promise<string | undefined> {
  const holds = await holdsByPerson(rows);
  const times: string[] = [];
  const seen = new Set<string>();
  for await (const { person, at } of places(rows)) {
    if (seen.has(person)) continue;
    seen.add(person);
    const until = holds.get(person)?.value.until ?? at;
    if (await isReached(rows, person)) times.push(until > at ? until : at);
  }
  return times.sort()[0];
}

async function* places(rows: Rows): AsyncIterable<Place> {
  const momentLength = '2026-01-01T00:00:00.000Z'.length;
  for await (const { key, value } of rows.list('unsent:', UnsentRow)) {
    yield { ...value, at: key.slice('unsent:'.length, 'unsent:'.length + momentLength) };
  }
}

async function peopleWaiting(rows: Rows, now: string): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  for await (const { person, at } of places(rows)) {
    if (at > now) break;
    people.add(person);
  }
  return people;
}

async function holdsByPerson(rows: Rows): Promise<ReadonlyMap<string, Row<HoldRow>>> {
  const holds = new Map<string, Row<HoldRow>>();
  for await (const row of rows.list('hold:', HoldRow)) holds.set(row.value.person, row);
  return holds;
}

async function isReached(rows: Rows, person: string): Promise<boolean> {
  return (await rows.get(keys.conversation(person), ConversationRecord)) !== undefined;
}

function holdWrite(value: HoldRow, before: Row<HoldRow> | undefined): Write {
  const key = keys.hold(value.person);
  return before === undefined ? { kind: 'create', key, value } : { kind: 'replace', key, value, version: before.version };
}

async function noticesTo(rows: Rows, person: string, now: string): Promise<readonly OutgoingNotice[]> {
  const notices: OutgoingNotice[] = [];
  for await (const place of places(rows)) {
    if (place.at > now || notices.length === mostAtOnce) break;
    if (place.person !== person) continue;
    const row = await rows.get(keys.notice(place.id), NoticeRow);
    if (row?.value.kind === 'unsent-notice') notices.push({ id: place.id, notice: row.value.notice });
  }
  return notices;
}

function sent(rows: Rows, id: string, sentAt: string): Promise<void> {
  return untilWritten(async () => {
    const row = await rows.get(keys.notice(id), NoticeRow);
    if (row?.value.kind !== 'unsent-notice') return undefined;
    const { key, version, value: unsent } = row;
    const value = { kind: 'sent-notice', id, person: unsent.notice.to, sentAt };
    const written = await rows.write([
      { kind: 'replace', key, version, value },
      { kind: 'remove', key: keys.unsent(unsent) }
    ]);
    return written === 'written' ? undefined : written;
  });
}

async function release(rows: Rows, wakeUps: WakeUps, { person, until }: HeldNotices, next: NextAttempt | undefined): Promise<void> {
  const hold = await rows.get(keys.hold(person), HoldRow);
  if (hold?.value.until !== until) return;
  if (next === undefined) return rows.removeUnchanged(hold);
  await rows.write([holdWrite({ person, until: next.at, attempts: next.attempts }, hold)]);
  wakeUps.ring(next.at);
}
