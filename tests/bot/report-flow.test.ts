// The whole report in the chat, as an employee in a hurry does it, in three languages.
import { reportForm } from '../../src/cards/report-form';
import type { Card } from '../../src/cards/card';
import { languages, type Language } from '../../src/domain/language';
import { text } from '../../src/i18n/text';
import { people } from '../workflows/memory-context';
import { actionOf, actionsOf, inputsOf, titlesOf, wordsOf } from '../cards/reading';
import { deliveredCard, cardOf, openTeams, type Teams } from './teams';

let teams: Teams;
beforeEach(async () => {
  teams = await openTeams();
});
afterEach(() => teams.close());

const phrases: Readonly<Record<Language, string>> = { sv: 'rapportera incident', en: 'report incident', fi: 'ilmoita poikkeama' };

describe.each(languages)('in %s', (language) => {
  const said = (key: Parameters<typeof text>[1]): string => text(language, key);

  test('a wrongly sent letter is reported with eight taps and gets a number', async () => {
    const form = await start(phrases[language]);
    const when = await teams.press('employee', form, { title: said('cards.report.kind.sent-wrong') }); // 1
    const where = await teams.press('employee', when, { title: said('cards.report.next'), inputs: { when: 'just-now', ongoing: 'no' } }); // 2-4
    const last = await teams.press('employee', where, {
      title: said('cards.report.next'),
      inputs: { where: 'Mejlen', personalData: 'yes' }
    }); // 5-7, the field included
    const receipt = await teams.press('employee', last, { title: said('cards.report.submit') }); // 8
    expect(wordsOf(receipt)).toContain('I-2026-0001');
    expect(wordsOf(receipt)).toContain(people.manager.name);
    expect(wordsOf(receipt)).toContain('070-174 06 34');
    expect(actionsOf(receipt)).toEqual([]);
    expect(await teams.desk.incidents()).toMatchObject([
      {
        reference: 'I-2026-0001',
        reporter: people.employee,
        reportedAt: '2026-11-23T14:40:00Z',
        report: { kind: 'sent-wrong', when: 'just-now', ongoing: 'no', where: 'Mejlen', personalData: 'yes', description: '' }
      }
    ]);
  });

  test('the language of the phrase is remembered for what comes later', async () => {
    await start(phrases[language]);
    const help = await teams.write('employee', 'blä');
    expect(help.lang).toBe(language);
  });

  test('the card says how far one has come', async () => {
    const form = await start(phrases[language]);
    expect(wordsOf(form)).toContain(text(language, 'cards.report.step', { step: 1 }));
  });
});

test('IT and the nearest manager are told at once', async () => {
  await report();
  expect(teams.desk.notices).toEqual([
    { kind: 'incident-reported', to: people.it.id, reference: 'I-2026-0001', incidentKind: 'sent-wrong', receiver: 'it' },
    { kind: 'incident-reported', to: people.manager.id, reference: 'I-2026-0001', incidentKind: 'sent-wrong', receiver: 'nearest-manager' }
  ]);
});

test('what is written after the phrase is the description, already filled in on the last step', async () => {
  const last = await lastStep('Rapportera   INCIDENT: jag skickade\nfel mejl');
  expect(inputsOf(last)).toMatchObject([{ id: 'description', value: 'jag skickade\nfel mejl' }]);
  await teams.press('employee', last, { title: 'Skicka rapporten' });
  expect((await teams.desk.incidents())[0]?.report.description).toBe('jag skickade\nfel mejl');
});

test('the receipt is written into the message, so that the old form does not come back', async () => {
  await report();
  await teams.bot.idle();
  const update = teams.connector.deliveries.at(-1);
  expect(update).toMatchObject({ method: 'PUT', path: '/v3/conversations/a:employee/activities/shown-1' });
  expect(wordsOf(deliveredCard(update))).toContain('I-2026-0001');
});

