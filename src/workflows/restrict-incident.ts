// The informationssäkerhetsansvarig closes an incident to all but those it must be open to, or opens it again (OSL 18:8).
import { z } from 'zod';
import { handlingLimits } from '../domain/handling';
import type { Incident } from '../domain/incident';
import { done } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { changeIncident } from './change-incident';
import type { Answer, Context, Request } from './context';

export const RestrictIncidentInput = z.strictObject({
  reference: numberIn('I'),
  restricted: z.boolean(),
  reason: writtenVisibly(handlingLimits.reason)
});
export type RestrictIncidentInput = Readonly<z.infer<typeof RestrictIncidentInput>>;

export function restrictIncident(context: Context, request: Request<RestrictIncidentInput>): Promise<Answer<Incident, HandlingRefusal>> {
  const { restricted, reason } = request.input;
  return changeIncident<never>(context, request, {
    act: 'restrict-incident',
    take: () => done({ event: 'incident-restricted', text: reason, changes: { restricted } }),
    notices: () => []
  });
}
