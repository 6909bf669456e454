// Texts by typed key in the reader's language; plurals and values by ICU message syntax.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/language';
import { en } from './en';
import { fi } from './fi';
import { sv } from './sv';

/** Swedish is the source of keys. */
export type TextKey = keyof typeof sv;

export type Values = Readonly<Record<string, string | number>>;

/** Every text by language and key, for checks of completeness. */
export const texts: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { sv, en, fi };

const formats = new Map<string, IntlMessageFormat>();

/** The text in ICU message syntax with its values filled in. Values are inserted as plain text; whoever shows the result escapes it for the medium. */
export function text(language: Language, key: TextKey, values: Values = {}): string {
  const cached = `${language} ${key}`;
  const format = formats.get(cached) ?? new IntlMessageFormat(texts[language][key], language, undefined, { ignoreTag: true });
  formats.set(cached, format);
  return String(format.format(values));
}
