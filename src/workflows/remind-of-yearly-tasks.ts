// Those whose tasks of the årshjul are near or late are told, once of each task and step, in the morning of a working day (H16, H51).
import type { Notice } from '../domain/notice';
import { monthOf } from '../domain/swedish-time';
import { markOf, yearlyReference, yearlyReminder, type YearlyStage, type YearlyTask } from '../domain/yearly-tasks';
import type { Context } from './context';
import type { Telling } from './telling';

interface DueTask {
  readonly task: YearlyTask;
  /** `Y-2026` */
  readonly reference: string;
  readonly month: number;
  readonly stage: YearlyStage;
}

/** `began`: when the municipality got its årshjul (UTC): nobody is told of what lay before. Each to those who hold the role of the task now. */
export async function remindOfYearlyTasks(
  { context, rules, tell }: Pick<Telling, 'context' | 'rules' | 'tell'>,
  tasks: readonly YearlyTask[],
  began: string
): Promise<void> {
  const times = { began, now: context.now() };
  for (const month of monthsAround(times.now)) {
    const stage = yearlyReminder(month, rules.measure.waking, times);
    if (stage === undefined) continue;
    const due = { reference: yearlyReference(Number(month.slice(0, 4))), month: Number(month.slice(5)), stage };
    for (const task of tasks) if (await isToBeDone(context, task, due)) await remind({ context, tell }, { ...due, task });
  }
}

/** The month before and this one: what was to be done earlier is no news any more. */
function monthsAround(now: string): readonly [string, string] {
  const month = monthOf(now);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const before = number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
  return [before, month];
}

/** By the log, which tells of a mark before the list does. */
export async function isToBeDone(
  { log, yearly }: Context,
  { code, months }: Pick<YearlyTask, 'code' | 'months'>,
  { reference, month }: Pick<DueTask, 'reference' | 'month'>
): Promise<boolean> {
  if (!months.includes(month)) return false;
  const entry = await log.latest(reference);
  return entry === undefined || markOf(yearly.parse(entry.state), { task: code, month }) === undefined;
}

async function remind(
  { context, tell }: Pick<Telling, 'context' | 'tell'>,
  { task: { code: task, role }, reference, month, stage }: DueTask
): Promise<void> {
  const people = await context.directory.membersOf(role);
  const notices = people.map(({ id: to }): Notice => ({ kind: 'yearly-reminder', to, reference, task, month, stage }));
  if (notices.length > 0) await tell(`remind ${reference} ${task} ${month} ${stage}`, notices);
}
