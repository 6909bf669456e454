// Form digests: what a page with a session cookie must send back before it may write.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Connection } from '../store/database';
import { one, run } from '../store/database';

export const digestSeconds = 1800;

export interface Digests {
  /** `0x<hex>,<date>` for the person (an object id), good for half an hour. */
  readonly issue: (objectId: string) => string;
  /** Whether a digest is the person's and still good. */
  readonly check: (digest: string | undefined, objectId: string) => 'valid' | 'tampered' | 'timed-out';
}

export function openDigests(database: Connection, clock: () => Date): Digests {
  run(database, 'INSERT OR IGNORE INTO digest_key (id, key) VALUES (1, ?)', [randomBytes(32).toString('hex')]);
  const key = one<{ readonly key: string }>(database, 'SELECT key FROM digest_key WHERE id = 1')?.key ?? '';
  const signature = (objectId: string, date: string): Buffer => createHmac('sha512', key).update(`${objectId} ${date}`).digest();
  return {
    issue: (objectId) => {
      const date = clock().toUTCString().replace('GMT', '-0000');
      const shown = date.slice(date.indexOf(' ') + 1);
      return `0x${signature(objectId, shown).toString('hex').toUpperCase()},${shown}`;
    },
    check: (digest, objectId) => {
      const [, hex, date] = /^0x([0-9A-F]{128}),(.+)$/.exec(digest ?? '') ?? [];
      if (hex === undefined || date === undefined) return 'tampered';
      const age = (clock().getTime() - Date.parse(date.replace('-0000', 'GMT'))) / 1000;
      if (age < -1 || !timingSafeEqual(Buffer.from(hex, 'hex'), signature(objectId, date))) return 'tampered';
      return age <= digestSeconds ? 'valid' : 'timed-out';
    }
  };
}
