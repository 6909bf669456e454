// A zip file that is written as it is read: each piece is packed and forgotten, so that the whole never stands in memory unpacked.
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ArchiveFile {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

export interface Archive {
  /** Several may be open at once. */
  readonly open: (name: string) => ArchiveFile;
  readonly text: (name: string, text: string) => void;
  /** What is packed already, such as a picture, is put in as it is. */
  readonly bytes: (name: string, bytes: Uint8Array) => void;
  /** Packed bytes so far. */
  readonly size: () => number;
  readonly finish: () => Blob;
}

/** `at` is UTC, ISO 8601: when every file in it was made. */
export function openArchive(at: string): Archive {
  const packed: BlobPart[] = [];
  let size = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    packed.push(chunk);
    size += chunk.length;
  });
  const entry = <E extends ZipDeflate | ZipPassThrough>(made: E): E => {
    made.mtime = at;
    zip.add(made);
    return made;
  };
  const open = (name: string): ArchiveFile => {
    const file = entry(new ZipDeflate(name, { level: 6 }));
    return {
      write: (text) => {
        if (text !== '') file.push(strToU8(text), false);
      },
      end: () => file.push(new Uint8Array(0), true)
    };
  };
  return {
    open,
    text: (name, text) => {
      const file = open(name);
      file.write(text);
      file.end();
    },
    bytes: (name, bytes) => entry(new ZipPassThrough(name)).push(bytes, true),
    size: () => size,
    finish: () => {
      zip.end();
      return new Blob(packed, { type: 'application/zip' });
    }
  };
}
