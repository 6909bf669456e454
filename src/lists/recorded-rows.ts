// Rows together with the entry of the log that each shows, read in one request, so that the two belong together.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import type { Recorded } from '../domain/log';
import { recordColumns } from '../schema/list';
import { readRows, type Row, type RowReading, type RowShape } from './rows';

/** Also reads which entry a row shows, which whoever only shows the row does without. */
export function recorded<S>({ unread: _unread, read, ...shape }: RowReading<S>): RowReading<Recorded<S>> {
  return { ...shape, read: (row) => ({ state: read(row), ...EntryCells.parse(row) }) };
}

/** The row with this key; `undefined` when there is none, or none that the caller may see. */
export async function readRecorded<S>(sp: SPFI, shape: RowShape<S>, key: string): Promise<Row<Recorded<S>> | undefined> {
  const [row] = await readRows(sp, recorded(shape), { column: shape.key, value: key });
  return row;
}

/** Both or neither. */
const EntryCells = z
  .looseObject({ [recordColumns.sequence.name]: z.int().nullish(), [recordColumns.hash.name]: z.string().nullish() })
  .transform(({ [recordColumns.sequence.name]: sequence, [recordColumns.hash.name]: hash }) =>
    typeof sequence === 'number' && typeof hash === 'string' && hash !== '' ? { entry: { sequence, hash } } : {}
  );
