// A role on an asset whose holder has left: their account is shut or gone. Marked beside the asset, which is not changed by it, and told of until somebody else is named (H22).
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ownerRoles, type Asset, type OwnerRole } from './asset';
import { isEarlier } from './swedish-time';

/** Kontot är avstängt; kontot är borttaget. */
export const accountFaults = ['closed', 'gone'] as const;
export type AccountFault = (typeof accountFaults)[number];

export const vacancyStates = ['standing', 'ended'] as const;

const at = z.iso.datetime();

/** `holder` by Entra id. `since` is when it was found, `toldAt` when people were told of it last; UTC, ISO 8601. It has ended when somebody else is named, or the account is open again. */
export const Vacancy = z.object({
  asset: z.string(),
  role: z.enum(['informationOwner', 'objectOwner', 'informationCustodian', 'custodian'] satisfies readonly OwnerRole[]),
  holder: z.object({ id: z.string(), name: z.string() }),
  fault: z.enum(accountFaults),
  since: at,
  toldAt: at.optional(),
  state: z.enum(vacancyStates)
});
export type Vacancy = Readonly<z.infer<typeof Vacancy>>;

/** One asset has one vacancy of each role at a time. */
export function vacancyKey({ asset, role }: Pick<Vacancy, 'asset' | 'role'>): string {
  return `${asset}:${role}`;
}

export interface Found {
  readonly standing: readonly Vacancy[];
  /** Those that are to be kept otherwise than they are: new, of another fault, or ended. */
  readonly changed: readonly Vacancy[];
}

/** `kept`: the vacancies that stood before. `faultOf`: by Entra id, nothing of an open account. `now` is UTC. */
export function findVacancies(
  assets: readonly Asset[],
  kept: readonly Vacancy[],
  faultOf: (id: string) => AccountFault | undefined,
  now: string
): Found {
  const before = new Map(kept.map((vacancy) => [vacancyKey(vacancy), vacancy]));
  const standing = assets.flatMap((asset) => ownerRoles.flatMap((role) => vacancyOf(asset, role, { before, faultOf, now }) ?? []));
  const keys = new Set(standing.map(vacancyKey));
  const ended = kept.filter((vacancy) => !keys.has(vacancyKey(vacancy))).map((vacancy) => ({ ...vacancy, state: 'ended' as const }));
  const fresh = standing.filter((vacancy) => before.get(vacancyKey(vacancy)) !== vacancy);
  return { standing, changed: [...fresh, ...ended] };
}

interface Finding {
  readonly before: ReadonlyMap<string, Vacancy>;
  readonly faultOf: (id: string) => AccountFault | undefined;
  readonly now: string;
}

function vacancyOf(asset: Asset, role: OwnerRole, { before, faultOf, now }: Finding): Vacancy | undefined {
  const holder = asset[role];
  const fault = holder && faultOf(holder.id);
  if (holder === undefined || fault === undefined) return undefined;
  const known = before.get(vacancyKey({ asset: asset.reference, role }));
  if (known?.holder.id !== holder.id)
    return { asset: asset.reference, role, holder: { id: holder.id, name: holder.name }, fault, since: now, state: 'standing' };
  return known.fault === fault ? known : { ...known, fault };
}

/** Those that people are to be told of at `now` (UTC): at once, and then each week. */
export function dueToTell(standing: readonly Vacancy[], now: string): readonly Vacancy[] {
  const week = Temporal.Instant.from(now)
    .subtract({ hours: 7 * 24 })
    .toString();
  return standing.filter(({ toldAt }) => toldAt === undefined || !isEarlier(week, toldAt));
}

/** The vacancy of a role, as long as whoever left is still named there. */
export function vacancyIn(asset: Asset, role: OwnerRole, vacancies: readonly Vacancy[]): Vacancy | undefined {
  return vacancies.find((vacancy) => vacancy.asset === asset.reference && vacancy.role === role && vacancy.holder.id === asset[role]?.id);
}
