// Makes and checks Entra's tokens: RS256 access and ID tokens of version 2.0, and the session of a signed-in browser.
import type Database from 'better-sqlite3';
import { createLocalJWKSet, errors, jwtVerify, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Directory, DirectoryApplication, DirectoryUser } from '../directory/directory';
import { delegatedScopesOf, resourceOfAudience, rolesOf } from './resources';
import { sha256 } from './secrets';
import { openSessions } from './sessions';
import type { Sessions } from './sessions';
import { openSigningKeys } from './signing-keys';
import type { SigningKeys } from './signing-keys';

/** Who is calling: a person, or an application acting as itself. */
export type Caller =
  | { readonly kind: 'user'; readonly user: DirectoryUser }
  | { readonly kind: 'application'; readonly application: DirectoryApplication };

/** How the client proved who it is. SharePoint refuses app-only tokens that were got with a secret (platform.md 6). */
export type ClientProof = 'none' | 'secret' | 'certificate';

/** What a valid access token says. `audience` is `<origin>` for SharePoint, `https://graph.microsoft.com` for Graph, else a client id. */
export interface VerifiedToken {
  readonly caller: Caller;
  readonly audience: string;
  readonly clientId: string;
  readonly clientProof: ClientProof;
  /** Delegated permissions (claim `scp`); none in an application's token. */
  readonly scopes: readonly string[];
  /** Application permissions (claim `roles`); none in a person's token. */
  readonly roles: readonly string[];
}

/** What to put in an access token. With `user` (an object id) the token is the person's, otherwise the application's own. */
interface AccessTokenRequest {
  readonly user?: string;
  readonly clientId: string;
  readonly audience: string;
  /** All that the directory grants the client on the audience, when absent. */
  readonly scopes?: readonly string[];
  readonly clientProof?: ClientProof;
  /** 3,600 when absent; negative makes a token that has already expired. */
  readonly lifetimeSeconds?: number;
}

/** Entra's half that knows keys. */
export interface TokenIssuer {
  /** `undefined` when signature, issuer, tenant, times or the caller's standing in the directory do not hold. The audience is the receiver's to check. */
  readonly verify: (token: string) => Promise<VerifiedToken | undefined>;
  /** Signs an access token. Throws when the person or the application is not in the directory. */
  readonly issue: (request: AccessTokenRequest) => Promise<string>;
  readonly issueIdToken: (request: { readonly user: string; readonly clientId: string; readonly nonce?: string }) => Promise<string>;
  /** The person whose session cookie the `Cookie` header carries. */
  readonly callerOfSession: (cookieHeader: string | undefined) => (Caller & { readonly kind: 'user' }) | undefined;
  readonly sessions: Sessions;
  /** The JWKS document. */
  readonly publishedKeys: SigningKeys['published'];
  /** Makes a new signing key; tokens signed with the one before it stay valid. */
  readonly rotateKeys: () => void;
}

/** What everything in this folder is opened with. `origin` is asked at each use, since a server on port 0 learns it late. */
export interface EntraOptions {
  readonly database: Database.Database;
  readonly directory: Directory;
  /** A uuid in lower case. */
  readonly tenantId: string;
  readonly origin: () => string;
  readonly clock: () => Date;
}

export const accessTokenSeconds = 3600;

/** Opens keys and sessions in the database and gives the issuer over them. */
export function createTokenIssuer(options: EntraOptions): TokenIssuer {
  const keys = openSigningKeys(options);
  const sessions = openSessions(options);
  const sign = (claims: JWTPayload, lifetimeSeconds: number): Promise<string> => signed({ ...options, keys, claims, lifetimeSeconds });
  return {
    verify: async (token) => {
      const claims = await verifiedClaims({ ...options, keys, token });
      return claims && verifiedToken(claims, options.directory);
    },
    issue: (request) => sign(accessTokenClaims(request, options), request.lifetimeSeconds ?? accessTokenSeconds),
    issueIdToken: ({ user, clientId, nonce }) =>
      sign(
        { ...personClaims(personOf(user, options), clientId), aud: clientId, ...(nonce !== undefined && { nonce }) },
        accessTokenSeconds
      ),
    callerOfSession: (cookieHeader) => {
      const user = options.directory.userById(sessions.userOf(cookieHeader) ?? '');
      return user?.accountEnabled ? { kind: 'user', user } : undefined;
    },
    sessions,
    publishedKeys: keys.published,
    rotateKeys: keys.rotate
  };
}

/** Entra's issuer of version 2.0 tokens. */
export function issuerOf({ origin, tenantId }: Pick<EntraOptions, 'origin' | 'tenantId'>): string {
  return `${origin()}/${tenantId}/v2.0`;
}

