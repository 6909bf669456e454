// Somebody who knows the information submits its classification; the objektägare is told that a decision waits, or experts that they are asked (H23, H32, H45).
import { z } from 'zod';
import type { Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import {
  Answers,
  aspects,
  classificationLimits,
  levels,
  profileOf,
  type Classification,
  type ClassificationModel
} from '../domain/classification';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { assessWhole, inquiriesOf, isAllAsked, isBelowFloor, lowerings, type WholeAssessment } from '../domain/proposal';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, commitNew, newNumber, readMended } from './commit';
import type { Answer, Context, Request } from './context';
import { frozen, tellWhoseTurn } from './proposal';

const Adjusted = z.strictObject({
  aspect: z.enum(aspects),
  level: z.enum(levels),
  motivation: writtenVisibly(classificationLimits.motivation)
});

/** The answers only: the class is computed here, whatever the screen showed. `sets`: the answers about each informationsmängd, for an asset that has them. */
export const SubmitClassificationInput = z.strictObject({
  asset: numberIn('T'),
  model: z.string().max(60),
  answers: Answers,
  sets: z
    .array(z.strictObject({ set: z.string().max(10), answers: Answers }))
    .min(1)
    .max(30)
    .optional(),
  adjustments: z.array(Adjusted).max(aspects.length).optional()
});
export type SubmitClassificationInput = Readonly<z.infer<typeof SubmitClassificationInput>>;

type Refusal =
  | ReturnType<typeof refusalTo<'submit-classification'>>
  | 'not-found'
  | 'missing-owner'
  | 'other-model'
  | 'other-sets'
  | 'open-questions'
  | 'below-floor'
  | 'stopped';

/** "Vet inte" and what is lowered keep it from the objektägare until those who know have had their say. */
export async function submitClassification(
  context: Context,
  model: ClassificationModel,
  request: Request<SubmitClassificationInput>
): Promise<Answer<Classification, NonNullable<Refusal>>> {
  const { command, actor, input } = request;
  const [known, page, number] = await Promise.all([
    alreadyDone(context, context.classifications, command),
    readMended(context, context.assets, input.asset),
    newNumber(context, 'K')
  ]);
  if (known !== undefined) return tellWhoseTurn(context, known);
  if (page === undefined) return refused('not-found');
  const asset = page.state;
  const proposed = proposedFor(asset, input);
  const assessment = assessWhole(model, proposed);
  const refusal = refusalTo('submit-classification', facingAsset(actor, asset)) ?? faultIn(model, asset, input, assessment);
  if (refusal !== undefined) return refused(refusal);
  if (asset.objectOwner === undefined) return refused('missing-owner');
  const { objectOwner: decider } = asset;
  const inquiries = inquiriesOf(model, proposed);
  const adjustments = changedBy(input, assessment);
  const waits = inquiries.length > 0 || lowerings(profileOf(assessment), adjustments).length > 0;
  const classification = await commitNew(context, context.classifications, number, (reference) => ({
    event: 'classification-submitted',
    command,
    actor,
    from: '',
    to: waits ? 'waiting' : 'submitted',
    state: {
      reference,
      assetName: asset.name,
      state: waits ? ('waiting' as const) : ('submitted' as const),
      decider,
      proposer: actor.person,
      submittedAt: context.now(),
      ...(inquiries.length > 0 && { inquiries: [...inquiries] }),
      ...frozen(model, asset, { ...proposed, ...(adjustments.length > 0 && { adjustments }) })
    }
  }));
  return tellWhoseTurn(context, classification);
}

/** The sets by the names that the asset gives them. */
function proposedFor(
  { sets = [] }: Asset,
  { answers, sets: answered }: SubmitClassificationInput
): Pick<Classification, 'answers' | 'sets'> {
  if (answered === undefined) return { answers };
  const nameOf = (id: string): string => sets.find((set) => set.id === id)?.name ?? '';
  return { answers, sets: answered.map(({ set, answers: given }) => ({ set, name: nameOf(set), answers: given })) };
}

function faultIn(
  model: ClassificationModel,
  asset: Asset,
  input: SubmitClassificationInput,
  assessment: WholeAssessment
): 'stopped' | 'other-model' | 'other-sets' | 'open-questions' | 'below-floor' | undefined {
  const proposed = proposedFor(asset, input);
  if (assessment.stopped) return 'stopped';
  if (input.model !== model.version || !isAllAsked(model, proposed)) return 'other-model';
  if (!isOfTheSets(asset, input)) return 'other-sets';
  if (assessment.open.length > inquiriesOf(model, proposed).length) return 'open-questions';
  return (input.adjustments ?? []).some((adjustment) => isBelowFloor(model, proposed, adjustment)) ? 'below-floor' : undefined;
}

/** Each informationsmängd of the asset answered for once, and no other; or the asset as a whole. */
function isOfTheSets({ sets = [] }: Asset, { sets: answered }: SubmitClassificationInput): boolean {
  if (answered === undefined) return sets.length === 0;
  const codes = new Set(answered.map(({ set }) => set));
  return codes.size === answered.length && codes.size === sets.length && sets.every(({ id }) => codes.has(id));
}

/** What says another level than the answers give, one for each aspect. */
function changedBy(
  { adjustments = [] }: SubmitClassificationInput,
  { aspects: computed }: WholeAssessment
): NonNullable<Classification['adjustments']> {
  return adjustments.filter(
    ({ aspect, level }, index) => level !== computed[aspect].level && adjustments.findIndex((other) => other.aspect === aspect) === index
  );
}
