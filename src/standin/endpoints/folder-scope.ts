// Which folder of a list a CAML query reads, and how deep.
import type { Scope } from '../caml/view';
import { unknownSite } from '../http/errors';
import type { Sql } from '../odata/filter-to-sql';
import { one } from '../store/database';
import { itemTable } from '../store/lists';
import type { ListContext } from './item-values';

/**
 * A condition on the item table `i`; `url` is server-relative, undefined for the list's own folder. Without a scope only what lies right in the
 * folder is read (Microsoft's "View element (List)"). Throws 404 for a folder that the list does not have.
 */
export function folderCondition(context: ListContext, scope: Scope, url: string | undefined): Sql {
  const { root } = context.list;
  const folder = (url ?? root).replace(/\/$/, '');
  const isRoot = folder.toLowerCase() === root.toLowerCase();
  if (!isRoot && !hasFolder(context, folder)) throw unknownSite(folder);
  const inFolder: Sql = { sql: 'fold(i.dir_name) = fold(?)', parameters: [folder] };
  const below: Sql = isRoot
    ? { sql: 'TRUE', parameters: [] }
    : {
        sql: "(fold(i.dir_name) = fold(?) OR substr(fold(i.dir_name), 1, length(?) + 1) = fold(?) || '/')",
        parameters: [folder, folder, folder]
      };
  switch (scope) {
    case '':
      return inFolder;
    case 'FilesOnly':
      return noFolders(inFolder);
    case 'Recursive':
      return noFolders(below);
    case 'RecursiveAll':
      return below;
  }
}

function noFolders({ sql, parameters }: Sql): Sql {
  return { sql: `${sql} AND i.fs_obj_type = 0`, parameters };
}

function hasFolder({ list, visit }: ListContext, path: string): boolean {
  return one(visit.database, `SELECT 1 FROM ${itemTable(list)} WHERE fs_obj_type = 1 AND fold(file_ref) = fold(?)`, [path]) !== undefined;
}
