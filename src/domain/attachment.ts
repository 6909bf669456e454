// Files that belong to an incident: what is kept of each, how large and how many they may be, and the name a file gets (H06, H13).
import { z } from 'zod';
import { done, refused, type Outcome } from './outcome';
import { Person } from './person';
import { keepable } from './written-text';

/** Kinds that show or tell something and do nothing: pictures, documents without macros, mail as it came, plain text. */
export const fileKinds = ['jpeg', 'png', 'webp', 'heic', 'pdf', 'word', 'excel', 'powerpoint', 'mail', 'outlook-mail', 'text'] as const;
export type FileKind = (typeof fileKinds)[number];

/**
 * `bytes`: a picture from a telephone is 3 to 6 MB, a mail with what was attached to it seldom more than 10, and each file is held in memory while it is
 * looked into. `files`: with these two an incident weighs at most 200 MB, less than one file that SharePoint takes (250 MB). `name`, in characters: with
 * folder and site the address of the file stays far below the 400 that SharePoint takes.
 */
export const attachmentLimits = { bytes: 10 * 1024 * 1024, files: 20, name: 80 } as const;

/** By which endings a kind goes; it is kept under the first. */
export const fileEndings: Readonly<Record<FileKind, readonly [string, ...string[]]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  heic: ['heic', 'heif'],
  pdf: ['pdf'],
  word: ['docx'],
  excel: ['xlsx'],
  powerpoint: ['pptx'],
  mail: ['eml'],
  'outlook-mail': ['msg'],
  text: ['txt', 'log']
};

/**
 * A file as the incident and its log know it; what is in it is kept beside the item in SharePoint and nowhere else. `name` is for people, `file` what
 * SharePoint keeps it under. `sha256` is over its bytes, `at` UTC, ISO 8601.
 */
export const Attachment = z.object({
  name: z.string().min(1),
  file: z.string().min(1),
  kind: z.enum(fileKinds),
  size: z.int().min(1).max(attachmentLimits.bytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  by: Person,
  at: z.iso.datetime()
});
export type Attachment = Readonly<z.infer<typeof Attachment>>;

export interface NamedFile {
  readonly kind: FileKind;
  readonly name: string;
}

/**
 * The first of the kinds that a file can be by its content which its name agrees with, and the name it gets. A name without an ending gets one, and a
 * picture the right one: telephones and chats often name pictures as what they were before. A name that says something else than the content is refused.
 */
export function namedFile(given: string, kinds: readonly FileKind[]): Outcome<NamedFile, 'file-mismatch'> {
  const { stem, ending } = partsOf(given);
  const kind = kinds.find((possible) => ending === undefined || endingsFor(possible).includes(ending));
  return kind === undefined ? refused('file-mismatch') : done({ kind, name: `${stem}.${fileEndings[kind][0]}` });
}

/** Unlike any other command's file beside the same item, and the same however often the command is repeated. */
export function keptAs(name: string, command: string): string {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)} ${command.slice(0, 8)}${name.slice(dot)}`;
}

const pictures: readonly FileKind[] = ['jpeg', 'png', 'webp', 'heic'];

function endingsFor(kind: FileKind): readonly string[] {
  return pictures.includes(kind) ? pictures.flatMap((picture) => fileEndings[picture]) : fileEndings[kind];
}

interface NameParts {
  readonly stem: string;
  /** In lower case; `undefined` when the name has none: what stands after a full stop in a date or a time is no ending. */
  readonly ending: string | undefined;
}

function partsOf(given: string): NameParts {
  const name = keepable(
    given
      .normalize('NFC')
      .replaceAll(/[\s\p{Default_Ignorable_Code_Point}]+/gu, ' ')
      .replace(/^.*[/\\]/, '')
  );
  const [, before = name, ending] = /^(.*)\.(?=[a-z0-9]*[a-z])([a-z0-9]{1,10})[. ]*$/i.exec(name) ?? [];
  return { stem: stemOf(before), ending: ending?.toLowerCase() };
}

/** What SharePoint does not take in a name, what its addresses read as something else, and what a list would show as something else than it is. */
const unfit = /["*:<>?/\\|#%&{}~'`^[\]=;$@!]|\p{Cc}/gu;

/** Device names of Windows, under which a downloaded file cannot be saved. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

function stemOf(before: string): string {
  const clean = before.replaceAll(unfit, '_').replaceAll(/ +/g, ' ');
  const stem = trimmed(Array.from(trimmed(clean)).slice(0, attachmentLimits.name).join('')).replace(device, '_$&');
  return /[\p{L}\p{N}]/u.test(stem) ? stem : 'bilaga';
}

function trimmed(stem: string): string {
  return stem.replace(/^[. ]+/, '').replace(/[. ]+$/, '');
}
