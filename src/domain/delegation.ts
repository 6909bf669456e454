// Delegations: an objektägare or a förvaltningschef lets somebody else decide in their place for a time, and nobody decides for another without one (H31, H37).
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Person } from './person';
import { swedishDay } from './swedish-time';

/** Upprättad, avslutad. That its days are over does not end it in the record; it is just no longer in force. */
export const delegationStates = ['active', 'ended'] as const;

/** Whole days, `YYYY-MM-DD`, in the Swedish calendar; the first and the last are included. */
export const Period = z.object({ from: z.iso.date(), to: z.iso.date() });
export type Period = Readonly<z.infer<typeof Period>>;

/** A delegation as the record keeps it. `by` is whose decisions it is about: on classifications, and on measures for what assets lack. Times are UTC, ISO 8601. */
export const Delegation = z.object({
  ...Period.shape,
  reference: z.string(),
  by: Person,
  deputy: Person,
  state: z.enum(delegationStates),
  madeAt: z.iso.datetime(),
  endedBy: Person.optional(),
  endedAt: z.iso.datetime().optional()
});
export type Delegation = Readonly<z.infer<typeof Delegation>>;

/** `at` is UTC, ISO 8601. */
export function isInForce({ state, from, to }: Pick<Delegation, 'state' | 'from' | 'to'>, at: string): boolean {
  const today = swedishDay(at);
  return state === 'active' && !isBefore(today, from) && !isBefore(to, today);
}

/** Ends no earlier than it begins, and has not ended already at `at` (UTC). */
export function isPeriodToCome({ from, to }: Period, at: string): boolean {
  return !isBefore(to, from) && !isBefore(to, swedishDay(at));
}

/** Who may decide in the decider's place by this delegation, at `at` (UTC). */
export function deputyBy(delegation: Delegation | undefined, decider: Person, at: string): Person | undefined {
  return delegation?.by.id === decider.id && isInForce(delegation, at) ? delegation.deputy : undefined;
}

function isBefore(day: string, other: string): boolean {
  return Temporal.PlainDate.compare(day, other) < 0;
}
