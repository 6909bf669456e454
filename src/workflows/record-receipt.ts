// The receipt of a report comes after it was sent in, perhaps with the receiver's number.
import { z } from 'zod';
import type { LegalRules } from '../domain/legal-rules';
import { receiptKept } from '../domain/legal-steps';
import { trackLimits, type Track } from '../domain/legal-track';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

/** `submission`: its place among those sent in, from 0. */
export const RecordReceiptInput = z.strictObject({
  reference: numberIn('R'),
  submission: z.int().min(0),
  receipt: writtenVisibly(trackLimits.reason),
  externalReference: writtenVisibly(trackLimits.line).optional()
});
export type RecordReceiptInput = Readonly<z.infer<typeof RecordReceiptInput>>;

export function recordReceipt(
  context: Context,
  rules: LegalRules,
  request: Request<RecordReceiptInput>
): Promise<Answer<Track, TrackRefusal | 'wrong-stage' | 'receipt-kept'>> {
  return changeTrack(context, rules, request, {
    act: 'record-receipt',
    event: 'track-receipt-kept',
    change: (track) => receiptKept(track, request.input)
  });
}
