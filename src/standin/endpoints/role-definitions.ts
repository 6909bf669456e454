// `roledefinitions`: the permission levels of a site collection, SharePoint's and its own.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { badArgument, descriptionTooLong, duplicateGroup, inheritsPermissions, unknownEntity } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { addLevel, changeLevel, deleteLevel, levelsOf } from '../permissions/levels';
import { demand, webMask } from '../permissions/rights';
import type { Role } from '../permissions/roles';
import { basePermissions, fullControlRole, maskOf } from '../permissions/roles';
import { parseBody } from './body';
import type { Ask, Resource } from './resource';
import { collectionAnswer, createdAnswer, entityAnswer, numberArgument, propertyOf, textArgument } from './resource';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.RoleDefinitions';

export function roleDefinitionsResource(segment: Segment, visit: Visit): Resource {
  const levels = (): Role[] => levelsOf(visit.database, visit.site);
  if (segment.positional !== undefined) return roleResource(withId(levels(), numberArgument(segment, 'id')), visit);
  return {
    get: (ask) => collectionAnswer(levels().map(roleEntity), metadata, ask),
    post: (ask) => addRole(ask, visit),
    step: (next) => {
      switch (next.name) {
        case 'getbyname':
          return roleResource(withName(levels(), textArgument(next, 'name')), visit);
        case 'getbytype':
          return roleResource(withKind(levels(), numberArgument(next, 'roletype')), visit);
        case 'getbyid':
          return roleResource(withId(levels(), numberArgument(next, 'id')), visit);
        default:
          return undefined;
      }
    }
  };
}

export function roleEntity(role: Role): Entity {
  return {
    type: 'SP.RoleDefinition',
    path: `Web/RoleDefinitions(${role.id})`,
    properties: {
      BasePermissions: basePermissions(role.mask),
      Description: role.description,
      Hidden: role.hidden,
      Id: role.id,
      Name: role.name,
      Order: role.order,
      RoleTypeKind: role.kind
    }
  };
}

function withId(levels: readonly Role[], wanted: number): Role | undefined {
  return levels.find(({ id }) => id === wanted);
}

function withName(levels: readonly Role[], wanted: string): Role | undefined {
  return levels.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}

function withKind(levels: readonly Role[], wanted: number): Role | undefined {
  return levels.find(({ kind }) => kind === wanted);
}

function roleResource(role: Role | undefined, visit: Visit): Resource {
  if (role === undefined) throw unknownEntity('The specified permission level does not exist.');
  return {
    get: (ask) => entityAnswer(roleEntity(role), metadata, ask),
    merge: (ask) => changeRole(role, visit, ask),
    remove: () => {
      demandOfRoot(visit);
      refuseFixed(role);
      deleteLevel(visit.database, visit.site, role);
      return { kind: 'deleted' };
    },
    step: (segment) => propertyOf(roleEntity(role), segment)
  };
}

const half = z
  .union([z.string().regex(/^\d{1,10}$/), z.int()])
  .transform(Number)
  .refine((value) => value >= 0 && value <= 0xffffffff);
const roleBody = z.strictObject({
  Name: z.string().min(1).optional(),
  Description: z.string().nullable().optional(),
  Order: z.int().optional(),
  BasePermissions: z.strictObject({ High: half, Low: half }).optional()
});

function addRole({ body }: Ask, visit: Visit): Answer {
  demandOfRoot(visit);
  const given = parseBody(roleBody.required({ Name: true }), body(), 'SP.RoleDefinition');
  refuseTaken(given.Name, undefined, visit);
  const role = addLevel(visit.database, visit.site, changed({ ...emptyLevel, name: given.Name }, given));
  return createdAnswer(roleEntity(role), metadata);
}

const emptyLevel: Omit<Role, 'id'> = { name: '', description: '', kind: 0, order: 0, hidden: false, mask: 0n };

function changeRole(role: Role, visit: Visit, { body }: Ask): Answer {
  demandOfRoot(visit);
  refuseFixed(role);
  const given = parseBody(roleBody, body(), 'SP.RoleDefinition');
  if (given.Name !== undefined) refuseTaken(given.Name, role.id, visit);
  changeLevel(visit.database, visit.site, { ...changed(role, given), id: role.id });
  return { kind: 'merged' };
}

function changed(role: Omit<Role, 'id'>, given: z.infer<typeof roleBody>): Omit<Role, 'id'> {
  if ((given.Description ?? '').length > 512) throw descriptionTooLong('The parameter Description cannot be bigger than 512 characters.');
  return {
    ...role,
    name: given.Name ?? role.name,
    description: given.Description ?? role.description,
    order: given.Order ?? role.order,
    mask: given.BasePermissions === undefined ? role.mask : maskOf(given.BasePermissions)
  };
}

/** A sub-site has its levels from the root, where they are changed (@pnp/sp's tests say so of SharePoint Online). */
function demandOfRoot(visit: Visit): void {
  demand(webMask(visit), 'managePermissions');
  if (visit.site.parentId !== null) throw inheritsPermissions();
}

/** Full control and the hidden levels are SharePoint's own; status and code are a guess. */
function refuseFixed({ id, hidden, name }: Role): void {
  if (id === fullControlRole || hidden) throw badArgument(`You cannot change or delete the permission level '${name}'.`);
}

function refuseTaken(name: string, id: number | undefined, visit: Visit): void {
  const same = withName(levelsOf(visit.database, visit.site), name);
  if (same && same.id !== id) throw duplicateGroup();
}
