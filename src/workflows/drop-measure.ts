// A measure that is not to be done after all is struck, with the reason; it stays in the record (domain.md 5.3, Avslagen).
import { z } from 'zod';
import { dropped, measureLimits, type Measure } from '../domain/measure';
import { done } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeMeasure } from './measures';

export const DropMeasureInput = z.strictObject({ reference: numberIn('M'), reason: writtenVisibly(measureLimits.text) });
export type DropMeasureInput = Readonly<z.infer<typeof DropMeasureInput>>;

export function dropMeasure(context: Context, request: Request<DropMeasureInput>): Promise<Answer<Measure, HandlingRefusal | 'too-large'>> {
  const { reason } = request.input;
  return changeMeasure<never>(context, request, {
    act: 'drop-measure',
    event: 'measure-dropped',
    reason,
    change: (measure, step) => done(dropped(measure, reason, step)),
    news: ({ owner }) => [{ to: owner, step: 'dropped' }]
  });
}
