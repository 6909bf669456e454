// The manager of a unit says that its part of the register is complete per a day, or what is missing; again if they like, as long as the inventory is open (H21).
import { z } from 'zod';
import { facingInventory } from '../domain/capacities';
import { canHoldFor, inventoryLimits, type UnitAnswer } from '../domain/inventory';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { swedishDay } from '../domain/swedish-time';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Request } from './context';

/** `reference` is the number of the unit's answer. `asOf` is the day it holds for (Swedish calendar); today when it is not said. */
const about = { reference: numberIn('E'), asOf: z.iso.date().optional() };

/** The name of something that is missing: one line. */
const name = writtenVisibly(inventoryLimits.name).refine((line) => !line.includes('\n'));

export const AnswerInventoryInput = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('complete'), ...about }),
  z.strictObject({
    state: z.literal('missing'),
    ...about,
    text: writtenVisibly(inventoryLimits.text),
    names: z.array(name).max(inventoryLimits.names).readonly()
  })
]);
export type AnswerInventoryInput = Readonly<z.infer<typeof AnswerInventoryInput>>;

type Refusal = 'not-found' | 'not-allowed' | 'wrong-state' | 'wrong-day';

export async function answerInventory(context: Context, request: Request<AnswerInventoryInput>): Promise<Answer<UnitAnswer, Refusal>> {
  const { command, actor, input } = request;
  const [known, page] = await Promise.all([
    alreadyDone(context, context.unitAnswers, command),
    readMended(context, context.unitAnswers, input.reference)
  ]);
  if (known !== undefined) return told(known);
  if (page === undefined) return refused('not-found');
  const before = page.state;
  const [inventory, unit] = await Promise.all([
    readMended(context, context.inventories, before.inventory),
    context.directory.unit(before.unit)
  ]);
  if (inventory === undefined) return refused('not-found');
  const refusal = refusalTo('answer-inventory', facingInventory(actor, inventory.state, unit));
  if (refusal !== undefined) return refused(refusal);
  const at = context.now();
  const asOf = input.asOf ?? swedishDay(at);
  if (!canHoldFor(asOf, inventory.state, at)) return refused('wrong-day');
  const missing = input.state === 'missing' ? { text: input.text, names: input.names } : { text: '', names: [] };
  const outcome = await commit(context, context.unitAnswers, before.reference, page, {
    event: 'unit-answered',
    command,
    actor,
    from: before.state,
    to: input.state,
    reason: missing.text,
    state: { ...before, state: input.state, said: { by: actor.person, at, asOf, ...missing } }
  });
  return outcome.ok ? told(outcome.state) : outcome;
}
