// A handler says what the incident is and how severe; done again when more is known. The level is suggested, a person decides it (domain.md 5.2).
import { z } from 'zod';
import { handlingLimits } from '../domain/handling';
import { handlingOf, type Incident } from '../domain/incident';
import { incidentCategories, type CategoryMeanings } from '../domain/incident-category';
import { leadsOn } from '../domain/incident-moves';
import { done, refused, type Outcome } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { answerBy, isAtLeast, severities, SeverityFacts, suggestSeverity } from '../domain/severity';
import { written } from '../domain/written-text';
import { calledBySeverity } from './called-by-severity';
import { changeIncident, type StepTaken } from './change-incident';
import { told, type Answer, type Context, type Request } from './context';

/** `reason` may be empty only when the level is the one that was suggested. */
export const TriageIncidentInput = z.strictObject({
  reference: numberIn('I'),
  category: z.enum(incidentCategories),
  facts: SeverityFacts,
  severity: z.enum(severities),
  reason: written(handlingLimits.reason)
});
export type TriageIncidentInput = Readonly<z.infer<typeof TriageIncidentInput>>;

/** `stopped`: what may touch säkerhetsskydd is not handled here. */
type Refusal = HandlingRefusal | 'stopped' | 'reason-missing';

/** Whoever the severity calls for is told at once, the first time it is as high. */
export async function triageIncident(
  context: Context,
  meanings: CategoryMeanings,
  request: Request<TriageIncidentInput>
): Promise<Answer<Incident, Refusal>> {
  const answer = await changeIncident(context, request, {
    act: 'triage-incident',
    take: (incident, at) => triaged(incident, meanings, request.input, at),
    notices: () => []
  });
  if (!answer.ok) return answer;
  const called = await calledBySeverity(context, answer.value);
  return told(
    answer.value,
    called.filter(({ to }) => to !== request.actor.person.id)
  );
}

function triaged(
  incident: Incident,
  meanings: CategoryMeanings,
  { category, facts, severity, reason }: TriageIncidentInput,
  at: string
): Outcome<StepTaken, 'stopped' | 'reason-missing'> {
  const meaning = meanings[category];
  if (meaning.stops === true) return refused('stopped');
  const { assets, triagedAt, told: before } = handlingOf(incident);
  const suggested = suggestSeverity({ aspects: meaning.aspects, assets, facts }).severity;
  if (severity !== suggested && reason === '') return refused('reason-missing');
  const from = before?.to ?? 'low';
  const first = triagedAt === undefined && { triagedAt: at, answerBy: answerBy(severity, incident.knownAt) };
  return done({
    event: 'incident-triaged',
    text: reason,
    ...(leadsOn('triage', incident.state) && { move: 'triage' }),
    changes: { category, facts, suggested, severity, told: { from, to: isAtLeast(severity, from) ? severity : from }, ...first }
  });
}
