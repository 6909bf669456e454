/** @jest-environment jsdom */
// The report form in Microsoft's own renderer: what a press sends, and what holds it back; and how the form moves.
import type { Card } from '../../src/cards/card';
import { readPress, type Draft, type Press } from '../../src/cards/card-data';
import { moveForm, type FormMove, type FormPress } from '../../src/cards/report-flow';
import { reportForm } from '../../src/cards/report-form';
import { inputsOf, nodesOf, titlesOf } from './reading';
import { rendered } from './renderer';

const formKey = '00000000-0000-4000-9000-000000000001';
const answered: Draft = { formKey, kind: 'sent-wrong', when: 'today', ongoing: 'no', where: 'Mejlen', personalData: 'yes' };

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
      'Annat eller vet inte'
    ]);
  });

  test.each(['when', 'where'] as const)('requires every question of the step %s', (step) => {
    expect(inputsOf(reportForm({ step, draft: { formKey } }, 'sv')).map(({ isRequired }) => isRequired)).toEqual([true, true]);
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
    ['where, only blanks', 'report-where', { ...draft, where: '   ' }, { to: 'where', problem: 'missing' }],
    ['where, 200 characters', 'report-where', { ...draft, where: 'å'.repeat(200) }, { to: 'description' }],
    ['where, 201 characters', 'report-where', { ...draft, where: 'å'.repeat(201) }, { to: 'where', problem: 'too-long' }],
    ['a text too long carried along', 'report-kind', { ...draft, description: 'å'.repeat(4001) }, { to: 'when', problem: 'too-long' }],
    ['all answered', 'report-submit', draft, { to: 'submit', draft }],
    ['a stop', 'report-stop', { formKey }, { to: 'stop', formKey }],
    ['back', 'report-back', { ...draft, to: 'kind' }, { to: 'kind', draft }]
  ])('%s', (_case, verb, data, move) => {
    expect(moveForm(formPress(verb, data))).toMatchObject(move);
  });

  test('what is sent is the report without the form’s key', () => {
    expect(moveForm(formPress('report-submit', { ...draft, description: ' Ett brev ' }))).toMatchObject({
      report: { kind: 'sent-wrong', when: 'today', ongoing: 'no', where: 'Mejlen', personalData: 'yes', description: 'Ett brev' }
    });
  });
});

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
