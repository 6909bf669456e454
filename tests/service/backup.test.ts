// Backup and restore: nothing is lost or doubled on the way from one keeping to the other and back, and nothing is overwritten.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { carryOutBackup } from '../../src/service/backup-command';
import { restoreBackup, writeBackup } from '../../src/service/state/backup';
import type { ServiceState } from '../../src/service/state/service-state';
import { openSqliteState } from '../../src/service/state/sqlite/state';
import { people } from '../workflows/memory-context';
import { azuriteStartMilliseconds } from './azurite';
import { keepingKinds, startKeepings, type Keepings } from './keepings';

const at = '2026-11-23T14:40:00.000Z';
const until = '2026-11-23T14:41:00.000Z';
const now = new Date(at);

const folder = mkdtempSync(path.join(tmpdir(), 'varna-'));
let keepings: Keepings;
beforeAll(async () => {
  keepings = await startKeepings(() => now);
}, azuriteStartMilliseconds);
afterEach(() => keepings.close());
afterAll(async () => {
  await keepings.stop();
  rmSync(folder, { recursive: true });
});

let files = 0;
const newFile = () => path.join(folder, `backup-${(files += 1)}.jsonl`);
const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');
const withLine = (lines: readonly string[], at: number, line: string) => lines.map((before, index) => (index === at ? line : before));
const recordsOf = (file: string) => linesOf(file).slice(1, -1).sort();

const given = { name: 'report-incident', actor: people.employee.id, input: { where: 'Marielund' }, receivedAt: at, takeUpAt: until };

function told(reference: string) {
  return [
    { kind: 'incident-registered', to: people.it.id, reference },
    { kind: 'incident-registered', to: people.manager.id, reference }
  ] as const;
}

async function giveAndSettle({ inbox }: ServiceState, command: string): Promise<void> {
  await inbox.put({ ...given, command });
  await inbox.settle({ command, outcome: 'done', at, notices: told(`I-${command}`), forgetActor: command === 'nobody' });
}

/** Something of everything there is to keep. */
async function fill(state: ServiceState): Promise<void> {
  const { inbox, outbox, conversations, schedule } = state;
  await inbox.put({ ...given, command: 'waiting' });
  await inbox.put({ ...given, command: 'postponed' });
  await inbox.postpone({ ...given, command: 'postponed', attempts: 2 }, { attempts: 3, at: '2026-11-23T15:00:00.000Z' });
  await giveAndSettle(state, 'done');
  await giveAndSettle(state, 'nobody');
  const conversation = { serviceUrl: 'https://x.example', conversationId: 'a:1', tenantId: 't', botId: '28:b' };
  await conversations.remember({ ...conversation, personId: people.it.id, locale: 'sv-SE' });
  await conversations.remember({ ...conversation, personId: people.employee.id });
  await conversations.setLanguage(people.employee.id, 'fi');
  await conversations.keepShownCard({ conversationId: '19:team', reference: 'I-2026-0001', activityId: '1:2', says: 'received' });
  const held = await outbox.take({ now: at, until });
  await outbox.sent(held?.notices[0]?.id ?? '', at);
  if (held !== undefined) await outbox.release(held);
  const run = { job: 'check', due: at, holder: 'one' };
  await schedule.take(run, { now: at, until });
  await schedule.complete(run, at);
  await schedule.take({ ...run, job: 'anchor' }, { now: at, until });
}

test('from SQLite to a file to Azure Storage to a file to SQLite nothing is lost and nothing doubled', async () => {
  const first = await keepings.fresh('SQLite')();
  await fill(first);
  const [one, two, three] = [newFile(), newFile(), newFile()];
  expect(await writeBackup(first.contents, { file: one, now })).toBe(13);

  const azure = await keepings.fresh('Azure Storage')();
  expect(await restoreBackup(azure.contents, one)).toEqual({ ok: true, records: 13, added: 13 });
  await writeBackup(azure.contents, { file: two, now });
  expect(recordsOf(two)).toEqual(recordsOf(one));

  const last = await keepings.fresh('SQLite')();
  expect(await restoreBackup(last.contents, two)).toMatchObject({ ok: true, added: 13 });
  await writeBackup(last.contents, { file: three, now });
  expect(recordsOf(three)).toEqual(recordsOf(one));
});

