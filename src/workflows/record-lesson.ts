// A handler writes down what was learned from an incident, while it is handled or afterwards (H25, domain.md 5.3).
import { z } from 'zod';
import { handlingLimits } from '../domain/handling';
import type { Incident } from '../domain/incident';
import { done } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { changeIncident } from './change-incident';
import type { Answer, Context, Request } from './context';

export const RecordLessonInput = z.strictObject({ reference: numberIn('I'), text: writtenVisibly(handlingLimits.text) });
export type RecordLessonInput = Readonly<z.infer<typeof RecordLessonInput>>;

/** Stands in the timeline, and is never changed. */
export function recordLesson(context: Context, request: Request<RecordLessonInput>): Promise<Answer<Incident, HandlingRefusal>> {
  return changeIncident<never>(context, request, {
    act: 'record-lesson',
    stands: 'by-itself',
    take: () => done({ event: 'lesson-learned', text: request.input.text, changes: {} }),
    notices: () => []
  });
}
