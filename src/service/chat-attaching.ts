// A file from the chat into the record: fetched when there is room for it, then taken as one from the tab.
import type { BotDesk } from '../bot/desk';
import { refused } from '../domain/outcome';
import type { Attach } from './attaching';
import type { FetchFile } from './chat-files';
import type { Allowance } from './limits';
import type { Room } from './room';

export interface ChatAttachingParts {
  readonly fetchFile: FetchFile;
  readonly attach: Attach;
  readonly room: Room;
  readonly fileAllowanceOf: (sender: string) => Promise<Allowance>;
}

export function chatAttaching({ fetchFile, attach, room, fileAllowanceOf }: ChatAttachingParts): BotDesk['attach'] {
  return async ({ command, actor, reference, file }) => {
    const { id } = actor.person;
    if ((await fileAllowanceOf(id)) !== 'within') return refused('too-many');
    const leave = room();
    if (leave === undefined) return refused('too-many');
    try {
      const bytes = await fetchFile(file);
      return typeof bytes === 'string' ? refused(bytes) : await attach({ command, actor: id, reference, name: file.name, bytes });
    } finally {
      leave();
    }
  };
}
