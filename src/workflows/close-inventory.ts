// The informationssäkerhetsansvarig closes an inventory: what the units have answered stands, and nobody is reminded any more (H21).
import { z } from 'zod';
import { facingInventory } from '../domain/capacities';
import type { Inventory } from '../domain/inventory';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Request } from './context';

export const CloseInventoryInput = z.strictObject({ reference: numberIn('N') });
export type CloseInventoryInput = Readonly<z.infer<typeof CloseInventoryInput>>;

export async function closeInventory(
  context: Context,
  { command, actor, input }: Request<CloseInventoryInput>
): Promise<Answer<Inventory, 'not-found' | 'not-allowed' | 'wrong-state'>> {
  const [known, page] = await Promise.all([
    alreadyDone(context, context.inventories, command),
    readMended(context, context.inventories, input.reference)
  ]);
  if (known !== undefined) return told(known);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo('close-inventory', facingInventory(actor, page.state, undefined));
  if (refusal !== undefined) return refused(refusal);
  const outcome = await commit(context, context.inventories, input.reference, page, {
    event: 'inventory-closed',
    command,
    actor,
    from: 'open',
    to: 'closed',
    state: { ...page.state, state: 'closed', closedBy: actor.person, closedAt: context.now() }
  });
  return outcome.ok ? told(outcome.state) : outcome;
}
