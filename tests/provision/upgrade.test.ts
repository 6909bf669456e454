// A site made by an earlier version, with rows in it, becomes what this version makes of an empty one, and loses nothing on the way.
import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { z } from 'zod';
import { listOf } from '../../src/lists/rows';
import { appliedList } from '../../src/schema/applied';
import { assetList } from '../../src/schema/assets';
import { incidentList } from '../../src/schema/incidents';
import type { Column, ListDefinition } from '../../src/schema/list';
import { allLists, siteSchema, type SiteSchema } from '../../src/schema/lists';
import { logList } from '../../src/schema/log';
import { admin, openEmptySite, openSite, type Site } from '../lists/site';
import { asItStands, found, nothingToDo, provision, schemaWith } from './provisioned';

const urls = allLists.map(({ url }) => url);
let site: Site;
let asMadeNow: unknown;
beforeAll(async () => {
  const fresh = await openSite();
  asMadeNow = await asItStands(fresh.asService(), urls);
  await fresh.stop();
});
beforeEach(async () => {
  site = await openEmptySite();
});
afterEach(() => site.stop());

/** An earlier version: fewer lists, columns and readers, other titles, views, hiding and indexes. */
const earlier: SiteSchema = {
  groups: siteSchema.groups.filter((group) => group !== 'leadership'),
  lists: siteSchema.lists.filter(({ url }) => url !== incidentList.url).map(earlierList)
};

function earlierList({ indexedBuiltIns, ...list }: ListDefinition): ListDefinition {
  return {
    ...list,
    title: `${list.title} (gammal)`,
    titleColumn: 'Rubrik',
    columns: list.columns.slice(0, -1).map(earlierColumn),
    views: list.views.map((view) => ({ ...view, columns: ['LinkTitle'], query: '' })),
    readers: list.url === logList.url ? ['information-security', 'it'] : list.readers.filter((group) => group !== 'leadership'),
    searchable: true
  };
}

function earlierColumn(column: Column): Column {
  if (column.kind === 'text' && column.index === 'unique') return column;
  const { index, ...rest } = { index: undefined, ...column };
  return { ...rest, title: `${column.title} (gammal)`, ...(index === undefined && { hidden: true }) };
}

async function addAsset(number: string, cells: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await listOf(site.asService(), assetList).items.add({ Title: `Tillgång ${number}`, Referens: number, Status: 'Utkast', ...cells });
}

const assetRows = (): Promise<unknown> => listOf(site.asService(), assetList).items.select('Id', 'Title', 'Referens', 'Status', 'Enhet')();

test('it becomes what this version makes of an empty site, without being asked to mend, and keeps its rows', async () => {
  await provision(site, { schema: earlier });
  await addAsset('T-2026-0001', { Enhet: 'Hemtjänsten' });
  await addAsset('T-2026-0002');
  const rows = await assetRows();
  const { plan } = await provision(site);
  expect(plan).toMatchObject({ drift: [], refusals: [], remarks: [] });
  expect(await asItStands(site.asService(), urls)).toEqual(asMadeNow);
  expect(await assetRows()).toEqual(rows);
  expect((await provision(site)).lines).toEqual([nothingToDo]);
});

test('a site from before anything was remembered is upgraded the same way', async () => {
  await provision(site, { schema: earlier });
  await addAsset('T-2026-0001');
  await forget();
  const { plan } = await provision(site);
  expect(plan).toMatchObject({ drift: [], refusals: [] });
  expect(await asItStands(site.asService(), urls)).toEqual(asMadeNow);
  expect((await provision(site)).lines).toEqual([nothingToDo]);
});

async function forget(): Promise<void> {
  const { items } = listOf(site.as(admin), appliedList);
  const rows = z.array(z.object({ Id: z.int() })).parse(await items.select('Id')());
  await Promise.all(rows.map(({ Id }) => items.getById(Id).delete()));
}

