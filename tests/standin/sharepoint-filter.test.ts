// $filter, $orderby and paging over items, as PnPjs and plain addresses ask for them.
import fc from 'fast-check';
import type { SPFI } from '@pnp/sp';
import type { IList } from '@pnp/sp/lists';
import type { Filter, Test } from '../../src/standin/odata/filter-parser';
import { parseFilter } from '../../src/standin/odata/filter-parser';
import { asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

interface Row {
  readonly Id: number;
  readonly Title: string;
}

const sample = [
  { Title: 'Ärende system', Status: 'Aktiv', Antal: 3, Kritisk: true, Granskad: '2026-01-10T09:00:00Z' },
  { Title: "Maja lista's", Status: 'Avvecklad', Antal: 7, Kritisk: false, Granskad: '2026-02-20T23:30:00Z' },
  { Title: 'Löne system', Status: 'Aktiv', Antal: 7, Kritisk: true, Granskad: null },
  { Title: 'Skola portal', Status: null, Antal: null, Kritisk: false, Granskad: '2025-12-31T12:00:00Z' }
];

let site: TestSite;
let sp: SPFI;
let list: IList;
let people: readonly number[];

/** One site for all reads: no test here writes after the rows are in. */
beforeAll(async () => {
  site = await startSite();
  sp = site.as(asa);
  const { Id: partsId } = await sp.web.lists.add('Delar');
  for (const Title of ['Del ett', 'Del två']) await sp.web.lists.getById(partsId).items.add({ Title });
  await sp.web.lists.add('Register');
  list = sp.web.lists.getByTitle('Register');
  await list.fields.addChoice('Status', { Choices: ['Aktiv', 'Avvecklad'] });
  await list.fields.addNumber('Antal', { Indexed: true });
  await list.fields.addBoolean('Kritisk');
  await list.fields.createFieldAsXml('<Field Type="DateTime" DisplayName="Granskad" Format="DateTime" />');
  await list.fields.addMultiChoice('Taggar', { Choices: ['a', 'b'] });
  await list.fields.addMultilineText('Anm', { RichText: false });
  await list.fields.createFieldAsXml('<Field Type="User" DisplayName="Ägare" Name="Owner" StaticName="Owner" />');
  await list.fields.createFieldAsXml({ SchemaXml: '<Field Type="UserMulti" Mult="TRUE" DisplayName="Reviewers" />' });
  await list.fields.addLookup('Del', { LookupListId: partsId, LookupFieldName: 'Title' });
  people = [(await sp.web.ensureUser(eero.userPrincipalName)).Id, (await sp.web.ensureUser(maja.userPrincipalName)).Id];
  for (const [index, row] of sample.entries()) {
    await list.items.add({
      ...row,
      OData__x00c4_gareId: people[index % 2],
      DelId: index < 2 ? index + 1 : null,
      Taggar: index === 0 ? ['a', 'b'] : ['b'],
      ReviewersId: index === 3 ? people : []
    });
  }
});
afterAll(() => site.stop());

/** The first word of each title found. */
async function found(filter: string): Promise<string[]> {
  return (await list.items.filter(filter).select('Id', 'Title')<Row[]>()).map(({ Title }) => Title.split(' ')[0] ?? '');
}

describe('a $filter over items', () => {
  it.each([
    ["Title eq 'ÄRENDE SYSTEM'", 'Ärende'],
    ["Title eq 'Maja lista''s'", 'Maja'],
    ["startswith(Title,'lö')", 'Löne'],
    ["substringof('system',Title)", 'Ärende Löne'],
    ["substringof('system',Title) eq false", 'Maja Skola'],
    ["Status eq 'Aktiv' and Antal eq 3 or Antal eq null", 'Ärende Skola'],
    ["Status eq 'Aktiv' and (Antal eq 3 or Antal eq null)", 'Ärende'],
    ["not (Status eq 'Aktiv')", 'Maja Skola'],
    ["Status ne 'Aktiv'", 'Maja Skola'],
    ['Status eq null', 'Skola'],
    ['Status ne null', 'Ärende Maja Löne'],
    ['Antal gt 3', 'Maja Löne'],
    ['7 le Antal', 'Maja Löne'],
    ['Kritisk eq 1', 'Ärende Löne'],
    ['Kritisk eq false', 'Maja Skola'],
    ["Granskad ge datetime'2026-01-01T00:00:00Z'", 'Ärende Maja'],
    ["Granskad lt '2026-01-01T00:00:00.000Z'", 'Skola'],
    ['year(Granskad) eq 2026 and month(Granskad) eq 2', 'Maja'],
    ["Taggar eq 'A'", 'Ärende'],
    ["Taggar ne 'a'", 'Maja Löne Skola'],
    ["substringof('%',Title)", ''],
    ["substringof('system', Title) eq true", 'Ärende Löne'],
    ["startswith(Title, 'lö') ne true", 'Ärende Maja Skola'],
    ['Antal eq 7.0d', 'Maja Löne'],
    ['Antal lt 7m', 'Ärende'],
    ['Antal gt -1L', 'Ärende Maja Löne'],
    ["Kritisk eq '1'", 'Ärende Löne'],
    ['Kritisk ne true', 'Maja Skola'],
    ['not not (Kritisk eq true)', 'Ärende Löne'],
    ['not Antal eq 7 and Kritisk eq true', 'Ärende'],
    ["'aktiv' eq Status", 'Ärende Löne'],
    ["datetime'2026-01-10T09:00:00Z' eq Granskad", 'Ärende'],
    ["Granskad eq datetime'2026-01-10T10:00:00'", 'Ärende'],
    ["Granskad eq '2026-01-10T11:00:00+02:00'", 'Ärende'],
    ["Granskad lt '2026-01-01'", 'Skola'],
    ['day(Granskad) eq 20 or hour(Granskad) eq 9', 'Ärende Maja'],
    ["Created gt datetime'2020-01-01T00:00:00Z' and Modified ne null", 'Ärende Maja Löne Skola'],
    ['FSObjType eq 0', 'Ärende Maja Löne Skola'],
    ['FSObjType eq 1', ''],
    ["FileLeafRef eq '2_.000'", 'Maja'],
    ["startswith(FileRef,'/sites/informationssakerhet/lists/register/3')", 'Löne'],
    ["startswith(ContentTypeId,'0x01')", 'Ärende Maja Löne Skola'],
    ["OData__UIVersionString eq '1.0'", 'Ärende Maja Löne Skola'],
    ['Attachments eq true', ''],
    ["Author/Title eq 'Åsa Lindgren'", 'Ärende Maja Löne Skola'],
    ["substringof('lindgren', Author/EMail)", 'Ärende Maja Löne Skola'],
    ["Del/Title eq 'Del ett'", 'Ärende'],
    ["startswith(Del/Title,'del')", 'Ärende Maja'],
    ["Del/Title ne 'Del ett'", 'Maja Löne Skola'],
    ['Del/Id eq 2', 'Maja'],
    ['DelId eq null', 'Löne Skola'],
    ['ID gt 2', 'Löne Skola'],
    ['Id eq 1', 'Ärende']
  ])('%s finds %s', async (filter, expected) => {
    expect((await found(filter)).join(' ')).toBe(expected);
  });

  it('finds people by id, address and name, also among several', async () => {
    const owner = `OData__x00c4_gare`;
    expect(await found(`${owner}Id eq ${people[0] ?? 0}`)).toEqual(['Ärende', 'Löne']);
    expect(await found(`${owner}/EMail eq '${maja.mail}'`)).toEqual(['Maja', 'Skola']);
    expect(await found(`${owner}/Title ne 'Eero Niemi'`)).toEqual(['Maja', 'Skola']);
    expect(await found(`Reviewers/EMail eq '${eero.mail}'`)).toEqual(['Skola']);
    expect(await found(`ReviewersId eq null`)).toEqual(['Ärende', 'Maja', 'Löne']);
  });

  it('takes what the filter builder of PnPjs makes', async () => {
    const rows = await list.items.filter<{ Title: string; Antal: number; Kritisk: boolean; Granskad: Date }>((f) =>
      f
        .number('Antal')
        .in(3, 7)
        .and()
        .boolean('Kritisk')
        .isTrue()
        .and()
        .or(f.text('Title').startsWith('Lön'), f.date('Granskad').greaterThan(new Date('2026-01-01')))
    )<Row[]>();
    expect(rows.map(({ Id }) => Id)).toEqual([1, 3]);
  });

  it('keeps quotes, per cent and plus signs in values', async () => {
    const added = (await list.items.add({ Title: "50 % + 'mer' & <så>" })) as { readonly Id: number };
    const encoded = encodeURIComponent("Title eq '50 % + ''mer'' & <så>'");
    const response = await site.call(asa, `/_api/web/lists/getByTitle('Register')/items?$select=Id&$filter=${encoded}`, {
      headers: { accept: 'application/json;odata=nometadata' }
    });
    expect(await response.json()).toEqual({ value: [{ Id: 5, ID: 5 }] });
    await list.items.getById(added.Id).delete();
  });

  it.each([
    ['Title eq', 400],
    ["Title eq 'a' and", 400],
    ["(Title eq 'a'", 400],
    ["endswith(Title,'a')", 400],
    ["tolower(Title) eq 'a'", 400],
    ["contains(Title,'a')", 400],
    ["Taggar/any(t: t eq 'a')", 400],
    ['Antal add 1 eq 4', 400],
    ["Title EQ 'a'", 400],
    ['Antal lt null', 400],
    ["Antal eq 'many'", 400],
    ["Owner eq 'Eero'", 400],
    ["Del/Nonsense eq 'a'", 400],
    ['day(Title) eq 1', 400],
    ["Nonsense eq 'a'", 400],
    ["Anm eq 'a'", 400],
    ["Granskad gt 'tomorrow'", 400],
    ['Title eq Status', 501]
  ])('refuses %s with %i', async (filter, status) => {
    expect(await refusalOf(list.items.filter(filter)())).toMatchObject({ status });
  });
});

describe('the order', () => {
  it('is by several columns, empty values first', async () => {
    const rows = await list.items.orderBy('Antal').orderBy('Title', false).select('Id')<Row[]>();
    expect(rows.map(({ Id }) => Id)).toEqual([4, 1, 2, 3]);
  });

  it.each([
    ['Antal', true],
    ['Antal', false],
    ['Granskad', true],
    ['Title', false]
  ])('by %s (ascending: %s) holds over pages', async (column, ascending) => {
    const whole = (await list.items.orderBy(column, ascending).select('Id')<Row[]>()).map(({ Id }) => Id);
    const paged: number[] = [];
    for await (const page of list.items.orderBy(column, ascending).select('Id').top(1)) paged.push(...(page as Row[]).map(({ Id }) => Id));
    expect(paged).toEqual(whole);
  });
});

describe('the parser', () => {
  const field = fc.constantFrom('Title', 'Antal', 'Owner/EMail', 'OData__x', 'Kritisk');
  const literal = fc.oneof(
    fc.string({ maxLength: 8 }).map((value) => `'${value.replaceAll("'", "''")}'`),
    fc.integer().map(String),
    fc.constantFrom('null', 'true', 'false', "datetime'2026-01-01T00:00:00Z'", "guid'8c06beca-0777-48f7-91c7-6da68bc07b69'")
  );
  const leaf = fc.oneof(
    fc.tuple(field, fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), literal).map((parts) => parts.join(' ')),
    fc.tuple(field, fc.string({ maxLength: 5 })).map(([name, text]) => `startswith(${name}, '${text.replaceAll("'", "''")}')`)
  );
  interface Sentence {
    readonly text: string;
    /** What it means, given the truth of the tests `Antal eq 0` to `Antal eq 9`. */
    readonly means: (truths: readonly boolean[]) => boolean;
  }
  const joined = (parts: readonly Sentence[], joins: readonly string[]): Sentence => ({
    text: parts.map(({ text }, index) => (index === 0 ? text : ` ${joins[index] ?? ''} ${text}`)).join(''),
    means: (truths) => {
      const groups = parts.reduce<Sentence[][]>(
        (all, part, index) =>
          joins[index] === 'or' || index === 0 ? [...all, [part]] : [...all.slice(0, -1), [...(all.at(-1) ?? []), part]],
        []
      );
      return groups.some((group) => group.every(({ means }) => means(truths)));
    }
  });
  const { sentence } = fc.letrec<{ sentence: Sentence; part: Sentence }>((tie) => ({
    sentence: fc.array(fc.tuple(tie('part'), fc.constantFrom('and', 'or')), { minLength: 1, maxLength: 4 }).map((pairs) =>
      joined(
        pairs.map(([part]) => part),
        pairs.map(([, join]) => join)
      )
    ),
    part: fc.oneof(
      { depthSize: 'small' },
      fc.integer({ min: 0, max: 9 }).map((bit): Sentence => ({ text: `Antal eq ${bit}`, means: (truths) => truths[bit] ?? false })),
      tie('sentence').map(({ text, means }): Sentence => ({ text: `(${text})`, means })),
      tie('part').map(({ text, means }): Sentence => ({ text: `not ${text}`, means: (truths) => !means(truths) }))
    )
  }));

  it('reads every single test, and reads it the same inside brackets', () => {
    fc.assert(
      fc.property(leaf, (text) => {
        expect(parseFilter(`( ${text} )`)).toEqual(parseFilter(text));
      })
    );
  });

  it('lets and bind tighter than or, and not tightest', () => {
    fc.assert(
      fc.property(sentence, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), ({ text, means }, truths) => {
        expect(truthOf(parseFilter(text), (test) => truths[numberIn(test)] ?? false)).toBe(means(truths));
      })
    );
  });

  it('and its SQL find what the evaluator in memory finds', async () => {
    await fc.assert(
      fc.asyncProperty(sentence, async ({ text, means }) => {
        const numbers = sample.map(({ Antal }) => Antal);
        const expected = numbers.flatMap((number, index) =>
          means(Array.from({ length: 10 }, (_, bit) => bit === number)) ? [index + 1] : []
        );
        expect((await list.items.filter(text).select('Id')<Row[]>()).map(({ Id }) => Id)).toEqual(expected);
      }),
      { numRuns: 40 }
    );
  });
});

function truthOf(filter: Filter, holds: (test: Test) => boolean): boolean {
  switch (filter.kind) {
    case 'and':
      return truthOf(filter.left, holds) && truthOf(filter.right, holds);
    case 'or':
      return truthOf(filter.left, holds) || truthOf(filter.right, holds);
    case 'not':
      return !truthOf(filter.operand, holds);
    case 'compare':
    case 'in':
    case 'startswith':
    case 'substringof':
      return holds(filter);
  }
}

function numberIn(test: Test): number {
  return test.kind === 'compare' && test.literal.kind === 'number' ? test.literal.value : Number.NaN;
}
