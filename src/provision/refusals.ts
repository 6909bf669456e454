// What a change would lose, or cannot do: found before the first write, and told with the rows it is about.
import type { Column, ListDefinition } from '../schema/list';
import type { Change } from './changes';
import { appliedTraits, type Compared } from './compare';
import type { Picture, Thing } from './picture';
import type { PresentList } from './present';
import type { Refusal, Step } from './step';

/** The values of one column, row by row; a row without value has none. */
export type ColumnValues = readonly { readonly row: number; readonly values: readonly string[] }[];
/** By `valuesKey`. */
export type ReadValues = ReadonlyMap<string, ColumnValues>;

export interface Proposal {
  readonly list: ListDefinition;
  readonly present: PresentList;
  readonly applied: Picture | undefined;
  readonly compared: readonly Compared[];
  readonly changes: readonly Change[];
}

/** SharePoint adds an index by hand or by call to lists of at most this many items (Microsoft, "Manage large lists and libraries"; second-hand). */
const longestToIndex = 20_000;
/** platform.md 5. */
const mostIndexes = 20;

export function valuesKey(list: ListDefinition, column: string): string {
  return `${list.url} ${column}`;
}

/** The columns whose values decide whether the changes can be made. None of it is asked for unless a column becomes unique or loses a choice. */
export function columnsToRead({ present, applied, changes }: Proposal): Column[] {
  return columnChanges(changes).flatMap(({ column, change }) => {
    const asks = becomesUnique(change) || lostWords(column, { change, present, applied }).length > 0;
    return asks && !change.isMissing ? [column] : [];
  });
}

export function refusalsOf(proposal: Proposal, read: ReadValues): Refusal[] {
  const { list, changes } = proposal;
  const ofColumns = columnChanges(changes).flatMap(({ column, change }): Refusal[] => {
    const values = read.get(valuesKey(list, column.name)) ?? [];
    const rows = becomesUnique(change) ? sharing(values) : [];
    return [
      ...(rows.length > 0 ? [{ kind: 'shared-values', list, column, rows } as const] : []),
      ...wordFates(column, { ...proposal, change, values }).flatMap(({ word, to, rows: using }): Refusal[] =>
        to === undefined && using.length > 0 ? [{ kind: 'words-in-use', list, column, word, rows: using }] : []
      )
    ];
  });
  return [...typeRefusals(proposal), ...ofColumns, ...indexRefusals(proposal)];
}

/** The rows that have to change their word before a choice gets another. */
export function rewritesOf(proposal: Proposal, read: ReadValues): Extract<Step, { kind: 'rewrite-rows' }>[] {
  const { list, changes } = proposal;
  return columnChanges(changes).flatMap(({ column, change }) => {
    const values = read.get(valuesKey(list, column.name)) ?? [];
    return wordFates(column, { ...proposal, change, values }).flatMap(({ word: from, to, rows }) =>
      to === undefined || rows.length === 0 ? [] : [{ kind: 'rewrite-rows' as const, list, column, from, to, rows }]
    );
  });
}

function columnChanges(changes: readonly Change[]): { readonly column: Column; readonly change: Change }[] {
  return changes.flatMap((change) => {
    const column = columnOf(change.thing);
    return column === undefined ? [] : [{ column, change }];
  });
}

function columnOf(thing: Thing): Column | undefined {
  return thing.kind === 'column' ? thing.column : undefined;
}

function becomesUnique({ isMissing, traits }: Change): boolean {
  return !isMissing && traits['EnforceUniqueValues'] === true;
}

/** Rows that share a value with another; SharePoint compares without regard to case and lets many rows be empty (platform.md 5, second-hand). */
function sharing(values: ColumnValues): number[] {
  const rows = new Map<string, number[]>();
  for (const { row, values: own } of values) {
    for (const value of own) {
      const same = rows.get(value.toLowerCase());
      if (same === undefined) rows.set(value.toLowerCase(), [row]);
      else same.push(row);
    }
  }
  return [...rows.values()].filter((same) => same.length > 1).flat();
}

interface Words {
  readonly change: Change;
  readonly present: PresentList;
  readonly applied: Picture | undefined;
}

/** The choices that were ours, or are there when nothing is remembered, and are not wanted any more. */
function lostWords(column: Column, { change, present, applied }: Words): string[] {
  if (!('words' in column) || change.isMissing || change.traits['Choices'] === undefined) return [];
  const before = appliedTraits(change.thing, applied)?.['Choices'];
  const known = Array.isArray(before)
    ? (before as readonly string[])
    : (present.columns.find(({ name }) => name === column.name)?.choices ?? []);
  return known.filter((word) => !column.words.includes(word));
}

interface Fate {
  readonly word: string;
  /** The word that has taken its place, by the schema. */
  readonly to: string | undefined;
  readonly rows: readonly number[];
}

function wordFates(column: Column, words: Words & { readonly values: ColumnValues }): Fate[] {
  const formerly = 'words' in column ? Object.entries(column.formerly ?? {}) : [];
  return lostWords(column, words).map((word) => ({
    word,
    to: formerly.find(([, earlier]) => earlier.includes(word))?.[0],
    rows: words.values.filter(({ values }) => values.includes(word)).map(({ row }) => row)
  }));
}

function typeRefusals({ list, compared, applied }: Proposal): Refusal[] {
  return compared.flatMap(({ thing, differences }): Refusal[] => {
    const column = columnOf(thing);
    const type = differences.find(({ trait }) => trait === 'Type');
    if (column === undefined || type === undefined) return [];
    const byHand = appliedTraits(thing, applied)?.['Type'] === type.wanted;
    return [{ kind: 'type', list, column, presentType: String(type.present), wantedType: String(type.wanted), byHand }];
  });
}

function indexRefusals({ list, present, changes }: Proposal): Refusal[] {
  const added = changes.flatMap(({ thing, traits }) => (thing.kind === 'column' && traits['Indexed'] === true ? [thing.name] : []));
  if (added.length === 0) return [];
  const tooLong = present.rowCount > longestToIndex ? added : [];
  const dropped = changes.flatMap(({ thing, traits }) => (thing.kind === 'column' && traits['Indexed'] === false ? [thing.name] : []));
  const standing = present.columns.filter(({ name, indexed }) => indexed && !dropped.includes(name)).map(({ name }) => name);
  const count = new Set([...standing, ...added]).size;
  const ours = list.columns.map(({ name }) => name);
  const others = standing.filter((name) => !ours.includes(name) && list.indexedBuiltIns?.includes(name) !== true);
  return [
    ...tooLong.map((column): Refusal => ({ kind: 'long-list', list, column, rowCount: present.rowCount })),
    ...(count > mostIndexes ? [{ kind: 'too-many-indexes', list, count, others } as const] : [])
  ];
}
