// Notices to people, and the one press that answers an incident (H40).
import type { Sent } from '../../src/bot/bot';
import type { Card } from '../../src/cards/card';
import type { Notice } from '../../src/domain/notice';
import { people } from '../workflows/memory-context';
import { actionOf, actionsOf, titlesOf, wordsOf } from '../cards/reading';
import { deliveredCard, cardOf, openTeams, tenantId, type Teams, type Who } from './teams';

let teams: Teams;
beforeEach(async () => {
  teams = await openTeams();
  for (const who of ['employee', 'it', 'manager', 'objectOwner', 'stranger'] as const) {
    await teams.post({ ...teams.activity(who), type: 'conversationUpdate', membersAdded: [] });
  }
  const data = {
    formKey: teams.desk.newKey(),
    kind: 'sent-wrong',
    when: 'today',
    ongoing: 'no',
    where: 'Mejlen',
    personalData: 'yes',
    description: 'hemligt'
  };
  await teams.invoke('employee', { verb: 'report-submit', data });
  await teams.bot.idle();
});
afterEach(() => teams.close());

test('the card to IT carries number and type only, and one button', async () => {
  const card = await noticed('it');
  expect(wordsOf(card)).toContain('I-2026-0001');
  expect(wordsOf(card)).toContain('Jag har skickat något fel');
  expect(JSON.stringify(card)).not.toMatch(/hemligt|Mejlen|Elsa/);
  expect(titlesOf(card)).toEqual(['Mottagen']);
});

test('one tap: the card becomes “Mottagen av dig”, stays so, and the reporter is told', async () => {
  const become = await teams.press('it', await noticed('it'), { title: 'Mottagen' });
  expect(wordsOf(become)).toContain('IT: \nMottagen av dig mån 23 nov 2026 15:40');
  expect(wordsOf(become)).toContain('Ännu inte mottagen');
  expect(actionsOf(become)).toEqual([]);
  await teams.bot.idle();
  expect(teams.connector.deliveries.at(-1)).toMatchObject({ method: 'PUT', path: '/v3/conversations/a:it/activities/shown-1' });
  expect(teams.desk.notices.at(-1)).toEqual({
    kind: 'incident-acknowledged',
    to: people.employee.id,
    reference: 'I-2026-0001',
    receiver: 'it'
  });
});

test('both receivers acknowledge, each as themselves', async () => {
  await teams.press('it', await noticed('it'), { title: 'Mottagen' });
  const become = await teams.press('manager', await noticed('manager'), { title: 'Mottagen' });
  expect(wordsOf(become)).toContain(`Mottagen av ${people.it.name}`);
  expect(wordsOf(become)).toContain('Mottagen av dig');
});

test('a second press on an old card shows how things stand and tells nobody twice', async () => {
  const old = await noticed('it');
  await teams.press('it', old, { title: 'Mottagen' });
  const told = teams.desk.notices.length;
  await teams.press('manager', await noticed('manager'), { title: 'Mottagen' });
  const fresh = await noticed('it');
  expect(wordsOf(await teams.press('it', fresh, { title: 'Mottagen' }))).toContain(`Närmaste chef: \nMottagen av ${people.manager.name}`);
  expect(teams.desk.notices.slice(told).filter((notice) => 'receiver' in notice && notice.receiver === 'it')).toEqual([]);
});

test('both pressing at the same moment are both taken', async () => {
  const [toIt, toManager] = [await noticed('it'), await noticed('manager')];
  const [first, second] = await Promise.all([
    teams.press('it', toIt, { title: 'Mottagen' }),
    teams.press('manager', toManager, { title: 'Mottagen' })
  ]);
  expect(wordsOf(first)).toContain('Mottagen av dig');
  expect(wordsOf(second)).toContain('Mottagen av dig');
  const [incident] = await teams.desk.incidents();
  expect(incident).toMatchObject({ acknowledgedByIt: { by: people.it }, acknowledgedByManager: { by: people.manager } });
});

test('a press kept by the service says so', async () => {
  const card = await noticed('it');
  teams.desk.instead = () => Promise.resolve({ ok: true, kept: true });
  expect(wordsOf(await teams.press('it', card, { title: 'Mottagen' }))).toContain('Din kvittens är sparad');
});

test('a press that could not be carried out says so and can be tried again', async () => {
  const card = await noticed('it');
  teams.desk.instead = () => Promise.resolve({ ok: false, reason: 'could-not-read' });
  const refused = await teams.press('it', card, { title: 'Mottagen' });
  expect(wordsOf(refused)).toContain('Kunde inte läsa ärendet');
  teams.desk.instead = undefined;
  expect(wordsOf(await teams.press('it', refused, { title: 'Försök igen' }))).toContain('Mottagen av dig');
});

test('somebody else got there first again and again: who and when is said', async () => {
  const card = await noticed('it');
  teams.desk.instead = () => Promise.resolve({ ok: false, reason: 'overtaken', by: 'Mats Lindbäck', at: '2026-11-23T14:40:00Z' });
  expect(wordsOf(await teams.press('it', card, { title: 'Mottagen' }))).toContain('Mats Lindbäck hann före (mån 23 nov 2026 15:40)');
});

