// Entra in the stand-in, spoken to over HTTP by oauth4webapi and by a browser's own fetch.
import Database from 'better-sqlite3';
import { createRemoteJWKSet, decodeJwt, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { randomUUID } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { openDirectory } from '../../src/standin/directory/directory';
import { createTokenIssuer } from '../../src/standin/entra/token-issuer';
import {
  apiClient,
  asa,
  eero,
  former,
  pageClient,
  pageOrigin,
  pageRedirect,
  secretClient,
  startIdentityServer,
  tenantId
} from './identity-server';
import type { IdentityServer } from './identity-server';

// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to stand out; the stand-in speaks http on loopback
const insecure = { [oauth.allowInsecureRequests]: true };
const graph = 'https://graph.microsoft.com';
const verifier = oauth.generateRandomCodeVerifier();

let server: IdentityServer;
beforeEach(async () => {
  server = await startIdentityServer();
});
afterEach(() => server.stop());

const address = (path: string): string => `${server.origin}/${tenantId}${path}`;

async function discover(): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(address('/v2.0'));
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
}

/** Posts a form to the token endpoint and gives the status with the JSON. */
async function postToken(
  form: Record<string, string>,
  headers: Record<string, string> = {}
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const response = await fetch(address('/oauth2/v2.0/token'), { method: 'POST', headers, body: new URLSearchParams(form) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ');
}

/** Chooses a person on the sign-in page, as a browser would. */
async function choose(user: string, returnPath = '/somewhere'): Promise<Response> {
  const shown = await fetch(`${server.origin}/_standin/signin`);
  const token = /name="token" value="([^"]+)"/.exec(await shown.text())?.[1] ?? '';
  return fetch(`${server.origin}/_standin/signin`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookieOf(shown), origin: server.origin },
    body: new URLSearchParams({ user, return: returnPath, token })
  });
}

async function authorizeUrl(changes: Record<string, string | undefined> = {}): Promise<URL> {
  const parameters: Record<string, string | undefined> = {
    client_id: pageClient,
    response_type: 'code',
    redirect_uri: pageRedirect,
    scope: 'openid profile offline_access api://varna/user_impersonation',
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...changes
  };
  const url = new URL(address('/oauth2/v2.0/authorize'));
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
}

async function authorize(changes: Record<string, string | undefined> = {}, cookie = ''): Promise<Response> {
  return fetch(await authorizeUrl(changes), { redirect: 'manual', headers: { cookie } });
}

function locationOf(response: Response): URL {
  return new URL(response.headers.get('location') ?? 'nowhere:', server.origin);
}

/** A code for Eero, who has signed in, to redeem for the page. */
async function eeroCode(changes: Record<string, string | undefined> = {}): Promise<string> {
  const answer = await authorize(changes, cookieOf(await choose(eero.id)));
  return locationOf(answer).searchParams.get('code') ?? '';
}

function redemption(code: string, changes: Record<string, string> = {}): Record<string, string> {
  return { grant_type: 'authorization_code', client_id: pageClient, code, redirect_uri: pageRedirect, code_verifier: verifier, ...changes };
}

function assertion(claims: JWTPayload = {}, key: CryptoKey = server.privateKey): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: apiClient,
    sub: apiClient,
    aud: address('/oauth2/v2.0/token'),
    jti: randomUUID(),
    iat: now,
    exp: now + 300,
    ...claims
  };
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(key);
}

async function certificateForm(claims: JWTPayload = {}, key?: CryptoKey): Promise<Record<string, string>> {
  return {
    grant_type: 'client_credentials',
    client_id: apiClient,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertion(claims, key),
    scope: `${graph}/.default`
  };
}

