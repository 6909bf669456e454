// When somebody is reminded of what is due, and when the next in line is told because nobody has answered (domain.md 5.2, H26).
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Severity } from './severity';
import { isEarlier } from './swedish-time';
import { awakeBefore, awakeFrom, isAwake, type WakingHours } from './waking-hours';

/** Halfway to the deadline, shortly before it, and when it has passed. */
export const reminderStages = ['half', 'near', 'over'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** Times are UTC, ISO 8601. */
export interface Deadline {
  readonly start: string;
  readonly due: string;
}

export interface ReminderRule {
  readonly waking: WakingHours;
  /** How much of the time is left when it is near: a part of the whole. */
  readonly nearShare: number;
}

export interface EscalationRule extends ReminderRule {
  /** How long each has, before the next in line is told. */
  readonly nextAfterMinutes: number;
}

/** For the answer to an incident, by its severity, for what a law wants sent in, for measures, and for what units answer in an inventory. */
export interface EscalationRules {
  readonly answer: Readonly<Record<Severity, EscalationRule>>;
  readonly legal: ReminderRule;
  readonly measure: ReminderRule;
  readonly inventory: Pick<ReminderRule, 'waking'>;
}

export interface Reminder {
  readonly stage: ReminderStage;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/**
 * The reminders of a deadline, in the order they come, none of them outside the waking hours. One that would only come together with the next is left
 * out. What would come too late because it waits for morning comes before the evening, when there was one.
 */
export function remindersOf({ start, due }: Deadline, { waking, nearShare }: ReminderRule): readonly Reminder[] {
  const all: readonly Reminder[] = [
    { stage: 'half', at: awakeFrom(within({ start, due }, 1 / 2), waking) },
    { stage: 'near', at: awakeInTime({ start, due }, within({ start, due }, 1 - nearShare), waking) },
    { stage: 'over', at: awakeFrom(due, waking) }
  ];
  return all.filter(({ at }, index) => all.slice(index + 1).every((next) => isEarlier(at, next.at)));
}

/** The reminder that is to be given at `now` (UTC), if any: the latest of those whose time has come. */
export function reminderDue(deadline: Deadline, rule: ReminderRule, now: string): Reminder | undefined {
  return latestReminder(remindersOf(deadline, rule), rule.waking, now);
}

/** Of reminders in the order they come (`at` UTC), the latest whose time has come; none outside the waking hours, nor when it is no news any more. */
export function latestReminder<R extends { readonly at: string }>(all: readonly R[], waking: WakingHours, now: string): R | undefined {
  if (!isAwake(now, waking)) return undefined;
  const latest = all.filter(({ at }) => !isEarlier(now, at)).at(-1);
  return latest === undefined || isOld(latest.at, now) ? undefined : latest;
}

/** Which in the line has been told last, of which deadline, and when: 0 is whoever was to answer, and is nobody's successor. */
export const Escalated = z.object({ due: z.iso.datetime(), step: z.int().min(1), at: z.iso.datetime() });
export type Escalated = Readonly<z.infer<typeof Escalated>>;

/** Which in the line is to be told at `now` (UTC), if any: one after the other, and each has their time, in waking hours, to answer. */
export function stepDue(deadline: Deadline, last: Escalated | undefined, rule: EscalationRule, now: string): number | undefined {
  if (!isAwake(now, rule.waking)) return undefined;
  const before = last?.due === deadline.due ? last : undefined;
  const at = awakeFrom(before === undefined ? deadline.due : minutesAfter(before.at, rule.nextAfterMinutes), rule.waking);
  return isEarlier(now, at) || isOld(at, now) ? undefined : (before?.step ?? 0) + 1;
}

/** What has stood for a month is no news: nobody is reminded of it, as when the service is first started over an old record. */
function isOld(at: string, now: string): boolean {
  return isEarlier(minutesAfter(at, 30 * 24 * 60), now);
}

/** `at`, or the next waking hour if the deadline has not passed by then, or the last one before. */
function awakeInTime({ start, due }: Deadline, at: string, waking: WakingHours): string {
  const after = awakeFrom(at, waking);
  if (waking === 'always' || isEarlier(after, due)) return after;
  const before = awakeBefore(at, waking);
  return isEarlier(start, before) ? before : after;
}

function within({ start, due }: Deadline, share: number): string {
  const from = Temporal.Instant.from(start);
  const seconds = Math.floor(from.until(Temporal.Instant.from(due)).total('seconds') * share);
  return from.add({ seconds }).toString();
}

function minutesAfter(at: string, minutes: number): string {
  return Temporal.Instant.from(at).add({ minutes }).toString();
}
