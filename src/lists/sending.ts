// How requests to SharePoint are sent: few at a time, waiting when asked to, together when begun together, and never a create twice (platform.md 4).
import type { Queryable } from '@pnp/queryable';
import { batchAnswers, batchCall, type Call } from './batch-message';
import { gathering, type Waiting } from './gathering';
import { noAnswer, sharePointErrorOf, type SharePointError } from './sharepoint-error';

export interface Sending {
  readonly fetch?: typeof fetch;
  /** Waits some milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly now?: () => number;
  /** The longest all waits of one request may be together, in milliseconds; 30 seconds when absent. */
  readonly patience?: number;
  /** Which requests go as one batch when they are begun together: all of them (when absent), or those that ask for it with `together`. */
  readonly gather?: 'all' | 'asked';
}

const mostAtOnce = 6;
const mostAttempts = 5;
const firstPause = 500;
const longestAnswer = 30_000;

/** Replaces the library's own send and retry. Every answer that is not a success becomes a `SharePointError`. */
export function sending(options: Sending = {}): (instance: Queryable) => Queryable {
  const gate = openGate(mostAtOnce);
  const sendAll = (calls: readonly [Waiting, ...Waiting[]]): void => {
    // A fault of ours settles them too: a request that nobody answers would hang whoever waits for it.
    gate(() => sendPatiently(calls, options)).catch((fault: unknown) => calls.forEach(({ reject }) => reject(fault)));
  };
  const gather = gathering(sendAll);
  return (instance) => {
    instance.on.send.replace(
      (url: URL, { ownMethod, ...init }: GatheredInit) =>
        new Promise<Response>((resolve, reject) => {
          const call = { url: url.toString(), init: ownMethod === undefined ? init : { ...init, method: ownMethod }, resolve, reject };
          if (options.gather === 'asked' && ownMethod === undefined) sendAll([call]);
          else gather(call);
        })
    );
    return instance;
  };
}

/** `ownMethod`: of one that has asked for company. Until it is handed on it goes as a POST, as the batch will. */
interface GatheredInit extends RequestInit {
  readonly ownMethod?: string;
}

/**
 * For a query that is to go in one batch with others begun at the same time, where not all do: `query.using(together)`. A batch is a POST even when all
 * in it are reads, and SharePoint turns it away with 403 without a form digest, which the library gives to what is a POST when it asks who is calling.
 */
export function together<Q extends Queryable>(instance: Q): Q {
  instance.on.auth.prepend((url, { method = 'GET', ...init }) =>
    Promise.resolve([url, { ...init, method: 'POST', ownMethod: method } as RequestInit])
  );
  return instance;
}

/** What an attempt came to: an answer, or that another attempt is worth a pause. */
type Attempt =
  | { readonly response: Response }
  | { readonly failure: SharePointError; readonly again: boolean; readonly askedPause: number | undefined };

/** Each call is settled as soon as its own outcome is known; those worth another attempt go on, together. */
async function sendPatiently(calls: readonly [Waiting, ...Waiting[]], options: Sending): Promise<void> {
  const { wait = sleep, patience = 30_000 } = options;
  let left: readonly Waiting[] = calls;
  let waited = 0;
  for (let attempt = 1; isSome(left); attempt += 1) {
    const outcomes = await attempted(left, options);
    const pause = pauseBefore(attempt, outcomes);
    const isLast = attempt === mostAttempts || waited + pause > patience;
    left = left.filter((call, index) => !isSettled(call, outcomes[index], isLast));
    waited += pause;
    if (left.length > 0) await wait(pause);
  }
}

function isSome<V>(values: readonly V[]): values is readonly [V, ...V[]] {
  return values.length > 0;
}

/** Settles the call, unless another attempt is to be made of it. */
function isSettled(call: Waiting, outcome: Attempt | undefined, isLast: boolean): boolean {
  if (outcome === undefined) call.reject(missing(call).failure);
  else if ('response' in outcome) call.resolve(outcome.response);
  else if (isLast || !outcome.again) call.reject(outcome.failure);
  else return false;
  return true;
}

