// A site of the example municipality on the stand-in, for tests: people, the service's own application, and connections as any of them.
import type { SPFI } from '@pnp/sp';
import { generateKeyPair, type JsonWebKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Person } from '../../src/domain/person';
import { connectWithToken } from '../../src/lists/connect';
import type { Sending } from '../../src/lists/sending';
import type { Membership } from '../../src/provision/plan';
import { provisionSite } from '../../src/provision/provision-site';
import { listenStandin, type ListeningStandin } from '../../src/standin/standin';

export const tenantId = '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d02';
export const serviceClient = 'bbbbbbbb-0000-4000-8000-000000000001';
export const sitePath = '/sites/informationssakerhet';
/** "Everyone except external users" as SharePoint writes it. */
export const everyone = `c:0-.f|rolemanager|spo-grid-all-users/${tenantId}`;

function person(digit: string, name: string, upn: string): Person {
  return { id: `${digit.repeat(8)}-0000-4000-8000-000000000000`, name, upn: `${upn}@haparanda.example` };
}

/** Site administrator. */
export const admin = person('a', 'Ada Administratör', 'ada.administrator');
/** Informationssäkerhetsansvarig. */
export const officer = person('1', 'Inga Säker', 'inga.saker');
export const technician = person('2', 'Ivar Tekniksson', 'ivar.tekniksson');
export const owner = person('3', 'Olga Ägare', 'olga.agare');
/** Manager of the employees below. */
export const manager = person('4', 'Maja Chefsson', 'maja.chefsson');
export const employee = person('5', "Elin O'Medarbetare", 'elin.medarbetare');
export const colleague = person('6', 'Kalle Kollega', 'kalle.kollega');
export const privacyOfficer = person('7', 'Dag Dataskydd', 'dag.dataskydd');
export const protectionOfficer = person('8', 'Gun Skyddsson', 'gun.skyddsson');
export const director = person('b', 'Lena Ledare', 'lena.ledare');

const keys = promisify(generateKeyPair)('rsa', { modulusLength: 2048 });

const everybody = [admin, officer, technician, owner, manager, employee, colleague, privacyOfficer, protectionOfficer, director];

export const memberships: readonly Membership[] = [
  { group: 'information-security', who: officer.upn },
  { group: 'it', who: technician.upn },
  { group: 'accountable', who: owner.upn },
  { group: 'data-protection', who: privacyOfficer.upn },
  { group: 'employees', who: everyone }
];

export interface Site {
  readonly standin: ListeningStandin;
  /** Absolute address. */
  readonly url: string;
  /** As PEM. */
  readonly privateKey: string;
  readonly asService: (sending?: Sending) => SPFI;
  readonly as: (person: Person, sending?: Sending) => SPFI;
  /** A call of `_api` as it is, `path` from the site, as the person or, without one, as the service. */
  readonly call: (
    path: string,
    options?: { readonly as?: Person; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  ) => Promise<Response>;
  /** As `as`, but through another address in front of the stand-in. */
  readonly through: (origin: string, sending?: Sending) => SPFI;
  readonly stop: () => Promise<void>;
}

export interface SiteOptions {
  /** SQLite file of the stand-in; in memory when absent. */
  readonly file?: string;
  readonly listViewThreshold?: number;
  /** Faults on demand and the count of requests, at `/_standin/`. */
  readonly faults?: boolean;
}

/** A site as an administrator makes it: without any of our lists. */
export async function openEmptySite({ file = ':memory:', ...options }: SiteOptions = {}): Promise<Site> {
  const standin = await listenStandin({ file, tenantId, port: 0, ...options });
  const { privateKey, publicKey } = await keys;
  fill(standin, publicKey.export({ format: 'jwk' }));
  standin.createSite({ path: sitePath, title: 'Informationssäkerhet', administrators: [admin.upn] });
  const url = `${standin.origin}${sitePath}`;
  const tokens = new Map<string | undefined, Promise<string>>();
  const token = (user?: string) => () => {
    const issued =
      tokens.get(user) ?? standin.tokens.issue({ clientId: serviceClient, audience: standin.origin, ...(user !== undefined && { user }) });
    tokens.set(user, issued);
    return issued;
  };
  return {
    standin,
    url,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    asService: (sending) => connectWithToken({ site: url, token: token(), ...sending }),
    as: ({ id }, sending) => connectWithToken({ site: url, token: token(id), ...sending }),
    call: async (path, { as, body, headers } = {}) =>
      fetch(`${url}/_api/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { accept: 'application/json;odata=nometadata', authorization: `Bearer ${await token(as?.id)()}`, ...headers },
        ...(body !== undefined && { body })
      }),
    through: (origin, sending) => connectWithToken({ site: `${origin}${sitePath}`, token: token(), ...sending }),
    stop: standin.stop
  };
}

/** A site that has been provisioned, with somebody in each group: a copy of one that is made once. A `file` that is there already is opened as it is. */
export async function openSite({ file, ...options }: SiteOptions = {}): Promise<Site> {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-site-'));
  const opened = file ?? path.join(folder, 'site.sqlite');
  if (!existsSync(opened)) await copyFile(await provisioned(), opened);
  const site = await openEmptySite({ file: opened, ...options });
  return {
    ...site,
    stop: async () => {
      await site.stop();
      await rm(folder, { recursive: true });
    }
  };
}

let template: Promise<string> | undefined;

function provisioned(): Promise<string> {
  template ??= provisionTemplate();
  return template;
}

async function provisionTemplate(): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'varna-template-')), 'site.sqlite');
  const site = await openEmptySite({ file });
  await provisionSite({ sp: site.asService(), dryRun: false, settings: {}, members: memberships, print: () => undefined });
  await site.stop();
  return file;
}

afterAll(async () => {
  if (template !== undefined) await rm(path.dirname(await template), { recursive: true });
});

function fill(standin: ListeningStandin, certificate: JsonWebKey): void {
  standin.directory.put(
    everybody.map(({ id, name, upn }) => ({ id, displayName: name, userPrincipalName: upn, mail: upn, accountEnabled: true }))
  );
  standin.directory.putApplication({
    clientId: serviceClient,
    displayName: 'Värna',
    certificate,
    appRoles: ['Sites.Selected'],
    identifierUris: ['api://varna'],
    redirectUris: [],
    sites: { [sitePath]: 'fullcontrol' }
  });
}
