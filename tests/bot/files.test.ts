// Pictures and files in the chat: to the one open case, or to the one that is chosen, fetched from Teams' own addresses alone.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Card } from '../../src/cards/card';
import { attachmentLimits } from '../../src/domain/attachment';
import { attachmentsOf } from '../../src/domain/incident';
import { text } from '../../src/i18n/text';
import { chatFiles, fileOrigins } from '../../src/service/chat-files';
import { titlesOf, wordsOf } from '../cards/reading';
import { passive } from '../domain/example-files';
import { people } from '../workflows/memory-context';
import { deliveredCard, openTeams, type Place, type Teams, type Who } from './teams';

const [, picture] = passive.jpeg;

let teams: Teams;
let server: Server;
let origin: string;
/** What the file server was asked for, and with which token. */
let asked: { readonly path: string; readonly authorization: string | undefined }[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, authorization: request.headers.authorization });
    if (path === '/elsewhere') response.writeHead(302, { location: `${origin}/drive/a.jpg` }).end();
    else if (path === '/gone') response.writeHead(404).end();
    else if (path === '/endless') pourOut();
    else if (path === '/page') response.writeHead(200, { 'content-type': 'image/jpeg' }).end('<html><script>alert(1)</script>');
    else response.writeHead(200).end(picture);
    function pourOut(): void {
      if (response.destroyed) return;
      if (response.write(Buffer.alloc(1024 * 1024, 0xff))) setImmediate(pourOut);
      else response.once('drain', pourOut);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  teams = await openTeams();
  teams.desk.fetchFile = chatFiles({ origins: { drive: [origin], chat: [origin] }, botToken: () => Promise.resolve('bot-token') });
});

