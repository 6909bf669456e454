// Nobody has answered: who is reminded and when, who is next in line, what the history says, and that whoever has answered is left in peace.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { handlingOf } from '../../src/domain/incident';
import type { Notice } from '../../src/domain/notice';
import { responseDeadline } from '../../src/domain/response-deadline';
import type { Severity } from '../../src/domain/severity';
import { swedishMoment } from '../../src/domain/swedish-time';
import { isAwake } from '../../src/domain/waking-hours';
import { escalationRules } from '../../src/reference/escalation';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { legalRules } from '../../src/reference/legal-rules';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { answerAssessment } from '../../src/workflows/answer-assessment';
import { assignIncident } from '../../src/workflows/assign-incident';
import { correctTrackKnowledge } from '../../src/workflows/correct-track-knowledge';
import { moveIncident } from '../../src/workflows/move-incident';
import { noteIncident } from '../../src/workflows/note-incident';
import { openTrack } from '../../src/workflows/open-track';
import { recordSubmission } from '../../src/workflows/record-submission';
import { reopenIncident } from '../../src/workflows/reopen-incident';
import { decideTrack } from '../../src/workflows/decide-track';
import { dismissIncident } from '../../src/workflows/dismiss-incident';
import { reportIncident } from '../../src/workflows/report-incident';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { triageIncident } from '../../src/workflows/triage-incident';
import { chainDeviations } from '../domain/log-rows';
import { inShort, isTold, municipality, watched, type Watched } from './lookout';
import { actor, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const reference = 'I-2026-0001';
const calm = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };

let commands = 0;
const by = <I>(who: Who, input: I) => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });

/** A Swedish time of day in UTC. */
const at = (local: string): string => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant().toString();
const later = (moment: string, minutes: number): string => Temporal.Instant.from(moment).add({ minutes }).toString();

/** At ten on a Tuesday, when it goes on: a working day to answer. */
const tuesday = at('2026-11-24T10:00');

async function reported({ from = tuesday, context = municipality() }: { from?: string; context?: MemoryContext } = {}): Promise<Watched> {
  context.setNow(from);
  const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'yes', personalData: 'no', description: '' } as const;
  await reportIncident(context, by('employee', { report, reportedAt: from }));
  return watched(context);
}

const acts = (context: MemoryContext) => ({
  receive: (who: 'it' | 'manager') =>
    acknowledgeIncident(context, by(who, { reference, receiver: who === 'it' ? 'it' : 'nearest-manager' } as const)),
  assess: (severity: Severity) =>
    triageIncident(
      context,
      incidentCategoryMeanings,
      by('it', { reference, category: 'misdirected', facts: calm, severity, reason: 'Så är det' } as const)
    ),
  assign: () => assignIncident(context, by('it', { reference, handler: people.custodian.upn, reason: '' })),
  handle: () => moveIncident(context, by('it', { reference, move: 'handle', text: '' })),
  dismiss: () => dismissIncident(context, by('it', { reference, reason: 'Det var inget' })),
  reopen: () => reopenIncident(context, by('it', { reference, reason: 'Det var något' })),
  restrict: () => restrictIncident(context, by('securityOfficer', { reference, restricted: true, reason: 'Personalärende' }))
});

/** Looks as often as the service does, and gives what was told and when. */
async function watch({ look }: Watched, from: string, until: string, every = 5): Promise<readonly string[]> {
  const told: string[] = [];
  for (let now = from; Temporal.Instant.compare(now, until) <= 0; now = later(now, every))
    told.push(...inShort(await look(now)).map((line) => `${swedishMoment(now)} ${line}`));
  return told;
}

async function assessed(severity: Severity, from: string): Promise<Watched> {
  const watching = await reported({ from: later(from, -10) });
  await acts(watching.context).receive('it');
  watching.context.setNow(from);
  await acts(watching.context).assess(severity);
  return watching;
}

test('nobody answers: both receivers are reminded, then the line is told up to the kommundirektör, and the rest is silence', async () => {
  const watching = await reported();
  expect(await watch(watching, tuesday, at('2026-11-30T17:00'), 15)).toEqual([
    '2026-11-25 08:00 it near receive as it',
    '2026-11-25 08:00 manager near receive as nearest-manager',
    '2026-11-25 10:00 it over receive as it',
    '2026-11-25 10:00 manager over receive as nearest-manager',
    '2026-11-25 10:00 objectOwner next receive',
    '2026-11-25 10:00 securityOfficer over receive',
    '2026-11-25 14:00 director next receive'
  ]);
});

