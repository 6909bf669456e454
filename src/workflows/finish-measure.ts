// Whoever owns a measure says that it is done, and how; whoever follows it up is told.
import { z } from 'zod';
import { finished, measureLimits, type Measure } from '../domain/measure';
import { done } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeMeasure, followersOf } from './measures';

export const FinishMeasureInput = z.strictObject({ reference: numberIn('M'), text: writtenVisibly(measureLimits.text) });
export type FinishMeasureInput = Readonly<z.infer<typeof FinishMeasureInput>>;

export function finishMeasure(
  context: Context,
  request: Request<FinishMeasureInput>
): Promise<Answer<Measure, HandlingRefusal | 'too-large'>> {
  const { text } = request.input;
  return changeMeasure<never>(context, request, {
    act: 'finish-measure',
    event: 'measure-done',
    reason: text,
    change: (measure, step) => done(finished(measure, text, step)),
    news: (measure, incident) => followersOf(measure, incident).map((to) => ({ to, step: 'done' }))
  });
}
