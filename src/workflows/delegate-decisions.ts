// An objektägare or a förvaltningschef lets somebody decide in their place, from one day to another (H31, H37); nobody can do it for them.
import { z } from 'zod';
import { facingOwnDecisions } from '../domain/capacities';
import { isPeriodToCome, Period, type Delegation } from '../domain/delegation';
import { refused } from '../domain/outcome';
import { refusalTo, rolesBarredFrom } from '../domain/permissions';
import type { Person } from '../domain/person';
import { alreadyDone, commitNew, newNumber } from './commit';
import { told, type Answer, type Context, type Request } from './context';
import { ownedBy } from './delegations';
import { departmentOf } from './department-head';
import { rolesFor, withRoles, type RolesOf } from './held-roles';
import { upn } from './owners';

/** `deputy` is a user principal name, looked up. */
export const DelegateDecisionsInput = z.strictObject({ ...Period.shape, deputy: upn.min(1) });
export type DelegateDecisionsInput = Readonly<z.infer<typeof DelegateDecisionsInput>>;

type Refusal = 'not-allowed' | 'data-protection-decides' | 'unknown-person' | 'data-protection-named' | 'own-deputy' | 'wrong-period';

export async function delegateDecisions(context: Context, request: Request<DelegateDecisionsInput>): Promise<Answer<Delegation, Refusal>> {
  const { command, actor, input } = request;
  const by = actor.person;
  const [known, number, deputy, rolesOf, owned, headed] = await Promise.all([
    alreadyDone(context, context.delegations, command),
    newNumber(context, 'D'),
    context.directory.person(input.deputy),
    rolesFor(context.directory, 'delegate-decisions'),
    ownedBy(context, by),
    departmentOf(by, context.directory)
  ]);
  if (known !== undefined) return told(known);
  const refusal = refusalTo('delegate-decisions', facingOwnDecisions(withRoles(actor, rolesOf), { owned, headed }));
  if (refusal !== undefined) return refused(refusal);
  if (deputy === undefined) return refused('unknown-person');
  const { from, to } = input;
  const fault = faultOf(by, deputy, rolesOf) ?? (isPeriodToCome(input, context.now()) ? undefined : 'wrong-period');
  if (fault !== undefined) return refused(fault);
  const delegation = await commitNew(context, context.delegations, number, (reference) => ({
    event: 'decisions-delegated',
    command,
    actor,
    from: '',
    to: 'active',
    state: { reference, by, deputy, from, to, state: 'active' as const, madeAt: context.now() }
  }));
  return told(delegation);
}

/** Nobody is their own deputy, nor anybody who may never decide (H57). */
function faultOf(by: Person, deputy: Person, rolesOf: RolesOf): 'own-deputy' | 'data-protection-named' | undefined {
  if (deputy.id === by.id) return 'own-deputy';
  const barred = rolesBarredFrom('decide-classification');
  return rolesOf(deputy).some((role) => barred.includes(role)) ? 'data-protection-named' : undefined;
}
