// Nobody in: every kind of token that is not a person's own for this API, at the service's HTTP door, and what the log says of it.
import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { usualLimits } from '../../src/service/limits';
import { changed, newKey, signed, signedByPublicKey, unsigned, type Key } from '../identity/signing';
import { apiClient, tenantId } from '../standin/identity-server';
import { people } from '../workflows/memory-context';
import { answerJson, post, reportInput, runService, type Answered, type Answering, type RunningService } from './running-service';

const foreignTenant = '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d02';

let key: Key;
let published: object[];
let entra: Answering;
let running: RunningService;

beforeAll(async () => {
  key = await newKey('published-key');
  published = [key.jwk];
  entra = await answerJson(() => ({
    [`/${tenantId}/v2.0/.well-known/openid-configuration`]: { issuer: issuerOf(tenantId), jwks_uri: `${entra.origin}/keys` },
    '/keys': { keys: published }
  }));
  running = await runService({ authority: entra.origin, limits: { ...usualLimits, refusals: 1000 } });
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await running.stop();
  await entra.stop();
});

function issuerOf(tenant: string): string {
  return `${entra.origin}/${tenant}/v2.0`;
}

function claims(change: Record<string, unknown> = {}): JWTPayload {
  const seconds = Math.floor(Date.now() / 1000);
  const times = { iat: seconds - 10, nbf: seconds - 10, exp: seconds + 3600 };
  const person = { oid: people.employee.id, name: people.employee.name, scp: 'user_impersonation' };
  return { iss: issuerOf(tenantId), aud: apiClient, tid: tenantId, ...person, ...times, ...change };
}

function give(token: string | undefined): Promise<Answered> {
  return post(running.service.url, 'report-incident', {
    ...(token !== undefined && { token }),
    body: { command: randomUUID(), input: reportInput }
  });
}

/** What was logged since `before`, as lines. */
function loggedSince(before: string): readonly Record<string, unknown>[] {
  const lines = running.logged().slice(before.length).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

test('the token of a person, signed by a published key, is taken', async () => {
  expect(await give(await signed(key, claims()))).toMatchObject({ status: 200, body: { value: { reporter: people.employee } } });
});

test.each<[string, () => Promise<string> | string | undefined, string]>([
  ['no token', () => undefined, 'no-token'],
  ['what is no token', () => 'hello', 'malformed'],
  ['three parts that are no token', () => 'aGVq.aGVq.aGVq', 'malformed'],
  ['an expired token', () => signed(key, claims({ exp: inSeconds(-120) })), 'expired'],
  ['a token that is not valid yet', () => signed(key, claims({ nbf: inSeconds(600) })), 'not-valid-yet'],
  ['a token that never expires', () => signed(key, claims({ exp: undefined })), 'wrong-claims'],
  ['a token for Graph', () => signed(key, claims({ aud: 'https://graph.microsoft.com' })), 'wrong-audience'],
  ['a token of another issuer', () => signed(key, claims({ iss: `https://evil.example/${tenantId}/v2.0` })), 'wrong-issuer'],
  ['a token of another tenant', () => signed(key, claims({ iss: issuerOf(foreignTenant), tid: foreignTenant })), 'wrong-issuer'],
  ['a token that says another tenant than its issuer', () => signed(key, claims({ tid: foreignTenant })), 'wrong-claims'],
  ["an application's own token", () => signed(key, claims({ scp: undefined, roles: ['user_impersonation'] })), 'wrong-claims'],
  ['a token with another permission', () => signed(key, claims({ scp: 'User.Read' })), 'wrong-claims'],
  ['a token that nobody signed', () => unsigned(claims()), 'wrong-algorithm'],
  ['a token signed by HMAC with the public key', () => signedByPublicKey(key, claims()), 'wrong-algorithm'],
  ['a token signed by somebody else', async () => signed(await newKey(key.kid), claims()), 'wrong-signature'],
  [
    'a token changed after it was signed',
    async () => changed(await signed(key, claims()), claims({ oid: people.it.id })),
    'wrong-signature'
  ],
  ['a token signed by a key that is not published', async () => signed(await newKey('unheard-of'), claims()), 'unknown-key']
])('%s is refused with 401, and logged without the token', async (_what, make, refusal) => {
  const token = await make();
  const before = running.logged();
  const entries = running.record.memory.entries.length;
  expect(await give(token)).toEqual({ status: 401, body: { ok: false, reason: 'signed-out' } });
  expect(running.record.memory.entries.length).toBe(entries);
  expect(loggedSince(before)).toEqual([
    expect.objectContaining({ level: 40, refusal, msg: 'token refused' }),
    expect.objectContaining({ route: 'POST /api/commands/:name', status: 401 })
  ]);
  for (const part of [token, ...(token?.split('.') ?? []), people.employee.id, people.employee.name, key.kid, 'unheard-of']) {
    if (part !== undefined && part !== '') expect(running.logged().slice(before.length)).not.toContain(part);
  }
});

test('a token in the address is not looked at, and not logged', async () => {
  const token = await signed(key, claims());
  const response = await fetch(`${running.service.url}/api/commands/report-incident?access_token=${token}`, { method: 'POST' });
  expect(response.status).toBe(401);
  expect(running.logged()).not.toContain(token.slice(-20));
});

test('the refused one is told to bring a bearer token, and nothing of what was wrong', async () => {
  const response = await fetch(`${running.service.url}/api/commands/report-incident`, { method: 'POST' });
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

test('a key that Entra begins to use is found, and one that it no longer publishes is not believed, without a restart', async () => {
  const next = await newKey('next-key');
  published = [next.jwk];
  const old = await signed(key, claims());
  const fresh = await signed(next, claims());
  const real = Date.now;
  jest.spyOn(Date, 'now').mockImplementation(() => real() + 31_000);
  expect((await give(fresh)).status).toBe(200);
  expect((await give(old)).status).toBe(401);
  published = [key.jwk];
});
