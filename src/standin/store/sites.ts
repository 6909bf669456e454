// Sites: one row per site collection, each with its root web.
import { randomUUID } from 'node:crypto';
import type { Connection } from './database';
import { all, one, run } from './database';

export interface Site {
  readonly id: number;
  /** Server-relative, `/sites/…` or `/`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly siteGuid: string;
  readonly webGuid: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly scopeId: number;
}

const columns = 'id, path, title, description, site_guid AS siteGuid, web_guid AS webGuid, created, scope_id AS scopeId';

export function siteByPath(database: Connection, path: string): Site | undefined {
  return one<Site>(database, `SELECT ${columns} FROM site WHERE path = ?`, [path]);
}

export function insertSite(database: Connection, site: { readonly path: string; readonly title: string; readonly now: string }): Site {
  run(database, 'INSERT INTO site (path, title, description, site_guid, web_guid, created, scope_id) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    site.path,
    site.title,
    '',
    randomUUID(),
    randomUUID(),
    site.now,
    newScope(database)
  ]);
  const inserted = siteByPath(database, site.path);
  if (inserted === undefined) throw new Error(`Site ${site.path} was not stored.`);
  return inserted;
}

export function updateSite(database: Connection, site: Pick<Site, 'id' | 'title' | 'description'>): void {
  run(database, 'UPDATE site SET title = ?, description = ? WHERE id = ?', [site.title, site.description, site.id]);
}

/** A new set of role assignments, empty. */
export function newScope(database: Connection): number {
  return Number(run(database, 'INSERT INTO scope DEFAULT VALUES').lastInsertRowid);
}

export function dropScope(database: Connection, scopeId: number): void {
  run(database, 'DELETE FROM scope WHERE id = ?', [scopeId]);
}

interface Assignment {
  readonly principalId: number;
  readonly roleId: number;
}

export function assignmentsOf(database: Connection, scopeId: number): Assignment[] {
  return all<Assignment>(
    database,
    'SELECT principal_id AS principalId, role_id AS roleId FROM role_assignment WHERE scope_id = ? ORDER BY principal_id, role_id',
    [scopeId]
  );
}

export function assign(database: Connection, scopeId: number, { principalId, roleId }: Assignment): void {
  run(database, 'INSERT OR IGNORE INTO role_assignment (scope_id, principal_id, role_id) VALUES (?, ?, ?)', [scopeId, principalId, roleId]);
}

export function unassign(database: Connection, scopeId: number, { principalId, roleId }: Assignment): void {
  run(database, 'DELETE FROM role_assignment WHERE scope_id = ? AND principal_id = ? AND role_id = ?', [scopeId, principalId, roleId]);
}

export function unassignAll(database: Connection, scopeId: number, principalId: number): void {
  run(database, 'DELETE FROM role_assignment WHERE scope_id = ? AND principal_id = ?', [scopeId, principalId]);
}
