// Inventories in the list Inventering.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { Inventory, type InventoryState } from '../domain/inventory';
import { inventoryList, inventoryStateChoices } from '../schema/inventories';
import { entryColumns } from '../schema/list';
import { moment, optionalMoment, peopleIn, word } from './cells';
import { register, searchable, type SearchableListRegister } from './register';
import { readRows, type Row, type RowShape } from './rows';

/** The port `SearchableRegister<Inventory>` of the workflows, kept in SharePoint: found by their state. */
export function inventoryRegister(sp: SPFI): SearchableListRegister<Inventory> {
  return searchable(register({ sp, shape: inventoryRows, state: Inventory }), (state) => {
    if (!isState(state)) throw new Error(`${state} is no state of an inventory.`);
    return readInventories(sp, { state });
  });
}

function isState(state: string): state is InventoryState {
  return inventoryStateChoices.codes.some((code) => code === state);
}

/** All inventories, or those in a state, in the order they were opened. */
export function readInventories(sp: SPFI, { state }: { readonly state?: InventoryState } = {}): Promise<Row<Inventory>[]> {
  if (state === undefined) return readRows(sp, inventoryRows);
  return readRows(sp, inventoryRows, { column: 'Status', value: inventoryStateChoices.wordOf(state) });
}

const InventoryRow = z.object({
  Referens: z.string(),
  SistaDag: z.string(),
  Status: word(inventoryStateChoices),
  Oppnad: moment,
  Avslutad: optionalMoment
});

const inventoryRows: RowShape<Inventory> = {
  list: inventoryList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const cells = InventoryRow.parse(row);
    const people = peopleIn(row, ['OppnadAv', 'AvslutadAv']);
    return Inventory.parse({
      reference: cells.Referens,
      lastDay: cells.SistaDag,
      state: cells.Status,
      openedBy: people.OppnadAv,
      openedAt: cells.Oppnad,
      closedBy: people.AvslutadAv,
      closedAt: cells.Avslutad
    });
  },
  cells: ({ reference, lastDay, state, openedAt, closedAt }) => ({
    Referens: reference,
    Title: `${inventoryList.title} till ${lastDay}`,
    SistaDag: lastDay,
    Status: inventoryStateChoices.wordOf(state),
    Oppnad: openedAt,
    Avslutad: closedAt ?? null
  }),
  people: ({ openedBy, closedBy }) => ({ OppnadAv: openedBy, AvslutadAv: closedBy })
};
