// A table from a file and what its columns say: faults of the headings, and a guess at each column.
import type { ImportField } from '../reference/import-headings';

/** Every cell is text; rows may be shorter than the headings. */
export interface ImportTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What each column says, in their order; `undefined` for one that is not imported. */
export type Mapping = readonly (ImportField | undefined)[];

/** The most rows one file may have. */
const mostTableRows = 20_000;

export type TableFault =
  | { readonly reason: 'no-headings' | 'no-rows' | 'too-many-rows' }
  | { readonly reason: 'same-heading' | 'empty-heading'; readonly column: string };

/** The table whose first line with anything in it is headings. Empty lines are no rows. An empty heading over cells is what a merged one leaves. */
export function tableOf(lines: readonly (readonly string[])[]): ImportTable | TableFault {
  const written = lines.filter((line) => line.some((cell) => cell.trim() !== ''));
  const [first, ...rows] = written;
  if (first === undefined || first.filter((cell) => cell.trim() !== '').length === 0) return { reason: 'no-headings' };
  if (first.every((cell) => /^[\d\s.,:/-]*$/.test(cell))) return { reason: 'no-headings' };
  if (rows.length === 0) return { reason: 'no-rows' };
  if (rows.length > mostTableRows) return { reason: 'too-many-rows' };
  const width = Math.max(...[first, ...rows].map((row) => row.length));
  const headings = Array.from({ length: width }, (_, at) => (first[at] ?? '').trim());
  return headingFault(headings, rows) ?? withoutEmpty({ headings, rows });
}

function headingFault(headings: readonly string[], rows: ImportTable['rows']): TableFault | undefined {
  const empty = headings.findIndex((heading, at) => heading === '' && rows.some((row) => (row[at] ?? '').trim() !== ''));
  if (empty >= 0) return { reason: 'empty-heading', column: columnLetter(empty) };
  const named = headings.map(foldedHeading);
  const twice = headings.find((heading, at) => heading !== '' && named.indexOf(foldedHeading(heading)) !== at);
  return twice === undefined ? undefined : { reason: 'same-heading', column: twice };
}

/** A column without a heading has nothing in it. */
function withoutEmpty({ headings, rows }: ImportTable): ImportTable {
  const kept = [...headings.keys()].filter((at) => headings[at] !== '');
  const pick = (row: readonly string[]): string[] => kept.map((at) => row[at] ?? '');
  return { headings: pick(headings), rows: rows.map(pick) };
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
export function guessedMapping(headings: readonly string[], names: Readonly<Record<ImportField, readonly string[]>>): Mapping {
  const fields = Object.keys(names) as ImportField[];
  const guesses = headings.map((heading) => fields.find((field) => names[field].includes(foldedHeading(heading))));
  return guesses.map((field, at) => (field !== undefined && guesses.indexOf(field) === at ? field : undefined));
}
