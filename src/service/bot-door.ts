// POST /api/messages: where Teams, or the local chat client, hands over what people do with the bot.
import type { HttpRouteHandler } from '@microsoft/teams.apps';
import express, { Router } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import { botGuard } from './bot-guard';
import type { Settings } from './settings';

export interface BotDoorOptions {
  readonly settings: Pick<Settings, 'chat' | 'tenantId'>;
  /** The Teams library's own handler, which checks the token unless the chat is local. */
  readonly handle: HttpRouteHandler;
  readonly log: Logger;
}

const longestActivity = '256kb';

export function botDoor({ settings, handle, log }: BotDoorOptions): Router {
  const router = Router();
  const guard = botGuard({ ...settings, refused: (refusal) => log.warn({ refusal }, 'activity refused') });
  router.post('/', express.json({ limit: longestActivity }), guard, async (request, response) => {
    const { status, body } = await handle({ headers: presentHeaders(request.headers), body: request.body as unknown });
    if (body === undefined) response.status(status).end();
    else response.status(status).json(body);
  });
  return router;
}

function presentHeaders(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
