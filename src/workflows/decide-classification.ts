// The objektägare decides a classification, or sends it back with a reason; the proposer is told (H45).
import { z } from 'zod';
import { assetHash, type Asset } from '../domain/asset';
import { classificationHash, type Classification } from '../domain/classification';
import { refused } from '../domain/outcome';
import type { Actor } from '../domain/person';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Page, type Request, type Told } from './context';

/** `contentHash` is what the decider saw; a decision about anything else is refused. */
export const DecideClassificationInput = z.strictObject({ reference: z.string().max(20), contentHash: z.string().length(64) });
export type DecideClassificationInput = Readonly<z.infer<typeof DecideClassificationInput>>;

export const ReturnClassificationInput = z.strictObject({ reference: z.string().max(20), reason: z.string().trim().min(1).max(1000) });
export type ReturnClassificationInput = Readonly<z.infer<typeof ReturnClassificationInput>>;

type Refusal = 'not-found' | 'not-allowed' | 'same-person' | 'wrong-state' | 'changed-meanwhile';

/** Two aggregates change, the classification first; if the second fails, the same command again completes it. */
export async function decideClassification(
  context: Context,
  request: Request<DecideClassificationInput>
): Promise<Answer<Classification, Refusal>> {
  const { command, actor, input } = request;
  const known = await alreadyDone(context, context.classifications, command);
  if (known !== undefined) return takeEffect(context, request, known);
  const page = await readMended(context, context.classifications, input.reference);
  const refusal = refusalOf(page?.state, actor);
  if (page === undefined || refusal !== undefined) return refused(refusal ?? 'not-found');
  const asset = await readMended(context, context.assets, page.state.asset);
  if (asset === undefined || !isWhatWasSeen(page.state, asset.state, input.contentHash)) return refused('changed-meanwhile');
  const state: Classification = { ...page.state, state: 'decided', decidedBy: actor.person, decidedAt: context.now() };
  const outcome = await commit(context, context.classifications, input.reference, page, {
    event: 'classification-decided',
    command,
    actor,
    from: 'submitted',
    to: 'decided',
    state
  });
  return outcome.ok ? takeEffect(context, request, outcome.state) : outcome;
}

export async function returnClassification(
  context: Context,
  request: Request<ReturnClassificationInput>
): Promise<Answer<Classification, Refusal>> {
  const { command, actor, input } = request;
  const known = await alreadyDone(context, context.classifications, command);
  if (known !== undefined) return toldProposer(known);
  const page = await readMended(context, context.classifications, input.reference);
  const refusal = refusalOf(page?.state, actor);
  if (page === undefined || refusal !== undefined) return refused(refusal ?? 'not-found');
  const outcome = await commit(context, context.classifications, input.reference, page, {
    event: 'classification-returned',
    command,
    actor,
    from: 'submitted',
    to: 'returned',
    reason: input.reason,
    state: { ...page.state, state: 'returned', returnReason: input.reason }
  });
  return outcome.ok ? toldProposer(outcome.state) : outcome;
}

function refusalOf(classification: Classification | undefined, actor: Actor): Refusal | undefined {
  if (classification === undefined) return 'not-found';
  if (classification.decider.id !== actor.person.id) return 'not-allowed';
  if (classification.proposer.id === actor.person.id) return 'same-person';
  return classification.state === 'submitted' ? undefined : 'wrong-state';
}

/** Both what the decider saw and the asset as it stands must be what the proposer submitted. */
function isWhatWasSeen(classification: Classification, asset: Asset, seen: string): boolean {
  const now = classificationHash({ ...classification, assetHash: assetHash(asset) });
  return seen === classification.contentHash && now === classification.contentHash;
}

/** An earlier decision is replaced, then the asset shows its class (domain.md 5.3: Gällande, Ersatt). Each step is skipped when it is already done. */
async function takeEffect(
  context: Context,
  { command, actor }: Request<unknown>,
  classification: Classification
): Promise<Answer<Classification, Refusal>> {
  const asset = await readMended(context, context.assets, classification.asset);
  if (asset === undefined || (await context.log.byCommand(`${command}/asset`)) !== undefined) return toldProposer(classification);
  const earlier = asset.state.classification;
  if (earlier !== undefined) await replace(context, { command, actor, input: earlier });
  const outcome = await commit(context, context.assets, asset.state.reference, asset, {
    event: 'asset-class-decided',
    command: `${command}/asset`,
    actor,
    from: asset.state.state,
    to: 'active',
    reason: classification.reference,
    state: withClass(asset, classification)
  });
  return outcome.ok ? toldProposer(classification) : takeEffect(context, { command, actor, input: undefined }, classification);
}

function withClass({ state: asset }: Page<Asset>, { profile, reference, decidedAt, assetHash: decidedHash }: Classification): Asset {
  return { ...asset, state: 'active', profile, classification: reference, decidedAt, decidedHash };
}

async function replace(context: Context, { command, actor, input: reference }: Request<string>): Promise<void> {
  const page = await readMended(context, context.classifications, reference);
  if (page?.state.state !== 'decided') return;
  const state: Classification = { ...page.state, state: 'replaced' };
  await commit(context, context.classifications, reference, page, {
    event: 'classification-replaced',
    command: `${command}/replaced`,
    actor,
    from: 'decided',
    to: 'replaced',
    state
  });
}

function toldProposer(classification: Classification): Told<Classification> {
  const { reference, assetName, proposer, returnReason } = classification;
  const to = proposer.id;
  return told(
    classification,
    returnReason === undefined
      ? [{ kind: 'classification-decided', to, reference, assetName }]
      : [{ kind: 'classification-returned', to, reference, assetName, reason: returnReason }]
  );
}
