// The doors that ask for no proof exist on this machine only: every combination of the settings that could open the bot's, and the stand-in's own.
import { Router } from 'express';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { botDoor } from '../../src/service/bot-door';
import { httpApplication } from '../../src/service/http';
import { readSettings, type Settings } from '../../src/service/settings';
import { openTeamsBot } from '../../src/service/teams-bot';
import { listenStandin, type ListeningStandin } from '../../src/standin/standin';
import { memoryDesk } from '../bot/memory-desk';
import { runService, silentLog } from './running-service';

const tenantId = '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d01';
const botId = 'aaaaaaaa-0000-4000-8000-000000000004';
const librarySwitch = 'DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS';

const given = {
  VARNA_TENANT_ID: tenantId,
  VARNA_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000002',
  VARNA_CERTIFICATE: generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' }
  }).privateKey,
  VARNA_CERTIFICATE_THUMBPRINT: 'AB'.repeat(20),
  VARNA_API_AUDIENCE: 'aaaaaaaa-0000-4000-8000-000000000002',
  VARNA_STATE: ':memory:'
};

/** Each setting's values; with those that the local door needs, as docs/service.md says, on the left. */
const settings = {
  VARNA_BOT_ID: { open: [undefined], shut: [botId] },
  VARNA_LOCAL_CHAT: { open: ['yes'], shut: [undefined, 'no'] },
  HOST: { open: [undefined, '::1'], shut: ['0.0.0.0', '192.168.1.10'] },
  VARNA_SITE: { open: ['http://127.0.0.1:5170/sites/x'], shut: ['https://haparanda.example/sites/x', 'https://127.0.0.1.example/sites/x'] },
  VARNA_AUTHORITY: { open: ['https://localhost:5170'], shut: [undefined, 'https://localhost.example'] },
  VARNA_GRAPH: { open: ['http://[::1]:5170'], shut: [undefined] }
} as const;

/** What the Teams library reads by itself: one at a time, since each alone is to close everything. */
const libraryNames = ['CLIENT_ID', 'CLIENT_SECRET', 'TENANT_ID', 'MANAGED_IDENTITY_CLIENT_ID', 'SERVICE_URL', 'CLOUD'];
const libraryValues: readonly Environment[] = [
  {},
  { [librarySwitch]: 'true' },
  { [librarySwitch]: 'false' },
  ...libraryNames.map((name) => ({ [name]: 'x' }))
];

type Environment = Readonly<Record<string, string | undefined>>;

interface Combination {
  readonly environment: Environment;
  /** Whether docs/service.md says that the local door opens. */
  readonly opens: boolean;
}

function everyCombination(): Combination[] {
  let combinations: Combination[] = libraryValues.map((library) => ({
    environment: { ...given, ...library },
    opens: Object.keys(library).length === 0
  }));
  for (const [name, { open, shut }] of Object.entries(settings)) {
    const values = [...open.map((value) => ({ value, fits: true })), ...shut.map((value) => ({ value, fits: false }))];
    combinations = combinations.flatMap(({ environment, opens }) =>
      values.map(({ value, fits }) => ({ environment: { ...environment, [name]: value }, opens: opens && fits }))
    );
  }
  return combinations;
}

/** What of an environment this test varies. */
function varied({ environment }: Combination): object {
  return Object.fromEntries(Object.entries(environment).filter(([name, value]) => !(name in given) && value !== undefined));
}

describe('the bot without proof of sender', () => {
  const read = everyCombination().map((combination) => ({ ...combination, reading: readSettings(combination.environment) }));

  test('is asked for by all the conditions together, and by nothing less', () => {
    expect(read.length).toBe(2 * 3 * 4 * 3 * 3 * 2 * 9);
    const wrong = read.filter(({ reading, opens }) => (reading.ok && reading.settings.chat.kind === 'local') !== opens);
    expect(wrong.map(varied)).toEqual([]);
    expect(read.filter(({ opens }) => opens)).toHaveLength(2);
  });

  test('is a bot in Teams otherwise, or nothing at all', () => {
    const inTeams = read.flatMap(({ reading }) => (reading.ok && reading.settings.chat.kind === 'teams' ? [reading.settings] : []));
    expect(new Set(inTeams.map(({ chat }) => (chat.kind === 'teams' ? chat.botId : '')))).toEqual(new Set([botId]));
  });

  describe('over HTTP', () => {
    afterEach(() => jest.restoreAllMocks());

    test("answers in exactly these cases, also when the library's own switch is turned on in the process", async () => {
      jest.replaceProperty(process, 'env', { ...process.env, [librarySwitch]: 'true' });
      for (const { reading, opens, ...combination } of read) {
        if (reading.ok)
          expect([varied({ ...combination, opens }), await statusWithoutProof(reading.settings)]).toEqual([
            varied({ ...combination, opens }),
            opens ? 200 : 401
          ]);
      }
    });
  });
});

