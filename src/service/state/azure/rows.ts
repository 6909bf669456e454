// Rows of JSON in one partition of an Azure Storage table: written together or not at all, and only over what was read.
import { odata, RestError, type TableClient, type TransactionAction } from '@azure/data-tables';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** `version` changes with each write. */
export interface Row<V> {
  readonly key: string;
  readonly version: string;
  readonly value: V;
}

/** `create` is refused when the row is there, `replace` when it has another version than the one read, `remove` when it is not there. */
export type Write =
  | { readonly kind: 'create' | 'put'; readonly key: string; readonly value: object }
  | { readonly kind: 'replace'; readonly key: string; readonly value: object; readonly version: string }
  | { readonly kind: 'remove'; readonly key: string };

export interface Rows {
  readonly get: <V>(key: string, schema: z.ZodType<V>) => Promise<Row<V> | undefined>;
  /** Those whose key begins with `prefix`, by key; asks for more as they are read. */
  readonly list: <V>(prefix: string, schema: z.ZodType<V>) => AsyncIterable<Row<V>>;
  /** All of `writes`, or none: `in-the-way` when one of them was refused. At most a hundred, each key once. */
  readonly write: (writes: readonly Write[]) => Promise<'written' | 'in-the-way'>;
  /** Leaves the row when it has been written since it was read. */
  readonly removeUnchanged: (row: Row<unknown>) => Promise<void>;
}

/** Writes that must succeed together are in one partition; one takes some 2 000 writes a second, many times what a municipality needs. */
const partitionKey = 'state';

/** https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions */
export const mostWrites = 100;

export function rowsIn(table: TableClient): Rows {
  return {
    get: async (key, schema) => {
      try {
        return rowOf(await table.getEntity(partitionKey, checkedKey(key)), schema);
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },
    list: async function* (prefix, schema) {
      const filter = odata`PartitionKey eq ${partitionKey} and RowKey ge ${prefix} and RowKey lt ${`${prefix}~`}`;
      for await (const entity of table.listEntities({ queryOptions: { filter } })) yield rowOf(entity, schema);
    },
    write: async (writes) => {
      try {
        await table.submitTransaction(writes.map(actionOf));
        return 'written';
      } catch (error) {
        if (isRefusal(error)) return 'in-the-way';
        throw error;
      }
    },
    removeUnchanged: async ({ key, version }) => {
      try {
        await table.deleteEntity(partitionKey, key, { etag: version });
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
    }
  };
}

/** Long enough for whoever is in the way to be done, however many they are. */
const mostTries = 50;

/** Begins anew, from reading, each time another instance's write came in the way. */
export async function untilWritten<R>(work: () => Promise<R | 'in-the-way'>): Promise<R> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const result = await work();
    if (result !== 'in-the-way') return result;
    await pause(Math.random() * 10 * tries);
  }
  throw new Error('The state could not be written: others write all the time.');
}

function actionOf(write: Write): TransactionAction {
  const rowKey = checkedKey(write.key);
  switch (write.kind) {
    case 'create':
      return ['create', { partitionKey, rowKey, ...textsOf(write.value) }];
    case 'put':
      return ['upsert', { partitionKey, rowKey, ...textsOf(write.value) }, 'Replace'];
    case 'replace':
      return ['update', { partitionKey, rowKey, ...textsOf(write.value) }, 'Replace', { etag: write.version }];
    case 'remove':
      return ['delete', { partitionKey, rowKey }];
  }
}

/** A property takes 32 K UTF-16 units and a row about sixteen such: a long text is cut, never within a character. */
function textsOf(value: object): Record<string, string> {
  const texts = JSON.stringify(value).match(/.{1,15000}/gsu) ?? [];
  return Object.fromEntries(texts.map((text, index) => [`text${index}`, text]));
}

const Entity = z.looseObject({ rowKey: z.string(), etag: z.string() });

function rowOf<V>(entity: unknown, schema: z.ZodType<V>): Row<V> {
  const { rowKey, etag, ...properties } = Entity.parse(entity);
  const texts = Object.keys(properties).filter((name) => /^text\d+$/.test(name)).length;
  const text = Array.from({ length: texts }, (_, index) => String(properties[`text${index}`])).join('');
  return { key: rowKey, version: etag, value: schema.parse(JSON.parse(text)) };
}

/** Keys are made of ids, names of our own and times. A row key takes no other characters than these safely in an address. */
function checkedKey(key: string): string {
  if (!/^[\w .:+-]{1,500}$/.test(key)) throw new Error('This cannot be a key in the state.');
  return key;
}

const refusals = new Set([
  409, // it is there already
  412, // it has been written since it was read
  404 // it is gone
]);

function isRefusal(error: unknown): boolean {
  return refusals.has(statusOf(error) ?? 0);
}

function statusOf(error: unknown): number | undefined {
  return error instanceof RestError ? error.statusCode : undefined;
}
