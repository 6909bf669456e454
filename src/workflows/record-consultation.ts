// Samråd on a legal track is recorded: with whom, when, and what came of it (H51).
import { z } from 'zod';
import type { LegalRules } from '../domain/legal-rules';
import { consulted } from '../domain/legal-steps';
import { trackLimits, type Track } from '../domain/legal-track';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

/** `heldAt` is UTC, ISO 8601, whole seconds. */
export const RecordConsultationInput = z.strictObject({
  reference: numberIn('R'),
  with: writtenVisibly(trackLimits.line),
  outcome: writtenVisibly(trackLimits.reason),
  heldAt: z.iso.datetime({ precision: 0 })
});
export type RecordConsultationInput = Readonly<z.infer<typeof RecordConsultationInput>>;

export function recordConsultation(
  context: Context,
  rules: LegalRules,
  request: Request<RecordConsultationInput>
): Promise<Answer<Track, TrackRefusal | 'wrong-time'>> {
  const { with: partner, outcome, heldAt } = request.input;
  return changeTrack(context, rules, request, {
    act: 'record-consultation',
    event: 'track-consulted',
    change: (track, step) => consulted(track, { with: partner, outcome, heldAt }, step)
  });
}
