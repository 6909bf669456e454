// The legal tracks of an incident, from opening to closing: who is told, what is refused, what is kept, and what a report is ready to say.
import type { LegalAnswers, Regime } from '../../src/domain/legal-rules';
import type { Track } from '../../src/domain/legal-track';
import { sheetOf, sheetText } from '../../src/domain/report-sheet';
import { legalRules as rules } from '../../src/reference/legal-rules';
import { answerAssessment } from '../../src/workflows/answer-assessment';
import { closeTrack } from '../../src/workflows/close-track';
import { correctTrackKnowledge } from '../../src/workflows/correct-track-knowledge';
import type { Answer } from '../../src/workflows/context';
import { decideTrack, type DecideTrackInput } from '../../src/workflows/decide-track';
import { fillSheet } from '../../src/workflows/fill-sheet';
import { giveOpinion } from '../../src/workflows/give-opinion';
import { informConcerned, type InformConcernedInput } from '../../src/workflows/inform-concerned';
import { nameDecider } from '../../src/workflows/name-decider';
import { openTrack, type OpenTrackInput } from '../../src/workflows/open-track';
import { recordConsultation } from '../../src/workflows/record-consultation';
import { recordHandled } from '../../src/workflows/record-handled';
import { recordReceipt } from '../../src/workflows/record-receipt';
import { recordSubmission, type RecordSubmissionInput } from '../../src/workflows/record-submission';
import { reportIncident } from '../../src/workflows/report-incident';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = keyof typeof people;

let commands = 0;
const by = <I>(who: Who, input: I, command = `command-${(commands += 1)}`) => ({ command, actor: actor(who), input });
const reference = 'R-2026-0001';
const highRisk = { 'personal-data': 'yes', breach: 'yes', risk: 'high-risk', unreadable: 'no', 'risk-removed': 'no' };
/** Every question of cybersäkerhetslagen answered so that public administration was limited for five hours. */
const limited: LegalAnswers = { 'security-sensitive': 'no', 'public-administration': 'yes', 'limited-hours': 5 };

/** An incident known at 15:39 on Monday 23 November, Swedish time. */
async function reported(): Promise<MemoryContext> {
  const context = memoryContext();
  const report = {
    kind: 'sent-wrong',
    when: 'today',
    where: 'Outlook',
    ongoing: 'no',
    personalData: 'yes',
    description: 'Fel mottagare'
  } as const;
  await reportIncident(context, by('employee', { report, reportedAt: '2026-11-23T14:39:00Z' }));
  return context;
}

function open(context: MemoryContext, regime: Regime = 'gdpr', changes: Partial<OpenTrackInput> = {}, who: Who = 'securityOfficer') {
  const decider = regime === 'security-protection' ? people.protectionOfficer.upn : people.director.upn;
  return openTrack(context, rules, by(who, { incident: 'I-2026-0001', regime, controller: 'SN', decider, ...changes }));
}

async function opened(regime: Regime = 'gdpr', changes: Partial<OpenTrackInput> = {}): Promise<MemoryContext> {
  const context = await reported();
  if (!(await open(context, regime, changes)).ok) throw new Error('The track could not be opened.');
  return context;
}

const answerWith = (context: MemoryContext, answers: LegalAnswers, who: Who = 'securityOfficer') =>
  answerAssessment(context, rules, by(who, { reference, answers }));

async function trackIn(context: MemoryContext): Promise<Track> {
  const page = await context.tracks.read(reference);
  if (page === undefined) throw new Error('The track was just opened.');
  return page.state;
}

async function decide(context: MemoryContext, report: boolean, who: Who = 'director', changes: Partial<DecideTrackInput> = {}) {
  const assessedAt = (await trackIn(context)).assessment?.at;
  return decideTrack(context, rules, by(who, { reference, report, reason: 'Efter samråd', assessedAt, ...changes }));
}

const send = (context: MemoryContext, stage: RecordSubmissionInput['stage'], changes: Partial<RecordSubmissionInput> = {}) =>
  recordSubmission(
    context,
    rules,
    by('securityOfficer', { reference, stage, sentAt: context.now(), externalReference: `${stage}-1`, ...changes })
  );

