// The informationssäkerhetsansvarig says what they think of a level that was lowered; the objektägare decides all the same (domain.md 5.1, H37).
import { z } from 'zod';
import { facingClassification } from '../domain/capacities';
import { classificationLimits, type Classification, type ClassificationModel } from '../domain/classification';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, commit, overtakenBy, readMended } from './commit';
import type { Answer, Context, Request } from './context';
import { awaitsComment, onwards, tellAfterWaiting } from './proposal';

export const CommentOnClassificationInput = z.strictObject({
  reference: numberIn('K'),
  text: writtenVisibly(classificationLimits.comment)
});
export type CommentOnClassificationInput = Readonly<z.infer<typeof CommentOnClassificationInput>>;

type Refusal = 'not-found' | 'not-allowed' | 'wrong-state' | 'other-model';

export async function commentOnClassification(
  context: Context,
  model: ClassificationModel,
  request: Request<CommentOnClassificationInput>
): Promise<Answer<Classification, Refusal>> {
  const { command, actor, input } = request;
  const [known, page] = await Promise.all([
    alreadyDone(context, context.classifications, command),
    readMended(context, context.classifications, input.reference)
  ]);
  if (known !== undefined) return tellAfterWaiting(context, known);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo('comment-on-classification', facingClassification(actor, page.state, undefined));
  if (refusal !== undefined) return refused(refusal);
  if (page.state.model !== model.version) return refused('other-model');
  if (!awaitsComment(model, page.state)) return overtakenBy(page.last);
  const asset = await readMended(context, context.assets, page.state.asset);
  if (asset === undefined) return refused('not-found');
  const comment = { by: actor.person, at: context.now(), text: input.text };
  const state = onwards(model, asset.state, { ...page.state, comment });
  const outcome = await commit(context, context.classifications, input.reference, page, {
    event: 'classification-commented',
    command,
    actor,
    from: page.state.state,
    to: state.state,
    state
  });
  return outcome.ok ? tellAfterWaiting(context, outcome.state) : outcome;
}
