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
  return document
    .replaceAll(/<w:br\/>|<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** All of it together, for what may stand nowhere at all. */
export async function everythingIn(file: ArrayBuffer): Promise<string> {
  return [...(await partsOf(file))].flat().join('\n').normalize('NFC');
}
