// What the record says of who decides in whose place: the lists say where to look, the log what is true.
import type { Asset } from '../domain/asset';
import { deputyBy, type Delegation } from '../domain/delegation';
import { rolesBarredFrom, type Act } from '../domain/permissions';
import type { Person } from '../domain/person';
import { readMended } from './commit';
import type { Context, SearchableRegister } from './context';
import type { RolesOf } from './held-roles';

/** What somebody proposed and somebody decides. */
interface Decided {
  readonly decider: Person;
  readonly proposer: Person;
}

/** An asset of which the person is objektägare; `undefined` when there is none. */
export async function ownedBy(context: Context, person: Person): Promise<Asset | undefined> {
  for (const asset of await inTruth(context, context.assets, person)) if (asset.objectOwner?.id === person.id) return asset;
  return undefined;
}

/** Those who may decide in the decider's place now; not whoever proposed it. */
export async function deputiesFor(context: Context, decided: Decided): Promise<readonly Person[]> {
  return (await standInsFor(context, decided)).map(({ deputy }) => deputy);
}

/** The delegations by which somebody may decide in the decider's place now, one for each; none of whoever proposed it. */
export async function standInsFor(context: Context, { decider, proposer }: Decided): Promise<readonly Delegation[]> {
  const delegations = await inTruth(context, context.delegations, decider);
  const inForce = delegations.filter((delegation) => deputyBy(delegation, decider, context.now()) !== undefined);
  const others = inForce.filter(({ deputy }) => deputy.id !== proposer.id);
  return others.filter(({ deputy }, index) => others.findIndex((other) => other.deputy.id === deputy.id) === index);
}

export async function readDelegation(context: Context, reference: string | undefined): Promise<Delegation | undefined> {
  return reference === undefined ? undefined : (await readMended(context, context.delegations, reference))?.state;
}

interface GivenTo {
  readonly act: Act;
  readonly decider: Person;
  readonly given: Delegation | undefined;
  readonly rolesOf: RolesOf;
}

/** Whom the delegation lets decide. It carries no more than its maker has: one who has come to the data protection since lets nobody (H57). */
export function deputyFor({ now }: Pick<Context, 'now'>, { act, decider, given, rolesOf }: GivenTo): Person | undefined {
  const barred = rolesBarredFrom(act);
  return rolesOf(decider).some((role) => barred.includes(role)) ? undefined : deputyBy(given, decider, now());
}

async function inTruth<S>({ log }: Context, register: SearchableRegister<S>, { id }: Person): Promise<readonly S[]> {
  const numbers = await register.numbersOf(id);
  const entries = await Promise.all(numbers.map((number) => log.latest(number)));
  return entries.flatMap((entry) => (entry === undefined ? [] : [register.parse(entry.state)]));
}
