// The service's HTTP: what every answer carries, and which door answers which address.
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import type { Logger } from 'pino';
import { faultOf } from './log';

export interface HttpOptions {
  readonly commandApi: Router;
  readonly attachmentApi: Router;
  /** Absent when the service has no bot. */
  readonly botDoor: Router;
  readonly health: () => Promise<unknown>;
  readonly log: Logger;
}

export function httpApplication({ commandApi, attachmentApi, botDoor, health, log }: HttpOptions): Express {
  const application = express();
  application.disable('x-powered-by');
  application.disable('etag');
  application.use(securityHeaders, requestLog(log));
  application.get('/health', async (_request, response) => {
    response.json(await health());
  });
  application.use('/api/commands', commandApi);
  application.use('/api/incidents', attachmentApi);
  application.use('/api/messages', botDoor);
  application.use((_request, response) => {
    response.status(404).json({ ok: false, reason: 'not-found' });
  });
  application.use(answerFaults(log));
  return application;
}

/** The service gives data to programs and has no pages: nothing may be run, framed, kept or guessed. */
const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'Cache-Control': 'no-store'
  });
  next();
};

/** The route's pattern, not the address: an address is chosen by whoever asks. */
function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.on('finish', () => {
      const route = `${request.method} ${request.baseUrl}${routePath(request.route)}`;
      log.info({ route, status: response.statusCode, milliseconds: Math.round(performance.now() - started) }, 'request');
    });
    next();
  };
}

function routePath(route: unknown): string {
  return typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string' ? route.path : '';
}

/** What Express itself refuses, as an address or a body it cannot read, is told as a refusal; everything else is a fault of ours and told as one. */
function answerFaults(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, reason } = refusalOfBody(error);
    if (status === 500) log.error({ fault: faultOf(error) }, 'request failed');
    response.status(status).json({ ok: false, reason });
  };
}

function refusalOfBody(error: unknown): { readonly status: number; readonly reason: string } {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return { status: 413, reason: 'too-large' };
  return isTheirs(error) ? { status: 400, reason: 'invalid' } : { status: 500, reason: 'unexpected' };
}

/** Express marks what is wrong with a request by a `statusCode` of 400 to 499, which no error of ours has; some of it, as a body that does not unpack, has no type. */
function isTheirs(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500;
}