describe('the metadata', () => {
  it('leads a client library from the issuer to every endpoint and to the keys', async () => {
    const entra = await discover();
    expect(entra).toMatchObject({
      issuer: address('/v2.0'),
      authorization_endpoint: address('/oauth2/v2.0/authorize'),
      token_endpoint: address('/oauth2/v2.0/token'),
      end_session_endpoint: address('/oauth2/v2.0/logout'),
      jwks_uri: address('/discovery/v2.0/keys')
    });
  });

  it('publishes the public half of the signing key and nothing of the private', async () => {
    const { keys } = (await (await fetch(address('/discovery/v2.0/keys'))).json()) as { keys: Record<string, string>[] };
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  });

  it('refuses the id of another tenant with AADSTS90002', async () => {
    const response = await fetch(`${server.origin}/00000000-1111-4222-8333-444444444444/v2.0/.well-known/openid-configuration`);
    expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_tenant', error_codes: [90002] }]);
  });

  it.each(['/oauth2/token', '/oauth2/v2.0/devicecode', '/.well-known/openid-configuration'])(
    'answers 501 and the name for %s',
    async (path) => {
      const response = await fetch(address(path));
      expect([response.status, JSON.stringify(await response.json())]).toEqual([501, expect.stringContaining(`${tenantId}${path}`)]);
    }
  );

  it('leaves addresses that are not its own to others', async () => {
    expect((await fetch(`${server.origin}/sites/informationssakerhet/_api/web`)).status).toBe(404);
  });
});

describe('an application with a certificate', () => {
  async function libraryToken(scope: string): Promise<oauth.TokenEndpointResponse> {
    const entra = await discover();
    const client = { client_id: apiClient };
    const authentication = oauth.PrivateKeyJwt(server.privateKey, {
      [oauth.modifyAssertion]: (_header, payload) => {
        payload['aud'] = entra.token_endpoint ?? '';
      }
    });
    const response = await oauth.clientCredentialsGrantRequest(entra, client, authentication, { scope }, insecure);
    return oauth.processClientCredentialsResponse(entra, client, response);
  }

  it('gets a token for Graph that the published keys verify and that names its roles', async () => {
    const { access_token: token, token_type: type, expires_in: seconds } = await libraryToken(`${graph}/.default`);
    const keys = createRemoteJWKSet(new URL(address('/discovery/v2.0/keys')));
    const { payload, protectedHeader } = await jwtVerify(token, keys, { issuer: address('/v2.0'), audience: graph });
    expect([type, seconds, protectedHeader.alg]).toEqual(['bearer', 3600, 'RS256']);
    expect(payload).toMatchObject({ tid: tenantId, azp: apiClient, roles: ['Sites.Selected', 'User.Read.All'], azpacr: '2', ver: '2.0' });
    expect(payload).not.toHaveProperty('scp');
  });

  it('gets a token for SharePoint that acts as the application and says that a certificate proved it', async () => {
    const { access_token: token } = await libraryToken(`${server.origin}/.default`);
    expect(decodeJwt(token)).toMatchObject({ aud: server.origin, roles: ['Sites.Selected'], appidacr: '2' });
    expect(await server.tokens.verify(token)).toMatchObject({
      audience: server.origin,
      clientProof: 'certificate',
      caller: { kind: 'application', application: { clientId: apiClient } }
    });
  });

  it.each([
    ['another audience', { aud: 'https://elsewhere.example' }, 700023],
    ['no audience', { aud: undefined }, 50027],
    ['a list of audiences', { aud: ['https://elsewhere.example'] }, 50027],
    ['another issuer', { iss: secretClient }, 700021],
    ['another subject', { sub: secretClient }, 700021],
    ['a time that has passed', { exp: 1 }, 700024],
    ['no time at all', { exp: undefined }, 50027],
    ['no id', { jti: undefined }, 50027]
  ])('is refused when its assertion has %s', async (_what, claims, code) => {
    const { status, body } = await postToken(await certificateForm(claims as JWTPayload));
    expect([status, body]).toMatchObject([401, { error: 'invalid_client', error_codes: [code] }]);
  });

  it('is refused when its assertion is meant for the issuer instead of the token endpoint', async () => {
    expect(await postToken(await certificateForm({ aud: address('/v2.0') }))).toMatchObject({
      status: 401,
      body: { error_codes: [700023] }
    });
  });

  it('is refused when another key signed its assertion', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await postToken(await certificateForm({}, privateKey))).toMatchObject({ status: 401, body: { error_codes: [700027] } });
  });

  it('can use an assertion once only', async () => {
    const form = await certificateForm();
    expect((await postToken(form)).status).toBe(200);
    expect(await postToken(form)).toMatchObject({ status: 401, body: { error_codes: [50027] } });
  });
});

