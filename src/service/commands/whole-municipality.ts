// What goes for the whole municipality: its rules, what is wished otherwise of them, and its årshjul.
import { classificationModel } from '../../reference/classification-model';
import { legalRules } from '../../reference/legal-rules';
import { requirementCatalogue } from '../../reference/requirement-catalogue';
import { yearlyTasks } from '../../reference/yearly-tasks';
import { answerChangeProposal, AnswerChangeProposalInput } from '../../workflows/answer-change-proposal';
import { changeLegalRules, ChangeLegalRulesInput } from '../../workflows/change-legal-rules';
import { markYearlyTask, MarkYearlyTaskInput } from '../../workflows/mark-yearly-task';
import { proposeChange, ProposeChangeInput } from '../../workflows/propose-change';
import type { Lines } from './lines';

export function municipalityCommands({ ofAct }: Lines) {
  return {
    'change-legal-rules': ofAct('change-legal-rules', ChangeLegalRulesInput, (context, request) =>
      changeLegalRules(context, legalRules, request)
    ),
    'propose-change': ofAct('propose-change', ProposeChangeInput, (context, request) =>
      proposeChange(context, { model: classificationModel.version, requirements: requirementCatalogue.version }, request)
    ),
    'answer-change-proposal': ofAct('answer-change-proposal', AnswerChangeProposalInput, answerChangeProposal),
    'mark-yearly-task': ofAct('mark-yearly-task', MarkYearlyTaskInput, (context, request) => markYearlyTask(context, yearlyTasks, request))
  };
}
