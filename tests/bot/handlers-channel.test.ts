// Behaviour: IT and information security choose a channel, and each incident is one card there, kept up to date.
import { handlersChannel } from '../../src/domain/handlers-channel';
import type { Notice } from '../../src/domain/notice';
import { actionsOf, wordsOf } from '../cards/reading';
import { deliveredCard, openTeams, type Place, type Teams } from './teams';

const channel: Place = { kind: 'channel' };
const thread = '/v3/conversations/19:team@thread.tacv2/activities';

const reported: Notice = {
  kind: 'incident-in-channel',
  to: handlersChannel,
  reference: 'I-2026-0001',
  incidentKind: 'sent-wrong',
  state: 'reported'
};

let teams: Teams;
beforeEach(async () => {
  teams = await openTeams();
});
afterEach(() => teams.close());

const since = (before: number): readonly string[] =>
  teams.connector.deliveries.slice(before).map(({ method, path }) => `${method} ${path}`);

describe('choosing the channel', () => {
  test('is done by IT in the channel, whose threads the cards then begin', async () => {
    const card = await teams.write('it', '<at>Värna</at> visa incidenter här', channel);
    expect(wordsOf(card)).toContain('Incidenter visas här');
    expect(teams.desk.known.get(handlersChannel)).toMatchObject({ conversationId: '19:team@thread.tacv2', botId: '28:varna-bot' });
    expect(teams.desk.spoken.get(handlersChannel)).toBe('sv');
  });

  test('is refused to others, in words, and nothing is chosen', async () => {
    const card = await teams.write('employee', 'visa incidenter här', channel);
    expect(wordsOf(card)).toContain('Det kan IT och informationssäkerhet göra');
    expect(teams.desk.known.has(handlersChannel)).toBe(false);
    await teams.write('it', 'visa incidenter här', channel);
    await teams.write('employee', 'visa inte incidenter', channel);
    expect(teams.desk.known.has(handlersChannel)).toBe(true);
  });

  test('is not done in one’s own chat, which is no channel', async () => {
    expect(wordsOf(await teams.write('it', 'visa incidenter här'))).toContain('Skriv det i kanalen');
    expect(teams.desk.known.has(handlersChannel)).toBe(false);
  });

  test('waits while the directory is silent, and says so', async () => {
    teams.desk.directory = 'silent';
    const card = await teams.write('it', 'visa incidenter här', channel);
    expect(wordsOf(card)).toContain('Kunde inte läsa dina uppgifter');
    expect(teams.desk.known.has(handlersChannel)).toBe(false);
  });

  test('is undone in the same way', async () => {
    await teams.write('it', 'visa incidenter här', channel);
    expect(wordsOf(await teams.write('it', 'visa inte incidenter', channel))).toContain('inte längre');
    expect(teams.desk.known.has(handlersChannel)).toBe(false);
    expect(await teams.bot.sendNotice(reported, 'sv')).toEqual({ ok: false, reason: 'no-conversation' });
  });
});

describe('an incident in the channel', () => {
  beforeEach(async () => {
    await teams.write('it', 'visa incidenter här', channel);
  });

  test('is a card with number, type, state and the way to the tab, and nothing more', async () => {
    await teams.bot.sendNotice(reported, 'sv');
    const card = deliveredCard(teams.connector.deliveries.at(-1));
    expect(wordsOf(card).split('\n')).toEqual([
      'Incident I-2026-0001',
      'Vad: ',
      'Jag har skickat något fel',
      'Status: ',
      'Rapporterad',
      'Öppna i Värna'
    ]);
    expect(actionsOf(card)).toMatchObject([{ type: 'Action.OpenUrl' }]);
  });

  test('stays one card: what follows is put in its place', async () => {
    const before = teams.connector.deliveries.length;
    await teams.bot.sendNotice(reported, 'sv');
    await teams.bot.sendNotice({ ...reported, state: 'received' }, 'sv');
    expect(since(before)).toEqual([`POST ${thread}`, `PUT ${thread}/sent-${before + 1}`]);
  });

  test('is not written again when nothing that it shows has changed', async () => {
    await teams.bot.sendNotice(reported, 'sv');
    const before = teams.connector.deliveries.length;
    await teams.bot.sendNotice(reported, 'sv');
    expect(since(before)).toEqual([]);
  });

  test('comes anew when somebody has taken the card away', async () => {
    await teams.bot.sendNotice(reported, 'sv');
    const before = teams.connector.deliveries.length;
    teams.connector.judge(() => (teams.connector.deliveries.length === before ? { status: 404 } : undefined));
    expect(await teams.bot.sendNotice({ ...reported, state: 'received' }, 'sv')).toMatchObject({ ok: true });
    expect(since(before).map((call) => call.split(' ')[0])).toEqual(['PUT', 'POST']);
  });

  test('waits when Teams asks to, and is then shown', async () => {
    teams.connector.refuseWith(429, { 'retry-after': '3' });
    expect(await teams.bot.sendNotice(reported, 'sv')).toEqual({ ok: false, reason: 'throttled', retryAfter: 3 });
    teams.connector.refuseWith(undefined);
    expect(await teams.bot.sendNotice(reported, 'sv')).toMatchObject({ ok: true });
  });
});
