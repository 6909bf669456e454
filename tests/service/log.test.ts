// The log keeps no secret and no content, however it is handed one: in errors, in fields, in sentences, and when the process falls over.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { Logger } from 'pino';
import { faultOf, openLog } from '../../src/service/log';
import { people } from '../workflows/memory-context';
import { reportInput, runService } from './running-service';

const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' }
}).privateKey;
const token = 'eyJhbGciOiJSUzI1NiJ9.eyJvaWQiOiIxMTExIn0.c2lnbmF0dXJl-_x';

/** Each secret as it is met, and the part that must not be seen. */
const secrets: readonly (readonly [what: string, said: string, hidden: string])[] = [
  ['a token', `refused ${token} again`, 'eyJvaWQiOiIxMTExIn0'],
  ['an authorization header', 'authorization: Bearer abc.DEF~123+/==', 'abc.DEF'],
  ['a token in an address', 'https://x.example/_api/web?access_token=abc123def&$top=1', 'abc123def'],
  ['a signature in an address', 'https://x.table.core.windows.net/t?sv=2026&sig=aB%2Bc%3D&se=1', 'aB%2Bc%3D'],
  ['the private key', privateKey, privateKey.slice(40, 90)],
  ['the private key on one line', privateKey.replaceAll('\n', '\\n'), privateKey.slice(40, 90)],
  ['a connection string', 'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=c2VjcmV0+/==;EndpointSuffix=y', 'c2VjcmV0'],
  ['a shared access key', 'Endpoint=sb://x/;SharedAccessKeyName=y;SharedAccessKey=c2VjcmV0+/=', 'c2VjcmV0'],
  ['a form to Entra', 'grant_type=client_credentials&client_assertion=abc.def.ghi&client_secret=hemligt~1', 'hemligt~1']
];

/** Every way a line is written. */
const ways: readonly (readonly [how: string, write: (log: Logger, said: string) => void])[] = [
  ['as a sentence', (log, said) => log.info(said)],
  ['in a field', (log, said) => log.info({ url: said }, 'asked')],
  ['deep in a field', (log, said) => log.info({ a: { b: { c: [{ d: said }] } } }, 'asked')],
  ['as an error', (log, said) => log.error(new Error(said))],
  ['as an error with words', (log, said) => log.error(new Error(said), 'failed')],
  ['as an error in a field without words', (log, said) => log.error({ err: new Error(said) })],
  [
    'as an error in another field',
    (log, said) => log.error({ failure: Object.assign(new Error(said), { config: { headers: { x: said } } }) }, 'failed')
  ],
  ['as a fault', (log, said) => log.error({ fault: faultOf(new Error('failed', { cause: new Error(said) })) }, 'failed')],
  [
    'as the code of an error',
    (log, said) => log.error({ fault: faultOf(Object.assign(new Error('x'), { code: said, reason: said })) }, 'failed')
  ]
];

describe.each(ways)('%s', (_how, write) => {
  test.each(secrets)('%s is not seen, and the line can be read', (_what, said, hidden) => {
    const line = lineOf((log) => write(log, said));
    expect(line).not.toContain(hidden);
    expect(line).not.toContain(hidden.split('.').at(-1));
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) as number });
  });
});

function lineOf(write: (log: Logger) => void): string {
  let line = '';
  write(openLog({ write: (part) => void (line += part) }));
  return line;
}

test('the message of an error is never written, nor lines of it that look like a place in the code', () => {
  const error = new Error('Rut Hemlig skrev:\n    at Rut Hemlig (hemma:1:1)\n    at hennes mormor');
  for (const write of [
    (log: Logger) => log.error(error),
    (log: Logger) => log.warn({ err: error }, 'x'),
    (log: Logger) => log.error({ fault: faultOf(error) })
  ]) {
    const line = lineOf(write);
    expect(line).not.toMatch(/Rut|mormor/);
    expect(line).toContain('log.test');
  }
});

test('a stack that does not begin with the message tells no place rather than a wrong one', () => {
  const error = Object.assign(new Error('something else'), { stack: 'Error: \n    at Rut Hemlig' });
  expect(faultOf(error)).toEqual({ type: 'Error', at: [] });
});

