// The order of the work queue, what it can be narrowed to, and how long is left of a deadline.
import { Temporal } from 'temporal-polyfill';
import { handlingOf, type Incident } from '../../domain/incident';
import { awaitsTriage, isSettled } from '../../domain/incident-moves';
import { responseDeadline } from '../../domain/response-deadline';
import { severities } from '../../domain/severity';

export const queueFilters = ['open', 'unacknowledged', 'mine', 'settled', 'all'] as const;
export type QueueFilter = (typeof queueFilters)[number];

/** `me` is the Entra id of whoever looks. */
export function filtered(incidents: readonly Incident[], filter: QueueFilter, me: string): readonly Incident[] {
  return incidents.filter((incident) => isIn(incident, filter, me));
}

function isIn(incident: Incident, filter: QueueFilter, me: string): boolean {
  switch (filter) {
    case 'open':
      return !isSettled(incident.state);
    case 'unacknowledged':
      return incident.state === 'reported';
    case 'mine':
      return handlingOf(incident).handler?.id === me && !isSettled(incident.state);
    case 'settled':
      return isSettled(incident.state);
    case 'all':
      return true;
  }
}

/** Those that nobody has received; those that await triage; the others, in each the shortest time left first; then the most severe; the newest first among equals. */
export function inQueueOrder(incidents: readonly Incident[]): readonly Incident[] {
  return [...incidents].sort((a, b) => {
    const [one, other] = [rankOf(a), rankOf(b)];
    return (
      one.stage - other.stage ||
      one.due.localeCompare(other.due) ||
      other.severity - one.severity ||
      b.reportedAt.localeCompare(a.reportedAt)
    );
  });
}

function rankOf(incident: Incident): { readonly stage: number; readonly due: string; readonly severity: number } {
  const { severity } = handlingOf(incident);
  const stage = incident.state === 'reported' ? 0 : awaitsTriage(incident.state) ? 1 : isSettled(incident.state) ? 3 : 2;
  return { stage, due: dueOf(incident) ?? noTime, severity: severity === undefined ? -1 : severities.indexOf(severity) };
}

/** Sorts after every time. */
const noTime = '9999';

/** When somebody must have assessed it, or begun to work on it once it is assessed (UTC); nothing where nobody is waited for. */
export function dueOf(incident: Incident): string | undefined {
  return responseDeadline(incident)?.due;
}

/** How long it is from one time to another, in days, hours and whole minutes; `isLate` when the other has passed. */
export function timeLeft(
  now: string,
  due: string
): { readonly isLate: boolean; readonly days: number; readonly hours: number; readonly minutes: number } {
  const left = Temporal.Instant.from(now).until(due);
  const { days, hours, minutes } = left.abs().round({ largestUnit: 'hours', smallestUnit: 'minutes', roundingMode: 'trunc' }).round({
    largestUnit: 'days'
  });
  return { isLate: left.sign < 0, days, hours, minutes };
}
