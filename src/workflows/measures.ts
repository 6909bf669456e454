// What all commands on a measure have in common: who may, the step, the log and the item, who may read it, and who is told.
import { facingMeasure } from '../domain/capacities';
import type { Delegation } from '../domain/delegation';
import { handlingOf, type Incident } from '../domain/incident';
import type { EventCode } from '../domain/log';
import { followingReaders, shownMeasure, type Measure, type MeasureStep } from '../domain/measure';
import type { measureSteps, Notice } from '../domain/notice';
import { refused, type Outcome } from '../domain/outcome';
import { refusalTo, type HandledMeasureAct, type MeasureAct, type RefusalOf } from '../domain/permissions';
import type { Actor, Person } from '../domain/person';
import { alreadyDone, commit, overtakenBy, readMended } from './commit';
import { told, type Answer, type Context, type Request, type Told } from './context';
import { deputyFor, readDelegation } from './delegations';
import { rolesFor } from './held-roles';

export interface MeasureChange<R extends string, A extends MeasureAct = HandledMeasureAct> {
  readonly act: A;
  readonly event: EventCode;
  readonly reason: string;
  readonly change: (measure: Measure, step: MeasureStep) => Outcome<Measure, R>;
  /** Only of what the head of a förvaltning decides. */
  readonly deciding?: DecidedHow;
  /** Of the measure after the step; the same whenever it is asked. */
  readonly news: (measure: Measure, incident: Incident | undefined) => readonly MeasureNews[];
}

/** `delegation`: its number, by which somebody decides in another's place. `decisions`: how many there were on what they saw; not said when it is absent. */
export interface DecidedHow {
  readonly delegation?: string | undefined;
  readonly decisions?: number | undefined;
}

/** Who is told which step. */
export interface MeasureNews {
  readonly to: Person;
  readonly step: (typeof measureSteps)[number];
}

/** A row of a list and an entry of the log hold so much text (platform.md 5), in UTF-16 units. */
const mostText = 60_000;

/** One step of one measure, carried out once however often its command comes. */
export async function changeMeasure<R extends string, A extends MeasureAct = HandledMeasureAct>(
  context: Context,
  { command, actor, input }: Request<{ readonly reference: string }>,
  { act, event, reason, deciding, change, news }: MeasureChange<R, A>
): Promise<Answer<Measure, R | RefusalOf<A> | 'not-found' | 'too-large'>> {
  const [known, page, given] = await Promise.all([
    alreadyDone(context, context.measures, command),
    readMended(context, context.measures, input.reference),
    readDelegation(context, deciding?.delegation)
  ]);
  const incident = page && (await incidentOf(context, page.state));
  if (page === undefined || incident === 'missing') return refused('not-found');
  if (known !== undefined) return toldOf(known, news(known, incident), actor);
  const deputy = await deputyIn(context, act, page.state, given);
  const refusal = refusalTo(act, facingMeasure(actor, page.state, incident, deputy));
  if (deciding !== undefined && (refusal === 'wrong-state' || (refusal === undefined && !isAsSeen(page.state, deciding))))
    return overtakenBy(page.last);
  if (refusal !== undefined) return refused(refusal);
  const changed = change(page.state, { by: actor.person, at: context.now(), ...byDelegation(given, page.state, actor) });
  if (!changed.ok) return changed;
  const state = changed.value;
  if (JSON.stringify(state).length > mostText) return refused('too-large');
  const outcome = await commit(context, context.measures, input.reference, page, {
    event,
    command,
    actor,
    from: page.state.state,
    to: state.state,
    reason,
    state
  });
  return outcome.ok ? toldOf(outcome.state, news(outcome.state, incident), actor) : outcome;
}

async function deputyIn(
  context: Context,
  act: MeasureAct,
  { decider }: Measure,
  given: Delegation | undefined
): Promise<Person | undefined> {
  if (given === undefined || decider === undefined) return undefined;
  return deputyFor(context, { act, decider, given, rolesOf: await rolesFor(context.directory, act) });
}

/** What was declined can be decided on again, so that a state alone does not say whether somebody came first. */
function isAsSeen({ decisions = [] }: Measure, { decisions: seen = decisions.length }: DecidedHow): boolean {
  return decisions.length === seen;
}

/** A decider who decides themselves does so by nobody's leave. */
function byDelegation(given: Delegation | undefined, { decider }: Measure, { person }: Actor): Pick<MeasureStep, 'byDelegation'> {
  return given === undefined || person.id === decider?.id ? {} : { byDelegation: given.reference };
}

/** The incident that it came of; `undefined` for one from an asset, `missing` when the log has not got it. */
export async function incidentOf(context: Context, measure: Measure): Promise<Incident | undefined | 'missing'> {
  if (measure.incident === undefined) return undefined;
  return (await readMended(context, context.incidents, measure.incident))?.state ?? 'missing';
}

/** Nobody is told of what they have done themselves. */
export function toldOf(measure: Measure, news: readonly MeasureNews[], actor: Actor): Told<Measure> {
  const { reference, due } = measure;
  const others = news.filter(({ to: { id } }, index) => id !== actor.person.id && news.findIndex(({ to }) => to.id === id) === index);
  return told(
    shownMeasure(measure),
    others.map(({ to: { id: to }, step }): Notice => ({ kind: 'measure-moved', to, reference, step, due }))
  );
}

/** Whoever follows it up: the handler of its incident, or who decided on it, and whoever added it. */
export function followersOf({ addedBy, decider }: Measure, incident: Incident | undefined): readonly Person[] {
  const handler = incident === undefined ? decider : handlingOf(incident).handler;
  return handler === undefined || handler.id === addedBy.id ? [addedBy] : [handler, addedBy];
}

/**
 * Who reads an incident reads its measures, beside their owners. Called after whatever may have changed that; called again it completes what a crash left.
 * `command` is the one that changed it.
 */
export async function followReaders(context: Context, command: string, incident: string): Promise<void> {
  for (const reference of await context.measures.numbersOf(incident)) await letReadersFollow(context, command, reference);
}

const mostTries = 5;

/** The measure is read before its incident, so that whoever lets others read meanwhile is seen here or sees this. */
export async function letReadersFollow(context: Context, command: string, reference: string): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const page = await readMended(context, context.measures, reference);
    if (page?.state.incident === undefined) return;
    const entry = await context.log.latest(page.state.incident);
    const state = entry && followingReaders(page.state, context.incidents.parse(entry.state));
    if (state === undefined) return;
    const outcome = await commit(context, context.measures, reference, page, {
      event: 'measure-readers-changed',
      command: `${command} ${reference} ${page.sequence}`,
      actor: 'service',
      from: state.state,
      to: state.state,
      state
    });
    if (outcome.ok) return;
  }
  throw new Error(`Others always changed ${reference} first; who may read it does not follow its incident.`);
}
