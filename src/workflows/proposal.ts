// What the steps of a classification have in common: what it freezes, and whom it waits for.
import { assetHash, type Asset } from '../domain/asset';
import { classificationHash, profileOf, type Classification, type ClassificationModel, type Inquiry } from '../domain/classification';
import type { Notice } from '../domain/notice';
import { assessWhole, lowerings, proposedProfile } from '../domain/proposal';
import { told, type Context, type Told } from './context';
import { decisionAwaited } from './tell-deciders';
import { departmentHeadTold } from './tell-department-head';

type Said = Pick<Classification, 'answers' | 'sets' | 'adjustments'>;

/** What is decided about: the asset as it stands, the answers, what was raised and lowered, and the class. */
export function frozen(
  model: ClassificationModel,
  asset: Asset,
  said: Said
): Said & Pick<Classification, 'asset' | 'assetHash' | 'model' | 'profile' | 'contentHash'> {
  const content = {
    ...said,
    asset: asset.reference,
    assetHash: assetHash(asset),
    model: model.version,
    profile: proposedProfile(model, said, said.adjustments)
  };
  return { ...content, contentHash: classificationHash(content) };
}

/** Those that nobody has answered yet. */
export function unanswered({ inquiries = [] }: Classification): readonly Inquiry[] {
  return inquiries.filter(({ answered }) => answered === undefined);
}

/** Whether something was lowered that the informationssäkerhetsansvarig has not commented on (domain.md 5.1). */
export function awaitsComment(model: ClassificationModel, classification: Classification): boolean {
  const { adjustments = [], comment } = classification;
  return comment === undefined && lowerings(profileOf(assessWhole(model, classification)), adjustments).length > 0;
}

/** With nothing left to wait for it goes to the objektägare, about the asset as it stands now. */
export function onwards(model: ClassificationModel, asset: Asset, classification: Classification): Classification {
  const { answers, sets, adjustments } = classification;
  const waits = unanswered(classification).length > 0 || awaitsComment(model, classification);
  return {
    ...classification,
    state: waits ? 'waiting' : 'submitted',
    ...frozen(model, asset, { answers, ...(sets !== undefined && { sets }), ...(adjustments !== undefined && { adjustments }) })
  };
}

/** Once it no longer waits, those who decide; while it does, nobody is told of each answer. */
export async function tellAfterWaiting(context: Context, classification: Classification): Promise<Told<Classification>> {
  return classification.state === 'submitted' ? tellWhoseTurn(context, classification) : told(classification);
}

/** The objektägare and whoever decides in their place at the moment, and the förvaltningschef of what is serious; or, while it waits, the experts. */
export async function tellWhoseTurn(context: Context, classification: Classification): Promise<Told<Classification>> {
  if (classification.state === 'waiting') return told(classification, await toExperts(context, classification));
  return told(classification, classification.state === 'submitted' ? await toDeciders(context, classification) : []);
}

async function toDeciders(context: Context, classification: Classification): Promise<readonly Notice[]> {
  const [deciders, head] = await Promise.all([decisionAwaited(context, classification), departmentHeadTold(context, classification)]);
  return [...deciders, ...head];
}

/** Whoever is asked something; the informationssäkerhetsansvarig also when something was lowered. */
async function toExperts({ directory }: Context, classification: Classification): Promise<readonly Notice[]> {
  const { reference, assetName, proposer } = classification;
  const asked = unanswered(classification).map(({ expert }) => expert);
  const experts = new Set(asked.length === 0 ? (['information-security'] as const) : asked);
  const members = await Promise.all([...experts].map((expert) => directory.membersOf(expert)));
  const ids = new Set(members.flat().map(({ id }) => id));
  return [...ids].map((to) => ({
    kind: 'classification-asked',
    to,
    reference,
    assetName,
    proposerName: proposer.name,
    questions: asked.length
  }));
}
