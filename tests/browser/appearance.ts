// How screens of the tab look and read: each in three themes and three languages, unfolded, at five widths, and with an accessibility check.
import type { Page } from 'playwright-core';
import type { Language } from '../../src/domain/language';
import { texts } from '../../src/i18n/every-language';
import type { TextKey } from '../../src/i18n/text';
import type { ExampleName } from '../../src/local/example/people';
import { isOfHiddenList, openBrowser, type TestBrowser } from './browser';
import { openExample, type ExampleMunicipality } from './example-municipality';
import { everythingSaid, frameOf, seriousAgainst, widthAt } from './looked-at';
import { become, tabIn } from './tab';
import { keysIn, wordsOfOtherLanguages } from './spoken';

export interface Screen {
  readonly name: string;
  /** Who looks. */
  readonly as: ExampleName;
  readonly subpage: string;
  /** What the product says there, in any language, when all of it is read. */
  readonly says: TextKey;
  /** What somebody has written, and is there in their own words when all of it is read. */
  readonly shows?: string;
}

/** Each screen is read in each theme and in each language; together, since neither hides what the other shows. */
const visits = [
  { theme: 'default', scheme: 'light', language: 'sv', locale: 'sv-se' },
  { theme: 'dark', scheme: 'dark', language: 'en', locale: 'en-us' },
  { theme: 'contrast', scheme: 'dark', language: 'fi', locale: 'fi-fi' }
] as const;

/** A wide screen, a small window of Teams or a column of SharePoint, and telephones. */
const widths = [1600, 1000, 800, 400, 320];

export function describeAppearance(screens: readonly Screen[]): void {
  let browser: TestBrowser;
  let municipality: ExampleMunicipality;
  let page: Page;
  let who: ExampleName | undefined;

  beforeAll(async () => {
    [browser, municipality] = await Promise.all([openBrowser(), openExample([])]);
    page = await browser.newPage();
  }, 120_000);

  afterEach(() => {
    expect(browser.takeComplaints().filter((complaint) => !isOfHiddenList(complaint))).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await municipality.stop();
  });

  describe.each(visits)('in the theme $theme, for whoever reads $language', (visit) => {
    test.each(screens)(
      '$name has nothing against it for those who cannot see or point, speaks one language, and needs no sideways scrolling',
      async (screen) => {
        if (who !== screen.as) await become(page, municipality, screen.as);
        who = screen.as;
        await show(page, `${municipality.origin}/teams?theme=${visit.theme}&locale=${visit.locale}`, screen, visit.language);
        expect(await faultsOf(page, visit.language)).toEqual({ serious: [], foreign: [], keys: [], tooWide: [] });
        expect(await schemeOf(page)).toBe(visit.scheme);
        await tabIn(page)
          .getByRole('button', { name: menuIn(visit.language) })
          .waitFor();
      }
    );
  });
}

async function show(page: Page, tab: string, { subpage, says, shows }: Screen, language: Language): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${tab}&sub=${encodeURIComponent(subpage)}`);
  for (const words of [texts[language][says], ...(shows === undefined ? [] : [shows])]) {
    await tabIn(page).getByText(words).filter({ visible: true }).first().waitFor();
  }
  await frameOf(page).evaluate('document.querySelectorAll("details").forEach((folded) => { folded.open = true; })');
}

interface Faults {
  readonly serious: readonly object[];
  readonly foreign: readonly string[];
  readonly keys: readonly string[];
  readonly tooWide: readonly number[];
}

async function faultsOf(page: Page, language: Language): Promise<Faults> {
  const serious = await seriousAgainst(page);
  const said = await everythingSaid(page);
  const tooWide: number[] = [];
  for (const width of widths) if ((await widthAt(page, width)) > width) tooWide.push(width);
  return { serious, foreign: wordsOfOtherLanguages(said, language), keys: keysIn(said), tooWide };
}

/** The menu says where one is as well. */
function menuIn(language: Language): string {
  return texts[language]['tab.nav.menu'].replace('{current}', '').trim();
}

/** In which colours the browser draws what it draws itself, such as the calendar of a date field. */
function schemeOf(page: Page): Promise<string> {
  return frameOf(page).evaluate('getComputedStyle(document.querySelector("h1")).colorScheme');
}
