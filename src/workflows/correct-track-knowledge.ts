// Kännedom of a legal track is corrected, with the reason; what it was taken for before is kept (domain.md 5.3).
import { z } from 'zod';
import type { LegalRules } from '../domain/legal-rules';
import { knowledgeCorrected } from '../domain/legal-steps';
import { trackLimits, type Track } from '../domain/legal-track';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

/** `knownAt` is UTC, ISO 8601, whole seconds. */
export const CorrectTrackKnowledgeInput = z.strictObject({
  reference: numberIn('R'),
  knownAt: z.iso.datetime({ precision: 0 }),
  reason: writtenVisibly(trackLimits.reason)
});
export type CorrectTrackKnowledgeInput = Readonly<z.infer<typeof CorrectTrackKnowledgeInput>>;

export function correctTrackKnowledge(
  context: Context,
  rules: LegalRules,
  request: Request<CorrectTrackKnowledgeInput>
): Promise<Answer<Track, TrackRefusal | 'wrong-time'>> {
  return changeTrack(context, rules, request, {
    act: 'correct-track-knowledge',
    event: 'track-knowledge-corrected',
    reason: request.input.reason,
    change: (track, step) => knowledgeCorrected(track, rules[track.regime], request.input, step)
  });
}
