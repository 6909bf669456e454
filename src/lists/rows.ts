// Rows of a list, read in ways that a long list bears: by an indexed column, or all in the order they were made (platform.md 5, threshold).
import { InjectHeaders } from '@pnp/queryable';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import type { IItems } from '@pnp/sp/items';
import type { IList } from '@pnp/sp/lists';
import '@pnp/sp/webs';
import { z } from 'zod';
import type { ListDefinition } from '../schema/list';
import type { Cells, PeopleCells } from './cells';
import { isSharePointError, SharePointError } from './sharepoint-error';

/** What the rows of one list say. */
export interface RowReading<S> {
  readonly list: ListDefinition;
  /** Columns that `read` does without. */
  readonly unread?: readonly string[];
  /** Properties of SharePoint's own that `read` needs beside the list's columns. */
  readonly more?: readonly string[];
  /** Person columns that `more` reaches into. */
  readonly expand?: readonly string[];
  /** Throws on a row that is not what the schema says. */
  readonly read: (row: LeanRow) => S;
}

/** How the rows of one list say what they say, and how it is written there. */
export interface RowShape<S> extends RowReading<S> {
  /** The indexed, unique column that one row is found by. */
  readonly key: string;
  /** All columns but the people's. */
  readonly cells: (state: S) => Cells;
  readonly people: (state: S) => PeopleCells;
  /** The files beside the row, by name. Absent in a list that has none. */
  readonly files?: (state: S) => readonly string[];
}

/** A row as screens get it. One that does not parse is shown as broken, never left out or filled in. `id` is SharePoint's number in the list. */
export type Row<S> = { readonly broken: false; readonly id: number; readonly state: S } | { readonly broken: true; readonly id: number };

/** What is asked of an indexed column: the rows with exactly this text, without regard to case. */
export interface Equals {
  readonly column: string;
  readonly value: string;
}

/** The list of this site. Found by address, so that a changed title does no harm. */
export function listOf(sp: SPFI, { url }: Pick<ListDefinition, 'url'>): IList {
  return sp.web.getList(`${sitePath(sp)}/Lists/${url}`);
}

/** Server-relative address of the site, without a slash at the end. */
export function sitePath(sp: SPFI): string {
  return decodeURIComponent(new URL(sp.web.toUrl()).pathname).replace(/\/_api\/web$/i, '');
}

/**
 * All rows, or those where every condition holds; the first should be the one that fewest rows meet. Order of making. When even that one is met by more
 * rows than SharePoint looks through, the list is gone through a stretch at a time.
 */
export async function readRows<S>(sp: SPFI, shape: RowReading<S>, ...conditions: readonly Equals[]): Promise<Row<S>[]> {
  return conditions.length === 0 ? rowsIn(shape, leanQuery(sp, shape)) : readWhere(sp, shape, filterOf(conditions));
}

/** The rows whose time in an indexed column is this moment (UTC, ISO 8601) or later. */
export function readRowsFrom<S>(sp: SPFI, shape: RowReading<S>, { column, at }: From): Promise<Row<S>[]> {
  return readWhere(sp, shape, `${column} ge datetime'${at}'`);
}

interface From {
  readonly column: string;
  readonly at: string;
}

async function readWhere<S>(sp: SPFI, shape: RowReading<S>, filter: string): Promise<Row<S>[]> {
  try {
    return await rowsIn(shape, leanQuery(sp, shape).filter(filter));
  } catch (error) {
    if (!isSharePointError(error) || error.code?.startsWith(tooManyRows) !== true) throw error;
    return readInStretches(sp, shape, filter);
  }
}

/** SharePoint's list view threshold (platform.md 5). */
const tooManyRows = '-2147024860';

async function rowsIn<S>(shape: RowReading<S>, query: IItems): Promise<Row<S>[]> {
  const rows: Row<S>[] = [];
  for await (const page of pagesOf(query)) rows.push(...leanRows.parse(page).map((raw) => rowOf(shape, raw)));
  return rows;
}

async function readInStretches<S>(sp: SPFI, shape: RowReading<S>, filter: string): Promise<Row<S>[]> {
  const stretches = stretchesIn(0, await newestId(sp, shape.list));
  const found = stretches.map((stretch) => rowsIn(shape, leanQuery(sp, shape).filter(`${stretch} and ${filter}`)));
  return (await Promise.all(found)).flat();
}

