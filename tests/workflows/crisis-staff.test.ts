// The krisstab of an incident from the call to the minutes: whom the crisis plan says is called and told, who may, and what cannot be done when (H55).
import { crisisStaffs, crisisState, type Incident } from '../../src/domain/incident';
import { concernedPeople } from '../../src/domain/need-to-know';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { callCrisisStaff, CallCrisisStaffInput } from '../../src/workflows/call-crisis-staff';
import type { Answer } from '../../src/workflows/context';
import { endCrisisStaff, recordCrisisAttendance, recordCrisisDecision } from '../../src/workflows/crisis-staff-steps';
import { noteIncident } from '../../src/workflows/note-incident';
import { reportExercise } from '../../src/workflows/report-exercise';
import { reportIncident } from '../../src/workflows/report-incident';
import { triageIncident } from '../../src/workflows/triage-incident';
import { chainDeviations } from '../domain/log-rows';
import { actor, crisisPlan, memoryContext, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const reference = 'I-2026-0001';
const link = 'https://teams.microsoft.com/l/meetup-join/19';
let commands = 0;
const by = <I>(who: Who, input: I, command = `command-${(commands += 1)}`) => ({ command, actor: actor(who), input });

const report = { kind: 'not-working', when: 'today', where: 'Journalen', ongoing: 'yes', personalData: 'no', description: '' } as const;
const facts = { ongoing: true, manyPersons: true, severalCommittees: true, malicious: false, personalData: false };

async function critical(plan = crisisPlan): Promise<MemoryContext> {
  const memory = memoryContext();
  const context = { ...memory, directory: { ...memory.directory, crisisPlan: () => Promise.resolve(plan) } };
  await reportIncident(context, by('employee', { report, reportedAt: context.now() }));
  await acknowledgeIncident(context, by('it', { reference, receiver: 'it' as const }));
  await assess(context);
  return context;
}

const assess = (context: MemoryContext) =>
  triageIncident(
    context,
    incidentCategoryMeanings,
    by('it', { reference, category: 'outage', facts, severity: 'critical' as const, reason: 'Vården står stilla' })
  );
const call = (context: MemoryContext, who: Who = 'protectionOfficer', command?: string) =>
  callCrisisStaff(context, by(who, { reference, reason: 'Journalen ligger nere', agenda: 'Lägesbild', link }, command));
const attend = (context: MemoryContext, present: readonly string[], others = '', who: Who = 'protectionOfficer', staff = 0) =>
  recordCrisisAttendance(context, by(who, { reference, staff, present, others }));
const decide = (context: MemoryContext, text = 'Gå över till papper', who: Who = 'securityOfficer', staff = 0) =>
  recordCrisisDecision(context, by(who, { reference, staff, text }));
const end = (context: MemoryContext, minutes = 'Läget är under kontroll', staff = 0) =>
  endCrisisStaff(context, by('securityOfficer', { reference, staff, minutes }));

async function standing(context: MemoryContext): Promise<Incident> {
  const page = await context.incidents.read(reference);
  if (page === undefined) throw new Error('The incident is not in its register.');
  return page.state;
}

const outcome = (answer: Answer<unknown, string>): string => (answer.ok ? 'done' : answer.reason);

test('it goes from considered to ended, and every step stands in the log and its timeline', async () => {
  const context = await critical();
  const states = [crisisState(await standing(context))];
  for (const step of [() => call(context), () => attend(context, [people.director.id], 'Polisen'), () => end(context)]) {
    expect(outcome(await step())).toBe('done');
    states.push(crisisState(await standing(context)));
    if (states.at(-1) === 'active') expect(outcome(await decide(context))).toBe('done');
  }
  expect(states).toEqual(['considered', 'called', 'active', 'ended']);
  const now = context.now();
  expect(crisisStaffs(await standing(context))).toEqual([
    {
      by: people.protectionOfficer,
      at: now,
      reason: 'Journalen ligger nere',
      agenda: 'Lägesbild',
      link,
      ...crisisPlan,
      attendance: { by: people.protectionOfficer, at: now, present: [people.director.id], others: 'Polisen' },
      decisions: [{ by: people.securityOfficer, at: now, text: 'Gå över till papper' }],
      ended: { by: people.securityOfficer, at: now, minutes: 'Läget är under kontroll' }
    }
  ]);
  expect(context.entries.slice(-4).map(({ event, actorId, reason }) => [event, actorId, reason])).toEqual([
    ['crisis-staff-called', people.protectionOfficer.id, 'Journalen ligger nere'],
    ['crisis-attendance-recorded', people.protectionOfficer.id, 'Lena Styr, Polisen'],
    ['crisis-decision-recorded', people.securityOfficer.id, 'Gå över till papper'],
    ['crisis-staff-ended', people.securityOfficer.id, 'Läget är under kontroll']
  ]);
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('each who is called is told once, with where to come and nothing of why; whoever calls is not told', async () => {
  const context = await critical();
  const answer = await call(context, 'securityOfficer');
  const told = { kind: 'crisis-staff-called', reference, link };
  expect(answer.ok && answer.notices).toEqual([
    { ...told, to: people.director.id },
    { ...told, to: people.protectionOfficer.id }
  ]);
  const own = await call(await critical());
  expect(own.ok && own.notices.map(({ to }) => to)).toEqual([people.director.id]);
});

test('in an exercise it is said to be one', async () => {
  const context = memoryContext();
  await reportExercise(context, by('securityOfficer', { report, reportedAt: context.now() }));
  const answer = await call(context, 'securityOfficer');
  expect(answer.ok && answer.notices.map((notice) => 'exercise' in notice && notice.exercise)).toEqual([true, true]);
});

test('whoever is called may not read the incident for that', async () => {
  const context = await critical();
  const before = concernedPeople(await standing(context));
  await call(context);
  await attend(context, [people.director.id]);
  expect(concernedPeople(await standing(context))).toEqual(before);
  expect(outcome(await noteIncident(context, by('director', { reference, text: 'Jag kommer' })))).toBe('not-found');
});

test('the plan is as it was at the call, whatever becomes of it afterwards, and is never sent in', async () => {
  const plan = { participants: [...crisisPlan.participants], unread: 2 };
  const context = await critical(plan);
  await call(context);
  plan.participants.length = 0;
  expect(crisisStaffs(await standing(context))[0]).toMatchObject({ participants: crisisPlan.participants, unread: 2 });
  const sent = { reference, reason: 'Nu', agenda: '', participants: [] };
  expect(CallCrisisStaffInput.safeParse(sent).success).toBe(false);
});

test('no number of anybody is kept with the incident', async () => {
  const context = await critical();
  await call(context);
  expect(JSON.stringify(context.entries)).not.toMatch(/070|phone/i);
});

test.each([
  ['http://teams.example/1', false],
  ['javascript:alert(1)', false],
  ['https://teams.example/a b', false],
  [link, true]
])('the link to the meeting is an address that browsers keep safe: %s', (tried, isTaken) => {
  expect(CallCrisisStaffInput.safeParse({ reference, reason: 'Nu', agenda: '', link: tried }).success).toBe(isTaken);
});

test('with nobody in the plan nobody is called, and that is said', async () => {
  const context = await critical({ participants: [], unread: 3 });
  expect(outcome(await call(context))).toBe('crisis-plan-empty');
  expect(crisisState(await standing(context))).toBe('considered');
});

test('it is called once until it has ended, the same press once, and then may be called again', async () => {
  const context = await critical();
  const first = await call(context, 'protectionOfficer', 'pressed');
  expect(await call(context, 'protectionOfficer', 'pressed')).toEqual(first);
  expect(outcome(await call(context))).toBe('crisis-staff-called');
  await attend(context, [people.director.id]);
  expect(outcome(await call(context))).toBe('crisis-staff-called');
  await end(context);
  expect(outcome(await call(context))).toBe('done');
  expect(crisisState(await standing(context))).toBe('called');
  expect(outcome(await attend(context, [people.director.id], '', 'securityOfficer', 1))).toBe('done');
  expect(crisisStaffs(await standing(context)).map(({ attendance }) => attendance?.by.id)).toEqual([
    people.protectionOfficer.id,
    people.securityOfficer.id
  ]);
});

test('nothing is decided before somebody has come', async () => {
  const context = await critical();
  await call(context);
  expect(outcome(await decide(context))).toBe('crisis-staff-not-active');
  expect(outcome(await attend(context, []))).toBe('attendance-missing');
  expect(outcome(await attend(context, [people.it.id]))).toBe('not-called');
  expect(outcome(await attend(context, [people.director.id, people.director.id]))).toBe('done');
  expect(crisisStaffs(await standing(context))[0]?.attendance?.present).toEqual([people.director.id]);
  expect(outcome(await decide(context))).toBe('done');
});

test('attendance entered again takes the place of the first, which stays in the log', async () => {
  const context = await critical();
  await call(context);
  await attend(context, [people.director.id]);
  await attend(context, [people.protectionOfficer.id]);
  expect(crisisStaffs(await standing(context))[0]?.attendance?.present).toEqual([people.protectionOfficer.id]);
  expect(context.entries.slice(-2).map(({ reason }) => reason)).toEqual(['Lena Styr', 'Gunnar Skarp']);
});

test('one that nobody came to is ended with why, and once ended nothing of it changes', async () => {
  const context = await critical();
  await call(context);
  expect(outcome(await end(context, 'Strömmen kom tillbaka'))).toBe('done');
  const ended = crisisStaffs(await standing(context));
  for (const step of [decide(context), attend(context, [people.director.id]), end(context)])
    expect(outcome(await step)).toBe('crisis-staff-ended');
  expect(crisisStaffs(await standing(context))).toEqual(ended);
});

test('of a calling that never was nothing can be entered', async () => {
  const context = await critical();
  for (const step of [decide(context), attend(context, [people.director.id]), end(context)])
    expect(outcome(await step)).toBe('crisis-staff-missing');
});

test('without a critical severity it is not called for, and may be called all the same', async () => {
  const context = memoryContext();
  await reportIncident(context, by('employee', { report, reportedAt: context.now() }));
  expect(crisisState(await standing(context))).toBe('not-needed');
  expect(outcome(await call(context, 'it'))).toBe('not-allowed');
  expect(outcome(await call(context, 'stranger'))).toBe('not-found');
  expect(outcome(await call(context, 'securityOfficer'))).toBe('done');
});

test('two decisions written at the same moment are both kept', async () => {
  const context = await critical();
  await call(context);
  await attend(context, [people.director.id]);
  await Promise.all([decide(context, 'Ett'), decide(context, 'Två', 'protectionOfficer')]);
  expect(
    crisisStaffs(await standing(context))[0]
      ?.decisions.map(({ text }) => text)
      .sort()
  ).toEqual(['Ett', 'Två']);
});
