// Who a caller is in a site: their row in the user information list, the groups they are in, and what holds everywhere for them.
import type { Directory, DirectoryApplication, DirectoryUser, SiteRole } from '../directory/directory';
import type { Caller } from '../entra/token-issuer';
import type { Connection } from '../store/database';
import type { Principal } from '../store/principals';
import { groupIdsOf, insertPrincipal, principalByLoginName, restoreUser } from '../store/principals';
import type { Site } from '../store/sites';
import { contributeRole, fullControl, maskOfRoles, readRole } from './roles';

export interface Viewer {
  readonly principal: Principal;
  /** Ids that role assignments can name to mean this caller. */
  readonly ids: readonly number[];
  /** What the caller may everywhere in the site, broken inheritance or not: site administrators and applications. */
  readonly everywhere: bigint;
}

interface Meeting {
  readonly database: Connection;
  readonly site: Site;
  readonly tenantId: string;
}

/** Finds the caller, adding them to the user information list as SharePoint does at a first visit. */
export function viewerOf({ caller, roles }: { readonly caller: Caller; readonly roles: readonly string[] }, meeting: Meeting): Viewer {
  const { site } = meeting;
  if (caller.kind === 'application') {
    const principal = ensureApplication(caller.application, meeting);
    return { principal, ids: [principal.id], everywhere: siteRoleMask(siteRoleOf(caller.application, roles, site)) };
  }
  const principal = ensureUser(caller.user, meeting);
  return viewerOfUser(principal, meeting);
}

/** Somebody else, as their rights would have them; undefined for a name that nobody has. Adds nobody to the site. */
export function otherViewer(loginName: string, directory: Directory, meeting: Meeting): Pick<Viewer, 'ids' | 'everywhere'> | undefined {
  const known = principalByLoginName(meeting.database, meeting.site.id, loginName);
  if (known) return known.kind === 'group' ? undefined : viewerOfUser(known, meeting);
  const user = directory.userByUpn(loginName.replace(/^i:0#\.f\|membership\|/i, ''));
  return user && { ids: withGroups(everyoneIds(meeting), meeting), everywhere: 0n };
}

function viewerOfUser(principal: Principal, meeting: Meeting): Viewer {
  const ids = withGroups([principal.id, ...everyoneIds(meeting)], meeting);
  return { principal, ids, everywhere: principal.isSiteAdmin ? fullControl : 0n };
}

function everyoneIds({ database, site, tenantId }: Meeting): number[] {
  const everyone = principalByLoginName(database, site.id, everyoneLoginName(tenantId));
  return everyone ? [everyone.id] : [];
}

function withGroups(own: readonly number[], { database }: Meeting): number[] {
  return [...own, ...groupIdsOf(database, own)];
}

/** The person's row in the user information list, made when it is missing. */
export function ensureUser(user: DirectoryUser, { database, site }: Meeting): Principal {
  const loginName = loginNameOf(user.userPrincipalName);
  const known = principalByLoginName(database, site.id, loginName);
  if (known) return restoreUser(database, known);
  return insertPrincipal(database, {
    siteId: site.id,
    kind: 'user',
    loginName,
    title: user.displayName,
    email: user.mail,
    objectId: user.id,
    isSiteAdmin: false,
    settings: {}
  });
}

const everyoneTitle = 'Everyone except external users';

/** "Everyone except external users" as a principal: every person of the directory. */
export function ensureEveryone({ database, site, tenantId }: Meeting): Principal {
  const loginName = everyoneLoginName(tenantId);
  const known = principalByLoginName(database, site.id, loginName);
  if (known) return known;
  return insertPrincipal(database, {
    siteId: site.id,
    kind: 'everyone',
    loginName,
    title: everyoneTitle,
    email: '',
    objectId: null,
    isSiteAdmin: false,
    settings: {}
  });
}

/** What `ensureuser` takes: what others take, or the name of one person or of everyone, as people pickers resolve it. */
export function resolveName(name: string, directory: Directory, meeting: Meeting): Principal | undefined {
  const known = resolveLogonName(name, directory, meeting);
  if (known !== undefined) return known;
  if (name.toLowerCase() === everyoneTitle.toLowerCase()) return ensureEveryone(meeting);
  const [user, another] = directory.users().filter(({ displayName }) => displayName.toLowerCase() === name.toLowerCase());
  return user && another === undefined ? ensureUser(user, meeting) : undefined;
}

/** A login name, also one that the site has met before, a user principal name or an address. Undefined: nobody. */
export function resolveLogonName(logonName: string, directory: Directory, meeting: Meeting): Principal | undefined {
  const met = principalByLoginName(meeting.database, meeting.site.id, logonName);
  if (met?.kind === 'application') return met;
  if (logonName.toLowerCase() === everyoneLoginName(meeting.tenantId).toLowerCase()) return ensureEveryone(meeting);
  const name = logonName.replace(/^i:0#\.f\|membership\|/i, '');
  const user = directory.userByUpn(name) ?? directory.users().find(({ mail }) => mail.toLowerCase() === name.toLowerCase());
  return user && ensureUser(user, meeting);
}

export function loginNameOf(userPrincipalName: string): string {
  return `i:0#.f|membership|${userPrincipalName.toLowerCase()}`;
}

function everyoneLoginName(tenantId: string): string {
  return `c:0-.f|rolemanager|spo-grid-all-users/${tenantId}`;
}

/** The form of an application's login name is a guess. */
function ensureApplication({ clientId, displayName }: DirectoryApplication, { database, site, tenantId }: Meeting): Principal {
  const loginName = `i:0i.t|00000003-0000-0ff1-ce00-000000000000|${clientId}@${tenantId}`;
  const known = principalByLoginName(database, site.id, loginName);
  if (known) return known;
  return insertPrincipal(database, {
    siteId: site.id,
    kind: 'application',
    loginName,
    title: displayName,
    email: '',
    objectId: clientId,
    isSiteAdmin: false,
    settings: {}
  });
}

/** The application permission in the token decides: one for all sites, or the role it was given on this one. */
function siteRoleOf({ sites }: DirectoryApplication, roles: readonly string[], { collectionPath }: Site): SiteRole | undefined {
  if (roles.includes('Sites.FullControl.All')) return 'fullcontrol';
  const granted = Object.entries(sites).find(([granted]) => granted.toLowerCase() === collectionPath.toLowerCase());
  return roles.includes('Sites.Selected') ? granted?.[1] : undefined;
}

/** `Sites.Selected`: only `fullcontrol` makes lists and breaks inheritance (platform.md 6); `manage` as the role Contribute is therefore a guess. */
function siteRoleMask(role: SiteRole | undefined): bigint {
  switch (role) {
    case undefined:
      return 0n;
    case 'read':
      return maskOfRoles([readRole]);
    case 'write':
    case 'manage':
      return maskOfRoles([contributeRole]);
    case 'fullcontrol':
      return fullControl;
  }
}
