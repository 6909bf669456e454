// When the municipality came to know of an incident, corrected by whoever handles it: what is kept, which clocks follow, and who is told.
import { handlingOf, type Incident } from '../../src/domain/incident';
import { responseDeadline } from '../../src/domain/response-deadline';
import { timelineOf } from '../../src/domain/timeline';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { legalRules as rules } from '../../src/reference/legal-rules';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { answerAssessment } from '../../src/workflows/answer-assessment';
import { closeTrack } from '../../src/workflows/close-track';
import { correctIncidentKnowledge, type CorrectIncidentKnowledgeInput } from '../../src/workflows/correct-incident-knowledge';
import { correctTrackKnowledge } from '../../src/workflows/correct-track-knowledge';
import type { Context } from '../../src/workflows/context';
import { decideTrack } from '../../src/workflows/decide-track';
import { openTrack } from '../../src/workflows/open-track';
import { reportIncident } from '../../src/workflows/report-incident';
import { triageIncident } from '../../src/workflows/triage-incident';
import { chainDeviations } from '../domain/log-rows';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const reference = 'I-2026-0001';
const earlier = '2026-11-23T07:00:00Z';
let commands = 0;
const by = <I>(who: Who, input: I, command = `command-${(commands += 1)}`) => ({ command, actor: actor(who), input });

/** Reported at 15:39 on Monday 23 November, Swedish time, a minute ago. */
async function reported(): Promise<MemoryContext> {
  const context = memoryContext();
  const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'no', personalData: 'yes', description: '' } as const;
  await reportIncident(context, by('employee', { report, reportedAt: '2026-11-23T14:39:00Z' }));
  return context;
}

function correct(context: Context, changes: Partial<CorrectIncidentKnowledgeInput> = {}, who: Who = 'it', command?: string) {
  const input = { reference, knownAt: earlier, reason: 'Växeln fick ett samtal på morgonen', ...changes };
  return correctIncidentKnowledge(context, rules, by(who, input, command));
}

function open(context: Context, regime: 'gdpr' | 'police' = 'gdpr') {
  return openTrack(context, rules, by('securityOfficer', { incident: reference, regime, controller: 'SN', decider: people.director.upn }));
}

/** No crime was suspected, so nothing is left to do in it. */
async function closedTrack(context: MemoryContext): Promise<void> {
  await open(context, 'police');
  const track = { reference: 'R-2026-0002' };
  await answerAssessment(context, rules, by('securityOfficer', { ...track, answers: { 'crime-suspected': 'no' } }));
  const assessedAt = (await context.tracks.read(track.reference))?.state.assessment?.at;
  await decideTrack(context, rules, by('director', { ...track, report: false, reason: 'Inget brott', assessedAt }));
  await closeTrack(context, rules, by('securityOfficer', track));
}

async function standing(context: MemoryContext): Promise<Incident> {
  const page = await context.incidents.read(reference);
  if (page === undefined) throw new Error('The incident is not in its register.');
  return page.state;
}

const nextOf = async (context: MemoryContext, track = 'R-2026-0001') => (await context.tracks.read(track))?.state.next?.due;

test('both times stand in the timeline with the reason, and in the log', async () => {
  const context = await reported();
  expect(await correct(context)).toMatchObject({ ok: true, value: { knownAt: earlier, reportedAt: '2026-11-23T14:39:00Z' }, notices: [] });
  expect(timelineOf(await standing(context)).at(-1)).toEqual({
    event: 'incident-knowledge-corrected',
    at: context.now(),
    by: people.it,
    text: 'Växeln fick ett samtal på morgonen',
    known: { from: '2026-11-23T14:39:00Z', to: earlier }
  });
  expect(context.entries.at(-1)).toMatchObject({
    event: 'incident-knowledge-corrected',
    actorId: people.it.id,
    from: 'reported',
    to: 'reported',
    reason: 'Växeln fick ett samtal på morgonen',
    state: { knownAt: earlier }
  });
});

test('corrected twice, each time that was taken for true is kept', async () => {
  const context = await reported();
  await correct(context);
  await correct(context, { knownAt: '2026-11-23T06:00:00Z' });
  expect(handlingOf(await standing(context)).happenings.map(({ known }) => known)).toEqual([
    { from: '2026-11-23T14:39:00Z', to: earlier },
    { from: earlier, to: '2026-11-23T06:00:00Z' }
  ]);
});

