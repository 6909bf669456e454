// The body of a request as JSON: not too long, not nested so deep that walking it would break whoever does, and with no member that shadows what every object has.
import express, { Router, type RequestHandler } from 'express';

/** Teams' activities, cards and all, stay below thirty. */
const deepest = 100;

/**
 * `limit` as in `64kb`, of the body without compression. Answers 400 `invalid` or 413 `too-large` (src/service/http.ts). Refused as unreadable as well: a
 * member named `toString`, `__proto__` or the like, which nothing of ours and nothing in Teams is called. zod 4.6.7 compares the length of a value before it
 * has found that it is no text, and `{"length": {"toString": null}}` makes it throw instead of refuse.
 */
export function jsonBody(limit: string): RequestHandler {
  return Router().use(express.json({ limit, reviver: refuseShadowing }), refuseDeep);
}

function refuseShadowing(name: string, value: unknown): unknown {
  if (name in Object.prototype) throw new SyntaxError(`A member is named ${name}.`);
  return value;
}

const refuseDeep: RequestHandler = (request, response, next) => {
  if (isDeeperThan(deepest, request.body)) response.status(400).json({ ok: false, reason: 'invalid' });
  else next();
};

/** Level by level and not by recursion: `JSON.parse` takes any depth, but `JSON.stringify` overflows the stack at some thousand. */
function isDeeperThan(levels: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((part): unknown[] => (typeof part === 'object' && part !== null ? Object.values(part) : []));
  }
  return false;
}
