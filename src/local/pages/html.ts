// The frame every local page is written in, and the escaping that keeps data from becoming markup.
import type { LoaderPage } from './local-pages';

/** Text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Data for a script of the page, in `<script type="application/json" id="…">`. */
export function jsonElement(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;
}

export interface DocumentOptions {
  readonly title: string;
  /** The page's body, as markup. */
  readonly body: string;
  /** Names of scripts in `browser/` or addresses, run in order. */
  readonly scripts: readonly string[];
}

/** A whole document. */
export function htmlDocument({ title, body, scripts }: DocumentOptions): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_local/browser/pages.css">
</head>
<body>
${body}
${scripts.map((script) => `<script src="${script.startsWith('/') ? script : `/_local/browser/${script}`}"></script>`).join('\n')}
</body>
</html>
`;
}

/** SharePoint's suite bar in miniature: where one is, who one is, and a way to be somebody else. */
export function suiteBar({ url, person, site }: Pick<LoaderPage, 'url' | 'person' | 'site'>): string {
  const back = encodeURIComponent(url.pathname + url.search);
  return `<header class="suite-bar">
<a class="site" href="${escapeHtml(site.path)}/SitePages/Varna.aspx">${escapeHtml(site.title)}</a>
<nav aria-label="Språk">${languageLinks(url)}</nav>
<span class="person">${escapeHtml(person.displayName)}</span>
<a href="/_standin/signin?return=${escapeHtml(back)}">Byt person</a>
</header>`;
}

const languages = [
  { locale: 'sv-se', name: 'Svenska' },
  { locale: 'en-us', name: 'English' },
  { locale: 'fi-fi', name: 'Suomi' }
] as const;

function languageLinks(url: URL): string {
  const current = url.searchParams.get('locale') ?? 'sv-se';
  const link = ({ locale, name }: (typeof languages)[number]): string => {
    const marked = locale === current ? ' aria-current="true"' : '';
    return `<a href="${escapeHtml(url.pathname)}?locale=${locale}" lang="${locale.slice(0, 2)}"${marked}>${name}</a>`;
  };
  return languages.map(link).join(' ');
}
