// From a list in Excel to a measure with effect, with the keyboard alone: imported, asked for whether it is all, classified by three, decided in list and chat, requirements to a supplier, a gap that is closed. In this order.
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { text, type TextKey } from '../../src/i18n/text';
import { formatDay } from '../../src/i18n/moment';
import { people, type ExampleName } from '../../src/local/example/people';
import { municipalList } from '../example-register/municipal-list';
import { isOfHiddenList, openBrowser, type TestBrowser } from './browser';
import { isFaultOfChatClient, openChatPage, pressCardByKey, type ChatPage } from './chat';
import { eventsOf, openExample, readList, type ExampleMunicipality, type ListRow } from './example-municipality';
import { correctedRows, interpretByKey, lookThroughByKey, pickByKey } from './import-steps';
import { checkByKey, chooseByKey, expectFocusKept, expectFocusOn, pressByKey, typeByKey, typeDayByKey, unfoldByKey } from './keyboard';
import { seriousAgainst, widthAt } from './looked-at';
import {
  answerQuestions,
  answerRequirement,
  backAndForth,
  buttonIn,
  complete,
  handIn,
  openAt,
  openInRegister,
  proposeMeasure,
  sendRequirements,
  type OwnerField,
  type Said
} from './register-steps';
import { become, openPlace } from './tab';

const sv = (key: TextKey, said: Parameters<typeof text>[2] = {}): string => text('sv', key, said);

const list = municipalList({ seed: 20, count: 320 });
/** The assets that are followed to the end, by who classifies each. */
const classifiers = ['custodian', 'securityOfficer', 'socialHead'] as const satisfies readonly ExampleName[];
const sensitive: Said = { 'personal-data': ['ordinary', 'sensitive'], persons: ['few'], secrecy: ['reverse'], public: ['no'] };

let browser: TestBrowser;
let municipality: ExampleMunicipality;
let mats: ChatPage;
let birgitta: ChatPage;
let followed: readonly { readonly asset: string; readonly name: string; readonly classification: string }[] = [];
let measure = '';

/** Hundreds of assets on a busy machine. */
jest.setTimeout(240_000);

beforeAll(async () => {
  [browser, municipality] = await Promise.all([openBrowser(), openExample(['manager', 'socialHead'])]);
  const [ofManager, ofHead] = municipality.chats;
  if (ofManager === undefined || ofHead === undefined) throw new Error('There is no chat.');
  mats = await openChatPage(browser, ofManager);
  birgitta = await openChatPage(browser, ofHead);
}, 180_000);

afterEach(() => {
  const complaints = browser.takeComplaints();
  expect(complaints.filter((complaint) => !isFaultOfChatClient(complaint) && !isOfHiddenList(complaint))).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await municipality.stop();
});

test('a list of 320 systems is imported, its own words interpreted once, and what is wrong handed back', async () => {
  const before = (await assets()).length;
  const page = await pageOf('securityOfficer');
  const tab = await openAt(page, { ...municipality, theme: 'contrast' }, 'assets');
  await pressByKey(buttonIn(tab, sv('tab.import')));
  await expectFocusOn(page, sv('tab.import'));
  await pressByKey(buttonIn(tab, 'Nej'));
  await pickByKey(page, tab, { name: list.name, content: list.file });
  await lookThroughByKey(page, tab);
  await expectSound(page);
  await interpretByKey(tab);
  const right = list.count - list.beyondWords;
  await pressByKey(buttonIn(tab, sv('tab.import.start', { count: right })));
  await tab.getByText(sv('tab.import.progress', { done: right, of: right })).waitFor({ timeout: 90_000 });
  await expectFocusOn(page, sv('tab.import.go-on', { count: 0 }));
  expect((await assets()).length - before).toBe(right);

  const saving = buttonIn(tab, sv('tab.import.save-faulty', { count: list.beyondWords + 1 }));
  const [download] = await Promise.all([page.waitForEvent('download'), pressByKey(saving)]);
  const corrected = await correctedRows(await readFile(await download.path()));
  const again = await openAt(page, municipality, 'assets/import');
  await pressByKey(buttonIn(again, 'Nej'));
  await pickByKey(page, again, { name: 'rättade.xlsx', content: corrected });
  await chooseByKey(again.getByRole('combobox', { name: sv('tab.import.scale') }), sv('tab.import.scale.from-0'));
  await pressByKey(buttonIn(again, sv('tab.import.look')));
  await pressByKey(buttonIn(again, sv('tab.import.start', { count: list.beyondWords })));
  await again.getByText(sv('tab.import.progress', { done: list.beyondWords, of: list.beyondWords })).waitFor();
  expect((await assets()).length - before).toBe(list.count);
  await page.context().close();
});

