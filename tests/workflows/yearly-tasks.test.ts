// Marking the tasks of the årshjul: whose they are, once each, and taken back.
import { roles } from '../../src/domain/person';
import { facingYearlyTask } from '../../src/domain/yearly-tasks';
import { yearlyTasks } from '../../src/reference/yearly-tasks';
import type { Answer } from '../../src/workflows/context';
import { markYearlyTask, MarkYearlyTaskInput } from '../../src/workflows/mark-yearly-task';
import { chainDeviations } from '../domain/log-rows';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

let commands = 0;
const exercise = { done: true, year: 2026, month: 11, task: 'exercise', note: 'Skadlig kod' } as const;
const takenBack = { done: false, year: 2026, month: 11, task: 'exercise' } as const;

const mark = (context: MemoryContext, input: MarkYearlyTaskInput, who: keyof typeof people, command = `command-${(commands += 1)}`) =>
  markYearlyTask(context, yearlyTasks, { command, actor: actor(who), input });
const outcome = (answer: Answer<unknown, string>): string => (answer.ok ? 'done' : answer.reason);

test('whose task it is marks it as done, and the record says who, when and what they wrote', async () => {
  const context = memoryContext();
  expect(await mark(context, exercise, 'securityOfficer')).toMatchObject({ ok: true, notices: [] });
  const done = { task: 'exercise', month: 11, by: people.securityOfficer, at: context.now(), note: 'Skadlig kod' };
  expect((await context.yearly.read('Y-2026'))?.state).toEqual({ reference: 'Y-2026', marks: [done] });
  expect(context.entries.at(-1)).toMatchObject({ event: 'yearly-task-done', to: 'exercise 11', reason: 'Skadlig kod' });
});

test('the same command again is the same mark, and another comes too late and is told who was first', async () => {
  const context = memoryContext();
  await mark(context, exercise, 'securityOfficer', 'once');
  expect(outcome(await mark(context, exercise, 'securityOfficer', 'once'))).toBe('done');
  expect(context.entries).toHaveLength(1);
  const late = await mark(context, exercise, 'securityOfficer');
  expect(late).toMatchObject({ reason: 'overtaken', by: people.securityOfficer.name, event: 'yearly-task-done' });
});

test('a mark is taken back, once, and the log keeps both', async () => {
  const context = memoryContext();
  await mark(context, exercise, 'securityOfficer');
  await mark(context, { ...exercise, task: 'internal-control', month: 3 }, 'it');
  expect(await mark(context, takenBack, 'securityOfficer')).toMatchObject({ value: { marks: [{ task: 'internal-control', month: 3 }] } });
  expect(outcome(await mark(context, takenBack, 'securityOfficer'))).toBe('wrong-state');
  expect(context.entries.map(({ event }) => event)).toEqual(['yearly-task-done', 'yearly-task-done', 'yearly-task-undone']);
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('each quarter has a mark of its own, and so has each year', async () => {
  const context = memoryContext();
  for (const month of [3, 6, 9]) expect(outcome(await mark(context, { ...exercise, task: 'internal-control', month }, 'it'))).toBe('done');
  expect(outcome(await mark(context, { ...exercise, task: 'internal-control', month: 3, year: 2027 }, 'it'))).toBe('done');
  expect((await context.yearly.read('Y-2026'))?.state.marks).toHaveLength(3);
});

test('tasks of one month are marked each for itself', async () => {
  const context = memoryContext();
  for (const task of ['internal-control', 'follow-up']) await mark(context, { ...exercise, month: 3, task }, 'securityOfficer');
  await mark(context, { ...takenBack, month: 3, task: 'follow-up' }, 'securityOfficer');
  expect((await context.yearly.read('Y-2026'))?.state.marks.map(({ task }) => task)).toEqual(['internal-control']);
});

test('IT marks nothing that is another’s, and nobody a task that is not in the month', async () => {
  const context = memoryContext();
  expect(outcome(await mark(context, exercise, 'it'))).toBe('not-allowed');
  expect(outcome(await mark(context, { ...exercise, month: 10 }, 'securityOfficer'))).toBe('unknown-task');
  expect(outcome(await mark(context, { ...exercise, task: 'invented' }, 'securityOfficer'))).toBe('unknown-task');
  expect(context.entries).toEqual([]);
});

test('only the roles whose task it is count before it, and the informationssäkerhetsansvarig’s', () => {
  for (const role of roles) {
    expect(facingYearlyTask({ roles }, { role }).held).toEqual([
      'employee',
      ...roles.filter((held) => held === role || held === 'information-security')
    ]);
  }
});

test('every task is in a month, and has a code and a source of its own words', () => {
  expect(new Set(yearlyTasks.map(({ code }) => code)).size).toBe(yearlyTasks.length);
  for (const { months, source, words } of yearlyTasks) {
    expect(months.length > 0 && months.every((month) => month >= 1 && month <= 12)).toBe(true);
    expect([source, ...Object.values(words)].every((text) => text.trim() !== '')).toBe(true);
  }
});

test.each<[string, unknown]>([
  ['a month that is none', { ...exercise, month: 13 }],
  ['a year before there was an årshjul', { ...exercise, year: 1999 }],
  ['a note that nobody can see', { ...exercise, note: '\u200B' }],
  ['a note with what is taken back', { ...takenBack, note: 'x' }]
])('%s is refused at the door', (_, input) => {
  expect(MarkYearlyTaskInput.safeParse(input).success).toBe(false);
});
