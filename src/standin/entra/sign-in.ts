// Signing in and out: the page "Välj vem du är", the choice it posts, and the session that follows. There are no passwords here.
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { DirectoryUser } from '../directory/directory';
import type { Reply } from './http';
import { escapeHtml, page, pageHeaders } from './page';
import { newSecret, sameSecret } from './secrets';
import { cookieValue } from './sessions';
import type { EntraOptions, TokenIssuer } from './token-issuer';

/** What signing in works with. */
export interface SignInContext extends EntraOptions {
  readonly tokens: TokenIssuer;
}

/** Where the choice is posted, and where a person can go to choose anew. */
export const signInPath = '/_standin/signin';

const formCookie = 'standin_signin';

/** The page that lists everybody who may sign in, by department. The choice is checked when it comes back, not here. */
export function signInPage(
  request: { readonly cookieHeader: string | undefined; readonly returnPath: string; readonly formTargets: readonly string[] },
  { directory }: SignInContext
): Reply {
  const formToken = cookieValue(request.cookieHeader, formCookie) ?? newSecret();
  const people = directory.users().filter((user) => user.accountEnabled);
  return {
    status: 200,
    headers: {
      ...pageHeaders(request),
      'set-cookie': `${formCookie}=${formToken}; Path=${signInPath}; HttpOnly; SameSite=Strict`
    },
    body: page({ title: 'Välj vem du är', body: choiceForm({ people, formToken, returnPath: request.returnPath }) })
  };
}

/** The page at its own address. `return` is the path to go to afterwards. */
export function showSignIn(request: IncomingMessage, url: URL, context: SignInContext): Reply {
  const returnPath = ownPath(url.searchParams.get('return') ?? signInPath, context.origin());
  if (returnPath === undefined) return notOurPath;
  return signInPage({ cookieHeader: request.headers.cookie, returnPath, formTargets: [] }, context);
}

/** Takes the choice. Refuses a form that did not come from our own page, a path that leads elsewhere, and people who may not sign in. */
export function takeChoice(request: IncomingMessage, form: URLSearchParams, context: SignInContext): Reply {
  const choice = choiceSchema.safeParse(Object.fromEntries(form));
  if (!choice.success) return problem(400, 'Valet gick inte att läsa', 'Gå tillbaka och välj vem du är en gång till.');
  if (!isFromOwnPage(request, choice.data.token)) {
    return problem(403, 'Sidan har blivit för gammal', 'Ladda om sidan och välj vem du är en gång till.');
  }
  const location = ownPath(choice.data.return, context.origin());
  if (location === undefined) return notOurPath;
  const user = context.directory.userById(choice.data.user);
  if (!user?.accountEnabled) return problem(400, 'Personen kan inte logga in', 'Kontot finns inte eller är avstängt. Välj någon annan.');
  return { status: 303, headers: { location, 'set-cookie': context.tokens.sessions.start(user.id) }, body: '' };
}

/** Ends the session. Browsers send and clear a SameSite=Lax cookie only when the person goes here, so no form is asked for. */
export function signOut(request: IncomingMessage, { tokens }: SignInContext): Reply {
  const reply = problem(200, 'Du är utloggad', 'Välj vem du är om du vill logga in igen.');
  return { ...reply, headers: { ...reply.headers, 'set-cookie': tokens.sessions.end(request.headers.cookie) } };
}

/** The path as a browser would write it, when it leads to ourselves: `//host`, `/\host` and `/.//host` begin with a slash and lead elsewhere. */
function ownPath(path: string, origin: string): string | undefined {
  if (!path.startsWith('/') || !URL.canParse(path, origin)) return undefined;
  const url = new URL(path, origin);
  return url.origin === origin && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : undefined;
}

const choiceSchema = z.object({ user: z.string(), return: z.string(), token: z.string() });

function isFromOwnPage({ headers }: IncomingMessage, token: string): boolean {
  const cookie = cookieValue(headers.cookie, formCookie);
  const isSameHost = headers.origin === undefined || (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host);
  return isSameHost && cookie !== undefined && sameSecret(cookie, token);
}

const notOurPath = problem(400, 'Länken leder någon annanstans', 'Sidan kan bara ta dig vidare inom samma adress.');

function problem(status: number, title: string, advice: string): Reply {
  const body = `<p>${escapeHtml(advice)}</p>\n<p><a href="${signInPath}">Välj vem du är</a></p>`;
  return { status, headers: pageHeaders({ formTargets: [] }), body: page({ title, body }) };
}

interface ChoiceForm {
  readonly people: readonly DirectoryUser[];
  readonly formToken: string;
  readonly returnPath: string;
}

function choiceForm({ people, formToken, returnPath }: ChoiceForm): string {
  if (people.length === 0) return '<p>Katalogen är tom. Lägg in någon i den och ladda om sidan.</p>';
  const departments = [...new Set(people.map(departmentOf))].sort((a, b) => a.localeCompare(b, 'sv'));
  const sections = departments.map((name) =>
    section(
      name,
      people.filter((user) => departmentOf(user) === name)
    )
  );
  return `<p>Alla personer är påhittade. Du behöver inget lösenord.</p>
<form method="post" action="${signInPath}">
<input type="hidden" name="token" value="${escapeHtml(formToken)}">
<input type="hidden" name="return" value="${escapeHtml(returnPath)}">
${sections.join('\n')}
</form>`;
}

function departmentOf({ department = 'Utan förvaltning' }: DirectoryUser): string {
  return department;
}

function section(name: string, people: readonly DirectoryUser[]): string {
  return `<section aria-label="${escapeHtml(name)}">\n<h2>${escapeHtml(name)}</h2>\n<ul>\n${people.map(button).join('\n')}\n</ul>\n</section>`;
}

function button({ id, displayName, jobTitle, department }: DirectoryUser): string {
  const place = [jobTitle, department].filter((part) => part !== undefined).join(', ');
  return `<li><button type="submit" name="user" value="${escapeHtml(id)}"><strong>${escapeHtml(displayName)}</strong> <span>${escapeHtml(place)}</span></button></li>`;
}
