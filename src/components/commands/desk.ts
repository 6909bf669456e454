// What the screens may ask to have done, and how it is answered.
import type { Asset } from '../../domain/asset';
import type { Classification } from '../../domain/classification';
import type { Delegation } from '../../domain/delegation';
import type { Incident } from '../../domain/incident';
import type { ImportedRows } from '../../domain/imported-rows';
import type { Inventory, UnitAnswer } from '../../domain/inventory';
import type { Track } from '../../domain/legal-track';
import type { Measure } from '../../domain/measure';
import type { RequirementAnswers } from '../../domain/requirement-answers';
import type { EventCode } from '../../domain/log';
import type { RuleChanges } from '../../domain/rule-changes';
import type { ChangeProposal } from '../../domain/change-proposal';
import type { YearlyMarks } from '../../domain/yearly-tasks';
import type { Done, Refused } from '../../domain/outcome';
import type { TextKey } from '../../i18n/text';
import type { AcknowledgeIncidentInput } from '../../workflows/acknowledge-incident';
import type { AddMeasureInput } from '../../workflows/add-measure';
import type { AnswerAssessmentInput } from '../../workflows/answer-assessment';
import type { AnswerInquiryInput } from '../../workflows/answer-inquiry';
import type { AnswerInventoryInput } from '../../workflows/answer-inventory';
import type { AnswerQuestionInput } from '../../workflows/answer-question';
import type { AnswerRequirementsInput } from '../../workflows/answer-requirements';
import type { AskReporterInput } from '../../workflows/ask-reporter';
import type { AssignIncidentInput } from '../../workflows/assign-incident';
import type { ChangeAssetInput } from '../../workflows/change-asset';
import type { ChangeMeasureInput } from '../../workflows/change-measure';
import type { CheckMeasureInput } from '../../workflows/check-measure';
import type { ChangeLegalRulesInput } from '../../workflows/change-legal-rules';
import type { CloseIncidentInput } from '../../workflows/close-incident';
import type { CloseInventoryInput } from '../../workflows/close-inventory';
import type { CloseTrackInput } from '../../workflows/close-track';
import type { CommentOnClassificationInput } from '../../workflows/comment-on-classification';
import type { ConsultOnIncidentInput } from '../../workflows/consult-on-incident';
import type { CorrectIncidentKnowledgeInput } from '../../workflows/correct-incident-knowledge';
import type { CorrectTrackKnowledgeInput } from '../../workflows/correct-track-knowledge';
import type { DecideClassificationInput, ReturnClassificationInput } from '../../workflows/decide-classification';
import type { DecideDisposalInput } from '../../workflows/decide-disposal';
import type { DecideMeasureInput, DeclineMeasureInput } from '../../workflows/decide-measure';
import type { DecideTrackInput } from '../../workflows/decide-track';
import type { DelegateDecisionsInput } from '../../workflows/delegate-decisions';
import type { DismissIncidentInput } from '../../workflows/dismiss-incident';
import type { DropMeasureInput } from '../../workflows/drop-measure';
import type { EndDelegationInput } from '../../workflows/end-delegation';
import type { FillSheetInput } from '../../workflows/fill-sheet';
import type { FinishMeasureInput } from '../../workflows/finish-measure';
import type { GiveOpinionInput } from '../../workflows/give-opinion';
import type { CancelAssetInput } from '../../workflows/cancel-asset';
import type { FinishDecommissionInput } from '../../workflows/finish-decommission';
import type { CallCrisisStaffInput } from '../../workflows/call-crisis-staff';
import type { EndCrisisStaffInput, RecordCrisisAttendanceInput, RecordCrisisDecisionInput } from '../../workflows/crisis-staff-steps';
import type { HandOverReportInput } from '../../workflows/hand-over-report';
import type { ImportAssetsInput } from '../../workflows/import-assets';
import type { InformConcernedInput } from '../../workflows/inform-concerned';
import type { LinkAssetsInput } from '../../workflows/link-assets';
import type { LinkIncidentsInput } from '../../workflows/link-incidents';
import type { AnswerChangeProposalInput } from '../../workflows/answer-change-proposal';
import type { ProposeChangeInput } from '../../workflows/propose-change';
import type { MarkYearlyTaskInput } from '../../workflows/mark-yearly-task';
import type { MoveIncidentInput } from '../../workflows/move-incident';
import type { NameDeciderInput } from '../../workflows/name-decider';
import type { NoteIncidentInput } from '../../workflows/note-incident';
import type { OpenInventoryInput } from '../../workflows/open-inventory';
import type { OpenTrackInput } from '../../workflows/open-track';
import type { ProposeMeasureInput } from '../../workflows/propose-measure';
import type { ReceiveReportInput } from '../../workflows/receive-report';
import type { RecordBoardReceiptInput } from '../../workflows/record-board-receipt';
import type { RecordConsultationInput } from '../../workflows/record-consultation';
import type { RecordHandledInput } from '../../workflows/record-handled';
import type { RecordLessonInput } from '../../workflows/record-lesson';
import type { RecordReceiptInput } from '../../workflows/record-receipt';
import type { RecordSubmissionInput } from '../../workflows/record-submission';
import type { RegisterAssetInput } from '../../workflows/register-asset';
import type { ReopenIncidentInput } from '../../workflows/reopen-incident';
import type { ReportExerciseInput } from '../../workflows/report-exercise';
import type { ReportIncidentInput } from '../../workflows/report-incident';
import type { RestrictIncidentInput } from '../../workflows/restrict-incident';
import type { SendRequirementsInput } from '../../workflows/send-requirements';
import type { SetRegistryNumberInput } from '../../workflows/set-registry-number';
import type { StoppedReport, StopReportInput } from '../../workflows/stop-report';
import type { StartDecommissionInput } from '../../workflows/start-decommission';
import type { SubmitAssetInput } from '../../workflows/submit-asset';
import type { SubmitClassificationInput } from '../../workflows/submit-classification';
import type { TriageIncidentInput } from '../../workflows/triage-incident';
import type { WithdrawClassificationInput } from '../../workflows/withdraw-classification';

