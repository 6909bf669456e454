// How the rules answer: an expected refusal is a value with a reason, never an exception.

/** Done, with what came of it. */
export interface Done<V> {
  readonly ok: true;
  readonly value: V;
}

/** Refused, with a reason that callers branch on and the interface puts into words. */
export interface Refused<R extends string> {
  readonly ok: false;
  readonly reason: R;
}

export type Outcome<V, R extends string> = Done<V> | Refused<R>;

export function done<V>(value: V): Done<V> {
  return { ok: true, value };
}

export function refused<R extends string>(reason: R): Refused<R> {
  return { ok: false, reason };
}
