// Reading a made Word or Excel file back: what is in it, part by part, and what a person reads of it.
import JSZip from 'jszip';

/** Every part of the file by its name, as the text it is. */
export async function partsOf(file: ArrayBuffer): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(new Uint8Array(file));
  const parts = Object.values(zip.files).filter(({ dir }) => !dir);
  return new Map(await Promise.all(parts.map(async (part) => [part.name, await part.async('string')] as const)));
}

/** What is read in a Word document: a line for each paragraph. */
export async function readWord(file: ArrayBuffer): Promise<string> {
  const document = (await partsOf(file)).get('word/document.xml') ?? '';
  return unescaped(document.replaceAll(/<w:br\/>|<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, ''));
}

/** The cells of an Excel file that are text: sheets, rows, cells. */
export async function readExcel(file: ArrayBuffer): Promise<string[][][]> {
  const parts = await partsOf(file);
  const shared = matches(parts.get('xl/sharedStrings.xml') ?? '', /<si>(.*?)<\/si>/gs).map((xml) =>
    unescaped(xml.replaceAll(/<[^>]+>/g, ''))
  );
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet')).sort(([a], [b]) => a.localeCompare(b));
  return sheets.map(([, xml]) => matches(xml, /<row[^>]*>(.*?)<\/row>/gs).map((row) => cellsIn(row, shared)));
}

/** Up to column Z. A cell that is anything but shared text is none, and is seen to be missing. */
function cellsIn(row: string, shared: readonly string[]): string[] {
  const cells: (string | undefined)[] = [];
  for (const [, column = '', , inner = ''] of row.matchAll(/<c r="([A-Z])\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    cells[column.charCodeAt(0) - 'A'.charCodeAt(0)] = shared[Number(/^<v>(\d+)<\/v>$/.exec(inner)?.[1])] ?? '';
  }
  return Array.from(cells, (cell) => cell ?? '');
}

function matches(xml: string, pattern: RegExp): string[] {
  return [...xml.matchAll(pattern)].map(([, inner]) => inner ?? '');
}

function unescaped(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

/** All of it together, for what may stand nowhere at all. */
export async function everythingIn(file: ArrayBuffer): Promise<string> {
  return [...(await partsOf(file))].flat().join('\n').normalize('NFC');
}
