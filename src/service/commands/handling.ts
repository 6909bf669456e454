// The steps in the handling of an incident.
import { incidentCategoryMeanings } from '../../reference/incident-categories';
import { legalRules } from '../../reference/legal-rules';
import { retentionRules } from '../../reference/retention';
import { addAttachment, AddAttachmentInput } from '../../workflows/add-attachment';
import { answerQuestion, AnswerQuestionInput } from '../../workflows/answer-question';
import { askReporter, AskReporterInput } from '../../workflows/ask-reporter';
import { assignIncident, AssignIncidentInput } from '../../workflows/assign-incident';
import { callCrisisStaff, CallCrisisStaffInput } from '../../workflows/call-crisis-staff';
import { rulesInRecord } from '../../workflows/change-legal-rules';
import { closeIncident, CloseIncidentInput } from '../../workflows/close-incident';
import { consultOnIncident, ConsultOnIncidentInput } from '../../workflows/consult-on-incident';
import { correctIncidentKnowledge, CorrectIncidentKnowledgeInput } from '../../workflows/correct-incident-knowledge';
import {
  endCrisisStaff,
  EndCrisisStaffInput,
  recordCrisisAttendance,
  RecordCrisisAttendanceInput,
  recordCrisisDecision,
  RecordCrisisDecisionInput
} from '../../workflows/crisis-staff-steps';
import { decideDisposal, DecideDisposalInput } from '../../workflows/decide-disposal';
import { dismissIncident, DismissIncidentInput } from '../../workflows/dismiss-incident';
import { handOverReport, HandOverReportInput } from '../../workflows/hand-over-report';
import { linkAssets, LinkAssetsInput } from '../../workflows/link-assets';
import { linkIncidents, LinkIncidentsInput } from '../../workflows/link-incidents';
import { moveIncident, MoveIncidentInput } from '../../workflows/move-incident';
import { noteIncident, NoteIncidentInput } from '../../workflows/note-incident';
import { receiveReport, ReceiveReportInput } from '../../workflows/receive-report';
import { recordBoardReceipt, RecordBoardReceiptInput } from '../../workflows/record-board-receipt';
import { recordLesson, RecordLessonInput } from '../../workflows/record-lesson';
import { reopenIncident, ReopenIncidentInput } from '../../workflows/reopen-incident';
import { restrictIncident, RestrictIncidentInput } from '../../workflows/restrict-incident';
import { setRegistryNumber, SetRegistryNumberInput } from '../../workflows/set-registry-number';
import { triageIncident, TriageIncidentInput } from '../../workflows/triage-incident';
import type { Lines } from './lines';

export function handlingCommands({ line, ofAct }: Lines) {
  return {
    'triage-incident': ofAct('triage-incident', TriageIncidentInput, (context, request) =>
      triageIncident(context, incidentCategoryMeanings, request)
    ),
    'assign-incident': ofAct('assign-incident', AssignIncidentInput, assignIncident),
    'ask-reporter': ofAct('ask-reporter', AskReporterInput, askReporter),
    'answer-question': ofAct('answer-question', AnswerQuestionInput, answerQuestion),
    'note-incident': ofAct('note-incident', NoteIncidentInput, noteIncident),
    // Given by whoever has kept the file, and by nobody else (src/service/attaching.ts).
    'add-attachment': ofAct('add-attachment', AddAttachmentInput, addAttachment),
    'record-lesson': ofAct('record-lesson', RecordLessonInput, recordLesson),
    'link-assets': ofAct('link-assets', LinkAssetsInput, (context, request) => linkAssets(context, incidentCategoryMeanings, request)),
    'link-incidents': ofAct('link-incidents', LinkIncidentsInput, linkIncidents),
    'consult-on-incident': ofAct('consult-on-incident', ConsultOnIncidentInput, consultOnIncident),
    'restrict-incident': ofAct('restrict-incident', RestrictIncidentInput, restrictIncident),
    'correct-incident-knowledge': ofAct('correct-incident-knowledge', CorrectIncidentKnowledgeInput, async (context, request) =>
      correctIncidentKnowledge(context, await rulesInRecord(context, legalRules), request)
    ),
    'move-incident': line({
      name: 'move-incident',
      input: MoveIncidentInput,
      carryOut: moveIncident,
      acts: ['handle-incident', 'contain-incident', 'restore-incident', 'analyse-incident']
    }),
    'close-incident': ofAct('close-incident', CloseIncidentInput, (context, request) => closeIncident(context, legalRules, request)),
    'reopen-incident': ofAct('reopen-incident', ReopenIncidentInput, reopenIncident),
    'dismiss-incident': ofAct('dismiss-incident', DismissIncidentInput, dismissIncident),
    'hand-over-report': ofAct('hand-over-report', HandOverReportInput, handOverReport),
    'receive-report': ofAct('receive-report', ReceiveReportInput, receiveReport),
    'record-board-receipt': ofAct('record-board-receipt', RecordBoardReceiptInput, recordBoardReceipt),
    'call-crisis-staff': ofAct('call-crisis-staff', CallCrisisStaffInput, callCrisisStaff),
    'record-crisis-attendance': ofAct('record-crisis-attendance', RecordCrisisAttendanceInput, recordCrisisAttendance),
    'record-crisis-decision': ofAct('record-crisis-decision', RecordCrisisDecisionInput, recordCrisisDecision),
    'end-crisis-staff': ofAct('end-crisis-staff', EndCrisisStaffInput, endCrisisStaff),
    'set-registry-number': ofAct('set-registry-number', SetRegistryNumberInput, setRegistryNumber),
    'decide-disposal': ofAct('decide-disposal', DecideDisposalInput, (context, request) => decideDisposal(context, retentionRules, request))
  };
}
