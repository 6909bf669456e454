// The command API over HTTP: who is let in, what each outcome looks like on the wire, and that nothing said ends up in the log.
import { randomUUID } from 'node:crypto';
import { people } from '../workflows/memory-context';
import { apiClient, pageClient } from '../standin/identity-server';
import { post, report, reportInput, runService, siteOrigin, type RunningService } from './running-service';

let running: RunningService;

beforeAll(async () => {
  running = await runService();
});
afterAll(() => running.stop());

const asset = {
  name: 'Verksamhetssystem för hemtjänst',
  description: '',
  carriers: ['system'],
  unit: 'SOC-HEM',
  informationOwner: people.manager.upn,
  objectOwner: people.objectOwner.upn,
  custodian: people.custodian.upn
};

/** As a length it is neither more nor less than anything. */
const unmeasurable = { length: { toString: null } };

test('a report by a signed-in person is registered in their name', async () => {
  const { status, body } = await running.give(people.employee, 'report-incident', reportInput);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ok: true,
    value: { reference: expect.stringMatching(/^I-2026-\d{4}$/) as string, reporter: people.employee, report }
  });
});

test('the same key twice is one incident, also when both come at once', async () => {
  const command = randomUUID();
  const before = running.record.memory.entries.length;
  const answers = await Promise.all([1, 2, 3].map(() => running.give(people.employee, 'report-incident', reportInput, command)));
  answers.push(await running.give(people.employee, 'report-incident', reportInput, command));
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
  expect(running.record.memory.entries.length).toBe(before + 1);
});

test("somebody else's key gives nothing away: it is another command when another person gives it", async () => {
  const command = randomUUID();
  const mine = await running.give(people.employee, 'report-incident', reportInput, command);
  const theirs = await running.give(people.stranger, 'report-incident', reportInput, command);
  expect(mine.body).toMatchObject({ value: { reporter: people.employee } });
  expect(theirs.body).toMatchObject({ value: { reporter: people.stranger } });
});

test('what a person may not do is refused with 403', async () => {
  expect(await running.give(people.employee, 'register-asset', { asset })).toEqual({
    status: 403,
    body: { ok: false, reason: 'not-allowed' }
  });
});

test('roles come from the directory, so the one who answers for information may', async () => {
  expect(await running.give(people.manager, 'register-asset', { asset })).toMatchObject({
    status: 200,
    body: { value: { name: asset.name } }
  });
});

test('what is not there is 404, and what the rules refuse is 409', async () => {
  expect(await running.give(people.manager, 'submit-asset', { reference: 'T-2026-9999' })).toEqual({
    status: 404,
    body: { ok: false, reason: 'not-found' }
  });
  const draft = await running.give(people.manager, 'register-asset', { asset: { ...asset, custodian: undefined } });
  const { reference } = draft.body['value'] as { reference: string };
  expect(await running.give(people.manager, 'submit-asset', { reference })).toEqual({
    status: 409,
    body: { ok: false, reason: 'missing-custodian' }
  });
});

test('somebody whose account is not in the directory any more is refused', async () => {
  const id = '00000000-0000-4000-8000-000000000099';
  const gone = { id, name: 'Borta', upn: 'borta@haparanda.example' };
  running.identity.directory.put([{ id, displayName: 'Borta', userPrincipalName: gone.upn, mail: gone.upn, accountEnabled: true }]);
  expect(await running.give(gone, 'report-incident', reportInput)).toMatchObject({ status: 403, body: { reason: 'not-allowed' } });
});

test.each([
  ['an unknown field', { ...reportInput, actorId: people.manager.id }],
  ['a report without a place', { ...reportInput, report: { ...report, where: ' ' } }],
  ['nothing', undefined]
])('input with %s is invalid', async (_what, input) => {
  expect(await running.give(people.employee, 'report-incident', input)).toEqual({ status: 400, body: { ok: false, reason: 'invalid' } });
});

test.each([
  ['no JSON', '{"command":'],
  ['an array', '[]'],
  ['a key that is no uuid', { command: '1', input: reportInput }],
  ['an actor', { command: randomUUID(), actor: people.manager.id, input: reportInput }]
])('a body with %s is invalid', async (_what, body) => {
  const token = await running.tokenOf(people.employee);
  expect(await post(running.service.url, 'report-incident', { token, body })).toEqual({
    status: 400,
    body: { ok: false, reason: 'invalid' }
  });
});

test('what only looks as if it had a length is invalid, and no fault of the service', async () => {
  expect(await running.give(people.manager, 'register-asset', { asset: { ...asset, unit: unmeasurable } })).toMatchObject({ status: 400 });
});

