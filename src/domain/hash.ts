// The fingerprint of a content: SHA-256 over JSON in one canonical form, so that browser and service agree.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Anything JSON can say. An absent value and `undefined` are the same content. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/** SHA-256 of a text as UTF-8, 64 lower-case hexadecimal digits. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of a file, as `textHash`. */
export function bytesHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** The hash of the canonical JSON of `content`. */
export function contentHash(content: Json): string {
  return textHash(canonicalJson(content));
}

/**
 * One spelling for each content: object names in code-unit order, no white space, no undefined, text in Unicode form C with `\n` line ends.
 * The idea is that of RFC 8785; text is normalised as well, since a list may give å back as two code points, or lines with `\r\n`.
 */
export function canonicalJson(content: Json): string {
  if (typeof content === 'string') return `"${canonicalText(content)}"`;
  if (content === null || typeof content !== 'object') return JSON.stringify(content);
  if (isList(content)) return `[${content.map(canonicalJson).join(',')}]`;
  const members = Object.entries(content)
    .filter((member): member is [string, Json] => member[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${canonicalJson(value)}`);
  return `{${members.join(',')}}`;
}

/** As `canonicalJson`, of what the record holds, whose types are closer than JSON's. */
export function recordAsJson(content: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(content)) as Json);
}

/** What stands between the quotation marks in the canonical JSON of a text. */
export function canonicalText(text: string): string {
  return special.test(text) ? JSON.stringify(text.normalize('NFC').replaceAll('\r\n', '\n')).slice(1, -1) : text;
}

/** What JSON escapes, and all from U+0300: below that every text is in form C (UAX 15, NFC_Quick_Check). */
const special = /[^ !#-[\]-\u02ff]/;

function isList(content: Json): content is readonly Json[] {
  return Array.isArray(content);
}
