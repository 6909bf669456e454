// Folders that are no row of a list: the site's own, each list's root, `Lists`, `Forms`, and those made right under the site.
import { randomUUID } from 'node:crypto';
import type { Connection, Parameter } from './database';
import { all, run } from './database';

export interface SiteFolder {
  readonly guid: string;
  /** Server-relative, without a slash at the end. */
  readonly path: string;
  /** ISO 8601, UTC. */
  readonly created: string;
}

/** What a folder is found by: its site and its address, without regard to case. */
interface Address {
  readonly siteId: number;
  readonly path: string;
}

export function siteFolderAt(database: Connection, { siteId, path }: Address): SiteFolder | undefined {
  return select(database, 'site_id = ? AND fold(path) = fold(?)', [siteId, path])[0];
}

export function siteFolderByGuid(database: Connection, siteId: number, guid: string): SiteFolder | undefined {
  return select(database, 'site_id = ? AND guid = ?', [siteId, guid])[0];
}

/** Right below the address, in order of name. */
export function siteFoldersIn(database: Connection, { siteId, path }: Address): SiteFolder[] {
  return select(database, 'site_id = ? AND fold(dir) = fold(?)', [siteId, path]);
}

/** The folder, made when it is missing. */
export function ensureSiteFolder(database: Connection, { siteId, path, now }: Address & { readonly now: string }): SiteFolder {
  const known = siteFolderAt(database, { siteId, path });
  if (known !== undefined) return known;
  const made: SiteFolder = { guid: randomUUID(), path, created: now };
  run(database, 'INSERT INTO site_folder (guid, site_id, path, dir, created) VALUES (?, ?, ?, ?, ?)', [
    made.guid,
    siteId,
    path,
    path.slice(0, path.lastIndexOf('/')),
    now
  ]);
  return made;
}

/** With everything below it. */
export function dropSiteFolder(database: Connection, { siteId, path }: Address): void {
  run(database, "DELETE FROM site_folder WHERE site_id = ? AND (fold(path) = fold(?) OR fold(dir) || '/' LIKE fold(?) || '/%')", [
    siteId,
    path,
    path
  ]);
}

function select(database: Connection, where: string, parameters: readonly Parameter[]): SiteFolder[] {
  return all<SiteFolder>(database, `SELECT guid, path, created FROM site_folder WHERE ${where} ORDER BY fold(path)`, parameters);
}
