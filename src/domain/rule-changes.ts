// What a municipality has changed of the legal rules as they are shipped: receivers, portals and thresholds, each with source and valid-from (domain.md 1 fact 3).
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { regimes, type Condition, type LegalRule, type LegalRules, type Regime, type RegimeRules, type Sourced } from './legal-rules';
import { Person } from './person';

/** The one aggregate of the log that all changes stand in. */
export const rulesAggregate = 'L-0001';

/** Longest texts, in characters; `number` is the highest a threshold can be. */
export const ruleLimits = { line: 200, source: 300, number: 1_000_000_000 } as const;

/** `validFrom` is a Swedish calendar day (YYYY-MM-DD); `isRead`: whoever changed it has read the source itself. `at` is UTC, ISO 8601. */
const how = {
  regime: z.enum(regimes),
  source: z.string(),
  validFrom: z.iso.date(),
  isRead: z.boolean(),
  by: Person,
  at: z.iso.datetime()
};

/** A receiver takes the place of the one before from a day on; a threshold is the number of one of the shipped rules, with the words that say it. */
const RuleChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receiver'), ...how, name: z.string(), portal: z.string() }),
  z.object({
    kind: z.literal('threshold'),
    ...how,
    rule: z.string(),
    number: z.int().nonnegative(),
    words: z.object({ sv: z.string(), en: z.string(), fi: z.string() })
  })
]);
export type RuleChange = Readonly<z.infer<typeof RuleChange>>;

/** All changes there have been, in the order they were made; none is taken away. */
export const RuleChanges = z.object({ reference: z.literal(rulesAggregate), changes: z.array(RuleChange).readonly() });
export type RuleChanges = Readonly<z.infer<typeof RuleChanges>>;

export const noChanges: RuleChanges = { reference: rulesAggregate, changes: [] };

/** The shipped rules with the changes in them, all times together. The version of a regime says how many changes of it there are. */
export function changedRules(shipped: LegalRules, { changes }: RuleChanges): LegalRules {
  const all = regimes.map((regime): [Regime, RegimeRules] => {
    const own = changes.filter((change) => change.regime === regime);
    const rules = own.reduce(withChange, shipped[regime]);
    return [regime, own.length === 0 ? rules : { ...rules, version: `${rules.version}+${own.length}` }];
  });
  return Object.fromEntries(all) as Record<Regime, RegimeRules>;
}

/** The rules of a regime that are met by a number, which can be changed; each as it was first. */
export function thresholdsOf({ duties }: Pick<RegimeRules, 'duties'>): readonly LegalRule[] {
  return duties.filter((rule, index) => numberOf(rule) !== undefined && duties.findIndex(({ id }) => id === rule.id) === index);
}

/** The number that a rule is met by, where it is met by one. */
export function numberOf({ when }: Pick<LegalRule, 'when'>): number | undefined {
  const [number] = when.flatMap((one) => ('is' in one ? [] : ['moreThan' in one ? one.moreThan : one.atLeast]));
  return number;
}

function withChange(rules: RegimeRules, change: RuleChange): RegimeRules {
  const sourced: Sourced = { source: change.source, validFrom: change.validFrom, checked: change.isRead ? 'primary' : 'check' };
  if (change.kind === 'receiver') {
    return { ...rules, receivers: succeeded(rules.receivers, { name: change.name, portal: change.portal, ...sourced }) };
  }
  const place = rules.duties.findIndex(({ id }) => id === change.rule);
  const held = rules.duties.filter(({ id }) => id === change.rule);
  const [first] = held;
  if (first === undefined) return rules;
  const { id, words } = { id: first.id, words: change.words };
  const now = succeeded(held, { id, words, when: first.when.map((one) => withNumber(one, change.number)), ...sourced });
  const others = rules.duties.filter((rule) => rule.id !== change.rule);
  return { ...rules, duties: [...others.slice(0, place), ...now, ...others.slice(place)] };
}

/** What held the day before ends then; what was said from that very day is replaced; what holds from a later day still does. */
function succeeded<S extends Sourced>(held: readonly S[], next: S): readonly S[] {
  const before = held
    .filter(({ validFrom }) => validFrom < next.validFrom)
    .map((one) => (one.validTo === undefined || one.validTo >= next.validFrom ? { ...one, validTo: dayBefore(next.validFrom) } : one));
  const later = held.filter(({ validFrom }) => validFrom > next.validFrom);
  const [first] = later.map(({ validFrom }) => validFrom).sort();
  return [...before, first === undefined ? next : { ...next, validTo: dayBefore(first) }, ...later];
}

function withNumber(condition: Condition, number: number): Condition {
  if ('is' in condition) return condition;
  const { question } = condition;
  return 'moreThan' in condition ? { question, moreThan: number } : { question, atLeast: number };
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
