// From a list in Excel to a measure with effect: imported, asked for whether it is all, classified by three, decided in list and chat, requirements to a supplier, a gap that is closed. In this order.
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { sheetsOf } from '../../src/components/import/read-file';
import { text, type TextKey } from '../../src/i18n/text';
import { formatDay } from '../../src/i18n/moment';
import { people, type ExampleName } from '../../src/local/example/people';
import { classificationModel as model } from '../../src/reference/classification-model';
import { meanings, municipalList, named } from '../example-register/municipal-list';
import { workbookOf } from '../example-register/workbook';
import { isOfHiddenList, openBrowser, type TestBrowser } from './browser';
import { isFaultOfChatClient, openChatPage, pressCard, type ChatPage } from './chat';
import { eventsOf, openExample, readList, type ExampleMunicipality, type ListRow } from './example-municipality';
import { chooseByKey, focusedWords, pressByKey } from './keyboard';
import { seriousAgainst, widthAt } from './looked-at';
import {
  answerRequirement,
  classificationIn,
  classify,
  complete,
  openAt,
  proposeMeasure,
  typeDay,
  unfold,
  wordsOf,
  type OwnerField,
  type Said
} from './register-steps';
import { become, choose, openPlace, press } from './tab';

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

test('a list of 320 systems is imported with the keyboard alone, its own words interpreted once, and what is wrong handed back', async () => {
  const before = (await assets()).length;
  const page = await pageOf('securityOfficer');
  const tab = await openAt(page, { ...municipality, theme: 'contrast' }, 'assets');
  await pressByKey(page, tab.getByRole('button', { name: sv('tab.import') }));
  await expectFocusOn(page, sv('tab.import'));
  await pressByKey(page, tab.getByRole('button', { name: 'Nej', exact: true }));
  await pickByKey(page, tab, { name: list.name, content: list.file });
  await lookThroughByKey(page, tab);
  await expectSound(page);
  await interpretByKey(page, tab);
  const right = list.count - list.beyondWords;
  await pressByKey(page, tab.getByRole('button', { name: sv('tab.import.start', { count: right }) }));
  await tab.getByText(sv('tab.import.progress', { done: right, of: right })).waitFor({ timeout: 90_000 });
  await expectFocusOn(page, sv('tab.import.go-on', { count: 0 }));
  expect((await assets()).length - before).toBe(right);

  const saving = tab.getByRole('button', { name: sv('tab.import.save-faulty', { count: list.beyondWords + 1 }) });
  const [download] = await Promise.all([page.waitForEvent('download'), pressByKey(page, saving)]);
  const corrected = await correctedRows(await readFile(await download.path()));
  const again = await openAt(page, municipality, 'assets/import');
  await press(again, 'Nej');
  await again.getByLabel(sv('tab.import.file')).setInputFiles({ name: 'rättade.xlsx', mimeType: '', buffer: Buffer.from(corrected) });
  await again.getByRole('combobox', { name: sv('tab.import.scale') }).click();
  await again.getByRole('option', { name: sv('tab.import.scale.from-0') }).click();
  await press(again, sv('tab.import.look'));
  await press(again, sv('tab.import.start', { count: list.beyondWords }));
  await again.getByText(sv('tab.import.progress', { done: list.beyondWords, of: list.beyondWords })).waitFor();
  expect((await assets()).length - before).toBe(list.count);
  await page.context().close();
});

test('every unit is asked whether that is all: one manager says so on a card, what another told is written in the tab', async () => {
  const page = await pageOf('securityOfficer');
  const tab = await openAt(page, municipality, 'inventory');
  await press(await unfold(tab, new RegExp(`^${sv('tab.inventory.close.title')}$`)), sv('tab.inventory.close.save'));
  await typeDay(tab.getByLabel(sv('tab.inventory.last-day')), dayIn({ days: 21 }));
  await press(tab, sv('tab.inventory.open.save'));
  await pressCard(mats.card(sv('cards.inventory.title')), sv('cards.inventory.complete'));
  await mats.card(sv('cards.inventory.thanks')).getByText('Hemtjänsten').waitFor();

  const after = await openAt(page, municipality, 'inventory');
  const behalf = await unfold(after, new RegExp(`^${sv('tab.inventory.behalf')}$`));
  await behalf.getByRole('combobox', { name: sv('tab.inventory.unit') }).click();
  await after.getByRole('option', { name: /^Grundskolan/ }).click();
  await choose(behalf, sv('tab.inventory.answer'), sv('tab.inventory.answer.missing'));
  await behalf.getByRole('textbox', { name: sv('tab.inventory.text') }).fill('Klasslistorna på papper.');
  await press(behalf, sv('tab.inventory.answer.save'));
  const { displayName: manager } = people.manager;
  await after.getByText(sv('tab.inventory.said.complete', { day: formatDay('sv', dayIn({ days: 0 })), name: manager })).waitFor();
  await after.getByText('Klasslistorna på papper.').waitFor();
  await expectSound(page);
  await page.context().close();
});

