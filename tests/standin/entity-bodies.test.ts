// Bodies that SharePoint Online takes for an item or a list, and those it refuses, in its words.
import { asa, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  const { lists } = site.as(asa).web;
  await lists.add('Sak');
  await lists.getByTitle('Sak').items.add({ Title: 'En' });
});
afterAll(() => site.stop());

const items = "/_api/web/lists/getByTitle('Sak')/items";
const verbose = { 'content-type': 'application/json;odata=verbose' };
const plain = { 'content-type': 'application/json' };
const four = { 'odata-version': '4.0' };
const typed = JSON.stringify({ __metadata: { type: 'SP.Data.SakListItem' }, Title: 'Två' });

async function post(body: string, headers: Record<string, string>, path = items): Promise<[number, string]> {
  const answer = await site.call(asa, path, { method: 'POST', body, headers: { accept: 'application/json', ...headers } });
  return [answer.status, await answer.text()];
}

async function refusal(body: string, headers: Record<string, string>, path = items): Promise<string> {
  const [status, text] = await post(body, headers, path);
  expect(status).toBe(400);
  expect(text).toContain('-1, Microsoft.SharePoint.Client.InvalidClientQueryException');
  return text;
}

describe('an item', () => {
  it('comes without its type in plain JSON, and with it in verbose JSON', async () => {
    expect(await post('{"Title":"Två"}', plain)).toEqual([201, expect.any(String)]);
    expect(await post(typed, verbose)).toEqual([201, expect.any(String)]);
    expect(await post(typed.replace('SP.Data.SakListItem', 'SP.ListItem'), verbose)).toEqual([201, expect.any(String)]);
    expect(await post('{"odata.type":"SP.Data.SakListItem","Title":"Två"}', plain)).toEqual([201, expect.any(String)]);
    expect(await post('{"@odata.type":"#SP.Data.SakListItem","Title":"Två"}', { ...plain, ...four })).toEqual([201, expect.any(String)]);
  });

  it('is refused without a body, or as a row of them', async () => {
    const words = (node: string): string => `A node of type '${node}' was read from the JSON reader`;
    expect(await refusal('', plain)).toContain(words('EndOfInput'));
    expect(await refusal('[{"Title":"Två"}]', plain)).toContain(words('StartArray'));
  });

  it('is refused with the type of verbose JSON in plain JSON, and the other way round', async () => {
    expect(await refusal(typed, plain)).toContain("The property '__metadata' does not exist on type 'SP.Data.SakListItem'.");
    expect(await refusal('{"Title":"Två"}', verbose)).toContain('An entry without a type name was found');
    expect(await refusal(typed.replace('Sak', 'Annan'), verbose)).toContain("A type named 'SP.Data.AnnanListItem' could not be resolved");
  });

  it('is refused in the words of the other version of OData', async () => {
    expect(await refusal('{"@odata.type":"#SP.Data.SakListItem"}', plain)).toContain(
      "'@odata.type' is an invalid instance annotation name."
    );
    expect(await refusal(typed, { ...verbose, ...four })).toContain('Parsing JSON Light feeds or entries in requests without entity set');
  });

  it('is changed by the same rules', async () => {
    const merge = { 'x-http-method': 'MERGE', 'if-match': '*' };
    expect(await refusal('', { ...plain, ...merge }, `${items}(1)`)).toContain('EndOfInput');
    expect(await refusal('{"Title":"Två"}', { ...verbose, ...merge }, `${items}(1)`)).toContain('An entry without a type name');
    expect(await post(typed, { ...verbose, ...merge }, `${items}(1)`)).toEqual([204, '']);
  });
});

describe('a list', () => {
  it('is made and changed by the same rules', async () => {
    expect(await refusal('{"Title":"Ny"}', verbose, '/_api/web/lists')).toContain('An entry without a type name');
    expect(await refusal('{"__metadata":{"type":"SP.List"},"Title":"Ny"}', plain, '/_api/web/lists')).toContain(
      "'__metadata' does not exist"
    );
    const body = '{"__metadata":{"type":"SP.List"},"Title":"Ny","BaseTemplate":100}';
    expect(await post(body, verbose, '/_api/web/lists')).toEqual([201, expect.any(String)]);
  });
});
