// Entra's signing keys: RSA pairs kept in SQLite, the newest signs, the one before it stays published so that rotation breaks nobody.
import type Database from 'better-sqlite3';
import { createHash, generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';

/** The keys of one stand-in, shared by everybody who opens the same file. */
export interface SigningKeys {
  /** The private key that signs now, with its `kid`; made at the first call. */
  readonly current: () => JWK & { readonly kid: string };
  /** The public halves as the JWKS endpoint gives them, newest first. */
  readonly published: () => { readonly keys: JWK[] };
  /** Makes a new signing key. The key before it still verifies; older ones are forgotten. */
  readonly rotate: () => void;
}

/** Opens the keys in `database`, making their table when it is missing. */
export function openSigningKeys({ database }: { readonly database: Database.Database }): SigningKeys {
  database.exec('CREATE TABLE IF NOT EXISTS entra_key (sequence INTEGER PRIMARY KEY AUTOINCREMENT, private_jwk TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO entra_key (private_jwk) VALUES (?)');
  const select = database.prepare('SELECT private_jwk FROM entra_key ORDER BY sequence DESC');
  const forget = database.prepare(
    'DELETE FROM entra_key WHERE sequence NOT IN (SELECT sequence FROM entra_key ORDER BY sequence DESC LIMIT 2)'
  );
  const rotate = database.transaction(() => {
    insert.run(JSON.stringify(newPrivateKey()));
    forget.run();
  });
  const stored = (): StoredKey[] => select.all().map((row) => keySchema.parse(JSON.parse(rowSchema.parse(row).private_jwk)));
  const makeFirst = database.transaction(() => {
    if (stored().length === 0) rotate();
  });
  const keys = (): [StoredKey, ...StoredKey[]] => {
    if (stored().length === 0) makeFirst.immediate();
    const [newest, ...older] = stored();
    if (newest === undefined) throw new Error('entra_key is empty although a key was just made.');
    return [newest, ...older];
  };
  return {
    current: () => keys()[0],
    published: () => ({ keys: keys().map(({ kty, n, e, kid }) => ({ kty, n, e, kid, use: 'sig', alg: 'RS256' })) }),
    rotate: () => rotate.immediate()
  };
}

const rowSchema = z.object({ private_jwk: z.string() });
const keySchema = z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), d: z.string(), kid: z.string() });
type StoredKey = z.infer<typeof keySchema>;

function newPrivateKey(): StoredKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = z.looseObject({ n: z.string() }).parse(privateKey.export({ format: 'jwk' }));
  return keySchema.parse({ ...jwk, kid: createHash('sha256').update(jwk.n).digest('base64url') });
}
