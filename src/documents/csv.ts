// Rows as lines of a text file that spreadsheets open: semicolons between, and nothing that they would work out.
import { unparse } from 'papaparse';

/** What a file begins with, so that Excel reads it as UTF-8. */
export const csvStart = '\uFEFF';

/** A text that begins as a formula gets an apostrophe before it (CWE-1236). Ends with a line end. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return `${unparse(
    rows.map((row) => [...row]),
    { delimiter: ';', newline: '\r\n', escapeFormulae: true }
  )}\r\n`;
}
