// Moments as people write them in Swedish time, and as the record keeps them in UTC.
import * as fc from 'fast-check';
import { atSwedishTime, swedishMoment } from '../../src/domain/swedish-time';

test.each([
  ['2026-11-23T15:40', '2026-11-23T14:40:00Z'],
  ['2026-07-01T15:40', '2026-07-01T13:40:00Z'],
  ['2026-10-25T02:30', '2026-10-25T00:30:00Z'],
  ['2026-03-29T02:30', '2026-03-29T00:30:00Z']
])('%s in Sweden is %s, the earlier moment where the clock is changed', (local, at) => {
  expect(atSwedishTime(local)).toBe(at);
});

test.each(['', '2026-11-23T25:00', 'i går', '2026-02-30T10:00'])('"%s" is no moment', (local) => {
  expect(atSwedishTime(local)).toBeUndefined();
});

test('what a form shows of a moment is read back as the same day and time', () => {
  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const shown = swedishMoment(moment.toISOString());
      const read = atSwedishTime(shown.replace(' ', 'T'));
      return read !== undefined && swedishMoment(read) === shown;
    })
  );
});
