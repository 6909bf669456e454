// A file that somebody picked, as lines of cells: Excel or text with separators. What it is not is said, and nothing of it is guessed.
import { isCompoundFile, namesInCompoundFile } from '../../domain/compound-file';
import { officeKind, unpackedSize } from '../../domain/office-file';

export const longestFile = 20 * 1024 * 1024;

/** Twenty thousand rows of thirty long columns are a quarter of it; what is larger unpacked would take the page down. */
const longestUnpacked = 256 * 1024 * 1024;

export type FileFault =
  | 'file-too-large'
  | 'file-swells'
  | 'file-empty'
  | 'old-excel'
  | 'file-locked'
  | 'file-macros'
  | 'no-excel'
  | 'no-text'
  | 'unreadable';

/** A sheet that has something in it; a text file is one sheet without a name. */
export interface FileSheet {
  readonly name: string;
  readonly lines: readonly (readonly string[])[];
}

export type ReadFile = { readonly sheets: readonly FileSheet[] } | { readonly fault: FileFault };

/** The libraries are fetched when a file is picked. */
export async function sheetsOf(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const fault = faultOf(name, bytes);
  if (fault !== undefined) return { fault };
  return isExcelName(name) ? excelSheets(bytes) : textSheet(bytes);
}

function faultOf(name: string, bytes: Uint8Array): FileFault | undefined {
  if (bytes.length > longestFile) return 'file-too-large';
  if (bytes.length === 0) return 'file-empty';
  if (isCompoundFile(bytes)) return namesInCompoundFile(bytes)?.includes('EncryptedPackage') === true ? 'file-locked' : 'old-excel';
  if (/\.xls[mb]$|\.xltm$/i.test(name)) return 'file-macros';
  if (!isExcelName(name)) return undefined;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 'no-excel';
  if (officeKind(bytes) !== 'excel') return holds(bytes, 'vbaProject') ? 'file-macros' : 'no-excel';
  return unpackedSize(bytes) > longestUnpacked ? 'file-swells' : undefined;
}

function isExcelName(name: string): boolean {
  return /\.xl\w+$/i.test(name);
}

/** The names of parts stand in an archive as they are. */
function holds(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes(word);
}

async function excelSheets(bytes: Uint8Array): Promise<ReadFile> {
  const { default: readSheets } = await import('read-excel-file/universal');
  try {
    const sheets = (await readSheets(bytes.slice().buffer)).map(({ sheet, data }) => ({
      name: sheet,
      lines: data.map((row) => row.map(cellText))
    }));
    const written = sheets.filter(({ lines }) => lines.some((cells) => cells.some((cell) => cell !== '')));
    return written.length === 0 ? { fault: 'file-empty' } : { sheets: written };
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

async function textSheet(bytes: Uint8Array): Promise<ReadFile> {
  const text = textOf(bytes);
  if (text.includes('\0')) return { fault: 'no-text' };
  const { default: papa } = await import('papaparse');
  const { meta } = papa.parse(text, { delimitersToGuess: [';', ',', '\t'], skipEmptyLines: 'greedy', preview: 10 });
  // Empty lines stay, so that each row has the number it has in the file.
  const { data } = papa.parse<string[]>(text, { delimiter: meta.delimiter });
  return { sheets: [{ name: '', lines: data }] };
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
