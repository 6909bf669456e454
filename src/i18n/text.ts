// Texts by typed key in the reader's language; plurals and values by ICU message syntax.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/language';
import { sv } from './sv';

/** Swedish is the source of keys. */
export type TextKey = keyof typeof sv;

export type Values = Readonly<Record<string, string | number>>;

/** All texts in one language. */
export type Texts = Readonly<Record<TextKey, string>>;

/** Swedish is always there: lists and documents speak it. The others come by `load-language.ts` in a browser, by `every-language.ts` elsewhere. */
const known = new Map<Language, Texts>([['sv', sv]]);

export function learn(language: Language, texts: Texts): void {
  known.set(language, texts);
}

export function isKnown(language: Language): boolean {
  return known.has(language);
}

export function isTextKey(key: string): key is TextKey {
  return key in sv;
}

const formats = new Map<string, IntlMessageFormat>();

/**
 * The text in ICU message syntax with its values filled in. Values are inserted as plain text; whoever shows the result escapes it for the medium. Throws
 * when the language is not known yet.
 */
export function text(language: Language, key: TextKey, values: Values = {}): string {
  const cached = `${language} ${key}`;
  const format = formats.get(cached) ?? new IntlMessageFormat(textsIn(language)[key], language, undefined, { ignoreTag: true });
  formats.set(cached, format);
  return String(format.format(values));
}

function textsIn(language: Language): Texts {
  const texts = known.get(language);
  if (texts === undefined) throw new Error(`The texts in the language ${language} have not been loaded.`);
  return texts;
}
