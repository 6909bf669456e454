// A list whose rows are the latest pages of their logs: read by number, written once for each page, however often it is asked for (design 4).
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { z } from 'zod';
import { recordColumns } from '../schema/list';
import type { Cells } from './cells';
import { userIds, type UserIds } from './people';
import { listOf, rawRow, stateOf, type RawRow, type RowShape } from './rows';
import { SharePointError } from './sharepoint-error';
import { cellsOf, unlessOvertaken } from './writing';

/** One item: its state, and the sequence of the log entry it shows. */
interface Page<S> {
  readonly state: S;
  readonly sequence: number;
}

/** Fits the port `Register` of the workflows. */
export interface ListRegister<S> {
  /** Throws on a row that is not what the schema says. */
  readonly read: (reference: string) => Promise<Page<S> | undefined>;
  readonly shows: (reference: string) => Promise<number | undefined>;
  readonly write: (page: Page<S>) => Promise<void>;
  readonly parse: (state: unknown) => S;
}

interface Numbered {
  readonly reference: string;
}

interface RegisterOptions<S extends Numbered> {
  readonly sp: SPFI;
  readonly shape: RowShape<S>;
  readonly state: z.ZodType<S>;
  /** Sets who may read the row, before the page is shown as written. Safe to repeat. */
  readonly protect?: (rowId: number, state: S, ids: UserIds) => Promise<void>;
}

/** The register over one list. */
export function register<S extends Numbered>(options: RegisterOptions<S>): ListRegister<S> {
  const { sp, shape, state } = options;
  const ids = userIds(sp);
  return {
    read: async (reference) => {
      const raw = await find(options, reference);
      return raw && { state: stateOf(shape, raw), sequence: sequenceOf(raw) };
    },
    shows: async (reference) => {
      const raw = await find(options, reference);
      return raw && sequenceOf(raw);
    },
    write: (page) => write(options, page, ids),
    parse: (said) => state.parse(said)
  };
}

const mostRaces = 8;
const sequenceColumn = recordColumns.sequence.name;

/** Each turn looks first: somebody else, or an earlier attempt whose answer was lost, may have written the page already. */
async function write<S extends Numbered>(options: RegisterOptions<S>, page: Page<S>, ids: UserIds): Promise<void> {
  const cells = await cellsOf(options.shape, page.state, ids);
  for (let race = 0; race < mostRaces; race += 1) {
    const row = await find(options, page.state.reference);
    if (row !== undefined && sequenceOf(row) >= page.sequence) return;
    await unlessOvertaken(row === undefined ? create(options, page, cells) : update(options, page, cells, row.Id, ids));
  }
  throw new SharePointError(`${page.state.reference} could not be written to ${options.shape.list.url}: others always wrote first.`, {
    reason: 'conflict'
  });
}

/** A row with readers of its own is not shown as written (sequence 0) until they are set: a crash between the two is then seen, and mended. */
async function create<S extends Numbered>({ sp, shape, protect }: RegisterOptions<S>, { sequence }: Page<S>, cells: Cells): Promise<void> {
  await listOf(sp, shape.list).items.add({ ...cells, [sequenceColumn]: protect === undefined ? sequence : 0 });
}

/** Setting readers moves the row's ETag on, so it is read after that; a row that got ahead meanwhile is left to the next turn. */
async function update<S extends Numbered>(
  options: RegisterOptions<S>,
  page: Page<S>,
  cells: Cells,
  rowId: number,
  ids: UserIds
): Promise<void> {
  const { sp, shape, protect } = options;
  await protect?.(rowId, page.state, ids);
  const row = await find(options, page.state.reference);
  if (row === undefined || sequenceOf(row) >= page.sequence) return;
  await listOf(sp, shape.list)
    .items.getById(rowId)
    .update({ ...cells, [sequenceColumn]: page.sequence }, row['odata.etag']);
}

function find<S extends Numbered>({ sp, shape }: RegisterOptions<S>, reference: string): Promise<RawRow | undefined> {
  return rawRow(sp, shape, { column: shape.key, value: reference });
}

function sequenceOf(row: RawRow): number {
  return z.int().parse(row[sequenceColumn]);
}
