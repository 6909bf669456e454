// Unguessable values and how they are kept: only their hashes are stored, and they are compared in constant time.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 as base64url, which is also PKCE's S256 (RFC 7636 4.2). */
export function sha256(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

/** Whether two secrets are the same, in time that does not tell where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
}
