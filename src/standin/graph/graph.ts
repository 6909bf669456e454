// The little of Microsoft Graph v1.0 that finds people: /me, /users, /users/{id} and their manager. Everything else answers 501.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { graphAudience } from '../entra/resources';
import type { TokenIssuer, VerifiedToken } from '../entra/token-issuer';
import { graphError } from './graph-answer';
import type { GraphAnswer, GraphError } from './graph-answer';
import { answerUsers } from './users';
import type { UsersContext } from './users';

/** What Graph is opened with. */
export interface GraphOptions extends UsersContext {
  readonly tokens: TokenIssuer;
  readonly clock: () => Date;
}

/** Takes `/v1.0`, `/beta` and everything under them; gives false for other addresses. */
export function graphHandler(options: GraphOptions): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean> {
  return async (request, response, url) => {
    if (!/^\/(?:v1\.0|beta)(?:\/|$)/.test(url.pathname)) return false;
    if (request.method === 'OPTIONS') response.writeHead(200, preflightHeaders).end();
    else send(response, await answerRequest(request, { url, options }), options.clock());
    return true;
  };
}

/** Graph lets pages of every origin ask: the token, not the origin, decides. */
const anyOrigin = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'request-id' };
const preflightHeaders = {
  ...anyOrigin,
  'access-control-allow-methods': 'GET',
  'access-control-allow-headers': 'authorization, accept, content-type, client-request-id, sdkversion, consistencylevel',
  'access-control-max-age': '600'
};

async function answerRequest(
  request: IncomingMessage,
  { url, options }: { readonly url: URL; readonly options: GraphOptions }
): Promise<GraphAnswer> {
  const caller = await verifiedCaller(request.headers.authorization, options);
  if (!caller.ok) return caller;
  if (request.method !== 'GET' || !url.pathname.startsWith('/v1.0'))
    return graphError('notSupported', `The stand-in's Graph does not support ${request.method ?? ''} ${url.pathname}.`);
  return answerUsers({ url, token: caller.token }, options);
}

async function verifiedCaller(
  authorization: string | undefined,
  { tokens }: GraphOptions
): Promise<{ readonly ok: true; readonly token: VerifiedToken } | GraphError> {
  const [, bearer] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
  if (bearer === undefined) return graphError('InvalidAuthenticationToken', 'Access token is empty.');
  const token = await tokens.verify(bearer);
  if (token === undefined) return graphError('InvalidAuthenticationToken', 'Access token validation failure.');
  if (token.audience !== graphAudience)
    return graphError('InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.');
  return { ok: true, token };
}

function send(response: ServerResponse, answer: GraphAnswer, now: Date): void {
  const requestId = randomUUID();
  const headers = { ...anyOrigin, 'content-type': 'application/json;odata.metadata=minimal;charset=utf-8', 'request-id': requestId };
  if (answer.ok) {
    response.writeHead(200, headers).end(JSON.stringify(answer.body));
    return;
  }
  const { status, code, message } = answer;
  const innerError = { date: now.toISOString().slice(0, 19), 'request-id': requestId, 'client-request-id': requestId };
  response.writeHead(status, { ...headers, ...(status === 401 && { 'www-authenticate': 'Bearer realm=""' }) });
  response.end(JSON.stringify({ error: { code, message, innerError } }));
}