/** Where tokens are asked for, and the audience of client assertions. */
export function tokenEndpointOf({ origin, tenantId }: Pick<EntraOptions, 'origin' | 'tenantId'>): string {
  return `${origin()}/${tenantId}/oauth2/v2.0/token`;
}

interface Signing extends EntraOptions {
  readonly keys: SigningKeys;
  readonly claims: JWTPayload;
  readonly lifetimeSeconds: number;
}

function signed({ keys, claims, lifetimeSeconds, ...options }: Signing): Promise<string> {
  const key = keys.current();
  const now = Math.floor(options.clock().getTime() / 1000);
  const start = Math.min(now, now + lifetimeSeconds - 1);
  return new SignJWT({ tid: options.tenantId, ver: '2.0', uti: randomUUID(), ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .setIssuer(issuerOf(options))
    .setIssuedAt(start)
    .setNotBefore(start)
    .setExpirationTime(now + lifetimeSeconds)
    .sign(key);
}

function accessTokenClaims(request: AccessTokenRequest, options: EntraOptions): JWTPayload {
  const { clientId, audience } = request;
  const proof = proofNumbers[request.clientProof ?? (request.user === undefined ? 'certificate' : 'none')];
  const resource = resourceOfAudience(audience, options);
  const application = options.directory.applicationById(clientId);
  // `azp`/`azpacr` are version 2.0's names and `appid`/`appidacr` version 1.0's, which Microsoft's own resources ask for: both are here.
  const common = { aud: audience, azp: clientId, azpacr: proof, appid: clientId, appidacr: proof };
  if (request.user !== undefined) {
    const scopes = request.scopes ?? delegatedScopesOf({ resource, clientId, application });
    return { ...common, ...personClaims(personOf(request.user, options), clientId), scp: scopes.join(' ') };
  }
  if (application === undefined) throw new Error(`No application ${clientId} in the directory: put it there before issuing its tokens.`);
  return { ...common, sub: clientId, oid: clientId, roles: rolesOf(resource, application) };
}

function personOf(id: string, { directory }: EntraOptions): DirectoryUser {
  const user = directory.userById(id);
  if (user === undefined) throw new Error(`No person ${id} in the directory: put them there before issuing their tokens.`);
  return user;
}

function personClaims(user: DirectoryUser, clientId: string): JWTPayload {
  return {
    // Pairwise, as Entra's: the same person has another `sub` in another application.
    sub: sha256(`${user.id} ${clientId}`),
    oid: user.id,
    name: user.displayName,
    preferred_username: user.userPrincipalName
  };
}

const proofNumbers = { none: '0', secret: '1', certificate: '2' } as const satisfies Record<ClientProof, string>;
const proofs = { '0': 'none', '1': 'secret', '2': 'certificate' } as const satisfies Record<string, ClientProof>;

const claimsSchema = z.object({
  aud: z.string(),
  tid: z.string(),
  oid: z.string(),
  azp: z.string(),
  azpacr: z.enum(['0', '1', '2']),
  scp: z.string().exactOptional(),
  roles: z.array(z.string()).exactOptional()
});
type Claims = z.infer<typeof claimsSchema>;

async function verifiedClaims(options: EntraOptions & { readonly keys: SigningKeys; readonly token: string }): Promise<Claims | undefined> {
  try {
    const { payload } = await jwtVerify(options.token, createLocalJWKSet(options.keys.published()), {
      algorithms: ['RS256'],
      issuer: issuerOf(options),
      currentDate: options.clock(),
      requiredClaims: ['exp', 'nbf']
    });
    const claims = claimsSchema.safeParse(payload);
    return claims.success && claims.data.tid === options.tenantId ? claims.data : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

function verifiedToken(claims: Claims, directory: Directory): VerifiedToken | undefined {
  const caller = claims.scp === undefined ? applicationCaller(claims, directory) : userCaller(claims, directory);
  return (
    caller && {
      caller,
      audience: claims.aud,
      clientId: claims.azp,
      clientProof: proofs[claims.azpacr],
      scopes: claims.scp?.split(' ').filter((scope) => scope !== '') ?? [],
      roles: claims.roles ?? []
    }
  );
}

function userCaller({ oid }: Claims, directory: Directory): Caller | undefined {
  const user = directory.userById(oid);
  return user?.accountEnabled ? { kind: 'user', user } : undefined;
}

function applicationCaller({ azp }: Claims, directory: Directory): Caller | undefined {
  const application = directory.applicationById(azp);
  return application && { kind: 'application', application };
}
