// The clocks of the legal tracks: hours and calendar months over month ends, leap days and the change to summer time.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { clocksOf, dueAfter, isLate, missedBy, nextDue, type Clocked } from '../../src/domain/legal-clock';
import { rulesInForce, type StageId } from '../../src/domain/legal-rules';
import { swedishMoment } from '../../src/domain/swedish-time';
import { legalRules } from '../../src/reference/legal-rules';

const month = { kind: 'calendar-months', months: 1, from: 'notification' } as const;
const hours = (count: number) => ({ kind: 'hours', hours: count, from: 'knowledge' }) as const;

test.each([
  // The day of the notification and the day a month later, both Swedish time.
  ['an ordinary day', '2026-11-23T14:40:00Z', '2026-12-23T14:40:00Z', '2026-12-23 15:40'],
  ['31 January', '2026-01-31T09:00:00Z', '2026-02-28T09:00:00Z', '2026-02-28 10:00'],
  ['31 January of a leap year', '2028-01-31T09:00:00Z', '2028-02-29T09:00:00Z', '2028-02-29 10:00'],
  ['30 January', '2026-01-30T09:00:00Z', '2026-02-28T09:00:00Z', '2026-02-28 10:00'],
  ['28 February, which is no month end that follows along', '2026-02-28T09:00:00Z', '2026-03-28T09:00:00Z', '2026-03-28 10:00'],
  ['29 February', '2028-02-29T09:00:00Z', '2028-03-29T08:00:00Z', '2028-03-29 10:00'],
  ['31 August', '2026-08-31T20:00:00Z', '2026-09-30T20:00:00Z', '2026-09-30 22:00'],
  ['31 December, over the year', '2026-12-31T12:00:00Z', '2027-01-31T12:00:00Z', '2027-01-31 13:00'],
  ['over the change to summer time', '2026-03-10T11:00:00Z', '2026-04-10T10:00:00Z', '2026-04-10 12:00'],
  ['over the change back', '2026-10-10T10:00:00Z', '2026-11-10T11:00:00Z', '2026-11-10 12:00'],
  ['half past midnight on 1 March to the same on 1 April', '2026-02-28T23:30:00Z', '2026-03-31T22:30:00Z', '2026-04-01 00:30'],
  ['to half past two on the night that has none', '2027-02-28T01:30:00Z', '2027-03-28T00:30:00Z', '2027-03-28 01:30'],
  ['to half past two on the night that has two: the first', '2026-09-25T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25 02:30'],
  ['31 January in Sweden, still 30 January in UTC', '2026-01-30T23:30:00Z', '2026-02-27T23:30:00Z', '2026-02-28 00:30'],
  ['1 March in Sweden, still 28 February in UTC', '2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z', '2026-04-01 00:00']
])('one calendar month from %s', (_what, from, due, shown) => {
  expect(dueAfter(month, from)).toBe(due);
  expect(swedishMoment(due)).toBe(shown);
});

test.each([
  ['24 hours', 24, '2026-11-23T14:40:00Z', '2026-11-24T14:40:00Z', '2026-11-24 15:40'],
  ['72 hours over a weekend', 72, '2026-11-27T16:00:00Z', '2026-11-30T16:00:00Z', '2026-11-30 17:00'],
  ['72 hours over Christmas', 72, '2026-12-23T12:00:00Z', '2026-12-26T12:00:00Z', '2026-12-26 13:00'],
  [
    '24 hours over the change to summer time, an hour later by the clock',
    24,
    '2026-03-28T10:00:00Z',
    '2026-03-29T10:00:00Z',
    '2026-03-29 12:00'
  ],
  ['24 hours over the change back, an hour earlier by the clock', 24, '2026-10-24T10:00:00Z', '2026-10-25T10:00:00Z', '2026-10-25 11:00'],
  ['72 hours over 29 February', 72, '2028-02-27T12:00:00Z', '2028-03-01T12:00:00Z', '2028-03-01 13:00'],
  ['72 hours over 31 January', 72, '2026-01-30T12:00:00Z', '2026-02-02T12:00:00Z', '2026-02-02 13:00']
])('%s', (_what, count, from, due, shown) => {
  expect(dueAfter(hours(count), from)).toBe(due);
  expect(swedishMoment(due)).toBe(shown);
});

/** Whole seconds of the years 2020-2060. */
const moment = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString());
const inSweden = (at: string): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Stockholm');

test('a month later is always in the next month, on the same day or its last', () => {
  fc.assert(
    fc.property(moment, (from) => {
      const [start, end] = [inSweden(from), inSweden(dueAfter(month, from))];
      expect(end.month).toBe((start.month % 12) + 1);
      expect(end.day).toBe(Math.min(start.day, end.daysInMonth));
    })
  );
});

