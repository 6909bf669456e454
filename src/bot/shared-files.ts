// Files that somebody has put into a message in their own chat with the bot: what each is called and where Teams keeps it.
import { z } from 'zod';
import { isPersonal, type InboundActivity } from './activity';

/** `drive`: in the sender's OneDrive, at an address that opens by itself for some minutes. `chat`: with Teams, which gives it to the bot and its token alone. */
export interface SharedFile {
  readonly name: string;
  readonly url: string;
  readonly source: 'drive' | 'chat';
}

/** A file that is uploaded (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4). */
const uploaded = 'application/vnd.microsoft.teams.file.download.info';
const Download = z.object({ downloadUrl: z.string().max(2_000) });

/** In company the bot is given none, and what concerns one person is not for everybody (bots-filesv4: personal context only). */
export function filesIn(activity: InboundActivity): readonly SharedFile[] {
  if (!isPersonal(activity)) return [];
  return (activity.attachments ?? []).flatMap(({ contentType, contentUrl, name = 'bild', content }): SharedFile[] => {
    if (contentType === uploaded) {
      const download = Download.safeParse(content);
      return download.success ? [{ name, url: download.data.downloadUrl, source: 'drive' }] : [];
    }
    return contentType.startsWith('image/') && contentUrl !== undefined ? [{ name, url: contentUrl, source: 'chat' }] : [];
  });
}
