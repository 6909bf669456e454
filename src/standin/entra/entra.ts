// Entra's door: which address is answered by what, and what is not supported.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { oauthErrorOf, refusalBody, refuse } from './aadsts';
import type { Refusal } from './aadsts';
import { answerAuthorizeRequest } from './authorize-endpoint';
import { openGrants } from './grants';
import type { Grants } from './grants';
import { jsonReply, readForm, send } from './http';
import type { Reply } from './http';
import { escapeHtml, page, pageHeaders } from './page';
import { showSignIn, signInPage, signInPath, signOut, takeChoice } from './sign-in';
import { answerTokenRequest, isSpaOrigin } from './token-endpoint';
import { issuerOf, tokenEndpointOf } from './token-issuer';
import type { EntraOptions, TokenIssuer } from './token-issuer';

/** Answers a request and gives true, or gives false when the address is somebody else's. The body must not have been read. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

/** Takes `/<uuid>/…`, `/common/…`, `/organizations/…`, `/_standin/signin` and `/_standin/signout`. */
export function entraHandler(options: EntraOptions & { readonly tokens: TokenIssuer }): RequestHandler {
  const context = { ...options, grants: openGrants(options) };
  return async (request, response, url) => {
    const answer = endpointOf(url, context);
    if (answer === undefined) return false;
    send(response, await answer({ request, url, context }));
    return true;
  };
}

interface EntraContext extends EntraOptions {
  readonly tokens: TokenIssuer;
  readonly grants: Grants;
}

interface Call {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly context: EntraContext;
}

type Endpoint = (call: Call) => Reply | Promise<Reply>;

const tenantEndpoints: Readonly<Record<string, Endpoint>> = {
  'GET /v2.0/.well-known/openid-configuration': openIdConfiguration,
  'GET /discovery/v2.0/keys': ({ context }) => jsonReply(200, context.tokens.publishedKeys(), forEveryOrigin),
  'GET /oauth2/v2.0/authorize': authorize,
  'GET /oauth2/v2.0/logout': logout,
  'POST /oauth2/v2.0/token': token,
  'OPTIONS /oauth2/v2.0/token': tokenPreflight,
  'GET /oauth2/v2.0/token': ({ context }) => refused(refuse(900561, 'The endpoint only accepts POST, OPTIONS requests.'), context)
};

const ownEndpoints: Readonly<Record<string, Endpoint>> = {
  [`GET ${signInPath}`]: ({ request, url, context }) => showSignIn(request, url, context),
  [`POST ${signInPath}`]: async ({ request, context }) => takeChoice(request, (await readForm(request)) ?? new URLSearchParams(), context),
  'GET /_standin/signout': ({ request, context }) => signOut(request, context)
};

const forEveryOrigin = { 'access-control-allow-origin': '*' };

function endpointOf({ pathname }: URL, { tenantId }: EntraContext): Endpoint | undefined {
  if (pathname === signInPath || pathname === '/_standin/signout') return byMethod(ownEndpoints, pathname);
  const [, tenant, path = ''] = /^\/(common|organizations|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(\/.*)$/i.exec(pathname) ?? [];
  if (tenant === undefined) return undefined;
  if (tenant.toLowerCase() === tenantId) return byMethod(tenantEndpoints, path);
  if (tenant === 'common' || tenant === 'organizations') return byMethod({}, pathname);
  return ({ context }) =>
    refused(refuse(90002, `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID.`), context);
}

function byMethod(endpoints: Readonly<Record<string, Endpoint>>, path: string): Endpoint {
  return (call) => (endpoints[`${call.request.method ?? ''} ${path}`] ?? notSupported)(call);
}

function notSupported({ request, url }: Call): Reply {
  const name = `${request.method ?? ''} ${url.pathname}`;
  return jsonReply(501, { error: 'not_implemented', error_description: `The stand-in's Entra does not support ${name}.` });
}

function refused(refusal: Refusal, { clock }: EntraContext, headers: Readonly<Record<string, string>> = {}): Reply {
  return jsonReply(oauthErrorOf(refusal).status, refusalBody(refusal, { now: clock() }), headers);
}

function openIdConfiguration({ context }: Call): Reply {
  const tenantRoot = `${context.origin()}/${context.tenantId}`;
  const body = {
    issuer: issuerOf(context),
    authorization_endpoint: `${tenantRoot}/oauth2/v2.0/authorize`,
    token_endpoint: tokenEndpointOf(context),
    end_session_endpoint: `${tenantRoot}/oauth2/v2.0/logout`,
    jwks_uri: `${tenantRoot}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access']
  };
  return jsonReply(200, body, forEveryOrigin);
}

function authorize({ request, url, context }: Call): Reply {
  const cookieHeader = request.headers.cookie;
  const outcome = answerAuthorizeRequest({ url, cookieHeader }, context);
  switch (outcome.kind) {
    case 'redirect':
      return { status: 302, headers: { location: outcome.location, 'cache-control': 'no-store' }, body: '' };
    case 'sign-in':
      return signInPage({ cookieHeader, returnPath: outcome.returnPath, formTargets: [outcome.redirectOrigin] }, context);
    case 'error':
      return errorPage(outcome.refusal);
  }
}

function errorPage(refusal: Refusal): Reply {
  const detail = escapeHtml(`AADSTS${refusal.reason}: ${refusal.text}`);
  const body = `<p>Programmet som skickade dig hit är fel inställt. Meddela den som sköter det:</p>\n<p lang="en"><code>${detail}</code></p>`;
  return {
    status: oauthErrorOf(refusal).status,
    headers: pageHeaders({ formTargets: [] }),
    body: page({ title: 'Det gick inte att logga in', body })
  };
}

function logout({ request, url, context }: Call): Reply {
  const reply = signOut(request, context);
  const next = url.searchParams.get('post_logout_redirect_uri');
  const isRegistered = context.directory.applications().some(({ redirectUris }) => next !== null && redirectUris.includes(next));
  return next !== null && isRegistered ? { status: 302, headers: { ...reply.headers, location: next }, body: '' } : reply;
}

async function token({ request, context }: Call): Promise<Reply> {
  const browserOrigin = request.headers.origin;
  const headers = corsHeaders(browserOrigin, context);
  const form = await readForm(request);
  if (form === undefined) return refused(refuse(900144, 'The request body must be a form of at most 64 KB.'), context, headers);
  const answer = await answerTokenRequest({ form, browserOrigin }, context);
  return answer.ok ? jsonReply(200, answer.response, headers) : refused(answer, context, headers);
}

function tokenPreflight({ request, context }: Call): Reply {
  const headers = {
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '600'
  };
  return { status: 204, headers: { ...headers, ...corsHeaders(request.headers.origin, context) }, body: '' };
}

/** Leave to read the answer, for the origins registered as redirect URIs of public clients; nothing for others. */
function corsHeaders(origin: string | undefined, { directory }: EntraContext): Record<string, string> {
  const isRegistered = origin !== undefined && directory.applications().some((application) => isSpaOrigin(application, origin));
  return isRegistered ? { 'access-control-allow-origin': origin, vary: 'Origin' } : { vary: 'Origin' };
}
