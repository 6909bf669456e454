// Every card there is, with facts that strain it: long texts, Markdown in what people wrote, nothing known.
import { acknowledgedCard, incidentCard, keptAcknowledgementCard } from '../../src/cards/acknowledgement';
import { markedCard, type Card } from '../../src/cards/card';
import { formSteps, type Draft } from '../../src/cards/card-data';
import { fileAddedCard, fileKeptCard, fileLaterCard, fileWithoutCaseCard, whichCaseCard } from '../../src/cards/file-cards';
import { elsewhereCard, helpCard } from '../../src/cards/guidance';
import { keptUnitAnswerCard, notAnsweredCard, unitAnsweredCard } from '../../src/cards/inventory-card';
import { myReportsCard } from '../../src/cards/my-reports';
import { noticeCard } from '../../src/cards/notice-card';
import {
  decidedMeasureCard,
  keptMeasureDecisionCard,
  measureSettledBeforeCard,
  notDecidedMeasureCard,
  notDeclinedMeasureCard
} from '../../src/cards/measure-decision-card';
import { keptDecisionCard, notDecidedCard, notReturnedCard, settledBeforeCard, settledCard } from '../../src/cards/classification-card';
import { refusalCard, refusalText, unknownPersonCard, waitingCard } from '../../src/cards/refusal';
import { reportForm } from '../../src/cards/report-form';
import { keptReceivingCard, receivedReportCard } from '../../src/cards/special-report';
import { expiredCard, keptReceiptCard, receiptCard, stopCard, withdrawnCard } from '../../src/cards/report-results';
import { aspects, type Classification } from '../../src/domain/classification';
import type { Incident } from '../../src/domain/incident';
import type { Measure } from '../../src/domain/measure';
import { changeSubjects } from '../../src/domain/change-proposal';
import { inventoryStages, type UnitAnswer } from '../../src/domain/inventory';
import { reconsiderationReasons } from '../../src/domain/reconsideration';
import { reminderStages } from '../../src/domain/reminders';
import { responses } from '../../src/domain/response-deadline';
import type { Language } from '../../src/domain/language';
import { incidentStates } from '../../src/domain/incident-moves';
import { markedNotices, measureSteps, trackSteps, type Notice, type Summed } from '../../src/domain/notice';
import { severities } from '../../src/domain/severity';
import { yearlyStages } from '../../src/domain/yearly-tasks';
import { requirementCatalogue } from '../../src/reference/requirement-catalogue';
import { people } from '../workflows/memory-context';

/** What somebody may write: Markdown, markup, and as heavy in UTF-8 and JSON as it gets. */
export const hostileText = '[klicka](https://ond.example) **fet** <b>x</b>';

const key = '00000000-0000-4000-9000-000000000001';
const itPhone = '070-174 06 34';
/** As long as numbers of levels get. */
const levelNumbers = { negligible: 96, moderate: 97, significant: 98, serious: 99 };

const heavyDraft: Draft = {
  formKey: key,
  kind: 'suspicious-contact',
  when: 'just-now',
  ongoing: 'unknown',
  where: '漢'.repeat(200),
  personalData: 'unknown',
  description: '漢'.repeat(3_000),
  carrier: 'equipment',
  weakness: 'near-miss',
  happenedOn: '2026-11-22',
  happenedTime: '08:15',
  discoveredOn: '2026-11-23',
  discoveredTime: '08:15',
  concerned: 'residents',
  sensitive: 'unknown',
  unauthorisedAccess: 'unknown',
  concernedInformed: 'unknown',
  cause: 'way-of-working',
  asset: 'T-2026-0001',
  assetName: '漢'.repeat(100),
  toldBy: '漢'.repeat(200),
  toldThrough: 'in-person',
  manager: 'involved',
  messageLink: `https://teams.microsoft.com/l/message/${'x'.repeat(560)}`,
  asOf: '2026-11-23T14:40:00Z'
};

