// A legal track (rapporteringsspår): one regime and one nämnd for one incident, from opening to closing (domain.md 5.3).
import { z } from 'zod';
import { exerciseMark } from './exercise';
import { nextDue } from './legal-clock';
import { audiences, LegalAnswers, regimes, rulesInForce, stageIds, type Regime, type RegimeRules } from './legal-rules';
import { Person, type Role } from './person';

/**
 * Ej bedömt, uppgifter saknas, bedöms, ska rapporteras, rapporteras ej, upplyst, anmäld, kompletterad, lägesrapport lämnad, slutrapporterad, avslutat. A
 * delrapport is sent in without changing the state.
 */
export const trackStates = [
  'not-assessed',
  'facts-missing',
  'assessing',
  'to-report',
  'not-to-report',
  'warned',
  'notified',
  'supplemented',
  'progress-reported',
  'final-reported',
  'closed'
] as const;
export type TrackState = (typeof trackStates)[number];

/** Who may be named to decide, beside the head of the nämnd itself: kommunledning and förvaltningschefer, for säkerhetsskydd its chief (H52, H60). */
export const deciderRoles: Readonly<Record<Regime, Role>> = {
  gdpr: 'leadership',
  cybersecurity: 'leadership',
  'security-protection': 'security-protection',
  police: 'leadership',
  supplier: 'leadership'
};

/** Longest texts of a track, in characters. */
export const trackLimits = { line: 200, reason: 2000, text: 4000 } as const;

const moment = z.iso.datetime();
const byWhom = { by: Person, at: moment };

/**
 * Kännedom as it was taken for from `recordedAt` on; the first comes from the incident and has no reason. `ofIncident`: it was corrected there, and the track
 * followed.
 */
const Knowledge = z.object({
  at: moment,
  by: Person,
  recordedAt: moment,
  reason: z.string().optional(),
  ofIncident: z.literal(true).optional()
});

/** What the answers said, kept as it was: `because` with the source and the day each rule holds from, `missing` the questions without an answer. */
const Assessed = z.object({
  ...byWhom,
  rules: z.string(),
  suggests: z.boolean().optional(),
  because: z.array(z.object({ id: z.string(), source: z.string(), validFrom: z.string() })),
  missing: z.array(z.string()),
  informs: z.boolean().optional()
});

/** `suggested` and `missing`: what the assessment said when it was decided. */
const Decision = z.object({
  ...byWhom,
  report: z.boolean(),
  reason: z.string(),
  suggested: z.boolean().optional(),
  missing: z.array(z.string())
});

/** The dataskyddsombud's own words. Added to, never changed or taken away (H57). */
const Opinion = z.object({ ...byWhom, text: z.string() });

/** Samråd: with whom, and what came of it (H51). `at`: when it was held. */
const Consultation = z.object({ at: moment, by: Person, with: z.string(), outcome: z.string() });

/** `at`: when it was sent in. `withoutReference`: why the receiver gave none. */
const Submission = z.object({
  stage: z.enum(stageIds),
  at: moment,
  by: Person,
  externalReference: z.string().optional(),
  withoutReference: z.string().optional(),
  lateMotivation: z.string().optional(),
  receipt: z.string().optional()
});
export type Submission = Readonly<z.infer<typeof Submission>>;

/** Whether those concerned are informed, in what words, how, and when; `at` is when it was decided. */
const Informing = z.object({
  ...byWhom,
  audience: z.enum(audiences),
  inform: z.boolean(),
  reason: z.string(),
  textSv: z.string(),
  textFi: z.string(),
  channel: z.string(),
  when: moment.optional()
});

/** A track as the record keeps it. Times are UTC, ISO 8601. `controller` is a nämnd's code; `counterpart` and `agreedHours` are for suppliers. */
export const Track = z.object({
  reference: z.string(),
  incident: z.string(),
  ...exerciseMark,
  regime: z.enum(regimes),
  controller: z.string(),
  controllerName: z.string(),
  counterpart: z.string().optional(),
  agreedHours: z.int().optional(),
  state: z.enum(trackStates),
  decider: Person,
  openedBy: Person,
  openedAt: moment,
  knowledge: z.array(Knowledge).min(1),
  answers: LegalAnswers,
  assessment: Assessed.optional(),
  decisions: z.array(Decision),
  opinions: z.array(Opinion),
  consultations: z.array(Consultation),
  submissions: z.array(Submission),
  informing: z.array(Informing),
  /** What has been written for the sheets, by field. */
  sheet: z.record(z.string(), z.string()),
  handledAt: moment.optional(),
  /** What is to be sent in next, and by when. */
  next: z.object({ stage: z.enum(stageIds), due: moment }).optional(),
  closedBy: Person.optional(),
  closedAt: moment.optional()
});
export type Track = Readonly<z.infer<typeof Track>>;

/** Kännedom as it is taken for now (UTC). */
export function knownAt({ knowledge }: Pick<Track, 'knowledge'>): string {
  const last = knowledge.at(-1);
  if (last === undefined) throw new Error('A track without kännedom was never parsed.');
  return last.at;
}

/** Whether its kännedom is the incident's own: nobody has corrected it for the track alone. */
export function followsIncident({ knowledge, state }: Pick<Track, 'knowledge' | 'state'>): boolean {
  return state !== 'closed' && knowledge.every(({ reason, ofIncident }) => reason === undefined || ofIncident === true);
}

/** The rules that hold for the track: those of the day of kännedom. */
export function rulesOf(track: Pick<Track, 'knowledge'>, rules: RegimeRules): RegimeRules {
  return rulesInForce(rules, knownAt(track));
}

/** The track with what is due next, which is nothing once it is closed or not to be reported. */
export function withNextDue(track: Track, rules: RegimeRules): Track {
  const isOver = track.state === 'closed' || track.state === 'not-to-report';
  return { ...track, next: isOver ? undefined : nextDue(track, rulesOf(track, rules).stages) };
}

/** A row of a list and an entry of the log hold so much text (platform.md 5), in UTF-16 units. */
const mostText = 60_000;

export function fitsInRecord(track: Track): boolean {
  return JSON.stringify(track).length <= mostText;
}
