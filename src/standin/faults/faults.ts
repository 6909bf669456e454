// Faults on demand: stands before the door when asked for, misbehaves as its rules say, and counts what goes through.
import { ServerResponse } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { BatchPart } from '../http/batch';
import { invalidDigest, SharePointError } from '../http/errors';
import type { ApiResponse } from '../http/message';
import { verbOf } from '../http/message';
import { writeError } from '../http/shapes';
import { answerControl, isControl } from './control';
import { openRequestCounts } from './request-counts';
import type { Rule, Throttle } from './rules';
import { openStandingRules } from './standing-rules';
import type { Asked } from './standing-rules';

type Handle = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

export interface Faults {
  /** Answers `/_standin/faults` and `/_standin/requests`; every other request meets the rules and then `handle`. */
  readonly around: (handle: Handle) => Handle;
  /** What a part of a batch is answered instead of being carried out; undefined: nothing strikes it. `number` begins at 1. */
  readonly partFault: (part: BatchPart, number: number) => ApiResponse | undefined;
  /** Cuts off what still waits. */
  readonly close: () => void;
}

export interface FaultsOptions {
  readonly clock: () => Date;
  /** Where the stand-in is reached. */
  readonly origin: () => string;
}

export function openFaults({ clock, origin }: FaultsOptions): Faults {
  const rules = openStandingRules();
  const counts = openRequestCounts();
  const closing = new AbortController();
  return {
    around: (handle) => async (request, response, url) => {
      if (isControl(url)) {
        counts.watch(request, response);
        return answerControl({ request, response, url, origin }, { rules, counts });
      }
      const asked = { verb: verbOf(request.method ?? '', headerOf(request, 'x-http-method')), path: decoded(url.pathname) };
      counts.watch(request, response, asked);
      return misbehave({ request, response, url, handle }, { struck: rules.strike(asked), clock, signal: closing.signal });
    },
    partFault: ({ verb, url, headers }, part) => {
      const asked: Asked = { verb, path: decoded(url.pathname), part };
      counts.countPart(asked);
      const [rule] = rules.strike(asked);
      return rule && refusal(rule, { headers, clock });
    },
    close: () => closing.abort()
  };
}

interface Passing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly handle: Handle;
}

interface Struck {
  readonly struck: readonly Rule[];
  readonly clock: () => Date;
  readonly signal: AbortSignal;
}

async function misbehave({ request, response, url, handle }: Passing, { struck, clock, signal }: Struck): Promise<boolean> {
  const delay = struck.reduce((total, { latency = 0 }) => total + latency, 0);
  const last = struck.at(-1);
  if ((delay > 0 && !(await waited(delay, signal))) || last?.drop === 'before') return cut(request);
  if (last?.drop === 'after') {
    await handle(request, new ServerResponse(request), url);
    return cut(request);
  }
  const refused = last && refusal(last, { headers: headersOf(request), clock });
  if (refused === undefined) return handle(request, response, url);
  response.writeHead(refused.status, refused.headers).end(refused.body);
  return true;
}

/** False when the stand-in closes first. The wait does not keep the process alive. */
async function waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return pause(milliseconds, true, { signal, ref: false }).catch(() => false);
}

function cut(request: IncomingMessage): true {
  request.socket.destroy();
  return true;
}

/** Undefined for delays and cut connections, which are no answers. */
function refusal(
  { throttle, error, expireDigest }: Rule,
  { headers, clock }: { readonly headers: Readonly<Record<string, string>>; readonly clock: () => Date }
): ApiResponse | undefined {
  if (throttle !== undefined) return throttled(throttle, clock());
  if (expireDigest === true) return writeError(invalidDigest('timed-out'), headers);
  return error && writeError(new SharePointError(error), headers);
}

/** The text of a 429 is as in sp-dev-docs#2547; that of a 503 is a guess. */
function throttled({ status, retryAfter, retryAfterDate }: Throttle, now: Date): ApiResponse {
  const until = retryAfterDate === undefined ? retryAfter?.toString() : new Date(now.getTime() + retryAfterDate * 1000).toUTCString();
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...(until !== undefined && { 'Retry-After': until }) },
    body: status === 429 ? '429 TOO MANY REQUESTS' : 'The service is unavailable.'
  };
}

/** The two that say in which form a refusal is worded. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return { accept: headers.accept ?? '', 'odata-version': headers['odata-version']?.toString() ?? '' };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  return request.headers[name]?.toString();
}

/** As it stands when it cannot be decoded: refusing it is the handler's affair. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
