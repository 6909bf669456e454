// `sitegroups`: the groups of a site collection, their settings, owners and members, and the three that belong to a site.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { accessDenied, descriptionTooLong, duplicateGroup, unknownGroup, unknownMember, unknownUserId } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import type { AssociatedGroup } from '../permissions/associated-groups';
import { associatedGroup, makeAssociatedGroups } from '../permissions/associated-groups';
import { mayEditMembership, mayManageGroup, ownerOf } from '../permissions/group-rights';
import { demand, webMask } from '../permissions/rights';
import { resolveLogonName } from '../permissions/viewer';
import type { Principal } from '../store/principals';
import {
  addMember,
  deletePrincipal,
  insertPrincipal,
  ownerSetting,
  principalById,
  principalByLoginName,
  principals,
  removeMember,
  updatePrincipal
} from '../store/principals';
import { parseBody } from './body';
import { byTitle, groupEntity, membersOf, principalEntity } from './principals';
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
import { peopleResource } from './users';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.Groups';

export function siteGroupsResource(visit: Visit, segment: Segment): Resource {
  if (segment.positional !== undefined) return groupResource(byId(numberArgument(segment, 'id'), visit), visit);
  return {
    get: (ask) => collectionAnswer(siteGroupEntities(visit), metadata, ask),
    post: (ask) => addGroup(ask, visit),
    step: (next) => groupsStep(next, visit)
  };
}

export function siteGroupEntities(visit: Visit): Entity[] {
  demand(webMask(visit), 'browseUserInfo');
  return groups(visit).map((group) => groupEntity(group, visit));
}

/** `associatedownergroup` and its like; 404 when the site has none. */
export function associatedGroupResource(kind: AssociatedGroup, visit: Visit): Resource {
  return groupResource(known(associatedGroup(visit.database, visit.site, kind)), visit);
}

/** `createDefaultAssociatedGroups(userLogin, userLogin2, groupNameSeed)`: three groups with their levels, the people named as owners. */
export function createAssociatedGroupsResource({ named }: Segment, visit: Visit): Resource {
  return actionResource('CreateDefaultAssociatedGroups', () => {
    demand(webMask(visit), 'managePermissions');
    const owners = [named.get('userlogin'), named.get('userlogin2')].filter((name) => typeof name === 'string' && name !== '').map(String);
    const people = owners.map((name) => member(name, visit));
    const group = makeAssociatedGroups(visit.database, visit.site, String(named.get('groupnameseed') ?? '') || visit.site.title);
    for (const person of people) addMember(visit.database, group, person.id);
  });
}

function groupsStep(segment: Segment, visit: Visit): Resource | undefined {
  switch (segment.name) {
    case 'getbyid':
      return groupResource(byId(numberArgument(segment, 'id'), visit), visit);
    case 'getbyname':
      return groupResource(byName(textArgument(segment, 'name'), visit), visit);
    case 'removebyid':
      return actionResource('RemoveById', () => removeGroup(byId(numberArgument(segment, 'id'), visit), visit));
    case 'removebyloginname':
      return actionResource('RemoveByLoginName', () => removeGroup(byName(textArgument(segment, 'loginname'), visit), visit));
    default:
      return undefined;
  }
}

function groups({ database, site }: Visit): Principal[] {
  return byTitle(principals(database, site.id).filter(({ kind }) => kind === 'group'));
}

function byId(wanted: number, visit: Visit): Principal {
  return known(groups(visit).find(({ id }) => id === wanted));
}

function byName(wanted: string, visit: Visit): Principal {
  return known(groups(visit).find(({ title }) => title.toLowerCase() === wanted.toLowerCase()));
}

function known(group: Principal | undefined): Principal {
  if (group === undefined) throw unknownGroup();
  return group;
}

const groupBody = z.strictObject({
  Title: z.string().min(1).optional(),
  Description: z.string().nullable().optional(),
  AllowMembersEditMembership: z.boolean().optional(),
  AllowRequestToJoinLeave: z.boolean().optional(),
  AutoAcceptRequestToJoinLeave: z.boolean().optional(),
  OnlyAllowMembersViewMembership: z.boolean().optional(),
  RequestToJoinLeaveEmailSetting: z.string().nullable().optional()
});
const newGroupBody = groupBody.extend({ Title: z.string().min(1) });

