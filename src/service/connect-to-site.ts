// The site that keeps the record, as the service itself (design 2: it alone writes).
import type { SPFI } from '@pnp/sp';
import { appToken } from '../identity/app-token';
import { connectWithToken } from '../lists/connect';
import type { SiteAccess } from './settings';

export function connectToSite(access: SiteAccess, now: () => Date): SPFI {
  const scope = `${new URL(access.site).origin}/.default`;
  return connectWithToken({ site: access.site, token: appToken({ ...access, scope, now }) });
}
