// What SharePoint refuses because it would cost too much: the list view threshold and the lookup threshold.
import { listViewThreshold, tooManyLookups } from '../http/errors';
import type { Filter, Test } from '../odata/filter-parser';
import { filterToSql } from '../odata/filter-to-sql';
import type { Column, ItemColumns } from '../odata/item-columns';
import { columnFor } from '../odata/item-columns';
import type { QueryOptions } from '../odata/query-options';
import { one } from '../store/database';
import { itemTable } from '../store/lists';
import type { ListContext } from './item-values';

const mostLookups = 12;

export function refuseTooManyLookups({ expand }: QueryOptions): void {
  if (new Set(expand.map(([name]) => name)).size > mostLookups) throw tooManyLookups();
}

/**
 * SharePoint counts rows examined, not rows answered (platform.md 5): in a list over the threshold a filter needs an indexed column
 * whose tests leave no more rows than the threshold, a sort alone an indexed column. Tests on the id alone always pass.
 */
export function refuseBeyondThreshold(context: ListContext, { filter, orderBy }: QueryOptions, columns: ItemColumns): void {
  const most = context.visit.listViewThreshold;
  if (context.list.itemCount <= most) return;
  if (filter === undefined) {
    const first = orderBy[0] && columnFor(orderBy[0].path, columns);
    if (first && !(isIndexed(first) && first.through === undefined)) throw listViewThreshold();
    return;
  }
  const parts = conjuncts(filter);
  const leading = leadingTests(parts, columns);
  if (leading.onId && leading.tests.length === parts.length) return;
  if (leading.tests.length === 0 || examined(leading.tests, context, columns) > most) throw listViewThreshold();
}

/** The parts that must all hold; an `or` or a `not` is one part that no index helps. */
function conjuncts(filter: Filter): Filter[] {
  return filter.kind === 'and' ? [...conjuncts(filter.left), ...conjuncts(filter.right)] : [filter];
}

/** The tests on the first indexed column that the filter names. */
function leadingTests(parts: readonly Filter[], columns: ItemColumns): { readonly onId: boolean; readonly tests: readonly Test[] } {
  const seekable = parts.filter((part): part is Test => isSeekable(part, columns));
  const nameOf = ({ subject }: Test): string => columnFor(subject.path, columns).field.name;
  const leading = seekable[0] && nameOf(seekable[0]);
  return { onId: leading === 'ID', tests: seekable.filter((test) => nameOf(test) === leading) };
}

function isSeekable(filter: Filter, columns: ItemColumns): boolean {
  if (filter.kind !== 'compare' && filter.kind !== 'startswith') return false;
  if (filter.subject.part !== undefined || (filter.kind === 'compare' && filter.operator === 'ne')) return false;
  const column = columnFor(filter.subject.path, columns);
  const byId = filter.subject.path.length === 1 || filter.subject.path[1] === 'Id';
  return byId && isIndexed(column);
}

function isIndexed({ field }: Column): boolean {
  return field.name === 'ID' || field.settings.indexed;
}

/** How many rows the tests leave, counted up to one over the threshold. */
function examined(tests: readonly Test[], { visit, list }: ListContext, columns: ItemColumns): number {
  const conditions = tests.map((test) => filterToSql(test, columns));
  const counted = one<{ readonly items: number }>(
    visit.database,
    `SELECT count(*) AS items FROM (SELECT 1 FROM ${itemTable(list)} i WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} LIMIT ?)`,
    [...conditions.flatMap(({ parameters }) => parameters), visit.listViewThreshold + 1]
  );
  return counted?.items ?? 0;
}