test.each(['authorization', 'token', 'cookie', 'body', 'input', 'text', 'name', 'upn'])(
  'a field called %s is censored, three levels down',
  (name) => {
    for (const facts of [{ [name]: 'Rut' }, { a: { [name]: 'Rut' } }, { a: { b: { [name]: 'Rut' } } }]) {
      expect(lineOf((log) => log.info(facts, 'x'))).not.toContain('Rut');
    }
  }
);

test('what is no secret stays as it is', () => {
  const facts = {
    route: 'POST /api/commands/:name',
    status: 409,
    command: 'report-incident',
    fault: { type: 'SharePointError', code: '-2130575305, Microsoft.SharePoint.SPException' }
  };
  expect(JSON.parse(lineOf((log) => log.info(facts, 'request')))).toMatchObject({ ...facts, msg: 'request' });
});

test('a secret in what SharePoint answers does not reach the log of the service', async () => {
  const running = await runService();
  const { log } = running.record.context;
  jest.spyOn(log, 'append').mockRejectedValue(Object.assign(new Error(`Bearer ${token} refused for Rut Hemlig`), { status: 401 }));
  expect(await running.give(people.employee, 'report-incident', reportInput)).toMatchObject({ status: 202 });
  await running.stop();
  expect(running.logged()).toContain('"status":401');
  expect(running.logged()).not.toMatch(/eyJ|Rut/);
});

/** A busy machine takes its time to start a process. */
const patience = 150_000;

describe('the process', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'varna-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const environment = {
    PORT: '0',
    VARNA_SITE: 'http://127.0.0.1:9/sites/x',
    VARNA_TENANT_ID: '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d01',
    VARNA_AUTHORITY: 'http://127.0.0.1:9',
    VARNA_GRAPH: 'http://127.0.0.1:9',
    VARNA_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000002',
    VARNA_CERTIFICATE: privateKey,
    VARNA_CERTIFICATE_THUMBPRINT: 'AB'.repeat(20),
    VARNA_API_AUDIENCE: 'aaaaaaaa-0000-4000-8000-000000000002',
    VARNA_STATE: ':memory:',
    VARNA_LOCAL_CHAT: 'yes'
  };

  /** Runs the service's own main, after `before`, and gives all it wrote until it ended. */
  async function written(change: Record<string, string>, before = ''): Promise<{ readonly code: unknown; readonly said: string }> {
    const main = path.join(__dirname, '../../src/service/main.ts');
    const preload = path.join(folder, 'before.mjs');
    writeFileSync(preload, before);
    const child = spawn(process.execPath, ['--import', 'tsx', '--import', pathToFileURL(preload).href, main], {
      env: { ...process.env, ...environment, ...change }
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await ended, said: out + errors };
  }

  /** Thrown where nobody catches it, once the service watches over that, or after a while in any case. */
  const fallOver = `let times = 0;
    setInterval(() => {
      times += 1;
      if (process.listenerCount('uncaughtException') === 0 && times < 2400) return;
      throw Object.assign(new Error('Rut Hemlig'), { config: { headers: { Authorization: 'Bearer ${token}' } } });
    }, 50);`;

  test(
    'that falls over says so without the error and what hangs on it',
    async () => {
      const { code, said } = await written({}, fallOver);
      expect([code, said]).toEqual([1, expect.stringContaining('"msg":"the service stops"')]);
      expect(said).not.toMatch(/Rut|eyJ/);
    },
    patience
  );

  test(
    'that cannot start says why by the kind of error, without settings',
    async () => {
      const { code, said } = await written({ VARNA_STATE: path.join(__dirname, 'no-such-folder', 'state.sqlite') });
      expect([code, said]).toEqual([1, expect.stringContaining('"msg":"the service stops"')]);
      expect(said).not.toContain(privateKey.slice(40, 90));
    },
    patience
  );

  test(
    'that is given wrong settings names them and repeats none of their values',
    async () => {
      const names = [
        ...Object.keys(environment),
        'HOST',
        'VARNA_BOT_ID',
        'VARNA_BOT_SERVICE_HOSTS',
        'CLIENT_SECRET',
        'NODE_TLS_REJECT_UNAUTHORIZED'
      ];
      const { code, said } = await written(Object.fromEntries(names.map((name) => [name, `hemligt ${name.toLowerCase()} värde`])));
      expect(code).toBe(1);
      expect(said).toContain('VARNA_CERTIFICATE: ska vara');
      expect(said).not.toMatch(/hemligt|värde/);
    },
    patience
  );
});
