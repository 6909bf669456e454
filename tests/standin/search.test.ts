// Search: finding sites by keyword queries with GET and POST, in pages, trimmed by permissions, and 501 for all that is not about sites.
import '@pnp/sp/search';
import { Search, SortDirection, type ISearchQuery } from '@pnp/sp/search';
import fc from 'fast-check';
import { readKql } from '../../src/standin/search/kql';
import { SharePointError } from '../../src/standin/http/errors';
import { applicationId, asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

/** Jest's matchers are of any type. */
const containing = (...parts: object[]): unknown => expect.arrayContaining(parts);
const noMetadata = { accept: 'application/json;odata=nometadata' };
const read = 1073741826;

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ clock: () => new Date('2026-11-26T08:00:00Z') });
  for (const [path, title] of [
    ['/sites/hemtjanst', 'Hemtjänstens samarbetsyta'],
    ['/sites/va', 'VA-ritningar'],
    ['/sites/va-arkiv', 'VA-ritningar'],
    ['/sites/dold', 'Hemligt projekt'],
    ['/sites/annans', 'Eeros egen']
  ] as const) {
    site.standin.createSite({ path, title, administrators: [path === '/sites/annans' ? eero.userPrincipalName : asa.userPrincipalName] });
  }
  await changed('/sites/dold', { NoCrawl: true });
  await changed('/sites/hemtjanst', { Description: 'Scheman och rutiner' });
  await site.as(asa).web.webs.add('Projekt', 'projekt', '', 'STS', 1033, false);
});
afterAll(() => site.stop());

