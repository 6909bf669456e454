// Sheets as an Excel file. Every cell is text: what begins with =, +, - or @ is read as it stands and never worked out.
import writeExcelFile from 'write-excel-file/universal';
import { onOneLine } from '../domain/written-text';
import type { Sheet } from './queue-sheet';

/** An .xlsx. */
export function excelOf(sheets: readonly Sheet[]): Promise<Blob> {
  return writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [columns.map(({ title }) => ({ ...textCell(title), fontWeight: 'bold' as const })), ...rows.map((cells) => cells.map(textCell))]
    }))
  ).toBlob();
}

/** Without what XML has no place for. */
function textCell(text: string): { readonly type: StringConstructor; readonly value: string } {
  return { type: String, value: onOneLine(text) };
}
