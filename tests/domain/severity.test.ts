// How severe an incident is suggested to be, as tables of examples; and when it must have been looked at.
import * as fc from 'fast-check';
import { aspects, levels, type Level } from '../../src/domain/classification';
import { answerBy, isAtLeast, severities, severityOfReport, suggestSeverity, type SeverityFacts } from '../../src/domain/severity';

const calm: SeverityFacts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };

function asset(confidentiality: Level, availability: Level = 'negligible') {
  return {
    reference: 'T-2026-0001',
    profile: { confidentiality, availability, integrity: 'negligible', traceability: 'negligible' }
  } as const;
}

const examples: readonly (readonly [
  what: string,
  assets: readonly ReturnType<typeof asset>[],
  facts: Partial<SeverityFacts>,
  expected: string
])[] = [
  ['nothing of weight', [asset('negligible')], {}, 'low'],
  ['måttlig', [asset('moderate')], {}, 'low'],
  ['betydande', [asset('significant')], {}, 'medium'],
  ['allvarlig', [asset('serious')], {}, 'high'],
  ['måttlig that goes on', [asset('moderate')], { ongoing: true }, 'medium'],
  ['betydande for 500 persons', [asset('significant')], { manyPersons: true }, 'high'],
  ['betydande in several nämnder', [asset('significant')], { severalCommittees: true }, 'high'],
  ['500 persons in several nämnder count once', [asset('significant')], { manyPersons: true, severalCommittees: true }, 'high'],
  ['betydande that goes on for many', [asset('significant')], { ongoing: true, manyPersons: true }, 'critical'],
  ['no more than critical', [asset('serious')], { ongoing: true, manyPersons: true, malicious: true }, 'critical'],
  ['an attack on something negligible', [asset('negligible')], { malicious: true }, 'high'],
  ['an aspect that is not hit does not count', [asset('negligible', 'serious')], {}, 'low'],
  ['no asset with a class counts as måttlig', [], {}, 'low'],
  ['no asset with a class, going on', [], { ongoing: true }, 'medium'],
  ['the worst of two', [asset('moderate'), asset('serious')], {}, 'high']
];

test.each(examples)('%s', (_what, assets, facts, expected) => {
  expect(suggestSeverity({ aspects: ['confidentiality'], assets, facts: { ...calm, ...facts } }).severity).toBe(expected);
});

test('the reasons are named: which asset and aspect, and what raised it', () => {
  const { reasons } = suggestSeverity({
    aspects: ['confidentiality', 'availability'],
    assets: [asset('moderate', 'significant')],
    facts: { ...calm, ongoing: true, severalCommittees: true }
  });
  expect(reasons).toEqual([
    { kind: 'class', asset: 'T-2026-0001', aspect: 'availability', level: 'significant' },
    { kind: 'ongoing' },
    { kind: 'several-committees' }
  ]);
  expect(suggestSeverity({ aspects, assets: [{ reference: 'T-2026-0002' }], facts: calm }).reasons).toEqual([{ kind: 'class-unknown' }]);
});

test('more is never less severe', () => {
  const someFacts = fc.record({
    ongoing: fc.boolean(),
    manyPersons: fc.boolean(),
    severalCommittees: fc.boolean(),
    malicious: fc.boolean(),
    personalData: fc.boolean()
  });
  const rank = (facts: SeverityFacts, level: Level): number =>
    severities.indexOf(suggestSeverity({ aspects, assets: [asset(level)], facts }).severity);
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...levels), fc.constantFrom(...levels), (facts, one, other) => {
      const [less, more] = [one, other].sort((a, b) => levels.indexOf(a) - levels.indexOf(b)) as [Level, Level];
      expect(rank(facts, less)).toBeLessThanOrEqual(rank(facts, more));
      expect(rank(calm, less)).toBeLessThanOrEqual(rank(facts, less));
    })
  );
});

test('a report alone is low, and medium when it goes on', () => {
  expect((['yes', 'no', 'unknown'] as const).map((ongoing) => severityOfReport({ ongoing }))).toEqual(['medium', 'low', 'low']);
});

test('a level is at least itself, and no level is at least any', () => {
  expect(severities.map((severity) => isAtLeast(severity, 'high'))).toEqual([false, false, true, true]);
  expect(isAtLeast(undefined, 'low')).toBe(false);
});

test.each([
  // Thursday 15:40 in Sweden.
  ['critical', '2026-11-26T14:40:00Z', '2026-11-26T15:10:00Z'],
  ['high', '2026-11-26T14:40:00Z', '2026-11-26T18:40:00Z'],
  ['medium', '2026-11-26T14:40:00Z', '2026-11-27T14:40:00Z'],
  ['low', '2026-11-26T14:40:00Z', '2026-11-30T14:40:00Z'],
  // Saturday: counts from Monday morning, eight o'clock.
  ['medium', '2026-11-28T20:00:00Z', '2026-12-01T07:00:00Z'],
  // Over a Christmas of five days when nobody works.
  ['low', '2026-12-22T09:00:00Z', '2026-12-28T09:00:00Z'],
  // Over the change to summer time on 29 March the time of day in Sweden stays.
  ['medium', '2026-03-27T09:00:00Z', '2026-03-30T08:00:00Z']
] as const)('%s, known %s: triaged by %s', (severity, knownAt, expected) => {
  expect(answerBy(severity, knownAt)).toBe(expected);
});
