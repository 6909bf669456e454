// The whole product on one machine: stand-in, provisioned site, example municipality, service, local pages and chats, started in order.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { destination } from 'pino';
import { openLog } from '../service/log';
import type { Settings } from '../service/settings';
import { startService } from '../service/start-service';
import { openStandin, OtherLayoutError, type Standin } from '../standin/standin';
import { fillRecord } from './example/fill-record';
import { people, type ExampleName } from './example/people';
import { fillDirectory } from './fill-directory';
import type { Place } from './front-page';
import { localIdentity, localIds } from './identity';
import { serviceSettings, siteSettings } from './local-settings';
import { placesOf } from './places';
import { openChat, type Chat } from './playground';
import { closed, serve } from './web-server';

export interface MunicipalityOptions {
  /** Everything that is kept between starts. */
  readonly folder: string;
  /** The first of five ports in a row; see `portsFrom`. */
  readonly firstPort: number;
  /** Forget what was kept. */
  readonly fresh: boolean;
  /** Whose chats to open. */
  readonly chats: readonly ExampleName[];
  readonly say: (line: string) => void;
}

export interface Municipality {
  readonly origin: string;
  readonly standin: Standin;
  readonly chats: readonly Chat[];
  readonly places: readonly Place[];
  readonly settings: Settings;
  readonly stop: () => Promise<void>;
}

/** The ports in use, by name. */
export function portsFrom(first: number, chats: readonly ExampleName[]) {
  const chatPorts = chats.map((name, index) => ({ name: `chat of ${people[name].displayName}`, port: first + 2 + index }));
  return [{ name: 'SharePoint, Entra and the start page', port: first }, { name: 'the service', port: first + 1 }, ...chatPorts];
}

/** Starts everything and resolves when all of it answers. What was started is stopped again when something fails on the way. */
export async function openMunicipality(options: MunicipalityOptions): Promise<Municipality> {
  const { folder, fresh } = options;
  if (fresh) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const started: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.reverse()) await end();
  };
  try {
    return { ...(await startAll(options, (end) => started.push(end))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  options: MunicipalityOptions,
  whenStopping: (end: () => Promise<unknown>) => void
): Promise<Omit<Municipality, 'stop'>> {
  const { folder, firstPort, say } = options;
  const origin = `http://127.0.0.1:${firstPort}`;
  const identity = await localIdentity(folder);
  const settings = serviceSettings({ origin, port: firstPort + 1, folder, identity });
  const places: Place[] = [];

  say('Starting the stand-in for SharePoint, Graph and Entra …');
  const standin = standinIn(folder, origin);
  whenStopping(async () => {
    await Promise.resolve();
    standin.close();
  });
  fillDirectory(standin, { origin, identity });
  const server = await serve({ standin, origin, port: firstPort, places: () => places });
  whenStopping(() => closed(server));

  await fillRecord({ settings, siteSettings: siteSettings(origin, firstPort), say });

  say('Starting the service …');
  const service = await startService(settings, { log: openLog(destination(path.join(folder, 'service.log'))) });
  whenStopping(() => service.stop());

  const chats = await openChats(options, `${service.url}/api/messages`, whenStopping);
  places.push(...placesOf(origin, chats));
  return { origin, standin, chats, places, settings };
}

/** A reason not to start that whoever starts can do something about: the message says it all. */
export class StartRefusal extends Error {}

/** Example data of an earlier version are not converted. */
function standinIn(folder: string, origin: string): Standin {
  try {
    return openStandin({ file: path.join(folder, 'standin.sqlite'), origin, tenantId: localIds.tenant });
  } catch (error) {
    if (!(error instanceof OtherLayoutError)) throw error;
    throw new StartRefusal(`What is kept in ${folder} was made by another version of Värna. Begin anew with "npm start -- --fresh".`, {
      cause: error
    });
  }
}

async function openChats(
  { folder, firstPort, chats, say }: MunicipalityOptions,
  endpoint: string,
  whenStopping: (end: () => Promise<unknown>) => void
): Promise<Chat[]> {
  const opened: Chat[] = [];
  for (const [index, name] of chats.entries()) {
    const person = people[name];
    say(`Opening the chat of ${person.displayName} …`);
    const chat = await openChat({
      person,
      others: Object.values(people).filter(({ id }) => id !== person.id),
      port: firstPort + 2 + index,
      endpoint,
      tenantId: localIds.tenant,
      botId: localIds.service,
      folder: path.join(folder, 'chats', person.userPrincipalName)
    });
    whenStopping(chat.stop);
    opened.push(chat);
  }
  return opened;
}
