// The objektägare decides a classification, or sends it back with a reason; the proposer is told, the head of the förvaltning where it is serious, and those whom a raised class asks more of (H45).
import { z } from 'zod';
import { assetHash, type Asset } from '../domain/asset';
import { facingClassification } from '../domain/capacities';
import { classificationHash, type Classification } from '../domain/classification';
import type { Delegation } from '../domain/delegation';
import type { LogEntry } from '../domain/log';
import type { Notice } from '../domain/notice';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import type { Actor } from '../domain/person';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, carryThrough, commit, overtakenBy, readMended, record, type Standing } from './commit';
import { told, type Answer, type Context, type Request, type Told } from './context';
import { deputyFor, readDelegation } from './delegations';
import { rolesFor, withRoles } from './held-roles';
import { departmentHeadTold } from './tell-department-head';
import { newRequirementsTold } from './tell-new-requirements';

/** The number of the delegation by which somebody decides in the objektägare's place; absent when they are it themselves. */
const delegation = numberIn('D').optional();

/** `asset` and `contentHash` are what the decider saw; a decision about anything else is refused. */
export const DecideClassificationInput = z.strictObject({
  reference: numberIn('K'),
  asset: numberIn('T'),
  contentHash: z.string().length(64),
  delegation
});
export type DecideClassificationInput = Readonly<z.infer<typeof DecideClassificationInput>>;

export const ReturnClassificationInput = z.strictObject({
  reference: numberIn('K'),
  reason: writtenVisibly(1000),
  delegation
});
export type ReturnClassificationInput = Readonly<z.infer<typeof ReturnClassificationInput>>;

type Refusal = 'not-found' | 'not-allowed' | 'same-person' | 'data-protection-decides' | 'changed-meanwhile';

/** Two aggregates change, the classification first; if the second fails, the same command again completes it. */
export async function decideClassification(
  context: Context,
  request: Request<DecideClassificationInput>
): Promise<Answer<Classification, Refusal>> {
  const { command, input } = request;
  const [known, effect, page, asset, delegation, rolesOf] = await Promise.all([
    alreadyDone(context, context.classifications, command),
    context.log.byCommand(effectOf(command)),
    readMended(context, context.classifications, input.reference),
    readMended(context, context.assets, input.asset),
    readDelegation(context, input.delegation),
    rolesFor(context.directory, 'decide-classification')
  ]);
  if (known !== undefined) return completed(context, request, known, effect);
  if (page === undefined) return refused('not-found');
  const deputy = deputyFor(context, { act: 'decide-classification', decider: page.state.decider, given: delegation, rolesOf });
  const refusal = refusalTo('decide-classification', facingClassification(withRoles(request.actor, rolesOf), page.state, deputy));
  if (refusal === 'wrong-state') return overtakenBy(page.last);
  if (refusal !== undefined) return refused(refusal);
  if (asset === undefined || !isWhatWasSeen(page.state, asset.state, input)) return refused('changed-meanwhile');
  return decide(context, request, { ...page, state: markedBy(delegation, page.state, request.actor) }, asset);
}

/** What takes effect is written with the classification's item, in one round: the decision stands in the log by then. */
async function decide(
  context: Context,
  request: Request<unknown>,
  page: Standing<Classification>,
  asset: Standing<Asset>
): Promise<Answer<Classification, Refusal>> {
  const { command, actor } = request;
  const { reference } = page.state;
  const state: Classification = { ...page.state, state: 'decided', decidedBy: actor.person, decidedAt: context.now() };
  const [recorded, earlier] = await Promise.all([
    record(context, context.classifications, reference, page, {
      event: 'classification-decided',
      command,
      actor,
      from: 'submitted',
      to: 'decided',
      ...(state.byDelegation !== undefined && { reason: state.byDelegation }),
      state
    }),
    readEarlier(context, asset.state.classification),
    context.assets.prepare(withClass(asset.state, state))
  ]);
  if (!recorded.ok) return recorded;
  const [toHead, toAnswer] = await Promise.all([
    departmentHeadTold(context, recorded.page.state, asset.state.unit),
    newRequirementsTold(context, asset.state, recorded.page.state),
    takeEffect(context, request, recorded.page.state, asset, earlier),
    context.classifications.write(recorded.page, page.shown)
  ]);
  return toldOfDecision(recorded.page.state, [...toHead, ...toAnswer]);
}

export async function returnClassification(
  context: Context,
  request: Request<ReturnClassificationInput>
): Promise<Answer<Classification, Refusal>> {
  const { command, actor, input } = request;
  const [known, page, delegation, rolesOf] = await Promise.all([
    alreadyDone(context, context.classifications, command),
    readMended(context, context.classifications, input.reference),
    readDelegation(context, input.delegation),
    rolesFor(context.directory, 'return-classification')
  ]);
  if (known !== undefined) return toldOfReturn(known);
  if (page === undefined) return refused('not-found');
  const deputy = deputyFor(context, { act: 'return-classification', decider: page.state.decider, given: delegation, rolesOf });
  const refusal = refusalTo('return-classification', facingClassification(withRoles(actor, rolesOf), page.state, deputy));
  if (refusal === 'wrong-state') return overtakenBy(page.last);
  if (refusal !== undefined) return refused(refusal);
  const outcome = await commit(context, context.classifications, input.reference, page, {
    event: 'classification-returned',
    command,
    actor,
    from: 'submitted',
    to: 'returned',
    reason: input.reason,
    state: { ...markedBy(delegation, page.state, actor), state: 'returned', returnReason: input.reason }
  });
  return outcome.ok ? toldOfReturn(outcome.state) : outcome;
}

