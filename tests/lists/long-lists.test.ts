// Every question the product asks, of lists with 20,000 assets and 100,000 log entries and SharePoint's threshold at its usual 5,000: none is refused.
import '@pnp/sp/items';
import '@pnp/sp/site-users/web';
import '@pnp/sp/views';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import * as assets from '../../src/lists/assets';
import * as classifications from '../../src/lists/classifications';
import * as delegations from '../../src/lists/delegations';
import * as incidents from '../../src/lists/incidents';
import * as files from '../../src/lists/incident-files';
import * as log from '../../src/lists/log';
import * as asItStands from '../../src/lists/log-as-it-stands';
import * as logChecks from '../../src/lists/log-checks';
import * as organisation from '../../src/lists/organisation';
import * as people from '../../src/lists/people';
import { listOf } from '../../src/lists/rows';
import { readsOf } from '../../src/lists/reads';
import * as crisisPlan from '../../src/lists/crisis-plan';
import * as roster from '../../src/lists/roster';
import * as rules from '../../src/lists/rule-changes';
import * as settings from '../../src/lists/settings';
import * as measures from '../../src/lists/measures';
import * as inventories from '../../src/lists/inventories';
import * as unitAnswers from '../../src/lists/unit-answers';
import * as requirementAnswersRead from '../../src/lists/requirement-answers';
import * as tracks from '../../src/lists/tracks';
import * as vacancies from '../../src/lists/vacancies';
import * as changeProposals from '../../src/lists/change-proposals';
import * as yearlyMarks from '../../src/lists/yearly-marks';
import { readKnownUsers } from '../../src/lists/standing-items';
import { assetList, assetStateChoices } from '../../src/schema/assets';
import { classificationList, classificationStateChoices } from '../../src/schema/classifications';
import { incidentList, incidentStateChoices } from '../../src/schema/incidents';
import { allLists } from '../../src/schema/lists';
import { rosterList } from '../../src/schema/roster';
import { measureList, measureStateChoices } from '../../src/schema/measures';
import { unitAnswerChoices, unitAnswerList } from '../../src/schema/unit-answers';
import { requirementAnswersList } from '../../src/schema/requirement-answers';
import { trackList, trackStateChoices } from '../../src/schema/tracks';
import { logList } from '../../src/schema/log';
import { provision, schemaWith } from '../provision/provisioned';
import { copyRows } from './copied-rows';
import { asset, classification, entry, hash, incident, inventory, measure, requirementAnswers, track, unitAnswer } from './examples';
import { employee, manager, officer, openSite, technician, type Site } from './site';

let folder: string;
let site: Site;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'varna-long-'));
  const file = path.join(folder, 'site.sqlite');
  const short = await openSite({ file });
  await writeTemplates(short);
  await short.stop();
  const submitted = classificationStateChoices.wordOf('submitted');
  copyRows(file, [
    {
      list: assetList,
      count: 20_000,
      differing: {
        Referens: "printf('T-2026-%04d', n)",
        Status: `CASE WHEN n % 5000 = 7 THEN '${assetStateChoices.wordOf('draft')}' ELSE t.f_Status END`
      }
    },
    {
      list: classificationList,
      count: 20_000,
      differing: {
        Referens: "printf('K-2026-%04d', n)",
        Tillgangsnummer: "printf('T-2026-%04d', n)",
        Status: `CASE WHEN n % 5000 = 7 THEN '${submitted}' ELSE t.f_Status END`
      }
    },
    {
      list: incidentList,
      count: 6_000,
      differing: {
        Referens: "printf('I-2026-%04d', n)",
        Status: `CASE WHEN n % 5000 = 7 THEN t.f_Status ELSE '${incidentStateChoices.wordOf('closed')}' END`
      }
    },
    {
      list: trackList,
      count: 6_000,
      differing: {
        Referens: "printf('R-2026-%04d', n)",
        Incidentnummer: "printf('I-2026-%04d', (n + 1) / 2)",
        Status: `CASE WHEN n % 5000 = 7 THEN '${trackStateChoices.wordOf('to-report')}' ELSE t.f_Status END`
      },
      inheriting: true
    },
    {
      list: measureList,
      count: 6_000,
      differing: {
        Referens: "printf('M-2026-%04d', n)",
        Incidentnummer: "printf('I-2026-%04d', (n + 1) / 2)",
        Status: `CASE n % 5000 WHEN 7 THEN '${measureStateChoices.wordOf('open')}' WHEN 8 THEN t.f_Status ELSE '${measureStateChoices.wordOf('effective')}' END`
      },
      inheriting: true
    },
    {
      list: requirementAnswersList,
      count: 6_000,
      differing: { Referens: "printf('Q-2026-%04d', n)", Tillgangsnummer: "printf('T-2026-%04d', (n + 1) / 2)" }
    },
    {
      list: unitAnswerList,
      count: 6_000,
      differing: {
        Referens: "printf('E-2026-%04d', n)",
        Inventering: "printf('N-2026-%04d', 1 + (n - 1) / 100)",
        Status: `CASE WHEN n % 5 = 1 THEN t.f_Status ELSE '${unitAnswerChoices.wordOf('complete')}' END`
      }
    },
    {
      list: rosterList,
      count: 6_000,
      differing: { Till: "CASE WHEN n % 5000 = 7 THEN t.f_Till ELSE '2020-11-23T14:40:00Z' END" }
    },
    {
      list: logList,
      count: 100_000,
      differing: {
        Nyckel: "printf('T-2026-%04d:%d', 1 + (n - 1) % 20000, 1 + (n - 1) / 20000)",
        Kommando: "printf('command-%d', n)",
        Referens: "printf('T-2026-%04d', 1 + (n - 1) % 20000)",
        Sekvens: '1 + (n - 1) / 20000',
        Nummerserie: "CASE WHEN n <= 20000 THEN substr(printf('T-2026-%04d', n), 1, length(printf('T-2026-%04d', n)) - 3) ELSE NULL END"
      }
    }
  ]);
  site = await openSite({ file, listViewThreshold: 5000 });
}, 120_000);
afterAll(async () => {
  await site.stop();
  await rm(folder, { recursive: true });
});

