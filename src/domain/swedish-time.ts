// Moments and days as the Swedish calendar has them; the record itself keeps UTC.
import { Temporal } from 'temporal-polyfill';
import { municipalTimeZone } from './reference-number';

/** A clock before this is not merely slow: with it nobody could have signed in. SharePoint keeps no time before 1900. */
export const earliestMoment = '2000-01-01T00:00:00Z';

/** The Swedish calendar day (YYYY-MM-DD) of a moment (UTC, ISO 8601). */
export function swedishDay(at: string): string {
  return inSweden(at).toPlainDate().toString();
}

/** The Swedish calendar month (`2026-11`) of a moment (UTC, ISO 8601). */
export function monthOf(at: string): string {
  return swedishDay(at).slice(0, 7);
}

/** A moment (UTC, ISO 8601) as a form takes it: `2026-11-23 15:40`, Swedish time. */
export function swedishMoment(at: string): string {
  const local = inSweden(at);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/**
 * The moment (UTC, whole seconds) of a day and a time as a form takes them, Swedish time; nothing when they are none. Where that time of day does not exist,
 * or comes twice, the earlier moment is taken.
 */
export function atSwedishTime(local: string): string | undefined {
  try {
    const moment = Temporal.PlainDateTime.from(local).toZonedDateTime(municipalTimeZone, { disambiguation: 'earlier' }).toInstant();
    return moment.toString({ smallestUnit: 'second' });
  } catch {
    return undefined;
  }
}

/** Whether one moment is before another, both UTC, ISO 8601. */
export function isEarlier(at: string, other: string): boolean {
  return Temporal.Instant.compare(at, other) < 0;
}

function inSweden(at: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(municipalTimeZone);
}
