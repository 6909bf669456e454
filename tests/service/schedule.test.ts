// Scheduled work: when it is due in Swedish time, and that it is done once for each time, whatever happens to whoever does it.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { daily, everyMinute, everyWorkingDay, startSchedule, type Job, type ScheduleOptions, type Span } from '../../src/service/schedule';
import type { ServiceState } from '../../src/service/state/service-state';
import { azuriteStartMilliseconds } from './azurite';
import { keepingKinds, startKeepings, type Keepings } from './keepings';
import { eventually, runService, silentLog } from './running-service';

test.each([
  ['in winter', '2026-11-23T12:00:00Z', '2026-11-23T02:00:00.000Z', '2026-11-24T02:00:00.000Z'],
  ['in summer', '2026-07-01T12:00:00Z', '2026-07-01T01:00:00.000Z', '2026-07-02T01:00:00.000Z'],
  ['on the very moment', '2026-11-23T02:00:00Z', '2026-11-23T02:00:00.000Z', '2026-11-24T02:00:00.000Z'],
  ['just before', '2026-11-23T01:59:59.999Z', '2026-11-22T02:00:00.000Z', '2026-11-23T02:00:00.000Z'],
  ['when summer time begins', '2026-03-28T12:00:00Z', '2026-03-28T02:00:00.000Z', '2026-03-29T01:00:00.000Z'],
  ['when it ends', '2026-10-24T12:00:00Z', '2026-10-24T01:00:00.000Z', '2026-10-25T02:00:00.000Z']
])('three in the morning %s', (_when, now, latest, next) => {
  const due = daily('03:00');
  expect([due.latest(new Date(now)), due.next(new Date(now))]).toEqual([latest, next]);
});

test('a job is due once every Swedish day, at any time of the day and of the year', () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  const moment = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(time, moment, ([hour, minute], now) => {
      const due = daily(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
      const latest = due.latest(now);
      const next = due.next(now);
      expect(new Date(latest).getTime()).toBeLessThanOrEqual(now.getTime());
      expect(new Date(next).getTime()).toBeGreaterThan(now.getTime());
      expect(due.latest(new Date(next))).toBe(next);
      expect(dayOf(latest).until(dayOf(next)).days).toBe(1);
    })
  );
});

test.each([
  ['on a Tuesday', '2026-11-24T12:00:00Z', '2026-11-24T07:00:00.000Z', '2026-11-25T07:00:00.000Z'],
  ['early on a Monday', '2026-11-23T06:59:59.999Z', '2026-11-20T07:00:00.000Z', '2026-11-23T07:00:00.000Z'],
  ['on a Saturday', '2026-11-28T12:00:00Z', '2026-11-27T07:00:00.000Z', '2026-11-30T07:00:00.000Z'],
  ['at Easter, when summer time has begun', '2026-04-03T12:00:00Z', '2026-04-02T06:00:00.000Z', '2026-04-07T06:00:00.000Z'],
  ['at Christmas', '2026-12-24T08:00:00Z', '2026-12-23T07:00:00.000Z', '2026-12-28T07:00:00.000Z']
])('at eight on working days, seen %s', (_when, now, latest, next) => {
  const due = everyWorkingDay('08:00');
  expect([due.latest(new Date(now)), due.next(new Date(now))]).toEqual([latest, next]);
});

test('every minute is due when it begins', () => {
  const seen = [new Date('2026-11-23T14:40:00.000Z'), new Date('2026-11-23T14:40:59.999Z')];
  expect(seen.map((now) => [everyMinute.latest(now), everyMinute.next(now)])).toEqual([
    ['2026-11-23T14:40:00.000Z', '2026-11-23T14:41:00.000Z'],
    ['2026-11-23T14:40:00.000Z', '2026-11-23T14:41:00.000Z']
  ]);
});

function dayOf(moment: string): Temporal.PlainDate {
  return Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
}

let now = new Date('2026-11-23T02:00:00.000Z');
let keepings: Keepings;
beforeAll(async () => {
  keepings = await startKeepings(() => now);
}, azuriteStartMilliseconds);
beforeEach(() => {
  now = new Date('2026-11-23T02:00:00.000Z');
});
afterEach(() => keepings.close());
afterAll(() => keepings.stop());

