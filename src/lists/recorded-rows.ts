// Rows together with the entry of the log that each shows, read in one request, so that the two belong together.
import { z } from 'zod';
import type { Recorded } from '../domain/log';
import { recordColumns } from '../schema/list';
import type { RowReading } from './rows';

/** Also reads which entry a row shows, which whoever only shows the row does without. */
export function recorded<S>({ unread: _unread, read, ...shape }: RowReading<S>): RowReading<Recorded<S>> {
  return { ...shape, read: (row) => ({ state: read(row), ...EntryCells.parse(row) }) };
}

/** Both or neither. */
const EntryCells = z
  .looseObject({ [recordColumns.sequence.name]: z.int().nullish(), [recordColumns.hash.name]: z.string().nullish() })
  .transform(({ [recordColumns.sequence.name]: sequence, [recordColumns.hash.name]: hash }) =>
    typeof sequence === 'number' && typeof hash === 'string' && hash !== '' ? { entry: { sequence, hash } } : {}
  );
