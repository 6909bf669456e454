// Requests begun together go to SharePoint as one: each gets its own answer, in order, and none is lost when the batch or a part of it fails.
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp';
import { listOf } from '../../src/lists/rows';
import type { Sending } from '../../src/lists/sending';
import { assetList } from '../../src/schema/assets';
import { organisationList } from '../../src/schema/organisation';
import { employee, openSite, type Site } from './site';

let site: Site;
let asked: string[];
let waits: number[];
beforeAll(async () => {
  site = await openSite();
});
beforeEach(() => {
  asked = [];
  waits = [];
});
afterAll(() => site.stop());

type Fetch = typeof fetch;

/** The site as the service, with every request noted; `meddle` may answer in SharePoint's stead, or change what it answered. */
function connected(
  meddle: (next: Fetch, ...request: Parameters<Fetch>) => Promise<Response> = (next, ...request) => next(...request)
): SPFI {
  const noting: Fetch = (...request) => {
    asked.push(pathIn(request));
    return meddle(fetch, ...request);
  };
  return site.asService(quietly(noting));
}

/** What stands after `_api/`. */
function pathIn([input, init]: Parameters<Fetch>): string {
  return new Request(input, init).url.replace(/^.*\/_api\//, '');
}

function quietly(through: Fetch): Sending {
  return {
    fetch: through,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    }
  };
}

/** Lets everything through but the first batch. */
function firstBatch(meddle: (next: Fetch, ...request: Parameters<Fetch>) => Promise<Response>): SPFI {
  let isFirst = true;
  return connected((next, ...request) => {
    if (!isFirst || pathIn(request) !== '$batch') return next(...request);
    isFirst = false;
    return meddle(next, ...request);
  });
}

const units = (sp: SPFI): ReturnType<typeof listOf>['items'] => listOf(sp, organisationList).items;
const add = (sp: SPFI, code: string): Promise<{ Id: number }> => units(sp).add({ Title: code, Kod: code });

async function codes(): Promise<string[]> {
  const rows = await units(site.asService()).select('Kod')<{ Kod: string }[]>();
  return rows.map(({ Kod }) => Kod).sort();
}

/** The answer with its part number `index` exchanged for another. */
async function exchanged(response: Response, index: number, part: string): Promise<Response> {
  const contentType = response.headers.get('Content-Type') ?? '';
  const boundary = `--${contentType.split('boundary=')[1] ?? ''}`;
  const parts = (await response.text()).split(boundary);
  parts[index + 1] = `\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n${part}`;
  return new Response(parts.join(boundary), { headers: { 'Content-Type': contentType } });
}

test('each caller gets the answer to what it asked, though all went as one request', async () => {
  const sp = connected();
  const [web, row, lists] = await Promise.all([sp.web.select('Title')(), add(sp, 'SOC'), sp.web.lists.select('Title')()]);
  expect(web).toMatchObject({ Title: 'Informationssäkerhet' });
  expect(row).toMatchObject({ Kod: 'SOC' });
  expect(lists).toContainEqual(expect.objectContaining({ Title: 'Organisation' }));
  expect(asked).toEqual(['$batch']);
});

test('they are carried out in the order they were begun, reads and writes alike', async () => {
  const sp = connected();
  const all = (): Promise<unknown[]> => units(sp).select('Kod')();
  const [before, , , after] = await Promise.all([all(), add(sp, 'BUN'), add(sp, 'KLF'), all()]);
  expect(after.length).toBe(before.length + 2);
  expect(asked).toEqual(['$batch']);
});

test('one that is begun alone goes as it is', async () => {
  await connected().web.select('Title')();
  expect(asked).toEqual(['web?%24select=Title']);
});

test('what is begun a turn later goes by itself', async () => {
  const sp = connected();
  await sp.web.select('Title')();
  await sp.web.select('Id')();
  expect(asked).toHaveLength(2);
});

test('more than a hundred go as several, each full', async () => {
  const sp = connected();
  const answers = await Promise.all(Array.from({ length: 130 }, () => sp.web.select('Title')()));
  expect(answers).toHaveLength(130);
  expect(asked).toEqual(['$batch', '$batch']);
});

test('a part that is refused is its own error, and the others are done', async () => {
  const sp = connected();
  const [missing, taken, added] = await Promise.allSettled([sp.web.lists.getByTitle('Finns inte')(), add(sp, 'SOC'), add(sp, 'SBF')]);
  expect(missing).toMatchObject({ status: 'rejected', reason: { name: 'SharePointError', reason: 'not-found' } });
  expect(taken).toMatchObject({ status: 'rejected', reason: { reason: 'conflict' } });
  expect(added).toMatchObject({ status: 'fulfilled' });
  expect(asked).toEqual(['$batch']);
});