const next = { stage: 'notification', due: '2026-11-26T14:39:00Z' } as const;

/** One row of each list that grows. */
async function writeTemplates(short: Site): Promise<void> {
  const sp = short.asService();
  await assets.assetRegister(sp).write({ state: asset(), sequence: 1, hash });
  await classifications.classificationRegister(sp).write({ state: classification({ state: 'decided' }), sequence: 1, hash });
  await incidents.incidentRegister(sp).write({ state: incident(), sequence: 1, hash });
  await tracks.trackRegister(sp).write({ state: track({ next }), sequence: 1, hash });
  await measures.measureRegister(sp).write({ state: measure(), sequence: 1, hash });
  await requirementAnswersRead.requirementAnswersRegister(sp).write({ state: requirementAnswers(), sequence: 1, hash });
  await inventories.inventoryRegister(sp).write({ state: inventory({ reference: 'N-2026-0060' }), sequence: 1, hash });
  await unitAnswers.unitAnswerRegister(sp).write({ state: unitAnswer(), sequence: 1, hash });
  const { Id: VemId } = await sp.web.ensureUser(`i:0#.f|membership|${technician.upn}`);
  await listOf(sp, rosterList).items.add({ VemId, Roll: 'IT', Fran: '2026-11-23T07:00:00Z', Till: '2026-11-30T07:00:00Z', Ordning: 1 });
  await log.logRegister(sp).append(entry({ aggregate: 'T-2026-0001', command: 'command-1' }));
}

const service = (): ReturnType<Site['asService']> => site.asService();
const reader = (): ReturnType<Site['as']> => site.as(officer);

test('the threshold is on: a question by a column without an index is refused, and so is one by an index that too many rows meet', async () => {
  const { items } = listOf(reader(), assetList);
  const refusal = { status: 500, code: expect.stringMatching(/^-2147024860/) as unknown };
  await expect(items.filter("Enhet eq 'Hemtjänsten'")()).rejects.toMatchObject(refusal);
  await expect(items.filter(`ObjektagareEntraId eq '${manager.id}'`)()).rejects.toMatchObject(refusal);
  await expect(items.orderBy('Title').top(1)()).rejects.toMatchObject(refusal);
});

