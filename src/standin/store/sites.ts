// Sites: the root site of every collection and the sub-sites in it (SharePoint's `web`), and the role assignments they carry.
import { randomUUID } from 'node:crypto';
import type { Connection } from './database';
import { all, run } from './database';

export type SiteSettings = Readonly<Record<string, string | number | boolean | null>>;

export interface Site {
  readonly id: number;
  /** Server-relative, `/sites/…` or `/`; a sub-site's begins with its parent's. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The collection's. */
  readonly siteGuid: string;
  readonly webGuid: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** The role assignments that count here: its own, or those of the site it lies in. */
  readonly scopeId: number;
  readonly inherits: boolean;
  /** The collection's root site, itself for a root: people, groups and permission levels are shared by the collection. */
  readonly collectionId: number;
  readonly collectionPath: string;
  /** Null for a root. */
  readonly parentId: number | null;
  /** Properties that have been changed, by SharePoint's names. */
  readonly settings: SiteSettings;
}

interface SiteRow extends Omit<Site, 'inherits' | 'settings'> {
  readonly inherits: number;
  readonly settings: string;
}

const select = `SELECT s.id, s.path, s.title, s.description, s.site_guid AS siteGuid, s.web_guid AS webGuid, s.created, s.scope_id AS scopeId,
    coalesce(b.inherits, 0) AS inherits, c.id AS collectionId, r.path AS collectionPath, b.parent_id AS parentId, coalesce(o.settings, '{}') AS settings
  FROM site s JOIN site_collection c ON c.site_id = s.id JOIN site r ON r.id = c.id
  LEFT JOIN subsite b ON b.site_id = s.id LEFT JOIN site_settings o ON o.site_id = s.id
  WHERE b.deleted IS NULL AND`;

export function siteByPath(database: Connection, path: string): Site | undefined {
  return sites(database, 's.path = ?', path)[0];
}

export function siteById(database: Connection, id: number): Site | undefined {
  return sites(database, 's.id = ?', id)[0];
}

export function subsitesOf(database: Connection, { id }: Pick<Site, 'id'>): Site[] {
  return sites(database, 'b.parent_id = ?', id);
}

/** Every site of every collection, oldest first. */
export function everySite(database: Connection): Site[] {
  return sites(database, 's.id > ?', 0);
}

/** The sites it lies in, nearest first. */
export function ancestorsOf(database: Connection, { parentId }: Pick<Site, 'parentId'>): Site[] {
  const parent = parentId === null ? undefined : siteById(database, parentId);
  return parent === undefined ? [] : [parent, ...ancestorsOf(database, parent)];
}

/** Every site of the collection, the root first. */
export function sitesOfCollection(database: Connection, { collectionId }: Pick<Site, 'collectionId'>): Site[] {
  return sites(database, 'c.id = ?', collectionId);
}

interface NewSite {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly now: string;
}

/** A collection with its root site, without role assignments. */
export function insertSite(database: Connection, site: NewSite): Site {
  return insert(database, { ...site, siteGuid: randomUUID(), scopeId: newScope(database) });
}

/** A site in another, with the parent's role assignments or without any. */
export function insertSubsite(
  database: Connection,
  parent: Site,
  { settings, inherits, ...site }: NewSite & { readonly settings: SiteSettings; readonly inherits: boolean }
): Site {
  const scopeId = inherits ? parent.scopeId : newScope(database);
  const { id } = insert(database, { ...site, siteGuid: parent.siteGuid, scopeId });
  run(database, 'INSERT INTO subsite (site_id, collection_id, parent_id, inherits) VALUES (?, ?, ?, ?)', [
    id,
    parent.collectionId,
    parent.id,
    Number(inherits)
  ]);
  writeSettings(database, id, settings);
  return stored(database, site.path);
}

export function updateSite(database: Connection, site: Pick<Site, 'id' | 'title' | 'description' | 'settings'>): void {
  run(database, 'UPDATE site SET title = ?, description = ? WHERE id = ?', [site.title, site.description, site.id]);
  writeSettings(database, site.id, site.settings);
}

/** Takes the sub-site out of sight and frees its address; its lists stay, as in SharePoint's recycle bin for sites. */
export function deleteSubsite(database: Connection, { id, webGuid }: Site, now: string): void {
  run(database, 'UPDATE subsite SET deleted = ? WHERE site_id = ?', [now, id]);
  run(database, 'UPDATE site SET path = ? WHERE id = ?', [`deleted:${webGuid}`, id]);
}

/** Gives the sub-site role assignments of its own, or (null) its parent's again; what inherits from it follows. */
export function setSiteScope(database: Connection, { id, parentId }: Site, scopeId: number | null): void {
  run(database, 'UPDATE subsite SET inherits = ? WHERE site_id = ?', [Number(scopeId === null), id]);
  const effective = scopeId ?? (parentId === null ? undefined : siteById(database, parentId)?.scopeId);
  if (effective === undefined) throw new Error(`Site ${id} has nothing to inherit from.`);
  run(
    database,
    `WITH RECURSIVE below (id) AS (SELECT ? UNION ALL SELECT b.site_id FROM subsite b JOIN below ON b.parent_id = below.id WHERE b.inherits = 1)
     UPDATE site SET scope_id = ? WHERE id IN (SELECT id FROM below)`,
    [id, effective]
  );
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

function sites(database: Connection, where: string, parameter: string | number): Site[] {
  return all<SiteRow>(database, `${select} ${where} ORDER BY s.id`, [parameter]).map((row) => ({
    ...row,
    inherits: row.inherits === 1,
    settings: JSON.parse(row.settings) as SiteSettings
  }));
}

function insert(database: Connection, site: NewSite & { readonly siteGuid: string; readonly scopeId: number }): Site {
  run(database, 'INSERT INTO site (path, title, description, site_guid, web_guid, created, scope_id) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    site.path,
    site.title,
    site.description,
    site.siteGuid,
    randomUUID(),
    site.now,
    site.scopeId
  ]);
  return stored(database, site.path);
}

function stored(database: Connection, path: string): Site {
  const site = siteByPath(database, path);
  if (site === undefined) throw new Error(`Site ${path} was not stored.`);
  return site;
}

function writeSettings(database: Connection, id: number, settings: SiteSettings): void {
  run(
    database,
    'INSERT INTO site_settings (site_id, settings) VALUES (?, ?) ON CONFLICT (site_id) DO UPDATE SET settings = excluded.settings',
    [id, JSON.stringify(settings)]
  );
}
