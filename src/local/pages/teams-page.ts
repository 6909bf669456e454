// Teams in miniature: a frame that answers teams-js, around the tab that the Teams manifest names.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { DirectoryUser } from '../../standin/directory/directory';
import { escapeHtml, htmlDocument, jsonElement } from './html';

export interface TeamsPageOptions {
  readonly person: DirectoryUser;
  readonly url: URL;
  readonly origin: string;
  readonly tenantId: string;
  readonly site: { readonly path: string; readonly title: string };
}

const manifestFile = path.resolve(__dirname, '../../../teams-manifest/manifest.json');
const manifestSchema = z.object({
  id: z.guid(),
  staticTabs: z.array(z.looseObject({ entityId: z.string(), name: z.string().optional(), contentUrl: z.string().optional() }))
});

const themes = [
  ['default', 'Ljust'],
  ['dark', 'Mörkt'],
  ['contrast', 'Hög kontrast']
] as const;
const locales = [
  ['sv-se', 'Svenska'],
  ['en-us', 'English'],
  ['fi-fi', 'Suomi']
] as const;

/** `?theme=dark&locale=fi-fi&sub=…`: the theme, the language and where in the tab a deep link points. */
export async function teamsPage({ person, url, origin, tenantId, site }: TeamsPageOptions): Promise<string> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(manifestFile, 'utf8')));
  const tab = manifest.staticTabs.find(({ contentUrl }) => contentUrl !== undefined);
  if (tab?.contentUrl === undefined) throw new Error('teams-manifest/manifest.json names no static tab with a contentUrl.');
  const theme = chosen(themes, url.searchParams.get('theme'));
  const locale = chosen(locales, url.searchParams.get('locale'));
  const host = {
    theme,
    locale,
    subEntityId: url.searchParams.get('sub') ?? '',
    entityId: tab.entityId,
    appId: manifest.id,
    tenantId,
    person: { id: person.id, displayName: person.displayName, userPrincipalName: person.userPrincipalName },
    site: { url: `${origin}${site.path}`, path: site.path, domain: new URL(origin).host }
  };
  const name = escapeHtml(tab.name ?? 'Värna');
  return htmlDocument({
    title: 'Teams (lokalt)',
    body: `<div class="teams" data-theme="${theme}">
<header class="teams-bar">
<strong>Teams (lokalt)</strong>
<label>Tema <select id="teams-theme">${choices(themes, theme)}</select></label>
<label>Språk <select id="teams-locale">${choices(locales, locale)}</select></label>
<span class="person">${escapeHtml(person.displayName)}</span>
<a href="/_standin/signin?return=${encodeURIComponent(url.pathname + url.search)}">Byt person</a>
</header>
<nav class="teams-rail" aria-label="Appar"><a href="/teams" aria-current="page">${name}</a></nav>
<iframe id="teams-tab" name="embedded-page-container" title="${name}" src="about:blank" data-src="${escapeHtml(tabAddress(tab.contentUrl, { origin, locale }))}"></iframe>
</div>
${jsonElement('teams-host-settings', host)}`,
    scripts: ['teams-host.js']
  });
}

type Choices = readonly (readonly [string, string])[];

/** The asked choice, or the first when it is not one of them. */
function chosen(all: Choices, asked: string | null): string {
  return all.find(([value]) => value === asked)?.[0] ?? all[0]?.[0] ?? '';
}

function choices(all: Choices, current: string): string {
  return all.map(([value, name]) => `<option value="${value}"${value === current ? ' selected' : ''}>${name}</option>`).join('');
}

/** The manifest's address with Teams' placeholders filled as Teams fills them, on this server instead of SharePoint's. */
function tabAddress(contentUrl: string, { origin, locale }: { readonly origin: string; readonly locale: string }): string {
  return contentUrl.replace('https://{teamSiteDomain}', origin).replaceAll('{locale}', locale);
}
