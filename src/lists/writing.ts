// What all writing of rows shares: which cells a state fills, what a lost race means, and rows that are simply put in place.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { peopleCells, type Cell, type Cells } from './cells';
import type { UserIds } from './people';
import { listOf, rawRow, type RawRow, type RowShape } from './rows';
import { isSharePointError, SharePointError } from './sharepoint-error';

/** Every cell of the row for `state`, people as numbers of this site among them. */
export async function cellsOf<S>(shape: RowShape<S>, state: S, ids: UserIds): Promise<Cells> {
  const people = shape.people(state);
  const numbers = await Promise.all(
    Object.entries(people).map(async ([column, person]) => [`${column}Id`, person === undefined ? null : await ids(person)] as const)
  );
  return { ...shape.cells(state), ...(numbers.length > 0 && peopleCells(people)), ...Object.fromEntries(numbers) };
}

/** `undefined` for what only the list itself can tell the meaning of: a lost race, or a write that may or may not have been done. The caller looks again. */
export async function unlessOvertaken<V extends object | true>(attempt: Promise<V>): Promise<V | undefined> {
  try {
    return await attempt;
  } catch (error) {
    if (isSharePointError(error, 'conflict', 'unavailable')) return undefined;
    throw error;
  }
}

const mostTries = 4;

/** Makes the row with this key say `state`; one that does already is left alone. For rows that no log leads. */
export async function putRow<S>({ sp, shape, key, state, ids }: Put<S>): Promise<void> {
  const cells = await cellsOf(shape, state, ids);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const row = await rawRow(sp, shape, { column: shape.key, value: key });
    if (row !== undefined && shows(row, cells)) return;
    const { items } = listOf(sp, shape.list);
    await unlessOvertaken(row === undefined ? items.add(cells) : items.getById(row.Id).update(cells, row['odata.etag']));
  }
  throw new SharePointError(`Row ${key} could not be written to ${shape.list.url} in ${mostTries} tries.`, { reason: 'conflict' });
}

interface Put<S> {
  readonly sp: SPFI;
  readonly shape: RowShape<S>;
  readonly key: string;
  readonly state: S;
  readonly ids: UserIds;
}

/** Person columns are not read; their hidden twins are compared instead. */
function shows(row: RawRow, cells: Cells): boolean {
  return Object.entries(cells).every(([column, cell]) => !(column in row) || isSame(row[column], cell));
}

/** SharePoint gives the empty text back as nothing. */
function isSame(present: unknown, wanted: Cell): boolean {
  return JSON.stringify(present === '' ? null : present) === JSON.stringify(wanted === '' ? null : wanted);
}
