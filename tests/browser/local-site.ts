// A site for the browser tests: the stand-in and the local pages on 127.0.0.1, one person, the product's lists and one more, and a web part that only asks.
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SPFI } from '@pnp/sp';
import type { IList } from '@pnp/sp/lists';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { Page } from 'playwright-core';
import { connectWithToken } from '../../src/lists/connect';
import { releaseFolder } from '../../src/local/build';
import { localPages } from '../../src/local/pages/local-pages';
import { provisionSite } from '../../src/provision/provision-site';
import { openStandin, type Standin } from '../../src/standin/standin';
import { probeId, writeProbe } from './probe-web-part';

export const site = { path: '/sites/informationssakerhet', title: 'Informationssäkerhet' };
export const person = {
  id: '7d1f4b5e-3c52-4c0a-9f64-6a2c9d3f1e01',
  displayName: 'Åsa Öberg',
  userPrincipalName: 'asa.oberg@haparanda.example',
  mail: 'asa.oberg@haparanda.example',
  accountEnabled: true
};
const tenantId = '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d01';
const pageClient = '9c0d7a51-52f4-4f0e-8f0b-2f1d1a6c7e02';
const apiClient = 'f2b6f3f0-1a4d-4a77-8a43-0d8f7b9f5a03';

export interface LocalSite {
  readonly origin: string;
  /** Signs the person in as they do it themselves, and lands on the page. */
  readonly signInTo: (page: Page, address: string) => Promise<void>;
  /** Where the web part that only asks stands. */
  readonly probePage: string;
  readonly stop: () => Promise<void>;
}

/** Starts it on a free port, with two rows in Klassningar and two in a list of nobody's, Anteckningar. */
export async function startLocalSite(): Promise<LocalSite> {
  const release = await releaseWithProbe();
  let origin = '';
  const standin = openStandin({ file: ':memory:', origin: 'http://127.0.0.1', tenantId });
  const pages = localPages({ origin: () => origin, tenantId, standin, release, site, clientId: pageClient });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    const answered = async (): Promise<void> => {
      if ((await standin.handle(request, response)) || (await pages(request, response, url))) return;
      if (url.pathname === '/api/who')
        response.end((await standin.tokens.verify(bearer(request.headers.authorization)))?.audience ?? 'nobody');
      else response.writeHead(404).end();
    };
    answered().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  standin.setOrigin(origin);
  fillDirectory(standin, origin);
  await fillLists(standin, origin);
  return {
    origin,
    probePage: `${origin}${site.path}/_layouts/15/teamshostedapp.aspx?componentId=${probeId}`,
    signInTo: async (page, address) => {
      await page.goto(new URL(address, origin).href);
      await page.getByRole('button', { name: person.displayName }).click();
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      standin.close();
      await rm(release, { recursive: true });
    }
  };
}

export const apiAudience = apiClient;

function bearer(authorization = ''): string {
  return authorization.replace(/^Bearer /, '');
}

async function releaseWithProbe(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-release-'));
  await cp(releaseFolder, folder, { recursive: true });
  await writeProbe({ folder, write: writeFile });
  return folder;
}

function fillDirectory({ directory, createSite }: Standin, origin: string): void {
  directory.put([person]);
  const none = { appRoles: [], identifierUris: [], sites: {}, redirectUris: [] };
  directory.putApplication({ ...none, clientId: pageClient, displayName: 'SharePoint', redirectUris: [`${origin}/auth-end`] });
  directory.putApplication({
    ...none,
    clientId: apiClient,
    displayName: 'Värna',
    secret: 'not used: the API only takes tokens',
    identifierUris: ['api://varna'],
    preauthorized: [pageClient]
  });
  createSite({ path: '/sites/informationssakerhet', title: site.title, administrators: [person.userPrincipalName] });
}

/** The lists as on any site, one more that is nobody's business, and two rows in each of the two that are shown. */
async function fillLists({ tokens }: Standin, origin: string): Promise<void> {
  const token = (): Promise<string> => tokens.issue({ user: person.id, clientId: pageClient, audience: origin });
  const sp = connectWithToken({ site: `${origin}${site.path}`, token });
  await provisionSite({ sp, dryRun: false, settings: {}, members: [], print: () => undefined });
  await sp.web.lists.add('Anteckningar');
  for (const [number, asset] of ['Elevregistret', 'Journalsystemet'].entries()) {
    await listAt(sp, 'Klassningar').items.add({ Title: asset, Referens: `K-2026-000${number + 1}` });
    await listAt(sp, 'Anteckningar').items.add({ Title: asset });
  }
}

function listAt(sp: SPFI, name: string): IList {
  return sp.web.getList(`${site.path}/Lists/${name}`);
}
