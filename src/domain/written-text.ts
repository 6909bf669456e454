// What people write, as it can be kept: without what cannot be seen, what turns the reading direction, and what is no character at all.
import { z } from 'zod';

/**
 * Line feeds as line ends, nothing unseen, no white space around it. Doing it again changes nothing. SharePoint keeps lists as XML, which has no place for
 * control characters, halves of a character and U+FFFE (W3C XML 1.0, 2.2 Char): kept as they are they would come back as something else than the log says.
 */
export function keepable(written: string): string {
  return written
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(unseen, '')
    .trim();
}

/** The first `most` characters that can be kept of what somebody wrote. */
export function keptText(written: string, most: number): string {
  return keepable(keepable(written).slice(0, most));
}

/** Whether a reader would see nothing of it. */
export function isBlank(text: string): boolean {
  return text.replaceAll(/[\s\p{Mark}\p{Default_Ignorable_Code_Point}]/gu, '') === '';
}

/** The text for one line of a terminal, which control characters could end early or move the cursor from (ECMA-48). */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Control}\p{Surrogate}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ');
}

/** A text from outside, at most `most` characters of what can be kept: counted as SharePoint does, in UTF-16, where zod's `max` counts an emoji as one. */
export function written(most: number) {
  return z
    .string()
    .transform(keepable)
    .refine((text) => text.length <= most);
}

/** As `written`, with something to read in it. */
export function writtenVisibly(most: number) {
  return written(most).refine((text) => !isBlank(text));
}

/**
 * Control characters but line feed and tab, lone surrogates, noncharacters, marks that override direction, and signs of no width that join and divide
 * nothing: the joiners U+200C and U+200D stay, which emoji and some scripts are written with.
 */
const unseen =
  /(?![\n\t])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
