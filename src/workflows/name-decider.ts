// Another is named to decide a legal track, when whoever was cannot in time.
import { z } from 'zod';
import type { LegalRules } from '../domain/legal-rules';
import { type Track } from '../domain/legal-track';
import { done, refused } from '../domain/outcome';
import { numberIn } from '../domain/reference-number';
import type { Answer, Context, Request } from './context';
import { upn } from './owners';
import { changeTrack, deciderNamed, type TrackRefusal } from './tracks';

/** `decider` is a user principal name, looked up. */
export const NameDeciderInput = z.strictObject({ reference: numberIn('R'), decider: upn.min(1) });
export type NameDeciderInput = Readonly<z.infer<typeof NameDeciderInput>>;

export async function nameDecider(
  context: Context,
  rules: LegalRules,
  request: Request<NameDeciderInput>
): Promise<Answer<Track, TrackRefusal | 'unknown-person' | 'data-protection-named' | 'not-a-decider'>> {
  const { reference, decider } = request.input;
  const entry = await context.log.latest(reference);
  if (entry === undefined) return refused('not-found');
  const { regime, controller: code } = context.tracks.parse(entry.state);
  const named = await deciderNamed(context.directory, decider, { regime, controller: await context.directory.unit(code) });
  return changeTrack(context, rules, request, {
    act: 'name-decider',
    event: 'track-decider-named',
    change: (track) => (named.ok ? done({ ...track, decider: named.value }) : named),
    news: () => 'to-decide'
  });
}
