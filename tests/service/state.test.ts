// The service's own state, the same on both keepings: whose a key is, in whose hand things are, what is forgotten, and that it is all there afterwards.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Notice } from '../../src/domain/notice';
import type { GivenCommand, HeldNotices, ServiceState, Settlement } from '../../src/service/state/service-state';
import { openSqliteState } from '../../src/service/state/sqlite/state';
import { people } from '../workflows/memory-context';
import { azuriteStartMilliseconds } from './azurite';
import { keepingKinds, startKeepings, type Keepings } from './keepings';

const receivedAt = '2026-11-23T14:40:00.000Z';
const takeUpAt = '2026-11-23T14:40:30.000Z';
const later = '2026-11-23T14:41:00.000Z';
const claim = { now: takeUpAt, until: later };

const given: GivenCommand = { command: 'c1', name: 'report-incident', actor: people.employee.id, input: { a: 1 }, receivedAt, takeUpAt };
const settlement: Settlement = { command: 'c1', outcome: 'done', at: takeUpAt, notices: [], forgetActor: false };

const shownCard = { conversationId: '19:team@thread.tacv2', reference: 'I-2026-0001', activityId: '1:2', says: 'received' };

let keepings: Keepings;
beforeAll(async () => {
  keepings = await startKeepings(() => new Date(receivedAt));
}, azuriteStartMilliseconds);
afterEach(() => keepings.close());
afterAll(() => keepings.stop());

function noticeTo(to: string, reference: string): Notice {
  return { kind: 'incident-registered', to, reference };
}

function conversationOf(personId: string) {
  return { personId, serviceUrl: 'https://x.example', conversationId: 'a:1', tenantId: 't', botId: '28:b' };
}

/** A command that was done at `at`, with what is to be told. */
async function done({ inbox }: ServiceState, command: string, notices: readonly Notice[], at = takeUpAt): Promise<void> {
  await inbox.put({ ...given, command });
  await inbox.settle({ ...settlement, command, notices, at });
}

async function all<T>(take: () => Promise<T | undefined>): Promise<T[]> {
  const taken: T[] = [];
  for (let next = await take(); next !== undefined && taken.length < 100; next = await take()) taken.push(next);
  return taken;
}

const referencesOf = (held: HeldNotices | undefined) => held?.notices.map(({ notice }) => 'reference' in notice && notice.reference);

