// The service's HTTP server: connections that are slow, silent or too many are closed, so that others get through.
import { createServer, type RequestListener, type Server } from 'node:http';

/** Times in milliseconds. */
export interface ConnectionLimits {
  /** From the first byte of a request to the last of its headers. */
  readonly headersWithin: number;
  /** To the last byte of its body: a file of the largest size at less than one megabit a second, as from a telephone far from the mast. */
  readonly requestWithin: number;
  /** How often the two above are looked at. */
  readonly checkedEvery: number;
  /** Without a byte in either direction while a request is answered. */
  readonly silentWithin: number;
  /** Between requests; longer than the minute after which reverse proxies usually close, so that it is they who do. */
  readonly keptFor: number;
  readonly connections: number;
}

export const usualConnectionLimits: ConnectionLimits = {
  headersWithin: 10_000,
  requestWithin: 100_000,
  checkedEvery: 5_000,
  silentWithin: 60_000,
  keptFor: 65_000,
  connections: 2_000
};

export function httpServer(application: RequestListener, limits: ConnectionLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersWithin,
      requestTimeout: limits.requestWithin,
      connectionsCheckingInterval: limits.checkedEvery,
      keepAliveTimeout: limits.keptFor,
      maxHeaderSize: 16 * 1024
    },
    application
  );
  server.maxHeadersCount = 100;
  server.maxConnections = limits.connections;
  return server.setTimeout(limits.silentWithin);
}
