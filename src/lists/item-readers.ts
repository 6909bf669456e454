// Who may read one row of a list that does not show all rows to all its readers.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import type { IItem, IItems } from '@pnp/sp/items';
import '@pnp/sp/security/item';
import '@pnp/sp/site-groups/web';
import { z } from 'zod';
import type { Person } from '../domain/person';
import { groupTitle, type Group } from '../schema/groups';
import type { UserIds } from './people';

/** SharePoint's built-in role Read; its name is localised, its number is not (platform.md 5). */
export const readRole = 1073741826;

/** As `readRole`, for those who write rows themselves. */
export const contributeRole = 1073741827;

interface Principled {
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
}

/** `left`: those who may have been let in before and are not to read it any more. Nobody else is ever let out: others were let in by hand, or by SharePoint. */
export interface Readers extends Principled {
  readonly left: Principled;
}

/** The site's numbers of those who may read a row; `as-list` when it has no readers of its own. */
export type PresentReaders = readonly number[] | 'as-list';

/** The site's numbers of the groups and people. Somebody who has left the directory gets no permission, and needs none. */
export type Principals = (readers: Principled) => Promise<readonly number[]>;

/** Asks the site for each group's number once; a failure is not remembered. */
export function sitePrincipals(sp: SPFI, ids: UserIds): Principals {
  const known = new Map<Group, number>();
  const groupId = async (group: Group): Promise<number> => {
    const id = known.get(group) ?? GroupRow.parse(await sp.web.siteGroups.getByName(groupTitle(group)).select('Id')()).Id;
    known.set(group, id);
    return id;
  };
  return async ({ groups, people }) => {
    const [groupIds, personIds] = await Promise.all([Promise.all(groups.map(groupId)), Promise.all(people.map(ids))]);
    return [...new Set([...groupIds, ...personIds.filter((id) => id !== null)])];
  };
}

/** The query with what tells who may read each row. */
export function withReaders(items: IItems, columns: readonly string[]): IItems {
  return items.select(...columns, 'HasUniqueRoleAssignments', 'RoleAssignments/PrincipalId').expand('RoleAssignments');
}

/** Who may read a row that was read `withReaders`. */
export function presentReaders(row: Readonly<Record<string, unknown>>): PresentReaders {
  const { HasUniqueRoleAssignments: hasOwn, RoleAssignments: assignments } = ReadersRow.parse(row);
  return hasOwn ? assignments.map(({ PrincipalId }) => PrincipalId) : 'as-list';
}

/**
 * Lets in those who are missing. Inheritance is broken without copying, and first: in between fewer see the row, never
 * more. Those whom SharePoint would not let in together with that are let in after it, so that all are there when this resolves.
 */
export async function letIn(item: IItem, present: PresentReaders, missing: readonly number[]): Promise<true> {
  // All are waited for together: a refusal that nobody waits for yet, while another part is tried again, would end the process.
  const [breaking, ...adding] = await Promise.allSettled([
    present === 'as-list' ? item.breakRoleInheritance(false, false) : undefined,
    ...missing.map((id) => item.roleAssignments.add(id, readRole))
  ]);
  if (breaking.status === 'rejected') throw breaking.reason;
  for (const id of missing.filter((_, index) => adding[index]?.status === 'rejected')) await item.roleAssignments.add(id, readRole);
  return true;
}

/** Takes the right to read from those who have left. Repeating it does no harm. */
export async function letOut(item: IItem, leaving: readonly number[]): Promise<true> {
  for (const id of leaving) await item.roleAssignments.remove(id, readRole);
  return true;
}

const GroupRow = z.object({ Id: z.int() });
const ReadersRow = z.object({ HasUniqueRoleAssignments: z.boolean(), RoleAssignments: z.array(z.object({ PrincipalId: z.int() })) });