/** Starts the bot's door with these settings, and says what an activity without a token from this machine is answered. */
async function statusWithoutProof(opened: Settings): Promise<number> {
  const bot = {
    settings: opened,
    desk: memoryDesk(),
    allowanceOf: () => Promise.resolve('within' as const),
    botToken: () => Promise.resolve(''),
    now: () => '2026-11-23T14:40:00Z',
    log: silentLog
  };
  const { handle } = await openTeamsBot(bot);
  const door = botDoor({
    settings: opened,
    handle,
    strangers: (_request, _response, next) => next(),
    now: () => new Date(),
    log: silentLog
  });
  const application = httpApplication({
    commandApi: Router(),
    attachmentApi: Router(),
    botDoor: door,
    health: () => Promise.resolve({}),
    log: silentLog
  });
  const server = createServer(application).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { status } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(greeting)
  });
  server.closeAllConnections();
  server.close();
  return status;
}

const greeting = {
  type: 'conversationUpdate',
  id: 'activity-1',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:56150/_connector',
  from: { id: '29:x' },
  recipient: { id: '28:varna' },
  conversation: { id: 'a:x', conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } }
};

describe("the stand-in's own doors", () => {
  let standin: ListeningStandin;
  beforeAll(async () => {
    standin = await listenStandin({ file: ':memory:', tenantId, port: 0, faults: true, openTokens: true });
  });
  afterAll(() => standin.stop());

  const doors = ['/_standin/token?user=x', '/_standin/faults', '/_standin/requests'];

  /** Every address of this machine but the one it listens on; 127.0.0.2 is answered by what listens everywhere. */
  const elsewhere = [
    ...Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
    ),
    '127.0.0.2'
  ].filter((address) => address !== '127.0.0.1');

  test('are open at the address it is started with, which shows that they are there', async () => {
    const statuses = await Promise.all(doors.map(async (door) => (await fetch(`${standin.origin}${door}`)).status));
    expect(statuses).toEqual([400, 200, 200]);
  });

  test('are reached at no address of this machine but 127.0.0.1', async () => {
    const port = Number(new URL(standin.origin).port);
    expect(await Promise.all(elsewhere.map((address) => isReached(address, port)))).toEqual(elsewhere.map(() => false));
  });

  test('are shut for a page in a browser, and for a name made to point here', async () => {
    for (const door of doors.slice(1)) {
      const fromPage = await fetch(`${standin.origin}${door}`, { method: 'DELETE', headers: { origin: 'https://evil.example' } });
      expect([door, fromPage.status]).toEqual([door, 403]);
    }
    for (const door of doors) expect([door, await statusAs('rebound.example', door)]).toEqual([door, 403]);
  });

  test('are not in the service', async () => {
    const running = await runService();
    const statuses = await Promise.all(doors.map(async (door) => (await fetch(`${running.service.url}${door}`)).status));
    await running.stop();
    expect(statuses).toEqual([404, 404, 404]);
  });

  /** `fetch` does not let one say a Host of one's own. */
  async function statusAs(host: string, door: string): Promise<number> {
    const socket = connect(Number(new URL(standin.origin).port), '127.0.0.1');
    socket.end(`GET ${door} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    let answer = '';
    for await (const part of socket) answer += String(part);
    return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
  }
});

async function isReached(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port, timeout: 2000 });
  socket.once('timeout', () => socket.destroy(new Error('timeout')));
  const reached = await once(socket, 'connect').then(
    () => true,
    () => false
  );
  socket.destroy();
  return reached;
}
