// A measure gets another owner or other days, with a reason (domain.md 5.3, Omprioriterad). Whoever had it and whoever gets it are told.
import { z } from 'zod';
import { changed, measureLimits, momentsOf, type Measure } from '../domain/measure';
import { done, refused } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { isUpn } from '../domain/person';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Answer, Context, Request } from './context';
import { changeMeasure, type MeasureNews } from './measures';
import { upn } from './owners';

export const ChangeMeasureInput = z.strictObject({
  reference: numberIn('M'),
  owner: upn.min(1),
  due: z.iso.date(),
  check: z.iso.date(),
  reason: writtenVisibly(measureLimits.text)
});
export type ChangeMeasureInput = Readonly<z.infer<typeof ChangeMeasureInput>>;

type Refusal = HandlingRefusal | 'unknown-person' | 'wrong-measure-days' | 'too-large';

export async function changeMeasureTerms(context: Context, request: Request<ChangeMeasureInput>): Promise<Answer<Measure, Refusal>> {
  const { owner: name, reason } = request.input;
  const owner = isUpn(name) ? await context.directory.person(name) : undefined;
  return changeMeasure<'unknown-person' | 'wrong-measure-days'>(context, request, {
    act: 'change-measure',
    event: 'measure-changed',
    reason,
    change: (measure, step) => {
      if (owner === undefined) return refused('unknown-person');
      const moments = momentsOf(request.input, step.at);
      return moments === undefined ? refused('wrong-measure-days') : done(changed(measure, { owner, ...moments, text: reason }, step));
    },
    news: newsOf
  });
}

function newsOf({ owner, before }: Measure): readonly MeasureNews[] {
  const had = before.at(-1)?.owner;
  if (had === undefined || had.id === owner.id) return [{ to: owner, step: 'changed' }];
  return [
    { to: owner, step: 'given' },
    { to: had, step: 'taken' }
  ];
}
