// Swedish working days: not Saturdays, Sundays, the holidays of lag (1989:253) om allmänna helgdagar, nor the eves when municipal offices are closed.
import { Temporal } from 'temporal-polyfill';

/** The same time of day so many working days later; what comes in when nobody works counts from the morning of the next working day. */
export function afterWorkingDays(from: Temporal.ZonedDateTime, days: number): Temporal.ZonedDateTime {
  const start = isWorkingDay(from.toPlainDate()) ? from : nextWorkingDay(from).startOfDay().add({ hours: opening });
  return Array.from({ length: days }).reduce<Temporal.ZonedDateTime>(nextWorkingDay, start);
}

/** Hour of the morning at which a working day begins. */
const opening = 8;

function nextWorkingDay(from: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const next = from.add({ days: 1 });
  return isWorkingDay(next.toPlainDate()) ? next : nextWorkingDay(next);
}

export function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < saturday && !isHoliday(day);
}

const saturday = 6;
const friday = 5;

/** Nyårsdagen, trettondagen, första maj, nationaldagen; julafton, juldagen, annandag jul, nyårsafton. */
const fixed: readonly string[] = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'];

/** Days from Easter Sunday: långfredagen, annandag påsk, Kristi himmelsfärds dag. */
const aroundEaster: readonly number[] = [-2, 1, 39];

/** Midsommarafton is the Friday between 19 and 25 June; alla helgons dag is always a Saturday. */
function isHoliday(day: Temporal.PlainDate): boolean {
  const { month, day: date, dayOfWeek, year } = day;
  if (fixed.includes(day.toString().slice(5))) return true;
  if (month === 6 && dayOfWeek === friday && date >= 19 && date <= 25) return true;
  return aroundEaster.includes(easterSunday(year).until(day).days);
}

/** By the Gregorian computus, in the form that Nature printed in 1876 ("anonymous"). */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const lunar =
    (century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 19 * golden + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - lunar - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * lunar + 22 * weekday) / 451);
  const day = lunar + weekday - 7 * correction + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(day / 31), day: (day % 31) + 1 });
}
