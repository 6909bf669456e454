// The informationssäkerhetsansvarig records the samråd on an incident, and whether a särskild rapport is called for (H51, H64).
import { z } from 'zod';
import { handlingLimits } from '../domain/handling';
import type { Incident } from '../domain/incident';
import { done } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { changeIncident } from './change-incident';
import type { Answer, Context, Request } from './context';

export const ConsultOnIncidentInput = z.strictObject({
  reference: numberIn('I'),
  text: writtenVisibly(handlingLimits.text),
  specialReport: z.boolean()
});
export type ConsultOnIncidentInput = Readonly<z.infer<typeof ConsultOnIncidentInput>>;

export function consultOnIncident(context: Context, request: Request<ConsultOnIncidentInput>): Promise<Answer<Incident, HandlingRefusal>> {
  const { text, specialReport } = request.input;
  const by = request.actor.person;
  return changeIncident<never>(context, request, {
    act: 'consult-on-incident',
    take: (_incident, at) => done({ event: 'incident-consulted', text, changes: { consultation: { by, at, text, specialReport } } }),
    notices: () => []
  });
}
