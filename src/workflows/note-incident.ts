// Somebody who may read an incident adds what they know or have done to it.
import { z } from 'zod';
import { handlingLimits } from '../domain/handling';
import type { Incident } from '../domain/incident';
import { done } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { changeIncident } from './change-incident';
import type { Answer, Context, Request } from './context';

export const NoteIncidentInput = z.strictObject({ reference: numberIn('I'), text: writtenVisibly(handlingLimits.text) });
export type NoteIncidentInput = Readonly<z.infer<typeof NoteIncidentInput>>;

/** A note is never changed: it stands in the timeline under the name of whoever wrote it (H57). */
export function noteIncident(context: Context, request: Request<NoteIncidentInput>): Promise<Answer<Incident, HandlingRefusal>> {
  return changeIncident<never>(context, request, {
    act: 'note-incident',
    stands: 'by-itself',
    take: () => done({ event: 'incident-noted', text: request.input.text, changes: {} }),
    notices: () => []
  });
}
