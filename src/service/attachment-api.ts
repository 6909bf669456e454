// POST /api/incidents/{reference}/attachments: a signed-in person adds a file to an incident; the body is the file, byte for byte.
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { attachmentLimits } from '../domain/attachment';
import { commandId } from '../domain/command-id';
import type { Attach } from './attaching';
import { limitPerMinute, type Limits } from './limits';
import { answer, crossOrigin, holderOf, refuse, signedIn, type PersonDoor } from './person-door';
import type { Room } from './room';

export interface AttachmentApiOptions extends PersonDoor {
  readonly attach: Attach;
  readonly room: Room;
  readonly limits: Pick<Limits, 'files'>;
}

/** The key was made when the file was chosen. The name is percent-encoded UTF-8, in a header: proxies log addresses, and a name can tell of somebody. */
const Given = z.object({ key: z.guid().toLowerCase(), name: z.string().max(3_000).transform(decoded) });

const comeAgainAfterSeconds = '5';

type FileRequest = Request<{ reference: string }>;

/**
 * Headers `Idempotency-Key` (uuid) and `X-File-Name`; `Content-Type: application/octet-stream`. Answers as the command API does, with the incident as value;
 * also 413 `file-too-large`, 415 `file-active`, `file-kind` and `file-mismatch`, 503 `file-not-kept`: then nothing is kept, and the same may be sent again.
 */
export function attachmentApi({ attach, room, allowedOrigin, limits, ...door }: AttachmentApiOptions): Router {
  const router = Router();
  router.use(crossOrigin(allowedOrigin, ['authorization', 'content-type', 'idempotency-key', 'x-file-name']));
  router.post('/:reference/attachments', signedIn(door), limitPerMinute(limits.files, holderOf), async (request: FileRequest, response) => {
    const given = Given.safeParse({ key: request.get('Idempotency-Key'), name: request.get('X-File-Name') });
    if (!given.success) {
      refuse(response, 'invalid');
      return;
    }
    const leave = room();
    if (leave === undefined) {
      refuse(response.set('Retry-After', comeAgainAfterSeconds), 'too-many');
      return;
    }
    await take(attach, given.data, request, response).finally(leave);
  });
  return router;
}

async function take(attach: Attach, { key, name }: z.infer<typeof Given>, request: FileRequest, response: Response): Promise<void> {
  const actor = holderOf(request, response);
  const bytes = await bodyOf(request, response);
  const command = commandId({ name: 'add-attachment', personId: actor, key });
  if (typeof bytes === 'string') refuse(response, bytes);
  else answer(response, await attach({ command, actor, reference: request.params.reference, name, bytes }));
}

/** No more of it is held than a file may weigh, and nobody waits for the rest: the library's own reader takes a refused body to its end before it says so. */
async function bodyOf(request: FileRequest, response: Response): Promise<Uint8Array | 'file-too-large' | 'invalid'> {
  if (request.is('application/octet-stream') === false || request.get('Content-Encoding') !== undefined) return 'invalid';
  if (Number(request.get('Content-Length')) > attachmentLimits.bytes) return 'file-too-large';
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length <= attachmentLimits.bytes) continue;
    // It did not say how long it would be, and may have no end.
    response.set('Connection', 'close');
    return 'file-too-large';
  }
  return Buffer.concat(chunks);
}

function decoded(name: string, context: z.RefinementCtx): string {
  try {
    return decodeURIComponent(name);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not percent-encoded UTF-8' });
    return z.NEVER;
  }
}
