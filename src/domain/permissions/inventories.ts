// Who opens an inventory of the register, answers in it and closes it.
import type { Capacity } from '../capacities';
import { inventoryStates, type InventoryState } from '../inventory';
import { all, inEach, row, type On, type Row, type Table } from './table';

export interface InventoryActs {
  readonly 'open-inventory': On<'new', 'not-allowed'>;
  readonly 'answer-inventory': On<'inventory', InventoryRefusal>;
  readonly 'close-inventory': On<'inventory', InventoryRefusal>;
}
type InventoryRefusal = 'not-allowed' | 'wrong-state';

export const inventories: Table<InventoryActs> = {
  'open-inventory': { new: row('not-allowed', { 'information-security': 'may' }) },
  // The unit's manager answers for their unit (H21), or the informationssäkerhetsansvarig on their word.
  'answer-inventory': whileOpen(['information-security', 'unit-head']),
  'close-inventory': whileOpen(['information-security'])
};

function whileOpen(who: readonly Capacity[]): Readonly<Record<InventoryState, Row<InventoryRefusal>>> {
  return inEach(inventoryStates, (state) => row<InventoryRefusal>('not-allowed', all(who, state === 'open' ? 'may' : 'wrong-state')));
}
