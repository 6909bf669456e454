// Causes that come back: how many within how long, what the incidents share, and what is no cause.
import fc from 'fast-check';
import { noHandling } from '../../src/domain/handling';
import type { Incident } from '../../src/domain/incident';
import type { IncidentCategory } from '../../src/domain/incident-category';
import { incidentsOf, recurringCauses, type RecurringCause } from '../../src/domain/recurring-causes';
import { people } from '../workflows/memory-context';

interface Said {
  readonly at: string;
  readonly category?: IncidentCategory;
  readonly unit?: string;
  readonly carrier?: Incident['report']['carrier'];
  readonly assets?: readonly string[];
  readonly state?: Incident['state'];
  readonly exercise?: true;
  readonly asset?: string;
}

let count = 0;

function incident({ at, category = 'misdirected', unit = '', carrier, assets = [], state = 'closed', exercise, asset }: Said): Incident {
  count += 1;
  const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'no', personalData: 'no', description: '' } as const;
  return {
    reference: `I-2026-${String(count).padStart(4, '0')}`,
    report: { ...report, ...(carrier && { carrier }), ...(asset && { asset }) },
    reporter: people.employee,
    unitName: unit,
    state,
    reportedAt: at,
    knownAt: at,
    ...(exercise && { exercise }),
    handling: { ...noHandling, category, assets: assets.map((reference) => ({ reference, name: `Namn ${reference}` })) }
  };
}

const unit = 'Hemtjänsten';
const inShort = (causes: readonly RecurringCause[]): readonly unknown[] =>
  causes.map(({ category, shared, incidents }) => [category, shared.map(({ by }) => by), incidents.length]);

test('three of one category in one unit within twelve months are one cause, the latest first', () => {
  const days = ['2026-01-10T12:00:00Z', '2026-06-01T12:00:00Z', '2027-01-10T12:00:00Z'];
  const [cause, ...others] = recurringCauses(days.map((at) => incident({ at, unit })));
  expect(others).toEqual([]);
  expect(cause?.incidents.map(({ reportedAt }) => reportedAt)).toEqual([...days].reverse());
  expect(cause?.shared).toEqual([{ by: 'unit', name: unit }]);
});

test.each<[string, readonly Said[]]>([
  ['two', [{ at: '2026-01-10T12:00:00Z' }, { at: '2026-02-10T12:00:00Z' }]],
  ['three within a day more', [{ at: '2026-01-10T12:00:00Z' }, { at: '2026-06-01T12:00:00Z' }, { at: '2027-01-10T12:00:01Z' }]],
  [
    'three of two categories',
    [{ at: '2026-01-10T12:00:00Z' }, { at: '2026-02-10T12:00:00Z' }, { at: '2026-03-10T12:00:00Z', category: 'phishing' }]
  ],
  [
    'three of which one was no incident',
    [{ at: '2026-01-10T12:00:00Z' }, { at: '2026-02-10T12:00:00Z' }, { at: '2026-03-10T12:00:00Z', state: 'dismissed' }]
  ],
  [
    'three of which one was an exercise',
    [{ at: '2026-01-10T12:00:00Z' }, { at: '2026-02-10T12:00:00Z' }, { at: '2026-03-10T12:00:00Z', exercise: true }]
  ],
  ['three in two units', [{ at: '2026-01-10T12:00:00Z' }, { at: '2026-02-10T12:00:00Z' }, { at: '2026-03-10T12:00:00Z', unit: 'Skolan' }]]
])('%s are none', (_what, said) => {
  expect(recurringCauses(said.map((one) => incident({ unit, ...one })))).toEqual([]);
});

test('that nobody knows the unit, or in what it happened, is nothing in common', () => {
  const at = '2026-01-10T12:00:00Z';
  expect(recurringCauses([1, 2, 3].map(() => incident({ at, carrier: 'unknown' })))).toEqual([]);
});

test('the very same incidents are one cause with all that they share; others that share less are another', () => {
  const at = '2026-01-10T12:00:00Z';
  const three = [1, 2, 3].map(() => incident({ at, unit, carrier: 'message', assets: ['T-2026-0001'] }));
  expect(inShort(recurringCauses(three))).toEqual([['misdirected', ['asset', 'unit', 'carrier'], 3]]);
  const elsewhere = incident({ at, unit: 'Skolan', carrier: 'message' });
  expect(inShort(recurringCauses([...three, elsewhere]))).toEqual([
    ['misdirected', ['carrier'], 4],
    ['misdirected', ['asset', 'unit'], 3]
  ]);
});

test('one that lies too far from the others is not counted with them', () => {
  const days = ['2024-01-10T12:00:00Z', '2026-01-10T12:00:00Z', '2026-02-10T12:00:00Z', '2026-03-10T12:00:00Z'];
  expect(recurringCauses(days.map((at) => incident({ at, unit })))[0]?.incidents).toHaveLength(3);
});

test('whatever the order they come in, each cause has at least three, all of one category and with what they share', () => {
  const said = fc.record({
    at: fc
      .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => `${date.toISOString().slice(0, 19)}Z`),
    category: fc.constantFrom('misdirected' as const, 'phishing' as const),
    unit: fc.constantFrom('A', 'B', ''),
    carrier: fc.constantFrom('message' as const, 'paper' as const, 'unknown' as const),
    assets: fc.subarray(['T-2026-0001', 'T-2026-0002'])
  });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), (all) => {
      const incidents = all.map(incident);
      const causes = recurringCauses(incidents);
      expect(inShort(recurringCauses([...incidents].reverse())).length).toBe(causes.length);
      for (const { category, shared, incidents: some } of causes) {
        expect(some.length).toBeGreaterThanOrEqual(3);
        expect(new Set(some.map(({ reference }) => reference)).size).toBe(some.length);
        for (const { handling, unitName, report } of some) {
          expect(handling?.category).toBe(category);
          for (const one of shared) {
            if (one.by === 'unit') expect(unitName).toBe(one.name);
            if (one.by === 'carrier') expect(report.carrier).toBe(one.carrier);
            if (one.by === 'asset') expect(handling?.assets.map(({ reference }) => reference)).toContain(one.reference);
          }
        }
      }
    })
  );
});

test('an asset has part in the incidents that it was linked to and those whose reporter named it', () => {
  const [early, late] = ['2026-01-10T12:00:00Z', '2026-02-10T12:00:00Z'];
  const linked = incident({ at: early, assets: ['T-2026-0001'] });
  const named = incident({ at: late, asset: 'T-2026-0001' });
  expect(incidentsOf('T-2026-0001', [linked, incident({ at: late, assets: ['T-2026-0002'] }), named])).toEqual([named, linked]);
});
