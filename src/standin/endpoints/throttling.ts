// What SharePoint refuses because it would cost too much: the list view threshold and the lookup threshold.
import { listViewThreshold, tooManyLookups } from '../http/errors';
import type { Filter, Test } from '../odata/filter-parser';
import { filterToSql } from '../odata/filter-to-sql';
import type { Column, ItemColumns } from '../odata/item-columns';
import { columnFor, isPointer, odataName } from '../odata/item-columns';
import type { Order, QueryOptions } from '../odata/query-options';
import { one } from '../store/database';
import type { Field } from '../store/fields';
import { itemTable } from '../store/lists';
import type { ListContext } from './item-values';

const mostLookups = 12;
/** Rows a page may have in a list over the threshold; not lowered with the threshold in tests (second-hand). */
const mostRows = 5000;

/** Takes the names of the person and lookup columns a query reads. */
export function refuseTooManyLookups(names: ReadonlySet<string>): void {
  if (names.size > mostLookups) throw tooManyLookups();
}

/** The person and lookup columns that a REST query joins, by internal name: named in `$select` or `$expand`, or all when nothing is selected. */
export function lookupsAsked({ select, expand }: Pick<QueryOptions, 'select' | 'expand'>, fields: readonly Field[]): Set<string> {
  const whole = select.length === 0 || select.some(([name]) => name === '*');
  const named = new Set([...select, ...expand].map(([name = '']) => name));
  return new Set(
    fields
      .filter(isPointer)
      .filter((field) => whole || named.has(odataName(field)) || named.has(odataName(field).slice(0, -2)))
      .map(({ name }) => name)
  );
}

interface Costly {
  readonly filter: Filter | undefined;
  readonly orderBy: readonly Order[];
  /** Rows asked for; undefined: all. */
  readonly size: number | undefined;
}

/**
 * SharePoint counts rows examined, not rows answered (platform.md 5): in a list over the threshold a filter needs an indexed column
 * whose tests leave no more rows than the threshold, a sort alone an indexed column. Tests on the id alone, in its order, pass when
 * the page has no more than 5,000 rows. `QueryThrottleMode="Override"` changes nothing in SharePoint Online.
 */
export function refuseBeyondThreshold(context: ListContext, { filter, orderBy, size }: Costly, columns: ItemColumns): void {
  const most = context.visit.listViewThreshold;
  if (context.list.itemCount <= most) return;
  const parts = filter === undefined ? [] : conjuncts(filter);
  const leading = leadingParts(parts, columns);
  if (leading.column === undefined && parts.length > 0) throw listViewThreshold();
  const inOrder =
    leading.parts.length === parts.length && (leading.column ?? 'ID') === 'ID' && isServed(orderBy, parts.length > 0, columns);
  if (inOrder && size !== undefined && size <= mostRows) return;
  if (examined(leading.parts, context, columns) > most) throw listViewThreshold();
}

/** The parts that must all hold. */
function conjuncts(filter: Filter): Filter[] {
  return filter.kind === 'and' ? [...conjuncts(filter.left), ...conjuncts(filter.right)] : [filter];
}

/** Is the order that of an index that the query reads anyway: of the id or, without a filter, of any indexed column. */
function isServed([first]: readonly Order[], filtered: boolean, columns: ItemColumns): boolean {
  if (first === undefined) return true;
  const column = columnFor(first.path, columns);
  return column.through === undefined && (filtered ? column.field.name === 'ID' : isIndexed(column));
}

/** The parts that seek in the first indexed column that the filter names. */
function leadingParts(
  parts: readonly Filter[],
  columns: ItemColumns
): { readonly column: string | undefined; readonly parts: readonly Filter[] } {
  const sought = parts.map((part) => ({ part, column: soughtColumn(part, columns) }));
  const leading = sought.find(({ column }) => column !== undefined)?.column;
  return { column: leading, parts: sought.filter(({ column }) => leading !== undefined && column === leading).map(({ part }) => part) };
}

/**
 * The indexed column that a part of the filter seeks in, by internal name. An `or` is served when both its sides seek in the same
 * column (`Id eq 1 or Id eq 2`: a guess); any other `or`, and `not`, no index helps.
 */
function soughtColumn(filter: Filter, columns: ItemColumns): string | undefined {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const [left, right] = [soughtColumn(filter.left, columns), soughtColumn(filter.right, columns)];
      return left === right ? left : undefined;
    }
    case 'not':
    case 'substringof':
      return undefined;
    case 'compare':
    case 'in':
    case 'startswith':
      return seeks(filter, columns) ? columnFor(filter.subject.path, columns).field.name : undefined;
  }
}

function seeks(test: Test, columns: ItemColumns): boolean {
  const { path, part } = test.subject;
  if (part !== undefined || (test.kind === 'compare' && test.operator === 'ne')) return false;
  const byId = path.length === 1 || path[1]?.toLowerCase() === 'id';
  return byId && isIndexed(columnFor(path, columns));
}

function isIndexed({ field }: Column): boolean {
  return field.name === 'ID' || field.settings.indexed;
}

/** How many rows the parts leave, counted up to one over the threshold. */
function examined(parts: readonly Filter[], { visit, list }: ListContext, columns: ItemColumns): number {
  const conditions = parts.map((part) => filterToSql(part, columns));
  const counted = one<{ readonly items: number }>(
    visit.database,
    `SELECT count(*) AS items FROM (SELECT 1 FROM ${itemTable(list)} i WHERE ${['TRUE', ...conditions.map(({ sql }) => sql)].join(' AND ')} LIMIT ?)`,
    [...conditions.flatMap(({ parameters }) => parameters), visit.listViewThreshold + 1]
  );
  return counted?.items ?? 0;
}
