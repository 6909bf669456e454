// What stands in the cells of a row, read and written: words for codes, times, and people by their Entra id.
import { z } from 'zod';
import type { Person } from '../domain/person';
import { entraIdColumn, type Choices } from '../schema/list';

/** A value as SharePoint takes it; `null` empties the cell. */
export type Cell = string | number | boolean | null | readonly string[];
export type Cells = Readonly<Record<string, Cell>>;

/** People by the name of their column; `undefined` empties it. */
export type PeopleCells = Readonly<Record<string, Person | undefined>>;

/** Text as it was written; SharePoint keeps the empty text as nothing. */
export const exactText = z
  .string()
  .nullable()
  .transform((value) => value ?? '');

/** Text; line ends that somebody's form gave in Windows' way are one character. */
export const text = exactText.transform((value) => value.replaceAll('\r\n', '\n'));

/** Text that may be absent. */
export const optionalText = text.transform((value) => (value === '' ? undefined : value));

/** A time, UTC in whole seconds as SharePoint keeps it. */
export const moment = z.iso.datetime();
export const optionalMoment = moment.nullable().transform((value) => value ?? undefined);

export const optionalNumber = z
  .number()
  .nullable()
  .transform((value) => value ?? undefined);

/** Whether it is of an exercise: yes, or nothing at all. */
export const exerciseCell = z
  .boolean()
  .nullable()
  .transform((is): true | undefined => (is === true ? true : undefined));

/** A word of ours as its code. Any other word is a fault: it is never guessed at. */
export function word<C extends string>(choices: Choices<C>): z.ZodType<C> {
  return z.string().transform((value, context) => {
    const code = choices.codeOf(value);
    if (code !== undefined) return code;
    context.addIssue({ code: 'custom', message: `"${value}" is none of: ${choices.words.join(', ')}` });
    return z.NEVER;
  });
}

/** JSON in a cell. What is nested deeper than anything of ours is a fault too: whoever went through it would run out of stack. */
export const json = z.string().transform((value, context): unknown => {
  try {
    const read = JSON.parse(value) as unknown;
    if (isWithin(deepest, read)) return read;
    context.addIssue({ code: 'custom', message: `is nested more than ${deepest} deep` });
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
  }
  return z.NEVER;
});

/** As `json`, or nothing. */
export const optionalJson = exactText
  .transform((value) => (value === '' ? 'null' : value))
  .pipe(json)
  .transform((value) => value ?? undefined);

const deepest = 40;

function isWithin(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isWithin(depth - 1, part));
}

// Made once, as every schema here: the library compiles each as it is first used, which for one a row is most of the time of reading a long list.
const Named = z.object({ name: z.string(), upn: z.string() });
const Names = z.record(z.string(), Named);

/** The names people had when the row was written, by Entra id. */
const names = exactText
  .transform((value) => (value === '' ? '{}' : value))
  .pipe(json)
  .pipe(Names);

/** Reads who stands in the columns named. An id without its name is a fault, and so is a name that nobody has. */
export function peopleIn<N extends string>(
  row: Readonly<Record<string, unknown>>,
  columns: readonly N[]
): Readonly<Record<N, Person | undefined>> {
  const known = names.parse(row['Personer'] ?? null);
  const personIn = (column: N): Person | undefined => {
    const id = optionalText.parse(row[entraIdColumn(column)] ?? null);
    return id === undefined ? undefined : { id, ...Named.parse(known[id]) };
  };
  return Object.fromEntries(columns.map((column) => [column, personIn(column)])) as Record<N, Person | undefined>;
}

/** The hidden cells of the people given: an id for each, and all their names. */
export function peopleCells(people: PeopleCells): Cells {
  const given = Object.values(people).flatMap((person) => (person === undefined ? [] : [person]));
  const ids = Object.entries(people).map(([column, person]) => [entraIdColumn(column), person?.id ?? null] as const);
  const known = Object.fromEntries(given.map(({ id, name, upn }) => [id, { name, upn }]));
  return { ...Object.fromEntries(ids), Personer: JSON.stringify(known) };
}
