// The head of the förvaltning, or whoever they have let, decides that a proposed measure is to be done, or declines it and accepts the remaining risk for a time (H47, domain.md 5.3 Åtgärd).
import { z } from 'zod';
import { acceptedUntil, approved, declined, measureLimits, type Measure } from '../domain/measure';
import { done, refused } from '../domain/outcome';
import type { RefusalOf } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { written, writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeMeasure } from './measures';

/** `delegation`: by which it is decided in another's place. `decisions`: how many there were on what whoever decides has seen; then it is refused after another. */
const how = { delegation: numberIn('D').optional(), decisions: z.int().min(0).optional() };

export const DecideMeasureInput = z.strictObject({ reference: numberIn('M'), text: written(measureLimits.text), ...how });
export type DecideMeasureInput = Readonly<z.infer<typeof DecideMeasureInput>>;

/** `risk`: what is lived with. `until`: the last day it is, Swedish calendar, at most a year away. */
export const DeclineMeasureInput = z.strictObject({
  reference: numberIn('M'),
  reason: writtenVisibly(measureLimits.text),
  risk: writtenVisibly(measureLimits.text),
  until: z.iso.date(),
  ...how
});
export type DeclineMeasureInput = Readonly<z.infer<typeof DeclineMeasureInput>>;

export function decideMeasure(
  context: Context,
  request: Request<DecideMeasureInput>
): Promise<Answer<Measure, RefusalOf<'decide-measure'> | 'too-large'>> {
  const { text, delegation, decisions } = request.input;
  return changeMeasure<never, 'decide-measure'>(context, request, {
    act: 'decide-measure',
    event: 'measure-decided',
    reason: text,
    deciding: { delegation, decisions },
    change: (measure, step) => done(approved(measure, text, step)),
    news: ({ owner, addedBy }) => [
      { to: owner, step: 'given' },
      { to: addedBy, step: 'approved' }
    ]
  });
}

export function declineMeasure(
  context: Context,
  request: Request<DeclineMeasureInput>
): Promise<Answer<Measure, RefusalOf<'decline-measure'> | 'wrong-acceptance-day' | 'too-large'>> {
  const { reason: text, risk, until: day, delegation, decisions } = request.input;
  return changeMeasure<'wrong-acceptance-day', 'decline-measure'>(context, request, {
    act: 'decline-measure',
    event: 'measure-declined',
    reason: text,
    deciding: { delegation, decisions },
    change: (measure, step) => {
      const until = acceptedUntil(day, step.at);
      return until === undefined ? refused('wrong-acceptance-day') : done(declined(measure, { text, risk, until }, step));
    },
    news: ({ addedBy }) => [{ to: addedBy, step: 'declined' }]
  });
}