const pace = { answerWithin: 1_000, takeUpAfter: 60_000, lookAgainAfter: 10, firstRetryAfter: 5, longestRetryAfter: 10 };
const due = '2026-11-23T02:00:00.000Z';
const minuteLater = '2026-11-23T02:01:00.000Z';

describe.each(keepingKinds)('in %s', (kind) => {
  let open: () => Promise<ServiceState>;
  let state: ServiceState;
  beforeEach(async () => {
    open = keepings.fresh(kind);
    state = await open();
  });

  const run = { job: 'check', due, holder: 'one' };
  const other = { ...run, holder: 'other' };
  const claim = { now: due, until: minuteLater };

  test('a run is in one hand at a time, and is done once', async () => {
    const { schedule } = state;
    expect(await schedule.take(run, claim)).toEqual({ kind: 'taken' });
    expect(await schedule.take(other, claim)).toEqual({ kind: 'in-hand', until: minuteLater });
    expect(await schedule.complete(run, due)).toBe(true);
    expect(await schedule.complete(run, due)).toBe(false);
    expect(await schedule.take(other, claim)).toEqual({ kind: 'done' });
    expect(await schedule.take({ ...other, due: '2026-11-22T02:00:00.000Z' }, claim)).toEqual({ kind: 'done' });
    expect(await schedule.take({ ...other, due: '2026-11-24T02:00:00.000Z' }, claim)).toEqual({ kind: 'taken', after: due });
    expect(await schedule.take({ ...other, job: 'anchor' }, claim)).toEqual({ kind: 'taken' });
  });

  test('a lease that ran out is taken by another, and whoever had it can neither renew it nor complete the run', async () => {
    const { schedule } = state;
    await schedule.take(run, claim);
    expect(await schedule.renew(run, minuteLater)).toBe(true);
    expect(await schedule.take(other, { now: minuteLater, until: '2026-11-23T02:02:00.000Z' })).toEqual({ kind: 'taken' });
    expect(await schedule.renew(run, '2026-11-23T03:00:00.000Z')).toBe(false);
    expect(await schedule.complete(run, minuteLater)).toBe(false);
    expect(await schedule.complete(other, minuteLater)).toBe(true);
  });

  test('of many who reach for a run at once, one has it', async () => {
    const instances = [state, await open(), await open()];
    const taken = await Promise.all(instances.map(({ schedule }, index) => schedule.take({ ...run, holder: String(index) }, claim)));
    expect(taken.map((one) => one.kind).sort()).toEqual(['in-hand', 'in-hand', 'taken']);
  });

  test('which run was completed last is there when it is opened again', async () => {
    await state.schedule.take(run, claim);
    await state.schedule.complete(run, due);
    await keepings.close();
    expect(await (await open()).schedule.take(other, claim)).toEqual({ kind: 'done' });
  });

  test('a job is done once for each time it is due, by two instances of which one dies with it in hand', async () => {
    const completions: string[] = [];
    const counted = ({ schedule }: ServiceState): ScheduleOptions['schedule'] => ({
      ...schedule,
      complete: async (completed, at) => {
        const counts = await schedule.complete(completed, at);
        if (counts) completions.push(`${completed.holder} ${completed.due}`);
        return counts;
      }
    });
    const started: string[] = [];
    let wakeTheDead: () => void = () => undefined;
    const death = new Promise<void>((resolve) => (wakeTheDead = resolve));
    const job = (holder: string, work: () => Promise<void>): Job => ({
      name: 'check',
      due: daily('03:00'),
      run: () => {
        started.push(holder);
        return work();
      }
    });
    const options = { now: () => now, pace, log: silentLog };
    const dying = startSchedule({ ...options, schedule: counted(state), holder: 'dying', jobs: [job('dying', () => death)] });
    await eventually(() => expect(started).toEqual(['dying']));
    const schedule = counted(await open());
    const living = startSchedule({ ...options, schedule, holder: 'living', jobs: [job('living', () => Promise.resolve())] });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(started).toEqual(['dying']);

    now = new Date('2026-11-23T02:01:00.000Z');
    await eventually(() => expect(completions).toEqual([`living ${due}`]));
    wakeTheDead();
    await dying.stop();
    expect(completions).toEqual([`living ${due}`]);

    now = new Date('2026-11-24T02:00:00.000Z');
    await eventually(() => expect(completions).toEqual([`living ${due}`, 'living 2026-11-24T02:00:00.000Z']));
    await living.stop();
  });
});

