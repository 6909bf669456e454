// A month as people read it: "november 2026".
import type { Language } from '../domain/language';

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB', fi: 'fi-FI' };

/** `month` as `2026-11`. */
export function monthInWords(language: Language, month: string): string {
  const format = new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', month: 'long', year: 'numeric' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
