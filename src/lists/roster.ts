// The duty roster in the list Beredskap, whose rows people write.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import type { Shift } from '../domain/duty';
import { dutyRoleChoices, rosterList } from '../schema/roster';
import { moment, word } from './cells';
import { personOf } from './people';
import { readRowsFrom, type Row, type RowReading } from './rows';

/** Shifts that have not ended at this moment (UTC, ISO 8601), of however long a list: the question begins with an index. */
export function readRoster(sp: SPFI, at: string): Promise<Row<Shift>[]> {
  return readRowsFrom(sp, shifts, { column: 'Till', at });
}

/** Without an order somebody comes after those who have one. */
const last = Number.MAX_SAFE_INTEGER;

const ShiftRow = z.object({
  Vem: z.object({ Name: z.string() }),
  Roll: word(dutyRoleChoices),
  Fran: moment,
  Till: moment,
  Ordning: z.number().nullable()
});

/** `Name` is what SharePoint calls the login name of somebody in a person column. */
const shifts: RowReading<Shift> = {
  list: rosterList,
  more: ['Vem/Name'],
  expand: ['Vem'],
  read: (row) => {
    const { Vem: who, Roll: role, Fran: from, Till: until, Ordning: order } = ShiftRow.parse(row);
    return { role, upn: personOf(who.Name).toLowerCase(), from, until, order: order ?? last };
  }
};
