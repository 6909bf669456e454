// The stand-in started alone, as somebody else would: one line, files with people and applications, tokens without a browser.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');
let folder: string;
let running: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'standin-'));
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(path.join(folder, 'client.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
});
afterEach(async () => {
  await Promise.all(running.map(end));
  running = [];
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Started {
  readonly origin: string;
  readonly words: string;
  readonly end: () => Promise<unknown>;
}

async function start(...words: readonly string[]): Promise<Started> {
  const child = run(words);
  let said = '';
  const listening = new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('sign in')) resolve();
    });
  });
  await Promise.race([listening, once(child, 'close')]);
  return { origin: /listens at (\S+)/.exec(said)?.[1] ?? '', words: said, end: () => end(child) };
}

function run(words: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/standin/main.ts', '--port', '0', ...words], { cwd: root });
  running.push(child);
  return child;
}

async function end(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGTERM');
  const [code] = (await once(child, 'close')) as [unknown];
  return code;
}

async function refused(...words: readonly string[]): Promise<{ readonly code: unknown; readonly said: string }> {
  const child = run(words);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [unknown];
  return { code, said };
}

function file(name: string, content: unknown): string {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
}

async function json(url: string, token: string): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}`, accept: 'application/json;odata=nometadata' } });
  return (await answer.json()) as Record<string, unknown>;
}

async function token(origin: string, who: string): Promise<string> {
  return (await fetch(`${origin}/_standin/token?${who}`)).text();
}

const people = [
  { displayName: 'Berit Bok', userPrincipalName: 'berit.bok@haparanda.example', jobTitle: 'Chef', department: 'Biblioteket' },
  { displayName: 'Cilla Ceder', userPrincipalName: 'cilla.ceder@haparanda.example', manager: 'berit.bok@haparanda.example' }
];

it('needs nothing but a line: one site, one administrator, and no door that was not asked for', async () => {
  const { origin, words, end: stop } = await start();
  expect(words).toContain(`site           ${origin}/sites/standin`);
  expect(words).toContain('administrator  adele@standin.example');
  expect(words).not.toContain('/_standin/token');
  const closed = await Promise.all(
    ['token?user=adele@standin.example', 'faults', 'requests'].map(async (name) => fetch(`${origin}/_standin/${name}`))
  );
  expect(closed.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect((await fetch(`${origin}/_standin/signin`)).status).toBe(200);
  expect(await stop()).toBe(0);
});

it('gives scripts a token as anybody when told to, for its own address only', async () => {
  const { origin, words } = await start('--open-tokens', '--faults', '--people', file('people.json', people), '--site', '/sites/bibliotek');
  const printed = /curl -s '([^']+)'/.exec(words)?.[1] ?? '';
  const me = await json(`${origin}/sites/bibliotek/_api/web/currentuser`, await (await fetch(printed)).text());
  expect(me).toMatchObject({ Title: 'Berit Bok', IsSiteAdmin: true });
  const other = await token(origin, 'user=cilla.ceder@haparanda.example');
  expect((await json(`${origin}/sites/bibliotek/_api/web`, other))['odata.error']).toMatchObject({
    code: expect.stringContaining('Unauthorized') as string
  });
  const onGraph = await token(origin, 'user=cilla.ceder@haparanda.example&audience=graph');
  expect(await json(`${origin}/v1.0/me/manager`, onGraph)).toMatchObject({ displayName: 'Berit Bok', jobTitle: 'Chef' });
  const unknown = await fetch(`${origin}/_standin/token?user=ingen@haparanda.example`);
  expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('berit.bok@haparanda.example')]);
  const elsewhere = await fetch(`${origin}/_standin/token?user=berit.bok@haparanda.example&audience=outlook`);
  expect([elsewhere.status, await elsewhere.text()]).toEqual([400, expect.stringContaining('audience')]);
  expect((await fetch(printed.replace('127.0.0.1', 'localhost'))).status).toBe(403);
  expect((await fetch(`${origin}/_standin/faults`)).status).toBe(200);
});

it('takes applications with a certificate, a secret or neither', async () => {
  const all = '11111111-2222-4333-8444-000000000001';
  const secretive = '11111111-2222-4333-8444-000000000002';
  const page = '11111111-2222-4333-8444-000000000003';
  const applications = file('applications.json', [
    { clientId: all, displayName: 'Tjänsten', certificate: 'client.pem' },
    { clientId: secretive, secret: 'correct horse' },
    { clientId: page, redirectUris: ['http://localhost:4000/'] }
  ]);
  const { origin } = await start('--open-tokens', '--applications', applications, '--tenant', '11111111-2222-4333-8444-555555555555');
  expect(await json(`${origin}/sites/standin/_api/web`, await token(origin, `application=${all}`))).toMatchObject({ Title: 'standin' });
  const credentials = {
    grant_type: 'client_credentials',
    client_id: secretive,
    client_secret: 'correct horse',
    scope: `${origin}/.default`
  };
  const answer = await fetch(`${origin}/11111111-2222-4333-8444-555555555555/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(credentials)
  });
  const { access_token: got } = (await answer.json()) as { access_token: string };
  const appOnly = await fetch(`${origin}/sites/standin/_api/web`, { headers: { authorization: `Bearer ${got}` } });
  expect([appOnly.status, await appOnly.text()]).toEqual([401, expect.stringContaining('Unsupported app only token')]);
});

it('keeps people, site and lists in its file', async () => {
  const kept = path.join(folder, 'kept.sqlite');
  const first = await start('--file', kept, '--open-tokens', '--people', file('people.json', people));
  const headers = { authorization: `Bearer ${await token(first.origin, 'user=berit.bok@haparanda.example')}` };
  const made = await fetch(`${first.origin}/sites/standin/_api/web/lists`, { method: 'POST', headers, body: '{"Title":"Böcker"}' });
  expect(made.status).toBe(201);
  await first.end();
  const second = await start('--file', kept, '--open-tokens');
  expect(second.words).toContain('administrator  berit.bok@haparanda.example');
  const lists = `${second.origin}/sites/standin/_api/web/lists/getByTitle('Böcker')`;
  expect(await json(lists, await token(second.origin, 'user=berit.bok@haparanda.example'))).toMatchObject({ Title: 'Böcker' });
});

it('says in words what is wrong with a file or an argument, and how it is started', async () => {
  const wrong = [
    await refused('--people', file('wrong.json', [{ displayName: 'Utan namn' }])),
    await refused('--administrator', 'ingen@haparanda.example'),
    await refused('--colour', 'red')
  ];
  expect(wrong.map(({ code }) => code)).toEqual([1, 1, 1]);
  const words = ['userPrincipalName', 'not in the directory', "'--colour'"];
  expect(wrong.map(({ said }, index) => said.includes(words[index] ?? '') && said.includes('Usage:'))).toEqual([true, true, true]);
});
