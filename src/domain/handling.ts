// What is kept of the handling of an incident after it was reported: who does what, what is known, and everything that happened (H13, H26).
import { z } from 'zod';
import { Attachment } from './attachment';
import { Profile } from './classification';
import { CrisisStaff } from './crisis-staff';
import { Disposal } from './disposal';
import { HandedReport } from './handed-report';
import { incidentCategories } from './incident-category';
import { incidentStates } from './incident-moves';
import { Person } from './person';
import { RegistryNumber } from './registry-number';
import { Escalated } from './reminders';
import { severities, SeverityFacts } from './severity';

/** What can happen to an incident once it was received; each is an event of the log. */
export const handlingEvents = [
  'incident-triaged',
  'incident-assigned',
  'reporter-asked',
  'reporter-answered',
  'incident-noted',
  'lesson-learned',
  'attachment-added',
  'assets-linked',
  'incidents-linked',
  'incident-consulted',
  'incident-restricted',
  'incident-knowledge-corrected',
  'incident-moved',
  'incident-closed',
  'incident-reopened',
  'incident-dismissed',
  'incident-escalated',
  'report-handed-over',
  'report-received',
  'report-treated',
  'crisis-staff-called',
  'crisis-attendance-recorded',
  'crisis-decision-recorded',
  'crisis-staff-ended',
  'registry-number-set',
  'disposal-decided'
] as const;
export type HandlingEvent = (typeof handlingEvents)[number];

/** Longest texts, in characters. */
export const handlingLimits = { text: 2000, reason: 1000, links: 20 } as const;

const at = z.iso.datetime();

/**
 * A line of the timeline: says the same as the log entry it was written with, for those who may read the incident but not the whole log. Without `by` it is
 * what the service did by itself. `known`: what kännedom was taken for before the step and from then on, where the step corrected it.
 */
const Happening = z.object({
  event: z.enum(handlingEvents),
  at,
  by: Person.optional(),
  from: z.enum(incidentStates),
  to: z.enum(incidentStates),
  text: z.string(),
  known: z.object({ from: at, to: at }).optional()
});
export type Happening = Readonly<z.infer<typeof Happening>>;

/** A question to the reporter. `id` is the command that asked it. */
const ReporterQuestion = z.object({
  id: z.string(),
  text: z.string(),
  by: Person,
  at,
  answer: z.object({ text: z.string(), at }).optional()
});
export type ReporterQuestion = Readonly<z.infer<typeof ReporterQuestion>>;

/** An asset as it was when it was linked: its objektägare may read the incident, its class suggests the severity. */
const LinkedAsset = z.object({ reference: z.string(), name: z.string(), objectOwner: Person.optional(), profile: Profile.optional() });
export type LinkedAsset = Readonly<z.infer<typeof LinkedAsset>>;

/** Samråd with the informationssäkerhetsansvarig (H51), who also says whether a särskild rapport is called for (H64). */
const Consultation = z.object({ by: Person, at, text: z.string(), specialReport: z.boolean() });

/** Which severity those concerned have been told of: the highest there has been, `to`, and what it was before the latest assessment, `from`. */
const Told = z.object({ from: z.enum(severities), to: z.enum(severities) });
export type Told = Readonly<z.infer<typeof Told>>;

/**
 * Times are UTC, ISO 8601. `suggested`: what the facts and the assets suggest, `severity`: what somebody decided. `answerBy`: when it is to be triaged.
 * `concerned`: everybody who has been let in to read by the handling, and may have had to leave. `escalated`: who was told last because nobody answered.
 * `attachments`, `reports`, the särskilda rapporter that were handed over, and `crisisStaffs`, each calling of the krisstab, are absent where there never
 * was one, as in what earlier versions wrote.
 */
export const Handling = z.object({
  answerBy: at.optional(),
  category: z.enum(incidentCategories).optional(),
  facts: SeverityFacts.optional(),
  suggested: z.enum(severities).optional(),
  severity: z.enum(severities).optional(),
  told: Told.optional(),
  escalated: Escalated.optional(),
  triagedAt: at.optional(),
  handler: Person.optional(),
  questions: z.array(ReporterQuestion).readonly(),
  assets: z.array(LinkedAsset).readonly(),
  incidents: z.array(z.string()).readonly(),
  consultation: Consultation.optional(),
  restricted: z.boolean(),
  rootCause: z.string().optional(),
  outcome: z.string().optional(),
  attachments: z.array(Attachment).readonly().optional(),
  reports: z.array(HandedReport).readonly().optional(),
  crisisStaffs: z.array(CrisisStaff).readonly().optional(),
  registryNumber: RegistryNumber.optional(),
  disposal: Disposal.optional(),
  concerned: z.array(Person).readonly(),
  happenings: z.array(Happening).readonly()
});
export type Handling = Readonly<z.infer<typeof Handling>>;

/** Before anybody has done anything. */
export const noHandling: Handling = { questions: [], assets: [], incidents: [], restricted: false, concerned: [], happenings: [] };