/** Whoever makes a group owns it. */
function addGroup({ body }: Ask, visit: Visit): Answer {
  demand(webMask(visit), 'createGroups');
  const { Title, ...settings } = parseBody(newGroupBody, body(), 'SP.Group');
  refuseLongDescription(settings.Description);
  if (principalByLoginName(visit.database, visit.site.id, Title)) throw duplicateGroup();
  const group = insertPrincipal(visit.database, {
    siteId: visit.site.collectionId,
    kind: 'group',
    loginName: Title,
    title: Title,
    email: '',
    objectId: null,
    isSiteAdmin: false,
    settings: { ...definedValues(settings), [ownerSetting]: visit.viewer.principal.id }
  });
  return createdAnswer(groupEntity(group, visit), metadata);
}

function removeGroup(group: Principal, visit: Visit): void {
  demandManager(group, visit);
  deletePrincipal(visit.database, group);
}

function groupResource(group: Principal, visit: Visit): Resource {
  const entity = groupEntity(group, visit);
  return {
    get: (ask) => {
      demand(webMask(visit), 'browseUserInfo');
      return entityAnswer(entity, metadata, ask);
    },
    merge: (ask) => changeGroup(group, visit, ask),
    remove: () => {
      removeGroup(group, visit);
      return { kind: 'deleted' };
    },
    step: (segment) => {
      switch (segment.name) {
        case 'users':
          return membersResource(group, segment, visit);
        case 'owner':
          return { get: (ask) => entityAnswer(principalEntity(ownerOf(group, visit) ?? group, visit), 'SP.ApiData.Principals', ask) };
        case 'setuserasowner':
          return actionResource('SetUserAsOwner', () => setOwner(group, numberArgument(segment, 'ownerid'), visit));
        default:
          return propertyOf(entity, segment);
      }
    }
  };
}

function changeGroup(group: Principal, visit: Visit, { body }: Ask): Answer {
  demandManager(group, visit);
  const { Title = group.title, ...settings } = parseBody(groupBody, body(), 'SP.Group');
  refuseLongDescription(settings.Description);
  const same = principalByLoginName(visit.database, visit.site.id, Title);
  if (same && same.id !== group.id) throw duplicateGroup();
  updatePrincipal(visit.database, {
    ...group,
    title: Title,
    loginName: Title,
    settings: { ...group.settings, ...definedValues(settings) }
  });
  return { kind: 'merged' };
}

function setOwner(group: Principal, id: number, visit: Visit): void {
  demandManager(group, visit);
  if (principalById(visit.database, visit.site.id, id) === undefined) throw unknownUserId();
  updatePrincipal(visit.database, { ...group, settings: { ...group.settings, [ownerSetting]: id } });
}

function membersResource(group: Principal, segment: Segment, visit: Visit): Resource {
  return peopleResource(segment, visit, {
    people: () => membersOf(group, visit),
    add: (loginName) => {
      if (!mayEditMembership(group, visit)) throw accessDenied();
      const person = member(loginName, visit);
      addMember(visit.database, group, person.id);
      return person;
    },
    remove: (person) => {
      if (!mayEditMembership(group, visit)) throw accessDenied();
      removeMember(visit.database, group, person.id);
    }
  });
}

function member(loginName: string, visit: Visit): Principal {
  const person = resolveLogonName(loginName, visit.directory, visit);
  if (person === undefined) throw unknownMember();
  return person;
}

function demandManager(group: Principal, visit: Visit): void {
  if (!mayManageGroup(group, visit)) throw accessDenied();
}

/** 512 characters [recorded from SharePoint Online in a public repository]. */
function refuseLongDescription(description: string | null | undefined): void {
  if ((description ?? '').length > 512) throw descriptionTooLong('The parameter Description cannot be null or bigger than 512 characters.');
}
