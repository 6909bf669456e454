// The dataskyddsombud gives an opinion on a track about personal data: independent, added to, never changed (H57).
import { z } from 'zod';
import type { LegalRules } from '../domain/legal-rules';
import { withOpinion } from '../domain/legal-steps';
import { trackLimits, type Track } from '../domain/legal-track';
import { done, refused } from '../domain/outcome';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

export const GiveOpinionInput = z.strictObject({ reference: numberIn('R'), text: writtenVisibly(trackLimits.text) });
export type GiveOpinionInput = Readonly<z.infer<typeof GiveOpinionInput>>;

/** Tracks under other regimes do not exist for the dataskyddsombud. */
export function giveOpinion(context: Context, rules: LegalRules, request: Request<GiveOpinionInput>): Promise<Answer<Track, TrackRefusal>> {
  return changeTrack(context, rules, request, {
    act: 'give-opinion',
    event: 'track-opinion-given',
    change: (track, step) => (track.regime === 'gdpr' ? done(withOpinion(track, request.input.text, step)) : refused('not-found'))
  });
}
