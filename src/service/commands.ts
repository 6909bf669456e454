// Every command people can give, by its name on the wire: what it takes and what carries it out. API, bot and redelivery share this table.
import type { z } from 'zod';
import type { Incident } from '../domain/incident';
import type { LegalRules } from '../domain/legal-rules';
import type { Track } from '../domain/legal-track';
import type { Act } from '../domain/permissions';
import { classificationModel } from '../reference/classification-model';
import { incidentCategoryMeanings } from '../reference/incident-categories';
import { legalRules } from '../reference/legal-rules';
import { yearlyTasks } from '../reference/yearly-tasks';
import { requirementCatalogue } from '../reference/requirement-catalogue';
import { retentionRules } from '../reference/retention';
import { AcknowledgeIncidentInput, acknowledgeIncident } from '../workflows/acknowledge-incident';
import { addAttachment, AddAttachmentInput } from '../workflows/add-attachment';
import { addMeasure, AddMeasureInput } from '../workflows/add-measure';
import { answerInquiry, AnswerInquiryInput } from '../workflows/answer-inquiry';
import { answerAssessment, AnswerAssessmentInput } from '../workflows/answer-assessment';
import { answerInventory, AnswerInventoryInput } from '../workflows/answer-inventory';
import { answerQuestion, AnswerQuestionInput } from '../workflows/answer-question';
import { answerRequirements, AnswerRequirementsInput } from '../workflows/answer-requirements';
import { askReporter, AskReporterInput } from '../workflows/ask-reporter';
import { assignIncident, AssignIncidentInput } from '../workflows/assign-incident';
import { ChangeAssetInput, changeAsset } from '../workflows/change-asset';
import { callCrisisStaff, CallCrisisStaffInput } from '../workflows/call-crisis-staff';
import { cancelAsset, CancelAssetInput } from '../workflows/cancel-asset';
import { changeMeasureTerms, ChangeMeasureInput } from '../workflows/change-measure';
import { checkMeasure, CheckMeasureInput } from '../workflows/check-measure';
import { changeLegalRules, ChangeLegalRulesInput, rulesInRecord } from '../workflows/change-legal-rules';
import { closeIncident, CloseIncidentInput } from '../workflows/close-incident';
import { closeInventory, CloseInventoryInput } from '../workflows/close-inventory';
import { closeTrack, CloseTrackInput } from '../workflows/close-track';
import { commentOnClassification, CommentOnClassificationInput } from '../workflows/comment-on-classification';
import { consultOnIncident, ConsultOnIncidentInput } from '../workflows/consult-on-incident';
import type { Answer, Context, Request } from '../workflows/context';
import { CorrectIncidentKnowledgeInput, correctIncidentKnowledge } from '../workflows/correct-incident-knowledge';
import { correctTrackKnowledge, CorrectTrackKnowledgeInput } from '../workflows/correct-track-knowledge';
import {
  endCrisisStaff,
  EndCrisisStaffInput,
  recordCrisisAttendance,
  RecordCrisisAttendanceInput,
  recordCrisisDecision,
  RecordCrisisDecisionInput
} from '../workflows/crisis-staff-steps';
import {
  decideClassification,
  DecideClassificationInput,
  returnClassification,
  ReturnClassificationInput
} from '../workflows/decide-classification';
import { decideDisposal, DecideDisposalInput } from '../workflows/decide-disposal';
import { decideMeasure, DecideMeasureInput, declineMeasure, DeclineMeasureInput } from '../workflows/decide-measure';
import { decideTrack, DecideTrackInput } from '../workflows/decide-track';
import { delegateDecisions, DelegateDecisionsInput } from '../workflows/delegate-decisions';
import { dismissIncident, DismissIncidentInput } from '../workflows/dismiss-incident';
import { dropMeasure, DropMeasureInput } from '../workflows/drop-measure';
import { endDelegation, EndDelegationInput } from '../workflows/end-delegation';
import { fillSheet, FillSheetInput } from '../workflows/fill-sheet';
import { finishDecommission, FinishDecommissionInput } from '../workflows/finish-decommission';
import { finishMeasure, FinishMeasureInput } from '../workflows/finish-measure';
import { giveOpinion, GiveOpinionInput } from '../workflows/give-opinion';
import { HandOverReportInput, handOverReport } from '../workflows/hand-over-report';
import { importAssets, ImportAssetsInput } from '../workflows/import-assets';
import { informConcerned, InformConcernedInput } from '../workflows/inform-concerned';
import { linkAssets, LinkAssetsInput } from '../workflows/link-assets';
import { linkIncidents, LinkIncidentsInput } from '../workflows/link-incidents';
import { answerChangeProposal, AnswerChangeProposalInput } from '../workflows/answer-change-proposal';
import { proposeChange, ProposeChangeInput } from '../workflows/propose-change';
import { markYearlyTask, MarkYearlyTaskInput } from '../workflows/mark-yearly-task';
import { moveIncident, MoveIncidentInput } from '../workflows/move-incident';
import { nameDecider, NameDeciderInput } from '../workflows/name-decider';
import { noteIncident, NoteIncidentInput } from '../workflows/note-incident';
import { openInventory, OpenInventoryInput } from '../workflows/open-inventory';
import { openTrack, OpenTrackInput } from '../workflows/open-track';
import { proposeMeasure, ProposeMeasureInput } from '../workflows/propose-measure';
import { ReceiveReportInput, receiveReport } from '../workflows/receive-report';
import { RecordBoardReceiptInput, recordBoardReceipt } from '../workflows/record-board-receipt';
import { recordConsultation, RecordConsultationInput } from '../workflows/record-consultation';
import { recordHandled, RecordHandledInput } from '../workflows/record-handled';
import { recordLesson, RecordLessonInput } from '../workflows/record-lesson';
import { recordReceipt, RecordReceiptInput } from '../workflows/record-receipt';
import { recordSubmission, RecordSubmissionInput } from '../workflows/record-submission';
import { registerAsset, RegisterAssetInput } from '../workflows/register-asset';
import { reopenIncident, ReopenIncidentInput } from '../workflows/reopen-incident';
import { reportExercise, ReportExerciseInput } from '../workflows/report-exercise';
import { reportIncident, ReportIncidentInput } from '../workflows/report-incident';
import { restrictIncident, RestrictIncidentInput } from '../workflows/restrict-incident';
import { sendRequirements, SendRequirementsInput } from '../workflows/send-requirements';
import { setRegistryNumber, SetRegistryNumberInput } from '../workflows/set-registry-number';
import { startDecommission, StartDecommissionInput } from '../workflows/start-decommission';
import { stopReport, StopReportInput, type StoppedReport } from '../workflows/stop-report';
import { submitAsset, SubmitAssetInput } from '../workflows/submit-asset';
import { submitClassification, SubmitClassificationInput } from '../workflows/submit-classification';
import { triageIncident, TriageIncidentInput } from '../workflows/triage-incident';
import { withdrawClassification, WithdrawClassificationInput } from '../workflows/withdraw-classification';
import { openCommandLine, type CommandDefinition, type CommandLine, type CommandSurroundings } from './command-line';
import { withinTime } from './time-limit';

