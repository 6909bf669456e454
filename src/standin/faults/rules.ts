// What a fault is and which requests it strikes, as told to the control endpoint in JSON.
import { z } from 'zod';
import { verbOf } from '../http/message';

/** The method meant, as SharePoint takes it: `X-HTTP-Method` counts, PATCH and PUT are MERGE. */
const verb = z.string().transform((method, issues) => {
  const meant = verbOf(method, undefined);
  if (meant !== undefined) return meant;
  issues.addIssue({ code: 'custom', message: 'must be GET, POST, MERGE, PATCH, PUT or DELETE' });
  return z.NEVER;
});

const pattern = z.string().transform((source, issues) => {
  try {
    return new RegExp(source, 'i');
  } catch {
    issues.addIssue({ code: 'custom', message: 'must be a regular expression' });
    return z.NEVER;
  }
});

const match = z.strictObject({
  method: verb.exactOptional(),
  /** A regular expression without regard to case, looked for in the decoded path without its query. */
  path: pattern.exactOptional(),
  /** Lets so many matching requests pass first; 0 when absent. */
  after: z.int().min(0).default(0),
  /** Strikes so often, then never again; without end when absent. */
  times: z.int().positive().exactOptional(),
  /** From 0 to 1; 1 when absent. */
  probability: z.number().min(0).max(1).default(1),
  /** Strikes the part of that number of a `$batch` (the first is 1), or any of its parts, and never a whole request. `method` and `path` are then the part's. */
  part: z.union([z.int().positive(), z.literal('any')]).exactOptional()
});

const throttle = z
  .strictObject({
    status: z.union([z.literal(429), z.literal(503)]).default(429),
    /** `Retry-After` in seconds. */
    retryAfter: z.int().min(0).exactOptional(),
    /** `Retry-After` as the HTTP date so many seconds ahead. */
    retryAfterDate: z.int().min(0).exactOptional()
  })
  .refine(({ retryAfter, retryAfterDate }) => retryAfter === undefined || retryAfterDate === undefined, {
    message: 'has retryAfter or retryAfterDate, not both'
  });

const error = z.strictObject({
  status: z.int().min(400).max(599),
  code: z.string().min(1),
  message: z.string().default('A fault asked for.')
});

const faults = {
  throttle: throttle.exactOptional(),
  /** Milliseconds before the request is handled. */
  latency: z.int().positive().max(600_000).exactOptional(),
  /** The connection is cut: before anything is done, or when all is done and the answer was due. */
  drop: z.enum(['before', 'after']).exactOptional(),
  /** Answers writes as if their form digest had run out. */
  expireDigest: z.literal(true).exactOptional(),
  error: error.exactOptional()
};

const faultNames = ['throttle', 'latency', 'drop', 'expireDigest', 'error'] as const;

const rule = z
  .strictObject({ match: match.prefault({}), ...faults })
  .refine((given) => faultNames.filter((name) => given[name] !== undefined).length === 1, {
    message: `needs exactly one of ${faultNames.join(', ')}`
  })
  .refine(({ match: { part }, latency, drop, expireDigest }) => part === undefined || (latency ?? drop ?? expireDigest) === undefined, {
    message: 'a part of a batch can only be throttled or refused with an error'
  });

/** One rule or a list of them, as the body of a POST. */
export const rulesBody = z.preprocess((body: unknown): unknown => (Array.isArray(body) ? body : [body]), z.array(rule).min(1));

export type Rule = z.infer<typeof rule>;
export type Throttle = z.infer<typeof throttle>;
