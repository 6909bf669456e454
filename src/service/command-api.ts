// POST /api/commands/{name}: a signed-in person gives a command from the tab or from a list.
import { Router, type Request } from 'express';
import { z } from 'zod';
import { commandId } from '../domain/command-id';
import type { CommandGiven } from './command-line';
import { isGivenByPeople, type Commands } from './commands';
import { jsonBody } from './json-body';
import { limitPerMinute, type Limits } from './limits';
import { answer, crossOrigin, holderOf, refuse, signedIn, type PersonDoor } from './person-door';

export interface CommandApiOptions extends PersonDoor {
  readonly commands: Commands;
  readonly limits: Pick<Limits, 'commands'>;
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
  router.use(crossOrigin(allowedOrigin, ['authorization', 'content-type']));
  router.post(
    '/:name',
    signedIn(door),
    limitPerMinute(limits.commands, holderOf),
    jsonBody(longestBody),
    async (request: Request<{ name: string }>, response) => {
      const { name } = request.params;
      const body = CommandBody.safeParse(request.body);
      if (!isGivenByPeople(commands, name)) refuse(response, 'not-found');
      else if (!body.success) refuse(response, 'invalid');
      else answer(response, await commands[name].carryOut(givenBy(holderOf(request, response), name, body.data)));
    }
  );
  return router;
}

function givenBy(actor: string, name: string, { command: key, input }: z.infer<typeof CommandBody>): CommandGiven {
  return { command: commandId({ name, personId: actor, key }), actor, input };
}
