// What SharePoint refuses because it costs too much: the list view threshold for $filter, CAML and the stream, twelve lookups, long addresses.
import type { SPFI } from '@pnp/sp';
import type { IList } from '@pnp/sp/lists';
import { asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;

const overThreshold = { status: 500, code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException' };
const tooManyLookups = { status: 500, code: '-2147024749, Microsoft.SharePoint.SPQueryThrottledException' };

let site: TestSite;
let sp: SPFI;
let list: IList;
let people: readonly number[];

/** Sixty rows under a threshold of fifty: `Grupp`, `Owner` and `Kod` are indexed, `Fri` is not. Nothing is written after that. */
beforeAll(async () => {
  site = await startSite({ listViewThreshold: 50 });
  sp = site.as(asa);
  await sp.web.lists.add('Stor');
  list = sp.web.lists.getByTitle('Stor');
  await list.fields.addNumber('Grupp', { Indexed: true });
  await list.fields.addText('Kod', { Indexed: true });
  await list.fields.createFieldAsXml('<Field Type="User" DisplayName="Owner" Indexed="TRUE" />');
  await list.fields.addText('Fri');
  people = [(await sp.web.ensureUser(eero.userPrincipalName)).Id, (await sp.web.ensureUser(maja.userPrincipalName)).Id];
  const [batched, execute] = sp.batched();
  const added = Array.from({ length: 60 }, (_, index) =>
    batched.web.lists.getByTitle('Stor').items.add({
      Title: `T${index}`,
      Grupp: index % 10,
      Kod: `${index < 5 ? 'A' : 'B'}-${index}`,
      OwnerId: people[index < 6 ? 0 : 1],
      Fri: 'x'
    })
  );
  await execute();
  await Promise.all(added);
});
afterAll(() => site.stop());

describe('a $filter in a list over the threshold', () => {
  it.each([
    ['Grupp eq 3', 6],
    ["Grupp eq 3 and Fri eq 'x'", 6],
    ["Fri eq 'x' and Grupp eq 3", 6],
    ['Grupp ge 2 and Grupp le 4', 18],
    ['(Grupp eq 3 or Grupp eq 4)', 12],
    ["startswith(Kod,'a-')", 5],
    ["startswith(Kod,'a-') and substringof('x',Fri)", 5],
    ['ID gt 10 and ID le 20', 10],
    ["ID gt 10 and ID le 20 and Fri eq 'x'", 10],
    ['ID gt 0', 60],
    ['Id eq 1 or Id eq 2', 2],
    ['Grupp eq null', 0]
  ])('answers %s', async (filter, count) => {
    expect(await list.items.filter(filter).top(1000)()).toHaveLength(count);
  });

  it('answers a person by id, not by name', async () => {
    expect(await list.items.filter(`OwnerId eq ${people[0] ?? 0}`)()).toHaveLength(6);
    expect(await list.items.filter(`Owner/Id eq ${people[0] ?? 0}`)()).toHaveLength(6);
    expect(await refusalOf(list.items.filter(`Owner/EMail eq '${eero.mail}'`)())).toMatchObject(overThreshold);
    expect(await refusalOf(list.items.filter(`OwnerId eq ${people[1] ?? 0}`).top(1)())).toMatchObject(overThreshold);
  });

  it.each([
    "Fri eq 'x'",
    "Grupp ge 0 and Fri eq 'x'",
    "Grupp eq 3 or Fri eq 'y'",
    'Grupp eq 3 or Id eq 1',
    'Grupp ne 3',
    'not (Grupp eq 3)',
    "substringof('a',Kod)",
    "startswith(Kod,'b')",
    "ID gt 0 and Fri eq 'x'",
    "Created ge datetime'2020-01-01T00:00:00Z'"
  ])('refuses %s, whatever $top', async (filter) => {
    expect(await refusalOf(list.items.filter(filter).top(1)())).toMatchObject(overThreshold);
  });

  it('sorts what an index left few enough of, and refuses to sort the rest', async () => {
    const sorted = await list.items.filter('Grupp eq 3').orderBy('Fri').orderBy('Id', false).select('Id')<Row[]>();
    expect(sorted.map(({ Id }) => Id)).toEqual([54, 44, 34, 24, 14, 4]);
    const lastFirst = await list.items.filter('ID gt 5').orderBy('ID', false).top(2).select('Id')<Row[]>();
    expect(lastFirst.map(({ Id }) => Id)).toEqual([60, 59]);
    expect(await refusalOf(list.items.filter('ID gt 5').orderBy('Fri').top(2)())).toMatchObject(overThreshold);
    expect(await refusalOf(list.items.filter('ID gt 5').orderBy('Grupp').top(2)())).toMatchObject(overThreshold);
  });

  it('pages in the order of ids and of an indexed column, and refuses the order of another', async () => {
    const pages: number[] = [];
    for await (const page of list.items.top(25)) pages.push((page as Row[]).length);
    expect(pages).toEqual([25, 25, 10]);
    expect(await list.items.orderBy('Grupp').top(5)()).toHaveLength(5);
    expect(await list.items.orderBy('ID', false).top(5)()).toHaveLength(5);
    expect(await refusalOf(list.items.orderBy('Fri').top(5)())).toMatchObject(overThreshold);
    expect(await refusalOf(list.items.top(5001)())).toMatchObject(overThreshold);
  });
});

describe('a CAML query in a list over the threshold', () => {
  const text = (name: string, value: string): string => `<Eq><FieldRef Name="${name}"/><Value Type="Text">${value}</Value></Eq>`;
  const query = (inside: string, limit = '<RowLimit>5</RowLimit>'): { readonly ViewXml: string } => ({
    ViewXml: `<View><Query>${inside}</Query>${limit}</View>`
  });
  const ways = [
    ['getItems', async (ViewXml: string) => ((await list.getItemsByCAMLQuery({ ViewXml })) as unknown as Row[]).length],
    ['the stream', async (ViewXml: string) => (await list.renderListDataAsStream({ ViewXml })).Row.length]
  ] as const;

  describe.each(ways)('by %s', (_name, count) => {
    it.each([
      [`<Where>${text('Grupp', '3')}</Where>`, 5],
      [`<Where><And>${text('Grupp', '3')}${text('Fri', 'x')}</And></Where><OrderBy><FieldRef Name="Fri"/></OrderBy>`, 5],
      ['<Where><In><FieldRef Name="Grupp"/><Values><Value Type="Number">3</Value><Value Type="Number">4</Value></Values></In></Where>', 5],
      [`<Where><Eq><FieldRef Name="Owner" LookupId="TRUE"/><Value Type="Lookup">1</Value></Eq></Where>`, 0],
      ['', 5],
      ['<OrderBy><FieldRef Name="ID" Ascending="FALSE"/></OrderBy>', 5],
      ['<OrderBy><FieldRef Name="Grupp"/></OrderBy>', 5]
    ])('answers %s', async (inside, rows) => {
      expect(await count(query(inside).ViewXml)).toBe(rows);
    });

    it.each([
      `<Where>${text('Fri', 'x')}</Where>`,
      `<Where><Or>${text('Grupp', '3')}${text('Fri', 'x')}</Or></Where>`,
      `<Where>${text('Owner', 'Eero Niemi')}</Where>`,
      '<Where><Neq><FieldRef Name="Grupp"/><Value Type="Number">3</Value></Neq></Where>',
      '<OrderBy><FieldRef Name="Fri"/></OrderBy>',
      '<OrderBy><FieldRef Name="Owner"/></OrderBy>'
    ])('refuses %s', async (inside) => {
      expect(await refusalOf(count(query(inside).ViewXml))).toMatchObject(overThreshold);
    });

    it('refuses every row at once, and is not moved by QueryThrottleMode', async () => {
      expect(await refusalOf(count(query('', '').ViewXml))).toMatchObject(overThreshold);
      const override = `<View><Query><Where>${text('Fri', 'x')}</Where></Query><QueryThrottleMode>Override</QueryThrottleMode></View>`;
      expect(await refusalOf(count(override))).toMatchObject(overThreshold);
    });
  });
});

describe('a list with thirteen people and lookups', () => {
  let wide: IList;
  const names = Array.from({ length: 11 }, (_, index) => `P${index}`);
  beforeAll(async () => {
    await sp.web.lists.add('Bred');
    wide = sp.web.lists.getByTitle('Bred');
    for (const name of names) await wide.fields.createFieldAsXml(`<Field Type="User" DisplayName="${name}" />`);
    await wide.items.add({ Title: 'A' });
  });

  it('answers twelve of them at once and refuses thirteen, expanded or by id', async () => {
    const twelve = [...names, 'Author'];
    expect(await wide.items.select(...twelve.map((name) => `${name}/Title`)).expand(...twelve)()).toHaveLength(1);
    expect(await wide.items.select(...twelve.map((name) => `${name}Id`))()).toHaveLength(1);
    const thirteen = [...twelve, 'Editor'];
    expect(await refusalOf(wide.items.select(...thirteen.map((name) => `${name}/Title`)).expand(...thirteen)())).toMatchObject(
      tooManyLookups
    );
    expect(await refusalOf(wide.items.select(...thirteen.map((name) => `${name}Id`))())).toMatchObject(tooManyLookups);
  });

  it('counts view fields and compared columns of a CAML query alike', async () => {
    const fields = (shown: readonly string[]): string => shown.map((name) => `<FieldRef Name="${name}"/>`).join('');
    const view = (shown: readonly string[], where = ''): string => `<View>${where}<ViewFields>${fields(shown)}</ViewFields></View>`;
    const byAuthor =
      '<Query><Where><Eq><FieldRef Name="Author" LookupId="TRUE"/><Value Type="Integer"><UserID/></Value></Eq></Where></Query>';
    const asked = async (ViewXml: string): Promise<number> => ((await wide.getItemsByCAMLQuery({ ViewXml })) as unknown as Row[]).length;
    expect(await asked(view(names, byAuthor))).toBe(1);
    expect(await refusalOf(asked(view([...names, 'Editor'], byAuthor)))).toMatchObject(tooManyLookups);
    expect(await refusalOf(wide.renderListDataAsStream({ ViewXml: view([...names, 'Author', 'Editor']) }))).toMatchObject(tooManyLookups);
  });
});

describe('an address', () => {
  it('of more than 2,048 characters is not found, unless it stands in a batch', async () => {
    const filter = Array.from({ length: 200 }, (_, index) => `Id eq ${index}`).join(' or ');
    const path = `/_api/web/lists/getByTitle('Stor')/items?$filter=${encodeURIComponent(filter)}`;
    const response = await site.call(asa, path);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const [batched, execute] = sp.batched();
    const found = batched.web.lists.getByTitle('Stor').items.filter(filter).top(1000)();
    await execute();
    expect(await found).toHaveLength(60);
  });
});
