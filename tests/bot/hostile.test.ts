// What a client under somebody else's control can send: it is refused in words, changes nothing, and never goes unanswered.
import fc from 'fast-check';
import type { Phones } from '../../src/bot/desk';
import { formSteps, pressData } from '../../src/cards/card-data';
import { incidentKinds, receivers, whenChoices, yesNoUnknown } from '../../src/domain/incident';
import { concernedGroups, managerHindrances, reportCarriers, weaknessKinds } from '../../src/domain/report-details';
import { inputsOf, nodesOf, titlesOf, wordsOf } from '../cards/reading';
import { cardOf, openTeams, tenantId, type Teams } from './teams';

let teams: Teams;
beforeEach(async () => {
  teams = await openTeams();
});
afterEach(() => teams.close());

const formKey = '00000000-0000-4000-9000-000000000042';
const whole = { formKey, kind: 'other', when: 'today', ongoing: 'no', where: 'Arkivet', personalData: 'no', description: '' };

describe('data that is not ours', () => {
  test.each([
    ['an unknown verb', { verb: 'delete-everything', data: {} }],
    ['no verb', { data: whole }],
    ['a verb that every object has', { verb: 'constructor', data: {} }],
    ['an extra field', { verb: 'report-submit', data: { ...whole, reporter: 'någon annan' } }],
    ['a field that names the prototype', { verb: 'report-submit', data: JSON.parse(`{"__proto__":{"formKey":"${formKey}"}}`) as object }],
    ['a key that is no key', { verb: 'report-submit', data: { ...whole, formKey: '1 or 1=1' } }],
    ['no key, as on a card from before', { verb: 'report-submit', data: { kind: 'weakness' } }],
    ['a kind that does not exist', { verb: 'report-kind', data: { formKey, kind: 'hack' } }],
    ['a list for a text', { verb: 'report-submit', data: { ...whole, description: ['a'] } }],
    ['data that is a text', { verb: 'report-submit', data: 'x' }],
    ['a step that does not exist', { verb: 'report-back', data: { formKey, to: 'submit' } }]
  ])('%s', async (_case, action) => {
    const card = cardOf(await teams.invoke('employee', action));
    expect(wordsOf(card)).toContain('Uppgifterna kunde inte tas emot');
    expect(teams.desk.record.entries).toEqual([]);
  });

  test('no value at all', async () => {
    const answer = await teams.post({ ...teams.activity('employee'), type: 'invoke', name: 'adaptiveCard/action' });
    expect(wordsOf(cardOf(answer))).toContain('Uppgifterna kunde inte tas emot');
  });
});

test('a megabyte of text is too large, and nothing is stored', async () => {
  const action = { verb: 'report-submit', data: { ...whole, description: 'å'.repeat(1_000_000) } };
  expect(wordsOf(cardOf(await teams.invoke('employee', action)))).toContain('Texten är för lång');
  expect(teams.desk.record.entries).toEqual([]);
});

test('a text somewhat too long is shortened, shown and sent only when pressed again', async () => {
  const action = { verb: 'report-submit', data: { ...whole, description: 'a'.repeat(4_001) } };
  const again = cardOf(await teams.invoke('employee', action));
  expect(wordsOf(again)).toContain('har kortats');
  expect(inputsOf(again)).toContainEqual(expect.objectContaining({ id: 'description', value: 'a'.repeat(3_000) }));
  expect(teams.desk.record.entries).toEqual([]);
});

test('a button that carries on what somebody wrote stays small, however much it was', async () => {
  await teams.close();
  teams = await openTeams(20);
  let release: (phones: Phones) => void = () => undefined;
  const held = new Promise<Phones>((resolve) => (release = resolve));
  Object.assign(teams.desk, { phones: () => held });
  const long = { ...whole, where: 'å'.repeat(45_000), description: 'å'.repeat(45_000) };
  const waiting = cardOf(await teams.invoke('employee', { verb: 'report-submit', data: long }));
  release({});
  expect(titlesOf(waiting)).toEqual(['Visa hur det står']);
  expect(Buffer.byteLength(JSON.stringify(waiting))).toBeLessThan(28_000);
});

test('white space before a text does not push it out', async () => {
  await teams.invoke('employee', { verb: 'report-submit', data: { ...whole, description: `${' '.repeat(4_000)}En dator är borta` } });
  expect((await teams.desk.incidents())[0]?.report.description).toBe('En dator är borta');
});

test('a place of which nothing can be seen is no place', async () => {
  const card = cardOf(await teams.invoke('employee', { verb: 'report-submit', data: { ...whole, where: '\u200d\u2060' } }));
  expect(inputsOf(card).map(({ id }) => id)).toContain('where');
  expect(teams.desk.record.entries).toEqual([]);
});

test('script and Markdown come out as the text they are', async () => {
  const where = '<script>alert(1)</script> [klicka](https://ond.example) **fet**';
  const { description: _open, ...data } = { ...whole, where };
  const summary = cardOf(await teams.invoke('employee', { verb: 'report-where', data }));
  const shown = nodesOf(summary).filter((node) => JSON.stringify(node['text'] ?? '').includes('ond.example'));
  expect(shown).toMatchObject([{ type: 'TextRun', text: where }]);
});

test('characters that cannot be seen or turn the reading direction are left out', async () => {
  await teams.invoke('employee', { verb: 'report-submit', data: { ...whole, description: 'fak\u202etura\u0000.\ud800\nrad två' } });
  expect((await teams.desk.incidents())[0]?.report.description).toBe('faktura.\nrad två');
});

