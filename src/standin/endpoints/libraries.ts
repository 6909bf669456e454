// Making lists and libraries, and the libraries every site begins with.
import type { Connection } from '../store/database';
import { putContent } from '../store/contents';
import { insertItem } from '../store/items';
import type { List, NewList } from '../store/lists';
import { insertList, isLibrary } from '../store/lists';
import { placeCells } from '../store/relocation';
import { ensureSiteFolder } from '../store/site-folders';
import { newLibrarySettings } from './list-settings';
import { addDefaultView } from './stored-view';

/** With its default view and, for a library, the folder of its forms. */
export function makeList(list: NewList, database: Connection): List {
  const made = insertList(database, list);
  addDefaultView(made, { database });
  makeFormsFolder(made, { database, now: list.now });
  return made;
}

/** Every library has one for the pages of its views and forms. */
export function makeFormsFolder(list: List, { database, now }: Pick<Site, 'database' | 'now'>): void {
  if (isLibrary(list)) ensureSiteFolder(database, { siteId: list.siteId, path: `${list.root}/Forms`, now });
}

interface Site {
  readonly database: Connection;
  readonly siteId: number;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** What a new team site has: "Documents", "Site Assets", "Site Pages" with its home page, and the folder that lists lie in. */
export function makeStandardLibraries(site: Site & { readonly path: string }): void {
  ensureSiteFolder(site.database, { siteId: site.siteId, path: `${site.path === '/' ? '' : site.path}/Lists`, now: site.now });
  standardLibrary('Shared Documents', site);
  standardLibrary('SiteAssets', site);
  addHomePage(standardLibrary('SitePages', site), site);
}

type StandardName = 'Shared Documents' | 'SiteAssets' | 'SitePages';

const titles: Readonly<Record<StandardName, string>> = { 'Shared Documents': 'Documents', SiteAssets: 'Site Assets', SitePages: 'Site Pages' };

export function standardLibrary(folder: StandardName, { database, siteId, now }: Site): List {
  const baseTemplate = folder === 'SitePages' ? 119 : 101;
  return makeList({ siteId, title: titles[folder], folder, baseTemplate, settings: newLibrarySettings, now }, database);
}

/** The page is empty: pages are files here, and nothing renders them. */
function addHomePage(list: List, { database, now }: Site): void {
  const cells = new Map<string, string | number>([['"f_Title"', 'Home'], ['content_id', putContent(database, Buffer.alloc(0))], ['size', 0], ['content_version', 1]]);
  insertItem(database, list, { cells: new Map([...placeCells({ dir: list.root, name: 'Home.aspx' }), ...cells]), by: systemAccount, now });
}

/** The id SharePoint gives what it makes itself. */
const systemAccount = 1073741823;
