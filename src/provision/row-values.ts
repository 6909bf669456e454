// The values of single columns, read row by row in ID order, which a list of any length bears (platform.md 5, threshold).
import { InjectHeaders } from '@pnp/queryable';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import { z } from 'zod';
import { listOf, pagesOf } from '../lists/rows';
import type { Column, ListDefinition } from '../schema/list';
import { valuesKey, type ColumnValues, type ReadValues } from './refusals';

export async function readValues(
  sp: SPFI,
  asked: readonly { readonly list: ListDefinition; readonly columns: readonly Column[] }[]
): Promise<ReadValues> {
  const columns = asked.flatMap(({ list, columns: own }) => own.map((column) => ({ list, column })));
  const read = columns.map(async ({ list, column }) => [valuesKey(list, column.name), await valuesOf(sp, list, column)] as const);
  return new Map(await Promise.all(read));
}

async function valuesOf(sp: SPFI, list: ListDefinition, { name }: Column): Promise<ColumnValues> {
  const values: { row: number; values: readonly string[] }[] = [];
  const asked = listOf(sp, list)
    .items.select('Id', name)
    .using(InjectHeaders({ Accept: 'application/json;odata=nometadata' }));
  for await (const page of pagesOf(asked))
    values.push(
      ...z
        .array(Row)
        .parse(page)
        .map((row) => ({ row: row.Id, values: textsIn(row[name]) }))
    );
  return values;
}

const Row = z.looseObject({ Id: z.int() });
const Value = z.union([z.string(), z.number().transform(String), z.array(z.string()), z.null()]);

function textsIn(value: unknown): readonly string[] {
  const read = Value.parse(value);
  if (read === null || read === '') return [];
  return typeof read === 'string' ? [read] : read;
}

/** Together in one batch of questions and one of answers, so that many thousand rows are some hundred requests. */
const rowsTogether = 100;

interface Rewriting {
  readonly list: ListDefinition;
  readonly column: Column;
  readonly from: string;
  readonly to: string;
}

/** Puts one word in another's place in the rows. `told` is called for each hundred. */
export async function rewriteRows(
  sp: SPFI,
  rewriting: Rewriting & { readonly rows: readonly number[] },
  told: (done: number) => void
): Promise<void> {
  const { rows } = rewriting;
  for (let from = 0; from < rows.length; from += rowsTogether) {
    const some = rows.slice(from, from + rowsTogether);
    await Promise.all(some.map((row) => rewriteRow(sp, row, rewriting)));
    told(from + some.length);
  }
}

/** A row that somebody has changed since it was read is a conflict, and is looked at again. */
async function rewriteRow(sp: SPFI, row: number, { list, column, from, to }: Rewriting): Promise<void> {
  const item = listOf(sp, list).items.getById(row);
  const read = Etagged.parse(await item.select('Id', column.name)());
  const words = textsIn(read[column.name]);
  if (!words.includes(from)) return;
  const replaced = [...new Set(words.map((word) => (word === from ? to : word)))];
  await item.update({ [column.name]: column.kind === 'multi-choice' ? replaced : to }, read['odata.etag']);
}

const Etagged = z.looseObject({ 'odata.etag': z.string() });