describe('a card that was tampered with changes nothing', () => {
  test.each<[string, Who, { reference: string; receiver: string }, string]>([
    ['a stranger acknowledges', 'stranger', { reference: 'I-2026-0001', receiver: 'it' }, 'Vi hittar inte ärendet'],
    ['the manager acknowledges for IT', 'manager', { reference: 'I-2026-0001', receiver: 'it' }, 'Du har inte rätt'],
    ['IT acknowledges for the manager', 'it', { reference: 'I-2026-0001', receiver: 'nearest-manager' }, 'Du har inte rätt'],
    ['another number', 'it', { reference: 'I-2026-0099', receiver: 'it' }, 'Vi hittar inte ärendet'],
    ['a receiver that does not exist', 'it', { reference: 'I-2026-0001', receiver: 'everyone' }, 'kunde inte tas emot']
  ])('%s', async (_case, who, data, words) => {
    const entries = teams.desk.record.entries.length;
    const answer = await teams.invoke(who, { verb: 'acknowledge', data: { formKey: teams.desk.newKey(), ...data } });
    expect(wordsOf(cardOf(answer))).toContain(words);
    expect(teams.desk.record.entries).toHaveLength(entries);
  });

  test('an identity in the card is refused, not believed', async () => {
    const press = actionOf(await noticed('it'), { title: 'Mottagen' }) as { readonly data: object };
    const answer = await teams.invoke('stranger', { ...press, data: { ...press.data, actor: people.it } });
    expect(wordsOf(cardOf(answer))).toContain('kunde inte tas emot');
  });

  test('somebody unknown to the directory is refused', async () => {
    const answer = await teams.invoke('nobody', actionOf(await noticed('it'), { title: 'Mottagen' }));
    expect(wordsOf(cardOf(answer))).toContain('Jag känner inte igen dig');
  });
});

describe('sending', () => {
  const notice: Notice = { kind: 'incident-registered', to: people.employee.id, reference: 'I-2026-0001' };

  test('goes to the person’s own chat, in the language asked for', async () => {
    const sent = await teams.bot.sendNotice(notice, 'fi');
    const delivery = teams.connector.deliveries.at(-1);
    expect(sent).toEqual({ ok: true });
    expect(delivery).toMatchObject({ method: 'POST', path: '/v3/conversations/a:employee/activities' });
    expect(delivery?.body).toMatchObject({ type: 'message', from: { id: '28:varna-bot' }, summary: 'Ilmoituksesi on saanut numeron' });
  });

  test('a decider gets a button that opens the tab at the classification', async () => {
    await teams.bot.sendNotice(
      {
        kind: 'classification-submitted',
        to: people.objectOwner.id,
        reference: 'K-2026-0001',
        assetName: 'Journaler',
        proposerName: 'Fia Ojala'
      },
      'sv'
    );
    expect(actionsOf(deliveredCard(teams.connector.deliveries.at(-1)))).toMatchObject([
      { type: 'Action.OpenUrl', url: 'https://teams.microsoft.com/l/entity/varna/tab?reference=K-2026-0001' }
    ]);
  });

  test('a legal track is opened on the page of its incident', async () => {
    const track = { to: people.objectOwner.id, reference: 'R-2026-0001', incident: 'I-2026-0007', regime: 'gdpr' } as const;
    await teams.bot.sendNotice({ ...track, kind: 'track-moved', step: 'to-decide' }, 'sv');
    expect(actionsOf(deliveredCard(teams.connector.deliveries.at(-1)))).toMatchObject([
      { type: 'Action.OpenUrl', url: 'https://teams.microsoft.com/l/entity/varna/tab?reference=I-2026-0007' }
    ]);
  });

  test.each<[string, number, Record<string, string>, Sent]>([
    ['the app was removed', 403, {}, { ok: false, reason: 'not-installed' }],
    ['the conversation is gone', 404, {}, { ok: false, reason: 'not-installed' }],
    ['Teams asks to wait', 429, { 'retry-after': '7' }, { ok: false, reason: 'throttled', retryAfter: 7 }],
    ['Teams asks to wait without saying how long', 429, {}, { ok: false, reason: 'throttled' }]
  ])('%s: told as a reason', async (_case, status, headers, outcome) => {
    teams.connector.refuseWith(status, headers);
    expect(await teams.bot.sendNotice(notice, 'sv')).toEqual(outcome);
  });

  test('what may pass is thrown, for the outbox to try again', async () => {
    teams.connector.refuseWith(502);
    await expect(teams.bot.sendNotice(notice, 'sv')).rejects.toThrow();
  });

  test('somebody the bot never met has no conversation', async () => {
    expect(await teams.bot.sendNotice({ ...notice, to: people.custodian.id }, 'sv')).toEqual({ ok: false, reason: 'no-conversation' });
  });
});

/** The card that the person's notice about the incident became. */
async function noticed(who: 'it' | 'manager'): Promise<Card> {
  const notice = teams.desk.notices.find(({ kind, to }) => kind === 'incident-reported' && to === people[who].id);
  if (notice === undefined) throw new Error(`No notice to ${who}`);
  expect(teams.desk.known.get(people[who].id)?.tenantId).toBe(tenantId);
  await teams.bot.sendNotice(notice, 'sv');
  return deliveredCard(teams.connector.deliveries.at(-1));
}
