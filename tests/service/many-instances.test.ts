// Several services over one state in Azure Storage: what one takes in and cannot finish, another does, and each person is told once.
import { randomUUID } from 'node:crypto';
import type { ServiceState } from '../../src/service/state/service-state';
import { people } from '../workflows/memory-context';
import { azuriteStartMilliseconds } from './azurite';
import { startKeepings, type Keepings } from './keepings';
import { eventually, report, reportInput, runService, switchableRecord, type RunningService, type RunOptions } from './running-service';

let keepings: Keepings;
beforeAll(async () => {
  keepings = await startKeepings(() => new Date());
}, azuriteStartMilliseconds);
const running: RunningService[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
  await keepings.close();
});
afterAll(() => keepings.stop());

async function start(options: RunOptions): Promise<RunningService> {
  const started = await runService(options);
  running.push(started);
  return started;
}

const never = 3_600_000;

/** An instance that takes in a report and dies before it has done anything with it. */
async function takeInAndDie({ inbox }: ServiceState, command: string): Promise<void> {
  const receivedAt = new Date().toISOString();
  const takeUpAt = new Date(Date.now() + 500).toISOString();
  await inbox.put({ command, name: 'report-incident', actor: people.employee.id, input: reportInput, receivedAt, takeUpAt });
}

test.each([
  ['is woken by a message to take it up', { lookEvery: 20, lookAgainAfter: never }],
  ['finds it all the same when the message is lost', { lookEvery: never, lookAgainAfter: 50 }]
])('when an instance dies with a report in hand, another %s', async (_how, { lookEvery, lookAgainAfter }) => {
  const open = keepings.fresh('Azure Storage');
  const { record, chat } = await start({ state: await open(lookEvery), lookAgainAfter });
  await chat.hello(people.employee);
  await takeInAndDie(await open(never), randomUUID());
  await eventually(() => expect(chat.sent.map(({ kind }) => kind)).toEqual(['incident-registered']));
  expect(record.memory.entries.map(({ state }) => state)).toMatchObject([{ report, reporter: people.employee }]);
});

test('two instances that are given the same reports register each once and tell each person once', async () => {
  const open = keepings.fresh('Azure Storage');
  const record = switchableRecord();
  const instances = [await start({ record, state: await open() }), await start({ record, state: await open() })];
  for (const person of [people.it, people.manager]) await instances[0]?.chat.hello(person);
  const commands = [randomUUID(), randomUUID(), randomUUID()];
  const answers = await Promise.all(
    commands.flatMap((command) => instances.map(({ give }) => give(people.employee, 'report-incident', reportInput, command)))
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
  expect(record.memory.entries).toHaveLength(3);
  const told = () =>
    instances.flatMap(({ chat }) => chat.sent.map((notice) => `${notice.to} ${'reference' in notice ? notice.reference : ''}`));
  await eventually(() => expect(told()).toHaveLength(6));
  const registered = record.memory.entries.map(({ aggregate }) => aggregate);
  expect(told().sort()).toEqual(
    [people.it, people.manager].flatMap(({ id }) => registered.map((reference) => `${id} ${reference}`)).sort()
  );
});