function incidentSaying(said: string): Incident {
  return {
    reference: 'I-2026-0001',
    report: { kind: 'sent-wrong', when: 'today', ongoing: 'no', where: said, personalData: 'yes', description: said },
    reporter: people.employee,
    unitName: 'Hemtjänsten',
    nearestManager: { ...people.manager, name: said },
    state: 'reported',
    reportedAt: '2026-11-23T14:40:00Z',
    knownAt: '2026-11-23T14:40:00Z'
  };
}

function receivedSaying(said: string): Incident {
  return { ...incidentSaying(said), state: 'received', acknowledgedByIt: { by: { ...people.it, name: said }, at: '2026-11-23T14:52:00Z' } };
}

function reportedInstead(incident: Incident): Incident {
  return { ...incident, report: { ...incident.report, kind: 'weakness', weakness: 'near-miss', manager: 'involved' } };
}

const to = people.employee.id;
function everyNotice(said: string): readonly Notice[] {
  return [
    { kind: 'incident-reported', to, reference: 'I-2026-0001', incidentKind: 'weakness', receiver: 'it' },
    { kind: 'incident-reported', to, reference: 'I-2026-0001', incidentKind: 'other', receiver: 'nearest-manager' },
    { kind: 'incident-registered', to, reference: 'I-2026-0001' },
    { kind: 'incident-acknowledged', to, reference: 'I-2026-0001', receiver: 'it' },
    { kind: 'incident-acknowledged', to, reference: 'I-2026-0001', receiver: 'nearest-manager' },
    { kind: 'report-stopped', to, reference: 'S-2026-0001', unitName: said },
    { kind: 'classification-asked', to, reference: 'K-2026-0001', assetName: said, proposerName: said, questions: 2 },
    { kind: 'classification-submitted', to, reference: 'K-2026-0001', assetName: said, proposerName: said },
    ...submittedNotices(said),
    { kind: 'classification-decided', to, reference: 'K-2026-0001', assetName: said },
    { kind: 'classification-returned', to, reference: 'K-2026-0001', assetName: said, reason: said },
    ...trackSteps.map((step) => ({
      kind: 'track-moved' as const,
      to,
      reference: 'R-2026-0001',
      incident: 'I-2026-0001',
      regime: 'gdpr' as const,
      step
    })),
    { kind: 'command-refused', to, command: 'acknowledge-incident', reason: 'not-found' },
    { kind: 'command-refused', to, command: 'acknowledge-incident', reason: 'no-such-reason' },
    {
      kind: 'command-refused',
      to,
      command: 'decide-classification',
      reason: 'overtaken',
      by: said,
      at: '2026-11-23T14:40:00Z',
      event: 'classification-returned'
    },
    ...severities.map((severity): Notice => ({ kind: 'incident-raised', to, reference: 'I-2026-0001', severity })),
    { kind: 'incident-assigned', to, reference: 'I-2026-0001' },
    { kind: 'incident-question', to, reference: 'I-2026-0001' },
    { kind: 'incident-file', to, reference: 'I-2026-0001' },
    { kind: 'incident-in-channel', to, reference: 'I-2026-0001', incidentKind: 'weakness', state: 'reported' },
    ...measureSteps.map((step): Notice => ({ kind: 'measure-moved', to, reference: 'M-2026-0001', step, due })),
    ...reminderStages.map((stage): Notice => ({ kind: 'measure-reminder', to, reference: 'M-2026-0001', errand: 'finish', stage, due })),
    { kind: 'measure-reminder', to, reference: 'M-2026-0001', errand: 'check', stage: 'over', due },
    ...reminderStages.map((stage): Notice => ({ kind: 'measure-reminder', to, reference: 'M-2026-0001', errand: 'decide', stage, due })),
    { kind: 'measure-reminder', to, reference: 'M-2026-0001', errand: 'reconsider', stage: 'over', due },
    ...proposedNotices(said),
    ...inventoryStages.map(
      (stage): Notice => ({
        kind: 'inventory-asked',
        to,
        reference: 'E-2026-0001',
        unit: 'SOC-HEM',
        unitName: said,
        lastDay: '2026-12-10',
        stage
      })
    ),
    ...awaitedNotices(),
    ...reminderStages.map(
      (stage): Notice => ({
        kind: 'track-reminder',
        to,
        reference: 'R-2026-0001',
        incident: 'I-2026-0001',
        regime: 'cybersecurity',
        report: 'early-warning',
        stage,
        due
      })
    ),
    ...changeSubjects.flatMap((subject): readonly Notice[] => {
      const about = { to, reference: 'F-2026-0001', subject };
      return [
        { kind: 'change-proposed', ...about, proposerName: said },
        { kind: 'change-answered', ...about, isAccepted: true, reason: said },
        { kind: 'change-answered', ...about, isAccepted: false, reason: said.repeat(20) }
      ];
    }),
    ...reconsiderNotices(said),
    ...requirementNotices(said),
    ...yearlyStages.map((stage): Notice => ({ kind: 'yearly-reminder', to, reference: 'Y-2026', task: 'exercise', month: 11, stage })),
    { kind: 'yearly-reminder', to, reference: 'Y-2026', task: 'no-longer', month: 2, stage: 'late' },
    { kind: 'owner-vacant', to, reference: 'T-2026-0001', count: 1, some: [{ assetName: said, role: 'custodian', fault: 'gone' }] },
    {
      kind: 'owner-vacant',
      to,
      reference: 'T-2026-0001',
      count: 400,
      some: Array.from({ length: 5 }, () => ({ assetName: said, role: 'informationOwner' as const, fault: 'closed' as const }))
    },
    { kind: 'report-handed-over', to, reference: 'I-2026-0001', report: 0 },
    { kind: 'crisis-staff-called', to, reference: 'I-2026-0001' },
    { kind: 'crisis-staff-called', to, reference: 'I-2026-0001', link: 'https://teams.microsoft.com/l/meetup-join/1' },
    { kind: 'report-received', to, reference: 'I-2026-0001' },
    { kind: 'incident-digest', to, fresh: summed(1), changed: summed(0), settled: summed(0) },
    { kind: 'incident-digest', to, fresh: summed(5), changed: summed(4000), settled: summed(3) },
    { kind: 'incident-answered', to, reference: 'I-2026-0001' },
    ...incidentStates.map((state): Notice => ({ kind: 'incident-changed', to, reference: 'I-2026-0001', state }))
  ];
}

