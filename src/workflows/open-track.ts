// A legal track is opened for an incident: one for each regime, and under the GDPR for each nämnd that is controller (domain.md 2.4, H60).
import { z } from 'zod';
import { facingNew } from '../domain/capacities';
import { markOf } from '../domain/exercise';
import { regimes, type LegalRules } from '../domain/legal-rules';
import { opened } from '../domain/legal-steps';
import { trackLimits, withNextDue, type Track } from '../domain/legal-track';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, commitNew, newNumber, readMended } from './commit';
import type { Answer, Context, Request } from './context';
import { upn } from './owners';
import { deciderNamed, toldOf, tracksOf } from './tracks';

/** `controller`: a nämnd's code. `decider`: a user principal name, looked up. `counterpart` and `agreedHours`, which the contract says, are for suppliers. */
export const OpenTrackInput = z
  .strictObject({
    incident: numberIn('I'),
    regime: z.enum(regimes),
    controller: z.string().max(60),
    decider: upn.min(1),
    counterpart: writtenVisibly(trackLimits.line).optional(),
    agreedHours: z.int().min(1).max(8760).optional()
  })
  .refine(({ regime, counterpart, agreedHours }) => regime === 'supplier' || (counterpart === undefined && agreedHours === undefined));
export type OpenTrackInput = Readonly<z.infer<typeof OpenTrackInput>>;

type Refusal =
  | 'not-found'
  | 'not-allowed'
  | 'unknown-unit'
  | 'not-a-committee'
  | 'unknown-person'
  | 'data-protection-named'
  | 'not-a-decider'
  | 'track-exists';

/** Kännedom is the incident's own until somebody corrects it for the track. */
export async function openTrack(
  context: Context,
  rules: LegalRules,
  { command, actor, input }: Request<OpenTrackInput>
): Promise<Answer<Track, Refusal>> {
  const [known, incident, number, controller] = await Promise.all([
    alreadyDone(context, context.tracks, command),
    readMended(context, context.incidents, input.incident),
    newNumber(context, 'R'),
    context.directory.unit(input.controller)
  ]);
  if (known !== undefined) return toldOf(context, known, 'opened', actor);
  const refusal = refusalTo('open-track', facingNew(actor));
  if (refusal !== undefined) return refused(refusal);
  if (incident === undefined) return refused('not-found');
  if (controller === undefined) return refused('unknown-unit');
  if (controller.kind !== 'committee') return refused('not-a-committee');
  const decider = await deciderNamed(context.directory, input.decider, { regime: input.regime, controller });
  if (!decider.ok) return decider;
  if (await exists(context, input)) return refused('track-exists');
  const { regime, counterpart, agreedHours } = input;
  const { reference: about, knownAt } = incident.state;
  const opening = {
    ...markOf(incident.state),
    incident: about,
    regime,
    controller: controller.code,
    controllerName: controller.name,
    counterpart,
    agreedHours
  };
  const track = await commitNew(context, context.tracks, number, (reference) => ({
    event: 'track-opened',
    command,
    actor,
    from: '',
    to: 'not-assessed',
    state: withNextDue(
      opened({ ...opening, reference, decider: decider.value, knownAt }, { by: actor.person, at: context.now() }),
      rules[regime]
    )
  }));
  return toldOf(context, track, 'opened', actor);
}

/** Two that are opened at the same moment can both come to stand; either is closed with its reason. */
async function exists(context: Context, { incident, regime, controller, counterpart }: OpenTrackInput): Promise<boolean> {
  return (await tracksOf(context, incident)).some(
    (track) => track.regime === regime && track.controller === controller && track.counterpart === counterpart && track.state !== 'closed'
  );
}
