// A handler closes an incident: the cause is known, nothing is left to report by law, and the reporter is told what came of it (domain.md 5.3).
import { z } from 'zod';
import { hindrances, type Hindrance } from '../domain/handle-incident';
import { handlingLimits } from '../domain/handling';
import type { Incident } from '../domain/incident';
import type { LegalRules } from '../domain/legal-rules';
import { isFinal } from '../domain/legal-steps';
import { done, refused } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { written } from '../domain/written-text';
import { changeIncident, toReporter } from './change-incident';
import type { Answer, Context, Request } from './context';
import { tracksOf } from './tracks';

/** `outcome` is written to the reporter. What is empty is refused with what is missing. */
export const CloseIncidentInput = z.strictObject({
  reference: numberIn('I'),
  rootCause: written(handlingLimits.text),
  outcome: written(handlingLimits.text)
});
export type CloseIncidentInput = Readonly<z.infer<typeof CloseIncidentInput>>;

/** `tracks-left`: a legal track of it awaits a decision or a report. Which one is not told, since whoever handles an incident may not read its tracks (H52). */
export async function closeIncident(
  context: Context,
  rules: LegalRules,
  request: Request<CloseIncidentInput>
): Promise<Answer<Incident, HandlingRefusal | Hindrance | 'tracks-left'>> {
  const { reference, rootCause, outcome } = request.input;
  const tracks = await tracksOf(context, reference);
  return changeIncident(context, request, {
    act: 'close-incident',
    take: (incident) => {
      const [hindrance] = hindrances('close', incident, { rootCause, outcome });
      if (hindrance !== undefined) return refused(hindrance);
      if (!tracks.every((track) => isFinal(track, rules[track.regime]))) return refused('tracks-left');
      return done({ event: 'incident-closed', move: 'close', text: outcome, changes: { rootCause, outcome } });
    },
    notices: toReporter
  });
}