/** The commands of the screens by wire name: what they are given and what comes of them. */
export interface Commands {
  readonly 'report-incident': { readonly input: ReportIncidentInput; readonly value: Incident };
  readonly 'register-asset': { readonly input: RegisterAssetInput; readonly value: Asset };
  readonly 'import-assets': { readonly input: ImportAssetsInput; readonly value: ImportedRows };
  readonly 'change-asset': { readonly input: ChangeAssetInput; readonly value: Asset };
  readonly 'submit-asset': { readonly input: SubmitAssetInput; readonly value: Asset };
  readonly 'start-decommission': { readonly input: StartDecommissionInput; readonly value: Asset };
  readonly 'finish-decommission': { readonly input: FinishDecommissionInput; readonly value: Asset };
  readonly 'cancel-asset': { readonly input: CancelAssetInput; readonly value: Asset };
  readonly 'submit-classification': { readonly input: SubmitClassificationInput; readonly value: Classification };
  readonly 'answer-requirements': { readonly input: AnswerRequirementsInput; readonly value: RequirementAnswers };
  readonly 'send-requirements': { readonly input: SendRequirementsInput; readonly value: RequirementAnswers };
  readonly 'decide-classification': { readonly input: DecideClassificationInput; readonly value: Classification };
  readonly 'return-classification': { readonly input: ReturnClassificationInput; readonly value: Classification };
  readonly 'answer-inquiry': { readonly input: AnswerInquiryInput; readonly value: Classification };
  readonly 'comment-on-classification': { readonly input: CommentOnClassificationInput; readonly value: Classification };
  readonly 'withdraw-classification': { readonly input: WithdrawClassificationInput; readonly value: Classification };
  readonly 'open-inventory': { readonly input: OpenInventoryInput; readonly value: Inventory };
  readonly 'answer-inventory': { readonly input: AnswerInventoryInput; readonly value: UnitAnswer };
  readonly 'close-inventory': { readonly input: CloseInventoryInput; readonly value: Inventory };
  readonly 'delegate-decisions': { readonly input: DelegateDecisionsInput; readonly value: Delegation };
  readonly 'end-delegation': { readonly input: EndDelegationInput; readonly value: Delegation };
  readonly 'acknowledge-incident': { readonly input: AcknowledgeIncidentInput; readonly value: Incident };
  readonly 'answer-question': { readonly input: AnswerQuestionInput; readonly value: Incident };
  readonly 'ask-reporter': { readonly input: AskReporterInput; readonly value: Incident };
  readonly 'assign-incident': { readonly input: AssignIncidentInput; readonly value: Incident };
  readonly 'close-incident': { readonly input: CloseIncidentInput; readonly value: Incident };
  readonly 'consult-on-incident': { readonly input: ConsultOnIncidentInput; readonly value: Incident };
  readonly 'dismiss-incident': { readonly input: DismissIncidentInput; readonly value: Incident };
  readonly 'link-assets': { readonly input: LinkAssetsInput; readonly value: Incident };
  readonly 'link-incidents': { readonly input: LinkIncidentsInput; readonly value: Incident };
  readonly 'move-incident': { readonly input: MoveIncidentInput; readonly value: Incident };
  readonly 'note-incident': { readonly input: NoteIncidentInput; readonly value: Incident };
  readonly 'reopen-incident': { readonly input: ReopenIncidentInput; readonly value: Incident };
  readonly 'restrict-incident': { readonly input: RestrictIncidentInput; readonly value: Incident };
  readonly 'correct-incident-knowledge': { readonly input: CorrectIncidentKnowledgeInput; readonly value: Incident };
  readonly 'triage-incident': { readonly input: TriageIncidentInput; readonly value: Incident };
  readonly 'hand-over-report': { readonly input: HandOverReportInput; readonly value: Incident };
  readonly 'receive-report': { readonly input: ReceiveReportInput; readonly value: Incident };
  readonly 'call-crisis-staff': { readonly input: CallCrisisStaffInput; readonly value: Incident };
  readonly 'record-crisis-attendance': { readonly input: RecordCrisisAttendanceInput; readonly value: Incident };
  readonly 'record-crisis-decision': { readonly input: RecordCrisisDecisionInput; readonly value: Incident };
  readonly 'end-crisis-staff': { readonly input: EndCrisisStaffInput; readonly value: Incident };
  readonly 'record-board-receipt': { readonly input: RecordBoardReceiptInput; readonly value: Incident };
  readonly 'set-registry-number': { readonly input: SetRegistryNumberInput; readonly value: Incident };
  readonly 'decide-disposal': { readonly input: DecideDisposalInput; readonly value: Incident };
  readonly 'stop-report': { readonly input: StopReportInput; readonly value: StoppedReport };
  readonly 'change-legal-rules': { readonly input: ChangeLegalRulesInput; readonly value: RuleChanges };
  readonly 'propose-change': { readonly input: ProposeChangeInput; readonly value: ChangeProposal };
  readonly 'answer-change-proposal': { readonly input: AnswerChangeProposalInput; readonly value: ChangeProposal };
  readonly 'mark-yearly-task': { readonly input: MarkYearlyTaskInput; readonly value: YearlyMarks };
  readonly 'open-track': { readonly input: OpenTrackInput; readonly value: Track };
  readonly 'name-decider': { readonly input: NameDeciderInput; readonly value: Track };
  readonly 'correct-track-knowledge': { readonly input: CorrectTrackKnowledgeInput; readonly value: Track };
  readonly 'answer-assessment': { readonly input: AnswerAssessmentInput; readonly value: Track };
  readonly 'decide-track': { readonly input: DecideTrackInput; readonly value: Track };
  readonly 'give-opinion': { readonly input: GiveOpinionInput; readonly value: Track };
  readonly 'record-consultation': { readonly input: RecordConsultationInput; readonly value: Track };
  readonly 'fill-sheet': { readonly input: FillSheetInput; readonly value: Track };
  readonly 'record-submission': { readonly input: RecordSubmissionInput; readonly value: Track };
  readonly 'record-receipt': { readonly input: RecordReceiptInput; readonly value: Track };
  readonly 'record-handled': { readonly input: RecordHandledInput; readonly value: Track };
  readonly 'inform-concerned': { readonly input: InformConcernedInput; readonly value: Track };
  readonly 'close-track': { readonly input: CloseTrackInput; readonly value: Track };
  readonly 'report-exercise': { readonly input: ReportExerciseInput; readonly value: Incident };
  readonly 'record-lesson': { readonly input: RecordLessonInput; readonly value: Incident };
  readonly 'add-measure': { readonly input: AddMeasureInput; readonly value: Measure };
  readonly 'propose-measure': { readonly input: ProposeMeasureInput; readonly value: Measure };
  readonly 'decide-measure': { readonly input: DecideMeasureInput; readonly value: Measure };
  readonly 'decline-measure': { readonly input: DeclineMeasureInput; readonly value: Measure };
  readonly 'change-measure': { readonly input: ChangeMeasureInput; readonly value: Measure };
  readonly 'check-measure': { readonly input: CheckMeasureInput; readonly value: Measure };
  readonly 'drop-measure': { readonly input: DropMeasureInput; readonly value: Measure };
  readonly 'finish-measure': { readonly input: FinishMeasureInput; readonly value: Measure };
}
export type CommandName = keyof Commands;

