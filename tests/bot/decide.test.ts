// A classification in the objektägare's own chat: decided or sent back on the card, by the rules of everywhere else (H45).
import type { Card } from '../../src/cards/card';
import { levels } from '../../src/domain/classification';
import type { Notice } from '../../src/domain/notice';
import { classificationModel as model } from '../../src/reference/classification-model';
import { changeAsset } from '../../src/workflows/change-asset';
import { delegateDecisions } from '../../src/workflows/delegate-decisions';
import { registerAsset } from '../../src/workflows/register-asset';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { decisionAwaited } from '../../src/workflows/tell-deciders';
import { actionOf, actionsOf, inputsOf, titlesOf, wordsOf } from '../cards/reading';
import { actor, people } from '../workflows/memory-context';
import { cardOf, deliveredCard, openTeams, type Teams, type Who } from './teams';

const asset = 'T-2026-0001';
const content = {
  name: 'Hemtjänstens planering',
  description: '',
  carriers: ['system' as const],
  unit: 'SOC-HEM',
  informationOwner: people.manager.upn,
  objectOwner: people.objectOwner.upn,
  custodian: people.custodian.upn
};

let teams: Teams;
let commands = 0;
const by = <I>(who: Who, input: I) => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });

beforeEach(async () => {
  teams = await openTeams();
  for (const who of ['objectOwner', 'manager', 'custodian'] as const) {
    await teams.post({ ...teams.activity(who), type: 'conversationUpdate', membersAdded: [] });
  }
  await registerAsset(teams.desk.record, by('manager', { asset: content }));
  await submitAsset(teams.desk.record, by('manager', { reference: asset }));
});
afterEach(() => teams.close());

/** Proposed with the option of this place at each question about an aspect, and told. */
async function submitted(option = 0, who: Who = 'custodian'): Promise<readonly Notice[]> {
  const answers = Object.fromEntries(
    model.questions.map(({ id, part, options }) => [id, [options[part === 'start' ? 0 : Math.min(option, options.length - 1)]?.code ?? '']])
  );
  const answer = await submitClassification(teams.desk.record, model, by(who, { asset, model: model.version, answers }));
  if (!answer.ok) throw new Error(`Not submitted: ${answer.reason}`);
  return decisionAwaited(teams.desk.record, answer.value);
}

async function cardTo(who: Who, notices: readonly Notice[]): Promise<Card> {
  const notice = notices.find(({ to }) => to === people[who].id);
  if (notice === undefined) throw new Error(`No notice to ${who}`);
  await teams.bot.sendNotice(notice, 'sv');
  return deliveredCard(teams.connector.deliveries.at(-1));
}

async function stateOf(reference = 'K-2026-0001') {
  const entry = await teams.desk.record.log.latest(reference);
  return teams.desk.record.classifications.parse(entry?.state);
}

test('the card says which asset, who proposed, the class in words, and that it is the first; with three things to press', async () => {
  const card = await cardTo('objectOwner', await submitted());
  const words = wordsOf(card);
  expect(words).toContain('Hemtjänstens planering');
  expect(words).toContain(people.custodian.name);
  expect(words).toMatch(/Sekretess: \nK\d \S+\n/);
  expect(words.match(/^[KRTS]\d \S+/gm)).toHaveLength(4);
  expect(words).toContain('Första klassningen');
  expect(card.actions?.map(({ title }) => title)).toEqual(['Besluta', 'Återsänd', 'Öppna']);
});

test('the levels stand with the numbers of the municipality, before the press and after it, and the record with none', async () => {
  teams.desk.numbers = { negligible: 40, moderate: 30, significant: 20, serious: 10 };
  const card = await cardTo('objectOwner', await submitted(2));
  const become = await teams.press('objectOwner', card, { title: 'Besluta' });
  const number = { Försumbar: 40, Måttlig: 30, Betydande: 20, Allvarlig: 10 };
  for (const words of [wordsOf(card), wordsOf(become)]) {
    const shown = [...words.matchAll(/^[KRTS](\d+) (\S+)$/gm)].map(([, digits, word]) => [word, Number(digits)]);
    expect(shown).toHaveLength(4);
    for (const [word, digits] of shown) expect(digits).toBe(number[word as keyof typeof number]);
  }
  const { profile } = await stateOf();
  expect(Object.values(profile).every((level) => (levels as readonly string[]).includes(level))).toBe(true);
});

test('what has changed stands with the numbers of the municipality too', async () => {
  await teams.press('objectOwner', await cardTo('objectOwner', await submitted()), { title: 'Besluta' });
  teams.desk.numbers = { negligible: 1, moderate: 2, significant: 3, serious: 4 };
  const changed = wordsOf(await cardTo('objectOwner', await submitted(2)));
  expect(changed).toMatch(/K1 Försumbar → K[234] \S+.*\(jämfört med K-2026-0001\)/);
});

