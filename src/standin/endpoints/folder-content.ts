// What lies in a folder: its folders and its files, as far as the viewer may see them.
import { listViewThreshold } from '../http/errors';
import { visibleItems } from '../permissions/rights';
import { all, one } from '../store/database';
import type { ItemRow } from '../store/items';
import { isLibrary, itemTable, listsOf } from '../store/lists';
import { siteFoldersIn } from '../store/site-folders';
import type { ListContext } from './item-values';
import type { Place } from './place';
import { contextOf, isShownIn, listRoot, sitePrefix } from './place';
import type { Visit } from './visit';

/** In order of name, those of a list first. */
export function foldersIn(place: Place, visit: Visit): Place[] {
  const { database, site } = visit;
  const lists = listsOf(database, site.id);
  const rows = 'context' in place ? rowsIn(place, 'i.fs_obj_type = 1').map((row): Place => folderRow(row, place.context)) : [];
  const roots = lists.filter((list) => isShownIn(list, place.url, visit)).map((list) => listRoot(contextOf(list, visit)));
  const plain = siteFoldersIn(database, { siteId: site.id, path: place.kind === 'web' ? sitePrefix(visit) : place.url })
    .filter(({ path }) => path !== '' && !lists.some(({ root }) => root.toLowerCase() === path.toLowerCase()))
    .map((folder): Place => ({ kind: 'plain', url: folder.path, folder }));
  return [...rows, ...roots, ...plain];
}

/** In order of name. */
export function filesIn(place: Place): ItemRow[] {
  return 'context' in place ? rowsIn(place, 'i.content_id IS NOT NULL') : [];
}

/** Files and folders right in it. */
export function childCount(place: Place): number {
  if (!('context' in place)) return 0;
  if (place.kind === 'list' && !isLibrary(place.context.list)) return place.context.list.itemCount;
  const { sql, parameters } = visibleItems(place.context.visit, place.context.list, 'i');
  const counted = one<{ readonly rows: number }>(
    place.context.visit.database,
    `SELECT count(*) AS rows FROM ${itemTable(place.context.list)} i WHERE fold(i.dir_name) = fold(?) AND ${sql}`,
    [place.url, ...parameters]
  );
  return counted?.rows ?? 0;
}

export function folderRow(row: ItemRow, context: ListContext): Place {
  return { kind: 'row', url: row.file_ref ?? '', context, row };
}

/** Throws 500 when the folder holds more than the list view threshold (platform.md 5: rows examined). */
function rowsIn({ context, url }: Place & { readonly context: ListContext }, condition: string): ItemRow[] {
  const { visit, list } = context;
  const visible = visibleItems(visit, list, 'i');
  const rows = all<ItemRow>(
    visit.database,
    `SELECT i.* FROM ${itemTable(list)} i WHERE fold(i.dir_name) = fold(?) AND ${condition} AND ${visible.sql} ORDER BY fold(i.leaf_name) LIMIT ?`,
    [url, ...visible.parameters, visit.listViewThreshold + 1]
  );
  if (rows.length > visit.listViewThreshold) throw listViewThreshold();
  return rows;
}
