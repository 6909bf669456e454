/** @jest-environment jsdom */
// The report form in Microsoft's own renderer: what a press sends, and what holds it back; and how the form moves.
import type { Card } from '../../src/cards/card';
import { formSteps, readPress, type Draft, type Press } from '../../src/cards/card-data';
import { moveForm, type FormMove, type FormPress } from '../../src/cards/report-flow';
import { reportForm } from '../../src/cards/report-form';
import { inputsOf, nodesOf, titlesOf, wordsOf } from './reading';
import { rendered } from './renderer';

const formKey = '00000000-0000-4000-9000-000000000001';
const now = '2026-11-23T14:40:00Z';
const answered: Draft = {
  formKey,
  kind: 'sent-wrong',
  when: 'today',
  ongoing: 'no',
  carrier: 'message',
  where: 'Mejlen',
  personalData: 'yes'
};

const more = {
  happenedOn: '2026-11-22',
  discoveredOn: '2026-11-23',
  discoveredTime: '08:15',
  concerned: 'children',
  sensitive: 'yes',
  unauthorisedAccess: 'unknown',
  concernedInformed: 'no',
  cause: 'way-of-working',
  toldBy: 'Vaktmästaren',
  toldThrough: 'telephone',
  manager: 'involved'
} as const;

describe('in the renderer', () => {
  test('Nästa is held back while a question is open, Tillbaka is not', () => {
    const card = reportForm({ step: 'when', draft: { formKey, kind: 'sent-wrong', description: 'Ett brev' } }, 'sv');
    expect(pressed(card, 'Nästa')).toBeUndefined();
    expect(pressed(card, 'Tillbaka')).toEqual({
      verb: 'report-back',
      data: { formKey, kind: 'sent-wrong', description: 'Ett brev', to: 'kind' }
    });
  });

  test('Tillbaka from an answered step takes along what stands there', () => {
    const card = reportForm({ step: 'where', draft: answered }, 'sv');
    expect(pressed(card, 'Tillbaka')).toEqual({ verb: 'report-back', data: { ...answered, to: 'when' } });
  });

  test('a description already written travels unseen with one tap on what happened', () => {
    const card = reportForm({ step: 'kind', draft: { formKey, description: 'Ett brev' } }, 'sv');
    expect(pressed(card, 'Jag har sett en brist eller risk')).toEqual({
      verb: 'report-kind',
      data: { formKey, kind: 'weakness', description: 'Ett brev' }
    });
    expect(pressed(card, 'Ja eller osäker')).toEqual({ verb: 'report-stop', data: { formKey } });
  });

  test('a description that was emptied stays empty', () => {
    const card = reportForm({ step: 'description', draft: { ...answered, description: 'Ett brev' } }, 'sv');
    expect(pressed(card, 'Skicka rapporten', '')).toEqual({ verb: 'report-submit', data: answered });
  });
});

