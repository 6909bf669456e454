// The service's own log lines: what happened and how long it took, never content, tokens or names (domain.md 1).
import { pino, type DestinationStream, type Logger } from 'pino';
import { z } from 'zod';

/** What a log line may say of an error. Its message is left out: SharePoint's, Graph's and zod's repeat what was sent. */
export interface Fault {
  readonly type: string;
  /** Our own word for it, such as a `SharePointError`'s. */
  readonly reason?: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly at: readonly string[];
}

/** JSON lines on standard output, or on `destination`. Fields that by their name hold a secret or a person are censored, should one slip in. */
export function openLog(destination?: DestinationStream): Logger {
  const options = { base: null, redact: { paths: censored.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[censored]' } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

const censored = [
  'authorization',
  'token',
  'cookie',
  'body',
  'input',
  'text',
  'value',
  'name',
  'upn',
  'from',
  'err',
  'error',
  'message',
  'stack'
];

const code = z.union([z.string(), z.number()]).optional().catch(undefined);
const Known = z.object({
  code,
  status: z.number().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  cause: z.object({ code }).optional().catch(undefined)
});

/** The error's kind, code, HTTP status and where in our code it was thrown. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { cause, status, reason, code = cause?.code } = Known.parse(error);
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(reason !== undefined && { reason }),
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    at: at.slice(0, 6).map((line) => line.trim())
  };
}
