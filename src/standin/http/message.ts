// One REST request and its answer, apart from sockets, so that a batch part and a request of its own are the same thing.

export type Verb = 'GET' | 'POST' | 'MERGE' | 'DELETE';

export interface ApiRequest {
  readonly verb: Verb;
  /** What stands after `_api/`, percent-decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came: JSON in UTF-8, or the content of a file. */
  readonly bytes: Buffer;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes for the content of a file, otherwise text. */
  readonly body: string | Buffer;
}

/** The verb meant: `X-HTTP-Method` overrides POST; PATCH and PUT count as MERGE, as SharePoint takes them. Undefined: one it does not know. */
export function verbOf(method: string, override: string | undefined): Verb | undefined {
  return verbs.get((method.toUpperCase() === 'POST' && override !== undefined ? override : method).toUpperCase());
}

const verbs = new Map<string, Verb>([
  ['GET', 'GET'],
  ['POST', 'POST'],
  ['MERGE', 'MERGE'],
  ['PATCH', 'MERGE'],
  ['PUT', 'MERGE'],
  ['DELETE', 'DELETE']
]);