const inform = (context: MemoryContext, changes: Partial<InformConcernedInput> = {}, who: Who = 'director') =>
  informConcerned(
    context,
    rules,
    by(who, {
      reference,
      inform: true,
      reason: 'Hög risk',
      textSv: 'Uppgifter om dig har kommit fel.',
      textFi: 'Tietojasi on joutunut väärään paikkaan.',
      channel: 'Brev',
      when: '2026-11-25T08:00:00Z',
      ...changes
    })
  );

const close = (context: MemoryContext) => closeTrack(context, rules, by('securityOfficer', { reference }));
const consult = (context: MemoryContext) =>
  recordConsultation(context, rules, by('securityOfficer', { reference, with: 'IT-chefen', outcome: 'Eniga', heldAt: context.now() }));
const opine = (context: MemoryContext, text = 'Anmäl', who: Who = 'privacyOfficer') =>
  giveOpinion(context, rules, by(who, { reference, text }));

const refusedWith = (reason: string) => ({ ok: false, reason });
const told = (answer: Answer<unknown, string>): string[] => (answer.ok ? answer.notices.map(({ to }) => to) : []);

describe('opening', () => {
  test('starts the clock from when the incident became known, and says what is due', async () => {
    const context = await reported();
    expect(await open(context)).toMatchObject({
      ok: true,
      value: {
        reference,
        incident: 'I-2026-0001',
        controllerName: 'Socialnämnden',
        state: 'not-assessed',
        decider: people.director,
        knowledge: [{ at: '2026-11-23T14:39:00Z' }],
        next: { stage: 'notification', due: '2026-11-26T14:39:00Z' }
      }
    });
    expect(context.entries.at(-1)).toMatchObject({ aggregate: reference, event: 'track-opened', actorId: people.securityOfficer.id });
  });

  test.each<[Regime, string[]]>([
    ['gdpr', [people.protectionOfficer.id, people.privacyOfficer.id, people.director.id]],
    ['cybersecurity', [people.protectionOfficer.id, people.director.id]],
    ['police', [people.protectionOfficer.id, people.director.id]],
    ['supplier', [people.protectionOfficer.id, people.director.id]],
    ['security-protection', [people.protectionOfficer.id]]
  ])(
    '%s: tells the säkerhetsskyddschef always, the dataskyddsombud of personal data only, and whoever decides (H52, H58)',
    async (regime, ids) => {
      const answer = await open(await reported(), regime);
      expect(told(answer)).toEqual(ids);
      expect(answer).toMatchObject({
        notices: ids.map(() => ({ kind: 'track-moved', step: 'opened', reference, incident: 'I-2026-0001', regime }))
      });
    }
  );

  test('each nämnd has its own track, and each regime; the same twice is refused until the first is closed', async () => {
    const context = await opened();
    expect(await open(context)).toEqual(refusedWith('track-exists'));
    expect(await open(context, 'gdpr', { controller: 'BUN' })).toMatchObject({ ok: true, value: { reference: 'R-2026-0002' } });
    expect(await open(context, 'cybersecurity')).toMatchObject({ ok: true, value: { reference: 'R-2026-0003' } });
    expect(await open(context, 'supplier', { counterpart: 'Driftbolaget' })).toMatchObject({ ok: true });
    expect(await open(context, 'supplier', { counterpart: 'Molnbolaget' })).toMatchObject({ ok: true });
    expect(await open(context, 'supplier', { counterpart: 'Molnbolaget' })).toEqual(refusedWith('track-exists'));
  });

  test('the nämnd’s own head may be named to decide, too', async () => {
    expect(await open(await reported(), 'gdpr', { decider: people.objectOwner.upn })).toMatchObject({ ok: true });
  });

  test.each<[string, Regime, Partial<OpenTrackInput>, string]>([
    ['an incident that does not exist', 'gdpr', { incident: 'I-2026-0404' }, 'not-found'],
    ['a unit nobody knows', 'gdpr', { controller: 'X' }, 'unknown-unit'],
    ['a förvaltning in place of a nämnd', 'gdpr', { controller: 'SOC' }, 'not-a-committee'],
    ['a decider nobody knows', 'gdpr', { decider: 'finns.inte@haparanda.example' }, 'unknown-person'],
    ['a decider that is no name at all', 'gdpr', { decider: 'x' }, 'unknown-person'],
    ['the dataskyddsombud as decider', 'gdpr', { decider: people.privacyOfficer.upn }, 'data-protection-named'],
    ['a decider who may not', 'gdpr', { decider: people.employee.upn }, 'not-a-decider'],
    ['the head of another nämnd', 'gdpr', { controller: 'BUN', decider: people.objectOwner.upn }, 'not-a-decider'],
    ['the director for säkerhetsskydd', 'security-protection', { decider: people.director.upn }, 'not-a-decider']
  ])('%s is refused', async (_what, regime, changes, reason) => {
    const context = await reported();
    const written = context.entries.length;
    expect(await open(context, regime, changes)).toEqual(refusedWith(reason));
    expect(context.entries).toHaveLength(written);
  });

  test('pressed twice is one track', async () => {
    const context = await reported();
    const request = by('securityOfficer', {
      incident: 'I-2026-0001',
      regime: 'gdpr',
      controller: 'SN',
      decider: people.director.upn
    } as const);
    const first = await openTrack(context, rules, request);
    expect(await openTrack(context, rules, request)).toEqual(first);
  });
});

