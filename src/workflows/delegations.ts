// What the record says of who decides in whose place: the lists say where to look, the log what is true.
import type { Asset } from '../domain/asset';
import type { Classification } from '../domain/classification';
import { deputyBy, type Delegation } from '../domain/delegation';
import type { Person } from '../domain/person';
import type { Context, SearchableRegister } from './context';

/** An asset of which the person is objektägare; `undefined` when there is none. */
export async function ownedBy(context: Context, person: Person): Promise<Asset | undefined> {
  for (const asset of await inTruth(context, context.assets, person)) if (asset.objectOwner?.id === person.id) return asset;
  return undefined;
}

/** Those who may decide the classification in its decider's place now; not whoever proposed it. */
export async function deputiesFor(context: Context, classification: Classification): Promise<readonly Person[]> {
  return (await standInsFor(context, classification)).map(({ deputy }) => deputy);
}

/** The delegations by which somebody may decide the classification in its decider's place now, one for each; none of whoever proposed it. */
export async function standInsFor(context: Context, classification: Classification): Promise<readonly Delegation[]> {
  const delegations = await inTruth(context, context.delegations, classification.decider);
  const inForce = delegations.filter((delegation) => deputyBy(delegation, classification, context.now()) !== undefined);
  const others = inForce.filter(({ deputy }) => deputy.id !== classification.proposer.id);
  return others.filter(({ deputy }, index) => others.findIndex((other) => other.deputy.id === deputy.id) === index);
}

async function inTruth<S>({ log }: Context, register: SearchableRegister<S>, { id }: Person): Promise<readonly S[]> {
  const numbers = await register.numbersOf(id);
  const entries = await Promise.all(numbers.map((number) => log.latest(number)));
  return entries.flatMap((entry) => (entry === undefined ? [] : [register.parse(entry.state)]));
}
