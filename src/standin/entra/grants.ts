// What Entra remembers between two requests: authorization codes, refresh tokens and the client assertions already seen.
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { refuse } from './aadsts';
import type { Refusal } from './aadsts';
import { newSecret, sha256 } from './secrets';

/** What a person let a client do. */
export interface Grant {
  readonly clientId: string;
  /** Object id of the person. */
  readonly userId: string;
  readonly scope: string;
}

/** A grant behind an authorization code, with what its redemption is checked against. */
export interface CodeGrant extends Grant {
  readonly redirectUri: string;
  /** PKCE S256 challenge. */
  readonly codeChallenge: string;
  readonly nonce?: string;
}

/** The grants. Codes live five minutes and are redeemed once; refresh tokens live a day and stay valid after use, as Entra's do. */
export interface Grants {
  readonly newCode: (grant: CodeGrant) => string;
  /** Redeems a code once all of `matches` holds. A mismatch does not spend the code. */
  readonly redeemCode: (
    code: string,
    matches: (grant: CodeGrant) => Refusal | undefined
  ) => { readonly ok: true; readonly grant: CodeGrant } | Refusal;
  readonly newRefreshToken: (grant: Grant) => string;
  readonly redeemRefreshToken: (token: string, clientId: string) => { readonly ok: true; readonly grant: Grant } | Refusal;
  /** False when the client has used this assertion id before. `expiresAt` in seconds since 1970. */
  readonly noteAssertion: (assertion: { readonly clientId: string; readonly jti: string; readonly expiresAt: number }) => boolean;
}

const codeSeconds = 5 * 60;
const refreshTokenSeconds = 24 * 60 * 60;

/** Opens the grants in `database`, making their tables when they are missing. */
export function openGrants({ database, clock }: { readonly database: Database.Database; readonly clock: () => Date }): Grants {
  database.exec(tables);
  const now = (): number => Math.floor(clock().getTime() / 1000);
  const insertCode = database.prepare('INSERT INTO entra_code (code_hash, grant_json, expires_at) VALUES (?, ?, ?)');
  const selectCode = database.prepare('SELECT grant_json, expires_at FROM entra_code WHERE code_hash = ?');
  const spendCode = database.prepare('UPDATE entra_code SET redeemed = 1 WHERE code_hash = ? AND redeemed = 0');
  const insertRefresh = database.prepare('INSERT INTO entra_refresh_token (token_hash, grant_json, expires_at) VALUES (?, ?, ?)');
  const selectRefresh = database.prepare('SELECT grant_json, expires_at FROM entra_refresh_token WHERE token_hash = ?');
  const insertAssertion = database.prepare('INSERT OR IGNORE INTO entra_assertion (client_id, jti, expires_at) VALUES (?, ?, ?)');
  const forgetAssertions = database.prepare('DELETE FROM entra_assertion WHERE expires_at < ?');
  return {
    newCode: (grant) => {
      const code = newSecret();
      insertCode.run(sha256(code), JSON.stringify(grant), now() + codeSeconds);
      return code;
    },
    redeemCode: (code, matches) => {
      const row = grantRow.optional().parse(selectCode.get(sha256(code)));
      if (row === undefined) return refuse(70000, 'The provided authorization code is invalid or malformed.');
      if (row.expires_at <= now()) return refuse(70008, 'The provided authorization code has expired. Codes live five minutes.');
      const grant = codeGrant.parse(JSON.parse(row.grant_json));
      const mismatch = matches(grant);
      if (mismatch) return mismatch;
      return spendCode.run(sha256(code)).changes === 1 ? { ok: true, grant } : alreadyRedeemed;
    },
    newRefreshToken: (grant) => {
      const token = newSecret();
      insertRefresh.run(sha256(token), JSON.stringify(grant), now() + refreshTokenSeconds);
      return token;
    },
    redeemRefreshToken: (token, clientId) => {
      const row = grantRow.optional().parse(selectRefresh.get(sha256(token)));
      const grant = row && plainGrant.parse(JSON.parse(row.grant_json));
      if (grant?.clientId !== clientId) return refuse(70000, 'The provided refresh token is invalid or was issued to another client.');
      if (row !== undefined && row.expires_at <= now())
        return refuse(700082, 'The refresh token has expired. Let the person sign in again.');
      return { ok: true, grant };
    },
    noteAssertion: ({ clientId, jti, expiresAt }) => {
      forgetAssertions.run(now());
      return insertAssertion.run(clientId, jti, expiresAt).changes === 1;
    }
  };
}

const tables = `
  CREATE TABLE IF NOT EXISTS entra_code (
    code_hash TEXT PRIMARY KEY, grant_json TEXT NOT NULL, expires_at INTEGER NOT NULL, redeemed INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS entra_refresh_token (
    token_hash TEXT PRIMARY KEY, grant_json TEXT NOT NULL, expires_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS entra_assertion (
    client_id TEXT NOT NULL, jti TEXT NOT NULL, expires_at INTEGER NOT NULL, PRIMARY KEY (client_id, jti));`;

const alreadyRedeemed = refuse(54005, 'The authorization code was already redeemed. Ask for a new one with a new sign-in.');

const grantRow = z.object({ grant_json: z.string(), expires_at: z.number() });
const plainGrant = z.object({ clientId: z.string(), userId: z.string(), scope: z.string() });
const codeGrant = plainGrant.extend({ redirectUri: z.string(), codeChallenge: z.string(), nonce: z.string().exactOptional() });
