// $filter as PnPjs's filter builder writes it, and as random trees print it: each finds the rows for which the tree holds.
import fc from 'fast-check';
import type { IList } from '@pnp/sp/lists';
import type { ComparisonResult, InitialFieldQuery, SPFI } from '@pnp/sp';
import { asa, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

interface Row {
  readonly Title: string;
  readonly Status: string | null;
  readonly Prio: number | null;
  readonly Datum: string | null;
  readonly Vantar: boolean | null;
}
interface Typed {
  readonly Title: string;
  readonly Status: string;
  readonly Prio: number;
  readonly Datum: Date;
  readonly Vantar: boolean;
  readonly KategoriId: number;
  readonly Kategori: { readonly Id: number; readonly Title: string };
}

const rows: readonly Row[] = [
  { Title: 'Test Alfa', Status: 'Aktiv', Prio: 1, Datum: '2026-01-15T00:00:00Z', Vantar: true },
  { Title: 'Test Beta', Status: 'Vilande', Prio: 5, Datum: '2026-06-20T08:30:00Z', Vantar: false },
  { Title: 'Test Gamma', Status: 'Aktiv', Prio: 10, Datum: null, Vantar: true },
  { Title: 'Sök Delta', Status: null, Prio: null, Datum: '2025-03-25T12:00:00Z', Vantar: false },
  { Title: 'Sök Epsilon', Status: 'Aktiv', Prio: 5, Datum: '2027-06-30T23:59:59Z', Vantar: null }
];

let site: TestSite;
let sp: SPFI;
let list: IList;

/** Nothing is written after the rows are in. */
beforeAll(async () => {
  site = await startSite();
  sp = site.as(asa);
  const { Id: categories } = await sp.web.lists.add('Kategorier');
  for (const Title of ['A', 'B']) await sp.web.lists.getById(categories).items.add({ Title });
  await sp.web.lists.add('Poster');
  list = sp.web.lists.getByTitle('Poster');
  await list.fields.addText('Status');
  await list.fields.addNumber('Prio');
  await list.fields.createFieldAsXml('<Field Type="DateTime" DisplayName="Datum" Format="DateTime" />');
  await list.fields.addBoolean('Vantar');
  await list.fields.addLookup('Kategori', { LookupListId: categories, LookupFieldName: 'Title' });
  for (const [index, row] of rows.entries()) await list.items.add({ ...row, KategoriId: index < 4 ? (index % 2) + 1 : null });
});
afterAll(() => site.stop());

describe('the filter builder of PnPjs', () => {
  type Builder = (f: InitialFieldQuery<Typed>) => ComparisonResult<Typed>;
  const cases: readonly (readonly [string, Builder, readonly number[]])[] = [
    ['text equals', (f) => f.text('Title').equals('test alfa'), [1]],
    ['text not equals', (f) => f.text('Status').notEquals('Aktiv'), [2, 4]],
    ['text starts with', (f) => f.text('Title').startsWith('Sök'), [4, 5]],
    ['text contains', (f) => f.text('Title').contains('eps'), [5]],
    ['text in', (f) => f.text('Title').in('Test Alfa', 'Test Beta'), [1, 2]],
    ['text not in', (f) => f.text('Title').notIn('Test Alfa', 'Test Beta'), [3, 4, 5]],
    ['text is null', (f) => f.text('Status').isNull(), [4]],
    ['text is not null', (f) => f.text('Status').isNotNull(), [1, 2, 3, 5]],
    ['number greater than', (f) => f.number('Prio').greaterThan(5), [3]],
    ['number less than or equal', (f) => f.number('Prio').lessThanOrEquals(5), [1, 2, 5]],
    ['number in', (f) => f.number('Prio').in(1, 10), [1, 3]],
    ['number not in', (f) => f.number('Prio').notIn(1, 10), [2, 4, 5]],
    ['date equals', (f) => f.date('Datum').equals(new Date('2026-06-20T08:30:00Z')), [2]],
    ['date greater than', (f) => f.date('Datum').greaterThan(new Date('2026-01-15')), [2, 5]],
    ['date between', (f) => f.date('Datum').isBetween(new Date('2026-01-01'), new Date('2026-12-31')), [1, 2]],
    ['date is today', (f) => f.date('Datum').isToday(), []],
    ['boolean is true', (f) => f.boolean('Vantar').isTrue(), [1, 3]],
    ['boolean is false', (f) => f.boolean('Vantar').isFalse(), [2, 4]],
    ['boolean is false or null', (f) => f.boolean('Vantar').isFalseOrNull(), [2, 4, 5]],
    ['lookup by text', (f) => f.lookup('Kategori').text('Title').equals('A'), [1, 3]],
    ['lookup by text, not', (f) => f.lookup('Kategori').text('Title').notEquals('A'), [2, 4, 5]],
    ['lookup by several texts', (f) => f.lookup('Kategori').text('Title').in('A', 'B'), [1, 2, 3, 4]],
    ['lookup by id', (f) => f.lookup('Kategori').Id(2), [2, 4]],
    ['lookup id', (f) => f.lookupId('KategoriId').equals(2), [2, 4]],
    ['and', (f) => f.text('Status').equals('Aktiv').and().number('Prio').greaterThan(1), [3, 5]],
    ['or', (f) => f.number('Prio').equals(1).or().number('Prio').equals(10), [1, 3]],
    [
      'nested groups',
      (f) =>
        f.and(
          f.text('Title').startsWith('Test'),
          f.or(f.number('Prio').lessThan(5), f.and(f.text('Status').equals('Aktiv'), f.date('Datum').isNull()))
        ),
      [1, 3]
    ]
  ];

  it.each(cases)('%s', async (_name, builder, expected) => {
    const found = await list.items.filter<Typed>(builder).select('Id')<{ readonly Id: number }[]>();
    expect(found.map(({ Id }) => Id)).toEqual(expected);
  });
});

describe('any tree of tests', () => {
  type Tree =
    | { readonly kind: 'test'; readonly text: string; readonly holds: (row: Row) => boolean }
    | { readonly kind: 'and' | 'or'; readonly left: Tree; readonly right: Tree }
    | { readonly kind: 'not'; readonly operand: Tree };

  const signs = {
    eq: (order: number): boolean => order === 0,
    ne: (order: number): boolean => order !== 0,
    lt: (order: number): boolean => order < 0,
    le: (order: number): boolean => order <= 0,
    gt: (order: number): boolean => order > 0,
    ge: (order: number): boolean => order >= 0
  } as const;
  const operator = fc.constantFrom(...(Object.keys(signs) as (keyof typeof signs)[]));
  /** Nothing is neither above, below nor equal; it is only "not equal". */
  const compared = (name: keyof typeof signs, value: number | string | null, wanted: number | string): boolean =>
    value === null ? name === 'ne' : signs[name](value === wanted ? 0 : value < wanted ? -1 : 1);

  const leaf: fc.Arbitrary<Tree> = fc.oneof(
    fc.tuple(operator, fc.integer({ min: 0, max: 11 })).map(
      ([sign, number]): Tree => ({
        kind: 'test',
        text: `Prio ${sign} ${number}`,
        holds: ({ Prio }) => compared(sign, Prio, number)
      })
    ),
    fc.tuple(operator, fc.constantFrom('aktiv', 'vilande', 'x')).map(
      ([sign, text]): Tree => ({
        kind: 'test',
        text: `Status ${sign} '${text}'`,
        holds: ({ Status }) => compared(sign, Status?.toLowerCase() ?? null, text)
      })
    ),
    fc.tuple(operator, fc.constantFrom(...rows.flatMap(({ Datum }) => Datum ?? []))).map(
      ([sign, date]): Tree => ({
        kind: 'test',
        text: `Datum ${sign} datetime'${date}'`,
        holds: ({ Datum }) => compared(sign, Datum, date)
      })
    ),
    fc.constantFrom('test', 'sök', 'sök d').map(
      (text): Tree => ({
        kind: 'test',
        text: `startswith(Title,'${text}')`,
        holds: ({ Title }) => Title.toLowerCase().startsWith(text)
      })
    ),
    fc.constantFrom('a', 'eta', 'psi').map(
      (text): Tree => ({
        kind: 'test',
        text: `substringof('${text}',Title)`,
        holds: ({ Title }) => Title.toLowerCase().includes(text)
      })
    ),
    fc.constantFrom('Status', 'Prio', 'Datum', 'Vantar').map(
      (name): Tree => ({
        kind: 'test',
        text: `${name} eq null`,
        holds: (row) => row[name as keyof Row] === null
      })
    )
  );
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(fc.constantFrom('and', 'or'), tie('tree'), tie('tree')).map(([kind, left, right]): Tree => ({ kind, left, right })),
      tie('tree').map((operand): Tree => ({ kind: 'not', operand }))
    )
  }));

  const strength = { or: 1, and: 2, not: 3, test: 4 } as const;
  /** With brackets only where precedence needs them. */
  function printed(node: Tree, around = 0): string {
    const text =
      node.kind === 'test'
        ? node.text
        : node.kind === 'not'
          ? `not ${printed(node.operand, strength.not)}`
          : `${printed(node.left, strength[node.kind])} ${node.kind} ${printed(node.right, strength[node.kind])}`;
    return strength[node.kind] < around ? `(${text})` : text;
  }

  function holds(node: Tree, row: Row): boolean {
    switch (node.kind) {
      case 'test':
        return node.holds(row);
      case 'not':
        return !holds(node.operand, row);
      case 'and':
        return holds(node.left, row) && holds(node.right, row);
      case 'or':
        return holds(node.left, row) || holds(node.right, row);
    }
  }

  it('finds the rows for which it holds', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (node) => {
        const expected = rows.flatMap((row, index) => (holds(node, row) ? [index + 1] : []));
        const found = await list.items.filter(printed(node)).select('Id')<{ readonly Id: number }[]>();
        expect(found.map(({ Id }) => Id)).toEqual(expected);
      }),
      { numRuns: 60 }
    );
  });
});
