// How requests are sent: SharePoint's wish to wait is honoured in both its forms, a create never goes twice, and the rest does.
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { assetRegister } from '../../src/lists/assets';
import { connectWithToken } from '../../src/lists/connect';
import { listOf } from '../../src/lists/rows';
import { sharePointErrorOf } from '../../src/lists/sharepoint-error';
import { assetList } from '../../src/schema/assets';
import { asset, hash } from './examples';
import { openProxy, type Fault, type FaultyProxy, type Passing } from './faulty-proxy';
import { openSite, serviceClient, type Site } from './site';

let site: Site;
let proxy: FaultyProxy | undefined;
let waits: number[];
beforeEach(async () => {
  site = await openSite();
  waits = [];
});
afterEach(async () => {
  await proxy?.stop();
  await site.stop();
});

const now = Date.parse('2026-11-23T14:40:00Z');
const wait = (milliseconds: number): Promise<void> => {
  waits.push(milliseconds);
  return Promise.resolve();
};

/** The site through a proxy that goes through `faults`, one for each request that `concerns` picks out, and then behaves. */
async function through(faults: Fault[], concerns: (passing: Passing) => boolean = () => true): Promise<ReturnType<Site['asService']>> {
  proxy = await openProxy(site.standin.origin, (passing) => (concerns(passing) ? faults.shift() : undefined));
  return site.through(proxy.origin, { wait, now: () => now });
}

const isCreate = ({ method, path, override }: Passing): boolean => method === 'POST' && override === undefined && path.endsWith('/items');
const isUpdate = ({ override }: Passing): boolean => override === 'MERGE';

async function rows(): Promise<unknown[]> {
  return listOf(site.asService(), assetList).items.select('Id', 'Title')<unknown[]>();
}

describe('when SharePoint asks to wait', () => {
  test.each([
    ['in seconds', '7'],
    ['with a date', 'Mon, 23 Nov 2026 14:40:07 GMT']
  ])('%s, the next attempt comes after at least that long and a little more', async (_form, header) => {
    const sp = await through([{ status: 429, headers: { 'Retry-After': header } }]);
    await sp.web.select('Title')();
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(7000);
    expect(waits[0]).toBeLessThanOrEqual(8750);
  });

  test('without saying how long, the pauses grow', async () => {
    const sp = await through([{ status: 503 }, { status: 503 }, { status: 503 }]);
    await sp.web.select('Title')();
    expect(waits.map((pause) => Math.floor(Math.log2(pause / 500)))).toEqual([0, 1, 2]);
  });

  test('a date that has passed means now', async () => {
    const sp = await through([{ status: 429, headers: { 'Retry-After': 'Mon, 23 Nov 2026 14:39:00 GMT' } }]);
    await sp.web.select('Title')();
    expect(waits).toEqual([0]);
  });

  test('longer than there is patience for, the request is given up as throttled', async () => {
    const sp = await through([{ status: 429, headers: { 'Retry-After': '120' } }]);
    await expect(sp.web.select('Title')()).rejects.toMatchObject({ name: 'SharePointError', reason: 'throttled', status: 429 });
    expect(waits).toEqual([]);
  });

  test('again and again, five attempts are all', async () => {
    const sp = await through(Array.from({ length: 9 }, () => ({ status: 429, headers: { 'Retry-After': '0' } })));
    await expect(sp.web.select('Title')()).rejects.toMatchObject({ reason: 'throttled' });
    expect(proxy?.seen).toHaveLength(5);
  });

  test('a create that was turned away with 429 was not done, and is sent again', async () => {
    const sp = await through([{ status: 429, headers: { 'Retry-After': '1' } }], isCreate);
    await listOf(sp, assetList).items.add({ Title: 'En', Referens: 'T-2026-0001' });
    expect(await rows()).toHaveLength(1);
  });
});

