// Who has left and is still named on an asset: found once, kept since it was found, told of each week.
import type { Asset } from '../../src/domain/asset';
import { dueToTell, findVacancies, vacancyIn, type AccountFault, type Vacancy } from '../../src/domain/vacancy';
import { people } from '../workflows/memory-context';

const now = '2026-11-23T05:30:00Z';
const asset: Asset = {
  reference: 'T-2026-0001',
  name: 'Journaler',
  description: '',
  carriers: ['system'],
  unit: 'SOC-HEM',
  unitName: 'Hemtjänsten',
  informationOwner: people.manager,
  objectOwner: people.objectOwner,
  custodian: people.custodian,
  state: 'active'
};
const standing: Vacancy = {
  asset: asset.reference,
  role: 'custodian',
  holder: { id: people.custodian.id, name: people.custodian.name },
  fault: 'closed',
  since: now,
  state: 'standing'
};

function faults(fault: AccountFault | undefined): (id: string) => AccountFault | undefined {
  return (id) => (id === people.custodian.id ? fault : undefined);
}

test('a closed account is a vacancy from when it was found', () => {
  expect(findVacancies([asset], [], faults('closed'), now)).toEqual({ standing: [standing], changed: [standing] });
});

test('what is known already is not found anew, and keeps when it was found', () => {
  const found = findVacancies([asset], [standing], faults('closed'), '2026-12-01T05:30:00Z');
  expect(found).toEqual({ standing: [standing], changed: [] });
  const gone = { ...standing, fault: 'gone' as const };
  expect(findVacancies([asset], [standing], faults('gone'), '2026-12-01T05:30:00Z')).toEqual({ standing: [gone], changed: [gone] });
});

test.each<[string, Asset, AccountFault | undefined]>([
  ['somebody else is named', { ...asset, custodian: people.it }, 'closed'],
  ['nobody is named', { ...asset, custodian: undefined }, 'closed'],
  ['the account is open again', asset, undefined]
])('it has ended when %s', (_, after, fault) => {
  const ended = { ...standing, state: 'ended' as const };
  expect(findVacancies([after], [standing], faults(fault), now)).toEqual({ standing: [], changed: [ended] });
});

test('another who has left in the same role is a vacancy of its own, untold', () => {
  const told = { ...standing, holder: { id: people.it.id, name: people.it.name }, toldAt: now };
  expect(findVacancies([asset], [told], faults('closed'), now)).toEqual({ standing: [standing], changed: [standing] });
});

test.each<[string, string | undefined, boolean]>([
  ['never told', undefined, true],
  ['told six days ago', '2026-11-17T05:30:01Z', false],
  ['told a week ago', '2026-11-16T05:30:00Z', true]
])('%s', (_, toldAt, isDue) => {
  expect(dueToTell([{ ...standing, toldAt }], now)).toHaveLength(isDue ? 1 : 0);
});

test('it is shown as long as whoever left is named, and not a moment longer', () => {
  expect(vacancyIn(asset, 'custodian', [standing])).toBe(standing);
  expect(vacancyIn(asset, 'objectOwner', [standing])).toBeUndefined();
  expect(vacancyIn({ ...asset, custodian: people.it }, 'custodian', [standing])).toBeUndefined();
});
