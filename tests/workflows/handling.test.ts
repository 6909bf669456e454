// The handling of an incident from received to closed: every step, every refusal, who is told, and a timeline that says what the log says.
import * as fc from 'fast-check';
import { hindrances } from '../../src/domain/handle-incident';
import { handlingOf, type Incident } from '../../src/domain/incident';
import { incidentMoves, incidentStates, stages, type IncidentMove, type IncidentState } from '../../src/domain/incident-moves';
import { concernedPeople, concernedRoles, peopleThatLeft, rolesThatLeft } from '../../src/domain/need-to-know';
import type { Person } from '../../src/domain/person';
import type { Severity } from '../../src/domain/severity';
import { classificationModel } from '../../src/reference/classification-model';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { legalRules } from '../../src/reference/legal-rules';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { answerQuestion } from '../../src/workflows/answer-question';
import { answerAssessment } from '../../src/workflows/answer-assessment';
import { decideTrack } from '../../src/workflows/decide-track';
import { openTrack } from '../../src/workflows/open-track';
import { askReporter } from '../../src/workflows/ask-reporter';
import { assignIncident } from '../../src/workflows/assign-incident';
import { closeIncident } from '../../src/workflows/close-incident';
import { consultOnIncident } from '../../src/workflows/consult-on-incident';
import type { Answer } from '../../src/workflows/context';
import { decideClassification } from '../../src/workflows/decide-classification';
import { dismissIncident } from '../../src/workflows/dismiss-incident';
import { linkAssets } from '../../src/workflows/link-assets';
import { linkIncidents } from '../../src/workflows/link-incidents';
import { moveIncident } from '../../src/workflows/move-incident';
import { noteIncident } from '../../src/workflows/note-incident';
import { registerAsset } from '../../src/workflows/register-asset';
import { reopenIncident } from '../../src/workflows/reopen-incident';
import { reportIncident } from '../../src/workflows/report-incident';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { triageIncident } from '../../src/workflows/triage-incident';
import { chainDeviations } from '../domain/log-rows';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const reference = 'I-2026-0001';
const calm = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };

let commands = 0;
function by<I>(who: Who, input: I) {
  commands += 1;
  return { command: `command-${commands}`, actor: actor(who), input };
}

/** What can be done with the one incident, each as its workflow does it. */
function acts(context: MemoryContext) {
  return {
    acknowledge: (who: Who) =>
      acknowledgeIncident(context, by(who, { reference, receiver: who === 'manager' ? 'nearest-manager' : 'it' } as const)),
    triage: (who: Who, changes: Partial<Parameters<typeof triageIncident>[2]['input']> = {}) =>
      triageIncident(
        context,
        incidentCategoryMeanings,
        by(who, { reference, category: 'misdirected', facts: calm, severity: 'low', reason: '', ...changes } as const)
      ),
    assign: (who: Who, handler: Person, reason = '') => assignIncident(context, by(who, { reference, handler: handler.upn, reason })),
    ask: (who: Who, text = 'Vem fick brevet?') => askReporter(context, by(who, { reference, text })),
    answer: (who: Who, question: string, text = 'En granne') => answerQuestion(context, by(who, { reference, question, text })),
    note: (who: Who, text = 'Ringt mottagaren') => noteIncident(context, by(who, { reference, text })),
    assets: (who: Who, assets: readonly string[]) => linkAssets(context, incidentCategoryMeanings, by(who, { reference, assets })),
    incidents: (who: Who, incidents: readonly string[]) => linkIncidents(context, by(who, { reference, incidents })),
    consult: (who: Who) => consultOnIncident(context, by(who, { reference, text: 'Vi är överens', specialReport: true })),
    restrict: (who: Who, restricted: boolean) => restrictIncident(context, by(who, { reference, restricted, reason: 'Personalärende' })),
    move: (who: Who, move: (typeof stages)[number]) => moveIncident(context, by(who, { reference, move, text: '' })),
    close: (who: Who, said: { readonly rootCause?: string; readonly outcome?: string } = {}) =>
      closeIncident(context, legalRules, by(who, { reference, rootCause: 'Gammal adress', outcome: 'Adressen är rättad', ...said })),
    reopen: (who: Who, reason = 'Fler brev har kommit fel') => reopenIncident(context, by(who, { reference, reason })),
    dismiss: (who: Who, reason = 'Brevet kom rätt') => dismissIncident(context, by(who, { reference, reason }))
  };
}

