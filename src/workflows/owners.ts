// The owner roles of an asset, looked up as people (H22): a name nobody bears is refused, not guessed, and so is one who may never decide (H57).
import { ownerRoles, type Asset, type OwnerRole } from '../domain/asset';
import { done, refused, type Outcome } from '../domain/outcome';
import { rolesBarredFrom } from '../domain/permissions';
import type { Person } from '../domain/person';
import type { Directory } from './context';
import { rolesHeld } from './held-roles';

type Owners = Partial<Pick<Asset, OwnerRole>>;

/** Reads the user principal names given for each role. A role without a name stays vacant. */
export async function ownersFrom(
  directory: Pick<Directory, 'person' | 'membersOf'>,
  names: Partial<Readonly<Record<OwnerRole, string | undefined>>>
): Promise<Outcome<Owners, 'unknown-person' | 'data-protection-named'>> {
  const given = ownerRoles.flatMap((role) => (names[role] ? [{ role, upn: names[role] }] : []));
  const found = await Promise.all(given.map(async ({ role, upn }) => ({ role, person: await directory.person(upn) })));
  if (found.some(({ person }) => person === undefined)) return refused('unknown-person');
  const owners = Object.fromEntries(found.map(({ role, person }) => [role, person])) as Owners;
  const mayDecide = owners.objectOwner === undefined || (await mayBeNamedDecider(directory, owners.objectOwner));
  return mayDecide ? done(owners) : refused('data-protection-named');
}

/** Nobody is named to decide whom the table would never let decide. */
async function mayBeNamedDecider(directory: Pick<Directory, 'membersOf'>, person: Person): Promise<boolean> {
  return (await rolesHeld(directory, person, rolesBarredFrom('decide-classification'))).length === 0;
}
