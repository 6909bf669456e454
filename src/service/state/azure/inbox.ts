// The inbox in an Azure Storage table: a command's own row, and while it waits a row that says when it is due.
import { z } from 'zod';
import type { Claim, GivenCommand, Inbox, Settlement, WaitingCommand } from '../service-state';
import { SentRecord, SettledRecord, unsentOf, UnsentRecord, WaitingRecord, type Telling } from '../state-record';
import { keys } from './keys';
import { mostWrites, untilWritten, type Row, type Rows, type Write } from './rows';
import type { WakeUps } from './wake-ups';

export const CommandRow = z.discriminatedUnion('kind', [WaitingRecord, SettledRecord]);
export const NoticeRow = z.discriminatedUnion('kind', [UnsentRecord, SentRecord]);

/** `command` and when it is next to be taken in hand. */
export const DueRow = z.object({ command: z.string(), takeUpAt: z.string() });

export function inboxIn(rows: Rows, wakeUps: WakeUps): Inbox {
  return {
    put: (given) => put(rows, wakeUps, given),
    take: (claim) => take(rows, wakeUps, claim),
    nextDue: async () => {
      const times: string[] = [];
      for await (const { value } of rows.list('due:', DueRow)) times.push(value.takeUpAt);
      return times.sort()[0];
    },
    postpone: async (held, { attempts, at }) => {
      const row = await waitingRow(rows, held.command);
      if (row?.value.takeUpAt !== held.takeUpAt) return;
      await rows.write(changed(row, { attempts, takeUpAt: at }));
      wakeUps.ring(at);
    },
    settle: (settlement) => settle(rows, wakeUps, settlement),
    forget: (settledBefore) => forget(rows, settledBefore)
  };
}

function put(rows: Rows, wakeUps: WakeUps, given: GivenCommand): ReturnType<Inbox['put']> {
  const { command: id, name, actor, input, receivedAt, takeUpAt } = given;
  const key = keys.command(id);
  const value = { kind: 'waiting-command', command: id, name, actor, input, receivedAt, takeUpAt, attempts: 0 };
  const due: Write = { kind: 'create', key: keys.due(given), value: dueOf(given) };
  return untilWritten(async () => {
    const row = await rows.get(key, CommandRow);
    if (row !== undefined && (row.value.name !== given.name || (row.value.actor ?? given.actor) !== given.actor)) return 'foreign-key';
    if (row?.value.kind === 'waiting-command') return 'waiting';
    const command: Write = row === undefined ? { kind: 'create', key, value } : { kind: 'replace', key, value, version: row.version };
    if ((await rows.write([command, due])) === 'in-the-way') return 'in-the-way';
    wakeUps.ring(given.takeUpAt);
    return 'kept';
  });
}

/** Whoever writes first has it; the others go on to the next. */
async function take(rows: Rows, wakeUps: WakeUps, { now, until }: Claim): Promise<WaitingCommand | undefined> {
  for await (const { value: due } of rows.list('due:', DueRow)) {
    if (due.takeUpAt > now) continue;
    const row = await waitingRow(rows, due.command);
    if (row === undefined || row.value.takeUpAt > now) continue;
    if ((await rows.write(changed(row, { takeUpAt: until }))) === 'in-the-way') continue;
    wakeUps.ring(until);
    const { kind: _kind, ...waiting } = row.value;
    return { ...waiting, takeUpAt: until };
  }
  return undefined;
}

type WaitingRow = Row<z.infer<typeof WaitingRecord>>;

async function waitingRow(rows: Rows, command: string): Promise<WaitingRow | undefined> {
  const row = await rows.get(keys.command(command), CommandRow);
  return row?.value.kind === 'waiting-command' ? { ...row, value: row.value } : undefined;
}

function changed(row: WaitingRow, change: { readonly attempts?: number; readonly takeUpAt: string }): readonly Write[] {
  const value = { ...row.value, ...change };
  return [
    { kind: 'replace', key: row.key, value, version: row.version },
    { kind: 'put', key: keys.due(value), value: dueOf(value) }
  ];
}

export function dueOf({ command, takeUpAt }: z.infer<typeof DueRow>): z.infer<typeof DueRow> {
  return { command, takeUpAt };
}

/** Notices beyond what one transaction takes go before: should it end there the command still waits, and its repeat tells nobody twice. */
function settle(rows: Rows, wakeUps: WakeUps, settlement: Settlement): Promise<void> {
  return untilWritten(async () => {
    const row = await rows.get(keys.command(settlement.command), CommandRow);
    if (row === undefined) throw new Error('The command that was settled is not in the state.');
    const writes = [...(await noticeWrites(rows, settlement)), ...settledWrites(row, settlement)];
    while (writes.length > mostWrites) if ((await rows.write(writes.splice(0, mostWrites))) === 'in-the-way') return 'in-the-way';
    if ((await rows.write(writes)) === 'in-the-way') return 'in-the-way';
    if (settlement.notices.length > 0) wakeUps.ringForTheNext(settlement.at);
    return undefined;
  });
}

/** What is to be written for those notices that are not there yet. */
export async function noticeWrites(rows: Rows, told: Telling): Promise<Write[]> {
  const there = new Set<string>();
  if (told.notices.length > 0) for await (const { key } of rows.list(keys.notice(`${told.command} `), NoticeRow)) there.add(key);
  return unsentOf(told)
    .filter(({ id }) => !there.has(keys.notice(id)))
    .flatMap((unsent) => [
      { kind: 'create', key: keys.notice(unsent.id), value: unsent },
      { kind: 'create', key: keys.unsent(unsent), value: { id: unsent.id, person: unsent.notice.to } }
    ]);
}

function settledWrites({ key, version, value }: Row<z.infer<typeof CommandRow>>, settlement: Settlement): Write[] {
  const { command, name, actor, receivedAt } = value;
  const { outcome, at: settledAt, forgetActor } = settlement;
  const settled = { kind: 'settled-command', command, name, ...(!forgetActor && { actor }), receivedAt, outcome, settledAt };
  const replaced: Write = { kind: 'replace', key, version, value: settled };
  return value.kind === 'waiting-command' ? [replaced, { kind: 'remove', key: keys.due(value) }] : [replaced];
}

/** A command that is given again meanwhile stays. */
async function forget(rows: Rows, settledBefore: string): Promise<void> {
  for await (const row of rows.list('command:', CommandRow))
    if (row.value.kind === 'settled-command' && row.value.settledAt < settledBefore) await rows.removeUnchanged(row);
  for await (const row of rows.list('notice:', NoticeRow))
    if (row.value.kind === 'sent-notice' && row.value.sentAt < settledBefore) await rows.removeUnchanged(row);
}