async function reported(personalData: 'yes' | 'no' = 'no'): Promise<MemoryContext> {
  const context = memoryContext();
  const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'no', personalData, description: '' } as const;
  await reportIncident(context, by('employee', { report, reportedAt: context.now() }));
  return context;
}

async function inAnalysis(): Promise<MemoryContext> {
  const context = await reported();
  const act = acts(context);
  await act.acknowledge('it');
  await act.triage('it');
  await act.assign('it', people.it);
  await act.move('it', 'handle');
  await act.move('it', 'analyse');
  return context;
}

async function standing(context: MemoryContext): Promise<Incident> {
  const page = await context.incidents.read(reference);
  if (page === undefined) throw new Error('The incident is not in its register.');
  return page.state;
}

function outcome(answer: Answer<unknown, string>): string {
  return answer.ok ? 'done' : answer.reason;
}

async function decidedAsset(context: MemoryContext): Promise<string> {
  const owners = { informationOwner: people.manager.upn, objectOwner: people.objectOwner.upn, custodian: people.custodian.upn };
  const content = { name: 'Brevutskick', description: '', carriers: ['paper'], unit: 'SOC-HEM', ...owners } as const;
  const asset = await registerAsset(context, by('manager', { asset: { ...content, carriers: [...content.carriers] } }));
  if (!asset.ok) throw new Error(asset.reason);
  await submitAsset(context, by('manager', { reference: asset.value.reference }));
  const worst = classificationModel.questions.map(({ id, part, options }) => [
    id,
    [(part === 'start' || part === 'whole' ? options[0] : options.at(-2))?.code ?? '']
  ]);
  const answers = Object.fromEntries(worst) as Record<string, string[]>;
  const input = { asset: asset.value.reference, model: classificationModel.version, answers };
  const proposed = await submitClassification(context, classificationModel, by('custodian', input));
  if (!proposed.ok) throw new Error(proposed.reason);
  const { reference: number, contentHash } = proposed.value;
  await decideClassification(context, by('objectOwner', { reference: number, asset: asset.value.reference, contentHash }));
  return asset.value.reference;
}

