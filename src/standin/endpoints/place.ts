// Finds what an address in the site means: the site's own folder, a list's, a folder or a file in a list, or a folder outside of lists.
import { fold } from '../odata/evaluate';
import { allows, listMask, visibleItems } from '../permissions/rights';
import { one } from '../store/database';
import { fieldsOf } from '../store/fields';
import type { ItemRow } from '../store/items';
import type { List } from '../store/lists';
import { isLibrary, itemTable, listsOf } from '../store/lists';
import type { SiteFolder } from '../store/site-folders';
import { ensureSiteFolder, siteFolderAt, siteFolderByGuid } from '../store/site-folders';
import type { ListContext } from './item-values';
import type { Visit } from './visit';

interface Addressed {
  /** Server-relative. */
  readonly url: string;
}

/** Where a folder is. `plain`: outside of lists. */
export type Place =
  | (Addressed & { readonly kind: 'web' | 'plain'; readonly folder: SiteFolder })
  | (Addressed & { readonly kind: 'list'; readonly folder: SiteFolder; readonly context: ListContext })
  | (Addressed & { readonly kind: 'row'; readonly context: ListContext; readonly row: ItemRow });

export interface FileFound {
  readonly context: ListContext;
  readonly row: ItemRow;
}

/** Undefined for what is not there, or not for the viewer. */
export function placeAt(address: string, visit: Visit): Place | undefined {
  const url = serverRelative(address, visit);
  if (url === undefined) return undefined;
  if (fold(url) === fold(sitePrefix(visit))) return siteRoot(visit);
  const list = listAround(url, visit);
  if (list === undefined) return plainPlace(url, visit);
  const context = reachable(list, visit);
  if (context === undefined) return undefined;
  if (fold(list.root) === fold(url)) return listRoot(context);
  const row = rowAt(url, context);
  if (row === undefined) return plainPlace(url, visit);
  return row.fs_obj_type === 1 ? { kind: 'row', url: row.file_ref ?? url, context, row } : undefined;
}

export function fileAt(address: string, visit: Visit): FileFound | undefined {
  const url = serverRelative(address, visit);
  const list = url === undefined ? undefined : listAround(url, visit);
  const context = list && reachable(list, visit);
  const row = context && url !== undefined ? rowAt(url, context) : undefined;
  return context && row?.content_id != null ? { context, row } : undefined;
}

/** A file or a folder in any list of the site. */
export function rowByGuid(guid: string, visit: Visit): FileFound | undefined {
  const wanted = guid.replace(/[{}]/g, '').toLowerCase();
  for (const list of listsOf(visit.database, visit.site.id)) {
    const row = visibleRowWhere('i.guid = ?', wanted, { visit, list });
    if (row !== undefined) return { context: contextOf(list, visit), row };
  }
  return undefined;
}

export function placeByGuid(guid: string, visit: Visit): Place | undefined {
  const folder = siteFolderByGuid(visit.database, visit.site.id, guid.replace(/[{}]/g, '').toLowerCase());
  if (folder !== undefined) return placeAt(folder.path === '' ? '/' : folder.path, visit);
  const found = rowByGuid(guid, visit);
  return found?.row.fs_obj_type === 1 ? { kind: 'row', url: found.row.file_ref ?? '', ...found } : undefined;
}

export function siteRoot(visit: Visit): Place {
  return { kind: 'web', url: visit.site.path, folder: siteFolder(sitePrefix(visit), visit.site.created, visit) };
}

export function listRoot(context: ListContext): Place {
  const { list, visit } = context;
  return { kind: 'list', url: list.root, folder: siteFolder(list.root, list.created, visit), context };
}

/** The place a place lies in; undefined for the site's own folder. */
export function parentOf(place: Place, visit: Visit): Place | undefined {
  if (place.kind === 'web') return undefined;
  return placeAt(place.url.slice(0, place.url.lastIndexOf('/')) || '/', visit);
}

/** The row at a server-relative address, when the viewer may see it. */
export function rowAt(url: string, { visit, list }: Pick<ListContext, 'visit' | 'list'>): ItemRow | undefined {
  return visibleRowWhere('fold(i.file_ref) = fold(?)', url, { visit, list });
}

/** `''` for the root site, so that a name can follow after a slash. */
export function sitePrefix({ site }: Pick<Visit, 'site'>): string {
  return site.path === '/' ? '' : site.path;
}

/** Takes absolute addresses of this host, server-relative and site-relative ones. Undefined for another host or site. */
export function serverRelative(address: string, visit: Visit): string | undefined {
  const path = pathIn(address, visit);
  if (path === undefined) return undefined;
  const prefix = sitePrefix(visit);
  const isWhole = path.startsWith('/') || fold(`/${path}`).startsWith(`${fold(prefix)}/`);
  const whole = isWhole ? `/${path}` : `${prefix}/${path}`;
  const url = whole.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return fold(url) === fold(prefix) || fold(url).startsWith(`${fold(prefix)}/`) ? url : undefined;
}

export function contextOf(list: List, visit: Visit): ListContext {
  return { visit, list, fields: fieldsOf(visit.database, list.id) };
}

function pathIn(address: string, { webUrl }: Visit): string | undefined {
  if (!/^https?:\/\//i.test(address)) return address;
  const { origin } = new URL(webUrl);
  return address.toLowerCase().startsWith(`${origin.toLowerCase()}/`) ? address.slice(origin.length) : undefined;
}

function plainPlace(url: string, { database, site }: Visit): Place | undefined {
  const folder = siteFolderAt(database, { siteId: site.id, path: url });
  return folder && { kind: 'plain', url: folder.path, folder };
}

/** The list whose root the address is or lies below. */
function listAround(url: string, { database, site }: Visit): List | undefined {
  const wanted = `${fold(url)}/`;
  return listsOf(database, site.id).find(({ root }) => wanted.startsWith(`${fold(root)}/`));
}

/** Undefined when the viewer has no business in the list. */
function reachable(list: List, visit: Visit): ListContext | undefined {
  return listMask(visit, list) === 0n ? undefined : contextOf(list, visit);
}

function visibleRowWhere(where: string, value: string, { visit, list }: Pick<ListContext, 'visit' | 'list'>): ItemRow | undefined {
  const visible = visibleItems(visit, list, 'i');
  return one<ItemRow>(visit.database, `SELECT i.* FROM ${itemTable(list)} i WHERE ${where} AND ${visible.sql}`, [
    value,
    ...visible.parameters
  ]);
}

function siteFolder(path: string, now: string, { database, site }: Visit): SiteFolder {
  return ensureSiteFolder(database, { siteId: site.id, path, now });
}

/** Whether the viewer finds the list among the site's folders: libraries lie right under the site, lists under `Lists`. */
export function isShownIn(list: List, url: string, visit: Visit): boolean {
  const parent = isLibrary(list) ? sitePrefix(visit) : `${sitePrefix(visit)}/Lists`;
  return fold(parent) === fold(url === '/' ? '' : url) && allows(listMask(visit, list), 'viewListItems');
}
