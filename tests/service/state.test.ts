// The service's own state: whose a key is, what is forgotten and when, and that it is all there after a restart.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteState } from '../../src/service/state/sqlite-state';
import type { GivenCommand, Settlement } from '../../src/service/state/service-state';
import { people } from '../workflows/memory-context';

const folder = mkdtempSync(path.join(tmpdir(), 'varna-'));
afterAll(() => rmSync(folder, { recursive: true }));

const receivedAt = '2026-11-23T14:40:00.000Z';
const takeUpAt = '2026-11-23T14:40:30.000Z';
const given: GivenCommand = { command: 'c1', name: 'report-incident', actor: people.employee.id, input: { a: 1 }, receivedAt, takeUpAt };
const settlement: Settlement = { command: 'c1', outcome: 'done', at: takeUpAt, notices: [], forgetActor: false };
const waiting = { command: 'c1', name: given.name, actor: given.actor, input: given.input, receivedAt, attempts: 0 };

test('a key belongs to one person and one kind of command, also after it was settled', async () => {
  const { inbox } = openSqliteState(':memory:');
  expect(await inbox.put(given)).toBe('kept');
  expect(await inbox.put(given)).toBe('kept');
  await inbox.settle(settlement);
  expect(await inbox.put({ ...given, actor: people.stranger.id })).toBe('foreign-key');
  expect(await inbox.put({ ...given, name: 'stop-report' })).toBe('foreign-key');
});

test('a command is due when it was not settled in time, and no sooner', async () => {
  const { inbox } = openSqliteState(':memory:');
  await inbox.put(given);
  expect(await inbox.due(receivedAt)).toEqual([]);
  expect(await inbox.nextDue()).toBe(takeUpAt);
  expect(await inbox.due(takeUpAt)).toEqual([waiting]);
  await inbox.settle(settlement);
  expect(await inbox.due(takeUpAt)).toEqual([]);
  expect(await inbox.nextDue()).toBeUndefined();
});

test('what was settled and sent is forgotten after its time; what waits never is', async () => {
  const { inbox } = openSqliteState(':memory:');
  await inbox.put(given);
  await inbox.put({ ...given, command: 'c2' });
  await inbox.settle(settlement);
  await inbox.forget('2026-11-23T14:40:30.000Z');
  expect(await inbox.put({ ...given, actor: people.stranger.id })).toBe('foreign-key');
  await inbox.forget('2027-11-23T14:40:31.000Z');
  expect(await inbox.put({ ...given, actor: people.stranger.id })).toBe('kept');
  expect((await inbox.due(takeUpAt)).map(({ command }) => command)).toContain('c2');
});

test('somebody who is told in two capacities is told twice, and once in each', async () => {
  const { inbox, outbox, conversations } = openSqliteState(':memory:');
  const notice = { kind: 'incident-reported', to: people.it.id, reference: 'I-2026-0001', incidentKind: 'other' } as const;
  const notices = [
    { ...notice, receiver: 'it' },
    { ...notice, receiver: 'nearest-manager' }
  ] as const;
  const conversation = { personId: people.it.id, serviceUrl: 'https://x.example', conversationId: 'a:1', tenantId: 't', botId: '28:b' };
  await conversations.remember(conversation);
  await inbox.put(given);
  await inbox.settle({ ...settlement, notices });
  await inbox.settle({ ...settlement, notices });
  expect((await outbox.due(takeUpAt)).map((outgoing) => outgoing.notice)).toEqual(notices);
  expect(await conversations.of(people.it.id)).toEqual(conversation);
});

test('everything is there after a restart, in a file that its owner alone may read', async () => {
  const file = path.join(folder, 'state.sqlite');
  const before = openSqliteState(file);
  await before.inbox.put(given);
  await before.conversations.setLanguage(people.employee.id, 'fi');
  await before.close();
  const after = openSqliteState(file);
  expect(await after.inbox.due(takeUpAt)).toEqual([waiting]);
  expect(await after.conversations.languageOf(people.employee.id)).toBe('fi');
  await after.close();
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
});
