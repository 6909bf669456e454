// An exercise through the whole chain: everything that is told of it says so, nothing told of what has happened does, and the mark stays as it was put.
import { Temporal } from 'temporal-polyfill';
import { statisticsOf } from '../../src/domain/incident-statistics';
import { handlingOf, type Incident } from '../../src/domain/incident';
import type { Notice } from '../../src/domain/notice';
import { sheetOf, sheetText } from '../../src/domain/report-sheet';
import { timelineOf } from '../../src/domain/timeline';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { legalRules as rules } from '../../src/reference/legal-rules';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { addMeasure } from '../../src/workflows/add-measure';
import { answerAssessment } from '../../src/workflows/answer-assessment';
import { answerQuestion } from '../../src/workflows/answer-question';
import { askReporter } from '../../src/workflows/ask-reporter';
import { assignIncident } from '../../src/workflows/assign-incident';
import { changeMeasureTerms } from '../../src/workflows/change-measure';
import { checkMeasure } from '../../src/workflows/check-measure';
import { closeIncident } from '../../src/workflows/close-incident';
import { closeTrack } from '../../src/workflows/close-track';
import type { Context } from '../../src/workflows/context';
import { decideTrack } from '../../src/workflows/decide-track';
import { consultOnIncident } from '../../src/workflows/consult-on-incident';
import { finishMeasure } from '../../src/workflows/finish-measure';
import { informConcerned } from '../../src/workflows/inform-concerned';
import { giveOpinion } from '../../src/workflows/give-opinion';
import { moveIncident } from '../../src/workflows/move-incident';
import { openTrack } from '../../src/workflows/open-track';
import { recordSubmission } from '../../src/workflows/record-submission';
import { reportExercise } from '../../src/workflows/report-exercise';
import { reportIncident, ReportIncidentInput } from '../../src/workflows/report-incident';
import { triageIncident } from '../../src/workflows/triage-incident';
import { chainDeviations } from '../domain/log-rows';
import { municipality, watched } from './lookout';
import { actor, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const [reference, track, measure] = ['I-2026-0001', 'R-2026-0001', 'M-2026-0001'];
const facts = { ongoing: true, manyPersons: true, severalCommittees: false, malicious: false, personalData: true };
const report = {
  kind: 'sent-wrong',
  when: 'today',
  where: 'Posten',
  ongoing: 'yes',
  personalData: 'yes',
  description: 'Fel brev'
} as const;

let commands = 0;
const by = <I>(who: Who, input: I) => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });
const at = (local: string): string => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant().toString();

type Begun = (context: Context) => Promise<{ readonly ok: boolean; readonly notices?: readonly Notice[] }>;
const exercise: Begun = (context) => reportExercise(context, by('it', { report, reportedAt: context.now() }));
const real: Begun = (context) => reportIncident(context, by('it', { report, reportedAt: context.now() }));

/** From the report to the last check, with all that is told on the way, by people and by the clock. */
async function wholeChain(begin: Begun): Promise<{ readonly context: MemoryContext; readonly told: readonly Notice[] }> {
  const place = watched(municipality());
  const { context } = place;
  const told: Notice[] = [];
  const take = async (
    step: Promise<{ readonly ok: boolean; readonly notices?: readonly Notice[]; readonly reason?: string }>
  ): Promise<void> => {
    const answer = await step;
    expect(answer).toMatchObject({ ok: true });
    told.push(...(answer.notices ?? []));
  };
  context.setNow(at('2026-11-24T10:00'));
  await take(begin(context));
  told.push(...(await place.look(at('2026-11-24T18:00'))), ...(await place.look(at('2026-11-25T11:30'))));
  await take(acknowledgeIncident(context, by('it', { reference, receiver: 'it' })));
  await take(
    triageIncident(
      context,
      incidentCategoryMeanings,
      by('it', { reference, category: 'misdirected', facts, severity: 'critical', reason: 'x' })
    )
  );
  await take(assignIncident(context, by('securityOfficer', { reference, handler: people.custodian.upn, reason: '' })));
  await take(askReporter(context, by('custodian', { reference, text: 'När?' })));
  const question = handlingOf(await incidentIn(context)).questions[0]?.id ?? '';
  await take(answerQuestion(context, by('it', { reference, question, text: 'I går' })));
  await take(
    openTrack(
      context,
      rules,
      by('securityOfficer', { incident: reference, regime: 'gdpr', controller: 'SN', decider: people.director.upn })
    )
  );
  const answers = { 'personal-data': 'yes', breach: 'yes', risk: 'risk', unreadable: 'no', 'risk-removed': 'no' };
  await take(answerAssessment(context, rules, by('securityOfficer', { reference: track, answers })));
  told.push(...(await place.look(at('2026-11-27T09:30'))));
  const assessedAt = context.tracks.parse((await context.log.latest(track))?.state).assessment?.at;
  await take(decideTrack(context, rules, by('director', { reference: track, report: true, reason: 'Risk', assessedAt })));
  const sent = {
    reference: track,
    stage: 'notification',
    sentAt: context.now(),
    externalReference: 'X-1',
    lateMotivation: 'Sent'
  } as const;
  await take(recordSubmission(context, rules, by('securityOfficer', sent)));
  await take(giveOpinion(context, rules, by('privacyOfficer', { reference: track, text: 'Bra' })));
  const informing = { reference: track, inform: false, reason: 'Övning', textSv: '', textFi: '', channel: '' };
  await take(informConcerned(context, rules, by('director', informing)));
  await take(closeTrack(context, rules, by('securityOfficer', { reference: track })));
  for (const move of ['handle', 'contain', 'restore', 'analyse'] as const) {
    await take(moveIncident(context, by('custodian', { reference, move, text: '' })));
  }
  await take(consultOnIncident(context, by('securityOfficer', { reference, text: 'Eniga', specialReport: false })));
  await take(closeIncident(context, rules, by('custodian', { reference, rootCause: 'Gammal adress', outcome: 'Rättad' })));
  const wanted = { incident: reference, what: 'Rätta adresserna', owner: people.manager.upn, due: '2026-12-18', check: '2027-03-01' };
  await take(addMeasure(context, by('custodian', wanted)));
  const other = { reference: measure, owner: people.objectOwner.upn, due: '2026-12-18', check: '2027-03-01', reason: 'Semester' };
  await take(changeMeasureTerms(context, by('custodian', other)));
  told.push(...(await place.look(at('2026-12-21T09:00'))));
  await take(finishMeasure(context, by('objectOwner', { reference: measure, text: 'Rättade' })));
  told.push(...(await place.look(at('2027-03-01T09:00'))));
  await take(checkMeasure(context, by('custodian', { reference: measure, hadEffect: true, text: 'Inga fler' })));
  return { context, told };
}

