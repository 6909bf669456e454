// Whoever is named for it decides to report or not, with a reason; the suggestion binds nobody (domain.md 5.2, H60).
import { z } from 'zod';
import type { LegalRules } from '../domain/legal-rules';
import { decided } from '../domain/legal-steps';
import { trackLimits, type Track } from '../domain/legal-track';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

/** `assessedAt`: when the assessment that the decider saw was made (UTC); absent when there was none. */
export const DecideTrackInput = z.strictObject({
  reference: numberIn('R'),
  report: z.boolean(),
  reason: writtenVisibly(trackLimits.reason),
  assessedAt: z.iso.datetime().optional()
});
export type DecideTrackInput = Readonly<z.infer<typeof DecideTrackInput>>;

export function decideTrack(
  context: Context,
  rules: LegalRules,
  request: Request<DecideTrackInput>
): Promise<Answer<Track, TrackRefusal | 'assessment-changed' | 'facts-missing'>> {
  return changeTrack(context, rules, request, {
    act: 'decide-track',
    event: 'track-decided',
    reason: request.input.reason,
    change: (track, step) => decided(track, request.input, step),
    news: () => 'decided'
  });
}
