// A small Bot Connector on loopback: what the bot sends arrives here over HTTP, as it would at Teams.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Card } from '../../src/cards/card';

export interface Delivery {
  readonly method: string;
  readonly path: string;
  readonly body: { readonly attachments?: readonly { readonly content: Card }[]; readonly members?: readonly { readonly id: string }[] };
  /** Whether it was taken in, and so is seen by the person; its answer may have been lost all the same. */
  readonly isTaken: boolean;
}

export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What becomes of a call: refused, taken in but never answered, or as usual. */
export type Fate = Refusal | 'cut' | undefined;

export interface Connector {
  readonly serviceUrl: string;
  readonly deliveries: Delivery[];
  /** The next calls are answered with this status; `undefined` answers well again. */
  readonly refuseWith: (status: number | undefined, headers?: Record<string, string>) => void;
  /** Asked for the fate of each of the next calls. */
  readonly judge: (fateOf: () => Fate | Promise<Fate>) => void;
  readonly close: () => Promise<void>;
}

export async function openConnector(): Promise<Connector> {
  const deliveries: Delivery[] = [];
  let fateOf = (): Fate | Promise<Fate> => undefined;
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const body = await read(request);
      const fate = await fateOf();
      deliveries.push({ method: request.method ?? '', path: request.url ?? '', body, isTaken: fate === undefined || fate === 'cut' });
      if (fate === 'cut') {
        request.socket.destroy();
        return;
      }
      response.writeHead(fate?.status ?? 201, { 'content-type': 'application/json', ...fate?.headers });
      response.end(JSON.stringify(fate === undefined ? { id: `sent-${deliveries.length}` } : { error: {} }));
    };
    // A caller that went away in the middle is no concern of ours.
    answer().catch(() => request.socket.destroy());
  });
  const port = await listening(server);
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    deliveries,
    refuseWith: (status, headers = {}) => {
      fateOf = () => (status === undefined ? undefined : { status, headers });
    },
    judge: (next) => {
      fateOf = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      })
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function read(request: IncomingMessage): Promise<Delivery['body']> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as Delivery['body'];
}
