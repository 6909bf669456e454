// POST /api/commands/{name}: a signed-in person gives a command from the tab or from a list.
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { commandId } from '../domain/command-id';
import type { TokenVerifier } from '../identity/verify-token';
import type { CommandAnswer, CommandGiven } from './command-line';
import { isCommandName, type Commands } from './commands';
import { jsonBody } from './json-body';
import { limitPerMinute, type Limits } from './limits';

export interface CommandApiOptions {
  readonly commands: Commands;
  readonly verifyToken: TokenVerifier;
  readonly limits: Pick<Limits, 'commands'>;
  /** Passed by who is refused. */
  readonly strangers: RequestHandler;
  readonly log: Logger;
  /** The only web page that may speak with us: the SharePoint that shows the tab, `https://<tenant>.sharepoint.com`. */
  readonly allowedOrigin: string;
}

/** `command` is the key made when the form was shown; it names the command together with the person, so nobody can reach another's by their key. */
const CommandBody = z.strictObject({ command: z.guid().toLowerCase(), input: z.unknown() });

const longestBody = '64kb';

/**
 * Answers 200 `{ok: true, value}`; 202 `{ok: true, kept: true}` when SharePoint is away; 409 `{ok: false, reason, …}` when refused, but
 * `invalid` 400, `signed-out` 401, `not-allowed` 403, `not-found` 404, `too-large` 413, `too-many` 429. The body is not read before the token has been.
 */
export function commandApi({ commands, allowedOrigin, limits, ...door }: CommandApiOptions): Router {
  const router = Router();
  router.use(crossOrigin(allowedOrigin));
  router.post(
    '/:name',
    signedIn(door),
    limitPerMinute(limits.commands, (_request, response) => holderOf(response)),
    jsonBody(longestBody),
    async (request: Request<{ name: string }>, response) => {
      const { name } = request.params;
      const body = CommandBody.safeParse(request.body);
      if (!isCommandName(commands, name)) refuse(response, 'not-found');
      else if (!body.success) refuse(response, 'invalid');
      else answer(response, await commands[name].carryOut(givenBy(holderOf(response), name, body.data)));
    }
  );
  return router;
}

function givenBy(actor: string, name: string, { command: key, input }: z.infer<typeof CommandBody>): CommandGiven {
  return { command: commandId({ name, personId: actor, key }), actor, input };
}

function crossOrigin(allowedOrigin: string): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    if (request.get('Origin') === allowedOrigin) {
      response.set({
        'Access-Control-Allow-Origin': allowedOrigin,
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'authorization, content-type',
        'Access-Control-Expose-Headers': 'retry-after',
        'Access-Control-Max-Age': '600'
      });
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
}

/** The one who is refused is told to sign in; what was wrong with the token is for the log. */
function signedIn({ verifyToken, strangers, log }: Pick<CommandApiOptions, 'verifyToken' | 'strangers' | 'log'>): RequestHandler {
  return async (request, response, next) => {
    const verified = await verifyToken(request.get('Authorization'));
    if (verified.ok) {
      response.locals['objectId'] = verified.value.objectId;
      next();
      return;
    }
    await strangers(request, response, () => {
      log.warn({ refusal: verified.reason }, 'token refused');
      refuse(response, 'signed-out');
    });
  };
}

function holderOf(response: Response): string {
  return z.guid().parse(response.locals['objectId']);
}

const statusOfReason: Readonly<Record<string, number>> = { invalid: 400, 'signed-out': 401, 'not-allowed': 403, 'not-found': 404 };

function answer(response: Response, outcome: CommandAnswer<unknown, string>): void {
  if (!outcome.ok) response.status(statusOfReason[outcome.reason] ?? 409).json(outcome);
  else response.status('kept' in outcome ? 202 : 200).json(outcome);
}

function refuse(response: Response, reason: string): void {
  if (reason === 'signed-out') response.set('WWW-Authenticate', 'Bearer');
  answer(response, { ok: false, reason });
}