test('an incident goes from the first words to a closed case, and the timeline says what the log says', async () => {
  const context = await reported();
  const act = acts(context);
  await act.acknowledge('it');
  await act.triage('it', { severity: 'medium', reason: 'Kan ha gått till fler' });
  await act.assign('it', people.custodian);
  await act.ask('custodian');
  const [question] = handlingOf(await standing(context)).questions;
  await act.answer('employee', question?.id ?? '');
  await act.note('manager');
  for (const stage of stages) expect(outcome(await act.move('custodian', stage))).toBe('done');
  expect(outcome(await act.close('custodian'))).toBe('done');
  const closed = await standing(context);
  expect(closed).toMatchObject({ state: 'closed', handling: { severity: 'medium', suggested: 'low', rootCause: 'Gammal adress' } });
  const inLog = context.entries.filter(({ aggregate }) => aggregate === reference).slice(2);
  const told = handlingOf(closed).happenings.map(({ by: person, text, ...rest }) => ({ ...rest, actorId: person?.id, reason: text }));
  expect(told).toEqual(inLog.map(({ event, at, from, to, actorId, reason }) => ({ event, at, from, to, actorId, reason })));
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('those whom the severity calls for are told at once, each when it first comes that high', async () => {
  const context = await reported();
  const act = acts(context);
  await act.acknowledge('it');
  const called = async (severity: Severity) => {
    const answer = await act.triage('it', { severity, reason: 'Fler än vi trodde' });
    return answer.ok && 'notices' in answer ? answer.notices.map(({ kind, to }) => `${kind} ${to}`).sort() : answer;
  };
  const raised = (...to: readonly Person[]) => to.map(({ id }) => `incident-raised ${id}`).sort();
  expect(await called('low')).toEqual([]);
  expect(await called('high')).toEqual(raised(people.securityOfficer, people.privacyOfficer, people.protectionOfficer));
  expect(await called('medium')).toEqual([]);
  expect(await called('high')).toEqual([]);
  expect(await called('critical')).toEqual(raised(people.director));
});

test('an assessment that is given twice calls for the same people', async () => {
  const context = await reported();
  await acts(context).acknowledge('it');
  const said = { reference, category: 'misdirected', facts: calm, severity: 'critical', reason: 'Journaler' } as const;
  const request = by('it', said);
  const first = await triageIncident(context, incidentCategoryMeanings, request);
  expect(first).toMatchObject({ ok: true, notices: { length: 4 } });
  expect(await triageIncident(context, incidentCategoryMeanings, request)).toEqual(first);
});

test('who is told of what: the reporter of each change that matters, the handler of their task, whoever asked of the answer', async () => {
  const context = await reported();
  const act = acts(context);
  await act.acknowledge('it');
  const told = async (answer: Promise<Answer<unknown, string>>) => {
    const given = await answer;
    return given.ok && 'notices' in given
      ? given.notices.map(({ kind, to, ...more }) => [kind, to, 'state' in more ? more.state : ''])
      : given;
  };
  const reporter = people.employee.id;
  expect(await told(act.triage('it'))).toEqual([]);
  expect(await told(act.assign('it', people.custodian))).toEqual([['incident-assigned', people.custodian.id, '']]);
  expect(await told(act.ask('it'))).toEqual([['incident-question', reporter, '']]);
  const [question] = handlingOf(await standing(context)).questions;
  expect(await told(act.answer('employee', question?.id ?? ''))).toEqual([
    ['incident-answered', people.it.id, ''],
    ['incident-answered', people.custodian.id, '']
  ]);
  expect(await told(act.move('it', 'handle'))).toEqual([['incident-changed', reporter, 'handling']]);
  expect(await told(act.move('it', 'contain'))).toEqual([]);
  expect(await told(act.move('it', 'restore'))).toEqual([['incident-changed', reporter, 'restored']]);
  expect(await told(act.move('it', 'analyse'))).toEqual([]);
  expect(await told(act.close('it'))).toEqual([['incident-changed', reporter, 'closed']]);
  expect(await told(act.reopen('it'))).toEqual([['incident-changed', reporter, 'reopened']]);
});

test('the same command again does it once and tells the same', async () => {
  const context = await reported();
  const request = by('it', { reference, text: 'Vem fick brevet?' });
  const first = await askReporter(context, request);
  expect(await askReporter(context, request)).toEqual(first);
  expect(handlingOf(await standing(context)).questions).toHaveLength(1);
});

describe('severity', () => {
  test('is suggested, and a person who decides otherwise says why', async () => {
    const context = await reported();
    const act = acts(context);
    await act.acknowledge('it');
    expect(outcome(await act.triage('it', { severity: 'high' }))).toBe('reason-missing');
    expect(outcome(await act.triage('it', { severity: 'high', reason: 'Barn berörs' }))).toBe('done');
    expect((await standing(context)).handling).toMatchObject({ suggested: 'low', severity: 'high' });
  });

  test('is suggested anew from the class of linked assets, and stays what was decided', async () => {
    const context = await reported();
    const act = acts(context);
    await act.acknowledge('it');
    await act.triage('it');
    const asset = await decidedAsset(context);
    await act.assets('it', [asset]);
    expect((await standing(context)).handling).toMatchObject({ severity: 'low', suggested: 'medium', assets: [{ reference: asset }] });
    expect(outcome(await act.triage('it', { severity: 'medium' }))).toBe('done');
  });

  test('decides when it must have been triaged, until it has been', async () => {
    const context = await reported();
    const act = acts(context);
    await act.acknowledge('it');
    await act.triage('it', { facts: { ...calm, malicious: true }, severity: 'high' });
    expect((await standing(context)).handling).toMatchObject({ triagedAt: '2026-11-23T14:40:00Z', answerBy: '2026-11-23T18:40:00Z' });
    context.setNow('2026-11-24T09:00:00Z');
    await act.triage('it');
    expect((await standing(context)).handling).toMatchObject({ triagedAt: '2026-11-23T14:40:00Z', answerBy: '2026-11-23T18:40:00Z' });
  });

  test('what may touch säkerhetsskydd is not handled here', async () => {
    const context = await reported();
    await acts(context).acknowledge('it');
    expect(outcome(await acts(context).triage('it', { category: 'security-threat' }))).toBe('stopped');
    expect((await standing(context)).state).toBe('received');
  });
});

describe('guards', () => {
  test('nobody handles what nobody has been given', async () => {
    const context = await reported();
    const act = acts(context);
    await act.acknowledge('it');
    await act.triage('it');
    expect(outcome(await act.move('it', 'handle'))).toBe('handler-missing');
  });

  test('what has come to handling without a severity, such as by an import, gets one before it goes on', async () => {
    const context = await reported();
    const act = acts(context);
    await act.acknowledge('it');
    await act.assign('it', people.it);
    const incident = await standing(context);
    expect(hindrances('handle', { ...incident, state: 'triage' })).toEqual(['severity-missing']);
    expect(hindrances('close', { ...incident, state: 'analysis' })).toEqual(['severity-missing', 'root-cause-missing', 'outcome-missing']);
  });

  test.each([
    [{ rootCause: '' }, 'root-cause-missing'],
    [{ outcome: '' }, 'outcome-missing'],
    [{}, 'done']
  ])('closing with %j: %s', async (said, expected) => {
    expect(outcome(await acts(await inAnalysis()).close('it', said))).toBe(expected);
  });

  test('it waits for its legal tracks, and says nothing of which they are', async () => {
    const context = await inAnalysis();
    const act = acts(context);
    const opening = { incident: reference, regime: 'gdpr', controller: 'SN', decider: people.director.upn } as const;
    await openTrack(context, legalRules, by('securityOfficer', opening));
    expect(outcome(await act.close('employee'))).toBe('not-allowed');
    expect(await act.close('it')).toEqual({ ok: false, reason: 'tracks-left' });
    const answers = { 'personal-data': 'yes', breach: 'no', risk: 'unlikely', unreadable: 'yes', 'risk-removed': 'yes' };
    const answered = await answerAssessment(context, legalRules, by('securityOfficer', { reference: 'R-2026-0001', answers }));
    expect(outcome(await act.close('it'))).toBe('tracks-left');
    const assessedAt = answered.ok ? answered.value.assessment?.at : undefined;
    await decideTrack(
      context,
      legalRules,
      by('director', { reference: 'R-2026-0001', report: false, reason: 'Ingen fick se något', assessedAt })
    );
    expect(outcome(await act.close('it'))).toBe('done');
  });

  test('from high severity on the informationssäkerhetsansvarig has been consulted', async () => {
    const context = await inAnalysis();
    const act = acts(context);
    await act.triage('it', { severity: 'high', reason: 'Barn berörs' });
    expect(outcome(await act.close('it'))).toBe('consultation-missing');
    expect(outcome(await act.consult('it'))).toBe('not-allowed');
    expect(outcome(await act.consult('securityOfficer'))).toBe('done');
    expect(outcome(await act.close('it'))).toBe('done');
    expect((await standing(context)).handling).toMatchObject({ consultation: { specialReport: true } });
  });

  test('a transfer, a dismissal and a reopening have their reasons', async () => {
    const context = await reported();
    const act = acts(context);
    await act.acknowledge('it');
    await act.triage('it');
    await act.assign('it', people.it);
    expect(outcome(await act.assign('it', people.custodian))).toBe('reason-missing');
    expect(outcome(await act.dismiss('it', ''))).toBe('reason-missing');
    expect(outcome(await act.dismiss('it'))).toBe('done');
    expect(outcome(await act.note('it'))).toBe('wrong-state');
    expect(outcome(await act.reopen('it', ''))).toBe('reason-missing');
    expect(outcome(await act.reopen('it'))).toBe('done');
    expect((await standing(context)).state).toBe('reopened');
  });

  test('what is linked exists, and is not the incident itself', async () => {
    const context = await reported();
    const act = acts(context);
    expect(outcome(await act.assets('it', ['T-2026-0099']))).toBe('unknown-asset');
    expect(outcome(await act.incidents('it', ['I-2026-0099']))).toBe('unknown-incident');
    expect(outcome(await act.incidents('it', [reference]))).toBe('own-incident');
    await reportIncident(context, by('manager', { report: (await standing(context)).report, reportedAt: context.now() }));
    expect(outcome(await act.incidents('it', ['I-2026-0002', 'I-2026-0002']))).toBe('done');
    expect((await standing(context)).handling).toMatchObject({ incidents: ['I-2026-0002'] });
  });

  test('a question is answered once, and an unknown person handles nothing', async () => {
    const context = await reported();
    const act = acts(context);
    await act.ask('it');
    const id = handlingOf(await standing(context)).questions[0]?.id ?? '';
    expect(outcome(await act.answer('employee', 'another'))).toBe('not-found');
    expect(outcome(await act.answer('employee', id))).toBe('done');
    expect(outcome(await act.answer('employee', id))).toBe('wrong-state');
    expect(outcome(await act.assign('it', { ...people.it, upn: 'ingen@haparanda.example' }))).toBe('unknown-person');
  });

  test('a late acknowledgement stands, and moves nothing back', async () => {
    const context = await inAnalysis();
    expect(outcome(await acts(context).acknowledge('manager'))).toBe('done');
    expect(await standing(context)).toMatchObject({ state: 'analysis', acknowledgedByManager: { by: people.manager } });
  });
});

describe('need to know', () => {
  test('a handler joins and leaves, and so does the objektägare of a linked asset', async () => {
    const context = await reported();
    const act = acts(context);
    const asset = await decidedAsset(context);
    await act.assign('it', people.custodian);
    await act.assets('it', [asset]);
    expect(concernedPeople(await standing(context))).toEqual([people.employee, people.manager, people.custodian, people.objectOwner]);
    await act.assign('it', people.it, 'Semester');
    await act.assets('it', []);
    expect(concernedPeople(await standing(context))).toEqual([people.employee, people.manager, people.it]);
    expect(peopleThatLeft(await standing(context))).toEqual([people.custodian, people.objectOwner]);
    expect(outcome(await act.note('custodian'))).toBe('not-found');
    expect(outcome(await act.note('objectOwner'))).toBe('not-found');
  });

  test('Dataskydd joins when personal data turn out to be touched, Säkerhetsskydd from high severity on', async () => {
    const context = await reported();
    const act = acts(context);
    await act.acknowledge('it');
    expect(concernedRoles(await standing(context))).toEqual(['it', 'information-security']);
    expect(outcome(await act.note('privacyOfficer'))).toBe('not-found');
    await act.triage('it', { facts: { ...calm, personalData: true, malicious: true }, severity: 'high' });
    expect(concernedRoles(await standing(context))).toEqual(['it', 'information-security', 'data-protection', 'security-protection']);
    expect(outcome(await act.note('privacyOfficer'))).toBe('done');
    await act.triage('it');
    expect(rolesThatLeft(await standing(context))).toEqual(['data-protection', 'security-protection']);
    expect(outcome(await act.note('privacyOfficer'))).toBe('not-found');
  });

  test('a restricted incident does not exist to IT, the manager and the objektägare; the handler goes on', async () => {
    const context = await reported();
    const act = acts(context);
    await act.assets('it', [await decidedAsset(context)]);
    await act.assign('it', people.custodian);
    expect(outcome(await act.restrict('it', true))).toBe('not-allowed');
    expect(outcome(await act.restrict('securityOfficer', true))).toBe('done');
    const restricted = await standing(context);
    expect([concernedRoles(restricted), concernedPeople(restricted)]).toEqual([
      ['information-security'],
      [people.employee, people.custodian]
    ]);
    expect([rolesThatLeft(restricted), peopleThatLeft(restricted)]).toEqual([
      ['it', 'data-protection', 'security-protection'],
      [people.objectOwner, people.manager]
    ]);
    for (const who of ['it', 'manager', 'objectOwner'] as const) expect(outcome(await act.note(who))).toBe('not-found');
    expect(outcome(await act.acknowledge('manager'))).toBe('not-found');
    expect(outcome(await act.note('custodian'))).toBe('done');
    expect(outcome(await act.restrict('securityOfficer', false))).toBe('done');
    expect(outcome(await act.note('manager'))).toBe('done');
  });

  test('an incident that is restricted cannot be linked by whoever may not see it', async () => {
    const context = await reported();
    await acts(context).restrict('securityOfficer', true);
    await reportIncident(context, by('employee', { report: (await standing(context)).report, reportedAt: context.now() }));
    const link = by('it', { reference: 'I-2026-0002', incidents: [reference] });
    expect(outcome(await linkIncidents(context, link))).toBe('unknown-incident');
  });
});

test('two notes at once both stand; two who would decide the same are told who was first', async () => {
  const context = await reported();
  const act = acts(context);
  await act.acknowledge('it');
  const notes = await Promise.all([act.note('it', 'En'), act.note('manager', 'Två')]);
  expect(notes.map(outcome)).toEqual(['done', 'done']);
  expect(
    handlingOf(await standing(context))
      .happenings.map(({ text }) => text)
      .sort()
  ).toEqual(['En', 'Två']);
  const triages = await Promise.all([act.triage('it'), act.triage('securityOfficer')]);
  expect(triages.map(outcome).sort()).toEqual(['done', 'overtaken']);
});

test('whatever is done in whatever order, no path leaves the table, and every refusal has its reason', async () => {
  const names = [
    'acknowledge',
    'triage',
    'assign',
    'handle',
    'contain',
    'restore',
    'analyse',
    'close',
    'reopen',
    'dismiss',
    'consult'
  ] as const;
  const reasons = ['wrong-state', 'severity-missing', 'handler-missing', 'consultation-missing', 'not-allowed', 'done'];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { maxLength: 14 }), async (path) => {
      const context = await reported();
      const act = acts(context);
      for (const name of path) expect(reasons).toContain(outcome(await done(act, name)));
      const steps = context.entries.filter(({ from, to }) => from !== to && from !== '').map(({ from, to }) => `${from} > ${to}`);
      expect(steps.filter((step) => !inTable.has(step))).toEqual([]);
    }),
    { numRuns: 150 }
  );
});

