// What has been marked as done in each year's årshjul, a row for each year of the list Årshjul.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { recordAsJson } from '../domain/hash';
import { swedishDay } from '../domain/swedish-time';
import { yearlyReference, YearlyMarks, type YearlyMark } from '../domain/yearly-tasks';
import { entryColumns } from '../schema/list';
import { yearlyList } from '../schema/yearly-marks';
import { json } from './cells';
import { register, type ListRegister } from './register';
import { listOf, readRow, type Row, type RowShape } from './rows';

/** The port `Register<YearlyMarks>` of the workflows, kept in SharePoint. */
export function yearlyRegister(sp: SPFI): ListRegister<YearlyMarks> {
  return register({ sp, shape: yearlyRows, state: YearlyMarks });
}

/** `undefined` as long as nothing has been marked in that year. */
export function readYearlyMarks(sp: SPFI, year: number): Promise<Row<YearlyMarks> | undefined> {
  return readRow(sp, yearlyRows, yearlyReference(year));
}

/** When the site got its årshjul (UTC): when the list was made, by the first provisioning that knew of it. */
export async function readYearlyBegan(sp: SPFI): Promise<string> {
  return MadeList.parse(await listOf(sp, yearlyList).select('Created')()).Created;
}

const MadeList = z.object({ Created: z.iso.datetime() });

const YearlyRow = z.object({ Referens: z.string(), Innehall: json.pipe(YearlyMarks.shape.marks) });

const yearlyRows: RowShape<YearlyMarks> = {
  list: yearlyList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const { Referens: reference, Innehall: marks } = YearlyRow.parse(row);
    return YearlyMarks.parse({ reference, marks });
  },
  cells: ({ reference, marks }) => ({
    Referens: reference,
    Title: reference.slice(2),
    Antal: marks.length,
    Klart: marks.map(inWords).join('\n'),
    Innehall: recordAsJson(marks)
  }),
  people: () => ({})
};

function inWords({ task, month, by, at, note }: YearlyMark): string {
  return `${task}, månad ${month}: ${by.name}, ${swedishDay(at)}${note === '' ? '' : `. ${note}`}`;
}
