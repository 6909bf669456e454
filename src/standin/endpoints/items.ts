// `items`: reading many with $filter, $orderby and paging, adding one, and the way to a single item.
import type { Answer } from '../http/answer';
import { unknownItem } from '../http/errors';
import { fileNeeded } from '../http/file-errors';
import { nextLink, pageSize } from '../odata/item-paging';
import { projector } from '../odata/project';
import { demand, listMask, visibleItems } from '../permissions/rights';
import { one } from '../store/database';
import type { ItemRow } from '../store/items';
import { insertItem } from '../store/items';
import { isLibrary, itemTable } from '../store/lists';
import { itemResource } from './item';
import { itemEntity } from './item-entity';
import { itemSelection } from './item-selection';
import { listPath } from './list-path';
import { countRows, itemColumns, readRows } from './item-rows';
import type { ListContext } from './item-values';
import { cellsOf, defaultCells, entityTypeName, itemType } from './item-values';
import type { Ask, Resource } from './resource';
import { createdAnswer, numberArgument } from './resource';
import { lookupsAsked, refuseTooManyLookups } from './throttling';

export function itemsResource(context: ListContext): Resource {
  return {
    get: (ask) => readItems(context, ask),
    post: (ask) => addItem(context, ask),
    step: (segment) => {
      if (segment.name === 'items' || segment.name === 'getbyid')
        return itemResource(context, visibleRow(context, numberArgument(segment, 'id')));
      return segment.name === '$count'
        ? {
            get: ({ options }) => ({
              kind: 'text',
              text: String(countRows(context, { columns: itemColumns(context, 'odata'), filter: options.filter }))
            })
          }
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

function addItem(context: ListContext, { entity }: Ask): Answer {
  const { visit, list } = context;
  demand(listMask(visit, list), 'addListItems');
  if (isLibrary(list)) throw fileNeeded();
  const cells = new Map([...defaultCells(context), ...cellsOf(entity(itemType(list), 'SP.ListItem'), context, undefined)]);
  const row = insertItem(visit.database, list, { cells, by: visit.viewer.principal.id, now: visit.now });
  return createdAnswer(itemEntity(row, context), metadataOf(context));
}

function readItems(context: ListContext, { options, query }: Ask): Answer {
  refuseTooManyLookups(lookupsAsked(options, context.fields));
  const projected = projector(itemSelection(options, context));
  const { rows, next } = readRows(context, {
    columns: itemColumns(context, 'odata'),
    filter: options.filter,
    orderBy: options.orderBy,
    size: pageSize(options),
    token: options.skipToken
  });
  return {
    kind: 'collection',
    entities: rows.map((row) => projected(itemEntity(row, context))),
    metadata: metadataOf(context),
    ...(next && { next: nextLink(`${context.visit.webUrl}/_api/${listPath(context.list)}/items`, query, next) })
  };
}

export function metadataOf({ list }: ListContext): string {
  return `SP.ListData.${entityTypeName(list)}Items`;
}
