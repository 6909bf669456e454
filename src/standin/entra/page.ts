// The frame of Entra's pages: Swedish, light and dark, large targets, no script.
import { createHash } from 'node:crypto';

/** Text with HTML's own characters made harmless, for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A whole page around `body`, which is HTML already escaped. */
export function page({ title, body }: { readonly title: string; readonly body: string }): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/**
 * Headers of a page. `formTargets` are the origins a form may lead to besides our own: browsers hold redirects after a post to this too.
 * The referrer stays within the origin, since with `no-referrer` a browser would post with `Origin: null`.
 */
export function pageHeaders({ formTargets }: { readonly formTargets: readonly string[] }): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'"
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin'
  };
}

const style = `
:root { color-scheme: light dark; --back: #f5f5f5; --card: #ffffff; --text: #1b1a19; --quiet: #55534f; --line: #8a8886; --accent: #0f548c; }
@media (prefers-color-scheme: dark) {
  :root { --back: #1b1a19; --card: #292827; --text: #f3f2f1; --quiet: #c8c6c4; --line: #8a8886; --accent: #9cc9f5; }
}
body { margin: 0; background: var(--back); color: var(--text); font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
p { margin: 0 0 1rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); }
button { width: 100%; min-height: 3.5rem; padding: .5rem 1rem; text-align: left; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--line); border-radius: .375rem; cursor: pointer; }
button:hover { border-color: var(--accent); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button strong, button span { display: block; }
button span { color: var(--quiet); font-size: .875rem; }
a { color: var(--accent); display: inline-block; min-height: 2.75rem; line-height: 2.75rem; }
code { overflow-wrap: anywhere; }
`;
