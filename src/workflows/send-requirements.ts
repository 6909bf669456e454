// Whoever answers for an asset notes that its requirements were sent to a supplier, to whom there, and by when an answer is due (H33).
import { z } from 'zod';
import { answerLimits, withSending, type RequirementAnswers } from '../domain/requirement-answers';
import { requirementsOf, type RequirementCatalogue } from '../domain/requirements';
import { numberIn } from '../domain/reference-number';
import { atSwedishTime, isEarlier } from '../domain/swedish-time';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeAnswers, type AnswersRefusal } from './requirement-answers';

/** `to`: who at the supplier. `due`: the last day for an answer, Swedish calendar. */
export const SendRequirementsInput = z.strictObject({
  asset: numberIn('T'),
  supplier: writtenVisibly(answerLimits.supplier),
  to: writtenVisibly(answerLimits.contact),
  due: z.iso.date()
});
export type SendRequirementsInput = Readonly<z.infer<typeof SendRequirementsInput>>;

/** The annex itself is sent by people: a supplier has no way in here. */
export function sendRequirements(
  context: Context,
  catalogue: RequirementCatalogue,
  request: Request<SendRequirementsInput>
): Promise<Answer<RequirementAnswers, AnswersRefusal | 'wrong-answer-day' | 'nothing-to-send'>> {
  const { supplier, to, due: day } = request.input;
  const due = atSwedishTime(`${day}T23:59`);
  return changeAnswers<'wrong-answer-day' | 'nothing-to-send'>(context, request, {
    act: 'send-requirements',
    party: { actor: 'supplier', supplier },
    event: 'requirements-sent',
    refusal: (asset, now) => {
      if (due === undefined || isEarlier(due, now)) return 'wrong-answer-day';
      return requirementsOf(catalogue, asset, 'supplier').length === 0 ? 'nothing-to-send' : undefined;
    },
    change: (answers, step) => withSending(answers, { to, due: due ?? step.at }, step)
  });
}
