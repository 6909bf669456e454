// Graph's people: which path means whom, who may ask, and the answer with `$select`, `$filter`, `$top` and paging.
import type { Directory, DirectoryUser } from '../directory/directory';
import type { VerifiedToken } from '../entra/token-issuer';
import { graphError } from './graph-answer';
import type { GraphAnswer, GraphError } from './graph-answer';
import { readUserFilter } from './user-filter';
import { defaultProperties, isUserProperty, userResource } from './user-resource';
import type { UserProperty } from './user-resource';

/** Where the people are, and the root that `@odata.context` and next links begin with. */
export interface UsersContext {
  readonly directory: Directory;
  readonly origin: () => string;
}

/** Answers a GET from a caller whose token is for Graph. */
export function answerUsers({ url, token }: { readonly url: URL; readonly token: VerifiedToken }, context: UsersContext): GraphAnswer {
  const path = pathOf(url);
  if (path === undefined) return graphError('notSupported', `The stand-in's Graph does not support GET ${url.pathname}.`);
  const denied = denialOf(path, token);
  if (denied) return denied;
  const options = readQuery(url.searchParams, path.kind === 'list' ? ['$select', '$filter', '$top', '$skiptoken'] : ['$select']);
  if (!options.ok) return options;
  const call = { query: options.query, context };
  if (path.kind === 'list') return listAnswer(call);
  const user = userOf(path.who, { token, directory: context.directory });
  if (user === undefined) return notFound(path.who.kind === 'named' ? path.who.name : 'me');
  return path.kind === 'manager' ? managerAnswer(user, call) : entityAnswer(user, { ...call, set: 'users' });
}

type Who = { readonly kind: 'me' } | { readonly kind: 'named'; readonly name: string };

type Path = { readonly kind: 'list' } | { readonly kind: 'user' | 'manager'; readonly who: Who };

interface Query {
  readonly select: readonly UserProperty[] | undefined;
  readonly matches: (user: DirectoryUser) => boolean;
  readonly top: number;
  readonly skip: number;
  /** As they came, for the next link. */
  readonly parameters: URLSearchParams;
}

interface Call {
  readonly query: Query;
  readonly context: UsersContext;
}

function pathOf({ pathname }: URL): Path | undefined {
  if (/^\/v1\.0\/users\/?$/.test(pathname)) return { kind: 'list' };
  const [, me, name = '', manager] = /^\/v1\.0\/(?:(me)|users\/([^/]+))(\/manager)?$/.exec(pathname) ?? [];
  const decoded = decodedSegment(name);
  if (decoded === undefined || (me === undefined && decoded === '')) return undefined;
  const who: Who = me === undefined ? { kind: 'named', name: decoded } : { kind: 'me' };
  return { kind: manager === undefined ? 'user' : 'manager', who };
}

/** The path segment as text; `undefined` when its percent signs make no UTF-8. */
function decodedSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Graph's permissions: a person reads themself with `User.Read`; everybody else, lists and managers need `User.Read.All`. */
function denialOf(path: Path, token: VerifiedToken): GraphError | undefined {
  const isMe = path.kind !== 'list' && path.who.kind === 'me';
  if (isMe && token.caller.kind === 'application') {
    return graphError('BadRequest', '/me request is only valid with delegated authentication flow.');
  }
  const enough = path.kind === 'user' && isOneself(path.who, token) ? ['User.Read', 'User.Read.All'] : ['User.Read.All'];
  const held = token.caller.kind === 'application' ? token.roles : token.scopes;
  if (held.some((permission) => enough.includes(permission))) return undefined;
  return graphError('Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

function isOneself(who: Who, { caller }: VerifiedToken): boolean {
  if (caller.kind === 'application') return false;
  const { id, userPrincipalName } = caller.user;
  return who.kind === 'me' || [id, userPrincipalName.toLowerCase()].includes(who.name.toLowerCase());
}

function userOf(
  who: Who,
  { token, directory }: { readonly token: VerifiedToken; readonly directory: Directory }
): DirectoryUser | undefined {
  if (who.kind === 'me') return token.caller.kind === 'user' ? token.caller.user : undefined;
  return directory.userById(who.name) ?? directory.userByUpn(who.name);
}

function readQuery(parameters: URLSearchParams, supported: readonly string[]): { readonly ok: true; readonly query: Query } | GraphError {
  const unknown = [...parameters.keys()].find((name) => !supported.includes(name));
  if (unknown !== undefined) return graphError('notSupported', `The stand-in's Graph does not support the query option ${unknown} here.`);
  const select = parameters
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  const unknownProperty = select?.find((name) => !isUserProperty(name));
  if (unknownProperty !== undefined)
    return graphError('notSupported', `The stand-in's Graph does not know the property ${unknownProperty} of a user.`);
  const filter = readUserFilter(parameters.get('$filter') ?? '');
  if (parameters.has('$filter') && !filter.ok) {
    return graphError('notSupported', `The stand-in's Graph does not support this part of $filter: ${filter.unsupported}`);
  }
  const top = Number(parameters.get('$top') ?? '100');
  if (!Number.isInteger(top) || top < 1 || top > 999)
    return graphError('BadRequest', 'Invalid page size specified: it has to be between 1 and 999.');
  const skip = readSkipToken(parameters.get('$skiptoken'));
  if (skip === undefined) return graphError('BadRequest', 'The skip token is malformed.');
  const matches = filter.ok ? filter.matches : () => true;
  return { ok: true, query: { select: select?.filter(isUserProperty), matches, top, skip, parameters } };
}

function readSkipToken(token: string | null): number | undefined {
  if (token === null) return 0;
  const text = Buffer.from(token, 'base64url').toString('utf8');
  return /^after:\d{1,9}$/.test(text) ? Number(text.slice('after:'.length)) : undefined;
}

function listAnswer({ query, context }: Call): GraphAnswer {
  const found = context.directory.users().filter(query.matches);
  const end = query.skip + query.top;
  const value = found.slice(query.skip, end).map((user) => userResource(user, query.select ?? defaultProperties));
  const next = end < found.length && { '@odata.nextLink': nextLink({ query, context }, end) };
  return { ok: true, body: { '@odata.context': contextUrl({ query, context, set: 'users' }), ...next, value } };
}

function nextLink({ query, context }: Call, end: number): string {
  const url = new URL('/v1.0/users', context.origin());
  url.search = query.parameters.toString();
  url.searchParams.set('$skiptoken', Buffer.from(`after:${end}`).toString('base64url'));
  return url.href;
}

interface EntityCall extends Call {
  readonly set: 'users' | 'directoryObjects';
}

function managerAnswer(user: DirectoryUser, call: Call): GraphAnswer {
  const manager = user.managerId === undefined ? undefined : call.context.directory.userById(user.managerId);
  if (manager === undefined) return notFound('manager');
  return entityAnswer(manager, { ...call, set: 'directoryObjects' });
}

function entityAnswer(user: DirectoryUser, call: EntityCall): GraphAnswer {
  const type = call.set === 'directoryObjects' && { '@odata.type': '#microsoft.graph.user' };
  const properties = userResource(user, call.query.select ?? defaultProperties);
  return { ok: true, body: { '@odata.context': `${contextUrl(call)}/$entity`, ...type, ...properties } };
}

function contextUrl({ query, context, set }: EntityCall): string {
  const select = query.select === undefined ? '' : `(${query.select.join(',')})`;
  return `${context.origin()}/v1.0/$metadata#${set}${select}`;
}

function notFound(name: string): GraphError {
  return graphError(
    'Request_ResourceNotFound',
    `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`
  );
}
