// What it means to put a recycled thing back, and to remove it for good, kind by kind.
import { z } from 'zod';
import { badArgument, duplicateName } from '../http/errors';
import { demand, itemMask, listMask } from '../permissions/rights';
import { attachmentsOf, purgeAttachment, setRecycled } from '../store/attachments';
import { one } from '../store/database';
import { fieldsOf } from '../store/fields';
import type { ItemRow } from '../store/items';
import { purgeItem, putBack } from '../store/items';
import type { List } from '../store/lists';
import { itemTable, listsOf } from '../store/lists';
import type { Recycled, RecycledKind } from '../store/recycle-bin';
import { fold } from '../odata/evaluate';
import { recycledRows } from './item-recycling';
import type { ListContext } from './item-values';
import { refuseDuplicates } from './item-values';
import { visibleRow } from './items';
import { removeRecycledList, restoreList } from './list-removal';
import type { Visit } from './visit';

interface RecycledKindActs {
  readonly putBack: (thing: Recycled, visit: Visit) => void;
  readonly remove: (thing: Recycled, visit: Visit) => void;
}

/** Throws 403 when the caller may not write there, 400 when what it lay in is gone or its place is taken. */
export function putThingBack(thing: Recycled, visit: Visit): void {
  acts[thing.kind].putBack(thing, visit);
}

/** Removes for good what the bin kept. */
export function removeThing(thing: Recycled, visit: Visit): void {
  acts[thing.kind].remove(thing, visit);
}

const rows: RecycledKindActs = { putBack: putRowsBack, remove: purgeRows };

const acts: Readonly<Record<RecycledKind, RecycledKindActs>> = {
  item: rows,
  file: rows,
  folder: rows,
  attachment: { putBack: putAttachmentBack, remove: (thing, { database }) => purgeAttachment(database, attachmentIn(thing)) },
  list: { putBack: restoreList, remove: removeRecycledList }
};

function purgeRows(thing: Recycled, { database }: Visit): void {
  for (const row of recycledRows(thing)) purgeItem(database, thing.listId, row);
}

function putRowsBack(thing: Recycled, visit: Visit): void {
  const list = listOf(thing, visit);
  const context = { visit, list, fields: fieldsOf(visit.database, list.id) };
  recycledRows(thing).forEach((row, index) => {
    if (index === 0) refusePlace(row, context);
    refuseDuplicates(new Map(Object.entries(row).map(([name, value]) => [`"${name}"`, value])), context, row.id);
    putBack(visit.database, list, row, visit.now);
  });
}

/** Throws 403 without the right to add there, 400 when the folder is gone or the name is taken (status and code for the folder are a guess). */
function refusePlace(row: ItemRow, { visit, list }: ListContext): void {
  demand(itemMask(visit, list, row), 'addListItems');
  const standsAt = (url: string | null): boolean =>
    one(visit.database, `SELECT 1 FROM ${itemTable(list)} WHERE fold(file_ref) = fold(?)`, [url]) !== undefined;
  if (standsAt(row.file_ref)) throw duplicateName();
  if (row.dir_name !== null && row.dir_name !== list.root && !standsAt(row.dir_name))
    throw badArgument('The folder the item lay in does not exist.');
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

function attachmentIn({ payload }: Recycled): number {
  return z.object({ attachment: z.int() }).parse(JSON.parse(payload)).attachment;
}