describe('Tillbaka', () => {
  test('keeps what was chosen on every step', async () => {
    const last = await lastStep('rapportera incident');
    const where = await teams.press('employee', last, { title: 'Tillbaka', inputs: { description: 'Ett brev' } });
    expect(inputsOf(where)).toMatchObject([
      { id: 'where', value: 'Mejlen' },
      { id: 'personalData', value: 'unknown' },
      { id: 'description', value: 'Ett brev', isVisible: false }
    ]);
    const when = await teams.press('employee', where, { title: 'Tillbaka', inputs: { where: 'Diariet' } });
    expect(inputsOf(when)).toMatchObject([{ value: 'today' }, { value: 'no' }, { value: 'Ett brev' }]);
    const kind = await teams.press('employee', when, { title: 'Tillbaka' });
    expect(titlesOf(kind)).toContain('✓ Jag har skickat något fel');
    const forward = await teams.press('employee', kind, { title: 'Uppgifter är fel eller ändrade' });
    const whereAgain = await teams.press('employee', forward, { title: 'Nästa' });
    expect(inputsOf(whereAgain)).toMatchObject([{ value: 'Diariet' }, { value: 'unknown' }, { value: 'Ett brev' }]);
    const summary = await teams.press('employee', whereAgain, { title: 'Nästa' });
    expect(wordsOf(summary)).toContain('Uppgifter är fel eller ändrade');
    expect(wordsOf(summary)).toContain('Diariet');
    expect(inputsOf(summary)).toMatchObject([{ value: 'Ett brev' }]);
  });

  test('works from a step whose questions are still open', async () => {
    const form = await start('rapportera incident mejlet gick fel');
    const when = await teams.press('employee', form, { title: 'Jag har skickat något fel' });
    expect(actionsOf(when).find((action) => action['title'] === 'Tillbaka')).toMatchObject({ associatedInputs: 'none' });
    const kind = await teams.press('employee', when, { title: 'Tillbaka' });
    expect(inputsOf(kind)).toMatchObject([{ id: 'description', value: 'mejlet gick fel' }]);
  });

  test('the summary can be changed from the start', async () => {
    const kind = await teams.press('employee', await lastStep('rapportera incident'), { title: 'Ändra' });
    expect(titlesOf(kind)).toContain('✓ Jag har skickat något fel');
  });
});

test('an open question shows the same step again and says so', async () => {
  const form = await start('rapportera incident');
  const when = await teams.press('employee', form, { title: 'Jag har skickat något fel' });
  const again = await teams.press('employee', when, { title: 'Nästa', inputs: { when: 'today' } });
  expect(wordsOf(again)).toContain('Något saknas');
  expect(inputsOf(again)).toMatchObject([{ id: 'when', value: 'today' }, { id: 'ongoing' }]);
});

test('a report sent without its questions answered is shown at the first open one, and nothing is stored', async () => {
  const formKey = '00000000-0000-4000-9000-000000000077';
  const answer = await teams.invoke('employee', {
    verb: 'report-submit',
    data: { formKey, kind: 'weakness', when: 'today', where: '', ongoing: '' }
  });
  expect(inputsOf(cardOf(answer))).toMatchObject([{ id: 'when', value: 'today' }, { id: 'ongoing' }]);
  expect(await teams.desk.incidents()).toEqual([]);
});

describe('sent more than once', () => {
  test('the same press twice, and the same again under a new invoke id, is one incident', async () => {
    const press = actionOf(await lastStep('rapportera incident'), { title: 'Skicka rapporten', inputs: { description: 'Ett brev' } });
    const answers = [];
    for (const id of ['invoke-1', 'invoke-1', 'invoke-2']) {
      teams.desk.record.setNow('2026-11-23T14:41:00Z');
      const activity = { ...teams.activity('employee'), id, type: 'invoke', name: 'adaptiveCard/action', value: { action: press } };
      answers.push(wordsOf(cardOf(await teams.post(activity))));
    }
    expect(new Set(answers).size).toBe(1);
    expect(await teams.desk.incidents()).toHaveLength(1);
  });

  test('two presses at the same moment are one incident', async () => {
    const press = actionOf(await lastStep('rapportera incident'), { title: 'Skicka rapporten' });
    await Promise.all([teams.invoke('employee', press), teams.invoke('employee', press)]);
    expect(await teams.desk.incidents()).toHaveLength(1);
  });

  test('an old form filled in anew loses nothing: it is offered as a new report', async () => {
    const old = await lastStep('rapportera incident');
    await teams.press('employee', old, { title: 'Skicka rapporten', inputs: { description: 'Första' } });
    const offered = await teams.press('employee', old, { title: 'Skicka rapporten', inputs: { description: 'Andra' } });
    expect(wordsOf(offered)).toContain('I-2026-0001');
    expect(await teams.desk.incidents()).toHaveLength(1);
    const receipt = await teams.press('employee', offered, { title: 'Skicka som ny rapport' });
    expect(wordsOf(receipt)).toContain('I-2026-0002');
    expect((await teams.desk.incidents()).map(({ report: { description } }) => description)).toEqual(['Första', 'Andra']);
  });

  test("a key copied from a colleague's card neither finds nor replaces the colleague's report", async () => {
    const press = actionOf(await lastStep('rapportera incident'), { title: 'Skicka rapporten', inputs: { description: 'Mitt' } });
    await teams.invoke('employee', press);
    const receipt = cardOf(await teams.invoke('custodian', press));
    expect(wordsOf(receipt)).toContain('I-2026-0002');
    expect((await teams.desk.incidents()).map(({ reporter }) => reporter.name)).toEqual([people.employee.name, people.custodian.name]);
  });
});

