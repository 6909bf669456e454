// What was last applied to each list, kept in a hidden list of the site: the third side of the comparison.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { readRows, type RowShape } from '../lists/rows';
import { putRow } from '../lists/writing';
import { appliedList } from '../schema/applied';
import type { Picture } from './picture';

/** The row of the site's groups; the others are known by the address of their list. */
export const groupsKey = 'grupper';

/** By address of the list, or `groupsKey`. `unreadable`: somebody has changed the row. `newer`: a later version of Värna wrote it. */
export type Memory = ReadonlyMap<string, Picture | 'unreadable' | 'newer'>;

/** Raised when what is written is written otherwise, never when the schema changes. */
const format = 1;

const Trait = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const Written = z.object({ format: z.literal(format), things: z.record(z.string(), z.record(z.string(), Trait)) });
const Later = z.object({ format: z.int().gt(format) });

/** Nothing but the row's own key and text: a row that somebody has spoilt is still told from one that is not there. */
const AppliedRow = z.object({ Lista: z.string(), Tillampat: z.string().nullable() });

interface Applied {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

const appliedRows: RowShape<Applied> = {
  list: appliedList,
  key: 'Lista',
  read: (row) => {
    const { Lista: key, Tillampat: text } = AppliedRow.parse(row);
    return { key, title: '', text: text ?? '' };
  },
  cells: ({ key, title, text }) => ({ Lista: key, Title: title, Tillampat: text }),
  people: () => ({})
};

/**
 * Empty when nothing is remembered. The list has to be there. A row that has lost its key may be that of any of the `keys` that no other row has, so
 * then they count as spoilt rather than as never remembered.
 */
export async function readMemory(sp: SPFI, keys: readonly string[]): Promise<Memory> {
  const rows = await readRows(sp, appliedRows);
  const lost = rows.some(({ broken }) => broken) ? keys.map((key) => [key, 'unreadable'] as const) : [];
  return new Map([...lost, ...rows.flatMap((row) => (row.broken ? [] : [[row.state.key, pictureIn(row.state.text)] as const]))]);
}

function pictureIn(text: string): Picture | 'unreadable' | 'newer' {
  const json = jsonIn(text);
  const reading = Written.safeParse(json);
  if (reading.success) return reading.data.things;
  return Later.safeParse(json).success ? 'newer' : 'unreadable';
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `title` is what people who open the list see. */
export async function remember(
  sp: SPFI,
  key: string,
  { title, picture }: { readonly title: string; readonly picture: Picture }
): Promise<void> {
  const state = { key, title, text: canonical(picture) };
  await putRow({ sp, shape: appliedRows, key, state, ids: () => Promise.resolve(null) });
}

/** The same text for the same picture, whatever order it was put together in. */
export function canonical(picture: Picture): string {
  const things = sorted(Object.entries(picture).map(([key, traits]) => [key, sorted(Object.entries(traits))]));
  return JSON.stringify({ format, things });
}

function sorted<V>(entries: readonly (readonly [string, V])[]): Record<string, V> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
