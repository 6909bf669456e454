// One step in the handling of an incident: who may, what comes of it, the log entry that says the same as the timeline, and who is told.
import { facingIncident } from '../domain/capacities';
import { afterStep, type Step } from '../domain/handle-incident';
import type { Handling } from '../domain/handling';
import { handlingOf, type Incident } from '../domain/incident';
import { isReadOtherwise } from '../domain/measure';
import type { Notice } from '../domain/notice';
import { refused, type Outcome, type Refused } from '../domain/outcome';
import { refusalTo, type HandlingAct, type HandlingRefusal } from '../domain/permissions';
import { alreadyDone, commit, readMended } from './commit';
import { followReaders } from './measures';
import { told, type Answer, type Context, type Overtaken, type Request } from './context';

/** What a step does: its event, move and text, and what it changes of the handling. */
export interface StepTaken extends Omit<Step, 'by' | 'at'> {
  readonly changes: Partial<Handling>;
}

export interface IncidentStep<R extends string> {
  readonly act: HandlingAct;
  /** `at` is UTC, ISO 8601. */
  readonly take: (incident: Incident, at: string) => Outcome<StepTaken, R>;
  /** Of the incident after the step; the same whenever it is asked. */
  readonly notices: (incident: Incident) => readonly Notice[];
  /** Adds something and rests on nothing: when somebody else was first it is taken after theirs. */
  readonly stands?: 'by-itself';
}

const mostTries = 5;

export async function changeIncident<R extends string>(
  context: Context,
  request: Request<{ readonly reference: string }>,
  step: IncidentStep<R>
): Promise<Answer<Incident, HandlingRefusal | R>> {
  for (let triesLeft = mostTries; ; triesLeft -= 1) {
    const answer = await changeOnce(context, request, step);
    if (answer.ok || answer.reason !== 'overtaken' || triesLeft === 1) return answer;
    if (step.stands === undefined && !isByService(answer)) return answer;
  }
}

/** The service tells somebody else because nobody had answered: whoever then answers has been overtaken by nobody. */
function isByService(answer: Refused<string> | Overtaken): boolean {
  return 'event' in answer && answer.event === 'incident-escalated';
}

async function changeOnce<R extends string>(
  context: Context,
  { command, actor, input: { reference } }: Request<{ readonly reference: string }>,
  { act, take, notices }: IncidentStep<R>
): Promise<Answer<Incident, HandlingRefusal | R>> {
  const [known, page] = await Promise.all([
    alreadyDone(context, context.incidents, command),
    readMended(context, context.incidents, reference)
  ]);
  const toOthers = (incident: Incident): readonly Notice[] => notices(incident).filter(({ to }) => to !== actor.person.id);
  if (page === undefined) return refused('not-found');
  if (known !== undefined) {
    await followReaders(context, command, reference);
    return told(known, toOthers(known));
  }
  const refusal = refusalTo(act, facingIncident(actor, page.state));
  if (refusal !== undefined) return refused(refusal);
  // Let go by a gallringsbeslut: nothing is done with it any more.
  if (handlingOf(page.state).disposal !== undefined) return refused('wrong-state');
  const at = context.now();
  const taken = take(page.state, at);
  if (!taken.ok) return taken;
  const { changes, ...said } = taken.value;
  const state = afterStep(page.state, { ...said, by: actor.person, at }, changes);
  const outcome = await commit(context, context.incidents, reference, page, {
    event: said.event,
    command,
    actor,
    at,
    from: page.state.state,
    to: state.state,
    reason: said.text,
    state
  });
  if (!outcome.ok) return outcome;
  if (isReadOtherwise(page.state, outcome.state)) await followReaders(context, command, reference);
  return told(outcome.state, toOthers(outcome.state));
}

/** The reporter is told that the incident has come to another state. */
export function toReporter({ reference, reporter, state }: Incident): readonly Notice[] {
  return [{ kind: 'incident-changed', to: reporter.id, reference, state }];
}

export function toHandler(incident: Incident, kind: 'incident-assigned' | 'incident-answered' | 'incident-file'): readonly Notice[] {
  const { handler } = handlingOf(incident);
  return handler === undefined ? [] : [{ kind, to: handler.id, reference: incident.reference }];
}
