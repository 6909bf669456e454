// IT or the nearest manager presses Mottagen; the reporter is told (H40).
import { z } from 'zod';
import { facingIncident } from '../domain/capacities';
import { acknowledged, receivers, type Incident, type Receiver } from '../domain/incident';
import { refused, type Refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Request, type Told } from './context';

export const AcknowledgeIncidentInput = z.strictObject({ reference: numberIn('I'), receiver: z.enum(receivers) });
export type AcknowledgeIncidentInput = Readonly<z.infer<typeof AcknowledgeIncidentInput>>;

type Refusal = 'not-found' | 'not-allowed';

/** Each of the two receivers can be first once. */
const mostTries = 1 + receivers.length;

/**
 * A receiver who has already acknowledged gets the incident as it stands, and nobody is told twice. The two receivers do not stand in each other's way:
 * whoever loses to the other looks again, and then either acknowledges or learns who already has.
 */
export async function acknowledgeIncident(
  context: Context,
  request: Request<AcknowledgeIncidentInput>
): Promise<Answer<Incident, Refusal>> {
  for (let triesLeft = mostTries; ; triesLeft -= 1) {
    const answer = await acknowledgeOnce(context, request);
    if (answer.ok || answer.reason !== 'overtaken' || triesLeft === 1) return answer;
  }
}

async function acknowledgeOnce(context: Context, request: Request<AcknowledgeIncidentInput>): Promise<Answer<Incident, Refusal>> {
  const { command, actor, input } = request;
  const [known, page] = await Promise.all([
    alreadyDone(context, context.incidents, command),
    readMended(context, context.incidents, input.reference)
  ]);
  if (known !== undefined) return toldReporter(known, input.receiver);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo(`acknowledge-for-${input.receiver}`, facingIncident(actor, page.state));
  if (refusal !== undefined) return refused(refusal);
  const state = acknowledged(page.state, input.receiver, { by: actor.person, at: context.now() });
  if (state === page.state) return told(state);
  const outcome = await commit(context, context.incidents, input.reference, page, {
    event: 'incident-acknowledged',
    command,
    actor,
    from: page.state.state,
    to: state.state,
    reason: input.receiver,
    state
  });
  return outcome.ok ? toldReporter(outcome.state, input.receiver) : outcome;
}

function toldReporter(incident: Incident, receiver: Receiver): Told<Incident> | Refused<Refusal> {
  return told(incident, [{ kind: 'incident-acknowledged', to: incident.reporter.id, reference: incident.reference, receiver }]);
}
