// Stands before the bot: lets through what is sent by Teams for our tenant, and closes what the Teams library leaves open (platform.md 2.7-2.8).
import type { RequestHandler } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { isLoopbackAddress, isLoopbackHost, isLoopbackUrl } from './loopback';
import type { Chat } from './settings';

export type BotRefusal =
  | 'not-an-activity'
  | 'wrong-channel'
  | 'wrong-service-url'
  | 'wrong-tenant'
  | 'not-from-this-machine'
  | 'from-a-web-page';

/** What the guard looks at. `remoteAddress` is the peer's, not what a header claims. */
export interface BotRequest {
  readonly headers: IncomingHttpHeaders;
  readonly remoteAddress: string | undefined;
  readonly body: unknown;
}

export interface BotGuardOptions {
  readonly chat: Chat;
  readonly tenantId: string;
  readonly refused: (refusal: BotRefusal) => void;
}

/** Needs the parsed body, and in Teams a token that has been verified (src/identity/verify-bot-token.ts). Refused requests are answered without a word on why; the log has the reason. */
export function botGuard({ refused, ...rules }: BotGuardOptions): RequestHandler {
  return (request, response, next) => {
    const { headers, socket } = request;
    const refusal = botRefusal({ headers, body: request.body as unknown, remoteAddress: socket.remoteAddress }, rules);
    if (refusal === undefined) {
      next();
      return;
    }
    refused(refusal);
    const isUnreadable = refusal === 'not-an-activity';
    response.status(isUnreadable ? 400 : 403).json({ ok: false, reason: isUnreadable ? 'invalid' : 'not-allowed' });
  };
}

/** Why a request may not reach the bot, or `undefined` when it may. */
export function botRefusal({ body, ...request }: BotRequest, { chat, tenantId }: Omit<BotGuardOptions, 'refused'>): BotRefusal | undefined {
  const activity = Activity.safeParse(body);
  if (!activity.success) return 'not-an-activity';
  if (activity.data.channelId !== 'msteams') return 'wrong-channel';
  switch (chat.kind) {
    case 'teams':
      return refusalOfTeams(activity.data, { serviceHosts: chat.serviceHosts, tenantId });
    case 'local':
      return refusalOfLocal(activity.data, request);
  }
}

const Activity = z.object({
  type: z.string().min(1),
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({ tenantId: z.string().optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional()
});
type Activity = Readonly<z.infer<typeof Activity>>;

interface TeamsRules {
  readonly serviceHosts: readonly string[];
  readonly tenantId: string;
}

/** The library compares the activity's service URL with the token's, but neither with the hosts we know nor its tenant with ours. */
function refusalOfTeams(activity: Activity, { serviceHosts, tenantId }: TeamsRules): BotRefusal | undefined {
  if (!isServiceUrl(activity.serviceUrl, serviceHosts)) return 'wrong-service-url';
  const tenants = [activity.channelData?.tenant?.id, activity.conversation?.tenantId].filter((tenant) => tenant !== undefined);
  return tenants.length > 0 && tenants.every((tenant) => tenant.toLowerCase() === tenantId) ? undefined : 'wrong-tenant';
}

/** The local chat client proves nothing, so it must be on this machine; a page in a browser on this machine is not it. */
function refusalOfLocal(activity: Activity, { headers, remoteAddress }: Omit<BotRequest, 'body'>): BotRefusal | undefined {
  if (!isLoopbackAddress(remoteAddress ?? '')) return 'not-from-this-machine';
  if (!isLoopbackHost((headers.host ?? '').replace(/:\d+$/, ''))) return 'not-from-this-machine';
  if (headers.origin !== undefined) return 'from-a-web-page';
  return isLoopbackUrl(activity.serviceUrl) ? undefined : 'wrong-service-url';
}

/** Replies and the bot's token go to this address. */
function isServiceUrl(text: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, username } = new URL(text);
  return protocol === 'https:' && port === '' && username === '' && hosts.includes(hostname);
}