describe('kännedom', () => {
  const correct = (context: MemoryContext, knownAt: string) =>
    correctTrackKnowledge(context, rules, by('securityOfficer', { reference, knownAt, reason: 'Leverantören ringde redan då' }));

  test('is corrected with a reason, both moments are kept, and what is due follows', async () => {
    const context = await opened();
    expect(await correct(context, '2026-11-22T08:00:00Z')).toMatchObject({
      ok: true,
      value: {
        knowledge: [
          { at: '2026-11-23T14:39:00Z' },
          { at: '2026-11-22T08:00:00Z', reason: 'Leverantören ringde redan då', by: people.securityOfficer, recordedAt: context.now() }
        ],
        next: { stage: 'notification', due: '2026-11-25T08:00:00Z' }
      }
    });
    expect(context.entries.at(-1)).toMatchObject({ event: 'track-knowledge-corrected', reason: 'Leverantören ringde redan då' });
    expect((await context.incidents.read('I-2026-0001'))?.state.knownAt).toBe('2026-11-23T14:39:00Z');
  });

  test('does not lie in the future', async () => {
    expect(await correct(await opened(), '2026-11-23T14:40:01Z')).toEqual(refusedWith('wrong-time'));
  });

  test('before a threshold was in force leaves that threshold out, and its question', async () => {
    const context = await opened('cybersecurity');
    expect(await answerWith(context, limited)).toMatchObject({ ok: true, value: { state: 'assessing', assessment: { suggests: true } } });
    expect(await correct(context, '2026-06-01T08:00:00Z')).toMatchObject({
      ok: true,
      value: { state: 'facts-missing', answers: { 'security-sensitive': 'no' }, assessment: { because: [] } }
    });
  });
});

describe('the assessment', () => {
  test('suggests, with the rule, its source and the day it holds from, and asks whoever decides', async () => {
    const context = await opened();
    const answer = await answerWith(context, highRisk);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        state: 'assessing',
        assessment: {
          suggests: true,
          informs: true,
          missing: [],
          because: [{ id: 'gdpr-high-risk', source: 'Dataskyddsförordningen (EU) 2016/679, art. 33.1', validFrom: '2018-05-25' }]
        }
      },
      notices: [{ to: people.director.id, step: 'to-decide' }]
    });
  });

  test('names what is missing and guesses nothing; nobody is asked to decide yet', async () => {
    const context = await opened();
    const answer = await answerWith(context, { ...highRisk, risk: 'unknown' });
    expect(answer).toMatchObject({ ok: true, value: { state: 'facts-missing', assessment: { missing: ['risk'] } }, notices: [] });
    expect((await trackIn(context)).assessment).not.toHaveProperty('suggests');
  });

  test('takes no answer to what is not asked', async () => {
    const context = await opened();
    for (const answers of [{ invented: 'yes' }, { risk: 'enormous' }, { risk: 7 }] as LegalAnswers[])
      expect(await answerWith(context, answers)).toEqual(refusedWith('unknown-question'));
  });
});