const inTable = new Set(Object.values(incidentMoves).flatMap(({ from, to }) => from.map((state) => `${state} > ${to}`)));

function done(act: ReturnType<typeof acts>, name: string): Promise<Answer<unknown, string>> {
  const stage = stages.find((move) => move === name);
  if (stage !== undefined) return act.move('it', stage);
  if (name === 'assign') return act.assign('it', people.it);
  if (name === 'triage') return act.triage('it', { severity: 'high', reason: 'Barn berörs' });
  if (name === 'consult') return act.consult('securityOfficer');
  return act[name as 'acknowledge' | 'close' | 'reopen' | 'dismiss']('it');
}

test('a move that the table does not have from a state is hindered by that alone, whatever else is missing', async () => {
  const incident = await standing(await reported());
  const moves = Object.entries(incidentMoves) as [IncidentMove, { readonly from: readonly IncidentState[] }][];
  for (const [move, { from }] of moves) {
    const elsewhere = incidentStates.filter((state) => !from.includes(state));
    expect(elsewhere.map((state) => hindrances(move, { ...incident, state }))).toEqual(elsewhere.map(() => ['wrong-state']));
    expect(from.flatMap((state) => hindrances(move, { ...incident, state }))).not.toContain('wrong-state');
  }
});

test('every state can be come to from reported', () => {
  const reach = (from: readonly IncidentState[]): readonly IncidentState[] => {
    const next = Object.values(incidentMoves).flatMap((move) =>
      from.some((state) => move.from.some((start) => start === state)) ? [move.to] : []
    );
    const all = [...new Set([...from, ...next])];
    return all.length === from.length ? all : reach(all);
  };
  expect([...reach(['reported'])].sort()).toEqual([...incidentStates].sort());
});
