// A requirement that an asset does not meet becomes a proposed measure, with owner, days and cost; the head of the asset's förvaltning is told to decide (H33, H47).
import { z } from 'zod';
import type { Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import { measureLimits, momentsOf, proposed, shownMeasure, type Measure } from '../domain/measure';
import { refused } from '../domain/outcome';
import { refusalTo, rolesBarredFrom } from '../domain/permissions';
import { isUpn, type Person } from '../domain/person';
import { partiesOf, standingsOf } from '../domain/requirement-answers';
import type { RequirementCatalogue } from '../domain/requirements';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, commitNew, newNumber, readMended } from './commit';
import { told, type Answer, type Context, type Directory, type Request, type Told } from './context';
import { headOfDepartment } from './department-head';
import { holdersOf } from './held-roles';
import { upn } from './owners';
import { recordsOf } from './requirement-answers';
import { measureAwaited } from './tell-measure-decider';

/** `requirement`: its code. `cost` in whole kronor. `owner` is a user principal name, looked up. Days are of the Swedish calendar. */
export const ProposeMeasureInput = z.strictObject({
  asset: numberIn('T'),
  requirement: z.string().max(20),
  what: writtenVisibly(measureLimits.what).transform((text) => text.replaceAll('\n', ' ')),
  cost: z.int().min(0).max(1_000_000_000),
  owner: upn.min(1),
  due: z.iso.date(),
  check: z.iso.date()
});
export type ProposeMeasureInput = Readonly<z.infer<typeof ProposeMeasureInput>>;

type Refusal = 'not-found' | 'not-allowed' | 'no-such-gap' | 'unknown-person' | 'wrong-measure-days' | 'no-decider';

export async function proposeMeasure(
  context: Context,
  catalogue: RequirementCatalogue,
  { command, actor, input }: Request<ProposeMeasureInput>
): Promise<Answer<Measure, Refusal>> {
  const { requirement, what, cost } = input;
  const [known, asset, number, records, owner] = await Promise.all([
    alreadyDone(context, context.measures, command),
    readMended(context, context.assets, input.asset),
    newNumber(context, 'M'),
    recordsOf(context, input.asset),
    isUpn(input.owner) ? context.directory.person(input.owner) : undefined
  ]);
  if (known !== undefined) return toldDeciders(context, known);
  if (asset === undefined) return refused('not-found');
  const refusal = refusalTo('propose-measure', facingAsset(actor, asset.state));
  if (refusal !== undefined) return refused(refusal);
  const standings = standingsOf(partiesOf(catalogue, asset.state, records));
  const gap = [...standings].find(([{ code }]) => code === requirement)?.[1];
  if (gap !== 'partly' && gap !== 'no') return refused('no-such-gap');
  if (owner === undefined) return refused('unknown-person');
  const moments = momentsOf(input, context.now());
  if (moments === undefined) return refused('wrong-measure-days');
  const decider = await deciderOf(context.directory, asset.state, actor.person);
  if (decider === undefined) return refused('no-decider');
  const about = { asset: input.asset, assetName: asset.state.name, requirement, what, cost, owner, decider, ...moments };
  const measure = await commitNew(context, context.measures, number, (reference) => ({
    event: 'measure-proposed',
    command,
    actor,
    from: '',
    to: 'proposed',
    reason: what,
    state: proposed({ reference, ...about }, { by: actor.person, at: context.now() })
  }));
  return toldDeciders(context, measure);
}

async function toldDeciders(context: Context, measure: Measure): Promise<Told<Measure>> {
  return told(shownMeasure(measure), await measureAwaited(context, measure));
}

/**
 * The head of the förvaltning that the asset's unit belongs to; where none is known or they propose it themselves, whoever is above in the line of the
 * objektägare. Never the proposer (domain.md 5.3), and nobody who must be independent (H57).
 */
async function deciderOf(directory: Directory, { unit, objectOwner }: Asset, proposer: Person): Promise<Person | undefined> {
  const [head, manager, barred] = await Promise.all([
    directory.unit(unit).then((own) => headOfDepartment(own, directory)),
    objectOwner && directory.nearestManager(objectOwner),
    holdersOf(directory, rolesBarredFrom('decide-measure'))
  ]);
  const above = head?.id === proposer.id ? await directory.nearestManager(head) : undefined;
  return [head, manager, above].find((person) => person !== undefined && person.id !== proposer.id && barred(person).length === 0);
}