async function incidentIn({ incidents }: MemoryContext): Promise<Incident> {
  const page = await incidents.read(reference);
  if (page === undefined) throw new Error('There is no incident.');
  return page.state;
}

const marks = (told: readonly Notice[]): readonly unknown[] => [...new Set(told.map((notice) => 'exercise' in notice && notice.exercise))];

test('everything that anybody is told of an exercise says so, whatever it is', async () => {
  const { told } = await wholeChain(exercise);
  expect(marks(told)).toEqual([true]);
  expect([...new Set(told.map(({ kind }) => kind))].sort()).toEqual([
    'incident-acknowledged',
    'incident-answered',
    'incident-assigned',
    'incident-changed',
    'incident-escalated',
    'incident-question',
    'incident-raised',
    'incident-reminder',
    'incident-reported',
    'measure-moved',
    'measure-reminder',
    'track-moved',
    'track-reminder'
  ]);
});

test('the day’s summary sums up exercises by themselves', async () => {
  const place = watched(municipality());
  place.context.setNow(at('2026-11-24T10:00'));
  await exercise(place.context);
  await real(place.context);
  await real(place.context);
  const told = await place.sumUp({ after: at('2026-11-23T08:00'), due: new Date(at('2026-11-25T08:00')).toISOString() });
  const inShortOf = told.map((notice) =>
    notice.kind === 'incident-digest' ? [notice.exercise ?? false, notice.fresh.count] : [notice.kind]
  );
  expect([...new Set(inShortOf.map((said) => said.join(' ')))]).toEqual(['false 2', 'true 1']);
});

test('nothing that is told of what has happened does', async () => {
  expect(marks((await wholeChain(real)).told)).toEqual([false]);
});

test('the mark stands in every entry of the log from the first, of the incident, its track and its measure, and in the timeline', async () => {
  const { context } = await wholeChain(exercise);
  expect(new Set(context.entries.map(({ state }) => state['exercise']))).toEqual(new Set([true]));
  expect(context.entries[0]).toMatchObject({ event: 'exercise-reported' });
  expect(chainDeviations(context.entries)).toEqual([]);
  expect(timelineOf(await incidentIn(context))[0]).toMatchObject({ event: 'exercise-reported' });
});

test('what has happened gets no mark by anything that is done with it, and none can be given along', async () => {
  const { context } = await wholeChain(real);
  expect(new Set(context.entries.map(({ state }) => state['exercise']))).toEqual(new Set([undefined]));
  const input = { report, reportedAt: context.now() };
  expect(ReportIncidentInput.safeParse(input).success).toBe(true);
  expect(ReportIncidentInput.safeParse({ ...input, exercise: true }).success).toBe(false);
  expect(ReportIncidentInput.safeParse({ ...input, report: { ...report, exercise: true } }).success).toBe(false);
});

test('every text of a report to an authority says that it is an exercise, and none says where to send it', async () => {
  const { context } = await wholeChain(exercise);
  const state = context.tracks.parse((await context.log.latest(track))?.state);
  const incident = await incidentIn(context);
  const lines = sheetText(state, incident, rules.gdpr, 'notification')
    .split('\n')
    .filter((line) => line !== '');
  expect(lines.filter((line) => !line.startsWith('ÖVNING: '))).toEqual([]);
  expect(lines[0]).toBe('ÖVNING: Skicka inte det här till någon.');
  expect(lines.join('\n')).not.toContain('imy.se');
  const filled = sheetOf({ ...state, sheet: { contact: 'ÖVNING: Siv Modig' } }, incident, rules.gdpr, 'notification');
  const values = filled.flatMap(({ value }) => value ?? []);
  expect(values.length).toBeGreaterThan(4);
  expect(values.filter((value) => !/^ÖVNING: (?!ÖVNING)/.test(value))).toEqual([]);
});

test('statistics count exercises by themselves and nowhere else', async () => {
  const { context } = await wholeChain(exercise);
  const drill = await incidentIn(context);
  const { exercise: _mark, ...happened } = drill;
  expect(statisticsOf([drill, drill])).toEqual({ ...statisticsOf([]), exercises: 2 });
  expect(statisticsOf([drill, happened])).toEqual({ ...statisticsOf([happened]), exercises: 1 });
});
