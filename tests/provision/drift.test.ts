// What somebody has changed by hand: told, left alone, and put right only when asked.
import '@pnp/sp/fields';
import { AddFieldOptions } from '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { z } from 'zod';
import { assetRegister, readAsset } from '../../src/lists/assets';
import { listOf } from '../../src/lists/rows';
import { groupsKey } from '../../src/provision/memory';
import { appliedList } from '../../src/schema/applied';
import { assetList } from '../../src/schema/assets';
import { groupTitle, type Group } from '../../src/schema/groups';
import { incidentList } from '../../src/schema/incidents';
import { allLists } from '../../src/schema/lists';
import { logList } from '../../src/schema/log';
import { asset } from '../lists/examples';
import { admin, employee, openSite, owner, technician, type Site } from '../lists/site';
import { asItStands, found, nothingToDo, provision, readers } from './provisioned';

let site: Site;
let untouched: unknown;
const urls = allLists.map(({ url }) => url);
beforeEach(async () => {
  site = await openSite();
  untouched = await asItStands(site.asService(), urls);
});
afterEach(() => site.stop());

const assets = (): ReturnType<typeof listOf> => listOf(site.as(admin), assetList);
const column = (name: string): ReturnType<ReturnType<typeof listOf>['fields']['getByTitle']> =>
  assets().fields.getByInternalNameOrTitle(name);
const idOf = async (group: Group): Promise<number> => (await site.as(admin).web.siteGroups.getByName(groupTitle(group))()).Id;

interface ByHand {
  readonly what: string;
  readonly change: () => Promise<unknown>;
  readonly told: readonly string[];
}

const changes: readonly ByHand[] = [
  {
    what: 'a title, a hiding and an index of a column',
    change: () => column('Enhetskod').update({ Indexed: false, Hidden: false, Title: 'Kod' }),
    told: [
      'Listan Informationstillgångar: kolumnen Enhetens kod (Enhetskod): titel är "Kod" och ska vara "Enhetens kod".',
      'Listan Informationstillgångar: kolumnen Enhetens kod (Enhetskod): dold är nej och ska vara ja.',
      'Listan Informationstillgångar: kolumnen Enhetens kod (Enhetskod): indexerad är nej och ska vara ja.'
    ]
  },
  {
    what: "an index that was added, and one of SharePoint's own columns that lost its",
    change: async () => {
      await column('Enhet').update({ Indexed: true });
      await column('Modified').update({ Indexed: false });
    },
    told: [
      'Listan Informationstillgångar: kolumnen Modified: indexerad är nej och ska vara ja.',
      'Listan Informationstillgångar: kolumnen Enhet: indexerad är ja och ska vara nej.'
    ]
  },
  {
    what: 'that values are unique',
    change: () => column('Referens').update({ EnforceUniqueValues: false }),
    told: ['Listan Informationstillgångar: kolumnen Nummer (Referens): unika värden är nej och ska vara ja.']
  },
  {
    what: 'the choices',
    change: () => column('Status').update({ Choices: ['Utkast', 'Klar'] }),
    told: [
      'Listan Informationstillgångar: kolumnen Status: val är "Utkast", "Klar" och ska vara "Utkast", "Inlämnad", "Aktiv", "Under avveckling", "Avvecklad", "Makulerad".'
    ]
  },
  {
    what: 'the columns and the rows of views',
    change: async () => {
      await assets().views.getByTitle('Registret').update({ ViewQuery: '<OrderBy><FieldRef Name="ID" /></OrderBy>' });
      await assets().views.getByTitle('Utkast').fields.remove('Enhet');
    },
    told: [
      'Listan Informationstillgångar: vyn Registret: visar andra rader eller i annan ordning än den ska.',
      'Listan Informationstillgångar: vyn Utkast: kolumner är "Referens", "LinkTitle", "Informationsagare", "Objektagare", "Systemforvaltare" och ska vara "Referens", "LinkTitle", "Enhet", "Informationsagare", "Objektagare", "Systemforvaltare".'
    ]
  },
  {
    what: 'that a view was deleted',
    change: () => assets().views.getByTitle('Utkast').delete(),
    told: ['Listan Informationstillgångar: vyn Utkast är borttagen eller omdöpt för hand.']
  },
  {
    what: 'the name of a list, and that it is kept out of search',
    change: () => assets().update({ Title: 'Register', NoCrawl: false }),
    told: [
      'Listan Informationstillgångar: titel är "Register" och ska vara "Informationstillgångar".',
      'Listan Informationstillgångar: utanför sökningen är nej och ska vara ja.'
    ]
  },
  {
    what: 'what our groups may do',
    change: async () => {
      await assets().roleAssignments.add(await idOf('it'), 1073741830);
      await listOf(site.as(admin), logList).roleAssignments.add(await idOf('leadership'), 1073741826);
      await listOf(site.as(admin), incidentList).roleAssignments.remove(await idOf('it'), 1073741826);
    },
    told: [
      'Listan Informationstillgångar: gruppen Värna IT: har annan behörighet än att läsa.',
      'Listan Incidenter: gruppen Värna IT: kan inte läsa, och ska kunna det.',
      'Listan Händelselogg: gruppen Värna Ledning: har fått behörighet, och ska inte ha någon.'
    ]
  },
  {
    what: 'that a list inherits again',
    change: () => listOf(site.as(admin), incidentList).resetRoleInheritance(),
    told: ['Listan Incidenter: ärver webbplatsens behörigheter och ska ha egna.']
  },
  {
    what: 'that somebody else was let in',
    change: async () => {
      const members = (await site.as(admin).web.siteGroups.getByName('Informationssäkerhet Members')()).Id;
      await listOf(site.as(admin), incidentList).roleAssignments.add(members, 1073741830);
    },
    told: ['Listan Incidenter: Informationssäkerhet Members har också behörighet (Edit).']
  },
  {
    what: 'who sees the members of a group',
    change: () =>
      site.as(admin).web.siteGroups.getByName(groupTitle('security-protection')).update({ OnlyAllowMembersViewMembership: false }),
    told: ['Gruppen Värna Säkerhetsskydd: bara medlemmar ser medlemskap är nej och ska vara ja.']
  }
];