function requirementNotices(said: string): readonly Notice[] {
  const about = { to, reference: 'T-2026-0001', assetName: said } as const;
  const some = requirementCatalogue.requirements.slice(0, 5).map(({ code }) => code);
  const suppliers = Array.from({ length: 4 }, () => ({ actor: 'supplier' as const, supplier: said, count: 1 }));
  return [
    { kind: 'requirements-raised', ...about, asked: [{ actor: 'it', count: 1 }], some: some.slice(0, 1), count: 1 },
    { kind: 'requirements-raised', ...about, asked: [{ actor: 'unit', count: 7 }, ...suppliers], some, count: 9 },
    { kind: 'requirements-raised', ...about, asked: [{ actor: 'unit', count: 1 }], some: ['Q-99'], count: 1 },
    { kind: 'supplier-late', ...about, answers: 'Q-2026-0001', supplier: said, due, left: 1 },
    { kind: 'supplier-late', ...about, answers: 'Q-2026-0001', supplier: said, due, left: 14 }
  ];
}

function reconsiderNotices(said: string): readonly Notice[] {
  const notice = { kind: 'classes-to-reconsider', to, reference: 'T-2026-0001' } as const;
  const one = { assetName: said, dueOn: '2027-11-23', reasons: [] };
  const all = { ...one, reasons: reconsiderationReasons };
  return [
    { ...notice, now: 0, soon: 1, some: [one] },
    { ...notice, now: 1, soon: 0, some: [all] },
    { ...notice, now: 400, soon: 40, some: Array.from({ length: 5 }, () => all) }
  ];
}

