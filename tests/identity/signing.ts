// Keys and tokens as the tests need them: signed rightly, and in every way a forger would try.
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { createPublicKey, createSecretKey } from 'node:crypto';

export interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** The public half, as a publisher of keys gives it. */
  readonly jwk: object;
}

export async function newKey(kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

export function signed({ kid, privateKey }: Key, payload: JWTPayload): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey);
}

export function unsigned(payload: JWTPayload): string {
  return new UnsecuredJWT(payload).encode();
}

/** HMAC with what everybody may read, the public key, as its secret: taken by whoever lets the token choose the algorithm. */
export function signedByPublicKey({ kid, jwk }: Key, payload: JWTPayload): Promise<string> {
  const pem = createPublicKey({ key: jwk as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid, typ: 'JWT' }).sign(createSecretKey(Buffer.from(pem)));
}

/** The token with other claims under the old signature. */
export function changed(token: string, payload: JWTPayload): string {
  const [header = '', , signature = ''] = token.split('.');
  return `${header}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${signature}`;
}
