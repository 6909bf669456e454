// The bot in Teams: activity in, workflow, card out. Wires the Teams SDK's routes to what answers them.
import { App, type IHttpServerAdapter } from '@microsoft/teams.apps';
import { noticeCard } from '../cards/notice-card';
import type { Language } from '../domain/language';
import type { Notice } from '../domain/notice';
import '../i18n/every-language';
import { text } from '../i18n/text';
import { InboundActivity } from './activity';
import { createBackground, type Background } from './background';
import type { BotDesk } from './desk';
import { withDoor } from './door';
import { showInPlace } from './handlers-channel';
import { wordsBody } from './invoke-body';
import { answerMessage, welcome } from './message';
import { openFromMessage } from './message-action';
import { ConnectorRefusal, createOutgoing } from './outgoing';
import { answerPress } from './press';
import { withinLimit, type AllowanceOf } from './rush';
import { sdkLog } from './sdk-log';
import { levelNumbersOf, rememberSender, type BotLog, type Surroundings } from './surroundings';
import { unchosenLanguage } from './unchosen-language';

export interface BotOptions {
  readonly desk: BotDesk;
  readonly log: BotLog;
  /** UTC, ISO 8601, whole seconds. */
  readonly now: () => string;
  readonly allowanceOf: AllowanceOf;
  /** The one tenant whose activities are answered. */
  readonly tenantId: string;
  /** The bot as Entra knows it. */
  readonly clientId: string;
  readonly messagingEndpoint: `/${string}`;
  /** A token for the bot itself, towards the Bot Connector. */
  readonly botToken: () => Promise<string>;
  /** Where the SDK's routes are mounted; the endpoint's guard against strangers stands in front of it (platform.md 2.7). */
  readonly adapter: IHttpServerAdapter;
  /** True only for the local chat client on loopback (platform.md 2.8). Always said, never left to the environment. */
  readonly dangerouslyAllowUnauthenticatedRequests: boolean;
  /** Milliseconds before a press is answered with "it takes longer". Default 4000: longer than the service's own answer (src/service/pace.ts), shorter than the 5000 Teams waits. */
  readonly patience?: number;
}

/** What came of sending a notice. Anything else throws and may be tried again. */
export type Sent =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'no-conversation' | 'not-installed' }
  | { readonly ok: false; readonly reason: 'throttled'; readonly retryAfter?: number };

export interface Bot {
  /** Registers the SDK's routes on the adapter. */
  readonly initialize: () => Promise<void>;
  /**
   * Sends a notice to the person it is for, in their own chat, or to the handlers' channel.
   * Sending is not idempotent in Teams (platform.md 2); the caller keeps the ledger. `retryAfter` is in seconds.
   */
  readonly sendNotice: (notice: Notice, language: Language) => Promise<Sent>;
  /** Resolves when nothing begun by an answered press is still going on. */
  readonly idle: () => Promise<void>;
}

export function createBot(options: BotOptions): Bot {
  const { desk, log, now, allowanceOf, tenantId, botToken, adapter, patience = 4000 } = options;
  const { clientId, messagingEndpoint, dangerouslyAllowUnauthenticatedRequests } = options;
  const app = new App({
    clientId,
    tenantId,
    token: botToken,
    messagingEndpoint,
    dangerouslyAllowUnauthenticatedRequests,
    httpServerAdapter: withDoor(adapter, tenantId),
    logger: sdkLog(log),
    telemetry: { agent365: false }
  });
  const outgoing = createOutgoing(botToken);
  const around: Surroundings = { desk, log, now, tenantId, outgoing };
  const background = createBackground(log);
  app.use(({ activity, next }) => withinLimit({ around, allowanceOf, goOn: next }, InboundActivity.parse(activity)));
  route(app, around, background, (activity) => answerPress({ around, background, patience }, activity));
  return {
    initialize: () => app.initialize(),
    sendNotice: (notice, language) => sendNotice(around, notice, language),
    idle: background.idle
  };
}

/** The first route that matches answers, so the catch-all stands last (platform.md 2.2). */
function route(
  app: App,
  around: Surroundings,
  background: Background,
  press: (activity: InboundActivity) => ReturnType<typeof answerPress>
): void {
  app.on('message', ({ activity }) => answerMessage(around, background, InboundActivity.parse(activity)));
  app.on('install.add', ({ activity }) => welcome(around, InboundActivity.parse(activity)));
  app.on('conversationUpdate', ({ activity }) => rememberSender(around, InboundActivity.parse(activity)));
  app.on('card.action', ({ activity }) => press(InboundActivity.parse(activity)));
  app.on('message.ext.open', ({ activity }) => openFromMessage(around, InboundActivity.parse(activity)));
  app.use(({ activity }) => (activity.type === 'invoke' ? unknownInvoke(InboundActivity.parse(activity)) : undefined));
}

function unknownInvoke({ name, locale }: InboundActivity): { readonly status: number; readonly body: object } {
  return { status: 200, body: wordsBody(name, text(unchosenLanguage(locale), 'cards.no-action')) };
}

async function sendNotice({ desk, outgoing, log }: Surroundings, notice: Notice, language: Language): Promise<Sent> {
  const to = await desk.conversations.of(notice.to);
  if (to === undefined) return { ok: false, reason: 'no-conversation' };
  const place = placeOf(notice);
  const tabUrl = place && (await desk.tabUrl(place));
  const levelNumbers = await levelNumbersOf({ desk, log });
  const card = noticeCard({ notice, key: desk.newKey(), tabUrl, levelNumbers }, language);
  try {
    if (notice.kind === 'incident-in-channel') await showInPlace({ desk, outgoing }, { to, notice, card });
    else await outgoing.send(to, card);
    return { ok: true };
  } catch (failure) {
    return notSent(failure);
  }
}

/** What its button opens in the tab: a number, a legal track on the page of its incident, the queue of decisions, or a part of the register. */
function placeOf(notice: Notice): string | undefined {
  if (notice.kind === 'decisions-waiting') return 'decisions';
  if (notice.kind === 'classes-to-reconsider' && notice.now + notice.soon > 1) return notice.now > 0 ? 'reconsider' : 'mine';
  if ('incident' in notice) return notice.incident;
  return 'reference' in notice ? notice.reference : undefined;
}

/** 403 and 404: the person has removed or blocked the app, or the conversation is gone. */
function notSent(failure: unknown): Sent {
  if (!(failure instanceof ConnectorRefusal)) throw failure;
  const { status, retryAfter } = failure;
  if (status === 403 || status === 404) return { ok: false, reason: 'not-installed' };
  if (status !== 429) throw failure;
  return { ok: false, reason: 'throttled', ...(retryAfter !== undefined && { retryAfter }) };
}