describe('the decision', () => {
  test('keeps the reason and what was suggested, and is told', async () => {
    const context = await opened();
    await answerWith(context, highRisk);
    const answer = await decide(context, true);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        state: 'to-report',
        decisions: [{ by: people.director, report: true, reason: 'Efter samråd', suggested: true, missing: [] }]
      }
    });
    expect(told(answer)).toEqual([people.protectionOfficer.id, people.privacyOfficer.id, people.securityOfficer.id]);
  });

  test('may go against the suggestion, and the record shows it', async () => {
    const context = await opened();
    await answerWith(context, highRisk);
    expect(await decide(context, false)).toMatchObject({ ok: true, value: { decisions: [{ report: false, suggested: true }] } });
    expect((await trackIn(context)).next).toBeUndefined();
  });

  test('to report needs no answers, since the clock runs; not to report needs all', async () => {
    const context = await opened();
    expect(await decide(context, false)).toEqual(refusedWith('facts-missing'));
    await answerWith(context, { 'personal-data': 'yes' });
    expect(await decide(context, false)).toEqual(refusedWith('facts-missing'));
    expect(await decide(context, true)).toMatchObject({ ok: true, value: { decisions: [{ missing: ['breach', 'risk'] }] } });
  });

  test('is about the assessment that the decider saw', async () => {
    const context = await opened();
    await answerWith(context, highRisk);
    const seen = (await trackIn(context)).assessment?.at;
    context.setNow('2026-11-23T15:00:00Z');
    await answerWith(context, { 'personal-data': 'no' });
    expect(await decide(context, true, 'director', { assessedAt: seen })).toEqual(refusedWith('assessment-changed'));
    expect(await decide(context, true, 'director', { assessedAt: undefined })).toEqual(refusedWith('assessment-changed'));
  });

  test('is never by whoever answered the questions', async () => {
    const context = await opened('security-protection');
    await answerWith(context, { 'sensitive-system': 'yes' }, 'protectionOfficer');
    expect(await decide(context, true, 'protectionOfficer')).toEqual(refusedWith('own-assessment'));
    await answerWith(context, { 'sensitive-system': 'yes' }, 'securityOfficer');
    expect(await decide(context, true, 'protectionOfficer')).toMatchObject({ ok: true });
  });

  test('is opened again by new answers until the notification is sent in', async () => {
    const context = await opened();
    await answerWith(context, { 'personal-data': 'no' });
    await decide(context, false);
    expect(await answerWith(context, highRisk)).toMatchObject({ ok: true, value: { state: 'assessing', decisions: [{ report: false }] } });
    expect(await decide(context, true)).toMatchObject({ ok: true, value: { decisions: [{ report: false }, { report: true }] } });
    await send(context, 'notification');
    expect(await answerWith(context, { 'personal-data': 'no' })).toEqual(refusedWith('wrong-state'));
  });

  test('goes to another when another is named; the one before may no more', async () => {
    const context = await opened();
    const name = (decider: string, number = reference) =>
      nameDecider(context, rules, by('securityOfficer', { reference: number, decider }));
    expect(await name(people.employee.upn)).toEqual(refusedWith('not-a-decider'));
    expect(await name(people.director.upn, 'R-2026-0404')).toEqual(refusedWith('not-found'));
    expect(told(await name(people.objectOwner.upn))).toEqual([people.objectOwner.id]);
    expect(await decide(context, true, 'director')).toEqual(refusedWith('not-found'));
    expect(await decide(context, true, 'objectOwner')).toMatchObject({ ok: true });
  });
});

