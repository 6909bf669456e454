// Who is signed in with which browser: an opaque cookie, its hash kept in SQLite.
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { newSecret, sha256 } from './secrets';

/** Name of the sign-in cookie (Entra's is `ESTSAUTH`, SharePoint's `FedAuth`; one serves both here). */
const sessionCookie = 'standin_session';

/** The signed-in browsers. */
export interface Sessions {
  /** Signs the person in and gives the value of a `Set-Cookie` header. */
  readonly start: (userId: string) => string;
  /** Object id of the person whose live session the `Cookie` header carries. */
  readonly userOf: (cookieHeader: string | undefined) => string | undefined;
  /** Ends the session and gives the `Set-Cookie` header that removes the cookie. */
  readonly end: (cookieHeader: string | undefined) => string;
}

const lifetimeSeconds = 12 * 60 * 60;

/** Opens the sessions in `database`. The cookie is `Secure` when `origin` is https. */
export function openSessions(options: {
  readonly database: Database.Database;
  readonly origin: () => string;
  readonly clock: () => Date;
}): Sessions {
  const { database, clock } = options;
  database.exec('CREATE TABLE IF NOT EXISTS entra_session (id_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, expires_at INTEGER NOT NULL)');
  const insert = database.prepare('INSERT INTO entra_session (id_hash, user_id, expires_at) VALUES (?, ?, ?)');
  const select = database.prepare('SELECT user_id FROM entra_session WHERE id_hash = ? AND expires_at > ?');
  const remove = database.prepare('DELETE FROM entra_session WHERE id_hash = ? OR expires_at <= ?');
  const now = (): number => Math.floor(clock().getTime() / 1000);
  const attributes = (): string => `Path=/; HttpOnly; SameSite=Lax${options.origin().startsWith('https:') ? '; Secure' : ''}`;
  return {
    start: (userId) => {
      const id = newSecret();
      insert.run(sha256(id), userId, now() + lifetimeSeconds);
      return `${sessionCookie}=${id}; ${attributes()}; Max-Age=${lifetimeSeconds}`;
    },
    userOf: (cookieHeader) => {
      const id = cookieValue(cookieHeader, sessionCookie);
      if (id === undefined) return undefined;
      return z
        .object({ user_id: z.string() })
        .optional()
        .parse(select.get(sha256(id), now()))?.user_id;
    },
    end: (cookieHeader) => {
      remove.run(sha256(cookieValue(cookieHeader, sessionCookie) ?? ''), now());
      return `${sessionCookie}=; ${attributes()}; Max-Age=0`;
    }
  };
}

/** The value of one cookie in a `Cookie` header. */
export function cookieValue(cookieHeader: string | undefined, name: string): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