describe('when something is away', () => {
  test('a report kept by the service is receipted without a number', async () => {
    teams.desk.instead = () => Promise.resolve({ ok: true, kept: true });
    const receipt = await teams.press('employee', await lastStep('rapportera incident'), { title: 'Skicka rapporten' });
    expect(wordsOf(receipt)).toContain('Rapporten är sparad. Numret kommer hit när SharePoint svarar.');
    expect(actionsOf(receipt)).toEqual([]);
  });

  test.each([
    ['the record cannot be read', { ok: false, reason: 'could-not-read' } as const, 'SharePoint'],
    ['the record is not well', new Error('disk full'), 'Något gick fel hos oss']
  ])('%s: the last step says so, keeps everything, and sending again is the same report', async (_case, fault, words) => {
    const last = await lastStep('rapportera incident');
    teams.desk.instead = () => (fault instanceof Error ? Promise.reject(fault) : Promise.resolve(fault));
    const again = await teams.press('employee', last, { title: 'Skicka rapporten', inputs: { description: 'Ett brev' } });
    expect(wordsOf(again)).toContain(words);
    expect(inputsOf(again)).toMatchObject([{ value: 'Ett brev' }]);
    teams.desk.instead = undefined;
    expect(wordsOf(await teams.press('employee', again, { title: 'Skicka rapporten' }))).toContain('I-2026-0001');
  });

  test('the directory is silent: the form is shown, and what is sent stays on the card until it answers', async () => {
    teams.desk.directory = 'silent';
    const again = await teams.press('employee', await lastStep('rapportera incident'), { title: 'Skicka rapporten' });
    expect(wordsOf(again)).toContain('dina uppgifter');
    teams.desk.directory = 'answers';
    expect(wordsOf(await teams.press('employee', again, { title: 'Skicka rapporten' }))).toContain('I-2026-0001');
  });
});

describe('the säkerhetsskydd stop', () => {
  test('stores no answer, says whom to ring and leaves no button', async () => {
    const form = await start('rapportera incident om regementet');
    const stopped = await teams.press('employee', form, { title: 'Ja eller osäker' });
    expect(wordsOf(stopped)).toContain('Ring säkerhetsskyddschefen: 070-174 06 35');
    expect(actionsOf(stopped)).toEqual([]);
    expect(teams.desk.record.entries).toMatchObject([{ event: 'report-stopped', actorId: 'none', actorName: '' }]);
    expect(JSON.stringify(teams.desk.record.entries)).not.toContain('regementet');
    expect(teams.desk.notices).toMatchObject([{ kind: 'report-stopped', to: people.protectionOfficer.id }]);
  });

  test('the press itself does not send what was written', async () => {
    const form = await start('rapportera incident om regementet');
    expect(JSON.stringify(actionOf(form, { title: 'Ja eller osäker' }))).not.toContain('regementet');
  });

  test('says honestly when the säkerhetsskyddschef could not be told', async () => {
    const form = await start('rapportera incident');
    teams.desk.instead = () => Promise.reject(new Error('SharePoint is away'));
    const stopped = await teams.press('employee', form, { title: 'Ja eller osäker' });
    expect(wordsOf(stopped)).toContain('viktigt att du ringer själv');
  });
});

test('an answer that takes longer than Teams waits is told at once and put in the card when it is there', async () => {
  await teams.close();
  teams = await openTeams(1);
  let release = (): void => undefined;
  teams.desk.hold = new Promise((resolve) => {
    release = resolve;
  });
  const draft = {
    formKey: teams.desk.newKey(),
    kind: 'weakness',
    when: 'today',
    ongoing: 'no',
    where: 'Arkivet',
    personalData: 'no'
  } as const;
  const last = reportForm({ step: 'description', draft }, 'sv');
  const waiting = await teams.press('employee', last, { title: 'Skicka rapporten' });
  expect(wordsOf(waiting)).toContain('Det tar lite längre än vanligt');
  release();
  await teams.bot.idle();
  const update = teams.connector.deliveries.at(-1);
  expect(update?.method).toBe('PUT');
  expect(wordsOf(deliveredCard(update))).toContain('I-2026-0001');
  expect(await teams.desk.incidents()).toHaveLength(1);
});

async function start(phrase: string): Promise<Card> {
  const form = await teams.write('employee', phrase);
  return form;
}

async function lastStep(phrase: string): Promise<Card> {
  const when = await teams.press('employee', await start(phrase), { title: 'Jag har skickat något fel' });
  const where = await teams.press('employee', when, { title: 'Nästa', inputs: { when: 'today', ongoing: 'no' } });
  return teams.press('employee', where, { title: 'Nästa', inputs: { where: 'Mejlen', personalData: 'unknown' } });
}

async function report(): Promise<Card> {
  return teams.press('employee', await lastStep('rapportera incident'), { title: 'Skicka rapporten' });
}
