// When a decided class is to be reconsidered, and why.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assetHash, type Asset } from '../../src/domain/asset';
import type { Incident } from '../../src/domain/incident';
import { incidentStates } from '../../src/domain/incident-moves';
import { isToBeReconsidered, reconsiderationOf, reminderOf, seriousIncidents, type Grounds } from '../../src/domain/reconsideration';
import { severities } from '../../src/domain/severity';
import { swedishDay } from '../../src/domain/swedish-time';
import { incident as exampleIncident, handled } from '../lists/examples';
import { people } from '../workflows/memory-context';

const model = 'Haparanda 1.1';
const grounds: Grounds = { now: '2026-11-23T14:40:00Z', model, incidents: new Map() };

const asset: Asset = withHash({
  reference: 'T-2026-0001',
  name: 'Journaler',
  description: '',
  carriers: ['system'],
  unit: 'SOC-HEM',
  unitName: 'Hemtjänsten',
  objectOwner: people.objectOwner,
  state: 'active',
  profile: { confidentiality: 'serious', integrity: 'negligible', availability: 'negligible', traceability: 'negligible' },
  decidedAt: '2026-03-02T08:00:00Z',
  decidedModel: model
});

test.each([
  ['an ordinary day', '2026-03-02T08:00:00Z', '2027-03-02'],
  ['late in the evening it is the next day here', '2026-03-02T23:30:00Z', '2027-03-03'],
  ['summer time moves the day as well', '2026-07-31T22:15:00Z', '2027-08-01'],
  ['the leap day has no other year after it than one without', '2028-02-29T08:00:00Z', '2029-02-28'],
  ['the day before the leap day is not moved by it', '2027-02-28T08:00:00Z', '2028-02-28'],
  ['the first of March after a leap year', '2028-03-01T08:00:00Z', '2029-03-01'],
  ['New Year’s Eve', '2026-12-31T22:59:00Z', '2027-12-31']
])('a year after the decision: %s', (_, decidedAt, dueOn) => {
  expect(reconsiderationOf({ ...asset, decidedAt }, grounds)?.dueOn).toBe(dueOn);
});

test('it is never due before 365 days have gone nor after 366, and on the day itself it is a reason', () => {
  const moments = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-01-01T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const decidedAt = `${moment.toISOString().slice(0, 19)}Z`;
      const { dueOn = '' } = reconsiderationOf({ ...asset, decidedAt }, grounds) ?? {};
      const days = (Date.parse(dueOn) - Date.parse(swedishDay(decidedAt))) / 86_400_000;
      expect(days === 365 || days === 366).toBe(true);
      expect(reasonsAt({ ...asset, decidedAt }, `${dueOn}T12:00:00Z`)).toEqual(['year']);
      const eve = new Date(Date.parse(`${dueOn}T12:00:00Z`) - 86_400_000).toISOString();
      expect(reasonsAt({ ...asset, decidedAt }, eve)).toEqual([]);
    })
  );
});

test.each<[string, Partial<Asset>, readonly string[]]>([
  ['what was decided this year stands', {}, []],
  ['changed after the decision', { name: 'Akter' }, ['changed']],
  ['decided by an earlier version', { decidedModel: 'Haparanda 1.0' }, ['model']],
  ['decided before the version was kept, which was this one or an earlier', { decidedModel: undefined }, []],
  ['all at once', { name: 'Akter', decidedModel: 'Haparanda 1.0', decidedAt: '2025-11-01T08:00:00Z' }, ['changed', 'model', 'year']]
])('%s', (_, changes, reasons) => {
  const changed: Asset = { ...asset, ...changes };
  expect(reconsiderationOf(changed, grounds)?.reasons).toEqual(reasons);
  expect(isToBeReconsidered(changed, grounds)).toBe(reasons.length > 0);
});

test('a new version of the model is a reason for all that was decided before it', () => {
  const next = { ...grounds, model: 'Haparanda 1.2' };
  expect(reconsiderationOf(asset, next)?.reasons).toEqual(['model']);
  expect(reconsiderationOf({ ...asset, decidedModel: undefined }, next)?.reasons).toEqual(['model']);
  expect(reconsiderationOf({ ...asset, decidedModel: 'Haparanda 1.2' }, next)?.reasons).toEqual([]);
});

test.each<[string, Partial<Asset>]>([
  ['without a class there is nothing to reconsider', { profile: undefined }],
  ['a draft', { state: 'draft' }],
  ['what is being phased out', { state: 'decommissioning' }],
  ['what was cancelled', { state: 'cancelled' }]
])('%s', (_, changes) => {
  expect(reconsiderationOf({ ...asset, ...changes }, { ...grounds, now: '2030-01-01T00:00:00Z' })).toBeUndefined();
});

