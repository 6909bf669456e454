// SharePoint's door: which site an address means, who is calling, and whether the call is one or a batch.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Directory } from '../directory/directory';
import type { Caller, TokenIssuer } from '../entra/token-issuer';
import type { Visit } from '../endpoints/visit';
import { siteUrl } from '../endpoints/visit';
import { viewerOf } from '../permissions/viewer';
import type { Connection } from '../store/database';
import { siteByPath } from '../store/sites';
import type { Webhooks } from '../webhooks/webhooks';
import { addressTooLong, isTooLong } from './address-length';
import { answerCall } from './api';
import type { BatchPart } from './batch';
import { batchParts, batchResponse } from './batch';
import { commonHeaders } from './answer-headers';
import type { Digests } from './digest';
import { SharePointError, accessDenied, invalidClientQuery, invalidDigest, notImplemented, unauthenticated, unknownSite } from './errors';
import type { ApiRequest, ApiResponse } from './message';
import { verbOf } from './message';
import { writeError } from './shapes';

interface SharePointOptions {
  readonly database: Connection;
  readonly directory: Directory;
  readonly tokens: TokenIssuer;
  readonly digests: Digests;
  readonly tenantId: string;
  readonly origin: () => string;
  readonly clock: () => Date;
  readonly timeZone: string;
  readonly listViewThreshold: number;
  readonly webhooks: Pick<Webhooks, 'validate' | 'wake'>;
  /** What a part of a batch is answered instead of being carried out; `number` begins at 1. */
  readonly partFault?: ((part: BatchPart, number: number) => ApiResponse | undefined) | undefined;
}

/** Takes `/_api/…` and `<site>/_api/…`, for example `/sites/<name>/<sub-site>/_api/…`; gives false for other addresses. */
export function sharePointHandler(
  options: SharePointOptions
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean> {
  return async (request, response, url) => {
    if (!address.test(url.pathname)) return false;
    const started = performance.now();
    const headers = headersOf(request);
    const answer = await answered(request, { url, headers }, options);
    if (request.method !== 'GET') options.webhooks.wake();
    response.writeHead(answer.status, { ...commonHeaders(headers, performance.now() - started), ...answer.headers }).end(answer.body);
    return true;
  };
}

const address = /^((?:\/[^/]+)*?)\/_api(?:\/(.*))?$/i;
/** SharePoint takes 250 MB in one request; larger files come in pieces (Microsoft's "Working with folders and files with REST"). */
const largestBody = 250 * 1024 * 1024;

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')])
  );
}

async function answered(
  request: IncomingMessage,
  { url, headers }: { readonly url: URL; readonly headers: Readonly<Record<string, string>> },
  options: SharePointOptions
): Promise<ApiResponse> {
  if (isTooLong(url)) return addressTooLong();
  try {
    const verb = verbOf(request.method ?? '', headers['x-http-method']);
    if (verb === undefined) throw notImplemented(`${request.method ?? ''} ${url.pathname}`);
    const bytes = await bodyOf(request);
    const caller = await callerOf(headers, options);
    if (caller.bySession && verb !== 'GET') refuseWithoutDigest(headers, url, caller, options);
    if (verb === 'POST' && /\/_api\/\$batch$/i.test(url.pathname)) return await batchAnswer(bytes, headers, caller, options);
    return await call({ verb, url, headers, bytes }, caller, options);
  } catch (error) {
    if (error instanceof SharePointError) return refused(error, headers, options);
    throw error;
  }
}

/** A 401 says where a token is to be had, in the words SharePoint Online has for it (second-hand). */
function refused(error: SharePointError, headers: ApiRequest['headers'], { tenantId, origin }: SharePointOptions): ApiResponse {
  const answer = writeError(error, headers);
  if (error.status !== 401) return answer;
  const challenge = [
    `realm="${tenantId}"`,
    'client_id="00000003-0000-0ff1-ce00-000000000000"',
    `authorization_uri="${origin()}/${tenantId}/oauth2/v2.0/authorize"`
  ];
  return { ...answer, headers: { ...answer.headers, 'WWW-Authenticate': `Bearer ${challenge.join(',')}` } };
}

interface AuthenticatedCaller {
  readonly caller: Caller;
  /** Application permissions in the token. */
  readonly roles: readonly string[];
  readonly bySession: boolean;
}