test.each(changes)('$what: told and left, and put right when asked', async ({ change, told }) => {
  await change();
  const changed = await asItStands(site.asService(), urls);
  const seen = await provision(site);
  expect(found(seen)).toEqual(told);
  expect(seen.plan.steps).toEqual([]);
  expect(await asItStands(site.asService(), urls)).toEqual(changed);
  expect(found(await provision(site))).toEqual(told);
  await provision(site, { mend: true });
  expect(await asItStands(site.asService(), urls)).toEqual(untouched);
  expect((await provision(site)).lines).toEqual([nothingToDo]);
});

test('a mended site refuses what it should', async () => {
  await column('Referens').update({ EnforceUniqueValues: false });
  await assets().roleAssignments.add(await idOf('it'), 1073741830);
  await provision(site, { mend: true });
  const { items } = listOf(site.asService(), assetList);
  await items.add({ Title: 'En', Referens: 'T-2026-0001' });
  await expect(items.add({ Title: 'Två', Referens: 'T-2026-0001' })).rejects.toMatchObject({ reason: 'conflict' });
  await expect(listOf(site.as(technician), assetList).items.add({ Title: 'x' })).rejects.toMatchObject({ reason: 'forbidden' });
});

test('a column that was deleted is made again only when asked, and its values are said to be gone', async () => {
  await column('BeslutatInnehall').delete();
  expect(found(await provision(site))).toEqual([
    'Listan Informationstillgångar: kolumnen Fingeravtryck av det beslutade innehållet (BeslutatInnehall) är borttagen för hand. --mend gör den på nytt, utan de värden som stod i den.'
  ]);
  const { lines } = await provision(site, { mend: true });
  expect(lines[0]).toMatch(/^OBS! .*\(BeslutatInnehall\) fanns inte längre och görs om\. Värdena som stod i den är borta/);
  await assetRegister(site.asService()).write({ state: asset(), sequence: 1, hash: 'a'.repeat(64) });
  expect(await readAsset(site.as(owner), 'T-2026-0001')).toMatchObject({ broken: false });
});

test('a list that was deleted is made again only when asked', async () => {
  await listOf(site.as(admin), incidentList).delete();
  expect(found(await provision(site))).toEqual([
    'Listan Incidenter är borttagen för hand. Ligger den i papperskorgen, återställ den därifrån; --mend gör en ny, utan rader.'
  ]);
  const { lines } = await provision(site, { mend: true });
  expect(lines[0]).toMatch(/^OBS! Listan Incidenter fanns inte längre och görs om\. Raderna är borta/);
  expect(await asItStands(site.asService(), urls)).toEqual(untouched);
});

