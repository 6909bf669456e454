// The sets of role assignments below a site or a list: finding them, and doing away with them.
import type { Connection } from './database';
import { all, run } from './database';
import type { List } from './lists';
import { itemTable, listsOf, updateList } from './lists';
import type { Site } from './sites';
import { dropScope, setSiteScope, subsitesOf } from './sites';

export function scopesBelowList(database: Connection, list: Pick<List, 'id'>): number[] {
  return all<{ readonly scopeId: number }>(database, `SELECT scope_id AS scopeId FROM ${itemTable(list)} WHERE scope_id IS NOT NULL`).map(
    ({ scopeId }) => scopeId
  );
}

/** Of its lists, their items and its sub-sites with theirs. */
export function scopesBelowSite(database: Connection, site: Site): number[] {
  const lists = listsOf(database, site.id).flatMap((list) => [...ownScope(list), ...scopesBelowList(database, list)]);
  const sites = subsitesOf(database, site).flatMap((sub) => [...(sub.inherits ? [] : [sub.scopeId]), ...scopesBelowSite(database, sub)]);
  return [...lists, ...sites];
}

/** Every item of the list inherits again. */
export function clearScopesOfList(database: Connection, list: List): void {
  const own = scopesBelowList(database, list);
  run(database, `UPDATE ${itemTable(list)} SET scope_id = NULL, etag = etag + 1 WHERE scope_id IS NOT NULL`);
  for (const scopeId of own) dropScope(database, scopeId);
}

/** Every list, item and sub-site below inherits again. */
export function clearScopesOfSite(database: Connection, site: Site): void {
  for (const list of listsOf(database, site.id)) {
    clearScopesOfList(database, list);
    if (list.scopeId === null) continue;
    updateList(database, { ...list, scopeId: null });
    dropScope(database, list.scopeId);
  }
  for (const sub of subsitesOf(database, site)) {
    clearScopesOfSite(database, sub);
    if (sub.inherits) continue;
    setSiteScope(database, sub, null);
    dropScope(database, sub.scopeId);
  }
}

function ownScope({ scopeId }: List): number[] {
  return scopeId === null ? [] : [scopeId];
}
