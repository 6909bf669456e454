// The page that holds the web part: with SharePoint's bar around it, or alone as Teams asks for it.
import { htmlDocument, suiteBar } from './html';
import { loaderData, loaderScripts } from './loader-scripts';
import type { LoaderPage } from './local-pages';
import { webPartId } from './web-part-id';

export interface WebPartPageOptions extends LoaderPage {
  readonly inTeams?: boolean;
  readonly componentId?: string;
}

export async function webPartPage({ inTeams = false, componentId, ...page }: WebPartPageOptions): Promise<string> {
  const task = { kind: 'web-part', componentId: componentId ?? (await webPartId()), inTeams } as const;
  const bar = inTeams ? '' : `${suiteBar(page)}\n<div id="site-navigation"></div>`;
  return htmlDocument({
    title: 'Värna',
    body: `<div id="page">${bar}\n<div id="canvas"${inTeams ? ' class="in-teams"' : ''}></div></div>\n${loaderData(page, task)}`,
    scripts: inTeams ? loaderScripts : ['site-navigation.js', ...loaderScripts]
  });
}