describe('client credentials', () => {
  const secretForm = {
    grant_type: 'client_credentials',
    client_id: secretClient,
    client_secret: 'correct horse',
    scope: `${graph}/.default`
  };

  it('with a secret give a token that says so, for SharePoint to refuse', async () => {
    const { body } = await postToken({ ...secretForm, scope: `${server.origin}/.default` });
    expect(await server.tokens.verify(String(body['access_token']))).toMatchObject({ clientProof: 'secret' });
    expect(decodeJwt(String(body['access_token']))).toMatchObject({ appidacr: '1' });
  });

  it('for an API give a token whose audience is the client id of the API', async () => {
    const { body } = await postToken({ ...secretForm, scope: 'api://varna/.default' });
    expect(decodeJwt(String(body['access_token']))).toMatchObject({ aud: apiClient, roles: [] });
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client', 7000215],
    ['an empty secret', { client_secret: '' }, 401, 'invalid_client', 7000215],
    ['an unknown client', { client_id: 'ffffffff-0000-4000-8000-00000000000f' }, 400, 'unauthorized_client', 700016],
    ['an unknown resource', { scope: 'api://nobody/.default' }, 400, 'invalid_resource', 500011],
    ['a single permission', { scope: `${graph}/User.Read.All` }, 400, 'invalid_scope', 1002012],
    ['two resources', { scope: `${graph}/.default api://varna/.default` }, 400, 'invalid_scope', 28000],
    ['an unknown grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003]
  ])('are refused with %s', async (_what, changes, status, error, code) => {
    const answer = await postToken({ ...secretForm, ...changes });
    expect([answer.status, answer.body]).toMatchObject([status, { error, error_codes: [code] }]);
  });

  it('are refused in the shape of Entra, with trace and time', async () => {
    const { body } = await postToken({ ...secretForm, client_secret: 'wrong' });
    expect(body).toEqual({
      error: 'invalid_client',
      error_description: expect.stringMatching(/^AADSTS7000215: .* Trace ID: .* Correlation ID: .* Timestamp: /) as string,
      error_codes: [7000215],
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/) as string,
      trace_id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      correlation_id: expect.stringMatching(/^[\da-f-]{36}$/) as string
    });
  });

  it('are refused to a public client', async () => {
    const answer = await postToken({ grant_type: 'client_credentials', client_id: pageClient, scope: `${graph}/.default` });
    expect(answer).toMatchObject({ status: 401, body: { error_codes: [7000218] } });
  });
});

