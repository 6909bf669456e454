// A proposed measure in the förvaltningschef's own chat: decided or declined on the card, by the rules of everywhere else (H47).
import type { Card } from '../../src/cards/card';
import type { Measure } from '../../src/domain/measure';
import type { Notice } from '../../src/domain/notice';
import { requirementCatalogue as catalogue } from '../../src/reference/requirement-catalogue';
import { escalationRules } from '../../src/reference/escalation';
import { decideMeasure, declineMeasure } from '../../src/workflows/decide-measure';
import { delegateDecisions } from '../../src/workflows/delegate-decisions';
import { finishMeasure } from '../../src/workflows/finish-measure';
import { proposeMeasure } from '../../src/workflows/propose-measure';
import { remindOfMeasure } from '../../src/workflows/remind-of-measure';
import { actionOf, actionsOf, inputsOf, titlesOf, wordsOf } from '../cards/reading';
import { lacking, wanted } from '../workflows/lacking-asset';
import { actor, people } from '../workflows/memory-context';
import { cardOf, deliveredCard, openTeams, type Teams, type Who } from './teams';

const reference = 'M-2026-0001';
const declining = 'Avslå och acceptera risken';
const written = { reason: 'Systemet byts i höst', risk: 'Ett stulet lösenord räcker', until: '2027-06-30' };

let teams: Teams;
let commands = 0;
const by = <I>(who: Who, input: I) => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });

beforeEach(async () => {
  teams = await openTeams();
  for (const who of ['director', 'manager', 'custodian'] as const) {
    await teams.post({ ...teams.activity(who), type: 'conversationUpdate', membersAdded: [] });
  }
  await lacking({}, teams.desk.record);
});
afterEach(() => teams.close());

async function proposed(who: Who = 'custodian'): Promise<readonly Notice[]> {
  const answer = await proposeMeasure(teams.desk.record, catalogue, by(who, wanted));
  if (!answer.ok) throw new Error(`Not proposed: ${answer.reason}`);
  return answer.notices;
}

async function cardTo(who: Who, notices: readonly Notice[]): Promise<Card> {
  const notice = notices.find(({ to }) => to === people[who].id);
  if (notice === undefined) throw new Error(`No notice to ${who}`);
  await teams.bot.sendNotice(notice, 'sv');
  return deliveredCard(teams.connector.deliveries.at(-1));
}

async function standing(): Promise<Measure | undefined> {
  return (await teams.desk.record.measures.read(reference))?.state;
}

test('the card says what is proposed for which asset, what it costs, who does it and by when; with three things to press', async () => {
  const card = await cardTo('director', await proposed());
  const words = wordsOf(card);
  for (const said of [wanted.what, 'Arkivets register', 'K-07', people.it.name, people.custodian.name, 'fre 26 feb 2027', reference]) {
    expect(words).toContain(said);
  }
  expect(words).toMatch(/Kostnad: \n120.000 kr/);
  expect(card.actions?.map(({ title }) => title)).toEqual(['Besluta', 'Avslå', 'Öppna']);
});

test('one press decides: the card becomes who and when, stays so, the record has it, and owner and proposer are told', async () => {
  const become = await teams.press('director', await cardTo('director', await proposed()), { title: 'Besluta' });
  expect(wordsOf(become)).toContain('Åtgärden är beslutad');
  expect(wordsOf(become)).toContain('Beslutad av: \nDig');
  expect(titlesOf(become)).toEqual(['Öppna']);
  await teams.bot.idle();
  expect(teams.connector.deliveries.at(-1)).toMatchObject({ method: 'PUT', path: '/v3/conversations/a:director/activities/shown-1' });
  expect(await standing()).toMatchObject({ state: 'open', decisions: [{ by: people.director, approved: true }] });
  expect(teams.desk.notices.map(({ to }) => to)).toEqual([people.it.id, people.custodian.id]);
});

test('the old card pressed again says the same and decides nothing anew', async () => {
  const card = await cardTo('director', await proposed());
  await teams.press('director', card, { title: 'Besluta' });
  const entries = teams.desk.record.entries.length;
  expect(wordsOf(await teams.press('director', card, { title: 'Besluta' }))).toContain('Åtgärden är beslutad');
  expect(teams.desk.record.entries).toHaveLength(entries);
});

