// An item as something with permissions of its own.
import { itemMask } from '../permissions/rights';
import type { Securable } from '../permissions/securable';
import { siteScopes } from '../permissions/securable';
import type { ItemRow } from '../store/items';
import { setItemScope } from '../store/items';
import { itemPath } from './list-path';
import type { ListContext } from './item-values';

export function securableItem({ visit, list }: ListContext, row: ItemRow): Securable {
  return {
    visit,
    path: itemPath(list, row.id),
    scopeId: row.scope_id,
    parentScopes: [...(list.scopeId === null ? [] : [list.scopeId]), ...siteScopes(visit)],
    mask: () => itemMask(visit, list, row),
    setScope: (scopeId) => setItemScope(visit.database, list, row, scopeId),
    clearBelow: () => undefined
  };
}
