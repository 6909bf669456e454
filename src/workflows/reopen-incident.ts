// Something new is known of an incident that was closed or dismissed: it is opened again, with the reason (domain.md 5.3).
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

export const ReopenIncidentInput = z.strictObject({ reference: numberIn('I'), reason: written(handlingLimits.reason) });
export type ReopenIncidentInput = Readonly<z.infer<typeof ReopenIncidentInput>>;

export function reopenIncident(
  context: Context,
  request: Request<ReopenIncidentInput>
): Promise<Answer<Incident, HandlingRefusal | Hindrance>> {
  const { reason } = request.input;
  return changeIncident(context, request, {
    act: 'reopen-incident',
    take: (incident) => {
      const [hindrance] = hindrances('reopen', incident, { reason });
      return hindrance === undefined ? done({ event: 'incident-reopened', move: 'reopen', text: reason, changes: {} }) : refused(hindrance);
    },
    notices: toReporter
  });
}
