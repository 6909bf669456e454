// Why somebody cannot decide a classification: the service's own rules, said before anybody presses in vain (H45).
import type { Classification } from '../../domain/classification';

export type Hindrance = 'none' | 'not-decider' | 'same-person' | 'not-waiting';

/** `me` is the person's Entra object id. */
export function hindranceTo({ state, decider, proposer }: Classification, me: string): Hindrance {
  if (state !== 'submitted') return 'not-waiting';
  if (decider.id !== me) return 'not-decider';
  return proposer.id === me ? 'same-person' : 'none';
}
