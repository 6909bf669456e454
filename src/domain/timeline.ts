// Everything that happened to an incident, oldest first: each line says the same as its entry in the log (H13).
import { handlingOf, type Incident } from './incident';
import type { EventCode } from './log';
import type { Person } from './person';

/** `at` is UTC, ISO 8601. Without `by` the service did it by itself. `state`: the one it led to, when it led to another. */
export interface TimelineLine {
  readonly event: EventCode;
  readonly at: string;
  readonly by?: Person | undefined;
  readonly state?: Incident['state'];
  readonly text: string;
  /** What kännedom was taken for before and after (UTC), where the step corrected it. */
  readonly known?: { readonly from: string; readonly to: string };
}

/** Reporting and receiving stand on the incident itself. */
export function timelineOf(incident: Incident): readonly TimelineLine[] {
  const { reporter, reportedAt, acknowledgedByIt, acknowledgedByManager, exercise } = incident;
  const received = [acknowledgedByIt, acknowledgedByManager].flatMap((by): TimelineLine[] =>
    by === undefined ? [] : [{ event: 'incident-acknowledged', at: by.at, by: by.by, text: '' }]
  );
  const handled = handlingOf(incident).happenings.map(
    ({ event, at, by, from, to, text, known }): TimelineLine => ({
      event,
      at,
      by,
      text,
      ...(from !== to && { state: to }),
      ...(known && { known })
    })
  );
  const event = exercise === true ? 'exercise-reported' : 'incident-reported';
  const reported: TimelineLine = { event, at: reportedAt, by: reporter, text: '' };
  return [reported, ...received, ...handled].sort((a, b) => a.at.localeCompare(b.at));
}
