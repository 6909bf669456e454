// What goes wrong with PnPjs as it comes (platform.md 4), shown on a stand-in that misbehaves as asked, and that it does not go wrong through our own sending.
import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { BrowserFetchWithRetry, DefaultParse, InjectHeaders } from '@pnp/queryable';
import { DefaultHeaders, DefaultInit, spfi, type SPFI } from '@pnp/sp';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assetRegister } from '../../src/lists/assets';
import { incidentRegister } from '../../src/lists/incidents';
import { listOf } from '../../src/lists/rows';
import { assetList } from '../../src/schema/assets';
import { asset, hash, incident } from './examples';
import { employee, openSite, serviceClient, type Site } from './site';

let site: Site;
let plain: SPFI;
let ours: SPFI;
let waits: number[];
beforeAll(async () => {
  site = await openSite({ faults: true });
  const token = await site.standin.tokens.issue({ clientId: serviceClient, audience: site.standin.origin });
  plain = asItComes(token);
  ours = site.asService({
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    }
  });
});
beforeEach(async () => {
  waits = [];
  await control('faults', { method: 'DELETE' });
  await control('requests', { method: 'DELETE' });
});
afterAll(() => site.stop());

/** The library's own ways, only quicker to try again. */
function asItComes(token: string): SPFI {
  const headers = InjectHeaders({ Authorization: `Bearer ${token}` });
  return spfi(site.url).using(DefaultHeaders(), DefaultInit(), BrowserFetchWithRetry({ interval: 1 }), DefaultParse(), headers);
}

function control(name: 'faults' | 'requests', init?: RequestInit): Promise<Response> {
  return fetch(`${site.standin.origin}/_standin/${name}`, init);
}

async function faulty(...rules: readonly unknown[]): Promise<void> {
  expect((await control('faults', { method: 'POST', body: JSON.stringify(rules) })).status).toBe(201);
}

async function asked(): Promise<number> {
  return ((await (await control('requests')).json()) as { requests: number }).requests;
}

async function rows(title: string): Promise<number> {
  return (await listOf(plain, assetList).items.filter(`Title eq '${title}'`)<unknown[]>()).length;
}

describe('a connection that dies when the row has been made', () => {
  const lost = { match: { method: 'POST', path: '/items$', times: 1 }, drop: 'after' };

  test('as it comes: two rows', async () => {
    await faulty(lost);
    await listOf(plain, assetList).items.add({ Title: 'Dubbel' });
    expect(await rows('Dubbel')).toBe(2);
  });

  test('ours: one', async () => {
    await faulty(lost);
    await assetRegister(ours).write({ state: asset({ name: 'Enkel' }), sequence: 1, hash });
    expect(await rows('Enkel')).toBe(1);
  });
});

describe('more refusals than three', () => {
  const busy = { match: { method: 'GET', path: '/_api/web$', times: 4 }, throttle: { retryAfter: 0 } };

  test('as it comes: given up', async () => {
    await faulty(busy);
    await expect(plain.web.select('Title')()).rejects.toMatchObject({ status: 429 });
    expect(await asked()).toBe(3);
  });

  test('ours: got through', async () => {
    await faulty(busy);
    expect(await ours.web.select('Title')()).toMatchObject({ Title: 'Informationssäkerhet' });
  });
});

describe('being asked to wait until a date', () => {
  const untilLater = (seconds: number): unknown => ({ match: { path: '/_api/web$', times: 1 }, throttle: { retryAfterDate: seconds } });

  test('as it comes: not waited for at all', async () => {
    await faulty(untilLater(3600));
    expect(await plain.web.select('Title')()).toMatchObject({ Title: 'Informationssäkerhet' });
  });

  test('ours: waited for, or given up when it is longer than there is patience for', async () => {
    await faulty(untilLater(20));
    await ours.web.select('Title')();
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(10_000);
    await faulty(untilLater(3600));
    await expect(ours.web.select('Title')()).rejects.toMatchObject({ reason: 'throttled' });
    expect(waits).toHaveLength(1);
  });
});

describe('a request in a batch that fails', () => {
  test('as it comes: the batch is done, and says nothing of it', async () => {
    const [batched, execute] = plain.batched();
    batched.web.lists
      .getByTitle('Finns inte')()
      .catch(() => undefined);
    await expect(execute()).resolves.toBeUndefined();
  });

  test('ours: told to whoever waits for all', async () => {
    const all = Promise.all([ours.web.select('Title')(), ours.web.lists.getByTitle('Finns inte')()]);
    await expect(all).rejects.toMatchObject({ reason: 'not-found' });
  });
});

describe('a batch that fails as a whole', () => {
  const broken = { match: { path: '\\$batch$' }, error: { status: 500, code: '-1, System.Exception' } };

  test('as it comes: what is in it is never answered', async () => {
    await faulty(broken);
    const [batched, execute] = plain.batched();
    let isSettled = false;
    const settle = (): void => void (isSettled = true);
    batched.web.select('Title')().then(settle, settle);
    await expect(execute()).rejects.toThrow();
    for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(isSettled).toBe(false);
  });

  test('ours: all of it is', async () => {
    await faulty(broken);
    const outcomes = await Promise.allSettled([ours.web.select('Title')(), ours.web.select('Id')()]);
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { reason: 'unexpected', status: 500 } },
      { status: 'rejected', reason: { reason: 'unexpected', status: 500 } }
    ]);
  });
});