describe('at the door', () => {
  test.each([
    ['nothing', null],
    ['a text', 'hej'],
    ['an empty object', {}],
    ['a list', []]
  ])('%s is not an activity', async (_case, body) => {
    expect((await teams.post(body)).status).toBe(400);
  });

  test.each(['../../evil?x=', '..', '.', 'a\ud800', 'a\u0000'])(
    'an address hidden in the conversation id %j is not followed',
    async (id) => {
      const { status } = await teams.post({
        ...teams.activity('employee'),
        type: 'message',
        text: 'hjälp',
        conversation: { id, conversationType: 'personal', tenantId }
      });
      expect(status).toBe(400);
      expect(teams.connector.deliveries).toEqual([]);
    }
  );

  test.each([
    ['another tenant', { conversation: { id: 'a:employee', conversationType: 'personal', tenantId: 'someone-else' } }],
    ['two tenants at once', { channelData: { tenant: { id: 'someone-else' } } }],
    ['no tenant', { conversation: { id: 'a:employee', conversationType: 'personal' }, channelData: {} }]
  ])('%s is turned away', async (_case, fields) => {
    const { status } = await teams.post({ ...teams.activity('employee'), type: 'message', text: 'hjälp', ...fields });
    expect(status).toBe(403);
    expect(teams.connector.deliveries).toEqual([]);
  });
});

describe('every invoke gets a body', () => {
  test.each([
    'composeExtension/query',
    'composeExtension/submitAction',
    'composeExtension/fetchTask',
    'task/fetch',
    'task/submit',
    'fileConsent/invoke',
    'message/submitAction',
    'signin/tokenExchange',
    'signin/verifyState',
    'signin/failure',
    'application/search',
    'something/new'
  ])('%s', async (name) => {
    const answer = await teams.post({ ...teams.activity('employee'), type: 'invoke', name });
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(answer.body).length).toBeGreaterThan(10);
  });
});

describe('whatever comes', () => {
  const loose = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(''),
    fc.array(fc.string()),
    fc.object()
  );
  const data = fc.record(
    {
      formKey: fc.oneof(fc.constant(formKey), fc.uuid(), loose),
      kind: fc.oneof(fc.constantFrom(...incidentKinds), loose),
      when: fc.oneof(fc.constantFrom(...whenChoices), loose),
      ongoing: fc.oneof(fc.constantFrom(...yesNoUnknown), loose),
      where: fc.oneof(fc.string(), loose),
      personalData: fc.oneof(fc.constantFrom(...yesNoUnknown), loose),
      description: fc.oneof(fc.string({ unit: 'binary', maxLength: 5_000 }), loose),
      carrier: fc.oneof(fc.constantFrom(...reportCarriers), loose),
      weakness: fc.oneof(fc.constantFrom(...weaknessKinds), loose),
      asOf: fc.oneof(fc.constantFrom('2026-11-23T14:40:00Z', '2026-11-22T14:40:00Z', '2025-01-01T00:00:00Z'), loose),
      happenedOn: fc.oneof(fc.constantFrom('2026-11-23', '2026-02-30'), loose),
      happenedTime: fc.oneof(fc.constantFrom('08:15', '24:00'), loose),
      concerned: fc.oneof(fc.constantFrom(...concernedGroups), loose),
      manager: fc.oneof(fc.constantFrom('nearest', ...managerHindrances), loose),
      asset: fc.oneof(fc.constantFrom('T-2026-0001', 'unknown', 'I-2026-0001'), loose),
      assetName: fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), loose),
      toldBy: fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), loose),
      messageLink: fc.oneof(fc.webUrl(), loose),
      to: fc.oneof(fc.constantFrom(...formSteps), loose),
      reference: fc.oneof(fc.constant('I-2026-0001'), loose),
      receiver: fc.oneof(fc.constantFrom(...receivers), loose)
    },
    { requiredKeys: [] }
  );
  const verb = fc.oneof(fc.constantFrom(...Object.keys(pressData)), fc.string());

  test('a press is answered with a card or words', async () => {
    await fc.assert(
      fc.asyncProperty(
        verb,
        fc.oneof(data, loose),
        fc.constantFrom('employee' as const, 'it' as const, 'nobody' as const),
        async (pressed, sent, who) => {
          const { status, body } = await teams.invoke(who, { verb: pressed, data: sent });
          expect(status).toBe(200);
          expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
          expect(Buffer.byteLength(JSON.stringify(body.value))).toBeLessThan(28_000);
        }
      ),
      { numRuns: 300 }
    );
    expect(teams.logged.filter((line) => line.includes('could not be carried out'))).toEqual([]);
  });

  test('an activity is answered or turned away, never dropped with an error', async () => {
    const activity = fc.record(
      {
        type: fc.oneof(fc.constantFrom('message', 'invoke', 'conversationUpdate', 'installationUpdate', 'typing', 'event'), loose),
        name: fc.oneof(fc.constantFrom('adaptiveCard/action', 'composeExtension/fetchTask', 'fileConsent/invoke'), loose),
        text: loose,
        value: loose,
        action: loose,
        locale: loose,
        entities: loose
      },
      { requiredKeys: [] }
    );
    await fc.assert(
      fc.asyncProperty(activity, async (fields) => {
        const { status, body } = await teams.post({ ...teams.activity('employee'), ...fields });
        expect([200, 400]).toContain(status);
        if (fields.type === 'invoke' && status === 200) expect(body).toBeTruthy();
      }),
      { numRuns: 300 }
    );
  });
});
