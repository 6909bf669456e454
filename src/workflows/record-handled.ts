// The incident had been handled at a moment: from it the slutrapport after a lägesrapport has its month (Cybersäkerhetslagen 2 kap. 8 §).
import { z } from 'zod';
import type { LegalRules } from '../domain/legal-rules';
import { handled } from '../domain/legal-steps';
import type { Track } from '../domain/legal-track';
import { numberIn } from '../domain/reference-number';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

/** `handledAt` is UTC, ISO 8601, whole seconds. */
export const RecordHandledInput = z.strictObject({ reference: numberIn('R'), handledAt: z.iso.datetime({ precision: 0 }) });
export type RecordHandledInput = Readonly<z.infer<typeof RecordHandledInput>>;

export function recordHandled(
  context: Context,
  rules: LegalRules,
  request: Request<RecordHandledInput>
): Promise<Answer<Track, TrackRefusal | 'wrong-time'>> {
  return changeTrack(context, rules, request, {
    act: 'record-handled',
    event: 'track-incident-handled',
    change: (track, step) => handled(track, request.input.handledAt, step)
  });
}