test('a job that fails is tried again until it is done, and then no more that day', async () => {
  const state = await keepings.fresh('SQLite')();
  const tries: string[] = [];
  const job: Job = {
    name: 'check',
    due: daily('03:00'),
    run: () => {
      tries.push(now.toISOString());
      return tries.length < 3 ? Promise.reject(new Error('SharePoint is away')) : Promise.resolve();
    }
  };
  const quick = { ...pace, takeUpAfter: 15 };
  const { stop } = startSchedule({
    schedule: state.schedule,
    jobs: [job],
    holder: 'one',
    now: () => (now = new Date(now.getTime() + 1)),
    pace: quick,
    log: silentLog
  });
  await eventually(() => expect(tries).toHaveLength(3));
  await eventually(async () =>
    expect(await state.schedule.take({ job: 'check', due, holder: 'two' }, { now: minuteLater, until: minuteLater })).toEqual({
      kind: 'done'
    })
  );
  await stop();
  expect(tries).toHaveLength(3);
});

test('a run is told which was the last that was completed, however long ago', async () => {
  const state = await keepings.fresh('SQLite')();
  const spans: Span[] = [];
  const job: Job = {
    name: 'digest',
    due: daily('03:00'),
    run: (_signal, span) => {
      spans.push(span);
      return Promise.resolve();
    }
  };
  const { stop } = startSchedule({ schedule: state.schedule, jobs: [job], holder: 'one', now: () => now, pace, log: silentLog });
  await eventually(() => expect(spans).toEqual([{ due }]));
  await eventually(async () =>
    expect(await state.schedule.take({ job: 'digest', due, holder: 'two' }, { now: due, until: minuteLater })).toEqual({ kind: 'done' })
  );
  now = new Date('2026-11-27T02:00:00.000Z');
  await eventually(() => expect(spans).toEqual([{ due }, { due: '2026-11-27T02:00:00.000Z', after: due }]));
  await stop();
});

test('a job that takes longer than its lease keeps it', async () => {
  const state = await keepings.fresh('SQLite')();
  let finish: () => void = () => undefined;
  const work = new Promise<void>((resolve) => (finish = resolve));
  let renewals = 0;
  const schedule = {
    ...state.schedule,
    renew: (...asked: Parameters<typeof state.schedule.renew>) => {
      renewals += 1;
      return state.schedule.renew(...asked);
    }
  };
  const quick = { ...pace, takeUpAfter: 300 };
  const job: Job = { name: 'check', due: daily('03:00'), run: () => work };
  const { stop } = startSchedule({ schedule, jobs: [job], holder: 'one', now: () => now, pace: quick, log: silentLog });
  await eventually(() => expect(renewals).toBe(1));
  now = new Date('2026-11-23T02:00:00.250Z');
  await eventually(() => expect(renewals).toBeGreaterThan(2));
  const reach = { now: '2026-11-23T02:00:00.400Z', until: minuteLater };
  expect(await state.schedule.take({ job: 'check', due, holder: 'two' }, reach)).toMatchObject({ kind: 'in-hand' });
  finish();
  await eventually(async () => expect(await state.schedule.take({ job: 'check', due, holder: 'two' }, reach)).toEqual({ kind: 'done' }));
  await stop();
});

test('a service that is stopped tells its jobs to stop, and leaves them to be done', async () => {
  const state = await keepings.fresh('SQLite')();
  let told: AbortSignal | undefined;
  const job: Job = {
    name: 'check',
    due: daily('03:00'),
    run: (signal) => {
      told = signal;
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    }
  };
  const { stop } = startSchedule({ schedule: state.schedule, jobs: [job], holder: 'one', now: () => now, pace, log: silentLog });
  await eventually(() => expect(told).toBeDefined());
  await stop();
  const claim = { now: minuteLater, until: minuteLater };
  expect(await state.schedule.take({ job: 'check', due, holder: 'two' }, claim)).toEqual({ kind: 'taken' });
});

test('the running service does the jobs it is given', async () => {
  let times = 0;
  const job: Job = {
    name: 'check',
    due: daily('03:00'),
    run: () => {
      times += 1;
      return Promise.resolve();
    }
  };
  const running = await runService({ jobs: () => [job] });
  await eventually(() => expect(running.logged()).toContain('"job":"check"'));
  expect(running.logged()).toContain('"job":"forget"');
  expect(times).toBe(1);
  await running.stop();
});
