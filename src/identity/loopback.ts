// The other end of a sign-in in the browser: listens on this machine for the one answer Entra sends the browser back with (RFC 8252 7.3).
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Loopback {
  /** What Entra is told; registered without port, which Entra ignores for localhost. */
  readonly redirectUri: string;
  /** The answer that carries our `state`; `undefined` when none came in time. Others are turned away and do not count. */
  readonly answer: (waitMilliseconds: number) => Promise<URLSearchParams | undefined>;
  readonly close: () => void;
}

export async function openLoopback(state: string): Promise<Loopback> {
  let received: (answer: URLSearchParams | undefined) => void;
  const answer = new Promise<URLSearchParams | undefined>((resolve) => (received = resolve));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method !== 'GET' || url.pathname !== '/') show(response, 404, 'Här finns inget.');
    else if (url.searchParams.get('state') !== state) show(response, 400, 'Det här svaret hör inte till inloggningen som pågår.');
    else {
      response.once('close', () => received(url.searchParams));
      show(response, 200, url.searchParams.has('code') ? signedIn : notSignedIn);
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    redirectUri: `http://localhost:${(server.address() as AddressInfo).port}`,
    answer: async (waitMilliseconds) => {
      const waiting = setTimeout(() => received(undefined), waitMilliseconds);
      return answer.finally(() => clearTimeout(waiting));
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    }
  };
}

const signedIn = 'Inloggningen är klar. Du kan stänga fönstret och gå tillbaka till terminalen.';
const notSignedIn = 'Inloggningen blev inte av. Du kan stänga fönstret; terminalen säger varför.';

function show(response: ServerResponse, status: number, words: string): void {
  const page = `<!doctype html>\n<html lang="sv"><head><meta charset="utf-8"><title>Värna</title></head><body><main><h1>Värna</h1><p>${words}</p></main></body></html>\n`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store'
  };
  // Without the connection kept open: the answer is the last thing this server is asked for.
  response.writeHead(status, { ...headers, connection: 'close' }).end(page);
}
