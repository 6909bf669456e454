// What is reported, and who has acknowledged it.
import type { Incident } from '../../domain/incident';
import { acknowledgeIncident, AcknowledgeIncidentInput } from '../../workflows/acknowledge-incident';
import { reportExercise, ReportExerciseInput } from '../../workflows/report-exercise';
import { reportIncident, ReportIncidentInput } from '../../workflows/report-incident';
import { stopReport, StopReportInput, type StoppedReport } from '../../workflows/stop-report';
import type { Lines } from './lines';

export function reportingCommands({ line }: Lines) {
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
    'stop-report': line<StopReportInput, StoppedReport, never>({
      name: 'stop-report',
      input: StopReportInput,
      carryOut: stopReport,
      acts: ['stop-report'],
      namesNobody: true
    }),
    'acknowledge-incident': line({
      name: 'acknowledge-incident',
      input: AcknowledgeIncidentInput,
      carryOut: acknowledgeIncident,
      acts: ['acknowledge-for-it', 'acknowledge-for-nearest-manager']
    })
  };
}
