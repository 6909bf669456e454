// Who may do what: one table of act, state of the thing and capacity. Every workflow asks it and nothing else; docs/permissions.md is made from it.
import type { Position } from './capacities';
import { assets, type AssetActs } from './permissions/assets';
import { classifications, type ClassificationActs } from './permissions/classifications';
import { delegations, type DelegationActs } from './permissions/deciding';
import { handling, type HandlingActs } from './permissions/handling';
import { inventories, type InventoryActs } from './permissions/inventories';
import { measures, type MeasureActs } from './permissions/measures';
import { reporting, type ReportingActs } from './permissions/reporting';
import { requirements, type RequirementActs } from './permissions/requirements';
import type { Cell as CellOf, Row as RowOf, Table } from './permissions/table';
import { tracks, type TrackActs } from './permissions/tracks';
import { wholeMunicipality, type MunicipalityActs } from './permissions/whole-municipality';
import { roles, type Role } from './person';

export { handlesIncident, type HandlingAct, type HandlingRefusal } from './permissions/handling';
export type { HandledMeasureAct, MeasureAct } from './permissions/measures';
export type { RequirementAct } from './permissions/requirements';
export type { TrackAct } from './permissions/tracks';

/** What people can do, each as the command is called. */
interface Acts
  extends ReportingActs,
    HandlingActs,
    AssetActs,
    ClassificationActs,
    RequirementActs,
    DelegationActs,
    MunicipalityActs,
    TrackActs,
    MeasureActs,
    InventoryActs {}
export type Act = keyof Acts;
/** What an act can be refused with. */
export type RefusalOf<A extends Act> = Acts[A]['refusal'];

/** What stands in the table, whichever the act. */
export type Cell = CellOf<RefusalOf<Act>>;
export type Row = RowOf<RefusalOf<Act>>;

export const permissions: Table<Acts> = {
  ...reporting,
  ...handling,
  ...assets,
  ...classifications,
  ...requirements,
  ...delegations,
  ...wholeMunicipality,
  ...tracks,
  ...measures,
  ...inventories
};

/** Of several capacities the one that comes furthest answers. */
const furthestFirst = ['may', 'reports-left', 'wrong-state', 'not-decided', 'asset-is-draft', 'not-allowed', 'not-found'] as const;

/** Why somebody in this position may not do it; `undefined` when they may. Prohibitions win over permissions. */
export function refusalTo<A extends Act>(act: A, { state, held }: Position<Acts[A]['kind']>): RefusalOf<A> | undefined {
  const cells: RowOf<RefusalOf<A>> = permissions[act][state];
  const best = furthestFirst.find((answer) => held.some((capacity) => cells[capacity] === answer));
  const never = held.map((capacity) => cells[capacity]).find((cell) => typeof cell === 'object');
  if (typeof never === 'object' && (best === 'may' || best !== cells.employee)) return never.never;
  return best === 'may' ? undefined : best;
}

/** The roles that make a difference to who may do it: the only ones that need be known of whoever acts. */
export function rolesThatMatter(...acts: readonly Act[]): readonly Role[] {
  return roles.filter((role) => rowsOf(acts).some((cells) => cells[role] !== cells.employee));
}

/** The roles whose holders may never do it, whatever else they are. */
export function rolesBarredFrom(...acts: readonly Act[]): readonly Role[] {
  return roles.filter((role) => rowsOf(acts).some((cells) => typeof cells[role] === 'object'));
}

function rowsOf(acts: readonly Act[]): readonly Row[] {
  return acts.flatMap((act) => Object.values<Row>(permissions[act]));
}