test('every unit is asked whether that is all: one manager says so on a card, what another told is written in the tab', async () => {
  const page = await pageOf('securityOfficer');
  const tab = await openAt(page, municipality, 'inventory');
  await pressByKey(buttonIn(await unfoldByKey(tab, new RegExp(`^${sv('tab.inventory.close.title')}$`)), sv('tab.inventory.close.save')));
  await typeDayByKey(tab.getByLabel(sv('tab.inventory.last-day')), dayIn({ days: 21 }));
  await pressByKey(buttonIn(tab, sv('tab.inventory.open.save')));
  await pressCardByKey(mats.card(sv('cards.inventory.title')), sv('cards.inventory.complete'));
  await mats.card(sv('cards.inventory.thanks')).getByText('Hemtjänsten').waitFor();

  const after = await openAt(page, municipality, 'inventory');
  const behalf = await unfoldByKey(after, new RegExp(`^${sv('tab.inventory.behalf')}$`));
  await chooseByKey(behalf.getByRole('combobox', { name: sv('tab.inventory.unit') }), /^Grundskolan/);
  await checkByKey(behalf.getByRole('radiogroup', { name: sv('tab.inventory.answer') }), sv('tab.inventory.answer.missing'));
  await typeByKey(behalf.getByRole('textbox', { name: sv('tab.inventory.text') }), 'Klasslistorna på papper.');
  await pressByKey(buttonIn(behalf, sv('tab.inventory.answer.save')));
  const { displayName: manager } = people.manager;
  await after.getByText(sv('tab.inventory.said.complete', { day: formatDay('sv', dayIn({ days: 0 })), name: manager })).waitFor();
  await after.getByText('Klasslistorna på papper.').waitFor();
  await expectFocusKept(page);
  await expectSound(page);
  await page.context().close();
});

test('three people classify one asset each', async () => {
  const chosen = (await assets()).filter(isOfHomeCare).slice(0, classifiers.length);
  expect(chosen).toHaveLength(classifiers.length);
  const page = await pageOf('custodian');
  for (const row of chosen) {
    const tab = await openAt(page, municipality, `assets/${reference(row)}`);
    await complete(tab, missingOwners(row));
    await expectSound(page);
  }
  const [first, second, third] = chosen as [ListRow, ListRow, ListRow];
  const classifications = [
    await classifyWithCare(page, reference(first)),
    await classifiedBy('securityOfficer', second),
    await classifiedBy('socialHead', third)
  ];
  await page.context().close();
  followed = chosen.map((row, at) => ({
    asset: reference(row),
    name: String(row['Title']),
    classification: classifications[at] ?? ''
  }));
  const classes = await readList(municipality, { list: 'Klassningar', as: 'manager', filter: `Status eq 'Inlämnad'` });
  const proposers = followed.map(
    ({ classification }) => classes.rows.find((row) => reference(row) === classification)?.['ForslagsstallareEntraId']
  );
  expect(proposers).toEqual(classifiers.map((name) => people[name].id));
});

