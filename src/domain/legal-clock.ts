// When each report of a legal track is due: hours run without a stop, months by the Swedish calendar; everything is kept in UTC.
import { Temporal } from 'temporal-polyfill';
import type { ClockStart, Stage, StageId, TimeLimit } from './legal-rules';
import { municipalTimeZone } from './reference-number';
import { isEarlier } from './swedish-time';

/** What the clocks of a track run from. Times are UTC, ISO 8601. */
export interface Clocked {
  /** Kännedom as it was taken for, oldest first; the last one counts. */
  readonly knowledge: readonly { readonly at: string }[];
  readonly submissions: readonly { readonly stage: StageId; readonly at: string }[];
  readonly handledAt?: string | undefined;
  /** What the contract says, when the limit is `agreed`. */
  readonly agreedHours?: number | undefined;
}

/** `due` is absent where there is no moment to compute; `waitsFor` says what is not known yet. `answeredAt`: when it, or what answers it, was first sent in. */
export interface StageClock {
  readonly stage: StageId;
  readonly limit: TimeLimit;
  readonly due?: string;
  readonly waitsFor?: ClockStart | 'agreed-hours';
  readonly answeredAt?: string;
}

/**
 * Hours are elapsed time: weekends, holidays and the change to summer time do not stretch them. A month ends on the day with the same number, else on the
 * month's last (lag 1930:173 1 §), in the Swedish calendar and at the same time of day, which is never later than that day's end. Where that time of day
 * does not exist, or comes twice, the earlier moment is taken.
 */
export function dueAfter(limit: Extract<TimeLimit, { readonly kind: 'hours' | 'calendar-months' }>, from: string): string {
  const start = Temporal.Instant.from(from);
  if (limit.kind === 'hours') return inWholeSeconds(start.add({ hours: limit.hours }));
  const local = start.toZonedDateTimeISO(municipalTimeZone).toPlainDateTime().add({ months: limit.months }, { overflow: 'constrain' });
  return inWholeSeconds(local.toZonedDateTime(municipalTimeZone, { disambiguation: 'earlier' }).toInstant());
}

/** The clock of every stage, in the order of the stages. */
export function clocksOf(track: Clocked, stages: readonly Stage[]): readonly StageClock[] {
  return stages.map((stage) => {
    const limit = isAfterProgress(track) ? (stage.afterProgress ?? stage.limit) : stage.limit;
    const answers = stages.filter(({ id, alsoAnswers }) => id === stage.id || alsoAnswers === stage.id).map(({ id }) => id);
    const answeredAt = earliest(track.submissions.filter((submission) => answers.includes(submission.stage)).map(({ at }) => at));
    return { stage: stage.id, limit, ...dueOf(track, limit), ...(answeredAt !== undefined && { answeredAt }) };
  });
}

/** Whether the stage was, or is at the moment `at`, past its time. */
export function isLate({ due, answeredAt }: StageClock, at: string): boolean {
  return due !== undefined && isEarlier(due, answeredAt ?? at);
}

/** What is to be sent in next, and by when: the earliest of what nothing has answered and nothing else may stand for. */
export function nextDue(track: Clocked, stages: readonly Stage[]): { readonly stage: StageId; readonly due: string } | undefined {
  const replaceable = stages.filter(({ insteadOf }) => insteadOf !== undefined).map(({ id }) => id);
  const waiting = clocksOf(track, stages).flatMap(({ stage, due, answeredAt }) =>
    due === undefined || answeredAt !== undefined || replaceable.includes(stage) ? [] : [{ stage, due }]
  );
  return waiting.reduce<(typeof waiting)[number] | undefined>(
    (first, one) => (first === undefined || isEarlier(one.due, first.due) ? one : first),
    undefined
  );
}

/** The clock of what is to be sent in next, with the moment it runs from; nothing where nothing is due. */
export function nextClock(track: Clocked, stages: readonly Stage[]): NextClock | undefined {
  const next = nextDue(track, stages);
  const limit = clocksOf(track, stages).find(({ stage }) => stage === next?.stage)?.limit;
  const start = limit !== undefined && 'from' in limit ? startOf(track, limit.from) : undefined;
  return next === undefined || start === undefined ? undefined : { ...next, start };
}

export interface NextClock {
  readonly stage: StageId;
  readonly start: string;
  readonly due: string;
}

/** The clocks that a report of this stage, sent in at `at`, would be too late for. */
export function missedBy(track: Clocked, stages: readonly Stage[], stage: StageId, at: string): readonly StageClock[] {
  const answered = stages.find(({ id }) => id === stage)?.alsoAnswers;
  return clocksOf(track, stages).filter(
    (clock) =>
      (clock.stage === stage || clock.stage === answered) &&
      clock.answeredAt === undefined &&
      clock.due !== undefined &&
      isEarlier(clock.due, at)
  );
}

function dueOf(track: Clocked, limit: TimeLimit): Pick<StageClock, 'due' | 'waitsFor'> {
  if (limit.kind === 'promptly' || limit.kind === 'on-request') return {};
  const from = startOf(track, limit.from);
  if (from === undefined) return { waitsFor: limit.from };
  if (limit.kind !== 'agreed') return { due: dueAfter(limit, from) };
  if (track.agreedHours === undefined) return { waitsFor: 'agreed-hours' };
  return { due: dueAfter({ kind: 'hours', hours: track.agreedHours, from: limit.from }, from) };
}

function startOf(track: Clocked, start: ClockStart): string | undefined {
  switch (start) {
    case 'knowledge':
      return track.knowledge.at(-1)?.at;
    case 'notification':
      return earliest(track.submissions.filter(({ stage }) => stage === 'notification').map(({ at }) => at));
    case 'handled':
      return track.handledAt;
  }
}

function isAfterProgress({ submissions }: Clocked): boolean {
  return submissions.some(({ stage }) => stage === 'progress');
}

function earliest(moments: readonly string[]): string | undefined {
  return moments.reduce<string | undefined>((first, at) => (first === undefined || isEarlier(at, first) ? at : first), undefined);
}

function inWholeSeconds(moment: Temporal.Instant): string {
  return moment.round({ smallestUnit: 'second', roundingMode: 'trunc' }).toString();
}
