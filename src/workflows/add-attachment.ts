// Whoever reported or handles an incident adds a file: the record says what it is called and its fingerprint, never what is in it (H13).
import { z } from 'zod';
import { Attachment, attachmentLimits } from '../domain/attachment';
import { facingIncident } from '../domain/capacities';
import { attachmentsOf, type Incident } from '../domain/incident';
import { done, refused, type Outcome } from '../domain/outcome';
import { refusalTo, type HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { changeIncident, toHandler, type StepTaken } from './change-incident';
import { readMended } from './commit';
import type { Answer, Context, Request } from './context';

/** Whoever gives this has kept the file beside the item: the command itself only makes the record say so. */
export const AddAttachmentInput = z.strictObject({ reference: numberIn('I'), ...Attachment.omit({ by: true, at: true }).shape });
export type AddAttachmentInput = Readonly<z.infer<typeof AddAttachmentInput>>;

/** `files-full`: as many as may be are there. `file-known`: this very file is there already. */
export type AttachmentRefusal = HandlingRefusal | 'files-full' | 'file-known';

export function addAttachment(context: Context, request: Request<AddAttachmentInput>): Promise<Answer<Incident, AttachmentRefusal>> {
  return changeIncident<'files-full' | 'file-known'>(context, request, {
    act: 'add-attachment',
    stands: 'by-itself',
    take: (incident, at) => added(incident, request, at),
    notices: (incident) => toHandler(incident, 'incident-file')
  });
}

/** Why it would be refused if it were given now; asked before the file itself is kept. A command that was carried out before would not be. */
export async function refusalToAttach(
  context: Context,
  request: Request<Pick<AddAttachmentInput, 'reference' | 'sha256'>>
): Promise<AttachmentRefusal | undefined> {
  const { command, actor, input } = request;
  const [known, page] = await Promise.all([context.log.byCommand(command), readMended(context, context.incidents, input.reference)]);
  if (known !== undefined) return undefined;
  if (page === undefined) return 'not-found';
  return refusalTo('add-attachment', facingIncident(actor, page.state)) ?? hindrance(page.state, input.sha256);
}

function added(
  incident: Incident,
  { actor, input: { reference: _reference, ...file } }: Request<AddAttachmentInput>,
  at: string
): Outcome<StepTaken, 'files-full' | 'file-known'> {
  const reason = hindrance(incident, file.sha256);
  if (reason !== undefined) return refused(reason);
  const attachments = [...attachmentsOf(incident), { ...file, by: actor.person, at }];
  return done({ event: 'attachment-added', text: file.name, changes: { attachments } });
}

function hindrance(incident: Incident, sha256: string): 'files-full' | 'file-known' | undefined {
  const attachments = attachmentsOf(incident);
  if (attachments.some((attachment) => attachment.sha256 === sha256)) return 'file-known';
  return attachments.length >= attachmentLimits.files ? 'files-full' : undefined;
}
