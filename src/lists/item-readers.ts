// Who may read one row of a list that does not show all rows to all its readers.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import type { IItem } from '@pnp/sp/items';
import '@pnp/sp/security/item';
import '@pnp/sp/site-groups/web';
import { z } from 'zod';
import type { Person } from '../domain/person';
import { groupTitle, type Group } from '../schema/groups';
import type { ListDefinition } from '../schema/list';
import type { UserIds } from './people';
import { listOf } from './rows';

/** SharePoint's built-in role Read; its name is localised, its number is not (platform.md 5). */
export const readRole = 1073741826;

export interface Readers {
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
}

/**
 * Gives the row readers of its own and takes nobody's away. Inheritance is broken without copying, so that in between fewer see the row, never more.
 * Safe to repeat: what is there already is left as it is.
 */
export async function setReaders(sp: SPFI, list: ListDefinition, rowId: number, readers: Readers, ids: UserIds): Promise<void> {
  const item = listOf(sp, list).items.getById(rowId);
  const wanted = await principalIds(sp, readers, ids);
  const present = await presentReaders(item);
  if (present === 'inherited') await item.breakRoleInheritance(false, false);
  const missing = wanted.filter((id) => present === 'inherited' || !present.includes(id));
  for (const id of missing) await item.roleAssignments.add(id, readRole);
}

/** Somebody who has left the directory gets no permission, and needs none. */
async function principalIds(sp: SPFI, { groups, people }: Readers, ids: UserIds): Promise<number[]> {
  const [groupIds, personIds] = await Promise.all([Promise.all(groups.map((group) => groupId(sp, group))), Promise.all(people.map(ids))]);
  return [...new Set([...groupIds, ...personIds.filter((id) => id !== null)])];
}

async function groupId(sp: SPFI, group: Group): Promise<number> {
  return z.object({ Id: z.int() }).parse(await sp.web.siteGroups.getByName(groupTitle(group)).select('Id')()).Id;
}

async function presentReaders(item: IItem): Promise<readonly number[] | 'inherited'> {
  const { HasUniqueRoleAssignments } = z
    .object({ HasUniqueRoleAssignments: z.boolean() })
    .parse(await item.select('HasUniqueRoleAssignments')());
  if (!HasUniqueRoleAssignments) return 'inherited';
  const assignments = await item.roleAssignments.expand('RoleDefinitionBindings')();
  return Assignments.parse(assignments)
    .filter(({ RoleDefinitionBindings: bindings }) => bindings.some(({ Id }) => Id === readRole))
    .map(({ PrincipalId }) => PrincipalId);
}

const Assignments = z.array(z.object({ PrincipalId: z.int(), RoleDefinitionBindings: z.array(z.object({ Id: z.int() })) }));
