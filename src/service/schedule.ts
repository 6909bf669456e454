// Scheduled work: each job is done once for each time it is due, by whichever instance takes it in hand.
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { municipalTimeZone as timeZone } from '../domain/reference-number';
import { isWorkingDay } from '../domain/working-days';
import { faultOf } from './log';
import { later, type Pace } from './pace';
import { startRounds, type Rounds } from './rounds';
import type { JobRun, Schedule } from './state/service-state';

/** When a job is due: UTC, ISO 8601 with milliseconds. `latest` is at `now` or before, `next` is after; one is never far from the other. */
export interface DueTimes {
  readonly latest: (now: Date) => string;
  readonly next: (now: Date) => string;
}

/**
 * Work to be done once for each time it is due. `name` is its identity in the state, and is never given to other work. Times that passed while no
 * instance ran are not made up for, save the latest, which is told how far back the one before it lies. `run` throws when it could not be done and is tried again; it may also be begun again where
 * an instance died. When `signal` is aborted it is to stop: the service is, or another instance has it in hand.
 */
export interface Job {
  readonly name: string;
  readonly due: DueTimes;
  readonly run: (signal: AbortSignal, span: Span) => Promise<void>;
}

/** The time a run is due, and the one that was last completed; none when there never was any. UTC, ISO 8601 with milliseconds. */
export interface Span {
  readonly due: string;
  readonly after?: string;
}

export interface ScheduleOptions {
  readonly schedule: Schedule;
  readonly jobs: readonly Job[];
  /** Tells this process from all others, also from itself before it was started anew. */
  readonly holder: string;
  readonly now: () => Date;
  readonly pace: Pace;
  readonly log: Logger;
}

/** Every day at `time` ("03:00", Swedish time). Where summer time skips it, as much later; where it comes twice, the first. */
export function daily(time: string): DueTimes {
  return onDays(time, () => true);
}

/** As `daily`, on working days alone. */
export function everyWorkingDay(time: string): DueTimes {
  return onDays(time, isWorkingDay);
}

/** At the beginning of every minute. */
export const everyMinute: DueTimes = {
  latest: (now) => inUtc(minuteOf(now)),
  next: (now) => inUtc(minuteOf(now).add({ minutes: 1 }))
};

function onDays(time: string, isDay: (date: Temporal.PlainDate) => boolean): DueTimes {
  const at = Temporal.PlainTime.from(time);
  const dueOn = (date: Temporal.PlainDate): Temporal.Instant => date.toZonedDateTime({ timeZone, plainTime: at }).toInstant();
  const nearest = (date: Temporal.PlainDate, days: 1 | -1): Temporal.PlainDate => (isDay(date) ? date : nearest(date.add({ days }), days));
  const latest = (now: Date): Temporal.PlainDate => {
    const moment = Temporal.Instant.fromEpochMilliseconds(now.getTime());
    const today = moment.toZonedDateTimeISO(timeZone).toPlainDate();
    return nearest(Temporal.Instant.compare(dueOn(today), moment) <= 0 ? today : today.subtract({ days: 1 }), -1);
  };
  return {
    latest: (now) => inUtc(dueOn(latest(now))),
    next: (now) => inUtc(dueOn(nearest(latest(now).add({ days: 1 }), 1)))
  };
}

function minuteOf(now: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

function inUtc(moment: Temporal.Instant): string {
  return moment.toString({ smallestUnit: 'millisecond' });
}

/** Each job goes at its own pace. Stopping aborts what is going on and waits for it. */
export function startSchedule(options: ScheduleOptions): Pick<Rounds, 'stop'> {
  const stopping = new AbortController();
  const rounds = options.jobs.map((job) => startJob(job, stopping.signal, options));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(rounds.map(({ stop }) => stop()));
    }
  };
}

function startJob(job: Job, stopping: AbortSignal, options: ScheduleOptions): Rounds {
  const { schedule, holder, now, pace, log } = options;
  return startRounds({
    now,
    shortestPause: pace.firstRetryAfter,
    longestPause: pace.lookAgainAfter,
    pauseAfterFailure: pace.longestRetryAfter,
    failed: (error) => log.error({ job: job.name, fault: faultOf(error) }, 'job failed'),
    round: async () => {
      const run = { job: job.name, due: job.due.latest(now()), holder };
      const taken = await schedule.take(run, { now: now().toISOString(), until: later(now(), pace.takeUpAfter) });
      if (taken.kind === 'in-hand') return taken.until;
      if (taken.kind === 'taken') await carryOut(job, { ...run, ...taken }, stopping, options);
      return job.due.next(now());
    }
  });
}

async function carryOut(job: Job, { after, ...run }: JobRun & Span, stopping: AbortSignal, options: ScheduleOptions): Promise<void> {
  const { schedule, now, log } = options;
  const started = now().getTime();
  const lease = keepLease(run, options);
  const signal = AbortSignal.any([stopping, lease.lost]);
  try {
    await job.run(signal, { due: run.due, ...(after !== undefined && { after }) });
  } finally {
    await lease.stop();
  }
  if (signal.aborted) return;
  const counts = await schedule.complete(run, now().toISOString());
  log.info({ job: job.name, due: run.due, outcome: counts ? 'done' : 'overtaken', milliseconds: now().getTime() - started }, 'job');
}

interface KeptLease {
  /** Aborted when the run may be in another's hand. */
  readonly lost: AbortSignal;
  readonly stop: () => Promise<void>;
}

/** Renewed three times in each period, so that one renewal may fail. */
function keepLease(run: JobRun, { schedule, now, pace, log }: ScheduleOptions): KeptLease {
  const lost = new AbortController();
  let heldUntil = now().getTime() + pace.takeUpAfter;
  let renewing = Promise.resolve();

  async function renew(): Promise<void> {
    const until = now().getTime() + pace.takeUpAfter;
    try {
      if (await schedule.renew(run, new Date(until).toISOString())) heldUntil = until;
      else lost.abort();
    } catch (error) {
      log.warn({ job: run.job, fault: faultOf(error) }, 'lease not renewed');
      if (now().getTime() >= heldUntil) lost.abort();
    }
  }

  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, pace.takeUpAfter / 3);
  return {
    lost: lost.signal,
    stop: async () => {
      clearInterval(timer);
      await renewing;
    }
  };
}
