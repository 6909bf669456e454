// Somebody who knows answers what the proposer did not; with the last answer the classification goes to its objektägare (domain.md 5.3).
import { z } from 'zod';
import { facingClassification } from '../domain/capacities';
import { classificationLimits, unknownAnswer, type Classification, type ClassificationModel, type Inquiry } from '../domain/classification';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import type { Actor } from '../domain/person';
import { assessWhole, isAllAsked, withAnswer } from '../domain/proposal';
import { numberIn } from '../domain/reference-number';
import { written } from '../domain/written-text';
import { alreadyDone, commit, overtakenBy, readMended } from './commit';
import type { Answer, Context, Request } from './context';
import { onwards, tellAfterWaiting, unanswered } from './proposal';

/** `options`: codes of the question's answers; "vet inte" is none of them here. */
export const AnswerInquiryInput = z.strictObject({
  reference: numberIn('K'),
  set: z.string().max(10).optional(),
  question: z.string().max(60),
  options: z
    .array(z.string().max(60))
    .min(1)
    .max(12)
    .refine((codes) => !codes.includes(unknownAnswer)),
  comment: written(classificationLimits.comment)
});
export type AnswerInquiryInput = Readonly<z.infer<typeof AnswerInquiryInput>>;

type Refusal = 'not-found' | 'not-allowed' | 'wrong-state' | 'no-such-question' | 'other-model' | 'stopped';

export async function answerInquiry(
  context: Context,
  model: ClassificationModel,
  request: Request<AnswerInquiryInput>
): Promise<Answer<Classification, Refusal>> {
  const { command, actor, input } = request;
  const [known, page] = await Promise.all([
    alreadyDone(context, context.classifications, command),
    readMended(context, context.classifications, input.reference)
  ]);
  if (known !== undefined) return tellAfterWaiting(context, known);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo('answer-inquiry', facingClassification(actor, page.state, undefined));
  if (refusal !== undefined) return refused(refusal);
  if (page.state.inquiries?.some((inquiry) => isAbout(inquiry, input)) !== true) return refused('no-such-question');
  if (!unanswered(page.state).some((inquiry) => isAbout(inquiry, input))) return overtakenBy(page.last);
  const answered = withInquiryAnswered(page.state, input, { by: actor.person, at: context.now() });
  if (page.state.model !== model.version || !isAllAsked(model, answered)) return refused('other-model');
  if (assessWhole(model, answered).stopped) return refused('stopped');
  const asset = await readMended(context, context.assets, page.state.asset);
  if (asset === undefined) return refused('not-found');
  const state = onwards(model, asset.state, answered);
  const outcome = await commit(context, context.classifications, input.reference, page, {
    event: 'classification-inquiry-answered',
    command,
    actor,
    from: page.state.state,
    to: state.state,
    state
  });
  return outcome.ok ? tellAfterWaiting(context, outcome.state) : outcome;
}

function withInquiryAnswered(
  classification: Classification,
  input: AnswerInquiryInput,
  step: { readonly by: Actor['person']; readonly at: string }
): Classification {
  const inquiries = classification.inquiries?.map((inquiry) =>
    isAbout(inquiry, input) ? { ...inquiry, answered: { ...step, comment: input.comment } } : inquiry
  );
  return { ...classification, ...withAnswer(classification, input, input.options), inquiries };
}

function isAbout(inquiry: Inquiry, { question, set }: AnswerInquiryInput): boolean {
  return inquiry.question === question && inquiry.set === set;
}
