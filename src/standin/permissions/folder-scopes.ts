// Folders with role assignments of their own: what lies in them inherits from the nearest.
import { fold } from '../odata/evaluate';
import type { Connection, Parameter } from '../store/database';
import { all } from '../store/database';
import type { ItemRow } from '../store/items';
import type { List } from '../store/lists';
import { itemTable } from '../store/lists';

interface FolderScope {
  readonly id: number;
  readonly scopeId: number;
  /** Server-relative, folded, with a slash at the end. */
  readonly path: string;
}

/** The deepest first; none in most lists, which an index of its own tells at once. */
function folderScopes(database: Connection, list: List): FolderScope[] {
  return all<FolderScope>(
    database,
    `SELECT id, scope_id AS scopeId, fold(file_ref) || '/' AS path FROM ${itemTable(list)}
     WHERE fs_obj_type = 1 AND scope_id IS NOT NULL ORDER BY length(file_ref) DESC`
  );
}

/** The folders above a row that have their own, nearest first. */
export function foldersAbove(database: Connection, list: List, row: Pick<ItemRow, 'dir_name'>): FolderScope[] {
  const found = folderScopes(database, list);
  if (found.length === 0 || row.dir_name === null) return [];
  const folder = `${fold(row.dir_name)}/`;
  return found.filter(({ path }) => folder.startsWith(path));
}

/** Role assignments of what lies in a folder, at any depth. */
export function scopesInFolder(
  database: Connection,
  list: List,
  { file_ref }: Pick<ItemRow, 'file_ref'>
): { id: number; scopeId: number }[] {
  return all<{ id: number; scopeId: number }>(
    database,
    `SELECT id, scope_id AS scopeId FROM ${itemTable(list)}
     WHERE scope_id IS NOT NULL AND substr(fold(dir_name) || '/', 1, length(?) + 1) = fold(?) || '/'`,
    [file_ref, file_ref]
  );
}

/** SQL for the set of assignments of a row of the item table called `alias`: its own or a folder's; null when the list's counts. */
export function rowScope(
  database: Connection,
  list: List,
  alias: string
): { readonly sql: string; readonly parameters: readonly Parameter[] } {
  const folders = folderScopes(database, list);
  if (folders.length === 0) return { sql: `${alias}.scope_id`, parameters: [] };
  const cases = folders.map(({ scopeId }) => `WHEN substr(fold(${alias}.dir_name) || '/', 1, length(?)) = ? THEN ${scopeId}`);
  return {
    sql: `coalesce(${alias}.scope_id, CASE ${cases.join(' ')} END)`,
    parameters: folders.flatMap(({ path }) => [path, path])
  };
}
