// An HTTP server in front of the stand-in that misbehaves as a test tells it to: it drops connections or turns requests away.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passing {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  /** `MERGE` for updates. */
  readonly override: string | undefined;
  /** As it came: a batch holds the addresses of its parts. */
  readonly body: string;
}

/** `drop-after`: the work is done, the answer never comes. `drop-before`: neither. */
export type Fault = 'drop-before' | 'drop-after' | { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

export interface FaultyProxy {
  readonly origin: string;
  /** Everything that was asked, in order. */
  readonly seen: readonly Passing[];
  readonly stop: () => Promise<void>;
}

/** `misbehave` is asked for each request; `undefined` lets it through. */
export async function openProxy(target: string, misbehave: (passing: Passing) => Fault | undefined): Promise<FaultyProxy> {
  const seen: Passing[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', target);
    const override = request.headers['x-http-method'];
    void (async () => {
      const body = await bodyOf(request);
      const passing = { method: request.method ?? '', path: decodeURIComponent(url.pathname), override: override?.toString(), body };
      seen.push(passing);
      const fault = misbehave(passing);
      if (fault === 'drop-before') return request.socket.destroy();
      if (typeof fault === 'object') return response.writeHead(fault.status, fault.headers).end();
      const answer = await forward(request, url, body);
      if (fault === 'drop-after') return request.socket.destroy();
      return response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, stop };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function forward(request: IncomingMessage, url: URL, body: string): Promise<Response> {
  const headers = Object.entries(request.headers).filter(
    ([name]) => !['host', 'connection', 'content-length', 'transfer-encoding'].includes(name)
  );
  return fetch(url, {
    method: request.method ?? 'GET',
    headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
    // The parts of a batch name the host it was sent to.
    ...(body !== '' && { body: body.replaceAll(`http://${request.headers.host ?? ''}`, url.origin) })
  });
}
