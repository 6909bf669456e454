// The start page of `npm start`: what it lets a browser do, and that no other page can act through it.
import type { Server } from 'node:http';
import { closed, serve } from '../../src/local/web-server';
import { people } from '../../src/local/example/people';
import { openStandin, type Standin } from '../../src/standin/standin';
import { freeRun } from '../browser/example-municipality';

let standin: Standin;
let server: Server;
let origin: string;

beforeAll(async () => {
  const port = await freeRun([]);
  origin = `http://127.0.0.1:${port}`;
  standin = openStandin({ file: ':memory:', origin, tenantId: '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d01' });
  server = await serve({ standin, origin, port, places: () => [{ name: '<b>Värna</b>', url: `${origin}/"x`, what: '&' }] });
});
afterAll(async () => {
  await closed(server);
  standin.close();
});

function become(from: string | undefined): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(from !== undefined && { origin: from }) };
  return fetch(`${origin}/bli`, { method: 'POST', redirect: 'manual', headers, body: `user=${people.employee.id}` });
}

test('runs no script from elsewhere, is framed by nobody, and posts to itself alone', async () => {
  const response = await fetch(`${origin}/`);
  const policy = (response.headers.get('content-security-policy') ?? '').split('; ').sort();
  expect(policy).toEqual([
    "base-uri 'none'",
    "default-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    'img-src data:',
    "script-src 'self'",
    "style-src 'self'"
  ]);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('same-origin');
  expect(await response.text()).toContain('&#60;b&#62;Värna');
});

test('what is not there, and what is refused, is text that nobody takes for a page', async () => {
  for (const response of [
    await fetch(`${origin}/nowhere`),
    await fetch(`${origin}/_local/browser/nothing.js`),
    await become('https://evil.example')
  ]) {
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('lets one become somebody else from its own form, and from no other page', async () => {
  expect((await become(origin)).status).toBe(303);
  for (const from of ['https://evil.example', 'null', `${origin}.evil.example`, undefined]) {
    const response = await become(from);
    expect([from, response.status, response.headers.get('set-cookie')]).toEqual([from, 403, null]);
  }
});

test('keeps the session from scripts and from other sites', async () => {
  const cookie = (await become(origin)).headers.get('set-cookie');
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=(?:Lax|Strict)/i);
});
