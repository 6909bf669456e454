// A legal track is closed when all that was decided has been done, or when it was decided not to report.
import { z } from 'zod';
import type { LegalRules } from '../domain/legal-rules';
import { closed, type ClosingHindrance } from '../domain/legal-steps';
import type { Track } from '../domain/legal-track';
import { numberIn } from '../domain/reference-number';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

export const CloseTrackInput = z.strictObject({ reference: numberIn('R') });
export type CloseTrackInput = Readonly<z.infer<typeof CloseTrackInput>>;

export function closeTrack(
  context: Context,
  rules: LegalRules,
  request: Request<CloseTrackInput>
): Promise<Answer<Track, TrackRefusal | ClosingHindrance>> {
  return changeTrack(context, rules, request, {
    act: 'close-track',
    event: 'track-closed',
    change: (track, step) => closed(track, rules[track.regime], step),
    news: () => 'closed'
  });
}
