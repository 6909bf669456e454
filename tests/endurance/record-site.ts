// The site the endurance runs write to: the stand-in on loopback with its SQLite file, that can misbehave, go away and be watched.
import type { SPFI } from '@pnp/sp';
import { once } from 'node:events';
import { createServer, ServerResponse, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Person } from '../../src/domain/person';
import { connectWithToken } from '../../src/lists/connect';
import { writeOrganisation } from '../../src/lists/organisation';
import { organisation } from '../../src/local/example/organisation';
import { people } from '../../src/local/example/people';
import { fillDirectory } from '../../src/local/fill-directory';
import { localIdentity, localIds, site } from '../../src/local/identity';
import { provisionSite } from '../../src/provision/provision-site';
import { connectToSite } from '../../src/service/connect-to-site';
import { readSettings, type Settings } from '../../src/service/settings';
import { openStandin, type Standin } from '../../src/standin/standin';
import { memberships, personById, users } from './workplace';

/** What happens to a request from the service: `before` it is handled, or `after` it was and the answer is due. */
export type Moment = 'before' | 'after';

/** Asked for each request that is not the harness's own; with a moment, `struck` is waited for there and the connection is cut. */
export type Watch = (path: string) => { readonly moment: Moment; readonly struck: () => Promise<unknown> } | undefined;

export interface RecordSite {
  readonly origin: string;
  readonly standin: Standin;
  /** The environment of a service over this site, with its own state at `statePath`. */
  readonly environment: (statePath: string) => Record<string, string>;
  /** As the service. Never for use while faults are on. */
  readonly asService: () => SPFI;
  readonly as: (person: Person) => SPFI;
  /** A token for the command API, as Entra gives it to the person's page. */
  readonly tokenOf: (person: Person) => Promise<string>;
  readonly watch: (watch: Watch | undefined) => void;
  /** `closed`: nobody answers the door. `silent`: connections are taken and never answered. */
  readonly goAway: (how: 'closed' | 'silent') => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A provisioned site with people, roles and the line organisation in it. `folder` keeps its file and its key. */
export async function openRecordSite(folder: string): Promise<RecordSite> {
  const identity = await localIdentity(folder);
  const standin = openStandin({ file: path.join(folder, 'standin.sqlite'), tenantId: localIds.tenant, faults: true });
  const door = await openDoor(standin);
  const { origin } = door;
  standin.setOrigin(origin);
  fillDirectory(standin, { origin, identity });
  standin.directory.put(users);
  const environment = (statePath: string): Record<string, string> => ({
    PORT: '0',
    VARNA_SITE: `${origin}${site.path}`,
    VARNA_TENANT_ID: localIds.tenant,
    VARNA_AUTHORITY: origin,
    VARNA_CLIENT_ID: localIds.service,
    VARNA_CERTIFICATE: identity.privateKey,
    VARNA_CERTIFICATE_THUMBPRINT: identity.thumbprint,
    VARNA_API_AUDIENCE: localIds.service,
    VARNA_GRAPH: origin,
    VARNA_STATE: statePath,
    VARNA_LOCAL_CHAT: 'yes'
  });
  const settings = settingsFrom(environment(':memory:'));
  const sp = connectToSite(settings, () => new Date());
  await provisioned(sp);
  return {
    ...door,
    standin,
    environment,
    asService: () => connectToSite(settings, () => new Date()),
    as: ({ id }) => {
      const issued = standin.tokens.issue({ user: id, clientId: localIds.pages, audience: origin });
      return connectWithToken({ site: settings.site, token: () => issued });
    },
    tokenOf: ({ id }) => standin.tokens.issue({ user: id, clientId: localIds.pages, audience: localIds.service }),
    stop: async () => {
      await door.stop();
      standin.close();
    }
  };
}

function settingsFrom(environment: Record<string, string>): Settings {
  const reading = readSettings(environment);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.settings;
}

async function provisioned(sp: SPFI): Promise<void> {
  const settings = { 'it-phone': '070-174 06 30', 'security-protection-phone': '070-174 06 07' };
  const outcome = await provisionSite({ sp, dryRun: false, settings, members: memberships, print: () => undefined });
  if (!outcome.permitted || outcome.plan.refusals.length > 0) throw new Error('The site could not be provisioned.');
  await writeOrganisation(
    sp,
    organisation.map(({ head, ...unit }) => ({ ...unit, ...(head !== undefined && { head: personById(people[head].id) }) }))
  );
}

type Door = Pick<RecordSite, 'origin' | 'watch' | 'goAway' | 'comeBack' | 'stop'>;

/** One port all the time: the service knows SharePoint by its address. */
async function openDoor(standin: Standin): Promise<Door> {
  let watch: Watch | undefined;
  let isSilent = false;
  const server = createServer((request, response) => {
    if (isSilent) return;
    // A request whose sender was killed in the midst of it cannot be read to its end.
    answer(standin, { request, response, struck: watch }).catch((error: unknown) => {
      if (!request.destroyed) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      response.destroy();
    });
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const port = await listen(0);
  return {
    origin: `http://127.0.0.1:${port}`,
    watch: (next) => {
      watch = next;
    },
    goAway: async (how) => {
      if (how === 'closed') await close();
      isSilent = how === 'silent';
    },
    comeBack: async () => {
      isSilent = false;
      server.closeAllConnections();
      if (!server.listening) await listen(port);
    },
    stop: close
  };
}

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly struck: Watch | undefined;
}

async function answer(standin: Standin, { request, response, struck }: Asked): Promise<void> {
  const asked = request.url ?? '/';
  const strike = asked.startsWith('/_standin/') ? undefined : struck?.(asked);
  if (strike !== undefined) {
    if (strike.moment === 'after') await standin.handle(request, new ServerResponse(request));
    await strike.struck();
    request.socket.destroy();
    return;
  }
  if (!(await standin.handle(request, response))) response.writeHead(404).end();
}
