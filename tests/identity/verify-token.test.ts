// Tokens for the API: those Entra gave a person of our tenant are taken, and every other kind is refused.
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { createPublicKey, createSecretKey } from 'node:crypto';
import { tokenVerifier, type TokenVerifier } from '../../src/identity/verify-token';
import { answerJson, type Answering } from '../service/running-service';

const tenantId = '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d01';
const audience = 'aaaaaaaa-0000-4000-8000-000000000002';
const person = '22222222-2222-4222-8222-222222222222';
const now = new Date('2026-11-23T14:40:00Z');
const seconds = now.getTime() / 1000;

let entra: Answering;
let published: object[];
let metadata: Record<string, unknown>;
let verify: TokenVerifier;

async function newKey(kid: string): Promise<{ readonly kid: string; readonly privateKey: CryptoKey; readonly jwk: object }> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}
let key: Awaited<ReturnType<typeof newKey>>;

beforeAll(async () => {
  key = await newKey('first');
});

beforeEach(async () => {
  published = [key.jwk];
  entra = await answerJson(() => ({
    [`/${tenantId}/v2.0/.well-known/openid-configuration`]: metadata,
    [`/${tenantId}/discovery/v2.0/keys`]: { keys: published }
  }));
  metadata = { issuer: `${entra.origin}/${tenantId}/v2.0`, jwks_uri: `${entra.origin}/${tenantId}/discovery/v2.0/keys` };
  verify = tokenVerifier({ authority: entra.origin, tenantId, audience, now: () => now, keyCooldownSeconds: 0 });
});

afterEach(() => entra.stop());

function claims(change: Record<string, unknown> = {}): JWTPayload {
  return {
    iss: `${entra.origin}/${tenantId}/v2.0`,
    aud: audience,
    tid: tenantId,
    oid: person.toUpperCase(),
    scp: 'user_impersonation',
    iat: seconds - 10,
    nbf: seconds - 10,
    exp: seconds + 3600,
    ...change
  };
}

function signed(payload: JWTPayload, { kid, privateKey } = key, alg = 'RS256'): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(privateKey);
}

const refusal = { ok: false, reason: 'signed-out' };

test("a person's token is taken, and its object id is the holder", async () => {
  expect(await verify(`Bearer ${await signed(claims())}`)).toEqual({ ok: true, value: { objectId: person } });
});

test('a clock that is half a minute off does no harm', async () => {
  expect(await verify(`Bearer ${await signed(claims({ nbf: seconds + 30 }))}`)).toMatchObject({ ok: true });
});

test.each<[string, () => Record<string, unknown>]>([
  ['has expired', () => ({ exp: seconds - 61 })],
  ['is not valid yet', () => ({ nbf: seconds + 120 })],
  ['never expires', () => ({ exp: undefined })],
  ['does not say from when', () => ({ nbf: undefined })],
  ['is for another API', () => ({ aud: 'https://graph.microsoft.com' })],
  ['has another issuer', () => ({ iss: `https://evil.example/${tenantId}/v2.0` })],
  ['is of version 1.0', () => ({ iss: `https://sts.windows.net/${tenantId}/` })],
  ['names another tenant', () => ({ tid: '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d02' })],
  ['names no tenant', () => ({ tid: undefined })],
  ['names nobody', () => ({ oid: undefined })],
  ['is an application’s own', () => ({ scp: undefined, roles: ['Commands.All'] })],
  ['says it is an application’s own', () => ({ idtyp: 'app' })],
  ['has another permission only', () => ({ scp: 'user_impersonation_read User.Read' })]
])('a token that %s is refused', async (_what, change) => {
  expect(await verify(`Bearer ${await signed(claims(change()))}`)).toEqual(refusal);
});

test('an unsigned token is refused', async () => {
  expect(await verify(`Bearer ${new UnsecuredJWT(claims()).encode()}`)).toEqual(refusal);
});

test('a token signed by HMAC with the public key as its secret is refused', async () => {
  const pem = createPublicKey({ key: key.jwk as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const forged = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: key.kid }).sign(createSecretKey(Buffer.from(pem)));
  expect(await verify(`Bearer ${forged}`)).toEqual(refusal);
});

test('a token signed by somebody else under the name of our key is refused', async () => {
  const forger = await newKey(key.kid);
  expect(await verify(`Bearer ${await signed(claims(), forger)}`)).toEqual(refusal);
});

test('a token whose key Entra does not publish is refused', async () => {
  expect(await verify(`Bearer ${await signed(claims(), await newKey('unheard-of'))}`)).toEqual(refusal);
});

test('a token that was changed after it was signed is refused', async () => {
  const [header, , signature] = (await signed(claims())).split('.');
  const payload = Buffer.from(JSON.stringify(claims({ oid: '11111111-1111-4111-8111-111111111111' }))).toString('base64url');
  expect(await verify(`Bearer ${String(header)}.${payload}.${String(signature)}`)).toEqual(refusal);
});

test.each([undefined, '', 'Bearer', 'Bearer hello', 'Basic dXNlcjpwYXNz'])('the header %p is refused', async (header) => {
  expect(await verify(header)).toEqual(refusal);
});

test('a key that Entra begins to use is found without a restart', async () => {
  await verify(`Bearer ${await signed(claims())}`);
  const next = await newKey('second');
  published = [next.jwk, key.jwk];
  expect(await verify(`Bearer ${await signed(claims(), next)}`)).toMatchObject({ ok: true });
});

test('when Entra cannot be read nothing is said about the token, and the next one is tried anew', async () => {
  const right = metadata;
  metadata = { ...right, jwks_uri: `${entra.origin}/nowhere` };
  const token = await signed(claims());
  await expect(verify(`Bearer ${token}`)).rejects.toThrow();
  const other = tokenVerifier({ authority: `${entra.origin}/nowhere`, tenantId, audience, now: () => now });
  await expect(other(`Bearer ${token}`)).rejects.toThrow('answered 404');
});

test.each([
  ['the keys of another host', { jwks_uri: 'https://evil.example/keys' }, 'another host'],
  ['another issuer', { issuer: 'https://evil.example/v2.0' }, 'names the issuer']
])('metadata with %s is not believed', async (_what, change, words) => {
  const right = metadata;
  metadata = { ...right, ...change };
  const token = await signed(claims());
  await expect(verify(`Bearer ${token}`)).rejects.toThrow(words);
  metadata = right;
  expect(await verify(`Bearer ${token}`)).toMatchObject({ ok: true });
});
