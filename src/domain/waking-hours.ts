// When somebody may be told of what can wait until morning, in Swedish time; which hours those are is data (src/reference/escalation.ts).
import { Temporal } from 'temporal-polyfill';
import { municipalTimeZone as timeZone } from './reference-number';
import { isWorkingDay } from './working-days';

/** `from` and `until` are Swedish time, "08:00"; `from` belongs to the hours, `until` does not. `always`: at any time of any day. */
export type WakingHours = 'always' | Hours;

interface Hours {
  readonly days: 'working' | 'every';
  readonly from: string;
  readonly until: string;
}

/** All moments are UTC, ISO 8601. */
export function isAwake(at: string, hours: WakingHours): boolean {
  if (hours === 'always') return true;
  const local = inSweden(at);
  const time = local.toPlainTime();
  return isOpen(local.toPlainDate(), hours) && !isBefore(time, hours.from) && isBefore(time, hours.until);
}

/** The moment itself when it is in the hours, else when they next begin. */
export function awakeFrom(at: string, hours: WakingHours): string {
  if (hours === 'always' || isAwake(at, hours)) return at;
  const local = inSweden(at);
  const isToCome = (day: Temporal.PlainDate): boolean =>
    isOpen(day, hours) && Temporal.ZonedDateTime.compare(on(day, hours.from), local) > 0;
  return inUtc(on(nearest(local.toPlainDate(), 1, isToCome), hours.from));
}

/** When the hours of a day begin, or the next that come (UTC). */
export function morningOf(day: Temporal.PlainDate, hours: WakingHours): string {
  return awakeFrom(inUtc(day.toZonedDateTime(timeZone)), hours);
}

/** When the last of the hours began that had ended at this moment: what cannot wait for the next ones is told then. */
export function awakeBefore(at: string, hours: Hours): string {
  const local = inSweden(at);
  const isOver = (day: Temporal.PlainDate): boolean =>
    isOpen(day, hours) && Temporal.ZonedDateTime.compare(on(day, hours.until), local) <= 0;
  return inUtc(on(nearest(local.toPlainDate(), -1, isOver), hours.until).subtract({ hours: 1 }));
}

function nearest(day: Temporal.PlainDate, step: 1 | -1, isIt: (day: Temporal.PlainDate) => boolean): Temporal.PlainDate {
  return isIt(day) ? day : nearest(day.add({ days: step }), step, isIt);
}

function isOpen(day: Temporal.PlainDate, { days }: Hours): boolean {
  return days === 'every' || isWorkingDay(day);
}

function on(day: Temporal.PlainDate, time: string): Temporal.ZonedDateTime {
  return day.toZonedDateTime({ timeZone, plainTime: time });
}

function isBefore(time: Temporal.PlainTime, other: string): boolean {
  return Temporal.PlainTime.compare(time, other) < 0;
}

function inSweden(at: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
}

function inUtc(moment: Temporal.ZonedDateTime): string {
  return moment.toInstant().toString();
}
