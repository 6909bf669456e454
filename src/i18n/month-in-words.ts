// A month as people read it: "november 2026".
import { Temporal } from 'temporal-polyfill';
import type { Language } from '../domain/language';

/** Made once, as those of days are. */
const formats = { sv: monthFormat('sv-SE'), en: monthFormat('en-GB'), fi: monthFormat('fi-FI') } as const;

/** `month` as `2026-11`. */
export function monthInWords(language: Language, month: string): string {
  return formats[language].format(Temporal.Instant.from(`${month}-01T00:00Z`).epochMilliseconds);
}

function monthFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
}
