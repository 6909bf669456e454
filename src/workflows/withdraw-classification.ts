// Whoever proposed a classification takes it back, as when the answers turned out to be about something else.
import { z } from 'zod';
import { facingClassification } from '../domain/capacities';
import { classificationLimits, type Classification } from '../domain/classification';
import { done } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { changeState } from './change-state';
import type { Answer, Context, Request } from './context';

export const WithdrawClassificationInput = z.strictObject({
  reference: numberIn('K'),
  reason: writtenVisibly(classificationLimits.comment)
});
export type WithdrawClassificationInput = Readonly<z.infer<typeof WithdrawClassificationInput>>;

export function withdrawClassification(
  context: Context,
  request: Request<WithdrawClassificationInput>
): Promise<Answer<Classification, 'not-found' | 'not-allowed' | 'wrong-state'>> {
  return changeState(context, request, {
    register: context.classifications,
    refusal: (classification) => refusalTo('withdraw-classification', facingClassification(request.actor, classification, undefined)),
    event: 'classification-withdrawn',
    reason: request.input.reason,
    take: (classification) => done({ ...classification, state: 'withdrawn' })
  });
}