afterEach(async () => {
  await teams.close();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

async function report(who: Who = 'employee'): Promise<void> {
  const said = { kind: 'sent-wrong', when: 'today', ongoing: 'no', where: 'Mejlen', personalData: 'yes', description: '' };
  await teams.invoke(who, { verb: 'report-submit', data: { formKey: teams.desk.newKey(), ...said } });
  await teams.bot.idle();
}

function uploaded(path = '/drive/a.jpg', name = 'Kuvertet.jpg') {
  const content = { downloadUrl: `${origin}${path}`, uniqueId: 'x', fileType: 'jpg' };
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: 'https://haparanda-my.sharepoint.com/x',
    name,
    content
  };
}

function pasted(path = '/v3/attachments/1/views/original') {
  return { contentType: 'image/*', contentUrl: `${origin}${path}` };
}

/** Sends a message with files, and gives the cards that came of it. */
async function send(
  who: Who,
  attachments: readonly object[],
  { words, place, id }: { words?: string; place?: Place; id?: string } = {}
): Promise<Card[]> {
  const before = teams.connector.deliveries.length;
  const activity = { ...teams.activity(who, place), ...(id !== undefined && { id }), type: 'message', text: words ?? '', attachments };
  expect(await teams.post(activity)).toMatchObject({ status: 200 });
  await teams.bot.idle();
  return teams.connector.deliveries.slice(before).map(deliveredCard);
}

function shown(card: Card | undefined): Card {
  if (card === undefined) throw new Error('No such card was sent');
  return card;
}

async function names(): Promise<string[]> {
  return (await teams.desk.incidents()).flatMap(attachmentsOf).map(({ name }) => name);
}

test.each([
  ['a file', () => uploaded(), 'Kuvertet.jpg', undefined],
  ['a picture pasted into the message', () => pasted(), 'bild.jpg', 'Bearer bot-token']
])('%s goes to the one open case, and the answer says so', async (_what, attachment, name, authorization) => {
  await report();
  const [card] = await send('employee', [attachment(), { contentType: 'text/html', content: '<p></p>' }]);
  expect(wordsOf(shown(card))).toContain('Filen är tillagd');
  expect(wordsOf(shown(card))).toContain('I-2026-0001');
  const [incident] = await teams.desk.incidents();
  expect(incident && attachmentsOf(incident)).toMatchObject([{ name, kind: 'jpeg', by: people.employee }]);
  expect([...teams.desk.kept.values()].map((bytes) => Uint8Array.from(bytes))).toEqual([picture]);
  expect(asked.map(({ authorization: token }) => token)).toEqual([authorization]);
});

test('the receipt says that a file can be sent, and words beside a file are no errand of their own', async () => {
  const said = { kind: 'sent-wrong', when: 'today', ongoing: 'no', where: 'Mejlen', personalData: 'yes', description: '' };
  const receipt = await teams.invoke('employee', { verb: 'report-submit', data: { formKey: teams.desk.newKey(), ...said } });
  expect(JSON.stringify(receipt.body)).toContain(text('sv', 'cards.receipt.files'));
  await teams.bot.idle();
  const cards = await send('employee', [uploaded()], { words: 'här är kuvertet' });
  expect(cards.map(wordsOf).join()).toContain('Filen är tillagd');
  expect(cards).toHaveLength(1);
});

test('with several open cases it is asked which, and nothing is fetched before it is chosen', async () => {
  await report();
  await report();
  const [card] = await send('employee', [uploaded()]);
  expect(titlesOf(shown(card))).toEqual(['Lägg till i I-2026-0002', 'Lägg till i I-2026-0001']);
  expect(asked).toEqual([]);
  const become = await teams.press('employee', shown(card), { title: 'Lägg till i I-2026-0001' });
  expect(wordsOf(become)).toContain('Filen är tillagd');
  const files = (await teams.desk.incidents()).map((incident) => attachmentsOf(incident).length);
  expect(files).toEqual([1, 0]);
  await teams.press('employee', shown(card), { title: 'Lägg till i I-2026-0001' });
  expect(await names()).toEqual(['Kuvertet.jpg']);
});

test('a message that Teams hands over twice is one file', async () => {
  await report();
  await send('employee', [uploaded()], { id: 'once' });
  const [card] = await send('employee', [uploaded()], { id: 'once' });
  expect(wordsOf(shown(card))).toContain('Filen är tillagd');
  expect(await names()).toEqual(['Kuvertet.jpg']);
});

test('without an open case nothing is fetched; with the words of a report it is asked for afterwards', async () => {
  const [card] = await send('employee', [uploaded()]);
  expect(wordsOf(shown(card))).toContain('Filen är inte sparad');
  const [later, form] = await send('employee', [uploaded()], { words: 'rapportera incident' });
  expect(wordsOf(shown(later))).toContain('Skicka filen när rapporten är inskickad');
  expect(wordsOf(shown(form))).toContain('Steg 1 av 4');
  expect(asked).toEqual([]);
});

test('after a stop for säkerhetsskydd nothing of a file is fetched or kept', async () => {
  await teams.invoke('employee', { verb: 'report-stop', data: { formKey: teams.desk.newKey() } });
  await send('employee', [uploaded('/drive/radiolank.jpg', 'radiolänken.jpg')]);
  expect(asked).toEqual([]);
  expect(teams.desk.kept.size).toBe(0);
  expect(JSON.stringify(teams.desk.record.entries)).not.toContain('radiolänken');
  expect(teams.logged.join()).not.toContain('radiolänken');
});

test('in company the bot takes no file', async () => {
  await report();
  await send('employee', [uploaded()], { place: { kind: 'groupChat' } });
  expect(asked).toEqual([]);
  expect(await names()).toEqual([]);
});

test.each([
  ['that leads elsewhere', '/elsewhere', 'file-unread'],
  ['that is gone', '/gone', 'file-unread'],
  ['without end', '/endless', 'file-too-large'],
  ['that is a page', '/page', 'file-active']
] as const)('a file %s is refused in words and not kept', async (_what, path, reason) => {
  await report();
  const [card] = await send('employee', [uploaded(path)]);
  expect(wordsOf(shown(card))).toContain(text('sv', `refusal.${reason}`));
  expect(teams.desk.kept.size).toBe(0);
  expect(asked).toHaveLength(1);
});

test('more files than are taken at once are said not to be saved', async () => {
  await report();
  const cards = await send(
    'employee',
    Array.from({ length: 7 }, () => uploaded('/gone'))
  );
  expect(cards).toHaveLength(6);
  expect(wordsOf(shown(cards.at(-1)))).toContain(text('sv', 'refusal.files-at-once'));
});

test("a changed card takes a file to nobody else's case, and fetches nothing for it from another host", async () => {
  await report();
  await report('it');
  const press = (url: string, reference: string, source = 'drive') =>
    teams.invoke('stranger', {
      verb: 'attach-file',
      data: { formKey: teams.desk.newKey(), reference, name: 'a.jpg', url, source }
    });
  const words = async (answer: ReturnType<typeof press>): Promise<string> => wordsOf((await answer).body.value as Card);
  expect(await words(press(`${origin}/drive/a.jpg`, 'I-2026-0001'))).toContain('Vi hittar inte');
  asked = [];
  expect(await words(press('http://169.254.169.254/latest', 'I-2026-0001'))).toContain(text('sv', 'refusal.file-unread'));
  expect(await words(press(`${origin}/api/messages`, 'I-2026-0001', 'chat'))).toContain(text('sv', 'refusal.file-unread'));
  expect(asked).toEqual([]);
  expect(teams.desk.kept.size).toBe(0);
});

describe('where a file is fetched', () => {
  const site = 'https://haparanda.sharepoint.com/sites/informationssakerhet';
  const origins = fileOrigins({ site, chat: { kind: 'teams', botId: 'b', serviceHosts: ['smba.trafficmanager.net'] } });
  const fetched: { url: string; init: RequestInit | undefined }[] = [];
  const fetchFile = chatFiles({
    origins,
    botToken: () => Promise.resolve('bot-token'),
    fetch: (url, init) => {
      fetched.push({ url: url as string, init });
      return Promise.resolve(new Response(picture));
    }
  });
  beforeEach(() => void fetched.splice(0));

  test.each([
    ['drive', 'https://haparanda.sharepoint.com/sites/x/_layouts/15/download.aspx?tempauth=x'],
    ['drive', 'https://haparanda-my.sharepoint.com/personal/elsa/_layouts/15/download.aspx?UniqueId=1'],
    ['chat', 'https://smba.trafficmanager.net/emea/11111111-2222-4333-8444-555555555555/v3/attachments/0-weu-d1/views/original']
  ] as const)('%s: %s is asked, without following it elsewhere', async (source, url) => {
    expect(await fetchFile({ url, source })).toEqual(Buffer.from(picture));
    expect(fetched).toMatchObject([{ url, init: { redirect: 'error' } }]);
    expect(fetched[0]?.init?.headers).toEqual(source === 'chat' ? { authorization: 'Bearer bot-token' } : {});
  });

  test.each([
    ['drive', 'http://haparanda.sharepoint.com/a'],
    ['drive', 'https://haparanda.sharepoint.com:8443/a'],
    ['drive', 'https://x:y@haparanda.sharepoint.com/a'],
    ['drive', 'https://haparanda.sharepoint.com.ond.example/a'],
    ['drive', 'https://ond-my.sharepoint.com/a'],
    ['drive', 'https://smba.trafficmanager.net/emea/v3/attachments/1/views/original'],
    ['drive', 'https://127.0.0.1/a'],
    ['drive', 'file:///etc/passwd'],
    ['drive', 'not an address'],
    ['chat', 'https://haparanda.sharepoint.com/v3/attachments/1/views/original'],
    ['chat', 'https://smba.trafficmanager.net/v3/conversations/a:1/activities'],
    ['chat', 'https://smba.trafficmanager.net/v3/attachments/../conversations/views/x'],
    ['chat', 'https://smba.trafficmanager.net/v3/attachments/1%2f..%2f/views/%2e%2e']
  ] as const)('%s: %s is not asked', async (source, url) => {
    expect(await fetchFile({ url, source })).toBe('file-unread');
    expect(fetched).toEqual([]);
  });

  test('no more is read than may be kept, whatever the length is said to be', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) });
    const answer = new Response(endless, { headers: { 'content-length': '10' } });
    const fetchEndless = chatFiles({ origins, botToken: () => Promise.resolve(''), fetch: () => Promise.resolve(answer) });
    expect(await fetchEndless({ url: `${new URL(site).origin}/a`, source: 'drive' })).toBe('file-too-large');
    expect(attachmentLimits.bytes).toBe(10 * 1024 * 1024);
  });
});