describe('a person signing in to a page', () => {
  it('goes through code and PKCE with a client library and ends with tokens of their own', async () => {
    const entra = await discover();
    const client = { client_id: pageClient };
    const back = locationOf(await authorize({}, cookieOf(await choose(eero.id))));
    const parameters = oauth.validateAuthResponse(entra, client, back, 'state-1');
    const response = await oauth.authorizationCodeGrantRequest(entra, client, oauth.None(), parameters, pageRedirect, verifier, insecure);
    const result = await oauth.processAuthorizationCodeResponse(entra, client, response, {
      expectedNonce: 'nonce-1',
      requireIdToken: true
    });
    expect(oauth.getValidatedIdTokenClaims(result)).toMatchObject({
      aud: pageClient,
      oid: eero.id,
      preferred_username: eero.userPrincipalName
    });
    expect(decodeJwt(result.access_token)).toMatchObject({
      aud: apiClient,
      oid: eero.id,
      tid: tenantId,
      scp: 'user_impersonation',
      azpacr: '0'
    });
    expect(result.scope).toBe('api://varna/user_impersonation openid profile offline_access');
  });

  it('sees a Swedish page with everybody whose account is open, and nobody else', async () => {
    const response = await authorize();
    const html = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('Välj vem du är');
    expect(html).toContain('Åsa Öberg</strong> <span>Förvaltningschef, Socialförvaltningen');
    expect(html).toContain('Eero &#60;O&#39;Niemi&#62;');
    expect(html).not.toContain(former.displayName);
  });

  it('may not be framed, and the form may lead to the page that asked and nowhere else', async () => {
    const policy = (await authorize()).headers.get('content-security-policy');
    expect(policy).toContain(`form-action 'self' ${pageOrigin};`);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('comes back to the request after choosing, also when the page forced the choice', async () => {
    const html = await (await authorize({ prompt: 'select_account' }, cookieOf(await choose(asa.id)))).text();
    const returnPath = (/name="return" value="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&#38;', '&');
    const chosen = await choose(eero.id, returnPath);
    const answer = await fetch(locationOf(chosen), { redirect: 'manual', headers: { cookie: cookieOf(chosen) } });
    expect(locationOf(answer).searchParams.get('code')).toMatch(/^[\w-]{43}$/);
  });

  it('gets the answer in the fragment when the page asks for that', async () => {
    const back = locationOf(await authorize({ response_mode: 'fragment' }, cookieOf(await choose(eero.id))));
    expect([new URLSearchParams(back.hash.slice(1)).get('state'), back.search]).toEqual(['state-1', '']);
  });

  it.each([
    ['nobody is signed in', { prompt: 'none' }, 'login_required'],
    ['the challenge is missing', { code_challenge: undefined }, 'invalid_request'],
    ['the challenge is plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['the challenge is too short', { code_challenge: 'short' }, 'invalid_request'],
    ['a token is asked for directly', { response_type: 'token' }, 'unsupported_response_type'],
    ['nobody has consented', { scope: `${graph}/Mail.Read` }, 'consent_required'],
    ['the resource is unknown', { scope: 'api://nobody/user_impersonation' }, 'invalid_resource']
  ])('is sent back with the state and an error when %s', async (_what, changes, error) => {
    const answer = await authorize(changes);
    const back = locationOf(answer);
    expect([answer.status, `${back.origin}${back.pathname}`]).toEqual([302, pageRedirect]);
    expect([back.searchParams.get('error'), back.searchParams.get('state')]).toEqual([error, 'state-1']);
  });

  it('is asked to sign in when another person than the hint is signed in', async () => {
    const cookie = cookieOf(await choose(asa.id));
    const back = locationOf(await authorize({ prompt: 'none', login_hint: eero.userPrincipalName }, cookie));
    expect(back.searchParams.get('error')).toBe('login_required');
  });

  it.each([
    ['an address that is not registered', { redirect_uri: `${pageRedirect}/more` }, 'AADSTS50011'],
    ['an unknown client', { client_id: 'ffffffff-0000-4000-8000-00000000000f' }, 'AADSTS700016']
  ])('is never sent to %s', async (_what, changes, code) => {
    const answer = await authorize(changes, cookieOf(await choose(eero.id)));
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(await answer.text()).toContain(code);
  });
});

describe('a code', () => {
  it('is redeemed once', async () => {
    const code = await eeroCode();
    expect((await postToken(redemption(code))).status).toBe(200);
    expect(await postToken(redemption(code))).toMatchObject({ status: 400, body: { error: 'invalid_grant', error_codes: [54005] } });
  });

  it('lives five minutes', async () => {
    const code = await eeroCode();
    server.passSeconds(301);
    expect(await postToken(redemption(code))).toMatchObject({ status: 400, body: { error: 'invalid_grant', error_codes: [70008] } });
  });

  it.each([
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 501481],
    ['no verifier', { code_verifier: '' }, 501481],
    ['another redirect URI', { redirect_uri: pageOrigin }, 70000],
    ['another client', { client_id: secretClient, client_secret: 'correct horse' }, 70000]
  ])('is not redeemed with %s, and is not spent by the attempt', async (_what, changes, number) => {
    const code = await eeroCode();
    expect(await postToken(redemption(code, changes))).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_codes: [number] }
    });
    expect((await postToken(redemption(code))).status).toBe(200);
  });

  it('is worth nothing once the account is closed', async () => {
    const code = await eeroCode();
    server.directory.put([{ ...eero, accountEnabled: false }]);
    expect(await postToken(redemption(code))).toMatchObject({ status: 400, body: { error_codes: [50057] } });
  });
});

