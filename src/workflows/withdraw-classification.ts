// Whoever proposed a classification takes it back, as when the answers turned out to be about something else.
import { z } from 'zod';
import { facingClassification } from '../domain/capacities';
import { classificationLimits, type Classification } from '../domain/classification';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Request } from './context';

export const WithdrawClassificationInput = z.strictObject({
  reference: numberIn('K'),
  reason: writtenVisibly(classificationLimits.comment)
});
export type WithdrawClassificationInput = Readonly<z.infer<typeof WithdrawClassificationInput>>;

type Refusal = 'not-found' | 'not-allowed' | 'wrong-state';

export async function withdrawClassification(
  context: Context,
  request: Request<WithdrawClassificationInput>
): Promise<Answer<Classification, Refusal>> {
  const { command, actor, input } = request;
  const [known, page] = await Promise.all([
    alreadyDone(context, context.classifications, command),
    readMended(context, context.classifications, input.reference)
  ]);
  if (known !== undefined) return told(known);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo('withdraw-classification', facingClassification(actor, page.state, undefined));
  if (refusal !== undefined) return refused(refusal);
  const state: Classification = { ...page.state, state: 'withdrawn' };
  const outcome = await commit(context, context.classifications, input.reference, page, {
    event: 'classification-withdrawn',
    command,
    actor,
    from: page.state.state,
    to: state.state,
    reason: input.reason,
    state
  });
  return outcome.ok ? told(outcome.state) : outcome;
}
