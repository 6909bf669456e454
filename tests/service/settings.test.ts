// Settings: all faults at once, in words, and a local door that cannot be opened in production.
import { generateKeyPairSync } from 'node:crypto';
import { faultsInWords } from '../../src/service/setting-faults';
import { readSettings, readSiteAccess } from '../../src/service/settings';

const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' }
}).privateKey;

const production = {
  VARNA_SITE: 'https://haparanda.example/sites/informationssakerhet/',
  VARNA_TENANT_ID: '5F0C2A4E-8D1B-4C55-9A0E-3F6F1B2C7D01',
  VARNA_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000002',
  VARNA_CERTIFICATE: privateKey,
  VARNA_CERTIFICATE_THUMBPRINT: 'AB:'.repeat(19) + 'AB',
  VARNA_API_AUDIENCE: 'aaaaaaaa-0000-4000-8000-000000000002',
  VARNA_STATE: '/var/lib/varna/state.sqlite',
  VARNA_BOT_ID: 'aaaaaaaa-0000-4000-8000-000000000004'
};

const local = {
  ...production,
  VARNA_BOT_ID: '',
  VARNA_SITE: 'http://127.0.0.1:5170/sites/informationssakerhet',
  VARNA_AUTHORITY: 'http://127.0.0.1:5170',
  VARNA_GRAPH: 'http://localhost:5170',
  VARNA_LOCAL_CHAT: 'yes'
};

function faultsOf(environment: Record<string, string>): string[] {
  const reading = readSettings(environment);
  return reading.ok ? [] : reading.faults.map(({ name, fault }) => `${name} ${fault}`);
}

test('a whole environment is read, with what is usual where nothing is said', () => {
  expect(readSettings(production)).toMatchObject({
    ok: true,
    settings: {
      host: '127.0.0.1',
      port: 3978,
      site: 'https://haparanda.example/sites/informationssakerhet',
      tenantId: '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d01',
      authority: 'https://login.microsoftonline.com',
      graph: 'https://graph.microsoft.com',
      certificate: { thumbprint: 'AB'.repeat(20) },
      keeping: { kind: 'file', path: '/var/lib/varna/state.sqlite' },
      chat: { kind: 'teams', botId: 'aaaaaaaa-0000-4000-8000-000000000004', serviceHosts: ['smba.trafficmanager.net'] }
    }
  });
});

test('a key may be given on one line, as many hosts want it', () => {
  const oneLine = privateKey.trim().replaceAll('\n', '\\n');
  expect(readSettings({ ...production, VARNA_CERTIFICATE: oneLine })).toMatchObject({
    settings: { certificate: { privateKey: privateKey.trim() } }
  });
});

test('everything that is missing is told at once', () => {
  expect(faultsOf({})).toEqual([
    'VARNA_SITE missing',
    'VARNA_TENANT_ID missing',
    'VARNA_CLIENT_ID missing',
    'VARNA_CERTIFICATE missing',
    'VARNA_CERTIFICATE_THUMBPRINT missing',
    'VARNA_API_AUDIENCE missing',
    'VARNA_STATE missing',
    'VARNA_BOT_ID missing'
  ]);
});

test('everything that is wrong is told at once, also a rule between settings', () => {
  const wrong = {
    HOST: 'localhost',
    PORT: '70000',
    VARNA_SITE: 'http://haparanda.example/sites/x',
    VARNA_TENANT_ID: 'haparanda',
    VARNA_AUTHORITY: 'login',
    VARNA_CERTIFICATE: 'secret',
    VARNA_CERTIFICATE_THUMBPRINT: 'AB',
    VARNA_BOT_SERVICE_HOSTS: 'https://smba.trafficmanager.net/',
    VARNA_LOCAL_CHAT: 'no',
    CLIENT_SECRET: 'x'
  };
  expect(faultsOf({ ...production, ...wrong }).sort()).toEqual(
    expect.arrayContaining([
      'CLIENT_SECRET read-by-the-bot-library',
      'HOST not-an-address',
      'PORT not-a-port',
      'VARNA_AUTHORITY not-a-safe-url',
      'VARNA_BOT_SERVICE_HOSTS not-hosts',
      'VARNA_CERTIFICATE not-a-private-key',
      'VARNA_CERTIFICATE_THUMBPRINT not-a-thumbprint',
      'VARNA_LOCAL_CHAT not-yes',
      'VARNA_LOCAL_CHAT not-beside-a-bot',
      'VARNA_SITE not-a-safe-url',
      'VARNA_TENANT_ID not-a-guid'
    ])
  );
});

test('the words name the setting in Swedish and English, and never repeat its value', () => {
  const reading = readSettings({ ...production, VARNA_CERTIFICATE: 'hemlig-nyckel' });
  const words = faultsInWords(reading.ok ? [] : reading.faults);
  expect(words).toContain(
    "VARNA_CERTIFICATE: ska vara certifikatets privata RSA-nyckel i PEM-form / must be the certificate's private RSA key as PEM"
  );
  expect(words).not.toContain('hemlig-nyckel');
});