test('the reminder of it decides as well', async () => {
  await proposed();
  teams.desk.record.setNow('2026-12-01T09:00:00Z');
  const told: Notice[] = [];
  const tell = (_key: string, notices: readonly Notice[]): Promise<void> => Promise.resolve(void told.push(...notices));
  await remindOfMeasure({ context: teams.desk.record, rules: escalationRules, tell }, reference);
  const card = await cardTo('director', told);
  expect(wordsOf(card)).toContain(wanted.what);
  await teams.press('director', card, { title: 'Besluta' });
  expect(await standing()).toMatchObject({ state: 'open' });
});

describe('declining', () => {
  test('takes a reason, what risk remains and until when, and the card says them', async () => {
    const become = await teams.press('director', await cardTo('director', await proposed()), { title: declining, inputs: written });
    const words = wordsOf(become);
    for (const said of ['Åtgärden är avslagen', written.reason, written.risk, 'ons 30 juni 2027']) expect(words).toContain(said);
    expect(titlesOf(become)).toEqual(['Öppna']);
    expect(await standing()).toMatchObject({ state: 'declined', decisions: [{ text: written.reason, risk: written.risk }] });
    expect(teams.desk.notices.at(-1)).toMatchObject({ kind: 'measure-moved', step: 'declined', to: people.custodian.id });
  });

  test.each([
    ['no reason', { reason: ' ' }, 'Skriv varför'],
    ['no risk', { risk: '' }, 'Skriv varför'],
    ['no day', { until: '' }, 'Skriv varför'],
    ['a reason that is too long', { reason: 'å'.repeat(1_001) }, 'Skriv varför'],
    ['a day that has been', { until: '2026-11-20' }, 'högst ett år'],
    ['a day too far away', { until: '2028-01-10' }, 'högst ett år']
  ])('with %s nothing happens, and what was written stands', async (_case, changed, words) => {
    const inputs = { ...written, ...changed };
    const become = await teams.press('director', await cardTo('director', await proposed()), { title: declining, inputs });
    expect(wordsOf(become)).toContain(words);
    expect(inputsOf(become).map(({ value }) => value ?? '')).toEqual([inputs.reason.trim(), inputs.risk, inputs.until]);
    expect(await standing()).toMatchObject({ state: 'proposed' });
  });

  test('what is put right on the card that comes is declined the next time', async () => {
    const card = await cardTo('director', await proposed());
    const refused = await teams.press('director', card, { title: declining, inputs: { ...written, until: '2026-11-20' } });
    await teams.press('director', refused, { title: declining, inputs: { until: written.until } });
    expect(await standing()).toMatchObject({ state: 'declined' });
  });

  test.each([
    ['refused', () => Promise.resolve({ ok: false, reason: 'could-not-read' } as const), 'Kunde inte läsa åtgärden'],
    ['lost', () => Promise.reject(new Error('away')), 'Något gick fel hos oss']
  ])('%s: what was written stands on the card that comes', async (_case, instead, words) => {
    const card = await cardTo('director', await proposed());
    teams.desk.instead = instead;
    const refused = await teams.press('director', card, { title: declining, inputs: written });
    expect(wordsOf(refused)).toContain(words);
    teams.desk.instead = undefined;
    await teams.press('director', refused, { title: declining });
    expect(await standing()).toMatchObject({ state: 'declined' });
  });
});

