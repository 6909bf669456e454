// Every screen with the keyboard alone: all that can be pressed is come to with Tab and the arrows, shows that it has the focus, and lets go of it.
import type { Page } from 'playwright-core';
import type { ExampleName } from '../../src/local/example/people';
import { isOfHiddenList, openBrowser, type TestBrowser } from './browser';
import { openExample, type ExampleMunicipality } from './example-municipality';
import { walkThrough } from './keyboard-walk';
import { become, tabIn } from './tab';

/** By those who can do most there: words that are there when all of it is read. */
const screens = [
  ['manager', 'home', 'Besluta om klassningen av Trygghetslarmen'],
  ['manager', 'report', 'Kan det här röra Sveriges säkerhet?'],
  ['manager', 'assets', 'Hemtjänstens planering'],
  ['manager', 'assets/new', 'Kan uppgifterna ha betydelse för Sveriges säkerhet?'],
  ['manager', 'assets/import', 'Kan uppgifterna ha betydelse för Sveriges säkerhet?'],
  ['manager', 'overview', 'Högst klass först. Utkast räknas inte.'],
  ['manager', 'assets/T-2026-0001', 'Vad det är och vem som ansvarar'],
  ['manager', 'assets/T-2026-0001/classify', 'Fråga 1 av 43'],
  ['manager', 'requirements', 'Överst står det som är mest värt att börja med'],
  ['manager', 'decisions', 'Birgitta Sundvall'],
  ['manager', 'decisions/K-2026-0005', 'Det finns inget tidigare beslut'],
  ['manager', 'incidents', 'I-2026-0002'],
  ['manager', 'measures/M-2026-0003', 'Låt två personer se varje rättning'],
  ['manager', 'incidents/statistics', 'Tid tills någon tog emot'],
  ['manager', 'incidents/rules', 'Verksamheten begränsad i mer än 12 timmar.'],
  ['it', 'incidents/I-2026-0002', 'Hur länge låg listan kvar på skrivaren?'],
  ['it', 'measures/M-2026-0001', 'Räkna surfplattorna'],
  ['it', 'incidents/exercise', 'Rapportera som om det hade hänt'],
  ['securityOfficer', 'incidents/I-2026-0002', 'Dataskyddsförordningen: Socialnämnden'],
  ['securityOfficer', 'inventory', 'Nyckelskåpet i personalrummet'],
  ['securityOfficer', 'yearly/2027', 'Ledningens genomgång'],
  ['securityOfficer', 'proposals', 'Vad som borde vara annorlunda i klassningsmodellen eller kraven.'],
  ['securityOfficer', 'overview/exit', 'Skapa utträdespaket']
] as const satisfies readonly (readonly [ExampleName, string, string])[];

let browser: TestBrowser;
let municipality: ExampleMunicipality;
let page: Page;

/** Hundreds of stops on the longest screens. */
jest.setTimeout(180_000);

beforeAll(async () => {
  [browser, municipality] = await Promise.all([openBrowser(), openExample([])]);
  page = await browser.newPage();
});

afterEach(() => {
  expect(browser.takeComplaints().filter((complaint) => !isOfHiddenList(complaint))).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await municipality.stop();
});

test.each(screens)('%s comes to everything at %s with the keyboard, sees where they are, and gets out', async (name, subpage, shown) => {
  await become(page, municipality, name);
  await page.goto(`${municipality.origin}/teams?sub=${encodeURIComponent(subpage)}`);
  await tabIn(page).getByText(shown).first().waitFor();
  const { stops, ...walked } = await walkThrough(page);
  expect(walked).toEqual({ missed: [], unseen: [], letGo: true });
  expect(stops).toBeGreaterThan(1);
});
