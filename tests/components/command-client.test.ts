// The desk over HTTP: what is sent, and how each kind of answer is read.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commandDesk, type Sending } from '../../src/components/commands/command-client';
import { commandKeys } from '../../src/components/commands/command-keys';

const key = '3f0c7d1e-5b6a-4c2d-9e8f-112233445566';
const stopped = { reference: 'S-2026-0001', unitName: 'Hemtjänsten', during: 'classification' };

let server: Server;
let answer: { readonly status: number; readonly body: unknown };
let received: { readonly url: string | undefined; readonly body: string; readonly headers: IncomingHttpHeaders };

beforeEach(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received = { url: request.url, body, headers: request.headers };
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

function desk(errors: Error[] = []) {
  const { port } = server.address() as AddressInfo;
  const post = ({ url, headers, body }: Sending) => fetch(url, { method: 'POST', headers, body });
  const settings = () => Promise.resolve({ serviceUrl: `http://127.0.0.1:${port}/`, apiResource: 'api://varna' });
  return commandDesk({ settings, post, onError: (error) => void errors.push(error) });
}

test('a command goes to its address with its key and input', async () => {
  answer = { status: 200, body: { ok: true, value: stopped } };
  expect(await desk().send('stop-report', key, { during: 'classification' })).toEqual({ ok: true, value: stopped });
  expect(received.url).toBe('/api/commands/stop-report');
  expect(JSON.parse(received.body)).toEqual({ command: key, input: { during: 'classification' } });
});

test('a file goes byte for byte to the address of its incident, with its key and its name', async () => {
  answer = { status: 503, body: { ok: false, reason: 'file-not-kept' } };
  const file = { reference: 'I-2026-0001', command: key, name: 'Å\ud800 1.jpg', content: new Blob(['bytes']) };
  expect(await desk().attach(file)).toMatchObject({ ok: false, reason: 'file-not-kept' });
  expect(received).toMatchObject({ url: '/api/incidents/I-2026-0001/attachments', body: 'bytes' });
  expect(received.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'idempotency-key': key,
    'x-file-name': '%C3%85_%201.jpg'
  });
});

test.each([
  ['202 is kept', 202, { ok: true, kept: true }, { ok: true, kept: true }],
  ['a refusal keeps its reason', 409, { ok: false, reason: 'wrong-state' }, { ok: false, reason: 'wrong-state' }],
  [
    'who came first is passed on',
    409,
    { ok: false, reason: 'overtaken', by: 'Siv', at: '', event: 'classification-decided' },
    { ok: false, reason: 'overtaken', by: 'Siv', at: '', event: 'classification-decided' }
  ],
  [
    'what they did is left out when this page has no word for it',
    409,
    { ok: false, reason: 'overtaken', by: 'Siv', at: '', event: 'brand-new' },
    { ok: false, reason: 'overtaken', by: 'Siv', at: '' }
  ],
  ['a reason without words is unexpected', 409, { ok: false, reason: 'brand-new' }, { ok: false, reason: 'unexpected' }],
  ['a broken service is unexpected', 500, {}, { ok: false, reason: 'unexpected' }],
  ['signed out is said', 401, { ok: false, reason: 'signed-out' }, { ok: false, reason: 'signed-out' }]
])('%s', async (_, status, body, expected) => {
  answer = { status, body };
  expect(await desk().send('stop-report', key, { during: 'classification' })).toEqual(expected);
});

test('a service out of reach is a refusal, and the host is told why', async () => {
  const errors: Error[] = [];
  const away = commandDesk({
    settings: () => Promise.resolve({ serviceUrl: 'http://127.0.0.1:9', apiResource: 'api://varna' }),
    post: () => Promise.reject(new Error('connect ECONNREFUSED')),
    onError: (error) => void errors.push(error)
  });
  expect(await away.send('stop-report', key, { during: 'report' })).toEqual({ ok: false, reason: 'unreachable' });
  expect(errors.map(({ message }) => message)).toEqual(['connect ECONNREFUSED']);
});

test('a key stays with its submit until it is settled, and no content is kept with it', () => {
  const kept = new Map<string, string>();
  let made = 0;
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name)
  };
  const keys = commandKeys(storage, () => `key-${(made += 1)}`);
  const input = { reason: 'Hemligt skäl' };
  expect(keys.keyFor('return-classification', input)).toBe('key-1');
  expect(keys.keyFor('return-classification', input)).toBe('key-1');
  expect(keys.keyFor('return-classification', { reason: 'Annat' })).toBe('key-2');
  expect(JSON.stringify([...kept])).not.toContain('Hemligt');
  keys.settle('return-classification', input);
  expect(keys.keyFor('return-classification', input)).toBe('key-3');
});