test('what somebody has changed by hand besides is left, and the upgrade is done around it', async () => {
  await provision(site, { schema: schemaWith(assetList.url, (list) => ({ ...list, description: 'Förr.' })) });
  const view = listOf(site.as(admin), assetList).views.getByTitle('Registret');
  await view.fields.removeAll();
  const run = await provision(site);
  expect(run.plan.steps).toEqual([{ kind: 'update-list', list: assetList, changes: { Description: assetList.description } }]);
  expect(run.plan.drift).toMatchObject([{ kind: 'changed', thing: { key: 'view Registret' } }]);
  expect(found(await provision(site))).toEqual([expect.stringContaining('vyn Registret: kolumner är inga och ska vara')]);
});

test('what both the version and somebody by hand have changed is told as both, and mended to the version when asked', async () => {
  await provision(site, { schema: schemaWith(assetList.url, (list) => ({ ...list, description: 'Förr.' })) });
  await listOf(site.as(admin), assetList).update({ Description: 'För hand.' });
  expect(found(await provision(site))).toEqual([
    `Listan Informationstillgångar: beskrivning är "För hand." och ska vara "${assetList.description}". Den här versionen ändrar också, från "Förr.".`
  ]);
  await provision(site, { mend: true });
  expect(await listOf(site.asService(), assetList).select('Description')()).toMatchObject({ Description: assetList.description });
});

test('what this version has dropped stays with its values, and is said', async () => {
  const column: Column = { kind: 'text', name: 'Gammalt', title: 'Gammalt' };
  const view = { title: 'Förr', columns: ['LinkTitle'], query: '' };
  const before = schemaWith(assetList.url, (list) => ({ ...list, columns: [...list.columns, column], views: [...list.views, view] }));
  await provision(site, { schema: before });
  await addAsset('T-2026-0001', { Gammalt: 'kvar' });
  const told = [
    'OBS! Listan Informationstillgångar: kolumnen Gammalt hör till en tidigare version av Värna och får stå kvar.',
    'OBS! Listan Informationstillgångar: vyn Förr hör till en tidigare version av Värna och får stå kvar.',
    nothingToDo
  ];
  expect((await provision(site)).lines).toEqual(told);
  expect((await provision(site)).lines).toEqual(told);
  expect(await listOf(site.asService(), assetList).items.select('Gammalt')()).toMatchObject([{ Gammalt: 'kvar' }]);
});

test('a view that has another name now is the same view', async () => {
  await provision(site, {
    schema: schemaWith(assetList.url, (list) => ({ ...list, views: list.views.map((view) => ({ ...view, title: `${view.title} förr` })) }))
  });
  const now = schemaWith(assetList.url, (list) => ({
    ...list,
    views: list.views.map((view) => ({ ...view, formerly: [`${view.title} förr`] }))
  }));
  expect((await provision(site, { schema: now })).plan.steps.map(({ kind }) => kind)).toEqual(['update-view', 'update-view']);
  expect(await asItStands(site.asService(), urls)).toEqual(asMadeNow);
  expect((await provision(site, { schema: now })).lines).toEqual([nothingToDo]);
});

