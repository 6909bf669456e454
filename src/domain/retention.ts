// How long an incident is kept once it is settled (bevarande och gallring; arkivlagen 1990:782 10 §, H56).
import { handlingOf, type Incident } from './incident';
import { isSettled } from './incident-moves';
import type { Sourced } from './legal-rules';
import { done, refused, type Outcome } from './outcome';
import type { Severity } from './severity';
import { swedishDay } from './swedish-time';

/** `years` are whole calendar years after the one in which the incident was settled; without them it is kept for good (bevaras). */
export interface RetentionRule extends Sourced {
  readonly id: string;
  readonly severities: readonly Severity[];
  readonly years?: number;
}

/** `until`: the last Swedish calendar day (YYYY-MM-DD) on which it must be kept; absent where it is kept for good. */
export interface Retention {
  readonly rule: RetentionRule;
  readonly until?: string;
}

/** By the rule that held on the day it was settled. Nothing while it is open, nor where no rule speaks of it: what no plan lets go is kept. */
export function retentionOf(incident: Incident, rules: readonly RetentionRule[]): Retention | undefined {
  const settledAt = settledSince(incident);
  const { severity } = handlingOf(incident);
  if (settledAt === undefined || severity === undefined) return undefined;
  const day = swedishDay(settledAt);
  const rule = rules.find((one) => one.severities.includes(severity) && one.validFrom <= day && (one.validTo ?? day) >= day);
  if (rule?.years === undefined) return rule && { rule };
  return { rule, until: `${Number(day.slice(0, 4)) + rule.years}-12-31` };
}

/** The rule that lets it go at `at` (UTC, ISO 8601), with the last day it had to be kept; `to-be-kept` where none ever does. */
export function letGoBy(retention: Retention | undefined, at: string): Outcome<Required<Retention>, 'to-be-kept' | 'retention-left'> {
  if (retention?.until === undefined) return refused('to-be-kept');
  const { rule, until } = retention;
  return swedishDay(at) > until ? done({ rule, until }) : refused('retention-left');
}

/** When it was closed or dismissed for the last time (UTC, ISO 8601). */
function settledSince({ state, handling }: Incident): string | undefined {
  if (!isSettled(state)) return undefined;
  return handlingOf({ handling })
    .happenings.filter(({ from, to }) => from !== to && to === state)
    .at(-1)?.at;
}
