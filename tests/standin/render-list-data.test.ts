// RenderListDataAsStream and renderListData: values as text, paging by NextHref, filters and order from the address, and what may be seen.
import '@pnp/sp/files';
import '@pnp/sp/folders';
import type { SPFI } from '@pnp/sp';
import type { IList, IRenderListDataParameters } from '@pnp/sp/lists';
import { RenderListDataOptions } from '@pnp/sp/lists';
import { asa, eero, maja, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

interface ListData {
  readonly Row: Record<string, unknown>[];
  readonly FirstRow: number;
  readonly LastRow: number;
  readonly RowLimit: number;
  readonly NextHref?: string;
  readonly PrevHref?: string;
  readonly FilterLink: string;
}

let site: TestSite;
let sp: SPFI;
let list: IList;
let eeroId: number;

/** One site for all reads: no test here writes to this list after the rows are in. The clock stands still. */
beforeAll(async () => {
  site = await startSite({ clock: () => new Date('2026-02-21T12:00:00Z') });
  sp = site.as(asa);
  const { Id: partsId } = await sp.web.lists.add('Delar');
  await sp.web.lists.getById(partsId).items.add({ Title: 'Del ett' });
  await sp.web.lists.add('Register');
  list = sp.web.lists.getByTitle('Register');
  await list.fields.addNumber('Antal');
  await list.fields.addBoolean('Kritisk');
  await list.fields.createFieldAsXml('<Field Type="DateTime" DisplayName="Granskad" Format="DateTime" />');
  await list.fields.createFieldAsXml('<Field Type="DateTime" DisplayName="Dag" Format="DateOnly" />');
  await list.fields.addMultiChoice('Taggar', { Choices: ['a', 'b'] });
  await list.fields.addUrl('Lank');
  await list.fields.addUser('Owner', {});
  await list.fields.createFieldAsXml('<Field Type="UserMulti" Mult="TRUE" DisplayName="Reviewers" />');
  await list.fields.addLookup('Del', { LookupListId: partsId, LookupFieldName: 'Title' });
  eeroId = (await sp.web.ensureUser(eero.userPrincipalName)).Id;
  await list.items.add({
    Title: 'Ärende "A" & B',
    Antal: 1234.5,
    Kritisk: true,
    Granskad: '2026-01-10T09:00:00Z',
    Dag: '2026-01-10T12:00:00Z',
    Taggar: ['a', 'b'],
    Lank: { Url: 'https://lon.example', Description: 'Lön' },
    OwnerId: eeroId,
    ReviewersId: [eeroId],
    DelId: 1
  });
  for (const number of [2, 3, 4, 5]) await list.items.add({ Title: `Rad ${number}`, Antal: number % 2 });
});
afterAll(() => site.stop());

async function stream(parameters: IRenderListDataParameters, query: Record<string, string> = {}, from = list): Promise<ListData> {
  return from.renderListDataAsStream(parameters, null, new Map(Object.entries(query)));
}

const titleView = (more = '', limit = '<RowLimit Paged="TRUE">2</RowLimit>'): string =>
  `<View><Query>${more}</Query><ViewFields><FieldRef Name="Title"/></ViewFields>${limit}</View>`;
const titles = ({ Row }: ListData): unknown[] => Row.map(({ Title }) => Title);

describe('a row of the stream', () => {
  it('has every value as text, with the raw one beside it', async () => {
    const names = ['Title', 'Antal', 'Kritisk', 'Granskad', 'Dag', 'Taggar', 'Lank', 'Owner', 'Reviewers', 'Del', 'Author'];
    const fields = names.map((name) => `<FieldRef Name="${name}"/>`).join('');
    const { Row } = await stream({ ViewXml: `<View><ViewFields>${fields}</ViewFields><RowLimit>1</RowLimit></View>` });
    const person = { id: String(eeroId), title: 'Eero Niemi', email: eero.mail, sip: eero.mail, picture: '' };
    expect(Row[0]).toEqual({
      ID: '1',
      PermMask: '0x7fffffffffffffff',
      FSObjType: '0',
      Title: 'Ärende "A" & B',
      Antal: '1,234.5',
      'Antal.': '1234.50000000000',
      Kritisk: 'Yes',
      'Kritisk.value': '1',
      Granskad: '1/10/2026 10:00 AM',
      'Granskad.': '2026-01-10T09:00:00Z',
      Dag: '1/10/2026',
      'Dag.': '2026-01-09T23:00:00Z',
      Taggar: ['a', 'b'],
      'Taggar.': ';#a;#b;#',
      Lank: 'https://lon.example',
      'Lank.desc': 'Lön',
      Owner: [{ ...person, jobTitle: 'Handläggare', department: 'Socialförvaltningen' }],
      Reviewers: [{ ...person, value: 'Eero Niemi', jobTitle: 'Handläggare', department: 'Socialförvaltningen' }],
      Del: [{ lookupId: 1, lookupValue: 'Del ett', isSecretFieldValue: false }],
      'Del.': '1;#Del ett',
      Author: [expect.objectContaining({ title: 'Åsa Lindgren' })]
    });
  });

  it('has per cent and sums of money as people write them', async () => {
    await sp.web.lists.add('Belopp');
    const sums = sp.web.lists.getByTitle('Belopp');
    await sums.fields.createFieldAsXml('<Field Type="Number" DisplayName="Andel" Percentage="TRUE" />');
    await sums.fields.addCurrency('Pris', { CurrencyLocaleId: 1033 });
    await sums.items.add({ Andel: 0.5, Pris: 1234.5 });
    const { Row } = await stream(
      { ViewXml: '<View><ViewFields><FieldRef Name="Andel"/><FieldRef Name="Pris"/></ViewFields></View>' },
      {},
      sums
    );
    const texts: unknown = await sums.items.getById(1).fieldValuesAsText();
    expect(Row[0]).toMatchObject({ Andel: '50 %', 'Andel.': '0.500000000000000', Pris: '$1,234.50', 'Pris.': '1234.50000000000' });
    expect(texts).toMatchObject({ Andel: '50 %', Pris: '$1,234.50' });
  });

  it('says the type of a file', async () => {
    await sp.web.getFolderByServerRelativePath(`${sitePath}/Shared Documents`).files.addUsingPath('plan.docx', 'x');
    const view = '<View><ViewFields><FieldRef Name="DocIcon"/><FieldRef Name="ContentType"/></ViewFields></View>';
    const { Row } = await stream({ ViewXml: view }, {}, sp.web.lists.getByTitle('Documents'));
    expect(Row).toEqual([expect.objectContaining({ DocIcon: 'docx', ContentType: 'Document' })]);
  });

  it('has empty texts where nothing is', async () => {
    const fields = ['Granskad', 'Taggar', 'Lank', 'Owner', 'Del'].map((name) => `<FieldRef Name="${name}"/>`).join('');
    const where = '<Query><Where><Eq><FieldRef Name="ID"/><Value Type="Counter">2</Value></Eq></Where></Query>';
    const { Row } = await stream({ ViewXml: `<View>${where}<ViewFields>${fields}</ViewFields></View>` });
    expect(Row[0]).toMatchObject({ Granskad: '', 'Granskad.': '', Taggar: '', Lank: '', 'Lank.desc': '', Owner: '', Del: '', 'Del.': '' });
  });

  it('has every column, whatever the view shows, with AddAllFields', async () => {
    const { Row } = await stream({ ViewXml: titleView(), AddAllFields: true });
    const every = (await list.fields.select('InternalName').filter('Hidden eq false')()).map(({ InternalName }) => InternalName);
    expect(Object.keys(Row[0] ?? {})).toEqual(expect.arrayContaining(every));
    expect(every).toContain('Taggar');
  });

  it('has what SharePoint’s pages need when asked for it', async () => {
    const { Row } = await stream({ ViewXml: titleView(), AddRequiredFields: true });
    expect(Row[0]).toMatchObject({
      UniqueId: expect.stringMatching(/^\{[\dA-F-]{36}\}$/) as string,
      FileLeafRef: '1_.000',
      'FileLeafRef.Name': '1_',
      'FileLeafRef.Suffix': '000',
      FileRef: '/sites/informationssakerhet/Lists/Register/1_.000',
      'FileRef.urlencode': '%2Fsites%2Finformationssakerhet%2FLists%2FRegister%2F1%5F%2E000',
      owshiddenversion: '1',
      'Created_x0020_Date.': '2026-02-21T12:00:00Z'
    });
  });
});

describe('a page of the stream', () => {
  it('has SharePoint’s envelope, whatever shape was asked for', async () => {
    const response = await site.call(asa, "/_api/web/lists/getByTitle('Register')/RenderListDataAsStream", {
      method: 'POST',
      headers: { accept: 'application/json;odata=verbose', 'content-type': 'application/json;odata=verbose' },
      body: JSON.stringify({
        parameters: {
          __metadata: { type: 'SP.RenderListDataParameters' },
          RenderOptions: 2,
          ViewXml: titleView('', '<RowLimit>2</RowLimit>')
        }
      })
    });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({
      Row: [expect.objectContaining({ ID: '1' }), expect.objectContaining({ ID: '2' })],
      FirstRow: 1,
      FolderPermissions: '0x7fffffffffffffff',
      LastRow: 2,
      RowLimit: 2,
      FilterLink: '?',
      ForceNoHierarchy: '1',
      HierarchyHasIndention: '',
      CurrentFolderPrincipalCount: '0',
      CurrentFolderSpItemUrl: ''
    });
  });

  it('leads to the next by NextHref, given as Paging or as the address', async () => {
    const first = await stream({ ViewXml: titleView() });
    expect(first.NextHref).toBe('?Paged=TRUE&p_ID=2&PageFirstRow=3&View=00000000-0000-0000-0000-000000000000');
    const second = await stream({ ViewXml: titleView(), Paging: (first.NextHref ?? '').slice(1) });
    expect([titles(second), second.FirstRow, second.LastRow]).toEqual([['Rad 2', 'Rad 3'].map((_, index) => `Rad ${index + 3}`), 3, 4]);
    const third = await stream({ ViewXml: titleView() }, Object.fromEntries(new URLSearchParams(second.NextHref ?? '')));
    expect([titles(third), third.FirstRow, third.LastRow, third.NextHref]).toEqual([['Rad 5'], 5, 5, undefined]);
    const back = await stream({ ViewXml: titleView(), Paging: (third.PrevHref ?? '').slice(1) });
    expect([titles(back), back.FirstRow]).toEqual([['Rad 3', 'Rad 4'], 3]);
  });

  it('keeps a column’s order over pages', async () => {
    const view = titleView('<OrderBy><FieldRef Name="Antal" Ascending="FALSE"/></OrderBy>');
    const seen: unknown[] = [];
    let page = await stream({ ViewXml: view });
    seen.push(...titles(page));
    while (page.NextHref !== undefined) {
      page = await stream({ ViewXml: view, Paging: page.NextHref.slice(1) });
      seen.push(...titles(page));
    }
    expect(seen).toEqual(['Ärende "A" & B', 'Rad 3', 'Rad 5', 'Rad 2', 'Rad 4']);
  });

  it('keeps the order of the address over pages, whose parameters come in any case', async () => {
    const query = { SortField: 'Title', SortDir: 'Desc' };
    const first = await stream({ ViewXml: titleView() }, query);
    expect(titles(first)).toEqual(['Ärende "A" & B', 'Rad 5']);
    const second = await stream({ ViewXml: titleView() }, { ...query, ...Object.fromEntries(new URLSearchParams(first.NextHref ?? '')) });
    expect(titles(second)).toEqual(['Rad 4', 'Rad 3']);
  });

  it('is none of a view that asks for joins or sums', async () => {
    const joins = '<Join Type="LEFT" ListAlias="x" />';
    for (const [name, value] of Object.entries({ ViewJoins: joins, ViewProjectedFields: '<Field />', Aggregations: '<FieldRef />' })) {
      const { Id } = (await sp.web.lists.getByTitle('Delar').views.add(name, false, { [name]: value })) as unknown as { Id: string };
      expect(await refusalOf(stream({}, { viewId: Id }, sp.web.lists.getByTitle('Delar')))).toMatchObject({
        status: 501,
        message: expect.stringContaining(name) as string
      });
    }
  });

  it('has every row without a row limit, and the default view’s without a view', async () => {
    expect((await stream({ ViewXml: titleView('', '') })).Row).toHaveLength(5);
    const whole = await stream({});
    expect([whole.Row.length, whole.RowLimit]).toEqual([5, 30]);
    expect(whole.Row[0]).toMatchObject({ Title: 'Ärende "A" & B' });
  });

  it('is filtered and ordered by the address on top of the view', async () => {
    const filtered = await stream({ ViewXml: titleView() }, { FilterField1: 'Title', FilterValue1: encodeURIComponent('rad 3') });
    expect([titles(filtered), filtered.FilterLink]).toEqual([['Rad 3'], '?FilterField1=Title&FilterValue1=rad%203&']);
    const several = await stream({ ViewXml: titleView() }, { FilterFields1: 'Title', FilterValues1: encodeURIComponent('Rad 3;#Rad 5') });
    expect(titles(several)).toEqual(['Rad 3', 'Rad 5']);
    const empty = await stream({ ViewXml: titleView() }, { FilterField1: 'Owner', FilterValue1: '', SortField: 'Title', SortDir: 'Desc' });
    expect(titles(empty)).toEqual(['Rad 5', 'Rad 4']);
    const byOwner = await stream({ ViewXml: titleView() }, { FilterField1: 'Owner', FilterValue1: 'Eero Niemi' });
    expect(titles(byOwner)).toEqual(['Ärende "A" & B']);
  });

  it('takes the override parameters as the address', async () => {
    const filtered = (await list.renderListDataAsStream(
      { ViewXml: titleView() },
      {
        FilterField1: 'Title',
        FilterValue1: 'Rad 4'
      }
    )) as unknown as ListData;
    expect(titles(filtered)).toEqual(['Rad 4']);
  });

  it('lets OverrideViewXml replace parts of the view', async () => {
    const order = '<View><Query><OrderBy><FieldRef Name="ID" Ascending="FALSE"/></OrderBy></Query><RowLimit>1</RowLimit></View>';
    expect(titles(await stream({ ViewXml: titleView(), OverrideViewXml: order }))).toEqual(['Rad 5']);
  });
});

describe('the options of the stream', () => {
  it('put the rows beside what is known of list, columns and view', async () => {
    const { ContextInfo, ListData: data, ListSchema, ViewMetadata } = RenderListDataOptions;
    const answer = (await stream({
      ViewXml: titleView(),
      RenderOptions: [ContextInfo, data, ListSchema, ViewMetadata]
    })) as unknown as Record<string, unknown>;
    expect(answer).toMatchObject({
      wpq: '',
      listTitle: 'Register',
      ListTemplateType: 100,
      CurrentUserIsSiteAdmin: true,
      ListSchema: { Field: [{ Name: 'Title', FieldType: 'Text' }] },
      ListData: { FirstRow: 1 },
      ViewMetadata: { RowLimit: 2 }
    });
  });

  it('are those of PnPjs’s own test too', async () => {
    const {
      ContextInfo,
      ListSchema,
      MenuView,
      FileSystemItemId,
      QuickLaunch,
      Spotlight,
      Visualization,
      ViewMetadata,
      DisableAutoHyperlink
    } = RenderListDataOptions;
    const all = [
      ContextInfo,
      ListSchema,
      MenuView,
      FileSystemItemId,
      QuickLaunch,
      Spotlight,
      Visualization,
      ViewMetadata,
      DisableAutoHyperlink
    ];
    await expect(
      stream({ AddRequiredFields: true, RenderOptions: all, ViewXml: '<View><RowLimit>5</RowLimit></View>' })
    ).resolves.toHaveProperty('ListSchema');
  });

  it.each([
    [{ RenderOptions: 8192 }, 501],
    [{ RenderOptions: 2, AddAllViewFields: true }, 501],
    [{ OriginalDate: true }, 501],
    [{ Nonsense: 1 }, 400],
    [{ ViewXml: '<View><Query><GroupBy><FieldRef Name="Title"/></GroupBy></Query></View>' }, 501],
    [{ ViewXml: '<View>' }, 400],
    [{ ViewXml: titleView('<Where><Eq><FieldRef Name="Nonsense"/><Value Type="Text">a</Value></Eq></Where>') }, 400]
  ])('%j is refused with %i', async (parameters, status) => {
    expect(await refusalOf(stream(parameters as IRenderListDataParameters))).toMatchObject({ status });
  });
});

describe('renderListData', () => {
  it('answers the same rows as a text', async () => {
    const data = (await list.renderListData(
      '<View><ViewFields><FieldRef Name="Title"/></ViewFields><RowLimit>5</RowLimit></View>'
    )) as unknown as ListData;
    expect(titles(data)).toEqual(['Ärende "A" & B', 'Rad 2', 'Rad 3', 'Rad 4', 'Rad 5']);
  });
});

describe('what the stream may see', () => {
  it('is what the person may: not an item of others, not a list without rights', async () => {
    await sp.web.lists.add('Hemligt');
    const secret = sp.web.lists.getByTitle('Hemligt');
    await secret.breakRoleInheritance(false);
    await secret.roleAssignments.add(eeroId, 1073741826);
    await secret.items.add({ Title: 'Synlig' });
    await secret.items.add({ Title: 'Dold' });
    await secret.items.getById(2).breakRoleInheritance(false);
    const asEero = await stream({ ViewXml: titleView() }, {}, site.as(eero).web.lists.getByTitle('Hemligt'));
    expect(titles(asEero)).toEqual(['Synlig']);
    expect(asEero.Row[0]).toMatchObject({ PermMask: '0xb008431061' });
    const asMaja = stream({ ViewXml: titleView() }, {}, site.as(maja).web.lists.getByTitle('Hemligt'));
    expect((await refusalOf(asMaja)).status).toBeGreaterThanOrEqual(403);
  });
});
