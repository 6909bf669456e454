// What a site, a list and an item share: breaking inheritance and giving roles to people and groups.
import type { Entity } from '../http/answer';
import { SharePointError, badArgument, unknownEntity } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand } from '../permissions/rights';
import { fullControlRole, limitedAccessRole, roles } from '../permissions/roles';
import { principalById } from '../store/principals';
import { assign, assignmentsOf, dropScope, newScope, unassign, unassignAll } from '../store/sites';
import { principalEntity } from './principals';
import type { Resource } from './resource';
import { actionResource, collectionAnswer, entityAnswer, numberArgument } from './resource';
import { roleEntity } from './role-definitions';
import type { Visit } from './visit';

export interface Securable {
  readonly visit: Visit;
  readonly path: string;
  /** Its own set of role assignments; null: it inherits. */
  readonly scopeId: number | null;
  /** Sets of assignments above it, nearest first. */
  readonly parentScopes: readonly number[];
  readonly mask: () => bigint;
  readonly setScope: (scopeId: number | null) => void;
  /** Makes everything below inherit again (`clearSubscopes`). */
  readonly clearBelow: () => void;
}

/** The steps every securable object has; undefined for other names. */
export function securableStep(segment: Segment, securable: Securable): Resource | undefined {
  switch (segment.name) {
    case 'breakroleinheritance':
      return actionResource('BreakRoleInheritance', () => breakInheritance(segment, securable));
    case 'resetroleinheritance':
      return actionResource('ResetRoleInheritance', () => resetInheritance(securable));
    case 'roleassignments':
      return roleAssignmentsResource(segment, securable);
    default:
      return undefined;
  }
}

/** Without copying, the person who breaks the inheritance keeps full control; for an application nothing is left (a guess). */
function breakInheritance({ named }: Segment, securable: Securable): void {
  const { visit, parentScopes } = securable;
  demand(securable.mask(), 'managePermissions');
  if (named.get('clearsubscopes') === true) securable.clearBelow();
  if (securable.scopeId !== null) return;
  const inherited = named.get('copyroleassignments') === false ? [] : assignmentsOf(visit.database, parentScopes[0] ?? visit.site.scopeId);
  const scopeId = newScope(visit.database);
  for (const assignment of inherited.filter(({ roleId }) => roleId !== limitedAccessRole)) assign(visit.database, scopeId, assignment);
  if (named.get('copyroleassignments') === false && visit.viewer.principal.kind === 'user') {
    assign(visit.database, scopeId, { principalId: visit.viewer.principal.id, roleId: fullControlRole });
  }
  securable.setScope(scopeId);
}

function resetInheritance(securable: Securable): void {
  demand(securable.mask(), 'managePermissions');
  if (securable.scopeId === null || securable.parentScopes.length === 0) return;
  securable.setScope(null);
  dropScope(securable.visit.database, securable.scopeId);
}

function roleAssignmentsResource(segment: Segment, securable: Securable): Resource {
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
      unassignAll(securable.visit.database, ownScope(securable), principalId);
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

function isMany(value: Entity | readonly Entity[] | null): value is readonly Entity[] {
  return Array.isArray(value);
}

function assignmentEntities(securable: Securable): Entity[] {
  const { visit, scopeId, parentScopes } = securable;
  demand(securable.mask(), 'enumeratePermissions');
  const rows = assignmentsOf(visit.database, scopeId ?? parentScopes[0] ?? visit.site.scopeId);
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
        roles.filter(({ id }) => rows.some((row) => row.principalId === principalId && row.roleId === id)).map(roleEntity)
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
}

function assignmentArguments(
  { named, positional }: Segment,
  { database, site }: Visit
): { readonly principalId: number; readonly roleId: number } {
  const principalId = Number(named.get('principalid') ?? positional?.[0]);
  const roleId = Number(named.get('roledefid') ?? positional?.[1]);
  if (principalById(database, site.id, principalId) === undefined)
    throw unknownEntity(`Can not find the principal with id: ${principalId}.`);
  if (!roles.some(({ id }) => id === roleId)) throw badArgument('Value does not fall within the expected range.');
  return { principalId, roleId };
}

/** Status and code are a guess; the text is SharePoint's. */
function ownScope({ scopeId }: Securable): number {
  if (scopeId !== null) return scopeId;
  throw new SharePointError({
    status: 400,
    code: '-2146233079, System.InvalidOperationException',
    message: 'This operation is not allowed on an object that inherits permissions.'
  });
}