describe.each(keepingKinds)('in %s', (kind) => {
  let open: () => Promise<ServiceState>;
  let state: ServiceState;
  beforeEach(async () => {
    open = keepings.fresh(kind);
    state = await open();
  });

  test('a key belongs to one person and one kind of command, also after it was settled', async () => {
    const { inbox } = state;
    expect(await inbox.put(given)).toBe('kept');
    expect(await inbox.put(given)).toBe('waiting');
    expect(await inbox.put({ ...given, actor: people.stranger.id })).toBe('foreign-key');
    await inbox.settle(settlement);
    expect(await inbox.put({ ...given, actor: people.stranger.id })).toBe('foreign-key');
    expect(await inbox.put({ ...given, name: 'stop-report' })).toBe('foreign-key');
  });

  test('two people who give the same key at once do not both have it', async () => {
    const other = await open();
    const answers = await Promise.all([state.inbox.put(given), other.inbox.put({ ...given, actor: people.stranger.id })]);
    expect(answers.sort()).toEqual(['foreign-key', 'kept']);
    expect(await all(() => state.inbox.take(claim))).toHaveLength(1);
  });

  test('a command that was settled and is given again waits once more', async () => {
    const { inbox } = state;
    await inbox.put(given);
    await inbox.settle(settlement);
    expect(await inbox.put({ ...given, input: { a: 2 } })).toBe('kept');
    expect(await inbox.take(claim)).toMatchObject({ command: 'c1', input: { a: 2 }, attempts: 0 });
  });

  test('a command is due when it was not settled in time, and no sooner', async () => {
    const { inbox } = state;
    await inbox.put(given);
    expect(await inbox.take({ now: receivedAt, until: later })).toBeUndefined();
    expect(await inbox.nextDue()).toBe(takeUpAt);
    expect(await inbox.take(claim)).toEqual({ ...given, attempts: 0, takeUpAt: later });
    await inbox.settle(settlement);
    expect(await inbox.take({ now: later, until: later })).toBeUndefined();
    expect(await inbox.nextDue()).toBeUndefined();
  });

  test('what was given first is taken first', async () => {
    const { inbox } = state;
    await inbox.put({ ...given, command: 'c2', receivedAt: takeUpAt });
    await inbox.put({ ...given, command: 'c3' });
    await inbox.put({ ...given, command: 'c4', takeUpAt: later });
    expect((await all(() => inbox.take(claim))).map(({ command }) => command)).toEqual(['c3', 'c2']);
  });

  test('what the service tells by itself is told once, however often and by how many it is put', async () => {
    const { outbox, conversations } = state;
    const other = await open();
    await conversations.remember(conversationOf(people.it.id));
    const announcement = { key: 'remind I-2026-0001', at: receivedAt, notices: [noticeTo(people.it.id, 'I-2026-0001')] };
    await Promise.all([outbox.put(announcement), other.outbox.put(announcement)]);
    const held = await outbox.take(claim);
    expect(referencesOf(held)).toEqual(['I-2026-0001']);
    await outbox.sent(held?.notices[0]?.id ?? '', takeUpAt);
    if (held !== undefined) await outbox.release(held);
    await outbox.put(announcement);
    await outbox.put({ ...announcement, key: 'remind I-2026-0001 again', notices: [] });
    expect(await outbox.take(claim)).toBeUndefined();
  });

  test.each([
    ['high', '2026-11-23T22:30:00.000Z', '2026-11-24T05:00:00.000Z'],
    ['critical', '2026-11-23T22:30:00.000Z', '2026-11-23T22:30:00.000Z'],
    ['medium', '2026-11-28T09:00:00.000Z', '2026-11-30T07:00:00.000Z'],
    ['medium', '2026-11-24T09:00:00.123Z', '2026-11-24T09:00:00.123Z']
  ] as const)('whom %s calls for at %s is told at %s', async (severity, at, toldAt) => {
    const { outbox, conversations } = state;
    await conversations.remember(conversationOf(people.director.id));
    await done(state, 'c1', [{ kind: 'incident-raised', to: people.director.id, reference: 'I-2026-0001', severity }], at);
    const justBefore = new Date(new Date(toldAt).getTime() - 1).toISOString();
    expect(await outbox.nextDue()).toBe(toldAt);
    expect(await outbox.take({ now: justBefore, until: '2027-01-01T00:00:00.000Z' })).toBeUndefined();
    expect(referencesOf(await outbox.take({ now: toldAt, until: '2027-01-01T00:00:00.000Z' }))).toEqual(['I-2026-0001']);
  });

  test('a postponed command comes back when it is due, and knows how often it has failed', async () => {
    const { inbox } = state;
    await inbox.put(given);
    await inbox.postpone({ ...given, attempts: 0 }, { attempts: 1, at: later });
    expect(await inbox.nextDue()).toBe(later);
    expect(await inbox.take(claim)).toBeUndefined();
    expect(await inbox.take({ now: later, until: '2026-11-23T15:00:00.000Z' })).toMatchObject({ command: 'c1', attempts: 1 });
  });

  test('a command is in one hand at a time, and the hand of a process that died lets go', async () => {
    const other = await open();
    await state.inbox.put(given);
    const held = await state.inbox.take(claim);
    expect(held).toBeDefined();
    expect(await other.inbox.take(claim)).toBeUndefined();
    const until = '2026-11-23T14:42:00.000Z';
    const taken = await other.inbox.take({ now: later, until });
    expect(taken).toEqual({ ...given, attempts: 0, takeUpAt: until });
    if (held !== undefined) await state.inbox.postpone(held, { attempts: 9, at: later });
    expect(await state.inbox.take({ now: later, until })).toBeUndefined();
    expect(await other.inbox.nextDue()).toBe(until);
  });

  test('an instance that starts takes nothing from one that has a command in hand', async () => {
    await state.inbox.put(given);
    const started = await open();
    expect(await started.inbox.take({ now: receivedAt, until: later })).toBeUndefined();
    expect(await started.inbox.nextDue()).toBe(takeUpAt);
  });

  test('many instances share the work: each command is taken once, each person told by one', async () => {
    const instances = [state, await open(), await open()];
    const commands = Array.from({ length: 12 }, (_, index) => `c${index}`);
    await Promise.all(commands.map((command) => state.inbox.put({ ...given, command })));
    const taken = await Promise.all(instances.map(({ inbox }) => all(() => inbox.take(claim))));
    expect(
      taken
        .flat()
        .map(({ command }) => command)
        .sort()
    ).toEqual([...commands].sort());
    const people = [1, 2, 3, 4].map((number) => `aaaaaaaa-0000-4000-8000-00000000000${number}`);
    await Promise.all(people.map((person) => state.conversations.remember(conversationOf(person))));
    const notices = people.map((person) => noticeTo(person, 'I-2026-0001'));
    await Promise.all(taken.flat().map(({ command }) => state.inbox.settle({ ...settlement, command, notices })));
    const held = await Promise.all(instances.map(({ outbox }) => all(() => outbox.take(claim))));
    expect(
      held
        .flat()
        .map(({ person }) => person)
        .sort()
    ).toEqual(people);
    expect(held.flat().flatMap((one) => one.notices)).toHaveLength(commands.length * people.length);
  });

  test('what is settled by two at once is told once', async () => {
    const other = await open();
    await state.conversations.remember(conversationOf(people.it.id));
    await state.inbox.put(given);
    const notices = [noticeTo(people.it.id, 'I-2026-0001')];
    await Promise.all([state, other].map(({ inbox }) => inbox.settle({ ...settlement, notices })));
    expect(referencesOf(await other.outbox.take(claim))).toEqual(['I-2026-0001']);
  });

  test('a command is settled and its notices put, or neither', async () => {
    await state.conversations.remember(conversationOf(people.it.id));
    await state.inbox.put(given);
    const unwritable = { ...noticeTo(people.manager.id, 'I-2026-0001'), reference: 1n as unknown as string };
    const notices = [noticeTo(people.it.id, 'I-2026-0001'), unwritable];
    await expect(state.inbox.settle({ ...settlement, notices })).rejects.toThrow();
    expect(await state.outbox.take(claim)).toBeUndefined();
    expect(await state.inbox.take(claim)).toMatchObject({ command: 'c1', input: given.input });
  });

  test('more people than one write can hold are all told', async () => {
    const everybody = Array.from({ length: 130 }, (_, index) => `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`);
    await done(
      state,
      'c1',
      everybody.map((person) => noticeTo(person, 'I-2026-0001'))
    );
    const records = await state.contents.all();
    expect(
      records
        .filter((record) => record.kind === 'unsent-notice')
        .map(({ notice }) => notice.to)
        .sort()
    ).toEqual(everybody);
    expect(records.filter((record) => record.kind === 'settled-command')).toHaveLength(1);
  });

  test('somebody who is told in two capacities is told twice, and once in each', async () => {
    const notice = { kind: 'incident-reported', to: people.it.id, reference: 'I-2026-0001', incidentKind: 'other' } as const;
    const notices = [
      { ...notice, receiver: 'it' },
      { ...notice, receiver: 'nearest-manager' }
    ] as const;
    await state.conversations.remember(conversationOf(people.it.id));
    await done(state, 'c1', notices);
    await state.inbox.settle({ ...settlement, notices: [...notices, ...notices] });
    const held = await state.outbox.take(claim);
    expect(held?.notices.map((outgoing) => outgoing.notice)).toEqual(notices);
    expect(await state.conversations.of(people.it.id)).toEqual(conversationOf(people.it.id));
  });

  test('whoever heads several units is told of each, once', async () => {
    const about = { kind: 'inventory-asked', to: people.it.id, lastDay: '2026-12-10', stage: 'opened' } as const;
    const notices = [
      { ...about, reference: 'E-2026-0001', unit: 'SOC-HEM', unitName: 'Hemtjänsten' },
      { ...about, reference: 'E-2026-0002', unit: 'SOC-IFO', unitName: 'Individ och familj' }
    ];
    await state.conversations.remember(conversationOf(people.it.id));
    await done(state, 'c1', notices);
    await state.inbox.settle({ ...settlement, notices });
    expect((await state.outbox.take(claim))?.notices.map(({ notice }) => notice)).toEqual(notices);
  });

  test('notices wait for somebody who is not reached yet, and hold up nobody else', async () => {
    const { conversations, outbox } = state;
    await done(state, 'c1', [noticeTo(people.it.id, 'I-2026-0001')], receivedAt);
    await done(state, 'c2', [noticeTo(people.manager.id, 'I-2026-0002')]);
    expect(await outbox.nextDue()).toBeUndefined();
    expect(await outbox.take(claim)).toBeUndefined();
    await conversations.remember(conversationOf(people.manager.id));
    expect(await outbox.nextDue()).toBe(takeUpAt);
    expect(referencesOf(await outbox.take(claim))).toEqual(['I-2026-0002']);
    await conversations.remember(conversationOf(people.it.id));
    expect(referencesOf(await outbox.take(claim))).toEqual(['I-2026-0001']);
    await conversations.forget(people.it.id);
    expect(await outbox.take({ now: later, until: later })).toMatchObject({ person: people.manager.id });
    expect(await conversations.of(people.it.id)).toBeUndefined();
  });

  test('a person is told in the order things happened, by one at a time', async () => {
    const other = await open();
    await state.conversations.remember(conversationOf(people.it.id));
    await done(state, 'c2', [noticeTo(people.it.id, 'I-2026-0002')], takeUpAt);
    await done(state, 'c1', [noticeTo(people.it.id, 'I-2026-0001')], receivedAt);
    const held = await state.outbox.take(claim);
    expect(referencesOf(held)).toEqual(['I-2026-0001', 'I-2026-0002']);
    await done(state, 'c3', [noticeTo(people.it.id, 'I-2026-0003')]);
    expect(await other.outbox.take(claim)).toBeUndefined();
    expect(await other.outbox.nextDue()).toBe(later);
    for (const { id } of held?.notices ?? []) await state.outbox.sent(id, takeUpAt);
    if (held !== undefined) await state.outbox.release(held);
    expect(referencesOf(await other.outbox.take(claim))).toEqual(['I-2026-0003']);
  });

  test('when sending fails the person is left alone for a while, and it is known how often', async () => {
    const { outbox } = state;
    await state.conversations.remember(conversationOf(people.it.id));
    await done(state, 'c1', [noticeTo(people.it.id, 'I-2026-0001')]);
    const held = await outbox.take(claim);
    if (held !== undefined) await outbox.release(held, { attempts: 1, at: later });
    expect(await outbox.take(claim)).toBeUndefined();
    expect(await outbox.nextDue()).toBe(later);
    const again = await outbox.take({ now: later, until: '2026-11-23T15:00:00.000Z' });
    expect(again).toMatchObject({ attempts: 1, notices: [{ notice: { reference: 'I-2026-0001' } }] });
    if (held !== undefined) await outbox.release(held);
    expect(await outbox.take({ now: later, until: later })).toBeUndefined();
  });

  test('what was settled and sent is forgotten after its time; what waits never is', async () => {
    const { inbox, outbox, contents } = state;
    await state.conversations.remember(conversationOf(people.it.id));
    await done(state, 'c1', [noticeTo(people.it.id, 'I-2026-0001'), noticeTo(people.manager.id, 'I-2026-0001')]);
    await inbox.put({ ...given, command: 'c2' });
    const held = await outbox.take(claim);
    await outbox.sent(held?.notices[0]?.id ?? '', takeUpAt);
    await inbox.forget(takeUpAt);
    expect(await inbox.put({ ...given, actor: people.stranger.id })).toBe('foreign-key');
    expect((await contents.all()).map((record) => record.kind)).toContain('sent-notice');
    await inbox.forget('2027-11-23T14:40:31.000Z');
    expect(await inbox.put({ ...given, actor: people.stranger.id })).toBe('kept');
    const left = (await contents.all()).map((record) => record.kind);
    expect(left.sort()).toEqual(['conversation', 'unsent-notice', 'waiting-command', 'waiting-command']);
  });

  test('content is erased when it has been settled and sent, and so is who did it when nobody may be named', async () => {
    const { inbox, outbox, contents } = state;
    await state.conversations.remember(conversationOf(people.it.id));
    await inbox.put({ ...given, input: { where: 'Marielund' } });
    await inbox.settle({ ...settlement, forgetActor: true, notices: [noticeTo(people.it.id, 'I-2026-0099')] });
    const held = await outbox.take(claim);
    expect(JSON.stringify(await contents.all())).toContain('I-2026-0099');
    await outbox.sent(held?.notices[0]?.id ?? '', takeUpAt);
    const left = JSON.stringify(await contents.all());
    for (const erased of ['Marielund', 'I-2026-0099', people.employee.id]) expect(left).not.toContain(erased);
  });

  test('a text longer than any property may be is kept whole', async () => {
    const text = `x${'🔒å"\n'.repeat(40_000)}`;
    await state.inbox.put({ ...given, input: { text } });
    expect(await (await open()).inbox.take(claim)).toMatchObject({ input: { text } });
  });

  test('everything is there when it is opened again', async () => {
    const { inbox, conversations } = state;
    await inbox.put(given);
    await done(state, 'c2', [noticeTo(people.it.id, 'I-2026-0001')]);
    await conversations.remember({ ...conversationOf(people.it.id), locale: 'sv-SE' });
    await conversations.remember(conversationOf(people.it.id));
    await conversations.setLanguage(people.employee.id, 'en');
    await conversations.setLanguage(people.employee.id, 'fi');
    await conversations.keepShownCard({ ...shownCard, says: 'reported' });
    await conversations.keepShownCard(shownCard);
    await keepings.close();
    const after = await open();
    expect(await after.inbox.take(claim)).toEqual({ ...given, attempts: 0, takeUpAt: later });
    expect(referencesOf(await after.outbox.take(claim))).toEqual(['I-2026-0001']);
    expect(await after.conversations.of(people.it.id)).toEqual(conversationOf(people.it.id));
    expect(await after.conversations.languageOf(people.employee.id)).toBe('fi');
    expect(await after.conversations.languageOf(people.it.id)).toBeUndefined();
    expect(await after.conversations.shownCard(shownCard)).toEqual(shownCard);
    expect(await after.conversations.shownCard({ ...shownCard, conversationId: '19:other@thread.tacv2' })).toBeUndefined();
  });
});