describe('the dataskyddsombud’s opinion', () => {
  test('is added to, and neither a later one nor any other command changes it', async () => {
    const context = await opened();
    await opine(context, 'Anmäl');
    context.setNow('2026-11-23T16:00:00Z');
    await opine(context, 'Informera också');
    const given = [
      { by: people.privacyOfficer, at: '2026-11-23T14:40:00Z', text: 'Anmäl' },
      { by: people.privacyOfficer, at: '2026-11-23T16:00:00Z', text: 'Informera också' }
    ];
    expect((await trackIn(context)).opinions).toEqual(given);
    await answerWith(context, highRisk);
    await decide(context, true);
    await send(context, 'notification');
    await inform(context);
    await close(context);
    expect((await trackIn(context)).opinions).toEqual(given);
    expect(await opine(context, 'Efteråt')).toMatchObject({ ok: true, value: { state: 'closed' } });
  });

  test('is nobody else’s to give, and is about personal data only', async () => {
    const context = await opened();
    for (const who of ['securityOfficer', 'protectionOfficer', 'director'] as const)
      expect(await opine(context, 'Anmäl', who)).toEqual(refusedWith('not-allowed'));
    expect(await opine(context, 'Anmäl', 'stranger')).toEqual(refusedWith('not-found'));
    expect(await opine(await opened('cybersecurity'))).toEqual(refusedWith('not-found'));
  });
});

describe('sending in', () => {
  async function toReport(regime: Regime, answers: LegalAnswers): Promise<MemoryContext> {
    const context = await opened(regime);
    await answerWith(context, answers);
    await decide(context, true);
    return context;
  }

  test('waits for the decision', async () => {
    expect(await send(await opened(), 'notification')).toEqual(refusedWith('not-decided'));
  });

  test('keeps the receiver’s number and the receipt, which may come later', async () => {
    const context = await toReport('gdpr', highRisk);
    expect(await send(context, 'notification', { externalReference: undefined })).toEqual(refusedWith('reference-missing'));
    const without = { externalReference: undefined, withoutReference: 'Numret kommer med posten' };
    expect(await send(context, 'notification', without)).toMatchObject({ ok: true, value: { state: 'notified' } });
    const receipt = (submission: number) =>
      recordReceipt(
        context,
        rules,
        by('securityOfficer', { reference, submission, receipt: 'Kvitto 17', externalReference: 'IMY-2026-9' })
      );
    expect(await receipt(1)).toEqual(refusedWith('wrong-stage'));
    expect(await receipt(0)).toMatchObject({
      ok: true,
      value: { submissions: [{ externalReference: 'IMY-2026-9', withoutReference: 'Numret kommer med posten', receipt: 'Kvitto 17' }] }
    });
    expect(await receipt(0)).toEqual(refusedWith('receipt-kept'));
  });

  test('a late report asks for its motivation, to the second', async () => {
    const context = await toReport('gdpr', highRisk);
    context.setNow('2026-11-30T08:00:00Z');
    const late = { sentAt: '2026-11-26T14:39:01Z' };
    expect(await send(context, 'notification', late)).toEqual(refusedWith('motivation-missing'));
    expect(await send(context, 'notification', { ...late, lateMotivation: 'Sent upptäckt' })).toMatchObject({
      ok: true,
      value: { submissions: [{ lateMotivation: 'Sent upptäckt' }] }
    });
  });

  test('a report in time asks for none, and none is sent in in the future', async () => {
    const context = await toReport('gdpr', highRisk);
    context.setNow('2026-11-30T08:00:00Z');
    expect(await send(context, 'notification', { sentAt: '2026-11-30T08:00:01Z' })).toEqual(refusedWith('wrong-time'));
    expect(await send(context, 'notification', { sentAt: '2026-11-26T14:39:00Z' })).toMatchObject({ ok: true });
  });

  test('the stages of cybersäkerhetslagen follow on each other, with a lägesrapport when it goes on', async () => {
    const context = await toReport('cybersecurity', limited);
    const next = async () => (await trackIn(context)).next;
    expect(await next()).toEqual({ stage: 'early-warning', due: '2026-11-24T14:39:00Z' });
    expect(await send(context, 'final')).toEqual(refusedWith('wrong-stage'));
    expect(await send(context, 'supplement')).toEqual(refusedWith('wrong-stage'));
    expect(await send(context, 'early-warning')).toMatchObject({ ok: true, value: { state: 'warned' } });
    expect(await next()).toEqual({ stage: 'notification', due: '2026-11-26T14:39:00Z' });
    expect(await send(context, 'interim')).toMatchObject({ ok: true, value: { state: 'warned' } });
    context.setNow('2026-11-25T10:00:00Z');
    expect(await send(context, 'notification')).toMatchObject({ ok: true, value: { state: 'notified' } });
    expect(await next()).toEqual({ stage: 'final', due: '2026-12-25T10:00:00Z' });
    context.setNow('2026-12-25T10:00:00Z');
    expect(await send(context, 'progress')).toMatchObject({ ok: true, value: { state: 'progress-reported' } });
    expect(await next()).toBeUndefined();
    expect(await close(context)).toEqual(refusedWith('reports-left'));
    context.setNow('2027-01-31T12:00:00Z');
    await recordHandled(context, rules, by('securityOfficer', { reference, handledAt: '2027-01-31T12:00:00Z' }));
    expect(await next()).toEqual({ stage: 'final', due: '2027-02-28T12:00:00Z' });
    expect(await send(context, 'final')).toMatchObject({ ok: true, value: { state: 'final-reported' } });
    expect(await close(context)).toEqual(refusedWith('track-consultation-missing'));
    await consult(context);
    expect(await close(context)).toEqual(refusedWith('concerned-undecided'));
    await inform(context, { inform: false, textSv: '', textFi: '', channel: '', when: undefined });
    expect(await close(context)).toMatchObject({ ok: true, value: { state: 'closed', closedBy: people.securityOfficer } });
  });

  test('an upplysning that was a precaution is taken back by new answers, and closed', async () => {
    const context = await toReport('cybersecurity', limited);
    await send(context, 'early-warning');
    const { questions } = rules.cybersecurity;
    const calm = Object.fromEntries(questions.map(({ id, kind }) => [id, kind === 'number' ? 0 : 'no']));
    expect(await answerWith(context, calm)).toMatchObject({ ok: true, value: { state: 'assessing', assessment: { suggests: false } } });
    await decide(context, false);
    expect(await close(context)).toMatchObject({ ok: true, value: { state: 'closed' } });
  });

  test('the incident was not handled in the future', async () => {
    const context = await toReport('cybersecurity', limited);
    const request = by('securityOfficer', { reference, handledAt: '2026-12-01T00:00:00Z' });
    expect(await recordHandled(context, rules, request)).toEqual(refusedWith('wrong-time'));
  });
});

