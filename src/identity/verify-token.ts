// Whether a request comes from a signed-in person of our tenant: checks the access token Entra gave them for our API.
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { done, refused, type Outcome } from '../domain/outcome';
import { bearerToken, faultOfHeader, tokenFaultOf, type TokenFault } from './token-fault';

export interface TokenRules {
  /** Entra's root without the tenant and without a trailing slash, e.g. `https://login.microsoftonline.com`. */
  readonly authority: string;
  readonly tenantId: string;
  /** The API's client id: the `aud` of Entra's version 2.0 tokens. */
  readonly audience: string;
  readonly now: () => Date;
  /** An unknown key makes Entra's keys be fetched again, at most this often; 30 seconds when absent. */
  readonly keyCooldownSeconds?: number;
}

/** Who a token speaks for: the Entra object id in lower case. */
export interface TokenHolder {
  readonly objectId: string;
}

/** Takes the `Authorization` header. Throws when Entra's keys could not be read: then nothing is known about the token. */
export type TokenVerifier = (authorization: string | undefined) => Promise<Outcome<TokenHolder, TokenFault>>;

/** The permission a person gives the tab so that it may speak for them. Applications cannot hold it. */
const requiredScope = 'user_impersonation';

/**
 * Checks signature (RS256 by a key that Entra publishes now), issuer of our tenant, audience, `tid`, `exp` and `nbf`, and that a person gave
 * `user_impersonation`. Entra's keys are found through its OpenID metadata and fetched again when a token names one not seen before.
 */
export function tokenVerifier(rules: TokenRules): TokenVerifier {
  const keys = publishedKeys(rules);
  return async (authorization) => {
    const token = bearerToken(authorization);
    if (token === undefined) return refused(faultOfHeader(authorization));
    try {
      const { payload } = await jwtVerify(token, await keys(), {
        algorithms: ['RS256'],
        issuer: issuerOf(rules),
        audience: rules.audience,
        requiredClaims: ['exp', 'nbf'],
        clockTolerance: 60,
        currentDate: rules.now()
      });
      const claims = PersonClaims.safeParse(payload);
      const isOurs = claims.success && claims.data.tid === rules.tenantId && claims.data.scp.split(' ').includes(requiredScope);
      return isOurs ? done({ objectId: claims.data.oid }) : refused('wrong-claims');
    } catch (error) {
      const fault = tokenFaultOf(error);
      if (fault === undefined) throw error;
      return refused(fault);
    }
  };
}

/** `scp` marks a person's token: an application's own token carries `roles` instead. */
const PersonClaims = z.object({
  tid: z.guid().toLowerCase(),
  oid: z.guid().toLowerCase(),
  scp: z.string(),
  idtyp: z.literal('user').optional()
});

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

function issuerOf({ authority, tenantId }: TokenRules): string {
  return `${authority}/${tenantId}/v2.0`;
}

/** Reads the metadata once; a reading that failed is tried again at the next token. */
function publishedKeys(rules: TokenRules): () => Promise<JWTVerifyGetKey> {
  let reading: Promise<JWTVerifyGetKey> | undefined;
  return () => {
    reading ??= readKeys(rules).catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

async function readKeys(rules: TokenRules): Promise<JWTVerifyGetKey> {
  const address = `${issuerOf(rules)}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(fetchMilliseconds), redirect: 'error' });
  if (!response.ok) throw new Error(`Entra's metadata at ${address} answered ${response.status}.`);
  const metadata = Metadata.parse(await response.json());
  if (metadata.issuer !== issuerOf(rules)) throw new Error(`Entra's metadata at ${address} names the issuer ${metadata.issuer}.`);
  if (new URL(metadata.jwks_uri).origin !== new URL(rules.authority).origin) {
    throw new Error(`Entra's metadata at ${address} keeps its keys at another host: ${metadata.jwks_uri}.`);
  }
  return createRemoteJWKSet(new URL(metadata.jwks_uri), {
    timeoutDuration: fetchMilliseconds,
    cooldownDuration: (rules.keyCooldownSeconds ?? 30) * 1000
  });
}

const fetchMilliseconds = 5000;
