// What the register comes to, in the words of the municipality.
import { assetHash, type Asset } from '../../src/domain/asset';
import type { Classification, Level, Profile } from '../../src/domain/classification';
import type { Unit } from '../../src/domain/person';
import {
  classesByMonth,
  committees,
  coverageOf,
  decisionsByMonth,
  needingAttention,
  unitsWithNothing
} from '../../src/domain/register-overview';
import { classification } from '../lists/examples';
import { people } from '../workflows/memory-context';

const units: readonly Unit[] = [
  { code: 'SN', name: 'Socialnämnden', kind: 'committee' },
  { code: 'BUN', name: 'Barn- och ungdomsnämnden', kind: 'committee' },
  { code: 'SOC', name: 'Socialförvaltningen', kind: 'department', parent: 'SN' },
  { code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', parent: 'SOC' },
  { code: 'SOC-IFO', name: 'Individ- och familjeomsorgen', kind: 'unit', parent: 'SOC' }
];
const owners = { informationOwner: people.manager, objectOwner: people.objectOwner, custodian: people.custodian };

const grounds = { now: '2026-11-23T14:40:00Z', model: 'Haparanda 1.1', incidents: new Map() };

const journal = asset('T-2026-0001', { unit: 'SOC-HEM', profile: profile('serious'), decidedAt: '2026-10-31T23:30:00Z' });
const plan = asset('T-2026-0002', { unit: 'SOC', profile: profile('serious', 'significant'), decidedAt: '2025-11-30T23:30:00Z' });
const note = asset('T-2026-0003', { unit: 'SOC-HEM' });
const draft = asset('T-2026-0004', { unit: 'SOC-HEM', state: 'draft', custodian: undefined });
const register = [journal, plan, note, draft];

test('the share with a decided class counts everything that is registered', () => {
  expect(coverageOf(register)).toEqual({ all: 4, decided: 2 });
  expect(coverageOf([])).toEqual({ all: 0, decided: 0 });
});

test('each nämnd has what is registered beneath it, and its worst level of each aspect with how many are at it', () => {
  const [social, school] = committees(register, units);
  expect(social).toMatchObject({ unit: { code: 'SN' }, coverage: { all: 4, decided: 2 } });
  expect(social?.worst?.confidentiality).toEqual({ level: 'serious', count: 2 });
  expect(social?.worst?.integrity).toEqual({ level: 'significant', count: 1 });
  expect(school).toEqual({ unit: units[1], coverage: { all: 0, decided: 0 } });
});

test('a unit with nothing registered is an enhet, or has none beneath it', () => {
  expect(unitsWithNothing(register, units).map(({ code }) => code)).toEqual(['BUN', 'SOC-IFO']);
});

test('decisions are counted by the months of the Swedish calendar, twelve of them', () => {
  const months = decisionsByMonth(register, '2026-11-23T14:40:00Z');
  expect(months).toHaveLength(12);
  expect(months.filter(({ decided }) => decided > 0)).toEqual([
    { month: '2025-12', decided: 1 },
    { month: '2026-11', decided: 1 }
  ]);
});

describe('how the register stood as each month ended', () => {
  const decided = (of: string, level: Level, decidedAt: string | undefined): Classification =>
    classification({ asset: of, profile: profile(level), ...(decidedAt !== undefined && { decidedAt }) });
  const now = '2026-11-23T14:40:00Z';

  test('an asset counts from its first decision on, with the class it had then', () => {
    const months = classesByMonth(
      [
        decided('T-2026-0001', 'moderate', '2026-09-10T09:00:00Z'),
        decided('T-2026-0002', 'significant', '2024-01-10T09:00:00Z'),
        decided('T-2026-0001', 'serious', '2026-10-31T23:30:00Z')
      ],
      register,
      now
    );
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ month: '2025-12', classed: 1, highest: levelsOf({ significant: 1 }) });
    expect(months.slice(8)).toEqual([
      { month: '2026-08', classed: 1, highest: levelsOf({ significant: 1 }) },
      { month: '2026-09', classed: 2, highest: levelsOf({ moderate: 1, significant: 1 }) },
      { month: '2026-10', classed: 2, highest: levelsOf({ moderate: 1, significant: 1 }) },
      { month: '2026-11', classed: 2, highest: levelsOf({ significant: 1, serious: 1 }) }
    ]);
  });

  test('what is not decided, and what no longer counts, is in no month', () => {
    const months = classesByMonth(
      [decided('T-2026-0001', 'serious', undefined), decided('T-2026-0099', 'serious', '2026-09-10T09:00:00Z')],
      register,
      now
    );
    expect(months.map(({ classed }) => classed)).toEqual(Array.from({ length: 12 }, () => 0));
  });

  function levelsOf(counts: Partial<Record<Level, number>>): Record<Level, number> {
    return { negligible: 0, moderate: 0, significant: 0, serious: 0, ...counts };
  }
});

test('the highest class needs somebody first, and a draft nobody yet', () => {
  const changed = { ...journal, decidedHash: assetHash({ ...journal, name: 'Annat' }) };
  const ownerless = { ...plan, profile: profile('moderate'), objectOwner: undefined };
  expect(
    needingAttention([note, ownerless, draft, changed], [], grounds).map((needing) => [needing.asset.reference, needing.needs])
  ).toEqual([
    ['T-2026-0001', ['changed', 'reconsider']],
    ['T-2026-0002', ['owner']],
    ['T-2026-0003', ['class']]
  ]);
});

test('a class that is to be reconsidered needs somebody', () => {
  const nextYear = { ...grounds, now: '2027-11-23T14:40:00Z' };
  expect(needingAttention([journal], [], grounds)).toEqual([]);
  expect(needingAttention([journal], [], nextYear)).toEqual([{ asset: journal, needs: ['reconsider'] }]);
});

function profile(confidentiality: Level, integrity: Level = 'negligible'): Profile {
  return { confidentiality, integrity, availability: 'negligible', traceability: 'negligible' };
}

function asset(reference: string, given: Partial<Asset>): Asset {
  const named = { name: reference, description: '', carriers: ['system' as const], unit: '', unitName: '', state: 'active' as const };
  return { reference, ...named, ...owners, ...given };
}
