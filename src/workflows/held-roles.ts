// Which roles people hold at this moment, as far as it matters for what is to be done.
import { rolesThatMatter, type Act } from '../domain/permissions';
import type { Actor, Person, Role } from '../domain/person';
import type { Directory } from './context';

type Groups = Pick<Directory, 'membersOf'>;

/** Those of the roles asked for that a person holds. */
export type RolesOf = (person: Pick<Person, 'id'>) => readonly Role[];

/** Asks once who holds each of `roles`. Throws when it could not be read. */
export async function holdersOf(directory: Groups, roles: readonly Role[]): Promise<RolesOf> {
  const groups = await Promise.all(roles.map(async (role) => ({ role, members: await directory.membersOf(role) })));
  return ({ id }) => groups.flatMap(({ role, members }) => (members.some((member) => member.id === id) ? [role] : []));
}

/** Who holds the roles that matter for the act: for workflows that ask for it together with the rest of what they need. */
export function rolesFor(directory: Groups, act: Act): Promise<RolesOf> {
  return holdersOf(directory, rolesThatMatter(act));
}

/** The actor with what was found out about their roles. */
export function withRoles({ person, roles }: Actor, rolesOf: RolesOf): Actor {
  return { person, roles: [...roles, ...rolesOf(person)] };
}
