// What the incidents of a year come to: counts that add up, waits that are right, and what keeps coming back.
import * as fc from 'fast-check';
import { noHandling } from '../../src/domain/handling';
import type { Incident } from '../../src/domain/incident';
import type { IncidentCategory } from '../../src/domain/incident-category';
import { statisticsOf, yearsOf } from '../../src/domain/incident-statistics';
import { people } from '../workflows/memory-context';

interface Said {
  readonly reportedAt?: string;
  readonly unit?: string;
  readonly received?: string;
  readonly closed?: readonly string[];
  readonly state?: Incident['state'];
  readonly category?: IncidentCategory;
}

function incident({ reportedAt = '2026-11-23T12:00:00Z', unit = 'Hemtjänsten', received, closed = [], state, category }: Said): Incident {
  const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'no', personalData: 'no', description: '' } as const;
  const happening = { event: 'incident-closed', by: people.it, from: 'analysis', to: 'closed', text: '' } as const;
  return {
    reference: 'I-2026-0001',
    report,
    reporter: people.employee,
    unitName: unit,
    state: state ?? (closed.length > 0 ? 'closed' : 'reported'),
    reportedAt,
    knownAt: reportedAt,
    ...(received !== undefined && { acknowledgedByIt: { by: people.it, at: received } }),
    handling: { ...noHandling, category, happenings: closed.map((at) => ({ ...happening, at })) }
  };
}

test('of no incidents there are none, and nobody has waited', () => {
  expect(statisticsOf([])).toEqual({
    all: 0,
    exercises: 0,
    open: 0,
    kinds: [],
    units: [],
    carriers: [],
    severities: [],
    recurring: [],
    received: undefined,
    closed: undefined
  });
});

test('the most common stands first, those as common by their names', () => {
  const units = ['Skolan', 'Hemtjänsten', 'Kansliet', 'Hemtjänsten'].map((unit) => incident({ unit }));
  expect(statisticsOf(units).units).toEqual([
    { code: 'Hemtjänsten', count: 2 },
    { code: 'Kansliet', count: 1 },
    { code: 'Skolan', count: 1 }
  ]);
});

test('the wait is counted to whoever received it first, and those nobody has received are not in it', () => {
  const twice = {
    ...incident({ received: '2026-11-23T13:00:00Z' }),
    acknowledgedByManager: { by: people.manager, at: '2026-11-23T12:10:00Z' }
  };
  expect(statisticsOf([twice, incident({ received: '2026-11-24T12:00:00Z' }), incident({})]).received).toEqual({
    median: 10,
    nineInTen: 1440,
    of: 2
  });
});

test('what was reopened counts to its last closing, and not at all while it is open', () => {
  const closed = ['2026-11-24T12:00:00Z', '2026-11-25T12:00:00Z'];
  const { closed: waits, open } = statisticsOf([incident({ closed }), incident({ closed, state: 'reopened' })]);
  expect(waits).toEqual({ median: 2880, nineInTen: 2880, of: 1 });
  expect(open).toBe(1);
});

test('a category comes back when it has been there three times', () => {
  const categories = ['phishing', 'phishing', 'loss', 'phishing', 'loss'] as const;
  expect(statisticsOf(categories.map((category) => incident({ category }))).recurring).toEqual([{ code: 'phishing', count: 3 }]);
});

test('the year is the Swedish one, the latest first', () => {
  const times = ['2025-12-31T22:59:59Z', '2025-12-31T23:00:00Z', '2026-06-01T12:00:00Z'];
  expect(yearsOf(times.map((reportedAt) => incident({ reportedAt })))).toEqual([2026, 2025]);
});

test('whatever there is, each count adds up to all, and nine in ten wait no less than half', () => {
  const said = fc.record({
    unit: fc.constantFrom('', 'Skolan', 'Kansliet'),
    received: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined })
  });
  const from = Date.parse('2026-11-23T12:00:00Z');
  fc.assert(
    fc.property(fc.array(said, { maxLength: 40 }), (all) => {
      const at = (minutes: number): string => new Date(from + minutes * 60_000).toISOString();
      const incidents = all.map(({ unit, received }) => incident({ unit, ...(received !== undefined && { received: at(received) }) }));
      const { units, kinds, carriers, severities, received } = statisticsOf(incidents);
      for (const shares of [units, kinds, carriers, severities])
        expect(shares.reduce((sum, { count }) => sum + count, 0)).toBe(incidents.length);
      if (received !== undefined) expect(received.nineInTen).toBeGreaterThanOrEqual(received.median);
      expect(received?.of ?? 0).toBe(all.filter((one) => one.received !== undefined).length);
    })
  );
});
