// What all commands on a measure have in common: who may, the step, the log and the item, who may read it, and who is told.
import { facingMeasure } from '../domain/capacities';
import { handlingOf, type Incident } from '../domain/incident';
import type { EventCode } from '../domain/log';
import { followingReaders, shownMeasure, type Measure, type MeasureStep } from '../domain/measure';
import type { measureSteps, Notice } from '../domain/notice';
import { refused, type Outcome } from '../domain/outcome';
import { refusalTo, type HandledMeasureAct, type MeasureAct, type RefusalOf } from '../domain/permissions';
import type { Actor, Person } from '../domain/person';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Request, type Told } from './context';

export interface MeasureChange<R extends string, A extends MeasureAct = HandledMeasureAct> {
  readonly act: A;
  readonly event: EventCode;
  readonly reason: string;
  readonly change: (measure: Measure, step: MeasureStep) => Outcome<Measure, R>;
  /** Of the measure after the step; the same whenever it is asked. */
  readonly news: (measure: Measure, incident: Incident | undefined) => readonly MeasureNews[];
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
  { act, event, reason, change, news }: MeasureChange<R, A>
): Promise<Answer<Measure, R | RefusalOf<A> | 'not-found' | 'too-large'>> {
  const [known, page] = await Promise.all([
    alreadyDone(context, context.measures, command),
    readMended(context, context.measures, input.reference)
  ]);
  const incident = page && (await incidentOf(context, page.state));
  if (page === undefined || incident === 'missing') return refused('not-found');
  if (known !== undefined) return toldOf(known, news(known, incident), actor);
  const refusal = refusalTo(act, facingMeasure(actor, page.state, incident));
  if (refusal !== undefined) return refused(refusal);
  const changed = change(page.state, { by: actor.person, at: context.now() });
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
