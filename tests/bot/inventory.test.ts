// An inventory in the chat of whoever heads a unit: answered on the card with one press, or with words, by the rules of everywhere else (H21).
import type { Card } from '../../src/cards/card';
import type { Notice } from '../../src/domain/notice';
import { closeInventory } from '../../src/workflows/close-inventory';
import { openInventory } from '../../src/workflows/open-inventory';
import { inputsOf, titlesOf, wordsOf } from '../cards/reading';
import { actor, people } from '../workflows/memory-context';
import { deliveredCard, openTeams, type Teams, type Who } from './teams';

const reference = 'E-2026-0001';

let teams: Teams;
let notices: readonly Notice[];

beforeEach(async () => {
  teams = await openTeams();
  for (const who of ['manager', 'objectOwner'] as const) {
    await teams.post({ ...teams.activity(who), type: 'conversationUpdate', membersAdded: [] });
  }
  const input = { lastDay: '2026-12-10' };
  const opened = await openInventory(teams.desk.record, { command: 'open', actor: actor('securityOfficer'), input });
  if (!opened.ok) throw new Error(`Not opened: ${opened.reason}`);
  notices = opened.notices;
});
afterEach(() => teams.close());

async function cardTo(who: Who): Promise<Card> {
  const notice = notices.find(({ to }) => to === people[who].id);
  if (notice === undefined) throw new Error(`No notice to ${who}`);
  await teams.bot.sendNotice(notice, 'sv');
  return deliveredCard(teams.connector.deliveries.at(-1));
}

async function stateOf() {
  const entry = await teams.desk.record.log.latest(reference);
  return teams.desk.record.unitAnswers.parse(entry?.state);
}

test('the card says which unit, by when, and what is asked; with two answers and the way into the tab', async () => {
  const card = await cardTo('manager');
  expect(wordsOf(card)).toContain('Enhet: \nHemtjänsten');
  expect(wordsOf(card)).toContain('Svara senast: \ntors 10 dec 2026');
  expect(card.actions?.map(({ title }) => title)).toEqual(['Allt är med', 'Något saknas', 'Öppna i Värna']);
});

test('one press says that everything is there: the card becomes the answer, stays so, and the record has it by whoever pressed', async () => {
  const become = await teams.press('manager', await cardTo('manager'), { title: 'Allt är med' });
  expect(wordsOf(become)).toContain('Svar: \nKomplett');
  expect(wordsOf(become)).toContain('Gäller per: \nmån 23 nov 2026');
  expect(titlesOf(become)).toEqual(['Öppna i Värna']);
  await teams.bot.idle();
  expect(teams.connector.deliveries.at(-1)).toMatchObject({ method: 'PUT', path: '/v3/conversations/a:manager/activities/shown-1' });
  expect(await stateOf()).toMatchObject({ state: 'complete', said: { by: people.manager, asOf: '2026-11-23' } });
});

test('the old card pressed again answers nothing anew', async () => {
  const card = await cardTo('manager');
  await teams.press('manager', card, { title: 'Allt är med' });
  const entries = teams.desk.record.entries.length;
  expect(wordsOf(await teams.press('manager', card, { title: 'Allt är med' }))).toContain('Tack för svaret');
  expect(teams.desk.record.entries).toHaveLength(entries);
});

test('whoever means the other answer after all presses it on the same card', async () => {
  const card = await cardTo('manager');
  await teams.press('manager', card, { title: 'Allt är med' });
  await teams.press('manager', card, { title: 'Skicka svaret', inputs: { text: 'Nyckelskåpet' } });
  expect(await stateOf()).toMatchObject({ state: 'missing', said: { text: 'Nyckelskåpet' } });
});

describe('that something is missing', () => {
  test('is said in words, which the card shows', async () => {
    const become = await teams.press('manager', await cardTo('manager'), { title: 'Skicka svaret', inputs: { text: 'Nyckelskåpet' } });
    expect(wordsOf(become)).toContain('Svar: \nNågot saknas');
    expect(wordsOf(become)).toContain('Vad saknas?: \nNyckelskåpet');
    expect(await stateOf()).toMatchObject({ state: 'missing', said: { text: 'Nyckelskåpet', names: [] } });
  });

  test.each([
    ['nothing', ' '],
    ['too much', 'å'.repeat(1_001)]
  ])('%s is not taken, and stands where it was written', async (_what, text) => {
    const become = await teams.press('manager', await cardTo('manager'), { title: 'Skicka svaret', inputs: { text } });
    expect(wordsOf(become)).toContain('Svaret är inte sparat');
    expect(wordsOf(become)).toContain('Skriv vad som saknas, med högst 1000 tecken.');
    expect(inputsOf(become)[0]?.['value']).toBe(text.trim() === '' ? undefined : text);
    expect(await stateOf()).toMatchObject({ state: 'asked' });
    const again = await teams.press('manager', become, { title: 'Skicka svaret', inputs: { text: 'Nyckelskåpet' } });
    expect(wordsOf(again)).toContain('Tack för svaret');
  });
});

test('somebody who heads no unit of it is refused, whatever card they got hold of', async () => {
  const become = await teams.press('stranger', await cardTo('manager'), { title: 'Allt är med' });
  expect(wordsOf(become)).toContain('Du har inte rätt att göra det här');
  expect(await stateOf()).toMatchObject({ state: 'asked' });
});

test('a card left from an inventory that is closed answers nothing', async () => {
  const card = await cardTo('manager');
  await closeInventory(teams.desk.record, { command: 'close', actor: actor('securityOfficer'), input: { reference: 'N-2026-0001' } });
  const become = await teams.press('manager', card, { title: 'Allt är med' });
  expect(wordsOf(become)).toContain('Svaret är inte sparat');
  expect(titlesOf(become)).toEqual(['Öppna i Värna']);
  expect(await stateOf()).toMatchObject({ state: 'asked' });
});

test.each([
  ['refused', () => Promise.resolve({ ok: false, reason: 'could-not-read' } as const), 'Kunde inte läsa inventeringen'],
  ['lost', () => Promise.reject(new Error('away')), 'Något gick fel hos oss']
])('%s: what was written stands on the card that comes, and is sent from there', async (_case, instead, words) => {
  const card = await cardTo('manager');
  teams.desk.instead = instead;
  const refused = await teams.press('manager', card, { title: 'Skicka svaret', inputs: { text: 'Nyckelskåpet' } });
  expect(wordsOf(refused)).toContain(words);
  expect(inputsOf(refused)[0]).toMatchObject({ value: 'Nyckelskåpet' });
  teams.desk.instead = undefined;
  await teams.press('manager', refused, { title: 'Skicka svaret' });
  expect(await stateOf()).toMatchObject({ state: 'missing', said: { text: 'Nyckelskåpet' } });
});

test('kept until SharePoint answers, which the card says', async () => {
  const card = await cardTo('manager');
  teams.desk.instead = () => Promise.resolve({ ok: true, kept: true });
  expect(wordsOf(await teams.press('manager', card, { title: 'Allt är med' }))).toContain('Svaret är mottaget');
});
