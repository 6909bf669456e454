// Graph in the stand-in, driven by @pnp/graph as a real client and by fetch where the raw answer matters.
import { GraphBrowser, graphfi } from '@pnp/graph';
import type { GraphFI } from '@pnp/graph';
import '@pnp/graph/users';
import { BearerToken, HttpRequestError } from '@pnp/queryable';
import { apiClient, asa, eero, pageClient, secretClient, startIdentityServer } from './identity-server';
import type { IdentityServer } from './identity-server';

const audience = 'https://graph.microsoft.com';

let server: IdentityServer;
beforeEach(async () => {
  server = await startIdentityServer();
});
afterEach(() => server.stop());

const applicationToken = (): Promise<string> => server.tokens.issue({ clientId: apiClient, audience });
const personToken = (scopes: readonly string[]): Promise<string> =>
  server.tokens.issue({ user: eero.id, clientId: pageClient, audience, scopes });

/** @pnp/graph pointed at the stand-in, with a token on every request. */
function graphWith(token: string): GraphFI {
  return graphfi().using(GraphBrowser({ baseUrl: `${server.origin}/v1.0` }), BearerToken(token));
}

async function get(path: string, token?: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${server.origin}/v1.0${path}`, { headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function failureOf(promise: Promise<unknown>): Promise<{ status: number; body: unknown }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof HttpRequestError) return { status: error.status, body: await error.response.json() };
    throw error;
  }
  throw new Error('Expected Graph to refuse.');
}

describe('an application with User.Read.All, through @pnp/graph', () => {
  it('reads a person by object id and by principal name', async () => {
    const graph = graphWith(await applicationToken());
    const expected = {
      id: eero.id,
      displayName: eero.displayName,
      mail: eero.mail,
      jobTitle: 'Enhetschef',
      mobilePhone: eero.mobilePhone,
      surname: null
    };
    expect(await graph.users.getById(eero.id)()).toMatchObject(expected);
    expect(await graph.users.getById('Eero.Niemi@haparanda.example')()).toMatchObject(expected);
  });

  it('reads the manager, who comes as a directory object', async () => {
    const manager = await graphWith(await applicationToken())
      .users.getById(eero.id)
      .manager();
    expect(manager).toMatchObject({ '@odata.type': '#microsoft.graph.user', id: asa.id, displayName: asa.displayName });
  });

  it('is told Request_ResourceNotFound when there is no manager', async () => {
    const failure = await failureOf(
      graphWith(await applicationToken())
        .users.getById(asa.id)
        .manager()
    );
    expect(failure).toMatchObject({
      status: 404,
      body: { error: { code: 'Request_ResourceNotFound', message: expect.stringContaining("'manager'") as string } }
    });
  });

  it('is told Request_ResourceNotFound when there is no such person', async () => {
    const failure = await failureOf(graphWith(await applicationToken()).users.getById('nobody@haparanda.example')());
    expect(failure).toMatchObject({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });
  });

  it('gets what it selects and nothing else, also what Graph leaves out by itself', async () => {
    const graph = graphWith(await applicationToken());
    const whole = await graph.users.getById(eero.id)();
    expect(whole).not.toHaveProperty('department');
    expect(await graph.users.getById(eero.id).select('displayName', 'department', 'accountEnabled')()).toEqual({
      '@odata.context': `${server.origin}/v1.0/$metadata#users(displayName,department,accountEnabled)/$entity`,
      displayName: eero.displayName,
      department: 'Socialförvaltningen',
      accountEnabled: true
    });
  });

  it.each([
    ["startswith(displayName,'åsa')", ['asa.oberg']],
    ["mail eq 'EERO.NIEMI@haparanda.example'", ['eero.niemi']],
    ["userPrincipalName eq 'asa.oberg@haparanda.example' or startswith(displayName,'Eero')", ['eero.niemi', 'asa.oberg']],
    ["department eq 'Socialförvaltningen' and jobTitle eq 'Enhetschef'", ['eero.niemi']],
    ["startswith(displayName,'Åsa') or startswith(displayName,'Eero') and jobTitle eq 'Snickare'", ['asa.oberg']],
    ['accountEnabled eq false', ['frans.foredetta']],
    ["startswith(displayName,'Eero <O''N')", ['eero.niemi']],
    ["displayName eq 'Nobody'", []]
  ])('finds people with %s', async (filter, names) => {
    const found = await graphWith(await applicationToken())
      .users.filter(filter)
      .select('userPrincipalName')();
    expect(found).toEqual(names.map((name) => ({ userPrincipalName: `${name}@haparanda.example` })));
  });

  it('walks through the pages to the last person', async () => {
    const pages: unknown[][] = [];
    for await (const page of graphWith(await applicationToken())
      .users.top(2)
      .select('id'))
      pages.push(page);
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    expect(new Set(pages.flat().map((user) => JSON.stringify(user))).size).toBe(3);
  });
});

