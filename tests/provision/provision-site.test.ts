// Provisioning makes a site what the schema says, whatever it was before, and takes nothing away.
import '@pnp/sp/fields';
import { AddFieldOptions } from '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assetRegister, readAsset } from '../../src/lists/assets';
import { listOf } from '../../src/lists/rows';
import { readSettings } from '../../src/lists/settings';
import type { Plan, Wishes } from '../../src/provision/plan';
import { provisionSite } from '../../src/provision/provision-site';
import { assetList } from '../../src/schema/assets';
import { groupTitle } from '../../src/schema/groups';
import { incidentList } from '../../src/schema/incidents';
import { allLists } from '../../src/schema/lists';
import { logList } from '../../src/schema/log';
import { asset } from '../lists/examples';
import { openProxy } from '../lists/faulty-proxy';
import { admin, employee, memberships, openEmptySite, openSite, owner, technician, type Site } from '../lists/site';

interface Run {
  readonly plan: Plan;
  readonly lines: readonly string[];
}

async function provision(
  target: Site,
  { dryRun = false, settings = {}, members = memberships }: Partial<Wishes & { dryRun: boolean }> = {}
): Promise<Run> {
  const lines: string[] = [];
  const plan = await provisionSite({ sp: target.asService(), dryRun, settings, members, print: (line) => lines.push(line) });
  return { plan, lines };
}

const nothingToDo = 'Webbplatsen är som den ska. Inget att göra.';

describe('on an empty site', () => {
  let folder: string;
  let target: Site;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'varna-provision-'));
    target = await openEmptySite({ file: path.join(folder, 'site.sqlite') });
  });
  afterEach(async () => {
    await target.stop();
    await rm(folder, { recursive: true });
  });

  /** Everything the stand-in keeps. */
  function dump(): unknown {
    const database = new Database(path.join(folder, 'site.sqlite'), { readonly: true });
    try {
      const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[];
      return tables.map((table) => [table, database.prepare(`SELECT * FROM "${table}"`).all()]);
    } finally {
      database.close();
    }
  }

  test('a dry run says what is missing and touches nothing', async () => {
    await target.asService().web.select('Title')();
    const before = dump();
    const { lines, plan } = await provision(target, { dryRun: true });
    expect(lines[0]).toBe('Det här saknas eller skiljer sig. Inget ändras nu:');
    expect(lines).toContain('- Listan Händelselogg saknas.');
    expect(lines).toContain('- Gruppen Värna Informationssäkerhet saknas.');
    expect(lines.at(-1)).toBe(`Att göra: ${plan.steps.length}.`);
    expect(dump()).toEqual(before);
  });

  test('the first run does what the dry run said, and the second finds nothing to do and changes not a byte', async () => {
    const settings = { 'it-phone': '070-174 06 36' };
    const planned = await provision(target, { dryRun: true, settings });
    const done = await provision(target, { settings });
    expect(done.plan).toEqual(planned.plan);
    const after = dump();
    const again = await provision(target, { settings });
    expect(again.lines).toEqual([nothingToDo]);
    expect(again.plan).toEqual({ steps: [], remarks: [] });
    expect(dump()).toEqual(after);
    expect((await readSettings(target.as(employee))).settings).toEqual(settings);
  });

  test('the lists have Swedish titles, plain addresses, and are closed to all but their readers', async () => {
    await provision(target);
    const lists = await target
      .asService()
      .web.lists.select('Title', 'NoCrawl', 'HasUniqueRoleAssignments', 'RootFolder/ServerRelativeUrl')
      .expand('RootFolder')();
    for (const { title, url, searchable } of allLists) {
      const address: unknown = expect.objectContaining({ ServerRelativeUrl: `/sites/informationssakerhet/Lists/${url}` });
      expect(lists).toContainEqual(
        expect.objectContaining({ Title: title, NoCrawl: !searchable, HasUniqueRoleAssignments: true, RootFolder: address })
      );
    }
    await expect(listOf(target.as(technician), logList).items()).rejects.toMatchObject({ name: 'SharePointError' });
  });

  test('what a run that was cut off left behind is completed by the next', async () => {
    let left = 60;
    const proxy = await openProxy(target.standin.origin, ({ method }) => (method === 'POST' && left-- <= 0 ? { status: 500 } : undefined));
    const cutOff = provisionSite({
      sp: target.through(proxy.origin),
      dryRun: false,
      settings: {},
      members: memberships,
      print: () => undefined
    });
    await expect(cutOff).rejects.toMatchObject({ reason: 'unexpected' });
    await proxy.stop();
    const { plan } = await provision(target);
    expect(plan.steps.length).toBeGreaterThan(50);
    expect((await provision(target)).lines).toEqual([nothingToDo]);
  });

  test('a list that may not be read is an error, never a list that is missing', async () => {
    const asEmployee = provisionSite({ sp: target.as(employee), dryRun: true, settings: {}, members: [], print: () => undefined });
    await expect(asEmployee).rejects.toMatchObject({ name: 'SharePointError', reason: 'forbidden' });
  });
});

