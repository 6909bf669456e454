// Registry number, how long a settled incident is kept, and the decision to let it go: by whom, when, on what, and what is left (H56).
import { handlingOf, type Incident } from '../../src/domain/incident';
import { concernedPeople, concernedRoles, peopleThatLeft, rolesThatLeft } from '../../src/domain/need-to-know';
import { retentionOf, type RetentionRule } from '../../src/domain/retention';
import type { Severity } from '../../src/domain/severity';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { legalRules } from '../../src/reference/legal-rules';
import { retentionRules } from '../../src/reference/retention';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import type { Answer } from '../../src/workflows/context';
import { decideDisposal } from '../../src/workflows/decide-disposal';
import { dismissIncident } from '../../src/workflows/dismiss-incident';
import { openTrack } from '../../src/workflows/open-track';
import { reopenIncident } from '../../src/workflows/reopen-incident';
import { reportIncident } from '../../src/workflows/report-incident';
import { setRegistryNumber } from '../../src/workflows/set-registry-number';
import { triageIncident } from '../../src/workflows/triage-incident';
import { chainDeviations } from '../domain/log-rows';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const reference = 'I-2026-0001';
const calm = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: true };
let commands = 0;
const by = <I>(who: Who, input: I, command = `command-${(commands += 1)}`) => ({ command, actor: actor(who), input });

/** Dismissed on the last day of the year, at half past eleven in the evening, Swedish time. */
async function settled(severity: Severity = 'low'): Promise<MemoryContext> {
  const context = memoryContext();
  const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'no', personalData: 'yes', description: '' } as const;
  await reportIncident(context, by('employee', { report, reportedAt: context.now() }));
  await acknowledgeIncident(context, by('it', { reference, receiver: 'it' }));
  const assessment = { reference, category: 'misdirected', facts: calm, severity, reason: 'Efter genomgång' } as const;
  await triageIncident(context, incidentCategoryMeanings, by('it', assessment));
  context.setNow('2026-12-31T22:30:00Z');
  await dismissIncident(context, by('it', { reference, reason: 'Rätt mottagare' }));
  return context;
}

const letGo = (context: MemoryContext, who: Who = 'securityOfficer', rules: readonly RetentionRule[] = retentionRules, command?: string) =>
  decideDisposal(context, rules, by(who, { reference, reason: 'Planen, punkt 4.2' }, command));

async function standing(context: MemoryContext): Promise<Incident> {
  const page = await context.incidents.read(reference);
  if (page === undefined) throw new Error('The incident is not in its register.');
  return page.state;
}

const outcome = (answer: Answer<unknown, string>): string => (answer.ok ? 'done' : answer.reason);

test('a registry number is entered also when the incident is settled, and the one before stays in the timeline', async () => {
  const context = await settled();
  await setRegistryNumber(context, by('it', { reference, registryNumber: 'KS 2026/12' }));
  await setRegistryNumber(context, by('securityOfficer', { reference, registryNumber: 'KS 2026/123' }));
  const { registryNumber, happenings } = handlingOf(await standing(context));
  expect(registryNumber).toBe('KS 2026/123');
  expect(happenings.slice(-2).map(({ event, text }) => [event, text])).toEqual([
    ['registry-number-set', 'KS 2026/12'],
    ['registry-number-set', 'KS 2026/123']
  ]);
});

test('a minor incident is kept for five whole calendar years after the one it was settled in, a major one for good, an open one as long as it is', async () => {
  const context = await settled();
  const incident = await standing(context);
  expect(retentionOf(incident, retentionRules)).toMatchObject({ until: '2031-12-31', rule: { id: 'incident-minor', checked: 'check' } });
  const major = retentionOf(await standing(await settled('high')), retentionRules);
  expect(major).toEqual({ rule: retentionRules.find(({ id }) => id === 'incident-major') });
  expect(retentionOf({ ...incident, state: 'reopened' }, retentionRules)).toBeUndefined();
});

test('the rule is the one that held on the day it was settled', async () => {
  const rule = (id: string, years: number, validFrom: string, validTo?: string): RetentionRule => ({
    ...{ id, severities: ['low'], years, source: 'Planen', validFrom, checked: 'check' },
    ...(validTo !== undefined && { validTo })
  });
  const incident = await standing(await settled());
  expect(retentionOf(incident, [rule('old', 2, '2020-01-01', '2026-12-31'), rule('new', 9, '2027-01-01')])?.until).toBe('2028-12-31');
  expect(retentionOf(incident, [rule('new', 9, '2027-01-01')])).toBeUndefined();
});

test('it cannot be let go on the last day it is kept, and can on the day after, Swedish time', async () => {
  const context = await settled();
  context.setNow('2031-12-31T22:59:59Z');
  expect(outcome(await letGo(context))).toBe('retention-left');
  context.setNow('2031-12-31T23:00:00Z');
  expect(outcome(await letGo(context))).toBe('done');
});

test('the decision says who, when, on what and by which rule, and the chain of the log holds', async () => {
  const context = await settled();
  context.setNow('2032-02-01T09:00:00Z');
  const first = await letGo(context, 'securityOfficer', retentionRules, 'pressed');
  expect(first).toMatchObject({ ok: true, notices: [] });
  expect(handlingOf(await standing(context)).disposal).toEqual({
    by: people.securityOfficer,
    at: '2032-02-01T09:00:00Z',
    reason: 'Planen, punkt 4.2',
    rule: 'incident-minor',
    source: retentionRules[0]?.source,
    until: '2031-12-31'
  });
  expect(context.entries.at(-1)).toMatchObject({
    event: 'disposal-decided',
    reason: 'Planen, punkt 4.2',
    actorId: people.securityOfficer.id
  });
  expect(await letGo(context, 'securityOfficer', retentionRules, 'pressed')).toEqual(first);
  expect(outcome(await letGo(context))).toBe('wrong-state');
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('what is kept for good is not let go, nor what has legal tracks, nor by anybody else', async () => {
  const major = await settled('critical');
  major.setNow('2099-01-01T09:00:00Z');
  expect(outcome(await letGo(major))).toBe('to-be-kept');
  const context = await settled();
  context.setNow('2032-02-01T09:00:00Z');
  expect(outcome(await letGo(context, 'it'))).toBe('not-allowed');
  expect(outcome(await letGo(context, 'stranger'))).toBe('not-found');
  const track = { incident: reference, regime: 'gdpr', controller: 'SN', decider: people.director.upn } as const;
  await openTrack(context, legalRules, by('securityOfficer', track));
  expect(outcome(await letGo(context))).toBe('tracks-kept');
});

test('once let go it is closed to everybody but Informationssäkerhet, and nothing is done with it', async () => {
  const context = await settled();
  expect(concernedPeople(await standing(context))).toEqual([people.employee, people.manager]);
  context.setNow('2032-02-01T09:00:00Z');
  await letGo(context);
  const incident = await standing(context);
  expect([concernedRoles(incident), concernedPeople(incident)]).toEqual([['information-security'], []]);
  expect(rolesThatLeft(incident)).toEqual(['it', 'data-protection', 'security-protection']);
  expect(peopleThatLeft(incident)).toEqual([people.manager, people.employee]);
  expect(outcome(await reopenIncident(context, by('securityOfficer', { reference, reason: 'Nytt' })))).toBe('wrong-state');
  expect(outcome(await reopenIncident(context, by('it', { reference, reason: 'Nytt' })))).toBe('not-found');
});
