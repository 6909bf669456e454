// Teams as the bot sees it, in process: people write and press, over the SDK's own route, and see what comes back.
import type { HttpRouteHandler, IHttpServerAdapter } from '@microsoft/teams.apps';
import { createBot, type Bot, type BotOptions } from '../../src/bot/bot';
import type { Card } from '../../src/cards/card';
import { actionOf, type Press } from '../cards/reading';
import { people } from '../workflows/memory-context';
import { openConnector, type Connector, type Delivery } from './connector';
import { memoryDesk, type MemoryDesk } from './memory-desk';

export const tenantId = '11111111-2222-4333-8444-555555555555';

export type Who = keyof typeof people;

export interface InvokeAnswer {
  readonly status: number;
  readonly body: { readonly statusCode?: number; readonly type?: string; readonly value?: unknown };
}

export interface Teams {
  readonly bot: Bot;
  readonly desk: MemoryDesk;
  readonly connector: Connector;
  readonly logged: string[];
  /** Posts any activity to the bot's route. */
  readonly post: (activity: unknown) => Promise<InvokeAnswer>;
  /** Writes to the bot and gives the first card that came of it. */
  readonly write: (who: Who | 'nobody', text: string, place?: Place) => Promise<Card>;
  /** Presses a button of a card and gives the card it becomes. */
  readonly press: (who: Who, card: Card, press: Press, place?: Place) => Promise<Card>;
  /** Sends an invoke with this verb and data, as a client under somebody's control can. */
  readonly invoke: (who: Who | 'nobody', action: unknown, place?: Place) => Promise<InvokeAnswer>;
  readonly activity: (who: Who | 'nobody', place?: Place) => Record<string, unknown>;
  readonly close: () => Promise<void>;
}

export interface Place {
  readonly kind: 'personal' | 'channel' | 'groupChat';
}

const personal: Place = { kind: 'personal' };

export async function openTeams(
  patience = 10_000,
  allowanceOf: BotOptions['allowanceOf'] = () => Promise.resolve('within')
): Promise<Teams> {
  const connector = await openConnector();
  const desk = memoryDesk();
  const logged: string[] = [];
  const routes = new Map<string, HttpRouteHandler>();
  const adapter: IHttpServerAdapter = { registerRoute: (_method, path, handler) => routes.set(path, handler) };
  const note = (_facts: object, message: string): void => {
    logged.push(message);
  };
  const bot = createBot({
    desk,
    log: { warn: note, error: note },
    now: desk.record.now,
    allowanceOf,
    tenantId,
    clientId: 'varna-bot',
    messagingEndpoint: '/api/messages',
    botToken: () => Promise.resolve(unsignedToken()),
    adapter,
    dangerouslyAllowUnauthenticatedRequests: true,
    patience
  });
  await bot.initialize();
  const post = async (activity: unknown): Promise<InvokeAnswer> => {
    const route = routes.get('/api/messages');
    if (route === undefined) throw new Error('The bot registered no route');
    return (await route({ body: activity, headers: {} })) as InvokeAnswer;
  };
  const activity = (who: Who | 'nobody', place = personal): Record<string, unknown> => activityOf(connector.serviceUrl, who, place);
  const invoke = (who: Who | 'nobody', action: unknown, place = personal): Promise<InvokeAnswer> =>
    post({ ...activity(who, place), type: 'invoke', name: 'adaptiveCard/action', replyToId: 'shown-1', value: { action } });
  return {
    bot,
    desk,
    connector,
    logged,
    post,
    activity,
    invoke,
    write: async (who, text, place = personal) => {
      const before = connector.deliveries.length;
      const { status } = await post({ ...activity(who, place), type: 'message', text });
      if (status !== 200) throw new Error(`The bot answered ${status}: ${logged.join('; ')}`);
      return deliveredCard(connector.deliveries.slice(before).find(({ body }) => body.attachments !== undefined));
    },
    press: async (who, card, press, place = personal) => cardOf(await invoke(who, actionOf(card, press), place)),
    close: async () => {
      await bot.idle();
      await connector.close();
    }
  };
}

/** The card that the bot sent. */
export function deliveredCard(delivery: Delivery | undefined): Card {
  const content = delivery?.body.attachments?.[0]?.content;
  if (content === undefined) throw new Error('No card was sent');
  return content;
}

/** The card that an answer puts in place of the pressed one. */
export function cardOf({ status, body }: InvokeAnswer): Card {
  if (status !== 200 || body.type !== 'application/vnd.microsoft.card.adaptive') throw new Error(`Not a card: ${JSON.stringify(body)}`);
  return body.value as Card;
}

function activityOf(serviceUrl: string, who: Who | 'nobody', { kind }: Place): Record<string, unknown> {
  const aadObjectId = who === 'nobody' ? '99999999-0000-4000-8000-000000000000' : people[who].id;
  return {
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl,
    locale: 'sv-SE',
    from: { id: `29:${who}`, aadObjectId, name: who },
    recipient: { id: '28:varna-bot', name: 'Värna' },
    conversation: { id: kind === 'personal' ? `a:${who}` : '19:team@thread.tacv2;messageid=7', conversationType: kind, tenantId },
    channelData: { tenant: { id: tenantId } }
  };
}

/** The SDK reads a token's times but, as the sender, does not check it. */
function unsignedToken(): string {
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ appid: 'varna-bot', exp: 4_102_444_800 })}.`;
}
