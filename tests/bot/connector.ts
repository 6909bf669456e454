// A small Bot Connector on loopback: what the bot sends arrives here over HTTP, as it would at Teams.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Card } from '../../src/cards/card';

export interface Delivery {
  readonly method: string;
  readonly path: string;
  readonly body: { readonly attachments?: readonly { readonly content: Card }[]; readonly members?: readonly { readonly id: string }[] };
}

export interface Connector {
  readonly serviceUrl: string;
  readonly deliveries: Delivery[];
  /** The next calls are answered with this status; `undefined` answers well again. */
  readonly refuseWith: (status: number | undefined, headers?: Record<string, string>) => void;
  readonly close: () => Promise<void>;
}

export async function openConnector(): Promise<Connector> {
  const deliveries: Delivery[] = [];
  let refusal: { readonly status: number; readonly headers: Record<string, string> } | undefined;
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      deliveries.push({ method: request.method ?? '', path: request.url ?? '', body });
      response.writeHead(refusal?.status ?? 201, { 'content-type': 'application/json', ...refusal?.headers });
      response.end(JSON.stringify(refusal === undefined ? { id: `sent-${deliveries.length}` } : { error: {} }));
    });
  });
  const port = await listening(server);
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    deliveries,
    refuseWith: (status, headers = {}) => {
      refusal = status === undefined ? undefined : { status, headers };
    },
    close: () => new Promise((resolve) => server.close(() => resolve()))
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