const profile = { confidentiality: 'serious', integrity: 'significant', availability: 'moderate', traceability: 'negligible' } as const;
const lower = { confidentiality: 'moderate', integrity: 'moderate', availability: 'negligible', traceability: 'moderate' } as const;

function submittedNotices(said: string): readonly Notice[] {
  const reference = 'K-2026-0001';
  const notice = { kind: 'classification-submitted', to, reference, assetName: said, proposerName: said } as const;
  const toDecide = { asset: 'T-2026-0001', contentHash: 'a'.repeat(64), profile };
  const before = { reference: 'K-2025-0001', profile, isSame: true };
  return [
    { ...notice, toDecide },
    { kind: 'decisions-waiting', to, count: 1, oldest: [{ reference, assetName: said }] },
    { kind: 'decisions-waiting', to, count: 40, oldest: Array.from({ length: 5 }, () => ({ reference, assetName: said })) },
    { kind: 'classification-serious', to, reference, assetName: said, serious: aspects, isDecided: false },
    { kind: 'classification-serious', to, reference, assetName: said, serious: ['confidentiality'], isDecided: true },
    { ...notice, toDecide: { ...toDecide, delegation: 'D-2026-0001', previous: { ...before, profile: lower, isSame: false } } },
    { ...notice, toDecide: { ...toDecide, previous: before } },
    { ...notice, toDecide: { ...toDecide, previous: { ...before, isSame: false } } }
  ];
}

function classificationCards(said: string, language: Language): Readonly<Record<string, Card>> {
  const tabUrl = 'https://teams.microsoft.com/l/entity/x';
  const reference = 'K-2026-0001';
  const submitted: Classification = {
    reference,
    asset: 'T-2026-0001',
    assetName: said,
    model: '1',
    answers: {},
    profile,
    state: 'decided',
    decider: people.objectOwner,
    proposer: { ...people.custodian, name: said },
    submittedAt: due,
    assetHash: 'a'.repeat(64),
    contentHash: 'a'.repeat(64)
  };
  const decided: Classification = {
    ...submitted,
    decidedBy: { ...people.objectOwner, name: said },
    decidedAt: due,
    byDelegation: 'D-2026-0001'
  };
  const deciding = {
    verb: 'decide-classification',
    data: { formKey: key, reference, asset: 'T-2026-0001', contentHash: 'a'.repeat(64) }
  } as const;
  const refused = { press: deciding, isWorthRetrying: false, tabUrl };
  return {
    'decided by you': settledCard({ classification: decided, reader: people.objectOwner.id, tabUrl, levelNumbers }, language),
    'decided by another': settledCard({ classification: decided, reader: people.it.id, tabUrl: undefined, levelNumbers }, language),
    'sent back': settledCard(
      { classification: { ...submitted, returnReason: said.repeat(20) }, reader: to, tabUrl, levelNumbers },
      language
    ),
    'settled before': settledBeforeCard({ reference, tabUrl, by: said, at: due, event: 'classification-returned' }, language),
    'decision kept': keptDecisionCard({ reference, tabUrl }, language),
    'not decided, changed': notDecidedCard({ ...refused, reason: 'changed-meanwhile' }, language),
    'not decided, proposer': notDecidedCard({ ...refused, reason: 'same-person' }, language),
    'not decided yet': notDecidedCard({ ...refused, reason: 'could-not-read', isWorthRetrying: true }, language),
    'not sent back': notReturnedCard(
      {
        press: { verb: 'return-classification', data: { formKey: key, reference, delegation: 'D-2026-0001', reason: '漢'.repeat(1_001) } },
        problem: refusalText({ reason: 'not-allowed' }, language),
        tabUrl
      },
      language
    )
  };
}

