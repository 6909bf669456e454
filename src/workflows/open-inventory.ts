// The informationssäkerhetsansvarig opens an inventory: every unit is asked whether its part of the register is complete (H21).
import { z } from 'zod';
import { facingNew } from '../domain/capacities';
import { isLastDay, unitsToAsk, type Inventory, type UnitAnswer } from '../domain/inventory';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import type { Actor, Unit } from '../domain/person';
import { alreadyDone, commitNew, newNumber, readMended } from './commit';
import { commitManyNew, type Making } from './commit-many';
import { told, type Answer, type Context, type Request } from './context';
import { noticesToHeads } from './inventories';

/** `lastDay` is a day of the Swedish calendar (YYYY-MM-DD). */
export const OpenInventoryInput = z.strictObject({ lastDay: z.iso.date() });
export type OpenInventoryInput = Readonly<z.infer<typeof OpenInventoryInput>>;

type Refusal = 'not-allowed' | 'wrong-last-day' | 'inventory-open' | 'no-units';

/** Each unit is asked under a command of its own, made from this one: the same again asks those whom a crash left out, and nobody twice. */
export async function openInventory(context: Context, request: Request<OpenInventoryInput>): Promise<Answer<Inventory, Refusal>> {
  const { command, actor, input } = request;
  const [known, number, units] = await Promise.all([
    alreadyDone(context, context.inventories, command),
    newNumber(context, 'N'),
    context.directory.units()
  ]);
  const refusal = known === undefined ? await refusalOf(context, request, units) : undefined;
  if (refusal !== undefined) return refused(refusal);
  const inventory =
    known ??
    (await commitNew(context, context.inventories, number, (reference) => ({
      event: 'inventory-opened',
      command,
      actor,
      from: '',
      to: 'open',
      state: { reference, lastDay: input.lastDay, state: 'open' as const, openedBy: actor.person, openedAt: context.now() }
    })));
  const asked = await ask(context, request, inventory, unitsToAsk(units));
  return told(inventory, await noticesToHeads(context, inventory, asked, 'opened'));
}

async function refusalOf(
  context: Context,
  { actor, input }: { readonly actor: Actor; readonly input: OpenInventoryInput },
  units: readonly Unit[]
): Promise<Refusal | undefined> {
  const refusal = refusalTo('open-inventory', facingNew(actor));
  if (refusal !== undefined) return refusal;
  if (!isLastDay(input.lastDay, context.now())) return 'wrong-last-day';
  if (unitsToAsk(units).length === 0) return 'no-units';
  return (await isOneOpen(context)) ? 'inventory-open' : undefined;
}

/** Two at once would ask everybody twice. */
async function isOneOpen(context: Context): Promise<boolean> {
  const numbers = await context.inventories.numbersOf('open');
  const pages = await Promise.all(numbers.map((number) => readMended(context, context.inventories, number)));
  return pages.some((page) => page?.state.state === 'open');
}

/** As many as an import makes at once (src/domain/imported-rows.ts). */
const mostAtOnce = 100;

async function ask(
  context: Context,
  { command, actor }: Request<unknown>,
  { reference: inventory }: Inventory,
  units: readonly Unit[]
): Promise<readonly UnitAnswer[]> {
  const asked: UnitAnswer[] = [];
  for (let from = 0; from < units.length; from += mostAtOnce) {
    const makings = units.slice(from, from + mostAtOnce).map(
      ({ code: unit, name: unitName }): Making<UnitAnswer> =>
        (reference) => ({
          event: 'unit-asked',
          command: `${command}/${unit}`,
          actor,
          from: '',
          to: 'asked',
          state: { reference, inventory, unit, unitName, state: 'asked' }
        })
    );
    asked.push(...(await commitManyNew(context, context.unitAnswers, await newNumber(context, 'E'), makings)));
  }
  return asked;
}
