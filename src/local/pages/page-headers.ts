// What the local pages tell the browser that they may do: as much as they need, and nothing off this machine.

/** For every answer. The referrer stays within the origin, since with `no-referrer` a browser would post with `Origin: null`. */
export const everyAnswer = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' } as const;

/** A page without data of its own in scripts: only the pages' own files, and forms to this server. */
export const plainPage = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': 'data:',
  'form-action': "'self'",
  'frame-ancestors': "'none'"
});

/** Where a hidden frame of the same origin ends a silent sign-in. */
export const framedPage = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': 'data:',
  'frame-ancestors': "'self'"
});

/** Around a tab: shows frames of this server. */
export const teamsFrame = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': 'data:',
  'frame-src': "'self'",
  'frame-ancestors': "'none'"
});

/**
 * A page in Microsoft's loader, which evaluates text as script and writes styles into the page, as Fluent does: neither can be held to files here.
 * Script, styles and data come from this server alone; the service and the chats have other ports of this machine.
 */
export const loaderPage = policy({
  'default-src': "'none'",
  'script-src': "'self' 'unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self' http://127.0.0.1:*",
  'frame-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'self'"
});

function policy(directives: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const said = Object.entries({ ...directives, 'base-uri': "'none'" }).map(([name, sources]) => `${name} ${sources}`);
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': said.join('; '),
    ...everyAnswer
  };
}
