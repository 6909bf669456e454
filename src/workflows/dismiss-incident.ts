// What was reported turns out to be no incident: it is dismissed with a reason that the reporter can read (domain.md 5.3, Avförd).
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

export const DismissIncidentInput = z.strictObject({ reference: numberIn('I'), reason: written(handlingLimits.reason) });
export type DismissIncidentInput = Readonly<z.infer<typeof DismissIncidentInput>>;

export function dismissIncident(
  context: Context,
  request: Request<DismissIncidentInput>
): Promise<Answer<Incident, HandlingRefusal | Hindrance>> {
  const { reason } = request.input;
  return changeIncident(context, request, {
    act: 'dismiss-incident',
    take: (incident) => {
      const [hindrance] = hindrances('dismiss', incident, { reason });
      return hindrance === undefined
        ? done({ event: 'incident-dismissed', move: 'dismiss', text: reason, changes: {} })
        : refused(hindrance);
    },
    notices: toReporter
  });
}
