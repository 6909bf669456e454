// Talking to the bot: help, own reports, and what happens in channels and group chats.
import { people } from '../workflows/memory-context';
import { actionOf, inputsOf, nodesOf, titlesOf, wordsOf } from '../cards/reading';
import { deliveredCard, openTeams, tenantId, type Place, type Teams } from './teams';

let teams: Teams;
beforeEach(async () => {
  teams = await openTeams();
});
afterEach(() => teams.close());

const channel: Place = { kind: 'channel' };

describe('in the own chat', () => {
  test('unknown words get help with buttons, not silence', async () => {
    const help = await teams.write('employee', 'vad är klockan');
    expect(wordsOf(help)).toContain('Jag förstod inte');
    expect(titlesOf(help)).toEqual(['Rapportera incident', 'Mina ärenden']);
  });

  test('the button on the help card starts a report', async () => {
    const help = await teams.write('employee', 'hjälp');
    const form = await teams.press('employee', help, { title: 'Rapportera incident' });
    expect(wordsOf(form)).toContain('Kan det här röra Sveriges säkerhet?');
  });

  test('nobody has reported anything yet', async () => {
    const list = await teams.write('employee', 'mina ärenden');
    expect(wordsOf(list)).toContain('Du har inte rapporterat något än.');
  });

  test('one sees own reports and nobody else’s, without their texts', async () => {
    await report('employee', 'en hemlig sak');
    await report('custodian', 'en annan sak');
    const list = await teams.write('employee', 'mina ärenden');
    expect(wordsOf(list)).toContain('I-2026-0001: \nRapporterad');
    expect(JSON.stringify(list)).not.toMatch(/I-2026-0002|hemlig/);
  });

  test('that reports could not be read is not taken for having none', async () => {
    teams.desk.instead = () => Promise.resolve({ ok: false, reason: 'could-not-read' });
    const list = await teams.write('employee', 'mina ärenden');
    expect(wordsOf(list)).toContain('Kunde inte läsa dina ärenden');
    teams.desk.instead = undefined;
    expect(wordsOf(await teams.press('employee', list, { title: 'Försök igen' }))).toContain('Du har inte rapporterat något än.');
  });

  test('somebody who is not in the directory is refused politely and told whom to ring', async () => {
    const card = await teams.write('nobody', 'rapportera incident');
    expect(wordsOf(card)).toContain('Du finns inte i kommunens katalog');
    expect(wordsOf(card)).toContain('070-174\u00a006\u00a034');
  });

  test('a message far beyond what Teams allows is refused in words', async () => {
    const refusal = await teams.write('employee', `rapportera incident ${'a'.repeat(1_000_000)}`);
    expect(wordsOf(refusal)).toContain('Texten är för lång');
  });

  test.each([
    ['fi-FI', 'fi'],
    ['sv-SE', 'sv'],
    ['en-US', 'sv'],
    ['smn-FI', 'sv']
  ])('whoever has chosen no language by a phrase and has Teams in %s is answered in %s', async (locale, language) => {
    await teams.post({ ...teams.activity('employee'), locale, type: 'message', text: '?' });
    expect(deliveredCard(teams.connector.deliveries.at(-1)).lang).toBe(language);
  });
});

describe('installed', () => {
  test('the person is welcomed and can be reached from then on', async () => {
    await teams.post({ ...teams.activity('manager'), type: 'installationUpdate', action: 'add' });
    expect(titlesOf(deliveredCard(teams.connector.deliveries[0]))).toContain('Rapportera incident');
    expect(teams.desk.known.get(people.manager.id)).toEqual({
      personId: people.manager.id,
      serviceUrl: teams.connector.serviceUrl,
      conversationId: 'a:manager',
      botId: '28:varna-bot',
      tenantId,
      locale: 'sv-SE'
    });
  });

  test('in a team, nobody is written to and the channel is not taken for a person’s chat', async () => {
    await teams.post({ ...teams.activity('manager', channel), type: 'installationUpdate', action: 'add' });
    await teams.post({ ...teams.activity('manager', channel), type: 'conversationUpdate', membersAdded: [] });
    expect(teams.connector.deliveries).toEqual([]);
    expect(teams.desk.known.size).toBe(0);
  });
});

