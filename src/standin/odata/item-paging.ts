// Pages of items: $orderby, $top, and SharePoint's $skiptoken (`Paged=TRUE&p_<Column>=…&p_ID=…`) as SQL and as nextLink.
import { invalidClientQuery, notFilterable } from '../http/errors';
import type { Parameter } from '../store/database';
import { fold } from './evaluate';
import type { Sql } from './filter-to-sql';
import type { Column, Comparison, ItemColumns } from './item-columns';
import { columnFor } from './item-columns';
import type { Order, QueryOptions } from './query-options';

export interface SortKey {
  /** As in `p_<name>`. */
  readonly name: string;
  readonly expression: string;
  readonly parameters: readonly Parameter[];
  readonly descending: boolean;
  readonly comparison: Comparison;
}

/** $top when the call says none [recorded: platform.md 5]. */
const defaultPageSize = 100;

/** The columns to sort by; always ends with the id, so that no two rows are equal. */
export function sortKeys(orderBy: readonly Order[], columns: ItemColumns): SortKey[] {
  const keys = orderBy.map((order) => sortKey(order, columnFor(order.path, columns)));
  const id: SortKey = { name: 'ID', expression: 'i.id', parameters: [], descending: false, comparison: 'number' };
  const byId = keys.findIndex(({ name }) => name === 'ID');
  return byId === -1 ? [...keys, id] : keys.slice(0, byId + 1);
}

function sortKey({ descending, path, key }: Order, { field, expression, comparison, through }: Column): SortKey {
  const name = key ?? (path[0] === 'Id' ? 'ID' : path.join('_x002f_'));
  const common = { name, descending, comparison };
  if (through === undefined) return { ...common, expression, parameters: [] };
  if (field.settings.multiple || field.type === 'MultiChoice') throw notFilterable(field.name, field.type);
  return { ...common, expression: `(SELECT ${expression} FROM ${through.from} WHERE ${through.where})`, parameters: through.parameters };
}

interface PageStart {
  readonly backwards: boolean;
  readonly values: readonly (string | null)[];
}

/** Where a $skiptoken says to begin; undefined for the first page. */
export function pageStart(token: URLSearchParams | undefined, keys: readonly SortKey[]): PageStart | undefined {
  if (token?.get('p_ID') == null) return undefined;
  if (!/^\d+$/.test(token.get('p_ID') ?? '')) throw invalidClientQuery('The paging token is not valid.');
  const backwards = token.get('PagedPrev')?.toUpperCase() === 'TRUE';
  return { backwards, values: keys.map(({ name }) => token.get(`p_${name}`) ?? null).map((value) => (value === '' ? null : value)) };
}

/** Rows after (or before) the place, in the order of the keys: (a > x) or (a = x and b > y) or … Empty values come first, as in SQL Server. */
export function afterPlace(keys: readonly SortKey[], { backwards, values }: PageStart): Sql {
  const branches = keys.map((_, index) => {
    const equal = keys.slice(0, index).map((key, place) => condition(key, 'IS ?', values[place] ?? null));
    const key = keys[index];
    return joined(key === undefined ? equal : [...equal, beyond(key, values[index] ?? null, backwards)], ' AND ');
  });
  return joined(branches, ' OR ');
}

export function orderSql(keys: readonly SortKey[], backwards: boolean): Sql {
  return {
    sql: keys.map(({ expression, descending }) => `${expression} ${descending === backwards ? 'ASC' : 'DESC'}`).join(', '),
    parameters: keys.flatMap(({ parameters }) => parameters)
  };
}

/** The absolute address of the next page, encoded as SharePoint does it [recorded]. */
export function nextLink(itemsUrl: string, query: URLSearchParams, place: ReadonlyMap<string, string | null>): string {
  const token = pagingToken(place);
  const rest = [...query].filter(([name]) => name.toLowerCase() !== '$skiptoken' && name !== '$skip');
  const parts = [['$skiptoken', token] as const, ...rest].map(([name, value]) => `${encodeURIComponent(name)}=${lowerEscapes(value)}`);
  return `${itemsUrl}?${parts.join('&')}`;
}

/** `Paged=TRUE&p_Title=…&p_ID=…`, percent-encoded once. */
export function pagingToken(place: ReadonlyMap<string, string | null>): string {
  return ['Paged=TRUE', ...[...place].map(([name, value]) => `p_${name}=${encodeURIComponent(value ?? '')}`)].join('&');
}

export function pageSize({ top }: Pick<QueryOptions, 'top'>): number {
  return top ?? defaultPageSize;
}

function beyond(key: SortKey, value: string | null, backwards: boolean): Sql {
  const ascending = key.descending === backwards;
  if (value === null)
    return ascending ? { sql: `${key.expression} IS NOT NULL`, parameters: key.parameters } : { sql: 'FALSE', parameters: [] };
  if (ascending) return condition(key, '> ?', value);
  const less = condition(key, '< ?', value);
  return { sql: `(${less.sql} OR ${key.expression} IS NULL)`, parameters: [...less.parameters, ...key.parameters] };
}

function condition(key: SortKey, comparison: 'IS ?' | '> ?' | '< ?', value: string | null): Sql {
  return { sql: `${key.expression} ${comparison}`, parameters: [...key.parameters, parameterOf(key, value)] };
}

function parameterOf({ comparison }: SortKey, value: string | null): Parameter {
  if (value === null) return null;
  switch (comparison) {
    case 'text':
    case 'link':
      return fold(value);
    case 'exact':
      return value.toLowerCase();
    case 'date':
      return storedDate(value);
    case 'number':
    case 'boolean':
      return Number(value);
  }
}

/** `20260701 08:30:00` in UTC, as paging tokens hold a date (seen in public addresses of SharePoint's pages); ISO 8601 is taken too. */
function storedDate(value: string): string {
  return value.replace(/^(\d{4})(\d\d)(\d\d)[ T](\d\d:\d\d:\d\d)$/, '$1-$2-$3T$4Z');
}

/** A sort key's value as its paging token says it. */
export function placeText({ comparison }: SortKey, value: Parameter): string | null {
  if (value === null) return null;
  return comparison === 'date' ? String(value).replaceAll('-', '').replace('T', ' ').replace('Z', '') : String(value);
}

function joined(parts: readonly Sql[], word: ' AND ' | ' OR '): Sql {
  return { sql: `(${parts.map(({ sql }) => sql).join(word)})`, parameters: parts.flatMap(({ parameters }) => parameters) };
}

function lowerEscapes(value: string): string {
  return encodeURIComponent(value).replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}
