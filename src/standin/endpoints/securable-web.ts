// A site as something with permissions: a root always has its own, a sub-site may inherit.
import { webMask } from '../permissions/rights';
import type { Securable } from '../permissions/securable';
import { siteScopes } from '../permissions/securable';
import { clearScopesOfSite, scopesBelowSite } from '../store/scopes';
import { setSiteScope } from '../store/sites';
import type { Visit } from './visit';

export function securableWeb(visit: Visit): Securable {
  const { site, database } = visit;
  return {
    visit,
    path: 'Web',
    scopeId: site.inherits ? null : site.scopeId,
    parentScopes: site.inherits ? siteScopes(visit) : siteScopes(visit).slice(1),
    mask: () => webMask(visit),
    setScope: (scopeId) => setSiteScope(database, site, scopeId),
    clearBelow: () => clearScopesOfSite(database, site),
    scopesBelow: () => scopesBelowSite(database, site)
  };
}
