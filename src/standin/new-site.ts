// Makes a site as SharePoint makes one: a root web, its owners, visitors and members, and its administrators.
import type { Directory } from './directory/directory';
import { makeStandardLibraries } from './endpoints/libraries';
import { makeAssociatedGroups } from './permissions/associated-groups';
import { ensureEveryone, ensureUser } from './permissions/viewer';
import type { Connection } from './store/database';
import { updatePrincipal } from './store/principals';
import { insertSite, siteByPath } from './store/sites';
import type { Site } from './store/sites';

export interface NewSite {
  /** Server-relative, `/sites/<name>`, `/teams/<name>` or `/`. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  /** User principal names of the site administrators. */
  readonly administrators: readonly string[];
}

interface Tenant {
  readonly database: Connection;
  readonly directory: Directory;
  readonly tenantId: string;
  readonly clock: () => Date;
}

/** Idempotent: an existing site keeps its title and description and only gains administrators. */
export function createSite({ path, title, description = '', administrators }: NewSite, tenant: Tenant): void {
  if (!/^\/(?:(?:sites|teams)\/[^/]+)?$/.test(path)) throw new Error(`A site's path is /sites/<name>, /teams/<name> or /, not ${path}.`);
  const { database } = tenant;
  database.transaction(() => {
    const site = siteByPath(database, path) ?? freshSite({ path, title, description }, tenant);
    for (const userPrincipalName of administrators) makeAdministrator(userPrincipalName, site, tenant);
  })();
}

function freshSite(
  { path, title, description }: Required<Pick<NewSite, 'path' | 'title' | 'description'>>,
  { database, tenantId, clock }: Tenant
): Site {
  const now = `${clock().toISOString().slice(0, 19)}Z`;
  const site = insertSite(database, { path, title, description, now });
  makeAssociatedGroups(database, site, title);
  ensureEveryone({ database, site, tenantId });
  makeStandardLibraries({ database, siteId: site.id, path, now });
  return site;
}

function makeAdministrator(userPrincipalName: string, site: Site, { database, directory, tenantId }: Tenant): void {
  const user = directory.userByUpn(userPrincipalName);
  if (user === undefined) throw new Error(`${userPrincipalName} is not in the directory and cannot be a site administrator.`);
  updatePrincipal(database, { ...ensureUser(user, { database, site, tenantId }), isSiteAdmin: true });
}
