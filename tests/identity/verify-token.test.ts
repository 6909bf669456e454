// Tokens for the API: those Entra gave a person of our tenant are taken, and every other kind is refused.
import type { JWTPayload } from 'jose';
import { tokenVerifier, type TokenVerifier } from '../../src/identity/verify-token';
import { answerJson, type Answering } from '../service/running-service';
import { changed, newKey, signed, signedByPublicKey, unsigned, type Key } from './signing';

const tenantId = '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d01';
const audience = 'aaaaaaaa-0000-4000-8000-000000000002';
const person = '22222222-2222-4222-8222-222222222222';
const now = new Date('2026-11-23T14:40:00Z');
const seconds = now.getTime() / 1000;

let entra: Answering;
let published: object[];
let metadata: Record<string, unknown>;
let verify: TokenVerifier;

let key: Key;

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

test("a person's token is taken, and its object id is the holder", async () => {
  expect(await verify(`Bearer ${await signed(key, claims())}`)).toEqual({ ok: true, value: { objectId: person } });
});

test('a clock that is half a minute off does no harm', async () => {
  expect(await verify(`Bearer ${await signed(key, claims({ nbf: seconds + 30 }))}`)).toMatchObject({ ok: true });
});

test.each<[string, () => Record<string, unknown>, string]>([
  ['has expired', () => ({ exp: seconds - 61 }), 'expired'],
  ['is not valid yet', () => ({ nbf: seconds + 120 }), 'not-valid-yet'],
  ['never expires', () => ({ exp: undefined }), 'wrong-claims'],
  ['does not say from when', () => ({ nbf: undefined }), 'wrong-claims'],
  ['is for another API', () => ({ aud: 'https://graph.microsoft.com' }), 'wrong-audience'],
  ['has another issuer', () => ({ iss: `https://evil.example/${tenantId}/v2.0` }), 'wrong-issuer'],
  ['is of version 1.0', () => ({ iss: `https://sts.windows.net/${tenantId}/` }), 'wrong-issuer'],
  ['names another tenant', () => ({ tid: '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d02' }), 'wrong-claims'],
  ['names no tenant', () => ({ tid: undefined }), 'wrong-claims'],
  ['names nobody', () => ({ oid: undefined }), 'wrong-claims'],
  ['is an application’s own', () => ({ scp: undefined, roles: ['Commands.All'] }), 'wrong-claims'],
  ['says it is an application’s own', () => ({ idtyp: 'app' }), 'wrong-claims'],
  ['has another permission only', () => ({ scp: 'user_impersonation_read User.Read' }), 'wrong-claims']
])('a token that %s is refused', async (_what, change, reason) => {
  expect(await verify(`Bearer ${await signed(key, claims(change()))}`)).toEqual({ ok: false, reason });
});

test('an unsigned token is refused', async () => {
  expect(await verify(`Bearer ${unsigned(claims())}`)).toEqual({ ok: false, reason: 'wrong-algorithm' });
});

test('a token signed by HMAC with the public key as its secret is refused', async () => {
  const forged = await signedByPublicKey(key, claims());
  expect(await verify(`Bearer ${forged}`)).toEqual({ ok: false, reason: 'wrong-algorithm' });
});

test('a token signed by somebody else under the name of our key is refused', async () => {
  const forger = await newKey(key.kid);
  expect(await verify(`Bearer ${await signed(forger, claims())}`)).toEqual({ ok: false, reason: 'wrong-signature' });
});

test('a token whose key Entra does not publish is refused', async () => {
  expect(await verify(`Bearer ${await signed(await newKey('unheard-of'), claims())}`)).toEqual({ ok: false, reason: 'unknown-key' });
});

test('a token that was changed after it was signed is refused', async () => {
  const token = changed(await signed(key, claims()), claims({ oid: '11111111-1111-4111-8111-111111111111' }));
  expect(await verify(`Bearer ${token}`)).toEqual({ ok: false, reason: 'wrong-signature' });
});

test.each([
  [undefined, 'no-token'],
  ['', 'malformed'],
  ['Bearer', 'malformed'],
  ['Bearer hello', 'malformed'],
  ['Bearer a.b.c', 'malformed'],
  ['Basic dXNlcjpwYXNz', 'malformed']
])('the header %p is refused', async (header, reason) => {
  expect(await verify(header)).toEqual({ ok: false, reason });
});

test('a key that Entra begins to use is found without a restart', async () => {
  await verify(`Bearer ${await signed(key, claims())}`);
  const next = await newKey('second');
  published = [next.jwk, key.jwk];
  expect(await verify(`Bearer ${await signed(next, claims())}`)).toMatchObject({ ok: true });
});

test('when Entra cannot be read nothing is said about the token, and the next one is tried anew', async () => {
  const right = metadata;
  metadata = { ...right, jwks_uri: `${entra.origin}/nowhere` };
  const token = await signed(key, claims());
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
  const token = await signed(key, claims());
  await expect(verify(`Bearer ${token}`)).rejects.toThrow(words);
  metadata = right;
  expect(await verify(`Bearer ${token}`)).toMatchObject({ ok: true });
});
