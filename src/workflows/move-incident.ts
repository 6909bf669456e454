// A handler takes an incident a stage further: under hantering, begränsad, återställd, analys (domain.md 5.3).
import { z } from 'zod';
import { hindrances, type Hindrance } from '../domain/handle-incident';
import { handlingLimits } from '../domain/handling';
import type { Incident } from '../domain/incident';
import { stages } from '../domain/incident-moves';
import { done, refused } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { written } from '../domain/written-text';
import { changeIncident, toReporter } from './change-incident';
import type { Answer, Context, Request } from './context';

export const MoveIncidentInput = z.strictObject({
  reference: numberIn('I'),
  move: z.enum(stages),
  text: written(handlingLimits.reason)
});
export type MoveIncidentInput = Readonly<z.infer<typeof MoveIncidentInput>>;

export function moveIncident(
  context: Context,
  request: Request<MoveIncidentInput>
): Promise<Answer<Incident, HandlingRefusal | Hindrance>> {
  const { move, text } = request.input;
  return changeIncident(context, request, {
    act: `${move}-incident`,
    take: (incident) => {
      const [hindrance] = hindrances(move, incident);
      return hindrance === undefined ? done({ event: 'incident-moved', move, text, changes: {} }) : refused(hindrance);
    },
    notices: (incident) => (mattersToReporter.includes(incident.state) ? toReporter(incident) : [])
  });
}

/** That somebody works on it, and that what was wrong is right again. What lies between is the handlers' own. */
const mattersToReporter: readonly Incident['state'][] = ['handling', 'restored'];
