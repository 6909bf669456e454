// A delegation is ended before its days are over, by whoever made it or by the informationssäkerhetsansvarig.
import { z } from 'zod';
import { facingDelegation } from '../domain/capacities';
import type { Delegation } from '../domain/delegation';
import { refused } from '../domain/outcome';
import { numberIn } from '../domain/reference-number';
import { refusalTo } from '../domain/permissions';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Request } from './context';

export const EndDelegationInput = z.strictObject({ reference: numberIn('D') });
export type EndDelegationInput = Readonly<z.infer<typeof EndDelegationInput>>;

export async function endDelegation(
  context: Context,
  request: Request<EndDelegationInput>
): Promise<Answer<Delegation, 'not-found' | 'not-allowed' | 'wrong-state'>> {
  const { command, actor, input } = request;
  const [known, page] = await Promise.all([
    alreadyDone(context, context.delegations, command),
    readMended(context, context.delegations, input.reference)
  ]);
  if (known !== undefined) return told(known);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo('end-delegation', facingDelegation(actor, page.state));
  if (refusal !== undefined) return refused(refusal);
  const outcome = await commit(context, context.delegations, input.reference, page, {
    event: 'delegation-ended',
    command,
    actor,
    from: 'active',
    to: 'ended',
    state: { ...page.state, state: 'ended', endedBy: actor.person, endedAt: context.now() }
  });
  return outcome.ok ? told(outcome.state) : outcome;
}