/** Throws 401 without a valid token or session, 403 for a person's token without a SharePoint scope. */
async function callerOf(headers: Readonly<Record<string, string>>, { tokens, origin }: SharePointOptions): Promise<AuthenticatedCaller> {
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '') ?? [];
  if (bearer === undefined) {
    const session = tokens.callerOfSession(headers['cookie']);
    if (session === undefined) throw unauthenticated();
    return { caller: session, roles: [], bySession: true };
  }
  const token = await tokens.verify(bearer);
  if (token?.audience !== origin()) throw unauthenticated();
  if (token.caller.kind === 'user' && !token.scopes.some((scope) => /^(AllSites|Sites)\./.test(scope))) throw accessDenied();
  if (token.caller.kind === 'application' && token.clientProof === 'secret') throw unsupportedAppOnlyToken();
  return { caller: token.caller, roles: token.roles, bySession: false };
}

/** SharePoint takes app-only tokens got with a certificate only (platform.md 6). */
function unsupportedAppOnlyToken(): SharePointError {
  return new SharePointError({
    status: 401,
    code: '-2147024891, System.UnauthorizedAccessException',
    message: 'Unsupported app only token.'
  });
}

/** `contextinfo` is where the digest comes from, so it needs none. */
function refuseWithoutDigest(
  headers: Readonly<Record<string, string>>,
  url: URL,
  { caller }: AuthenticatedCaller,
  { digests }: SharePointOptions
): void {
  if (/\/_api\/contextinfo$/i.test(url.pathname) || caller.kind !== 'user') return;
  const found = digests.check(headers['x-requestdigest'], caller.user.id);
  if (found !== 'valid') throw invalidDigest(found);
}

async function batchAnswer(
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
  caller: AuthenticatedCaller,
  options: SharePointOptions
): Promise<ApiResponse> {
  const parts = batchParts(bytes.toString('utf8'), headers['content-type']);
  const responses: ApiResponse[] = [];
  for (const [index, part] of parts.entries())
    responses.push(await partAnswer(part, index + 1, { host: headers['host'], caller, options }));
  return batchResponse(responses);
}

interface BatchSurroundings {
  /** Where the batch was sent. */
  readonly host: string | undefined;
  readonly caller: AuthenticatedCaller;
  readonly options: SharePointOptions;
}

/** Each part has a transaction of its own, and its refusal ends nothing but itself. */
async function partAnswer(
  part: BatchPart | SharePointError,
  number: number,
  { host, caller, options }: BatchSurroundings
): Promise<ApiResponse> {
  if (part instanceof SharePointError) return writeError(part, {});
  const fault = options.partFault?.(part, number);
  if (fault !== undefined) return fault;
  try {
    refuseElsewhere(part.url, [host, new URL(options.origin()).host]);
    return await call({ ...part, bytes: Buffer.from(part.body) }, caller, options);
  } catch (error) {
    if (error instanceof SharePointError) return writeError(error, part.headers);
    throw error;
  }
}

/** A part stays with the host that got the batch, but may mean another of its sites; that SharePoint says 400 is a guess. */
function refuseElsewhere(url: URL, hosts: readonly (string | undefined)[]): void {
  if (!hosts.includes(url.host)) throw invalidClientQuery(`The address ${url.href} of a part of the batch belongs to another host.`);
  if (!address.test(url.pathname)) throw unknownSite(url.pathname);
}

async function call(
  part: Omit<ApiRequest, 'path' | 'query'> & { readonly url: URL },
  who: AuthenticatedCaller,
  options: SharePointOptions
): Promise<ApiResponse> {
  const [, sitePath = '', rest = ''] = address.exec(part.url.pathname) ?? [];
  const request = { ...part, path: decoded(rest), query: part.url.searchParams };
  return answerCall(request, { database: options.database, visit: () => visitOf(decoded(sitePath) || '/', who, options) });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidClientQuery(`The address ${text} is not valid.`);
  }
}

function visitOf(sitePath: string, { caller, roles }: AuthenticatedCaller, options: SharePointOptions): Visit {
  const { database, directory, tenantId, timeZone, listViewThreshold, digests } = options;
  const site = siteByPath(database, sitePath);
  if (site === undefined) throw unknownSite(sitePath);
  const viewer = viewerOf({ caller, roles }, { database, site, tenantId });
  return {
    database,
    directory,
    tenantId,
    site,
    viewer,
    webUrl: siteUrl(options.origin(), site),
    now: `${options.clock().toISOString().slice(0, 19)}Z`,
    timeZone,
    listViewThreshold,
    issueDigest: () => digests.issue(viewer.principal.objectId ?? ''),
    validatesWebhook: options.webhooks.validate
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw invalidClientQuery('The request body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
