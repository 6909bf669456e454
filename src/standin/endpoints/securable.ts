// What every securable object can be asked to do: break its inheritance, take it back, and say who may what.
import type { Value } from '../http/answer';
import { unknownUser } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand, maskAt } from '../permissions/rights';
import { basePermissions, fullControlRole, limitedAccessRole } from '../permissions/roles';
import type { Securable } from '../permissions/securable';
import { effectiveScope } from '../permissions/securable';
import { otherViewer } from '../permissions/viewer';
import { assign, assignmentsOf, dropScope, newScope } from '../store/sites';
import type { Resource } from './resource';
import { actionResource, propertyResource, textArgument } from './resource';
import { roleAssignmentsResource } from './role-assignments';

/** The steps every securable object has; undefined for other names. */
export function securableStep(segment: Segment, securable: Securable): Resource | undefined {
  switch (segment.name) {
    case 'breakroleinheritance':
      return actionResource('BreakRoleInheritance', () => breakInheritance(segment, securable));
    case 'resetroleinheritance':
      return actionResource('ResetRoleInheritance', () => resetInheritance(securable));
    case 'roleassignments':
      return roleAssignmentsResource(segment, securable);
    case 'getusereffectivepermissions':
      return propertyResource('GetUserEffectivePermissions', () => permissionsOf(textArgument(segment, 'username'), securable));
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

/** What somebody else may here. The refusals are a guess, but for its code. */
function permissionsOf(loginName: string, securable: Securable): Value {
  const { visit } = securable;
  demand(securable.mask(), 'enumeratePermissions');
  const viewer = otherViewer(loginName, visit.directory, visit);
  if (viewer === undefined) throw unknownUser();
  return basePermissions(maskAt({ ...visit, viewer }, effectiveScope(securable)));
}

function resetInheritance(securable: Securable): void {
  demand(securable.mask(), 'managePermissions');
  if (securable.scopeId === null || securable.parentScopes.length === 0) return;
  securable.setScope(null);
  dropScope(securable.visit.database, securable.scopeId);
}
