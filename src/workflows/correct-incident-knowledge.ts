// A handler corrects when the municipality came to know of an incident, with the reason; legal tracks that have no time of their own follow (domain.md 5.3, Kännedom).
import { z } from 'zod';
import { handlingLimits, type Handling } from '../domain/handling';
import type { Incident } from '../domain/incident';
import { awaitsTriage } from '../domain/incident-moves';
import type { LegalRules } from '../domain/legal-rules';
import { knowledgeCorrected } from '../domain/legal-steps';
import { fitsInRecord, followsIncident, knownAt as trackKnownAt, withNextDue, type Track } from '../domain/legal-track';
import type { Notice } from '../domain/notice';
import { done, refused } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { answerBy, severityOfReport } from '../domain/severity';
import { earliestMoment, isEarlier } from '../domain/swedish-time';
import { writtenVisibly } from '../domain/written-text';
import { changeIncident } from './change-incident';
import { alreadyDone, carryThrough, readMended } from './commit';
import { told, type Answer, type Context, type Request } from './context';
import { toldOf, tracksOf } from './tracks';

/** `knownAt` is UTC, ISO 8601, whole seconds. */
export const CorrectIncidentKnowledgeInput = z.strictObject({
  reference: numberIn('I'),
  knownAt: z.iso.datetime({ precision: 0 }).refine((at) => at >= earliestMoment),
  reason: writtenVisibly(handlingLimits.reason)
});
export type CorrectIncidentKnowledgeInput = Readonly<z.infer<typeof CorrectIncidentKnowledgeInput>>;

type Correction = Request<CorrectIncidentKnowledgeInput>;

/** `too-large`: a legal track that would follow has no room for another time. Whoever has to do with a track that follows is told. */
export async function correctIncidentKnowledge(
  context: Context,
  rules: LegalRules,
  request: Correction
): Promise<Answer<Incident, HandlingRefusal | 'wrong-time' | 'too-large'>> {
  const { knownAt, reason } = request.input;
  const tracks = await tracksOf(context, request.input.reference);
  const fit = tracks.filter(followsIncident).every((track) => fitsInRecord(corrected(track, rules, request, context.now())));
  const answer = await changeIncident<'wrong-time' | 'too-large'>(context, request, {
    act: 'correct-incident-knowledge',
    take: (incident, at) => {
      if (isEarlier(at, knownAt)) return refused('wrong-time');
      if (!fit) return refused('too-large');
      return done({ event: 'incident-knowledge-corrected', text: reason, knownAt, changes: answeredBy(incident, knownAt) });
    },
    notices: () => []
  });
  if (!answer.ok) return answer;
  const notices = await Promise.all(tracks.map(({ reference }) => follow(context, rules, request, reference)));
  return told(answer.value, notices.flat());
}

/** A time that has been answered is left: nobody could keep one that was not yet known. */
function answeredBy({ state, report }: Incident, knownAt: string): Partial<Handling> {
  return awaitsTriage(state) ? { answerBy: answerBy(severityOfReport(report), knownAt) } : {};
}

/** What the command has not done yet is done when it comes again. Somebody who changes the track at the same moment is let pass first. */
async function follow(context: Context, rules: LegalRules, request: Correction, number: string): Promise<readonly Notice[]> {
  const command = `${request.command}/${number}`;
  const [known, incident, track] = await Promise.all([
    alreadyDone(context, context.tracks, command),
    readMended(context, context.incidents, request.input.reference),
    readMended(context, context.tracks, number)
  ]);
  if (known !== undefined) return noticesOf(context, request, known);
  if (incident === undefined || track === undefined || !isBehind(track.state, incident.state, request)) return [];
  const state = corrected(track.state, rules, request, context.now());
  const outcome = await carryThrough(context, context.tracks, number, track, {
    event: 'track-knowledge-corrected',
    command,
    actor: request.actor,
    from: track.state.state,
    to: state.state,
    reason: request.input.reason,
    state
  });
  return outcome.ok ? noticesOf(context, request, outcome.state) : follow(context, rules, request, number);
}

/** A later correction of the incident takes its tracks along itself. */
function isBehind(track: Track, incident: Incident, { input: { knownAt } }: Correction): boolean {
  return followsIncident(track) && incident.knownAt === knownAt && trackKnownAt(track) !== knownAt;
}

function corrected(track: Track, rules: LegalRules, { actor, input: { knownAt, reason } }: Correction, at: string): Track {
  const regime = rules[track.regime];
  const outcome = knowledgeCorrected(track, regime, { knownAt, reason, ofIncident: true }, { by: actor.person, at });
  return outcome.ok ? withNextDue(outcome.value, regime) : track;
}

async function noticesOf(context: Context, { actor }: Correction, track: Track): Promise<readonly Notice[]> {
  return (await toldOf(context, track, 'known', actor)).notices;
}
