// Fetches a file that somebody sent in the chat: from Teams' and the tenant's own addresses alone, to nowhere else from there, and no more than may be kept.
import type { SharedFile } from '../bot/shared-files';
import { attachmentLimits } from '../domain/attachment';
import type { Settings } from './settings';

/** Scheme, host and port, by where a file is: an address comes in a message, and a message may be anybody's making. */
export type FileOrigins = Readonly<Record<SharedFile['source'], readonly string[]>>;

/** `file-unread`: it is somewhere else than where Teams keeps files, or it could not be read there. */
export type FetchFile = (file: Pick<SharedFile, 'url' | 'source'>) => Promise<Uint8Array | 'file-unread' | 'file-too-large'>;

export interface ChatFilesOptions {
  readonly origins: FileOrigins;
  /** The bot's own token, which goes to Teams and nowhere else. */
  readonly botToken: () => Promise<string>;
  readonly fetch?: typeof fetch;
}

/** The tenant's SharePoint and its OneDrive; of Teams the hosts that may be answered to. While the chat is local there is no Teams. */
export function fileOrigins({ site, chat }: Pick<Settings, 'site' | 'chat'>): FileOrigins {
  const { origin } = new URL(site);
  const drive = origin.replace(/^(https:\/\/[a-z0-9-]+?)(?:-my)?(\.sharepoint\.com)$/, '$1-my$2');
  return {
    drive: [...new Set([origin, drive])],
    chat: chat.kind === 'teams' ? chat.serviceHosts.map((host) => `https://${host}`) : []
  };
}

/** In milliseconds, from the first byte asked to the last one read. */
const longestFetch = 30_000;

export function chatFiles({ origins, botToken, fetch: ask = fetch }: ChatFilesOptions): FetchFile {
  return async ({ url, source }) => {
    if (!isAllowed(url, source, origins)) return 'file-unread';
    const headers = source === 'chat' ? { authorization: `Bearer ${await botToken()}` } : {};
    try {
      const response = await ask(url, { headers, redirect: 'error', signal: AbortSignal.timeout(longestFetch) });
      if (response.status === 200 && response.body !== null) return await readUpTo(attachmentLimits.bytes, response.body);
      await response.body?.cancel();
      return 'file-unread';
    } catch {
      return 'file-unread';
    }
  };
}

/** The token goes with what the bot's service calls attachments, and not to its other doors (Bot Connector API, `GetAttachment`). */
const attachmentPath = /^\/(?:[\w.-]+\/)*v3\/attachments\/[^/]+\/views\/[^/]+$/;

function isAllowed(url: string, source: SharedFile['source'], origins: FileOrigins): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password, pathname } = new URL(url);
  if (username !== '' || password !== '' || !origins[source].includes(origin)) return false;
  return source === 'drive' || attachmentPath.test(pathname);
}

/** What a server says of the length counts for nothing: it is what comes that is counted. */
async function readUpTo(most: number, body: ReadableStream<Uint8Array>): Promise<Uint8Array | 'file-too-large'> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    length += next.value.length;
    if (length <= most) continue;
    await reader.cancel();
    return 'file-too-large';
  }
  return Buffer.concat(chunks);
}
