// Nothing is lost when SharePoint is away: what people do is kept, delivered later, and they are told what came of it.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandId } from '../../src/domain/command-id';
import { classificationModel as model } from '../../src/reference/classification-model';
import { returnClassification } from '../../src/workflows/decide-classification';
import type { Inbox } from '../../src/service/state/service-state';
import { openSqliteState } from '../../src/service/state/sqlite/state';
import { people } from '../workflows/memory-context';
import { eventually, report, reportInput, runService, switchableRecord, type RunningService, type RunOptions } from './running-service';

const running: RunningService[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'varna-'));

async function start(options: RunOptions = {}): Promise<RunningService> {
  const started = await runService(options);
  running.push(started);
  for (const person of Object.values(people)) await started.chat.hello(person);
  return started;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});
afterAll(() => rmSync(folder, { recursive: true }));

const register = {
  name: 'Hemtjänstens planering',
  description: '',
  carriers: ['system'],
  unit: 'SOC-HEM',
  informationOwner: people.manager.upn,
  custodian: people.custodian.upn
};

const kept = { status: 202, body: { ok: true, kept: true } };

test('a report is answered with its number, and IT and the nearest manager are told', async () => {
  const { give, chat } = await start();
  const { body } = await give(people.employee, 'report-incident', reportInput);
  await eventually(() => expect(chat.sent).toHaveLength(2));
  expect(chat.sent.map(({ kind, to }) => [kind, to])).toEqual(
    expect.arrayContaining([
      ['incident-reported', people.it.id],
      ['incident-reported', people.manager.id]
    ])
  );
  expect(body).toMatchObject({ value: { reference: 'I-2026-0001' } });
});

test.each(['away', 'silent'] as const)(
  'with SharePoint %s a report is kept, registered later, and the reporter is told its number',
  async (reach) => {
    const { give, record, chat, service } = await start({ answerWithin: 200 });
    record.setReach(reach);
    expect(await give(people.employee, 'report-incident', reportInput)).toEqual(kept);
    expect(await (await fetch(`${service.url}/health`)).json()).toMatchObject({ delivery: 'waiting' });
    record.setReach('up');
    await eventually(() => expect(chat.sent.map(({ kind }) => kind)).toContain('incident-registered'));
    expect(chat.sent.find(({ kind }) => kind === 'incident-registered')).toEqual({
      kind: 'incident-registered',
      to: people.employee.id,
      reference: 'I-2026-0001'
    });
    expect(record.memory.entries).toHaveLength(1);
    expect(record.memory.entries[0]?.state).toMatchObject({ report, reportedAt: reportInput.reportedAt });
  }
);

test('whoever presses again just when it is settled leaves nothing waiting behind', async () => {
  const real = openSqliteState(':memory:');
  const settling = { goOn: (): void => undefined };
  const held = new Promise<void>((resolve) => (settling.goOn = resolve));
  const inbox: Inbox = {
    ...real.inbox,
    settle: async (settlement) => {
      await real.inbox.settle(settlement);
      settled += 1;
      await held;
    },
    put: async (given) => {
      const put = await real.inbox.put(given);
      puts += 1;
      if (puts === 2) setTimeout(settling.goOn, 50);
      return put;
    }
  };
  let [puts, settled] = [0, 0];
  const { give } = await start({ state: { ...real, inbox } });
  const key = randomUUID();
  const first = give(people.employee, 'report-incident', reportInput, key);
  await eventually(() => expect(settled).toBe(1));
  const answers = await Promise.all([first, give(people.employee, 'report-incident', reportInput, key)]);
  expect(answers.map(({ body }) => body['value'])).toEqual([answers[0].body['value'], answers[0].body['value']]);
  expect(await real.inbox.nextDue()).toBeUndefined();
});

test('whoever presses again while it is kept gets the same report, and nobody is told twice', async () => {
  const { give, record, chat } = await start();
  const command = randomUUID();
  record.setReach('away');
  await give(people.employee, 'report-incident', reportInput, command);
  await give(people.employee, 'report-incident', reportInput, command);
  record.setReach('up');
  await eventually(() => expect(chat.sent.map(({ kind }) => kind)).toContain('incident-registered'));
  const again = await give(people.employee, 'report-incident', reportInput, command);
  expect(again).toMatchObject({ status: 200, body: { value: { reference: 'I-2026-0001' } } });
  expect(record.memory.entries).toHaveLength(1);
  expect(chat.sent.filter(({ kind }) => kind === 'incident-reported')).toHaveLength(2);
});

test('what is refused only later is told to the one who asked', async () => {
  const { give, record, chat } = await start();
  record.setReach('away');
  expect(await give(people.stranger, 'submit-asset', { reference: 'T-2026-0404' })).toEqual(kept);
  record.setReach('up');
  await eventually(() =>
    expect(chat.sent).toEqual([{ kind: 'command-refused', to: people.stranger.id, command: 'submit-asset', reason: 'not-found' }])
  );
});