describe.each(keepingKinds)('in %s', (kind) => {
  test('what was restored goes on where it was: waits, is told in order, is known, is not done again', async () => {
    const before = await keepings.fresh('SQLite')();
    await fill(before);
    const file = newFile();
    await writeBackup(before.contents, { file, now });
    const state = await keepings.fresh(kind)();
    await restoreBackup(state.contents, file);

    expect(await state.inbox.nextDue()).toBe(until);
    const claim = { now: until, until: '2026-11-23T14:42:00.000Z' };
    expect(await state.inbox.take(claim)).toMatchObject({ command: 'waiting', attempts: 0, input: given.input });
    expect(await state.inbox.take(claim)).toBeUndefined();
    expect(await state.inbox.put({ ...given, command: 'done', actor: people.stranger.id })).toBe('foreign-key');
    expect(await state.outbox.take(claim)).toMatchObject({ person: people.it.id, notices: [{ notice: { reference: 'I-nobody' } }] });
    expect(await state.outbox.take(claim)).toBeUndefined();
    await state.inbox.settle({ command: 'done', outcome: 'done', at, notices: told('I-done'), forgetActor: false });
    expect((await state.contents.all()).filter((record) => record.kind === 'unsent-notice')).toHaveLength(3);
    expect(await state.schedule.take({ job: 'check', due: at, holder: 'two' }, claim)).toEqual({ kind: 'done' });
    expect(await state.schedule.take({ job: 'anchor', due: at, holder: 'two' }, claim)).toEqual({ kind: 'taken' });
  });

  test('a restore that was cut off is completed by the next; one over other content changes nothing', async () => {
    const before = await keepings.fresh('SQLite')();
    await fill(before);
    const file = newFile();
    await writeBackup(before.contents, { file, now });
    const state = await keepings.fresh(kind)();
    await state.contents.add((await before.contents.all()).slice(0, 4));
    expect(await restoreBackup(state.contents, file)).toEqual({ ok: true, records: 13, added: 9 });
    expect(await restoreBackup(state.contents, file)).toEqual({ ok: true, records: 13, added: 0 });

    await state.conversations.setLanguage(people.employee.id, 'sv');
    const held = await state.contents.all();
    expect(await restoreBackup(state.contents, file)).toEqual({ ok: false, reason: 'state-not-empty' });
    expect(await state.contents.all()).toEqual(held);
  });

  test('a backup taken while the service works has the notices of each command it says is settled', async () => {
    const open = keepings.fresh(kind);
    const state = await open();
    const commands = Array.from({ length: 10 }, (_, index) => `c${String(index).padStart(2, '0')}`);
    const working = (async () => {
      const writer = await open();
      for (const command of commands) await giveAndSettle(writer, command);
    })();
    const snapshots: (readonly { kind: string }[])[] = [];
    const work = { isDone: false };
    void working.finally(() => (work.isDone = true));
    while (!work.isDone) {
      snapshots.push(await state.contents.all());
      await nextTurn();
    }
    await working;
    const settled = (records: readonly { kind: string }[]) => records.filter((record) => record.kind === 'settled-command').length;
    for (const records of snapshots) {
      const ids = new Set(records.flatMap((record) => ('id' in record ? [String(record.id)] : [])));
      for (const record of records)
        if (record.kind === 'settled-command' && 'command' in record)
          for (const notice of told('')) expect(ids).toContain(`${String(record.command)} ${notice.to} ${notice.kind} `);
    }
    expect(settled(await state.contents.all())).toBe(commands.length);
  });
});

