// How much one person or one stranger may ask for: so much that nobody in distress meets it, and so little that nobody can exhaust the service.
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, MemoryStore, rateLimit, type Options } from 'express-rate-limit';

export interface Limits {
  /** Commands of one person in a minute. */
  readonly commands: number;
  /** Messages and presses of one person to the bot in a minute. */
  readonly activities: number;
  /** Files of one person in a minute, by tab or chat. */
  readonly files: number;
  /** Refusals of one address in a minute that are told apart and logged; nobody who proves who they are is counted or stopped. */
  readonly refusals: number;
}

/** Two presses a second for a whole minute are let through. */
export const usualLimits: Limits = { commands: 120, activities: 120, files: 40, refusals: 60 };

const minute = 60_000;

/** Stops with 429 `too-many` and `Retry-After` what `keyOf` has asked for more than `limit` times in a minute. */
export function limitPerMinute(limit: number, keyOf: (request: Request, response: Response) => string): RequestHandler {
  return rateLimit({
    windowMs: minute,
    limit,
    keyGenerator: keyOf,
    legacyHeaders: false,
    standardHeaders: 'draft-7',
    handler: (_request, response) => void response.status(429).json({ ok: false, reason: 'too-many' })
  });
}

/** The address of the peer, not what a header claims; of IPv6 the network, since one household has them all. */
export function addressOf({ socket }: Request): string {
  return ipKeyGenerator(socket.remoteAddress ?? '');
}

/** How a sender stands: `at-limit` once, with the first that is too many. */
export type Allowance = 'within' | 'at-limit' | 'beyond';

/** Counts what each sender sends in a minute, for doors that do not answer with HTTP. */
export function allowancePerMinute(limit: number): (sender: string) => Promise<Allowance> {
  const store = new MemoryStore();
  store.init({ windowMs: minute } as Options);
  return async (sender) => {
    const { totalHits } = await store.increment(sender);
    if (totalHits <= limit) return 'within';
    return totalHits === limit + 1 ? 'at-limit' : 'beyond';
  };
}
