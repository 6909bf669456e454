// One web server for the local SharePoint: its REST and the pages around it, as one SharePoint address has both.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Standin } from '../standin/standin';
import { releaseFolder } from './build';
import { frontPage, type Place } from './front-page';
import { localIds, site } from './identity';
import { createOutage } from './outage';
import { localPages } from './pages/local-pages';
import { everyAnswer } from './pages/page-headers';

export interface Serving {
  readonly standin: Standin;
  readonly origin: string;
  readonly port: number;
  readonly places: () => readonly Place[];
}

/** One server, as one SharePoint address has both its pages and its REST. */
export async function serve({ standin, origin, port, places }: Serving): Promise<Server> {
  const outage = createOutage();
  const start = frontPage({ origin, tokens: standin.tokens, places, outage });
  const pages = localPages({
    origin: () => origin,
    tenantId: localIds.tenant,
    standin,
    release: releaseFolder,
    site,
    clientId: localIds.pages
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    const answer = async (): Promise<void> => {
      if (
        outage.answer(response, url) ||
        (await standin.handle(request, response)) ||
        (await start(request, response, url)) ||
        (await pages(request, response, url))
      )
        return;
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8', ...everyAnswer })
        .end('Sidan finns inte. Gå till startsidan: /');
    };
    answer().catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Ends also the connections that browsers keep open. */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
