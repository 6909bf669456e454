// Decisions let to somebody else.
import { delegateDecisions, DelegateDecisionsInput } from '../../workflows/delegate-decisions';
import { endDelegation, EndDelegationInput } from '../../workflows/end-delegation';
import type { Lines } from './lines';

export function delegationCommands({ line, ofAct }: Lines) {
  return {
    'delegate-decisions': line({
      name: 'delegate-decisions',
      input: DelegateDecisionsInput,
      carryOut: delegateDecisions,
      acts: ['delegate-decisions'],
      readsRoles: true
    }),
    'end-delegation': ofAct('end-delegation', EndDelegationInput, endDelegation)
  };
}
