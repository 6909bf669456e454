// Coming back to the register: one request that brings what has changed since, however it changed, and the whole list again when changes do not tell.
import '@pnp/sp/items';
import '@pnp/sp/recycle-bin';
import '@pnp/sp/security/item';
import '@pnp/sp/security/list';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp';
import { assetRegister, followAssets, readAssets } from '../../src/lists/assets';
import { connectInBrowser } from '../../src/lists/connect';
import { readsOf } from '../../src/lists/reads';
import { listOf } from '../../src/lists/rows';
import { assetList } from '../../src/schema/assets';
import { asset, hash } from './examples';
import { admin, employee, officer, openSite, owner, type Site } from './site';

let site: Site;
let asked: string[];
beforeEach(async () => {
  site = await openSite();
  asked = [];
  for (const number of [1, 2, 3]) await write(number, 'Tillgång');
});
afterEach(() => site.stop());

const noting: typeof fetch = (...request) => {
  asked.push(new Request(...request).url.replace(/^.*\/_api\//, ''));
  return fetch(...request);
};

function write(number: number, name: string, sequence = 1): Promise<void> {
  const state = asset({ reference: `T-2026-000${number}`, name });
  return assetRegister(site.asService()).write({ state, sequence, hash: `${hash.slice(1)}${sequence}` });
}

function reader(): SPFI {
  return site.as(officer, { fetch: noting, gather: 'asked' });
}

const items = (sp = site.asService()): ReturnType<typeof listOf>['items'] => listOf(sp, assetList).items;

test('the first time costs two requests, and coming back one', async () => {
  const followed = followAssets(reader());
  expect(await followed.rows()).toEqual(await readAssets(site.as(officer)));
  expect(asked).toHaveLength(2);
  await followed.rows();
  expect(asked.slice(2)).toEqual(['$batch']);
});

test('the beginning and the whole, asked for together, cost two requests, and coming back to both one', async () => {
  const followed = followAssets(reader());
  await Promise.all([followed.first(), followed.rows()]);
  expect(asked).toHaveLength(2);
  await Promise.all([followed.first(), followed.rows()]);
  expect(asked).toHaveLength(3);
});

test('the first rows are those that the whole begins with, for one request', async () => {
  const followed = followAssets(reader());
  const first = await followed.first();
  expect(asked).toHaveLength(1);
  expect(first).toEqual(await followed.rows());
});

test.each<[string, () => Promise<unknown>]>([
  ['a changed row', () => write(2, 'Nytt namn', 2)],
  ['a new row', () => write(4, 'Ny')],
  ['a deleted row', () => items().getById(2).delete()],
  ['a row in the recycle bin', () => items().getById(1).recycle()],
  ['a row that was added and is gone again', () => write(4, 'Ny').then(() => items().getById(4).delete())],
  ['a row changed around us to what it cannot be', () => items(site.as(admin)).getById(3).update({ Status: 'Klar' })],
  ['nothing at all', () => Promise.resolve()]
])('%s shows, for one request', async (_what, change) => {
  const followed = followAssets(reader());
  await followed.rows();
  await change();
  const before = asked.length;
  expect(await followed.rows()).toEqual(await readAssets(site.as(officer)));
  expect(asked.slice(before)).toEqual(['$batch']);
  expect(await followed.rows()).toEqual(await readAssets(site.as(officer)));
});

test.each<[string, () => Promise<unknown>]>([
  [
    'a row that was restored',
    () =>
      items()
        .getById(2)
        .recycle()
        .then(async () => site.asService().web.recycleBin.restoreAll())
  ],
  ['a row that may no longer be seen', () => items().getById(2).breakRoleInheritance(false)],
  ['rows changed with their times kept', () => keepingTimes()]
])('%s is found by reading all again', async (_what, change) => {
  const followed = followAssets(reader());
  await followed.rows();
  await change();
  expect(await followed.rows()).toEqual(await readAssets(site.as(officer)));
});

/** As a program does that changes rows without it showing. */
async function keepingTimes(): Promise<unknown> {
  return items(site.as(admin))
    .getById(2)
    .validateUpdateListItem([{ FieldName: 'Title', FieldValue: 'Ändrad i det tysta' }], true);
}

test('a token that SharePoint no longer knows means reading all again', async () => {
  const forgetful: typeof fetch = async (...request) => {
    const answer = await noting(...request);
    const text = await answer.text();
    return new Response(text.replaceAll(/(1;3;[-\da-f]{36};)\d+/g, '$1630000000000000000'), answer);
  };
  const followed = followAssets(site.as(officer, { fetch: forgetful, gather: 'asked' }));
  await followed.rows();
  await write(2, 'Nytt namn', 2);
  expect(await followed.rows()).toEqual(await readAssets(site.as(officer)));
});

test('more changes than SharePoint tells of at once mean reading all again', async () => {
  const followed = followAssets(reader());
  await followed.rows();
  const sp = site.asService();
  await Promise.all(
    Array.from({ length: 1001 }, (_, index) =>
      items(sp)
        .getById(2)
        .update({ Enhet: `Enhet ${index}` })
    )
  );
  expect(await followed.rows()).toEqual(await readAssets(site.as(officer)));
});

test('whoever loses the right to the list is given nothing of what was read before', async () => {
  const reads = readsOf(site.as(owner), owner.id);
  expect(await reads.assets()).toMatchObject({ ok: true });
  await listOf(site.as(admin), assetList).resetRoleInheritance();
  await listOf(site.as(admin), assetList).breakRoleInheritance(false);
  expect(await reads.assets()).toEqual({ ok: false, reason: 'no-right' });
  expect(await readsOf(site.as(employee), employee.id).assets()).toEqual({ ok: false, reason: 'no-right' });
});

test('those who ask at the same time share one reading', async () => {
  const followed = followAssets(reader());
  const [one, other] = await Promise.all([followed.rows(), followed.rows()]);
  expect(one).toBe(other);
  expect(asked).toHaveLength(2);
});

test('a reading that fails is not remembered', async () => {
  let fails = true;
  const failing: typeof fetch = (...request) => (fails ? Promise.resolve(new Response('{}', { status: 500 })) : fetch(...request));
  const followed = followAssets(site.as(officer, { fetch: failing }));
  await expect(followed.rows()).rejects.toMatchObject({ name: 'SharePointError' });
  fails = false;
  expect(await followed.rows()).toHaveLength(3);
});

test('in the browser the form digest that the page came with is enough', async () => {
  const [cookie = ''] = site.standin.tokens.sessions.start(officer.id).split(';');
  const withCookie: typeof fetch = (url, init) =>
    noting(url, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } });
  const contextinfo = await withCookie(`${site.url}/_api/contextinfo`, { method: 'POST', headers: { accept: 'application/json' } });
  const digest = (await contextinfo.json()) as { FormDigestValue: string; FormDigestTimeoutSeconds: number };
  const legacyPageContext = { formDigestValue: digest.FormDigestValue, formDigestTimeoutSeconds: digest.FormDigestTimeoutSeconds };
  const context = { pageContext: { web: { absoluteUrl: site.url }, legacyPageContext } };
  const followed = followAssets(connectInBrowser(context, { fetch: withCookie }));
  asked = [];
  const [first, rows] = await Promise.all([followed.first(), followed.rows()]);
  expect(first).toEqual(rows);
  await write(2, 'Nytt namn', 2);
  expect(await followed.rows()).toEqual(await readAssets(site.as(officer)));
  expect(asked).toHaveLength(3);
});