describe('on an older site', () => {
  let older: Site;
  beforeEach(async () => {
    older = await openSite();
  });
  afterEach(() => older.stop());

  const assets = (): ReturnType<typeof listOf> => listOf(older.as(admin), assetList);

  test('a missing column is made, and rows are written again', async () => {
    await assets().fields.getByInternalNameOrTitle('BeslutatInnehall').delete();
    const { lines } = await provision(older);
    expect(lines).toEqual([
      'Det här saknas eller skiljer sig och rättas nu:',
      '- Listan Informationstillgångar: kolumnen Fingeravtryck av det beslutade innehållet (BeslutatInnehall) saknas.',
      'Klart: 1 rättade.'
    ]);
    await assetRegister(older.asService()).write({ state: asset(), sequence: 1 });
    expect(await readAsset(older.as(owner), 'T-2026-0001')).toMatchObject({ broken: false });
  });

  test('an index, uniqueness, title, hiding and choices are brought back', async () => {
    await assets().fields.getByInternalNameOrTitle('Referens').update({ EnforceUniqueValues: false });
    await assets().fields.getByInternalNameOrTitle('Enhetskod').update({ Indexed: false, Hidden: false, Title: 'Kod' });
    await assets()
      .fields.getByInternalNameOrTitle('Status')
      .update({ Choices: ['Utkast', 'Klar'] });
    const { lines } = await provision(older);
    expect(lines.slice(1, -1)).toEqual([
      '- Listan Informationstillgångar: kolumnen Referens: ska vara: unika värden ja.',
      '- Listan Informationstillgångar: kolumnen Enhetskod: ska vara: titel "Enhetens kod", dold ja, indexerad ja.',
      '- Listan Informationstillgångar: kolumnen Status: ska vara: val "Utkast", "Inlämnad", "Aktiv".'
    ]);
    expect((await provision(older)).lines).toEqual([nothingToDo]);
    const { items } = listOf(older.asService(), assetList);
    await items.add({ Title: 'En', Referens: 'T-2026-0001' });
    await expect(items.add({ Title: 'Två', Referens: 'T-2026-0001' })).rejects.toMatchObject({ reason: 'conflict' });
  });

  test('a missing view is made, and one with other columns is put right', async () => {
    await assets().views.getByTitle('Utkast').delete();
    await assets().views.getByTitle('Registret').fields.removeAll();
    await assets().views.getByTitle('Registret').fields.add('Enhet');
    const { lines } = await provision(older);
    expect(lines.slice(1, -1)).toEqual([
      '- Listan Informationstillgångar: vyn Registret har andra kolumner eller annan ordning än den ska.',
      '- Listan Informationstillgångar: vyn Utkast saknas.'
    ]);
    expect((await provision(older)).lines).toEqual([nothingToDo]);
    const views = await assets().views.select('Title', 'DefaultView')();
    expect(views).toContainEqual(expect.objectContaining({ Title: 'Registret', DefaultView: true }));
  });

  test('a list that was renamed is the same list, found by its address', async () => {
    await assets().update({ Title: 'Register', NoCrawl: false });
    const { lines } = await provision(older);
    expect(lines.slice(1, -1)).toEqual([
      '- Listan Informationstillgångar: ska vara: titel "Informationstillgångar", utanför sökningen ja.'
    ]);
    expect((await older.asService().web.lists()).filter(({ Title }) => /^(Register|Informationstillg)/.test(Title))).toHaveLength(1);
  });

  test('what is not ours stays: a column, a view, a list and rows', async () => {
    await assets().fields.createFieldAsXml({
      SchemaXml: '<Field Type="Text" Name="Eget" DisplayName="Eget" />',
      Options: AddFieldOptions.AddFieldInternalNameHint
    });
    await assets().views.add('Min vy', false, {});
    await older.as(admin).web.lists.add('Egen lista', '', 100);
    await listOf(older.asService(), assetList).items.add({ Title: 'Rad', Referens: 'T-2026-0001', Eget: 'kvar' });
    await assets().fields.getByInternalNameOrTitle('Enhetskod').update({ Indexed: false });
    await provision(older);
    expect(await listOf(older.asService(), assetList).items()).toEqual([expect.objectContaining({ Eget: 'kvar' })]);
    expect(await assets().views()).toContainEqual(expect.objectContaining({ Title: 'Min vy' }));
    expect(await older.as(admin).web.lists()).toContainEqual(expect.objectContaining({ Title: 'Egen lista' }));
  });

  test('a column of another type is told, not remade', async () => {
    await assets().fields.getByInternalNameOrTitle('Enhetskod').delete();
    await assets().fields.createFieldAsXml('<Field Type="Note" Name="Enhetskod" DisplayName="Enhetskod" />');
    const { plan, lines } = await provision(older);
    expect(plan.steps).toEqual([]);
    expect(lines[0]).toMatch(/^OBS! Listan Informationstillgångar: kolumnen Enhetskod är av typen Note/);
  });

  test('a group of ours that may write gets Read instead, and one that should not read gets nothing', async () => {
    const log = listOf(older.as(admin), logList);
    const idOf = async (title: string): Promise<number> => (await older.as(admin).web.siteGroups.getByName(title)()).Id;
    await assets().roleAssignments.add(await idOf(groupTitle('it')), 1073741830);
    await log.roleAssignments.add(await idOf(groupTitle('leadership')), 1073741826);
    const { lines } = await provision(older);
    expect(lines.slice(1, -1)).toEqual([
      '- Listan Informationstillgångar: gruppen Värna IT har behörigheten Edit och ska inte ha den.',
      '- Listan Händelselogg: gruppen Värna Ledning har behörigheten Read och ska inte ha den.'
    ]);
    await expect(listOf(older.as(technician), assetList).items.add({ Title: 'x' })).rejects.toMatchObject({ reason: 'forbidden' });
    expect((await provision(older)).lines).toEqual([nothingToDo]);
  });

  test('a list that inherits is closed again', async () => {
    await listOf(older.as(admin), incidentList).resetRoleInheritance();
    const { lines } = await provision(older);
    expect(lines).toContain('- Listan Incidenter ärver webbplatsens behörigheter och ska ha egna.');
    await expect(listOf(older.as(employee), incidentList).items()).rejects.toMatchObject({ name: 'SharePointError' });
  });

  test('somebody else who may open a list is told and left alone', async () => {
    const members = (await older.as(admin).web.siteGroups.getByName('Informationssäkerhet Members')()).Id;
    await listOf(older.as(admin), incidentList).roleAssignments.add(members, 1073741830);
    const { lines, plan } = await provision(older);
    expect(plan.steps).toEqual([]);
    expect(lines).toEqual([
      'OBS! Listan Incidenter: Informationssäkerhet Members har också behörighet (Edit). Ta bort den i SharePoint om den inte är avsedd.',
      nothingToDo
    ]);
  });

  test('only the members that are missing are added, and nobody is taken out', async () => {
    const { lines } = await provision(older, {
      members: [
        { group: 'it', who: technician.upn.toUpperCase() },
        { group: 'it', who: owner.upn }
      ]
    });
    expect(lines.slice(1, -1)).toEqual([`- Gruppen Värna IT saknar medlemmen i:0#.f|membership|${owner.upn}.`]);
    expect((await provision(older, { members: [] })).lines).toEqual([nothingToDo]);
  });

  test('a setting that has another value is changed', async () => {
    await provision(older, { settings: { 'it-phone': '070-174 06 36' } });
    const { lines } = await provision(older, { settings: { 'it-phone': '070-174 06 37' } });
    expect(lines.slice(1, -1)).toEqual(['- Inställningen Telefon till IT (it-phone) ska vara 070-174 06 37.']);
  });
});
