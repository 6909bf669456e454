// Somebody who knows the information submits its classification; the objektägare is told that a decision waits (H23, H32, H45).
import { z } from 'zod';
import { assetHash, type Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import {
  Answers,
  assess,
  classificationHash,
  isAskedBy,
  profileOf,
  type Assessment,
  type Classification,
  type ClassificationModel
} from '../domain/classification';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import type { Actor } from '../domain/person';
import { numberIn } from '../domain/reference-number';
import { alreadyDone, commitNew, newNumber, readMended } from './commit';
import { told, type Answer, type Context, type Request, type Told } from './context';
import { deputiesFor } from './delegations';

/** The answers only: the class is computed here, whatever the screen showed. */
export const SubmitClassificationInput = z.strictObject({ asset: numberIn('T'), model: z.string().max(60), answers: Answers });
export type SubmitClassificationInput = Readonly<z.infer<typeof SubmitClassificationInput>>;

type Refusal =
  | 'not-found'
  | 'not-allowed'
  | 'wrong-state'
  | 'asset-is-draft'
  | 'missing-owner'
  | 'other-model'
  | 'open-questions'
  | 'stopped';

export async function submitClassification(
  context: Context,
  model: ClassificationModel,
  request: Request<SubmitClassificationInput>
): Promise<Answer<Classification, Refusal>> {
  const { command, actor, input } = request;
  const [known, page, number] = await Promise.all([
    alreadyDone(context, context.classifications, command),
    readMended(context, context.assets, input.asset),
    newNumber(context, 'K')
  ]);
  if (known !== undefined) return toldDeciders(context, known);
  if (page === undefined) return refused('not-found');
  const asset = page.state;
  const assessment = assess(model, input.answers);
  const refusal = refusalOf(actor, asset, assessment, input.model === model.version && isAskedBy(model, input.answers));
  if (refusal !== undefined) return refused(refusal);
  if (asset.objectOwner === undefined) return refused('missing-owner');
  const decider = asset.objectOwner;
  const profile = profileOf(assessment);
  const { answers } = input;
  const content = { asset: asset.reference, assetHash: assetHash(asset), model: model.version, answers, profile };
  const classification = await commitNew(context, context.classifications, number, (reference) => ({
    event: 'classification-submitted',
    command,
    actor,
    from: '',
    to: 'submitted',
    state: {
      reference,
      asset: asset.reference,
      assetName: asset.name,
      model: model.version,
      answers,
      profile,
      state: 'submitted' as const,
      decider,
      proposer: actor.person,
      submittedAt: context.now(),
      assetHash: content.assetHash,
      contentHash: classificationHash(content)
    }
  }));
  return toldDeciders(context, classification);
}

function refusalOf(actor: Actor, asset: Asset, assessment: Assessment, sameModel: boolean): Refusal | undefined {
  const refusal = refusalTo('submit-classification', facingAsset(actor, asset));
  if (refusal !== undefined) return refusal;
  if (assessment.stopped) return 'stopped';
  if (!sameModel) return 'other-model';
  return assessment.open.length > 0 ? 'open-questions' : undefined;
}

/** The objektägare, and whoever decides in their place at the moment. */
async function toldDeciders(context: Context, classification: Classification): Promise<Told<Classification>> {
  const { reference, assetName, decider, proposer } = classification;
  const all = [decider, ...(await deputiesFor(context, classification))];
  return told(
    classification,
    all.map(({ id: to }) => ({ kind: 'classification-submitted', to, reference, assetName, proposerName: proposer.name }))
  );
}
