// The application's own tokens: got from Entra with a certificate, kept while they last, and refused with another key.
import { decodeJwt } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import { appToken, type AppIdentity } from '../../src/identity/app-token';
import { openProxy, type FaultyProxy } from '../lists/faulty-proxy';
import { openEmptySite, serviceClient, tenantId, type Site } from '../lists/site';

let site: Site;
let proxy: FaultyProxy;
let isDown: boolean;
let seconds: number;
beforeEach(async () => {
  site = await openEmptySite();
  isDown = false;
  seconds = 0;
  proxy = await openProxy(site.standin.origin, () => (isDown ? { status: 503 } : undefined));
  site.standin.setOrigin(proxy.origin);
});
afterEach(async () => {
  await proxy.stop();
  await site.stop();
});

function identity(changes: Partial<AppIdentity> = {}): AppIdentity {
  return {
    authority: proxy.origin,
    tenantId,
    clientId: serviceClient,
    certificate: { privateKey: site.privateKey, thumbprint: 'AB'.repeat(32) },
    scope: `${proxy.origin}/.default`,
    now: () => new Date(Date.parse('2026-11-23T14:40:00Z') + seconds * 1000),
    ...changes
  };
}

test('a token is for the resource asked for, and proved with the certificate', async () => {
  const token = await appToken(identity())();
  expect(decodeJwt(token)).toMatchObject({ aud: proxy.origin, azp: serviceClient, azpacr: '2', roles: ['Sites.Selected'] });
});

test('it is asked for once while it lasts, also by many at a time, and again five minutes before it expires', async () => {
  const token = appToken(identity());
  const [first] = await Promise.all([token(), token(), token()]);
  seconds = 3600 - 301;
  expect(await token()).toBe(first);
  expect(proxy.seen).toHaveLength(1);
  seconds = 3600 - 300;
  expect(await token()).not.toBe(first);
  expect(proxy.seen).toHaveLength(2);
});

test('a refusal is not remembered', async () => {
  const token = appToken(identity());
  isDown = true;
  await expect(token()).rejects.toThrow();
  isDown = false;
  expect(await token()).toEqual(expect.any(String));
});

test('another key than the registered one is refused', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), thumbprint: 'AB'.repeat(20) };
  await expect(appToken(identity({ certificate }))()).rejects.toMatchObject({ error: 'invalid_client' });
});

test('a secret does not travel over plain http to another machine', async () => {
  await expect(appToken(identity({ authority: 'http://login.haparanda.example' }))()).rejects.toThrow(/HTTPS|insecure|http:/i);
});
