// The stand-in's door: SharePoint REST, the little of Graph and Entra that add-ins use, over one SQLite file.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Directory } from './directory/directory';
import { openDirectory } from './directory/directory';
import { entraHandler } from './entra/entra';
import type { TokenIssuer } from './entra/token-issuer';
import { createTokenIssuer } from './entra/token-issuer';
import { openFaults } from './faults/faults';
import { graphHandler } from './graph/graph';
import { openDigests } from './http/digest';
import { sharePointHandler } from './http/sharepoint';
import { createSite } from './new-site';
import type { NewSite } from './new-site';
import { openTokensHandler } from './open-tokens';
import { openChangeLog } from './store/change-log';
import { openDatabase } from './store/database';
import type { WebhookTiming } from './webhooks/webhooks';
import { openWebhooks } from './webhooks/webhooks';

export { OtherLayoutError } from './store/database';

export interface StandinOptions {
  /** SQLite file, or `:memory:`. */
  readonly file: string;
  /** Where it is reached, without a slash at the end; may be given later with `setOrigin`, after `listen(0)`. */
  readonly origin?: string;
  /** A uuid. */
  readonly tenantId: string;
  /** The real time when absent. */
  readonly clock?: () => Date;
  /** Rows a query may examine; 5,000 in SharePoint. */
  readonly listViewThreshold?: number;
  /** The sites' time zone, by which date-only columns are cut; `Europe/Stockholm` when absent. */
  readonly timeZone?: string;
  /** Opens `/_standin/faults` and `/_standin/requests`, by which tests make it misbehave and count what it is asked; closed when absent. */
  readonly faults?: boolean;
  /** Opens `/_standin/token`, which gives anybody a token as anybody: for scripts on this machine. Closed when absent. */
  readonly openTokens?: boolean;
  /** How long webhooks wait. */
  readonly webhooks?: WebhookTiming;
}

export interface Standin {
  /** True when the request was the stand-in's own and is answered; false: the caller goes on. The body must not have been read. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly directory: Directory;
  readonly tokens: TokenIssuer;
  /** Makes the site with its three groups, or sees to it that the administrators are that. Throws for an administrator who is not in the directory. */
  readonly createSite: (site: NewSite) => void;
  readonly setOrigin: (origin: string) => void;
  readonly close: () => void;
}

export function openStandin(options: StandinOptions): Standin {
  const { clock = () => new Date(), listViewThreshold = 5000, timeZone = 'Europe/Stockholm' } = options;
  const tenantId = options.tenantId.toLowerCase();
  const database = openDatabase(options.file);
  openChangeLog(database, clock);
  let reachedAt = options.origin;
  const origin = (): string => {
    if (reachedAt === undefined) throw new Error('The stand-in does not know where it is reached: give origin, or call setOrigin.');
    return reachedAt;
  };
  const directory = openDirectory({ database });
  const common = { database, directory, tenantId, origin, clock };
  const tokens = createTokenIssuer(common);
  const webhooks = openWebhooks({ ...common, ...options.webhooks });
  const faults = options.faults === true ? openFaults({ clock, origin }) : undefined;
  const partFault = faults?.partFault;
  const handlers = [
    ...(options.openTokens === true ? [openTokensHandler({ directory, tokens, origin })] : []),
    sharePointHandler({ ...common, tokens, digests: openDigests(database, clock), timeZone, listViewThreshold, webhooks, partFault }),
    entraHandler({ ...common, tokens }),
    graphHandler({ directory, tokens, origin, clock })
  ];
  const handle = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> => {
    for (const handler of handlers) if (await handler(request, response, url)) return true;
    return false;
  };
  const answer = faults?.around(handle) ?? handle;
  return {
    handle: async (request, response) => answer(request, response, new URL(request.url ?? '/', origin())),
    directory,
    tokens,
    createSite: (site) => createSite(site, { database, directory, tenantId, clock }),
    setOrigin: (next) => {
      reachedAt = next;
    },
    close: () => {
      faults?.close();
      webhooks.close();
      database.close();
    }
  };
}

export interface ListeningStandin extends Standin {
  readonly origin: string;
  /** Stops listening and closes the database. */
  readonly stop: () => Promise<void>;
}

/** Serves the stand-in alone on 127.0.0.1; port 0 takes a free one. What is nobody's answers 404. */
export async function listenStandin({ port, ...options }: StandinOptions & { readonly port: number }): Promise<ListeningStandin> {
  const standin = openStandin(options);
  const server = createServer((request, response) => {
    standin
      .handle(request, response)
      .then((taken) => {
        if (!taken) response.writeHead(404).end();
      })
      .catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address();
  const origin = options.origin ?? `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : port}`;
  standin.setOrigin(origin);
  return {
    ...standin,
    origin,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      standin.close();
    }
  };
}
