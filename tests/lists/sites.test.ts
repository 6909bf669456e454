// The sites in SharePoint that somebody may open, as search finds them for that person.
import { connectInBrowser } from '../../src/lists/connect';
import { readsOf } from '../../src/lists/reads';
import { searchSites } from '../../src/lists/sites';
import { admin, employee, openEmptySite, type Site } from './site';

let site: Site;
beforeEach(async () => {
  site = await openEmptySite({ faults: true });
  for (const [path, title, description] of [
    ['va', 'VA-ritningar', ''],
    ['va-arkiv', 'VA-ritningar', ''],
    ['elev', '=1+1', 'Mallar']
  ] as const) {
    site.standin.createSite({ path: `/sites/${path}`, title, description, administrators: [admin.upn] });
  }
});
afterEach(() => site.stop());

async function fault(rule: object): Promise<void> {
  const answer = await fetch(`${site.standin.origin}/_standin/faults`, { method: 'POST', body: JSON.stringify(rule) });
  expect(answer.ok).toBe(true);
}

test('are those the person may open, each with its id, also where two are alike', async () => {
  const found = await readsOf(site.as(admin), admin.id).sites();
  expect(found.map(({ title, address, description }) => [title, address, description])).toEqual([
    ['Informationssäkerhet', site.url, ''],
    ['VA-ritningar', `${site.standin.origin}/sites/va`, ''],
    ['VA-ritningar', `${site.standin.origin}/sites/va-arkiv`, ''],
    ['=1+1', `${site.standin.origin}/sites/elev`, 'Mallar']
  ]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(4);
  for (const { id } of found) expect(id).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test.each([1, 2, 3, 4, 5])('are all found when search gives %i at a time', async (atOnce) => {
  expect((await searchSites(site.as(admin), atOnce)).map(({ title }) => title)).toEqual([
    'Informationssäkerhet',
    'VA-ritningar',
    'VA-ritningar',
    '=1+1'
  ]);
});

test('are found from a page too, whose searches carry a form digest', async () => {
  const [cookie = ''] = site.standin.tokens.sessions.start(admin.id).split(';');
  const { FormDigestValue, FormDigestTimeoutSeconds } = (await (
    await fetch(`${site.url}/_api/contextinfo`, { method: 'POST', headers: { cookie, accept: 'application/json;odata=nometadata' } })
  ).json()) as { FormDigestValue: string; FormDigestTimeoutSeconds: number };
  const legacyPageContext = { formDigestValue: FormDigestValue, formDigestTimeoutSeconds: FormDigestTimeoutSeconds };
  const withCookie: typeof fetch = (address, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return fetch(address, { ...init, headers });
  };
  const sp = connectInBrowser({ pageContext: { web: { absoluteUrl: site.url }, legacyPageContext } }, { fetch: withCookie });
  expect(await searchSites(sp)).toHaveLength(4);
});

test('wait when SharePoint asks for it, and are never taken for none when search does not answer', async () => {
  await fault({ match: { path: '/search/postquery$', times: 1 }, throttle: { retryAfter: 1 } });
  expect(await searchSites(site.as(admin, { wait: () => Promise.resolve() }))).toHaveLength(4);
  await fault({ match: { path: '/search/postquery$' }, error: { status: 500, code: '-1', message: 'Search is down.' } });
  await expect(searchSites(site.as(admin, { wait: () => Promise.resolve() }))).rejects.toThrow();
});

test('are never taken for none when the answer has no table', async () => {
  const answering = (answer: object) =>
    site.as(admin, {
      fetch: () => Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }))
    });
  const results = (Table: unknown) => ({ PrimaryQueryResult: { RelevantResults: { TotalRows: 0, RowCount: 0, Table } } });
  await expect(searchSites(answering({}))).rejects.toThrow();
  await expect(searchSites(answering(results(null)))).rejects.toThrow();
  expect(await searchSites(answering(results({ Rows: [] })))).toEqual([]);
});

test('are read with braces round their id and without what search does not know', async () => {
  const cell = (Key: string, Value: string | null) => ({ Key, Value, ValueType: 'Edm.String' });
  const Rows = [
    { Cells: [cell('Path', 'https://x.example'), cell('Title', null), cell('SiteId', '{5E1C0D0A-0000-4000-8000-000000000001}')] }
  ];
  const answer = { PrimaryQueryResult: { RelevantResults: { TotalRows: 1, Table: { Rows } } } };
  const sp = site.as(admin, {
    fetch: () => Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }))
  });
  expect(await searchSites(sp)).toEqual([
    { id: '5e1c0d0a-0000-4000-8000-000000000001', title: '', address: 'https://x.example', description: '' }
  ]);
});

test('are not for whoever may not open the site that is asked', async () => {
  await expect(searchSites(site.as(employee))).rejects.toMatchObject({ status: 403 });
});
