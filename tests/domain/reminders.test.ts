// When people are reminded and who is told next: never before its time, never twice, never at night below critical, and always in the end.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  reminderDue,
  reminderStages,
  remindersOf,
  stepDue,
  type Deadline,
  type Escalated,
  type EscalationRule
} from '../../src/domain/reminders';
import { answerBy, severities, type Severity } from '../../src/domain/severity';
import { awakeFrom, isAwake } from '../../src/domain/waking-hours';
import { isWorkingDay } from '../../src/domain/working-days';
import { escalationRules } from '../../src/reference/escalation';

const inSweden = (at: string): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Stockholm');
const asLocal = (at: string): string => inSweden(at).toPlainDateTime().toString({ smallestUnit: 'minute' });
const asUtc = (local: string): string => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant().toString();

/** Every reminder of a deadline as its level has it, in Swedish time. */
function reminders(severity: Severity, start: string, due = answerBy(severity, asUtc(start))): readonly string[] {
  const rule = escalationRules.answer[severity];
  return remindersOf({ start: asUtc(start), due }, rule).map(({ stage, at }) => `${stage} ${asLocal(at)}`);
}

test.each<[string, Severity, string, readonly string[]]>([
  [
    'half an hour at three in the night, critical',
    'critical',
    '2026-11-24T03:00',
    ['half 2026-11-24T03:15', 'near 2026-11-24T03:26', 'over 2026-11-24T03:30']
  ],
  ['four hours in the day', 'high', '2026-11-24T09:00', ['half 2026-11-24T11:00', 'near 2026-11-24T12:30', 'over 2026-11-24T13:00']],
  ['four hours on a Sunday', 'high', '2026-11-29T09:00', ['half 2026-11-29T11:00', 'near 2026-11-29T12:30', 'over 2026-11-29T13:00']],
  [
    'four hours that end in the night: before it, and in the morning',
    'high',
    '2026-11-24T20:30',
    ['near 2026-11-24T21:00', 'over 2026-11-25T06:00']
  ],
  ['four hours that pass in the night', 'high', '2026-11-24T23:00', ['over 2026-11-25T06:00']],
  [
    'a working day from Tuesday noon: half of it is at midnight, and waits',
    'medium',
    '2026-11-24T12:00',
    ['half 2026-11-25T08:00', 'near 2026-11-25T09:00', 'over 2026-11-25T12:00']
  ],
  [
    'two working days from Thursday afternoon, over a weekend that is quiet',
    'low',
    '2026-11-26T15:00',
    ['near 2026-11-30T08:00', 'over 2026-11-30T15:00']
  ],
  [
    'two working days from Thursday evening',
    'low',
    '2026-11-26T21:00',
    ['half 2026-11-30T08:00', 'near 2026-11-30T09:00', 'over 2026-12-01T08:00']
  ],
  [
    'two working days over Christmas',
    'low',
    '2026-12-23T10:00',
    ['half 2026-12-28T08:00', 'near 2026-12-28T16:00', 'over 2026-12-29T10:00']
  ],
  ['four hours over the change to summer time', 'high', '2026-03-28T21:30', ['over 2026-03-29T06:00']],
  ['four hours over the change back', 'high', '2026-10-24T21:30', ['over 2026-10-25T06:00']]
])('%s', (_what, severity, start, expected) => {
  expect(reminders(severity, start)).toEqual(expected);
});

/** Whole seconds of the years 2020-2040. */
const moment = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString());
const severity = fc.constantFrom(...severities);
const deadline = fc.tuple(moment, severity).map(([start, level]) => ({ start, due: answerBy(level, start), level }));
const isBefore = (at: string, other: string): boolean => Temporal.Instant.compare(at, other) < 0;

test('at night nobody is told of anything below critical, on weekends and holidays nothing below high', () => {
  fc.assert(
    fc.property(moment, severity, (at, level) => {
      const local = inSweden(at);
      if (!isAwake(at, escalationRules.answer[level].waking)) return;
      if (level !== 'critical') expect(local.hour >= 6 && local.hour < 22).toBe(true);
      if (level === 'low' || level === 'medium') expect(isWorkingDay(local.toPlainDate())).toBe(true);
    })
  );
});

test('what waits for morning is told when it comes: never before, and at once if nobody sleeps', () => {
  fc.assert(
    fc.property(moment, severity, (at, level) => {
      const { waking } = escalationRules.answer[level];
      const told = awakeFrom(at, waking);
      expect(isAwake(told, waking)).toBe(true);
      expect(isBefore(told, at)).toBe(false);
      if (isAwake(at, waking)) expect(told).toBe(at);
      const between = Temporal.Instant.from(told).subtract({ seconds: 1 }).toString();
      if (!isBefore(between, at)) expect(isAwake(between, waking)).toBe(false);
    })
  );
});

test('no reminder comes before its time, none in quiet hours, each but once, and that it has passed is always said', () => {
  fc.assert(
    fc.property(deadline, ({ start, due, level }) => {
      const rule = escalationRules.answer[level];
      const given = remindersOf({ start, due }, rule);
      const halfway = Temporal.Instant.from(start)
        .add({ seconds: Math.floor(secondsBetween(start, due) / 2) })
        .toString();
      for (const { stage, at } of given) {
        expect(isAwake(at, rule.waking)).toBe(true);
        expect(isBefore(at, { half: halfway, near: start, over: due }[stage])).toBe(false);
      }
      expect(given.filter(({ stage }) => stage === 'near').every(({ at }) => isBefore(at, due))).toBe(true);
      expect(given.map(({ stage }) => stage)).toEqual(reminderStages.filter((stage) => given.some((one) => one.stage === stage)));
      expect([...given].sort((a, b) => Temporal.Instant.compare(a.at, b.at))).toEqual(given);
      expect(given.at(-1)?.stage).toBe('over');
    })
  );
});

