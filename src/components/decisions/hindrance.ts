// Why somebody cannot decide a classification: the service's own rules, said before anybody presses in vain (H45).
import { assetHash } from '../../domain/asset';
import { facingClassification } from '../../domain/capacities';
import type { Classification } from '../../domain/classification';
import type { Delegation } from '../../domain/delegation';
import { refusalTo } from '../../domain/permissions';
import type { Actor, Person } from '../../domain/person';
import type { Case } from './read-case';

export type Hindrance = 'none' | 'not-waiting' | NonNullable<ReturnType<typeof refusalTo<'decide-classification'>>>;

/** As `hindranceTo`; what was changed since it was submitted can only be sent back. */
export function hindranceIn({ classification, asset, roles, by }: Case, me: Person): Hindrance | 'changed-meanwhile' {
  const hindrance = hindranceTo({ person: me, roles }, classification, by);
  return hindrance === 'none' && assetHash(asset) !== classification.assetHash ? 'changed-meanwhile' : hindrance;
}

/** One that does not wait for a decision shows what came of it, whoever looks. `by`: the delegation by which the person may decide in another's place. */
export function hindranceTo(actor: Actor, classification: Classification, by: Delegation | undefined): Hindrance {
  if (classification.state !== 'submitted') return 'not-waiting';
  return refusalTo('decide-classification', facingClassification(actor, classification, by?.deputy)) ?? 'none';
}
