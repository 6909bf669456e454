// Public hosts on this machine: what is sent to them, by `fetch` or by Node's https, is answered by servers on loopback; any other host is refused.
import https from 'node:https';
import { connect } from 'node:net';

/** `origins` by host name, such as `login.botframework.com` to `http://127.0.0.1:4000`. Undone by `jest.restoreAllMocks()`. */
export function divertHosts(origins: Readonly<Record<string, string>>): void {
  const real = globalThis.fetch;
  jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return real(url.protocol === 'http:' ? input : new URL(url.pathname + url.search, originOf(url.hostname)), init);
  });
  // The socket alone is another: all above it, but for TLS, is what is sent to the host.
  jest.spyOn(https.Agent.prototype as unknown as SocketMaker, 'createConnection').mockImplementation(({ host }) => {
    const { hostname, port } = new URL(originOf(host));
    return connect(Number(port), hostname);
  });

  function originOf(host: string): string {
    const origin = origins[host];
    if (origin === undefined) throw new Error(`The test sends nothing to ${host}.`);
    return origin;
  }
}

interface SocketMaker {
  createConnection: (options: { readonly host: string }) => unknown;
}
