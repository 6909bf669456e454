// OData 3 and OData 4: what an answer calls things, its headers, and what needs no form at all. Names and headers as recorded from SharePoint Online.
import '@pnp/sp/attachments';
import { asa, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  const { lists } = site.as(asa).web;
  const { Id } = await lists.add('Plats');
  await lists.getByTitle('Plats').items.add({ Title: 'Norr' });
  await lists.add('Sak');
  const things = lists.getByTitle('Sak');
  await things.fields.addLookup('Plats', { LookupListId: Id, LookupFieldName: 'Title' });
  await things.items.add({ Title: 'En', PlatsId: 1 });
  await things.items.add({ Title: 'Två' });
  await things.items.getById(1).attachmentFiles.add('a.txt', 'innehåll');
});
afterAll(() => site.stop());

const list = "/_api/web/lists/getByTitle('Sak')";
const minimal4 = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** As SPFx's SPHttpClient asks. */
async function asked(path: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> {
  return site.call(asa, path, { ...init, headers: { accept: 'application/json', 'odata-version': '4.0', ...headers } });
}

async function read(path: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  return (await (await asked(path, headers)).json()) as Record<string, unknown>;
}

describe('with OData-Version 4.0', () => {
  it('an item has the names of OData 4', async () => {
    const item = await read(`${list}/items(1)?$select=Title,Plats/Title&$expand=Plats`);
    expect(item).toMatchObject({
      '@odata.context': `${site.url}/_api/$metadata#SP.ListData.SakListItems(Title,Plats/Title)/$entity`,
      '@odata.type': '#SP.Data.SakListItem',
      '@odata.editLink': expect.stringMatching(/^Web\/Lists\(guid'[\da-f-]+'\)\/Items\(1\)$/) as string,
      'Plats@odata.navigationLink': expect.stringMatching(/\/Items\(1\)\/Plats$/) as string,
      Plats: { '@odata.type': '#SP.Data.PlatsListItem', Title: 'Norr' }
    });
    expect(Object.keys(item).filter((name) => name.startsWith('odata.'))).toEqual([]);
  });

  it('items, lists and the site are called as they were recorded, and the next page has its own name', async () => {
    const page = await read(`${list}/items?$top=1`);
    expect(page['@odata.context']).toBe(`${site.url}/_api/$metadata#SP.ListData.SakListItems`);
    expect(page['@odata.nextLink']).toMatch(/skiptoken=/);
    expect((await read(list))['@odata.context']).toBe(`${site.url}/_api/$metadata#lists/$entity`);
    expect((await read('/_api/web/lists'))['@odata.context']).toBe(`${site.url}/_api/$metadata#lists`);
    expect(await read('/_api/web')).toMatchObject({ '@odata.context': `${site.url}/_api/$metadata#web`, '@odata.type': '#SP.Web' });
  });

  it('only odata.metadata is heeded, and the headers say so', async () => {
    for (const accept of ['application/json', 'application/json;odata=nometadata', 'application/json;odata=verbose']) {
      const response = await asked(`${list}/items(1)`, { accept });
      expect(response.headers.get('content-type')).toBe(minimal4);
      expect([response.headers.get('odata-version'), response.headers.get('dataserviceversion')]).toEqual(['4.0', null]);
      expect(await response.json()).toHaveProperty(['@odata.type']);
    }
    const bare = await asked(`${list}/items(1)?$select=Title`, { accept: 'application/json;odata.metadata=none' });
    expect(bare.headers.get('content-type')).toBe(minimal4.replace('minimal', 'none'));
    expect(await bare.json()).toEqual({ Title: 'En' });
  });

  it('a refusal says its message as it is', async () => {
    const response = await asked("/_api/web/lists/getByTitle('Nej')");
    expect([response.status, response.headers.get('content-type')]).toEqual([404, minimal4]);
    expect(await response.json()).toEqual({
      error: { code: '-1, System.ArgumentException', message: `List 'Nej' does not exist at site with URL '${site.url}'.` }
    });
  });

  it('an empty answer is a null of OData 4', async () => {
    const answer = await asked('/_api/web/lists/getByTitle(%27Plats%27)/breakroleinheritance(true)', {}, { method: 'POST' });
    expect(await answer.json()).toEqual({ '@odata.context': `${site.url}/_api/$metadata#Edm.Null`, '@odata.null': true });
  });
});

describe('every answer', () => {
  it('has a number to look it up by, and says which OData it speaks', async () => {
    const { headers } = await site.call(asa, '/_api/web?$select=Title');
    expect(headers.get('dataserviceversion')).toBe('3.0');
    expect(headers.get('sprequestguid')).toMatch(/^[\da-f-]{36}$/);
    expect(headers.get('request-id')).toBe(headers.get('sprequestguid'));
    expect(headers.get('spclientservicerequestduration')).toMatch(/^\d+$/);
    expect([headers.get('x-sharepointhealthscore'), headers.get('x-sp-serverstate')]).toEqual(['0', 'ReadOnly=0']);
  });

  it('that is no JSON does not mind what is accepted', async () => {
    for (const accept of ['text/html', 'image/png']) {
      const content = await site.call(asa, `${list}/items(1)/AttachmentFiles('a.txt')/$value`, { headers: { accept } });
      expect([content.status, await content.text()]).toEqual([200, 'innehåll']);
      expect(await (await site.call(asa, `${list}/items/$count`, { headers: { accept } })).text()).toBe('2');
      expect((await site.call(asa, `${list}/items(1)`, { headers: { accept } })).status).toBe(501);
    }
  });
});
