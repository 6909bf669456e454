// The årshjul: what comes back each year, whose it is, and who has done it when (H16). Classes that are reconsidered are not kept here; they follow from the register.
import { z } from 'zod';
import type { Words } from './language';
import { Person, type Actor, type Role } from './person';
import type { Position } from './capacities';

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

export function markOf({ marks }: YearlyMarks, { task, month }: Pick<YearlyMark, 'task' | 'month'>): YearlyMark | undefined {
  return marks.find((mark) => mark.task === task && mark.month === month);
}

/** Of somebody before a task: only those roles count whose it is, and the informationssäkerhetsansvarig's, who leads the work (H51). */
export function facingYearlyTask({ roles }: Pick<Actor, 'roles'>, { role }: Pick<YearlyTask, 'role'>): Position<'new'> {
  const concerned = roles.filter((held) => held === role || held === 'information-security');
  return { state: 'new', held: ['employee', ...concerned] };
}