describe('a person', () => {
  it('reads themself with User.Read', async () => {
    expect(await graphWith(await personToken(['User.Read'])).me()).toMatchObject({
      id: eero.id,
      '@odata.context': `${server.origin}/v1.0/$metadata#users/$entity`
    });
    expect((await get(`/users/${eero.id}`, await personToken(['User.Read']))).status).toBe(200);
  });

  it.each([`/users/${asa.id}`, `/users/${eero.id}/manager`, '/me/manager', '/users'])('needs User.Read.All for %s', async (path) => {
    expect(await get(path, await personToken(['User.Read']))).toMatchObject({
      status: 403,
      body: { error: { code: 'Authorization_RequestDenied' } }
    });
    expect((await get(path, await personToken(['User.Read.All']))).status).toBe(200);
  });
});

describe('Graph', () => {
  it('refuses an application without User.Read.All', async () => {
    const token = await server.tokens.issue({ clientId: secretClient, audience });
    expect(await get(`/users/${eero.id}`, token)).toMatchObject({ status: 403, body: { error: { code: 'Authorization_RequestDenied' } } });
  });

  it('refuses /me to an application', async () => {
    expect(await get('/me', await applicationToken())).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } });
  });

  it('refuses no token, a token for another resource and a token whose time has passed, with its own error shape', async () => {
    const elsewhere = await server.tokens.issue({ clientId: apiClient, audience: server.origin });
    const expired = await server.tokens.issue({ clientId: apiClient, audience, lifetimeSeconds: -1 });
    for (const token of [undefined, elsewhere, expired]) {
      expect(await get('/users', token)).toEqual({
        status: 401,
        body: {
          error: {
            code: 'InvalidAuthenticationToken',
            message: expect.stringMatching(/^Access token/) as string,
            innerError: {
              date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) as string,
              'request-id': expect.any(String) as string,
              'client-request-id': expect.any(String) as string
            }
          }
        }
      });
    }
  });

  it.each([
    ['/groups', '/v1.0/groups'],
    [`/users/${eero.id}/photo`, `/v1.0/users/${eero.id}/photo`],
    ['/users/%E0%A4%A', '/v1.0/users/'],
    ['/users?$expand=manager', '$expand'],
    ['/users?$orderby=displayName', '$orderby'],
    [`/users/${eero.id}?$filter=mail eq 'x'`, '$filter'],
    ['/users?$select=employeeId', 'employeeId'],
    ["/users?$filter=endswith(mail,'x')", 'endswith'],
    ["/users?$filter=mail eq 'x' nor mail eq 'y'", "nor mail eq 'y'"]
  ])('answers 501 and the name for %s', async (path, name) => {
    const { status, body } = await get(path, await applicationToken());
    expect([status, JSON.stringify(body)]).toEqual([501, expect.stringContaining(name)]);
  });

  it('answers 501 and the name for the beta', async () => {
    const headers = { authorization: `Bearer ${await applicationToken()}` };
    const answer = await fetch(`${server.origin}/beta/users`, { headers });
    expect([answer.status, await answer.text()]).toEqual([501, expect.stringContaining('/beta/users')]);
  });

  it('answers 501 to a change', async () => {
    const headers = { authorization: `Bearer ${await applicationToken()}` };
    expect((await fetch(`${server.origin}/v1.0/users/${eero.id}`, { method: 'PATCH', headers, body: '{}' })).status).toBe(501);
  });

  it.each(['0', '1000', 'many'])('refuses the page size %s', async (top) => {
    expect(await get(`/users?$top=${top}`, await applicationToken())).toMatchObject({
      status: 400,
      body: { error: { code: 'BadRequest' } }
    });
  });

  it('lets a page of another origin ask first', async () => {
    const preflight = await fetch(`${server.origin}/v1.0/me`, { method: 'OPTIONS', headers: { origin: 'http://127.0.0.1:4999' } });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  });
});