test.each([
  ['an address that is no address', '/%ff', {}],
  ['a body that does not unpack', '/report-incident', { 'content-encoding': 'gzip' }],
  ['an encoding nobody knows', '/report-incident', { 'content-encoding': 'x' }]
])('%s is invalid, and no fault of the service', async (_what, path, headers) => {
  const authorization = `Bearer ${await running.tokenOf(people.employee)}`;
  const response = await fetch(`${running.service.url}/api/commands${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', ...headers },
    body: '{}'
  });
  expect([response.status, await response.json()]).toEqual([400, { ok: false, reason: 'invalid' }]);
});

test('what SharePoint could not keep is not kept: characters that are none, and times before all others', async () => {
  const said = { ...report, where: 'A\u0000r\ud800kivet\u202e', description: 'ett\r\ntvå\uffff' };
  expect(await running.give(people.employee, 'report-incident', { ...reportInput, report: said })).toMatchObject({
    status: 200,
    body: { value: { report: { where: 'Arkivet', description: 'ett\ntvå' } } }
  });
  expect(await running.give(people.employee, 'report-incident', { ...reportInput, reportedAt: '0001-01-01T00:00:00Z' })).toMatchObject({
    status: 400
  });
});

test('a number of another series is invalid: what stands under it is something else', async () => {
  const { body } = await running.give(people.manager, 'register-asset', { asset });
  const { reference } = body['value'] as { reference: string };
  for (const [name, more] of [
    ['return-classification', { reason: 'Komplettera' }],
    ['acknowledge-incident', { receiver: 'it' }]
  ] as const) {
    expect(await running.give(people.it, name, { reference, ...more })).toEqual({ status: 400, body: { ok: false, reason: 'invalid' } });
  }
});

test.each(['..', 'a\ud800@haparanda.example', "' or 1 eq 1", '$batch'])(
  'the directory is not asked for %j: nobody is called so',
  async (name) => {
    expect(await running.give(people.manager, 'register-asset', { asset: { ...asset, custodian: name } })).toEqual({
      status: 409,
      body: { ok: false, reason: 'unknown-person' }
    });
  }
);

test('a body over 64 KB is refused as too large', async () => {
  const input = { ...reportInput, report: { ...report, description: 'x'.repeat(70_000) } };
  expect(await running.give(people.employee, 'report-incident', input)).toEqual({ status: 413, body: { ok: false, reason: 'too-large' } });
});

test.each(['constructor', 'toString', '__proto__', 'delete-everything'])('there is no command called %s', async (name) => {
  expect(await running.give(people.employee, name, {})).toEqual({ status: 404, body: { ok: false, reason: 'not-found' } });
});

test.each<[string, () => Promise<string | undefined>]>([
  ['without a token', () => Promise.resolve(undefined)],
  [
    'with an expired token',
    () => running.identity.tokens.issue({ user: people.employee.id, clientId: pageClient, audience: apiClient, lifetimeSeconds: -120 })
  ],
  [
    'with a token for Graph',
    () => running.identity.tokens.issue({ user: people.employee.id, clientId: pageClient, audience: 'https://graph.microsoft.com' })
  ],
  ["with an application's own token", () => running.identity.tokens.issue({ clientId: apiClient, audience: apiClient })],
  [
    'with a token that lacks the permission',
    () => running.identity.tokens.issue({ user: people.employee.id, clientId: pageClient, audience: apiClient, scopes: ['User.Read'] })
  ]
])('%s nobody is let in, whatever they send', async (_what, tokenFor) => {
  const token = await tokenFor();
  const before = running.record.memory.entries.length;
  const answer = await post(running.service.url, 'report-incident', {
    ...(token !== undefined && { token }),
    body: { command: randomUUID(), input: reportInput }
  });
  expect(answer).toEqual({ status: 401, body: { ok: false, reason: 'signed-out' } });
  expect(running.record.memory.entries.length).toBe(before);
});

test('only the SharePoint that shows the tab may speak with us from a browser', async () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${running.service.url}/api/commands/report-incident`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' }
    });
  const ours = await preflight(siteOrigin);
  expect([ours.status, ours.headers.get('access-control-allow-origin')]).toEqual([204, siteOrigin]);
  expect(ours.headers.get('access-control-allow-headers')).toBe('authorization, content-type');
  for (const origin of ['https://evil.example', `${siteOrigin}.evil.example`, 'null']) {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('health tells how the store and SharePoint are, and nothing else', async () => {
  const response = await fetch(`${running.service.url}/health`);
  expect([response.status, await response.json()]).toEqual([
    200,
    { status: 'ok', store: 'ok', sharePoint: 'ok', delivery: 'nothing-waits' }
  ]);
});

test('neither content, nor names, nor tokens come into the log', async () => {
  const secret = 'Rut Hemlig, 19121212-1212';
  const token = await running.tokenOf(people.employee);
  await running.give(people.employee, 'report-incident', { ...reportInput, report: { ...report, description: secret } });
  await running.give(people.employee, secret, { secret });
  await post(running.service.url, 'report-incident', { token, body: `{"${secret}"` });
  running.record.setReach('away');
  await running.give(people.employee, 'report-incident', { ...reportInput, report: { ...report, description: secret } });
  running.record.setReach('up');
  for (const word of [
    secret,
    encodeURIComponent(secret),
    token,
    people.employee.name,
    people.employee.upn,
    people.employee.id,
    'Marielund'
  ]) {
    expect(running.logged()).not.toContain(word);
  }
  expect(running.logged()).toContain('"command":"report-incident"');
});
