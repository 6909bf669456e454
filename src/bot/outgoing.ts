// Cards out of the bot: into a conversation, in place of a card already there, or into a person's own chat with the bot.
import { cardAttachment } from '@microsoft/teams.api';
import type { App } from '@microsoft/teams.apps';
import { z } from 'zod';
import type { Card } from '../cards/card';
import type { InboundActivity } from './activity';
import type { Conversation } from './desk';

type ApiClient = App['api'];

/** Where a card goes. */
export type Address = Pick<Conversation, 'serviceUrl' | 'conversationId' | 'botId'>;

export interface Outgoing {
  /** The id of the new activity. Throws what the connector answered. */
  readonly send: (to: Address, card: Card) => Promise<string>;
  /** Puts the card in place of one already sent. */
  readonly replace: (to: Address, activityId: string, card: Card) => Promise<void>;
  /** Opens the sender's own chat with the bot; Teams refuses where the app is not installed for the person. */
  readonly openPersonal: (from: InboundActivity, tenantId: string) => Promise<string>;
}

/** `openClient` gives the connector's client at a service address (platform.md 2.5). */
export function createOutgoing(openClient: (serviceUrl: string) => ApiClient): Outgoing {
  const clientFor = kept(openClient);
  return {
    send: async (to, card) => {
      const { id } = await clientFor(to.serviceUrl).conversations.createActivity(to.conversationId, messageOf(to, card));
      return id;
    },
    replace: async (to, activityId, card) => {
      await clientFor(to.serviceUrl).conversations.updateActivity(to.conversationId, activityId, messageOf(to, card));
    },
    openPersonal: async ({ serviceUrl, from }, tenantId) => {
      const { id } = await clientFor(serviceUrl).conversations.create({
        members: [{ id: from.id, role: 'user' }],
        tenantId
      });
      return id;
    }
  };
}

/** Teams has one address for each part of the world; opening a client takes as long as a send of it. */
const mostAddresses = 20;

function kept(openClient: (serviceUrl: string) => ApiClient): (serviceUrl: string) => ApiClient {
  const clients = new Map<string, ApiClient>();
  return (serviceUrl) => {
    const client = clients.get(serviceUrl) ?? openClient(serviceUrl);
    if (clients.size === mostAddresses) clients.clear();
    clients.set(serviceUrl, client);
    return client;
  };
}

const Refusal = z.object({
  response: z.object({ status: z.number(), headers: z.object({ 'retry-after': z.string().optional() }).optional() })
});

/** The status a failed call to the connector was answered with, and how long it asks us to wait, in seconds. */
export function connectorRefusal(failure: unknown): { readonly status: number; readonly retryAfter?: number } | undefined {
  const refusal = Refusal.safeParse(failure);
  if (!refusal.success) return undefined;
  const { status, headers } = refusal.data.response;
  const seconds = Number(headers?.['retry-after']);
  return Number.isFinite(seconds) ? { status, retryAfter: seconds } : { status };
}

type Message = Parameters<ApiClient['conversations']['createActivity']>[1];

/** The connector wants the bot's account as sender; the SDK's type of a message leaves it out, its own sender adds it. */
function messageOf({ botId }: Address, card: Card): Message {
  const message = {
    type: 'message' as const,
    from: { id: botId, role: 'bot' as const },
    summary: card.speak ?? '',
    attachments: [cardAttachment('adaptive', card)]
  };
  return message;
}
