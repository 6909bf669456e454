// The informationssäkerhetsansvarig changes a receiver, a portal or a threshold of the legal rules, with source and the day it holds from (domain.md 1 fact 3).
import { z } from 'zod';
import { facingNew } from '../domain/capacities';
import { regimes, type LegalRules } from '../domain/legal-rules';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { changedRules, noChanges, ruleLimits, rulesAggregate, thresholdsOf, type RuleChanges } from '../domain/rule-changes';
import { earliestMoment } from '../domain/swedish-time';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, commit, commitFirst, readMended, type Change } from './commit';
import { told, type Answer, type Context, type Request } from './context';

const how = {
  regime: z.enum(regimes),
  source: writtenVisibly(ruleLimits.source),
  validFrom: z.iso.date().refine((day) => day >= earliestMoment.slice(0, 10)),
  isRead: z.boolean()
};
const line = writtenVisibly(ruleLimits.line);

/** `rule` is one of the shipped thresholds, and `words` what it says with the new number. `validFrom` is a Swedish calendar day (YYYY-MM-DD). */
export const ChangeLegalRulesInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receiver'), ...how, name: line, portal: line }),
  z.strictObject({
    kind: z.literal('threshold'),
    ...how,
    rule: z.string().max(60),
    number: z.int().min(0).max(ruleLimits.number),
    words: z.strictObject({ sv: line, en: line, fi: line })
  })
]);
export type ChangeLegalRulesInput = Readonly<z.infer<typeof ChangeLegalRulesInput>>;

/** A row of a list and an entry of the log hold so much text (platform.md 5), in UTF-16 units. */
const mostText = 60_000;

export async function changeLegalRules(
  context: Context,
  shipped: LegalRules,
  { command, actor, input }: Request<ChangeLegalRulesInput>
): Promise<Answer<RuleChanges, 'not-allowed' | 'unknown-rule' | 'too-large'>> {
  const [known, page] = await Promise.all([
    alreadyDone(context, context.rules, command),
    readMended(context, context.rules, rulesAggregate)
  ]);
  if (known !== undefined) return told(known);
  const refusal = refusalTo('change-legal-rules', facingNew(actor));
  if (refusal !== undefined) return refused(refusal);
  if (input.kind === 'threshold' && !isThreshold(shipped, input)) return refused('unknown-rule');
  const before = page?.state ?? noChanges;
  const state: RuleChanges = { ...before, changes: [...before.changes, { ...input, by: actor.person, at: context.now() }] };
  if (JSON.stringify(state).length > mostText) return refused('too-large');
  const change: Change<RuleChanges> = {
    event: 'legal-rules-changed',
    command,
    actor,
    from: '',
    to: input.regime,
    reason: input.source,
    state
  };
  const outcome =
    page === undefined
      ? await commitFirst(context, context.rules, rulesAggregate, change)
      : await commit(context, context.rules, rulesAggregate, page, change);
  return outcome.ok ? told(outcome.state) : outcome;
}

/** The rules as they stand in the record: what is shipped, with what has been changed. */
export async function rulesInRecord({ log, rules }: Pick<Context, 'log' | 'rules'>, shipped: LegalRules): Promise<LegalRules> {
  const entry = await log.latest(rulesAggregate);
  return entry === undefined ? shipped : changedRules(shipped, rules.parse(entry.state));
}

function isThreshold(shipped: LegalRules, { regime, rule }: Extract<ChangeLegalRulesInput, { readonly kind: 'threshold' }>): boolean {
  return thresholdsOf(shipped[regime]).some(({ id }) => id === rule);
}
