// The bytes SharePoint speaks: JSON shapes, error codes, ETags, next links and batches, over plain HTTP.
import { asa, eero, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  const sp = site.as(asa);
  await sp.web.lists.add('Mina ärenden');
  const list = sp.web.lists.getByTitle('Mina ärenden');
  await list.fields.addMultiChoice('Taggar', { Choices: ['a', 'b'] });
  await list.fields.addUser('Owner', {});
  await list.items.add({ Title: 'Ett', Taggar: ['a', 'b'], OwnerId: (await sp.web.currentUser()).Id });
  await list.items.add({ Title: 'Två' });
});
afterAll(() => site.stop());

const items = "/_api/web/lists/getByTitle('Mina%20%C3%A4renden')/items";

async function json(path: string, accept = 'application/json', init: RequestInit = {}): Promise<Record<string, unknown>> {
  const response = await site.call(asa, path, { ...init, headers: { accept, ...(init.headers as Record<string, string>) } });
  return (await response.json()) as Record<string, unknown>;
}

describe('an item', () => {
  it('is a bare object without metadata', async () => {
    const item = await json(`${items}(1)`, 'application/json;odata=nometadata');
    expect(Object.keys(item).filter((name) => name.startsWith('odata'))).toEqual([]);
    expect(item).toMatchObject({
      Id: 1,
      ID: 1,
      Title: 'Ett',
      ComplianceAssetId: null,
      ServerRedirectedEmbedUri: null,
      ServerRedirectedEmbedUrl: ''
    });
    expect(item['ContentTypeId']).toMatch(/^0x0100/);
  });

  it('carries type, id, ETag and edit link with minimal metadata', async () => {
    const { Id } = await json("/_api/web/lists/getByTitle('Mina ärenden')?$select=Id");
    const item = await json(`${items}(1)?$select=Title,Owner/Title&$expand=Owner`);
    expect(item).toEqual({
      'odata.metadata': `${site.url}/_api/$metadata#SP.ListData.Mina_x0020__x00e4_rendenListItems/@Element&$select=Title,Owner/Title`,
      'odata.type': 'SP.Data.Mina_x0020__x00e4_rendenListItem',
      'odata.id': expect.stringMatching(/^[\da-f-]{36}$/) as string,
      'odata.etag': '"1"',
      'odata.editLink': `Web/Lists(guid'${String(Id)}')/Items(1)`,
      'Owner@odata.navigationLinkUrl': `Web/Lists(guid'${String(Id)}')/Items(1)/Owner`,
      Owner: {
        'odata.type': 'SP.Data.UserInfoItem',
        'odata.id': expect.any(String) as string,
        Title: 'Åsa Lindgren'
      },
      Title: 'Ett'
    });
  });

  it('is wrapped in d with __metadata when verbose', async () => {
    const { d } = (await json(`${items}(1)`, 'application/json;odata=verbose')) as { d: Record<string, unknown> };
    expect(d['__metadata']).toMatchObject({
      type: 'SP.Data.Mina_x0020__x00e4_rendenListItem',
      etag: '"1"'
    });
    expect(d['Taggar']).toEqual({ __metadata: { type: 'Collection(Edm.String)' }, results: ['a', 'b'] });
  });

  it('gives its ETag as a header and takes MERGE, PATCH and PUT', async () => {
    const read = await site.call(asa, `${items}(2)`);
    const changed = await site.call(asa, `${items}(2)`, {
      method: 'PATCH',
      headers: { 'if-match': read.headers.get('etag') ?? '', 'content-type': 'application/json' },
      body: '{"Title":"Två!"}'
    });
    expect([changed.status, await changed.text()]).toEqual([204, '']);
    expect(changed.headers.get('etag')).toMatch(/,2"$/);
    const stale = await site.call(asa, `${items}(2)`, {
      method: 'POST',
      headers: { 'x-http-method': 'MERGE', 'if-match': read.headers.get('etag') ?? '' },
      body: '{"Title":"Tre"}'
    });
    expect([stale.status, await stale.json()]).toEqual([
      412,
      {
        'odata.error': {
          code: '-1, Microsoft.SharePoint.Client.ClientServiceException',
          message: { lang: 'en-US', value: expect.any(String) as string }
        }
      }
    ]);
  });

  it('answers 201 with its address when added', async () => {
    const added = await site.call(asa, items, { method: 'POST', body: '{"Title":"Ny"}' });
    expect(added.status).toBe(201);
    expect(added.headers.get('location')).toMatch(/_api\/Web\/Lists\(guid'[\da-f-]{36}'\)\/Items\(\d+\)$/);
    expect(added.headers.get('etag')).toMatch(/,1"$/);
    const { Id } = (await added.json()) as { Id: number };
    const removed = await site.call(asa, `${items}(${Id})`, { method: 'POST', headers: { 'x-http-method': 'DELETE', 'if-match': '*' } });
    expect(removed.status).toBe(200);
  });
});

describe('a collection', () => {
  it('has an absolute next link in every shape', async () => {
    const { Id } = await json("/_api/web/lists/getByTitle('Mina ärenden')?$select=Id");
    const next = `${site.url}/_api/Web/Lists(guid'${String(Id)}')/items?%24skiptoken=Paged%3dTRUE%26p_ID%3d1&%24select=Title&%24top=1`;
    expect(await json(`${items}?$select=Title&$top=1`, 'application/json;odata=nometadata')).toEqual({
      'odata.nextLink': next,
      value: [{ Title: 'Ett' }]
    });
    const { d } = (await json(`${items}?$select=Title&$top=1`, 'application/json;odata=verbose')) as { d: { __next: string } };
    expect(d.__next).toBe(next);
    expect(await json(next.slice(site.url.length), 'application/json;odata=nometadata')).toEqual({ value: [{ Title: 'Två!' }] });
    const back = `${items}?$skiptoken=${encodeURIComponent('Paged=TRUE&PagedPrev=TRUE&p_ID=2')}&$select=Title&$top=1`;
    expect(await json(back, 'application/json;odata=nometadata')).toMatchObject({ value: [{ Title: 'Ett' }] });
  });
});

describe('what is not supported or not there', () => {
  it.each([
    ['GET', '/_api/web/features', 501, 'features'],
    ['POST', '/_api/web/applyTheme', 501, 'applyTheme'],
    ['GET', `${items}(1)/LikedBy`, 501, 'LikedBy'],
    ['GET', `${items}?$inlinecount=allpages`, 501, '$inlinecount'],
    ['DELETE', '/_api/web/navigation', 501, 'navigation'],
    ['GET', "/_api/web/lists/getByTitle('Nej')", 404, "List 'Nej' does not exist"],
    ['GET', `${items}?$select=Nej`, 400, 'Nej'],
    ['POST', items, 400, 'JSON']
  ])('%s %s answers %i with a name', async (method, path, status, name) => {
    const response = await site.call(asa, path, { method, ...(method === 'POST' && { body: 'not json' }) });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(name);
  });

  it('says errors verbosely to who asks verbosely', async () => {
    expect(await json("/_api/web/lists/getByTitle('Nej')", 'application/json;odata=verbose')).toMatchObject({
      error: { code: '-1, System.ArgumentException' }
    });
  });

  it('is not the stand-in', async () => {
    expect((await fetch(`${site.standin.origin}/somewhere`)).status).toBe(404);
    expect(
      (await fetch(`${site.standin.origin}/sites/other/_api/web`, { headers: { authorization: `Bearer ${await site.tokenOf(asa)}` } }))
        .status
    ).toBe(404);
  });
});

describe('a batch', () => {
  async function post(parts: readonly string[]): Promise<Response> {
    const body = [...parts.map((part) => `--batch_b1\n${part}`), '--batch_b1--\n'].join('');
    return site.call(asa, '/_api/$batch', { method: 'POST', headers: { 'content-type': 'multipart/mixed; boundary=batch_b1' }, body });
  }
  const part = (request: string): string => `Content-Type: application/http\nContent-Transfer-Encoding: binary\n\n${request}\n`;
  const get = (path: string): string => part(`GET ${site.url}${path} HTTP/1.1\naccept: application/json;odata=nometadata\n`);
  const changeset = (...requests: readonly string[]): string =>
    `Content-Type: multipart/mixed; boundary="changeset_c1"\n\n${requests.map((request) => `--changeset_c1\n${part(request)}`).join('')}--changeset_c1--\n\n`;

  it('answers flat, in order, with 404 inside 200, and ends with a boundary and CRLF', async () => {
    const response = await post([
      get(`${items}(1)?$select=Title`),
      changeset(
        `POST ${site.url}${items} HTTP/1.1\naccept: application/json;odata=nometadata\ncontent-type: application/json\n\n{"Title":"I satsen"}\n`,
        `MERGE ${site.url}${items}(1) HTTP/1.1\nif-match: *\ncontent-type: application/json\n\n{"Title":"Ett"}\n`
      ),
      get(`${items}(99)`)
    ]);
    expect(response.status).toBe(200);
    const boundary = /boundary=(batchresponse_[\da-f-]{36})$/.exec(response.headers.get('content-type') ?? '')?.[1] ?? '';
    const text = await response.text();
    expect(text.endsWith(`\r\n--${boundary}--\r\n`)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    const bodies = text.split(`--${boundary}\r\n`).slice(1);
    expect(bodies).toHaveLength(4);
    expect(bodies[0]).toBe(
      'Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 200 OK\r\n' +
        `CONTENT-TYPE: application/json;odata=nometadata;streaming=true;charset=utf-8\r\nETAG: ${/ETAG: (.*)\r/.exec(bodies[0] ?? '')?.[1] ?? ''}\r\n\r\n{"Title":"Ett"}\r\n`
    );
    expect(bodies[1]).toMatch(/HTTP\/1\.1 201 Created\r\n(?:.*\r\n)*ETAG: .*\r\nLOCATION: /);
    expect(bodies[2]).toMatch(/HTTP\/1\.1 204 No Content\r\nETAG: ".*,2"\r\n\r\n/);
    expect(bodies[3]).toContain('HTTP/1.1 404 Not Found');
  });

  it('takes a hundred parts and not one more', async () => {
    expect((await post(Array.from({ length: 100 }, () => get('/_api/web')))).status).toBe(200);
    expect((await post(Array.from({ length: 101 }, () => get('/_api/web')))).status).toBe(400);
  });

  it('has its parts trimmed for the caller', async () => {
    const response = await site.call(eero, '/_api/$batch', {
      method: 'POST',
      headers: { 'content-type': 'multipart/mixed; boundary=batch_b1' },
      body: `--batch_b1\n${get('/_api/web')}--batch_b1--\n`
    });
    expect([response.status, (await response.text()).includes('HTTP/1.1 403 Forbidden')]).toEqual([200, true]);
  });

  it('lets @pnp/sp send hundreds', async () => {
    const [batched, execute] = site.as(asa).batched({ maxRequests: 100 });
    const added = Array.from({ length: 150 }, (_, index) => batched.web.lists.getByTitle('Mina ärenden').items.add({ Title: `B${index}` }));
    await execute();
    expect(new Set((await Promise.all(added)).map(({ Id }: { Id: number }) => Id)).size).toBe(150);
  });
});
