// Nobody has answered for an incident in time: the next in line is told, and the incident's history says so (H26, H30).
import { afterStep } from '../domain/handle-incident';
import { handlingOf, type Incident } from '../domain/incident';
import { markedNotices, type Notice } from '../domain/notice';
import type { Person } from '../domain/person';
import { stepDue, type EscalationRules } from '../domain/reminders';
import { responseDeadline, type ResponseDeadline } from '../domain/response-deadline';
import { commit, readMended, type Standing } from './commit';
import type { Context } from './context';
import { lineOfAnswer } from './line-of-answer';
import { answeringRole, awaited, type Telling } from './telling';

interface DueStep extends ResponseDeadline {
  readonly step: number;
}

/** Which in the line is to be told of the incident at `now` (UTC), if any. */
export function incidentStep(incident: Incident, rules: EscalationRules, now: string): DueStep | undefined {
  const deadline = responseDeadline(incident);
  const step = deadline && stepDue(deadline, handlingOf(incident).escalated, rules.answer[deadline.severity], now);
  return deadline === undefined || step === undefined ? undefined : { ...deadline, step };
}

/** What the step is told and recorded under. */
export function escalationKey({ reference }: Pick<Incident, 'reference'>, { response, due, step }: DueStep): string {
  return `escalate ${reference} ${response} ${due} ${step}`;
}

/**
 * First they are told, then it is recorded: of what a crash can part, somebody who was told without a line of the history is the lesser harm, and the next
 * round writes the line. Gives the key it was told under; none when it was not the time.
 */
export async function escalateIncident({ context, rules, tell }: Telling, reference: string): Promise<string | undefined> {
  const page = await readMended(context, context.incidents, reference);
  const due = page && incidentStep(page.state, rules, context.now());
  if (page === undefined || due === undefined) return undefined;
  const command = escalationKey(page.state, due);
  const line = await lineOfAnswer(context, answeringRole(page.state));
  const next = line[due.step];
  // The line has no further place: nothing is left to do for it.
  if (next === undefined) return command;
  await tell(command, markedNotices(page.state, await notices(context, page.state, due, next)));
  await recordStep(context, page, { ...due, command, told: next });
  return command;
}

interface ToldStep extends DueStep {
  readonly command: string;
  readonly told: readonly Person[];
}

/** Somebody may have answered at the same moment: then theirs stands, and there is nothing to say. */
async function recordStep(context: Context, page: Standing<Incident>, { command, due, step, told }: ToldStep): Promise<void> {
  const at = context.now();
  const text = told.map(({ name }) => name).join(', ');
  const state = afterStep(page.state, { event: 'incident-escalated', at, text }, { escalated: { due, step, at } });
  const { reference } = page.state;
  await commit(context, context.incidents, reference, page, {
    event: 'incident-escalated',
    command,
    actor: 'service',
    at,
    from: page.state.state,
    to: state.state,
    reason: text,
    state
  });
}

/** Those of IT can receive it with one press. */
async function notices(context: Context, { reference }: Incident, due: DueStep, people: readonly Person[]): Promise<readonly Notice[]> {
  const it = due.response === 'receive' ? await context.directory.membersOf('it') : [];
  return people.map(({ id: to }) => ({
    kind: 'incident-escalated',
    to,
    reference,
    ...awaited(due),
    ...(it.some(({ id }) => id === to) && { receiver: 'it' })
  }));
}