describe('a part of a batch that is turned away', () => {
  const busy = { match: { part: 2, times: 1 }, throttle: { retryAfter: 5 } };

  test('as it comes: it fails', async () => {
    await faulty(busy);
    const [batched, execute] = plain.batched();
    const children = Promise.allSettled([batched.web.select('Title')(), batched.web.select('Id')()]);
    await execute();
    expect(await children).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { status: 429 } }]);
  });

  test('ours: it is sent again, after the pause asked for', async () => {
    await faulty(busy);
    const [title, id] = await Promise.all([ours.web.select('Title')(), ours.web.select('Id')()]);
    expect(title).toMatchObject({ Title: 'Informationssäkerhet' });
    expect(id).toHaveProperty('Id');
    expect(await asked()).toBe(2);
    expect(waits[0]).toBeGreaterThanOrEqual(5000);
  });
});

describe('a list that one may not see', () => {
  test('as it comes: ensure() takes it for one that is missing, and tries to make it', async () => {
    const token = await site.standin.tokens.issue({ user: employee.id, clientId: serviceClient, audience: site.standin.origin });
    await faulty({ match: { method: 'GET', path: "getByTitle\\('Händelselogg'\\)" }, error: { status: 403, code: '-2147024891' } });
    await expect(asItComes(token).web.lists.ensure('Händelselogg')).rejects.toMatchObject({ status: expect.any(Number) as unknown });
    expect(await asked()).toBeGreaterThan(1);
  });

  test('ours: nothing of ours uses it', () => {
    const sources = ['lists', 'provision', 'service'].flatMap((folder) => filesIn(path.join(__dirname, '../../src', folder)));
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((file) => readFileSync(file, 'utf8').includes('.ensure('))).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

describe('thirty requests', () => {
  test('as it comes: two batches of at most twenty', async () => {
    const [batched, execute] = plain.batched();
    const all = Promise.all(Array.from({ length: 30 }, () => batched.web.select('Title')()));
    await execute();
    await all;
    expect(await asked()).toBe(2);
  });

  test('ours: one', async () => {
    await Promise.all(Array.from({ length: 30 }, () => ours.web.select('Title')()));
    expect(await asked()).toBe(1);
  });
});

describe('twenty requests that each take their time', () => {
  const slow = { match: { path: '/_api/web$' }, latency: 20 };

  /** A fetch that knows how many are on their way at most. */
  function watched(): { readonly through: typeof fetch; readonly most: () => number } {
    const real = globalThis.fetch;
    let [now, most] = [0, 0];
    const through: typeof fetch = async (...request) => {
      most = Math.max(most, (now += 1));
      const answer = await real(...request);
      now -= 1;
      return answer;
    };
    return { through, most: () => most };
  }

  test('as it comes: all on their way at once', async () => {
    await faulty(slow);
    const { through, most } = watched();
    const real = globalThis.fetch;
    globalThis.fetch = through;
    try {
      await Promise.all(Array.from({ length: 20 }, () => plain.web.select('Title')()));
    } finally {
      globalThis.fetch = real;
    }
    expect(most()).toBe(20);
  });

  test('ours: six at a time', async () => {
    await faulty(slow);
    const { through, most } = watched();
    const sp = site.asService({ fetch: through, gather: 'asked' });
    await Promise.all(Array.from({ length: 20 }, () => sp.web.select('Title')()));
    expect(most()).toBe(6);
  });
});

describe('many that are turned away together, and asked to come back in ten seconds', () => {
  const busy = { match: { path: '/_api/web$', times: 12 }, throttle: { retryAfter: 10 } };

  test('do not all come back at the same moment', async () => {
    await faulty(busy);
    const pauses: number[] = [];
    const wait = (milliseconds: number): Promise<void> => Promise.resolve(void pauses.push(milliseconds));
    await Promise.all(Array.from({ length: 12 }, () => site.asService({ wait }).web.select('Title')()));
    expect(pauses).toHaveLength(12);
    expect(new Set(pauses).size).toBeGreaterThan(6);
  });
});

test('a refusal is told to whoever waits, and to nobody else, while what was begun with it is tried again', async () => {
  await faulty(
    { match: { part: 'any', path: '/breakroleinheritance' }, error: { status: 500, code: '-1, System.Exception' } },
    { match: { part: 'any', path: '/addroleassignment', times: 1 }, throttle: { retryAfter: 0 } }
  );
  // A rejection that nobody hears while the pause lasts would fail this test, as it would end the service.
  const register = incidentRegister(site.asService({ wait: () => new Promise((resolve) => setTimeout(resolve, 20)) }));
  await expect(register.write({ state: incident(), sequence: 1, hash })).rejects.toMatchObject({ status: 500 });
});