describe('the form', () => {
  test('asks the säkerhetsskydd question before anything else is asked', () => {
    const lines = nodesOf(reportForm({ step: 'kind', draft: { formKey } }, 'sv')).flatMap(({ text }) =>
      typeof text === 'string' ? [text] : []
    );
    expect(lines.indexOf('Kan det här röra Sveriges säkerhet?')).toBeLessThan(lines.indexOf('Nej. Vad har hänt?'));
  });

  test('offers the nine kinds as one tap each', () => {
    expect(titlesOf(reportForm({ step: 'kind', draft: { formKey } }, 'sv'))).toEqual([
      'Ja eller osäker',
      'Jag har skickat något fel',
      'Något är borta eller stulet',
      'Obehörig har sett eller hört något',
      'Misstänkt mejl, länk eller samtal',
      'Uppgifter är fel eller ändrade',
      'System eller telefon fungerar inte',
      'Något är raderat eller förstört',
      'Jag har sett en brist eller risk',
      'Annat eller vet inte',
      'Avbryt rapporten'
    ]);
  });

  test.each([
    ['when', ['when', 'ongoing']],
    ['where', ['carrier', 'personalData']]
  ] as const)('requires the questions of the step %s, each answered with one tap', (step, ids) => {
    const required = inputsOf(reportForm({ step, draft: { formKey } }, 'sv')).filter(({ isRequired }) => isRequired === true);
    expect(required).toMatchObject(ids.map((id) => ({ id, type: 'Input.ChoiceSet', style: 'expanded' })));
  });

  test.each(formSteps.filter((step) => step !== 'kind'))(
    'offers the stop and the way out on the step %s, and takes nothing along',
    (step) => {
      const card = reportForm({ step, draft: answered }, 'sv');
      expect(pressed(card, 'Stopp: kan röra Sveriges säkerhet')).toEqual({ verb: 'report-stop', data: { formKey } });
      expect(pressed(card, 'Avbryt rapporten')).toEqual({ verb: 'report-withdraw', data: { formKey } });
    }
  );

  test.each(formSteps.filter((step) => step !== 'asset'))('loses no answer on the step %s', (step) => {
    const draft: Draft = {
      ...answered,
      ...more,
      asOf: now,
      description: 'Ett brev',
      messageLink: 'https://teams.microsoft.com/l/message/1'
    };
    const title = { kind: '✓ Jag har skickat något fel', when: 'Nästa', where: 'Nästa', description: 'Skicka rapporten', more: 'Klar' }[
      step
    ];
    expect(pressed(reportForm({ step, draft }, 'sv'), title)).toMatchObject({ data: draft });
  });

  test('asks of a weakness neither when nor whose, in three steps', () => {
    const draft: Draft = { formKey, kind: 'weakness' };
    const move = moveForm(formPress('report-kind', draft), now);
    expect(move).toMatchObject({ to: 'where' });
    const card = reportForm({ step: 'where', draft }, 'sv');
    expect(wordsOf(card)).toContain('Steg 2 av 3');
    expect(inputsOf(card).map(({ id }) => id)).toEqual(['carrier', 'where', 'weakness', 'kind']);
  });

  test('warns about names and secrets beside the free text', () => {
    const card = JSON.stringify(reportForm({ step: 'description', draft: answered }, 'sv'));
    expect(card).toContain('Skriv inga namn, personnummer eller hemliga uppgifter.');
  });
});

describe('a press moves the form', () => {
  const { description: _none, ...draft }: Draft = answered;
  test.each<[string, FormPress['verb'], object, FormMove | object]>([
    ['what happened, chosen', 'report-kind', { formKey, kind: 'other' }, { to: 'when', draft: { formKey, kind: 'other' } }],
    ['when, not chosen', 'report-when', { formKey, kind: 'other', ongoing: 'no' }, { to: 'when', problem: 'missing' }],
    ['an earlier question left out', 'report-where', { formKey, where: 'Här', personalData: 'no' }, { to: 'kind', problem: 'missing' }],
    ['where, neither chosen nor written', 'report-where', { ...draft, carrier: '', where: '   ' }, { to: 'where', problem: 'missing' }],
    ['where, chosen and not written', 'report-where', { ...draft, where: '' }, { to: 'description' }],
    ['where, written on a card of before there was a choice', 'report-where', { ...draft, carrier: '' }, { to: 'description' }],
    ['more, done', 'report-more', { ...draft, ...more }, { to: 'description' }],
    ['more, an asset to look for', 'report-more', { ...draft, assetName: 'tur' }, { to: 'asset', draft: { assetName: 'tur' } }],
    [
      'an asset, chosen',
      'report-asset',
      { ...draft, assetName: 'tur', asset: 'T-2026-0001' },
      { to: 'description', draft: { asset: 'T-2026-0001' } }
    ],
    ['more, a time and no day', 'report-more', { ...draft, happenedTime: '08:00' }, { to: 'more', problem: 'day-missing' }],
    ['more, with an earlier question open', 'report-more', { formKey, kind: 'other' }, { to: 'when', problem: 'missing' }],
    ['a weakness, which kind of not said', 'report-submit', { ...draft, kind: 'weakness' }, { to: 'where', problem: 'missing' }],
    ['withdrawn', 'report-withdraw', { formKey }, { to: 'withdrawn' }],
    ['where, 200 characters', 'report-where', { ...draft, where: 'å'.repeat(200) }, { to: 'description' }],
    ['where, 201 characters', 'report-where', { ...draft, where: 'å'.repeat(201) }, { to: 'where', problem: 'too-long' }],
    ['a text too long carried along', 'report-kind', { ...draft, description: 'å'.repeat(4001) }, { to: 'when', problem: 'too-long' }],
    ['all answered', 'report-submit', draft, { to: 'submit', draft }],
    ['a stop', 'report-stop', { formKey }, { to: 'stop', formKey }],
    ['back', 'report-back', { ...draft, to: 'kind' }, { to: 'kind', draft }]
  ])('%s', (_case, verb, data, move) => {
    expect(moveForm(formPress(verb, data), now)).toMatchObject(move);
  });

  test('what is sent is the report without the form’s key', () => {
    expect(sent({ ...draft, description: ' Ett brev ' })).toEqual({
      kind: 'sent-wrong',
      when: 'today',
      ongoing: 'no',
      carrier: 'message',
      where: 'Mejlen',
      personalData: 'yes',
      description: 'Ett brev'
    });
  });

  test('a place that was only chosen is written in the words of the record', () => {
    expect(sent({ ...draft, carrier: 'paper', where: '' })).toMatchObject({ carrier: 'paper', where: 'Papper eller brev' });
  });

  test('of a weakness what was not asked is unknown', () => {
    expect(sent({ formKey, kind: 'weakness', carrier: 'premises', weakness: 'near-miss' })).toEqual({
      kind: 'weakness',
      when: 'unknown',
      ongoing: 'unknown',
      personalData: 'unknown',
      carrier: 'premises',
      where: 'Lokal eller plats',
      weakness: 'near-miss',
      description: ''
    });
  });

  test('whoever tells more has it in the report, times as they were told', () => {
    expect(sent({ ...draft, ...more })).toMatchObject({
      happened: '2026-11-22',
      discovered: '2026-11-23 08:15',
      concerned: 'children',
      toldBy: 'Vaktmästaren',
      toldThrough: 'telephone',
      manager: 'involved'
    });
  });

  test('an asset nobody knows is none, and what was typed to find it is not sent', () => {
    const report = sent({ ...draft, asset: 'unknown', assetName: 'tur' });
    expect(report).not.toHaveProperty('asset');
    expect(report).not.toHaveProperty('assetName');
    expect(sent({ ...draft, asset: 'T-2026-0001' })).toMatchObject({ asset: 'T-2026-0001' });
  });

  test('the nearest manager, chosen after all, is nobody else', () => {
    expect(sent({ ...draft, manager: 'nearest', toldThrough: 'paper' })).not.toHaveProperty('manager');
  });
});

