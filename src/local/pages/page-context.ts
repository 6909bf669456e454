// What SharePoint tells its pages about the site and the person (`spPageContextInfo`), made from who is signed in.
import { randomUUID } from 'node:crypto';
import type { DirectoryUser } from '../../standin/directory/directory';

export interface PageContextOptions {
  readonly origin: string;
  readonly tenantId: string;
  readonly site: { readonly path: string; readonly title: string };
  readonly person: DirectoryUser;
  readonly url: URL;
}

const cultures: Readonly<Record<string, { readonly name: string; readonly lcid: number }>> = {
  sv: { name: 'sv-SE', lcid: 1053 },
  en: { name: 'en-US', lcid: 1033 },
  fi: { name: 'fi-FI', lcid: 1035 }
};

/**
 * The fields Microsoft's loader reads, as an object for `window._spPageContextInfo`. The page itself adds what only
 * SharePoint knows (form digest, the ids of site and person), asked for with the person's own session.
 */
export function pageContext({ origin, tenantId, site, person, url }: PageContextOptions): Readonly<Record<string, unknown>> {
  const address = `${origin}${site.path}`;
  return {
    ...culture(url),
    webAbsoluteUrl: address,
    webServerRelativeUrl: site.path,
    siteAbsoluteUrl: address,
    siteServerRelativeUrl: site.path,
    portalUrl: `${origin}/`,
    serverRequestPath: url.pathname,
    layoutsUrl: '_layouts/15',
    webTitle: site.title,
    webTemplate: '68',
    webTemplateConfiguration: 'SITEPAGEPUBLISHING#0',
    userDisplayName: person.displayName,
    userLoginName: person.userPrincipalName,
    userPrincipalName: person.userPrincipalName,
    userEmail: person.mail,
    aadTenantId: `{${tenantId}}`,
    aadUserId: `{${person.id}}`,
    aadSessionId: `{${randomUUID()}}`,
    CorrelationId: randomUUID(),
    aadInstanceUrl: origin,
    serverTime: new Date().toISOString(),
    // Keeps Microsoft's own token code from calling its cloud: the pages bring a token provider of their own.
    isAnonymousGuestUser: true,
    isExternalGuestUser: false,
    isEmailAuthenticationGuestUser: true,
    // The loader reads these without asking whether they are there.
    cloudType: 'Default',
    env: 'prod',
    env2: 'prod',
    isSPO: true,
    ExpFeatures: [],
    ECSClientFeatures: [],
    killSwitches: {},
    legacyPageContext: {},
    regionalSettings: {},
    cdnPrefix: '',
    siteClientTag: '0$$1',
    tenantAppVersion: '0',
    msGraphEndpointUrl: new URL(origin).host
  };
}

/** `?locale=fi-fi` on the pages, `forceLocale` where Teams asks for one. */
function culture(url: URL): Readonly<Record<string, unknown>> {
  const asked = url.searchParams.get('forceLocale') ?? url.searchParams.get('locale') ?? 'sv';
  const { name, lcid } = cultures[asked.slice(0, 2).toLowerCase()] ?? { name: 'sv-SE', lcid: 1053 };
  return {
    currentLanguage: lcid,
    currentCultureLCID: lcid,
    currentUICultureLCID: lcid,
    currentCultureName: name,
    currentUICultureName: name
  };
}
