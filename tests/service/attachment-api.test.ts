// Files of an incident over HTTP: who may add them, what is refused and by which word, and that nothing is half kept.
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { attachmentLimits } from '../../src/domain/attachment';
import type { Person } from '../../src/domain/person';
import { usualLimits } from '../../src/service/limits';
import { active, passive } from '../domain/example-files';
import { people } from '../workflows/memory-context';
import { post, reportInput, runService, siteOrigin, type Answered, type RunningService } from './running-service';

let running: RunningService;
let reference: string;

beforeEach(async () => {
  running = await runService({ limits: { ...usualLimits, files: 60 } });
  const { body } = await running.give(people.employee, 'report-incident', reportInput);
  ({ reference } = body['value'] as { reference: string });
});
afterEach(() => running.stop());

const [, picture] = passive.jpeg;

interface Sent {
  readonly key?: string;
  readonly name?: string;
  readonly to?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(who: Person | undefined, bytes: Uint8Array, sent: Sent = {}): Promise<Answered> {
  const { key = randomUUID(), name = 'Kuvertet å.jpg', to = reference, type = 'application/octet-stream', headers = {} } = sent;
  const response = await fetch(`${running.service.url}/api/incidents/${to}/attachments`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'idempotency-key': key,
      'x-file-name': encodeURIComponent(name),
      ...(who !== undefined && { authorization: `Bearer ${await running.tokenOf(who)}` }),
      ...headers
    },
    body: new Blob([bytes])
  });
  return { status: response.status, body: (await response.json()) as Answered['body'] };
}

const keptFiles = (): string[] => [...running.record.kept.keys()];
const recorded = (): string[] => running.record.memory.entries.map(({ event }) => event);

test.each([
  ['the reporter', people.employee],
  ['IT', people.it],
  ['Informationssäkerhet', people.securityOfficer]
])('%s adds a file: it is kept beside the item and stands in the record under their name', async (_who, person) => {
  const { status, body } = await send(person, picture);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ok: true,
    value: { handling: { attachments: [{ name: 'Kuvertet å.jpg', kind: 'jpeg', size: picture.length, by: person }] } }
  });
  const [place] = keptFiles();
  expect(place).toMatch(new RegExp(`^${reference}/Kuvertet å [0-9a-f]{8}\\.jpg$`));
  expect(running.record.kept.get(place ?? '')).toEqual(picture);
  expect(running.logged()).not.toContain('Kuvertet');
});

test.each([
  ['somebody whose incident it is not', people.stranger, 404, 'not-found'],
  ['the nearest manager, who reads it and does not handle it,', people.manager, 403, 'not-allowed'],
  ['nobody who says who they are', undefined, 401, 'signed-out']
])('%s adds none', async (_who, person, status, reason) => {
  expect(await send(person, picture)).toMatchObject({ status, body: { ok: false, reason } });
  // Not for a moment either.
  expect(running.record.keeps()).toBe(0);
});

test('the same file sent again under its key is one file', async () => {
  const key = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => send(people.employee, picture, { key })));
  answers.push(await send(people.employee, picture, { key }));
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
  expect(keptFiles()).toHaveLength(1);
  expect(recorded().filter((event) => event === 'attachment-added')).toHaveLength(1);
});

test('another file under a key that was used is refused, and the first stands', async () => {
  const key = randomUUID();
  await send(people.employee, picture, { key });
  const other = Uint8Array.from([...picture, 1]);
  expect(await send(people.employee, other, { key })).toMatchObject({ status: 400, body: { reason: 'invalid' } });
  expect([...running.record.kept.values()]).toEqual([picture]);
});

test('the same file under another key is there already, and is kept once', async () => {
  await send(people.employee, picture);
  expect(await send(people.it, picture)).toMatchObject({ status: 409, body: { reason: 'file-known' } });
  expect(keptFiles()).toHaveLength(1);
});

test.each(active)('%s is refused whatever its name says', async (_what, bytes) => {
  for (const name of ['bild.jpg', 'brev.docx', 'text.txt']) {
    expect(await send(people.employee, bytes, { name })).toMatchObject({ status: 415, body: { reason: 'file-active' } });
  }
  expect(keptFiles()).toEqual([]);
});

test.each([
  ['empty', new Uint8Array(), {}, 409, 'file-empty'],
  ['of no kind we take', Uint8Array.of(0, 1, 2), {}, 415, 'file-kind'],
  ['called something else than it is', picture, { name: 'faktura.exe' }, 415, 'file-mismatch'],
  ['one byte too large', new Uint8Array(attachmentLimits.bytes + 1), {}, 413, 'file-too-large'],
  ['without a key', picture, { key: 'x' }, 400, 'invalid'],
  ['for a number that is none', picture, { to: 'I-1' }, 400, 'invalid'],
  ['for an incident that does not exist', picture, { to: 'I-2026-0099' }, 404, 'not-found'],
  ['sent as something else', picture, { type: 'text/html' }, 400, 'invalid'],
  ['packed', picture, { headers: { 'content-encoding': 'gzip' } }, 400, 'invalid'],
  ['with a name that cannot be read', picture, { headers: { 'x-file-name': '%E5' } }, 400, 'invalid']
] as const)('a file that is %s is refused', async (_what, bytes, sent, status, reason) => {
  expect(await send(people.employee, bytes, sent)).toMatchObject({ status, body: { ok: false, reason } });
  expect(keptFiles()).toEqual([]);
  expect(recorded()).not.toContain('attachment-added');
});

