// What every answer of the service carries, also those to what was wrong, too large, too much or unexpected.
import { randomUUID } from 'node:crypto';
import { usualLimits } from '../../src/service/limits';
import { people } from '../workflows/memory-context';
import { runService, siteOrigin, type RunningService } from './running-service';

let running: RunningService;
let token: string;

beforeAll(async () => {
  running = await runService({ limits: { ...usualLimits, refusals: 1 } });
  token = await running.tokenOf(people.employee);
});
afterAll(() => running.stop());

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${running.service.url}${path}`, init);
}

function give(body: string): Promise<Response> {
  return ask('/api/commands/report-incident', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body
  });
}

function expectHeaders({ headers }: Response): void {
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'cache-control': 'no-store'
  });
  for (const name of ['x-powered-by', 'server', 'etag', 'set-cookie']) expect(headers.get(name)).toBeNull();
}

test.each<[number, string, () => Promise<Response>]>([
  [200, 'to health', () => ask('/health')],
  [200, 'to health without its body', () => ask('/health', { method: 'HEAD' })],
  [204, 'to a browser that asks first', () => ask('/api/commands/x', { method: 'OPTIONS', headers: { origin: siteOrigin } })],
  [400, 'to what is no command', () => give(JSON.stringify({ command: randomUUID(), input: {} }))],
  [400, 'to what is no JSON', () => give('{')],
  [
    400,
    'to an encoding that does not exist',
    () =>
      ask('/api/commands/x', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-encoding': 'x' },
        body: 'x'
      })
  ],
  [404, 'to an address of nobody', () => ask('/nowhere')],
  [404, 'to an address that cannot be decoded', () => ask('/%ff')],
  [404, 'to another method', () => ask('/api/commands/report-incident', { method: 'DELETE' })],
  [404, 'to the bot asked for a page', () => ask('/api/messages')],
  [413, 'to too much', () => give('x'.repeat(70_000))],
  [401, 'to a stranger', () => ask('/api/commands/x', { method: 'POST' })],
  [429, 'to a stranger too many', () => ask('/api/commands/x', { method: 'POST' })]
])('%i %s', async (status, _what, asked) => {
  const response = await asked();
  expect(response.status).toBe(status);
  expectHeaders(response);
});

test('500 to what went wrong with us, without a word of what', async () => {
  const cutOff = await runService({ authority: 'http://127.0.0.1:9' });
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${cutOff.service.url}/api/commands/x`, { method: 'POST', headers });
  expect([response.status, await response.json()]).toEqual([500, { ok: false, reason: 'unexpected' }]);
  expectHeaders(response);
  expect(cutOff.logged()).not.toContain(token.split('.')[1]);
  await cutOff.stop();
});