test('the objektägare decides two of them in the list and one on its card', async () => {
  const [first, second, third] = followed as [(typeof followed)[number], (typeof followed)[number], (typeof followed)[number]];
  const card = mats.page.getByLabel(sv('cards.submitted.title'), { exact: true }).filter({ hasText: third.classification });
  await card.waitFor();
  await pressCardByKey(card, sv('cards.submitted.decide'));
  await mats.card(sv('cards.you-decided.title')).getByText(third.classification).waitFor();

  const page = await pageOf('manager');
  await openPlace(page, municipality, 'Listan Klassningar');
  for (const { classification } of [first, second])
    await pressByKey(page.getByRole('row', { name: classification }).getByRole('checkbox'), 'Space');
  await pressByKey(buttonIn(page.getByRole('toolbar'), 'Besluta'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText(sv('tab.decide-many.heading', { count: 2 })).waitFor();
  await pressByKey(buttonIn(dialog, sv('tab.decide-many.decide', { count: 2 })));
  await dialog.getByText(sv('tab.decide-many.result', { done: 2, left: 0 })).waitFor();
  await pressByKey(buttonIn(dialog, sv('tab.close')));
  await dialog.waitFor({ state: 'detached' });
  await page.context().close();
  for (const { asset, classification } of followed) {
    expect((await assets()).find((row) => reference(row) === asset)).toMatchObject({ Status: 'Aktiv', Klassning: classification });
    expect(await eventsOf(municipality, classification)).toEqual(['classification-submitted', 'classification-decided']);
  }
});

test('what the class demands goes to the supplier, and what it lacks is proposed as a measure', async () => {
  const { asset = '', name = '' } = followed[0] ?? {};
  const page = await pageOf('custodian');
  const tab = await openAt(page, municipality, 'assets');
  await openInRegister(tab, name);
  const [download] = await Promise.all([page.waitForEvent('download'), pressByKey(buttonIn(tab, sv('tab.requirements.annex')))]);
  expect(wordsIn(await readFile(await download.path()))).toContain('Kravbilaga');
  await sendRequirements(tab, { supplier: 'Driften i Norr', to: 'Säkerhetsansvarig', due: dayIn({ days: 30 }) });
  await expectFocusKept(page);
  const party = await unfoldByKey(tab, /^Leverantören Driften i Norr/);
  await party.getByText(/^Skickade till Säkerhetsansvarig/).waitFor();
  await typeByKey(party.getByRole('textbox', { name: sv('tab.requirements.said-by') }), 'Säkerhetsansvarig');
  const code = await firstCode(party);
  const lacking = await answerRequirement(party, { code, answer: sv('requirement.standing.no'), proof: 'Kommer i version 9' });
  await proposeMeasure(lacking, {
    what: 'Kräv det i det nya avtalet',
    cost: '45 000',
    owner: 'it',
    due: dayIn({ days: 40 }),
    check: dayIn({ days: 60 })
  });
  await tab.getByRole('region', { name: /Kräv det i det nya avtalet$/ }).waitFor();
  await expectFocusKept(page);
  await expectSound(page);
  await page.context().close();
  const [row] = await measuresOf(asset);
  measure = String(row?.['Referens']);
  expect(row).toMatchObject({ Title: 'Kräv det i det nya avtalet', Krav: code, Kostnad: 45_000, Status: sv('measure.state.proposed') });
});

test('the measure is decided on its card, done, and verified by somebody else', async () => {
  const card = birgitta.page.getByLabel(sv('cards.measure-proposed.title'), { exact: true }).filter({ hasText: measure });
  await card.getByText('Kräv det i det nya avtalet').waitFor();
  await pressCardByKey(card, sv('tab.measure.decide.save'));
  await birgitta.card(sv('cards.measure-decided.title')).getByText(measure).waitFor();
  await onMeasure('it', 'from Hem', async (its) => {
    const form = await unfoldByKey(its, new RegExp(`^${sv('tab.measure.finish')}$`));
    await typeByKey(form.getByRole('textbox'), 'Kravet står i avtalet som gäller från i dag.');
    await pressByKey(buttonIn(form, sv('tab.measure.finish.save')));
    await its.getByText(sv('measure.state.done'), { exact: true }).first().waitFor();
  });
  await onMeasure('securityOfficer', 'by its address', async (its) => {
    const form = await unfoldByKey(its, new RegExp(`^${sv('tab.measure.check.do')}$`));
    await checkByKey(form.getByRole('radiogroup', { name: sv('tab.measure.check.label') }), sv('tab.measure.check.yes'));
    await typeByKey(form.getByRole('textbox', { name: sv('tab.measure.check.text') }), 'Provat tillsammans med leverantören.');
    await pressByKey(buttonIn(form, sv('tab.measure.check.save')));
    await its.getByText(sv('measure.state.effective'), { exact: true }).first().waitFor();
  });
  expect(await measuresOf(followed[0]?.asset ?? '')).toMatchObject([{ Referens: measure, Status: sv('measure.state.effective') }]);
  expect(await eventsOf(municipality, measure)).toEqual(['measure-proposed', 'measure-decided', 'measure-done', 'measure-checked']);
});

/** A page of somebody who has become themselves on the start page. */
async function pageOf(name: ExampleName): Promise<Page> {
  const page = await browser.newPage();
  await become(page, municipality, name);
  return page;
}

async function assets(): Promise<readonly ListRow[]> {
  return (await readList(municipality, { list: 'Informationstillgangar', as: 'service' })).rows;
}

function reference(row: ListRow): string {
  return String(row['Referens']);
}

/** Imported for the hemtjänst, with its manager as objektägare. */
function isOfHomeCare(row: ListRow): boolean {
  return row['Status'] === 'Utkast' && row['Enhetskod'] === 'SOC-HEM' && row['ObjektagareEntraId'] === people.manager.id;
}

function missingOwners(row: ListRow): Readonly<Partial<Record<OwnerField, ExampleName>>> {
  return {
    ...(row['InformationsagareEntraId'] === null && { 'owner.informationOwner': 'socialHead' }),
    ...(row['SystemforvaltareEntraId'] === null && { 'owner.custodian': 'custodian' })
  };
}

/** Nothing serious against it, and nothing that a telephone cuts off; then as wide as before. */
async function expectSound(page: Page): Promise<void> {
  const size = page.viewportSize();
  expect(await seriousAgainst(page)).toEqual([]);
  expect(await widthAt(page, 320)).toBeLessThanOrEqual(320);
  if (size !== null) await page.setViewportSize(size);
}

/** Looked at on the way, and gone back in. */
async function classifyWithCare(page: Page, asset: string): Promise<string> {
  const tab = await openAt(page, { ...municipality, theme: 'dark' }, `assets/${asset}`);
  await pressByKey(buttonIn(tab, sv('tab.asset.classify')));
  await expectSound(page);
  await answerQuestions(page, tab, sensitive);
  await backAndForth(page, tab);
  await expectSound(page);
  return handIn(page, tab);
}

async function classifiedBy(name: ExampleName, row: ListRow): Promise<string> {
  const page = await pageOf(name);
  const tab = await openAt(page, municipality, `assets/${reference(row)}`);
  await pressByKey(buttonIn(tab, sv('tab.asset.classify')));
  await answerQuestions(page, tab, sensitive);
  const classification = await handIn(page, tab);
  await page.context().close();
  return classification;
}

/** The code of the first requirement that is put to the supplier. */
async function firstCode(party: ReturnType<FrameLocator['locator']>): Promise<string> {
  const [code] = /[A-Z]-\d{2}/.exec(await party.innerText()) ?? [];
  if (code === undefined) throw new Error('No requirement is put to the supplier.');
  return code;
}

async function measuresOf(asset: string): Promise<readonly ListRow[]> {
  return (await readList(municipality, { list: 'Atgarder', as: 'custodian', filter: `Tillgangsnummer eq '${asset}'` })).rows;
}

/** What a Word file says, without its formats. */
function wordsIn(file: Uint8Array): string {
  const { 'word/document.xml': xml } = unzipSync(file);
  return xml === undefined ? '' : strFromU8(xml).replaceAll(/<[^>]+>/g, ' ');
}

/** Somebody finds the measure on Hem, or goes to it, and does something about it there. */
async function onMeasure(name: ExampleName, how: 'from Hem' | 'by its address', act: (tab: FrameLocator) => Promise<void>): Promise<void> {
  const page = await pageOf(name);
  const tab = await openAt(page, municipality, how === 'from Hem' ? 'home' : `measures/${measure}`);
  if (how === 'from Hem') await pressByKey(tab.getByRole('link', { name: new RegExp(measure) }));
  await tab.getByRole('heading', { name: sv('tab.measure.heading', { reference: measure }) }).waitFor();
  await act(tab);
  await expectFocusKept(page);
  await expectSound(page);
  await page.context().close();
}

/** As a date field takes it, so many days from today in Sweden. */
function dayIn(later: { readonly days: number }): string {
  return Temporal.Now.plainDateISO('Europe/Stockholm').add(later).toString();
}