describe('a refresh token', () => {
  async function refreshToken(): Promise<string> {
    return String((await postToken(redemption(await eeroCode()))).body['refresh_token']);
  }

  it('gives a new token, also for another resource', async () => {
    const form = { grant_type: 'refresh_token', client_id: pageClient, refresh_token: await refreshToken(), scope: `${graph}/User.Read` };
    const { status, body } = await postToken(form);
    expect([status, decodeJwt(String(body['access_token']))]).toMatchObject([200, { aud: graph, oid: eero.id, scp: 'User.Read' }]);
    expect(body['refresh_token']).toMatch(/^[\w-]{43}$/);
  });

  it('is refused to another client, and when a day has passed', async () => {
    const form = { grant_type: 'refresh_token', client_id: pageClient, refresh_token: await refreshToken() };
    const stolen = await postToken({ ...form, client_id: secretClient, client_secret: 'correct horse' });
    expect(stolen).toMatchObject({ status: 400, body: { error_codes: [70000] } });
    server.passSeconds(24 * 60 * 60 + 1);
    expect(await postToken(form)).toMatchObject({ status: 400, body: { error_codes: [700082] } });
  });

  it('is given only to those who ask for offline_access', async () => {
    const { body } = await postToken(redemption(await eeroCode({ scope: 'api://varna/user_impersonation' })));
    expect(Object.keys(body)).not.toContain('refresh_token');
  });
});

describe('a page on another origin', () => {
  it('may read the token answer when its origin is registered', async () => {
    const { status, headers } = await postToken(redemption(await eeroCode()), { origin: pageOrigin });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, pageOrigin]);
    const preflight = await fetch(address('/oauth2/v2.0/token'), { method: 'OPTIONS', headers: { origin: pageOrigin } });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, pageOrigin]);
  });

  it('is refused when its origin is not registered', async () => {
    const { body, headers } = await postToken(redemption(await eeroCode()), { origin: 'http://127.0.0.1:4998' });
    expect([body['error_codes'], headers.get('access-control-allow-origin')]).toEqual([[9002326], null]);
  });
});

describe('the session', () => {
  it('is an HttpOnly cookie with SameSite=Lax that stands for the person', async () => {
    const response = await choose(eero.id);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^standin_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/)
    ]);
    expect(server.tokens.callerOfSession(cookieOf(response))).toEqual({ kind: 'user', user: eero });
  });

  it('does not open for a made-up cookie, a closed account or the day after', async () => {
    const cookie = cookieOf(await choose(eero.id));
    expect(server.tokens.callerOfSession('standin_session=made-up')).toBeUndefined();
    server.directory.put([{ ...eero, accountEnabled: false }]);
    expect(server.tokens.callerOfSession(cookie)).toBeUndefined();
    server.directory.put([eero]);
    server.passSeconds(24 * 60 * 60);
    expect(server.tokens.callerOfSession(cookie)).toBeUndefined();
  });

  it.each(['/_standin/signout', `/${tenantId}/oauth2/v2.0/logout`])('ends at %s', async (path) => {
    const cookie = cookieOf(await choose(eero.id));
    await fetch(`${server.origin}${path}`, { headers: { cookie } });
    expect(server.tokens.callerOfSession(cookie)).toBeUndefined();
  });

  it('leads on after signing out to registered addresses only', async () => {
    const logout = (next: string): Promise<Response> =>
      fetch(address(`/oauth2/v2.0/logout?post_logout_redirect_uri=${encodeURIComponent(next)}`), { redirect: 'manual' });
    expect((await logout(pageRedirect)).headers.get('location')).toBe(pageRedirect);
    expect((await logout('https://elsewhere.example/')).status).toBe(200);
  });
});

