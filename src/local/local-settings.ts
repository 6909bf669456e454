// The settings of the local service and site, as an administrator would give them in a tenant.
import path from 'node:path';
import type { SiteSettings } from '../lists/settings';
import { faultsInWords } from '../service/setting-faults';
import { readSettings, type Settings } from '../service/settings';
import { people } from './example/people';
import { apiResource, localIds, site, type LocalIdentity } from './identity';

/** Read as the service reads its environment, faults and all. */
export function serviceSettings({
  origin,
  port,
  folder,
  identity
}: {
  origin: string;
  port: number;
  folder: string;
  identity: LocalIdentity;
}): Settings {
  const reading = readSettings({
    PORT: String(port),
    VARNA_SITE: `${origin}${site.path}`,
    VARNA_TENANT_ID: localIds.tenant,
    VARNA_AUTHORITY: origin,
    VARNA_CLIENT_ID: localIds.service,
    VARNA_CERTIFICATE: identity.privateKey,
    VARNA_CERTIFICATE_THUMBPRINT: identity.thumbprint,
    VARNA_API_AUDIENCE: localIds.service,
    VARNA_GRAPH: origin,
    VARNA_STATE: path.join(folder, 'service.sqlite'),
    VARNA_LOCAL_CHAT: 'yes'
  });
  if (!reading.ok) throw new Error(faultsInWords(reading.faults));
  return reading.settings;
}

/** `firstPort` is SharePoint's; the service and the chats have the ones after it. */
export function siteSettings(origin: string, firstPort: number): SiteSettings {
  return {
    'service-url': `http://127.0.0.1:${firstPort + 1}`,
    'api-resource': apiResource,
    'it-phone': '070-174 06 30',
    'security-protection-phone': people.protectionOfficer.mobilePhone ?? '',
    'security-officer-phone': people.securityOfficer.mobilePhone ?? '',
    'chat-url': `http://127.0.0.1:${firstPort + 2}/`,
    'tab-url': `${origin}${site.path}/SitePages/Varna.aspx`
  };
}