describe('informing those concerned', () => {
  test('keeps the decision, the text in Swedish and Finnish, the channel and when', async () => {
    expect(await inform(await opened())).toMatchObject({
      ok: true,
      value: {
        informing: [
          {
            audience: 'registered',
            inform: true,
            by: people.director,
            textSv: 'Uppgifter om dig har kommit fel.',
            textFi: 'Tietojasi on joutunut väärään paikkaan.',
            channel: 'Brev',
            when: '2026-11-25T08:00:00Z'
          }
        ]
      }
    });
    expect(await inform(await opened('cybersecurity'))).toMatchObject({ ok: true, value: { informing: [{ audience: 'recipients' }] } });
  });

  test.each<[string, Partial<InformConcernedInput>]>([
    ['no Swedish', { textSv: '' }],
    ['no Finnish', { textFi: '' }],
    ['no channel', { channel: '' }],
    ['no time', { when: undefined }]
  ])('with %s is refused', async (_what, changes) => {
    expect(await inform(await opened(), changes)).toEqual(refusedWith('text-missing'));
  });

  test('has nobody to inform in the other tracks', async () => {
    expect(await inform(await opened('police'))).toEqual(refusedWith('nobody-to-inform'));
  });
});

describe('closing', () => {
  test('a breach that is not notified waits for the dataskyddsombud’s opinion', async () => {
    const context = await opened();
    await answerWith(context, { 'personal-data': 'no' });
    await decide(context, false);
    expect(await close(context)).toEqual(refusedWith('opinion-missing'));
    await opine(context, 'Håller med');
    expect(await close(context)).toMatchObject({ ok: true, value: { state: 'closed', closedAt: context.now() } });
    expect(await open(context)).toMatchObject({ ok: true, value: { reference: 'R-2026-0002' } });
  });

  test('a notified breach waits for the decision whether to inform', async () => {
    const context = await opened();
    await decide(context, true);
    expect(await close(context)).toEqual(refusedWith('reports-left'));
    await send(context, 'notification');
    await send(context, 'supplement');
    expect(await close(context)).toEqual(refusedWith('concerned-undecided'));
    await inform(context);
    expect(await close(context)).toMatchObject({ ok: true });
  });
});