describe('not by this press', () => {
  test('whoever proposed it is refused, with the way on', async () => {
    const card = await cardTo('director', await proposed());
    const page = await teams.desk.record.measures.read(reference);
    expect(page?.state.addedBy).toEqual(people.custodian);
    const refused = cardOf(await teams.invoke('custodian', actionOf(card, { title: 'Besluta' })));
    expect(wordsOf(refused)).toContain('Vi hittar inte åtgärden');
    expect(titlesOf(refused)).toEqual(['Öppna']);
    expect(await standing()).toMatchObject({ state: 'proposed' });
  });

  test('a deputy decides by the delegation on their card, and the card of the head says who came first, whichever button is pressed', async () => {
    await delegateDecisions(teams.desk.record, by('director', { deputy: people.manager.upn, from: '2026-11-23', to: '2026-11-27' }));
    const notices = await proposed();
    const [own, deputys] = [await cardTo('director', notices), await cardTo('manager', notices)];
    expect(wordsOf(deputys)).toContain('D-2026-0001');
    expect(wordsOf(await teams.press('manager', deputys, { title: 'Besluta' }))).toContain('Med delegering: \nD-2026-0001');
    expect(await standing()).toMatchObject({ state: 'open', decisions: [{ by: people.manager, byDelegation: 'D-2026-0001' }] });
    const late = await teams.press('director', own, { title: 'Besluta' });
    expect(wordsOf(late)).toContain('Åtgärden är redan avgjord');
    expect(wordsOf(late)).toContain(`av ${people.manager.name} mån 23 nov 2026 15:40`);
    expect(titlesOf(late)).toEqual(['Öppna']);
    const declined = await teams.press('director', own, { title: declining, inputs: written });
    for (const said of ['Åtgärden är redan avgjord', written.reason, written.risk]) expect(wordsOf(declined)).toContain(said);
    expect(await standing()).toMatchObject({ state: 'open' });
  });

  test('an old card does not turn what was declined elsewhere, and says how it stands now', async () => {
    const card = await cardTo('director', await proposed());
    await declineMeasure(teams.desk.record, by('director', { reference, ...written }));
    const late = await teams.press('director', card, { title: 'Besluta' });
    expect(wordsOf(late)).toContain('Åtgärden är redan avgjord');
    expect(await standing()).toMatchObject({ state: 'declined' });
  });

  test('what has been done meanwhile is said', async () => {
    const card = await cardTo('director', await proposed());
    await decideMeasure(teams.desk.record, by('director', { reference, text: '' }));
    await finishMeasure(teams.desk.record, by('it', { reference, text: 'Inkopplat' }));
    expect(wordsOf(await teams.press('director', card, { title: 'Besluta' }))).toContain(people.it.name);
  });

  test('SharePoint away: kept says so, unread can be tried again', async () => {
    const card = await cardTo('director', await proposed());
    teams.desk.instead = () => Promise.resolve({ ok: true, kept: true });
    expect(wordsOf(await teams.press('director', card, { title: 'Besluta' }))).toContain('Ditt beslut är sparat');
    teams.desk.instead = () => Promise.resolve({ ok: false, reason: 'could-not-read' });
    const refused = await teams.press('director', card, { title: 'Besluta' });
    teams.desk.instead = undefined;
    expect(wordsOf(await teams.press('director', refused, { title: 'Försök igen' }))).toContain('Åtgärden är beslutad');
  });

  test.each<[string, Who, Record<string, unknown>, string]>([
    ['by a stranger', 'stranger', {}, 'Vi hittar inte åtgärden'],
    ['by whoever is to do it', 'it', {}, 'Du har inte rätt'],
    ['of another measure', 'director', { reference: 'M-2026-0099' }, 'Vi hittar inte åtgärden'],
    ['by a delegation that is not theirs', 'stranger', { delegation: 'D-2026-0099' }, 'Vi hittar inte åtgärden'],
    ['that says another count of decisions', 'director', { decisions: 1 }, 'redan avgjord'],
    ['with who presses in it', 'stranger', { actor: people.director.id }, 'kunde inte tas emot']
  ])('a press %s changes nothing', async (_case, who, changed, words) => {
    const press = actionOf(await cardTo('director', await proposed()), { title: 'Besluta' }) as { readonly data: object };
    const entries = teams.desk.record.entries.length;
    const answer = cardOf(await teams.invoke(who, { ...press, data: { ...press.data, ...changed } }));
    expect(wordsOf(answer)).toContain(words);
    expect(teams.desk.record.entries).toHaveLength(entries);
  });

  test('a notice that waited since before cards could decide leads to the page', async () => {
    const old: Notice = { kind: 'measure-moved', to: people.director.id, reference, step: 'proposed', due: '2027-02-26T22:59:00Z' };
    await teams.bot.sendNotice(old, 'sv');
    expect(actionsOf(deliveredCard(teams.connector.deliveries.at(-1)))).toMatchObject([{ type: 'Action.OpenUrl' }]);
  });
});
