// The schema keeps to what SharePoint can hold, and to itself.
import { roles } from '../../src/domain/person';
import { groups, groupTitle } from '../../src/schema/groups';
import { incidentReaders } from '../../src/schema/incidents';
import { choices, type Column, type ListDefinition } from '../../src/schema/list';
import { allLists } from '../../src/schema/lists';
import { incident } from '../lists/examples';

const lists = allLists.map((list) => [list.title, list] as const);

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}

function indexed({ columns }: ListDefinition): Column[] {
  return columns.filter((column) => 'index' in column);
}

describe.each(lists)('%s', (_title, list) => {
  const names = list.columns.map(({ name }) => name);

  test('has an address and internal names that every encoding leaves alone', () => {
    expect([list.url, ...names].filter((name) => !/^[A-Za-z][A-Za-z0-9]{0,31}$/.test(name))).toEqual([]);
  });

  test('has each name and each title once', () => {
    expect(repeated(['Title', ...names])).toEqual([]);
    expect(repeated([list.titleColumn, ...list.columns.map(({ title }) => title)])).toEqual([]);
  });

  test('has no column named as the number that OData gives a person column', () => {
    const numbers = list.columns.filter(({ kind }) => kind === 'user').map(({ name }) => `${name}Id`);
    expect(names.filter((name) => numbers.includes(name))).toEqual([]);
  });

  test('has a unique column to find a row by, unless people write its rows, and no more indexes than SharePoint allows', () => {
    expect(indexed(list).some((column) => 'index' in column && column.index === 'unique')).toBe(list.byHand !== true);
    expect(indexed(list).length).toBeLessThanOrEqual(20);
  });

  test('has no more people and lookups than one question may read', () => {
    expect(list.columns.filter(({ kind }) => kind === 'user').length).toBeLessThanOrEqual(10);
  });

  test('shows in its views columns that it has and does not hide', () => {
    const shown = ['LinkTitle', ...list.columns.filter(({ hidden }) => hidden !== true).map(({ name }) => name)];
    expect(list.views.flatMap(({ columns }) => columns).filter((name) => !shown.includes(name))).toEqual([]);
    expect(list.views.length).toBeGreaterThan(0);
  });

  test('filters and sorts its views by indexed columns', () => {
    const searched = list.views.flatMap(({ query }) => [...query.matchAll(/FieldRef Name="(\w+)"/g)].map(([, name]) => name));
    const allowed = ['ID', ...indexed(list).map(({ name }) => name)];
    expect(searched.filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
  });
});

test('each role has its own group, and everybody one more', () => {
  expect(groups.map(groupTitle)).toEqual([
    'Värna Ansvariga',
    'Värna IT',
    'Värna Informationssäkerhet',
    'Värna Dataskydd',
    'Värna Säkerhetsskydd',
    'Värna Ledning',
    'Värna Medarbetare'
  ]);
  expect(groups).toHaveLength(roles.length + 1);
});

test('what shows where the municipality can be hurt is kept out of search, and from those it does not concern', () => {
  const byUrl = new Map(allLists.map((list) => [list.url, list]));
  expect(byUrl.get('Incidenter')).toMatchObject({ searchable: false, readers: ['it', 'information-security'] });
  expect(byUrl.get('Rapporteringsspar')).toMatchObject({ searchable: false, readers: ['information-security', 'security-protection'] });
  expect(byUrl.get('Handelselogg')).toMatchObject({ searchable: false, readers: ['information-security'] });
  expect(allLists.filter(({ readers }) => readers.includes('employees')).map(({ url }) => url)).toEqual([
    'Organisation',
    'Installningar',
    'Regelandringar'
  ]);
});

test.each([
  ['yes', true],
  ['no', false],
  ['unknown', false]
] as const)('Dataskydd reads an incident whose personal data is "%s": %s', (personalData, reads) => {
  expect(incidentReaders(incident({ report: { ...incident().report, personalData } })).groups.includes('data-protection')).toBe(reads);
});

describe('choices', () => {
  const colours = choices(['red', 'green'], (code) => ({ red: 'Röd', green: 'Grön' })[code]);

  test('lead from code to word and back', () => {
    expect(colours.words).toEqual(['Röd', 'Grön']);
    expect(colours.codeOf(colours.wordOf('green'))).toBe('green');
  });

  test('know no other words', () => {
    expect(colours.codeOf('Blå')).toBeUndefined();
    expect(colours.codeOf('red')).toBeUndefined();
  });

  test('refuse two codes with one word', () => {
    expect(() => choices(['a', 'b'], () => 'Samma')).toThrow('same word');
  });
});
