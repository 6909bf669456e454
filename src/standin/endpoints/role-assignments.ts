// `roleassignments`: who has which permission levels on a site, a list or an item; asked for by itself or with $expand.
import type { Entity } from '../http/answer';
import { badArgument, inheritsPermissions, unknownEntity } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand } from '../permissions/rights';
import { levelsOf } from '../permissions/levels';
import { limitedAccessRole } from '../permissions/roles';
import type { Securable } from '../permissions/securable';
import { effectiveScope } from '../permissions/securable';
import { principalById } from '../store/principals';
import { assign, assignmentsOf, unassign, unassignAll } from '../store/sites';
import { principalEntity } from './principals';
import type { Resource } from './resource';
import { actionResource, collectionAnswer, entityAnswer, numberArgument } from './resource';
import { roleEntity } from './role-definitions';
import type { Visit } from './visit';

/** What `$expand` reaches from every securable object. */
export function securableRelated(securable: () => Securable): NonNullable<Entity['related']> {
  return { RoleAssignments: () => assignmentEntities(securable()) };
}

export function roleAssignmentsResource(segment: Segment, securable: Securable): Resource {
  if (segment.positional !== undefined) return roleAssignmentResource(numberArgument(segment, 'principalid'), securable);
  return {
    get: (ask) => collectionAnswer(assignmentEntities(securable), 'SP.ApiData.RoleAssignments', ask),
    step: (next) => {
      switch (next.name) {
        case 'addroleassignment':
          return actionResource('AddRoleAssignment', () => addAssignment(next, securable));
        case 'removeroleassignment':
          return actionResource('RemoveRoleAssignment', () => removeAssignment(next, securable));
        case 'getbyprincipalid':
          return roleAssignmentResource(numberArgument(next, 'principalid'), securable);
        default:
          return undefined;
      }
    }
  };
}

function roleAssignmentResource(principalId: number, securable: Securable): Resource {
  const entity = (): Entity => {
    const found = assignmentEntities(securable).find(({ properties }) => properties['PrincipalId'] === principalId);
    if (found === undefined) throw unknownEntity(`Can not find the principal with id: ${principalId}.`);
    return found;
  };
  return {
    get: (ask) => entityAnswer(entity(), 'SP.ApiData.RoleAssignments', ask),
    remove: () => {
      entity();
      demand(securable.mask(), 'managePermissions');
      removePrincipal(principalId, securable);
      return { kind: 'deleted' };
    },
    step: ({ name }) => {
      const related = { member: 'Member', roledefinitionbindings: 'RoleDefinitionBindings' }[name];
      if (related === undefined) return undefined;
      return {
        get: (ask) => {
          const value = entity().related?.[related]?.() ?? null;
          return isMany(value)
            ? collectionAnswer(value, 'SP.ApiData.RoleDefinitions', ask)
            : entityAnswer(value ?? entity(), 'SP.ApiData.Principals', ask);
        }
      };
    }
  };
}

/** Who loses Limited Access loses what it opened the way to: everything below (second-hand). */
function removePrincipal(principalId: number, securable: Securable): void {
  const { database } = securable.visit;
  const scopeId = ownScope(securable);
  const limited = assignmentsOf(database, scopeId).some((one) => one.principalId === principalId && one.roleId === limitedAccessRole);
  unassignAll(database, scopeId, principalId);
  if (limited) for (const below of securable.scopesBelow?.() ?? []) unassignAll(database, below, principalId);
  else keepTheWay(principalId, securable);
}

/** Somebody with rights further down keeps Limited Access here. */
function keepTheWay(principalId: number, securable: Securable): void {
  const { database } = securable.visit;
  const scopeId = ownScope(securable);
  if (assignmentsOf(database, scopeId).some((one) => one.principalId === principalId)) return;
  const needed = (securable.scopesBelow?.() ?? []).some((below) =>
    assignmentsOf(database, below).some((one) => one.principalId === principalId)
  );
  if (needed) assign(database, scopeId, { principalId, roleId: limitedAccessRole });
}

function isMany(value: Entity | readonly Entity[] | null): value is readonly Entity[] {
  return Array.isArray(value);
}

/** One for each principal. Throws 403 for who may not enumerate permissions, which a reader may not. */
function assignmentEntities(securable: Securable): Entity[] {
  const { visit } = securable;
  demand(securable.mask(), 'enumeratePermissions');
  const rows = assignmentsOf(visit.database, effectiveScope(securable));
  return [...new Set(rows.map(({ principalId }) => principalId))].map((principalId) => ({
    type: 'SP.RoleAssignment',
    path: `${securable.path}/RoleAssignments/GetByPrincipalId(${principalId})`,
    properties: { PrincipalId: principalId },
    related: {
      Member: () => {
        const principal = principalById(visit.database, visit.site.id, principalId);
        return principal ? principalEntity(principal, visit) : null;
      },
      RoleDefinitionBindings: () =>
        levelsOf(visit.database, visit.site)
          .filter(({ id }) => rows.some((row) => row.principalId === principalId && row.roleId === id))
          .map(roleEntity)
    }
  }));
}

function addAssignment(segment: Segment, securable: Securable): void {
  const { visit } = securable;
  const assignment = assignmentArguments(segment, visit);
  demand(securable.mask(), 'managePermissions');
  if (assignment.roleId === limitedAccessRole) throw badArgument('You cannot grant a user the limited access permission level.');
  assign(visit.database, ownScope(securable), assignment);
  for (const scopeId of securable.scopeId === null ? [] : securable.parentScopes) openTheWay(visit, scopeId, assignment.principalId);
}

/** "Limited Access" up the tree, so that who may see an item can get there. */
function openTheWay({ database }: Visit, scopeId: number, principalId: number): void {
  if (assignmentsOf(database, scopeId).some((existing) => existing.principalId === principalId)) return;
  assign(database, scopeId, { principalId, roleId: limitedAccessRole });
}

function removeAssignment(segment: Segment, securable: Securable): void {
  const assignment = assignmentArguments(segment, securable.visit);
  demand(securable.mask(), 'managePermissions');
  unassign(securable.visit.database, ownScope(securable), assignment);
  keepTheWay(assignment.principalId, securable);
}

function assignmentArguments(
  { named, positional }: Segment,
  { database, site }: Visit
): { readonly principalId: number; readonly roleId: number } {
  const principalId = Number(named.get('principalid') ?? positional?.[0]);
  const roleId = Number(named.get('roledefid') ?? positional?.[1]);
  if (principalById(database, site.id, principalId) === undefined)
    throw unknownEntity(`Can not find the principal with id: ${principalId}.`);
  if (!levelsOf(database, site).some(({ id }) => id === roleId)) throw badArgument('Value does not fall within the expected range.');
  return { principalId, roleId };
}

function ownScope({ scopeId }: Securable): number {
  if (scopeId === null) throw inheritsPermissions();
  return scopeId;
}
