// The krisstab of an incident: who is called by the crisis plan and why, who came, what was decided, and the minutes (H55, domain.md 5.3).
import { z } from 'zod';
import { Person } from './person';

/** Ej aktuell, Övervägs, Kallad, Aktiv, Avslutad, in that order. */
export const crisisStates = ['not-needed', 'considered', 'called', 'active', 'ended'] as const;
export type CrisisState = (typeof crisisStates)[number];

/** Longest texts, in characters. */
export const crisisLimits = { reason: 1000, agenda: 2000, others: 500, decision: 1000, minutes: 4000 } as const;

const at = z.iso.datetime();
const said = { by: Person, at };

/** A place in the krisstab by the crisis plan: the function, and who holds it. One person may hold several. */
export const Participant = z.object({ function: z.string(), person: Person });
export type Participant = Readonly<z.infer<typeof Participant>>;

/** The crisis plan as it stands. `unread`: rows that say nobody whom the directory knows, and who must be rung by the list itself. */
export interface CrisisPlan {
  readonly participants: readonly Participant[];
  readonly unread: number;
}

/**
 * One calling of the krisstab. Times are UTC, ISO 8601. `participants` and `unread` are the plan as it stood at the call; numbers are not kept: they stand
 * in the plan, which fewer may read than the incident. `present` are Entra ids of participants, `others` whoever else came, in words.
 */
export const CrisisStaff = z.object({
  ...said,
  reason: z.string(),
  agenda: z.string(),
  link: z.string().optional(),
  participants: z.array(Participant).readonly(),
  unread: z.int().nonnegative(),
  attendance: z.object({ ...said, present: z.array(z.guid()).readonly(), others: z.string() }).optional(),
  decisions: z.array(z.object({ ...said, text: z.string() })).readonly(),
  ended: z.object({ ...said, minutes: z.string() }).optional()
});
export type CrisisStaff = Readonly<z.infer<typeof CrisisStaff>>;

/** How a calling stands: active once it is entered who came. */
export function stateOfStaff({ attendance, ended }: CrisisStaff): CrisisState {
  if (ended !== undefined) return 'ended';
  return attendance === undefined ? 'called' : 'active';
}

/** Somebody who is called, once, with all the functions they hold. */
export interface Called {
  readonly person: Person;
  readonly functions: readonly string[];
}

/** In the order of the plan. */
export function calledPeople({ participants }: Pick<CrisisStaff, 'participants'>): readonly Called[] {
  const byId = new Map<string, Called>();
  for (const { person, function: held } of participants) {
    byId.set(person.id, { person, functions: [...(byId.get(person.id)?.functions ?? []), held] });
  }
  return [...byId.values()];
}

/** A row of the crisis plan as people keep it in SharePoint. `upn` in lower case; numbers as they are written, with a reserve outside of Teams. */
export interface PlannedFunction {
  readonly function: string;
  readonly name: string;
  readonly upn: string;
  readonly phone: string;
  readonly reservePhone: string;
  /** Lowest is rung first. */
  readonly order: number;
}

/** In the order they are rung. */
export function inRingingOrder(plan: readonly PlannedFunction[]): readonly PlannedFunction[] {
  return [...plan].sort((a, b) => a.order - b.order);
}

/** The row of the plan that says where somebody is reached: that of the same function, else another of theirs. `undefined` once they are out of the plan. */
export function rowOf(plan: readonly PlannedFunction[], { function: held, person: { upn } }: Participant): PlannedFunction | undefined {
  const own = plan.filter((row) => row.upn === upn);
  return own.find((row) => row.function === held) ?? own[0];
}