describe('reminders', () => {
  const span = (from: string, to: string) => ({ after: `${from}T07:00:00Z`, until: `${to}T07:00:00Z` });

  test.each<[string, Partial<Asset>, readonly [string, string], 'now' | 'soon' | undefined]>([
    ['a month before', {}, ['2027-02-01', '2027-02-02'], 'soon'],
    ['the day before that nothing', {}, ['2027-01-31', '2027-02-01'], undefined],
    ['nor the day after', {}, ['2027-02-02', '2027-02-03'], undefined],
    ['on the day', {}, ['2027-03-01', '2027-03-02'], 'now'],
    ['in between nothing', {}, ['2027-03-02', '2027-04-01'], undefined],
    ['a month after', {}, ['2027-04-01', '2027-04-02'], 'now'],
    ['a year and a month after', {}, ['2028-04-01', '2028-04-02'], 'now'],
    ['what fell on a weekend, on the working day after', {}, ['2027-04-30', '2027-05-03'], 'now'],
    ['two months before nothing', {}, ['2027-01-01', '2027-01-02'], undefined],
    ['but when there is a reason already', { decidedModel: 'Haparanda 1.0' }, ['2026-06-01', '2026-06-02'], 'now'],
    ['of the last day of a month on the last of a shorter', { decidedAt: '2026-01-31T08:00:00Z' }, ['2027-02-27', '2027-02-28'], 'now'],
    ['on 28 February of one decided on the leap day', { decidedAt: '2028-02-29T08:00:00Z' }, ['2029-02-27', '2029-02-28'], 'now'],
    ['of a year that has begun when it is a month before', { decidedAt: '2026-01-15T08:00:00Z' }, ['2026-12-14', '2026-12-15'], 'soon']
  ])('%s', (_, changes, [from, to], expected) => {
    const days = span(from, to);
    expect(reminderOf({ ...asset, ...changes }, { ...grounds, now: days.until }, days)).toBe(expected);
  });

  test('in spans that follow on each other, however long, nobody is told oftener than once a month, and each month once it is due', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 60, maxLength: 120 });
    const decided = fc
      .integer({ min: 0, max: 365 })
      .map((days) => new Date(Date.parse('2026-01-01T08:00:00Z') + days * 86_400_000).toISOString());
    fc.assert(
      fc.property(decided, steps, (decidedAt, days) => {
        const one = { ...asset, decidedAt };
        let after = decidedAt;
        const told = days.flatMap((step) => {
          const until = new Date(Date.parse(after) + step * 86_400_000).toISOString();
          const reminder = reminderOf(one, { ...grounds, now: until }, { after, until });
          after = until;
          return reminder === undefined ? [] : [reminder];
        });
        const months = monthsBetween(reconsiderationOf(one, grounds)?.dueOn ?? '', swedishDay(after));
        expect(told).toEqual([...(months >= -1 ? ['soon'] : []), ...Array.from({ length: Math.max(0, months + 1) }, () => 'now')]);
      })
    );
  });
});

/** Whole months from one day to another; less than none when the other is before. */
function monthsBetween(from: string, to: string): number {
  const start = Temporal.PlainDate.from(from);
  let months = -13;
  while (Temporal.PlainDate.compare(start.add({ months: months + 1 }), Temporal.PlainDate.from(to)) <= 0) months += 1;
  return months;
}

describe('incidents', () => {
  const after = assessed('I-2026-0001', '2026-06-01T08:00:00Z', {});

  test('a serious one since the decision is a reason, and is named; one before it is not', () => {
    const before = assessed('I-2026-0002', '2026-01-01T08:00:00Z', {});
    const found = reconsiderationOf(asset, { ...grounds, incidents: seriousIncidents([after, before]) });
    expect(found).toMatchObject({ reasons: ['incident'], incidents: ['I-2026-0001'] });
  });

  test('an asset that only the reporter named has it as well, once', () => {
    const named = { ...after, report: { ...after.report, asset: asset.reference } };
    expect(seriousIncidents([named]).get(asset.reference)).toEqual([{ reference: 'I-2026-0001', reportedAt: after.reportedAt }]);
    const alone = { ...named, handling: { ...handled(), severity: 'critical' as const, assets: [] } };
    expect(seriousIncidents([alone]).has(asset.reference)).toBe(true);
  });

  test('only what somebody has assessed as high or critical, in earnest, is one', () => {
    for (const severity of severities) {
      const isSerious = severity === 'high' || severity === 'critical';
      expect(seriousIncidents([assessed('I-2026-0001', after.reportedAt, { severity })]).size > 0).toBe(isSerious);
    }
    for (const state of incidentStates) expect(seriousIncidents([{ ...after, state }]).size > 0).toBe(state !== 'dismissed');
    expect(seriousIncidents([{ ...after, exercise: true }]).size).toBe(0);
    expect(seriousIncidents([{ ...after, handling: undefined }]).size).toBe(0);
  });
});

function reasonsAt(of: Asset, now: string) {
  return reconsiderationOf(of, { ...grounds, now })?.reasons;
}

function assessed(
  reference: string,
  reportedAt: string,
  { severity = 'high' }: { readonly severity?: (typeof severities)[number] }
): Incident {
  const assets = [{ reference: asset.reference, name: asset.name }];
  return { ...exampleIncident(), reference, reportedAt, state: 'triage', handling: { ...handled(), severity, assets } };
}

function withHash(decided: Asset): Asset {
  return { ...decided, decidedHash: assetHash(decided) };
}
