// `roledefinitions`: the standard permission levels of a site.
import type { Entity } from '../http/answer';
import { unknownEntity } from '../http/errors';
import type { Role } from '../permissions/roles';
import { basePermissions, roles } from '../permissions/roles';
import type { Resource } from './resource';
import { collectionAnswer, entityAnswer, numberArgument, textArgument } from './resource';

const metadata = 'SP.ApiData.RoleDefinitions';

export function roleDefinitionsResource(): Resource {
  return {
    get: (ask) => collectionAnswer(roles.map(roleEntity), metadata, ask),
    step: (segment) => {
      switch (segment.name) {
        case 'getbyname':
          return roleResource(roles.find(({ name }) => name.toLowerCase() === textArgument(segment, 'name').toLowerCase()));
        case 'getbytype':
          return roleResource(roles.find(({ kind }) => kind === numberArgument(segment, 'roletype')));
        case 'getbyid':
        case 'roledefinitions':
          return roleResource(roles.find(({ id }) => id === numberArgument(segment, 'id')));
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

function roleResource(role: Role | undefined): Resource {
  if (role === undefined) throw unknownEntity('The specified permission level does not exist.');
  return { get: (ask) => entityAnswer(roleEntity(role), metadata, ask) };
}
