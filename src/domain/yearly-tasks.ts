// The årshjul: what comes back each year, whose it is, and who has done it when (H16). Classes that are reconsidered are not kept here; they follow from the register.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Words } from './language';
import { Person, type Actor, type Role } from './person';
import type { Position } from './capacities';
import { latestReminder } from './reminders';
import { isEarlier, monthOf } from './swedish-time';
import { morningOf, type WakingHours } from './waking-hours';

/** One task. `months`: 1 to 12, by the end of which it is to be done; one mark for each. `source`: the clause, paragraph or control it comes from. */
export interface YearlyTask {
  readonly code: string;
  readonly role: Role;
  readonly months: readonly number[];
  readonly source: string;
  readonly words: Words;
}

/** Longest note, in characters. */
export const yearlyNoteLimit = 300;

/** The years that have an årshjul: none before Värna, and none so far ahead that nobody knows its tasks. */
export const yearlyYears = { first: 2020, last: 2100 } as const;

/** `at` is UTC, ISO 8601. */
const YearlyMark = z.object({
  task: z.string(),
  month: z.int().min(1).max(12),
  by: Person,
  at: z.iso.datetime(),
  note: z.string()
});
export type YearlyMark = Readonly<z.infer<typeof YearlyMark>>;

/** What has been marked as done in one calendar year; `Y-2026`. A mark that was taken back is in the log alone. */
export const YearlyMarks = z.object({ reference: z.string().regex(/^Y-\d{4}$/), marks: z.array(YearlyMark).readonly() });
export type YearlyMarks = Readonly<z.infer<typeof YearlyMarks>>;

export function yearlyReference(year: number): string {
  return `Y-${year}`;
}

/** `began`: when the municipality got its årshjul. Both UTC, ISO 8601. */
export interface YearlyTimes {
  readonly began: string;
  readonly now: string;
}

/** Whether a month (`2026-11`) lies before the one that the årshjul began in: what was done then is not known here, and is late to nobody. */
export function isBeforeYearly(month: string, { began }: Pick<YearlyTimes, 'began'>): boolean {
  return month < monthOf(began);
}

/** Whether a month is over, so that what was to be done in it and is not marked is late. */
export function isLateMonth(month: string, times: YearlyTimes): boolean {
  return month < monthOf(times.now) && !isBeforeYearly(month, times);
}

/** When those whose task it is are told: a fortnight of its month is left, the month is over. */
export const yearlyStages = ['near', 'late'] as const;
export type YearlyStage = (typeof yearlyStages)[number];

const daysBefore = 14;

/** The reminder that is to be given at `now` of what is not marked in a month, if any; none whose time came before the årshjul began. */
export function yearlyReminder(month: string, waking: WakingHours, times: YearlyTimes): YearlyStage | undefined {
  if (isBeforeYearly(month, times)) return undefined;
  const after = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 });
  const all = [
    { stage: 'near' as const, at: morningOf(after.subtract({ days: daysBefore }), waking) },
    { stage: 'late' as const, at: morningOf(after, waking) }
  ];
  const toCome = all.filter(({ at }) => isEarlier(times.began, at));
  return latestReminder(toCome, waking, times.now)?.stage;
}

/** The last day (`2026-11-30`) of a month of a year. */
export function lastDayOf(year: number, month: number): string {
  const { daysInMonth: day } = Temporal.PlainYearMonth.from({ year, month });
  return Temporal.PlainDate.from({ year, month, day }).toString();
}

export function yearOf({ reference }: Pick<YearlyMarks, 'reference'>): number {
  return Number(reference.slice(2));
}

export function markOf({ marks }: YearlyMarks, { task, month }: Pick<YearlyMark, 'task' | 'month'>): YearlyMark | undefined {
  return marks.find((mark) => mark.task === task && mark.month === month);
}

/** Of somebody before a task: only those roles count whose it is, and the informationssäkerhetsansvarig's, who leads the work (H51). */
export function facingYearlyTask({ roles }: Pick<Actor, 'roles'>, { role }: Pick<YearlyTask, 'role'>): Position<'new'> {
  const concerned = roles.filter((held) => held === role || held === 'information-security');
  return { state: 'new', held: ['employee', ...concerned] };
}
