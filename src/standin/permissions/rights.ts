// What the viewer may do at a site, a list or an item, and the SQL that leaves out what they may not see.
import type { Visit } from '../endpoints/visit';
import { accessDenied } from '../http/errors';
import type { Parameter } from '../store/database';
import { all } from '../store/database';
import type { ItemRow } from '../store/items';
import type { List } from '../store/lists';
import { foldersAbove, rowScope } from './folder-scopes';
import { maskOfLevels, viewingLevels } from './levels';
import { fullControl, permission } from './roles';

type Permission = keyof typeof permission;

export function webMask(visit: Visit): bigint {
  return maskAt(visit, visit.site.scopeId);
}

export function listMask(visit: Visit, list: List): bigint {
  return maskAt(visit, list.scopeId ?? visit.site.scopeId);
}

export function itemMask(visit: Visit, list: List, row: Pick<ItemRow, 'scope_id' | 'dir_name'>): bigint {
  const own = row.scope_id ?? foldersAbove(visit.database, list, row)[0]?.scopeId;
  return maskAt(visit, own ?? list.scopeId ?? visit.site.scopeId);
}

export function allows(mask: bigint, needed: Permission): boolean {
  return (mask & permission[needed]) !== 0n;
}

/** Throws 403 when the mask lacks the permission. */
export function demand(mask: bigint, needed: Permission): void {
  if (!allows(mask, needed)) throw accessDenied();
}

interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** A condition on the item table called `alias` that holds for the items the viewer may see. */
export function visibleItems(visit: Visit, list: List, alias: string): SqlCondition {
  if (allows(visit.viewer.everywhere, 'viewListItems')) return { sql: 'TRUE', parameters: [] };
  const scope = rowScope(visit.database, list, alias);
  const inherits = allows(listMask(visit, list), 'viewListItems');
  return {
    sql: `(${inherits ? `${scope.sql} IS NULL OR` : ''} EXISTS (SELECT 1 FROM role_assignment a WHERE a.scope_id = ${scope.sql}
      AND a.principal_id IN (SELECT value FROM json_each(?)) AND a.role_id IN (${viewingLevels(visit.database, visit.site).join(', ')})))`,
    parameters: [...(inherits ? scope.parameters : []), ...scope.parameters, JSON.stringify(visit.viewer.ids)]
  };
}

interface RightsOf extends Pick<Visit, 'database' | 'site'> {
  readonly viewer: Pick<Visit['viewer'], 'ids' | 'everywhere'>;
}

/** What the viewer may by one set of role assignments. */
export function maskAt({ database, site, viewer }: RightsOf, scopeId: number): bigint {
  if (viewer.everywhere === fullControl) return fullControl;
  const granted = all<{ readonly roleId: number }>(
    database,
    'SELECT DISTINCT role_id AS roleId FROM role_assignment WHERE scope_id = ? AND principal_id IN (SELECT value FROM json_each(?))',
    [scopeId, JSON.stringify(viewer.ids)]
  );
  if (granted.length === 0) return viewer.everywhere;
  return (
    viewer.everywhere |
    maskOfLevels(
      database,
      site,
      granted.map(({ roleId }) => roleId)
    )
  );
}
