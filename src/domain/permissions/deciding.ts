// Who decides what others propose, who lets another decide in their place, and who never decides.
import { all, row, type On, type Table } from './table';

export interface DelegationActs {
  readonly 'delegate-decisions': On<'new', 'not-allowed' | 'data-protection-decides'>;
  readonly 'end-delegation': On<'delegation', 'not-allowed' | 'wrong-state'>;
}

/** The objektägare decides (H45), or whom they have let; no role does, the informationssäkerhetsansvarig's neither but by delegation (H37). */
export const deciders = ['decider', 'deputy'] as const;
/** The dataskyddsombud advises and watches, and decides nothing (H57). */
export const independent = { 'data-protection': { never: 'data-protection-decides' } } as const;
/** Whoever made a delegation ends it; the informationssäkerhetsansvarig may, and may not make one. */
const delegationKeepers = ['information-security', 'decider'] as const;

export const delegations: Table<DelegationActs> = {
  'delegate-decisions': { new: row('not-allowed', { decider: 'may', ...independent }) },
  'end-delegation': {
    active: row('not-allowed', all(delegationKeepers, 'may')),
    ended: row('not-allowed', all(delegationKeepers, 'wrong-state'))
  }
};
