// Too much, too long, too deep, too slow: each is refused in time and in words, nothing falls over, and who proves who they are is not shut out.
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { usualConnectionLimits } from '../../src/service/http-server';
import { usualLimits } from '../../src/service/limits';
import { openTeamsBot } from '../../src/service/teams-bot';
import { memoryDesk } from '../bot/memory-desk';
import { tenantId } from '../standin/identity-server';
import { people } from '../workflows/memory-context';
import { post, report, reportInput, runService, siteOrigin, type RunningService } from './running-service';

const limits = { commands: 4, activities: 4, files: 3, refusals: 3 };
const tooMany = { status: 429, body: { ok: false, reason: 'too-many' } };

let running: RunningService;
afterEach(async () => {
  jest.restoreAllMocks();
  await running.stop();
});

function giveAs(token: string, body: unknown): Promise<Response> {
  return fetch(`${running.service.url}/api/commands/report-incident`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', origin: siteOrigin },
    body: JSON.stringify(body)
  });
}

describe('commands', () => {
  beforeEach(async () => {
    running = await runService({ limits });
  });

  test('of one person are limited in a minute, with how long to wait, in seconds, which the tab may read', async () => {
    const token = await running.tokenOf(people.employee);
    for (let given = 0; given < limits.commands; given += 1) expect((await giveAs(token, {})).status).toBe(400);
    const stopped = await giveAs(token, { command: randomUUID(), input: reportInput });
    expect([stopped.status, await stopped.json()]).toEqual([429, tooMany.body]);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(stopped.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(stopped.headers.get('access-control-expose-headers')).toBe('retry-after');
    expect(running.record.memory.entries).toEqual([]);
  });

  test('are counted by who the token is of: a new token gives no more, and others are not touched', async () => {
    for (let given = 0; given < limits.commands; given += 1) await running.give(people.employee, 'report-incident', {});
    expect(await running.give(people.employee, 'report-incident', reportInput)).toEqual(tooMany);
    expect((await running.give(people.manager, 'report-incident', reportInput)).status).toBe(200);
  });

  test('may be given again a minute later', async () => {
    for (let given = 0; given <= limits.commands; given += 1) await running.give(people.employee, 'report-incident', {});
    const token = await running.tokenOf(people.employee);
    const real = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => real() + 61_000);
    expect((await giveAs(token, { command: randomUUID(), input: reportInput })).status).toBe(200);
  });
});

test('somebody who presses twice a second for half a minute is answered each time', async () => {
  running = await runService();
  expect(usualLimits.activities).toBeGreaterThanOrEqual(60);
  const command = randomUUID();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    expect((await running.give(people.employee, 'report-incident', reportInput, command)).status).toBe(200);
  }
  expect(running.record.memory.entries).toHaveLength(1);
});

test('refused strangers are told so, then stopped and no longer logged; a person at the same address is let in all the while', async () => {
  running = await runService({ limits });
  const attempts = await Promise.all(
    [...Array(20).keys()].map((number) => post(running.service.url, `x${number}`, { token: 'a.b.c', body: {} }))
  );
  expect(attempts.filter(({ status }) => status === 401)).toHaveLength(limits.refusals);
  expect(attempts.filter(({ status }) => status === 429)).toHaveLength(20 - limits.refusals);
  expect(running.logged().split('token refused')).toHaveLength(limits.refusals + 1);
  const toBot = await fetch(`${running.service.url}/api/messages`, { method: 'POST', headers: { authorization: 'Bearer a.b.c' } });
  expect([toBot.status, await toBot.json()]).toEqual([429, tooMany.body]);
  expect((await running.give(people.employee, 'report-incident', reportInput)).status).toBe(200);
});