test('a file of the largest size is taken', async () => {
  const bytes = new Uint8Array(attachmentLimits.bytes);
  bytes.set(picture);
  expect(await send(people.employee, bytes)).toMatchObject({ status: 200 });
  expect([...running.record.kept.values()][0]?.length).toBe(attachmentLimits.bytes);
});

test('a body that goes on without saying how long it is is cut off at the limit', async () => {
  const token = await running.tokenOf(people.employee);
  const { hostname, port } = new URL(running.service.url);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/octet-stream',
    'idempotency-key': randomUUID(),
    'x-file-name': 'a.jpg',
    'transfer-encoding': 'chunked'
  };
  const end = await new Promise<number | string | undefined>((resolve) => {
    const sending = httpRequest({ hostname, port, method: 'POST', path: `/api/incidents/${reference}/attachments`, headers }, (answer) => {
      resolve(answer.statusCode);
      sending.destroy();
    });
    sending.on('error', ({ message }) => resolve(message));
    const more = (): void => {
      if (sending.write(Buffer.alloc(1024 * 1024))) setImmediate(more);
      else sending.once('drain', more);
    };
    more();
  });
  // The answer may be lost to whoever is still sending when the connection is closed.
  expect([413, 'write EPIPE', 'read ECONNRESET', 'socket hang up']).toContain(end);
  expect(keptFiles()).toEqual([]);
});

test('while SharePoint is away the file is refused and nothing is kept; sent again with its key afterwards it is there', async () => {
  const key = randomUUID();
  running.record.setReach('away');
  expect(await send(people.employee, picture, { key })).toMatchObject({ status: 503, body: { ok: false, reason: 'file-not-kept' } });
  running.record.setReach('up');
  expect(keptFiles()).toEqual([]);
  expect(await send(people.employee, picture, { key })).toMatchObject({ status: 200 });
});

test('an incident that is full takes no more, and what was sent is not left beside it', async () => {
  for (let number = 0; number < attachmentLimits.files; number += 1) {
    await send(people.employee, Uint8Array.from([...picture, number]));
  }
  expect(await send(people.employee, Uint8Array.from([...picture, 99, 99]))).toMatchObject({ status: 409, body: { reason: 'files-full' } });
  expect(keptFiles()).toHaveLength(attachmentLimits.files);
});

test('of two who would both be the last, the one that is refused leaves no file behind', async () => {
  for (let number = 1; number < attachmentLimits.files; number += 1) {
    await send(people.employee, Uint8Array.from([...picture, number]));
  }
  const answers = await Promise.all([100, 101].map((number) => send(people.employee, Uint8Array.from([...picture, number]))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(keptFiles()).toHaveLength(attachmentLimits.files);
});

test('nobody enters a file that was not kept: the command is not one that can be given', async () => {
  const file = { name: 'a.txt', file: 'a 1.txt', kind: 'text', size: 1, sha256: '0'.repeat(64) };
  const token = await running.tokenOf(people.employee);
  const answer = await post(running.service.url, 'add-attachment', {
    token,
    body: { command: randomUUID(), input: { reference, ...file } }
  });
  expect(answer).toMatchObject({ status: 404, body: { reason: 'not-found' } });
  expect(recorded()).not.toContain('attachment-added');
});

test('the tab may ask from its own origin with the headers it needs, and no other page may', async () => {
  const preflight = async (origin: string): Promise<Headers> => {
    const headers = { origin, 'access-control-request-method': 'POST' };
    return (await fetch(`${running.service.url}/api/incidents/${reference}/attachments`, { method: 'OPTIONS', headers })).headers;
  };
  const ours = await preflight(siteOrigin);
  expect(ours.get('access-control-allow-origin')).toBe(siteOrigin);
  expect(ours.get('access-control-allow-headers')).toBe('authorization, content-type, idempotency-key, x-file-name');
  expect((await preflight('https://elsewhere.example')).get('access-control-allow-origin')).toBeNull();
});

test('whoever sends very many files is asked to wait', async () => {
  await running.stop();
  running = await runService({ limits: { ...usualLimits, files: 2 } });
  const statuses = [];
  for (let times = 0; times < 3; times += 1) statuses.push((await send(people.employee, picture)).status);
  expect(statuses).toEqual([404, 404, 429]);
});
