// getItems by CAML: tests, order, view fields, paging, dates and what may be seen, as PnPjs and plain addresses ask for them.
import fc from 'fast-check';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files/folder';
import '@pnp/sp/folders/web';
import type { ICamlQuery, IList } from '@pnp/sp/lists';
import { asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;

const sample = [
  { Title: 'Ärende system', Status: 'Aktiv', Antal: 3, Kritisk: true, Granskad: '2026-01-10T09:00:00Z', Anm: 'Körs i egen regi' },
  { Title: 'Maja <lista> & "mer"', Status: 'Avvecklad', Antal: 7, Kritisk: false, Granskad: '2026-02-20T23:30:00Z' },
  {
    Title: 'Löne system',
    Status: 'Aktiv',
    Antal: 7,
    Kritisk: true,
    Granskad: null,
    Lank: { Url: 'https://lon.example', Description: 'Lön' }
  },
  { Title: 'Skola portal', Status: null, Antal: null, Kritisk: false, Granskad: '2025-12-31T12:00:00Z' }
];

let site: TestSite;
let sp: SPFI;
let list: IList;
let eeroId: number;
let majaId: number;

/** One site for all reads: no test here writes to this list after the rows are in. The clock stands still. */
beforeAll(async () => {
  site = await startSite({ clock: () => new Date('2026-02-21T12:00:00Z') });
  sp = site.as(asa);
  const { Id: partsId } = await sp.web.lists.add('Delar');
  await sp.web.lists.getById(partsId).items.add({ Title: 'Del ett' });
  await sp.web.lists.getById(partsId).items.add({ Title: 'Del två' });
  await sp.web.lists.add('Register');
  list = sp.web.lists.getByTitle('Register');
  await list.fields.addChoice('Status', { Choices: ['Aktiv', 'Avvecklad'] });
  await list.fields.addNumber('Antal');
  await list.fields.addBoolean('Kritisk');
  await list.fields.createFieldAsXml('<Field Type="DateTime" DisplayName="Granskad" Format="DateTime" />');
  await list.fields.addMultiChoice('Taggar', { Choices: ['a', 'b'] });
  await list.fields.addMultilineText('Anm', { RichText: false });
  await list.fields.addUrl('Lank');
  await list.fields.addUser('Owner', {});
  await list.fields.addLookup('Del', { LookupListId: partsId, LookupFieldName: 'Title' });
  await list.fields.createFieldAsXml(
    `<Field Type="LookupMulti" Mult="TRUE" DisplayName="Delarna" List="{${partsId}}" ShowField="Title" />`
  );
  eeroId = (await sp.web.ensureUser(eero.userPrincipalName)).Id;
  majaId = (await sp.web.ensureUser(maja.userPrincipalName)).Id;
  for (const [index, row] of sample.entries()) {
    await list.items.add({
      ...row,
      OwnerId: index === 3 ? null : [eeroId, majaId][index % 2],
      DelId: index < 2 ? index + 1 : null,
      DelarnaId: index === 0 ? [1, 2] : index === 1 ? [2] : [],
      Taggar: index === 0 ? ['a', 'b'] : ['b']
    });
  }
});
afterAll(() => site.stop());

/** The ids found by what stands inside `<Where>`. */
async function found(where: string, query: Omit<ICamlQuery, 'ViewXml'> = {}): Promise<number[]> {
  const rows = (await list.getItemsByCAMLQuery({
    ...query,
    ViewXml: `<View><Query><Where>${where}</Where></Query></View>`
  })) as unknown as Row[];
  return rows.map(({ Id }) => Number(Id));
}

const ref = (name: string, more = ''): string => `<FieldRef Name="${name}"${more} />`;
const value = (type: string, text: string, more = ''): string => `<Value Type="${type}"${more}>${text}</Value>`;
const day = (text: string): string => value('DateTime', text);
const moment = (text: string): string => value('DateTime', text, ' IncludeTimeValue="TRUE" StorageTZ="TRUE"');

describe('a CAML query', () => {
  it.each([
    [`<Eq>${ref('Title')}${value('Text', 'ÄRENDE SYSTEM')}</Eq>`, [1]],
    [`<Eq>${ref('LinkTitle')}${value('Computed', 'Skola portal')}</Eq>`, [4]],
    [`<Eq>${ref('Title')}${value('Text', 'Maja &lt;lista&gt; &amp; &quot;mer&quot;')}</Eq>`, [2]],
    [`<Eq>${ref('Title')}<Value Type="Text"><![CDATA[Maja <lista> & "mer"]]></Value></Eq>`, [2]],
    [`<Neq>${ref('Status')}${value('Choice', 'Aktiv')}</Neq>`, [2, 4]],
    [`<Gt>${ref('Antal')}${value('Number', '3')}</Gt>`, [2, 3]],
    [`<Leq>${ref('Antal')}${value('Number', '3.0')}</Leq>`, [1]],
    [`<Eq>${ref('Kritisk')}${value('Boolean', '1')}</Eq>`, [1, 3]],
    [`<Eq>${ref('Kritisk')}${value('Boolean', 'TRUE')}</Eq>`, [1, 3]],
    [`<IsNull>${ref('Status')}</IsNull>`, [4]],
    [`<IsNotNull>${ref('Granskad')}</IsNotNull>`, [1, 2, 4]],
    [`<BeginsWith>${ref('Title')}${value('Text', 'lö')}</BeginsWith>`, [3]],
    [`<Contains>${ref('Title')}${value('Text', 'SYSTEM')}</Contains>`, [1, 3]],
    [`<Contains>${ref('Anm')}${value('Note', 'egen')}</Contains>`, [1]],
    [`<Eq>${ref('Lank')}${value('URL', 'https://lon.example')}</Eq>`, [3]],
    [`<In>${ref('Antal')}<Values>${value('Number', '3')}${value('Number', '7')}</Values></In>`, [1, 2, 3]],
    [`<In>${ref('Title')}<Values>${value('Text', 'skola portal')}</Values></In>`, [4]],
    [`<Eq>${ref('Taggar')}${value('MultiChoice', 'a')}</Eq>`, [1]],
    [`<Includes>${ref('Delarna')}${value('Text', 'Del två')}</Includes>`, [1, 2]],
    [`<NotIncludes>${ref('Delarna', ' LookupId="TRUE"')}${value('Lookup', '1')}</NotIncludes>`, [2, 3, 4]],
    [`<Eq>${ref('Del')}${value('Lookup', 'Del ett')}</Eq>`, [1]],
    [`<Eq>${ref('Del', ' LookupId="TRUE"')}${value('Lookup', '2')}</Eq>`, [2]],
    [`<Eq>${ref('Owner')}${value('User', 'Eero Niemi')}</Eq>`, [1, 3]],
    [`<IsNull>${ref('Owner')}</IsNull>`, [4]],
    [
      `<And><Eq>${ref('Status')}${value('Choice', 'Aktiv')}</Eq><Or><Eq>${ref('Antal')}${value('Number', '3')}</Eq><IsNull>${ref('Granskad')}</IsNull></Or></And>`,
      [1, 3]
    ]
  ])('%s finds %j', async (where, expected) => {
    expect(await found(where)).toEqual(expected);
  });

  it('compares dates by local day, and by the moment when told to', async () => {
    expect(await found(`<Eq>${ref('Granskad')}${day('2026-02-21')}</Eq>`)).toEqual([2]);
    expect(await found(`<Eq>${ref('Granskad')}${day('2026-02-21T18:00:00Z')}</Eq>`)).toEqual([2]);
    expect(await found(`<Neq>${ref('Granskad')}${day('2026-02-21')}</Neq>`)).toEqual([1, 3, 4]);
    expect(await found(`<Gt>${ref('Granskad')}${day('2026-01-10')}</Gt>`)).toEqual([2]);
    expect(await found(`<Geq>${ref('Granskad')}${day('2026-01-10T23:00:00')}</Geq>`)).toEqual([1, 2]);
    expect(await found(`<Lt>${ref('Granskad')}${day('2026-01-10')}</Lt>`)).toEqual([4]);
    expect(await found(`<Leq>${ref('Granskad')}${day('2026-01-10')}</Leq>`)).toEqual([1, 4]);
    expect(await found(`<Geq>${ref('Granskad')}${moment('2026-01-10T09:00:00Z')}</Geq>`)).toEqual([1, 2]);
    expect(await found(`<Gt>${ref('Granskad')}${moment('2026-01-10T09:00:00Z')}</Gt>`)).toEqual([2]);
    expect(await found(`<Eq>${ref('Granskad')}${value('DateTime', '2026-01-10T10:00:00Z', ' IncludeTimeValue="TRUE"')}</Eq>`)).toEqual([1]);
  });

  it('knows today, with days added, and now', async () => {
    expect(await found(`<Eq>${ref('Granskad')}${day('<Today />')}</Eq>`)).toEqual([2]);
    expect(await found(`<Geq>${ref('Granskad')}${day('<Today OffsetDays="-42" />')}</Geq>`)).toEqual([1, 2]);
    expect(await found(`<Lt>${ref('Granskad')}${value('DateTime', '<Now />', ' IncludeTimeValue="TRUE"')}</Lt>`)).toEqual([1, 2, 4]);
  });

  it('knows who asks, and the groups they are in', async () => {
    const group = await sp.web.siteGroups.add({ Title: 'Förvaltare' });
    await sp.web.siteGroups.getById(group.Id).users.add(`i:0#.f|membership|${maja.userPrincipalName}`);
    const groupId = group.Id;
    expect(await found(`<Eq>${ref('Author')}${value('Integer', '<UserID />')}</Eq>`)).toEqual([1, 2, 3, 4]);
    expect(await found(`<Eq>${ref('Owner', ' LookupId="TRUE"')}${value('Integer', '<UserID />')}</Eq>`)).toEqual([]);
    expect(await found(`<Membership Type="SPGroup" ID="${groupId}">${ref('Owner')}</Membership>`)).toEqual([2]);
    expect(await found(`<Membership Type="CurrentUserGroups">${ref('Owner')}</Membership>`)).toEqual([]);
    expect(await found(`<Membership Type="SPWeb.AllUsers">${ref('Owner')}</Membership>`)).toEqual([1, 2, 3]);
  });

  it('finds a column by its id too', async () => {
    expect(await found(`<Eq><FieldRef ID="{fa564e0f-0c70-4ab9-b863-0177e6ddd247}"/>${value('Text', 'Löne system')}</Eq>`)).toEqual([3]);
  });

  it.each([
    [`<Eq>${ref('Nonsense')}${value('Text', 'a')}</Eq>`, 400, '-2147024809, System.ArgumentException'],
    [`<Eq>${ref('Granskad')}${day('soon')}</Eq>`, 400, '-2147024809, System.ArgumentException'],
    [`<And><IsNull>${ref('Title')}</IsNull></And>`, 400, '-2147467259, Microsoft.SharePoint.SPException'],
    [`<Eq>${ref('Title')}</Eq>`, 400, '-2147467259, Microsoft.SharePoint.SPException'],
    ['<Eq>', 400, '-2147467259, Microsoft.SharePoint.SPException'],
    [`<Like>${ref('Title')}${value('Text', 'a')}</Like>`, 400, '-2147467259, Microsoft.SharePoint.SPException'],
    [`<DateRangesOverlap>${ref('Granskad')}${day('<Month />')}</DateRangesOverlap>`, 501, '-1, Standin.NotImplementedException']
  ])('%s is refused with %i', async (where, status, code) => {
    expect(await refusalOf(found(where))).toMatchObject({ status, code });
  });

  it('refuses joins by name, and an order by a column that is not there', async () => {
    const joins = '<View><Joins><Join Type="LEFT" ListAlias="x"/></Joins></View>';
    expect(await refusalOf(list.getItemsByCAMLQuery({ ViewXml: joins }))).toMatchObject({ status: 501 });
    const order = `<View><Query><OrderBy>${ref('Nonsense')}</OrderBy></Query></View>`;
    expect(await refusalOf(list.getItemsByCAMLQuery({ ViewXml: order }))).toMatchObject({ status: 400 });
  });
});

describe('what a query shows', () => {
  const asked = async (query: ICamlQuery, accept = 'application/json;odata=nometadata', options = ''): Promise<Row> => {
    const response = await site.call(asa, `/_api/web/lists/getByTitle('Register')/getitems${options}`, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query })
    });
    expect(response.status).toBe(200);
    return (await response.json()) as Row;
  };
  const firstOf = async (query: ICamlQuery, options = ''): Promise<Row> =>
    ((await asked(query, undefined, options))['value'] as Row[])[0] ?? {};

  it('is its view fields with id, created and modified, times local and without Z', async () => {
    const view = `<View><ViewFields>${ref('Title')}${ref('Owner')}${ref('Granskad')}${ref('Nonsense')}</ViewFields><RowLimit>1</RowLimit></View>`;
    expect(await firstOf({ ViewXml: view })).toEqual({
      FileSystemObjectType: 0,
      Id: 1,
      ServerRedirectedEmbedUri: null,
      ServerRedirectedEmbedUrl: '',
      Title: 'Ärende system',
      OwnerId: eeroId,
      OwnerStringId: String(eeroId),
      Granskad: '2026-01-10T10:00:00',
      ID: 1,
      Created: '2026-02-21T13:00:00',
      Modified: '2026-02-21T13:00:00'
    });
    expect(await firstOf({ ViewXml: view, DatesInUtc: true })).toMatchObject({
      Granskad: '2026-01-10T09:00:00Z',
      Created: '2026-02-21T12:00:00Z'
    });
  });

  it('is every column without view fields, and what $select and $expand say', async () => {
    expect(await firstOf({ ViewXml: '<View></View>' })).toMatchObject({ Status: 'Aktiv', Antal: 3, Taggar: ['a', 'b'], DelId: 1 });
    const view = `<View><ViewFields>${ref('Title')}</ViewFields></View>`;
    expect(await firstOf({ ViewXml: view }, '?$select=Title,Antal,Owner/Title&$expand=Owner')).toEqual({
      Title: 'Ärende system',
      Antal: 3,
      Owner: { Title: 'Eero Niemi' }
    });
  });

  it('has SharePoint’s envelopes in all three shapes', async () => {
    const query = { ViewXml: `<View><ViewFields>${ref('Title')}</ViewFields><RowLimit>1</RowLimit></View>` };
    expect(await asked(query, 'application/json')).toMatchObject({
      'odata.metadata': expect.stringMatching(/#SP\.ListData\.RegisterListItems$/) as string,
      value: [{ 'odata.type': 'SP.Data.RegisterListItem', 'odata.etag': '"1"', Title: 'Ärende system' }]
    });
    expect(await asked(query, 'application/json;odata=verbose')).toMatchObject({
      d: { results: [{ __metadata: { type: 'SP.Data.RegisterListItem' }, Title: 'Ärende system' }] }
    });
  });

  it('takes a verbose body, and the query in the address', async () => {
    const ViewXml = '<View><RowLimit>2</RowLimit></View>';
    const verbose = await site.call(asa, "/_api/web/lists/getByTitle('Register')/getitems", {
      method: 'POST',
      headers: { accept: 'application/json;odata=nometadata', 'content-type': 'application/json;odata=verbose' },
      body: JSON.stringify({ query: { __metadata: { type: 'SP.CamlQuery' }, ViewXml } })
    });
    expect(((await verbose.json()) as { value: Row[] }).value).toHaveLength(2);
    const inAddress = encodeURIComponent(JSON.stringify({ ViewXml }));
    const address = await site.call(asa, `/_api/web/lists/getByTitle('Register')/GetItems(query=@v1)?@v1=${inAddress}`, {
      method: 'POST',
      headers: { accept: 'application/json;odata=nometadata' }
    });
    expect(((await address.json()) as { value: Row[] }).value).toHaveLength(2);
  });

  it('is ordered by several columns, a person by name', async () => {
    const order = async (orderBy: string): Promise<unknown[]> => {
      const rows = (await list.getItemsByCAMLQuery({
        ViewXml: `<View><Query><OrderBy>${orderBy}</OrderBy></Query></View>`
      })) as unknown as Row[];
      return rows.map(({ Id }) => Id);
    };
    expect(await order(`${ref('Antal')}${ref('Title', ' Ascending="FALSE"')}`)).toEqual([4, 1, 2, 3]);
    expect(await order(`${ref('Owner', ' Ascending="FALSE"')}${ref('ID', ' Ascending="FALSE"')}`)).toEqual([2, 3, 1, 4]);
  });

  it('goes on where the paging information says, also in an order', async () => {
    const view = `<View><Query><OrderBy>${ref('Granskad')}</OrderBy></Query><RowLimit>2</RowLimit></View>`;
    const page = async (PagingInfo: string): Promise<unknown[]> => {
      const answer = await asked({ ViewXml: view, ListItemCollectionPosition: { PagingInfo } });
      return (answer['value'] as Row[]).map(({ Id }) => Id);
    };
    expect(await page('Paged=TRUE&p_Granskad=20251231%2012%3a00%3a00&p_ID=4')).toEqual([1, 2]);
    expect(await page('Paged=TRUE&PagedPrev=TRUE&p_Granskad=20260110%2009%3a00%3a00&p_ID=1')).toEqual([3, 4]);
  });

  it('may name the list’s own folder and no other', async () => {
    const ViewXml = '<View/>';
    const own = await asked({ ViewXml, FolderServerRelativeUrl: '/sites/informationssakerhet/Lists/Register' });
    expect(own['value']).toHaveLength(4);
    const other = { ViewXml, FolderServerRelativeUrl: '/sites/informationssakerhet/Lists/Annat' } as ICamlQuery;
    expect(await refusalOf(list.getItemsByCAMLQuery(other))).toMatchObject({ status: 404 });
  });

  it('expands role assignments, as PnPjs’s own test asks', async () => {
    const rows = (await list.getItemsByCAMLQuery(
      {
        ViewXml: "<View><ViewFields><FieldRef Name='Title' /><FieldRef Name='RoleAssignments' /></ViewFields><RowLimit>5</RowLimit></View>"
      },
      'RoleAssignments'
    )) as unknown as Row[];
    expect(rows[0]?.['RoleAssignments']).toBeInstanceOf(Array);
  });
});

