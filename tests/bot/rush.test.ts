// Somebody who sends the bot very much at once: told so in words, with what they filled in kept, and never shut out for another's sake.
import { allowancePerMinute } from '../../src/service/limits';
import { actionsOf, wordsOf } from '../cards/reading';
import { cardOf, deliveredCard, openTeams, type Teams } from './teams';

const limit = 3;
const words = 'Det kom väldigt mycket på en gång';
const filledIn = { formKey: '00000000-0000-4000-9000-000000000042', kind: 'weakness', when: 'today', ongoing: 'no', where: 'Arkivet' };

let teams: Teams;
beforeEach(async () => {
  teams = await openTeams(10_000, allowancePerMinute(limit));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await teams.close();
});

async function useUp(): Promise<void> {
  for (let sent = 0; sent < limit; sent += 1) await teams.write('employee', 'hjälp');
}

function send(who: 'employee' | 'manager', place?: { readonly kind: 'channel' }): Promise<{ readonly status: number }> {
  return teams.post({ ...teams.activity(who, place), type: 'message', text: 'hjälp' });
}

test('a message too many is answered once, and those after it with silence', async () => {
  await useUp();
  const before = teams.connector.deliveries.length;
  for (let sent = 0; sent < 5; sent += 1) expect((await send('employee')).status).toBe(200);
  const answers = teams.connector.deliveries.slice(before);
  expect(answers).toHaveLength(1);
  expect(wordsOf(deliveredCard(answers[0]))).toContain(words);
});

test('a press too many gets a card, whose button sends the same press again', async () => {
  await useUp();
  const card = cardOf(await teams.invoke('employee', { verb: 'report-where', data: filledIn }));
  expect(wordsOf(card)).toContain(words);
  expect(actionsOf(card)).toMatchObject([{ verb: 'report-where', data: filledIn }]);
  expect(teams.desk.record.entries).toEqual([]);
});

test('a press that cannot be read is told the same, with the ways that are always there', async () => {
  await useUp();
  const card = cardOf(await teams.invoke('employee', { verb: 'no-such', data: 1 }));
  expect(wordsOf(card)).toContain(words);
  expect(actionsOf(card)).toMatchObject([{ verb: 'report-open' }, { verb: 'my-reports' }]);
});

test('another invoke is told so in its own form', async () => {
  await useUp();
  const { body } = await teams.post({ ...teams.activity('employee'), type: 'invoke', name: 'composeExtension/fetchTask' });
  expect(body).toMatchObject({ task: { type: 'message', value: expect.stringContaining(words) as string } });
});

test('in a channel nothing is said of it', async () => {
  await useUp();
  const before = teams.connector.deliveries.length;
  expect((await send('employee', { kind: 'channel' })).status).toBe(200);
  expect(teams.connector.deliveries.length).toBe(before);
});

test('others are answered as usual', async () => {
  await useUp();
  await send('employee');
  const before = teams.connector.deliveries.length;
  await send('manager');
  expect(teams.connector.deliveries.length).toBe(before + 1);
});

test('what Teams tells of itself is not counted', async () => {
  for (let sent = 0; sent < 5; sent += 1) await teams.post({ ...teams.activity('employee'), type: 'conversationUpdate' });
  expect(wordsOf(await teams.write('employee', 'hjälp'))).not.toContain(words);
});

test('a minute later one may go on', async () => {
  await useUp();
  await send('employee');
  const real = Date.now;
  jest.spyOn(Date, 'now').mockImplementation(() => real() + 61_000);
  expect(wordsOf(await teams.write('employee', 'hjälp'))).not.toContain(words);
});
