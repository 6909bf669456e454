// One item: reading, changing with If-Match, deleting, recycling, and the way to what hangs on it.
import { z } from 'zod';
import type { Answer } from '../http/answer';
import { invalidClientQuery, notImplemented } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand, itemMask } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import type { ItemRow } from '../store/items';
import { updateItem } from '../store/items';
import { attachmentsResource } from './attachments';
import { parseBody } from './body';
import { refuseCheckedOut, refuseDeletion, removeRow } from './documents';
import type { TextKind } from './field-string-values';
import { fieldStringValues } from './field-string-values';
import { fileResource } from './file';
import { folderRow } from './folder-content';
import { folderResource } from './folders';
import { itemEntity } from './item-entity';
import { itemEtag, refuseStale, refuseUnmatched } from './item-etag';
import { recycleItem } from './item-recycling';
import { itemSelection } from './item-selection';
import { contentTypeOfItem } from './item-content-type';
import type { ListContext } from './item-values';
import { cellsOf, entityTypeName, itemType } from './item-values';
import { versionsResource } from './item-versions';
import { listEntity } from './list-entity';
import { renameRow } from './move-copy';
import type { Ask, Resource } from './resource';
import { actionResource, entityAnswer, propertyOf, propertyResource } from './resource';
import { securableStep } from './securable';
import { securableItem, uniqueAncestorOfItem } from './securable-item';
import { validateUpdateResource } from './validate-update';

export function itemResource(context: ListContext, row: ItemRow): Resource {
  return {
    get: (ask) => oneItem(context, row, ask),
    merge: (ask) => changeItem(context, row, ask),
    remove: (ask) => {
      removeItem(context, row, ask);
      return { kind: 'deleted' };
    },
    step: (segment) => itemStep(segment, context, row)
  };
}

function oneItem(context: ListContext, row: ItemRow, ask: Ask): Answer {
  const options = { ...ask.options, ...itemSelection(ask.options, context) };
  return entityAnswer(itemEntity(row, context), `SP.ListData.${entityTypeName(context.list)}Items`, { ...ask, options });
}

function itemStep(segment: Segment, context: ListContext, row: ItemRow): Resource | undefined {
  const { visit, list } = context;
  switch (segment.name) {
    case 'recycle':
      return { post: ({ ifMatch }) => recycled(context, row, ifMatch) };
    case 'deleteobject':
      return actionResource('DeleteObject', (ask) => removeItem(context, row, ask));
    case 'deletewithparameters':
      return actionResource('DeleteWithParameters', (ask) => removeWith(context, row, ask));
    case 'versions':
      return versionsResource(segment, context, row);
    case 'attachmentfiles':
      return attachmentsResource(segment, context, row);
    case 'validateupdatelistitem':
      return validateUpdateResource(context, row);
    case 'fieldvaluesastext':
      return textsResource('FieldValuesAsText', context, row);
    case 'fieldvaluesashtml':
      return textsResource('FieldValuesAsHtml', context, row);
    case 'fieldvaluesforedit':
      return textsResource('FieldValuesForEdit', context, row);
    case 'contenttype':
      return contentTypeResource(context, row);
    case 'file':
      return row.content_id === null ? nothing('File') : fileResource(context, row, itemResource);
    case 'folder':
      return row.fs_obj_type === 1 ? folderResource(folderRow(row, context), { visit, itemDoor: itemResource }) : nothing('Folder');
    case 'parentlist':
      return { get: (ask) => entityAnswer(listEntity(list, visit), 'SP.ApiData.Lists', ask) };
    case 'firstuniqueancestorsecurableobject':
      return { get: (ask) => entityAnswer(uniqueAncestorOfItem(context, row, itemEntity), 'SP.ApiData.SecurableObjects', ask) };
    case 'effectivebasepermissions':
      return propertyResource('EffectiveBasePermissions', () => basePermissions(itemMask(visit, list, row)));
    case 'getwopiframeurl':
      return { post: () => ({ kind: 'property', name: 'GetWOPIFrameUrl', value: wopiFrameUrl(row) }) };
    case 'comments':
    case 'likedby':
    case 'likedbyinformation':
    case 'like':
    case 'unlike':
    case 'getdlppolicytip':
      throw notImplemented(`${segment.text} of an item`);
    default:
      return securableStep(segment, securableItem(context, row)) ?? propertyOf(itemEntity(row, context), segment);
  }
}

function textsResource(kind: TextKind, context: ListContext, row: ItemRow): Resource {
  const entity = fieldStringValues(kind, row, context);
  return {
    get: (ask) => entityAnswer(entity, 'SP.ApiData.FieldStringValuess', ask),
    step: (segment) => propertyOf(entity, segment)
  };
}

/** What an item that is no file, or no folder, has in its place. */
function nothing(name: string): Resource {
  return { get: () => ({ kind: 'null', name }) };
}

function contentTypeResource(context: ListContext, row: ItemRow): Resource {
  const entity = contentTypeOfItem(row, context);
  if (entity === null) return { get: () => ({ kind: 'null', name: 'ContentType' }) };
  return { get: (ask) => entityAnswer(entity, 'SP.ApiData.ContentTypes', ask), step: (segment) => propertyOf(entity, segment) };
}

/** Empty where there is no file to view (SP.ListItem.getWOPIFrameUrl in Microsoft's documentation). */
function wopiFrameUrl({ content_id }: ItemRow): string {
  if (content_id !== null) throw notImplemented('getWOPIFrameUrl of a file');
  return '';
}

function changeItem(context: ListContext, row: ItemRow, { entity, ifMatch }: Ask): Answer {
  const { visit, list } = context;
  demand(itemMask(visit, list, row), 'editListItems');
  refuseUnmatched(row, ifMatch);
  refuseCheckedOut(context, row);
  const { FileLeafRef, ...columns } = entity(itemType(list), 'SP.ListItem');
  const named = FileLeafRef === undefined ? row : renamed(context, row, FileLeafRef);
  const cells = cellsOf(columns, context, row.id);
  const changed = updateItem(visit.database, list, named, { cells, by: visit.viewer.principal.id, now: visit.now });
  return { kind: 'merged', etag: itemEtag(changed) };
}

/** Writing `FileLeafRef` renames a file or a folder; another item has no name of its own. */
function renamed(context: ListContext, row: ItemRow, name: unknown): ItemRow {
  if (row.content_id === null && row.fs_obj_type !== 1) throw notImplemented('FileLeafRef of an item that is no file');
  if (typeof name !== 'string')
    throw invalidClientQuery("Cannot convert a primitive value to the expected type 'Edm.String' (field 'FileLeafRef').");
  return renameRow(context, row, name);
}

function recycled(context: ListContext, row: ItemRow, ifMatch: string | undefined): Answer {
  refuseDeletion(context, row);
  refuseStale(row, ifMatch);
  return { kind: 'property', name: 'Recycle', value: recycleItem(context, row) };
}

function removeItem(context: ListContext, row: ItemRow, { ifMatch }: Pick<Ask, 'ifMatch'>): void {
  refuseDeletion(context, row);
  refuseStale(row, ifMatch);
  removeRow(context, row);
}

const deletionParameters = z.strictObject({
  parameters: z.strictObject({ BypassSharedLock: z.boolean().optional(), ETagMatch: z.string().nullable().optional() }).optional()
});

function removeWith(context: ListContext, row: ItemRow, ask: Ask): void {
  const { parameters } = parseBody(deletionParameters, ask.body(), 'SP.ListItemDeleteParameters');
  removeItem(context, row, { ifMatch: parameters?.ETagMatch ?? ask.ifMatch });
}
