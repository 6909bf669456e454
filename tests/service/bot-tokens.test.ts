// Nobody in through the bot's door: the whole service in Teams mode, the real Teams library behind it, and tokens really signed, rightly and wrongly.
import type { JWTPayload } from 'jose';
import { openTeamsBot } from '../../src/service/teams-bot';
import { openConnector, type Connector } from '../bot/connector';
import { memoryDesk } from '../bot/memory-desk';
import { changed, newKey, signed, signedByPublicKey, unsigned, type Key } from '../identity/signing';
import { tenantId } from '../standin/identity-server';
import { people } from '../workflows/memory-context';
import { divertHosts } from './diverted-hosts';
import { answerJson, botId, runService, type Answering, type RunningService } from './running-service';

const foreignTenant = '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d02';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';

let key: Key;
let entraKey: Key;
let published: object[];
let keysAsked = 0;
let keyServer: Answering;
let connector: Connector;
let running: RunningService;

beforeAll(async () => {
  [key, entraKey] = await Promise.all([newKey('framework-key'), newKey('entra-key')]);
  published = [endorsed(key)];
  keyServer = await answerJson(() => {
    keysAsked += 1;
    return { '/v1/.well-known/keys': { keys: published }, [`/${foreignTenant}/discovery/v2.0/keys`]: { keys: [entraKey.jwk] } };
  });
  connector = await openConnector();
  running = await runService({
    openBot: (parts) =>
      openTeamsBot({ ...parts, desk: memoryDesk(), botToken: () => Promise.resolve(unsigned(claims())), now: () => '2026-11-23T14:40:00Z' })
  });
});
beforeEach(() => {
  divertHosts({
    'login.botframework.com': keyServer.origin,
    'login.microsoftonline.com': keyServer.origin,
    'smba.trafficmanager.net': connector.serviceUrl
  });
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await running.stop();
  await connector.close();
  await keyServer.stop();
});

/** As the Bot Framework publishes its keys: with the channels each may sign for. */
function endorsed({ jwk }: Key, channels: readonly string[] = ['msteams', 'directline']): object {
  return { ...jwk, endorsements: channels };
}

const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

/** What the Bot Framework says in its tokens. */
function claims(change: Record<string, unknown> = {}): JWTPayload {
  return {
    iss: 'https://api.botframework.com',
    aud: botId,
    serviceurl: serviceUrl,
    nbf: inSeconds(-10),
    exp: inSeconds(3600),
    ...change
  };
}

/** What Entra says in a token of its own: with our audience it can be had by anybody's application, in a tenant of their own. */
function entraClaims(): JWTPayload {
  return claims({ iss: `https://login.microsoftonline.com/${foreignTenant}/v2.0`, tid: foreignTenant, azp: foreignTenant });
}

const words = 'hjälp mig med en hemlighet';

