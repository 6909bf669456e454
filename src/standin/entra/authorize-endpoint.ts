// GET /{tenantId}/oauth2/v2.0/authorize: checks the request, finds the signed-in person and decides where the browser goes next.
import { z } from 'zod';
import type { DirectoryApplication } from '../directory/directory';
import { oauthErrorOf, refuse } from './aadsts';
import type { Refusal } from './aadsts';
import { grantedScope } from './consent';
import type { Grants } from './grants';
import type { EntraOptions, TokenIssuer } from './token-issuer';

/** Where an authorization request leads. Only a request whose redirect URI is registered is ever sent there. */
export type AuthorizeOutcome =
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'sign-in'; readonly returnPath: string; readonly redirectOrigin: string }
  | { readonly kind: 'error'; readonly refusal: Refusal };

/** What the authorize endpoint works with. */
export interface AuthorizeContext extends EntraOptions {
  readonly grants: Grants;
  readonly tokens: TokenIssuer;
}

/** Answers one authorization request of the code flow; PKCE with S256 is required of every client. */
export function answerAuthorizeRequest(
  request: { readonly url: URL; readonly cookieHeader: string | undefined },
  context: AuthorizeContext
): AuthorizeOutcome {
  const target = redirectTarget(request.url.searchParams, context);
  if (!target.ok) return { kind: 'error', refusal: target };
  const asked = codeRequest(request.url.searchParams, { context, application: target.application });
  if (!asked.ok) return { kind: 'redirect', location: errorLocation(asked, target) };
  const userId = signedInUser(request.cookieHeader, { asked: asked.value, context });
  if (userId !== undefined) {
    const { scope, nonce, code_challenge: codeChallenge } = asked.value;
    const { clientId } = target.application;
    const grant = { clientId, userId, scope, redirectUri: target.redirectUri, codeChallenge, ...(nonce !== undefined && { nonce }) };
    return { kind: 'redirect', location: location({ code: context.grants.newCode(grant) }, target) };
  }
  if (asked.value.prompt === 'none') {
    const refusal = refuse(50058, 'A silent sign-in request was sent but no user is signed in.');
    return { kind: 'redirect', location: errorLocation(refusal, target) };
  }
  return { kind: 'sign-in', returnPath: returnPath(request.url), redirectOrigin: new URL(target.redirectUri).origin };
}

interface RedirectTarget {
  readonly ok: true;
  readonly application: DirectoryApplication;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly mode: 'query' | 'fragment';
}

function redirectTarget(parameters: URLSearchParams, { directory }: EntraOptions): RedirectTarget | Refusal {
  const clientId = parameters.get('client_id');
  if (clientId === null) return refuse(900144, "The request must contain the following parameter: 'client_id'.");
  const application = directory.applicationById(clientId);
  if (application === undefined) return refuse(700016, `Application with identifier '${clientId}' was not found in the directory.`);
  const redirectUri = parameters.get('redirect_uri');
  if (redirectUri === null || !application.redirectUris.some((registered) => isSameRedirect(registered, redirectUri))) {
    return refuse(
      50011,
      `The redirect URI '${redirectUri ?? ''}' does not match the redirect URIs configured for the application '${clientId}'.`
    );
  }
  const mode = z.enum(['query', 'fragment']).safeParse(parameters.get('response_mode') ?? 'query');
  if (!mode.success) return refuse(90023, "The stand-in supports the response_mode 'query' and 'fragment' only.");
  return { ok: true, application, redirectUri, state: parameters.get('state'), mode: mode.data };
}

/** On this machine the port does not count, since a program takes one that is free (RFC 8252 7.3; Microsoft, "Redirect URI best practices": localhost exceptions). */
function isSameRedirect(registered: string, asked: string): boolean {
  if (registered === asked) return true;
  if (!URL.canParse(asked)) return false;
  const [ours, theirs] = [new URL(registered), new URL(asked)];
  const isLoopback = ours.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(ours.hostname);
  ours.port = theirs.port;
  return isLoopback && ours.href === theirs.href;
}

const requestSchema = z.object({
  response_type: z.string(),
  scope: z.string(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional(),
  nonce: z.string().optional(),
  prompt: z.enum(['none', 'login', 'select_account']).optional(),
  login_hint: z.string().optional()
});
type CodeRequest = z.infer<typeof requestSchema> & { readonly code_challenge: string };

function codeRequest(
  parameters: URLSearchParams,
  { context, application }: { readonly context: EntraOptions; readonly application: DirectoryApplication }
): { readonly ok: true; readonly value: CodeRequest } | Refusal {
  const read = requestSchema.safeParse(Object.fromEntries(parameters));
  if (!read.success) return refuse(90014, `A required parameter is missing or wrong: ${z.prettifyError(read.error)}`);
  const { response_type: type, code_challenge: challenge, code_challenge_method: method, scope } = read.data;
  if (type !== 'code') return refuse(700054, `response_type '${type}' is not enabled for the application.`);
  if (challenge === undefined || method !== 'S256') return refuse(9002325, 'Proof Key for Code Exchange with S256 is required.');
  if (!/^[\w-]{43}$/.test(challenge)) return refuse(501491, 'Invalid size of code_challenge parameter.');
  const granted = grantedScope({ scope, application, lookup: context });
  return granted.ok ? { ok: true, value: { ...read.data, code_challenge: challenge } } : granted;
}

function signedInUser(
  cookieHeader: string | undefined,
  { asked, context }: { readonly asked: CodeRequest; readonly context: AuthorizeContext }
): string | undefined {
  if (asked.prompt === 'login' || asked.prompt === 'select_account') return undefined;
  const user = context.tokens.callerOfSession(cookieHeader)?.user;
  const { login_hint: hint = user?.userPrincipalName } = asked;
  return user?.userPrincipalName.toLowerCase() === hint?.toLowerCase() ? user?.id : undefined;
}

function errorLocation(refusal: Refusal, target: RedirectTarget): string {
  // Missing consent is `invalid_grant` at the token endpoint, but `consent_required` to a browser (OpenID Connect Core 3.1.2.6).
  const error = refusal.reason === 65001 ? 'consent_required' : oauthErrorOf(refusal).error;
  return location({ error, error_description: `AADSTS${refusal.reason}: ${refusal.text}` }, target);
}

function location(answer: Record<string, string>, { redirectUri, state, mode }: RedirectTarget): string {
  const parameters = new URLSearchParams({ ...answer, ...(state !== null && { state }) });
  const url = new URL(redirectUri);
  if (mode === 'fragment') url.hash = parameters.toString();
  else parameters.forEach((value, name) => url.searchParams.append(name, value));
  return url.href;
}

/** The same request once the person has chosen: what forced the choice is taken out, or it would be asked for ever. */
function returnPath(url: URL): string {
  const again = new URL(url);
  again.searchParams.delete('prompt');
  again.searchParams.delete('login_hint');
  return `${again.pathname}${again.search}`;
}
