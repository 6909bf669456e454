// Who acts: the person a token or an activity names, with the roles they hold now.
import { roles, type Actor } from '../domain/person';
import type { Directory } from '../workflows/context';

/**
 * The person and, when asked for, their roles, or `undefined` for somebody who is not in the directory or has been shut out of it. Throws when it could
 * not be read.
 */
export async function actorOf(directory: Directory, objectId: string, wish = { roles: true }): Promise<Actor | undefined> {
  const person = await directory.person(objectId);
  if (person === undefined || !wish.roles) return person && { person, roles: [] };
  const held = await Promise.all(
    roles.map(async (role) => ((await directory.membersOf(role)).some(({ id }) => id === person.id) ? [role] : []))
  );
  return { person, roles: held.flat() };
}
