// One year of the årshjul as sheets: each task in each of its months, whether it is done, and how many classes are to be reconsidered (H16).
import { swedishMoment } from '../domain/swedish-time';
import { isLateMonth, lastDayOf, markOf, yearOf, type YearlyMark, type YearlyMarks, type YearlyTask } from '../domain/yearly-tasks';
import { monthInWords } from '../i18n/month-in-words';
import { swedish } from './case';
import { aboutSheet, narrow, sheetOf, wide, type Sheet, type SheetColumn, type Taken } from './sheet';

/** `due`: how many classes are to be reconsidered at the latest in a month (`2026-11`). `began`: UTC, ISO 8601. */
export interface YearlyView extends Taken {
  readonly tasks: readonly YearlyTask[];
  readonly marks: YearlyMarks;
  readonly due: ReadonlyMap<string, number>;
  readonly began: string;
}

interface TaskInMonth {
  readonly month: string;
  readonly lastDay: string;
  readonly task: YearlyTask;
  readonly mark: YearlyMark | undefined;
  readonly isLate: boolean;
}

export function yearlySheets({ tasks, marks, due, began, ...taken }: YearlyView): readonly Sheet[] {
  const year = yearOf(marks);
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
  const tasksIn = (number: number): readonly TaskInMonth[] => {
    const month = monthIn(year, number);
    return tasks
      .filter(({ months }) => months.includes(number))
      .map((task) => {
        const mark = markOf(marks, { task: task.code, month: number });
        const isLate = mark === undefined && isLateMonth(month, { began, now: taken.at });
        return { month, lastDay: lastDayOf(year, number), task, mark, isLate };
      });
  };
  const rows = numbers.flatMap(tasksIn);
  const months = numbers.map((number) => monthIn(year, number)).map((month) => ({ month, count: due.get(month) ?? 0 }));
  return [
    sheetOf('Uppgifter', taskColumns, rows),
    sheetOf('Klasser att ompröva', dueColumns, months),
    aboutSheet({ ...taken, choice: swedish('tab.yearly.heading', { year: String(year) }), count: rows.length })
  ];
}

function monthIn(year: number, number: number): string {
  return `${year}-${String(number).padStart(2, '0')}`;
}

function standing({ mark, isLate }: TaskInMonth): string {
  if (mark !== undefined) return 'Klar';
  return isLate ? 'Försenad' : 'Att göra';
}

const taskColumns: readonly SheetColumn<TaskInMonth>[] = [
  { ...narrow(swedish('tab.overview.month')), cell: ({ month }) => monthInWords('sv', month) },
  { ...wide('Uppgift'), cell: ({ task }) => task.words.sv },
  { ...narrow('Roll'), cell: ({ task }) => swedish(`role.${task.role}`) },
  { ...narrow('Källa'), cell: ({ task }) => task.source },
  { ...narrow('Klart senast'), cell: ({ lastDay }) => lastDay },
  { ...narrow('Läge'), cell: standing },
  { ...wide('Klar enligt'), cell: ({ mark }) => mark?.by.name ?? '' },
  { ...narrow('Markerad'), cell: ({ mark }) => (mark === undefined ? '' : swedishMoment(mark.at)) },
  { ...wide(swedish('tab.yearly.note')), cell: ({ mark }) => mark?.note ?? '' }
];

const dueColumns: readonly SheetColumn<{ readonly month: string; readonly count: number }>[] = [
  { ...narrow(swedish('tab.overview.month')), cell: ({ month }) => monthInWords('sv', month) },
  { ...wide(swedish('tab.yearly.due')), cell: ({ count }) => String(count) }
];
