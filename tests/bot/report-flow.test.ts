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

  test('a wrongly sent message is reported with eight taps, nothing typed, and gets a number', async () => {
    const form = await start(phrases[language]);
    const when = await teams.press('employee', form, { title: said('cards.report.kind.sent-wrong') }); // 1
    const where = await teams.press('employee', when, { title: said('cards.report.next'), inputs: { when: 'just-now', ongoing: 'no' } }); // 2-4
    const last = await teams.press('employee', where, {
      title: said('cards.report.next'),
      inputs: { carrier: 'message', personalData: 'yes' }
    }); // 5-7
    const receipt = await teams.press('employee', last, { title: said('cards.report.submit') }); // 8
    expect(wordsOf(receipt)).toContain('I-2026-0001');
    expect(wordsOf(receipt)).toContain(people.manager.name);
    expect(wordsOf(receipt)).toContain('070-174\u00a006\u00a034');
    expect(actionsOf(receipt)).toEqual([]);
    expect(await teams.desk.incidents()).toMatchObject([
      {
        reference: 'I-2026-0001',
        reporter: people.employee,
        reportedAt: '2026-11-23T14:40:00Z',
        report: {
          kind: 'sent-wrong',
          when: 'just-now',
          ongoing: 'no',
          carrier: 'message',
          where: 'Mejl eller meddelande',
          personalData: 'yes',
          description: ''
        }
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
    expect(wordsOf(form)).toContain(text(language, 'cards.report.step', { step: 1, of: 4 }));
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
  expect(askedOn(last)).toMatchObject([{ id: 'description', value: 'jag skickade\nfel mejl' }]);
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
    expect(askedOn(where)).toMatchObject([
      { id: 'carrier', value: 'message' },
      { id: 'where', value: 'Mejlen' },
      { id: 'personalData', value: 'unknown' }
    ]);
    expect(carriedOn(where)).toMatchObject({ description: 'Ett brev' });
    const when = await teams.press('employee', where, { title: 'Tillbaka', inputs: { where: 'Diariet' } });
    expect(askedOn(when)).toMatchObject([{ value: 'today' }, { value: 'no' }]);
    expect(carriedOn(when)).toMatchObject({ where: 'Diariet', description: 'Ett brev' });
    const kind = await teams.press('employee', when, { title: 'Tillbaka' });
    expect(titlesOf(kind)).toContain('✓ Jag har skickat något fel');
    const forward = await teams.press('employee', kind, { title: 'Uppgifter är fel eller ändrade' });
    const whereAgain = await teams.press('employee', forward, { title: 'Nästa' });
    expect(askedOn(whereAgain)).toMatchObject([{ value: 'message' }, { value: 'Diariet' }, { value: 'unknown' }]);
    const summary = await teams.press('employee', whereAgain, { title: 'Nästa' });
    expect(wordsOf(summary)).toContain('Uppgifter är fel eller ändrade');
    expect(wordsOf(summary)).toContain('Diariet');
    expect(askedOn(summary)).toMatchObject([{ value: 'Ett brev' }]);
  });

  test('works from a step whose questions are still open', async () => {
    const form = await start('rapportera incident mejlet gick fel');
    const when = await teams.press('employee', form, { title: 'Jag har skickat något fel' });
    expect(actionsOf(when).find((action) => action['title'] === 'Tillbaka')).toMatchObject({ associatedInputs: 'none' });
    const kind = await teams.press('employee', when, { title: 'Tillbaka' });
    expect(carriedOn(kind)).toMatchObject({ description: 'mejlet gick fel' });
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
  expect(askedOn(again)).toMatchObject([{ id: 'when', value: 'today' }, { id: 'ongoing' }]);
});

test('a report sent without its questions answered is shown at the first open one, and nothing is stored', async () => {
  const formKey = '00000000-0000-4000-9000-000000000077';
  const answer = await teams.invoke('employee', {
    verb: 'report-submit',
    data: { formKey, kind: 'other', when: 'today', where: '', ongoing: '' }
  });
  expect(askedOn(cardOf(answer))).toMatchObject([{ id: 'when', value: 'today' }, { id: 'ongoing' }]);
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
    expect(askedOn(again)).toMatchObject([{ value: 'Ett brev' }]);
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

describe('a brist or a tillbud', () => {
  test('is reported in three steps and five taps, as a kind of its own', async () => {
    const where = await teams.press('employee', await start('rapportera incident'), { title: 'Jag har sett en brist eller risk' }); // 1
    expect(where.speak).toBe('Rapportera brist eller tillbud');
    const last = await teams.press('employee', where, { title: 'Nästa', inputs: { carrier: 'premises', weakness: 'near-miss' } }); // 2-4
    const receipt = await teams.press('employee', last, { title: 'Skicka rapporten' }); // 5
    expect(receipt.speak).toBe('Tack! Det du såg är inskickat');
    const [incident] = await teams.desk.incidents();
    expect(incident?.report).toMatchObject({ kind: 'weakness', weakness: 'near-miss', where: 'Lokal eller plats', when: 'unknown' });
  });

  test('goes back to the first step, which is the one before', async () => {
    const where = await teams.press('employee', await start('rapportera incident'), { title: 'Jag har sett en brist eller risk' });
    expect(titlesOf(await teams.press('employee', where, { title: 'Tillbaka' }))).toContain('✓ Jag har sett en brist eller risk');
  });
});

describe('Berätta mer', () => {
  test('lies beside the way, and what was told there is in the report', async () => {
    const more = await teams.press('employee', await lastStep('rapportera incident'), {
      title: 'Berätta mer eller byt mottagare',
      inputs: { description: 'Ett brev' }
    });
    const inputs = { discoveredOn: '2026-11-23', discoveredTime: '08:15', concerned: 'children', manager: 'involved' };
    const last = await teams.press('employee', more, { title: 'Klar', inputs });
    expect(wordsOf(last)).toContain('mån 23 nov 2026 08:15');
    const receipt = await teams.press('employee', last, { title: 'Skicka rapporten' });
    expect(wordsOf(receipt)).toContain(`${people.securityOfficer.name} i stället för närmaste chef`);
    expect((await teams.desk.incidents())[0]).toMatchObject({
      nearestManager: people.securityOfficer,
      report: { description: 'Ett brev', discovered: '2026-11-23 08:15', concerned: 'children', manager: 'involved' }
    });
    expect(teams.desk.notices.map(({ to }) => to)).not.toContain(people.manager.id);
  });

  test('finds the asset by a part of its name, one tap to choose it', async () => {
    teams.desk.assets.push(
      { reference: 'T-2026-0001', name: 'Nattpatrullens turer', state: 'active' },
      { reference: 'T-2026-0002', name: 'Turlistor', state: 'active' },
      { reference: 'T-2026-0003', name: 'Turer som planeras', state: 'draft' }
    );
    const more = await teams.press('employee', await lastStep('rapportera incident'), { title: 'Berätta mer eller byt mottagare' });
    const found = await teams.press('employee', more, { title: 'Klar', inputs: { assetName: 'TUR' } });
    expect(titlesOf(found).slice(0, 2)).toEqual(['Välj T-2026-0002', 'Välj T-2026-0001']);
    expect(wordsOf(found)).not.toContain('planeras');
    const last = await teams.press('employee', found, { title: 'Välj T-2026-0001' });
    await teams.press('employee', last, { title: 'Skicka rapporten' });
    expect((await teams.desk.incidents())[0]?.report).toMatchObject({ asset: 'T-2026-0001', where: 'Mejlen' });
  });

  test('an asset that is not found, or a register that is away, does not stand in the way', async () => {
    const more = await teams.press('employee', await lastStep('rapportera incident'), { title: 'Berätta mer eller byt mottagare' });
    const none = await teams.press('employee', more, { title: 'Klar', inputs: { assetName: 'Turer' } });
    expect(wordsOf(none)).toContain('Registret har ingen informationstillgång som heter så.');
    teams.desk.instead = () => Promise.reject(new Error('away'));
    const away = await teams.press('employee', more, { title: 'Klar', inputs: { assetName: 'Turer' } });
    expect(wordsOf(away)).toContain('Registret gick inte att läsa just nu.');
    teams.desk.instead = undefined;
    const last = await teams.press('employee', away, { title: 'Vet inte' });
    expect(titlesOf(last)).toContain('Skicka rapporten');
  });

  test('a time without its day is asked about, and stays', async () => {
    const more = await teams.press('employee', await lastStep('rapportera incident'), { title: 'Berätta mer eller byt mottagare' });
    const again = await teams.press('employee', more, { title: 'Klar', inputs: { happenedTime: '08:15' } });
    expect(wordsOf(again)).toContain('Välj också vilken dag klockslaget gäller.');
    expect(askedOn(again).find(({ id }) => id === 'happenedTime')).toMatchObject({ value: '08:15' });
  });
});

describe('a draft in the chat', () => {
  test('that was left is still there when the chat is opened again, with all that was answered', async () => {
    await lastStep('rapportera incident: ett brev');
    await teams.bot.idle();
    const kept = deliveredCard(teams.connector.deliveries.at(-1));
    expect(askedOn(kept)).toMatchObject([{ id: 'description', value: 'ett brev' }]);
    await teams.press('employee', kept, { title: 'Skicka rapporten' });
    expect((await teams.desk.incidents())[0]?.report).toMatchObject({ kind: 'sent-wrong', where: 'Mejlen', description: 'ett brev' });
  });

  test('is in the message before the press is answered, so that nothing is drawn anew while the next question is being answered', async () => {
    await teams.press('employee', await start('rapportera incident'), { title: 'Jag har skickat något fel' });
    const { length } = teams.connector.deliveries;
    await teams.bot.idle();
    expect(teams.connector.deliveries).toHaveLength(length);
    expect(teams.connector.deliveries.at(-1)).toMatchObject({ method: 'PUT' });
  });

  test('goes on also when the message cannot be written', async () => {
    const form = await start('rapportera incident');
    teams.connector.refuseWith(502);
    const when = await teams.press('employee', form, { title: 'Jag har skickat något fel' });
    expect(askedOn(when).map(({ id }) => id)).toContain('when');
  });

  test('keeps what was chosen also where it could not be accepted', async () => {
    const when = await teams.press('employee', await start('rapportera incident'), { title: 'Jag har skickat något fel' });
    const again = await teams.press('employee', when, { title: 'Nästa', inputs: { ongoing: 'yes' } });
    await teams.bot.idle();
    expect(deliveredCard(teams.connector.deliveries.at(-1))).toEqual(again);
  });

  test('is withdrawn: the card says so, also when the chat is opened again, and nothing is sent', async () => {
    const withdrawn = await teams.press('employee', await lastStep('rapportera incident'), { title: 'Avbryt rapporten' });
    expect(wordsOf(withdrawn)).toContain('Inget är skickat och inget är sparat.');
    await teams.bot.idle();
    expect(deliveredCard(teams.connector.deliveries.at(-1))).toEqual(withdrawn);
    expect(teams.desk.record.entries).toEqual([]);
  });

  test('gone on with another day is asked again when it happened, and keeps the rest', async () => {
    const last = await lastStep('rapportera incident');
    teams.desk.record.setNow('2026-11-24T07:00:00Z');
    const when = await teams.press('employee', last, { title: 'Skicka rapporten', inputs: { description: 'Ett brev' } });
    expect(wordsOf(when)).toContain('Du började en annan dag.');
    const where = await teams.press('employee', when, { title: 'Nästa', inputs: { when: 'yesterday' } });
    const again = await teams.press('employee', where, { title: 'Nästa' });
    await teams.press('employee', again, { title: 'Skicka rapporten' });
    expect((await teams.desk.incidents())[0]?.report).toMatchObject({ when: 'yesterday', where: 'Mejlen', description: 'Ett brev' });
  });

  test('has expired after more than a week, and says how to begin anew', async () => {
    const last = await lastStep('rapportera incident');
    teams.desk.record.setNow('2026-12-01T07:00:00Z');
    const expired = await teams.press('employee', last, { title: 'Skicka rapporten' });
    expect(wordsOf(expired)).toContain('Utkastet är för gammalt');
    expect(titlesOf(expired)).toContain('Rapportera incident');
    expect(await teams.desk.incidents()).toEqual([]);
  });
});

describe('the säkerhetsskydd stop', () => {
  test('stores no answer, says whom to ring and leaves no button', async () => {
    const form = await start('rapportera incident om regementet');
    const stopped = await teams.press('employee', form, { title: 'Ja eller osäker' });
    expect(wordsOf(stopped)).toContain('Ring säkerhetsskyddschefen: 070-174\u00a006\u00a035');
    expect(actionsOf(stopped)).toEqual([]);
    expect(teams.desk.record.entries).toMatchObject([{ event: 'report-stopped', actorId: 'none', actorName: '' }]);
    expect(JSON.stringify(teams.desk.record.entries)).not.toContain('regementet');
    expect(teams.desk.notices).toMatchObject([{ kind: 'report-stopped', to: people.protectionOfficer.id }]);
  });

  test('the press itself does not send what was written', async () => {
    const form = await start('rapportera incident om regementet');
    expect(JSON.stringify(actionOf(form, { title: 'Ja eller osäker' }))).not.toContain('regementet');
  });

  test('is there on every later step, and neither sends nor leaves behind what was written', async () => {
    const last = await lastStep('rapportera incident om regementet');
    const more = await teams.press('employee', last, {
      title: 'Berätta mer eller byt mottagare',
      inputs: { description: 'om regementet' }
    });
    const where = await teams.press('employee', last, { title: 'Tillbaka', inputs: { description: 'om regementet' } });
    const when = await teams.press('employee', where, { title: 'Tillbaka' });
    for (const card of [last, more, where, when]) {
      expect(JSON.stringify(card)).toContain('regementet');
      expect(JSON.stringify(actionOf(card, { title: stopTitle }))).not.toContain('regementet');
      const stopped = await teams.press('employee', card, { title: stopTitle });
      await teams.bot.idle();
      expect(deliveredCard(teams.connector.deliveries.at(-1))).toEqual(stopped);
      expect(JSON.stringify([stopped, teams.desk.record.entries, teams.desk.notices, teams.logged])).not.toContain('regementet');
    }
    expect(teams.desk.record.entries.map(({ event }) => event)).toEqual(['report-stopped']);
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
    kind: 'other',
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

const stopTitle = 'Stopp: kan röra Sveriges säkerhet';

/** The questions a reader sees. */
function askedOn(card: Card): Record<string, unknown>[] {
  return inputsOf(card).filter(({ isVisible }) => isVisible !== false);
}

/** What the card carries on unseen. */
function carriedOn(card: Card): Readonly<Record<string, unknown>> {
  const unseen = inputsOf(card).filter(({ isVisible }) => isVisible === false);
  return Object.fromEntries(unseen.map(({ id, value }) => [String(id), value]));
}

async function start(phrase: string): Promise<Card> {
  const form = await teams.write('employee', phrase);
  return form;
}

async function lastStep(phrase: string): Promise<Card> {
  const when = await teams.press('employee', await start(phrase), { title: 'Jag har skickat något fel' });
  const where = await teams.press('employee', when, { title: 'Nästa', inputs: { when: 'today', ongoing: 'no' } });
  return teams.press('employee', where, { title: 'Nästa', inputs: { carrier: 'message', where: 'Mejlen', personalData: 'unknown' } });
}

async function report(): Promise<Card> {
  return teams.press('employee', await lastStep('rapportera incident'), { title: 'Skicka rapporten' });
}
