// An item as something with permissions of its own.
import type { Entity } from '../http/answer';
import { foldersAbove, scopesInFolder } from '../permissions/folder-scopes';
import { itemMask } from '../permissions/rights';
import type { Securable } from '../permissions/securable';
import { siteScopes } from '../permissions/securable';
import type { ItemRow } from '../store/items';
import { itemById, setItemScope } from '../store/items';
import type { List } from '../store/lists';
import { dropScope } from '../store/sites';
import type { ListContext } from './item-values';
import { uniqueAncestor } from './list-entity';
import { itemPath } from './list-path';
import type { Visit } from './visit';

export function securableItem({ visit, list }: ListContext, row: ItemRow): Securable {
  const { database } = visit;
  return {
    visit,
    path: itemPath(list, row.id),
    scopeId: row.scope_id,
    get parentScopes() {
      const folders = foldersAbove(database, list, row).map(({ scopeId }) => scopeId);
      return [...folders, ...(list.scopeId === null ? [] : [list.scopeId]), ...siteScopes(visit)];
    },
    mask: () => itemMask(visit, list, row),
    setScope: (scopeId) => setItemScope(database, list, row, scopeId),
    clearBelow: () => clearFolder(visit, list, row),
    scopesBelow: () => (row.fs_obj_type === 1 ? scopesInFolder(database, list, row).map(({ scopeId }) => scopeId) : [])
  };
}

/** Whose role assignments count: the item's own, those of a folder above it, the list's or a site's. */
export function uniqueAncestorOfItem(context: ListContext, row: ItemRow, entityOf: (row: ItemRow, context: ListContext) => Entity): Entity {
  const { visit, list } = context;
  if (row.scope_id !== null) return entityOf(row, context);
  const [folder] = foldersAbove(visit.database, list, row);
  const above = folder && itemById(visit.database, list, folder.id);
  return above ? entityOf(above, context) : uniqueAncestor(list, visit);
}

function clearFolder({ database }: Visit, list: List, row: ItemRow): void {
  if (row.fs_obj_type !== 1) return;
  for (const { id, scopeId } of scopesInFolder(database, list, row)) {
    const below = itemById(database, list, id);
    if (below) setItemScope(database, list, below, null);
    dropScope(database, scopeId);
  }
}