describe('when no answer comes', () => {
  test.each<[string, Fault]>([
    ['the connection dies after the work was done', 'drop-after'],
    ['the server says 503', { status: 503 }]
  ])('a create is not sent again by itself: %s', async (_how, fault) => {
    const sp = await through([fault], isCreate);
    await expect(listOf(sp, assetList).items.add({ Title: 'En' })).rejects.toMatchObject({ reason: 'unavailable' });
    expect(proxy?.seen.filter(isCreate)).toHaveLength(1);
  });

  test('a register looks before it creates again: one row, though the answer was lost', async () => {
    const sp = await through(['drop-after'], isCreate);
    await assetRegister(sp).write({ state: asset(), sequence: 1, hash });
    expect(proxy?.seen.filter(isCreate)).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  test('a register creates again what never came through', async () => {
    const sp = await through(['drop-before', 'drop-before'], isCreate);
    await assetRegister(sp).write({ state: asset(), sequence: 1, hash });
    expect(await rows()).toHaveLength(1);
  });

  test('an update whose answer was lost is recognised as done', async () => {
    await assetRegister(site.asService()).write({ state: asset(), sequence: 1, hash });
    const sp = await through(['drop-after'], isUpdate);
    await assetRegister(sp).write({ state: asset({ name: 'Nytt namn' }), sequence: 2, hash });
    expect(await assetRegister(sp).read('T-2026-0001')).toMatchObject({ sequence: 2, state: { name: 'Nytt namn' } });
  });

  test('a question is asked again', async () => {
    const sp = await through(['drop-before', 'drop-after']);
    expect(await sp.web.select('Title')()).toMatchObject({ Title: 'Informationssäkerhet' });
  });

  test('from anybody at all, that is what is told', async () => {
    const sp = connectWithToken({ site: 'http://127.0.0.1:9/sites/x', token: () => Promise.resolve('t'), wait });
    await expect(sp.web.select('Title')()).rejects.toMatchObject({ name: 'SharePointError', reason: 'unavailable' });
  });
});

test.each([
  [401, 'signed-out'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [412, 'conflict'],
  [500, 'unexpected']
])('%i is told as %s, at once', async (status, reason) => {
  const sp = await through([{ status }]);
  await expect(sp.web.select('Title')()).rejects.toMatchObject({ name: 'SharePointError', reason, status });
  expect(waits).toEqual([]);
});

test('a form digest that is missing is told as signed out, not as forbidden', async () => {
  const cookie = site.standin.tokens.sessions.start(site.standin.directory.users()[0]?.id ?? '').split(';')[0] ?? '';
  const write = { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: '{"Title":"En"}' };
  const refused = await fetch(`${site.url}/_api/web/lists`, write);
  expect(refused.status).toBe(403);
  expect(await sharePointErrorOf('POST', site.url, refused)).toMatchObject({ reason: 'signed-out' });
});

test('a number that is taken in a unique column is a conflict', async () => {
  const { items } = listOf(site.asService(), assetList);
  await items.add({ Title: 'En', Referens: 'T-2026-0001' });
  await expect(items.add({ Title: 'Två', Referens: 'T-2026-0001' })).rejects.toMatchObject({ reason: 'conflict', status: 500 });
});

test('no more than six requests are in hand at a time, and all get their turn', async () => {
  const held: (() => void)[] = [];
  const counts = { asked: 0, started: 0 };
  const slow: typeof fetch = async (url, init) => {
    counts.started += 1;
    await new Promise<void>((resolve) => held.push(resolve));
    return fetch(url, init);
  };
  const issued = await site.standin.tokens.issue({ clientId: serviceClient, audience: site.standin.origin });
  const token = (): Promise<string> => {
    counts.asked += 1;
    return Promise.resolve(issued);
  };
  const sp = connectWithToken({ site: site.url, token, fetch: slow, gather: 'asked' });
  const answers = Promise.all(Array.from({ length: 15 }, () => sp.web.select('Title')()));
  while (counts.asked < 15) await nextTurn();
  await nextTurn();
  expect(counts.started).toBe(6);
  for (let released = 0; released < 15; released += 1) {
    while (held.length === 0) await nextTurn();
    held.shift()?.();
  }
  expect(await answers).toHaveLength(15);
  expect(counts.started).toBe(15);
});

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what an error says names the list and not the person asked about', async () => {
  const sp = await through([{ status: 500 }]);
  const reading = listOf(sp, assetList).items.filter("ObjektagareEntraId eq 'hemlig'")();
  await expect(reading).rejects.toThrow(/Informationstillgangar/);
  await expect(reading).rejects.not.toThrow(/hemlig/);
});
