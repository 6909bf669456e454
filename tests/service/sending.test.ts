// Notices to people in Teams: they wait for people who are not known yet, survive failures, and keep their order.
import { handlersChannel } from '../../src/domain/handlers-channel';
import { people } from '../workflows/memory-context';
import { eventually, reportInput, runService, type RunningService } from './running-service';

let running: RunningService;
beforeEach(async () => {
  running = await runService();
});
afterEach(() => running.stop());

const toldTo = (): string[] => running.chat.sent.map(({ to }) => to);

test('a notice waits for somebody who has never met the bot, and is sent as soon as they have', async () => {
  await running.chat.hello(people.it);
  await running.give(people.employee, 'report-incident', reportInput);
  await eventually(() => expect(toldTo()).toEqual([people.it.id]));
  await running.chat.hello(people.manager);
  await eventually(() => expect(toldTo()).toEqual([people.it.id, people.manager.id]));
});

test('a send that fails is tried again until it succeeds, and then no more', async () => {
  running.chat.next.push(new Error('connector away'), new Error('connector away'), { kind: 'throttled', retryAfterSeconds: 0.05 });
  await running.chat.hello(people.it);
  await running.give(people.employee, 'report-incident', reportInput);
  await eventually(() => expect(toldTo()).toEqual([people.it.id]));
  await running.give(people.employee, 'report-incident', reportInput);
  await eventually(() =>
    expect(running.chat.sent.map((notice) => 'reference' in notice && notice.reference)).toEqual(['I-2026-0001', 'I-2026-0002'])
  );
});

test('two notices to one person come in the order things happened, also when the first must wait', async () => {
  await running.give(people.employee, 'report-incident', reportInput);
  await running.give(people.employee, 'report-incident', reportInput);
  running.chat.next.push(new Error('connector away'));
  await running.chat.hello(people.it);
  await eventually(() =>
    expect(running.chat.sent.map((notice) => 'reference' in notice && notice.reference)).toEqual(['I-2026-0001', 'I-2026-0002'])
  );
});

test('somebody who removed the app is written to again when they come back', async () => {
  running.chat.next.push({ kind: 'unreachable' });
  await running.chat.hello(people.it);
  await running.give(people.employee, 'report-incident', reportInput);
  await eventually(() => expect(running.logged()).toContain('"outcome":"unreachable"'));
  expect(running.chat.sent).toEqual([]);
  await running.chat.hello(people.it);
  await eventually(() => expect(toldTo()).toEqual([people.it.id]));
});

describe('the handlers’ channel', () => {
  const inChannel = (): readonly string[] =>
    running.chat.sent.flatMap((notice) => (notice.kind === 'incident-in-channel' ? [`${notice.reference} ${notice.state}`] : []));

  test('is told of every incident from when it was chosen, and of each step that follows', async () => {
    await running.chat.hello(people.it);
    await running.give(people.employee, 'report-incident', reportInput);
    await eventually(() => expect(toldTo()).toEqual([people.it.id]));
    await running.chat.hello({ ...people.it, id: handlersChannel });
    await running.give(people.employee, 'report-incident', reportInput);
    await running.give(people.it, 'acknowledge-incident', { reference: 'I-2026-0002', receiver: 'it' });
    await eventually(() => expect(inChannel()).toEqual(['I-2026-0002 reported', 'I-2026-0002 received']));
  });

  test('is told nothing of what is no incident, nor of what was refused', async () => {
    await running.chat.hello({ ...people.it, id: handlersChannel });
    await running.give(people.employee, 'stop-report', { during: 'report' });
    await running.give(people.employee, 'acknowledge-incident', { reference: 'I-2026-0001', receiver: 'it' });
    await running.give(people.employee, 'report-incident', reportInput);
    await eventually(() => expect(inChannel()).toEqual(['I-2026-0001 reported']));
    expect(JSON.stringify(running.chat.sent)).not.toContain(reportInput.report.description);
  });
});
