// What the service tells without having been asked: what it needs to do so, and to whom the answer to an incident falls.
import type { DutyRole } from '../domain/duty';
import { handlingOf, type Incident } from '../domain/incident';
import type { Notice } from '../domain/notice';
import type { Person } from '../domain/person';
import type { EscalationRules } from '../domain/reminders';
import type { ResponseDeadline } from '../domain/response-deadline';
import { firstInLine } from './line-of-answer';
import type { Context } from './context';

/** Under the same key everybody is told once, however often it is asked for and by how many. */
export type Tell = (key: string, notices: readonly Notice[]) => Promise<void>;

export interface Telling {
  readonly context: Context;
  readonly rules: EscalationRules;
  readonly tell: Tell;
}

/** Who answers for the incident as a whole: where it is restricted not IT, but those who answer for the restriction. */
export function answeringRole(incident: Incident): DutyRole {
  return handlingOf(incident).restricted ? 'information-security' : 'it';
}

/** Whoever has taken it in hand, else whoever is first in line. */
export async function answering(context: Context, incident: Incident): Promise<readonly Person[]> {
  const taken = handlingOf(incident).handler ?? incident.acknowledgedByIt?.by;
  return taken === undefined ? firstInLine(context, answeringRole(incident)) : [taken];
}

/** What a notice says of what is waited for. */
export function awaited({ response, severity, due }: ResponseDeadline): Pick<ResponseDeadline, 'response' | 'severity' | 'due'> {
  return { response, severity, due };
}
