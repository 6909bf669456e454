// Texts by typed key in the reader's language; plurals and values by ICU message syntax.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/language';
import { shell as enShell } from './en/shell';
import { shell as fiShell } from './fi/shell';
import type { sv } from './sv';
import { shell as svShell } from './sv/shell';

/** Swedish is the source of keys. */
export type TextKey = keyof typeof sv;

export type Values = Readonly<Record<string, string | number>>;

/** All texts in one language. */
export type Texts = Readonly<Record<TextKey, string>>;

/** What is around a screen, known in every language from the first moment. */
const shells: Readonly<Record<Language, Partial<Texts>>> = { sv: svShell, en: enShell, fi: fiShell };

const learnt = new Map<Language, Texts>();

/** By `load-language.ts` in a browser, by `every-language.ts` elsewhere. */
export function learn(language: Language, texts: Texts): void {
  learnt.set(language, texts);
}

export function isLearnt(language: Language): boolean {
  return learnt.has(language);
}

/** Whether there is such a text. Swedish must have been learnt. */
export function isTextKey(key: string): key is TextKey {
  return key in textsIn('sv');
}

const formats = new Map<string, IntlMessageFormat>();

/**
 * The text in ICU message syntax with its values filled in. Values are inserted as plain text; whoever shows the result escapes it for the medium. Throws
 * when the language has not been learnt, unless it is one of its texts that are there from the first moment.
 */
export function text(language: Language, key: TextKey, values: Values = {}): string {
  const cached = `${language} ${key}`;
  const format = formats.get(cached) ?? formatOf(language, key);
  formats.set(cached, format);
  return String(format.format(values));
}

function formatOf(language: Language, key: TextKey): IntlMessageFormat {
  const message = shells[language][key] ?? textsIn(language)[key];
  return new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
}

function textsIn(language: Language): Texts {
  const texts = learnt.get(language);
  if (texts === undefined) throw new Error(`The texts in the language ${language} have not been loaded.`);
  return texts;
}