test('a month is never counted longer than the law counts it, and never shorter than 28 days less the hour of summer time', () => {
  fc.assert(
    fc.property(moment, (from) => {
      const due = Temporal.Instant.from(dueAfter(month, from));
      const start = inSweden(from);
      const lastDay = start.toPlainDate().add({ months: 1 });
      const endOfLastDay = lastDay.add({ days: 1 }).toZonedDateTime('Europe/Stockholm').toInstant();
      expect(Temporal.Instant.compare(due, endOfLastDay)).toBeLessThan(0);
      expect(due.since(Temporal.Instant.from(from)).total('hours')).toBeGreaterThanOrEqual(28 * 24 - 1);
    })
  );
});

test('hours are elapsed hours whatever the calendar does', () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(24, 72), (from, count) => {
      const due = Temporal.Instant.from(dueAfter(hours(count), from));
      expect(due.since(Temporal.Instant.from(from)).total('hours')).toBe(count);
    })
  );
});

describe('the clocks of cybersäkerhetslagen', () => {
  const known = '2026-11-20T09:00:00Z';
  const { stages } = rulesInForce(legalRules.cybersecurity, known);
  const sent = (stage: StageId, at: string) => ({ stage, at });
  const track = (changes: Partial<Clocked> = {}): Clocked => ({ knowledge: [{ at: known }], submissions: [], ...changes });
  const dueOf = (clocked: Clocked, stage: StageId) => clocksOf(clocked, stages).find((clock) => clock.stage === stage);

  test('run 24 and 72 hours from kännedom; the month waits for the notification', () => {
    expect(dueOf(track(), 'early-warning')).toMatchObject({ due: '2026-11-21T09:00:00Z' });
    expect(dueOf(track(), 'notification')).toMatchObject({ due: '2026-11-23T09:00:00Z' });
    expect(dueOf(track(), 'final')).toMatchObject({ waitsFor: 'notification' });
    expect(nextDue(track(), stages)).toEqual({ stage: 'early-warning', due: '2026-11-21T09:00:00Z' });
  });

  test('follow kännedom when it is corrected', () => {
    const corrected = track({ knowledge: [{ at: known }, { at: '2026-11-19T20:00:00Z' }] });
    expect(nextDue(corrected, stages)).toEqual({ stage: 'early-warning', due: '2026-11-20T20:00:00Z' });
  });

  test('count the month from when the notification was sent in, not from when it was due', () => {
    const notified = track({ submissions: [sent('early-warning', '2026-11-20T12:00:00Z'), sent('notification', '2026-11-21T08:00:00Z')] });
    expect(nextDue(notified, stages)).toEqual({ stage: 'final', due: '2026-12-21T08:00:00Z' });
    expect(dueOf(notified, 'progress')).toMatchObject({ due: '2026-12-21T08:00:00Z' });
  });

  test('after a lägesrapport the slutrapport waits until the incident has been handled, and has a month from then', () => {
    const ongoing = track({ submissions: [sent('notification', '2026-11-21T08:00:00Z'), sent('progress', '2026-12-20T08:00:00Z')] });
    expect(dueOf(ongoing, 'final')).toMatchObject({ waitsFor: 'handled' });
    expect(nextDue(ongoing, stages)).toBeUndefined();
    const handled = { ...ongoing, handledAt: '2027-01-31T10:00:00Z' };
    expect(nextDue(handled, stages)).toEqual({ stage: 'final', due: '2027-02-28T10:00:00Z' });
  });

  test('take a notification for the upplysning as well, when none was sent in', () => {
    const together = track({ submissions: [sent('notification', '2026-11-20T18:00:00Z')] });
    expect(nextDue(together, stages)?.stage).toBe('final');
    expect(missedBy(track(), stages, 'notification', '2026-11-20T18:00:00Z')).toEqual([]);
    expect(missedBy(track(), stages, 'notification', '2026-11-22T09:00:00Z').map(({ stage }) => stage)).toEqual(['early-warning']);
  });

  test('are late from the second after, not at the very moment', () => {
    const [warning] = clocksOf(track(), stages);
    if (warning === undefined) throw new Error('The first stage is the upplysning.');
    expect(isLate(warning, '2026-11-21T09:00:00Z')).toBe(false);
    expect(isLate(warning, '2026-11-21T09:00:01Z')).toBe(true);
    expect(isLate({ ...warning, answeredAt: '2026-11-21T08:00:00Z' }, '2026-12-31T00:00:00Z')).toBe(false);
  });
});

test('a contract has the hours it says, and they are missed when nobody has told them', () => {
  const track = { knowledge: [{ at: '2026-11-20T09:00:00Z' }], submissions: [] };
  const { stages } = rulesInForce(legalRules.supplier, '2026-11-20T09:00:00Z');
  expect(clocksOf(track, stages)[0]).toMatchObject({ waitsFor: 'agreed-hours' });
  expect(clocksOf({ ...track, agreedHours: 36 }, stages)[0]).toMatchObject({ due: '2026-11-21T21:00:00Z' });
});