type ReasonOf<K> = K extends `refusal.${infer R}` ? R : never;

/** Every reason there are words for. */
export type RefusalReason = ReasonOf<TextKey>;

/** `by`, `at` (UTC) and `event` tell who came first, when, and what they did, for `overtaken`; `named` what a refusal is about. */
export interface CommandRefused extends Refused<RefusalReason> {
  readonly by?: string | undefined;
  readonly at?: string | undefined;
  readonly event?: EventCode | undefined;
  readonly named?: string | undefined;
}

/** Saved by the service, and carried into SharePoint when SharePoint answers again. */
interface Kept {
  readonly ok: true;
  readonly kept: true;
}

export type CommandAnswer<N extends CommandName> = Done<Commands[N]['value']> | Kept | CommandRefused;

/** A file for an incident. `command` is a UUID, made when the file was chosen: sent again it is the same file. */
export interface FileSent {
  readonly reference: string;
  readonly command: string;
  readonly name: string;
  readonly content: Blob;
}

export type AttachAnswer = Done<Incident> | Kept | CommandRefused;

export interface Desk {
  /** `command` is a UUID; the same again means the same command, carried out once. Refusals are answers; nothing is thrown for a service out of reach. */
  readonly send: <N extends CommandName>(name: N, command: string, input: Commands[N]['input']) => Promise<CommandAnswer<N>>;
  /** As `send`. */
  readonly attach: (file: FileSent) => Promise<AttachAnswer>;
}
