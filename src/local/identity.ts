// Who the local service is towards the local Entra: an application with a key of its own, made once and kept beside the data.
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JWK } from 'jose';

/** `privateKey` is PKCS #8 PEM; `thumbprint` is SHA-256 in hexadecimal, as a certificate has one. */
export interface LocalIdentity {
  readonly privateKey: string;
  readonly publicKey: JWK;
  readonly thumbprint: string;
}

/** Ids of the local tenant and its applications; they mean nothing elsewhere. */
export const localIds = {
  tenant: '0a5e1c0d-7e4a-4000-8000-00000000f001',
  service: '0a5e1c0d-7e4a-4000-8000-00000000f002',
  pages: '0a5e1c0d-7e4a-4000-8000-00000000f003',
  botFramework: '0a5e1c0d-7e4a-4000-8000-00000000f004'
} as const;

/** The site that keeps the record. */
export const site = { path: '/sites/informationssakerhet', title: 'Informationssäkerhet' } as const;

/** The API's application ID URI. */
export const apiResource = 'api://varna';

/** The identity kept in the folder; made there, readable by its owner alone, the first time. */
export async function localIdentity(folder: string): Promise<LocalIdentity> {
  const file = path.join(folder, 'service-key');
  const privateKey = (await readIfThere(file)) ?? (await makeKey(folder, file));
  const publicKey = createPublicKey(privateKey);
  const thumbprint = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .toUpperCase();
  return { privateKey, publicKey: publicKey.export({ format: 'jwk' }), thumbprint };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeKey(folder: string, file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' }
  });
  await mkdir(folder, { recursive: true });
  await writeFile(file, privateKey, { mode: 0o600 });
  return privateKey;
}