test.each([
  ['everything on this machine', {}, []],
  ['IPv6 loopback', { HOST: '::1' }, []],
  ['a bot with credentials', { VARNA_BOT_ID: production.VARNA_BOT_ID }, ['VARNA_LOCAL_CHAT not-beside-a-bot']],
  ['listening to the network', { HOST: '0.0.0.0' }, ['HOST not-local']],
  ['listening to the network over IPv6', { HOST: '::' }, ['HOST not-local']],
  ['listening on an address of the network', { HOST: '192.168.1.10' }, ['HOST not-local']],
  ["the municipality's site", { VARNA_SITE: production.VARNA_SITE }, ['VARNA_SITE not-local']],
  ['a name that only begins like loopback', { VARNA_SITE: 'https://127.0.0.1.example/sites/x' }, ['VARNA_SITE not-local']],
  ['the real Entra', { VARNA_AUTHORITY: '' }, ['VARNA_AUTHORITY not-local']],
  ['the real Graph', { VARNA_GRAPH: '' }, ['VARNA_GRAPH not-local']],
  [
    "the library's own switch",
    { DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: 'true' },
    ['DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS read-by-the-bot-library']
  ],
  ["a secret for the library's own bot", { CLIENT_SECRET: 'x' }, ['CLIENT_SECRET read-by-the-bot-library']]
])('the local door with %s', (_with, change, faults) => {
  expect(faultsOf({ ...local, ...change })).toEqual(faults);
});

test.each([
  'DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS',
  'CLIENT_ID',
  'CLIENT_SECRET',
  'TENANT_ID',
  'MANAGED_IDENTITY_CLIENT_ID',
  'SERVICE_URL',
  'CLOUD'
])('in production, %s may not be set to anything', (name) => {
  expect(faultsOf({ ...production, [name]: 'false' })).toEqual([`${name} read-by-the-bot-library`]);
});

const azurite =
  'AccountName=devstoreaccount1;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1';

test('the state may be kept in a storage account, named by its address for tables', () => {
  const environment = { ...production, VARNA_STATE: '', VARNA_STATE_ACCOUNT: 'https://haparandavarna.table.core.windows.net/' };
  expect(readSettings(environment)).toMatchObject({
    settings: {
      keeping: {
        kind: 'azure',
        tables: 'https://haparandavarna.table.core.windows.net',
        queues: 'https://haparandavarna.queue.core.windows.net'
      }
    }
  });
});

test('the state may be kept in Azurite on this machine', () => {
  expect(readSettings({ ...local, VARNA_STATE: '', VARNA_STATE_CONNECTION: azurite })).toMatchObject({
    settings: { keeping: { kind: 'azurite', connection: azurite } }
  });
});

test.each([
  [
    'both in a file and in an account',
    { VARNA_STATE_ACCOUNT: 'https://x01.table.core.windows.net' },
    ['VARNA_STATE not-beside-another-state']
  ],
  ['both in a file and in Azurite', { VARNA_STATE_CONNECTION: azurite }, ['VARNA_STATE not-beside-another-state']],
  [
    'at an address for queues',
    { VARNA_STATE: '', VARNA_STATE_ACCOUNT: 'https://x01.queue.core.windows.net' },
    ['VARNA_STATE_ACCOUNT not-a-table-address']
  ],
  [
    'where anybody may listen',
    { VARNA_STATE: '', VARNA_STATE_ACCOUNT: 'http://x01.table.core.windows.net' },
    ['VARNA_STATE_ACCOUNT not-a-table-address']
  ],
  [
    "in Azure with the account's key",
    { VARNA_STATE: '', VARNA_STATE_CONNECTION: azurite.replaceAll('http://127.0.0.1', 'https://x01.table.core.windows.net') },
    ['VARNA_STATE_CONNECTION not-azurite']
  ],
  [
    'half in Azurite',
    { VARNA_STATE: '', VARNA_STATE_CONNECTION: azurite.split(';QueueEndpoint')[0] ?? '' },
    ['VARNA_STATE_CONNECTION not-azurite']
  ]
])('the state is not kept %s', (_where, change, faults) => {
  expect(faultsOf({ ...production, ...change })).toEqual(faults);
});

test('the local door is not opened beside a storage account in Azure', () => {
  const account = { VARNA_STATE: '', VARNA_STATE_ACCOUNT: 'https://x01.table.core.windows.net' };
  expect(faultsOf({ ...local, ...account })).toEqual(['VARNA_STATE_ACCOUNT not-local']);
});

test('a name that the Teams library reads is known in any case, as on Windows', () => {
  expect(faultsOf({ ...production, Client_Secret: 'x' })).toEqual(['CLIENT_SECRET read-by-the-bot-library']);
});

test('nothing is started that would believe any certificate', () => {
  expect(faultsOf({ ...production, NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toEqual(['NODE_TLS_REJECT_UNAUTHORIZED believes-any-certificate']);
  expect(faultsOf({ ...production, NODE_TLS_REJECT_UNAUTHORIZED: '1' })).toEqual([]);
  expect(readSiteAccess({ ...production, NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toMatchObject({ ok: false });
});

test('a tool that only reads the record asks for nothing of the bot', () => {
  const { VARNA_BOT_ID: _bot, VARNA_STATE: _state, ...access } = production;
  expect(readSiteAccess(access)).toMatchObject({ ok: true, settings: { clientId: production.VARNA_CLIENT_ID } });
});
