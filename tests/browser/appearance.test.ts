// How the tab looks and reads: three themes, narrow widths, an accessibility check, and nothing but Swedish words in the Swedish interface.
import type { Page } from 'playwright-core';
import type { Language } from '../../src/domain/language';
import { texts } from '../../src/i18n/every-language';
import type { TextKey } from '../../src/i18n/text';
import { classificationModel as model } from '../../src/reference/classification-model';
import { requirementCatalogue } from '../../src/reference/requirement-catalogue';
import { isOfHiddenList, openBrowser, type TestBrowser } from './browser';
import { openExample, type ExampleMunicipality } from './example-municipality';
import { everythingSaid, frameOf, seriousAgainst, widthAt } from './looked-at';
import { become, tabIn } from './tab';

/** Screens of the tab as Mats sees them: the subpage, and words that are there when all of it is read; of the register's side also the text that is there in any language. */
const screens = [
  { name: 'Hem', subpage: 'home', shown: 'Besluta om klassningen av Trygghetslarmen' },
  { name: 'Rapportera incident', subpage: 'report', shown: 'Kan det här röra Sveriges säkerhet?' },
  { name: 'Tillgångar', subpage: 'assets', shown: 'Hemtjänstens planering', ofRegister: 'tab.assets.add' },
  { name: 'Översikt', subpage: 'overview', shown: 'Högst klass först. Utkast räknas inte.', ofRegister: 'tab.overview.attention.help' },
  { name: 'en tillgång', subpage: 'assets/T-2026-0001', shown: 'Vad det är och vem som ansvarar', ofRegister: 'tab.asset.about' },
  { name: 'en fråga', subpage: 'assets/T-2026-0001/classify', shown: 'Fråga 1 av 43', ofRegister: 'tab.classify.so-far' },
  {
    name: 'importera',
    subpage: 'assets/import',
    shown: 'Kan uppgifterna ha betydelse för Sveriges säkerhet?',
    ofRegister: 'tab.asset.security.why'
  },
  { name: 'ny tillgång', subpage: 'assets/new', shown: 'Kan uppgifterna ha betydelse för Sveriges säkerhet?' },
  { name: 'inventering', subpage: 'inventory', shown: 'Nyckelskåpet i personalrummet' },
  { name: 'Årshjul', subpage: 'yearly/2027', shown: 'Ledningens genomgång' },
  { name: 'Ändringsförslag', subpage: 'proposals', shown: 'Vad som borde vara annorlunda i klassningsmodellen eller kraven.' },
  {
    name: 'krav utan svar',
    subpage: 'requirements',
    shown: 'Överst står det som är mest värt att börja med',
    ofRegister: 'tab.unanswered.how'
  },
  { name: 'Beslut', subpage: 'decisions', shown: 'Birgitta Sundvall' },
  { name: 'ett beslut', subpage: 'decisions/K-2026-0005', shown: 'Det finns inget tidigare beslut', ofRegister: 'tab.decision.first' },
  { name: 'en åtgärd', subpage: 'measures/M-2026-0003', shown: 'Låt två personer se varje rättning', ofRegister: 'tab.measure.owner' },
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
    expect(await seriousAgainst(page)).toEqual([]);
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
    await frameOf(page).evaluate('document.querySelectorAll("details").forEach((folded) => { folded.open = true; })');
    expect(await seriousAgainst(page)).toEqual([]);
    expect(await widthAt(page, 320)).toBeLessThanOrEqual(320);
    await become(page, municipality, 'manager');
  }
);

test.each(screens)(
  '$name says everything in Swedish, no code or key of ours, and needs no sideways scrolling at any width',
  async (screen) => {
    await show(screen, 'default');
    const said = await everythingSaid(page);
    expect(said).toContain(screen.shown);
    expect(said.match(english) ?? []).toEqual([]);
    expect(said.replaceAll(addresses, '').match(keys) ?? []).toEqual([]);
    for (const width of [1600, 400, 320]) expect(await widthAt(page, width)).toBeLessThanOrEqual(width);
    await tabIn(page).getByRole('button', { name: 'Meny' }).waitFor();
  }
);

describe.each(['en', 'fi'] as const)('in %s', (language) => {
  test.each(screens.filter((screen) => 'ofRegister' in screen))(
    '$name says nothing of the product in Swedish, and needs no sideways scrolling on a telephone',
    async ({ subpage, ofRegister }) => {
      await page.goto(`${municipality.origin}/teams?locale=${locales[language]}&sub=${encodeURIComponent(subpage)}`);
      await tabIn(page).locator(`[lang="${language}"]`).first().waitFor();
      await tabIn(page).getByText(texts[language][ofRegister]).first().waitFor();
      const lines = (await everythingSaid(page)).split('\n').map((line) => line.trim());
      expect(lines.filter((line) => swedish(language).has(line))).toEqual([]);
      expect(await widthAt(page, 320)).toBeLessThanOrEqual(320);
    }
  );
});

const locales = { en: 'en-us', fi: 'fi-fi' } as const;

/** Whatever is said otherwise in the other language: texts without values in them, the questions and the requirements. */
function swedish(language: Language): ReadonlySet<string> {
  const ofTexts = (Object.keys(texts.sv) as TextKey[]).map((key) => ({ sv: texts.sv[key], other: texts[language][key] }));
  const inWords = [
    ...model.questions.flatMap(({ title, help, options }) => [title, help, ...options.map(({ words }) => words)]),
    ...requirementCatalogue.requirements.flatMap(({ is, shall }) => [is, shall ?? is])
  ].map((words) => ({ sv: words.sv, other: words[language] }));
  return new Set([...ofTexts, ...inWords].filter(({ sv, other }) => sv !== other && sv.includes(' ')).map(({ sv }) => sv));
}

/** Words that Swedish does not have and that components left in English would show. */
const english =
  /\b(?:the|and|or|of|with|loading|error|search|cancel|save|close|submit|back|next|previous|retry|remove|clear|required|select|choose|not|no|yes|unknown|undefined|null|object|show|hide|suggestions?|results?|draft|asset|incident reported)\b/gi;
const addresses = /\S+@\S+|https?:\/\/\S+/g;
const keys = /\b[a-z]+\.[a-z][a-z-]+\b/g;

async function show({ subpage, shown }: Screen, theme: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${municipality.origin}/teams?theme=${theme}&sub=${encodeURIComponent(subpage)}`);
  await tabIn(page).getByText(shown).first().waitFor();
}