function activity(change: object = {}): object {
  return {
    type: 'message',
    id: 'activity-1',
    text: words,
    channelId: 'msteams',
    serviceUrl,
    locale: 'sv-SE',
    from: { id: '29:employee', aadObjectId: people.employee.id, name: people.employee.name },
    recipient: { id: '28:varna', name: 'Värna' },
    conversation: { id: 'a:employee', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    ...change
  };
}

async function send(token: string | undefined, body: object = activity()): Promise<number> {
  const headers = { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const { status } = await fetch(`${running.service.url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) });
  return status;
}

/** Sends what is to be refused: nothing comes of it, and the log has neither the token, nor a part of it, nor the words. */
async function refusedWith(token: string | undefined, body?: object): Promise<{ readonly status: number; readonly logged: string }> {
  const before = running.logged().length;
  const deliveries = connector.deliveries.length;
  const status = await send(token, body);
  expect(connector.deliveries.length).toBe(deliveries);
  const logged = running.logged().slice(before);
  for (const part of [token, ...(token?.split('.') ?? []), words, people.employee.id, people.employee.name, key.kid]) {
    if (part !== undefined && part !== '') expect(logged).not.toContain(part);
  }
  return { status, logged };
}

test('what the Bot Framework has signed is answered, where it says that the answer goes', async () => {
  const before = connector.deliveries.length;
  expect(await send(await signed(key, claims()))).toBe(200);
  expect(connector.deliveries.slice(before)).toMatchObject([{ path: '/emea/v3/conversations/a:employee/activities' }]);
});

test.each<[string, () => Promise<string> | string | undefined, string]>([
  ['no token', () => undefined, 'no-token'],
  ['what is no token', () => 'hello', 'malformed'],
  ['an expired token', () => signed(key, claims({ exp: inSeconds(-360) })), 'expired'],
  ['a token that is not valid yet', () => signed(key, claims({ nbf: inSeconds(600) })), 'not-valid-yet'],
  ['a token that never expires', () => signed(key, claims({ exp: undefined })), 'wrong-claims'],
  ['a token for another bot', () => signed(key, claims({ aud: 'b0000000-0000-4000-8000-000000000002' })), 'wrong-audience'],
  ['a token of another issuer', () => signed(key, claims({ iss: 'https://api.botframework.example' })), 'wrong-issuer'],
  ["an Entra token of another tenant with our audience, signed by Entra's key", () => signed(entraKey, entraClaims()), 'unknown-key'],
  [
    'the same under the name of the key of the Bot Framework',
    () => signed({ ...entraKey, kid: key.kid }, entraClaims()),
    'wrong-signature'
  ],
  ['a token that nobody signed', () => unsigned(claims()), 'wrong-algorithm'],
  ['a token signed by HMAC with the public key', () => signedByPublicKey(key, claims()), 'wrong-algorithm'],
  ['a token signed by somebody else', async () => signed(await newKey(key.kid), claims()), 'wrong-signature'],
  [
    'a token changed after it was signed',
    async () => changed(await signed(key, claims()), claims({ serviceurl: 'https://smba.trafficmanager.net/amer/' })),
    'wrong-signature'
  ],
  ['a token signed by a key that is not published', async () => signed(await newKey('unheard-of'), claims()), 'unknown-key']
])('%s is refused with 401', async (_what, make, refusal) => {
  const { status, logged } = await refusedWith(await make());
  expect(status).toBe(401);
  expect(logged).toContain(`"refusal":"${refusal}"`);
});

test.each([
  ['another address for the answers than the token names', { serviceUrl: 'https://smba.trafficmanager.net/amer/' }, 401],
  ['an address of the sender for the answers', { serviceUrl: 'https://evil.example/emea/' }, 403],
  [
    'an activity of another tenant',
    { conversation: { id: 'a:x', conversationType: 'personal', tenantId: foreignTenant }, channelData: { tenant: { id: foreignTenant } } },
    403
  ],
  ['an activity of two tenants', { channelData: { tenant: { id: foreignTenant } } }, 403],
  ['an activity of another channel', { channelId: 'directline' }, 403],
  ['what is no activity', { type: undefined }, 400]
])('a right token with %s is refused', async (_what, change, status) => {
  const token = await signed(key, claims());
  expect(await send(token)).toBe(200);
  expect((await refusedWith(token, activity(change))).status).toBe(status);
});

test('a right token without an address for the answers is refused', async () => {
  expect((await refusedWith(await signed(key, claims({ serviceurl: undefined })))).status).toBe(401);
});

test('the body of a stranger is not read', async () => {
  expect((await refusedWith(undefined, activity({ text: 'x'.repeat(300_000) }))).status).toBe(401);
  expect((await refusedWith(await signed(key, claims()), activity({ text: 'x'.repeat(300_000) }))).status).toBe(413);
});

test('unknown keys, however many, do not make us ask for the keys each time', async () => {
  const unknown = await Promise.all(['a', 'b', 'c', 'd'].map(async (kid) => signed(await newKey(kid), claims())));
  const before = keysAsked;
  for (const token of unknown) expect(await send(token)).toBe(401);
  expect(keysAsked - before).toBeLessThanOrEqual(1);
});

test('keys change without a restart; one that may not sign for Teams is refused', async () => {
  const [next, other] = await Promise.all([newKey('next-key'), newKey('other-channel')]);
  published = [endorsed(next), endorsed(other, ['directline'])];
  const real = Date.now;
  jest.spyOn(Date, 'now').mockImplementation(() => real() + 31_000);
  expect(await send(await signed(next, claims()))).toBe(200);
  expect((await refusedWith(await signed(key, claims()))).status).toBe(401);
  const { status, logged } = await refusedWith(await signed(other, claims()));
  expect([status, logged]).toEqual([401, expect.stringContaining('"refusal":"wrong-channel"')]);
});