describe('the sheet', () => {
  const incident = async (context: MemoryContext) => {
    const page = await context.incidents.read('I-2026-0001');
    if (page === undefined) throw new Error('The incident was just reported.');
    return page.state;
  };
  const fill = (context: MemoryContext, fields: Record<string, string>) =>
    fillSheet(context, rules, by('securityOfficer', { reference, fields }));

  test('is in the order of IMY’s form, filled with what the record knows, and marks what is missing', async () => {
    const context = await opened();
    await answerWith(context, highRisk);
    await fill(context, { consequences: 'Uppgifter om hälsa kan spridas', description: 'Ett brev gick fel' });
    const text = sheetText(await trackIn(context), await incident(context), rules.gdpr, 'notification').split('\n');
    expect(text.slice(0, 8)).toEqual([
      'Till: Integritetsskyddsmyndigheten (IMY) (https://e-tjanster.imy.se/sv/anmalan)',
      'Enligt: Dataskyddsförordningen (EU) 2016/679, art. 33.1, från och med 2018-05-25',
      'Stöd för bedömning – kontrollera mot gällande föreskrift.',
      '',
      'Personuppgiftsansvarig: Socialnämnden',
      'Organisationsnummer: SAKNAS',
      'Adress: SAKNAS',
      'Kontaktperson för anmälan: SAKNAS'
    ]);
    expect(text).toContain('Egen referens: R-2026-0001 (I-2026-0001)');
    expect(text).toContain('När den personuppgiftsansvariga fick vetskap: 2026-11-23 15:39 svensk tid');
    expect(text).toContain('Vad som har hänt: Ett brev gick fel');
    expect(text).toContain('Var eller i vilket system: Outlook');
    expect(text).toContain('Sannolika konsekvenser för de registrerade: Uppgifter om hälsa kan spridas');
    expect(text).toContain('Bedömd allvarlighetsgrad: Hög risk');
    expect(text).toContain('Registrerade: informerade när, informeras när, eller varför inte: SAKNAS');
    expect(text.indexOf('Adress: SAKNAS')).toBeLessThan(text.indexOf('Egen referens: R-2026-0001 (I-2026-0001)'));
  });

  test('what is written serves every stage that asks for it, and is missing again when emptied', async () => {
    const context = await opened('cybersecurity');
    await fill(context, { contact: 'Siv Modig, 070-174 06 36' });
    const valueIn = async (stage: 'early-warning' | 'final', id: string) =>
      sheetOf(await trackIn(context), await incident(context), rules.cybersecurity, stage).find((field) => field.id === id);
    for (const stage of ['early-warning', 'final'] as const)
      expect(await valueIn(stage, 'contact')).toMatchObject({ value: 'Siv Modig, 070-174 06 36', written: true });
    await fill(context, { contact: ' ' });
    expect(await valueIn('final', 'contact')).toEqual({ id: 'contact', sv: 'Kontaktperson', written: false });
  });

  test('of säkerhetsskydd says nothing of what happened, whatever was reported', async () => {
    const context = await opened('security-protection');
    const text = sheetText(await trackIn(context), await incident(context), rules['security-protection'], 'notification');
    expect(text).not.toMatch(/Outlook|Fel mottagare/);
  });

  test('has no other fields, and no more text than the record can hold', async () => {
    const context = await opened();
    expect(await fill(context, { invented: 'x' })).toEqual(refusedWith('unknown-field'));
    const long = Object.fromEntries(rules.gdpr.stages.flatMap(({ sheet }) => sheet.map(({ id }) => [id, 'å'.repeat(4000)])));
    expect(await fill(context, long)).toEqual(refusedWith('too-large'));
  });
});
