// The pages of the local municipality: the built bundles in Microsoft's own loader, on a site page, over a list and in a Teams frame.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DirectoryUser } from '../../standin/directory/directory';
import type { TokenIssuer } from '../../standin/entra/token-issuer';
import { componentManifests } from './component-manifests';
import { errorPage } from './error-page';
import { listPage } from './list-page';
import { localFile, type LocalFile } from './local-files';
import { pageContext } from './page-context';
import { everyAnswer, framedPage, loaderPage, plainPage, teamsFrame } from './page-headers';
import { silentSignInPage } from './silent-sign-in-page';
import { teamsPage } from './teams-page';
import { teamsTab } from './teams-tab';
import { webPartPage } from './web-part-page';

export interface LocalPagesOptions {
  /** Where the browser reaches both these pages and the stand-in; asked at each use, since a server on port 0 learns it late. */
  readonly origin: () => string;
  readonly tenantId: string;
  readonly standin: { readonly tokens: Pick<TokenIssuer, 'callerOfSession'> };
  /** Folder of the built bundles, with `manifests/` and `assets/`. */
  readonly release: string;
  readonly site: { readonly path: string; readonly title: string };
  /** The public client that gets tokens for the pages; its redirect URI is `<origin>/auth-end`. */
  readonly clientId: string;
}

/** Answers a request for one of the pages and returns true; false when the address is not one of theirs. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

/**
 * The handler of all local pages: `<site>/SitePages/Varna.aspx`, `<site>/Lists/<name>/AllItems.aspx`, `/teams`,
 * SharePoint's two addresses of a Teams tab under `/_layouts/15/`, and what they load under `/_local/`.
 * A page asked for by somebody who is not signed in leads to the stand-in's sign-in and back.
 */
export function localPages(options: LocalPagesOptions): PageHandler {
  return async (request, response, url) => {
    if (request.method !== 'GET') return false;
    const file = await localFile({ path: url.pathname, release: options.release });
    if (file !== undefined) return sendFile(response, file);
    if (url.pathname === '/auth-end') return sendHtml(response, silentSignInPage(), framedPage);
    const page = pageAt(url, options);
    if (page === undefined) return false;
    const person = options.standin.tokens.callerOfSession(request.headers.cookie)?.user;
    if (person === undefined) return redirect(response, `/_standin/signin?return=${encodeURIComponent(url.pathname + url.search)}`);
    const answer = await page(person);
    return answer.kind === 'html' ? sendHtml(response, answer.html, answer.headers) : redirect(response, answer.location);
  };
}

/** What a page answers with. */
type Headers = Readonly<Record<string, string>>;
type PageAnswer =
  | { readonly kind: 'html'; readonly html: string; readonly headers: Headers }
  | { readonly kind: 'redirect'; readonly location: string };
type Page = (person: DirectoryUser) => Promise<PageAnswer>;

function pageAt(url: URL, options: LocalPagesOptions): Page | undefined {
  const { site } = options;
  if (isErrorPage(url, site.path)) return () => html(errorPage(url), plainPage);
  if (url.pathname === `${site.path}/SitePages/Varna.aspx`) return inLoader(url, options, webPartPage);
  const list = new RegExp(`^${site.path}/Lists/([^/]+)/AllItems\\.aspx$`, 'i').exec(decodeURI(url.pathname))?.[1];
  if (list !== undefined) return inLoader(url, options, (page) => listPage({ ...page, listUrl: `${site.path}/Lists/${list}` }));
  if (url.pathname === '/teams') return (person) => html(teamsPage({ person, url, ...options, origin: options.origin() }), teamsFrame);
  const tab = teamsTab(url, site.path);
  if (tab === undefined) return undefined;
  if (tab.kind === 'redirect') return () => Promise.resolve(tab);
  return inLoader(tab.url, options, (page) => webPartPage({ ...page, inTeams: true, componentId: tab.componentId }));
}

/** The loader names the site in it once it knows the site. */
function isErrorPage({ pathname }: URL, sitePath: string): boolean {
  return ['', sitePath].some((base) => pathname === `${base}/_layouts/15/error.aspx`);
}

/** What every page in Microsoft's loader is made from. */
export interface LoaderPage {
  readonly url: URL;
  readonly person: DirectoryUser;
  readonly site: LocalPagesOptions['site'];
  readonly entra: { readonly authority: string; readonly clientId: string; readonly redirectUri: string };
  readonly context: Readonly<Record<string, unknown>>;
  readonly manifests: readonly unknown[];
}

function inLoader(url: URL, options: LocalPagesOptions, render: (page: LoaderPage) => Promise<string>): Page {
  const { release, site, tenantId, clientId } = options;
  const origin = options.origin();
  const entra = { authority: `${origin}/${tenantId}`, clientId, redirectUri: `${origin}/auth-end` };
  return async (person) => {
    const context = pageContext({ origin, tenantId, site, person, url });
    const manifests = await componentManifests({ origin, release });
    return html(render({ url, person, site, entra, context, manifests }), loaderPage);
  };
}

async function html(text: string | Promise<string>, headers: Headers): Promise<PageAnswer> {
  return { kind: 'html', html: await text, headers };
}

function sendHtml(response: ServerResponse, text: string, headers: Headers): true {
  response.writeHead(200, headers).end(text);
  return true;
}

function sendFile(response: ServerResponse, file: LocalFile): true {
  if (file.kind === 'missing') response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', ...everyAnswer }).end('Not found');
  else response.writeHead(200, { 'content-type': file.type, 'cache-control': file.cache, ...everyAnswer }).end(file.content);
  return true;
}

function redirect(response: ServerResponse, location: string): true {
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
  return true;
}
