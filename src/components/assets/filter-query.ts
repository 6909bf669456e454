// What the register is narrowed to, as the query of its address: Back keeps it, and a number elsewhere can lead to its rows.
import { z } from 'zod';
import { classFilters, stateFilters, type RegisterFilter } from '../../domain/register-search';

const yes = z.literal('yes').transform(() => true as const);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const Query = {
  sought: z.string().min(1).max(200),
  unit: z.string().min(1).max(60),
  state: z.enum(stateFilters),
  class: z.enum(classFilters),
  vacant: yes,
  changed: yes,
  mine: yes,
  decided: month,
  reconsider: yes,
  due: month
};

/** What is not understood narrows nothing. */
export function filterIn(query: string): RegisterFilter {
  const given = Object.fromEntries(new URLSearchParams(query));
  const understood = Object.entries(Query).flatMap(([name, shape]) => {
    const { success, data } = shape.safeParse(given[name]);
    return success ? [[name, data] as const] : [];
  });
  return Object.fromEntries(understood);
}

/** With its question mark; empty when nothing is narrowed. `filterIn` reads it. */
export function queryOf(filter: RegisterFilter): string {
  const said = Object.entries(filter).flatMap(([name, value]: [string, string | true | undefined]) =>
    value === undefined || value === '' ? [] : [[name, value === true ? 'yes' : value]]
  );
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
}