test('the file is for its owner alone, and takes the place of an earlier one only when it is whole', async () => {
  const state = await keepings.fresh('SQLite')();
  await fill(state);
  const file = newFile();
  writeFileSync(file, 'an earlier backup');
  chmodSync(file, 0o644);
  const broken = { ...state.contents, all: () => Promise.reject(new Error('the state is away')) };
  await expect(writeBackup(broken, { file, now })).rejects.toThrow('away');
  expect(readFileSync(file, 'utf8')).toBe('an earlier backup');
  await writeBackup(state.contents, { file, now });
  expect(linesOf(file)).toHaveLength(15);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

describe('a file that is not to be trusted', () => {
  let file: string;
  let state: ServiceState;
  beforeEach(async () => {
    const before = await keepings.fresh('SQLite')();
    await fill(before);
    file = newFile();
    await writeBackup(before.contents, { file, now });
    state = await keepings.fresh('SQLite')();
  });

  test.each<[string, (lines: string[]) => readonly string[], object]>([
    ['is something else', () => ['{"a":1}'], { reason: 'not-a-backup' }],
    ['is empty', () => [], { reason: 'not-a-backup' }],
    [
      'is of a later format',
      ([head = '', ...rest]) => [head.replace('"version":1', '"version":2'), ...rest],
      { reason: 'later-format', version: 2 }
    ],
    ['lacks its end', (lines) => lines.slice(0, -1), { reason: 'cut-off' }],
    ['lacks a line', (lines) => lines.filter((_, index) => index !== 3), { reason: 'cut-off' }],
    ['has a line that is not JSON', (lines) => withLine(lines, 3, '{"kind":'), { reason: 'unreadable-line', line: 4 }],
    ['has a line of another kind', (lines) => withLine(lines, 3, '{"kind":"secret"}'), { reason: 'unreadable-line', line: 4 }],
    [
      'has a field nobody knows',
      (lines) => withLine(lines, 1, (lines[1] ?? '').replace('"kind"', '"x":1,"kind"')),
      { reason: 'unreadable-line', line: 2 }
    ],
    ['says a thing twice', (lines) => withLine(lines, 3, lines[1] ?? ''), { reason: 'repeated-line', line: 4 }]
  ])('as it %s is refused whole', async (_why, change, fault) => {
    writeFileSync(
      file,
      change(linesOf(file))
        .map((line) => `${line}\n`)
        .join('')
    );
    expect(await restoreBackup(state.contents, file)).toEqual({ ok: false, ...fault });
    expect(await state.contents.all()).toEqual([]);
  });

  test('as its last line was cut off is refused whole', async () => {
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -1));
    expect(await restoreBackup(state.contents, file)).toEqual({ ok: false, reason: 'cut-off' });
  });

  test('is told about in Swedish and English, without a word of what it holds', async () => {
    writeFileSync(
      file,
      withLine(linesOf(file), 3, '{"kind":"Marielund"}')
        .map((line) => `${line}\n`)
        .join('')
    );
    const openState = () => Promise.resolve(openSqliteState(':memory:'));
    const { ok, words } = await carryOutBackup({ kind: 'restore', file }, { openState, now: () => now });
    expect(ok).toBe(false);
    expect(words).toContain('Rad 4 går inte att läsa.');
    expect(words).toContain('Line 4 cannot be read.');
    expect(words).not.toContain('Marielund');
  });
});

describe('the command line', () => {
  const environment = {
    VARNA_SITE: 'http://127.0.0.1:5170/sites/x',
    VARNA_AUTHORITY: 'http://127.0.0.1:5170',
    VARNA_GRAPH: 'http://127.0.0.1:5170',
    VARNA_TENANT_ID: 'aaaaaaaa-0000-4000-8000-000000000001',
    VARNA_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000002',
    VARNA_CERTIFICATE: generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' }
    }).privateKey,
    VARNA_CERTIFICATE_THUMBPRINT: 'AB'.repeat(20),
    VARNA_API_AUDIENCE: 'aaaaaaaa-0000-4000-8000-000000000002',
    VARNA_LOCAL_CHAT: 'yes'
  };

  async function service(args: readonly string[], state: Record<string, string>) {
    const program = path.join(__dirname, '../../src/service/main.ts');
    const env = { PATH: process.env['PATH'], ...environment, ...state };
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], { env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (said += String(words)));
    const [code] = (await once(child, 'close')) as [number];
    return { code, said };
  }

  test('takes a state from a file on one machine to a storage account', async () => {
    const statePath = path.join(folder, 'moved.sqlite');
    const state = openSqliteState(statePath);
    await fill(state);
    await state.close();
    const file = newFile();
    expect(await service(['backup', file], { VARNA_STATE: statePath })).toEqual({
      code: 0,
      said: `13 poster i ${file} / 13 records in ${file}\n`
    });
    expect(await service(['restore', file], { VARNA_STATE_CONNECTION: keepings.azurite })).toEqual({
      code: 0,
      said: '13 poster lästes tillbaka, 0 fanns redan / 13 records were put back, 0 were there already\n'
    });
  }, 90_000);

  test('says how it is used when it is used otherwise', async () => {
    const { code, said } = await service(['backup'], {});
    expect(code).toBe(1);
    expect(said).toContain('varna-service.cjs restore FIL');
  }, 90_000);
});
