// What a report is to say is written, field by field of its sheet; an emptied field is missing again.
import { z } from 'zod';
import type { LegalRules } from '../domain/legal-rules';
import { trackLimits, type Track } from '../domain/legal-track';
import { done, refused } from '../domain/outcome';
import { numberIn } from '../domain/reference-number';
import { isSheetField } from '../domain/report-sheet';
import { isBlank, written } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

/** The fields that are written or emptied; the others stay. A field is the same in every stage that has it. */
export const FillSheetInput = z.strictObject({ reference: numberIn('R'), fields: z.record(z.string().max(60), written(trackLimits.text)) });
export type FillSheetInput = Readonly<z.infer<typeof FillSheetInput>>;

export function fillSheet(
  context: Context,
  rules: LegalRules,
  request: Request<FillSheetInput>
): Promise<Answer<Track, TrackRefusal | 'unknown-field'>> {
  const { fields } = request.input;
  return changeTrack(context, rules, request, {
    act: 'fill-sheet',
    event: 'track-sheet-written',
    change: (track) => {
      if (!Object.keys(fields).every((id) => isSheetField(rules[track.regime], id))) return refused('unknown-field');
      const all = Object.entries({ ...track.sheet, ...fields });
      return done({ ...track, sheet: Object.fromEntries(all.filter(([, text]) => !isBlank(text))) });
    }
  });
}
