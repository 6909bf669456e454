// The log as it stands, for whoever verifies or anchors it: no row is refused, so that one that somebody has altered can be named.
import type { SPFI } from '@pnp/sp';
import type { LogRow } from '../domain/chain';
import { logList } from '../schema/log';
import { logRegister, type ListLog } from './log';
import { logRowIn } from './log-rows';
import { leanQuery, leanRows, pagesOf, readRows, readRowsAfter, type Row, type RowReading } from './rows';

/** All rows, in the order they were made, as many at a time as SharePoint gives. */
export async function* logPages(sp: SPFI): AsyncGenerator<readonly LogRow[]> {
  for await (const page of pagesOf(leanQuery(sp, asItStands))) yield leanRows.parse(page).map(logRowIn);
}

/** The rows of one aggregate, in the order they were made. */
export async function readAsItStands(sp: SPFI, aggregate: string): Promise<readonly LogRow[]> {
  return statesOf(await readRows(sp, asItStands, { column: 'Referens', value: aggregate }));
}

/** Fits the port `AnchoredLog` of the workflows. */
export interface ListAnchoredLog extends Pick<ListLog, 'append'> {
  readonly rowsOf: (aggregate: string) => Promise<readonly LogRow[]>;
  readonly headsAfter: (row: number) => Promise<{ readonly rows: readonly LogRow[]; readonly upTo: number }>;
}

/** The rows of `headsAfter` say which entry they are, when it was made and what it is sealed to, and leave the rest empty. */
export function anchoredLog(sp: SPFI): ListAnchoredLog {
  return {
    append: logRegister(sp).append,
    rowsOf: (aggregate) => readAsItStands(sp, aggregate),
    headsAfter: async (row) => {
      const { rows, upTo } = await readRowsAfter(sp, headsAlone, row);
      return { rows: statesOf(rows), upTo };
    }
  };
}

const asItStands: RowReading<LogRow> = { list: logList, more: ['AuthorId'], read: logRowIn };

const headColumns = ['Referens', 'Sekvens', 'Tid', 'ForegaendeAvtryck', 'Avtryck'];
const headsAlone: RowReading<LogRow> = {
  ...asItStands,
  unread: logList.columns.map(({ name }) => name).filter((name) => !headColumns.includes(name))
};

function statesOf(rows: readonly Row<LogRow>[]): LogRow[] {
  return rows.flatMap((row) => (row.broken ? [] : [row.state]));
}
