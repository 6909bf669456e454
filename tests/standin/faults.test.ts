// Faults on demand and the count of requests: what a test can make the stand-in do, and that nobody can who did not ask for it.
import { asa, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

let site: TestSite;
const items = "/_api/web/lists/getByTitle('Avvikelser')/items";

beforeAll(async () => {
  site = await startSite({ faults: true });
  await site.as(asa).web.lists.add('Avvikelser');
});
beforeEach(async () => {
  await control('faults', { method: 'DELETE' });
  await control('requests', { method: 'DELETE' });
});
afterAll(() => site.stop());

async function control(name: 'faults' | 'requests', init?: RequestInit): Promise<Response> {
  return fetch(`${site.standin.origin}/_standin/${name}`, init);
}

async function rule(...rules: readonly unknown[]): Promise<void> {
  const answer = await control('faults', { method: 'POST', body: JSON.stringify(rules) });
  expect(answer.status).toBe(201);
}

async function add(title: string): Promise<Response> {
  return site.call(asa, items, { method: 'POST', body: JSON.stringify({ Title: title }) });
}

async function titles(): Promise<string[]> {
  const answer = (await (await site.call(asa, `${items}?$select=Title`)).json()) as { value: { Title: string }[] };
  return answer.value.map(({ Title }) => Title);
}

async function requests(): Promise<Record<string, unknown> & { byKind: Record<string, unknown>[]; batchParts: unknown[] }> {
  return (await (await control('requests')).json()) as Awaited<ReturnType<typeof requests>>;
}

describe('a throttled request', () => {
  it('is told to wait in seconds, as often as the rule says', async () => {
    await rule({ match: { path: "getByTitle\\('avvikelser'\\)$", times: 2 }, throttle: { retryAfter: 7 } });
    const list = "/_api/web/lists/getByTitle('Avvikelser')";
    const answers = [await site.call(asa, list), await site.call(asa, list), await site.call(asa, list)];
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [429, '7'],
      [429, '7'],
      [200, null]
    ]);
  });

  it('is told to wait until a date, or not told', async () => {
    await rule(
      { match: { times: 1 }, throttle: { status: 503, retryAfterDate: 3600 } },
      { match: { times: 1, path: '/_api/web$' }, throttle: { status: 503 } }
    );
    const first = await site.call(asa, '/_api/web');
    const ahead = (Date.parse(first.headers.get('retry-after') ?? '') - Date.now()) / 1000;
    expect(first.headers.get('retry-after')).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    expect(Math.abs(ahead - 3600)).toBeLessThan(60);
    const second = await site.call(asa, '/_api/web');
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, null]);
  });
});

describe('a rule', () => {
  it('lets so many pass first, and looks at the method meant', async () => {
    await rule({ match: { method: 'PATCH', after: 1 }, error: { status: 409, code: '-2130246326, Microsoft.SharePoint.SPException' } });
    const { Id } = (await (await add('Ändras')).json()) as { Id: number };
    const change = async (method: string, override = ''): Promise<Response> =>
      site.call(asa, `${items}(${Id})`, {
        method,
        headers: { 'if-match': '*', ...(override && { 'x-http-method': override }) },
        body: '{"Title":"Ändrad"}'
      });
    expect((await change('POST', 'MERGE')).status).toBe(204);
    const refused = await change('PATCH');
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { 'odata.error': { code: '-2130246326, Microsoft.SharePoint.SPException' } }
    ]);
    expect((await site.call(asa, `${items}(${Id})`)).status).toBe(200);
  });

  it('with probability 0 never strikes', async () => {
    await rule({ match: { probability: 0 }, throttle: {} });
    expect((await site.call(asa, '/_api/web')).status).toBe(200);
  });

  it('is listed with how often it was met and struck, until cleared', async () => {
    await rule({ match: { path: 'web$', times: 1 }, throttle: { retryAfter: 1 } });
    await site.call(asa, '/_api/web');
    await site.call(asa, '/_api/web');
    expect(await (await control('faults')).json()).toEqual([
      {
        match: { path: 'web$', times: 1, after: 0, probability: 1 },
        throttle: { status: 429, retryAfter: 1 },
        met: 2,
        struck: 1
      }
    ]);
    expect((await control('faults', { method: 'DELETE' })).status).toBe(204);
    expect(await (await control('faults')).json()).toEqual([]);
  });

  it.each([
    ['not json', 'Invalid input'],
    ['{"throttle":{"status":418}}', 'status'],
    ['{"throttle":{"retryAfter":1,"retryAfterDate":1}}', 'not both'],
    ['{"match":{"path":"("},"latency":1}', 'regular expression'],
    ['{"match":{"method":"TRACE"},"latency":1}', 'must be GET'],
    ['{"match":{"part":1},"drop":"after"}', 'part of a batch'],
    ['{"latency":1,"drop":"before"}', 'exactly one'],
    ['{}', 'exactly one'],
    ['{"latency":1,"speed":2}', 'speed']
  ])('%s is refused in words', async (body, word) => {
    const answer = await control('faults', { method: 'POST', body });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(word)]);
    expect(await (await control('faults')).json()).toEqual([]);
  });
});

describe('a dropped connection', () => {
  it('comes before the write, and then nothing is written', async () => {
    await rule({ match: { method: 'POST', times: 1 }, drop: 'before' });
    await expect(add('Aldrig')).rejects.toThrow();
    expect(await titles()).not.toContain('Aldrig');
  });

  it('comes after the write, and then it is written', async () => {
    await rule({ match: { method: 'POST', times: 1 }, drop: 'after' });
    await expect(add('Trots allt')).rejects.toThrow();
    expect((await titles()).filter((title) => title === 'Trots allt')).toHaveLength(1);
  });
});

