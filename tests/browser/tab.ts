// The tab and the start page, used as a person uses them.
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { people, type ExampleName } from '../../src/local/example/people';
import type { Municipality } from '../../src/local/municipality';
import { picture } from './pictures';

/** Chooses on the start page who to be, as a newcomer does. */
export async function become(page: Page, { origin }: Municipality, name: ExampleName): Promise<void> {
  await page.goto(origin);
  await page.getByRole('button', { name: people[name].displayName }).click();
  await page.getByText(`Du är ${people[name].displayName}`).waitFor();
}

/** Follows a link of the start page. */
export async function openPlace(page: Page, { origin }: Municipality, name: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole('link', { name }).click();
}

/** The tab in the Teams frame. */
export function tabIn(page: Page): FrameLocator {
  return page.frameLocator('#teams-tab');
}

/** Anything that buttons are found in. */
type Place = Page | FrameLocator | Locator;

export function press(place: Place, button: string): Promise<void> {
  return place.getByRole('button', { name: button, exact: true }).click();
}

/** Answers one question of a card or a form. The words beside a choice may lie over it, and are pressed instead. */
export async function choose(card: Locator, question: string, answer: string): Promise<void> {
  await card.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check({ force: true });
}

/** Searches for somebody and chooses them. */
export async function choosePerson(tab: FrameLocator, field: string, name: string): Promise<void> {
  await tab.getByRole('combobox', { name: field }).pressSequentially(name.slice(0, 5));
  await tab.getByRole('option', { name }).click();
}

export async function openAsset(tab: FrameLocator, name: string): Promise<void> {
  await tab.getByRole('link', { name: 'Tillgångar' }).click();
  await tab.getByRole('searchbox').fill(name);
  await tab.getByRole('link', { name }).click();
}

/** One answer to each question of the model, many where the question takes many. */
const answers = [
  ['Nej'],
  ['Vanliga, till exempel namn och adress', 'Känsliga, till exempel hälsa, facket eller religion'],
  ['Färre än 500'],
  ['Nej, uppgifterna är offentliga'],
  ['Journaler i vård eller socialtjänst'],
  ['Nej, det är för oss som arbetar här'],
  ['Obehag eller besvär'],
  ['Nej'],
  ['Direkt'],
  ['Ett felaktigt besked som kan rättas'],
  ['Extra arbete hos oss'],
  ['En till fem arbetsdagar'],
  ['Någon får vänta'],
  ['Vem som ändrade senast'],
  ['Nej, delarna säger allt']
] as const;

/** Goes through the guided classification to its result. */
export async function answerAll(tab: FrameLocator, page: Page): Promise<void> {
  for (const [index, options] of answers.entries()) {
    await tab.getByText(`Fråga ${index + 1} av ${answers.length}`).waitFor();
    if (index === 6) await picture(page, 'klassa-fraga');
    const question = tab.getByRole('group', { name: /./ });
    if ((await question.getByRole('checkbox').count()) === 0) await press(question, options[0]);
    else {
      for (const option of options) await question.getByText(option).click();
      await press(tab, 'Nästa');
    }
  }
}
