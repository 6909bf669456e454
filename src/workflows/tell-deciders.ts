// Tells the objektägare, and whoever decides in their place at the moment, that a classification waits: with what a card needs to decide by (H45).
import type { Classification } from '../domain/classification';
import { isUnchanged } from '../domain/classification-change';
import type { Notice } from '../domain/notice';
import type { Person } from '../domain/person';
import { readMended } from './commit';
import type { Context } from './context';
import { standInsFor } from './delegations';

type Awaited = Extract<Notice, { readonly kind: 'classification-submitted' }>;

/** One notice each. A deputy's carries the delegation by which they decide. */
export async function decisionAwaited(context: Context, classification: Classification): Promise<readonly Notice[]> {
  const [standIns, previous] = await Promise.all([standInsFor(context, classification), decidedLast(context, classification)]);
  const { reference, assetName, asset, profile, contentHash, proposer } = classification;
  const noticeTo = ({ id: to }: Person, delegation?: string): Awaited => ({
    kind: 'classification-submitted',
    to,
    reference,
    assetName,
    proposerName: proposer.name,
    toDecide: { asset, contentHash, profile, ...(delegation !== undefined && { delegation }), ...(previous && { previous }) }
  });
  return [noticeTo(classification.decider), ...standIns.map(({ deputy, reference: number }) => noticeTo(deputy, number))];
}

async function decidedLast(context: Context, classification: Classification): Promise<NonNullable<Awaited['toDecide']>['previous']> {
  const asset = await readMended(context, context.assets, classification.asset);
  const number = asset?.state.classification;
  const before = number === undefined ? undefined : await readMended(context, context.classifications, number);
  if (before === undefined) return undefined;
  const { reference, profile } = before.state;
  return { reference, profile, isSame: isUnchanged(classification, before.state) };
}