describe.each<Place>([{ kind: 'channel' }, { kind: 'groupChat' }])('mentioned in a $kind', (place) => {
  test('the report goes on in the person’s own chat, and what was written is not repeated', async () => {
    await teams.write('employee', 'hjälp');
    const before = teams.connector.deliveries.length;
    await teams.write('employee', '<at>Värna</at> rapportera incident jag tappade nyckeln', place);
    const [own, shared] = teams.connector.deliveries.slice(before);
    expect(own?.path).toBe('/v3/conversations/a:employee/activities');
    expect(inputsOf(deliveredCard(own))).toContainEqual(expect.objectContaining({ id: 'description', value: 'jag tappade nyckeln' }));
    expect(shared?.path).toBe('/v3/conversations/19:team@thread.tacv2;messageid=7/activities');
    expect(wordsOf(deliveredCard(shared))).toContain('Vi fortsätter i vår egen chatt');
    expect(JSON.stringify(shared)).not.toContain('nyckeln');
  });

  test('a chat is opened for somebody the bot has not met', async () => {
    await teams.write('employee', 'rapportera incident', place);
    expect(teams.connector.deliveries[0]).toMatchObject({
      path: '/v3/conversations',
      body: { members: [{ id: '29:employee' }], tenantId }
    });
    expect(teams.connector.deliveries[1]?.path).toBe('/v3/conversations/sent-1/activities');
    expect(teams.desk.known.get(people.employee.id)?.conversationId).toBe('sent-1');
  });

  test('own reports are shown in the own chat only', async () => {
    await report('employee', 'sak');
    const before = teams.connector.deliveries.length;
    await teams.write('employee', 'mina ärenden', place);
    expect(JSON.stringify(teams.connector.deliveries.slice(before + 1))).not.toContain('I-2026-0001');
  });
});

test('a person who cannot be reached is told in the channel how to go on', async () => {
  teams.desk.known.set(people.employee.id, {
    personId: people.employee.id,
    serviceUrl: 'http://127.0.0.1:9',
    conversationId: 'a:employee',
    tenantId,
    botId: '28:varna-bot'
  });
  const card = await teams.write('employee', 'rapportera incident', channel);
  expect(wordsOf(card)).toContain('Jag når dig inte ännu');
});

