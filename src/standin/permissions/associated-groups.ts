// A site's own owners, members and visitors: making the three groups, and finding them again.
import type { Connection } from '../store/database';
import type { Principal } from '../store/principals';
import { insertPrincipal, ownerSetting, principalById, principalByLoginName, updatePrincipal } from '../store/principals';
import type { Site } from '../store/sites';
import { assign, siteById, updateSite } from '../store/sites';
import { editRole, fullControlRole, readRole } from './roles';

export type AssociatedGroup = 'Owner' | 'Member' | 'Visitor';

/**
 * Makes `<seed> Owners`, `Visitors` and `Members` with full control, Read and Edit; one that exists is taken as it is. The settings are
 * those of the groups that SharePoint makes with a site [recorded: PnP Core SDK's test data]. Gives the owners.
 */
export function makeAssociatedGroups(database: Connection, site: Site, seed: string): Principal {
  const owners = ownersGroup(database, site, `${seed} Owners`);
  const groups: readonly (readonly [AssociatedGroup, Principal, number])[] = [
    ['Owner', owners, fullControlRole],
    ['Visitor', namedGroup(database, site, `${seed} Visitors`, { [ownerSetting]: owners.id }), readRole],
    ['Member', namedGroup(database, site, `${seed} Members`, { [ownerSetting]: owners.id, AllowMembersEditMembership: true }), editRole]
  ];
  for (const [, { id }, roleId] of groups) assign(database, site.scopeId, { principalId: id, roleId });
  const named = Object.fromEntries(groups.map(([kind, { id }]) => [settingOf(kind), id]));
  updateSite(database, { ...site, settings: { ...site.settings, ...named } });
  return owners;
}

/** A sub-site that inherits has its parent's (a guess). Undefined when the site has none. */
export function associatedGroup(database: Connection, site: Site, kind: AssociatedGroup): Principal | undefined {
  const id = site.settings[settingOf(kind)];
  if (typeof id === 'number') return principalById(database, site.id, id);
  const parent = site.inherits && site.parentId !== null ? siteById(database, site.parentId) : undefined;
  return parent && associatedGroup(database, parent, kind);
}

/** The owners own themselves. */
function ownersGroup(database: Connection, site: Site, name: string): Principal {
  const group = namedGroup(database, site, name, {});
  const owned = { ...group, settings: { ...group.settings, [ownerSetting]: group.id } };
  updatePrincipal(database, owned);
  return owned;
}

function namedGroup(database: Connection, { id }: Site, name: string, settings: Principal['settings']): Principal {
  const known = principalByLoginName(database, id, name);
  if (known) return known;
  return insertPrincipal(database, {
    siteId: id,
    kind: 'group',
    loginName: name,
    title: name,
    email: '',
    objectId: null,
    isSiteAdmin: false,
    settings: { OnlyAllowMembersViewMembership: false, RequestToJoinLeaveEmailSetting: '', ...settings }
  });
}

function settingOf(kind: AssociatedGroup): string {
  return `Associated${kind}Group`;
}
