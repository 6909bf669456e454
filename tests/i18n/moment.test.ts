// Days and times as people read them in each language, in Swedish time.
import { formatDay, formatMoment } from '../../src/i18n/moment';

test.each([
  ['sv', 'tors 10 dec 2026'],
  ['en', 'Thu 10 Dec 2026'],
  ['fi', 'to 10.12.2026']
] as const)('a day is written as it is read in %s', (language, written) => {
  expect(formatDay(language, '2026-12-10')).toBe(written);
});

test('a moment stands in Swedish time, also on the other side of midnight', () => {
  expect(formatMoment('fi', '2026-11-30T23:30:00Z')).toBe('ti 1.12.2026 00:30');
  expect(formatMoment('sv', '2026-07-01T12:05:00Z')).toBe('ons 1 juli 2026 14:05');
});
