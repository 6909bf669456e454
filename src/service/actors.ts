// Who acts: the person a token or an activity names, with the roles they hold now.
import { roles as everyRole, type Actor, type Role } from '../domain/person';
import type { Directory } from '../workflows/context';
import { holdersOf } from '../workflows/held-roles';

/**
 * The person and those of `roles` that they hold, or `undefined` for somebody who is not in the directory or has been shut out of it. Throws when it
 * could not be read.
 */
export async function actorOf(directory: Directory, objectId: string, roles: readonly Role[] = everyRole): Promise<Actor | undefined> {
  const person = await directory.person(objectId);
  return person && { person, roles: (await holdersOf(directory, roles))(person) };
}
