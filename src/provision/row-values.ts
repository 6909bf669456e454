// The values of single columns, read row by row in ID order, which a list of any length bears (platform.md 5, threshold).
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import { z } from 'zod';
import { listOf } from '../lists/rows';
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
  for await (const page of listOf(sp, list).items.select('Id', name).top(pageSize))
    values.push(
      ...z
        .array(Row)
        .parse(page)
        .map((row) => ({ row: row.Id, values: textsIn(row[name]) }))
    );
  return values;
}

const pageSize = 1000;
const Row = z.looseObject({ Id: z.int() });
const Value = z.union([z.string(), z.number().transform(String), z.array(z.string()), z.null()]);

function textsIn(value: unknown): readonly string[] {
  const read = Value.parse(value);
  if (read === null || read === '') return [];
  return typeof read === 'string' ? [read] : read;
}

/** Puts one word in another's place in one row; a row that somebody has changed since it was read is looked at again in the next run. */
export async function rewriteRow(
  sp: SPFI,
  list: ListDefinition,
  rewrite: { row: number; column: Column; from: string; to: string }
): Promise<void> {
  const { row, column, from, to } = rewrite;
  const item = listOf(sp, list).items.getById(row);
  const read = Etagged.parse(await item.select('Id', column.name)());
  const words = textsIn(read[column.name]);
  if (!words.includes(from)) return;
  const replaced = [...new Set(words.map((word) => (word === from ? to : word)))];
  await item.update({ [column.name]: column.kind === 'multi-choice' ? replaced : to }, read['odata.etag']);
}

const Etagged = z.looseObject({ 'odata.etag': z.string() });
