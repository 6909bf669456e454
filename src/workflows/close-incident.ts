// A handler closes an incident: the cause is known, and the reporter is told what came of it (domain.md 5.3).
import { z } from 'zod';
import { hindrances, type Hindrance } from '../domain/handle-incident';
import { handlingLimits } from '../domain/handling';
import type { Incident } from '../domain/incident';
import { done, refused } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { written } from '../domain/written-text';
import { changeIncident, toReporter } from './change-incident';
import type { Answer, Context, Request } from './context';

/** `outcome` is written to the reporter. What is empty is refused with what is missing. */
export const CloseIncidentInput = z.strictObject({
  reference: numberIn('I'),
  rootCause: written(handlingLimits.text),
  outcome: written(handlingLimits.text)
});
export type CloseIncidentInput = Readonly<z.infer<typeof CloseIncidentInput>>;

export function closeIncident(
  context: Context,
  request: Request<CloseIncidentInput>
): Promise<Answer<Incident, HandlingRefusal | Hindrance>> {
  const { rootCause, outcome } = request.input;
  return changeIncident(context, request, {
    act: 'close-incident',
    take: (incident) => {
      const [hindrance] = hindrances('close', incident, { rootCause, outcome });
      if (hindrance !== undefined) return refused(hindrance);
      return done({ event: 'incident-closed', move: 'close', text: outcome, changes: { rootCause, outcome } });
    },
    notices: toReporter
  });
}