function inventoryCards(said: string, language: Language): Readonly<Record<string, Card>> {
  const tabUrl = 'https://teams.microsoft.com/l/entity/x';
  const data = { formKey: key, reference: 'E-2026-0001' };
  const by = { ...people.manager, name: said };
  const missing: UnitAnswer = {
    reference: data.reference,
    inventory: 'N-2026-0001',
    unit: 'SOC-HEM',
    unitName: said,
    state: 'missing',
    said: { by, at: due, asOf: '2026-11-24', text: said.repeat(20), names: [said] }
  };
  const complete: UnitAnswer = { ...missing, state: 'complete', said: { by, at: due, asOf: '2026-11-24', text: '', names: [] } };
  const problem = refusalText({ reason: 'could-not-read', what: 'unit-answer' }, language);
  return {
    'unit answered, missing': unitAnsweredCard({ answer: missing, tabUrl }, language),
    'unit answered, complete': unitAnsweredCard({ answer: complete, tabUrl: undefined }, language),
    'unit answer kept': keptUnitAnswerCard({ tabUrl }, language),
    'unit not answered, complete': notAnsweredCard(
      { press: { verb: 'inventory-complete', data }, problem, isWorthRetrying: true, tabUrl },
      language
    ),
    'unit not answered, missing': notAnsweredCard(
      { press: { verb: 'inventory-missing', data: { ...data, text: '漢'.repeat(1_001) } }, problem, isWorthRetrying: false, tabUrl },
      language
    )
  };
}

function proposedNotices(said: string): readonly Notice[] {
  const reference = 'M-2026-0001';
  const names = { assetName: said, ownerName: said, proposerName: said };
  const toDecide = { ...names, what: said, requirement: 'K-07', cost: 1_000_000_000, doneBy: due, decisions: 0 };
  return [
    { kind: 'measure-moved', to, reference, step: 'proposed', due, toDecide },
    { kind: 'measure-moved', to, reference, step: 'proposed', due, toDecide: { ...toDecide, decisions: 2, delegation: 'D-2026-0001' } },
    { kind: 'measure-reminder', to, reference, errand: 'decide', stage: 'near', due, toDecide },
    { kind: 'measure-reminder', to, reference, errand: 'reconsider', stage: 'over', due, toDecide: { ...toDecide, decisions: 1 } }
  ];
}

function measureCards(said: string, language: Language): Readonly<Record<string, Card>> {
  const tabUrl = 'https://teams.microsoft.com/l/entity/x';
  const about = { formKey: key, reference: 'M-2026-0001', decisions: 0, delegation: 'D-2026-0001' };
  const by = { ...people.director, name: said };
  const measure: Measure = {
    reference: about.reference,
    asset: 'T-2026-0001',
    assetName: said,
    requirement: 'K-07',
    cost: 1,
    decider: people.director,
    what: said,
    owner: people.it,
    due,
    checkAt: due,
    state: 'open',
    addedBy: people.custodian,
    addedAt: due,
    before: [],
    decisions: [{ by, at: due, text: said, approved: true, byDelegation: 'D-2026-0001' }]
  };
  const declined: Measure = {
    ...measure,
    state: 'declined',
    decisions: [{ by, at: due, text: said.repeat(20), approved: false, risk: said.repeat(20), until: due }]
  };
  const before = { reference: about.reference, tabUrl, by: said, at: due, event: 'measure-declined' } as const;
  const refused = { press: { verb: 'decide-measure', data: about }, tabUrl } as const;
  const written = { ...about, reason: '漢'.repeat(1_001), risk: '漢'.repeat(1_001), until: '2027-06-30' };
  return {
    'measure decided by you': decidedMeasureCard({ measure, reader: people.director.id, tabUrl }, language),
    'measure declined by another': decidedMeasureCard({ measure: declined, reader: to, tabUrl: undefined }, language),
    'measure settled before': measureSettledBeforeCard(before, language),
    'measure settled before, written in vain': measureSettledBeforeCard({ ...before, reason: said, risk: said }, language),
    'measure decision kept': keptMeasureDecisionCard({ reference: about.reference, tabUrl }, language),
    'measure not decided, proposer': notDecidedMeasureCard({ ...refused, reason: 'own-proposal', isWorthRetrying: false }, language),
    'measure not decided yet': notDecidedMeasureCard({ ...refused, reason: 'could-not-read', isWorthRetrying: true }, language),
    'measure not declined': notDeclinedMeasureCard(
      { press: { verb: 'decline-measure', data: written }, problem: refusalText({ reason: 'wrong-acceptance-day' }, language), tabUrl },
      language
    )
  };
}