describe('other faults', () => {
  it('make a write meet an expired digest, but no read and not the way to a new one', async () => {
    await rule({ expireDigest: true });
    const refused = await add('Gammalt besked');
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('-2130575252')]);
    expect((await site.call(asa, '/_api/web')).status).toBe(200);
    expect((await site.call(asa, '/_api/contextinfo', { method: 'POST' })).status).toBe(200);
  });

  it('can be added up: a delay, then the next that strikes', async () => {
    await rule({ latency: 1 }, { match: { times: 1 }, throttle: {} }, { match: { times: 1 }, throttle: { status: 503 } });
    expect((await site.call(asa, '/_api/web')).status).toBe(429);
    expect((await site.call(asa, '/_api/web')).status).toBe(503);
    expect((await site.call(asa, '/_api/web')).status).toBe(200);
  });

  it('strike one part of a batch and leave the others alone', async () => {
    await rule(
      { match: { part: 2, times: 1 }, throttle: { retryAfter: 3 } },
      { match: { part: 'any', path: 'currentuser' }, throttle: { status: 503 } }
    );
    const [batched, execute] = site.as(asa).batched();
    const asked = [batched.web.lists(), batched.web(), batched.web.currentUser(), batched.web.siteGroups()];
    const settled = Promise.allSettled(asked);
    await execute();
    expect((await settled).map((one) => (one.status === 'fulfilled' ? 200 : (one.reason as { status: number }).status))).toEqual([
      200, 429, 503, 200
    ]);
  });

  it('can strike Graph and Entra too', async () => {
    await rule({ match: { path: '^/v1.0/' }, throttle: { retryAfter: 2 } });
    expect((await fetch(`${site.standin.origin}/v1.0/me`)).status).toBe(429);
  });
});

describe('the count of requests', () => {
  it('is by method and kind of path, with the bytes on the wire', async () => {
    const added = (await (await add('Räknas')).json()) as { Id: number };
    await site.call(asa, `${items}(${added.Id})?$select=Title`);
    await site.call(asa, `${items}(1)`);
    const counted = await requests();
    expect(counted).toMatchObject({ requests: 3 });
    expect(counted.byKind.map(({ method, kind, requests: times }) => [method, kind, times])).toEqual([
      ['POST', "_api/web/lists/getByTitle('Avvikelser')/items", 1],
      ['GET', "_api/web/lists/getByTitle('Avvikelser')/items(*)", 2]
    ]);
    for (const { bytesIn, bytesOut } of counted.byKind) {
      expect(bytesIn).toBeGreaterThan(500);
      expect(bytesOut).toBeGreaterThan(300);
    }
    expect(counted['bytesOut']).toBe(counted.byKind.reduce((sum, { bytesOut }) => sum + Number(bytesOut), 0));
  });

  it('counts the bytes of a large answer whole', async () => {
    const title = 'x'.repeat(250);
    for (let index = 0; index < 20; index += 1) await add(title);
    await control('requests', { method: 'DELETE' });
    const length = (await (await site.call(asa, `${items}?$select=Title`)).text()).length;
    expect((await requests())['bytesOut']).toBeGreaterThanOrEqual(length);
    expect(length).toBeGreaterThan(5000);
  });

  it('counts each request of a connection by itself', async () => {
    await site.call(asa, '/_api/web/currentuser');
    const once = await requests();
    await site.call(asa, '/_api/web/currentuser');
    const twice = await requests();
    expect(twice['bytesIn']).toBe(Number(once['bytesIn']) * 2);
    // Nearly: the header that says how long the answer took has as many digits as that number.
    expect(Math.abs(Number(twice['bytesOut']) - Number(once['bytesOut']) * 2)).toBeLessThan(10);
  });

  it('counts a batch once, and its parts beside it', async () => {
    const [batched, execute] = site.as(asa).batched();
    const asked = [batched.web(), batched.web(), batched.web.lists()];
    await execute();
    await Promise.all(asked);
    const { byKind, batchParts } = await requests();
    expect(byKind).toMatchObject([{ method: 'POST', kind: '_api/$batch', requests: 1 }]);
    expect(batchParts).toEqual([
      { method: 'GET', kind: '_api/web', requests: 2 },
      { method: 'GET', kind: '_api/web/lists', requests: 1 }
    ]);
  });

  it('counts what was refused or dropped, and begins anew when told', async () => {
    await rule({ match: { times: 1 }, throttle: {} }, { match: { times: 1 }, drop: 'before' });
    await site.call(asa, '/_api/web');
    await expect(site.call(asa, '/_api/web')).rejects.toThrow();
    expect(await requests()).toMatchObject({ requests: 2 });
    expect((await control('requests', { method: 'DELETE' })).status).toBe(204);
    expect(await requests()).toEqual({ requests: 0, bytesIn: 0, bytesOut: 0, byKind: [], batchParts: [] });
  });
});

it('is closed to everybody when it was not asked for', async () => {
  const closed = await startSite();
  const answers = await Promise.all(
    ['faults', 'requests'].map(async (name) =>
      fetch(`${closed.standin.origin}/_standin/${name}`, { method: 'POST', body: '{"latency":1}' })
    )
  );
  await closed.stop();
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});