test('each step up the line stands in the log and in the timeline, told by the service itself', async () => {
  const watching = await reported();
  await watch(watching, tuesday, at('2026-11-26T17:00'), 30);
  const { context } = watching;
  const page = await context.incidents.read(reference);
  const inLog = context.entries.filter(({ event }) => event === 'incident-escalated');
  expect(inLog).toMatchObject([
    { actorId: 'service', actorName: '', reason: people.objectOwner.name, from: 'reported', to: 'reported', at: at('2026-11-25T10:00') },
    { actorId: 'service', actorName: '', reason: people.director.name, at: at('2026-11-25T14:00') }
  ]);
  const { happenings, escalated } = handlingOf(page?.state ?? { handling: undefined });
  expect(happenings.map(({ by: person, text, ...rest }) => ({ ...rest, actorId: person?.id ?? 'service', reason: text }))).toEqual(
    inLog.map(({ event, at: when, from, to, actorId, reason }) => ({ event, at: when, from, to, actorId, reason }))
  );
  expect(escalated).toEqual({ due: at('2026-11-25T10:00'), step: 2, at: at('2026-11-25T14:00') });
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('who has received it is reminded to assess it, and the manager to receive it as long as they have not', async () => {
  const watching = await reported();
  await acts(watching.context).receive('it');
  expect(inShort(await watching.look(at('2026-11-25T08:00')))).toEqual(['it near assess', 'manager near receive as nearest-manager']);
  await acts(watching.context).receive('manager');
  expect(inShort(await watching.look(at('2026-11-25T10:00')))).toEqual([
    'it over assess',
    'objectOwner next assess',
    'securityOfficer over assess'
  ]);
});

test('assessed as critical in the night: nobody is left to sleep, and everybody has ten minutes', async () => {
  const watching = await assessed('critical', at('2026-11-29T02:00'));
  expect(await watch(watching, at('2026-11-29T02:00'), at('2026-11-29T06:00'))).toEqual([
    '2026-11-29 02:15 it half handle',
    '2026-11-29 02:30 it over handle',
    '2026-11-29 02:30 objectOwner next handle',
    '2026-11-29 02:30 securityOfficer over handle',
    '2026-11-29 02:40 director next handle'
  ]);
});

test('assessed as high in the evening: it is quiet from ten until six', async () => {
  const watching = await assessed('high', at('2026-11-28T20:30'));
  expect(await watch(watching, at('2026-11-28T20:30'), at('2026-11-29T07:30'), 10)).toEqual([
    '2026-11-28 21:00 it near handle',
    '2026-11-29 06:00 it over handle',
    '2026-11-29 06:00 objectOwner next handle',
    '2026-11-29 06:00 securityOfficer over handle',
    '2026-11-29 07:00 director next handle'
  ]);
});

test('the handler is reminded rather than whoever received it, and nobody once it is under handling', async () => {
  const watching = await assessed('high', at('2026-11-24T09:00'));
  await acts(watching.context).assign();
  expect(inShort(await watching.look(at('2026-11-24T11:00')))).toEqual(['custodian half handle']);
  await acts(watching.context).handle();
  expect(await watch(watching, at('2026-11-24T12:00'), at('2026-11-24T20:00'), 15)).toEqual([]);
});

test('what was dismissed asks nothing of anybody; reopened it does again, from then on', async () => {
  const watching = await assessed('high', at('2026-11-24T09:00'));
  await acts(watching.context).dismiss();
  expect(await watch(watching, at('2026-11-24T09:00'), at('2026-11-24T16:00'), 15)).toEqual([]);
  await acts(watching.context).reopen();
  expect(inShort(await watching.look(at('2026-11-24T18:00')))).toEqual(['it half handle']);
});

test('a restricted incident goes up the line of those who answer for the restriction', async () => {
  const watching = await reported();
  await acts(watching.context).restrict();
  const told = await watch(watching, tuesday, at('2026-11-26T17:00'), 30);
  expect(told.filter((line) => /(manager|\bit) /.test(line.slice('2026-11-25 08:00 '.length)))).toEqual([]);
  expect(told).toEqual(expect.arrayContaining(['2026-11-25 08:00 securityOfficer near receive', '2026-11-25 10:00 director next receive']));
});

test('another instance, or one that has started anew, tells nobody twice and climbs no faster', async () => {
  const watching = await reported();
  const moments = [at('2026-11-25T08:00'), at('2026-11-25T10:00'), at('2026-11-25T10:05'), at('2026-11-25T14:00')];
  for (const moment of moments) {
    expect(await watching.look(moment)).toBeDefined();
    expect(await watching.lookAnew(moment)).toEqual([]);
  }
  const both = await Promise.all([watching.look(at('2026-11-25T15:00')), watching.lookAnew(at('2026-11-25T15:00'))]);
  expect(both).toEqual([[], []]);
  expect(watching.context.entries.filter(({ event }) => event === 'incident-escalated')).toHaveLength(2);
});

test('two instances at the same moment write one line and tell everybody once', async () => {
  const watching = await reported();
  watching.context.setNow(at('2026-11-25T10:00'));
  await Promise.all([watching.look(at('2026-11-25T10:00')), watching.lookAnew(at('2026-11-25T10:00'))]);
  expect(watching.context.entries.filter(({ event }) => event === 'incident-escalated')).toHaveLength(1);
  expect(await watching.lookAnew(at('2026-11-25T10:01'))).toEqual([]);
});

test('a service that was away says only how it stands now, and one place in the line at a time', async () => {
  const watching = await reported();
  expect(inShort(await watching.look(at('2026-11-27T09:00')))).toEqual([
    'it over receive as it',
    'manager over receive as nearest-manager',
    'objectOwner next receive',
    'securityOfficer over receive'
  ]);
  expect(await watching.look(at('2026-11-27T12:59'))).toEqual([]);
  expect(inShort(await watching.look(at('2026-11-27T13:00')))).toEqual(['director next receive']);
});

test('an item that somebody has edited deceives nobody: the log says what is due', async () => {
  const watching = await reported();
  const { context } = watching;
  const page = await context.incidents.read(reference);
  if (page === undefined) throw new Error('The incident was just reported.');
  await acts(context).receive('it');
  await acts(context).assess('low');
  context.incidents.editAround({ ...page, sequence: 3 });
  expect(await watching.look(at('2026-11-25T09:00'))).toEqual([]);
});

test('what has been told is not asked for again', async () => {
  const context = municipality();
  let questions = 0;
  const latest: typeof context.log.latest = (aggregate) => {
    questions += 1;
    return context.log.latest(aggregate);
  };
  const watching = await reported({ context: { ...context, log: { ...context.log, latest } } });
  await watching.look(at('2026-11-25T08:00'));
  const asked = questions;
  await watching.look(at('2026-11-25T08:01'));
  expect([asked > 0, questions]).toEqual([true, asked]);
});

test('one that cannot be told holds up no other, and is tried again', async () => {
  const context = municipality();
  let isDown = true;
  const { roster } = context.directory;
  const directory = { ...context.directory, roster: () => (isDown ? Promise.reject(new Error('Ivar Teknell')) : roster()) };
  const watching = await reported({ context });
  const failing = watched({ ...context, directory });
  expect(await failing.look(at('2026-11-25T08:00'))).toEqual([]);
  expect(failing.logged()).toContain('reminder failed');
  expect(failing.logged()).not.toContain('Ivar');
  isDown = false;
  expect(inShort(await failing.look(at('2026-11-25T08:01')))).toEqual(inShort(await watching.look(at('2026-11-25T08:01'))));
});

test('a handler who answers while the service tells the next in line is overtaken by nobody', async () => {
  const watching = await assessed('critical', at('2026-11-24T09:00'));
  const { context } = watching;
  await acts(context).assign();
  let isFirst = true;
  const append: typeof context.log.append = async (entry) => {
    if (isFirst) {
      isFirst = false;
      await watching.look(at('2026-11-24T09:30'));
    }
    return context.log.append(entry);
  };
  const racing = { ...context, log: { ...context.log, append } };
  expect(await moveIncident(racing, by('it', { reference, move: 'handle', text: '' }))).toMatchObject({ ok: true });
  expect(context.entries.slice(-2).map(({ event }) => event)).toEqual(['incident-escalated', 'incident-moved']);
  expect(await acts(context).assess('high')).toMatchObject({ ok: true });
});

test('a reminder that has waited for somebody is not told when it is no longer so', async () => {
  const watching = await reported();
  const [toIt, toManager] = await watching.look(at('2026-11-25T08:00'));
  if (toIt === undefined || toManager === undefined) throw new Error('Both receivers are reminded.');
  expect([await isTold(watching, toIt), await isTold(watching, toManager)]).toEqual([true, true]);
  await acts(watching.context).receive('it');
  expect([await isTold(watching, toIt), await isTold(watching, toManager)]).toEqual([false, true]);
  await acts(watching.context).receive('manager');
  expect(await isTold(watching, toManager)).toBe(false);
  const [assess, next] = await watching.look(at('2026-11-25T10:00'));
  if (assess === undefined || next === undefined) throw new Error('It is late.');
  await noteIncident(watching.context, by('it', { reference, text: 'Ringt' }));
  expect([await isTold(watching, assess), await isTold(watching, next)]).toEqual([true, true]);
  await acts(watching.context).assess('low');
  expect([await isTold(watching, assess), await isTold(watching, next)]).toEqual([false, false]);
  expect(await isTold(watching, { kind: 'incident-registered', to: people.employee.id, reference })).toBe(true);
});

test('assessed anew it has its time from then, and what was said of the time before is not told', async () => {
  const watching = await assessed('high', at('2026-11-24T09:00'));
  const [half] = await watching.look(at('2026-11-24T11:00'));
  if (half === undefined) throw new Error('Half the time has passed.');
  await acts(watching.context).assess('high');
  expect(await isTold(watching, half)).toBe(false);
  expect(await watching.look(at('2026-11-24T12:30'))).toEqual([]);
  expect(inShort(await watching.look(at('2026-11-24T13:00')))).toEqual(['it half handle']);
});

describe('a legal track', () => {
  const track = 'R-2026-0001';
  const known = at('2026-11-27T15:00');

  async function opened(severity: Severity = 'high', from = known): Promise<Watched> {
    const watching = await assessed(severity, later(from, 10));
    await acts(watching.context).assign();
    await acts(watching.context).handle();
    const input = { incident: reference, regime: 'cybersecurity', controller: 'SN', decider: people.director.upn } as const;
    const opening = await openTrack(watching.context, legalRules, by('securityOfficer', input));
    if (!opening.ok) throw new Error(opening.reason);
    return watching;
  }

  test('those who answer for it are reminded before the 24 hours are up and when they are, over the weekend as well', async () => {
    const watching = await opened();
    expect(await watch(watching, later(known, 15), at('2026-11-28T23:00'), 15)).toEqual([
      '2026-11-28 06:00 director half early-warning R-2026-0001',
      '2026-11-28 06:00 securityOfficer half early-warning R-2026-0001',
      '2026-11-28 12:00 director near early-warning R-2026-0001',
      '2026-11-28 12:00 securityOfficer near early-warning R-2026-0001',
      '2026-11-28 15:00 director over early-warning R-2026-0001',
      '2026-11-28 15:00 securityOfficer over early-warning R-2026-0001'
    ]);
  });

  test.each<[Severity, readonly string[]]>([
    ['high', ['2026-11-27 17:00 half early-warning', '2026-11-27 21:00 near early-warning', '2026-11-28 06:00 over early-warning']],
    ['critical', ['2026-11-27 17:00 half early-warning', '2026-11-28 02:00 near early-warning', '2026-11-28 05:00 over early-warning']]
  ])('due at five in the morning: of %s', async (severity, expected) => {
    const watching = await opened(severity, at('2026-11-27T05:00'));
    const told = await watch(watching, at('2026-11-27T16:45'), at('2026-11-28T08:00'), 15);
    expect(told.filter((line) => line.includes('director'))).toEqual(
      expected.map((line) => line.replace(/(\d\d:\d\d) (.*)$/, '$1 director $2 R-2026-0001'))
    );
  });

  test('of a critical incident in the night too', async () => {
    const watching = await opened('critical');
    expect(await watch(watching, later(known, 15), at('2026-11-28T05:00'), 15)).toEqual([
      '2026-11-28 03:00 director half early-warning R-2026-0001',
      '2026-11-28 03:00 securityOfficer half early-warning R-2026-0001'
    ]);
  });

  test('what was sent in, or is due at another time since kännedom was corrected, is not reminded of; what is due next is', async () => {
    const watching = await opened();
    const { context } = watching;
    const [first] = await watching.look(at('2026-11-28T12:00'));
    if (first === undefined) throw new Error('It is nearly due.');
    const knownAt = later(known, -120);
    await correctTrackKnowledge(
      context,
      legalRules,
      by('securityOfficer', { reference: track, knownAt, reason: 'Leverantören ringde redan då' })
    );
    expect(await isTold(watching, first)).toBe(false);
    expect(inShort(await watching.look(at('2026-11-28T13:00')))).toEqual([
      'director over early-warning R-2026-0001',
      'securityOfficer over early-warning R-2026-0001'
    ]);
    const answers = { 'security-sensitive': 'no', 'public-administration': 'yes', 'limited-hours': 5 };
    await answerAssessment(context, legalRules, by('securityOfficer', { reference: track, answers }));
    await decideTrack(
      context,
      legalRules,
      by('director', { reference: track, report: true, reason: 'Efter samråd', assessedAt: context.now() })
    );
    const submission = {
      reference: track,
      stage: 'early-warning',
      sentAt: context.now(),
      externalReference: 'C-1',
      lateMotivation: 'Vi fick veta sent'
    } as const;
    const sent = await recordSubmission(context, legalRules, by('securityOfficer', submission));
    if (!sent.ok) throw new Error(sent.reason);
    expect(await watch(watching, at('2026-11-28T13:30'), at('2026-11-29T12:00'), 30)).toEqual([
      '2026-11-29 06:00 director half notification R-2026-0001',
      '2026-11-29 06:00 securityOfficer half notification R-2026-0001'
    ]);
  });
});

test('whatever happens and whenever it is looked: nothing twice, nothing at night below critical, nothing of what is answered, and lateness is always told', async () => {
  const act = fc.constantFrom(
    'receive it',
    'receive manager',
    'assess low',
    'assess high',
    'assess critical',
    'assign',
    'handle',
    'dismiss',
    'reopen',
    'none'
  );
  const steps = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 900 }), act }), { minLength: 3, maxLength: 15 });
  const start = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => later('2026-01-01T00:00:00Z', minutes));
  await fc.assert(
    fc.asyncProperty(start, steps, async (from, happening) => {
      const watching = await reported({ from });
      const told: Notice[] = [];
      let now = from;
      for (const { minutes, act: next } of happening) {
        now = later(now, minutes);
        const given = await watching.look(now);
        for (const notice of given) await expectInPlace(watching, notice, now);
        expect(await watching.lookAnew(now)).toEqual([]);
        told.push(...given);
        await doneBy(watching.context, next);
      }
      for (const until = later(now, 12 * 24 * 60); isBefore(now, until); now = later(now, 120)) told.push(...(await watching.look(now)));
      expect(new Set(told.map((notice) => JSON.stringify(notice))).size).toBe(told.length);
      const incident = (await watching.context.incidents.read(reference))?.state;
      const due = incident && responseDeadline(incident)?.due;
      const late = told.filter((notice) => notice.kind === 'incident-escalated' && notice.due === due);
      expect(late.map(({ to }) => to)).toEqual(due === undefined ? [] : [people.objectOwner.id, people.director.id]);
      expect(chainDeviations(watching.context.entries)).toEqual([]);
    }),
    { numRuns: 40 }
  );
});

const isBefore = (moment: string, other: string): boolean => Temporal.Instant.compare(moment, other) < 0;

async function expectInPlace(watching: Watched, notice: Notice, now: string): Promise<void> {
  if (notice.kind !== 'incident-reminder' && notice.kind !== 'incident-escalated') throw new Error(`Nobody asked for ${notice.kind}.`);
  expect(isAwake(now, escalationRules.answer[notice.severity].waking)).toBe(true);
  expect(await isTold(watching, notice)).toBe(true);
  const isLate = notice.kind === 'incident-escalated' || notice.stage === 'over';
  expect(Temporal.Instant.compare(now, notice.due) >= 0).toBe(isLate);
}

async function doneBy(context: MemoryContext, what: string): Promise<unknown> {
  const [name = '', of] = what.split(' ');
  const { receive, assess, ...rest } = acts(context);
  if (name === 'receive') return receive(of === 'it' ? 'it' : 'manager');
  if (name === 'assess') return assess(of as Severity);
  return Object.entries(rest).find(([act]) => act === name)?.[1]();
}