const due = '2026-11-24T14:40:00Z';

function awaitedNotices(): readonly Notice[] {
  const awaited = { to, reference: 'I-2026-0001', severity: 'high', due } as const;
  const reminders = reminderStages.flatMap((stage) =>
    responses.map(
      (response): Notice => ({
        kind: 'incident-reminder',
        ...awaited,
        stage,
        response,
        ...(response === 'receive' && { receiver: 'it' })
      })
    )
  );
  return [
    ...reminders,
    { kind: 'incident-reminder', ...awaited, stage: 'over', response: 'receive' },
    { kind: 'incident-escalated', ...awaited, response: 'receive', receiver: 'it' },
    { kind: 'incident-escalated', ...awaited, severity: 'critical', response: 'receive' },
    ...responses.map((response): Notice => ({ kind: 'incident-escalated', ...awaited, response }))
  ];
}

function summed(count: number): Summed {
  const some = Array.from({ length: Math.min(count, 5) }, (_, index) => ({
    reference: `I-2026-100${index}`,
    severity: 'critical' as const
  }));
  return { count, some };
}

/** By a name that says what is shown; `said` is what people wrote, and are called. */
export function everyCard(language: Language, said = hostileText): Readonly<Record<string, Card>> {
  const incident = incidentSaying(said);
  const received = receivedSaying(said);
  const file = { name: `${said}${'漢'.repeat(300)}`, url: `https://${'x'.repeat(1_990)}`, source: 'drive' } as const;
  const forms = formSteps.flatMap((step): [string, Card][] => [
    [`form ${step}, empty`, reportForm({ step, draft: { formKey: key } }, language)],
    [`form ${step}, heavy`, reportForm({ step, draft: heavyDraft, itPhone, problem: 'x'.repeat(200), again: true }, language)],
    [`form ${step}, heavy weakness`, reportForm({ step, draft: { ...heavyDraft, kind: 'weakness' }, itPhone }, language)],
    [
      `form ${step}, heavy and open`,
      reportForm({ step, draft: { ...heavyDraft, when: undefined, personalData: undefined }, itPhone, problem: 'x'.repeat(200) }, language)
    ],
    [
      `form ${step}, only a description`,
      reportForm({ step, draft: { formKey: key, description: heavyDraft.description }, itPhone }, language)
    ]
  ]);
  const summary = reportForm({ step: 'description', draft: { ...heavyDraft, where: said, description: said }, problem: said }, language);
  const assets = Array.from({ length: 6 }, (_, n) => ({ reference: `T-2026-000${n + 1}`, name: said }));
  const exercises = markedNotices({ exercise: true }, everyNotice(said));
  const inExercise = { ...incident, exercise: true } as const;
  const notices = [...everyNotice(said), ...exercises].map((notice, index): [string, Card] => [
    `notice ${index} ${notice.kind}${'exercise' in notice ? ' of an exercise' : ''}`,
    noticeCard({ notice, key, tabUrl: index % 2 === 0 ? 'https://teams.microsoft.com/l/entity/x' : undefined, levelNumbers }, language)
  ]);
  return {
    ...Object.fromEntries([...forms, ...notices]),
    'report received': receivedReportCard(
      { reference: 'I-2026-0001', at: due, tabUrl: 'https://teams.microsoft.com/l/entity/x' },
      language
    ),
    'report received, kept': keptReceivingCard('I-2026-0001', language),
    'form description, with what was said': summary,
    'form asset, found': reportForm({ step: 'asset', draft: heavyDraft, assets }, language),
    'form asset, none': reportForm({ step: 'asset', draft: heavyDraft, assets: [] }, language),
    ...classificationCards(said, language),
    ...measureCards(said, language),
    ...inventoryCards(said, language),
    receipt: receiptCard({ incident, itPhone, takesFiles: true }, language),
    'receipt of an exercise': receiptCard({ incident: inExercise, itPhone }, language),
    'form of an exercise': markedCard(inExercise, reportForm({ step: 'description', draft: heavyDraft, itPhone }, language), language),
    'exercise acknowledged': acknowledgedCard({ incident: { ...received, exercise: true }, reader: people.it.id }, language),
    'exercise acknowledged and kept': keptAcknowledgementCard({ reference: 'I-2026-0001', exercise: true }, language),
    'file added to an exercise': fileAddedCard({ reference: incident.reference, name: said, exercise: true }, language),
    'which case, exercises': whichCaseCard({ file, key, incidents: Array.from({ length: 20 }, () => inExercise) }, language),
    'my reports, an exercise': myReportsCard({ incidents: [inExercise] }, language),
    'which case': whichCaseCard({ file, key, incidents: Array.from({ length: 20 }, () => incident) }, language),
    'file added': fileAddedCard({ reference: incident.reference, name: said }, language),
    'file kept': fileKeptCard({ reference: incident.reference, name: said }, language),
    'file without case': fileWithoutCaseCard(language),
    'file later': fileLaterCard(language),
    'receipt without manager': receiptCard({ incident: { ...incident, nearestManager: undefined } }, language),
    'kept receipt': keptReceiptCard({ itPhone }, language),
    'receipt, another receiver': receiptCard({ incident: reportedInstead(incident) }, language),
    'receipt, no other receiver': receiptCard({ incident: { ...reportedInstead(incident), nearestManager: undefined } }, language),
    withdrawn: withdrawnCard(language),
    expired: expiredCard(language),
    stop: stopCard({ securityProtectionPhone: '070-174 06 35', told: true }, language),
    'stop without number': stopCard({ told: false }, language),
    incident: incidentCard({ reference: 'I-2026-0001', incidentKind: 'weakness', receiver: 'it', key }, language),
    acknowledged: acknowledgedCard({ incident: received, reader: people.it.id }, language),
    'acknowledged by somebody': acknowledgedCard({ incident: received, reader: people.manager.id }, language),
    'kept acknowledgement': keptAcknowledgementCard({ reference: 'I-2026-0001' }, language),
    'my reports, none': myReportsCard({ incidents: [] }, language),
    'my reports, one': myReportsCard({ incidents: [received] }, language),
    'my reports, many': myReportsCard({ incidents: Array.from({ length: 40 }, () => incident) }, language),
    help: helpCard({ itPhone, understood: true }, language),
    'not understood': helpCard({ understood: false }, language),
    elsewhere: elsewhereCard({ reached: true }, language),
    'elsewhere, not reached': elsewhereCard({ reached: false }, language),
    'unknown person': unknownPersonCard({ itPhone }, language),
    waiting: waitingCard({ press: { verb: 'report-submit', data: heavyDraft } }, language),
    refused: refusalCard({ reason: 'not-allowed' }, language),
    overtaken: refusalCard({ reason: 'overtaken', by: said, at: '2026-11-23T14:40:00Z' }, language),
    'could not read': refusalCard({ reason: 'could-not-read', what: 'my-reports', retry: { verb: 'my-reports', data: {} } }, language)
  };
}
