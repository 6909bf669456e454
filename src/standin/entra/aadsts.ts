// Entra's refusals: each AADSTS number with its OAuth error, its HTTP status and the JSON they are sent as.
import { randomUUID } from 'node:crypto';

/**
 * The refusals this Entra knows, by AADSTS number: OAuth error and HTTP status of the token endpoint. Numbers and errors as in
 * Microsoft's list (learn.microsoft.com/entra/identity-platform/reference-error-codes); the status is 401 for a client that failed to prove itself.
 */
const refusals = {
  28000: { error: 'invalid_scope', status: 400 },
  50011: { error: 'invalid_request', status: 400 },
  50027: { error: 'invalid_client', status: 401 },
  50057: { error: 'invalid_grant', status: 400 },
  50058: { error: 'login_required', status: 400 },
  54005: { error: 'invalid_grant', status: 400 },
  65001: { error: 'invalid_grant', status: 400 },
  70000: { error: 'invalid_grant', status: 400 },
  70003: { error: 'unsupported_grant_type', status: 400 },
  70008: { error: 'invalid_grant', status: 400 },
  90002: { error: 'invalid_tenant', status: 400 },
  90014: { error: 'invalid_request', status: 400 },
  90023: { error: 'invalid_request', status: 400 },
  500011: { error: 'invalid_resource', status: 400 },
  501481: { error: 'invalid_grant', status: 400 },
  501491: { error: 'invalid_request', status: 400 },
  700016: { error: 'unauthorized_client', status: 400 },
  700021: { error: 'invalid_client', status: 401 },
  700023: { error: 'invalid_client', status: 401 },
  700024: { error: 'invalid_client', status: 401 },
  700025: { error: 'invalid_client', status: 401 },
  700027: { error: 'invalid_client', status: 401 },
  700054: { error: 'unsupported_response_type', status: 400 },
  700082: { error: 'invalid_grant', status: 400 },
  900144: { error: 'invalid_request', status: 400 },
  900561: { error: 'invalid_request', status: 400 },
  1002012: { error: 'invalid_scope', status: 400 },
  7000215: { error: 'invalid_client', status: 401 },
  7000218: { error: 'invalid_client', status: 401 },
  9002325: { error: 'invalid_request', status: 400 },
  9002326: { error: 'invalid_request', status: 400 }
} as const;

/** The number in AADSTS…. */
export type AadstsNumber = keyof typeof refusals;

/** A refusal on its way out: `reason` is for callers to branch on, `text` for the developer who reads it. */
export interface Refusal {
  readonly ok: false;
  readonly reason: AadstsNumber;
  readonly text: string;
}

/** A refusal with Entra's number. The text says who was refused, why, and what to do. */
export function refuse(reason: AadstsNumber, text: string): Refusal {
  return { ok: false, reason, text };
}

/** The OAuth error and the HTTP status that go with a refusal. */
export function oauthErrorOf({ reason }: Refusal): { readonly error: string; readonly status: number } {
  return refusals[reason];
}

/** The JSON body of a refusal, in the shape of the token endpoint. */
export function refusalBody(refusal: Refusal, { now }: { readonly now: Date }): Record<string, unknown> {
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const ids = { trace_id: randomUUID(), correlation_id: randomUUID() };
  const trailer = `Trace ID: ${ids.trace_id} Correlation ID: ${ids.correlation_id} Timestamp: ${timestamp}`;
  return {
    error: refusals[refusal.reason].error,
    error_description: `AADSTS${refusal.reason}: ${refusal.text} ${trailer}`,
    error_codes: [refusal.reason],
    timestamp,
    ...ids
  };
}