describe('the sign-in form', () => {
  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/.//elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)'
  ])('does not lead on to %s', async (path) => {
    const response = await choose(eero.id, path);
    expect([response.status, response.headers.get('location'), response.headers.getSetCookie()]).toEqual([400, null, []]);
    expect((await fetch(`${server.origin}/_standin/signin?return=${encodeURIComponent(path)}`)).status).toBe(400);
  });

  it('leads on to a path with Swedish letters', async () => {
    expect((await choose(eero.id, '/sites/x/Lists/Händelser?a=1#b')).headers.get('location')).toBe('/sites/x/Lists/H%C3%A4ndelser?a=1#b');
  });

  it('is refused when it was made elsewhere', async () => {
    const post = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${server.origin}/_standin/signin`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ user: eero.id, return: '/', token: 'guess' })
      });
    expect((await post({})).status).toBe(403);
    expect((await post({ cookie: 'standin_signin=other' })).status).toBe(403);
    expect((await post({ cookie: 'standin_signin=guess', origin: 'http://elsewhere.example' })).status).toBe(403);
  });

  it('does not sign in somebody whose account is closed', async () => {
    const response = await choose(former.id);
    expect([response.status, response.headers.getSetCookie()]).toEqual([400, []]);
  });
});

describe('a token', () => {
  const request = { user: eero.id, clientId: pageClient, audience: graph };

  it('survives one rotation of the keys, and not two', async () => {
    const token = await server.tokens.issue(request);
    server.tokens.rotateKeys();
    expect(await server.tokens.verify(token)).toMatchObject({ audience: graph, caller: { kind: 'user', user: eero } });
    server.tokens.rotateKeys();
    expect(await server.tokens.verify(token)).toBeUndefined();
  });

  it('is refused when its time has passed, or has not come', async () => {
    expect(await server.tokens.verify(await server.tokens.issue({ ...request, lifetimeSeconds: -1 }))).toBeUndefined();
    server.passSeconds(600);
    const early = await server.tokens.issue(request);
    server.passSeconds(-600);
    expect(await server.tokens.verify(early)).toBeUndefined();
  });

  it('is refused an hour later by the clock of the directory', async () => {
    const token = await server.tokens.issue(request);
    server.passSeconds(3601);
    expect(await server.tokens.verify(token)).toBeUndefined();
  });

  it('is refused when it is for another tenant or from another address, although the same keys signed it', async () => {
    const database = new Database(':memory:');
    const directory = openDirectory({ database });
    directory.put([eero]);
    const here = { database, directory, tenantId, origin: () => server.origin, clock: () => new Date() };
    const { verify, issue } = createTokenIssuer(here);
    const elsewhere = createTokenIssuer({ ...here, origin: () => 'http://127.0.0.1:1' });
    const otherTenant = createTokenIssuer({ ...here, tenantId: '00000000-1111-4222-8333-444444444444' });
    expect(await verify(await issue(request))).toBeDefined();
    expect(await verify(await elsewhere.issue(request))).toBeUndefined();
    expect(await verify(await otherTenant.issue(request))).toBeUndefined();
  });

  it('is refused when somebody else signed it, altered it or signed it with nothing', async () => {
    const token = await server.tokens.issue(request);
    const claims = decodeJwt(token);
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(server.privateKey);
    const [header = '', , signature = ''] = token.split('.');
    const altered = [header, Buffer.from(JSON.stringify({ ...claims, oid: asa.id })).toString('base64url'), signature].join('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1] ?? ''}.`;
    for (const wrong of [forged, altered, unsigned, 'not a token', '']) expect(await server.tokens.verify(wrong)).toBeUndefined();
  });

  it('is refused when the person is no longer there to act', async () => {
    const token = await server.tokens.issue(request);
    server.directory.put([{ ...eero, accountEnabled: false }]);
    expect(await server.tokens.verify(token)).toBeUndefined();
  });
});

describe('the directory', () => {
  it('finds people by principal name whatever the case, and lists them in Swedish order', () => {
    expect(server.directory.userByUpn('ASA.OBERG@haparanda.example')).toEqual(asa);
    expect(server.directory.users().map((user) => user.displayName)).toEqual([eero.displayName, former.displayName, asa.displayName]);
  });

  it('refuses a certificate that carries its private half', async () => {
    const application = { clientId: apiClient, displayName: 'Värna', appRoles: [], identifierUris: [], sites: {}, redirectUris: [] };
    const certificate = await exportJWK(server.privateKey);
    expect(() => server.directory.putApplication({ ...application, certificate })).toThrow('public RSA key');
  });

  it('keeps all or none of the people it is given', () => {
    const twin = { ...asa, id: '44444444-4444-4444-8444-444444444444' };
    expect(() => server.directory.put([{ ...eero, displayName: 'Eero Changed' }, twin])).toThrow('UNIQUE');
    expect(server.directory.userById(eero.id)).toEqual(eero);
  });
});
