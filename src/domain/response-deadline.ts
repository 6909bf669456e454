// What an incident waits for and by when: that somebody receives it, says how severe it is, and takes it on (domain.md 5.2, "Målsvar").
import { handlingOf, type Incident } from './incident';
import { awaitsTriage, type IncidentState } from './incident-moves';
import type { Deadline } from './reminders';
import { answerBy, severityOfReport, type Severity } from './severity';

/** To be received, to be assessed, to be taken on by a handler. */
export const responses = ['receive', 'assess', 'handle'] as const;
export type Response = (typeof responses)[number];

export interface ResponseDeadline extends Deadline {
  readonly response: Response;
  readonly severity: Severity;
}

/** The states in which an incident waits for one of them. */
export const awaitingStates = ['reported', 'received', 'triage', 'reopened'] as const satisfies readonly IncidentState[];

/**
 * Until it is assessed it has the time of the severity that the report suggests, from kännedom on; assessed or reopened, the time of its own severity
 * until it is under handling, from then on. Nothing once somebody works on it, or it is settled.
 */
export function responseDeadline(incident: Incident): ResponseDeadline | undefined {
  if (awaitsTriage(incident.state)) return untilAssessed(incident);
  return incident.state === 'triage' || incident.state === 'reopened' ? untilHandled(incident) : undefined;
}

function untilAssessed(incident: Incident): ResponseDeadline {
  const { report, knownAt, acknowledgedByIt } = incident;
  const severity = severityOfReport(report);
  const due = handlingOf(incident).answerBy ?? answerBy(severity, knownAt);
  return { response: acknowledgedByIt === undefined ? 'receive' : 'assess', severity, start: knownAt, due };
}

function untilHandled(incident: Incident): ResponseDeadline {
  const { severity = 'low', happenings, triagedAt } = handlingOf(incident);
  const last = happenings.filter(({ event }) => event === 'incident-triaged' || event === 'incident-reopened').at(-1);
  const start = last?.at ?? triagedAt ?? incident.reportedAt;
  return { response: 'handle', severity, start, due: answerBy(severity, start) };
}
