// Which days are worked in a Swedish municipality, against almanacs.
import { Temporal } from 'temporal-polyfill';
import { isWorkingDay } from '../../src/domain/working-days';

test.each([
  ['nyårsdagen', '2027-01-01'],
  ['trettondagen', '2027-01-06'],
  ['långfredagen 2026', '2026-04-03'],
  ['annandag påsk 2026', '2026-04-06'],
  ['långfredagen 2027', '2027-03-26'],
  ['annandag påsk 2038, the latest there is', '2038-04-26'],
  ['Kristi himmelsfärds dag', '2026-05-14'],
  ['första maj', '2026-05-01'],
  ['nationaldagen', '2029-06-06'],
  ['midsommarafton 2026', '2026-06-19'],
  ['midsommarafton 2027', '2027-06-25'],
  ['julafton', '2026-12-24'],
  ['nyårsafton', '2026-12-31'],
  ['a Saturday', '2026-11-28'],
  ['a Sunday', '2026-11-29']
])('nobody works on %s, %s', (_day, date) => {
  expect(isWorkingDay(Temporal.PlainDate.from(date))).toBe(false);
});

test.each(['2026-11-25', '2026-04-02', '2026-04-07', '2026-06-18', '2026-06-22', '2026-12-23', '2026-06-12'])('%s is worked', (date) => {
  expect(isWorkingDay(Temporal.PlainDate.from(date))).toBe(true);
});
