// How requests to SharePoint are sent: few at a time, waiting when asked to, and never a create twice (platform.md 4).
import type { Queryable } from '@pnp/queryable';
import { noAnswer, sharePointErrorOf } from './sharepoint-error';

export interface Sending {
  readonly fetch?: typeof fetch;
  /** Waits some milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly now?: () => number;
  /** The longest all waits of one request may be together, in milliseconds; 30 seconds when absent. */
  readonly patience?: number;
}

const mostAtOnce = 6;
const mostAttempts = 5;
const firstPause = 500;
const longestAnswer = 30_000;

/** Replaces the library's own send and retry. Every answer that is not a success becomes a `SharePointError`. */
export function sending(options: Sending = {}): (instance: Queryable) => Queryable {
  const gate = openGate(mostAtOnce);
  return (instance) => {
    instance.on.send.replace((url: URL, init: RequestInit) => gate(() => sendPatiently(url.toString(), init, options)));
    return instance;
  };
}

/** What an attempt came to: an answer, or that another attempt is worth a pause. */
type Attempt =
  | { readonly response: Response }
  | { readonly failure: Error; readonly again: boolean; readonly askedPause: number | undefined };

async function sendPatiently(url: string, init: RequestInit, options: Sending): Promise<Response> {
  const { wait = sleep, patience = 30_000 } = options;
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptOnce(url, init, options);
    if ('response' in outcome) return outcome.response;
    const pause = pauseBefore(attempt, outcome.askedPause);
    if (!outcome.again || attempt === mostAttempts || waited + pause > patience) throw outcome.failure;
    waited += pause;
    await wait(pause);
  }
}

async function attemptOnce(url: string, init: RequestInit, { fetch: send = fetch, now = Date.now }: Sending): Promise<Attempt> {
  const method = init.method ?? 'GET';
  let response: Response;
  try {
    response = await whole(await send(url, { ...init, signal: AbortSignal.timeout(longestAnswer) }));
  } catch (cause) {
    return { failure: noAnswer(method, url, cause), again: isRepeatable(url, init), askedPause: undefined };
  }
  if (response.ok) return { response };
  const failure = await sharePointErrorOf(method, url, response);
  const again = failure.reason === 'throttled' || (failure.reason === 'unavailable' && isRepeatable(url, init));
  return { failure, again, askedPause: retryAfter(response.headers.get('Retry-After'), now()) };
}

/** The answer with its body read to the end: one that breaks off is no answer. */
async function whole(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, response);
}

/**
 * Whether doing it twice is as good as doing it once: reads, updates (guarded by ETag, or saying the same again), and the posts that only ask.
 * After 429 anything may be sent again, since it was turned away; after 503 or a dropped connection the work may have been done.
 */
function isRepeatable(url: string, { method = 'GET', headers }: RequestInit): boolean {
  if (method === 'GET') return true;
  if (new Headers(headers).get('X-HTTP-Method') === 'MERGE') return true;
  return /\/(?:contextinfo|ensureuser|addroleassignment\([^)]*\)|[\w.]*\.clientpeoplepickersearchuser)$/i.test(new URL(url).pathname);
}

/** `Retry-After` in milliseconds from now; it comes as seconds or as an HTTP date. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const pause = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(pause) ? undefined : Math.max(pause, 0);
}

/** At least as long as SharePoint asks; up to a quarter longer, so that many who were turned away do not come back together. */
function pauseBefore(attempt: number, asked: number | undefined): number {
  const least = asked ?? firstPause * 2 ** (attempt - 1);
  return Math.round(least * (1 + Math.random() / 4));
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Lets `most` through at a time; the rest wait their turn in order. */
function openGate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= most) await new Promise<void>((resolve) => queue.push(resolve));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}
