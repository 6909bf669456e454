// What provisioning will not do, since something would be lost or SharePoint would stop half-way: found before the first write, and told with what to do.
import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { listOf } from '../../src/lists/rows';
import { planFor, type Grounds } from '../../src/provision/plan';
import { readPresent } from '../../src/provision/present';
import { appliedList } from '../../src/schema/applied';
import { assetList } from '../../src/schema/assets';
import { incidentList } from '../../src/schema/incidents';
import type { Column } from '../../src/schema/list';
import { allLists, siteSchema, type SiteSchema } from '../../src/schema/lists';
import { admin, openSite, type Site } from '../lists/site';
import { asItStands, found, nothingToDo, provision, schemaWith } from './provisioned';

const urls = allLists.map(({ url }) => url);
let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.stop());

const assets = (): ReturnType<typeof listOf> => listOf(site.as(admin), assetList);

function withColumn(name: string, change: (column: Column) => Column): SiteSchema {
  return schemaWith(assetList.url, (list) => ({
    ...list,
    description: 'Nu.',
    columns: list.columns.map((column) => (column.name === name ? change(column) : column))
  }));
}

const unique = (column: Column): Column => (column.kind === 'text' ? { ...column, index: 'unique' } : column);

test('a column that was made one of another type by hand is left, with the rest of its list', async () => {
  await assets().fields.getByInternalNameOrTitle('Enhetskod').delete();
  await assets().fields.createFieldAsXml('<Field Type="Note" Name="Enhetskod" DisplayName="Enhetskod" />');
  await assets().views.getByTitle('Utkast').delete();
  const whole = await asItStands(site.asService(), urls);
  const run = await provision(site, { mend: true });
  expect(run.plan.steps).toEqual([]);
  expect(run.lines[0]).toBe('Det här går inte att göra. De listor det gäller lämnas orörda:');
  expect(found(run)[0]).toBe(
    'Listan Informationstillgångar: kolumnen Enhetens kod (Enhetskod) är av typen flera rader med text (Note) och ska vara en rad med text (Text); någon har gjort om den. Att byta typ kan förlora värden. Flytta innehållet till en annan kolumn, ta bort den här, kör med --mend och flytta tillbaka innehållet.'
  );
  expect(await asItStands(site.asService(), urls)).toEqual(whole);
});

test('what the refusal of a type advises does away with it', async () => {
  await assets().fields.getByInternalNameOrTitle('Enhetskod').delete();
  await assets().fields.createFieldAsXml('<Field Type="Note" Name="Enhetskod" DisplayName="Enhetskod" />');
  expect((await provision(site)).plan.refusals).toHaveLength(1);
  await assets().fields.getByInternalNameOrTitle('Enhetskod').delete();
  await provision(site, { mend: true });
  expect((await provision(site)).lines).toEqual([nothingToDo]);
});

test('what was changed by hand on a refused list is left by mending too, and is said to wait for what was refused', async () => {
  await assets().fields.getByInternalNameOrTitle('Enhetskod').delete();
  await assets().fields.createFieldAsXml('<Field Type="Note" Name="Enhetskod" DisplayName="Enhetskod" />');
  await assets().views.getByTitle('Utkast').delete();
  const { lines } = await provision(site, { mend: true });
  expect(lines.slice(2)).toEqual([
    'Det här är ändrat för hand och kan rättas först när det som inte gick att göra är löst:',
    '- Listan Informationstillgångar: vyn Utkast är borttagen eller omdöpt för hand.',
    expect.stringMatching(/Avvikelser: 1\. Vägrade: 1\.$/)
  ]);
});

test('a column of another type in a new version is refused; the lists that have nothing to do with it are upgraded', async () => {
  const schema = withColumn('Enhet', ({ name, title }) => ({ kind: 'number', name, title }));
  const next = { ...schema, lists: schema.lists.map((list) => (list.url === incidentList.url ? { ...list, description: 'Nytt.' } : list)) };
  const run = await provision(site, { schema: next });
  expect(run.plan.refusals).toMatchObject([{ kind: 'type', column: { name: 'Enhet' }, presentType: 'Text', byHand: false }]);
  expect(run.lines.at(-1)).toMatch(/^Gjort: 1\. Redan rätt: \d+\. Avvikelser: 0\. Vägrade: 1\.$/);
  expect(await assets().select('Description')()).toMatchObject({ Description: assetList.description });
  expect(await listOf(site.as(admin), incidentList).select('Description')()).toMatchObject({ Description: 'Nytt.' });
});

test('a column is not made unique while rows share a value: the rows are told, and none of the list is touched', async () => {
  const { items } = listOf(site.asService(), assetList);
  for (const [Referens, Enhet] of [
    ['T-1', 'Hem'],
    ['T-2', 'Skola'],
    ['T-3', 'HEM'],
    ['T-4', null],
    ['T-5', null]
  ])
    await items.add({ Title: 'x', Referens, Enhet });
  const schema = withColumn('Enhet', unique);
  const refused = await provision(site, { schema });
  expect(found(refused)).toEqual([
    'Listan Informationstillgångar: kolumnen Enhet ska ha unika värden, men raderna 1, 3 delar värde med en annan rad. Rätta dem och kör igen.'
  ]);
  expect(await assets().select('Description')()).toMatchObject({ Description: assetList.description });
  await items.getById(3).update({ Enhet: 'Hemtjänst' });
  expect((await provision(site, { schema })).plan.refusals).toEqual([]);
  await expect(items.add({ Title: 'x', Referens: 'T-6', Enhet: 'hem' })).rejects.toMatchObject({ reason: 'conflict' });
  expect((await provision(site, { schema })).lines).toEqual([nothingToDo]);
});

test('a twenty-first index is refused, with the indexes that could go', async () => {
  const schema = schemaWith(assetList.url, (list) => ({
    ...list,
    columns: [
      ...list.columns,
      ...Array.from({ length: 14 }, (_, index): Column => ({ kind: 'text', name: `Ny${index}`, title: `Ny ${index}`, index: 'indexed' }))
    ]
  }));
  await assets().fields.addText('Egen', { Indexed: true });
  const before = await asItStands(site.asService(), urls);
  const run = await provision(site, { schema });
  expect(run.plan.refusals).toMatchObject([{ kind: 'too-many-indexes', others: ['Egen'] }]);
  expect(found(run)[0]).toMatch(
    /skulle få 2\d indexerade kolumner; SharePoint tillåter 20\. Ta bort indexet på någon som Värna inte behöver: Egen, och kör igen\.$/
  );
  expect(await asItStands(site.asService(), urls)).toEqual(before);
});

test('an index is not asked for on a list that is too long for SharePoint to make one', async () => {
  const present = await readPresent(site.asService(), { ...siteSchema, lists: [appliedList, ...siteSchema.lists] });
  const long = new Map([...present.lists].map(([url, list]) => [url, url === assetList.url ? { ...list, rowCount: 20_001 } : list]));
  const grounds: Grounds = {
    schema: withColumn('Enhet', (column) => ({ ...column, index: 'indexed' }) as Column),
    site: { ...present, lists: long },
    memory: new Map(),
    caller: { id: 1, loginName: 'x', isPerson: false, missing: [] },
    wishes: { settings: {}, members: [] },
    mend: false
  };
  expect(planFor(grounds, new Map()).refusals).toEqual([expect.objectContaining({ kind: 'long-list', column: 'Enhet', rowCount: 20_001 })]);
});
