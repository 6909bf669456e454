// A särskild rapport in the kommundirektör's own chat: the card that it was handed over, and the one press that acknowledges it (H64).
import type { Card } from '../../src/cards/card';
import { handedReports } from '../../src/domain/incident';
import { addAttachment } from '../../src/workflows/add-attachment';
import { handOverReport } from '../../src/workflows/hand-over-report';
import { actionsOf, titlesOf, wordsOf } from '../cards/reading';
import { actor, people } from '../workflows/memory-context';
import { deliveredCard, openTeams, type Teams } from './teams';

const reference = 'I-2026-0001';
const sha256 = '1'.repeat(64);

let teams: Teams;
beforeEach(async () => {
  teams = await openTeams();
  for (const who of ['employee', 'director'] as const) {
    await teams.post({ ...teams.activity(who), type: 'conversationUpdate', membersAdded: [] });
  }
  const draft = { kind: 'sent-wrong', when: 'today', ongoing: 'no', where: 'Mejlen', personalData: 'yes', description: 'hemligt' };
  await teams.invoke('employee', { verb: 'report-submit', data: { formKey: teams.desk.newKey(), ...draft } });
  const file = { name: 'rapport.docx', file: 'rapport 1.docx', kind: 'word', size: 7, sha256 } as const;
  const given = { actor: actor('securityOfficer') };
  await addAttachment(teams.desk.record, { ...given, command: 'file', input: { reference, ...file } });
  await handOverReport(teams.desk.record, { ...given, command: 'hand', input: { reference, sha256, to: people.director.upn } });
});
afterEach(() => teams.close());

async function noticed(): Promise<Card> {
  await teams.bot.sendNotice({ kind: 'report-handed-over', to: people.director.id, reference, report: 0 }, 'sv');
  return deliveredCard(teams.connector.deliveries.at(-1));
}

test('the card says which incident and nothing of what is in the report', async () => {
  const card = await noticed();
  expect(wordsOf(card)).toContain(reference);
  expect(JSON.stringify(card)).not.toMatch(/hemligt|Mejlen|Elsa|rapport\.docx/);
  expect(titlesOf(card)).toEqual(['Kvittera', 'Öppna i Värna']);
});

test('one press: the card becomes that it is received, the record says when, and whoever handed it over is told', async () => {
  const become = await teams.press('director', await noticed(), { title: 'Kvittera' });
  expect(wordsOf(become)).toContain('Du har tagit emot den särskilda rapporten');
  expect(wordsOf(become)).toContain('mån 23 nov 2026 15:40');
  expect(titlesOf(become)).toEqual(['Öppna i Värna']);
  const [incident] = await teams.desk.incidents();
  expect(incident && handedReports(incident)).toMatchObject([{ to: people.director, receivedAt: '2026-11-23T14:40:00Z' }]);
  expect(teams.desk.notices.at(-1)).toEqual({ kind: 'report-received', to: people.securityOfficer.id, reference });
});

test('the old card pressed again says the same; another card of it says that it is done', async () => {
  const [first, second] = [await noticed(), await noticed()];
  await teams.press('director', first, { title: 'Kvittera' });
  expect(wordsOf(await teams.press('director', first, { title: 'Kvittera' }))).toContain('Du har tagit emot');
  expect(wordsOf(await teams.press('director', second, { title: 'Kvittera' }))).toContain('Kvittensen är redan införd');
});

test('pressed by somebody it was not handed to, the incident does not exist', async () => {
  const answer = await teams.press('employee', await noticed(), { title: 'Kvittera' });
  expect(wordsOf(answer)).toContain('Du har inte rätt');
  const stranger = await teams.press('stranger', await noticed(), { title: 'Kvittera' });
  expect(wordsOf(stranger)).toContain('Vi hittar inte ärendet');
});

test('kept by the service it says so, and one that could not be carried out can be tried again', async () => {
  const card = await noticed();
  teams.desk.instead = () => Promise.resolve({ ok: true, kept: true });
  const kept = await teams.press('director', card, { title: 'Kvittera' });
  expect(wordsOf(kept)).toContain('Din kvittens är sparad');
  expect(actionsOf(kept)).toEqual([]);
  teams.desk.instead = () => Promise.resolve({ ok: false, reason: 'could-not-read' });
  const refused = await teams.press('director', card, { title: 'Kvittera' });
  teams.desk.instead = undefined;
  expect(wordsOf(await teams.press('director', refused, { title: 'Försök igen' }))).toContain('Du har tagit emot');
});
