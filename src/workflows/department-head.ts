// Who heads the förvaltning that a unit of the line organisation belongs to (H02, H31).
import type { Person, Unit } from '../domain/person';
import type { Directory } from './context';

/** `undefined` when there is no förvaltning above the unit, or nobody heads it. */
export async function headOfDepartment(from: Unit | undefined, { unit }: Pick<Directory, 'unit'>): Promise<Person | undefined> {
  let at = from;
  while (at !== undefined && at.kind !== 'department') at = at.parent === undefined ? undefined : await unit(at.parent);
  return at?.head;
}
