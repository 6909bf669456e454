// `siteusers`, `sitegroups`, `currentuser`, `ensureuser`: the people and groups of a site.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { complex } from '../http/answer';
import { duplicateGroup, unknownGroup, unknownLogonName, unknownUser, unknownUserId } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand, webMask } from '../permissions/rights';
import { resolveLogonName } from '../permissions/viewer';
import type { Principal } from '../store/principals';
import {
  addMember,
  deletePrincipal,
  groupIdsOf,
  groupMembers,
  insertPrincipal,
  principalById,
  principalByLoginName,
  principals,
  removeMember,
  updatePrincipal
} from '../store/principals';
import { parseBody } from './body';
import type { Ask, Resource } from './resource';
import {
  actionResource,
  collectionAnswer,
  createdAnswer,
  definedValues,
  entityAnswer,
  numberArgument,
  propertyOf,
  textArgument
} from './resource';
import type { Visit } from './visit';

/** A person, an application or "everyone" is an `SP.User`, a group an `SP.Group`. */
export function principalEntity(principal: Principal, visit: Visit): Entity {
  return principal.kind === 'group' ? groupEntity(principal, visit) : userEntity(principal, visit);
}

export function currentUserResource(visit: Visit): Resource {
  return userResource(visit.viewer.principal, visit);
}

function siteUsersResource(visit: Visit): Resource {
  return usersResource(visit, () => principals(visit.database, visit.site.id).filter(({ kind }) => kind !== 'group'), {});
}

/** `ensureuser`, with `{ logonName }` in the body. */
export function ensureUserResource(visit: Visit): Resource {
  return {
    post: (ask) => {
      demand(webMask(visit), 'browseUserInfo');
      const { logonName } = parseBody(z.strictObject({ logonName: z.string() }), ask.body(), 'SP.Web');
      return entityAnswer(userEntity(ensured(logonName, visit), visit), users, ask);
    }
  };
}

export function userByIdResource(id: number, visit: Visit): Resource {
  const principal = principalById(visit.database, visit.site.id, id);
  if (principal === undefined || principal.kind === 'group') throw unknownUserId();
  return userResource(principal, visit);
}

export function siteGroupsResource(visit: Visit, segment: Segment): Resource {
  const groups = (): Principal[] => principals(visit.database, visit.site.id).filter(({ kind }) => kind === 'group');
  if (segment.positional !== undefined)
    return groupResource(
      groups().find(({ id }) => id === numberArgument(segment, 'id')),
      visit
    );
  return {
    get: (ask) => {
      demand(webMask(visit), 'browseUserInfo');
      return collectionAnswer(
        groups().map((group) => groupEntity(group, visit)),
        groupsMetadata,
        ask
      );
    },
    post: ({ body }) => addGroup(parseBody(groupBody.extend({ Title: z.string().min(1) }), body(), 'SP.Group'), visit),
    step: (next) => {
      switch (next.name) {
        case 'getbyid':
          return groupResource(
            groups().find(({ id }) => id === numberArgument(next, 'id')),
            visit
          );
        case 'getbyname':
          return groupResource(
            groups().find(({ title }) => title.toLowerCase() === textArgument(next, 'name').toLowerCase()),
            visit
          );
        case 'removebyid':
          return actionResource('RemoveById', () =>
            removeGroup(
              groups().find(({ id }) => id === numberArgument(next, 'id')),
              visit
            )
          );
        default:
          return undefined;
      }
    }
  };
}

const users = 'SP.ApiData.Users';
const groupsMetadata = 'SP.ApiData.Groups';

function ensured(logonName: string, visit: Visit): Principal {
  const principal = resolveLogonName(logonName, visit.directory, visit);
  if (principal === undefined) throw unknownLogonName(logonName);
  return principal;
}

