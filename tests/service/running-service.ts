// The service on 127.0.0.1 with the real Entra of the stand-in, a record in memory that can be away, and a chat that notes what is sent.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Notice } from '../../src/domain/notice';
import type { IncidentFiles } from '../../src/lists/incident-files';
import type { Person } from '../../src/domain/person';
import type { Conversations } from '../../src/bot/desk';
import { openLog } from '../../src/service/log';
import type { ConnectionLimits } from '../../src/service/http-server';
import type { Limits } from '../../src/service/limits';
import { openService, type BotSurroundings, type OpenBot, type Service } from '../../src/service/open-service';
import type { Job } from '../../src/service/schedule';
import type { Settings } from '../../src/service/settings';
import type { SendOutcome } from '../../src/service/sending';
import type { ServiceState } from '../../src/service/state/service-state';
import { openSqliteState } from '../../src/service/state/sqlite/state';
import type { Context, Directory } from '../../src/workflows/context';
import type { Tell } from '../../src/workflows/telling';
import { apiClient, pageClient, startIdentityServer, tenantId, type IdentityServer } from '../standin/identity-server';
import { memoryContext, people, type MemoryContext } from '../workflows/memory-context';

/** Quick to try again, and patient with a busy machine. */
export const quickPace = { answerWithin: 5_000, takeUpAfter: 60_000, lookAgainAfter: 60_000, firstRetryAfter: 20, longestRetryAfter: 40 };
export const botId = 'b0000000-0000-4000-8000-000000000001';
export const siteOrigin = 'https://haparanda.example';