test('three people classify one asset each, the first with the keyboard alone', async () => {
  const chosen = (await assets()).filter(isOfHomeCare).slice(0, classifiers.length);
  expect(chosen).toHaveLength(classifiers.length);
  const page = await pageOf('custodian');
  for (const row of chosen) {
    const tab = await openAt(page, municipality, `assets/${reference(row)}`);
    await complete(tab, missingOwners(row));
    await expectSound(page);
  }
  const [first, second, third] = chosen as [ListRow, ListRow, ListRow];
  const byKeyboard = await classifyByKey(page, reference(first));
  await page.context().close();
  const others = [await classifiedBy('securityOfficer', second), await classifiedBy('socialHead', third)];
  followed = chosen.map((row, at) => ({
    asset: reference(row),
    name: String(row['Title']),
    classification: [byKeyboard, ...others][at] ?? ''
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
  await pressCard(card, sv('cards.submitted.decide'));
  await mats.card(sv('cards.you-decided.title')).getByText(third.classification).waitFor();

  const page = await pageOf('manager');
  await openPlace(page, municipality, 'Listan Klassningar');
  for (const { classification } of [first, second]) await page.getByRole('row', { name: classification }).getByRole('checkbox').check();
  await press(page.getByRole('toolbar'), 'Besluta');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(sv('tab.decide-many.heading', { count: 2 })).waitFor();
  await press(dialog, sv('tab.decide-many.decide', { count: 2 }));
  await dialog.getByText(sv('tab.decide-many.result', { done: 2, left: 0 })).waitFor();
  await press(dialog, sv('tab.close'));
  await page.context().close();
  for (const { asset, classification } of followed) {
    expect((await assets()).find((row) => reference(row) === asset)).toMatchObject({ Status: 'Aktiv', Klassning: classification });
    expect(await eventsOf(municipality, classification)).toEqual(['classification-submitted', 'classification-decided']);
  }
});

test('what the class demands goes to the supplier, and what it lacks becomes a measure that is decided on a card, done and verified', async () => {
  const asset = followed[0]?.asset ?? '';
  const page = await pageOf('custodian');
  const tab = await openAt(page, municipality, `assets/${asset}`);
  const [download] = await Promise.all([page.waitForEvent('download'), press(tab, sv('tab.requirements.annex'))]);
  expect(wordsIn(await readFile(await download.path()))).toContain('Kravbilaga');
  const sending = await unfold(tab, new RegExp(`^${sv('tab.requirements.send')}$`));
  await sending.getByRole('textbox', { name: sv('tab.requirements.send.supplier') }).fill('Driften i Norr');
  await sending.getByRole('textbox', { name: sv('tab.requirements.send.to') }).fill('Säkerhetsansvarig');
  await typeDay(sending.getByLabel(sv('tab.requirements.send.due')), dayIn({ days: 30 }));
  await press(sending, sv('tab.requirements.send.save'));
  const party = await unfold(tab, /^Leverantören Driften i Norr/);
  await party.getByText(/^Skickade till Säkerhetsansvarig/).waitFor();
  await party.getByRole('textbox', { name: sv('tab.requirements.said-by') }).fill('Säkerhetsansvarig');
  const code = await firstCode(party);
  const lacking = await answerRequirement(party, { code, answer: sv('requirement.standing.no'), proof: 'Kommer i version 9' });
  await proposeMeasure(tab, lacking, {
    what: 'Kräv det i det nya avtalet',
    cost: '45 000',
    owner: 'it',
    due: dayIn({ days: 40 }),
    check: dayIn({ days: 60 })
  });
  await tab.getByRole('region', { name: /Kräv det i det nya avtalet$/ }).waitFor();
  await expectSound(page);
  await page.context().close();
  const filter = `Tillgangsnummer eq '${asset}'`;
  const [row] = (await readList(municipality, { list: 'Atgarder', as: 'custodian', filter })).rows;
  measure = String(row?.['Referens']);
  expect(row).toMatchObject({ Title: 'Kräv det i det nya avtalet', Krav: code, Kostnad: 45_000, Status: sv('measure.state.proposed') });

  const card = birgitta.page.getByLabel(sv('cards.measure-proposed.title'), { exact: true }).filter({ hasText: measure });
  await card.getByText('Kräv det i det nya avtalet').waitFor();
  await pressCard(card, sv('tab.measure.decide.save'));
  await birgitta.card(sv('cards.measure-decided.title')).getByText(measure).waitFor();
  await onMeasure('it', 'from Hem', async (its) => {
    const form = await unfold(its, new RegExp(`^${sv('tab.measure.finish')}$`));
    await form.getByRole('textbox').fill('Kravet står i avtalet som gäller från i dag.');
    await press(form, sv('tab.measure.finish.save'));
    await its.getByText(sv('measure.state.done'), { exact: true }).first().waitFor();
  });
  await onMeasure('securityOfficer', 'by its address', async (its) => {
    const form = await unfold(its, new RegExp(`^${sv('tab.measure.check.do')}$`));
    await choose(form, sv('tab.measure.check.label'), sv('tab.measure.check.yes'));
    await form.getByRole('textbox', { name: sv('tab.measure.check.text') }).fill('Provat tillsammans med leverantören.');
    await press(form, sv('tab.measure.check.save'));
    await its.getByText(sv('measure.state.effective'), { exact: true }).first().waitFor();
  });
  expect((await readList(municipality, { list: 'Atgarder', as: 'custodian', filter })).rows).toMatchObject([
    { Referens: measure, Status: sv('measure.state.effective') }
  ]);
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

/** Waits until the focus is where one reads on. */
async function expectFocusOn(page: Page, words: string): Promise<void> {
  for (let left = 50; left > 0 && (await focusedWords(page)) !== words; left -= 1) await page.waitForTimeout(100);
  expect(await focusedWords(page)).toBe(words);
}

async function pickByKey(
  page: Page,
  tab: FrameLocator,
  { name, content }: { readonly name: string; readonly content: Uint8Array }
): Promise<void> {
  const field = tab.getByLabel(sv('tab.import.file'));
  await field.waitFor();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
  await chooser.setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

/** One column is called as nobody could guess, and how the classes are numbered nobody can. */
async function lookThroughByKey(page: Page, tab: FrameLocator): Promise<void> {
  await tab.getByText(sv('tab.import.unmapped', { columns: 'Beskrivning / syfte, Kommentar IT' })).waitFor();
  await chooseByKey(page, tab.getByRole('combobox', { name: 'Beskrivning / syfte' }), sv('tab.import.field.description'));
  await chooseByKey(page, tab.getByRole('combobox', { name: sv('tab.import.scale') }), sv('tab.import.scale.from-0'));
  await pressByKey(page, tab.getByRole('button', { name: sv('tab.import.look') }));
  await expectFocusOn(page, sv('tab.import.words', { count: Object.keys(meanings).length + named.length }));
}

/** From the first word to the last, as they stand. */
async function interpretByKey(page: Page, tab: FrameLocator): Promise<void> {
  const region = tab.getByRole('region', { name: sv('tab.import.words', { count: Object.keys(meanings).length + named.length }) });
  const labels = await region.locator('label').allInnerTexts();
  for (const label of labels) {
    const [, word = ''] = /^”(.+)” \(/.exec(label) ?? [];
    await chooseByKey(page, region.getByRole('combobox', { name: label }), meaningOf(word));
  }
}

function meaningOf(word: string): RegExp {
  const person = named.find(({ displayName }) => displayName === word);
  const meaning = person === undefined ? meanings[word as keyof typeof meanings] : `${person.displayName}, ${person.mail}`;
  return new RegExp(`^${meaning.replaceAll('.', '\\.')}`);
}

/** As somebody puts the rows right in Excel: what each lacks is written in; the sum is no system, and goes. */
async function correctedRows(file: Uint8Array): Promise<Uint8Array> {
  const read = await sheetsOf('rader.xlsx', file);
  if ('fault' in read) throw new Error(read.fault);
  const [headings = [], ...rows] = read.sheets[0]?.lines ?? [];
  const at = (heading: string): number => headings.indexOf(heading);
  const corrected = rows
    .filter((row) => row[at('Systemnamn')] !== 'Summa')
    .map((row, number) =>
      row.map((cell, column) => {
        if (column === at('Nr')) return `R-${number + 1}`;
        if (column === at('Systemnamn')) return cell.trim() === '' ? `Pärm utan namn ${number + 1}` : cell;
        if (column === at('Förvaltning/enhet')) return cell.trim() === '' ? 'Kansliet' : cell;
        if (column === at('Typ')) return cell.trim() === '' ? 'Filyta' : cell;
        if (column === at('Avtal t.o.m.')) return cell === 'tills vidare' ? '' : cell;
        return column === at('K') && cell === '4' ? '3' : cell;
      })
    );
  return workbookOf({ name: 'Att rätta', rows: [headings, ...corrected], merged: [] });
}

/** The whole wizard, and the focus on what comes after every press. */
async function classifyByKey(page: Page, asset: string): Promise<string> {
  const tab = await openAt(page, { ...municipality, theme: 'dark' }, `assets/${asset}`);
  await pressByKey(page, tab.getByRole('button', { name: sv('tab.asset.classify') }));
  for (const [at, question] of model.questions.entries()) {
    await tab.getByText(sv('tab.classify.progress', { at: at + 1, count: model.questions.length })).waitFor();
    if (at > 0) await expectFocusOn(page, question.title.sv);
    const group = tab.getByRole('group');
    for (const words of wordsOf(question, sensitive)) {
      if (question.many === true) await pressByKey(page, group.getByRole('checkbox', { name: words, exact: true }), 'Space');
      else await pressByKey(page, group.getByRole('button', { name: words, exact: true }));
    }
    if (question.many === true) await pressByKey(page, tab.getByRole('button', { name: sv('tab.classify.next'), exact: true }));
    if (at === 1) await expectSound(page);
  }
  await expectFocusOn(page, sv('tab.classify.result'));
  await backAndForth(page, tab);
  await expectSound(page);
  await pressByKey(page, tab.getByRole('button', { name: sv('tab.classify.submit') }));
  await expectFocusOn(page, sv('tab.classify.submitted'));
  return classificationIn(tab);
}

/** To the last question and to the result again. */
async function backAndForth(page: Page, tab: FrameLocator): Promise<void> {
  await pressByKey(page, tab.getByRole('button', { name: sv('tab.classify.back'), exact: true }));
  await expectFocusOn(page, model.questions.at(-1)?.title.sv ?? '');
  await pressByKey(page, tab.getByRole('button', { name: sv('tab.classify.next'), exact: true }));
  await expectFocusOn(page, sv('tab.classify.result'));
}

async function classifiedBy(name: ExampleName, row: ListRow): Promise<string> {
  const page = await pageOf(name);
  const classification = await classify(await openAt(page, municipality, `assets/${reference(row)}/classify`), sensitive);
  await page.context().close();
  return classification;
}

/** The code of the first requirement that is put to the supplier. */
async function firstCode(party: ReturnType<FrameLocator['locator']>): Promise<string> {
  const [code] = /[A-Z]-\d{2}/.exec(await party.innerText()) ?? [];
  if (code === undefined) throw new Error('No requirement is put to the supplier.');
  return code;
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
  if (how === 'from Hem') await tab.getByRole('link', { name: new RegExp(measure) }).click();
  await tab.getByRole('heading', { name: sv('tab.measure.heading', { reference: measure }) }).waitFor();
  await act(tab);
  await expectSound(page);
  await page.context().close();
}

/** As a date field takes it, so many days from today in Sweden. */
function dayIn(later: { readonly days: number }): string {
  return Temporal.Now.plainDateISO('Europe/Stockholm').add(later).toString();
}
