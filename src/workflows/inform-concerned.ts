// Whether those concerned are informed is decided: the registered (GDPR art. 34), or recipients of services (Cybersäkerhetslagen 2 kap. 9 §).
import { z } from 'zod';
import type { LegalRules } from '../domain/legal-rules';
import { informingDecided } from '../domain/legal-steps';
import { trackLimits, type Track } from '../domain/legal-track';
import { numberIn } from '../domain/reference-number';
import { written, writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

/** To inform takes the text in Swedish and Finnish, a channel, and when it is or was sent (UTC, whole seconds); not to takes the reason only. */
export const InformConcernedInput = z.strictObject({
  reference: numberIn('R'),
  inform: z.boolean(),
  reason: writtenVisibly(trackLimits.reason),
  textSv: written(trackLimits.text),
  textFi: written(trackLimits.text),
  channel: written(trackLimits.line),
  when: z.iso.datetime({ precision: 0 }).optional()
});
export type InformConcernedInput = Readonly<z.infer<typeof InformConcernedInput>>;

export function informConcerned(
  context: Context,
  rules: LegalRules,
  request: Request<InformConcernedInput>
): Promise<Answer<Track, TrackRefusal | 'nobody-to-inform' | 'text-missing'>> {
  const { reference: _reference, ...said } = request.input;
  return changeTrack(context, rules, request, {
    act: 'inform-concerned',
    event: 'track-informing-decided',
    reason: said.reason,
    change: (track, step) => informingDecided(track, rules[track.regime], said, step)
  });
}
