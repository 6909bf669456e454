/** @jest-environment jsdom */
// What holds for every card in every language: it renders, it fits, it can be read and used by everyone, and nothing written comes out live.
import { cardSizeLimit } from '../../src/cards/card';
import { draftFields } from '../../src/cards/card-data';
import { languages, type Language } from '../../src/domain/language';
import { texts } from '../../src/i18n/every-language';
import type { TextKey } from '../../src/i18n/text';
import { everyCard, hostileText } from './every-card';
import { actionsOf, inputsOf, nodesOf, wordsOf } from './reading';
import { rendered } from './renderer';

const cases = languages.flatMap((language) => Object.entries(everyCard(language)).map(([name, card]) => [language, name, card] as const));

describe.each(cases)('%s %s', (language, _name, card) => {
  test('is a valid Adaptive Card 1.5 and renders without a remark', () => {
    const { remarks, element } = rendered(card);
    expect(remarks).toEqual([]);
    expect(element.textContent).toContain(String(nodesOf(card)[1]?.['text']));
  });

  test('fits in 28 KB', () => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(cardSizeLimit);
  });

  test('says its language, and what it is where it cannot be shown', () => {
    expect(card.lang).toBe(language);
    expect(card.version).toBe('1.5');
    expect(card.fallbackText?.length).toBeGreaterThan(10);
    expect(card.speak?.length).toBeGreaterThan(5);
  });

  test('has a label and an error text at every input', () => {
    for (const input of inputsOf(card)) {
      expect(input['label']).toMatch(/\S{3}/);
      expect(input['errorMessage']).toMatch(/\S{3}/);
    }
  });

  test('puts one primary action first and at most three in sight', () => {
    const actions = card.actions ?? [];
    expect(actions.length).toBeLessThanOrEqual(3);
    expect(actions.filter((action) => action.style === 'positive').length).toBeLessThanOrEqual(1);
    expect(actions.slice(1).some((action) => action.style === 'positive')).toBe(false);
  });

  test('has no button wider than a telephone', () => {
    for (const { title } of actionsOf(card)) expect(String(title).length).toBeLessThanOrEqual(36);
  });

  test('shows no code, key or placeholder', () => {
    const words = wordsOf(card)
      .replaceAll(hostileText, '')
      .replaceAll(/x{200}/g, '');
    expect(words).not.toMatch(/\b[a-z]+\.[a-z]+[-.][a-z]|[{}]|\b(undefined|null|NaN)\b/);
    expect(words).not.toMatch(/\b(sent-wrong|just-now|nearest-manager|not-found|could-not-read|too-large)\b/);
  });

  test('lets nothing that somebody wrote come out as Markdown', () => {
    for (const node of nodesOf(card)) {
      if (node['type'] === 'TextRun' || node['type'] === 'Input.Text') continue;
      expect(JSON.stringify([node['text'], node['title'], node['value'], node['label']])).not.toContain('ond.example');
    }
    expect(nodesOf(card).filter(({ type }) => type === 'FactSet')).toEqual([]);
    expect(rendered(card).element.querySelectorAll('a[href*="ond.example"], script, b')).toHaveLength(0);
  });

  test('carries no person and no state, only what the press needs', () => {
    for (const { data = {} } of actionsOf(card)) expect(carried).toEqual(expect.arrayContaining(Object.keys(data as object)));
  });
});

const carried = [
  'formKey',
  ...draftFields,
  'to',
  'reference',
  'receiver',
  'name',
  'url',
  'source',
  'exercise',
  'report',
  'contentHash',
  'delegation',
  'decisions'
];

describe('words', () => {
  const keys = (Object.keys(texts.sv) as TextKey[]).filter((key) => key.startsWith('cards.'));
  const english = /\b(the|and|you|your|with|has|been|what|report|please|send|back|next|received)\b/i;
  const swedish = /\b(och|inte|det|har|din|ditt|vad|skicka|nästa|eller)\b/i;

  test.each(keys)('%s is written in each language and not left in another', (key) => {
    const others = key === 'cards.help.languages' ? [] : (['en', 'fi'] as const);
    expect(withoutQuotes('sv', key)).not.toMatch(english);
    for (const language of others) expect(withoutQuotes(language, key)).not.toMatch(swedish);
    expect(withoutQuotes('fi', key)).not.toMatch(english);
  });

  test('riktighet is never called integritet, and nobody is blamed', () => {
    const said = keys.map((key) => texts.sv[key]).join('\n');
    expect(said).not.toMatch(/integritet|ditt fel|du borde ha|slarv/i);
    expect(texts.sv['cards.report.thanks']).toBe('Bra att du rapporterar. Hellre en gång för mycket.');
  });

  function withoutQuotes(language: Language, key: TextKey): string {
    const said = texts[language][key];
    return key === 'cards.help.languages' ? '' : said.replaceAll(/[”“][^”“]*[”“]/g, '');
  }
});

test.each(['sv', 'en', 'fi'] as const)(
  'in %s the mark of an exercise stands first where a card is read, heard, and not understood',
  (language) => {
    const cards = Object.entries(everyCard(language)).filter(
      ([name]) => name.includes('exercise') && !/^(?:my reports|which case)/.test(name)
    );
    const mark = `${texts[language]['exercise.mark']}: `;
    expect(cards.length).toBeGreaterThan(40);
    for (const [, { speak, fallbackText, body }] of cards) {
      const [first] = body;
      expect(
        [speak, fallbackText, first?.type === 'TextBlock' ? first.text : undefined].filter((said) => said?.startsWith(mark) !== true)
      ).toEqual([]);
    }
  }
);
