// Where a tenant's Entra is.
import type { AuthorizationServer } from 'oauth4webapi';

export interface Tenant {
  /** Entra's root without the tenant and without a trailing slash, e.g. `https://login.microsoftonline.com`. Plain http is taken on this machine only. */
  readonly authority: string;
  readonly tenantId: string;
}

export function entraOf({ authority, tenantId }: Tenant) {
  const endpoint = `${authority}/${tenantId}/oauth2/v2.0`;
  return {
    issuer: `${authority}/${tenantId}/v2.0`,
    authorization_endpoint: `${endpoint}/authorize`,
    token_endpoint: `${endpoint}/token`
  } satisfies AuthorizationServer;
}

export function isLocalAuthority(authority: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(authority).hostname);
}
