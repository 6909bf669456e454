// Recycling an item: out of its list, into the bin.
import { attachmentsOf } from '../store/attachments';
import type { ItemRow } from '../store/items';
import { takeOut } from '../store/items';
import { recycle } from '../store/recycle-bin';
import type { ListContext } from './item-values';

/** Gives the bin's id of it. An item without a title is called by its leaf name there (a guess). */
export function recycleItem({ visit, list }: ListContext, row: ItemRow): string {
  const { database, site, now, viewer } = visit;
  const payload = JSON.stringify(row);
  const attached = attachmentsOf(database, { list, itemId: row.id }).reduce((sum, { size }) => sum + size, 0);
  takeOut(database, list, row, now);
  return recycle(database, {
    siteId: site.id,
    kind: 'item',
    listId: list.id,
    itemId: row.id,
    title: String(row['f_Title'] ?? itemLeafName(row)),
    leafName: itemLeafName(row),
    dirName: (row.dir_name ?? list.root).replace(/^\//, ''),
    size: Buffer.byteLength(payload) + attached,
    author: row.author,
    deleted: now,
    deletedBy: viewer.principal.id,
    payload
  });
}

/** The name SharePoint gives a list item that is no file: `1_.000` [recorded]. */
export function itemLeafName({ id, leaf_name }: Pick<ItemRow, 'id' | 'leaf_name'>): string {
  return leaf_name ?? `${id}_.000`;
}
