// Which resource a scope or an audience means, and what a client has been granted there.
import type { Directory, DirectoryApplication } from '../directory/directory';

/** Audience of Microsoft Graph, wherever the stand-in is reached. */
export const graphAudience = 'https://graph.microsoft.com';

/** Something that takes access tokens. An API's audience is its client id, as in Entra's version 2.0 tokens. */
export type Resource =
  | { readonly kind: 'sharepoint'; readonly audience: string }
  | { readonly kind: 'graph'; readonly audience: string }
  | { readonly kind: 'api'; readonly audience: string; readonly application: DirectoryApplication }
  | { readonly kind: 'unknown'; readonly audience: string };

/** Where resources are looked up. */
export interface ResourceLookup {
  readonly directory: Directory;
  readonly origin: () => string;
}

/** A `scope` parameter read: one resource, what is asked for there, and OpenID's own scopes. */
export type ScopeReading =
  | {
      readonly ok: true;
      readonly resource: Resource;
      /** The resource as the client wrote it. */
      readonly name: string;
      readonly permissions: readonly string[];
      readonly openId: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'unknown-resource' | 'several-resources'; readonly scope: string };

const openIdScopes = ['openid', 'profile', 'email', 'offline_access'];

/** Reads a `scope` parameter. A permission without a resource is Graph's, and no permission at all means Graph's `User.Read`, as in Entra. */
export function readScope(scope: string, lookup: ResourceLookup): ScopeReading {
  const all = scope.split(' ').filter((part) => part !== '');
  const openId = all.filter((part) => openIdScopes.includes(part));
  const asked = all.filter((part) => !openIdScopes.includes(part)).map(splitScope);
  const [first = { resource: graphAudience, permission: 'User.Read' }] = asked;
  if (asked.some(({ resource }) => resource !== first.resource)) return { ok: false, reason: 'several-resources', scope };
  const resource = resourceNamed(first.resource, lookup);
  if (resource.kind === 'unknown') return { ok: false, reason: 'unknown-resource', scope: first.resource };
  const permissions = asked.length === 0 ? [first.permission] : asked.map(({ permission }) => permission);
  return { ok: true, resource, name: first.resource, permissions, openId };
}

/** The resource behind the `aud` of a token. */
export function resourceOfAudience(audience: string, lookup: ResourceLookup): Resource {
  return resourceNamed(audience, lookup);
}

/** The delegated permissions `clientId` has on the resource; none when nobody has consented. */
export function delegatedScopesOf(grant: {
  readonly resource: Resource;
  readonly clientId: string;
  readonly application: DirectoryApplication | undefined;
}): readonly string[] {
  const { resource, clientId, application } = grant;
  switch (resource.kind) {
    case 'sharepoint':
      return ['AllSites.FullControl'];
    case 'graph':
      return application?.delegatedScopes ?? ['User.Read'];
    case 'api':
      return [resource.application.clientId, ...(resource.application.preauthorized ?? [])].includes(clientId)
        ? ['user_impersonation']
        : [];
    case 'unknown':
      return [];
  }
}

/** The application permissions that reach the resource: SharePoint is told of `Sites.*` only, other APIs of none. */
export function rolesOf(resource: Resource, application: DirectoryApplication): readonly string[] {
  switch (resource.kind) {
    case 'sharepoint':
      return application.appRoles.filter((role) => role.startsWith('Sites.'));
    case 'graph':
      return application.appRoles;
    case 'api':
    case 'unknown':
      return [];
  }
}

function splitScope(scope: string): { readonly resource: string; readonly permission: string } {
  const slash = scope.lastIndexOf('/');
  if (slash === -1) return { resource: graphAudience, permission: scope };
  return { resource: scope.slice(0, slash).replace(/\/$/, ''), permission: scope.slice(slash + 1) };
}

function resourceNamed(name: string, { directory, origin }: ResourceLookup): Resource {
  if (name === graphAudience) return { kind: 'graph', audience: graphAudience };
  if (name === origin()) return { kind: 'sharepoint', audience: name };
  const application = directory.applications().find(({ clientId, identifierUris }) => clientId === name || identifierUris.includes(name));
  return application ? { kind: 'api', audience: application.clientId, application } : { kind: 'unknown', audience: name };
}
