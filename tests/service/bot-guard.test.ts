// The guard before the bot: each hole of platform.md 2.7 and 2.8 closed, and what Teams really sends let through.
import { botRefusal, type BotRequest } from '../../src/service/bot-guard';

const tenantId = '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d01';
const otherTenant = '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d02';
const teams = { tenantId, chat: { kind: 'teams', botId: 'b', serviceHosts: ['smba.trafficmanager.net'] } } as const;
const local = { tenantId, chat: { kind: 'local' } } as const;

const activity = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { tenantId },
  channelData: { tenant: { id: tenantId } }
};

function fromTeams(change: object = {}): BotRequest {
  return { headers: {}, remoteAddress: '52.112.0.1', body: { ...activity, ...change } };
}

function fromThisMachine(change: Partial<BotRequest> = {}): BotRequest {
  return {
    headers: { host: '127.0.0.1:3978' },
    remoteAddress: '127.0.0.1',
    body: { ...activity, serviceUrl: 'http://localhost:56150/_connector' },
    ...change
  };
}

test("what Teams' Bot Framework sends for our tenant is let through", () => {
  expect(botRefusal(fromTeams(), teams)).toBeUndefined();
});

test.each([
  ['no body', { ...fromTeams(), body: null }, 'not-an-activity'],
  ['an empty body', { ...fromTeams(), body: {} }, 'not-an-activity'],
  ['another channel', fromTeams({ channelId: 'directline' }), 'wrong-channel'],
  [
    'replies to a host of the sender’s choice',
    fromTeams({ serviceUrl: 'https://smba.trafficmanager.net.example/emea/' }),
    'wrong-service-url'
  ],
  ['replies in the clear', fromTeams({ serviceUrl: 'http://smba.trafficmanager.net/emea/' }), 'wrong-service-url'],
  ['replies to another port', fromTeams({ serviceUrl: 'https://smba.trafficmanager.net:8443/emea/' }), 'wrong-service-url'],
  ['replies to a host behind a user name', fromTeams({ serviceUrl: 'https://smba.trafficmanager.net@evil.example/' }), 'wrong-service-url'],
  ['another tenant', fromTeams({ conversation: { tenantId: otherTenant }, channelData: { tenant: { id: otherTenant } } }), 'wrong-tenant'],
  ['two tenants', fromTeams({ channelData: { tenant: { id: otherTenant } } }), 'wrong-tenant'],
  ['no tenant', fromTeams({ conversation: {}, channelData: {} }), 'wrong-tenant']
] as const)('in Teams, %s is turned away', (_what, request, refusal) => {
  expect(botRefusal(request, teams)).toBe(refusal);
});

test('the local chat client on this machine is let through without a token', () => {
  expect(botRefusal(fromThisMachine(), local)).toBeUndefined();
  expect(botRefusal(fromThisMachine({ remoteAddress: '::ffff:127.0.0.1', headers: { host: '[::1]:3978' } }), local)).toBeUndefined();
});

test.each([
  ['another machine', fromThisMachine({ remoteAddress: '192.168.1.20' }), 'not-from-this-machine'],
  ['a peer that is gone', fromThisMachine({ remoteAddress: undefined }), 'not-from-this-machine'],
  ['a name that was made to point here', fromThisMachine({ headers: { host: 'rebound.example:3978' } }), 'not-from-this-machine'],
  ['a page in a browser', fromThisMachine({ headers: { host: '127.0.0.1:3978', origin: 'https://evil.example' } }), 'from-a-web-page'],
  ['another channel', fromThisMachine({ body: { ...activity, channelId: 'emulator' } }), 'wrong-channel'],
  ['replies to another machine', fromThisMachine({ body: activity }), 'wrong-service-url']
] as const)('in the local chat, %s is turned away', (_what, request, refusal) => {
  expect(botRefusal(request, local)).toBe(refusal);
});
