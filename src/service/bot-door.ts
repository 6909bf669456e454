// POST /api/messages: where Teams, or the local chat client, hands over what people do with the bot.
import type { HttpRouteHandler } from '@microsoft/teams.apps';
import { Router, type RequestHandler } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import { botTokenVerifier } from '../identity/verify-bot-token';
import { botGuard } from './bot-guard';
import { jsonBody } from './json-body';
import type { Settings } from './settings';

export interface BotDoorOptions {
  readonly settings: Pick<Settings, 'chat' | 'tenantId'>;
  /** The Teams library's own handler, which checks the token once more unless the chat is local. */
  readonly handle: HttpRouteHandler;
  /** Passed by who is refused for want of a token. */
  readonly strangers: RequestHandler;
  readonly now: () => Date;
  readonly log: Logger;
}

const longestActivity = '256kb';

/** In Teams the body is not read before the token has been. */
export function botDoor({ settings, handle, log, ...door }: BotDoorOptions): Router {
  const router = Router();
  const guard = botGuard({ ...settings, refused: (refusal) => log.warn({ refusal }, 'activity refused') });
  if (settings.chat.kind === 'teams') router.post('/', sentByBotFramework({ ...door, ...settings.chat, log }));
  router.post('/', jsonBody(longestActivity), guard, async (request, response) => {
    const { status, body } = await handle({ headers: presentHeaders(request.headers), body: request.body as unknown });
    if (body === undefined) response.status(status).end();
    else response.status(status).json(body);
  });
  return router;
}

interface TeamsDoor extends Pick<BotDoorOptions, 'strangers' | 'now' | 'log'> {
  readonly botId: string;
}

function sentByBotFramework({ botId, strangers, now, log }: TeamsDoor): RequestHandler {
  const verifyToken = botTokenVerifier({ botId, now });
  return async (request, response, next) => {
    const verified = await verifyToken(request.get('Authorization'));
    if (verified.ok) {
      next();
      return;
    }
    await strangers(request, response, () => {
      log.warn({ refusal: verified.reason }, 'activity refused');
      response.status(401).json({ ok: false, reason: 'not-allowed' });
    });
  };
}

function presentHeaders(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
