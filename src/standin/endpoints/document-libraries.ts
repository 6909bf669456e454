// `sp.web.getdocumentlibraries`: where a site's documents can be put.
import type { Value } from '../http/answer';
import { complex } from '../http/answer';
import { accessDenied, notImplemented } from '../http/errors';
import { allows, listMask, webMask } from '../permissions/rights';
import type { List } from '../store/lists';
import { listsOf } from '../store/lists';
import { sitesOfCollection } from '../store/sites';
import { siteOfPage } from './site-collection';
import type { Visit } from './visit';
import { visitTo } from './visit';

/** Without the libraries for pages and assets, and those one may not read (Microsoft's REST reference of webs). */
export function documentLibraries(webUrl: string, visit: Visit): Value {
  const site = siteOfPage(webUrl, visit);
  if (!sitesOfCollection(visit.database, visit.site).some(({ id }) => id === site.id)) {
    throw notImplemented('document libraries of another site collection');
  }
  const there = visitTo(visit, site);
  if (webMask(there) === 0n) throw accessDenied();
  return listsOf(there.database, site.id)
    .filter((list) => list.baseTemplate === 101 && list.folder !== 'SiteAssets' && allows(listMask(there, list), 'viewListItems'))
    .map((list) => information(list, there));
}

/** `DriveId` is Graph's, which has no drives here; `ModifiedFriendlyDisplay` says the day, where SharePoint says "yesterday". */
function information(list: List, { webUrl }: Visit): ReturnType<typeof complex> {
  return complex('SP.DocumentLibraryInformation', {
    AbsoluteUrl: `${new URL(webUrl).origin}${encodeURI(list.root)}`,
    DriveId: null,
    FromCrossFarm: false,
    Id: list.guid,
    IsDefaultDocumentLibrary: list.folder === 'Shared Documents',
    Modified: list.itemModified,
    ModifiedFriendlyDisplay: list.itemModified.slice(0, 10),
    ServerRelativeUrl: list.root,
    Title: list.title
  });
}
