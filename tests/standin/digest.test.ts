// Form digests, refusals before a site is reached, and what names the API does not know.
import { asa, eero, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

const invalid = { status: 403, code: '-2130575251, Microsoft.SharePoint.SPException' };
const timedOut = { status: 403, code: '-2130575252, Microsoft.SharePoint.SPException' };

let site: TestSite;
let now = new Date('2026-11-20T08:00:00Z');
beforeAll(async () => {
  site = await startSite({ clock: () => now });
  const sp = site.as(asa).web;
  await sp.lists.add('Lista');
  await sp.lists.getByTitle('Lista').items.add({ Title: 'Ett' });
  await sp.webs.add('Under', 'under');
  const { Id } = await sp.ensureUser(eero.userPrincipalName);
  await sp.roleAssignments.add(Id, 1073741827);
});
afterAll(() => site.stop());

const items = "/_api/web/lists/getByTitle('Lista')/items";

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** As a page in the browser of somebody who is signed in. */
async function fromPage(person: typeof asa, path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Response> {
  const cookie = site.standin.tokens.sessions.start(person.id).split(';')[0] ?? '';
  const init = { method, headers: { cookie, accept: 'application/json', 'content-type': 'application/json', ...headers } };
  return fetch(`${site.url}${path}`, body === undefined ? init : { ...init, body });
}

async function digestOf(person: typeof asa, path = '/_api/contextinfo'): Promise<string> {
  const info = (await (await fromPage(person, path, { method: 'POST' })).json()) as { FormDigestValue: string };
  return info.FormDigestValue;
}

async function refusalOf(response: Response): Promise<{ status: number; code: string; message: string }> {
  const body = (await response.json()) as { 'odata.error': { code: string; message: { value: string } } };
  return { status: response.status, code: body['odata.error'].code, message: body['odata.error'].message.value };
}

describe('a form digest', () => {
  it('comes with its life, the addresses of site and collection, and the person’s date', async () => {
    const response = await fromPage(asa, '/under/_api/contextinfo', {
      method: 'POST',
      headers: { accept: 'application/json;odata=verbose' }
    });
    const { d } = (await response.json()) as { d: { GetContextWebInformation: Record<string, unknown> } };
    expect(d.GetContextWebInformation).toMatchObject({
      __metadata: { type: 'SP.ContextWebInformation' },
      FormDigestTimeoutSeconds: 1800,
      SiteFullUrl: site.url,
      WebFullUrl: `${site.url}/under`,
      SupportedSchemaVersions: { __metadata: { type: 'Collection(Edm.String)' }, results: ['14.0.0.0', '15.0.0.0'] }
    });
    expect(d.GetContextWebInformation['FormDigestValue']).toMatch(/^0x[0-9A-F]{128},20 Nov 2026 08:00:00 -0000$/);
  });

  it('is asked for by every verb that writes, and by a batch, but not for reading', async () => {
    expect((await fromPage(asa, items)).status).toBe(200);
    for (const method of ['POST', 'PATCH', 'PUT', 'MERGE', 'DELETE']) {
      const path = method === 'POST' ? items : `${items}(1)`;
      expect(await refusalOf(await fromPage(asa, path, { method, body: '{"Title":"X"}' }))).toMatchObject(invalid);
    }
    const override = await fromPage(asa, `${items}(1)`, { method: 'POST', headers: { 'x-http-method': 'DELETE' } });
    expect(await refusalOf(override)).toMatchObject(invalid);
    const batch = { method: 'POST', headers: { 'content-type': 'multipart/mixed; boundary=b' }, body: '--b--\n' };
    expect(await refusalOf(await fromPage(asa, '/_api/$batch', batch))).toMatchObject(invalid);
  });

  it('lets a write through on any site of the collection, and is nobody else’s', async () => {
    const digest = await digestOf(eero);
    const write = { method: 'POST', headers: { 'x-requestdigest': digest }, body: '{"Title":"X"}' };
    expect((await fromPage(eero, items, write)).status).toBe(201);
    expect(await refusalOf(await fromPage(asa, items, write))).toMatchObject(invalid);
    const below = await digestOf(eero, '/under/_api/contextinfo');
    expect((await fromPage(eero, items, { ...write, headers: { 'x-requestdigest': below } })).status).toBe(201);
  });

  it('is refused with one code when its date or figure is another, and with a second when it is half an hour old', async () => {
    const digest = await digestOf(asa);
    const write = (value: string): Promise<Response> =>
      fromPage(asa, items, { method: 'POST', headers: { 'x-requestdigest': value }, body: '{"Title":"X"}' });
    expect(await refusalOf(await write(digest.replace('08:00:00', '08:00:01')))).toMatchObject(invalid);
    expect(await refusalOf(await write(digest.replace(/^0x./, (start) => (start === '0xA' ? '0xB' : '0xA'))))).toMatchObject(invalid);
    now = new Date('2026-11-20T08:29:59Z');
    expect((await write(digest)).status).toBe(201);
    now = new Date('2026-11-20T08:30:01Z');
    expect(await refusalOf(await write(digest))).toMatchObject(timedOut);
  });

  it('is not asked of a bearer token', async () => {
    const added = await site.call(asa, items, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"Title":"X"}' });
    expect(added.status).toBe(201);
  });
});

describe('without a token', () => {
  it('one is told where to get one', async () => {
    for (const headers of [{}, { authorization: 'Bearer nonsense' }]) {
      const response = await fetch(`${site.url}/_api/web`, { headers });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(
        /^Bearer realm="[\da-f-]{36}",client_id="00000003-0000-0ff1-ce00-000000000000",authorization_uri="http.*\/oauth2\/v2\.0\/authorize"$/
      );
    }
  });
});

describe('a refusal', () => {
  it('is worded as verbosely as was asked', async () => {
    const verbose = await site.call(asa, '/_api/web/getuserbyid(4711)', { headers: { accept: 'application/json;odata=verbose' } });
    expect(verbose.headers.get('content-type')).toBe('application/json;odata=verbose;charset=utf-8');
    expect(await verbose.json()).toEqual({
      error: { code: '-2146232832, Microsoft.SharePoint.SPException', message: { lang: 'en-US', value: 'User cannot be found.' } }
    });
    const plain = await site.call(asa, '/_api/web/getuserbyid(4711)', { headers: { accept: 'application/json;odata=nometadata' } });
    expect(Object.keys((await plain.json()) as object)).toEqual(['odata.error']);
  });

  it('of a site that is not there is a file not found', async () => {
    for (const path of ['/sites/nej', `${sitePath}/nej`, '/nej']) {
      const token = await site.tokenOf(asa);
      const response = await fetch(`${site.standin.origin}${path}/_api/web`, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' }
      });
      expect(await refusalOf(response)).toMatchObject({ status: 404, code: '-2147024894, System.IO.FileNotFoundException' });
    }
  });

  it('of what the stand-in lacks is 501 with its name', async () => {
    for (const path of ['/_api/web/navigation', '/_api/site/features', '/_api/hubsites']) {
      const { status, message } = await refusalOf(await site.call(asa, path, { headers: { accept: 'application/json' } }));
      expect(status).toBe(501);
      expect(message).toContain(path.slice('/_api/'.length));
    }
  });
});

describe('a verbose answer', () => {
  it('links what could have been expanded, and leaves out the link of what was', async () => {
    const read = async (query: string): Promise<Record<string, unknown>> => {
      const response = await site.call(asa, `/_api/web${query}`, { headers: { accept: 'application/json;odata=verbose' } });
      return ((await response.json()) as { d: Record<string, unknown> }).d;
    };
    const whole = await read('');
    expect(Object.keys(whole).slice(0, 3)).toEqual(['__metadata', 'FirstUniqueAncestorSecurableObject', 'RoleAssignments']);
    expect(whole['RoleAssignments']).toEqual({ __deferred: { uri: `${site.url}/_api/Web/RoleAssignments` } });
    const expanded = await read('?$expand=CurrentUser');
    expect(expanded['CurrentUser']).toMatchObject({ Title: asa.displayName, Groups: { __deferred: {} } });
    expect(Object.keys(await read('?$select=Title'))).toEqual(['__metadata', 'Title']);
  });

  it('has the links of an item, but none for its people', async () => {
    const response = await site.call(asa, `${items}(1)`, { headers: { accept: 'application/json;odata=verbose' } });
    const { d } = (await response.json()) as { d: Record<string, { __deferred?: { uri: string } } | undefined> };
    expect(d['RoleAssignments']?.__deferred?.uri).toMatch(/\/_api\/Web\/Lists\(guid'[\da-f-]+'\)\/Items\(1\)\/RoleAssignments$/);
    expect(d).not.toHaveProperty('Author');
    expect(d).toHaveProperty('AuthorId');
  });
});
