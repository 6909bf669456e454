// What is answered to the requirements on an asset.
import { requirementCatalogue } from '../../reference/requirement-catalogue';
import { answerRequirements, AnswerRequirementsInput } from '../../workflows/answer-requirements';
import { sendRequirements, SendRequirementsInput } from '../../workflows/send-requirements';
import type { Lines } from './lines';

export function requirementCommands({ line, ofAct }: Lines) {
  return {
    'answer-requirements': line({
      name: 'answer-requirements',
      input: AnswerRequirementsInput,
      carryOut: (context, request) => answerRequirements(context, requirementCatalogue, request),
      acts: ['answer-requirements-for-unit', 'answer-requirements-for-it', 'answer-requirements-for-supplier']
    }),
    'send-requirements': ofAct('send-requirements', SendRequirementsInput, (context, request) =>
      sendRequirements(context, requirementCatalogue, request)
    )
  };
}
