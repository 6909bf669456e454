// Which roles a person holds at this moment, as far as it matters for what is to be done.
import { rolesThatMatter, type Act } from '../domain/permissions';
import type { Actor, Person, Role } from '../domain/person';
import type { Directory } from './context';

type Groups = Pick<Directory, 'membersOf'>;

/** Those of `roles` that the person holds, in that order. Throws when it could not be read. */
export async function rolesHeld(directory: Groups, { id }: Pick<Person, 'id'>, roles: readonly Role[]): Promise<readonly Role[]> {
  const held = await Promise.all(
    roles.map(async (role) => ((await directory.membersOf(role)).some((member) => member.id === id) ? [role] : []))
  );
  return held.flat();
}

/** The actor with every role that matters for the act: for workflows that ask for it together with the rest of what they need. */
export async function withRoles(directory: Groups, { person, roles }: Actor, act: Act): Promise<Actor> {
  return { person, roles: [...roles, ...(await rolesHeld(directory, person, rolesThatMatter(act)))] };
}
