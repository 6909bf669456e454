/** @jest-environment jsdom */
// Whatever people write, or are called, comes out of a card as the text it is: nothing in it becomes a link, a picture, a format, a date or a script.
import fc from 'fast-check';
import type { Card } from '../../src/cards/card';
import { everyCard } from './every-card';
import { nodesOf } from './reading';
import { rendered } from './renderer';

const fragments = [
  '[klicka](https://ond.example)',
  '![bild](https://ond.example/x.png)',
  '<https://ond.example>',
  'https://ond.example',
  '**fet**',
  '_kursiv_',
  '~~struket~~',
  '`kod`',
  '# rubrik',
  '\n- punkt',
  '\n1. punkt',
  '\r> citat',
  '| a | b |',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<b>fet</b>',
  '</span></div>',
  '&lt;b&gt;',
  '&#x3c;',
  '<at>Alla</at>',
  '{{DATE(2026-11-23T14:40:00Z, LONG)}}',
  '{{TIME(2026-11-23T14:40:00Z)}}',
  '{{{DATE(2026-11-23T14:40:00Z)}}}',
  '${$root.secret}',
  '{name}',
  '{plural, select, other {x}}',
  '=HYPERLINK("https://ond.example";"x")',
  '+SUM(1)',
  '-1',
  '@SUM(A1)',
  '\\',
  '"',
  "'",
  ' ',
  'x'
] as const;
const written = fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 6 }).map((pieces) => `a${pieces.join('')}z`);

const marker = 'azbyc';
const plain = Object.entries(everyCard('sv', marker)).filter(([, card]) => JSON.stringify(card).includes(marker));

test('there are cards that show what people wrote', () => {
  expect(plain.map(([name]) => name)).toEqual(
    expect.arrayContaining(['receipt', 'form description, with what was said', 'notice 17 classification-returned', 'overtaken'])
  );
});

test('the text is shown as it was written, in the same elements as any other text', () => {
  const looks = plain.map(([name, card]) => [name, lookOf(card)] as const);
  fc.assert(
    fc.property(written, (said) => {
      const cards = everyCard('sv', said);
      for (const [name, { elements, words }] of looks) {
        const card = cards[name];
        if (card === undefined) throw new Error(`No card ${name}`);
        expect(lookOf(card)).toEqual({ elements, words: words.replaceAll(marker, () => said) });
      }
    }),
    { numRuns: 25 }
  );
});

test('no text of theirs stands where Markdown is read', () => {
  fc.assert(
    fc.property(written, (said) => {
      for (const [name] of plain) {
        for (const { type, ...node } of nodesOf(everyCard('sv', said)[name])) {
          if (type === 'TextRun' || type === 'Input.Text') continue;
          expect([node['text'], node['title'], node['label'], node['altText'], node['url']].join(' ')).not.toContain(said);
        }
      }
    }),
    { numRuns: 40 }
  );
});

/** The kinds of elements, with what they lead to, and the words in them. A text may lie in more than one span. */
function lookOf(card: Card): { readonly elements: readonly string[]; readonly words: string } {
  const { element } = rendered(card);
  const elements = [...element.querySelectorAll('*')].filter(({ tagName }) => tagName !== 'SPAN');
  return {
    elements: elements.map((one) => [one.tagName, ...['role', 'href', 'src'].map((name) => one.getAttribute(name))].join(' ')),
    words: element.textContent ?? ''
  };
}
