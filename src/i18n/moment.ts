// Times as people read them here: "mån 23 nov 2026 15:40", Swedish time, whatever the clock of the machine says.
import { Temporal } from 'temporal-polyfill';
import type { Language } from '../domain/language';
import { municipalTimeZone } from '../domain/reference-number';

/** Made once: making one takes a hundred times as long as using it. */
const dayFormats = { sv: dayFormat('sv-SE'), en: dayFormat('en-GB'), fi: dayFormat('fi-FI') } as const;

/** Day and time of an instant (UTC, ISO 8601) in Swedish time. */
export function formatMoment(language: Language, at: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(municipalTimeZone);
  const day = formatDay(language, local.toPlainDate().toString());
  return `${day} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** A calendar day (YYYY-MM-DD): "mån 23 nov 2026", in Finnish "ma 23.11.2026". A full stop between figures is part of the day; others only shorten a word. */
export function formatDay(language: Language, day: string): string {
  return dayFormats[language].format(Temporal.Instant.from(`${day}T00:00Z`).epochMilliseconds).replaceAll(/[.,](?!\d)/g, '');
}

function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}
