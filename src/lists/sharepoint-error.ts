// What SharePoint can answer instead of doing as asked, as one error with a reason.

/**
 * `not-found`, `forbidden`, `signed-out`: as it says. `throttled`: too many requests, and waiting as long as SharePoint asked was more than the
 * caller has patience for. `unavailable`: no answer, or one from a broken server; a write may or may not have been done. `conflict`: somebody else
 * wrote first (ETag, unique column). `unexpected`: anything else, also a row that is not what the schema says.
 */
export type SharePointReason = 'not-found' | 'forbidden' | 'signed-out' | 'throttled' | 'unavailable' | 'conflict' | 'unexpected';

interface Facts {
  readonly reason: SharePointReason;
  /** HTTP status; none when no answer came. */
  readonly status?: number;
  /** SharePoint's own code, such as `-2130575338, System.ArgumentException`. Its texts are localised and say nothing to code. */
  readonly code?: string;
  readonly cause?: unknown;
}

/** Thrown by everything in this folder. The message is for logs: it carries addresses of lists, never what stands in them. */
export class SharePointError extends Error {
  readonly reason: SharePointReason;
  readonly status: number | undefined;
  readonly code: string | undefined;

  constructor(message: string, { reason, status, code, cause }: Facts) {
    super(message, { cause });
    this.name = 'SharePointError';
    this.reason = reason;
    this.status = status;
    this.code = code;
  }
}

export function isSharePointError(error: unknown, ...reasons: readonly SharePointReason[]): error is SharePointError {
  return error instanceof SharePointError && (reasons.length === 0 || reasons.includes(error.reason));
}

/** The error in an answer that is not a success. */
export async function sharePointErrorOf(method: string, url: string, response: Response): Promise<SharePointError> {
  const { status } = response;
  const code = codeIn(await response.text());
  const message = `SharePoint answered ${status}${code === undefined ? '' : ` (${code})`} to ${method} ${pathOf(url)}.`;
  return new SharePointError(message, { reason: reasonOf(status, code), status, ...(code !== undefined && { code }) });
}

/** The error when no answer came. */
export function noAnswer(method: string, url: string, cause: unknown): SharePointError {
  return new SharePointError(`SharePoint did not answer ${method} ${pathOf(url)}.`, { reason: 'unavailable', cause });
}

/** Codes of platform.md 5. A duplicate in a unique column comes as 500, a name that is taken as 400, a form digest that is missing (…251) or old (…252) as 403. */
const reasonsByCode: readonly (readonly [code: string, reason: SharePointReason])[] = [
  ['-2130575169', 'conflict'],
  ['-2130246326', 'conflict'],
  ['-2130575257', 'conflict'],
  ['-2130575251', 'signed-out'],
  ['-2130575252', 'signed-out']
];

function reasonOf(status: number, code: string | undefined): SharePointReason {
  const byCode = reasonsByCode.find(([start]) => code?.startsWith(start) === true);
  if (byCode !== undefined) return byCode[1];
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429) return 'throttled';
  return status === 502 || status === 503 || status === 504 ? 'unavailable' : 'unexpected';
}

function codeIn(body: string): string | undefined {
  return /"code"\s*:\s*"([^"]{1,200})"/.exec(body)?.[1];
}

/** Without the query: filters name people. */
function pathOf(url: string): string {
  return new URL(url).pathname;
}
