// Recycling an item: out of its list, into the bin.
import { attachmentsOf } from '../store/attachments';
import type { ItemRow } from '../store/items';
import { takeOut } from '../store/items';
import type { Recycled, RecycledKind } from '../store/recycle-bin';
import { recycle } from '../store/recycle-bin';
import { rowsBelow } from './documents';
import type { ListContext } from './item-values';

/** Gives the bin's id of it; a folder goes with everything in it. An item without a title is called by its leaf name there (a guess). */
export function recycleItem(context: ListContext, row: ItemRow): string {
  const { visit, list } = context;
  const { database, site, now, viewer } = visit;
  const rows = [row, ...(row.fs_obj_type === 1 ? rowsBelow(context, row) : [])];
  const size = rows.reduce((sum, one) => sum + sizeOf(one, context), 0);
  for (const one of rows) takeOut(database, list, one, now);
  const kind = kindOf(row);
  return recycle(database, {
    siteId: site.id,
    kind,
    listId: list.id,
    itemId: row.id,
    title: kind === 'item' ? String(row['f_Title'] ?? itemLeafName(row)) : itemLeafName(row),
    leafName: itemLeafName(row),
    dirName: (row.dir_name ?? list.root).replace(/^\//, ''),
    size,
    author: row.author,
    deleted: now,
    deletedBy: viewer.principal.id,
    payload: JSON.stringify({ rows })
  });
}

/** The rows of a recycled item, file or folder, what lies in a folder after the folder. */
export function recycledRows({ payload }: Pick<Recycled, 'payload'>): readonly ItemRow[] {
  return (JSON.parse(payload) as { readonly rows: readonly ItemRow[] }).rows;
}

function kindOf({ fs_obj_type, content_id }: ItemRow): RecycledKind {
  if (fs_obj_type === 1) return 'folder';
  return content_id === null ? 'item' : 'file';
}

/** In bytes, a folder itself none; what SharePoint counts for a row without a file is a guess. */
function sizeOf(row: ItemRow, { visit, list }: ListContext): number {
  if (row.fs_obj_type === 1) return 0;
  const attached = attachmentsOf(visit.database, { list, itemId: row.id }).reduce((sum, { size }) => sum + size, 0);
  return attached + (row.size ?? Buffer.byteLength(JSON.stringify(row)));
}

/** The name SharePoint gives a list item that is no file: `1_.000` [recorded]. */
export function itemLeafName({ id, leaf_name }: Pick<ItemRow, 'id' | 'leaf_name'>): string {
  return leaf_name ?? `${id}_.000`;
}
