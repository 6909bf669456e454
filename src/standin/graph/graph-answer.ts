// What Graph answers: a body, or one of its errors with code and status.

/** Graph's answer to one request. */
export type GraphAnswer = { readonly ok: true; readonly body: Readonly<Record<string, unknown>> } | GraphError;

/** An error as Graph names it: clients branch on `code`. */
export interface GraphError {
  readonly ok: false;
  readonly status: number;
  readonly code: GraphErrorCode;
  readonly message: string;
}

/** Graph's codes with their statuses; `notSupported` is what the stand-in says of what it does not know. */
const statuses = {
  InvalidAuthenticationToken: 401,
  Authorization_RequestDenied: 403,
  BadRequest: 400,
  Request_ResourceNotFound: 404,
  notSupported: 501
} as const;

export type GraphErrorCode = keyof typeof statuses;

/** An error with the status that belongs to its code. */
export function graphError(code: GraphErrorCode, message: string): GraphError {
  return { ok: false, status: statuses[code], code, message };
}