/** One outcome for each call, in their order. */
async function attempted(calls: readonly [Waiting, ...Waiting[]], options: Sending): Promise<readonly Attempt[]> {
  if (calls.length === 1) return [await attemptOnce(calls[0], options)];
  const batch = await attemptOnce(batchCall(calls), options);
  if (!('response' in batch)) return calls.map((call) => ofBatch(call, batch));
  const answers = batchAnswers(await batch.response.text(), batch.response.headers.get('Content-Type'));
  return Promise.all(
    calls.map(async (call, index) => {
      const answer = answers[index];
      return answer === undefined ? missing(call) : outcomeOf(call, answer, options);
    })
  );
}

/** When the batch itself fails: turned away, nothing was done; without an answer, any part may have been. */
function ofBatch(call: Call, { failure, askedPause }: Exclude<Attempt, { readonly response: Response }>): Attempt {
  return { failure, askedPause, again: isWorthRepeating(call, failure) };
}

/** A part that the answer to its batch does not hold: it may or may not have been done. */
function missing(call: Call): Exclude<Attempt, { readonly response: Response }> {
  const failure = noAnswer(call.init.method ?? 'GET', call.url, new Error('The answer to the batch does not hold this part.'));
  return { failure, again: isWorthRepeating(call, failure), askedPause: undefined };
}

async function attemptOnce(call: Call, options: Sending): Promise<Attempt> {
  const { fetch: send = fetch } = options;
  let response: Response;
  try {
    response = await whole(await send(call.url, { ...call.init, signal: AbortSignal.timeout(longestAnswer) }));
  } catch (cause) {
    const failure = noAnswer(call.init.method ?? 'GET', call.url, cause);
    return { failure, again: isWorthRepeating(call, failure), askedPause: undefined };
  }
  return outcomeOf(call, response, options);
}

async function outcomeOf(call: Call, response: Response, { now = Date.now }: Sending): Promise<Attempt> {
  if (response.ok) return { response };
  const failure = await sharePointErrorOf(call.init.method ?? 'GET', call.url, response);
  return { failure, again: isWorthRepeating(call, failure), askedPause: retryAfter(response.headers.get('Retry-After'), now()) };
}

/** The answer with its body read to the end: one that breaks off is no answer. */
async function whole(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, response);
}

/** After 429 anything may be sent again, since it was turned away; after 503 or a dropped connection the work may have been done. */
function isWorthRepeating(call: Call, { reason }: SharePointError): boolean {
  return reason === 'throttled' || (reason === 'unavailable' && isRepeatable(call));
}

/** Whether doing it twice is as good as doing it once: reads, updates (guarded by ETag, or saying the same again), and the posts that only ask. */
function isRepeatable({ url, init: { method = 'GET', headers } }: Call): boolean {
  if (method === 'GET') return true;
  if (new Headers(headers).get('X-HTTP-Method') === 'MERGE') return true;
  return /\/(?:contextinfo|getchanges|ensureuser|addroleassignment\([^)]*\)|[\w.]*\.clientpeoplepickersearchuser)$/i.test(
    new URL(url).pathname
  );
}

/** `Retry-After` in milliseconds from now; it comes as seconds or as an HTTP date. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const pause = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(pause) ? undefined : Math.max(pause, 0);
}

/** At least as long as SharePoint asks any of them; up to a quarter longer, so that many who were turned away do not come back together. */
function pauseBefore(attempt: number, outcomes: readonly Attempt[]): number {
  const asked = outcomes.flatMap((outcome) => ('response' in outcome || outcome.askedPause === undefined ? [] : [outcome.askedPause]));
  const least = asked.length > 0 ? Math.max(...asked) : firstPause * 2 ** (attempt - 1);
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
