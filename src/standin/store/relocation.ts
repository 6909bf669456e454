// Moves a row with what lies below it: to another folder or name in its list, or to another list of the site.
import type { Connection, Parameter } from './database';
import { run } from './database';
import type { ItemRow } from './items';
import { insertItem, overwriteItem, takeOut } from './items';
import type { List } from './lists';
import { itemTable } from './lists';

interface NewPlace {
  readonly dir: string;
  readonly name: string;
  readonly now: string;
}

/** No new version, and nobody becomes its editor. `below`: every row in the folder, at any depth. */
export function relocate(
  database: Connection,
  list: List,
  row: ItemRow,
  { dir, name, now, below }: NewPlace & { readonly below: readonly ItemRow[] }
): ItemRow {
  const from = row.file_ref ?? '';
  const to = `${dir}/${name}`;
  for (const each of below) {
    const rest = (each.dir_name ?? '').slice(from.length);
    run(database, `UPDATE ${itemTable(list)} SET dir_name = ?, file_ref = ?, etag = etag + 1 WHERE id = ?`, [
      `${to}${rest}`,
      `${to}${rest}/${each.leaf_name ?? ''}`,
      each.id
    ]);
  }
  return overwriteItem(database, list, row, { cells: placeCells({ dir, name }), now });
}

/** The file keeps its guid, its versions and who made it; columns that the other list lacks are left behind. */
export function moveToList(
  database: Connection,
  row: ItemRow,
  { from, to, cells, dir, name, now }: NewPlace & { readonly from: List; readonly to: List; readonly cells: ReadonlyMap<string, Parameter> }
): void {
  const kept = new Map<string, Parameter>([
    ...cells,
    ...placeCells({ dir, name }),
    ...(['author', 'editor', 'created', 'modified', 'content_id', 'size', 'content_version', 'check_in_comment'] as const).map(
      (column) => [column, row[column]] as const
    )
  ]);
  const moved = insertItem(database, to, { cells: kept, by: row.editor, now });
  run(database, `UPDATE ${itemTable(to)} SET guid = ?, etag = ?, major = ? WHERE id = ?`, [row.guid, row.etag + 1, row.major, moved.id]);
  run(database, 'DELETE FROM item_version WHERE list_id = ? AND item_id = ?', [to.id, moved.id]);
  run(database, 'UPDATE item_version SET list_id = ?, item_id = ? WHERE list_id = ? AND item_id = ?', [to.id, moved.id, from.id, row.id]);
  takeOut(database, from, row, now);
}

/** The cells that say where a row lies. */
export function placeCells({ dir, name }: Pick<NewPlace, 'dir' | 'name'>): Map<string, Parameter> {
  return new Map([
    ['leaf_name', name],
    ['dir_name', dir],
    ['file_ref', `${dir}/${name}`]
  ]);
}
