// How a case is handled in the tab: received, assessed, moved on, tracked as the law asks, and closed, with the buttons and fields a person uses.
import { readFile } from 'node:fs/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { incidentCategories } from '../../src/domain/incident-category';
import { text } from '../../src/i18n/text';
import { people, type ExampleName } from '../../src/local/example/people';
import { legalRules } from '../../src/reference/legal-rules';
import type { Assessed, RealCase, Tracked } from './real-cases';
import { choose, choosePerson, press, tabIn } from './tab';

const sv = (key: Parameters<typeof text>[1], said: Parameters<typeof text>[2] = {}): string => text('sv', key, said);

/** The page of the incident in the tab, read anew. */
export async function openIncident(page: Page, reference: string): Promise<FrameLocator> {
  const tab = tabIn(page);
  await tab.getByRole('link', { name: sv('tab.nav.home') }).click();
  await tab.getByRole('link', { name: sv('tab.nav.incidents') }).click();
  await tab.getByRole('link', { name: reference }).click();
  await tab.getByRole('heading', { name: reference }).first().waitFor();
  return tab;
}

/** The same for somebody whom something waits for. */
export async function openFromHome(page: Page, reference: string): Promise<FrameLocator> {
  const tab = tabIn(page);
  await tab.getByRole('link', { name: sv('tab.nav.incidents') }).click();
  await tab.getByRole('link', { name: sv('tab.nav.home') }).click();
  await tab.getByRole('link', { name: sv('tab.home.look', { reference }) }).click();
  return tab;
}

/** Opens what is folded under its name, unless it is open. */
async function unfold(place: FrameLocator | Locator, name: string): Promise<Locator> {
  const folded = place.locator('summary', { hasText: new RegExp(`^${name}$`) }).locator('..');
  if ((await folded.getAttribute('open')) === null) await folded.locator('summary').click();
  return folded;
}

export async function receiveForIt(tab: FrameLocator): Promise<void> {
  await press(tab, sv('tab.incident.receive.it'));
  await tab.getByRole('button', { name: sv('tab.incident.receive.it') }).waitFor({ state: 'detached' });
}

export async function assess(tab: FrameLocator, { category, facts, suggested, severity, because = '' }: Assessed): Promise<void> {
  const form = await unfold(tab, sv('tab.incident.triage'));
  await form.getByRole('combobox', { name: sv('tab.incident.category') }).click();
  await tab.getByRole('option').nth(incidentCategories.indexOf(category)).click();
  for (const fact of ['ongoing', 'manyPersons', 'severalCommittees', 'malicious', 'personalData'] as const)
    await form.getByRole('checkbox', { name: sv(`tab.incident.fact.${fact}`) }).setChecked(facts.includes(fact), { force: true });
  await form.getByText(sv('tab.incident.suggested', { severity: sv(`severity.${suggested}`) })).waitFor();
  if (severity !== undefined) {
    await choose(form, sv('tab.incident.severity'), sv(`severity.${severity}`));
    await form.getByRole('textbox', { name: sv('tab.incident.reason') }).fill(because);
  }
  await press(form, sv('tab.incident.triage.save'));
  await form.getByText(sv('tab.incident.triage.saved')).waitFor();
}

export async function assign(tab: FrameLocator, name: ExampleName): Promise<void> {
  const form = await unfold(tab, sv('tab.incident.assign'));
  await choosePerson(tab, sv('tab.incident.handler'), people[name].displayName);
  await press(form, sv('tab.incident.assign.save'));
  await form.getByText(sv('tab.incident.saved')).waitFor();
}

export async function move(tab: FrameLocator, stage: 'handle' | 'contain' | 'restore' | 'analyse'): Promise<void> {
  const button = tab.getByRole('button', { name: sv(`tab.incident.move.${stage}`), exact: true });
  await button.click();
  await button.waitFor({ state: 'detached' });
}

export async function write(tab: FrameLocator, what: 'ask' | 'consult', words: string): Promise<void> {
  const form = await unfold(tab, sv(`tab.incident.${what}`));
  await form.getByRole('textbox').fill(words);
  await press(form, sv(what === 'ask' ? 'tab.incident.ask.send' : 'tab.incident.consult.save'));
  await form.getByText(sv('tab.incident.saved')).waitFor();
}

export async function answerQuestion(tab: FrameLocator, words: string): Promise<void> {
  await tab.getByRole('textbox', { name: sv('tab.incident.answer') }).fill(words);
  await press(tab, sv('tab.incident.answer.send'));
  await tab.getByText(words).first().waitFor();
}

/** As whoever has a file to show chooses it. */
export async function addFile(tab: FrameLocator, { name, content }: { readonly name: string; readonly content: string }): Promise<void> {
  const buffer = Buffer.from(content);
  await tab.getByLabel(sv('tab.files.add')).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await tab.getByText(sv('tab.files.added')).waitFor();
}

