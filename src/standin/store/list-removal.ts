// Lists that are taken away: hidden while they lie in the recycle bin, put back, or gone for good with all that was in them.
import type { Connection } from './database';
import { one, run } from './database';
import type { List } from './lists';
import { itemTable } from './lists';
import { scopesBelowList } from './scopes';
import { dropSiteFolder } from './site-folders';
import { dropScope } from './sites';

/** Hides the list and frees its address, with the folders that are there only because of it. */
export function hideList(database: Connection, { id, guid, folder, siteId, root }: List): void {
  dropSiteFolder(database, { siteId, path: root });
  run(database, 'INSERT INTO deleted_list (list_id, folder) VALUES (?, ?)', [id, folder]);
  run(database, 'UPDATE list SET folder = ? WHERE id = ?', [`deleted:${guid}`, id]);
}

/** Undefined: it does not lie in the bin. */
export function hiddenFolder(database: Connection, listId: number): string | undefined {
  return one<{ readonly folder: string }>(database, 'SELECT folder FROM deleted_list WHERE list_id = ?', [listId])?.folder;
}

export function showList(database: Connection, listId: number): void {
  run(database, 'UPDATE list SET folder = ? WHERE id = ?', [hiddenFolder(database, listId) ?? '', listId]);
  run(database, 'DELETE FROM deleted_list WHERE list_id = ?', [listId]);
}

/** Removes a hidden list with its items, their versions, files and role assignments. */
export function purgeList(database: Connection, list: Pick<List, 'id'> & { readonly scopeId: number | null }): void {
  const scopes = [...scopesBelowList(database, list), ...(list.scopeId === null ? [] : [list.scopeId])];
  purgeContents(database, list);
  database.exec(`DROP TABLE ${itemTable(list)}`);
  for (const table of ['item_version', 'attachment', 'recycled', 'content_type', 'custom_action', 'list_view', 'field']) {
    run(database, `DELETE FROM ${table} WHERE list_id = ?`, [list.id]);
  }
  run(database, 'DELETE FROM subscription WHERE list_guid = (SELECT guid FROM list WHERE id = ?)', [list.id]);
  run(database, 'DELETE FROM list WHERE id = ?', [list.id]);
  run(database, 'DELETE FROM deleted_list WHERE list_id = ?', [list.id]);
  for (const scopeId of scopes) dropScope(database, scopeId);
}

/** The bytes of its files, in every version. */
function purgeContents(database: Connection, list: Pick<List, 'id'>): void {
  run(database, `DELETE FROM content WHERE id IN (SELECT content_id FROM ${itemTable(list)})`);
  run(database, `DELETE FROM content WHERE id IN (SELECT json_extract(cells, '$.content_id') FROM item_version WHERE list_id = ?)`, [
    list.id
  ]);
}
