// A file for an incident, from its bytes to the record: looked into, kept beside the item in SharePoint, then entered by a command (docs/decisions/0027).
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { attachmentLimits, keptAs, namedFile, type NamedFile } from '../domain/attachment';
import { contentOf } from '../domain/file-kind';
import type { Incident } from '../domain/incident';
import { refused, type Outcome } from '../domain/outcome';
import { rolesThatMatter } from '../domain/permissions';
import type { IncidentFiles } from '../lists/incident-files';
import { AddAttachmentInput, refusalToAttach, type AttachmentRefusal } from '../workflows/add-attachment';
import type { CommandAnswer, CommandSurroundings } from './command-line';
import type { Commands } from './commands';
import { faultOf } from './log';

/** `command` names the person as well (src/domain/command-id.ts); `actor` is the Entra object id from a verified token or activity; `name` as it was given. */
export interface FileGiven {
  readonly command: string;
  readonly actor: string;
  readonly reference: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

type FileRefusal = 'file-empty' | 'file-too-large' | 'file-active' | 'file-kind' | 'file-mismatch';

/** `file-not-kept`: SharePoint or the directory is away, and nothing has been kept. `kept`: the file is kept, and is entered when SharePoint answers. */
export type AttachAnswer = CommandAnswer<Incident, AttachmentRefusal | FileRefusal | 'file-not-kept'>;

export type Attach = (given: FileGiven) => Promise<AttachAnswer>;

export interface AttachingParts extends Pick<CommandSurroundings, 'context' | 'actorOf'> {
  readonly commands: Pick<Commands, 'add-attachment'>;
  readonly files: IncidentFiles;
  readonly log: Logger;
}

/** The file first, then the record: so nothing is recorded that is not kept. What a crash leaves in between is told by the check of the log. */
export function openAttaching(parts: AttachingParts): Attach {
  return async ({ command, actor, reference, name, bytes }) => {
    const checked = checkedFile(name, bytes);
    if (!checked.ok) return checked;
    const facts = {
      file: keptAs(checked.value.name, command),
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex')
    };
    const input = AddAttachmentInput.safeParse({ reference, ...checked.value, ...facts });
    if (!input.success) return refused('invalid');
    const reason = await kept(parts, { command, actor, input: input.data }, bytes);
    if (reason !== undefined) return refused(reason);
    const answer = await parts.commands['add-attachment'].carryOut({ command, actor, input: input.data });
    if (!answer.ok) await takenAway(parts, input.data);
    return answer;
  };
}

/** What the file is by its bytes, and the name it gets; its own name and what somebody says of it count for nothing more. */
function checkedFile(name: string, bytes: Uint8Array): Outcome<NamedFile, FileRefusal> {
  if (bytes.length === 0) return refused('file-empty');
  if (bytes.length > attachmentLimits.bytes) return refused('file-too-large');
  const content = contentOf(bytes);
  if (content === 'active') return refused('file-active');
  return content === 'unknown' ? refused('file-kind') : namedFile(name, content);
}

interface Given {
  readonly command: string;
  readonly actor: string;
  readonly input: AddAttachmentInput;
}

/** Why the file was not kept, or nothing. The command asks once more whether it may be. */
async function kept(
  { context, files, actorOf, log }: AttachingParts,
  { command, actor: objectId, input }: Given,
  bytes: Uint8Array
): Promise<AttachmentRefusal | 'not-allowed' | 'invalid' | 'file-not-kept' | undefined> {
  try {
    const actor = await actorOf(objectId, rolesThatMatter('add-attachment'));
    if (actor === undefined) return 'not-allowed';
    const refusal = await refusalToAttach(context, { command, actor, input });
    if (refusal !== undefined) return refusal;
    return (await files.keep(input, bytes)) === 'kept' ? undefined : 'invalid';
  } catch (error) {
    log.warn({ fault: faultOf(error) }, 'a file could not be kept');
    return 'file-not-kept';
  }
}

async function takenAway({ files, log }: AttachingParts, place: AddAttachmentInput): Promise<void> {
  try {
    await files.remove(place);
  } catch (error) {
    log.warn({ fault: faultOf(error) }, 'a refused file could not be taken away');
  }
}
