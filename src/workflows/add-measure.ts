// A handler adds a measure that an incident calls for: what, by whom, by when, and when its effect is checked (H25, H47). Its owner is told.
import { z } from 'zod';
import { facingIncident } from '../domain/capacities';
import { added, measureLimits, momentsOf, type Measure } from '../domain/measure';
import { refused } from '../domain/outcome';
import { refusalTo, type HandlingRefusal } from '../domain/permissions';
import { isUpn } from '../domain/person';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, commitNew, newNumber, readMended } from './commit';
import type { Answer, Context, Request } from './context';
import { letReadersFollow, toldOf } from './measures';
import { upn } from './owners';

/** `owner` is a user principal name, looked up. Days are of the Swedish calendar. `follows`: the measure without effect that this one is made instead of. */
export const AddMeasureInput = z.strictObject({
  incident: numberIn('I'),
  what: writtenVisibly(measureLimits.what).transform((text) => text.replaceAll('\n', ' ')),
  owner: upn.min(1),
  due: z.iso.date(),
  check: z.iso.date(),
  follows: numberIn('M').optional()
});
export type AddMeasureInput = Readonly<z.infer<typeof AddMeasureInput>>;

type Refusal = HandlingRefusal | 'unknown-person' | 'wrong-measure-days' | 'no-such-measure';

export async function addMeasure(context: Context, { command, actor, input }: Request<AddMeasureInput>): Promise<Answer<Measure, Refusal>> {
  const { incident: about, what, follows } = input;
  const [known, incident, number, owner, earlier] = await Promise.all([
    alreadyDone(context, context.measures, command),
    readMended(context, context.incidents, about),
    newNumber(context, 'M'),
    isUpn(input.owner) ? context.directory.person(input.owner) : undefined,
    follows === undefined ? undefined : readMended(context, context.measures, follows)
  ]);
  if (known !== undefined) return given(context, command, known, actor);
  if (incident === undefined) return refused('not-found');
  const refusal = refusalTo('add-measure', facingIncident(actor, incident.state));
  if (refusal !== undefined) return refused(refusal);
  if (owner === undefined) return refused('unknown-person');
  const at = context.now();
  const moments = momentsOf(input, at);
  if (moments === undefined) return refused('wrong-measure-days');
  if (follows !== undefined && (earlier?.state.incident !== about || earlier.state.state !== 'without-effect'))
    return refused('no-such-measure');
  const measure = await commitNew(context, context.measures, number, (reference) => ({
    event: 'measure-added',
    command,
    actor,
    from: '',
    to: 'open',
    reason: what,
    state: added({ reference, incident: about, what, owner, ...moments, follows }, incident.state, { by: actor.person, at })
  }));
  return given(context, command, measure, actor);
}

/** Somebody may have closed the incident to others while the measure was written. */
async function given(context: Context, command: string, measure: Measure, actor: Request<unknown>['actor']) {
  await letReadersFollow(context, command, measure.reference);
  return toldOf(measure, [{ to: measure.owner, step: 'given' }], actor);
}
