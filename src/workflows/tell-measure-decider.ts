// Tells the förvaltningschef, and whoever decides in their place at the moment, that a measure waits: with what a card needs to decide by (H47).
import type { Measure } from '../domain/measure';
import type { MeasureToDecide, Notice } from '../domain/notice';
import type { Person } from '../domain/person';
import type { Context } from './context';
import { standInsFor } from './delegations';

/** Somebody who may decide on it, and what they decide by; nothing of a measure that nobody decides on. */
export interface MeasureDecider {
  readonly to: string;
  readonly toDecide?: MeasureToDecide;
}

/** One notice each. A deputy's carries the delegation by which they decide. */
export async function measureAwaited(context: Context, measure: Measure): Promise<readonly Notice[]> {
  const { reference, due } = measure;
  return (await decidersOf(context, measure)).map((told) => ({ kind: 'measure-moved', reference, step: 'proposed', due, ...told }));
}

export async function decidersOf(context: Context, measure: Measure): Promise<readonly MeasureDecider[]> {
  const { decider, addedBy: proposer } = measure;
  if (decider === undefined) return [];
  const standIns = await standInsFor(context, { decider, proposer });
  return [deciding(measure, decider), ...standIns.map(({ deputy, reference }) => deciding(measure, deputy, reference))];
}

function deciding(measure: Measure, { id: to }: Person, delegation?: string): MeasureDecider {
  const { assetName, requirement, what, cost, owner, addedBy, due: doneBy, decisions = [] } = measure;
  if (assetName === undefined || requirement === undefined || cost === undefined) return { to };
  const proposal = { assetName, requirement, what, cost, ownerName: owner.name, proposerName: addedBy.name, doneBy };
  return { to, toDecide: { ...proposal, decisions: decisions.length, ...(delegation !== undefined && { delegation }) } };
}
