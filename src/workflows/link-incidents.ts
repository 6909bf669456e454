// A handler says which other incidents have to do with this one: the same cause, or the same thing reported twice.
import { z } from 'zod';
import { facingIncident } from '../domain/capacities';
import { handlingLimits } from '../domain/handling';
import type { Incident } from '../domain/incident';
import { done, refused } from '../domain/outcome';
import { refusalTo, type HandlingRefusal } from '../domain/permissions';
import type { Actor } from '../domain/person';
import { numberIn } from '../domain/reference-number';
import { changeIncident } from './change-incident';
import { readMended } from './commit';
import type { Answer, Context, Request } from './context';

/** All incidents that it has to do with: one that is not named any more is taken away. */
export const LinkIncidentsInput = z.strictObject({
  reference: numberIn('I'),
  incidents: z.array(numberIn('I')).max(handlingLimits.links).readonly()
});
export type LinkIncidentsInput = Readonly<z.infer<typeof LinkIncidentsInput>>;

type Refusal = HandlingRefusal | 'unknown-incident' | 'own-incident';

/** An incident that the actor may not see is as unknown as one that there is not. */
export async function linkIncidents(context: Context, request: Request<LinkIncidentsInput>): Promise<Answer<Incident, Refusal>> {
  const { reference } = request.input;
  const incidents = [...new Set(request.input.incidents)];
  const seen = await Promise.all(incidents.map((number) => isSeenBy(context, request.actor, number)));
  return changeIncident(context, request, {
    act: 'link-incidents',
    take: () => {
      if (incidents.includes(reference)) return refused('own-incident');
      if (seen.includes(false)) return refused('unknown-incident');
      return done({ event: 'incidents-linked', text: incidents.join(', '), changes: { incidents } });
    },
    notices: () => []
  });
}

async function isSeenBy(context: Context, actor: Actor, reference: string): Promise<boolean> {
  const page = await readMended(context, context.incidents, reference);
  return page !== undefined && refusalTo('link-incidents', facingIncident(actor, page.state)) !== 'not-found';
}
