// Incidents: what an employee is asked in step 1, and how a report moves from reported to received (H40, domain.md 5.2-5.3).
import { z } from 'zod';
import type { Attachment } from './attachment';
import { stateOfStaff, type CrisisStaff, type CrisisState } from './crisis-staff';
import { exerciseMark } from './exercise';
import type { HandedReport } from './handed-report';
import { Handling, noHandling } from './handling';
import { incidentStates, isSettled } from './incident-moves';
import { Person } from './person';
import { reportDetails, yesNoUnknown } from './report-details';

export const incidentKinds = [
  'sent-wrong',
  'lost-or-stolen',
  'seen-by-unauthorised',
  'suspicious-contact',
  'wrong-or-changed',
  'not-working',
  'deleted-or-destroyed',
  'weakness',
  'other'
] as const;

/** The nine plain choices of domain.md 5.2 step 1, in that order. */
export type IncidentKind = (typeof incidentKinds)[number];

export const whenChoices = ['just-now', 'today', 'yesterday', 'earlier', 'unknown'] as const;

export { yesNoUnknown };

/** Longest texts of a report, in characters. */
export const reportLimits = { where: 200, description: 4000 } as const;

/**
 * What the reporter tells. `when` is relative to the moment of the report. Of a weakness nobody is asked when it happened, whether it goes on and whose
 * data it was: those are `unknown`. Nobody is asked to judge law (H40).
 */
export const Report = z.strictObject({
  kind: z.enum(incidentKinds),
  when: z.enum(whenChoices),
  where: z.string().trim().min(1).max(reportLimits.where),
  ongoing: z.enum(yesNoUnknown),
  personalData: z.enum(yesNoUnknown),
  description: z.string().trim().max(reportLimits.description),
  ...reportDetails
});
export type Report = Readonly<z.infer<typeof Report>>;

/** The two who must both be told and must both acknowledge (H40, domain.md I8). */
export const receivers = ['it', 'nearest-manager'] as const;
export type Receiver = (typeof receivers)[number];

const Acknowledgement = z.object({ by: Person, at: z.iso.datetime() });
export type Acknowledgement = Readonly<z.infer<typeof Acknowledgement>>;

/**
 * An incident as the record keeps it. Times are UTC, ISO 8601; `knownAt` is kännedom, the report itself until somebody corrects it; what it was taken
 * for before stands in the timeline. Without `handling` nothing has been done but receiving it.
 */
export const Incident = z.object({
  reference: z.string(),
  ...exerciseMark,
  report: Report,
  reporter: Person,
  unitName: z.string(),
  nearestManager: Person.optional(),
  state: z.enum(incidentStates),
  reportedAt: z.iso.datetime(),
  knownAt: z.iso.datetime(),
  acknowledgedByIt: Acknowledgement.optional(),
  acknowledgedByManager: Acknowledgement.optional(),
  handling: Handling.optional()
});
export type Incident = Readonly<z.infer<typeof Incident>>;

/** Rapporterad -> mottagen when the first of the two acknowledges; both are kept. A second press by the same receiver changes nothing, nor does a late one the state. */
export function acknowledged(incident: Incident, receiver: Receiver, acknowledgement: Acknowledgement): Incident {
  const field = receiver === 'it' ? 'acknowledgedByIt' : 'acknowledgedByManager';
  const state = incident.state === 'reported' ? 'received' : incident.state;
  return incident[field] === undefined ? { ...incident, state, [field]: acknowledgement } : incident;
}

export function handlingOf({ handling }: Pick<Incident, 'handling'>): Handling {
  return handling ?? noHandling;
}

/** The files of an incident, in the order they were added. */
export function attachmentsOf(incident: Pick<Incident, 'handling'>): readonly Attachment[] {
  return handlingOf(incident).attachments ?? [];
}

/** The särskilda rapporter on an incident that were handed over, in that order. */
export function handedReports(incident: Pick<Incident, 'handling'>): readonly HandedReport[] {
  return handlingOf(incident).reports ?? [];
}

/** Each calling of the krisstab, in the order they were made. */
export function crisisStaffs(incident: Pick<Incident, 'handling'>): readonly CrisisStaff[] {
  return handlingOf(incident).crisisStaffs ?? [];
}

/** How the latest calling stands; without any it is to be considered while a critical incident is open (domain.md 5.3). */
export function crisisState(incident: Pick<Incident, 'handling' | 'state'>): CrisisState {
  const latest = crisisStaffs(incident).at(-1);
  if (latest !== undefined) return stateOfStaff(latest);
  return handlingOf(incident).severity === 'critical' && !isSettled(incident.state) ? 'considered' : 'not-needed';
}