describe('a query in a library', () => {
  const library = '/sites/informationssakerhet/Policyer';
  let documents: IList;
  beforeAll(async () => {
    await sp.web.lists.add('Policyer', '', 101);
    documents = sp.web.lists.getByTitle('Policyer');
    const root = sp.web.getFolderByServerRelativePath(library);
    await root.files.addUsingPath('plan.txt', 'a');
    await root.folders.addUsingPath('2026');
    await sp.web.getFolderByServerRelativePath(`${library}/2026`).files.addUsingPath('policy.txt', 'b');
    await sp.web.getFolderByServerRelativePath(`${library}/2026`).folders.addUsingPath('Arkiv');
    await sp.web.getFolderByServerRelativePath(`${library}/2026/Arkiv`).files.addUsingPath('gammal.txt', 'c');
  });

  it.each([
    ['', undefined, ['2026', 'plan.txt']],
    ['FilesOnly', undefined, ['plan.txt']],
    ['Recursive', undefined, ['gammal.txt', 'plan.txt', 'policy.txt']],
    ['RecursiveAll', undefined, ['2026', 'Arkiv', 'gammal.txt', 'plan.txt', 'policy.txt']],
    ['', `${library}/2026`, ['Arkiv', 'policy.txt']],
    ['RecursiveAll', `${library}/2026`, ['Arkiv', 'gammal.txt', 'policy.txt']],
    ['Recursive', `${library}/2026/Arkiv/`, ['gammal.txt']]
  ])('with scope "%s" in folder %s finds %j', async (scope, folder, expected) => {
    const ViewXml = `<View Scope="${scope}"><Query><OrderBy>${ref('LinkFilename')}</OrderBy></Query></View>`;
    const url = "/_api/web/lists/getByTitle('Policyer')/getitems?$select=FileLeafRef";
    const response = await site.call(asa, url, {
      method: 'POST',
      headers: { accept: 'application/json;odata=nometadata', 'content-type': 'application/json' },
      body: JSON.stringify({ query: { ViewXml, FolderServerRelativeUrl: folder } })
    });
    expect(((await response.json()) as { value: Row[] }).value.map(({ FileLeafRef }) => FileLeafRef)).toEqual(expected);
    const { Row: streamed } = await documents.renderListDataAsStream({
      ViewXml: ViewXml.replace('</View>', '<ViewFields><FieldRef Name="FileLeafRef"/></ViewFields></View>'),
      ...(folder !== undefined && { FolderServerRelativeUrl: folder })
    });
    expect((streamed as Row[]).map(({ FileLeafRef }) => FileLeafRef)).toEqual(expected);
  });
});