/** The rows with a higher number than this, and the highest of all: `after` itself or less when there are none. */
export async function readRowsAfter<S>(
  sp: SPFI,
  shape: RowReading<S>,
  after: number
): Promise<{ readonly rows: Row<S>[]; readonly upTo: number }> {
  const upTo = await newestId(sp, shape.list);
  const found = stretchesIn(after, upTo).map((stretch) => rowsIn(shape, leanQuery(sp, shape).filter(stretch)));
  return { upTo, rows: (await Promise.all(found)).flat() };
}

/** The number of the row that was made last; 0 when there is none. */
async function newestId(sp: SPFI, list: ListDefinition): Promise<number> {
  const [newest] = leanRows.parse(await listOf(sp, list).items.select('Id').orderBy('Id', false).top(1)());
  return newest?.Id ?? 0;
}

/** Conditions that together take the rows after one number, up to another. */
function stretchesIn(after: number, upTo: number): readonly string[] {
  return Array.from({ length: Math.max(0, Math.ceil((upTo - after) / pageSize)) }, (_, index) => {
    const from = after + index * pageSize;
    return `Id gt ${from} and Id le ${Math.min(from + pageSize, upTo)}`;
  });
}

/** The row with this key; `undefined` when there is none, or none that the caller may see. */
export async function readRow<S>(sp: SPFI, shape: RowShape<S>, key: string): Promise<Row<S> | undefined> {
  const raw = await rawRow(sp, shape, { column: shape.key, value: key });
  return raw && rowOf(shape, raw);
}

/** The newest row that meets the condition, as SharePoint gives it. */
export async function rawRow<S>(sp: SPFI, shape: RowShape<S>, condition: Equals): Promise<RawRow | undefined> {
  return newestOf(query(sp, shape), condition);
}

/** The newest row that the query finds under the condition. */
export async function newestOf(query: IItems, condition: Equals): Promise<RawRow | undefined> {
  return rawRows.parse(
    await query
      .filter(filterOf([condition]))
      .orderBy('Id', false)
      .top(1)()
  )[0];
}

/** Throws `unexpected` for a broken row: for those who cannot go on without what it says. */
export function stateOf<S>(shape: RowReading<S>, raw: RawRow): S {
  try {
    return shape.read(raw);
  } catch (cause) {
    if (!(cause instanceof z.ZodError)) throw cause;
    throw new SharePointError(`Row ${raw.Id} of the list ${shape.list.url} is not what the schema says.`, { reason: 'unexpected', cause });
  }
}

/** The most rows SharePoint gives in one answer. */
export const pageSize = 5000;

export const leanRow = z.looseObject({ Id: z.int() });
export const leanRows = z.array(leanRow);
export type LeanRow = Readonly<z.infer<typeof leanRow>>;

const RawRow = z.looseObject({ Id: z.int(), 'odata.etag': z.string().min(1) });
const rawRows = z.array(RawRow);
export type RawRow = Readonly<z.infer<typeof RawRow>>;

function query<S>(sp: SPFI, { list }: RowShape<S>): IItems {
  return listOf(sp, list).items.select('Id', 'Title', ...columnsRead(list));
}

/** As `query`, with nothing but what `read` needs, and the columns named: addresses and ETags make a row a third longer. */
export function leanQuery<S>(sp: SPFI, { list, unread = [], more = [], expand = [] }: RowReading<S>): IItems {
  const columns = columnsRead(list).filter((column) => !unread.includes(column));
  const { items } = listOf(sp, list);
  const query = items.select('Id', 'Title', ...columns, ...more).using(InjectHeaders({ Accept: 'application/json;odata=nometadata' }));
  return expand.length === 0 ? query : query.expand(...expand);
}

/** The rows of a query, in the order they were made, as many at a time as SharePoint gives or fewer. */
export function pagesOf(rows: IItems, size = pageSize): AsyncIterable<unknown> {
  return rows.top(size);
}

function filterOf(conditions: readonly Equals[]): string {
  return conditions.map(({ column, value }) => `${column} eq '${value.replaceAll("'", "''")}'`).join(' and ');
}

/** Person columns are read by their hidden twin: a lookup costs, and SharePoint allows twelve. */
function columnsRead({ columns }: ListDefinition): string[] {
  return columns.filter(({ kind }) => kind !== 'user').map(({ name }) => name);
}

export function rowOf<S>(shape: RowReading<S>, raw: LeanRow): Row<S> {
  try {
    return { broken: false, id: raw.Id, state: shape.read(raw) };
  } catch (error) {
    if (error instanceof z.ZodError) return { broken: true, id: raw.Id };
    throw error;
  }
}
