// What a person does with an asset in the tab, with the keyboard alone, on the way from the register to a measure with effect: complete it, classify it, answer for it.
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { classificationModel as model, type QuestionInWords } from '../../src/reference/classification-model';
import { text, type TextKey } from '../../src/i18n/text';
import { people, type ExampleName } from '../../src/local/example/people';
import { expectFocusOn, findByKey, openRowByKey, pressByKey, typeByKey, typeDayByKey, unfoldByKey } from './keyboard';

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

export type OwnerField = 'owner.informationOwner' | 'owner.objectOwner' | 'owner.custodian';

/** Finds an asset in the register and opens its row. */
export async function openInRegister(tab: FrameLocator, name: string): Promise<void> {
  await typeByKey(tab.getByRole('searchbox'), name);
  await openRowByKey(tab.getByRole('grid'), name);
}

/** Names who answers, where nobody does yet, and hands it in. */
export async function complete(tab: FrameLocator, owners: Readonly<Partial<Record<OwnerField, ExampleName>>>): Promise<void> {
  await pressByKey(buttonIn(tab, sv('tab.asset.change')));
  for (const [field, name] of Object.entries(owners) as [OwnerField, ExampleName][])
    await findByKey(tab.getByRole('combobox', { name: sv(field) }), people[name].displayName);
  await pressByKey(buttonIn(tab, sv('tab.asset.save')));
  await pressByKey(buttonIn(tab, sv('tab.asset.submit')));
  await buttonIn(tab, sv('tab.asset.classify')).waitFor();
}

/** The answers to each question, by its id: what is not said is answered with the mildest. */
export type Said = Readonly<Record<string, readonly string[]>>;

/** The words of what is answered to a question. */
function wordsOf({ id, options }: QuestionInWords, said: Said): readonly string[] {
  const codes = said[id] ?? [options[0]?.code ?? ''];
  return options.filter(({ code }) => codes.includes(code)).map(({ words }) => words.sv);
}

/** Goes through the guided classification to its result; the focus follows from question to question. */
export async function answerQuestions(page: Page, tab: FrameLocator, said: Said): Promise<void> {
  for (const [at, question] of model.questions.entries()) {
    await tab.getByText(sv('tab.classify.progress', { at: at + 1, count: model.questions.length })).waitFor();
    if (at > 0) await expectFocusOn(page, question.title.sv);
    const group = tab.getByRole('group');
    for (const words of wordsOf(question, said)) {
      if (question.many === true) await pressByKey(group.getByRole('checkbox', { name: words, exact: true }), 'Space');
      else await pressByKey(buttonIn(group, words));
    }
    if (question.many === true) await pressByKey(buttonIn(tab, sv('tab.classify.next')));
  }
  await expectFocusOn(page, sv('tab.classify.result'));
}

/** From the result to the last question, and to the result again. */
export async function backAndForth(page: Page, tab: FrameLocator): Promise<void> {
  await pressByKey(buttonIn(tab, sv('tab.classify.back')));
  await expectFocusOn(page, model.questions.at(-1)?.title.sv ?? '');
  await pressByKey(buttonIn(tab, sv('tab.classify.next')));
  await expectFocusOn(page, sv('tab.classify.result'));
}

/** Hands in the result that is shown; gives its number. */
export async function handIn(page: Page, tab: FrameLocator): Promise<string> {
  await pressByKey(buttonIn(tab, sv('tab.classify.submit')));
  await expectFocusOn(page, sv('tab.classify.submitted'));
  const region = tab.getByRole('region', { name: sv('tab.classify.submitted') });
  const [reference] = /K-\d{4}-\d{4,}/.exec(await region.innerText()) ?? [];
  if (reference === undefined) throw new Error('What was handed in has no number.');
  return reference;
}

/** What is asked of a supplier by somebody there, `due` as `YYYY-MM-DD`. */
export async function sendRequirements(
  tab: FrameLocator,
  { supplier, to, due }: Readonly<Record<'supplier' | 'to' | 'due', string>>
): Promise<void> {
  const form = await unfoldByKey(tab, new RegExp(`^${sv('tab.requirements.send')}$`));
  await typeByKey(form.getByRole('textbox', { name: sv('tab.requirements.send.supplier') }), supplier);
  await typeByKey(form.getByRole('textbox', { name: sv('tab.requirements.send.to') }), to);
  await typeDayByKey(form.getByLabel(sv('tab.requirements.send.due')), due);
  await pressByKey(buttonIn(form, sv('tab.requirements.send.save')));
}

/** How a requirement is answered for a party, and what is said of it. */
export async function answerRequirement(
  party: Locator,
  { code, answer, proof }: Readonly<Record<'code' | 'answer' | 'proof', string>>
): Promise<Locator> {
  const requirement = party.getByRole('listitem').filter({ hasText: code }).first();
  await typeByKey(requirement.getByRole('textbox', { name: sv('tab.requirement.proof') }), proof);
  await pressByKey(buttonIn(requirement.getByRole('group', { name: sv('tab.requirement.answer', { code }) }), answer));
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

export async function proposeMeasure(requirement: Locator, { what, cost, owner, due, check }: ProposedMeasure): Promise<void> {
  const form = await unfoldByKey(requirement, new RegExp(`^${sv('tab.measure.propose')}$`));
  await typeByKey(form.getByRole('textbox', { name: sv('tab.measure.propose.what') }), what);
  await typeByKey(form.getByRole('textbox', { name: sv('tab.measure.propose.cost') }), cost);
  await findByKey(form.getByRole('combobox', { name: sv('tab.measure.owner') }), people[owner].displayName);
  await typeDayByKey(form.getByLabel(sv('tab.measure.due')), due);
  await typeDayByKey(form.getByLabel(sv('tab.measure.check-day')), check);
  await pressByKey(buttonIn(form, sv('tab.measure.propose.save')));
}

export function buttonIn(place: Page | FrameLocator | Locator, name: string): Locator {
  return place.getByRole('button', { name, exact: true });
}
