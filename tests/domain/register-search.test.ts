// Finding in the register: by words, and by what it is narrowed to.
import fc from 'fast-check';
import { assetHash, type Asset } from '../../src/domain/asset';
import { aspects, levels, type Profile } from '../../src/domain/classification';
import type { Unit } from '../../src/domain/person';
import { classFilters, registerSearch, type RegisterFilter } from '../../src/domain/register-search';
import type { Vacancy } from '../../src/domain/vacancy';
import { people } from '../workflows/memory-context';

const units: readonly Unit[] = [
  { code: 'SN', name: 'Socialnämnden', kind: 'committee' },
  { code: 'SOC', name: 'Socialförvaltningen', kind: 'department', parent: 'SN' },
  { code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', parent: 'SOC' },
  { code: 'BUN', name: 'Barn- och ungdomsnämnden', kind: 'committee' }
];
const left: Vacancy = {
  asset: 'T-2026-0002',
  role: 'custodian',
  holder: people.custodian,
  fault: 'gone',
  since: '2026-11-23T05:30:00Z',
  state: 'standing'
};
const grounds = {
  now: '2027-12-01T12:00:00Z',
  model: 'Haparanda 1.1',
  incidents: new Map([['T-2026-0005', [{ reference: 'I-2027-0001', reportedAt: '2027-05-01T08:00:00Z' }]]])
};
const around = { units, me: people.manager.id, grounds, vacancies: [left, { ...left, asset: 'T-2026-0001', holder: people.it }] };
const mild: Profile = { confidentiality: 'negligible', integrity: 'negligible', availability: 'negligible', traceability: 'negligible' };
const owners = { informationOwner: people.manager, objectOwner: people.objectOwner, custodian: people.custodian };

const journal = asset('T-2026-0001', {
  name: 'Journaler',
  unit: 'SOC-HEM',
  ...owners,
  state: 'active',
  profile: { ...mild, integrity: 'serious' }
});
const lunch = asset('T-2026-0002', { name: 'Matsedel', unit: 'BUN', unitName: 'Barn- och ungdomsnämnden', ...owners, state: 'submitted' });
const care = asset('T-2026-0003', { name: 'Vårdplaner', unit: 'SOC', informationOwner: people.manager });
const decided = {
  ...journal,
  reference: 'T-2026-0004',
  decidedAt: '2026-11-30T23:30:00Z',
  name: 'Scheman',
  profile: { ...mild, integrity: 'significant' as const }
};
const changed = { ...decided, decidedHash: assetHash({ ...decided, name: 'Turer' }) };
const year = { ...decided, reference: 'T-2026-0006', decidedHash: assetHash(decided) };
const hit = { ...year, reference: 'T-2026-0005', decidedAt: '2027-03-01T08:00:00Z' };
const register = [journal, lunch, care, changed];
const reconsidered = [...register, hit, year, { ...year, reference: 'T-2026-0007', decidedAt: '2027-03-01T08:00:00Z' }];

test.each<[string, RegisterFilter, readonly Asset[]]>([
  ['nothing narrows nothing', {}, register],
  ['a part of a name', { sought: 'JOURN' }, [journal]],
  ['words in any order, of name and owner', { sought: 'mats  vård' }, [care]],
  ['a number', { sought: 't-2026-0002' }, [lunch]],
  ['letters put together from two signs', { sought: 'va\u030Ard' }, [care]],
  ['a unit takes those beneath it along', { unit: 'SN' }, [journal, care, changed]],
  ['an enhet is itself alone', { unit: 'SOC' }, [journal, care, changed]],
  ['a state', { state: 'submitted' }, [lunch]],
  ['any class', { class: 'any' }, [journal, changed]],
  ['no draft', { state: 'not-draft' }, [journal, lunch, changed]],
  ['no class yet', { class: 'none' }, [lunch, care]],
  ['the highest level', { class: 'significant' }, [changed]],
  ['the level of one aspect', { class: 'confidentiality.negligible' }, [journal, changed]],
  ['somebody is missing, or has left and nobody else is named', { vacant: true }, [lunch, care]],
  ['changed after the decision', { changed: true }, [changed]],
  ['whoever looks answers for it', { mine: true }, register],
  ['a month of decisions, by the Swedish calendar', { decided: '2026-12' }, [changed]],
  ['all of it together', { sought: 'mats', unit: 'SN', class: 'serious' }, [journal]]
])('%s', (_, filter, found) => {
  expect(registerSearch(register, around)(filter)).toEqual(found);
});

test('what is to be reconsidered now, for whatever reason, and in which month each is at the latest', () => {
  const search = registerSearch(reconsidered, around);
  expect(search({ reconsider: true })).toEqual([changed, hit, year]);
  expect(search({ due: '2027-12' })).toEqual([changed, year]);
  expect(search({ due: '2028-03' }).map(({ reference }) => reference)).toEqual(['T-2026-0005', 'T-2026-0007']);
});

test('what was asked before does not change what is found', () => {
  const filters = fc.record<RegisterFilter>(
    {
      sought: fc.constantFrom('', 'mats', 'a', 'journaler', '2026 m'),
      unit: fc.constantFrom('SN', 'BUN', 'none'),
      state: fc.constantFrom('draft', 'active'),
      class: fc.constantFrom(...classFilters),
      vacant: fc.constant(true),
      changed: fc.constant(true)
    },
    { requiredKeys: [] }
  );
  const search = registerSearch(register, around);
  fc.assert(
    fc.property(filters, (filter) => {
      expect(search(filter)).toEqual(registerSearch(register, around)(filter));
    })
  );
});

test('each classified asset has a class, one highest level and one level in each aspect', () => {
  const levelOf = fc.constantFrom(...levels);
  const profiles = fc.record(Object.fromEntries(aspects.map((aspect) => [aspect, levelOf])) as Record<keyof Profile, typeof levelOf>);
  fc.assert(
    fc.property(profiles, (profile) => {
      const search = registerSearch([{ ...journal, profile }], around);
      expect(classFilters.filter((filter) => search({ class: filter }).length === 1)).toHaveLength(2 + aspects.length);
    })
  );
});

function asset(reference: string, given: Partial<Asset>): Asset {
  return { reference, name: '', description: '', carriers: ['system'], unit: '', unitName: 'Enheten', state: 'draft', ...given };
}
