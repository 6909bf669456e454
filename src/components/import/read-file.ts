// A file that somebody picked, as lines of cells: Excel or text with separators. What it is not is said, and nothing of it is guessed.
import { isCompoundFile, namesInCompoundFile } from '../../domain/compound-file';
import { officeKind } from '../../domain/office-file';

export const longestFile = 20 * 1024 * 1024;

export type FileFault =
  | 'file-too-large'
  | 'file-empty'
  | 'old-excel'
  | 'file-locked'
  | 'file-macros'
  | 'no-excel'
  | 'no-text'
  | 'unreadable';

export type ReadLines = { readonly lines: readonly (readonly string[])[] } | { readonly fault: FileFault };

/** The first sheet of an Excel file. The libraries are fetched when a file is picked. */
export async function linesOf(name: string, bytes: Uint8Array): Promise<ReadLines> {
  const fault = faultOf(name, bytes);
  if (fault !== undefined) return { fault };
  return isExcelName(name) ? excelLines(bytes) : textLines(bytes);
}

function faultOf(name: string, bytes: Uint8Array): FileFault | undefined {
  if (bytes.length > longestFile) return 'file-too-large';
  if (bytes.length === 0) return 'file-empty';
  if (isCompoundFile(bytes)) return namesInCompoundFile(bytes)?.includes('EncryptedPackage') === true ? 'file-locked' : 'old-excel';
  if (/\.xls[mb]$|\.xltm$/i.test(name)) return 'file-macros';
  if (!isExcelName(name)) return undefined;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 'no-excel';
  return officeKind(bytes) === 'excel' ? undefined : holds(bytes, 'vbaProject') ? 'file-macros' : 'no-excel';
}

function isExcelName(name: string): boolean {
  return /\.xl\w+$/i.test(name);
}

/** The names of parts stand in an archive as they are. */
function holds(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes(word);
}

async function excelLines(bytes: Uint8Array): Promise<ReadLines> {
  const { readSheet } = await import('read-excel-file/universal');
  try {
    const rows = await readSheet(bytes.slice().buffer);
    return { lines: rows.map((row) => row.map(cellText)) };
  } catch {
    return { fault: 'unreadable' };
  }
}

/** Days as days; a formula is what it came to when it was saved, as text. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

async function textLines(bytes: Uint8Array): Promise<ReadLines> {
  const text = textOf(bytes);
  if (text.includes('\0')) return { fault: 'no-text' };
  const { default: papa } = await import('papaparse');
  const { data } = papa.parse<string[]>(text, { delimitersToGuess: [';', ',', '\t'], skipEmptyLines: 'greedy' });
  return { lines: data };
}

/** UTF-16 by its mark, UTF-8 when it is that, else Windows-1252: what Excel in Sweden has written for thirty years. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