test('a group that was deleted is made again only when asked, with its readers', async () => {
  await site.as(admin).web.siteGroups.removeById(await idOf('data-protection'));
  expect(found(await provision(site))).toEqual([
    'Gruppen Värna Dataskydd är borttagen eller omdöpt för hand. Är den omdöpt, ge den namnet tillbaka; --mend gör en ny, utan medlemmar.'
  ]);
  await provision(site, { mend: true });
  expect(await readers(listOf(site.asService(), assetList))).toContain('Värna Dataskydd: Read');
  expect((await provision(site)).lines).toEqual([nothingToDo]);
});

test('what is not ours stays, also when mending: a column, a view, a list, rows and members', async () => {
  await assets().fields.createFieldAsXml({
    SchemaXml: '<Field Type="Text" Name="Eget" DisplayName="Eget" />',
    Options: AddFieldOptions.AddFieldInternalNameHint
  });
  await assets().views.add('Min vy', false, {});
  await site.as(admin).web.lists.add('Egen lista', '', 100);
  await listOf(site.asService(), assetList).items.add({ Title: 'Rad', Referens: 'T-2026-0001', Eget: 'kvar' });
  await site.as(admin).web.siteGroups.getByName(groupTitle('it')).users.add(`i:0#.f|membership|${owner.upn}`);
  expect((await provision(site, { mend: true })).lines).toEqual([nothingToDo]);
  expect(await listOf(site.asService(), assetList).items()).toEqual([expect.objectContaining({ Eget: 'kvar' })]);
  expect(await assets().views()).toContainEqual(expect.objectContaining({ Title: 'Min vy' }));
  expect(await site.as(admin).web.lists()).toContainEqual(expect.objectContaining({ Title: 'Egen lista' }));
  expect(await site.as(admin).web.siteGroups.getByName(groupTitle('it')).users()).toHaveLength(2);
});

test('what is remembered and has been spoilt is told; nothing is changed on its account before somebody asks', async () => {
  await spoil(incidentList.url, { Tillampat: 'oj' });
  await listOf(site.as(admin), incidentList).views.getByTitle('Inte mottagna').delete();
  expect(found(await provision(site))).toEqual([
    'Minnet av listan Incidenter i Värnas schema är ändrat för hand och går inte att läsa.',
    'Listan Incidenter: vyn Inte mottagna är borttagen eller omdöpt för hand.'
  ]);
  await provision(site, { mend: true });
  expect((await provision(site)).lines).toEqual([nothingToDo]);
});

test('so it is with what is remembered of the groups', async () => {
  await spoil(groupsKey, { Tillampat: 'oj' });
  const group = site.as(admin).web.siteGroups.getByName(groupTitle('it'));
  await group.update({ OnlyAllowMembersViewMembership: false });
  const told = 'Gruppen Värna IT: bara medlemmar ser medlemskap är nej och ska vara ja.';
  expect(found(await provision(site))).toEqual(['Minnet av grupperna i Värnas schema är ändrat för hand och går inte att läsa.', told]);
  expect(await group()).toMatchObject({ OnlyAllowMembersViewMembership: false });
  await provision(site, { mend: true });
  expect((await provision(site)).lines).toEqual([nothingToDo]);
  expect(await group()).toMatchObject({ OnlyAllowMembersViewMembership: true });
});

test('and with a memory that has lost which list it is of', async () => {
  await spoil(incidentList.url, { Lista: null });
  await listOf(site.as(admin), incidentList).update({ NoCrawl: false });
  const run = await provision(site);
  expect(run.plan.steps).toEqual([]);
  expect(found(run)).toContain('Listan Incidenter: utanför sökningen är nej och ska vara ja.');
});

async function spoil(key: string, cells: Readonly<Record<string, string | null>>): Promise<void> {
  const memory = listOf(site.asService(), appliedList);
  const [row] = z.array(z.object({ Id: z.int() })).parse(await memory.items.filter(`Lista eq '${key}'`)());
  await memory.items.getById(row?.Id ?? 0).update(cells);
}

test('a list that lost its own permissions by hand is open, and closed again by mending', async () => {
  await listOf(site.as(admin), incidentList).resetRoleInheritance();
  await provision(site, { mend: true });
  await expect(listOf(site.as(employee), incidentList).items()).rejects.toMatchObject({ name: 'SharePointError' });
});
