// How a legal track moves: each step gives the track after it, or why not. Who may take it, and in what state, stands in permissions.ts.
import { assessDuty, isAnswerTo, type Verdict } from './legal-assessment';
import { missedBy } from './legal-clock';
import type { LegalAnswers, RegimeRules, StageId } from './legal-rules';
import { rulesOf, type Submission, type Track, type TrackState } from './legal-track';
import { done, refused, type Outcome } from './outcome';
import type { Person } from './person';
import { isEarlier } from './swedish-time';

/** Who takes the step, and when (UTC). */
export interface Step {
  readonly by: Person;
  readonly at: string;
}

export interface Opening
  extends Pick<
    Track,
    'reference' | 'incident' | 'regime' | 'controller' | 'controllerName' | 'counterpart' | 'agreedHours' | 'decider' | 'exercise'
  > {
  /** The incident's own (UTC). */
  readonly knownAt: string;
}

/** Ej bedömt; its clocks run already. */
export function opened({ knownAt, ...opening }: Opening, { by, at }: Step): Track {
  return {
    ...opening,
    state: 'not-assessed',
    openedBy: by,
    openedAt: at,
    knowledge: [{ at: knownAt, by, recordedAt: at }],
    answers: {},
    decisions: [],
    opinions: [],
    consultations: [],
    submissions: [],
    informing: [],
    sheet: {}
  };
}

/** `ofIncident`: the incident's own was corrected, and the track follows it. */
export interface KnowledgeCorrection {
  readonly knownAt: string;
  readonly reason: string;
  readonly ofIncident?: true;
}

/** Both moments are kept. The rules are those of the day of kännedom, so what had been answered is read anew. */
export function knowledgeCorrected(
  track: Track,
  rules: RegimeRules,
  { knownAt, ...why }: KnowledgeCorrection,
  step: Step
): Outcome<Track, 'wrong-time'> {
  if (isEarlier(step.at, knownAt)) return refused('wrong-time');
  const corrected = { ...track, knowledge: [...track.knowledge, { at: knownAt, by: step.by, recordedAt: step.at, ...why }] };
  const { questions } = rulesOf(corrected, rules);
  const answers = Object.fromEntries(Object.entries(track.answers).filter(([id, answer]) => isAnswerTo(questions, { [id]: answer })));
  const isUndecided = track.state === 'facts-missing' || track.state === 'assessing';
  return done(isUndecided ? assessedBy(corrected, rules, answers, step) : corrected);
}

/** New answers open the decision again, as long as no notification has been sent in by it. */
export function answered(track: Track, rules: RegimeRules, answers: LegalAnswers, step: Step): Outcome<Track, 'unknown-question'> {
  return isAnswerTo(rulesOf(track, rules).questions, answers) ? done(assessedBy(track, rules, answers, step)) : refused('unknown-question');
}

function assessedBy(track: Track, rules: RegimeRules, answers: LegalAnswers, { by, at }: Step): Track {
  const { report, inform } = assessDuty(rulesOf(track, rules), answers);
  return {
    ...track,
    answers,
    state: report.suggests === undefined ? 'facts-missing' : 'assessing',
    assessment: { by, at, rules: rules.version, ...kept(report), informs: inform.suggests }
  };
}

function kept({ suggests, because, missing }: Verdict): Pick<NonNullable<Track['assessment']>, 'suggests' | 'because' | 'missing'> {
  return { suggests, because: because.map(({ id, source, validFrom }) => ({ id, source, validFrom })), missing: [...missing] };
}

/**
 * To report can be decided on what is known, since the clock runs and the rest may follow (GDPR 33.4); not to report only when no fact is missing.
 * `assessedAt`: the assessment that the decider saw.
 */
export function decided(
  track: Track,
  { report, reason, assessedAt }: { readonly report: boolean; readonly reason: string; readonly assessedAt?: string | undefined },
  { by, at }: Step
): Outcome<Track, 'assessment-changed' | 'facts-missing'> {
  const { assessment } = track;
  if (assessment?.at !== assessedAt) return refused('assessment-changed');
  if (!report && assessment?.suggests === undefined) return refused('facts-missing');
  const decision = { by, at, report, reason, suggested: assessment?.suggests, missing: assessment?.missing ?? [] };
  return done({ ...track, state: report ? 'to-report' : 'not-to-report', decisions: [...track.decisions, decision] });
}

/** Independent (H57): it is added to those there are, in any state, and nothing else changes. */
export function withOpinion(track: Track, text: string, { by, at }: Step): Track {
  return { ...track, opinions: [...track.opinions, { by, at, text }] };
}

export function consulted(
  track: Track,
  { heldAt, ...said }: { readonly with: string; readonly outcome: string; readonly heldAt: string },
  { by, at }: Step
): Outcome<Track, 'wrong-time'> {
  if (isEarlier(at, heldAt)) return refused('wrong-time');
  return done({ ...track, consultations: [...track.consultations, { ...said, by, at: heldAt }] });
}