function secondsBetween(from: string, to: string): number {
  return Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('seconds');
}

/** What somebody hears who looks now and then, as the service does, and is told of a stage once. */
function heard(clock: Deadline, rule: EscalationRule, looks: readonly string[]): readonly string[] {
  const stages = looks.flatMap((now) => reminderDue(clock, rule, now)?.stage ?? []);
  return [...new Set(stages)];
}

test('whenever it is looked, with pauses as long as there may be, stages come in order and a deadline that passed is told', () => {
  fc.assert(
    fc.property(deadline, fc.array(fc.integer({ min: 1, max: 40 * 60 }), { minLength: 5, maxLength: 40 }), (clock, pauses) => {
      const rule = escalationRules.answer[clock.level];
      const looks = pauses.reduce<string[]>((all, minutes) => [...all, later(all.at(-1) ?? clock.start, minutes)], []);
      const stages = heard(clock, rule, looks);
      for (const now of looks.filter((at) => !isAwake(at, rule.waking))) expect(reminderDue(clock, rule, now)).toBeUndefined();
      expect(stages).toEqual(reminderStages.filter((stage) => stages.includes(stage)));
      const isPassed = looks.some(
        (now) =>
          isAwake(now, rule.waking) && !isBefore(now, awakeFrom(clock.due, rule.waking)) && !isBefore(later(clock.due, 20 * 24 * 60), now)
      );
      if (isPassed) expect(stages).toContain('over');
    })
  );
});

const later = (at: string, minutes: number): string => Temporal.Instant.from(at).add({ minutes }).toString();

/** The line as it is told, one step at each look that gives one. */
function climbed(clock: Deadline, rule: EscalationRule, looks: readonly string[]): readonly Escalated[] {
  return looks.reduce<readonly Escalated[]>((told, now) => {
    const step = stepDue(clock, told.at(-1), rule, now);
    return step === undefined ? told : [...told, { due: clock.due, step, at: now }];
  }, []);
}

test('the next in line is told when nobody has answered, one after the other, each with their time in waking hours', () => {
  fc.assert(
    fc.property(deadline, fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 5, maxLength: 40 }), (clock, pauses) => {
      const rule = escalationRules.answer[clock.level];
      const looks = pauses.reduce<string[]>((all, minutes) => [...all, later(all.at(-1) ?? clock.start, minutes)], []);
      const told = climbed(clock, rule, looks);
      expect(told.map(({ step }) => step)).toEqual(told.map((_, index) => index + 1));
      for (const [index, { at }] of told.entries()) {
        const before = told[index - 1];
        expect(isAwake(at, rule.waking)).toBe(true);
        expect(isBefore(at, before === undefined ? clock.due : later(before.at, rule.nextAfterMinutes))).toBe(false);
      }
      if (looks.some((now) => isAwake(now, rule.waking) && !isBefore(now, clock.due))) expect(told).not.toHaveLength(0);
    })
  );
});

test('a weekend is one night: on Monday morning one is told, not all that would have been', () => {
  const clock = { start: asUtc('2026-11-26T16:00'), due: asUtc('2026-11-27T16:00') };
  const everyHour = Array.from({ length: 24 * 5 }, (_, hour) => later(clock.start, hour * 60));
  const told = climbed(clock, escalationRules.answer.medium, everyHour);
  expect(told.map(({ step, at }) => [step, asLocal(at)])).toEqual([
    [1, '2026-11-27T16:00'],
    [2, '2026-11-30T08:00'],
    [3, '2026-11-30T12:00'],
    [4, '2026-11-30T16:00'],
    [5, '2026-12-01T08:00'],
    [6, '2026-12-01T12:00']
  ]);
});

test('what was told of another deadline does not count for this one', () => {
  const clock = { start: asUtc('2026-11-24T09:00'), due: asUtc('2026-11-24T13:00') };
  const told = { due: asUtc('2026-11-23T13:00'), step: 3, at: asUtc('2026-11-23T15:00') };
  expect(stepDue(clock, told, escalationRules.answer.high, clock.due)).toBe(1);
  expect(stepDue(clock, { ...told, due: clock.due, at: clock.due }, escalationRules.answer.high, later(clock.due, 60))).toBe(4);
});

test('nobody is reminded of what has stood for more than a month', () => {
  const clock = { start: asUtc('2026-09-01T09:00'), due: asUtc('2026-09-01T13:00') };
  const { high } = escalationRules.answer;
  expect([reminderDue(clock, high, asUtc('2026-09-30T13:00'))?.stage, stepDue(clock, undefined, high, asUtc('2026-09-30T13:00'))]).toEqual([
    'over',
    1
  ]);
  expect([reminderDue(clock, high, asUtc('2026-10-02T13:00')), stepDue(clock, undefined, high, asUtc('2026-10-02T13:00'))]).toEqual([
    undefined,
    undefined
  ]);
});
