// Whether a person may let a client do what its scope asks: administrators have consented beforehand, nobody is asked in the flow.
import type { DirectoryApplication } from '../directory/directory';
import { refuse } from './aadsts';
import type { Refusal } from './aadsts';
import { delegatedScopesOf, readScope } from './resources';
import type { Resource, ResourceLookup, ScopeReading } from './resources';

/** A scope with consent. `qualifiedScopes` are the scopes as a token response writes them: with the resource, except Graph's. */
export interface GrantedScope {
  readonly ok: true;
  readonly resource: Resource;
  readonly scopes: readonly string[];
  readonly qualifiedScopes: readonly string[];
  readonly openId: readonly string[];
}

/** Reads a scope and holds it against what the directory has granted the application. `.default` means all of that. */
export function grantedScope(request: {
  readonly scope: string;
  readonly application: DirectoryApplication;
  readonly lookup: ResourceLookup;
}): GrantedScope | Refusal {
  const { application, lookup } = request;
  const read = readScope(request.scope, lookup);
  if (!read.ok) return scopeRefusal(read);
  const consented = delegatedScopesOf({ resource: read.resource, clientId: application.clientId, application });
  const scopes = read.permissions.includes('.default') ? consented : read.permissions;
  if (consented.length === 0 || scopes.some((scope) => !consented.includes(scope))) {
    return refuse(
      65001,
      `Nobody has consented to use the application with ID '${application.clientId}' named '${application.displayName}' for '${request.scope}'.`
    );
  }
  const prefix = read.resource.kind === 'graph' ? '' : `${read.name}/`;
  return { ok: true, resource: read.resource, scopes, qualifiedScopes: scopes.map((scope) => `${prefix}${scope}`), openId: read.openId };
}

/** Entra's refusal of a scope that names no resource, or more than one. */
export function scopeRefusal({ reason, scope }: ScopeReading & { readonly ok: false }): Refusal {
  switch (reason) {
    case 'unknown-resource':
      return refuse(500011, `The resource principal named ${scope} was not found in the tenant.`);
    case 'several-resources':
      return refuse(
        28000,
        `Provided value for the input parameter scope is not valid because it contains more than one resource: ${scope}.`
      );
  }
}