/** In what states a report of each stage can be sent in, and what state it leads to. */
const moves: Readonly<Record<StageId, { readonly from: readonly TrackState[]; readonly to?: TrackState }>> = {
  'early-warning': { from: ['to-report'], to: 'warned' },
  notification: { from: ['to-report', 'warned'], to: 'notified' },
  supplement: { from: ['notified', 'supplemented'], to: 'supplemented' },
  interim: { from: ['warned', 'notified', 'progress-reported'] },
  progress: { from: ['notified', 'progress-reported'], to: 'progress-reported' },
  final: { from: ['notified', 'progress-reported'], to: 'final-reported' }
};

/** The stages that can be sent in now. */
export function stagesOpen(track: Track, rules: RegimeRules): readonly StageId[] {
  return rulesOf(track, rules)
    .stages.map(({ id }) => id)
    .filter((id) => moves[id].from.includes(track.state));
}

/** Sent in, with the receiver's number or the reason there is none, and with a motivation when it, or a stage it answers, was late (GDPR 33.1). */
export function submitted(
  track: Track,
  rules: RegimeRules,
  submission: Omit<Submission, 'by'>,
  { by, at }: Step
): Outcome<Track, 'wrong-stage' | 'wrong-time' | 'reference-missing' | 'motivation-missing'> {
  const { stages } = rulesOf(track, rules);
  if (!stagesOpen(track, rules).includes(submission.stage)) return refused('wrong-stage');
  if (isEarlier(at, submission.at)) return refused('wrong-time');
  if ((submission.externalReference ?? submission.withoutReference) === undefined) return refused('reference-missing');
  const missed = missedBy(track, stages, submission.stage, submission.at);
  if (missed.length > 0 && submission.lateMotivation === undefined) return refused('motivation-missing');
  return done({
    ...track,
    state: moves[submission.stage].to ?? track.state,
    submissions: [...track.submissions, { ...submission, by }]
  });
}

/** The receipt of a report, by its place among those sent in, and the receiver's number when that came with it; what is known already is not replaced. */
export function receiptKept(
  track: Track,
  {
    submission,
    receipt,
    externalReference
  }: { readonly submission: number; readonly receipt: string; readonly externalReference?: string | undefined }
): Outcome<Track, 'wrong-stage' | 'receipt-kept'> {
  const sent = track.submissions[submission];
  if (sent === undefined) return refused('wrong-stage');
  if (sent.receipt !== undefined) return refused('receipt-kept');
  const complete = { ...sent, receipt, externalReference: sent.externalReference ?? externalReference };
  return done({ ...track, submissions: track.submissions.map((one) => (one === sent ? complete : one)) });
}

/** From this moment the slutrapport has its month, when a lägesrapport was sent in. */
export function handled(track: Track, handledAt: string, { at }: Step): Outcome<Track, 'wrong-time'> {
  return isEarlier(at, handledAt) ? refused('wrong-time') : done({ ...track, handledAt });
}

/** Art. 34, and recipients of services: whether, why, in what words in both languages, by what channel and when. */
export function informingDecided(
  track: Track,
  { audience }: RegimeRules,
  said: Omit<Track['informing'][number], 'by' | 'at' | 'audience'>,
  { by, at }: Step
): Outcome<Track, 'nobody-to-inform' | 'text-missing'> {
  if (audience === undefined) return refused('nobody-to-inform');
  const isComplete = said.textSv !== '' && said.textFi !== '' && said.channel !== '' && said.when !== undefined;
  if (said.inform && !isComplete) return refused('text-missing');
  return done({ ...track, informing: [...track.informing, { ...said, audience, by, at }] });
}

export type ClosingHindrance = 'reports-left' | 'opinion-missing' | 'track-consultation-missing' | 'concerned-undecided';

/** Avslutat, when everything that was decided has been done. */
export function closed(track: Track, rules: RegimeRules, { by, at }: Step): Outcome<Track, ClosingHindrance> {
  const hindrance = closingHindrance(track, rules);
  return hindrance === undefined ? done({ ...track, state: 'closed', closedBy: by, closedAt: at }) : refused(hindrance);
}

/** Nothing more is to be reported: it was decided not to, or all has been sent in (domain.md 5.3, what an incident waits for before it is closed). */
export function isFinal(track: Track, rules: RegimeRules): boolean {
  return track.state === 'closed' || closingHindrance(track, rules) !== 'reports-left';
}

/**
 * A breach that is not notified needs the dataskyddsombud's view on record (GDPR 33.5, domain.md 2.4), an incident that is betydande its samråd (H51), and
 * whoever reports must have decided whether to inform those concerned.
 */
export function closingHindrance(track: Track, { audience }: RegimeRules): ClosingHindrance | undefined {
  const { regime, state, opinions, consultations, informing } = track;
  if (state === 'not-to-report') return regime === 'gdpr' && opinions.length === 0 ? 'opinion-missing' : undefined;
  const last: readonly TrackState[] = regime === 'cybersecurity' ? ['final-reported'] : ['notified', 'supplemented'];
  if (!last.includes(state)) return 'reports-left';
  if (regime === 'cybersecurity' && consultations.length === 0) return 'track-consultation-missing';
  return audience !== undefined && informing.length === 0 ? 'concerned-undecided' : undefined;
}
