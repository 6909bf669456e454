// `SP.Web.GetDocumentLibraries`: a site's libraries, as those who pick a file or a place for one are shown them.
import type { Complex } from '../http/answer';
import { complex } from '../http/answer';
import { allows, listMask } from '../permissions/rights';
import type { List } from '../store/lists';
import { listByFolder, listsOf } from '../store/lists';
import { localDate } from './local-format';
import type { Resource } from './resource';
import { siteOfPage } from './site-collection';
import type { Visit } from './visit';
import { visitTo } from './visit';

/** Takes the site's absolute address; throws 404 for an unknown one. */
export function documentLibrariesResource(webUrl: string, visit: Visit): Resource {
  const there = visitTo(visit, siteOfPage(webUrl, visit));
  return { get: () => ({ kind: 'property', name: 'GetDocumentLibraries', value: libraries(there) }) };
}

const documentLibrary = 101;

/** Those for documents that the viewer may see, without those for pages. */
function libraries(visit: Visit): Complex[] {
  return listsOf(visit.database, visit.site.id)
    .filter((list) => list.baseTemplate === documentLibrary && allows(listMask(visit, list), 'viewListItems'))
    .map((list) => libraryInformation(list, visit));
}

/** Names after @pnp/sp 4.21; the friendly date is a guess, and there are no drives here. */
function libraryInformation(list: List, visit: Visit): Complex {
  const { origin } = new URL(visit.webUrl);
  return complex('SP.DocumentLibraryInformation', {
    AbsoluteUrl: `${origin}${encodeURI(list.root)}`,
    DriveId: null,
    FromCrossFarm: false,
    Id: list.guid,
    IsDefaultDocumentLibrary: list.id === listByFolder(visit.database, visit.site.id, 'Shared Documents')?.id,
    Modified: list.itemModified,
    ModifiedFriendlyDisplay: localDate(list.itemModified, visit.timeZone),
    ServerRelativeUrl: list.root,
    Title: list.title
  });
}
