// What a Word, Excel or PowerPoint file is by what it says of its own parts, and whether any of them could do something when it is opened (ECMA-376 part 2).
import { strFromU8, unzipSync } from 'fflate';
import type { FileKind } from './attachment';

const contents = '[Content_Types].xml';

/** Longer than that of any document; it is unpacked into memory. */
const longestContents = 1024 * 1024;

/** What the main part of each is called. Their twins with macros are called otherwise (`macroEnabled`). */
const mainParts: readonly (readonly [kind: FileKind, part: string])[] = [
  ['word', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  ['excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  ['powerpoint', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml']
];

/** Macros under any name, sheets of Excel 4 macros, ActiveX, and whatever has been put in as an object. An entity could hide the word. */
const active = /macro|vba|activex|oleobject|<!|&/i;
const activeNames = /vba|macrosheets\/|dialogsheets\/|activex\/|oleobject|\.(?:exe|dll|js|vbs|ps1|cmd|bat|scr|hta|lnk|jar|zip)$/i;

/** `undefined`: an archive of something else, one that cannot be read as one, or a document in which something could run. */
export function officeKind(bytes: Uint8Array): FileKind | undefined {
  const archive = readArchive(bytes);
  if (archive === undefined || archive.names.some((name) => activeNames.test(name)) || active.test(archive.contents)) return undefined;
  const kinds = mainParts.filter(([, part]) => archive.contents.includes(part));
  return kinds.length === 1 ? kinds[0]?.[0] : undefined;
}

/** How many bytes an archive says that its parts are when they are unpacked; none when it cannot be read. A part that says too little is not unpacked beyond that. */
export function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      }
    });
  } catch {
    return 0;
  }
  return size;
}

interface Archive {
  readonly names: readonly string[];
  readonly contents: string;
}

/** Two parts of one name would be two documents: one that is looked into, and one that is opened. */
function readArchive(bytes: Uint8Array): Archive | undefined {
  const names: string[] = [];
  try {
    const { [contents]: said } = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        return name === contents && originalSize <= longestContents;
      }
    });
    const isOne = new Set(names.map((name) => name.toLowerCase())).size === names.length;
    return said === undefined || !isOne ? undefined : { names, contents: strFromU8(said) };
  } catch {
    return undefined;
  }
}
