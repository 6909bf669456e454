// What of the filter in an address is understood: Back keeps it, and a number elsewhere can lead to its rows.
import { z } from 'zod';
import { classFilters, stateFilters, type RegisterFilter } from '../../domain/register-search';
import type { WrittenFilter } from './written-filter';

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
export function filterIn(written: WrittenFilter): RegisterFilter {
  const given: Readonly<Record<string, string | true | undefined>> = written;
  const understood = Object.entries(Query).flatMap(([name, shape]) => {
    const { success, data } = shape.safeParse(given[name] === true ? 'yes' : given[name]);
    return success ? [[name, data] as const] : [];
  });
  return Object.fromEntries(understood);
}
