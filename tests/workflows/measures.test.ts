// Lessons and measures of an incident: who adds, does and checks them, who is told and reminded when, and who may read them as the incident's readers change.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { concernedPeople, concernedRoles } from '../../src/domain/need-to-know';
import { readersOfMeasure, unanswered, type Measure } from '../../src/domain/measure';
import { isAwake } from '../../src/domain/waking-hours';
import { handlingOf } from '../../src/domain/incident';
import { escalationRules } from '../../src/reference/escalation';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { addMeasure, type AddMeasureInput } from '../../src/workflows/add-measure';
import { assignIncident } from '../../src/workflows/assign-incident';
import { changeMeasureTerms } from '../../src/workflows/change-measure';
import { checkMeasure } from '../../src/workflows/check-measure';
import type { Context, Request } from '../../src/workflows/context';
import { dropMeasure } from '../../src/workflows/drop-measure';
import { finishMeasure } from '../../src/workflows/finish-measure';
import { recordLesson } from '../../src/workflows/record-lesson';
import { reportIncident } from '../../src/workflows/report-incident';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { triageIncident } from '../../src/workflows/triage-incident';
import { chainDeviations } from '../domain/log-rows';
import { inShort, isTold, watched, type Watched } from './lookout';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const incident = 'I-2026-0001';
const reference = 'M-2026-0001';
const calm = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };

let commands = 0;
const by = <I>(who: Who, input: I): Request<I> => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });

/** A Swedish time of day in UTC. */
const at = (local: string): string => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant().toString();

async function assessed(): Promise<MemoryContext> {
  const context = memoryContext();
  const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'no', personalData: 'no', description: '' } as const;
  await reportIncident(context, by('employee', { report, reportedAt: context.now() }));
  await acknowledgeIncident(context, by('it', { reference: incident, receiver: 'it' }));
  const triage = { reference: incident, category: 'misdirected', facts: calm, severity: 'medium', reason: 'Så är det' } as const;
  await triageIncident(context, incidentCategoryMeanings, by('it', triage));
  await assignIncident(context, by('it', { reference: incident, handler: people.it.upn, reason: '' }));
  return context;
}

function wanted(changes: Partial<AddMeasureInput> = {}): AddMeasureInput {
  const days = { due: '2026-12-18', check: '2027-03-01' };
  return { incident, what: 'Räkna plattorna efter utflykter', owner: people.custodian.upn, ...days, ...changes };
}

async function given(): Promise<MemoryContext> {
  const context = await assessed();
  expect(await addMeasure(context, by('it', wanted()))).toMatchObject({ ok: true });
  return context;
}

async function done(): Promise<MemoryContext> {
  const context = await given();
  context.setNow(at('2026-12-10T09:00'));
  expect(await finishMeasure(context, by('custodian', { reference, text: 'Lista vid dörren' }))).toMatchObject({ ok: true });
  return context;
}

async function standing(context: Context, number = reference): Promise<Measure> {
  const entry = await context.log.latest(number);
  return context.measures.parse(entry?.state);
}

/** Groups by their role, people by the part they play. */
async function readers(context: MemoryContext, number = reference): Promise<readonly string[]> {
  const { roles, people: named } = readersOfMeasure(await standing(context, number));
  return [
    ...roles.map((role) => `all of ${role}`),
    ...named.map(({ id }) => Object.entries(people).find(([, person]) => person.id === id)?.[0] ?? id)
  ].sort();
}

test('what was learned stands in the timeline, and can be written when the incident is over', async () => {
  const context = await assessed();
  expect(await recordLesson(context, by('it', { reference: incident, text: 'Ingen räknade plattorna' }))).toMatchObject({ ok: true });
  const page = await context.incidents.read(incident);
  expect(page && handlingOf(page.state).happenings.at(-1)).toMatchObject({ event: 'lesson-learned', text: 'Ingen räknade plattorna' });
  expect(context.entries.at(-1)).toMatchObject({ event: 'lesson-learned', reason: 'Ingen räknade plattorna' });
});

