// The informationssäkerhetsansvarig closes an inventory: what the units have answered stands, and nobody is reminded any more (H21).
import { z } from 'zod';
import { facingInventory } from '../domain/capacities';
import type { Inventory } from '../domain/inventory';
import { done } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { changeState } from './change-state';
import type { Answer, Context, Request } from './context';

export const CloseInventoryInput = z.strictObject({ reference: numberIn('N') });
export type CloseInventoryInput = Readonly<z.infer<typeof CloseInventoryInput>>;

export function closeInventory(
  context: Context,
  request: Request<CloseInventoryInput>
): Promise<Answer<Inventory, 'not-found' | 'not-allowed' | 'wrong-state'>> {
  const { actor } = request;
  return changeState(context, request, {
    register: context.inventories,
    refusal: (inventory) => refusalTo('close-inventory', facingInventory(actor, inventory, undefined)),
    event: 'inventory-closed',
    take: (inventory) => done({ ...inventory, state: 'closed', closedBy: actor.person, closedAt: context.now() })
  });
}
