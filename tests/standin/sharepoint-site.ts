// A stand-in with one site, invented people and an application, and @pnp/sp pointed at it.
import type { Queryable } from '@pnp/queryable';
import { BrowserFetch, DefaultParse, HttpRequestError } from '@pnp/queryable';
import { DefaultHeaders, DefaultInit, spfi } from '@pnp/sp';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/batching';
import '@pnp/sp/fields/list';
import '@pnp/sp/items/list';
import '@pnp/sp/lists/web';
import '@pnp/sp/profiles';
import '@pnp/sp/security/item';
import '@pnp/sp/security/list';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import '@pnp/sp/sites';
import '@pnp/sp/user-custom-actions/list';
import '@pnp/sp/user-custom-actions/web';
import '@pnp/sp/views/list';
import '@pnp/sp/webs';
import type { DirectoryUser } from '../../src/standin/directory/directory';
import type { ListeningStandin, StandinOptions } from '../../src/standin/standin';
import { listenStandin } from '../../src/standin/standin';

const tenantId = '5f1e6a0c-3f6b-4d0e-9a57-0d3a4a1f7c11';
export const sitePath = '/sites/informationssakerhet';
export const applicationId = '7c2b8a50-7a2f-4d0c-9a50-000000000001';
export const readerApplicationId = '7c2b8a50-7a2f-4d0c-9a50-000000000002';
export const strangerApplicationId = '7c2b8a50-7a2f-4d0c-9a50-000000000003';

/** Site administrator. */
export const asa = person('0a000000-0000-4000-8000-000000000001', 'Åsa Lindgren', 'asa.lindgren', 'Kommunledningsförvaltningen');
/** Gets rights from the tests. */
export const eero = person('0a000000-0000-4000-8000-000000000002', 'Eero Niemi', 'eero.niemi', 'Socialförvaltningen');
/** Gets none. */
export const maja = person('0a000000-0000-4000-8000-000000000003', "Maja O'Brien", 'maja.obrien', 'Barn- och ungdomsförvaltningen');

function person(id: string, displayName: string, name: string, department: string): DirectoryUser {
  const address = `${name}@haparanda.example`;
  return { id, displayName, userPrincipalName: address, mail: address, department, jobTitle: 'Handläggare', accountEnabled: true };
}

export interface TestSite {
  readonly standin: ListeningStandin;
  readonly url: string;
  /** @pnp/sp as the person. */
  readonly as: (user: DirectoryUser) => SPFI;
  readonly asApplication: (clientId?: string) => SPFI;
  readonly tokenOf: (user: DirectoryUser) => Promise<string>;
  /** A raw call as the person, `path` from the site, for example `/_api/web`. */
  readonly call: (user: DirectoryUser, path: string, init?: RequestInit) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

export async function startSite(options: Partial<StandinOptions> = {}): Promise<TestSite> {
  const standin = await listenStandin({ file: ':memory:', tenantId, port: 0, ...options });
  standin.directory.put([asa, eero, maja]);
  putApplication(standin, applicationId, { [sitePath]: 'fullcontrol' });
  putApplication(standin, readerApplicationId, { [sitePath]: 'read' });
  putApplication(standin, strangerApplicationId, {});
  standin.createSite({ path: sitePath, title: 'Informationssäkerhet', administrators: [asa.userPrincipalName] });
  const url = `${standin.origin}${sitePath}`;
  const tokenOf = (user: DirectoryUser): Promise<string> =>
    standin.tokens.issue({ user: user.id, clientId: applicationId, audience: standin.origin });
  const tokenOfApplication = (clientId: string): Promise<string> => standin.tokens.issue({ clientId, audience: standin.origin });
  return {
    standin,
    url,
    as: (user) => client(url, () => tokenOf(user)),
    asApplication: (clientId = applicationId) => client(url, () => tokenOfApplication(clientId)),
    tokenOf,
    call: async (user, path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${await tokenOf(user)}`);
      return fetch(`${url}${path}`, { ...init, headers });
    },
    stop: standin.stop
  };
}

function putApplication(standin: ListeningStandin, clientId: string, sites: Record<string, 'read' | 'fullcontrol'>): void {
  standin.directory.putApplication({
    clientId,
    displayName: 'Värna',
    appRoles: ['Sites.Selected'],
    identifierUris: [],
    sites,
    redirectUris: []
  });
}

function client(url: string, token: () => Promise<string>): SPFI {
  const bearer = (instance: Queryable): Queryable => {
    instance.on.auth.replace(async (address, init) => {
      const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${await token()}` };
      return [address, { ...init, headers }];
    });
    return instance;
  };
  return spfi(url).using(DefaultHeaders(), DefaultInit(), BrowserFetch(), DefaultParse(), bearer);
}

export interface Refusal {
  readonly status: number;
  /** First part of SharePoint's code, `-2130575338`. */
  readonly code: string;
  readonly message: string;
}

/** What SharePoint refused the call with; throws when it did not. */
export async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof HttpRequestError)) throw error;
    // PnPjs adds columns in verbose JSON, where the error has another name.
    const body = (await error.response.json()) as Record<'odata.error' | 'error', { code: string; message: { value: string } } | undefined>;
    const detail = body['odata.error'] ?? body.error;
    return { status: error.status, code: detail?.code ?? '', message: detail?.message.value ?? '' };
  }
  throw new Error('Expected SharePoint to refuse.');
}