test('a header that claims another address gives a stranger no more attempts', async () => {
  running = await runService({ limits });
  const statuses: number[] = [];
  for (let attempt = 0; attempt <= limits.refusals; attempt += 1) {
    const headers = { 'x-forwarded-for': `203.0.113.${attempt}`, forwarded: `for=203.0.113.${attempt}` };
    statuses.push((await fetch(`${running.service.url}/api/commands/x`, { method: 'POST', headers })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 429]);
});

describe('bodies', () => {
  beforeEach(async () => {
    running = await runService();
  });

  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const deepObject = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

  test.each([
    ['10,000 lists in each other', () => `{"command":"${randomUUID()}","input":${nested(10_000)}}`],
    ['10,000 objects in each other', () => `{"command":"${randomUUID()}","input":${deepObject(10_000)}}`],
    [
      'a report with 10,000 levels in a field',
      () =>
        JSON.stringify({ command: randomUUID(), input: { ...reportInput, report: 0 } }).replace('"report":0', `"report":${nested(10_000)}`)
    ],
    ['a name of 60,000 characters', () => JSON.stringify({ command: randomUUID(), input: { ...reportInput, ['x'.repeat(60_000)]: 1 } })],
    [
      '5,000 names',
      () => JSON.stringify({ command: randomUUID(), input: Object.fromEntries([...Array(5_000).keys()].map((name) => [name, 1])) })
    ],
    ['a prototype', () => `{"command":"${randomUUID()}","input":${JSON.stringify(reportInput)},"__proto__":{"actor":"x"}}`],
    ['a number for everything', () => '1'],
    ['nothing', () => '']
  ])('with %s are invalid, and the service goes on', async (_what, body) => {
    const token = await running.tokenOf(people.employee);
    expect(await post(running.service.url, 'report-incident', { token, body: body() })).toEqual({
      status: 400,
      body: { ok: false, reason: 'invalid' }
    });
    expect((await running.give(people.employee, 'report-incident', reportInput)).status).toBe(200);
  });

  test('with a small body that unfolds to a large one are too large', async () => {
    const { gzipSync } = await import('node:zlib');
    const input = { ...reportInput, report: { ...report, description: 'x'.repeat(5_000_000) } };
    const response = await fetch(`${running.service.url}/api/commands/report-incident`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await running.tokenOf(people.employee)}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip'
      },
      body: gzipSync(JSON.stringify({ command: randomUUID(), input }))
    });
    expect([response.status, await response.json()]).toEqual([413, { ok: false, reason: 'too-large' }]);
  });
});

test('an activity with 10,000 levels is refused before the bot walks it', async () => {
  running = await runService({
    openBot: (parts) =>
      openTeamsBot({
        ...parts,
        settings: { ...parts.settings, chat: { kind: 'local' } },
        desk: memoryDesk(),
        botToken: () => Promise.resolve(''),
        now: () => '2026-11-23T14:40:00Z'
      }),
    chat: { kind: 'local' }
  });
  const send = (levels: number): Promise<Response> => {
    const data = '['.repeat(levels) + ']'.repeat(levels);
    return fetch(`${running.service.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(press).replace('"data"', `{"action":{"verb":"report-submit","data":${data}}}`)
    });
  };
  expect((await send(10)).status).toBe(200);
  const response = await send(10_000);
  expect([response.status, await response.json()]).toEqual([400, { ok: false, reason: 'invalid' }]);
});

const press = {
  type: 'invoke',
  name: 'adaptiveCard/action',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:9/',
  from: { id: '29:x', aadObjectId: people.employee.id },
  recipient: { id: '28:varna' },
  conversation: { id: 'a:x', conversationType: 'personal', tenantId },
  value: 'data'
};

describe('connections', () => {
  const quick = { ...usualConnectionLimits, headersWithin: 200, requestWithin: 400, checkedEvery: 50, silentWithin: 600 };

  async function said(socket: Socket): Promise<string> {
    let text = '';
    for await (const part of socket) text += String(part);
    return text;
  }

  function open(): Socket {
    return connect(Number(new URL(running.service.url).port), '127.0.0.1');
  }

  test('that never end their headers are closed', async () => {
    running = await runService({ connectionLimits: quick });
    const socket = open();
    socket.write('GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect(await said(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('that never end their body are closed', async () => {
    running = await runService({ connectionLimits: quick });
    const socket = open();
    const token = await running.tokenOf(people.employee);
    socket.write(
      `POST /api/commands/report-incident HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n{`
    );
    expect(await said(socket)).toMatch(/^HTTP\/1\.1 4\d\d |^$/);
  });

  test('that say nothing at all are closed', async () => {
    running = await runService({ connectionLimits: quick });
    expect(await said(open())).toMatch(/^HTTP\/1\.1 408 |^$/);
  });

  test('above a number are closed at once, and those before them are served', async () => {
    running = await runService({ connectionLimits: { ...usualConnectionLimits, connections: 1 } });
    const first = open();
    first.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
    const [answer] = await new Promise<[Buffer]>((resolve) => first.once('data', (part: Buffer) => resolve([part])));
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /);
    expect(await said(open())).toBe('');
    first.destroy();
  });

  test.each([
    ['headers of 20 KB', `X-Long: ${'x'.repeat(20_000)}\r\n`, 431],
    ['a broken header', 'X-Broken\r\n', 400]
  ])('with %s are refused', async (_what, header, status) => {
    running = await runService();
    const socket = open();
    socket.write(`GET /health HTTP/1.1\r\nHost: x\r\n${header}\r\n`);
    expect(await said(socket)).toContain(`HTTP/1.1 ${status} `);
  });
});
