// A delegation is ended before its days are over, by whoever made it or by the informationssäkerhetsansvarig.
import { z } from 'zod';
import { facingDelegation } from '../domain/capacities';
import type { Delegation } from '../domain/delegation';
import { done } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { changeState } from './change-state';
import type { Answer, Context, Request } from './context';

export const EndDelegationInput = z.strictObject({ reference: numberIn('D') });
export type EndDelegationInput = Readonly<z.infer<typeof EndDelegationInput>>;

export function endDelegation(
  context: Context,
  request: Request<EndDelegationInput>
): Promise<Answer<Delegation, 'not-found' | 'not-allowed' | 'wrong-state'>> {
  const { actor } = request;
  return changeState(context, request, {
    register: context.delegations,
    refusal: (delegation) => refusalTo('end-delegation', facingDelegation(actor, delegation)),
    event: 'delegation-ended',
    take: (delegation) => done({ ...delegation, state: 'ended', endedBy: actor.person, endedAt: context.now() })
  });
}