describe('an SQLite file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'varna-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('may be read by its owner alone', async () => {
    const file = path.join(folder, 'state.sqlite');
    await openSqliteState(file).close();
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('keeps what is asked for in the same turn, though one of them fails', async () => {
    const file = path.join(folder, 'turn.sqlite');
    const { inbox, close } = openSqliteState(file);
    const asked = [inbox.put(given), inbox.settle({ ...settlement, command: 'unheard-of' }), inbox.put({ ...given, command: 'c2' })];
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await close();
    const after = openSqliteState(file);
    expect([await after.inbox.take(claim), await after.inbox.take(claim)]).toMatchObject([{ command: given.command }, { command: 'c2' }]);
    await after.close();
  });

  test('writes what was asked for before it was closed', async () => {
    const file = path.join(folder, 'closed.sqlite');
    const state = openSqliteState(file);
    await Promise.all([state.inbox.put(given), state.close()]);
    const after = openSqliteState(file);
    expect(await after.inbox.take(claim)).toMatchObject({ command: given.command });
    await after.close();
  });

  test('holds nothing of what was erased, in its write-ahead log neither', async () => {
    const file = path.join(folder, 'erased.sqlite');
    const { inbox, close } = openSqliteState(file);
    await inbox.put({ ...given, input: { where: 'Marielund' } });
    await inbox.put({ ...given, command: 'c2', input: { where: 'Sundholmen' } });
    await inbox.settle(settlement);
    await inbox.settle({ ...settlement, command: 'c2' });
    await close();
    const left = [file, `${file}-wal`].map((name) => readIfThere(name)).join('');
    for (const erased of ['Marielund', 'Sundholmen']) expect(left).not.toContain(erased);
  });

  test('of a later version is not opened', async () => {
    const file = path.join(folder, 'later.sqlite');
    await openSqliteState(file).close();
    const database = new Database(file);
    database.pragma('user_version = 99');
    database.close();
    expect(() => openSqliteState(file)).toThrow('later version');
  });

  test('of the first version is brought to this one with all it holds', async () => {
    const file = path.join(folder, 'first.sqlite');
    const database = new Database(file);
    database.exec(firstVersion);
    database.close();
    const { inbox, outbox, conversations, contents, close } = openSqliteState(file);
    await conversations.remember(conversationOf(people.it.id));
    expect(referencesOf(await outbox.take(claim))).toEqual(['I-2026-0001', 'I-2026-0002']);
    expect(await inbox.take(claim)).toMatchObject({ command: 'c1', input: { a: 1 } });
    expect((await contents.all()).filter(({ kind }) => kind === 'sent-notice')).toHaveLength(1);
    await close();
  });
});

function readIfThere(name: string): string {
  return existsSync(name) ? readFileSync(name, 'latin1') : '';
}

/** As the file was before its versions were counted. */
const firstVersion = `
  CREATE TABLE inbox (command TEXT PRIMARY KEY, name TEXT NOT NULL, actor TEXT, input TEXT, received_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, next_attempt_at TEXT, outcome TEXT, settled_at TEXT) STRICT;
  CREATE INDEX inbox_next_attempt ON inbox (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
  CREATE TABLE outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, person TEXT NOT NULL, notice TEXT,
    attempts INTEGER NOT NULL DEFAULT 0, next_attempt_at TEXT, sent_at TEXT) STRICT;
  CREATE INDEX outbox_next_attempt ON outbox (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
  INSERT INTO inbox (command, name, actor, input, received_at, next_attempt_at)
    VALUES ('c1', 'report-incident', '${people.employee.id}', '{"a":1}', '${receivedAt}', '${takeUpAt}');
  INSERT INTO outbox (key, person, notice, next_attempt_at, sent_at) VALUES
    ('b', '${people.it.id}', '${JSON.stringify(noticeTo(people.it.id, 'I-2026-0001'))}', '${takeUpAt}', NULL),
    ('s', '${people.it.id}', NULL, NULL, '${receivedAt}'),
    ('a', '${people.it.id}', '${JSON.stringify(noticeTo(people.it.id, 'I-2026-0002'))}', '${takeUpAt}', NULL);`;
