// Those who are asked say whether the requirements on an asset are met: IT for itself, whoever answers for the asset for the own unit and for a supplier (H33, H49).
import { z } from 'zod';
import { answerCodes, answerLimits, withAnswers, type RequirementAnswers } from '../domain/requirement-answers';
import { requirementActors, requirementsOf, type RequirementActor, type RequirementCatalogue } from '../domain/requirements';
import { numberIn } from '../domain/reference-number';
import { written, writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeAnswers, type AnswersRefusal } from './requirement-answers';

const Said = z.strictObject({ code: z.string().max(20), answer: z.enum(answerCodes), proof: written(answerLimits.proof) });

/** `supplier` and `saidBy`, who there has answered, are for suppliers, and both are needed for one. */
export const AnswerRequirementsInput = z
  .strictObject({
    asset: numberIn('T'),
    actor: z.enum(requirementActors),
    supplier: writtenVisibly(answerLimits.supplier).optional(),
    saidBy: writtenVisibly(answerLimits.contact).optional(),
    answers: z.array(Said).min(1).max(100).readonly()
  })
  .refine(({ actor, supplier, saidBy }) => [supplier, saidBy].every((name) => (name !== undefined) === (actor === 'supplier')));
export type AnswerRequirementsInput = Readonly<z.infer<typeof AnswerRequirementsInput>>;

const acts = {
  unit: 'answer-requirements-for-unit',
  it: 'answer-requirements-for-it',
  supplier: 'answer-requirements-for-supplier'
} as const satisfies Readonly<Record<RequirementActor, string>>;

/** Only what the decided class asks of them at this moment can be answered. */
export function answerRequirements(
  context: Context,
  catalogue: RequirementCatalogue,
  request: Request<AnswerRequirementsInput>
): Promise<Answer<RequirementAnswers, AnswersRefusal | 'no-such-requirement'>> {
  const { actor, supplier, saidBy, answers: said } = request.input;
  return changeAnswers<'no-such-requirement'>(context, request, {
    act: acts[actor],
    party: { actor, supplier },
    event: 'requirements-answered',
    refusal: (asset) => {
      const asked = requirementsOf(catalogue, asset, actor).map(({ code }) => code);
      return said.every(({ code }) => asked.includes(code)) ? undefined : 'no-such-requirement';
    },
    change: (answers, step) => withAnswers(answers, said, { ...step, saidBy })
  });
}
