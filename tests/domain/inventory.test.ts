// Inventories: who is asked, how complete each part of the municipality is, and when those who have not answered are reminded (H21).
import fc from 'fast-check';
import {
  canHoldFor,
  completenessByUnit,
  completenessOf,
  inventoryReminder,
  isLastDay,
  unitAnswerStates,
  unitsToAsk,
  type Inventory,
  type UnitAnswer
} from '../../src/domain/inventory';
import type { Unit } from '../../src/domain/person';
import { escalationRules } from '../../src/reference/escalation';
import { people } from '../workflows/memory-context';

const waking = escalationRules.inventory.waking;

const units: readonly Unit[] = [
  { code: 'SN', name: 'Socialnämnden', kind: 'committee' },
  { code: 'BUN', name: 'Barn- och ungdomsnämnden', kind: 'committee' },
  { code: 'SOC', name: 'Socialförvaltningen', kind: 'department', parent: 'SN', head: people.director },
  { code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', parent: 'SOC', head: people.manager },
  { code: 'SOC-IFO', name: 'Individ och familj', kind: 'unit', parent: 'SOC' }
];

function answer(unit: string, state: UnitAnswer['state']): UnitAnswer {
  const said = { by: people.manager, at: '2026-11-23T14:40:00Z', asOf: '2026-11-23', text: '', names: [] };
  const name = units.find(({ code }) => code === unit)?.name ?? `${unit}, som den hette`;
  return { reference: `E-${unit}`, inventory: 'N-2026-0001', unit, unitName: name, state, ...(state !== 'asked' && { said }) };
}

const inventory: Inventory = {
  reference: 'N-2026-0001',
  lastDay: '2026-12-10',
  state: 'open',
  openedBy: people.securityOfficer,
  openedAt: '2026-11-23T14:40:00Z'
};

describe('who is asked', () => {
  test('enheter, and what has none beneath it, in tree order', () => {
    expect(unitsToAsk(units).map(({ code }) => code)).toEqual(['SOC-HEM', 'SOC-IFO', 'BUN']);
  });
});

describe('how complete a part of the municipality is', () => {
  const placed = completenessByUnit([answer('SOC-HEM', 'complete'), answer('SOC-IFO', 'asked'), answer('BUN', 'missing')], units);

  test('is told for nämnd, förvaltning and enhet, each below the one it belongs to', () => {
    expect(
      placed.map(({ unit, depth, completeness: { complete, missing, asked, all } }) => [depth, unit.code, complete, missing, asked, all])
    ).toEqual([
      [0, 'SN', 1, 0, 1, 2],
      [1, 'SOC', 1, 0, 1, 2],
      [2, 'SOC-HEM', 1, 0, 0, 1],
      [2, 'SOC-IFO', 0, 0, 1, 1],
      [0, 'BUN', 0, 1, 0, 1]
    ]);
  });

  test('says where nobody could be asked, as long as nobody has answered', () => {
    expect(placed.filter(({ completeness }) => completeness.withoutHead > 0).map(({ unit }) => unit.code)).toEqual([
      'SN',
      'SOC',
      'SOC-IFO'
    ]);
    expect(completenessOf([answer('SOC-IFO', 'complete')], units).withoutHead).toBe(0);
  });

  test('a unit that has left the organisation since is still counted, by the name it had', () => {
    const gone = completenessByUnit([answer('SKV', 'complete')], units).at(-1);
    expect(gone).toMatchObject({ depth: 0, unit: { name: 'SKV, som den hette' }, answer: { state: 'complete' }, completeness: { all: 1 } });
  });

  test('adds up: those on top sum to the whole, and every part to its answers, whatever the organisation looks like', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const organisations = fc.uniqueArray(
      fc.record({
        code,
        name: fc.constant('x'),
        kind: fc.constantFrom('committee' as const, 'department' as const, 'unit' as const),
        // Also one that is above itself, and one that is not there.
        parent: fc.option(code, { nil: undefined }),
        head: fc.option(fc.constant(people.manager), { nil: undefined })
      }),
      { selector: (unit) => unit.code }
    );
    const answers = fc.uniqueArray(fc.tuple(code, fc.constantFrom(...unitAnswerStates)), { selector: ([unit]) => unit });
    fc.assert(
      fc.property(organisations, answers, (organisation, given) => {
        const all = given.map(([unit, state]) => answer(unit, state));
        const parts = completenessByUnit(all, organisation);
        const whole = completenessOf(all, organisation);
        for (const { completeness: part } of parts) {
          expect(part.asked + part.complete + part.missing).toBe(part.all);
          expect(part.withoutHead).toBeLessThanOrEqual(part.asked);
        }
        for (const name of ['all', 'asked', 'complete', 'missing'] as const) {
          const top = parts.filter(({ depth }) => depth === 0).reduce((sum, { completeness }) => sum + completeness[name], 0);
          expect(top).toBe(whole[name]);
        }
        expect(parts.flatMap(({ answer: own }) => own ?? [])).toHaveLength(all.length);
      })
    );
  });
});

describe('days', () => {
  const now = '2026-11-23T23:30:00Z';

  test.each([
    ['the same Swedish day', '2026-11-24', true],
    ['the day before, though it is not over in UTC', '2026-11-23', false],
    ['a year away', '2027-11-24', true],
    ['more than a year away', '2027-11-25', false]
  ])('the last day can be %s: %s, %s', (_what, day, is) => {
    expect(isLastDay(day, now)).toBe(is);
  });

  test.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-11-25', true],
    ['2026-11-26', false]
  ])('an answer of 25 November can hold for %s: %s', (day, is) => {
    expect(canHoldFor(day, inventory, '2026-11-25T09:00:00Z')).toBe(is);
  });
});

describe('those who have not answered are reminded', () => {
  test.each([
    ['nothing on the day it is opened', '2026-11-23T15:00:00Z', undefined],
    ['nothing before the week', '2026-12-02T15:00:00Z', undefined],
    ['a week before, when the office opens', '2026-12-03T07:00:00Z', 'week'],
    ['not before it opens', '2026-12-03T06:59:00Z', undefined],
    ['on the last day', '2026-12-10T07:00:00Z', 'last'],
    ['not in the evening', '2026-12-10T20:00:00Z', undefined],
    ['when it is over', '2026-12-11T07:00:00Z', 'over'],
    ['but not when that is old', '2027-02-01T09:00:00Z', undefined]
  ])('%s', (_when, now, stage) => {
    expect(inventoryReminder(inventory, waking, now)).toBe(stage);
  });

  test('of one opened with less than a week to go there is no word of a week', () => {
    const soon = { ...inventory, openedAt: '2026-12-08T08:00:00Z' };
    expect(inventoryReminder(soon, waking, '2026-12-08T09:00:00Z')).toBeUndefined();
    expect(inventoryReminder(soon, waking, '2026-12-10T09:00:00Z')).toBe('last');
  });

  test('a last day when nobody works is told of when it is over', () => {
    const saturday = { ...inventory, lastDay: '2026-12-12' };
    expect(inventoryReminder(saturday, waking, '2026-12-12T09:00:00Z')).toBeUndefined();
    expect(inventoryReminder(saturday, waking, '2026-12-14T09:00:00Z')).toBe('over');
  });

  test('nobody of one that is closed', () => {
    expect(inventoryReminder({ ...inventory, state: 'closed' }, waking, '2026-12-10T09:00:00Z')).toBeUndefined();
  });
});
