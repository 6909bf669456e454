// When a särskild rapport to kommundirektör and kommunstyrelse is called for, beside the yearly one (H64).
import { handlingOf, type Incident } from './incident';
import type { Track } from './legal-track';
import { responseDeadline } from './response-deadline';
import { isAtLeast } from './severity';
import { isEarlier } from './swedish-time';

/** What a särskild rapport is given for: allvarlig incident, brist, behov, annat (H64). */
export const specialReportCodes = ['serious-incident', 'weakness', 'need', 'other'] as const;
export type SpecialReportCode = (typeof specialReportCodes)[number];

/** Why one is suggested: the samråd asked for it; the incident is high or critical; somebody answered too late, or has not yet; a report by law is or was late. */
export const specialReportTriggers = ['consultation', 'severity', 'answer-late', 'legal-report-late'] as const;
export type SpecialReportTrigger = (typeof specialReportTriggers)[number];

/**
 * Those that are met at `now` (UTC, ISO 8601), by the tracks that are known; none when the samråd has said that no report is called for. A suggestion: the
 * informationssäkerhetsansvarig may give one at any time.
 */
export function specialReportCalledFor(incident: Incident, tracks: readonly Track[], now: string): readonly SpecialReportTrigger[] {
  const { consultation, severity } = handlingOf(incident);
  if (consultation?.specialReport === false) return [];
  const isMet: Readonly<Record<SpecialReportTrigger, boolean>> = {
    consultation: consultation !== undefined,
    severity: isAtLeast(severity, 'high'),
    'answer-late': isAnsweredLate(incident, now),
    'legal-report-late': tracks.some((track) => isReportedLate(track, now))
  };
  return specialReportTriggers.filter((trigger) => isMet[trigger]);
}

/** The code that the facts suggest. */
export function suggestedCode({ report }: Incident): SpecialReportCode {
  return report.kind === 'weakness' ? 'weakness' : 'serious-incident';
}

/** Nobody is told in somebody's place before the time is over. */
function isAnsweredLate(incident: Incident, now: string): boolean {
  const due = responseDeadline(incident)?.due;
  const hasEscalated = handlingOf(incident).happenings.some(({ event }) => event === 'incident-escalated');
  return hasEscalated || (due !== undefined && isEarlier(due, now));
}

function isReportedLate({ next, submissions }: Track, now: string): boolean {
  return submissions.some(({ lateMotivation }) => lateMotivation !== undefined) || (next !== undefined && isEarlier(next.due, now));
}