function userEntity(principal: Principal, visit: Visit): Entity {
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

function groupEntity(group: Principal, visit: Visit): Entity {
  return {
    type: 'SP.Group',
    path: `Web/SiteGroups/GetById(${group.id})`,
    properties: {
      Id: group.id,
      IsHiddenInUI: false,
      LoginName: group.title,
      Title: group.title,
      PrincipalType: 8,
      AllowMembersEditMembership: false,
      AllowRequestToJoinLeave: false,
      AutoAcceptRequestToJoinLeave: false,
      Description: null,
      OnlyAllowMembersViewMembership: true,
      OwnerTitle: group.title,
      RequestToJoinLeaveEmailSetting: '',
      ...group.settings
    },
    related: { Users: () => groupMembers(visit.database, group).map((member) => userEntity(member, visit)) }
  };
}

function groupsOf({ id, siteId }: Principal, { database }: Visit): Principal[] {
  return groupIdsOf(database, [id]).flatMap((groupId) => principalById(database, siteId, groupId) ?? []);
}

function userResource(principal: Principal, visit: Visit): Resource {
  const entity = userEntity(principal, visit);
  return {
    get: (ask) => entityAnswer(entity, users, ask),
    merge: ({ body }) => {
      demand(webMask(visit), 'manageWeb');
      const { IsSiteAdmin } = parseBody(z.strictObject({ IsSiteAdmin: z.boolean() }), body(), 'SP.User');
      updatePrincipal(visit.database, { ...principal, isSiteAdmin: IsSiteAdmin });
      return { kind: 'merged' };
    },
    step: (segment) =>
      segment.name === 'groups'
        ? {
            get: (ask) =>
              collectionAnswer(
                groupsOf(principal, visit).map((group) => groupEntity(group, visit)),
                groupsMetadata,
                ask
              )
          }
        : propertyOf(entity, segment)
  };
}

interface Membership {
  readonly add?: (ask: Ask) => Answer;
  readonly remove?: (principal: Principal) => void;
}

function usersResource(visit: Visit, people: () => Principal[], { add, remove }: Membership): Resource {
  const found = (principal: Principal | undefined): Resource => {
    if (principal === undefined) throw unknownUser();
    return userResource(principal, visit);
  };
  const removal = (principal: Principal | undefined): Resource | undefined => {
    if (remove === undefined) return undefined;
    return actionResource('Remove', () => {
      if (principal === undefined) throw unknownUser();
      remove(principal);
    });
  };
  const byId = (segment: Segment): Principal | undefined => people().find(({ id }) => id === numberArgument(segment, 'id'));
  const byLoginName = (segment: Segment): Principal | undefined => {
    const wanted = textArgument(segment, 'loginname').toLowerCase();
    return people().find(({ loginName }) => loginName.toLowerCase() === wanted);
  };
  return {
    get: (ask) => {
      demand(webMask(visit), 'browseUserInfo');
      return collectionAnswer(
        people().map((person) => userEntity(person, visit)),
        users,
        ask
      );
    },
    ...(add && { post: add }),
    step: (segment) => {
      switch (segment.name) {
        case 'getbyid':
          if (byId(segment) === undefined) throw unknownUserId();
          return found(byId(segment));
        case 'getbyemail':
          return found(people().find(({ email }) => email.toLowerCase() === textArgument(segment, 'email').toLowerCase()));
        case 'getbyloginname':
          return found(byLoginName(segment));
        case 'removebyid':
          return removal(byId(segment));
        case 'removebyloginname':
          return removal(byLoginName(segment));
        default:
          return undefined;
      }
    }
  };
}

/** `siteusers('i:0#.f|membership|…')` or `users(@v)`: one person by login name, among those of the collection. */
export function usersSegment(segment: Segment, visit: Visit): Resource {
  const resource = siteUsersResource(visit);
  if (segment.positional === undefined) return resource;
  const principal = principalByLoginName(visit.database, visit.site.id, textArgument(segment, 'loginname'));
  if (principal === undefined || principal.kind === 'group') throw unknownUser();
  return userResource(principal, visit);
}

const groupBody = z.strictObject({
  Title: z.string().min(1).optional(),
  Description: z.string().optional(),
  AllowMembersEditMembership: z.boolean().optional(),
  AllowRequestToJoinLeave: z.boolean().optional(),
  AutoAcceptRequestToJoinLeave: z.boolean().optional(),
  OnlyAllowMembersViewMembership: z.boolean().optional(),
  RequestToJoinLeaveEmailSetting: z.string().optional()
});

function addGroup({ Title, ...settings }: z.infer<typeof groupBody> & { readonly Title: string }, visit: Visit): Answer {
  demand(webMask(visit), 'createGroups');
  if (principalByLoginName(visit.database, visit.site.id, Title)) throw duplicateGroup();
  const group = insertPrincipal(visit.database, {
    siteId: visit.site.id,
    kind: 'group',
    loginName: Title,
    title: Title,
    email: '',
    objectId: null,
    isSiteAdmin: false,
    settings: { ...definedValues(settings), OwnerTitle: visit.viewer.principal.title }
  });
  return createdAnswer(groupEntity(group, visit), groupsMetadata);
}

function removeGroup(group: Principal | undefined, visit: Visit): void {
  if (group === undefined) throw unknownGroup();
  demand(webMask(visit), 'managePermissions');
  deletePrincipal(visit.database, group);
}

function groupResource(group: Principal | undefined, visit: Visit): Resource {
  if (group === undefined) throw unknownGroup();
  const entity = groupEntity(group, visit);
  return {
    get: (ask) => {
      demand(webMask(visit), 'browseUserInfo');
      return entityAnswer(entity, groupsMetadata, ask);
    },
    merge: ({ body }) => {
      demand(webMask(visit), 'managePermissions');
      const { Title = group.title, ...settings } = parseBody(groupBody, body(), 'SP.Group');
      updatePrincipal(visit.database, {
        ...group,
        title: Title,
        loginName: Title,
        settings: { ...group.settings, ...definedValues(settings) }
      });
      return { kind: 'merged' };
    },
    step: (segment) => (segment.name === 'users' ? membersResource(group, segment, visit) : propertyOf(entity, segment))
  };
}

function membersResource(group: Principal, segment: Segment, visit: Visit): Resource {
  const members = (): Principal[] => {
    refuseHiddenMembers(group, visit);
    return groupMembers(visit.database, group);
  };
  if (segment.positional !== undefined) {
    const wanted = textArgument(segment, 'loginname').toLowerCase();
    const member = members().find(({ loginName }) => loginName.toLowerCase() === wanted);
    if (member === undefined) throw unknownUser();
    return userResource(member, visit);
  }
  return usersResource(visit, members, {
    add: ({ body }) => {
      demand(webMask(visit), 'managePermissions');
      const { LoginName } = parseBody(z.strictObject({ LoginName: z.string() }), body(), 'SP.User');
      const person = ensured(LoginName, visit);
      addMember(visit.database, group, person.id);
      return createdAnswer(userEntity(person, visit), users);
    },
    remove: (principal) => {
      demand(webMask(visit), 'managePermissions');
      removeMember(visit.database, group, principal.id);
    }
  });
}

/** Who is in a group only its members see, and those who manage permissions, unless the group says otherwise. */
function refuseHiddenMembers(group: Principal, visit: Visit): void {
  if (group.settings['OnlyAllowMembersViewMembership'] === false || visit.viewer.ids.includes(group.id)) return;
  demand(webMask(visit), 'managePermissions');
}