describe('what a query may see', () => {
  let secret: IList;
  beforeAll(async () => {
    await sp.web.lists.add('Hemligt');
    secret = sp.web.lists.getByTitle('Hemligt');
    await secret.breakRoleInheritance(false);
    await secret.roleAssignments.add(eeroId, 1073741826);
    await secret.items.add({ Title: 'Synlig' });
    await secret.items.add({ Title: 'Dold' });
    await secret.items.getById(2).breakRoleInheritance(false);
  });

  it('is what the person may: not an item of others, not a list without rights', async () => {
    const query = { ViewXml: `<View><Query><OrderBy>${ref('Title')}</OrderBy></Query></View>` };
    const rows = (await site.as(eero).web.lists.getByTitle('Hemligt').getItemsByCAMLQuery(query)) as unknown as Row[];
    expect(rows.map(({ Title }) => Title)).toEqual(['Synlig']);
    expect((await refusalOf(site.as(maja).web.lists.getByTitle('Hemligt').getItemsByCAMLQuery(query))).status).toBeGreaterThanOrEqual(403);
  });
});

describe('any tree of tests', () => {
  interface Tree {
    readonly xml: string;
    readonly holds: (row: (typeof sample)[number]) => boolean;
  }
  const leaves: Tree[] = [
    { xml: `<Eq>${ref('Status')}${value('Choice', 'Aktiv')}</Eq>`, holds: ({ Status }) => Status === 'Aktiv' },
    { xml: `<Neq>${ref('Antal')}${value('Number', '7')}</Neq>`, holds: ({ Antal }) => Antal !== 7 },
    { xml: `<Lt>${ref('Antal')}${value('Number', '7')}</Lt>`, holds: ({ Antal }) => Antal !== null && Antal < 7 },
    { xml: `<IsNull>${ref('Granskad')}</IsNull>`, holds: ({ Granskad }) => Granskad === null },
    { xml: `<Contains>${ref('Title')}${value('Text', 'system')}</Contains>`, holds: ({ Title }) => Title.includes('system') },
    { xml: `<Eq>${ref('Kritisk')}${value('Boolean', '0')}</Eq>`, holds: ({ Kritisk }) => !Kritisk }
  ];
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...leaves),
      fc.tuple(fc.constantFrom('And', 'Or'), tie('tree'), tie('tree')).map(
        ([join, left, right]): Tree => ({
          xml: `<${join}>${left.xml}${right.xml}</${join}>`,
          holds: (row) => (join === 'And' ? left.holds(row) && right.holds(row) : left.holds(row) || right.holds(row))
        })
      )
    )
  }));

  it('finds the rows for which it holds', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async ({ xml, holds }) => {
        expect(await found(xml)).toEqual(sample.flatMap((row, index) => (holds(row) ? [index + 1] : [])));
      }),
      { numRuns: 40 }
    );
  });
});
