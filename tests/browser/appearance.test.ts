// How the tab looks and reads: three themes, narrow widths, an accessibility check, and nothing but Swedish words in the Swedish interface.
import AxeBuilder from '@axe-core/playwright';
import type { Frame, Page } from 'playwright-core';
import { isOfHiddenList, openBrowser, type TestBrowser } from './browser';
import { openExample, type ExampleMunicipality } from './example-municipality';
import { become, tabIn } from './tab';

/** Screens of the tab as Mats sees them: the subpage, and words that are there when all of it is read. */
const screens = [
  { name: 'Hem', subpage: 'home', shown: 'Besluta om klassningen av Trygghetslarmen' },
  { name: 'Rapportera incident', subpage: 'report', shown: 'Kan det här röra Sveriges säkerhet?' },
  { name: 'Tillgångar', subpage: 'assets', shown: 'Hemtjänstens planering' },
  { name: 'Översikt', subpage: 'overview', shown: 'Högst klass först. Utkast räknas inte.' },
  { name: 'en tillgång', subpage: 'assets/T-2026-0001', shown: 'Vad det är och vem som ansvarar' },
  { name: 'en fråga', subpage: 'assets/T-2026-0001/classify', shown: 'Fråga 1 av 43' },
  { name: 'importera', subpage: 'assets/import', shown: 'Kan uppgifterna ha betydelse för Sveriges säkerhet?' },
  { name: 'ny tillgång', subpage: 'assets/new', shown: 'Kan uppgifterna ha betydelse för Sveriges säkerhet?' },
  { name: 'inventering', subpage: 'inventory', shown: 'Nyckelskåpet i personalrummet' },
  { name: 'Årshjul', subpage: 'yearly/2027', shown: 'Ledningens genomgång' },
  { name: 'Ändringsförslag', subpage: 'proposals', shown: 'Vad som borde vara annorlunda i klassningsmodellen eller kraven.' },
  { name: 'krav utan svar', subpage: 'requirements', shown: 'Överst står det som är mest värt att börja med' },
  { name: 'Beslut', subpage: 'decisions', shown: 'Birgitta Sundvall' },
  { name: 'ett beslut', subpage: 'decisions/K-2026-0005', shown: 'Det finns inget tidigare beslut' },
  { name: 'Incidenter', subpage: 'incidents', shown: 'I-2026-0002' },
  { name: 'Statistik', subpage: 'incidents/statistics', shown: 'Tid tills någon tog emot' },
  { name: 'Regelverk', subpage: 'incidents/rules', shown: 'Verksamheten begränsad i mer än 12 timmar.' },
  { name: 'en incident', subpage: 'incidents/I-2026-0002', shown: 'Hur länge låg listan kvar på skrivaren?' }
] as const;
type Screen = Readonly<Record<'name' | 'subpage' | 'shown', string>>;

let browser: TestBrowser;
let municipality: ExampleMunicipality;
let page: Page;

beforeAll(async () => {
  [browser, municipality] = await Promise.all([openBrowser(), openExample([])]);
  page = await browser.newPage();
  await become(page, municipality, 'manager');
}, 120_000);

afterEach(() => {
  expect(browser.takeComplaints().filter((complaint) => !isOfHiddenList(complaint))).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await municipality.stop();
});

describe.each(['default', 'dark', 'contrast'])('in the theme %s', (theme) => {
  test.each(screens)('$name has nothing serious against it for those who cannot see or point', async (screen) => {
    await show(screen, theme);
    const { violations } = await new AxeBuilder({ page }).include(['#teams-tab', 'body']).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
  });
});

/** By those who can do most: IT with the incident itself, its measures and an exercise, the informationssäkerhetsansvarig with its legal track as well. */
const unfolded = [
  ['it', 'incidents/I-2026-0002', 'Hur länge låg listan kvar på skrivaren?'],
  ['securityOfficer', 'incidents/I-2026-0002', 'Dataskyddsförordningen: Socialnämnden'],
  ['it', 'incidents/I-2026-0001', 'Räkna surfplattorna'],
  ['it', 'measures/M-2026-0001', 'Räkna surfplattorna'],
  ['securityOfficer', 'overview/exit', 'Skapa utträdespaket'],
  ['it', 'incidents/exercise', 'Rapportera som om det hade hänt']
] as const;

test.each(unfolded)(
  'all that %s can do at %s, unfolded, has nothing serious against it, and fits a telephone',
  async (name, subpage, shown) => {
    await become(page, municipality, name);
    await show({ name: subpage, subpage, shown }, 'default');
    await tab().evaluate('document.querySelectorAll("details").forEach((folded) => { folded.open = true; })');
    const { violations } = await new AxeBuilder({ page }).include(['#teams-tab', 'body']).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
    await narrowTo(320);
    expect(await tab().evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await become(page, municipality, 'manager');
  }
);

describe.each([320, 400])('at %i pixels', (width) => {
  test.each(screens)('$name needs no sideways scrolling', async (screen) => {
    await show(screen, 'default');
    await narrowTo(width);
    expect(await tab().evaluate('document.documentElement.clientWidth')).toBe(width);
    expect(await tab().evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});

test.each(screens)('$name says everything in Swedish, and no code or key of ours', async (screen) => {
  await show(screen, 'default');
  const said = await everythingSaid(tab());
  expect(said).toContain(screen.shown);
  expect(said.match(english) ?? []).toEqual([]);
  expect(said.replaceAll(addresses, '').match(keys) ?? []).toEqual([]);
});

/** Words that Swedish does not have and that components left in English would show. */
const english =
  /\b(?:the|and|or|of|with|loading|error|search|cancel|save|close|submit|back|next|previous|retry|remove|clear|required|select|choose|not|no|yes|unknown|undefined|null|object|show|hide|suggestions?|results?|draft|asset|incident reported)\b/gi;
const addresses = /\S+@\S+|https?:\/\/\S+/g;
const keys = /\b[a-z]+\.[a-z][a-z-]+\b/g;

async function show({ subpage, shown }: Screen, theme: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${municipality.origin}/teams?theme=${theme}&sub=${encodeURIComponent(subpage)}`);
  await tabIn(page).getByText(shown).first().waitFor();
  await tab().evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished))');
}

/** The frame gets the width; what the page around it takes comes on top. */
async function narrowTo(width: number): Promise<void> {
  const around = await page.evaluate<number>('window.innerWidth - document.getElementById("teams-tab").clientWidth');
  await page.setViewportSize({ width: width + around, height: 640 });
  const taken = await page.evaluate<number>('document.getElementById("teams-tab").clientWidth');
  if (taken !== width) await page.setViewportSize({ width: width + around + width - taken, height: 640 });
  await tabIn(page).getByRole('button', { name: 'Meny' }).waitFor();
}

function tab(): Frame {
  const frame = page.frame({ name: 'embedded-page-container' });
  if (frame === null) throw new Error('The Teams page has no frame.');
  return frame;
}

/** The text that is seen, and what is only said to screen readers. */
function everythingSaid(frame: Frame): Promise<string> {
  return frame.evaluate(`[
    document.body.innerText,
    ...['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.body.querySelectorAll('[' + name + ']')].map((element) => element.getAttribute(name))
    )
  ].join('\\n')`);
}
