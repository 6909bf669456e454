// The line organisation in the list Organisation: units and their heads (H02, H31).
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import type { Unit } from '../domain/person';
import { organisationList, unitKindChoices } from '../schema/organisation';
import { optionalText, peopleIn, word } from './cells';
import { userIds } from './people';
import { readRows, type Row, type RowShape } from './rows';
import { putRow } from './writing';

/** Every unit, in the order they were first written. */
export function readOrganisation(sp: SPFI): Promise<Row<Unit>[]> {
  return readRows(sp, unitRows);
}

/** Adds the units that are missing and brings the others up to date, by code. Takes none away. */
export async function writeOrganisation(sp: SPFI, units: readonly Unit[]): Promise<void> {
  const ids = userIds(sp);
  for (const unit of units) await putRow({ sp, shape: unitRows, key: unit.code, state: unit, ids });
}

const UnitRow = z.object({ Kod: z.string(), Title: z.string(), Slag: word(unitKindChoices), Overordnad: optionalText });

const unitRows: RowShape<Unit> = {
  list: organisationList,
  key: 'Kod',
  read: (row) => {
    const { Kod: code, Title: name, Slag: kind, Overordnad: parent } = UnitRow.parse(row);
    return { code, name, kind, parent, head: peopleIn(row, ['Chef']).Chef };
  },
  cells: ({ code, name, kind, parent }) => ({ Kod: code, Title: name, Slag: unitKindChoices.wordOf(kind), Overordnad: parent ?? null }),
  people: ({ head }) => ({ Chef: head })
};
