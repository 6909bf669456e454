// Eight cases from the first words to a closed case, in a real browser: told in chat or tab, handled in the tab, read back from the lists.
import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { text } from '../../src/i18n/text';
import type { ExampleName } from '../../src/local/example/people';
import { isOfHiddenList, openBrowser, type TestBrowser } from './browser';
import {
  addFile,
  answerLaw,
  answerQuestion,
  assess,
  assign,
  close,
  correctKnowledge,
  decide,
  fetchFile,
  move,
  openFromHome,
  openIncident,
  openTrack,
  receiveForIt,
  recordSent,
  trackIn,
  write
} from './case-handling';
import { fillInAndSend, reportFromMessage } from './case-reporting';
import { isFaultOfChatClient, openChatPage, pressCard, type ChatPage } from './chat';
import { eventsOf, openExample, readList, type ExampleMunicipality } from './example-municipality';
import { realCases, type RealCase, type Tracked } from './real-cases';
import { become, openPlace, press, tabIn } from './tab';

const reporters = ['employee', 'teacher'] as const satisfies readonly ExampleName[];
const handlers = ['it', 'securityOfficer', 'director'] as const satisfies readonly ExampleName[];

let browser: TestBrowser;
let municipality: ExampleMunicipality;
let chats: Readonly<Partial<Record<ExampleName, ChatPage>>>;
let tabs: Readonly<Record<(typeof handlers)[number], Page>>;

/** A whole case on a busy machine. */
jest.setTimeout(180_000);

beforeAll(async () => {
  [browser, municipality] = await Promise.all([openBrowser(), openExample(reporters)]);
  const opened = await Promise.all(municipality.chats.map((chat) => openChatPage(browser, chat)));
  chats = Object.fromEntries(reporters.map((name, index) => [name, opened[index]]));
  const [it, securityOfficer, director] = (await Promise.all(handlers.map(tabOf))) as [Page, Page, Page];
  tabs = { it, securityOfficer, director };
}, 180_000);

afterEach(() => {
  const complaints = browser.takeComplaints();
  expect(complaints.filter((complaint) => !isFaultOfChatClient(complaint) && !isOfHiddenList(complaint))).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await municipality.stop();
});

test.each(realCases)('$title', async (theCase) => {
  const reference = await told(theCase);
  await handled(theCase, reference);
  for (const track of theCase.tracks) await tracked(track, reference);
  await closed(theCase, reference);
  await readBack(theCase, reference);
});

async function tabOf(name: ExampleName): Promise<Page> {
  const page = await browser.newPage();
  await become(page, municipality, name);
  await openPlace(page, municipality, 'Värna i Teams');
  return page;
}

async function told({ told: how }: RealCase): Promise<string> {
  if (how.through === 'tab') return referenceIn(await toldInTab(how));
  const chat = chats[how.by];
  if (chat === undefined) throw new Error(`There is no chat of ${how.by}.`);
  if (how.through === 'message') await reportFromMessage(municipality, how);
  else await chat.write('rapportera incident');
  return referenceIn(await fillInAndSend({ cards: (heading) => chat.page.getByLabel(heading, { exact: true }), press: pressCard }, how));
}

async function toldInTab(how: RealCase['told']): Promise<string> {
  const page = await tabOf(how.by);
  await tabIn(page)
    .getByRole('link', { name: text('sv', 'tab.home.report') })
    .click();
  const receipt = await fillInAndSend({ cards: (heading) => tabIn(page).getByLabel(heading, { exact: true }), press }, how);
  await page.context().close();
  return receipt;
}

async function handled({ assessed, asked, stages, told: { by } }: RealCase, reference: string): Promise<void> {
  const tab = await openIncident(tabs.it, reference);
  await receiveForIt(tab);
  await assess(tab, assessed);
  await assign(tab, 'it');
  await move(tab, 'handle');
  if (asked !== undefined) {
    await write(tab, 'ask', asked.question);
    const page = await tabOf(by);
    const theirs = await openIncident(page, reference);
    await answerQuestion(theirs, asked.answer);
    if (asked.file !== undefined) await addFile(theirs, asked.file);
    await page.context().close();
  }
  const going = asked === undefined ? tab : await openIncident(tabs.it, reference);
  if (asked?.file !== undefined) expect(await fetchFile(tabs.it, asked.file.name)).toBe(asked.file.content);
  for (const stage of [...stages, 'analyse'] as const) await move(going, stage);
}

/** By the informationssäkerhetsansvarig, but for the decision, which is the director's. */
async function tracked(track: Tracked, reference: string): Promise<void> {
  const tab = await openIncident(tabs.securityOfficer, reference);
  await openTrack(tab, track);
  const card = trackIn(tab, track);
  if (track.known !== undefined) await correctKnowledge(card, swedishTime({ daysAgo: track.known.daysBefore }), track.known.because);
  await answerLaw(card, track);
  await decide(trackIn(await openFromHome(tabs.director, reference), track), track);
  const decided = trackIn(await openIncident(tabs.securityOfficer, reference), track);
  for (const sent of track.sent) await recordSent(decided, sent, swedishTime({ daysAgo: 0 }));
}

async function closed(theCase: RealCase, reference: string): Promise<void> {
  const { consulted } = theCase;
  if (consulted !== undefined) await write(await openIncident(tabs.securityOfficer, reference), 'consult', consulted);
  await close(await openIncident(tabs.it, reference), theCase);
}

/** The list says what was done, to those who may know and to nobody else; the log's chain holds. */
async function readBack({ told: { by, description }, assessed, tracks }: RealCase, reference: string): Promise<void> {
  const filter = `Referens eq '${reference}'`;
  const expected = {
    Status: 'Stängd',
    Beskrivning: description,
    Kategori: text('sv', `incident.category.${assessed.category}`),
    Allvarlighet: text('sv', `severity.${assessed.severity ?? assessed.suggested}`)
  };
  for (const as of ['service', 'it', by] as const)
    expect((await readList(municipality, { list: 'Incidenter', as, filter })).rows).toMatchObject([expected]);
  expect((await readList(municipality, { list: 'Incidenter', as: outsider(by), filter })).rows).toEqual([]);
  const events = await eventsOf(municipality, reference);
  expect([events[0], events.at(-1)]).toEqual(['incident-reported', 'incident-closed']);
  const byIncident = `Incidentnummer eq '${reference}'`;
  const kept = (await readList(municipality, { list: 'Rapporteringsspar', as: 'securityOfficer', filter: byIncident })).rows;
  expect(kept).toHaveLength(tracks.length);
  for (const as of ['it', by] as const)
    expect((await readList(municipality, { list: 'Rapporteringsspar', as, filter: byIncident })).rows).toEqual([]);
}

function referenceIn(words: string): string {
  const [reference] = /I-\d{4}-\d{4,}/.exec(words) ?? [];
  if (reference === undefined) throw new Error(`There is no number in: ${words}`);
  return reference;
}

/** As a field of the browser takes it. */
function swedishTime({ daysAgo }: { readonly daysAgo: number }): string {
  const at = Temporal.Now.zonedDateTimeISO('Europe/Stockholm').subtract({ days: daysAgo });
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Somebody whom the case does not concern. */
function outsider(reporter: ExampleName): ExampleName {
  return reporter === 'custodian' ? 'principal' : 'custodian';
}
