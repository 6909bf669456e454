// Cards out of the bot: into a conversation, in place of a card already there, or into a person's own chat with the bot.
import { cardAttachment, type Account } from '@microsoft/teams.api';
import { z } from 'zod';
import type { Card } from '../cards/card';
import type { InboundActivity } from './activity';
import type { Conversation } from './desk';

/** Where a card goes. */
export type Address = Pick<Conversation, 'serviceUrl' | 'conversationId' | 'botId'>;

export interface Outgoing {
  /** The id of the new activity. Throws `ConnectorRefusal`, or what stood in the way of an answer. */
  readonly send: (to: Address, card: Card) => Promise<string>;
  /** Puts the card in place of one already sent; never before a card that was to take its place earlier, and not at all once a later one waits to. */
  readonly replace: (to: Address, activityId: string, card: Card) => Promise<void>;
  /** Opens the sender's own chat with the bot; Teams refuses where the app is not installed for the person. */
  readonly openPersonal: (from: InboundActivity, tenantId: string) => Promise<string>;
}

/** What the connector answered instead of doing what it was asked. `retryAfter` is in seconds, when it said how long to wait. */
export class ConnectorRefusal extends Error {
  constructor(
    readonly status: number,
    readonly retryAfter?: number
  ) {
    super(`The Bot Connector answered ${status}`);
    this.name = 'ConnectorRefusal';
  }
}

interface Call {
  readonly serviceUrl: string;
  readonly method: 'POST' | 'PUT';
  /** Of parts that an activity's schema has let be parts of an address (src/bot/activity.ts). */
  readonly path: string;
  readonly body: object;
}

/** No longer than this is waited for the connector: whoever waits for the answer has been told before it. */
const longestMilliseconds = 15_000;

const Created = z.object({ id: z.string().min(1) });

/** `token` gives the bot's own. Speaks the Bot Connector's REST (v3); why not through the library: docs/decisions/0032. */
export function createOutgoing(token: () => Promise<string>): Outgoing {
  const created = async (call: Call): Promise<string> => Created.parse(JSON.parse(await answerTo(call, await token()))).id;
  return {
    send: ({ serviceUrl, conversationId, botId }, card) =>
      created({ serviceUrl, method: 'POST', path: `/${conversationId}/activities`, body: messageOf(botId, card) }),
    replace: inTurn(async ({ serviceUrl, conversationId, botId }, activityId, card) => {
      const path = `/${conversationId}/activities/${activityId}`;
      await answerTo({ serviceUrl, method: 'PUT', path, body: messageOf(botId, card) }, await token());
    }),
    openPersonal: ({ serviceUrl, from }, tenantId) =>
      created({ serviceUrl, method: 'POST', path: '', body: { members: [{ id: from.id, role: 'user' }], tenantId } })
  };
}

/** Two presses soon after each other must not leave the card of the first: calls on their way at once may arrive in any order. */
function inTurn(replace: Outgoing['replace']): Outgoing['replace'] {
  const last = new Map<string, Promise<void>>();
  return (to, activityId, card) => {
    const place = `${to.conversationId} ${activityId}`;
    const before = last.get(place) ?? Promise.resolve();
    const mine: Promise<void> = before
      .catch(() => undefined)
      .then(() => (last.get(place) === mine ? replace(to, activityId, card) : undefined))
      .finally(() => last.get(place) === mine && last.delete(place));
    last.set(place, mine);
    return mine;
  };
}

/** Never follows a redirect: the token is for the address that was asked. */
async function answerTo({ serviceUrl, method, path, body }: Call, token: string): Promise<string> {
  const response = await fetch(`${serviceUrl.replace(/\/+$/, '')}/v3/conversations${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(longestMilliseconds)
  });
  const answer = await response.text();
  if (!response.ok) throw new ConnectorRefusal(response.status, secondsOf(response.headers.get('retry-after')));
  return answer;
}

/** Teams says seconds; the date that the header may also hold (RFC 9110, 10.2.3) is left to the caller's usual pause. */
function secondsOf(retryAfter: string | null): number | undefined {
  const seconds = retryAfter === null || retryAfter === '' ? NaN : Number(retryAfter);
  return Number.isFinite(seconds) ? seconds : undefined;
}

/** The connector wants the bot's account as sender. */
function messageOf(botId: string, card: Card): object {
  const from: Pick<Account, 'id' | 'role'> = { id: botId, role: 'bot' };
  return { type: 'message', from, summary: card.speak ?? '', attachments: [cardAttachment('adaptive', card)] };
}
