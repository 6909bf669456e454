// What a file is by its bytes, whatever it is called: kinds that only show or tell something are let in, all else is not.
import { strFromU8, strToU8 } from 'fflate';
import type { FileKind } from './attachment';
import { isCompoundFile, namesInCompoundFile } from './compound-file';
import { officeKind } from './office-file';

/** `active`: it runs, may hold what runs, or may show itself as a page: web pages, SVG, scripts, programs, archives, macros. `unknown`: none that is let in. */
export type FileContent = readonly FileKind[] | 'active' | 'unknown';

/** Every kind the file can be taken for, the likeliest first. A mail is a text as well. */
export function contentOf(bytes: Uint8Array): FileContent {
  const [marked] = marks.find(([, mark]) => mark(bytes)) ?? [];
  if (marked !== undefined) return [marked];
  if (startsWith(bytes, 'PK\x03\x04')) return listed(officeKind(bytes));
  if (isCompoundFile(bytes)) return listed(outlookMail(bytes));
  if (programs.some((mark) => startsWith(bytes, mark))) return 'active';
  return writtenContent(bytes);
}

/** Of what is made of parts: one that is no kind of ours may hold anything. */
function listed(kind: FileKind | undefined): FileContent {
  return kind === undefined ? 'active' : [kind];
}

/** First bytes: JPEG (ITU T.81 B.1.1), PNG (W3C PNG 5.2), WebP (RFC 9649), HEIF (ISO/IEC 23008-12 annex B), PDF (ISO 32000 7.5.2). */
const marks: readonly (readonly [kind: FileKind, isMarked: (bytes: Uint8Array) => boolean])[] = [
  ['jpeg', (bytes) => startsWith(bytes, '\xff\xd8\xff')],
  ['png', (bytes) => startsWith(bytes, '\x89PNG\r\n\x1a\n')],
  ['webp', (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)],
  ['heic', (bytes) => startsWith(bytes, 'ftyp', 4) && heifBrands.some((brand) => startsWith(bytes, brand, 8))],
  ['pdf', (bytes) => startsWith(bytes, '%PDF-')]
];

const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** Programs of Linux, macOS and Java, shortcuts of Windows, and archives. Those of Windows and scripts are told by what follows. */
const programs = [
  '\x7fELF',
  '\xfe\xed\xfa',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  'L\x00\x00\x00\x01\x14\x02',
  'PK',
  '\x1f\x8b',
  'BZh',
  '7z\xbc\xaf',
  'Rar!',
  '\xfd7zXZ',
  'MSCF'
];

function startsWith(bytes: Uint8Array, mark: string, at = 0): boolean {
  return bytes.length >= at + mark.length && Array.from(mark).every((character, index) => bytes[at + index] === character.charCodeAt(0));
}

/** What Outlook's mails have ([MS-OXMSG] 2.4), and what documents of Office before 2007 have, by themselves or inside a mail. */
const mailProperties = '__properties_version1.0';
const oldOffice = /^(?:_?vba|_vba_project.*|macros|worddocument|workbook|book|powerpoint document|encryptedpackage|.ole10native)$/i;

function outlookMail(bytes: Uint8Array): FileKind | undefined {
  const names = namesInCompoundFile(bytes) ?? [];
  return names.includes(mailProperties) && !names.some((name) => oldOffice.test(name)) ? 'outlook-mail' : undefined;
}

/** A mail may hold bytes of other encodings than its own; a text is UTF-8, so that everybody can read it. */
function writtenContent(bytes: Uint8Array): FileContent {
  if (bytes.includes(0)) return startsWith(bytes, 'MZ') ? 'active' : 'unknown';
  if (isPageOrScript(strFromU8(bytes.subarray(0, 2048), true))) return 'active';
  const kinds: readonly (FileKind | false)[] = [isMail(bytes) && 'mail', isText(bytes) && 'text'];
  const possible = kinds.filter((kind) => kind !== false);
  return possible.length === 0 ? 'unknown' : possible;
}

/** A browser that guesses takes for a page what begins with `<`, after white space and a byte order mark (WHATWG MIME Sniffing 7.1). */
function isPageOrScript(start: string): boolean {
  return /^(?:\xef\xbb\xbf)?(?:\s*<|#!)/.test(start);
}

function isText(bytes: Uint8Array): boolean {
  const text = strFromU8(bytes);
  return !/(?![\t\n\f\r])\p{Cc}/u.test(text) && isSame(strToU8(text), bytes);
}

/** What is not UTF-8 does not come back as it was. A byte order mark is left out on the way. */
function isSame(again: Uint8Array, bytes: Uint8Array): boolean {
  const begin = bytes.length - again.length;
  return (begin === 0 || (begin === 3 && startsWith(bytes, '\xef\xbb\xbf'))) && again.every((byte, index) => byte === bytes[begin + index]);
}

/** As far as the header of a mail is read for what it is. */
const longestHeader = 64 * 1024;

/** A header of fields, and among them who sent it and what no mail lacks (RFC 5322 3.6). */
function isMail(bytes: Uint8Array): boolean {
  const [header = ''] = strFromU8(bytes.subarray(0, longestHeader), true).split(/\r?\n\r?\n/);
  const lines = header.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const names = lines.map((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase());
  return names.every((name) => name !== undefined) && names.includes('from') && others.some((name) => names.includes(name));
}

const others = ['date', 'received', 'message-id', 'subject', 'to'];
