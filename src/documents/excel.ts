// Sheets as an Excel file. Every cell is text: what begins with =, +, - or @ is read as it stands and never worked out.
import writeExcelFile from 'write-excel-file/universal';
import { onOneLine } from '../domain/written-text';
import type { Sheet } from './sheet';

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

/** Lines and tabs as they were written, without what XML has no place for. */
function textCell(text: string): { readonly type: StringConstructor; readonly value: string } {
  const lines = text.replaceAll(/[^\n\t]+/g, onOneLine);
  return { type: String, value: isInherited(lines) ? `${lines} ` : lines };
}

/** write-excel-file 4.1.1 counts texts in a plain object and takes `toString` for one it has met: a space that nobody sees makes it another text. */
function isInherited(text: string): boolean {
  return text in Object.prototype;
}
