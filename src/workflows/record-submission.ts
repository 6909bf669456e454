// A report was sent in: which stage, when, with what number from the receiver; a late one with its motivation (GDPR 33.1).
import { z } from 'zod';
import { stageIds, type LegalRules } from '../domain/legal-rules';
import { submitted } from '../domain/legal-steps';
import { trackLimits, type Track } from '../domain/legal-track';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

/** `sentAt` is UTC, ISO 8601, whole seconds. Without the receiver's number the reason is asked for. */
export const RecordSubmissionInput = z.strictObject({
  reference: numberIn('R'),
  stage: z.enum(stageIds),
  sentAt: z.iso.datetime({ precision: 0 }),
  externalReference: writtenVisibly(trackLimits.line).optional(),
  withoutReference: writtenVisibly(trackLimits.reason).optional(),
  lateMotivation: writtenVisibly(trackLimits.reason).optional(),
  receipt: writtenVisibly(trackLimits.reason).optional()
});
export type RecordSubmissionInput = Readonly<z.infer<typeof RecordSubmissionInput>>;

export function recordSubmission(
  context: Context,
  rules: LegalRules,
  request: Request<RecordSubmissionInput>
): Promise<Answer<Track, TrackRefusal | 'wrong-stage' | 'wrong-time' | 'reference-missing' | 'motivation-missing'>> {
  const { reference: _reference, sentAt, ...sent } = request.input;
  return changeTrack(context, rules, request, {
    act: 'record-submission',
    event: 'track-report-sent',
    reason: sent.stage,
    change: (track, step) => submitted(track, rules[track.regime], { ...sent, at: sentAt }, step),
    news: () => 'sent'
  });
}
