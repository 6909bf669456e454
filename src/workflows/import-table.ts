// A table from a file and what its columns say: faults of the headings, and a guess at each column.
import type { ImportField } from '../reference/import-headings';

/** Every cell is text. `lines`: what number each row has in the file, counted from 1. */
export interface ImportTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

/** What each column says, in their order; `undefined` for one that is not imported. */
export type Mapping = readonly (ImportField | undefined)[];

/** The most rows one file may have. */
const mostTableRows = 20_000;

export type TableFault =
  | { readonly reason: 'no-headings' | 'no-rows' | 'too-many-rows' }
  | { readonly reason: 'same-heading' | 'empty-heading'; readonly column: string };

type Names = Readonly<Record<ImportField, readonly string[]>>;

/** Above the headings there may be a title, who keeps the list and when it was last changed: this far down they are looked for. */
const mostLinesAbove = 10;

/**
 * The table below the line of headings: the one at the top that most columns of `names` are known in, or the first with anything in it when no line has
 * two of them. Empty lines are no rows. An empty heading over cells is what a merged one leaves.
 */
export function tableOf(lines: readonly (readonly string[])[], names: Names): ImportTable | TableFault {
  const written = lines.map((cells, at) => ({ cells, line: at + 1 })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first, ...below] = written.slice(headingsAt(written, names));
  if (first === undefined || first.cells.every((cell) => /^[\d\s.,:/-]*$/.test(cell))) return { reason: 'no-headings' };
  if (below.length === 0) return { reason: 'no-rows' };
  if (below.length > mostTableRows) return { reason: 'too-many-rows' };
  const rows = below.map(({ cells }) => cells);
  const width = Math.max(...[first.cells, ...rows].map((row) => row.length));
  const headings = Array.from({ length: width }, (_, at) => (first.cells[at] ?? '').trim());
  return headingFault(headings, rows) ?? withoutEmpty({ headings, rows, lines: below.map(({ line }) => line) });
}

function headingsAt(written: readonly { readonly cells: readonly string[] }[], names: Names): number {
  const known = written
    .slice(0, mostLinesAbove)
    .map(({ cells }) => guessedMapping(cells, names).filter((field) => field !== undefined).length);
  const most = Math.max(0, ...known);
  return most < 2 ? 0 : known.indexOf(most);
}

function headingFault(headings: readonly string[], rows: ImportTable['rows']): TableFault | undefined {
  const empty = headings.findIndex((heading, at) => heading === '' && rows.some((row) => (row[at] ?? '').trim() !== ''));
  if (empty >= 0) return { reason: 'empty-heading', column: columnLetter(empty) };
  const named = headings.map(foldedHeading);
  const twice = headings.find((heading, at) => heading !== '' && named.indexOf(foldedHeading(heading)) !== at);
  return twice === undefined ? undefined : { reason: 'same-heading', column: twice };
}

/** A column without a heading has nothing in it. */
function withoutEmpty({ headings, rows, lines }: ImportTable): ImportTable {
  const kept = [...headings.keys()].filter((at) => headings[at] !== '');
  const pick = (row: readonly string[]): string[] => kept.map((at) => row[at] ?? '');
  return { headings: pick(headings), rows: rows.map(pick), lines };
}

/** A, B … Z, AA: as spreadsheets call them. */
export function columnLetter(at: number): string {
  return (at < 26 ? '' : columnLetter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
}

/** A heading as it is compared: lower case, letters and figures only. */
export function foldedHeading(heading: string): string {
  return heading
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Each field goes to the first column that is called so. */
export function guessedMapping(headings: readonly string[], names: Names): Mapping {
  const fields = Object.keys(names) as ImportField[];
  const guesses = headings.map((heading) => fields.find((field) => names[field].includes(foldedHeading(heading))));
  return guesses.map((field, at) => (field !== undefined && guesses.indexOf(field) === at ? field : undefined));
}
