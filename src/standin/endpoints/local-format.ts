// Times and numbers as people read and type them in a site whose regional settings are English (United States): `3/1/2026 2:05 PM`, `1,234.5`.
import { Temporal } from 'temporal-polyfill';

/** `3/1/2026 2:05 PM` in the time zone [recorded, in a public recording of FieldValuesAsText]. Takes ISO 8601 in UTC. */
export function localDateTime(instant: string, timeZone: string): string {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${localDate(instant, timeZone)} ${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `3/1/2026` in the time zone. Takes ISO 8601 in UTC. */
export function localDate(instant: string, timeZone: string): string {
  const { year, month, day } = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${month}/${day}/${year}`;
}

/** `1,234.5`. */
export function localNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 15 });
}

/**
 * The instant (ISO 8601, UTC, to the second) that a person means by `3/1/2026`, `3/1/2026 2:05 PM`, `3/1/2026 14:05` or the same led by
 * the year (`2026-03-01 14:05:30`), in the time zone. Undefined: not a time.
 */
export function instantTyped(text: string, timeZone: string): string | undefined {
  const parts = american.exec(text.trim())?.groups ?? yearFirst.exec(text.trim())?.groups;
  if (parts === undefined) return undefined;
  const number = (name: string): number => Number(parts[name] ?? 0);
  try {
    return Temporal.PlainDateTime.from(
      {
        year: number('year'),
        month: number('month'),
        day: number('day'),
        hour: hourOf(parts),
        minute: number('minute'),
        second: number('second')
      },
      { overflow: 'reject' }
    )
      .toZonedDateTime(timeZone)
      .toInstant()
      .toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const time = String.raw`(?:[ T]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<half>AM|PM)?)?`;
const american = new RegExp(String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})${time}$`, 'i');
const yearFirst = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})${time}$`, 'i');

function hourOf({ hour, half }: Readonly<Record<string, string | undefined>>): number {
  const read = Number(hour ?? 0);
  if (half === undefined) return read;
  if (read < 1 || read > 12) return Number.NaN;
  return (read % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** The number meant by `1,234.5`; undefined: not a number. */
export function numberTyped(text: string): number | undefined {
  const plain = text.trim().replace(/^\$/, '').replaceAll(',', '');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}