describe('a card pressed in a channel', () => {
  test('starts a report in the chat of whoever pressed it, never of whoever it was shown to', async () => {
    const help = await teams.write('employee', 'hjälp', channel);
    const before = teams.connector.deliveries.length;
    const answer = await teams.invoke('custodian', actionOf(help, { title: 'Rapportera incident' }), channel);
    expect(answer.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(teams.connector.deliveries[before]?.body).toMatchObject({ members: [{ id: '29:custodian' }] });
  });

  test('neither sends nor acknowledges anything', async () => {
    await report('employee', 'sak');
    const form = { formKey: teams.desk.newKey(), kind: 'other', when: 'today', ongoing: 'no', where: 'Här', personalData: 'no' };
    for (const action of [
      { verb: 'report-submit', data: form },
      { verb: 'report-stop', data: { formKey: form.formKey } },
      { verb: 'acknowledge', data: { formKey: form.formKey, reference: 'I-2026-0001', receiver: 'it' } }
    ]) {
      const answer = await teams.invoke('it', action, channel);
      expect(answer.body.value).toContain('Inget har ändrats');
    }
    expect(teams.desk.record.entries).toHaveLength(1);
  });
});

describe('“Rapportera som incident” on a message', () => {
  const payload = (content: string, contentType = 'html'): object => ({ messagePayload: { body: { contentType, content } } });

  test('opens the form in the own chat with the message as a draft text', async () => {
    const answer = await teams.post({
      ...teams.activity('employee', channel),
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: payload('<p>Klicka <a href="https://ond.example">här</a></p>')
    });
    expect(answer.body).toMatchObject({ task: { type: 'message', value: expect.stringContaining('bara du ser det') as string } });
    const form = deliveredCard(teams.connector.deliveries.at(-1));
    expect(inputsOf(form)).toContainEqual(expect.objectContaining({ id: 'description', value: 'Klicka här' }));
  });

  test.each([
    ['html', '<div>5 &lt; 6 &amp;&amp; &quot;a&quot;&nbsp;&amp;lt;</div>', '5 < 6 && "a" &lt;'],
    ['text', '5 < 6 &amp; 7 > 2', '5 < 6 &amp; 7 > 2']
  ])('takes the text of a message in %s as its reader saw it', async (contentType, content, seen) => {
    const value = payload(content, contentType);
    await teams.post({ ...teams.activity('employee'), type: 'invoke', name: 'composeExtension/fetchTask', value });
    expect(inputsOf(deliveredCard(teams.connector.deliveries.at(-1)))).toContainEqual(
      expect.objectContaining({ id: 'description', value: seen })
    );
  });

  test('brings the link along, and names neither who wrote it, nor who is mentioned, nor whose message it answers', async () => {
    const link = 'https://teams.microsoft.com/l/message/19:x@thread.v2/1764000000000?context=%7B%7D';
    const content =
      '<blockquote itemtype="http://schema.skype.com/Reply"><strong itemprop="mri" itemid="8:orgid:1">Mats Lindbäck</strong><p>Vems pärm?</p></blockquote>' +
      '<p><strong>Min</strong>, <at id="0">Karin Vaara</at>! Hälsningar Elsa Niemi</p>';
    const from = { user: { displayName: 'Elsa Niemi' } };
    const value = { messagePayload: { body: { contentType: 'html', content }, linkToMessage: link, from } };
    await teams.post({ ...teams.activity('custodian'), type: 'invoke', name: 'composeExtension/fetchTask', value });
    const form = deliveredCard(teams.connector.deliveries.at(-1));
    const draft = Object.fromEntries(inputsOf(form).map(({ id, value: said }) => [String(id), said]));
    expect(draft).toMatchObject({ messageLink: link, description: expect.stringContaining('Vems pärm?') as string });
    expect(JSON.stringify(form)).not.toMatch(/Mats|Karin|Elsa/);
    expect(draft['description']).toContain('Min');
    expect(teams.desk.record.entries).toEqual([]);
  });

  test.each([
    'https://ond.example/l/message/1',
    'http://teams.microsoft.com/l/message/1',
    `https://teams.microsoft.com/${'x'.repeat(700)}`
  ])('leaves out what is no link to a message in Teams: %s', async (linkToMessage) => {
    const value = { messagePayload: { body: { content: 'Ett brev', contentType: 'text' }, linkToMessage } };
    await teams.post({ ...teams.activity('employee'), type: 'invoke', name: 'composeExtension/fetchTask', value });
    const form = deliveredCard(teams.connector.deliveries.at(-1));
    expect(inputsOf(form).map(({ id }) => id)).toContain('description');
    expect(inputsOf(form).map(({ id }) => id)).not.toContain('messageLink');
  });

  test('answers in words also when nothing came with it', async () => {
    const answer = await teams.post({ ...teams.activity('nobody'), type: 'invoke', name: 'composeExtension/fetchTask' });
    expect(answer.body).toMatchObject({ task: { type: 'message' } });
  });
});

test('a language or a conversation that cannot be kept does not stand in the way of an answer', async () => {
  const { conversations } = teams.desk;
  const away = (): Promise<never> => Promise.reject(new Error('the store is away'));
  Object.assign(conversations, { remember: away, languageOf: away, setLanguage: away });
  const form = await teams.write('employee', 'report incident');
  expect(form.lang).toBe('en');
  expect(teams.logged.join()).toContain('could not be remembered');
});

async function report(who: 'employee' | 'custodian', description: string): Promise<void> {
  const data = {
    formKey: teams.desk.newKey(),
    kind: 'other',
    when: 'today',
    ongoing: 'no',
    where: 'Arkivet',
    personalData: 'no',
    description
  };
  const { body } = await teams.invoke(who, { verb: 'report-submit', data });
  expect(nodesOf(body.value).length).toBeGreaterThan(0);
  await teams.bot.idle();
}