export type Commands = ReturnType<typeof openCommands>;
export type CommandName = keyof Commands;

export function openCommands(surroundings: CommandSurroundings) {
  function line<I, V, R extends string>(definition: CommandDefinition<I, V, R>): CommandLine<V, R> {
    return openCommandLine(definition, surroundings);
  }
  /** Commands on legal tracks, which all read the same rules and are called as their act is. */
  function onTracks<I, R extends string>(
    name: Act,
    input: z.ZodType<I>,
    carryOut: (context: Context, rules: LegalRules, request: Request<I>) => Promise<Answer<Track, R>>
  ): CommandLine<Track, R> {
    return line({
      name,
      input,
      carryOut: async (context, request) => carryOut(context, await rulesInRecord(context, legalRules), request),
      acts: [name]
    });
  }
  return {
    // Never refused once it is well formed.
    'report-incident': line<ReportIncidentInput, Incident, never>({
      name: 'report-incident',
      input: ReportIncidentInput,
      carryOut: reportIncident,
      acts: ['report-incident'],
      doneLater: ({ reporter, reference }) => [{ kind: 'incident-registered', to: reporter.id, reference }]
    }),
    'report-exercise': line<ReportExerciseInput, Incident, 'not-allowed'>({
      name: 'report-exercise',
      input: ReportExerciseInput,
      carryOut: reportExercise,
      acts: ['report-exercise'],
      doneLater: ({ reporter, reference }) => [{ kind: 'incident-registered', to: reporter.id, reference, exercise: true }]
    }),
    'acknowledge-incident': line({
      name: 'acknowledge-incident',
      input: AcknowledgeIncidentInput,
      carryOut: acknowledgeIncident,
      acts: ['acknowledge-for-it', 'acknowledge-for-nearest-manager']
    }),
    'triage-incident': line({
      name: 'triage-incident',
      input: TriageIncidentInput,
      carryOut: (context, request) => triageIncident(context, incidentCategoryMeanings, request),
      acts: ['triage-incident']
    }),
    'assign-incident': line({ name: 'assign-incident', input: AssignIncidentInput, carryOut: assignIncident, acts: ['assign-incident'] }),
    'ask-reporter': line({ name: 'ask-reporter', input: AskReporterInput, carryOut: askReporter, acts: ['ask-reporter'] }),
    'answer-question': line({ name: 'answer-question', input: AnswerQuestionInput, carryOut: answerQuestion, acts: ['answer-question'] }),
    'note-incident': line({ name: 'note-incident', input: NoteIncidentInput, carryOut: noteIncident, acts: ['note-incident'] }),
    'hand-over-report': line({
      name: 'hand-over-report',
      input: HandOverReportInput,
      carryOut: handOverReport,
      acts: ['hand-over-report']
    }),
    'receive-report': line({ name: 'receive-report', input: ReceiveReportInput, carryOut: receiveReport, acts: ['receive-report'] }),
    'record-board-receipt': line({
      name: 'record-board-receipt',
      input: RecordBoardReceiptInput,
      carryOut: recordBoardReceipt,
      acts: ['record-board-receipt']
    }),
    'call-crisis-staff': line({
      name: 'call-crisis-staff',
      input: CallCrisisStaffInput,
      carryOut: callCrisisStaff,
      acts: ['call-crisis-staff']
    }),
    'record-crisis-attendance': line({
      name: 'record-crisis-attendance',
      input: RecordCrisisAttendanceInput,
      carryOut: recordCrisisAttendance,
      acts: ['record-crisis-attendance']
    }),
    'record-crisis-decision': line({
      name: 'record-crisis-decision',
      input: RecordCrisisDecisionInput,
      carryOut: recordCrisisDecision,
      acts: ['record-crisis-decision']
    }),
    'end-crisis-staff': line({
      name: 'end-crisis-staff',
      input: EndCrisisStaffInput,
      carryOut: endCrisisStaff,
      acts: ['end-crisis-staff']
    }),
    'set-registry-number': line({
      name: 'set-registry-number',
      input: SetRegistryNumberInput,
      carryOut: setRegistryNumber,
      acts: ['set-registry-number']
    }),
    'decide-disposal': line({
      name: 'decide-disposal',
      input: DecideDisposalInput,
      carryOut: (context, request) => decideDisposal(context, retentionRules, request),
      acts: ['decide-disposal']
    }),
    // Given by whoever has kept the file, and by nobody else (src/service/attaching.ts).
    'add-attachment': line({ name: 'add-attachment', input: AddAttachmentInput, carryOut: addAttachment, acts: ['add-attachment'] }),
    'link-assets': line({
      name: 'link-assets',
      input: LinkAssetsInput,
      carryOut: (context, request) => linkAssets(context, incidentCategoryMeanings, request),
      acts: ['link-assets']
    }),
    'link-incidents': line({ name: 'link-incidents', input: LinkIncidentsInput, carryOut: linkIncidents, acts: ['link-incidents'] }),
    'consult-on-incident': line({
      name: 'consult-on-incident',
      input: ConsultOnIncidentInput,
      carryOut: consultOnIncident,
      acts: ['consult-on-incident']
    }),
    'restrict-incident': line({
      name: 'restrict-incident',
      input: RestrictIncidentInput,
      carryOut: restrictIncident,
      acts: ['restrict-incident']
    }),
    'correct-incident-knowledge': line({
      name: 'correct-incident-knowledge',
      input: CorrectIncidentKnowledgeInput,
      carryOut: async (context, request) => correctIncidentKnowledge(context, await rulesInRecord(context, legalRules), request),
      acts: ['correct-incident-knowledge']
    }),
    'move-incident': line({
      name: 'move-incident',
      input: MoveIncidentInput,
      carryOut: moveIncident,
      acts: ['handle-incident', 'contain-incident', 'restore-incident', 'analyse-incident']
    }),
    'close-incident': line({
      name: 'close-incident',
      input: CloseIncidentInput,
      carryOut: (context, request) => closeIncident(context, legalRules, request),
      acts: ['close-incident']
    }),
    'reopen-incident': line({ name: 'reopen-incident', input: ReopenIncidentInput, carryOut: reopenIncident, acts: ['reopen-incident'] }),
    'dismiss-incident': line({
      name: 'dismiss-incident',
      input: DismissIncidentInput,
      carryOut: dismissIncident,
      acts: ['dismiss-incident']
    }),
    'stop-report': line<StopReportInput, StoppedReport, never>({
      name: 'stop-report',
      input: StopReportInput,
      carryOut: stopReport,
      acts: ['stop-report'],
      namesNobody: true
    }),
    'register-asset': line({ name: 'register-asset', input: RegisterAssetInput, carryOut: registerAsset, acts: ['register-asset'] }),
    'import-assets': line({
      name: 'import-assets',
      input: ImportAssetsInput,
      carryOut: importAssets,
      acts: ['register-asset'],
      answerWithin: 60_000
    }),
    'change-asset': line({ name: 'change-asset', input: ChangeAssetInput, carryOut: changeAsset, acts: ['change-asset'] }),
    'submit-asset': line({ name: 'submit-asset', input: SubmitAssetInput, carryOut: submitAsset, acts: ['submit-asset'] }),
    'start-decommission': line({
      name: 'start-decommission',
      input: StartDecommissionInput,
      carryOut: startDecommission,
      acts: ['start-decommission']
    }),
    'finish-decommission': line({
      name: 'finish-decommission',
      input: FinishDecommissionInput,
      carryOut: finishDecommission,
      acts: ['finish-decommission']
    }),
    'cancel-asset': line({ name: 'cancel-asset', input: CancelAssetInput, carryOut: cancelAsset, acts: ['cancel-asset'] }),
    'submit-classification': line({
      name: 'submit-classification',
      input: SubmitClassificationInput,
      carryOut: (context, request) => submitClassification(context, classificationModel, request),
      acts: ['submit-classification']
    }),
    'answer-requirements': line({
      name: 'answer-requirements',
      input: AnswerRequirementsInput,
      carryOut: (context, request) => answerRequirements(context, requirementCatalogue, request),
      acts: ['answer-requirements-for-unit', 'answer-requirements-for-it', 'answer-requirements-for-supplier']
    }),
    'send-requirements': line({
      name: 'send-requirements',
      input: SendRequirementsInput,
      carryOut: (context, request) => sendRequirements(context, requirementCatalogue, request),
      acts: ['send-requirements']
    }),
    'decide-classification': line({
      name: 'decide-classification',
      input: DecideClassificationInput,
      carryOut: decideClassification,
      acts: ['decide-classification'],
      readsRoles: true
    }),
    'return-classification': line({
      name: 'return-classification',
      input: ReturnClassificationInput,
      carryOut: returnClassification,
      acts: ['return-classification'],
      readsRoles: true
    }),
    'answer-inquiry': line({
      name: 'answer-inquiry',
      input: AnswerInquiryInput,
      carryOut: (context, request) => answerInquiry(context, classificationModel, request),
      acts: ['answer-inquiry']
    }),
    'comment-on-classification': line({
      name: 'comment-on-classification',
      input: CommentOnClassificationInput,
      carryOut: (context, request) => commentOnClassification(context, classificationModel, request),
      acts: ['comment-on-classification']
    }),
    'withdraw-classification': line({
      name: 'withdraw-classification',
      input: WithdrawClassificationInput,
      carryOut: withdrawClassification,
      acts: ['withdraw-classification']
    }),
    'delegate-decisions': line({
      name: 'delegate-decisions',
      input: DelegateDecisionsInput,
      carryOut: delegateDecisions,
      acts: ['delegate-decisions'],
      readsRoles: true
    }),
    'end-delegation': line({ name: 'end-delegation', input: EndDelegationInput, carryOut: endDelegation, acts: ['end-delegation'] }),
    'change-legal-rules': line({
      name: 'change-legal-rules',
      input: ChangeLegalRulesInput,
      carryOut: (context, request) => changeLegalRules(context, legalRules, request),
      acts: ['change-legal-rules']
    }),
    'propose-change': line({
      name: 'propose-change',
      input: ProposeChangeInput,
      carryOut: (context, request) =>
        proposeChange(context, { model: classificationModel.version, requirements: requirementCatalogue.version }, request),
      acts: ['propose-change']
    }),
    'answer-change-proposal': line({
      name: 'answer-change-proposal',
      input: AnswerChangeProposalInput,
      carryOut: answerChangeProposal,
      acts: ['answer-change-proposal']
    }),
    'mark-yearly-task': line({
      name: 'mark-yearly-task',
      input: MarkYearlyTaskInput,
      carryOut: (context, request) => markYearlyTask(context, yearlyTasks, request),
      acts: ['mark-yearly-task']
    }),
    'open-track': onTracks('open-track', OpenTrackInput, openTrack),
    'name-decider': onTracks('name-decider', NameDeciderInput, nameDecider),
    'correct-track-knowledge': onTracks('correct-track-knowledge', CorrectTrackKnowledgeInput, correctTrackKnowledge),
    'answer-assessment': onTracks('answer-assessment', AnswerAssessmentInput, answerAssessment),
    'decide-track': onTracks('decide-track', DecideTrackInput, decideTrack),
    'give-opinion': onTracks('give-opinion', GiveOpinionInput, giveOpinion),
    'record-consultation': onTracks('record-consultation', RecordConsultationInput, recordConsultation),
    'fill-sheet': onTracks('fill-sheet', FillSheetInput, fillSheet),
    'record-submission': onTracks('record-submission', RecordSubmissionInput, recordSubmission),
    'record-receipt': onTracks('record-receipt', RecordReceiptInput, recordReceipt),
    'record-handled': onTracks('record-handled', RecordHandledInput, recordHandled),
    'inform-concerned': onTracks('inform-concerned', InformConcernedInput, informConcerned),
    'close-track': onTracks('close-track', CloseTrackInput, closeTrack),
    'record-lesson': line({ name: 'record-lesson', input: RecordLessonInput, carryOut: recordLesson, acts: ['record-lesson'] }),
    'add-measure': line({ name: 'add-measure', input: AddMeasureInput, carryOut: addMeasure, acts: ['add-measure'] }),
    'propose-measure': line({
      name: 'propose-measure',
      input: ProposeMeasureInput,
      carryOut: (context, request) => proposeMeasure(context, requirementCatalogue, request),
      acts: ['propose-measure']
    }),
    'decide-measure': line({ name: 'decide-measure', input: DecideMeasureInput, carryOut: decideMeasure, acts: ['decide-measure'] }),
    'decline-measure': line({ name: 'decline-measure', input: DeclineMeasureInput, carryOut: declineMeasure, acts: ['decline-measure'] }),
    'change-measure': line({ name: 'change-measure', input: ChangeMeasureInput, carryOut: changeMeasureTerms, acts: ['change-measure'] }),
    'finish-measure': line({ name: 'finish-measure', input: FinishMeasureInput, carryOut: finishMeasure, acts: ['finish-measure'] }),
    'check-measure': line({ name: 'check-measure', input: CheckMeasureInput, carryOut: checkMeasure, acts: ['check-measure'] }),
    'drop-measure': line({ name: 'drop-measure', input: DropMeasureInput, carryOut: dropMeasure, acts: ['drop-measure'] }),
    'open-inventory': line({
      name: 'open-inventory',
      input: OpenInventoryInput,
      carryOut: openInventory,
      acts: ['open-inventory'],
      answerWithin: 60_000
    }),
    'answer-inventory': line({
      name: 'answer-inventory',
      input: AnswerInventoryInput,
      carryOut: answerInventory,
      acts: ['answer-inventory']
    }),
    'close-inventory': line({ name: 'close-inventory', input: CloseInventoryInput, carryOut: closeInventory, acts: ['close-inventory'] })
  };
}

export function isCommandName(commands: Commands, name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** Whether somebody can give it by its name, and not only the service for them. */
export function isGivenByPeople(commands: Commands, name: string): name is Exclude<CommandName, 'add-attachment'> {
  return isCommandName(commands, name) && name !== 'add-attachment';
}

/** Waits for the commands in hand, `milliseconds` at most: what has not ended by then stays in the inbox, and is taken up when its time in hand runs out. */
export async function idleWithin(commands: Commands, milliseconds: number): Promise<void> {
  await withinTime(Promise.all(Object.values(commands).map((line) => line.idle())), milliseconds);
}
