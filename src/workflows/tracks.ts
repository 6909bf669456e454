// What all commands on a legal track have in common: who may, the step, the log and the item, and who is told.
import { facingTrack } from '../domain/capacities';
import type { LegalRules, Regime } from '../domain/legal-rules';
import type { Step } from '../domain/legal-steps';
import { deciderRoles, fitsInRecord, withNextDue, type Track } from '../domain/legal-track';
import type { EventCode } from '../domain/log';
import type { Notice, trackSteps } from '../domain/notice';
import { done, refused, type Outcome } from '../domain/outcome';
import { refusalTo, type TrackAct } from '../domain/permissions';
import { isUpn, type Actor, type Person, type Unit } from '../domain/person';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Directory, type Request, type Told } from './context';

/** What every command on a track can be refused with. */
export type TrackRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'wrong-state'
  | 'not-decided'
  | 'reports-left'
  | 'own-assessment'
  | 'data-protection-decides'
  | 'too-large';

export interface TrackChange<R extends string> {
  readonly act: TrackAct;
  readonly event: EventCode;
  readonly reason?: string;
  readonly change: (track: Track, step: Step) => Outcome<Track, R>;
  /** What is told of, once the track is as it then is. */
  readonly news?: (track: Track) => TrackNews | undefined;
}

type TrackNews = (typeof trackSteps)[number];

/** The tracks of an incident as the log has them. */
export async function tracksOf({ log, tracks }: Context, incident: string): Promise<readonly Track[]> {
  const entries = await Promise.all((await tracks.numbersOf(incident)).map((number) => log.latest(number)));
  const standing = entries.flatMap((entry) => (entry === undefined ? [] : [tracks.parse(entry.state)]));
  return standing.filter((track) => track.incident === incident);
}

/** One step of one track, carried out once however often its command comes. */
export async function changeTrack<R extends string>(
  context: Context,
  rules: LegalRules,
  { command, actor, input }: Request<{ readonly reference: string }>,
  { act, event, reason, change, news = () => undefined }: TrackChange<R>
): Promise<Answer<Track, R | TrackRefusal>> {
  const [known, page] = await Promise.all([
    alreadyDone(context, context.tracks, command),
    readMended(context, context.tracks, input.reference)
  ]);
  if (known !== undefined) return toldOf(context, known, news(known), actor);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo(act, facingTrack(actor, page.state));
  if (refusal !== undefined) return refused(refusal);
  const changed = change(page.state, { by: actor.person, at: context.now() });
  if (!changed.ok) return changed;
  const state = withNextDue(changed.value, rules[page.state.regime]);
  if (!fitsInRecord(state)) return refused('too-large');
  const outcome = await commit(context, context.tracks, input.reference, page, {
    event,
    command,
    actor,
    from: page.state.state,
    to: state.state,
    ...(reason !== undefined && { reason }),
    state
  });
  return outcome.ok ? toldOf(context, outcome.state, news(outcome.state), actor) : outcome;
}

/** The säkerhetsskyddschef in every legal track (H52), whoever decides, who opened it, and the dataskyddsombud when it is about personal data (H58). */
export async function toldOf(context: Context, track: Track, news: TrackNews | undefined, actor: Actor): Promise<Told<Track>> {
  if (news === undefined) return told(track);
  const all = news === 'to-decide' ? [track.decider] : await concernedBy(context.directory, track);
  const others = all.filter(({ id }, index) => id !== actor.person.id && all.findIndex((one) => one.id === id) === index);
  return told(
    track,
    others.map(({ id }) => noticeOf(track, id, news))
  );
}

async function concernedBy(directory: Directory, { regime, decider, openedBy }: Track): Promise<readonly Person[]> {
  const [officers, advisers] = await Promise.all([
    directory.membersOf('security-protection'),
    regime === 'gdpr' ? directory.membersOf('data-protection') : []
  ]);
  return [...officers, ...advisers, decider, openedBy];
}

function noticeOf({ reference, incident, regime }: Track, to: string, step: TrackNews): Notice {
  return { kind: 'track-moved', to, reference, incident, regime, step };
}

/** By user principal name: who is to decide, when they may for this regime and nämnd (H60), and are not of the data protection (H57). */
export async function deciderNamed(
  directory: Directory,
  upn: string,
  { regime, controller }: { readonly regime: Regime; readonly controller: Pick<Unit, 'head'> | undefined }
): Promise<Outcome<Person, 'unknown-person' | 'data-protection-named' | 'not-a-decider'>> {
  if (!isUpn(upn)) return refused('unknown-person');
  const [person, eligible, barred] = await Promise.all([
    directory.person(upn),
    directory.membersOf(deciderRoles[regime]),
    directory.membersOf('data-protection')
  ]);
  if (person === undefined) return refused('unknown-person');
  const isOneOf = (some: readonly Person[]): boolean => some.some(({ id }) => id === person.id);
  if (isOneOf(barred)) return refused('data-protection-named');
  return isOneOf(eligible) || controller?.head?.id === person.id ? done(person) : refused('not-a-decider');
}