async function changed(path: string, body: object): Promise<void> {
  const response = await fetch(`${site.standin.origin}${path}/_api/web`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await site.tokenOf(asa)}`,
      'x-http-method': 'MERGE',
      'content-type': 'application/json;odata=nometadata'
    },
    body: JSON.stringify(body)
  });
  expect(response.status).toBe(204);
}

const titles = async (query: Partial<ISearchQuery> & { Querytext: string }, person = asa): Promise<unknown[]> => {
  const { PrimarySearchResults } = await site.as(person).search({ SelectProperties: ['Title'], TrimDuplicates: false, ...query });
  return PrimarySearchResults.map(({ Title }) => Title);
};
const sites = 'contentclass:STS_Site';
const all = ['Informationssäkerhet', 'Hemtjänstens samarbetsyta', 'VA-ritningar', 'VA-ritningar'];

describe('a search for sites', () => {
  it('finds the collections that the person may open and that may be searched', async () => {
    expect(await titles({ Querytext: sites })).toEqual(all);
    const elsewhere = Search([site.as(eero).web, `${site.standin.origin}/sites/annans`]);
    expect((await elsewhere(sites)).PrimarySearchResults).toMatchObject([{ Title: 'Eeros egen' }]);
  });

  it('finds a site as soon as somebody may read it, and not when they may see one thing in it only', async () => {
    const { Id } = await site.as(asa).web.ensureUser(maja.userPrincipalName);
    const { list } = await site.as(asa).web.lists.ensure('Enskild');
    await list.breakRoleInheritance(true);
    await list.roleAssignments.add(Id, read);
    expect(await titles({ Querytext: sites }, maja)).toEqual([]);
    await site.as(asa).web.roleAssignments.add(Id, read);
    expect(await titles({ Querytext: sites }, maja)).toEqual(['Informationssäkerhet']);
  });

  it('leaves no trace of the person in the sites it looked at', async () => {
    await titles({ Querytext: sites }, maja);
    const users = await fetch(`${site.standin.origin}/sites/va/_api/web/siteusers?$select=Title`, {
      headers: { ...noMetadata, authorization: `Bearer ${await site.tokenOf(asa)}` }
    });
    expect(JSON.stringify(await users.json())).not.toContain(maja.displayName);
  });

  it('tells sub-sites from collections', async () => {
    expect(await titles({ Querytext: 'contentclass:STS_Web' })).toEqual(['Projekt']);
    const found = await site.as(asa).search({
      Querytext: 'contentclass:STS_Web',
      SelectProperties: ['Path', 'SPSiteUrl', 'SiteId', 'WebTemplate']
    });
    const { Id } = await site.as(asa).site.select('Id')();
    expect(found.PrimarySearchResults).toMatchObject([
      { Path: `${site.url}/projekt`, SPSiteUrl: site.url, SiteId: Id, WebTemplate: 'STS' }
    ]);
  });

  it.each<[string, unknown[]]>([
    ['contentclass:STS_Site hemtjänstens', ['Hemtjänstens samarbetsyta']],
    ['contentclass:sts_site "samarbetsyta hemtjänstens"', []],
    ['contentclass="STS_Site" "HEMTJÄNSTENS samarbetsyta"', ['Hemtjänstens samarbetsyta']],
    ['contentclass:STS_Site hemtj', []],
    ['contentclass:STS_Site hemtj*', ['Hemtjänstens samarbetsyta']],
    ['contentclass:STS_Site AND va', ['VA-ritningar', 'VA-ritningar']],
    ['contentclass:STS_Site arkiv', ['VA-ritningar']],
    ['contentclass:STS_Site Title:arkiv', []],
    ['contentclass:STS_Site Title=VA-ritningar -arkiv', ['VA-ritningar']],
    ['contentclass:STS_Site NOT va +hemtjänstens', ['Hemtjänstens samarbetsyta']],
    ['contentclass:STS_Site NOT WebTemplate:SPSPERS', all],
    ['contentclass:STS_Site -WebTemplate:ST*', []],
    ['contentclass:STS_Site Title:va Title:hemtjänstens', ['Hemtjänstens samarbetsyta', 'VA-ritningar', 'VA-ritningar']],
    ['contentclass:STS_Site AND Title:va Title:hemtjänstens', []],
    ['contentclass:STS_Site contentclass:STS_Web Title:projekt', ['Projekt']],
    ['contentclass:STS_Site Path:ORIGIN/sites/va', ['VA-ritningar']],
    ['contentclass:STS_Site Path:ORIGIN/sites/va*', ['VA-ritningar', 'VA-ritningar']]
  ])('answers %s', async (text, found) => {
    expect(await titles({ Querytext: text.replace('ORIGIN', site.standin.origin) })).toEqual(found);
  });

  it('answers in pages, ten rows when nothing is said, and says how many there are', async () => {
    const page = (StartRow: number) =>
      titles({ Querytext: sites, RowLimit: 3, StartRow, SortList: [{ Property: '[docid]', Direction: SortDirection.Ascending }] });
    expect([await page(0), await page(3), await page(6)]).toEqual([all.slice(0, 3), all.slice(3), []]);
    expect(await titles({ Querytext: sites, SortList: [{ Property: '[DocId]', Direction: SortDirection.Descending }] })).toEqual(
      [...all].reverse()
    );
    const first = await site.as(asa).search({ Querytext: sites, RowLimit: 1, TrimDuplicates: false });
    expect([first.RowCount, first.TotalRows, first.TotalRowsIncludingDuplicates]).toEqual([1, 4, 4]);
    expect((await first.getPage(4)).PrimarySearchResults).toMatchObject([{ Title: 'VA-ritningar' }]);
  });

  it('never answers more than 500 rows at a time', async () => {
    const asked = await site.as(asa).search({ Querytext: sites, RowLimit: 5000 });
    expect(asked.RawSearchResults.Properties).toEqual([{ Key: 'RowLimit', Value: '500', ValueType: 'Edm.Int32' }]);
  });

  it('takes sites that are alike for one unless told not to', async () => {
    const trimmed = await site.as(asa).search({ Querytext: `${sites} va`, SelectProperties: ['Path'] });
    expect([trimmed.RowCount, trimmed.TotalRows, trimmed.TotalRowsIncludingDuplicates]).toEqual([1, 1, 2]);
  });
});

describe('the answer', () => {
  const address = `/_api/search/query?querytext='contentclass:STS_Site hemtj*'&selectproperties='Title,Description,Created,SiteId'&rowlimit=1`;
  const cell = (Key: string, Value: unknown, ValueType: string): object => ({ Key, Value, ValueType });

  it('is the result itself without metadata, each row a list of cells', async () => {
    const answer = (await (await site.call(asa, address, { headers: noMetadata })).json()) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual(
      'ElapsedTime PrimaryQueryResult Properties SecondaryQueryResults SpellingSuggestion TriggeredRules'.split(' ')
    );
    expect(answer).toMatchObject({
      PrimaryQueryResult: {
        CustomResults: [],
        RefinementResults: null,
        RelevantResults: {
          RowCount: 1,
          Table: {
            Rows: [
              {
                Cells: [
                  cell('Rank', '1', 'Edm.Double'),
                  cell('DocId', expect.stringMatching(/^\d+$/) as unknown, 'Edm.Int64'),
                  cell('Title', 'Hemtjänstens samarbetsyta', 'Edm.String'),
                  cell('Description', 'Scheman och rutiner', 'Edm.String'),
                  cell('Created', '2026-11-26T08:00:00.0000000Z', 'Edm.DateTime'),
                  cell('SiteId', expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown, 'Edm.String'),
                  { Key: 'PartitionId' },
                  { Key: 'UrlZone' },
                  { Key: 'Culture' },
                  { Key: 'ResultTypeId' },
                  { Key: 'RenderTemplateId' }
                ]
              }
            ]
          },
          TotalRows: 1
        }
      },
      SecondaryQueryResults: [],
      TriggeredRules: []
    });
  });

  it('says in minimal metadata what it is', async () => {
    const answer: unknown = await (await site.call(asa, address, { headers: { accept: 'application/json' } })).json();
    expect(answer).toMatchObject({
      'odata.metadata': `${site.url}/_api/$metadata#Microsoft.Office.Server.Search.REST.SearchResult`,
      PrimaryQueryResult: {
        RelevantResults: { Table: { Rows: [{ Cells: containing(cell('Rank', '1', 'Edm.Double')) }] } }
      }
    });
  });

  it('is named after the function in verbose JSON, and every row and cell says its type', async () => {
    const verbose = { accept: 'application/json;odata=verbose', 'content-type': 'application/json;odata=verbose' };
    const type = (name: string): object => ({ type: name });
    const row = {
      __metadata: type('SP.SimpleDataRow'),
      Cells: { results: containing({ __metadata: type('SP.KeyValue'), Key: 'Description', Value: null, ValueType: 'Null' }) }
    };
    const body = JSON.stringify({
      request: {
        __metadata: type('Microsoft.Office.Server.Search.REST.SearchRequest'),
        Querytext: `${sites} arkiv`,
        SelectProperties: { results: ['Description'] }
      }
    });
    const posted = await site.call(asa, '/_api/search/postquery', { method: 'POST', headers: verbose, body });
    const answer = (await posted.json()) as { d: { postquery: object } };
    expect(answer.d.postquery).toMatchObject({
      __metadata: type('Microsoft.Office.Server.Search.REST.SearchResult'),
      PrimaryQueryResult: { RelevantResults: { Table: { __metadata: type('SP.SimpleDataTable'), Rows: { results: [row] } } } },
      TriggeredRules: { __metadata: type('Collection(Edm.Guid)'), results: [] }
    });
    const got = await site.call(asa, address, { headers: { accept: 'application/json;odata=verbose' } });
    expect(Object.keys(((await got.json()) as { d: object }).d)).toEqual(['query']);
  });

  it('is the same when the parts of the query stand in parentheses', async () => {
    const called = `/_api/search/query(querytext='contentclass:STS_Site hemtj*',selectproperties='Title')`;
    expect(JSON.stringify(await (await site.call(asa, called, { headers: noMetadata })).json())).toContain('Hemtjänstens samarbetsyta');
  });

  it('takes sorting and trimming in the address', async () => {
    const asked = `/_api/search/query?querytext='contentclass:STS_Site'&sortlist='Created:descending'&trimduplicates=false&startrow=1&rowlimit=1`;
    const answer = (await (await site.call(asa, asked, { headers: noMetadata })).json()) as {
      PrimaryQueryResult: { RelevantResults: object };
    };
    expect(answer.PrimaryQueryResult.RelevantResults).toMatchObject({ RowCount: 1, TotalRows: 4 });
  });
});

