// The heads of units that have not answered an inventory are reminded: a week before its last day, on it, and when it is over (H21).
import { inventoryReminder, type Inventory, type InventoryStage } from '../domain/inventory';
import { readMended } from './commit';
import { answersIn, noticesToHeads } from './inventories';
import type { Telling } from './telling';

export function inventoryReminderKey({ reference }: Pick<Inventory, 'reference'>, stage: InventoryStage): string {
  return `remind ${reference} ${stage}`;
}

/** By the log. Gives the key it was told under; none when there was nothing to tell. */
export async function remindOfInventory({ context, rules, tell }: Telling, reference: string): Promise<string | undefined> {
  const page = await readMended(context, context.inventories, reference);
  const stage = page && inventoryReminder(page.state, rules.inventory.waking, context.now());
  if (page === undefined || stage === undefined) return undefined;
  const key = inventoryReminderKey(page.state, stage);
  await tell(key, await noticesToHeads(context, page.state, await answersIn(context, reference), stage));
  return key;
}
