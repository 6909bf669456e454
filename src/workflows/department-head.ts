// Who heads which förvaltning of the line organisation (H02, H31).
import type { Person, Unit } from '../domain/person';
import type { Directory } from './context';

/** `undefined` when there is no förvaltning above the unit, or nobody heads it. */
export async function headOfDepartment(from: Unit | undefined, { unit }: Pick<Directory, 'unit'>): Promise<Person | undefined> {
  let at = from;
  while (at !== undefined && at.kind !== 'department') at = at.parent === undefined ? undefined : await unit(at.parent);
  return at?.head;
}

/** A förvaltning that the person heads; `undefined` when there is none. */
export async function departmentOf({ id }: Person, { units }: Pick<Directory, 'units'>): Promise<Unit | undefined> {
  return (await units()).find(({ kind, head }) => kind === 'department' && head?.id === id);
}
