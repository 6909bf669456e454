// A list's own page: its default view, read with the person's session, and the command set over it.
import { htmlDocument, suiteBar } from './html';
import { loaderData, loaderScripts } from './loader-scripts';
import type { LoaderPage } from './local-pages';

export function listPage({ listUrl, ...page }: LoaderPage & { readonly listUrl: string }): Promise<string> {
  const body = `<div id="page">${suiteBar(page)}
<div id="site-navigation"></div>
<main class="list-page">
<h1 id="list-title"></h1>
<div id="command-bar" role="toolbar" aria-label="Kommandon"></div>
<p id="list-status" role="status">Läser listan …</p>
<div id="list-view"></div>
</main></div>
${loaderData(page, { kind: 'list', listUrl })}`;
  return Promise.resolve(htmlDocument({ title: `${page.site.title} – lista`, body, scripts: ['site-navigation.js', ...loaderScripts] }));
}