test('a measure stands in the record with its own number and chain, and its owner alone is told', async () => {
  const context = await assessed();
  const answer = await addMeasure(context, by('it', wanted()));
  expect(answer).toMatchObject({
    ok: true,
    value: { reference, incident, state: 'open', owner: people.custodian, due: at('2026-12-18T23:59'), checkAt: at('2027-03-01T00:00') },
    notices: [{ kind: 'measure-moved', to: people.custodian.id, reference, step: 'given' }]
  });
  expect(context.entries.at(-1)).toMatchObject({ aggregate: reference, sequence: 1, event: 'measure-added', to: 'open' });
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('the same command again adds no second measure, and tells of the same', async () => {
  const context = await assessed();
  const request = by('it', wanted());
  const first = await addMeasure(context, request);
  expect(await addMeasure(context, request)).toEqual(first);
  expect(context.entries.filter(({ event }) => event === 'measure-added')).toHaveLength(1);
});

test('nobody who is given a measure is told in the answer who reads the incident', async () => {
  const context = await given();
  const answer = await finishMeasure(context, by('custodian', { reference, text: 'Klart' }));
  expect(JSON.stringify(answer)).not.toContain(people.employee.id);
});

test.each([
  ['a day that has passed', { due: '2026-11-22' }, 'wrong-measure-days'],
  ['a check before it is to be done', { check: '2026-12-17' }, 'wrong-measure-days'],
  ['an owner nobody knows', { owner: 'ingen@haparanda.example' }, 'unknown-person'],
  ['a measure that was never made', { follows: 'M-2026-0099' }, 'no-such-measure']
])('%s is refused', async (_what, changes, reason) => {
  const context = await assessed();
  expect(await addMeasure(context, by('it', wanted(changes)))).toEqual({ ok: false, reason });
  expect(context.entries.filter(({ aggregate }) => aggregate.startsWith('M-'))).toEqual([]);
});

test('today is a day that can be kept', async () => {
  const context = await assessed();
  expect(await addMeasure(context, by('it', wanted({ due: '2026-11-23', check: '2026-11-23' })))).toMatchObject({ ok: true });
});

test('whoever owns it says that it is done, and whoever handles the incident and added it is told', async () => {
  const context = await given();
  await assignIncident(context, by('it', { reference: incident, handler: people.director.upn, reason: 'Semester' }));
  expect(await finishMeasure(context, by('custodian', { reference, text: 'Lista vid dörren' }))).toMatchObject({
    ok: true,
    value: { state: 'done', done: { by: people.custodian, text: 'Lista vid dörren' } },
    notices: [
      { to: people.director.id, step: 'done' },
      { to: people.it.id, step: 'done' }
    ]
  });
});

test('a measure without effect asks for another, and no longer when that one is there', async () => {
  const context = await done();
  const answer = await checkMeasure(context, by('it', { reference, hadEffect: false, text: 'En platta är borta igen' }));
  expect(answer).toMatchObject({ ok: true, value: { state: 'without-effect' }, notices: [{ to: people.custodian.id, step: 'checked' }] });
  const first = await standing(context);
  expect(unanswered([first])).toEqual([first]);
  context.setNow(at('2026-12-11T09:00'));
  expect(await addMeasure(context, by('it', wanted({ follows: reference })))).toMatchObject({ ok: true, value: { follows: reference } });
  expect(unanswered([first, await standing(context, 'M-2026-0002')])).toEqual([]);
});

test('a measure that had effect asks for nothing more, and none can be made instead of it', async () => {
  const context = await done();
  await checkMeasure(context, by('it', { reference, hadEffect: true, text: 'Inga borta' }));
  expect(await standing(context)).toMatchObject({ state: 'effective' });
  expect((await standing(context)).next).toBeUndefined();
  expect(await addMeasure(context, by('it', wanted({ follows: reference })))).toEqual({ ok: false, reason: 'no-such-measure' });
});

test('another owner and other days are kept beside those there were, and both owners are told', async () => {
  const context = await given();
  const input = { reference, owner: people.director.upn, due: '2027-01-15', check: '2027-04-01', reason: 'Fia är ledig' };
  expect(await changeMeasureTerms(context, by('it', input))).toMatchObject({
    ok: true,
    value: { owner: people.director, before: [{ owner: people.custodian, text: 'Fia är ledig' }] },
    notices: [
      { to: people.director.id, step: 'given' },
      { to: people.custodian.id, step: 'taken' }
    ]
  });
  expect(await readers(context)).not.toContain('custodian');
  expect(readersOfMeasure(await standing(context)).left.people).toContainEqual(people.custodian);
});

test('other days alone are told to whoever has it', async () => {
  const context = await given();
  const input = { reference, owner: people.custodian.upn, due: '2027-01-15', check: '2027-04-01', reason: 'Jul' };
  expect(await changeMeasureTerms(context, by('it', input))).toMatchObject({ notices: [{ to: people.custodian.id, step: 'changed' }] });
});

test('a struck measure stays in the record with its reason', async () => {
  const context = await given();
  expect(await dropMeasure(context, by('it', { reference, reason: 'Plattorna är avskaffade' }))).toMatchObject({
    value: { state: 'dropped', dropped: { text: 'Plattorna är avskaffade' } },
    notices: [{ to: people.custodian.id, step: 'dropped' }]
  });
});

describe('who may read a measure', () => {
  const open = ['all of information-security', 'all of it', 'custodian', 'employee', 'it', 'manager'];

  test('those who may read its incident, and its owner', async () => {
    expect(await readers(await given())).toEqual(open);
  });

  test('follows the incident when it is closed to others, and when it is opened again', async () => {
    const context = await given();
    const restrict = (restricted: boolean) =>
      restrictIncident(context, by('securityOfficer', { reference: incident, restricted, reason: 'Personalärende' }));
    await restrict(true);
    expect(await readers(context)).toEqual(['all of information-security', 'custodian', 'employee', 'it']);
    const { roles, left } = readersOfMeasure(await standing(context));
    expect(roles).toEqual(['information-security']);
    expect(left).toMatchObject({ roles: expect.arrayContaining(['it']) as unknown, people: [people.manager] });
    expect(context.entries.at(-1)).toMatchObject({ aggregate: reference, event: 'measure-readers-changed', actorId: 'service' });
    await restrict(false);
    expect(await readers(context)).toEqual(open);
    expect(chainDeviations(context.entries)).toEqual([]);
  });

  test('is completed when the command comes again after a crash between the two', async () => {
    const context = await given();
    const request = by('securityOfficer', { reference: incident, restricted: true, reason: 'Personalärende' });
    const crashing = { ...context, measures: { ...context.measures, numbersOf: () => Promise.reject(new Error('stopped')) } };
    await expect(restrictIncident(crashing, request)).rejects.toThrow('stopped');
    expect(readersOfMeasure(await standing(context)).roles).toContain('it');
    expect(await restrictIncident(context, request)).toMatchObject({ ok: true });
    expect(readersOfMeasure(await standing(context)).roles).toEqual(['information-security']);
  });

  test('is right also when the incident is closed to others while the measure is being added', async () => {
    const context = await assessed();
    const restrict = by('securityOfficer', { reference: incident, restricted: true, reason: 'Personalärende' });
    let isRestricted = false;
    const slow: Context = {
      ...context,
      log: {
        ...context.log,
        append: async (entry) => {
          if (!isRestricted) {
            isRestricted = true;
            expect(await restrictIncident(context, restrict)).toMatchObject({ ok: true });
          }
          return context.log.append(entry);
        }
      }
    };
    expect(await addMeasure(slow, by('securityOfficer', wanted()))).toMatchObject({ ok: true });
    expect(readersOfMeasure(await standing(context)).roles).toEqual(['information-security']);
  });

  test('whatever happens to the incident, they are the same as its readers and the owner', async () => {
    const steps = {
      restrict: (context: Context) =>
        restrictIncident(context, by('securityOfficer', { reference: incident, restricted: true, reason: 'x' })),
      open: (context: Context) => restrictIncident(context, by('securityOfficer', { reference: incident, restricted: false, reason: 'x' })),
      assign: (context: Context) =>
        assignIncident(context, by('securityOfficer', { reference: incident, handler: people.director.upn, reason: 'x' })),
      triage: (context: Context) =>
        triageIncident(
          context,
          incidentCategoryMeanings,
          by('securityOfficer', {
            reference: incident,
            category: 'misdirected',
            facts: { ...calm, personalData: true },
            severity: 'high',
            reason: 'x'
          })
        ),
      reassign: (context: Context) =>
        changeMeasureTerms(
          context,
          by('securityOfficer', { reference, owner: people.stranger.upn, due: '2026-12-18', check: '2027-03-01', reason: 'x' })
        )
    };
    const names = Object.keys(steps) as (keyof typeof steps)[];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...names), { maxLength: 8 }), async (taken) => {
        const context = await given();
        for (const step of taken) await steps[step](context);
        const page = await context.incidents.read(incident);
        const { owner } = await standing(context);
        const now = readersOfMeasure(await standing(context));
        expect(new Set(now.roles)).toEqual(new Set(page && concernedRoles(page.state)));
        expect(new Set(now.people.map(({ id }) => id))).toEqual(
          new Set([owner, ...(page === undefined ? [] : concernedPeople(page.state))].map(({ id }) => id))
        );
        expect(now.left.people.filter(({ id }) => now.people.some((person) => person.id === id))).toEqual([]);
      }),
      { numRuns: 40 }
    );
  });
});

