// The crisis plan in the list Krisplan, whose rows people write.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import { z } from 'zod';
import type { PlannedFunction } from '../domain/crisis-staff';
import { isBlank } from '../domain/written-text';
import { crisisPlanList } from '../schema/crisis-plan';
import { text } from './cells';
import { personOf, userIds } from './people';
import { listOf, readRows, type Row, type RowReading } from './rows';

/** Every row, in the order they were made. */
export function readCrisisPlan(sp: SPFI): Promise<Row<PlannedFunction>[]> {
  return readRows(sp, plannedFunctions);
}

/** Writes a first plan; one that people have begun is theirs, and is left alone. */
export async function beginCrisisPlan(sp: SPFI, functions: readonly PlannedFunction[]): Promise<void> {
  const { items } = listOf(sp, crisisPlanList);
  if ((await readCrisisPlan(sp)).length > 0) return;
  const ids = userIds(sp);
  for (const { function: held, upn, phone, reservePhone, order } of functions)
    await items.add({ Title: held, VemId: await ids({ upn }), Telefon: phone, Reservtelefon: reservePhone, Ordning: order });
}

/** Without an order somebody comes after those who have one. */
const last = Number.MAX_SAFE_INTEGER;

const PlanRow = z.object({
  Title: text.refine((title) => !isBlank(title)),
  Vem: z.object({ Name: z.string(), Title: z.string() }),
  Telefon: text,
  Reservtelefon: text,
  Ordning: z.number().nullable()
});

/** `Name` is what SharePoint calls the login name of somebody in a person column, `Title` what they are called. */
const plannedFunctions: RowReading<PlannedFunction> = {
  list: crisisPlanList,
  more: ['Vem/Name', 'Vem/Title'],
  expand: ['Vem'],
  read: (row) => {
    const { Title: held, Vem: who, Telefon: phone, Reservtelefon: reservePhone, Ordning: order } = PlanRow.parse(row);
    return { function: held, name: who.Title, upn: personOf(who.Name).toLowerCase(), phone, reservePhone, order: order ?? last };
  }
};