/** By the name of what is exported; a read that is not here fails the test below. */
const reads: Readonly<Record<string, () => Promise<unknown>>> = {
  readAssets: async () => expect(await assets.readAssets(reader())).toHaveLength(20_000),
  readAsset: async () => expect(await assets.readAsset(reader(), 'T-2026-17000')).toMatchObject({ id: 17_000 }),
  followAssets: async () => {
    const followed = assets.followAssets(reader());
    expect(await followed.rows()).toHaveLength(20_000);
    expect(await followed.rows()).toHaveLength(20_000);
  },
  readClassifications: async () => {
    const sp = reader();
    expect(await classifications.readClassifications(sp)).toHaveLength(20_000);
    expect(await classifications.readClassifications(sp, { asset: 'T-2026-19999' })).toHaveLength(1);
    expect(await classifications.readClassifications(sp, { waitingFor: manager.id })).toHaveLength(4);
    expect(await classifications.readClassifications(sp, { waitingFor: technician.id })).toEqual([]);
    expect(await classifications.readClassifications(sp, { state: 'waiting' })).toEqual([]);
  },
  readRecordedClassification: async () =>
    expect(await classifications.readRecordedClassification(reader(), 'K-2026-12000')).toMatchObject({ id: 12_000 }),
  readClassification: async () => expect(await classifications.readClassification(reader(), 'K-2026-12000')).toMatchObject({ id: 12_000 }),
  readIncidents: async () => expect(await incidents.readIncidents(reader())).toHaveLength(6_000),
  readMyIncidents: async () => expect(await incidents.readMyIncidents(reader(), employee.id)).toHaveLength(6_000),
  readIncident: async () => expect(await incidents.readIncident(reader(), 'I-2026-5999')).toMatchObject({ id: 5_999 }),
  readIncidentFile: async () => expect(await files.readIncidentFile(reader(), { reference: 'I-2026-5999', file: 'a.jpg' })).toBeUndefined(),
  readRecordedIncident: async () => expect(await incidents.readRecordedIncident(reader(), 'I-2026-5999')).toMatchObject({ id: 5_999 }),
  readAwaitingIncidents: async () => expect(await incidents.readAwaitingIncidents(reader())).toHaveLength(3),
  readRoster: async () => expect(await roster.readRoster(reader(), '2026-11-24T12:00:00Z')).toHaveLength(3),
  readSeriousIncidents: async () => expect(await incidents.readSeriousIncidents(reader())).toHaveLength(0),
  readUnreceived: async () => expect(await incidents.readUnreceived(reader(), manager.id)).toHaveLength(3),
  readLog: async () => {
    expect(await log.readLog(reader(), 'T-2026-0042')).toHaveLength(5);
    expect(await log.readLog(reader())).toHaveLength(100_000);
  },
  logPages: async () => {
    let entries = 0;
    for await (const page of asItStands.logPages(service())) entries += page.length;
    expect(entries).toBe(100_000);
  },
  readAsItStands: async () => expect(await asItStands.readAsItStands(service(), 'T-2026-0042')).toHaveLength(5),
  readDelegations: () => delegations.readDelegations(reader()),
  readAllDelegations: () => delegations.readAllDelegations(reader()),
  readTracks: async () => {
    expect(await tracks.readTracks(reader())).toHaveLength(6_000);
    expect(await tracks.readTracks(reader(), { incident: 'I-2026-2500' })).toHaveLength(2);
  },
  readTracksDueFrom: async () => {
    expect(await tracks.readTracksDueFrom(reader(), next.due)).toHaveLength(6_000);
    expect(await tracks.readTracksDueFrom(reader(), '2030-01-01T00:00:00Z')).toEqual([]);
  },
  readRecordedTracks: async () => expect(await tracks.readRecordedTracks(reader(), 'I-2026-2500')).toHaveLength(2),
  readTrack: async () => expect(await tracks.readTrack(reader(), 'R-2026-5999')).toMatchObject({ id: 5_999 }),
  readUndecidedTracks: async () => expect(await tracks.readUndecidedTracks(reader(), manager.id)).toHaveLength(0),
  readMeasures: async () => {
    expect(await measures.readMeasures(reader())).toHaveLength(6_000);
    expect(await measures.readMeasures(reader(), { incident: 'I-2026-2500' })).toHaveLength(2);
  },
  readRecordedMeasures: async () => expect(await measures.readRecordedMeasures(reader(), 'I-2026-2500')).toHaveLength(2),
  readMeasure: async () => expect(await measures.readMeasure(reader(), 'M-2026-5999')).toMatchObject({ id: 5_999 }),
  readMeasuresToDo: async () => expect(await measures.readMeasuresToDo(reader(), technician.id)).toHaveLength(2),
  readMeasuresDueFrom: async () => {
    expect(await measures.readMeasuresDueFrom(reader(), '2027-01-01T00:00:00Z')).toHaveLength(6_000);
    expect(await measures.readMeasuresDueFrom(reader(), '2030-01-01T00:00:00Z')).toEqual([]);
  },
  readRequirementAnswers: async () => {
    expect(await requirementAnswersRead.readRequirementAnswers(reader())).toHaveLength(6_000);
    expect(await requirementAnswersRead.readRequirementAnswers(reader(), { asset: 'T-2026-2500' })).toHaveLength(2);
  },
  readInventories: async () => expect(await inventories.readInventories(reader())).toHaveLength(1),
  readUnitAnswers: async () => expect(await unitAnswers.readUnitAnswers(reader(), 'N-2026-0060')).toHaveLength(100),
  readMeasuresOfAsset: async () => expect(await measures.readMeasuresOfAsset(reader(), 'T-2026-0001')).toEqual([]),
  readMeasuresToDecide: async () => expect(await measures.readMeasuresToDecide(reader(), manager.id, next.due)).toEqual([]),
  readLatestLogCheck: () => logChecks.readLatestLogCheck(reader()),
  readWitnessedAnchors: () => logChecks.readWitnessedAnchors(service()),
  readOrganisation: () => organisation.readOrganisation(reader()),
  readCrisisPlan: () => crisisPlan.readCrisisPlan(reader()),
  readAssetsOf: async () => {
    expect(await assets.readAssetsOf(reader(), manager.id)).toHaveLength(20_000);
    expect(await assets.readAssetsOf(reader(), officer.id)).toEqual([]);
  },
  readVacancies: () => vacancies.readVacancies(reader()),
  readSettings: () => settings.readSettings(reader()),
  readRuleChanges: async () => expect(await rules.readRuleChanges(reader())).toBeUndefined(),
  readChangeProposals: async () => expect(await changeProposals.readChangeProposals(reader())).toEqual([]),
  readYearlyMarks: async () => expect(await yearlyMarks.readYearlyMarks(reader(), 2026)).toBeUndefined(),
  readYearlyBegan: async () => expect(await yearlyMarks.readYearlyBegan(reader())).toMatch(/^\d{4}-\d\d-\d\dT/),
  readCurrentUser: () => people.readCurrentUser(reader())
};