/** What whoever handles the incident gets when they fetch it. */
export async function fetchFile(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(tabIn(page), sv('tab.files.get', { name }))]);
  return readFile(await download.path(), 'utf8');
}

export async function close(tab: FrameLocator, { rootCause, outcome }: RealCase): Promise<void> {
  const form = await unfold(tab, sv('tab.incident.close'));
  await form.getByRole('textbox', { name: sv('tab.incident.close.root-cause') }).fill(rootCause);
  await form.getByRole('textbox', { name: sv('tab.incident.close.outcome') }).fill(outcome);
  await press(form, sv('tab.incident.close.save'));
  await tab.getByText(sv('tab.incident.settled')).waitFor();
}

/** The card of the track of a law, on the page of its incident. */
export function trackIn(tab: FrameLocator, { regime }: Tracked): Locator {
  return tab.getByRole('region', { name: new RegExp(`R-\\d{4}-\\d{4} ${sv(`track.regime.${regime}`)}:`) });
}

export async function openTrack(tab: FrameLocator, track: Tracked): Promise<void> {
  const form = await unfold(tab, sv('tab.track.open'));
  await choose(form, sv('tab.track.regime'), sv(`track.regime.${track.regime}`));
  if (track.counterpart !== undefined) await form.getByRole('textbox', { name: sv('tab.track.counterpart') }).fill(track.counterpart);
  await form.getByRole('combobox', { name: sv('tab.track.committee') }).click();
  await tab.getByRole('option', { name: track.committee }).click();
  await choosePerson(tab, sv('tab.track.decider'), people[track.decider].displayName);
  await press(form, sv('tab.track.open.save'));
  await trackIn(tab, track).waitFor();
}

/** The municipality came to know earlier than the report says. `known` as the browser writes it, Swedish time. */
export async function correctKnowledge(card: Locator, known: string, because: string): Promise<void> {
  const form = await unfold(card, sv('tab.track.correct-known'));
  await pickMoment(form.getByLabel(sv('tab.track.known')), known);
  await form.getByRole('textbox', { name: sv('tab.incident.reason') }).fill(because);
  await press(form, sv('tab.track.known.save'));
  await form.getByText(sv('tab.incident.saved')).waitFor();
}

export async function answerLaw(card: Locator, { regime, answers, suggests }: Tracked): Promise<void> {
  const form = await unfold(card, sv('tab.track.answer'));
  for (const [id, answer] of Object.entries(answers)) await answerOne(form, regime, id, answer);
  await press(form, sv('tab.track.answer.save'));
  await form.getByText(sv('tab.incident.saved')).waitFor();
  await card
    .getByText(sv(`tab.track.suggests.${suggests}`), { exact: true })
    .first()
    .waitFor();
}

async function answerOne(form: Locator, regime: Tracked['regime'], id: string, answer: string): Promise<void> {
  const question = legalRules[regime].questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`There is no question ${id} in ${regime}.`);
  const { words, kind, options } = question;
  if (kind === 'number') await form.getByRole('textbox', { name: words.sv }).fill(answer);
  else {
    const option = options?.find(({ code }) => code === answer)?.words.sv;
    await choose(form, words.sv, option ?? sv(answer === 'yes' ? 'answer.yes' : answer === 'no' ? 'answer.no' : 'answer.unknown'));
  }
}

export async function decide(card: Locator, { report: { decided, because } }: Tracked): Promise<void> {
  const form = await unfold(card, sv('tab.track.decide'));
  await choose(form, sv('tab.track.decide.label'), sv(`tab.track.decide.${decided}`));
  await form.getByRole('textbox', { name: sv('tab.incident.reason') }).fill(because);
  await press(form, sv('tab.track.decide.save'));
  await card
    .getByText(sv(decided === 'yes' ? 'track.state.to-report' : 'track.state.not-to-report'))
    .first()
    .waitFor();
}

/** `at` as the browser writes it, Swedish time. */
export async function recordSent(card: Locator, { stage, number, late }: Tracked['sent'][number], at: string): Promise<void> {
  const form = await unfold(card, sv('tab.track.submit'));
  const before = await card.getByText(sv('tab.track.number', { number })).count();
  await choose(form, sv('tab.track.submit.stage'), sv(`track.stage.${stage}`));
  await pickMoment(form.getByLabel(sv('tab.track.submit.sent')), at);
  await form.getByRole('textbox', { name: sv('tab.track.submit.number') }).fill(number);
  if (late !== undefined) await form.getByRole('textbox', { name: sv('tab.track.submit.late') }).fill(late);
  await press(form, sv('tab.track.submit.save'));
  await card.getByText(sv('tab.track.number', { number })).nth(before).waitFor();
}

/** As the browser's own calendar does it; Playwright's `fill` leaves such a field in a frame as it was. */
async function pickMoment(field: Locator, local: string): Promise<void> {
  await field.evaluate((input, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, local);
}