test('the time to assess it follows until it has been assessed, and is then left as it was', async () => {
  const context = await reported();
  await correct(context);
  expect(responseDeadline(await standing(context))).toMatchObject({ start: earlier, due: '2026-11-25T07:00:00Z' });
  await acknowledgeIncident(context, by('it', { reference, receiver: 'it' }));
  const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: true };
  const assessment = { reference, category: 'misdirected', facts, severity: 'low', reason: '' } as const;
  await triageIncident(context, incidentCategoryMeanings, by('it', assessment));
  const { answerBy } = handlingOf(await standing(context));
  expect(answerBy).toBe('2026-11-25T07:00:00Z');
  await correct(context, { knownAt: '2026-11-23T06:00:00Z' });
  expect(handlingOf(await standing(context)).answerBy).toBe(answerBy);
});

test('a legal track follows, and those who have to do with it are told', async () => {
  const context = await reported();
  await open(context);
  const answer = await correct(context);
  expect(await nextOf(context)).toBe('2026-11-26T07:00:00Z');
  expect((await context.tracks.read('R-2026-0001'))?.state.knowledge).toEqual([
    { at: '2026-11-23T14:39:00Z', by: people.securityOfficer, recordedAt: context.now() },
    { at: earlier, by: people.it, recordedAt: context.now(), reason: 'Växeln fick ett samtal på morgonen', ofIncident: true }
  ]);
  expect(context.entries.at(-1)).toMatchObject({ aggregate: 'R-2026-0001', event: 'track-knowledge-corrected', actorId: people.it.id });
  expect(answer.ok && answer.notices.map(({ to, kind }) => ({ to, kind }))).toEqual(
    [people.protectionOfficer, people.privacyOfficer, people.director, people.securityOfficer].map(({ id }) => ({
      to: id,
      kind: 'track-moved'
    }))
  );
  await correct(context, { knownAt: '2026-11-23T06:00:00Z' });
  expect(await nextOf(context)).toBe('2026-11-26T06:00:00Z');
});

test('a track that was corrected for itself keeps its own time; a closed one is left', async () => {
  const context = await reported();
  await open(context);
  await closedTrack(context);
  const own = { reference: 'R-2026-0001', knownAt: '2026-11-23T10:00:00Z', reason: 'Nämnden fick veta först då' };
  await correctTrackKnowledge(context, rules, by('securityOfficer', own));
  await correct(context);
  expect(await nextOf(context)).toBe('2026-11-26T10:00:00Z');
  expect((await context.tracks.read('R-2026-0002'))?.state).toMatchObject({ state: 'closed', knowledge: [{ at: '2026-11-23T14:39:00Z' }] });
});

test('a correction that was cut off before its tracks is carried through when it comes again, and tells the same', async () => {
  const context = await reported();
  await open(context);
  const withoutTracks = { ...context, tracks: { ...context.tracks, numbersOf: () => Promise.resolve([]) } };
  await correct(withoutTracks, {}, 'it', 'cut-off');
  expect(await nextOf(context)).toBe('2026-11-26T14:39:00Z');
  const again = await correct(context, {}, 'it', 'cut-off');
  expect(await nextOf(context)).toBe('2026-11-26T07:00:00Z');
  expect(again.ok && again.notices).toHaveLength(4);
  expect(await correct(context, {}, 'it', 'cut-off')).toEqual(again);
  expect(context.entries.filter(({ event }) => event === 'track-knowledge-corrected')).toHaveLength(1);
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('one that comes again after a later correction does not bring the old time back', async () => {
  const context = await reported();
  await open(context);
  const withoutTracks = { ...context, tracks: { ...context.tracks, numbersOf: () => Promise.resolve([]) } };
  await correct(withoutTracks, {}, 'it', 'first');
  await correct(context, { knownAt: '2026-11-23T06:00:00Z' });
  await correct(context, {}, 'it', 'first');
  expect(await nextOf(context)).toBe('2026-11-26T06:00:00Z');
});

test('a time that has not come is refused, and one before anybody could sign in is no time at all', async () => {
  const context = await reported();
  await open(context);
  expect(await correct(context, { knownAt: '2026-11-23T14:40:01Z' })).toEqual({ ok: false, reason: 'wrong-time' });
  expect(context.entries.filter(({ event }) => event.endsWith('knowledge-corrected'))).toEqual([]);
});
