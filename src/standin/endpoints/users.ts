// `siteusers`, `currentuser`, `ensureuser`, `getuserbyid`, and the members of a group: the people of a site collection.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { accessDenied, badArgument, invalidClientQuery, unknownLogonName, unknownUser, unknownUserId } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { allows, demand, webMask } from '../permissions/rights';
import { fullControl } from '../permissions/roles';
import { resolveLogonName, resolveName } from '../permissions/viewer';
import type { Principal } from '../store/principals';
import { principals, removeUser, updatePrincipal } from '../store/principals';
import { parseBody } from './body';
import { groupEntity, groupsOf, userEntity } from './principals';
import type { Ask, Resource } from './resource';
import { actionResource, collectionAnswer, createdAnswer, entityAnswer, numberArgument, propertyOf, textArgument } from './resource';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.Users';

export function currentUserResource(visit: Visit): Resource {
  return userResource(visit.viewer.principal, visit);
}

/** `ensureuser`, with `{ logonName }` in the body. */
export function ensureUserResource(visit: Visit): Resource {
  return {
    post: (ask) => {
      demand(webMask(visit), 'browseUserInfo');
      const { logonName } = parseBody(z.strictObject({ logonName: z.string() }), ask.body(), 'SP.Web');
      const principal = resolveName(logonName, visit.directory, visit);
      if (principal === undefined) throw unknownLogonName(logonName);
      return entityAnswer(userEntity(principal, visit), metadata, ask);
    }
  };
}

export function userByIdResource(id: number, visit: Visit): Resource {
  const principal = siteUsers(visit).find((user) => user.id === id);
  if (principal === undefined) throw unknownUserId();
  return userResource(principal, visit);
}

export function siteUserEntities(visit: Visit): Entity[] {
  demand(webMask(visit), 'browseUserInfo');
  return siteUsers(visit).map((user) => userEntity(user, visit));
}

export function siteUsersResource(visit: Visit, segment: Segment): Resource {
  return peopleResource(segment, visit, {
    people: () => siteUsers(visit),
    add: (loginName) => {
      demand(webMask(visit), 'managePermissions');
      const principal = resolveLogonName(loginName, visit.directory, visit);
      if (principal === undefined) throw unknownLogonName(loginName);
      return principal;
    },
    remove: (principal) => removeFromSite(principal, visit)
  });
}

interface People {
  readonly people: () => readonly Principal[];
  /** Gives who was added. */
  readonly add: (loginName: string) => Principal;
  readonly remove: (principal: Principal) => void;
}

/** A collection of people, by id, address and login name: those of the site, or the members of a group. */
export function peopleResource(segment: Segment, visit: Visit, { people, add, remove }: People): Resource {
  if (segment.positional !== undefined) return userResource(known(byLoginName(people(), textArgument(segment, 'loginname'))), visit);
  return {
    get: (ask) => {
      demand(webMask(visit), 'browseUserInfo');
      return collectionAnswer(
        people().map((person) => userEntity(person, visit)),
        metadata,
        ask
      );
    },
    post: (ask) => {
      const { LoginName } = parseBody(z.strictObject({ LoginName: z.string() }), ask.body(), 'SP.User');
      return createdAnswer(userEntity(add(LoginName), visit), metadata);
    },
    step: (next) => {
      switch (next.name) {
        case 'getbyid':
          return userResource(knownById(people(), numberArgument(next, 'id')), visit);
        case 'getbyemail':
          return userResource(known(byEmail(people(), textArgument(next, 'email'))), visit);
        case 'getbyloginname':
          return userResource(known(byLoginName(people(), textArgument(next, 'loginname'))), visit);
        case 'removebyid':
          return actionResource('RemoveById', () => remove(knownById(people(), numberArgument(next, 'id'))));
        case 'removebyloginname':
          return actionResource('RemoveByLoginName', () => remove(known(byLoginName(people(), textArgument(next, 'loginname')))));
        default:
          return undefined;
      }
    }
  };
}

function siteUsers({ database, site }: Visit): Principal[] {
  return principals(database, site.id).filter(({ kind, settings }) => kind !== 'group' && settings['removed'] !== true);
}

function byLoginName(people: readonly Principal[], wanted: string): Principal | undefined {
  return people.find(({ loginName }) => loginName.toLowerCase() === wanted.toLowerCase());
}

function byEmail(people: readonly Principal[], wanted: string): Principal | undefined {
  return people.find(({ email }) => email.toLowerCase() === wanted.toLowerCase());
}

function known(principal: Principal | undefined): Principal {
  if (principal === undefined) throw unknownUser();
  return principal;
}

function knownById(people: readonly Principal[], wanted: number): Principal {
  const principal = people.find(({ id }) => id === wanted);
  if (principal === undefined) throw unknownUserId();
  return principal;
}

function userResource(principal: Principal, visit: Visit): Resource {
  const entity = userEntity(principal, visit);
  return {
    get: (ask) => entityAnswer(entity, metadata, ask),
    merge: (ask) => changeUser(principal, visit, ask),
    remove: () => {
      removeFromSite(principal, visit);
      return { kind: 'deleted' };
    },
    step: (segment) => {
      if (segment.name !== 'groups') return propertyOf(entity, segment);
      return {
        get: (ask) =>
          collectionAnswer(
            groupsOf(principal, visit).map((group) => groupEntity(group, visit)),
            'SP.ApiData.Groups',
            ask
          )
      };
    }
  };
}

const userBody = z.object({ Title: z.string().min(1).optional(), Email: z.string().optional(), IsSiteAdmin: z.boolean().optional() });

/**
 * People may change their own name and address with "Edit Personal User Information", others' with "Manage Web"; who is an
 * administrator is for administrators to say. A body may carry the rest of the entity as it is (@pnp/sp's tests send it back whole).
 */
function changeUser(principal: Principal, visit: Visit, { body }: Ask): Answer {
  const own = principal.id === visit.viewer.principal.id;
  demand(webMask(visit), own && !allows(webMask(visit), 'manageWeb') ? 'editMyUserInfo' : 'manageWeb');
  refuseFixed(principal, visit, body());
  const { Title = principal.title, Email = principal.email, IsSiteAdmin = principal.isSiteAdmin } = parseBody(userBody, body(), 'SP.User');
  if (IsSiteAdmin !== principal.isSiteAdmin && visit.viewer.everywhere !== fullControl) throw accessDenied();
  updatePrincipal(visit.database, { ...principal, title: Title, email: Email, isSiteAdmin: IsSiteAdmin });
  return { kind: 'merged' };
}

/** Properties that are not there, and those that cannot be changed with another value than they have. */
function refuseFixed(principal: Principal, visit: Visit, body: Readonly<Record<string, unknown>>): void {
  const { properties } = userEntity(principal, visit);
  for (const [name, value] of Object.entries(body)) {
    if (name in userBody.shape) continue;
    const fixed = properties[name];
    if (fixed === undefined) throw invalidClientQuery(`The property '${name}' does not exist on type 'SP.User'.`);
    if (typeof fixed !== 'object' && fixed !== value) throw invalidClientQuery(`The property '${name}' of type 'SP.User' is read-only.`);
  }
}

/** SharePoint refuses to lose an administrator; status and code are a guess. */
function removeFromSite(principal: Principal, visit: Visit): void {
  demand(webMask(visit), 'managePermissions');
  if (principal.isSiteAdmin) throw badArgument('You cannot delete the owners of a Web site collection.');
  removeUser(visit.database, principal);
}
