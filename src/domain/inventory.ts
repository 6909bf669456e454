// An inventory campaign (inventering): every unit says per what day its part of the register is complete, or what is missing (H21).
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Person, type Unit } from './person';
import { answeringUnits } from './register-overview';
import { latestReminder } from './reminders';
import { isEarlier, swedishDay } from './swedish-time';
import { inTreeOrder, type PlacedUnit } from './unit-tree';
import { morningOf, type WakingHours } from './waking-hours';

/** Pågår, avslutad. That its last day has passed does not close it: who has not answered is reminded, and can. */
export const inventoryStates = ['open', 'closed'] as const;
export type InventoryState = (typeof inventoryStates)[number];

/** A campaign as the record keeps it. `lastDay` is a day of the Swedish calendar, times are UTC, ISO 8601. */
export const Inventory = z.object({
  reference: z.string(),
  lastDay: z.iso.date(),
  state: z.enum(inventoryStates),
  openedBy: Person,
  openedAt: z.iso.datetime(),
  closedBy: Person.optional(),
  closedAt: z.iso.datetime().optional()
});
export type Inventory = Readonly<z.infer<typeof Inventory>>;

/** Ej svarat, komplett, något saknas. */
export const unitAnswerStates = ['asked', 'complete', 'missing'] as const;
export type UnitAnswerState = (typeof unitAnswerStates)[number];

/** Longest texts, in characters, and how many names of what is missing. */
export const inventoryLimits = { text: 1000, name: 200, names: 30 } as const;

/** What was answered last. `asOf` is the day (Swedish calendar) it holds for; `text` and `names` say what is missing, and are empty when nothing is. */
const Said = z.object({
  by: Person,
  at: z.iso.datetime(),
  asOf: z.iso.date(),
  text: z.string(),
  names: z.array(z.string()).readonly()
});

/** What one unit answers in one campaign (its number in `inventory`), as the record keeps it. `unit` is the unit's code. */
export const UnitAnswer = z.object({
  reference: z.string(),
  inventory: z.string(),
  unit: z.string(),
  unitName: z.string(),
  state: z.enum(unitAnswerStates),
  said: Said.optional()
});
export type UnitAnswer = Readonly<z.infer<typeof UnitAnswer>>;

/** A campaign that ends no earlier than the day of `now` (UTC), and within a year: it is made once a year (H21). */
export function isLastDay(day: string, now: string): boolean {
  const today = Temporal.PlainDate.from(swedishDay(now));
  return Temporal.PlainDate.compare(day, today) >= 0 && Temporal.PlainDate.compare(day, today.add({ years: 1 })) <= 0;
}

/** Whether an answer can hold for the day at `now` (UTC): not for days to come, nor for any before the unit was asked. */
export function canHoldFor(day: string, { openedAt }: Pick<Inventory, 'openedAt'>, now: string): boolean {
  return Temporal.PlainDate.compare(day, swedishDay(openedAt)) >= 0 && Temporal.PlainDate.compare(day, swedishDay(now)) <= 0;
}

/** The units that answer for a register of their own, in tree order. */
export function unitsToAsk(units: readonly Unit[]): readonly Unit[] {
  const answering = new Set(answeringUnits(units).map(({ code }) => code));
  return inTreeOrder(units).flatMap(({ unit }) => (answering.has(unit.code) ? [unit] : []));
}

/** How many units were asked, and how many of them have said what. `withoutHead`: of those that have not answered, how many have nobody to be asked. */
export interface Completeness extends Readonly<Record<UnitAnswerState, number>> {
  readonly all: number;
  readonly withoutHead: number;
}

/** A unit of the organisation in its place, what it answered itself if it was asked, and how it stands with all beneath it; `codes` are its own and theirs. */
export interface PlacedCompleteness extends PlacedUnit {
  readonly answer?: UnitAnswer;
  readonly codes: ReadonlySet<string>;
  readonly completeness: Completeness;
}

/** Nämnd, förvaltning and enhet in tree order. A unit that was asked and is no longer in the organisation stands last, by the name it had. */
export function completenessByUnit(answers: readonly UnitAnswer[], units: readonly Unit[]): readonly PlacedCompleteness[] {
  const known = new Set(units.map(({ code }) => code));
  const gone = answers.filter(({ unit }) => !known.has(unit)).map(({ unit: code, unitName: name }): Unit => ({ code, name, kind: 'unit' }));
  const all = [...units, ...gone];
  const placed = inTreeOrder(all);
  return placed.map(({ unit, depth }, index) => {
    const codes = codesFrom(placed, index);
    const answer = answers.find((one) => one.unit === unit.code);
    const beneath = answers.filter((one) => codes.has(one.unit));
    return { unit, depth, ...(answer !== undefined && { answer }), codes, completeness: completenessOf(beneath, all) };
  });
}

/** As they stand below one another, and not by who says to belong to whom: of units that are above one another each is counted once. */
function codesFrom(placed: readonly PlacedUnit[], index: number): ReadonlySet<string> {
  const depth = placed[index]?.depth ?? 0;
  const next = placed.findIndex((other, at) => at > index && other.depth <= depth);
  return new Set(placed.slice(index, next < 0 ? undefined : next).map(({ unit }) => unit.code));
}

export function completenessOf(answers: readonly UnitAnswer[], units: readonly Unit[]): Completeness {
  const headed = new Set(units.flatMap(({ code, head }) => (head === undefined ? [] : [code])));
  const count = (state: UnitAnswerState): number => answers.filter((answer) => answer.state === state).length;
  return {
    all: answers.length,
    asked: count('asked'),
    complete: count('complete'),
    missing: count('missing'),
    withoutHead: answers.filter(({ state, unit }) => state === 'asked' && !headed.has(unit)).length
  };
}

/** When the heads of units are told: it begins, a week is left, its last day has come, its last day is over. */
export const inventoryStages = ['opened', 'week', 'last', 'over'] as const;
export type InventoryStage = (typeof inventoryStages)[number];

/** The reminder that is to be given at `now` (UTC) to those who have not answered, if any; in the waking hours, and of a campaign that is still open. */
export function inventoryReminder(inventory: Inventory, waking: WakingHours, now: string): InventoryStage | undefined {
  if (inventory.state !== 'open') return undefined;
  return latestReminder(remindersOf(inventory, waking), waking, now)?.stage;
}

/** In the morning of each day. What would come before it was opened, or only together with the next, is left out. */
function remindersOf(
  { openedAt, lastDay }: Inventory,
  waking: WakingHours
): readonly { readonly stage: InventoryStage; readonly at: string }[] {
  const day = Temporal.PlainDate.from(lastDay);
  const all = [
    { stage: 'week' as const, at: morningOf(day.subtract({ days: 7 }), waking) },
    { stage: 'last' as const, at: morningOf(day, waking) },
    { stage: 'over' as const, at: morningOf(day.add({ days: 1 }), waking) }
  ];
  return all.filter(({ at }, index) => isEarlier(openedAt, at) && all.slice(index + 1).every((next) => isEarlier(at, next.at)));
}