/** An objektägare who decides themselves does so by nobody's leave. */
function markedBy(given: Delegation | undefined, classification: Classification, { person }: Actor): Classification {
  return given === undefined || person.id === classification.decider.id
    ? classification
    : { ...classification, byDelegation: given.reference };
}

/** Both what the decider saw and the asset as it stands must be what the proposer submitted. */
function isWhatWasSeen(classification: Classification, asset: Asset, seen: DecideClassificationInput): boolean {
  const now = classificationHash({ ...classification, assetHash: assetHash(asset) });
  return seen.asset === classification.asset && seen.contentHash === classification.contentHash && now === classification.contentHash;
}

/** The command of the asset's own entry. */
function effectOf(command: string): string {
  return `${command}/asset`;
}

function readEarlier(context: Context, reference: string | undefined): Promise<Standing<Classification> | undefined> {
  return reference === undefined ? Promise.resolve(undefined) : readMended(context, context.classifications, reference);
}

/** The same command again, after it was cut off: what it had not done yet is done. */
async function completed(
  context: Context,
  request: Request<unknown>,
  classification: Classification,
  effect: LogEntry | undefined
): Promise<Told<Classification>> {
  const before =
    effect === undefined ? await readMended(context, context.assets, classification.asset) : await assetBefore(context, effect);
  if (effect === undefined) await takeEffectAnew(context, request, classification);
  else await replace(context, request, await readEarlier(context, before?.state.classification));
  const [toHead, toAnswer] = await Promise.all([
    departmentHeadTold(context, classification),
    before === undefined ? [] : newRequirementsTold(context, before.state, classification)
  ]);
  return toldOfDecision(classification, [...toHead, ...toAnswer]);
}

async function takeEffectAnew(context: Context, request: Request<unknown>, classification: Classification): Promise<void> {
  const asset = await readMended(context, context.assets, classification.asset);
  if (asset === undefined) return;
  await takeEffect(context, request, classification, asset, await readEarlier(context, asset.state.classification));
}

/** The asset shows its class, and the earlier decision is replaced (domain.md 5.3: Gällande, Ersatt). Somebody else who changed the asset is let pass first. */
async function takeEffect(
  context: Context,
  request: Request<unknown>,
  classification: Classification,
  asset: Standing<Asset>,
  earlier: Standing<Classification> | undefined
): Promise<void> {
  const [, outcome] = await Promise.all([
    replace(context, request, earlier),
    carryThrough(context, context.assets, asset.state.reference, asset, {
      event: 'asset-class-decided',
      command: effectOf(request.command),
      actor: request.actor,
      from: asset.state.state,
      to: withClass(asset.state, classification).state,
      reason: classification.reference,
      state: withClass(asset.state, classification)
    })
  ]);
  if (!outcome.ok) await takeEffectAnew(context, request, classification);
}

/** Whoever phases the asset out meanwhile is not undone. */
function withClass(asset: Asset, { profile, reference, decidedAt, model: decidedModel, assetHash: decidedHash }: Classification): Asset {
  const state = asset.state === 'submitted' ? 'active' : asset.state;
  return { ...asset, state, profile, classification: reference, decidedAt, decidedModel, decidedHash };
}

/** The asset as it was before `effect`. */
async function assetBefore(
  { log, assets }: Context,
  { aggregate, sequence }: LogEntry
): Promise<Pick<Standing<Asset>, 'state'> | undefined> {
  const before = await log.entry(aggregate, sequence - 1);
  return before && { state: assets.parse(before.state) };
}

async function replace(context: Context, { command, actor }: Request<unknown>, page: Standing<Classification> | undefined): Promise<void> {
  if (page?.state.state !== 'decided') return;
  const state: Classification = { ...page.state, state: 'replaced' };
  await carryThrough(context, context.classifications, page.state.reference, page, {
    event: 'classification-replaced',
    command: `${command}/replaced`,
    actor,
    from: 'decided',
    to: 'replaced',
    state
  });
}

/** The proposer, the head of the förvaltning where it is serious, and those who are asked more than before. */
function toldOfDecision(classification: Classification, others: readonly Notice[]): Told<Classification> {
  const { reference, assetName, proposer } = classification;
  const decided: Notice = { kind: 'classification-decided', to: proposer.id, reference, assetName };
  return told(classification, [decided, ...others]);
}

function toldOfReturn(classification: Classification): Told<Classification> {
  const { reference, assetName, proposer, returnReason: reason = '' } = classification;
  return told(classification, [{ kind: 'classification-returned', to: proposer.id, reference, assetName, reason }]);
}
