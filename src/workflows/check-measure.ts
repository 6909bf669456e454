// A handler says whether a measure that is done had effect (H47). One that had none asks for another.
import { z } from 'zod';
import { checked, measureLimits, type Measure } from '../domain/measure';
import { done } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeMeasure } from './measures';

export const CheckMeasureInput = z.strictObject({
  reference: numberIn('M'),
  hadEffect: z.boolean(),
  text: writtenVisibly(measureLimits.text)
});
export type CheckMeasureInput = Readonly<z.infer<typeof CheckMeasureInput>>;

export function checkMeasure(
  context: Context,
  request: Request<CheckMeasureInput>
): Promise<Answer<Measure, HandlingRefusal | 'too-large'>> {
  const { hadEffect, text } = request.input;
  return changeMeasure<never>(context, request, {
    act: 'check-measure',
    event: 'measure-checked',
    reason: text,
    change: (measure, step) => done(checked(measure, { hadEffect, text }, step)),
    news: ({ owner }) => [{ to: owner, step: 'checked' }]
  });
}
