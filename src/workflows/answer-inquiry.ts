// Somebody who knows answers what the proposer did not; with the last answer the classification goes to its objektägare (domain.md 5.3).
import { z } from 'zod';
import { classificationLimits, unknownAnswer, type Classification, type ClassificationModel, type Inquiry } from '../domain/classification';
import { done, refused, type Outcome } from '../domain/outcome';
import type { Actor } from '../domain/person';
import { assessWhole, isAllAsked, withAnswer } from '../domain/proposal';
import { numberIn } from '../domain/reference-number';
import { written } from '../domain/written-text';
import type { Context, Request } from './context';
import { unanswered } from './proposal';
import { stepWhileWaiting } from './waiting-classification';

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

type Refusal = 'no-such-question' | 'other-model' | 'stopped';

export function answerInquiry(context: Context, model: ClassificationModel, request: Request<AnswerInquiryInput>) {
  return stepWhileWaiting<Refusal>(context, model, request, {
    act: 'answer-inquiry',
    event: 'classification-inquiry-answered',
    take: (classification, at) => answered(model, classification, request.input, { by: request.actor.person, at })
  });
}

interface Answering {
  readonly by: Actor['person'];
  readonly at: string;
}

function answered(
  model: ClassificationModel,
  classification: Classification,
  input: AnswerInquiryInput,
  step: Answering
): Outcome<Classification, Refusal> | 'already-taken' {
  if (classification.inquiries?.some((inquiry) => isAbout(inquiry, input)) !== true) return refused('no-such-question');
  if (!unanswered(classification).some((inquiry) => isAbout(inquiry, input))) return 'already-taken';
  const state = withInquiryAnswered(classification, input, step);
  if (classification.model !== model.version || !isAllAsked(model, state)) return refused('other-model');
  return assessWhole(model, state).stopped ? refused('stopped') : done(state);
}

function withInquiryAnswered(classification: Classification, input: AnswerInquiryInput, step: Answering): Classification {
  const inquiries = classification.inquiries?.map((inquiry) =>
    isAbout(inquiry, input) ? { ...inquiry, answered: { ...step, comment: input.comment } } : inquiry
  );
  return { ...classification, ...withAnswer(classification, input, input.options), inquiries };
}

function isAbout(inquiry: Inquiry, { question, set }: AnswerInquiryInput): boolean {
  return inquiry.question === question && inquiry.set === set;
}
