// Whether an activity comes from the Bot Framework: checks the token it signs each of them with for our bot.
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { done, refused, type Outcome } from '../domain/outcome';
import { bearerToken, faultOfHeader, tokenFaultOf, type TokenFault } from './token-fault';

export interface BotTokenRules {
  /** The `aud` of the tokens: the bot's client id. */
  readonly botId: string;
  readonly now: () => Date;
}

/** Takes the `Authorization` header. Throws when the Bot Framework's keys could not be read: then nothing is known about the token. */
export type BotTokenVerifier = (authorization: string | undefined) => Promise<Outcome<undefined, TokenFault>>;

/** The issuer and the keys of the Bot Framework in the commercial cloud; the same for every bot, so not settings. */
const botFramework = {
  issuer: 'https://api.botframework.com',
  keys: new URL('https://login.botframework.com/v1/.well-known/keys')
} as const;

/** What each key says it may sign for; keys without it sign for every channel. */
const Endorsed = z.object({ kid: z.string(), endorsements: z.array(z.string()).min(1) });

/**
 * Checks signature (RS256 by a key the Bot Framework publishes now, endorsed for Teams), issuer, audience, `exp` and `nbf`, with the five minutes that
 * Microsoft allows clocks to differ. Entra's tokens are not taken, whatever their audience. The Teams library checks the token once more, and that its
 * `serviceurl` is the activity's; but it does not look at endorsements, and asks for the keys anew for every unknown key that a stranger
 * names, which is done here at most twice a minute (Microsoft's "Authentication with the Bot Connector API"; platform.md 2.7).
 */
export function botTokenVerifier({ botId, now }: BotTokenRules): BotTokenVerifier {
  const keys = createRemoteJWKSet(botFramework.keys);
  return async (authorization) => {
    const token = bearerToken(authorization);
    if (token === undefined) return refused(faultOfHeader(authorization));
    try {
      const { protectedHeader } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: botFramework.issuer,
        audience: botId,
        requiredClaims: ['exp'],
        clockTolerance: 300,
        currentDate: now()
      });
      return isForTeams(keys.jwks()?.keys, protectedHeader.kid) ? done(undefined) : refused('wrong-channel');
    } catch (error) {
      const fault = tokenFaultOf(error);
      if (fault === undefined) throw error;
      return refused(fault);
    }
  };
}

function isForTeams(published: readonly unknown[] = [], kid: string | undefined): boolean {
  const endorsed = published.map((key) => Endorsed.safeParse(key)).find(({ data }) => data !== undefined && data.kid === kid)?.data;
  return endorsed?.endorsements.includes('msteams') ?? true;
}