describe('a choice with another word now', () => {
  const before = schemaWith(assetList.url, (list) => ({ ...list, columns: list.columns.map(oldWords) }));
  const now = schemaWith(assetList.url, (list) => ({ ...list, columns: list.columns.map(formerWords) }));

  function oldWords(column: Column): Column {
    if (column.name === 'Status' && column.kind === 'choice') return { ...column, words: ['Påbörjad', ...column.words.slice(1)] };
    if (column.name === 'Barare' && column.kind === 'multi-choice') return { ...column, words: ['Pärm', ...column.words.slice(1)] };
    return column;
  }

  function formerWords(column: Column): Column {
    if (column.name === 'Status' && column.kind === 'choice') return { ...column, formerly: { [column.words[0] ?? '']: ['Påbörjad'] } };
    if (column.name === 'Barare' && column.kind === 'multi-choice') return { ...column, formerly: { [column.words[0] ?? '']: ['Pärm'] } };
    return column;
  }

  const [first, second] = assetList.columns.flatMap((column) => (column.name === 'Barare' && 'words' in column ? column.words : []));

  beforeEach(async () => {
    await provision(site, { schema: before });
    await addAsset('T-2026-0001', { Status: 'Påbörjad', Barare: ['Pärm', second] });
    await addAsset('T-2026-0002', { Status: 'Aktiv' });
  });

  test('has it in the rows too, when the schema says what it was', async () => {
    const run = await provision(site, { schema: now });
    expect(found(run)).toContain('Listan Informationstillgångar: 1 rad har "Påbörjad" i kolumnen Status; det heter nu "Utkast".');
    expect(await listOf(site.asService(), assetList).items.select('Status', 'Barare')()).toMatchObject([
      { Status: 'Utkast', Barare: [first, second] },
      { Status: 'Aktiv' }
    ]);
    expect(await asItStands(site.asService(), urls)).toEqual(asMadeNow);
  });

  test('has it in many rows in a few requests, and shows how far it has come', async () => {
    const more = Array.from({ length: 250 }, (_, index) => addAsset(`T-2026-1${index}`, { Status: 'Påbörjad' }));
    await Promise.all(more);
    let requests = 0;
    const counting: typeof fetch = (url, init) => {
      requests += 1;
      return fetch(url, init);
    };
    const shown: string[] = [];
    const screen = { isTTY: true, write: (text: string) => shown.push(text) };
    await provision(site, { schema: now, sp: site.asService({ fetch: counting }), screen });
    expect(requests).toBeLessThanOrEqual(30);
    expect(shown.filter((text) => text.includes('kolumnen Status · rad')).map((text) => text.slice(text.indexOf('rad')))).toEqual([
      'rad 100 av 251',
      'rad 200 av 251',
      'rad 251 av 251'
    ]);
    expect(await asItStands(site.asService(), urls)).toEqual(asMadeNow);
    expect(await listOf(site.asService(), assetList).items.filter("Status eq 'Påbörjad'")()).toEqual([]);
  });

  test('leaves a row that somebody changes meanwhile to them', async () => {
    let isChanged = false;
    const meeting: typeof fetch = async (url, init) => {
      const isUpdate = new Headers(init?.headers).get('X-HTTP-Method') === 'MERGE' && new Request(url).url.endsWith('/items(1)');
      if (isUpdate && !isChanged) {
        isChanged = true;
        await listOf(site.as(admin), assetList).items.getById(1).update({ Status: 'Aktiv' });
      }
      return fetch(url, init);
    };
    await provision(site, { schema: now, sp: site.asService({ fetch: meeting, gather: 'asked' }) });
    expect(isChanged).toBe(true);
    expect(await listOf(site.asService(), assetList).items.getById(1).select('Status', 'Barare')()).toMatchObject({
      Status: 'Aktiv',
      Barare: [first, second]
    });
  });

  test('is refused when the schema does not say, and the list is left whole', async () => {
    const whole = await asItStands(site.asService(), urls);
    const run = await provision(site);
    expect(found(run)).toEqual([
      'Listan Informationstillgångar: kolumnen Bärare (Barare) har inte längre valet "Pärm", men rad 1 har det. Ge dem ett annat val och kör igen.',
      'Listan Informationstillgångar: kolumnen Status har inte längre valet "Påbörjad", men rad 1 har det. Ge dem ett annat val och kör igen.'
    ]);
    expect(await asItStands(site.asService(), urls)).toEqual(whole);
  });

  test('is simply changed when no row has it', async () => {
    await listOf(site.asService(), assetList).items.getById(1).update({ Status: 'Aktiv', Barare: [] });
    expect((await provision(site)).plan).toMatchObject({ refusals: [] });
    expect(await asItStands(site.asService(), urls)).toEqual(asMadeNow);
  });
});

test('an earlier version does not touch what a later one that remembers otherwise has made', async () => {
  await provision(site);
  const memory = listOf(site.asService(), appliedList);
  await memory.items.getById(1).update({ Tillampat: '{"format":2,"things":[]}' });
  const run = await provision(site, { schema: earlier });
  expect(run.plan.steps).toEqual([]);
  expect(found(run)).toEqual(['Webbplatsen är gjord av en nyare version av Värna. Kör provisioneringen från den versionen.']);
});
