// The owner roles of an asset, looked up as people (H22): a name nobody bears is refused, not guessed, and so is one who may never decide (H57).
import { z } from 'zod';
import { ownerRoles, type Asset, type OwnerRole } from '../domain/asset';
import { done, refused, type Outcome } from '../domain/outcome';
import { rolesBarredFrom } from '../domain/permissions';
import type { Person } from '../domain/person';
import { isUpn } from '../domain/person';
import type { Directory } from './context';
import { holdersOf } from './held-roles';

/** A user principal name as people give it, to be looked up. */
export const upn = z.string().trim().toLowerCase().max(255);

type Owners = Partial<Pick<Asset, OwnerRole>>;

/** Reads the user principal names given for each role. A role without a name stays vacant. */
export async function ownersFrom(
  directory: Pick<Directory, 'person' | 'membersOf'>,
  names: Partial<Readonly<Record<OwnerRole, string | undefined>>>
): Promise<Outcome<Owners, 'unknown-person' | 'data-protection-named'>> {
  const given = ownerRoles.flatMap((role) => (names[role] ? [{ role, upn: names[role] }] : []));
  if (given.some(({ upn }) => !isUpn(upn))) return refused('unknown-person');
  const found = await Promise.all(given.map(async ({ role, upn }) => ({ role, person: await directory.person(upn) })));
  if (found.some(({ person }) => person === undefined)) return refused('unknown-person');
  const owners = Object.fromEntries(found.map(({ role, person }) => [role, person])) as Owners;
  const mayDecide = owners.objectOwner === undefined || (await mayBeNamedDecider(directory, owners.objectOwner));
  return mayDecide ? done(owners) : refused('data-protection-named');
}

/** The people by these user principal names, each once. */
export async function peopleFrom(
  directory: Pick<Directory, 'person'>,
  names: readonly string[]
): Promise<Outcome<readonly Person[], 'unknown-person'>> {
  const asked = [...new Set(names)];
  if (!asked.every(isUpn)) return refused('unknown-person');
  const found = await Promise.all(asked.map((name) => directory.person(name)));
  const people = found.filter((person) => person !== undefined);
  return people.length === asked.length ? done(people) : refused('unknown-person');
}

/** Nobody is named to decide whom the table would never let decide. */
async function mayBeNamedDecider(directory: Pick<Directory, 'membersOf'>, person: Person): Promise<boolean> {
  const barred = await holdersOf(directory, rolesBarredFrom('decide-classification'));
  return barred(person).length === 0;
}
