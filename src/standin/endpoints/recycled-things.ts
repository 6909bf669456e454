// What it means to put a recycled thing back, and to remove it for good, kind by kind.
import { z } from 'zod';
import { badArgument, duplicateName, notImplemented } from '../http/errors';
import { demand, itemMask, listMask } from '../permissions/rights';
import { attachmentsOf, purgeAttachment, setRecycled } from '../store/attachments';
import { fieldsOf } from '../store/fields';
import type { ItemRow } from '../store/items';
import { purgeItem, putBack } from '../store/items';
import type { List } from '../store/lists';
import { listsOf } from '../store/lists';
import type { Recycled } from '../store/recycle-bin';
import { fold } from '../odata/evaluate';
import { refuseDuplicates } from './item-values';
import { visibleRow } from './items';
import type { Visit } from './visit';

/** Throws 403 when the caller may not write there, 400 when what it lay in is gone or its place is taken. */
export function putThingBack(thing: Recycled, visit: Visit): void {
  switch (thing.kind) {
    case 'item':
      return putItemBack(thing, visit);
    case 'attachment':
      return putAttachmentBack(thing, visit);
    case 'file':
    case 'folder':
    case 'list':
      throw notImplemented(`restoring a ${thing.kind}`);
  }
}

/** Removes for good what the bin kept. */
export function removeThing(thing: Recycled, visit: Visit): void {
  switch (thing.kind) {
    case 'item':
      return purgeItem(visit.database, thing.listId, rowIn(thing));
    case 'attachment':
      return purgeAttachment(visit.database, attachmentIn(thing));
    case 'file':
    case 'folder':
    case 'list':
      throw notImplemented(`deleting a recycled ${thing.kind}`);
  }
}

function putItemBack(thing: Recycled, visit: Visit): void {
  const list = listOf(thing, visit);
  const row = rowIn(thing);
  demand(itemMask(visit, list, row), 'addListItems');
  const fields = fieldsOf(visit.database, list.id);
  refuseDuplicates(new Map(Object.entries(row).map(([name, value]) => [`"${name}"`, value])), { visit, list, fields }, row.id);
  putBack(visit.database, list, row, visit.now);
}

function putAttachmentBack(thing: Recycled, visit: Visit): void {
  const list = listOf(thing, visit);
  demand(listMask(visit, list), 'editListItems');
  const row = visibleRow({ visit, list, fields: fieldsOf(visit.database, list.id) }, thing.itemId ?? 0);
  const present = attachmentsOf(visit.database, { list, itemId: row.id });
  if (present.some(({ name }) => fold(name) === fold(thing.leafName))) throw duplicateName();
  setRecycled(visit.database, list, { id: attachmentIn(thing), itemId: row.id }, false);
}

/** Status and code are a guess. */
function listOf({ listId }: Recycled, { database, site }: Visit): List {
  const list = listsOf(database, site.id).find(({ id }) => id === listId);
  if (list === undefined) throw badArgument('The list the item lay in does not exist. It has to be restored first.');
  return list;
}

/** The row as it stood; the payload is what `recycled` in `item-recycling.ts` wrote. */
function rowIn({ payload }: Recycled): ItemRow {
  return JSON.parse(payload) as ItemRow;
}

function attachmentIn({ payload }: Recycled): number {
  return z.object({ attachment: z.int() }).parse(JSON.parse(payload)).attachment;
}
