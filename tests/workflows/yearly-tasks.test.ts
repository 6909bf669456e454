// Marking the tasks of the årshjul: whose they are, once each, and taken back.
import { roles } from '../../src/domain/person';
import { facingYearlyTask } from '../../src/domain/yearly-tasks';
import { yearlyTasks } from '../../src/reference/yearly-tasks';
import type { Answer } from '../../src/workflows/context';
import { markYearlyTask, MarkYearlyTaskInput } from '../../src/workflows/mark-yearly-task';
import { chainDeviations } from '../domain/log-rows';
import { isTold, nameOf, watched } from './lookout';
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

describe('reminders', () => {
  const began = '2026-11-01T08:00:00Z';
  /** 08:00 Swedish time in winter. */
  const morningOf = (day: string): string => `${day}T07:00:00Z`;
  const inNovember = [
    'continuity 11 securityOfficer',
    'data-protection 11 privacyOfficer',
    'exercise 11 protectionOfficer',
    'external-review-reported 11 it'
  ];

  async function toldAt(place: ReturnType<typeof watched>, day: string): Promise<readonly string[]> {
    const told = await place.lookAtYearlyTasks(morningOf(day));
    return told.map((notice) => ('task' in notice ? `${notice.task} ${notice.month} ${nameOf(notice.to)}` : notice.kind)).sort();
  }

  test('come to those whose task it is a fortnight before the month is over and the morning after, each once', async () => {
    const place = watched(memoryContext(), began);
    expect(await toldAt(place, '2026-11-16')).toEqual([]);
    expect(await toldAt(place, '2026-11-17')).toEqual(inNovember);
    for (const day of ['2026-11-18', '2026-11-30']) expect(await toldAt(place, day)).toEqual([]);
    expect(await toldAt(place, '2026-12-01')).toEqual(inNovember);
    expect(await toldAt(place, '2026-12-02')).toEqual([]);
  });

  test('of the last month come in the next year, with the year that they are of', async () => {
    const place = watched(memoryContext(), began);
    const told = await place.lookAtYearlyTasks(morningOf('2027-01-04'));
    expect(told).toContainEqual({
      kind: 'yearly-reminder',
      to: people.it.id,
      reference: 'Y-2026',
      task: 'internal-control',
      month: 12,
      stage: 'late'
    });
  });

  test('are not given of what is marked, nor when it is marked while the notice waits', async () => {
    const context = memoryContext();
    const place = watched(context, began);
    await mark(context, exercise, 'protectionOfficer');
    expect(await toldAt(place, '2026-11-17')).toEqual(inNovember.filter((one) => !one.startsWith('exercise')));
    const notices = await place.lookAtYearlyTasks(morningOf('2026-12-01'));
    const review = notices.find((notice) => 'task' in notice && notice.task === 'external-review-reported');
    if (review === undefined) throw new Error('IT was not told.');
    expect(await isTold(place, review)).toBe(true);
    await mark(context, { ...exercise, task: 'external-review-reported' }, 'it');
    expect(await isTold(place, review)).toBe(false);
  });

  test('come late of the month before to whoever had an årshjul then, and no later than a month', async () => {
    const place = watched(memoryContext(), '2020-01-01T00:00:00Z');
    expect(await toldAt(place, '2026-11-16')).toEqual(['crisis-plan 10 protectionOfficer', 'management-training 10 director']);
    expect(await toldAt(watched(memoryContext(), '2020-01-01T00:00:00Z'), '2026-12-15')).toEqual(inNovember);
  });

  test('are given of nothing that lay before the årshjul began', async () => {
    expect(await toldAt(watched(memoryContext(), '2026-12-01T06:00:00Z'), '2026-12-01')).toEqual([]);
    const late = watched(memoryContext(), '2026-11-20T12:00:00Z');
    expect(await toldAt(late, '2026-11-23')).toEqual([]);
    expect(await toldAt(late, '2026-12-01')).toEqual(inNovember);
    expect(await toldAt(watched(memoryContext(), undefined), '2026-12-01')).toEqual([]);
  });
});
