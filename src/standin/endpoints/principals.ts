// People, applications, "everyone" and groups as the API shows them: `SP.User` and `SP.Group`.
import type { Entity, Value } from '../http/answer';
import { complex } from '../http/answer';
import { accessDenied } from '../http/errors';
import { mayEditMembership, mayManageGroup, maySeeMembers, ownerOf } from '../permissions/group-rights';
import type { Principal } from '../store/principals';
import { groupIdsOf, groupMembers, principalById } from '../store/principals';
import type { Visit } from './visit';

/** A person, an application or "everyone" is an `SP.User`, a group an `SP.Group`. */
export function principalEntity(principal: Principal, visit: Visit): Entity {
  return principal.kind === 'group' ? groupEntity(principal, visit) : userEntity(principal, visit);
}

export function userEntity(principal: Principal, visit: Visit): Entity {
  const user = principal.objectId === null ? undefined : visit.directory.userById(principal.objectId);
  return {
    type: 'SP.User',
    path: `Web/GetUserById(${principal.id})`,
    properties: {
      Id: principal.id,
      IsHiddenInUI: false,
      LoginName: principal.loginName,
      Title: principal.title,
      // 1 a person (and an application), 4 a security group such as "everyone".
      PrincipalType: principal.kind === 'everyone' ? 4 : 1,
      Email: principal.email,
      Expiration: '',
      IsEmailAuthenticationGuestUser: false,
      IsShareByEmailGuestUser: false,
      IsSiteAdmin: principal.isSiteAdmin,
      UserId:
        user === undefined
          ? null
          : complex('SP.UserIdInfo', { NameId: user.id.replaceAll('-', '').slice(0, 16), NameIdIssuer: 'urn:federation:microsoftonline' }),
      UserPrincipalName: user?.userPrincipalName ?? null
    },
    related: { Groups: () => groupsOf(principal, visit).map((group) => groupEntity(group, visit)) }
  };
}

export function groupEntity(group: Principal, visit: Visit): Entity {
  return {
    type: 'SP.Group',
    path: `Web/SiteGroups/GetById(${group.id})`,
    properties: {
      Id: group.id,
      IsHiddenInUI: false,
      LoginName: group.title,
      Title: group.title,
      PrincipalType: 8,
      ...groupSettings(group),
      OwnerTitle: ownerOf(group, visit)?.title ?? String(group.settings['OwnerTitle'] ?? group.title)
    },
    onRequest: {
      CanCurrentUserEditMembership: () => mayEditMembership(group, visit),
      CanCurrentUserManageGroup: () => mayManageGroup(group, visit),
      CanCurrentUserViewMembership: () => maySeeMembers(group, visit)
    },
    related: {
      Owner: () => {
        const owner = ownerOf(group, visit);
        return owner ? principalEntity(owner, visit) : null;
      },
      Users: () => membersOf(group, visit).map((member) => userEntity(member, visit))
    }
  };
}

/** Throws 403 for a group that keeps its members to itself; that `$expand` is refused as a whole then is a guess. */
export function membersOf(group: Principal, visit: Visit): Principal[] {
  if (!maySeeMembers(group, visit)) throw accessDenied();
  return groupMembers(visit.database, group);
}

/** The groups that somebody is a member of, by title as SharePoint lists them; not those that keep their members from the viewer (a guess). */
export function groupsOf({ id, siteId }: Principal, visit: Visit): Principal[] {
  const { database } = visit;
  const groups = groupIdsOf(database, [id]).flatMap((groupId) => principalById(database, siteId, groupId) ?? []);
  return byTitle(groups.filter((group) => maySeeMembers(group, visit)));
}

export function byTitle(principals: readonly Principal[]): Principal[] {
  return [...principals].sort((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1));
}

/** Values of a group made over REST [recorded: PnP Core SDK's test data]. */
function groupSettings({ settings }: Principal): Record<string, Value> {
  const fresh = {
    AllowMembersEditMembership: false,
    AllowRequestToJoinLeave: false,
    AutoAcceptRequestToJoinLeave: false,
    Description: null,
    OnlyAllowMembersViewMembership: true,
    OwnerTitle: null,
    RequestToJoinLeaveEmailSetting: null
  };
  return Object.fromEntries(Object.entries(fresh).map(([name, value]) => [name, settings[name] ?? value]));
}