describe('reminders', () => {
  const look = async (place: Watched, local: string): Promise<readonly string[]> =>
    inShort((await place.look(at(local))).filter(({ kind }) => kind === 'measure-reminder'));

  test('the owner is reminded halfway, when it is near, and when it is late, which whoever follows it up is told too', async () => {
    const place = watched(await given());
    expect(await look(place, '2026-12-03T09:00')).toEqual([]);
    expect(await look(place, '2026-12-07T09:00')).toEqual([`custodian half finish ${reference}`]);
    expect(await look(place, '2026-12-16T16:00')).toEqual([`custodian near finish ${reference}`]);
    expect(await look(place, '2026-12-21T09:00')).toEqual([`custodian over finish ${reference}`, `it over finish ${reference}`]);
    expect(inShort((await place.lookAnew(at('2026-12-21T09:30'))).filter(({ kind }) => kind === 'measure-reminder'))).toEqual([]);
  });

  test('nobody is reminded at night, nor on a day when the office is closed', async () => {
    const place = watched(await given());
    // Its last day is a Friday: the weekend is quiet.
    expect(await look(place, '2026-12-19T12:00')).toEqual([]);
    expect(await look(place, '2026-12-20T12:00')).toEqual([]);
    expect(await look(place, '2026-12-21T07:59')).toEqual([]);
    expect(isAwake(at('2026-12-21T08:00'), escalationRules.measure.waking)).toBe(true);
    expect(await look(place, '2026-12-21T08:00')).toHaveLength(2);
  });

  test('of a measure that is done nobody is reminded before the day of its check, and then those who follow it up', async () => {
    const place = watched(await done());
    expect(await look(place, '2026-12-21T09:00')).toEqual([]);
    expect(await look(place, '2027-02-26T16:00')).toEqual([]);
    expect(await look(place, '2027-03-01T08:00')).toEqual([`it over check ${reference}`]);
  });

  test('a reminder that waited is not given to whoever has done it since', async () => {
    const place = watched(await given());
    const [notice] = (await place.look(at('2026-12-07T09:00'))).filter(({ kind }) => kind === 'measure-reminder');
    if (notice === undefined) throw new Error('Nobody was reminded.');
    expect(await isTold(place, notice)).toBe(true);
    await finishMeasure(place.context, by('custodian', { reference, text: 'Klart' }));
    expect(await isTold(place, notice)).toBe(false);
  });
});
