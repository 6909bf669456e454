// The owner roles of an asset, looked up as people (H22): a name nobody bears is refused, not guessed.
import { ownerRoles, type Asset, type OwnerRole } from '../domain/asset';
import { done, refused, type Outcome } from '../domain/outcome';
import type { Directory } from './context';

type Owners = Partial<Pick<Asset, OwnerRole>>;

/** Reads the user principal names given for each role. A role without a name stays vacant. */
export async function ownersFrom(
  directory: Pick<Directory, 'person'>,
  names: Partial<Readonly<Record<OwnerRole, string | undefined>>>
): Promise<Outcome<Owners, 'unknown-person'>> {
  const given = ownerRoles.flatMap((role) => (names[role] ? [{ role, upn: names[role] }] : []));
  const found = await Promise.all(given.map(async ({ role, upn }) => ({ role, person: await directory.person(upn) })));
  if (found.some(({ person }) => person === undefined)) return refused('unknown-person');
  return done(Object.fromEntries(found.map(({ role, person }) => [role, person])) as Owners);
}
