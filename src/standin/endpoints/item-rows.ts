// Reads rows of a list for whoever asks, in $filter or in CAML: only what the viewer may see, within the thresholds, a page at a time.
import type { Filter } from '../odata/filter-parser';
import type { Sql } from '../odata/filter-to-sql';
import { filterToSql } from '../odata/filter-to-sql';
import type { ItemColumns } from '../odata/item-columns';
import type { SortKey } from '../odata/item-paging';
import { afterPlace, orderSql, pageStart, placeText, sortKeys } from '../odata/item-paging';
import type { Order } from '../odata/query-options';
import { visibleItems } from '../permissions/rights';
import type { Parameter } from '../store/database';
import { all, one } from '../store/database';
import { fieldsOf } from '../store/fields';
import type { ItemRow } from '../store/items';
import { itemTable, listByGuid } from '../store/lists';
import type { ListContext } from './item-values';
import { refuseBeyondThreshold } from './throttling';

export interface RowsAsked {
  readonly columns: ItemColumns;
  readonly filter: Filter | undefined;
  /** Beside the filter: which folder, which kind of rows. */
  readonly within?: Sql | undefined;
  readonly orderBy: readonly Order[];
  /** Undefined: every row. */
  readonly size: number | undefined;
  /** `Paged=TRUE&p_ID=…`; undefined: from the beginning. */
  readonly token: URLSearchParams | undefined;
}

export interface RowPage {
  readonly rows: readonly ItemRow[];
  /** Where the next page begins, `p_<Column>` by column; undefined when there is none. */
  readonly next: Place | undefined;
  /** Where the page before ends; undefined on the first page. */
  readonly previous: Place | undefined;
}

/** Texts as they stand in a paging token; null is an empty value. */
export type Place = ReadonlyMap<string, string | null>;

type KeyedRow = ItemRow & Record<`key_${number}`, Parameter>;

/** Throws 500 beyond the list view threshold and 400 for a column that cannot be compared. */
export function readRows(context: ListContext, asked: RowsAsked): RowPage {
  const { columns, orderBy, size, token } = asked;
  const keys = sortKeys(orderBy, columns);
  refuseBeyondThreshold(context, asked, columns);
  const start = pageStart(token, keys);
  const backwards = start?.backwards === true;
  const conditions = conditionsOf(context, asked);
  if (start) conditions.push(afterPlace(keys, start));
  const order = orderSql(keys, backwards);
  const found = all<KeyedRow>(
    context.visit.database,
    `SELECT i.*, ${keys.map(({ expression }, index) => `${expression} AS key_${index}`).join(', ')} FROM ${itemTable(context.list)} i
     WHERE ${joined(conditions)} ORDER BY ${order.sql} LIMIT ?`,
    [...order.parameters, ...conditions.flatMap(({ parameters }) => parameters), ...order.parameters, size === undefined ? -1 : size + 1]
  );
  const rows = size === undefined ? found : found.slice(0, size);
  if (backwards) rows.reverse();
  const more = rows.length < found.length;
  return {
    rows,
    next: placeOf(backwards || more ? rows.at(-1) : undefined, keys),
    previous: placeOf((backwards ? more : start !== undefined) ? rows[0] : undefined, keys)
  };
}

export function countRows(context: ListContext, asked: Pick<RowsAsked, 'columns' | 'filter'>): number {
  refuseBeyondThreshold(context, { ...asked, orderBy: [], size: 1 }, asked.columns);
  const conditions = conditionsOf(context, asked);
  const counted = one<{ readonly items: number }>(
    context.visit.database,
    `SELECT count(*) AS items FROM ${itemTable(context.list)} i WHERE ${joined(conditions)}`,
    conditions.flatMap(({ parameters }) => parameters)
  );
  return counted?.items ?? 0;
}

/** The columns of a list as a query may name them, with what its lookups point at. */
export function itemColumns({ visit, fields }: ListContext, language: ItemColumns['language']): ItemColumns {
  return {
    siteId: visit.site.id,
    timeZone: visit.timeZone,
    language,
    fields,
    lookup: (field) => {
      const list = listByGuid(visit.database, visit.site.id, field.settings.lookupList);
      return list && { list, fields: fieldsOf(visit.database, list.id), visible: visibleItems(visit, list, 't') };
    }
  };
}

function conditionsOf({ visit, list }: ListContext, { filter, columns, within }: Pick<RowsAsked, 'columns' | 'filter' | 'within'>): Sql[] {
  return [
    visibleItems(visit, list, 'i'),
    ...(within === undefined ? [] : [within]),
    ...(filter === undefined ? [] : [filterToSql(filter, columns)])
  ];
}

function joined(conditions: readonly Sql[]): string {
  return conditions.map(({ sql }) => sql).join(' AND ');
}

function placeOf(row: KeyedRow | undefined, keys: readonly SortKey[]): Place | undefined {
  return row && new Map(keys.map((key, index) => [key.name, placeText(key, row[`key_${index}`] ?? null)] as const));
}