describe('what search is not for here', () => {
  it.each([
    'contentclass:STS_List',
    'budget',
    'contentclass:STS_*',
    'NOT contentclass:STS_Site',
    'contentclass:STS_Site OR contentclass:STS_Web',
    '(contentclass:STS_Site)',
    'contentclass:STS_Site NEAR va',
    'contentclass:STS_Site Author:eero',
    'contentclass:STS_Site Size>10',
    'contentclass:STS_Site Title<>va',
    'contentclass:STS_Site *',
    'contentclass:STS_Site AND',
    'AND contentclass:STS_Site',
    'contentclass:STS_Site NOT',
    ' '
  ])('answers 501 to %s', async (Querytext) => {
    expect(await refusalOf(titles({ Querytext }))).toMatchObject({ status: 501 });
  });

  it.each<[Partial<ISearchQuery>, string]>([
    [{ SelectProperties: ['Title', 'Author'] }, 'the search property Author'],
    [{ Refiners: 'Author' }, 'search with Refiners'],
    [{ RefinementFilters: ['x'] }, 'search with RefinementFilters'],
    [{ SortList: [{ Property: 'Title', Direction: SortDirection.Ascending }] }, 'search sorted by Title 0']
  ])('answers 501 to %j, by name', async (asked, named) => {
    const refusal = await refusalOf(site.as(asa).search({ Querytext: sites, ...asked }));
    expect(refusal).toMatchObject({ status: 501, message: `The stand-in does not support ${named}.` });
  });

  it('answers 501 to an application, to suggestions and to a part of the address it does not know', async () => {
    expect(await refusalOf(site.asApplication(applicationId).search(sites))).toMatchObject({ status: 501 });
    expect((await site.call(asa, "/_api/search/suggest?querytext='va'")).status).toBe(501);
    expect((await site.call(asa, "/_api/search/query?querytext='contentclass:STS_Site'&refiners='Author'")).status).toBe(501);
    expect((await site.call(asa, '/_api/search/query?querytext=contentclass:STS_Site')).status).toBe(400);
  });

  it('is as closed as the site it is asked in', async () => {
    const elsewhere = await fetch(`${site.standin.origin}/sites/annans/_api/search/query?querytext='${sites}'`, {
      headers: { ...noMetadata, authorization: `Bearer ${await site.tokenOf(asa)}` }
    });
    expect(elsewhere.status).toBe(403);
  });
});

it('reads any text as a query or says that it cannot', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abA: ="*()+-<>'.split(''), ' AND ', ' NOT ', 'Title:') }), (text) => {
      try {
        expect(readKql(text).flat().length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(SharePointError);
      }
    })
  );
});
