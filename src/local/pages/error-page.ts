// Where Microsoft's loader sends a person when a page could not start (SharePoint's `error.aspx`): says what it was told.
import { escapeHtml, htmlDocument } from './html';

export function errorPage(url: URL): string {
  const details = url.searchParams.get('ErrorDetails') ?? '';
  return htmlDocument({
    title: 'Sidan kunde inte starta',
    body: `<main class="failure"><h1>Sidan kunde inte starta</h1><p>${escapeHtml(details)}</p></main>`,
    scripts: []
  });
}
