// Opens the bot with what it works with: who it is towards Teams, its desk, and the door it is reached through.
import type { HttpRouteHandler } from '@microsoft/teams.apps';
import { UnsecuredJWT } from 'jose';
import type { Logger } from 'pino';
import { createBot, type BotOptions, type Sent } from '../bot/bot';
import type { BotDesk } from '../bot/desk';
import { unchosenLanguage } from '../bot/unchosen-language';
import type { Notice } from '../domain/notice';
import type { OpenBot } from './open-service';
import type { SendOutcome } from './sending';
import type { Settings } from './settings';

export interface TeamsBotOptions {
  readonly settings: Settings;
  readonly desk: BotDesk;
  /** A token for the bot itself. Not asked for while the chat is local. */
  readonly botToken: () => Promise<string>;
  readonly allowanceOf: BotOptions['allowanceOf'];
  readonly now: () => string;
  readonly log: Logger;
}

const endpoint = '/api/messages';

export async function openTeamsBot({ settings, desk, botToken, allowanceOf, now, log }: TeamsBotOptions): Promise<OpenBot> {
  const handlers = new Map<string, HttpRouteHandler>();
  const bot = createBot({
    desk,
    allowanceOf,
    now,
    tenantId: settings.tenantId,
    ...identityOf(settings, botToken),
    messagingEndpoint: endpoint,
    adapter: { registerRoute: (_method, path, handler) => void handlers.set(path, handler) },
    // Always said, since the library would else ask the environment; the settings let a local chat be on loopback only (platform.md 2.8).
    dangerouslyAllowUnauthenticatedRequests: settings.chat.kind === 'local',
    log
  });
  await bot.initialize();
  const handle = handlers.get(endpoint);
  if (handle === undefined) throw new Error(`The Teams library registered no handler for ${endpoint}.`);
  return {
    handle,
    send: async (notice) => outcomeOf(await bot.sendNotice(notice, await languageFor(desk, notice))),
    idle: bot.idle
  };
}

function identityOf({ chat, clientId }: Settings, botToken: () => Promise<string>): Pick<BotOptions, 'clientId' | 'botToken'> {
  switch (chat.kind) {
    case 'teams':
      return { clientId: chat.botId, botToken };
    case 'local':
      // The library sends nothing without a token of the right shape; the local chat client does not look at it (platform.md 2.4).
      return { clientId, botToken: () => Promise.resolve(new UnsecuredJWT({}).encode()) };
  }
}

/** The language the person chose by their words, else that of their Teams. */
async function languageFor({ conversations }: BotDesk, { to }: Notice) {
  return (await conversations.languageOf(to)) ?? unchosenLanguage((await conversations.of(to))?.locale);
}

/** When Teams does not say how long to wait. */
const usualPauseSeconds = 30;

function outcomeOf(sent: Sent): SendOutcome {
  if (sent.ok) return { kind: 'sent' };
  if (sent.reason === 'throttled') return { kind: 'throttled', retryAfterSeconds: sent.retryAfter ?? usualPauseSeconds };
  return { kind: 'unreachable' };
}