test('while the numbers cannot be read the card says the levels in words', async () => {
  teams.desk.numbers = 'unreadable';
  const words = wordsOf(await cardTo('objectOwner', await submitted()));
  expect(words.match(/^[KRTS] \S+$/gm)).toHaveLength(4);
  expect(words).not.toMatch(/^[KRTS]\d/m);
});

test('one press decides: the card becomes who and when, stays so, the record has it, and the proposer is told', async () => {
  const become = await teams.press('objectOwner', await cardTo('objectOwner', await submitted()), { title: 'Besluta' });
  expect(wordsOf(become)).toContain('Klassningen är beslutad');
  expect(wordsOf(become)).toContain('Beslutad av: \nDig');
  expect(wordsOf(become)).toContain('mån 23 nov 2026 15:40');
  expect(titlesOf(become)).toEqual(['Öppna']);
  await teams.bot.idle();
  expect(teams.connector.deliveries.at(-1)).toMatchObject({ method: 'PUT', path: '/v3/conversations/a:objectOwner/activities/shown-1' });
  expect(await stateOf()).toMatchObject({ state: 'decided', decidedBy: people.objectOwner });
  expect(teams.desk.notices.at(-1)).toMatchObject({ kind: 'classification-decided', to: people.custodian.id, reference: 'K-2026-0001' });
});

test('the old card pressed again says the same and decides nothing anew', async () => {
  const card = await cardTo('objectOwner', await submitted());
  await teams.press('objectOwner', card, { title: 'Besluta' });
  const entries = teams.desk.record.entries.length;
  expect(wordsOf(await teams.press('objectOwner', card, { title: 'Besluta' }))).toContain('Klassningen är beslutad');
  expect(teams.desk.record.entries).toHaveLength(entries);
});

test('the second time the card says what is other than at the last decision, or that nothing is', async () => {
  await teams.press('objectOwner', await cardTo('objectOwner', await submitted()), { title: 'Besluta' });
  const same = await cardTo('objectOwner', await submitted());
  expect(wordsOf(same)).toContain('Sedan förra beslutet: \nInget är ändrat (K-2026-0001)');
  await teams.press('objectOwner', same, { title: 'Besluta' });
  const changed = wordsOf(await cardTo('objectOwner', await submitted(2)));
  expect(changed).toMatch(/[KRTS]\d \S+ → [KRTS]\d \S+.*\(jämfört med K-2026-0002\)/);
});

describe('sending back', () => {
  test('takes a reason, which the proposer is told, and the card says to whom and why', async () => {
    const card = await cardTo('objectOwner', await submitted());
    const press = { title: 'Återsänd med skälet', inputs: { reason: 'Glöm inte loggarna' } };
    const become = await teams.press('objectOwner', card, press);
    expect(wordsOf(become)).toContain('Klassningen är återsänd');
    expect(wordsOf(become)).toContain('Glöm inte loggarna');
    expect(wordsOf(become)).toContain(people.custodian.name);
    expect(await stateOf()).toMatchObject({ state: 'returned', returnReason: 'Glöm inte loggarna' });
    expect(teams.desk.notices.at(-1)).toMatchObject({
      kind: 'classification-returned',
      to: people.custodian.id,
      reason: 'Glöm inte loggarna'
    });
  });

  test.each([
    ['no reason', ' '],
    ['one that is too long', 'å'.repeat(1_001)]
  ])('with %s nothing happens, and what was written stands', async (_case, reason) => {
    const card = await cardTo('objectOwner', await submitted());
    const become = await teams.press('objectOwner', card, { title: 'Återsänd med skälet', inputs: { reason } });
    expect(wordsOf(become)).toContain('Skriv ett skäl');
    expect(inputsOf(become)[0]?.['value'] ?? '').toBe(reason.trim());
    expect(await stateOf()).toMatchObject({ state: 'submitted' });
  });

  test.each([
    ['refused', () => Promise.resolve({ ok: false, reason: 'could-not-read' } as const), 'Kunde inte läsa klassningen'],
    ['lost', () => Promise.reject(new Error('away')), 'Något gick fel hos oss']
  ])('%s: the reason stands on the card that comes, and sends it back the next time', async (_case, instead, words) => {
    const card = await cardTo('objectOwner', await submitted());
    teams.desk.instead = instead;
    const refused = await teams.press('objectOwner', card, { title: 'Återsänd med skälet', inputs: { reason: 'Fel nämnd' } });
    expect(wordsOf(refused)).toContain(words);
    teams.desk.instead = undefined;
    await teams.press('objectOwner', refused, { title: 'Återsänd med skälet' });
    expect(await stateOf()).toMatchObject({ state: 'returned', returnReason: 'Fel nämnd' });
  });

  test('the directory silent, the reason stands too', async () => {
    const card = await cardTo('objectOwner', await submitted());
    teams.desk.directory = 'silent';
    const refused = await teams.press('objectOwner', card, { title: 'Återsänd med skälet', inputs: { reason: 'Fel nämnd' } });
    expect(inputsOf(refused)[0]).toMatchObject({ value: 'Fel nämnd' });
  });
});

