// What the commands and the clock have in common about an inventory: its answers as the log has them, and whom a question goes to.
import type { Inventory, InventoryStage, UnitAnswer } from '../domain/inventory';
import type { Notice } from '../domain/notice';
import { readMended } from './commit';
import type { Context } from './context';

/** What the units have answered, as the log has it, in the order they were asked. */
export async function answersIn(context: Context, inventory: string): Promise<readonly UnitAnswer[]> {
  const numbers = await context.unitAnswers.numbersOf(inventory);
  const pages = await Promise.all(numbers.map((number) => readMended(context, context.unitAnswers, number)));
  return pages.flatMap((page) => (page === undefined ? [] : [page.state]));
}

/** To whoever heads each unit that has not answered, as the organisation is now; of several units one for each. */
export async function noticesToHeads(
  { directory }: Pick<Context, 'directory'>,
  { lastDay }: Inventory,
  answers: readonly UnitAnswer[],
  stage: InventoryStage
): Promise<readonly Notice[]> {
  const heads = new Map((await directory.units()).map(({ code, head }) => [code, head]));
  return answers.flatMap(({ reference, unit, unitName, state }): readonly Notice[] => {
    const head = heads.get(unit);
    return head === undefined || state !== 'asked'
      ? []
      : [{ kind: 'inventory-asked', to: head.id, reference, unit, unitName, lastDay, stage }];
  });
}