export interface RunningService {
  readonly service: Service;
  readonly identity: IdentityServer;
  readonly record: SwitchableRecord;
  readonly chat: Chat;
  /** Every line the service has logged. */
  readonly logged: () => string;
  readonly tokenOf: (person: Person) => Promise<string>;
  /** Gives a command as the person; `command` is a fresh key unless given. */
  readonly give: (person: Person, name: string, input: unknown, command?: string) => Promise<Answered>;
  readonly stop: () => Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface RunOptions {
  readonly statePath?: string;
  readonly state?: ServiceState;
  readonly record?: SwitchableRecord;
  readonly jobs?: (tell: Tell) => readonly Job[];
  readonly answerWithin?: number;
  readonly lookAgainAfter?: number;
  /** Where Entra is, instead of the identity server. */
  readonly authority?: string;
  /** The bot, instead of a chat that notes what is sent. */
  readonly openBot?: (parts: BotParts) => Promise<OpenBot>;
  readonly chat?: Settings['chat'];
  readonly limits?: Limits;
  readonly connectionLimits?: ConnectionLimits;
}

type BotParts = Pick<BotSurroundings, 'allowanceOf'> & { readonly settings: Settings; readonly log: Logger };

export async function runService(options: RunOptions = {}): Promise<RunningService> {
  const identity = await startIdentityServer();
  identity.directory.put(Object.values(people).map(directoryUser));
  const record = options.record ?? switchableRecord();
  const chat = openChat();
  const lines: string[] = [];
  const log = openLog({ write: (line) => void lines.push(line) });
  const given = settingsFor(identity);
  const settings = { ...given, authority: options.authority ?? given.authority, chat: options.chat ?? given.chat };
  const service = await openService({
    settings,
    state: options.state ?? openSqliteState(options.statePath ?? ':memory:'),
    context: record.context,
    files: record.files,
    jobs: options.jobs ?? (() => []),
    reachSharePoint: () => record.context.log.latest('I-2026-0001'),
    openBot: ({ conversations, allowanceOf }) =>
      options.openBot?.({ settings, allowanceOf, log }) ?? Promise.resolve(chat.openWith(conversations)),
    now: () => new Date(),
    pace: {
      ...quickPace,
      answerWithin: options.answerWithin ?? quickPace.answerWithin,
      lookAgainAfter: options.lookAgainAfter ?? quickPace.lookAgainAfter
    },
    ...(options.limits !== undefined && { limits: options.limits }),
    ...(options.connectionLimits !== undefined && { connectionLimits: options.connectionLimits }),
    log
  });
  const tokenOf = (person: Person): Promise<string> =>
    identity.tokens.issue({ user: person.id, clientId: pageClient, audience: apiClient });
  return {
    service,
    identity,
    record,
    chat,
    logged: () => lines.join(''),
    tokenOf,
    give: async (person, name, input, command = randomUUID()) =>
      post(service.url, name, { token: await tokenOf(person), body: { command, input } }),
    stop: async () => {
      await service.stop();
      await identity.stop();
    }
  };
}

export async function post(
  url: string,
  name: string,
  { token, body }: { readonly token?: string; readonly body: unknown }
): Promise<Answered> {
  const headers = { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${url}/api/commands/${name}`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body)
  });
  return { status: response.status, body: (await response.json()) as Answered['body'] };
}

function settingsFor(identity: IdentityServer): Settings {
  return {
    host: '127.0.0.1',
    port: 0,
    site: `${siteOrigin}/sites/informationssakerhet`,
    tenantId,
    authority: identity.origin,
    clientId: apiClient,
    certificate: { privateKey: '', thumbprint: '' },
    apiAudience: apiClient,
    graph: identity.origin,
    keeping: { kind: 'file', path: ':memory:' },
    chat: { kind: 'teams', botId, serviceHosts: ['smba.trafficmanager.net'] }
  };
}

export const report = {
  kind: 'lost-or-stolen',
  when: 'today',
  where: 'Hemtjänsten, Marielund',
  ongoing: 'yes',
  personalData: 'yes',
  description: 'En surfplatta med listor över brukare är borta.'
} as const;

export const reportInput = { report, reportedAt: '2026-11-23T14:40:00Z' };

/** SharePoint and Graph as one thing that can be up, away (throws at once) or silent (never answers until it is up). */
type Reach = 'up' | 'away' | 'silent';

export interface SwitchableRecord {
  readonly context: Context;
  readonly memory: MemoryContext;
  readonly files: IncidentFiles;
  /** What is kept beside the incidents, by `<number>/<file>`. */
  readonly kept: Map<string, Uint8Array>;
  /** How many times a file has been handed over to be kept. */
  readonly keeps: () => number;
  readonly setReach: (reach: Reach) => void;
  /** How many times an entry has been offered to the log. */
  readonly appends: () => number;
}

export function switchableRecord(): SwitchableRecord {
  const memory = memoryContext();
  let reach: Reach = 'up';
  let appends = 0;
  const waiting: (() => void)[] = [];
  const answered = async <T>(work: () => Promise<T>): Promise<T> => {
    if (reach === 'silent') await new Promise<void>((resolve) => waiting.push(resolve));
    if (reach === 'away') throw new Error('SharePoint does not answer: Hemtjänsten, Marielund');
    return work();
  };
  const { log, directory } = memory;
  const kept = new Map<string, Uint8Array>();
  let keeps = 0;
  return {
    memory,
    kept,
    keeps: () => keeps,
    files: {
      keep: ({ reference, file }, bytes) =>
        answered(() => {
          keeps += 1;
          const place = `${reference}/${file}`;
          const present = kept.get(place);
          if (present !== undefined && Buffer.compare(present, bytes) !== 0) return Promise.resolve('name-taken');
          kept.set(place, Uint8Array.from(bytes));
          return Promise.resolve('kept');
        }),
      remove: ({ reference, file }) =>
        answered(() => {
          kept.delete(`${reference}/${file}`);
          return Promise.resolve();
        })
    },
    appends: () => appends,
    setReach: (next) => {
      reach = next;
      if (next !== 'silent') for (const go of waiting.splice(0)) go();
    },
    context: {
      ...memory,
      log: {
        latest: (aggregate) => answered(() => log.latest(aggregate)),
        entry: (aggregate, sequence) => answered(() => log.entry(aggregate, sequence)),
        byCommand: (command) => answered(() => log.byCommand(command)),
        highestAppended: (prefix) => log.highestAppended(prefix),
        latestNumber: (prefix) => answered(() => log.latestNumber(prefix)),
        append: (entry) =>
          answered(() => {
            appends += 1;
            return log.append(entry);
          })
      },
      directory: Object.fromEntries(
        Object.entries(directory).map(([name, ask]: [string, (asked: never) => Promise<unknown>]) => [
          name,
          (asked: never) => answered(() => ask(asked))
        ])
      ) as Record<keyof Directory, never>
    }
  };
}

export interface Chat {
  readonly sent: Notice[];
  /** What the next sends come to; `sent` when the list is empty. An `Error` is thrown. */
  readonly next: (SendOutcome | Error)[];
  readonly openWith: (conversations: Conversations) => OpenBot;
  /** The person writes to the bot, and is known from then on. */
  readonly hello: (person: Person) => Promise<void>;
}

function openChat(): Chat {
  const sent: Notice[] = [];
  const next: (SendOutcome | Error)[] = [];
  let conversations: Conversations | undefined;
  return {
    sent,
    next,
    openWith: (known) => {
      conversations = known;
      return {
        handle: () => Promise.resolve({ status: 200, body: {} }),
        idle: () => Promise.resolve(),
        send: (notice) => {
          const outcome = next.shift() ?? { kind: 'sent' };
          if (outcome instanceof Error) return Promise.reject(outcome);
          if (outcome.kind === 'sent') sent.push(notice);
          return Promise.resolve(outcome);
        }
      };
    },
    hello: async ({ id }) => {
      await conversations?.remember({
        personId: id,
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        conversationId: `a:${id}`,
        tenantId,
        botId: '28:varna',
        locale: 'sv-SE'
      });
    }
  };
}

/** Waits until the check passes; it is the check's own failure that is shown when it never does. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

export interface Answering {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** A server on 127.0.0.1 that answers each path with JSON. */
export async function answerJson(answers: () => Readonly<Record<string, unknown>>): Promise<Answering> {
  const server = createServer((request, response) => {
    const answer = answers()[request.url ?? ''];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  };
}

export const silentLog: Logger = openLog({ write: () => undefined });

function directoryUser({ id, name, upn }: Person) {
  return { id, displayName: name, userPrincipalName: upn, mail: upn, accountEnabled: true };
}
