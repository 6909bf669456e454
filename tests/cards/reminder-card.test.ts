// What a reminder says, and who can answer it with one press.
import { noticeCard } from '../../src/cards/notice-card';
import type { Notice } from '../../src/domain/notice';
import { people } from '../workflows/memory-context';
import { titlesOf, wordsOf } from './reading';

const awaited = { reference: 'I-2026-0001', severity: 'medium', due: '2026-11-24T14:40:00Z', to: people.it.id } as const;
const shown = (notice: Notice) =>
  noticeCard(
    { notice, key: '00000000-0000-4000-9000-000000000001', tabUrl: 'https://haparanda.example/tab', levelNumbers: undefined },
    'sv'
  );

test('who is to receive an incident does so on the reminder itself', () => {
  const card = shown({ kind: 'incident-reminder', ...awaited, stage: 'near', response: 'receive', receiver: 'it' });
  expect(titlesOf(card)).toEqual(['Mottagen', 'Öppna i Värna']);
  expect(wordsOf(card)).toContain('tis 24 nov 2026 15:40');
  expect(wordsOf(card)).toContain('Tiden går snart ut.');
});

test.each<[string, Notice, string]>([
  [
    'who cannot receive it',
    { kind: 'incident-reminder', ...awaited, stage: 'over', response: 'receive' },
    'IT har inte tagit emot den ännu.'
  ],
  ['who is to assess it', { kind: 'incident-reminder', ...awaited, stage: 'half', response: 'assess' }, 'säg hur allvarlig den är'],
  ['who is next in line', { kind: 'incident-escalated', ...awaited, response: 'handle' }, 'Se till att någon tar hand om incidenten.'],
  [
    'who is next in line for a critical one',
    { kind: 'incident-escalated', ...awaited, severity: 'critical', response: 'handle' },
    'Ring IT'
  ]
])('%s reads what to do, and has no button that would be refused', (_who, notice, words) => {
  expect(wordsOf(shown(notice))).toContain(words);
  expect(titlesOf(shown(notice))).toEqual(['Öppna i Värna']);
});

test('a summary names some, counts the rest, and leaves out what there is nothing of', () => {
  const some = [
    { reference: 'I-2026-0007', severity: 'high' },
    { reference: 'I-2026-0001', severity: 'low' }
  ] as const;
  const none = { count: 0, some: [] };
  const words = wordsOf(
    shown({ kind: 'incident-digest', to: people.director.id, fresh: { count: 9, some }, changed: none, settled: { count: 2, some } })
  );
  expect(words).toContain('I-2026-0007 (Hög), I-2026-0001 (Låg) och 7 till');
  expect(words).toContain('Avslutade: ');
  expect(words).not.toContain('Har gått vidare');
});
