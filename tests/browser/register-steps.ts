// What a person does with an asset in the tab on the way from the register to a measure with effect: complete it, classify it, answer for it.
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { classificationModel as model, type QuestionInWords } from '../../src/reference/classification-model';
import { text, type TextKey } from '../../src/i18n/text';
import { people, type ExampleName } from '../../src/local/example/people';
import { choosePerson, press } from './tab';

const sv = (key: TextKey, said: Parameters<typeof text>[2] = {}): string => text('sv', key, said);

/** Where the tab stands, and in which of Teams' themes. */
interface Place {
  readonly origin: string;
  readonly theme?: 'dark' | 'contrast';
}

/** A screen of the tab, as a link in a message opens it. */
export async function openAt(page: Page, { origin, theme }: Place, subpage: string): Promise<FrameLocator> {
  await page.goto(`${origin}/teams?theme=${theme ?? 'default'}&sub=${encodeURIComponent(subpage)}`);
  return page.frameLocator('#teams-tab');
}

/** Names who answers, where nobody does yet, and hands it in. */
export async function complete(tab: FrameLocator, owners: Readonly<Partial<Record<OwnerField, ExampleName>>>): Promise<void> {
  await press(tab, sv('tab.asset.change'));
  for (const [field, name] of Object.entries(owners) as [OwnerField, ExampleName][]) {
    await tab.getByRole('combobox', { name: sv(field) }).waitFor();
    await choosePerson(tab, sv(field), people[name].displayName);
  }
  await press(tab, sv('tab.asset.save'));
  await press(tab, sv('tab.asset.submit'));
  await tab.getByRole('button', { name: sv('tab.asset.classify') }).waitFor();
}

export type OwnerField = 'owner.informationOwner' | 'owner.objectOwner' | 'owner.custodian';

/** The answers to each question, by its id: what is not said is answered with the mildest. */
export type Said = Readonly<Record<string, readonly string[]>>;

/** The words of what is answered to a question. */
export function wordsOf({ id, options }: QuestionInWords, said: Said): readonly string[] {
  const codes = said[id] ?? [options[0]?.code ?? ''];
  return options.filter(({ code }) => codes.includes(code)).map(({ words }) => words.sv);
}

/** Goes through the guided classification with the mouse and hands it in; gives its number. */
export async function classify(tab: FrameLocator, said: Said): Promise<string> {
  for (const [at, question] of model.questions.entries()) {
    await tab.getByText(sv('tab.classify.progress', { at: at + 1, count: model.questions.length })).waitFor();
    const group = tab.getByRole('group');
    if (question.many !== true) await press(group, wordsOf(question, said)[0] ?? '');
    else {
      for (const words of wordsOf(question, said)) await group.getByText(words, { exact: true }).click();
      await press(tab, sv('tab.classify.next'));
    }
  }
  await press(tab, sv('tab.classify.submit'));
  return classificationIn(tab);
}

/** The number of what has just been handed in. */
export async function classificationIn(tab: FrameLocator): Promise<string> {
  const region = tab.getByRole('region', { name: sv('tab.classify.submitted') });
  const [reference] = /K-\d{4}-\d{4,}/.exec(await region.innerText()) ?? [];
  if (reference === undefined) throw new Error('What was handed in has no number.');
  return reference;
}

/** Opens what is folded under a name that begins so. */
export async function unfold(place: FrameLocator | Locator, name: RegExp): Promise<Locator> {
  const summary = place.locator('summary', { hasText: name });
  await summary.click();
  return summary.locator('..');
}

/** How a requirement is answered for a party, and what is said of it. */
export async function answerRequirement(
  party: Locator,
  { code, answer, proof }: Readonly<Record<'code' | 'answer' | 'proof', string>>
): Promise<Locator> {
  const requirement = party.getByRole('listitem').filter({ hasText: code }).first();
  await requirement.getByRole('textbox', { name: sv('tab.requirement.proof') }).fill(proof);
  await press(requirement.getByRole('group', { name: sv('tab.requirement.answer', { code }) }), answer);
  await requirement.getByText(proof).first().waitFor();
  return requirement;
}

interface ProposedMeasure {
  readonly what: string;
  readonly cost: string;
  readonly owner: ExampleName;
  readonly due: string;
  readonly check: string;
}

export async function proposeMeasure(
  tab: FrameLocator,
  requirement: Locator,
  { what, cost, owner, due, check }: ProposedMeasure
): Promise<void> {
  const form = await unfold(requirement, /^Föreslå en åtgärd$/);
  await form.getByRole('textbox', { name: sv('tab.measure.propose.what') }).fill(what);
  await form.getByRole('textbox', { name: sv('tab.measure.propose.cost') }).fill(cost);
  await form.getByRole('combobox', { name: sv('tab.measure.owner') }).pressSequentially(people[owner].displayName.slice(0, 5));
  await tab.getByRole('option', { name: people[owner].displayName }).click();
  await typeDay(form.getByLabel(sv('tab.measure.due')), due);
  await typeDay(form.getByLabel(sv('tab.measure.check-day')), check);
  await press(form, sv('tab.measure.propose.save'));
}

/** Types a day, `YYYY-MM-DD`, into a date field as its segments stand in this browser: month, day, year. */
export async function typeDay(field: Locator, day: string): Promise<void> {
  const [year = '', month = '', ofMonth = ''] = day.split('-');
  await field.pressSequentially(`${month}${ofMonth}${year}`);
}