describe('a draft that waits in the chat', () => {
  const at = (asOf: string, verb: FormPress['verb'] = 'report-where'): FormMove => moveForm(formPress(verb, { ...answered, asOf }), now);

  test('goes on where it was the same day', () => {
    expect(at('2026-11-22T23:10:00Z')).toMatchObject({ to: 'description' });
  });

  test('is asked again when it happened, on another Swedish day, and keeps the rest', () => {
    const move = at('2026-11-22T22:50:00Z');
    expect(move).toMatchObject({ to: 'when', problem: 'day-passed', draft: { asOf: now, where: 'Mejlen', ongoing: 'no' } });
    expect(move).not.toHaveProperty('draft.when');
  });

  test('takes the answer that is given today', () => {
    expect(at('2026-11-20T08:00:00Z', 'report-when')).toMatchObject({ to: 'where', draft: { asOf: now, when: 'today' } });
  });

  test('is too old after a week', () => {
    expect(at('2026-11-16T08:00:00Z')).toMatchObject({ to: 'when' });
    expect(at('2026-11-15T08:00:00Z')).toEqual({ to: 'expired' });
  });
});

function sent(data: object): object {
  const move = moveForm(formPress('report-submit', data), now);
  if (move.to !== 'submit') throw new Error(`Not sent but at ${move.to}`);
  return JSON.parse(JSON.stringify(move.report)) as object;
}

type Moving = Parameters<typeof moveForm>[0];

function formPress(verb: FormPress['verb'], data: object): Moving {
  const press = readPress(verb, data);
  if (press === undefined || !isMoving(press)) throw new Error('Not a press on the form');
  return press;
}

function isMoving(press: Press): press is Moving {
  return press.verb.startsWith('report-') && press.verb !== 'report-open';
}

/** What the renderer sends when the button is clicked; nothing when it holds the press back. */
function pressed(card: Card, title: string, description?: string): object | undefined {
  const { element, sent } = rendered(card);
  const field = element.querySelector('textarea');
  if (description !== undefined && field !== null) field.value = description;
  const button = [...element.querySelectorAll('button')].find((candidate) => candidate.getAttribute('aria-label') === title);
  if (button === undefined) throw new Error(`No button ${title}`);
  button.click();
  return sent();
}
