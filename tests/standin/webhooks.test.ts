// Webhooks over HTTP: an address must say that it wants notices, gets them without content, and is tried again when it fails.
import '@pnp/sp/subscriptions';
import type { ISubscriptions } from '@pnp/sp/subscriptions';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { asa, eero, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

interface Notice {
  readonly url: string;
  readonly body: string;
}

interface Receiver {
  readonly url: string;
  /** What came besides validations. */
  readonly notices: Notice[];
  readonly validations: URL[];
  /** Resolves at the notice of that number, the first is 1. */
  readonly notice: (number: number) => Promise<Notice>;
  /** How it answers: each test sets what it needs. */
  answer: (token: string | null, response: ServerResponse) => void;
  readonly stop: () => Promise<void>;
}

const wants = (token: string | null, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/plain' }).end(token ?? '');
};

/** Sends the question on to another address, which would answer as it should. */
const pointsElsewhereOnce = (token: string | null, response: ServerResponse): void => {
  if (token === null || token.endsWith('-annan')) {
    wants(token?.replace('-annan', '') ?? null, response);
    return;
  }
  response.writeHead(307, { location: `/annan?validationtoken=${token}-annan` }).end();
};

async function startReceiver(): Promise<Receiver> {
  const notices: Notice[] = [];
  const validations: URL[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '/', 'http://receiver.example');
    const token = url.searchParams.get('validationtoken');
    void text(request).then((body) => {
      if (token === null) notices.push({ url: request.url ?? '', body });
      else validations.push(url);
      receiver.answer(token, response);
      waiting.splice(0).forEach((resume) => resume());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/krok`,
    notices,
    validations,
    answer: wants,
    notice: async (number) => {
      while (notices.length < number) await new Promise<void>((resume) => waiting.push(resume));
      return notices[number - 1] ?? { url: '', body: '' };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
  return receiver;
}

let site: TestSite;
let receiver: Receiver;
let listId: string;
let passed = 0;

beforeAll(async () => {
  site = await startSite({ webhooks: { collect: 20, retry: 5 }, clock: () => new Date(Date.now() + passed) });
  const reader = await site.as(asa).web.ensureUser(eero.userPrincipalName);
  await site.as(asa).web.roleAssignments.add(reader.Id, 1073741827);
});
beforeEach(async () => {
  passed = 0;
  receiver = await startReceiver();
  listId = ((await site.as(asa).web.lists.add(`Avvikelser ${Math.random()}`)) as { Id: string }).Id;
});
afterEach(() => receiver.stop());
afterAll(() => site.stop());

function subscriptions(): ISubscriptions {
  return site.as(asa).web.lists.getById(listId).subscriptions;
}

interface Added {
  readonly id: string;
  readonly expirationDateTime: string;
}

async function subscribe(clientState?: string): Promise<Added> {
  return (await subscriptions().add(receiver.url, inDays(120), clientState)) as Added;
}

async function addItem(): Promise<void> {
  await site.as(asa).web.lists.getById(listId).items.add({ Title: 'Hemlig händelse' });
}

/** The client states of the subscriptions a notice is about. */
function statesIn({ body }: Notice): string[] {
  const { value } = JSON.parse(body) as { value: { clientState: string }[] };
  return value.map(({ clientState }) => clientState);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

describe('a subscription', () => {
  it('is made when the address echoes the token it is sent', async () => {
    const answer = await site.call(asa, `/_api/web/lists('${listId}')/subscriptions`, {
      method: 'POST',
      body: JSON.stringify({
        resource: `${site.url}/_api/web/lists('${listId}')`,
        notificationUrl: `${receiver.url}?kod=1`,
        expirationDateTime: inDays(100),
        clientState: 'a1'
      })
    });
    expect(answer.status).toBe(201);
    const added = (await answer.json()) as Added;
    const address = `web/lists('${listId}')/subscriptions('${added.id}')`;
    expect(added).toEqual({
      'odata.metadata': `${site.url}/_api/$metadata#SP.ApiData.Subscriptions/@Element`,
      'odata.type': 'Microsoft.SharePoint.Webhooks.Subscription',
      'odata.id': `${site.url}/_api/${address}`,
      'odata.editLink': address,
      clientState: 'a1',
      expirationDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      notificationUrl: `${receiver.url}?kod=1`,
      resource: listId,
      resourceData: null
    });
    expect(receiver.validations.map(({ searchParams }) => [...searchParams.keys()])).toEqual([['kod', 'validationtoken']]);
  });

  it.each([
    ['answers something else', (_: string | null, response: ServerResponse) => wants('hej', response)],
    ['refuses', (token: string | null, response: ServerResponse) => response.writeHead(500, { 'content-type': 'text/plain' }).end(token)],
    [
      'answers as a page',
      (token: string | null, response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html' }).end(token)
    ],
    ['points elsewhere', pointsElsewhereOnce],
    ['hangs up', (_: string | null, response: ServerResponse) => response.destroy()]
  ])('is not made when the address %s', async (_, answer) => {
    receiver.answer = answer;
    expect(await refusalOf(subscribe())).toMatchObject({
      status: 400,
      code: '-1, System.InvalidOperationException',
      message: `Failed to validate the notification URL '${receiver.url}'.`
    });
    expect(await subscriptions()()).toEqual([]);
  });

  it.each([
    ['an address that is none', { notificationUrl: 'ingenstans' }],
    ['another kind of address', { notificationUrl: 'file:///etc/hosts' }],
    ['a day that has passed', { expirationDateTime: inDays(-1) }],
    ['more than 180 days', { expirationDateTime: inDays(180.1) }],
    ['an unknown property', { colour: 'red' }]
  ])('is refused for %s, before anybody is asked', async (_, wrong) => {
    const body = JSON.stringify({ resource: listId, notificationUrl: receiver.url, expirationDateTime: inDays(10), ...wrong });
    const answer = await site.call(asa, `/_api/web/lists('${listId}')/subscriptions`, { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(receiver.validations).toEqual([]);
  });

  it('lasts 180 days when nothing is said', async () => {
    const body = JSON.stringify({ resource: listId, notificationUrl: receiver.url });
    const answer = await site.call(asa, `/_api/web/lists('${listId}')/subscriptions`, { method: 'POST', body });
    const { expirationDateTime } = (await answer.json()) as Added;
    expect(Math.abs(Date.parse(expirationDateTime) - Date.parse(inDays(180)))).toBeLessThan(60_000);
  });

  it('is read, renewed, moved and removed through @pnp/sp', async () => {
    const { id } = await subscribe('pnp');
    expect(await subscriptions()()).toMatchObject([{ id, clientState: 'pnp' }]);
    await subscriptions().getById(id).update(inDays(170), `${receiver.url}?ny`, 'annan');
    expect(await subscriptions().getById(id)()).toMatchObject({ id, clientState: 'annan', notificationUrl: `${receiver.url}?ny` });
    expect(receiver.validations).toHaveLength(2);
    await subscriptions().getById(id).delete();
    expect(await subscriptions()()).toEqual([]);
    expect((await refusalOf(subscriptions().getById(id)())).status).toBe(404);
  });

  it('cannot be made, read or counted by who may not manage the list', async () => {
    await subscribe();
    const asEero = site.as(eero).web.lists.getById(listId).subscriptions;
    expect((await refusalOf(asEero.add(receiver.url, inDays(10)))).status).toBe(403);
    expect((await refusalOf(asEero())).status).toBe(403);
    expect(receiver.validations).toHaveLength(1);
  });

  it('can be made in a batch, the other parts in their order', async () => {
    const [batched, execute] = site.as(asa).batched();
    const list = batched.web.lists.getById(listId);
    const asked = [list.items.add({ Title: 'Före' }), list.subscriptions.add(receiver.url, inDays(10)), list.items.add({ Title: 'Efter' })];
    await execute();
    const [before, added, after] = (await Promise.all(asked)) as [{ Id: number }, Added, { Id: number }];
    expect([before.Id, after.Id]).toEqual([1, 2]);
    expect(added.id).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('a notice', () => {
  it('comes after a change, once for several, and carries nothing of it', async () => {
    const { id, expirationDateTime } = await subscribe('hemligt ord');
    const [batched, execute] = site.as(asa).batched();
    const added = ['a', 'b'].map((title) => batched.web.lists.getById(listId).items.add({ Title: title }));
    await execute();
    await Promise.all(added);
    const { url, body } = await receiver.notice(1);
    const { Id: webId } = await site.as(asa).web.select('Id')();
    expect(url).toBe('/krok');
    expect(JSON.parse(body)).toEqual({
      value: [
        {
          subscriptionId: id,
          clientState: 'hemligt ord',
          expirationDateTime: expirationDateTime.replace('Z', '.0000000Z'),
          resource: listId,
          tenantId: '5f1e6a0c-3f6b-4d0e-9a57-0d3a4a1f7c11',
          siteUrl: sitePath,
          webId
        }
      ]
    });
    await addItem();
    await receiver.notice(2);
    expect(receiver.notices).toHaveLength(2);
  });

  it('comes once for a change, and not for one of the list itself or one that was refused', async () => {
    await subscribe('den ena');
    const { Id } = (await site.as(asa).web.lists.add(`Åtgärder ${Math.random()}`)) as { Id: string };
    const other = site.as(asa).web.lists.getById(Id);
    await other.subscriptions.add(receiver.url, inDays(10), 'den andra');
    await addItem();
    await receiver.notice(1);
    await site.as(asa).web.lists.getById(listId).update({ Description: 'Ny' });
    await refusalOf(
      site
        .as(asa)
        .web.lists.getById(listId)
        .items.add({ Title: 'x'.repeat(256) })
    );
    await other.items.add({ Title: 'Byt lås' });
    await receiver.notice(2);
    expect(receiver.notices.map(statesIn)).toEqual([['den ena'], ['den andra']]);
  });

  it('gathers all subscriptions of one address', async () => {
    await subscribe('ett');
    await subscribe('två');
    await addItem();
    expect(statesIn(await receiver.notice(1))).toEqual(['ett', 'två']);
  });

  it('is tried again until it is taken, and not after that', async () => {
    await subscribe();
    const statuses = [503, 404, 200];
    receiver.answer = (_, response) => response.writeHead(statuses.shift() ?? 500).end();
    await addItem();
    await receiver.notice(3);
    receiver.answer = (_, response) => response.writeHead(200).end();
    await addItem();
    await receiver.notice(4);
    expect(new Set(receiver.notices.map(({ body }) => body)).size).toBe(1);
    expect(receiver.notices).toHaveLength(4);
  });

  it('is given up after five attempts; the next change is told again', async () => {
    await subscribe('ett');
    receiver.answer = (token, response) => (token === null ? response.writeHead(500).end() : wants(token, response));
    await addItem();
    await receiver.notice(5);
    await subscribe('två');
    await addItem();
    await receiver.notice(6);
    expect(receiver.notices.map(statesIn)).toEqual([...Array.from({ length: 5 }, () => ['ett']), ['ett', 'två']]);
  });

  it('does not come any more when the subscription has run out', async () => {
    await subscribe('utgången');
    passed = 121 * 86_400_000;
    expect(await subscriptions()()).toEqual([]);
    await subscriptions().add(receiver.url, inDays(200), 'ny');
    await addItem();
    expect(statesIn(await receiver.notice(1))).toEqual(['ny']);
  });
});

it('is not sent by a stand-in that has stopped', async () => {
  const other = await startSite({ webhooks: { collect: 5, retry: 5 } });
  const { Id } = (await other.as(asa).web.lists.add('Stannar')) as { Id: string };
  const list = other.as(asa).web.lists.getById(Id);
  await list.subscriptions.add(receiver.url, inDays(10));
  receiver.answer = (_, response) => response.writeHead(500).end();
  await list.items.add({ Title: 'Sista' });
  await receiver.notice(1);
  await other.stop();
  const sent = receiver.notices.length;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(receiver.notices).toHaveLength(sent);
});
