// `items`: reading many with $filter, $orderby and paging, adding one, and the way to a single item.
import type { Answer } from '../http/answer';
import { unknownItem } from '../http/errors';
import { filterToSql } from '../odata/filter-to-sql';
import type { ItemColumns } from '../odata/item-columns';
import type { SortKey } from '../odata/item-paging';
import { afterPlace, nextLink, orderSql, pageSize, pageStart, sortKeys } from '../odata/item-paging';
import { project } from '../odata/project';
import type { QueryOptions } from '../odata/query-options';
import { demand, listMask, visibleItems } from '../permissions/rights';
import type { Parameter } from '../store/database';
import { all, one } from '../store/database';
import { fieldsOf } from '../store/fields';
import type { ItemRow } from '../store/items';
import { insertItem } from '../store/items';
import { itemTable, listByGuid } from '../store/lists';
import { itemResource } from './item';
import { itemEntity, listPath } from './item-entity';
import type { ListContext } from './item-values';
import { cellsOf, defaultCells, entityTypeName } from './item-values';
import type { Ask, Resource } from './resource';
import { createdAnswer, numberArgument } from './resource';
import { refuseBeyondThreshold, refuseTooManyLookups } from './throttling';

export function itemsResource(context: ListContext): Resource {
  return {
    get: (ask) => readItems(context, ask),
    post: (ask) => addItem(context, ask),
    step: (segment) => {
      if (segment.name === 'items' || segment.name === 'getbyid')
        return itemResource(context, visibleRow(context, numberArgument(segment, 'id')));
      return segment.name === '$count'
        ? { get: ({ options }) => ({ kind: 'text', text: String(countItems(context, options)) }) }
        : undefined;
    }
  };
}

/** The row when the viewer may see it. Throws the same 404 for one they may not and one that is not there. */
export function visibleRow({ visit, list }: ListContext, id: number): ItemRow {
  const visible = visibleItems(visit, list, 'i');
  const row = one<ItemRow>(visit.database, `SELECT i.* FROM ${itemTable(list)} i WHERE i.id = ? AND ${visible.sql}`, [
    id,
    ...visible.parameters
  ]);
  if (row === undefined) throw unknownItem();
  return row;
}

function addItem(context: ListContext, { body }: Ask): Answer {
  const { visit, list } = context;
  demand(listMask(visit, list), 'addListItems');
  const cells = new Map([...defaultCells(context), ...cellsOf(body(), context, undefined)]);
  const row = insertItem(visit.database, list, { cells, by: visit.viewer.principal.id, now: visit.now });
  return createdAnswer(itemEntity(row, context), metadataOf(context));
}

function readItems(context: ListContext, { options, query }: Ask): Answer {
  refuseTooManyLookups(options);
  const columns = itemColumns(context);
  const keys = sortKeys(options.orderBy, columns);
  refuseBeyondThreshold(context, options, columns);
  const size = pageSize(options);
  const start = pageStart(options.skipToken, keys);
  const backwards = start?.backwards === true;
  const conditions = [visibleItems(context.visit, context.list, 'i')];
  if (options.filter) conditions.push(filterToSql(options.filter, columns));
  if (start) conditions.push(afterPlace(keys, start));
  const order = orderSql(keys, backwards);
  const found = all<ItemRow & Record<`key_${number}`, Parameter>>(
    context.visit.database,
    `SELECT i.*, ${keys.map(({ expression }, index) => `${expression} AS key_${index}`).join(', ')} FROM ${itemTable(context.list)} i
     WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ORDER BY ${order.sql} LIMIT ?`,
    [...order.parameters, ...conditions.flatMap(({ parameters }) => parameters), ...order.parameters, size + 1]
  );
  const page = found.slice(0, size);
  if (backwards) page.reverse();
  const last = page.at(-1);
  const more = backwards ? last !== undefined : found.length > size;
  return {
    kind: 'collection',
    entities: page.map((row) => project(itemEntity(row, context), options)),
    metadata: metadataOf(context),
    ...(more && last && { next: linkAfter(last, keys, context, query) })
  };
}

function linkAfter(
  last: Readonly<Record<string, Parameter>>,
  keys: readonly SortKey[],
  { visit, list }: ListContext,
  query: URLSearchParams
): string {
  const place = new Map(keys.map(({ name }, index) => [name, last[`key_${index}`] ?? null] as const));
  return nextLink(`${visit.webUrl}/_api/${listPath(list)}/items`, query, place);
}

function countItems(context: ListContext, options: QueryOptions): number {
  const columns = itemColumns(context);
  refuseBeyondThreshold(context, options, columns);
  const conditions = [visibleItems(context.visit, context.list, 'i'), ...(options.filter ? [filterToSql(options.filter, columns)] : [])];
  const counted = one<{ readonly items: number }>(
    context.visit.database,
    `SELECT count(*) AS items FROM ${itemTable(context.list)} i WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    conditions.flatMap(({ parameters }) => parameters)
  );
  return counted?.items ?? 0;
}

function metadataOf({ list }: ListContext): string {
  return `SP.ListData.${entityTypeName(list.folder)}Items`;
}

function itemColumns({ visit, fields }: ListContext): ItemColumns {
  return {
    siteId: visit.site.id,
    fields,
    lookup: (field) => {
      const list = listByGuid(visit.database, visit.site.id, field.settings.lookupList);
      return list && { list, fields: fieldsOf(visit.database, list.id), visible: visibleItems(visit, list, 't') };
    }
  };
}