test.each(Object.entries(reads))('%s', (_name, read) => read(), 120_000);

/** What all reads are made of, and tried with them. */
const pieces = [
  'followedList',
  'readKnownUsers',
  'readRecorded',
  'readRow',
  'readRows',
  'readRowsAfter',
  'readRowsFrom',
  'readStandingItems',
  'readsOf'
];

test('these are all the reads there are', async () => {
  const modules = await Promise.all(filesIn('src/lists').map((file) => import(path.resolve(file)) as Promise<object>));
  const exported = modules.flatMap((module) => Object.entries(module)).filter(([, value]) => typeof value === 'function');
  const names = exported.map(([name]) => name).filter((name) => /^(?:read|follow|logPages)/.test(name));
  expect(names.sort()).toEqual([...Object.keys(reads), ...pieces].sort());
});

test('rows are asked for nowhere else but when provisioning', () => {
  const asking = filesIn('src').filter((file) => /@pnp\/sp\/(?:items|lists|files|folders|search)\b/.test(readFileSync(file, 'utf8')));
  expect(asking.filter((file) => !/^src\/(?:lists|provision)\//.test(file))).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** What the screens of the web part and of the list commands read; a read that is not here does not compile. */
const screens: Readonly<Record<keyof ReturnType<typeof readsOf>, (source: ReturnType<typeof readsOf>) => Promise<unknown>>> = {
  roles: async (source) => expect(await source.roles()).toEqual(['information-security']),
  settings: (source) => source.settings(),
  ruleChanges: async (source) => expect(await source.ruleChanges()).toMatchObject({ ok: true }),
  changeProposals: async (source) => expect(await source.changeProposals()).toEqual({ ok: true, value: [] }),
  yearlyMarks: async (source) => expect(await source.yearlyMarks(2026)).toEqual({ ok: true, value: undefined }),
  yearlyBegan: async (source) => expect(await source.yearlyBegan()).toMatchObject({ ok: true }),
  units: (source) => source.units(),
  findPeople: async (source) => expect(await source.findPeople('Kalle')).toHaveLength(1),
  sites: async (source) => expect(await source.sites()).toMatchObject([{ title: 'Informationssäkerhet' }]),
  assets: async (source) => expect(rowsIn(await source.assets())).toHaveLength(20_000),
  firstAssets: async (source) => expect(rowsIn(await source.firstAssets())).toHaveLength(60),
  asset: async (source) => expect(await source.asset('T-2026-17000')).toMatchObject({ value: { id: 17_000 } }),
  myAssets: async (source) => expect(rowsIn(await source.myAssets())).toHaveLength(20_000),
  vacancies: async (source) => expect(await source.vacancies()).toEqual({ ok: true, value: [] }),
  classification: async (source) => expect(await source.classification('K-2026-12000')).toMatchObject({ value: { id: 12_000 } }),
  recordedClassification: async (source) =>
    expect(await source.recordedClassification('K-2026-12000')).toMatchObject({ value: { id: 12_000 } }),
  classifications: async (source) => expect(rowsIn(await source.classifications())).toHaveLength(20_000),
  classificationsOf: async (source) => expect(rowsIn(await source.classificationsOf('T-2026-19999'))).toHaveLength(1),
  requirementAnswersOf: async (source) => expect(rowsIn(await source.requirementAnswersOf('T-2026-2500'))).toHaveLength(2),
  requirementAnswers: async (source) => expect(rowsIn(await source.requirementAnswers())).toHaveLength(6_000),
  inquiries: async (source) => expect(rowsIn(await source.inquiries())).toHaveLength(0),
  awaitingMe: async (source) => expect(rowsIn(await source.awaitingMe())).toHaveLength(4),
  incidents: async (source) => expect(rowsIn(await source.incidents())).toHaveLength(6_000),
  seriousIncidents: async (source) => expect(rowsIn(await source.seriousIncidents())).toHaveLength(0),
  reported: async (source) => expect(await source.reported()).toMatchObject({ ok: true }),
  toReceive: async (source) => expect(rowsIn(await source.toReceive())).toHaveLength(3),
  incident: async (source) => expect(await source.incident('I-2026-5999')).toMatchObject({ value: { id: 5_999 } }),
  file: async (source) => expect(await source.file({ reference: 'I-2026-5999', file: 'a.jpg' })).toEqual({ ok: true, value: undefined }),
  tracks: async (source) => expect(rowsIn(await source.tracks('I-2026-2500'))).toHaveLength(2),
  recordedIncident: async (source) => expect(await source.recordedIncident('I-2026-5999')).toMatchObject({ value: { id: 5_999 } }),
  recordedTracks: async (source) => expect(rowsIn(await source.recordedTracks('I-2026-2500'))).toHaveLength(2),
  tracksToDecide: async (source) => expect(rowsIn(await source.tracksToDecide())).toHaveLength(0),
  measures: async (source) => expect(rowsIn(await source.measures('I-2026-2500'))).toHaveLength(2),
  recordedMeasures: async (source) => expect(rowsIn(await source.recordedMeasures('I-2026-2500'))).toHaveLength(2),
  measure: async (source) => expect(await source.measure('M-2026-5999')).toMatchObject({ value: { id: 5_999 } }),
  measuresOfAsset: async (source) => expect(rowsIn(await source.measuresOfAsset('T-2026-0001'))).toHaveLength(0),
  measuresToDecide: async (source) => expect(rowsIn(await source.measuresToDecide())).toHaveLength(0),
  measuresToDo: async (source) => expect(rowsIn(await source.measuresToDo())).toHaveLength(0),
  delegations: (source) => source.delegations(),
  deputising: (source) => source.deputising(),
  inventory: async (source) =>
    expect(await source.inventory()).toMatchObject({ value: { inventory: { id: 1 }, answers: { length: 100 } } }),
  openInventory: async (source) => expect(await source.openInventory()).toEqual({ ok: true, value: { inventory: undefined, answers: [] } }),
  crisisPlan: async (source) => expect(await source.crisisPlan()).toEqual({ ok: true, value: [] }),
  logCheck: (source) => source.logCheck(),
  logOf: async (source) => expect(rowsIn(await source.logOf(['T-2026-17000', 'T-2026-0001'])).length).toBeGreaterThan(0),
  wholeLists: async (source) => {
    const counts: Record<string, number> = {};
    for (const list of await source.wholeLists()) {
      for await (const page of list.pages()) counts[list.name] = (counts[list.name] ?? 0) + rowsIn(page).length;
    }
    expect(counts).toMatchObject({ [assetList.url]: 20_000, [logList.url]: 100_000, [incidentList.url]: 6_000 });
  }
};

function rowsIn(read: { readonly ok: true; readonly value: readonly unknown[] } | { readonly ok: false }): readonly unknown[] {
  if (!read.ok) throw new Error('There is no right to read it.');
  return read.value;
}

test.each(Object.entries(screens))('the screens read %s', (_name, read) => read(readsOf(reader(), manager.id)), 120_000);

test.each([
  ['asset', assets.assetRegister, { count: 20_000, own: 0 }],
  ['classification', classifications.classificationRegister, { count: 20_000, own: 0 }],
  ['incident', incidents.incidentRegister, { count: 6_000, own: 6_000 }],
  ['legal track', tracks.trackRegister, { count: 6_000, own: 1 }],
  ['measure', measures.measureRegister, { count: 6_000, own: 1 }],
  ['record of answers', requirementAnswersRead.requirementAnswersRegister, { count: 6_000, own: 0 }],
  ['answer of a unit', unitAnswers.unitAnswerRegister, { count: 6_000, own: 0 }]
] as const)(
  'the check of the log reads every %s, with the entry it shows and its own readers if it has them',
  async (_what, register, { count, own }) => {
    const sp = service();
    const items = await register(sp).all(await readKnownUsers(sp));
    expect(items).toHaveLength(count);
    expect(items.filter(({ readers }) => readers !== 'as-list' && readers.length > 0)).toHaveLength(own);
  },
  120_000
);

test('provisioning finds nothing to do, and looks through the rows for what a change would lose', async () => {
  expect((await provision(site)).plan).toMatchObject({ steps: [], drift: [], refusals: [] });
  const unique = schemaWith(assetList.url, (list) => ({
    ...list,
    columns: list.columns.map((column) =>
      column.kind === 'text' && column.name === 'Enhet'
        ? { ...column, index: 'unique' as const }
        : column.name === 'Barare' && 'words' in column
          ? { ...column, words: column.words.slice(1) }
          : column
    )
  }));
  const { refusals } = (await provision(site, { schema: unique, dryRun: true })).plan;
  expect(refusals.map(({ kind, ...refusal }) => [kind, 'rows' in refusal ? refusal.rows.length : 0])).toEqual([
    ['words-in-use', 20_000],
    ['shared-values', 20_000]
  ]);
}, 120_000);

const views = allLists.flatMap(({ url, views: all }) => all.map(({ title }) => ({ url, title })));

test.each(views)('the view $title of $url opens', async ({ url, title }) => {
  const list = listOf(reader(), { url });
  const { ListViewXml } = z.object({ ListViewXml: z.string() }).parse(await list.views.getByTitle(title).select('ListViewXml')());
  await expect(list.renderListDataAsStream({ ViewXml: ListViewXml })).resolves.toHaveProperty('Row');
});

test('the log tells and takes what workflows ask', async () => {
  const register = log.logRegister(service());
  expect(await register.latest('T-2026-17000')).toMatchObject({ sequence: 5 });
  expect(await register.entry('T-2026-17000', 3)).toMatchObject({ command: 'command-57000' });
  expect(await register.byCommand('command-99999')).toMatchObject({ aggregate: 'T-2026-19999' });
  expect(await register.latestNumber('T-2026-')).toBe('T-2026-20000');
  expect(await register.latestNumber('K-2026-')).toBeUndefined();
  expect(await register.append(entry({ aggregate: 'T-2026-20001', command: 'new' }))).toBe('appended');
  expect(await register.append(entry({ aggregate: 'T-2026-0001', command: 'late' }))).toBe('key-taken');
});

test('every register shows and writes its rows', async () => {
  const sp = service();
  const written = async (register: { readonly shows: (reference: string) => Promise<unknown> }, reference: string): Promise<void> =>
    expect(await register.shows(reference)).toMatchObject({ sequence: 2 });
  const [ofAssets, ofClassifications, ofIncidents] = [
    assets.assetRegister(sp),
    classifications.classificationRegister(sp),
    incidents.incidentRegister(sp)
  ];
  await ofAssets.write({ state: asset({ reference: 'T-2026-15000' }), sequence: 2, hash });
  await ofClassifications.write({ state: classification({ reference: 'K-2026-15000' }), sequence: 2, hash });
  await ofIncidents.write({ state: incident({ reference: 'I-2026-5000' }), sequence: 2, hash });
  await written(ofAssets, 'T-2026-15000');
  await written(ofClassifications, 'K-2026-15000');
  await written(ofIncidents, 'I-2026-5000');
});
