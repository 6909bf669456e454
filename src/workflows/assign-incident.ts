// An incident gets a handler, or is handed over to another with a reason; the new one is told.
import { z } from 'zod';
import { handlingLimits } from '../domain/handling';
import { handlingOf, type Incident } from '../domain/incident';
import { done, refused } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { isUpn } from '../domain/person';
import { numberIn } from '../domain/reference-number';
import { written } from '../domain/written-text';
import { changeIncident, toHandler } from './change-incident';
import type { Answer, Context, Request } from './context';
import { upn } from './owners';

/** `handler` is a user principal name, looked up. `reason` may be empty only when nobody had it before. */
export const AssignIncidentInput = z.strictObject({
  reference: numberIn('I'),
  handler: upn.min(1),
  reason: written(handlingLimits.reason)
});
export type AssignIncidentInput = Readonly<z.infer<typeof AssignIncidentInput>>;

type Refusal = HandlingRefusal | 'unknown-person' | 'reason-missing';

export async function assignIncident(context: Context, request: Request<AssignIncidentInput>): Promise<Answer<Incident, Refusal>> {
  const { handler: name, reason } = request.input;
  const handler = isUpn(name) ? await context.directory.person(name) : undefined;
  return changeIncident(context, request, {
    act: 'assign-incident',
    take: (incident) => {
      if (handler === undefined) return refused('unknown-person');
      const before = handlingOf(incident).handler;
      if (before !== undefined && before.id !== handler.id && reason === '') return refused('reason-missing');
      return done({ event: 'incident-assigned', text: reason === '' ? handler.name : `${handler.name}: ${reason}`, changes: { handler } });
    },
    notices: (incident) => toHandler(incident, 'incident-assigned')
  });
}