describe('not by this press', () => {
  test('the asset changed meanwhile: it can be sent back from there, with the same card', async () => {
    const card = await cardTo('objectOwner', await submitted());
    await changeAsset(teams.desk.record, by('manager', { reference: asset, asset: { ...content, name: 'Annat' } }));
    const refused = await teams.press('objectOwner', card, { title: 'Besluta' });
    expect(wordsOf(refused)).toContain('Tillgången har ändrats sedan klassningen lämnades in');
    await teams.press('objectOwner', refused, { title: 'Återsänd med skälet', inputs: { reason: 'Tillgången är ändrad' } });
    expect(await stateOf()).toMatchObject({ state: 'returned' });
  });

  test('whoever proposed it is refused, with the way on', async () => {
    const card = await cardTo('objectOwner', await submitted(0, 'objectOwner'));
    const refused = await teams.press('objectOwner', card, { title: 'Besluta' });
    expect(wordsOf(refused)).toContain('Du har själv lämnat in klassningen');
    expect(titlesOf(refused)).toEqual(['Öppna']);
    expect(await stateOf()).toMatchObject({ state: 'submitted' });
  });

  test('a deputy decides by the delegation on their card, and the objektägare’s card says who came first', async () => {
    const days = { from: '2026-11-23', to: '2026-11-27' };
    await delegateDecisions(teams.desk.record, by('objectOwner', { deputy: people.manager.upn, ...days }));
    const notices = await submitted();
    const [own, deputys] = [await cardTo('objectOwner', notices), await cardTo('manager', notices)];
    expect(wordsOf(deputys)).toContain('D-2026-0001');
    expect(wordsOf(await teams.press('manager', deputys, { title: 'Besluta' }))).toContain('D-2026-0001');
    expect(await stateOf()).toMatchObject({ state: 'decided', decidedBy: people.manager, byDelegation: 'D-2026-0001' });
    const late = await teams.press('objectOwner', own, { title: 'Besluta' });
    expect(wordsOf(late)).toContain('Klassningen är redan avgjord');
    expect(wordsOf(late)).toContain(`Klassning beslutad av ${people.manager.name} mån 23 nov 2026 15:40`);
    expect(titlesOf(late)).toEqual(['Öppna']);
  });

  test('SharePoint away: kept says so, unread can be tried again', async () => {
    const card = await cardTo('objectOwner', await submitted());
    teams.desk.instead = () => Promise.resolve({ ok: true, kept: true });
    expect(wordsOf(await teams.press('objectOwner', card, { title: 'Besluta' }))).toContain('Ditt beslut är sparat');
    teams.desk.instead = () => Promise.resolve({ ok: false, reason: 'could-not-read' });
    const refused = await teams.press('objectOwner', card, { title: 'Besluta' });
    teams.desk.instead = undefined;
    expect(wordsOf(await teams.press('objectOwner', refused, { title: 'Försök igen' }))).toContain('Klassningen är beslutad');
  });

  test.each<[string, Who, Record<string, string>, string]>([
    ['by a stranger', 'stranger', {}, 'Du har inte rätt'],
    ['of another fingerprint', 'objectOwner', { contentHash: '0'.repeat(64) }, 'Tillgången har ändrats'],
    ['of another asset', 'objectOwner', { asset: 'T-2026-0099' }, 'Tillgången har ändrats'],
    ['by a delegation that is not theirs', 'stranger', { delegation: 'D-2026-0099' }, 'Du har inte rätt'],
    ['with who presses in it', 'stranger', { actor: people.objectOwner.id }, 'kunde inte tas emot']
  ])('a press %s changes nothing', async (_case, who, changed, words) => {
    const press = actionOf(await cardTo('objectOwner', await submitted()), { title: 'Besluta' }) as { readonly data: object };
    const entries = teams.desk.record.entries.length;
    const answer = cardOf(await teams.invoke(who, { ...press, data: { ...press.data, ...changed } }));
    expect(wordsOf(answer)).toContain(words);
    expect(teams.desk.record.entries).toHaveLength(entries);
  });

  test('a notice that waited since before cards could decide leads to the page', async () => {
    const reference = 'K-2026-0001';
    const old: Notice = { kind: 'classification-submitted', to: people.objectOwner.id, reference, assetName: 'J', proposerName: 'F' };
    await teams.bot.sendNotice(old, 'sv');
    expect(actionsOf(deliveredCard(teams.connector.deliveries.at(-1)))).toMatchObject([{ type: 'Action.OpenUrl' }]);
  });
});
