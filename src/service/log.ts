// The service's own log lines: what happened and how long it took, never content, tokens or names (domain.md 1).
import { types } from 'node:util';
import { pino, type DestinationStream, type LogFn, type Logger, type LoggerOptions } from 'pino';
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

/**
 * JSON lines on standard output, or on `destination`. Errors are told as faults wherever they are put; fields that by their name hold a secret or a
 * person are censored, and so is what looks like a secret anywhere in a line, should one slip in.
 */
export function openLog(destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    base: null,
    redact: { paths: censored.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[censored]' },
    hooks: {
      logMethod(said, log) {
        log.apply(this, withoutErrors(said));
      },
      streamWrite: withoutSecrets
    }
  };
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

/** Left to itself pino writes the message of an error, also as the line's own message. */
function withoutErrors([facts, ...words]: Parameters<LogFn>): Parameters<LogFn> {
  if (isError(facts)) return [{ fault: faultOf(facts) }, words.length === 0 ? 'error' : String(words[0])];
  if (typeof facts !== 'object' || facts === null) return [facts, ...words];
  const told = Object.entries(facts).map(([name, fact]: [string, unknown]) => (isError(fact) ? ['fault', faultOf(fact)] : [name, fact]));
  return [Object.fromEntries(told), ...words];
}

/** Tokens, keys, and what stands after the name of a secret in addresses, forms and connection strings. Inside one JSON text: nothing goes beyond a quote. */
const secrets: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/-----BEGIN [A-Z ]*KEY-----[^"]*/g, '[censored]'],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[censored]'],
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [censored]'],
  [
    /\b(AccountKey|SharedAccessKey|SharedAccessSignature|password|pwd|client_secret|client_assertion|access_token|refresh_token|id_token|sig)=[^;&"\\\s]+/gi,
    '$1=[censored]'
  ]
];

function withoutSecrets(line: string): string {
  return secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}

/** Our words and the codes of Node, Entra and SharePoint; nothing that could be a sentence. */
const word = z.string().regex(/^[\w.,: -]{1,80}$/);
const code = z.union([word, z.number()]).optional().catch(undefined);
const Known = z.object({
  code,
  status: z.number().optional().catch(undefined),
  reason: word.optional().catch(undefined),
  cause: z.object({ code }).optional().catch(undefined)
});

/** The error's kind, code, HTTP status and where in our code it was thrown. */
export function faultOf(error: unknown): Fault {
  if (!isError(error)) return { type: typeof error, at: [] };
  const { cause, status, reason, code = cause?.code } = Known.parse(error);
  return {
    type: error.name,
    ...(reason !== undefined && { reason }),
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    at: framesOf(error).slice(0, 6)
  };
}

/** The stack begins with the message, which may have lines of its own that look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const begin = stack.indexOf(message);
  const frames = begin === -1 ? '' : stack.slice(begin + message.length);
  return frames
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
}

function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}
