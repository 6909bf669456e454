// Deleting and recycling a list, and putting a recycled one back.
import { badArgument, duplicateList } from '../http/errors';
import { demand, listMask, webMask } from '../permissions/rights';
import { one } from '../store/database';
import { hiddenFolder, hideList, purgeList, showList } from '../store/list-removal';
import type { List } from '../store/lists';
import { listByFolder, listByTitle } from '../store/lists';
import type { Recycled } from '../store/recycle-bin';
import { recycle } from '../store/recycle-bin';
import { makeFormsFolder } from './libraries';
import type { Visit } from './visit';

/** For good, with everything in it. */
export function deleteList(list: List, visit: Visit): void {
  demand(listMask(visit, list), 'manageLists');
  hideList(visit.database, list);
  purgeList(visit.database, list);
}

/** Gives the bin's id of it. Who made a list is not kept: the bin names who recycled it. */
export function recycleList(list: List, visit: Visit): string {
  demand(listMask(visit, list), 'manageLists');
  hideList(visit.database, list);
  return recycle(visit.database, {
    siteId: visit.site.id,
    kind: 'list',
    listId: list.id,
    itemId: null,
    title: list.title,
    leafName: list.folder,
    dirName: list.root.slice(1, list.root.lastIndexOf('/')),
    size: 0,
    author: visit.viewer.principal.id,
    deleted: visit.now,
    deletedBy: visit.viewer.principal.id,
    payload: '{}'
  });
}

/** Throws 500 when another list has taken its title, 400 when another has its address (a guess). */
export function restoreList({ listId, title }: Recycled, visit: Visit): void {
  const { database, site } = visit;
  demand(webMask(visit), 'manageLists');
  if (listByTitle(database, site.id, title) !== undefined) throw duplicateList();
  const folder = hiddenFolder(database, listId);
  if (folder === undefined || listByFolder(database, site.id, folder) !== undefined) {
    throw badArgument('The address of the list is taken by another.');
  }
  showList(database, listId);
  const shown = listByFolder(database, site.id, folder);
  if (shown !== undefined) makeFormsFolder(shown, visit);
}

export function removeRecycledList({ listId }: Recycled, { database }: Visit): void {
  const list = one<{ readonly id: number; readonly scopeId: number | null }>(
    database,
    'SELECT id, scope_id AS scopeId FROM list WHERE id = ?',
    [listId]
  );
  if (list !== undefined) purgeList(database, list);
}
