// Somebody marks a task of the årshjul as done, or takes the mark back (H16).
import { z } from 'zod';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { writtenVisibly } from '../domain/written-text';
import {
  facingYearlyTask,
  markOf,
  yearlyNoteLimit,
  yearlyReference,
  yearlyYears,
  type YearlyMarks,
  type YearlyTask
} from '../domain/yearly-tasks';
import { alreadyDone, commit, commitFirst, readMended, type Change } from './commit';
import { told, type Answer, type Context, type Request } from './context';

/** `month` is one of those of the task. A note only with what is done. */
export const MarkYearlyTaskInput = z.discriminatedUnion('done', [
  z.strictObject({ done: z.literal(true), ...which(), note: z.union([z.literal(''), writtenVisibly(yearlyNoteLimit)]) }),
  z.strictObject({ done: z.literal(false), ...which() })
]);
export type MarkYearlyTaskInput = Readonly<z.infer<typeof MarkYearlyTaskInput>>;

function which() {
  return { year: z.int().min(yearlyYears.first).max(yearlyYears.last), month: z.int().min(1).max(12), task: z.string().max(60) };
}

/** Whoever marks it second is told who was first. */
export async function markYearlyTask(
  context: Context,
  tasks: readonly YearlyTask[],
  { command, actor, input }: Request<MarkYearlyTaskInput>
): Promise<Answer<YearlyMarks, 'not-allowed' | 'unknown-task' | 'wrong-state'>> {
  const reference = yearlyReference(input.year);
  const [known, page] = await Promise.all([alreadyDone(context, context.yearly, command), readMended(context, context.yearly, reference)]);
  if (known !== undefined) return told(known);
  const task = tasks.find(({ code, months }) => code === input.task && months.includes(input.month));
  if (task === undefined) return refused('unknown-task');
  const refusal = refusalTo('mark-yearly-task', facingYearlyTask(actor, task));
  if (refusal !== undefined) return refused(refusal);
  const before: YearlyMarks = page?.state ?? { reference, marks: [] };
  const standing = markOf(before, input);
  if (input.done && standing !== undefined)
    return { ok: false, reason: 'overtaken', by: standing.by.name, at: standing.at, event: 'yearly-task-done' };
  if (!input.done && standing === undefined) return refused('wrong-state');
  const others = before.marks.filter((mark) => mark.task !== input.task || mark.month !== input.month);
  const mark = input.done ? [{ task: input.task, month: input.month, by: actor.person, at: context.now(), note: input.note }] : [];
  const change: Change<YearlyMarks> = {
    event: input.done ? 'yearly-task-done' : 'yearly-task-undone',
    command,
    actor,
    from: '',
    to: `${input.task} ${input.month}`,
    ...(input.done && { reason: input.note }),
    state: { reference, marks: [...others, ...mark] }
  };
  const outcome =
    page === undefined
      ? await commitFirst(context, context.yearly, reference, change)
      : await commit(context, context.yearly, reference, page, change);
  return outcome.ok ? told(outcome.state) : outcome;
}
