// The multipart message of SharePoint's `$batch`: written as SharePoint takes it, and its flat answer read strictly (platform.md 5).

/** One request, as `fetch` takes it: the address is absolute, the body text or nothing. */
export interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

/** The most requests SharePoint takes in one batch (platform.md 5). */
export const mostParts = 100;

/**
 * The calls as one POST to `<site>/_api/$batch`, in their order; writes that follow each other share a change set. Who is asking goes with the whole:
 * the token, or the cookie with its form digest. All calls must be to one site and by the same caller.
 */
export function batchCall(calls: readonly [Call, ...Call[]]): Call {
  const boundary = `batch_${crypto.randomUUID()}`;
  const [{ url, init }] = calls;
  return {
    url: `${siteOf(url) ?? ''}/_api/$batch`,
    init: {
      ...init,
      method: 'POST',
      headers: { ...asker(calls), Accept: 'application/json', 'Content-Type': `multipart/mixed; boundary=${boundary}` },
      body: [...runsOf(calls).map((run) => `--${boundary}\n${runText(run)}`), `--${boundary}--\n`].join('')
    }
  };
}

/** The site that an address of its API belongs to, without a slash at the end; `undefined` for what cannot stand in a batch. */
export function siteOf(url: string): string | undefined {
  return /^(.+?)\/_api\/(?!\$batch|contextinfo)/i.exec(url)?.[1];
}

/**
 * The answers in the order of the calls. SharePoint gives them flat: change sets do not show. An answer that breaks off, or is none, gives fewer, and
 * of a part that is cut in two nothing is believed.
 */
export function batchAnswers(body: string, contentType: string | null): Response[] {
  const boundary = /boundary="?([^";\s]+)"?/i.exec(contentType ?? '')?.[1];
  if (boundary === undefined) return [];
  const [, ...pieces] = body.split(`--${boundary}`);
  const answers: Response[] = [];
  for (const piece of pieces.slice(0, -1)) {
    const answer = answerIn(piece);
    if (answer === undefined) return answers;
    answers.push(answer);
  }
  return answers;
}

const askerHeaders = ['authorization', 'x-requestdigest'];

function asker(calls: readonly Call[]): Readonly<Record<string, string>> {
  const all = calls.flatMap(({ init }) => [...new Headers(init.headers)]);
  return Object.fromEntries(all.filter(([name]) => askerHeaders.includes(name)));
}

/** Reads stand alone; writes in a row make one run. */
function runsOf(calls: readonly Call[]): readonly (readonly [Call, ...Call[]])[] {
  const runs: [Call, ...Call[]][] = [];
  for (const call of calls) {
    const last = runs.at(-1);
    if (last !== undefined && isWrite(call) && isWrite(last[0])) last.push(call);
    else runs.push([call]);
  }
  return runs;
}

function isWrite({ init }: Call): boolean {
  return (init.method ?? 'GET') !== 'GET';
}

function runText(run: readonly [Call, ...Call[]]): string {
  if (!isWrite(run[0])) return partText(run[0]);
  const boundary = `changeset_${crypto.randomUUID()}`;
  const parts = run.map((call) => `--${boundary}\n${partText(call)}`);
  return `Content-Type: multipart/mixed; boundary="${boundary}"\n\n${parts.join('')}--${boundary}--\n\n`;
}

const partHeaders = ['accept', 'content-type', 'if-match'];

/** The verb that `X-HTTP-Method` means stands in the request line. */
function partText({ url, init }: Call): string {
  const headers = new Headers(init.headers);
  const verb = headers.get('X-HTTP-Method') ?? init.method ?? 'GET';
  const lines = [...headers].filter(([name]) => partHeaders.includes(name)).map(([name, value]) => `${name}: ${value}`);
  const head = ['Content-Type: application/http', 'Content-Transfer-Encoding: binary', '', `${verb} ${url} HTTP/1.1`, ...lines];
  const body = typeof init.body === 'string' ? `${init.body}\n\n` : '';
  return `${head.join('\n')}\n\n${body}`;
}

/** `<headers> CRLF CRLF HTTP/1.1 <status> <text> CRLF <headers> CRLF CRLF <body> CRLF` */
function answerIn(piece: string): Response | undefined {
  const [, status, headerText, body] =
    /^\r?\n(?:[^\r\n]+\r?\n)*\r?\nHTTP\/1\.1 (\d{3})[^\r\n]*\r?\n((?:[^\r\n]+\r?\n)*)\r?\n([^]*)$/.exec(piece) ?? [];
  if (status === undefined) return undefined;
  const headers = (headerText ?? '').split(/\r?\n/).flatMap((line) => headerIn(line));
  const text = (body ?? '').replace(/\r?\n$/, '');
  return new Response(hasBody(Number(status)) ? text : null, { status: Number(status), headers });
}

function headerIn(line: string): [string, string][] {
  const colon = line.indexOf(':');
  return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
}

/** What `Response` takes no body for. */
function hasBody(status: number): boolean {
  return ![204, 205, 304].includes(status);
}