test('whose decision turns out to have come second is told who was first, when, and what they did', async () => {
  const { give, record, chat } = await start();
  const { objectOwner: owner } = people;
  const asset = { ...register, objectOwner: owner.upn };
  await give(people.custodian, 'register-asset', { asset });
  await give(people.custodian, 'submit-asset', { reference: 'T-2026-0001' });
  const answers = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));
  const submitted = await give(people.custodian, 'submit-classification', { asset: 'T-2026-0001', model: model.version, answers });
  const { reference, contentHash } = submitted.body['value'] as { readonly reference: string; readonly contentHash: string };
  record.setReach('away');
  expect(await give(owner, 'decide-classification', { reference, asset: 'T-2026-0001', contentHash })).toEqual(kept);
  const first = { command: 'first', actor: { person: owner, roles: [] }, input: { reference, reason: 'Komplettera' } };
  await returnClassification(record.memory, first);
  record.setReach('up');
  await eventually(() =>
    expect(chat.sent).toContainEqual({
      kind: 'command-refused',
      to: owner.id,
      command: 'decide-classification',
      reason: 'overtaken',
      by: owner.name,
      at: record.memory.now(),
      event: 'classification-returned'
    })
  );
});

test('a report that is carried out slowly, but in time, is answered in person and not told again', async () => {
  const { give, record, chat } = await start();
  record.setReach('silent');
  const answer = give(people.employee, 'report-incident', reportInput);
  await new Promise((resolve) => setTimeout(resolve, 50));
  record.setReach('up');
  expect(await answer).toMatchObject({ status: 200 });
  await eventually(() => expect(chat.sent).toHaveLength(2));
  expect(chat.sent.map(({ kind }) => kind)).not.toContain('incident-registered');
});

test('what waits when the service stops is delivered by the next one, which tells the reporter', async () => {
  const statePath = path.join(folder, 'stopped.sqlite');
  const first = await start({ statePath });
  first.record.setReach('away');
  await first.give(people.employee, 'report-incident', reportInput);
  running.splice(0);
  await first.stop();
  const second = await start({ statePath });
  await eventually(() => expect(second.chat.sent.map(({ kind }) => kind)).toContain('incident-registered'));
  expect(second.record.memory.entries).toHaveLength(1);
});

test('whoever presses again after the process that kept it has died is answered, and told its number as was promised', async () => {
  const state = openSqliteState(':memory:');
  const key = randomUUID();
  const command = commandId({ name: 'report-incident', personId: people.employee.id, key });
  const given = { command, name: 'report-incident', actor: people.employee.id, input: reportInput };
  await state.inbox.put({ ...given, receivedAt: new Date().toISOString(), takeUpAt: '2999-01-01T00:00:00.000Z' });
  const { give, chat } = await start({ state });
  expect(await give(people.employee, 'report-incident', reportInput, key)).toMatchObject({ status: 200 });
  await eventually(() => expect(chat.sent.map(({ kind }) => kind)).toContain('incident-registered'));
});

test('what was written is erased from the service as soon as it stands in the record', async () => {
  const statePath = path.join(folder, 'erased.sqlite');
  const { give, record, stop, chat } = await start({ statePath });
  record.setReach('away');
  await give(people.employee, 'report-incident', reportInput);
  expect(contentOf('erased.sqlite')).toContain(report.description);
  record.setReach('up');
  await eventually(() => expect(chat.sent).toHaveLength(3));
  running.splice(0);
  await stop();
  expect(contentOf('erased.sqlite')).not.toContain(report.description);
  expect(contentOf('erased.sqlite')).not.toContain(report.where);
});

test('a stopped report leaves nobody behind in the service', async () => {
  const statePath = path.join(folder, 'nobody.sqlite');
  const { give, stop, chat } = await runService({ statePath });
  await chat.hello(people.protectionOfficer);
  expect(await give(people.employee, 'stop-report', { during: 'report' })).toMatchObject({
    status: 200,
    body: { value: { unitName: 'Hemtjänsten' } }
  });
  await eventually(() => expect(chat.sent).toMatchObject([{ kind: 'report-stopped', to: people.protectionOfficer.id }]));
  await stop();
  expect(contentOf('nobody.sqlite')).toContain(people.protectionOfficer.id);
  expect(contentOf('nobody.sqlite')).not.toContain(people.employee.id);
});

test('a stop cannot carry content', async () => {
  const { give } = await start();
  expect(await give(people.employee, 'stop-report', { during: 'report', description: 'hemligt' })).toMatchObject({ status: 400 });
});

test('two services over one record never give one report twice', async () => {
  const record = switchableRecord();
  const [one, other] = await Promise.all([start({ record }), start({ record })]);
  const command = randomUUID();
  const answers = await Promise.all([one, other].map(({ give }) => give(people.employee, 'report-incident', reportInput, command)));
  expect(record.memory.entries).toHaveLength(1);
  expect(answers.map(({ body }) => body)).toEqual([answers[0]?.body, answers[0]?.body]);
});

/** Everything the state has on disk, its log included. */
function contentOf(name: string): string {
  const files = readdirSync(folder).filter((file) => file.startsWith(name));
  return files
    .map((file) => readFileSync(path.join(folder, file), 'latin1'))
    .map((bytes) => Buffer.from(bytes, 'latin1').toString('utf8'))
    .join('\n');
}