test('an update in a batch is guarded by its ETag', async () => {
  const sp = connected();
  const [row] = await units(sp).filter("Kod eq 'SOC'")<{ Id: number; 'odata.etag': string }[]>();
  if (row === undefined) throw new Error('The unit was added above.');
  const item = units(sp).getById(row.Id);
  const outcomes = await Promise.allSettled([
    item.update({ Title: 'Socialförvaltningen' }, row['odata.etag']),
    item.update({ Title: 'För sent' }, row['odata.etag'])
  ]);
  expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { reason: 'conflict', status: 412 } }]);
});

describe('when a part is turned away', () => {
  test.each([
    ['429', 'HTTP/1.1 429 Too Many Requests\r\nRETRY-AFTER: 7\r\n\r\n\r\n'],
    ['503', 'HTTP/1.1 503 Service Unavailable\r\nRETRY-AFTER: 7\r\n\r\n\r\n']
  ])('with %s, that part alone is sent again, after the pause that was asked for', async (_status, part) => {
    const sp = firstBatch(async (next, ...request) => exchanged(await next(...request), 0, part));
    const [web, lists] = await Promise.all([sp.web.select('Title')(), sp.web.lists.select('Title')()]);
    expect(web).toMatchObject({ Title: 'Informationssäkerhet' });
    expect(lists).not.toEqual([]);
    expect(asked).toEqual(['$batch', 'web?%24select=Title']);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(7000);
  });

  test('several are sent again together', async () => {
    const refused = 'HTTP/1.1 429 Too Many Requests\r\n\r\n\r\n';
    const sp = firstBatch(async (next, ...request) => exchanged(await exchanged(await next(...request), 0, refused), 1, refused));
    await Promise.all([sp.web.select('Title')(), sp.web.select('Id')(), sp.web.lists.select('Title')()]);
    expect(asked).toEqual(['$batch', '$batch']);
  });

  test('a create with 503 is not sent again: it may have been done', async () => {
    const sp = firstBatch(async (next, ...request) => exchanged(await next(...request), 0, 'HTTP/1.1 503 Service Unavailable\r\n\r\n\r\n'));
    const outcomes = await Promise.allSettled([add(sp, 'ARKIV'), sp.web.select('Title')()]);
    expect(outcomes).toMatchObject([{ status: 'rejected', reason: { reason: 'unavailable' } }, { status: 'fulfilled' }]);
    expect((await codes()).filter((code) => code === 'ARKIV')).toHaveLength(1);
    expect(asked).toEqual(['$batch']);
  });
});

describe('when the batch itself', () => {
  test('is turned away with 429, nothing was done and all is sent again', async () => {
    const sp = firstBatch(() => Promise.resolve(new Response('', { status: 429, headers: { 'Retry-After': '3' } })));
    const [web] = await Promise.all([sp.web.select('Title')(), add(sp, 'MILJO')]);
    expect(web).toMatchObject({ Title: 'Informationssäkerhet' });
    expect((await codes()).filter((code) => code === 'MILJO')).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(3000);
  });

  test.each<[string, (next: Fetch, ...request: Parameters<Fetch>) => Promise<Response>]>([
    ['gets no answer', () => Promise.reject(new TypeError('fetch failed'))],
    ['is answered 503', () => Promise.resolve(new Response('', { status: 503 }))],
    ['is answered with something else', () => Promise.resolve(new Response('<html>', { headers: { 'Content-Type': 'text/html' } }))],
    ['is answered with half of it', async (next, ...request) => halfOf(await next(...request))]
  ])('%s, the reads are asked again and the creates are told to be in doubt', async (how, meddle) => {
    const sp = firstBatch(meddle);
    const outcomes = await Promise.allSettled([sp.web.select('Title')(), add(sp, how.toUpperCase()), sp.web.lists.select('Title')()]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { name: 'SharePointError', reason: 'unavailable' } },
      { status: 'fulfilled' }
    ]);
  });

  test('is refused, everybody in it is told', async () => {
    const sp = firstBatch(() => Promise.resolve(new Response('{}', { status: 403 })));
    const outcomes = await Promise.allSettled([sp.web.select('Title')(), sp.web.select('Id')()]);
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { reason: 'forbidden' } },
      { status: 'rejected', reason: { reason: 'forbidden' } }
    ]);
  });
});

/** Cut in the middle of what the second part says. */
async function halfOf(response: Response): Promise<Response> {
  const text = await response.text();
  const second = text.indexOf('HTTP/1.1', text.indexOf('HTTP/1.1') + 1);
  return new Response(text.slice(0, text.indexOf('{', second) + 40), {
    headers: { 'Content-Type': response.headers.get('Content-Type') ?? '' }
  });
}

test('two people never share a batch', async () => {
  const noting: Fetch = (...request) => {
    asked.push(pathIn(request));
    return fetch(...request);
  };
  const [service, person] = [site.asService({ fetch: noting }), site.as(employee, { fetch: noting })];
  await Promise.all([service.web.select('Title')(), person.web.select('Title')()]);
  expect(asked).toHaveLength(2);
  await expect(listOf(person, assetList).items()).rejects.toMatchObject({ name: 'SharePointError' });
});
