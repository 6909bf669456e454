// A small record in memory in which one person is just what a test wants them to be, and every act done by that person through its workflow.
import { assetHash, type Asset } from '../../src/domain/asset';
import type { Capacity } from '../../src/domain/capacities';
import { classificationHash, type Classification } from '../../src/domain/classification';
import type { Delegation } from '../../src/domain/delegation';
import { noHandling } from '../../src/domain/handling';
import type { Incident } from '../../src/domain/incident';
import type { Stage } from '../../src/domain/incident-moves';
import type { StageId } from '../../src/domain/legal-rules';
import type { Inventory, UnitAnswer } from '../../src/domain/inventory';
import type { Track } from '../../src/domain/legal-track';
import type { Measure } from '../../src/domain/measure';
import type { Act } from '../../src/domain/permissions';
import { roles, type Actor, type Person } from '../../src/domain/person';
import { classificationModel as model } from '../../src/reference/classification-model';
import { severities } from '../../src/domain/severity';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { legalRules as rules } from '../../src/reference/legal-rules';
import { addAttachment } from '../../src/workflows/add-attachment';
import { addMeasure } from '../../src/workflows/add-measure';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { answerInquiry } from '../../src/workflows/answer-inquiry';
import { answerAssessment } from '../../src/workflows/answer-assessment';
import { answerInventory } from '../../src/workflows/answer-inventory';
import { answerQuestion } from '../../src/workflows/answer-question';
import { askReporter } from '../../src/workflows/ask-reporter';
import { assignIncident } from '../../src/workflows/assign-incident';
import { changeAsset } from '../../src/workflows/change-asset';
import { cancelAsset } from '../../src/workflows/cancel-asset';
import { changeMeasureTerms } from '../../src/workflows/change-measure';
import { checkMeasure } from '../../src/workflows/check-measure';
import { changeLegalRules } from '../../src/workflows/change-legal-rules';
import { closeIncident } from '../../src/workflows/close-incident';
import { closeInventory } from '../../src/workflows/close-inventory';
import { closeTrack } from '../../src/workflows/close-track';
import { commitNew, newNumber, type Change } from '../../src/workflows/commit';
import { commentOnClassification } from '../../src/workflows/comment-on-classification';
import { consultOnIncident } from '../../src/workflows/consult-on-incident';
import type { Answer, Register } from '../../src/workflows/context';
import { correctIncidentKnowledge } from '../../src/workflows/correct-incident-knowledge';
import { correctTrackKnowledge } from '../../src/workflows/correct-track-knowledge';
import { decideClassification, returnClassification } from '../../src/workflows/decide-classification';
import { decideDisposal } from '../../src/workflows/decide-disposal';
import { decideTrack } from '../../src/workflows/decide-track';
import { delegateDecisions } from '../../src/workflows/delegate-decisions';
import { dismissIncident } from '../../src/workflows/dismiss-incident';
import { dropMeasure } from '../../src/workflows/drop-measure';
import { endDelegation } from '../../src/workflows/end-delegation';
import { fillSheet } from '../../src/workflows/fill-sheet';
import { finishDecommission } from '../../src/workflows/finish-decommission';
import { finishMeasure } from '../../src/workflows/finish-measure';
import { giveOpinion } from '../../src/workflows/give-opinion';
import { callCrisisStaff } from '../../src/workflows/call-crisis-staff';
import { endCrisisStaff, recordCrisisAttendance, recordCrisisDecision } from '../../src/workflows/crisis-staff-steps';
import { handOverReport } from '../../src/workflows/hand-over-report';
import { informConcerned } from '../../src/workflows/inform-concerned';
import { linkAssets } from '../../src/workflows/link-assets';
import { linkIncidents } from '../../src/workflows/link-incidents';
import { answerChangeProposal } from '../../src/workflows/answer-change-proposal';
import { proposeChange } from '../../src/workflows/propose-change';
import { markYearlyTask } from '../../src/workflows/mark-yearly-task';
import { moveIncident } from '../../src/workflows/move-incident';
import { nameDecider } from '../../src/workflows/name-decider';
import { noteIncident } from '../../src/workflows/note-incident';
import { openInventory } from '../../src/workflows/open-inventory';
import { openTrack } from '../../src/workflows/open-track';
import { receiveReport } from '../../src/workflows/receive-report';
import { recordBoardReceipt } from '../../src/workflows/record-board-receipt';
import { recordConsultation } from '../../src/workflows/record-consultation';
import { recordHandled } from '../../src/workflows/record-handled';
import { answerRequirements } from '../../src/workflows/answer-requirements';
import { requirementCatalogue } from '../../src/reference/requirement-catalogue';
import { answersOpened, type RequirementAnswers } from '../../src/domain/requirement-answers';
import { decideMeasure, declineMeasure } from '../../src/workflows/decide-measure';
import { proposeMeasure } from '../../src/workflows/propose-measure';
import { recordLesson } from '../../src/workflows/record-lesson';
import { recordReceipt } from '../../src/workflows/record-receipt';
import { recordSubmission } from '../../src/workflows/record-submission';
import { registerAsset } from '../../src/workflows/register-asset';
import { reopenIncident } from '../../src/workflows/reopen-incident';
import { reportExercise } from '../../src/workflows/report-exercise';
import { reportIncident } from '../../src/workflows/report-incident';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { sendRequirements } from '../../src/workflows/send-requirements';
import { setRegistryNumber } from '../../src/workflows/set-registry-number';
import { startDecommission } from '../../src/workflows/start-decommission';
import { stopReport } from '../../src/workflows/stop-report';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { triageIncident } from '../../src/workflows/triage-incident';
import { withdrawClassification } from '../../src/workflows/withdraw-classification';
import { memoryContext, people, type MemoryContext } from './memory-context';

/** The one who acts: in no group, and nobody's anything, unless the position says so. */
const self = people.stranger;

const report = { kind: 'other', when: 'today', where: 'Arkivet', ongoing: 'no', personalData: 'no', description: '' } as const;
const answers = {
  ...Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']])),
  together: ['amount']
};
const aManager: Actor = { person: people.manager, roles: [] };
const versions = { model: 'Haparanda 1.1', requirements: 'Haparanda 1.0' };
/** The clock of the record stands within them. */
const days = { from: '2026-11-01', to: '2026-12-31' };
/** One question waits for an answer, and a level that the model finds is lowered. */
const inquired = { question: 'follow-up', expert: 'information-security' } as const;
const lowered = { aspect: 'confidentiality', level: 'negligible', motivation: 'Syns redan' } as const;
const profile = { confidentiality: 'moderate', integrity: 'moderate', availability: 'moderate', traceability: 'moderate' } as const;

/** The states of what stands in the record. */
export interface States {
  readonly incident: Incident['state'];
  readonly asset: Asset['state'];
  readonly classification: Classification['state'];
  readonly delegation: Delegation['state'];
  readonly track: Track['state'];
  readonly measure: Measure['state'];
  readonly inventory: Inventory['state'];
}

interface Things {
  readonly context: MemoryContext;
  readonly actor: Actor;
  readonly asset: Asset;
  readonly classification: Classification;
  readonly incident: Incident;
  readonly delegation: Delegation;
  readonly track: Track;
  /** As the track, under cybersäkerhetslagen. */
  readonly cyberTrack: Track;
  readonly measure: Measure;
  /** As the measure, of what the asset lacks. */
  readonly gap: Measure;
  readonly inventory: Inventory;
  readonly unitAnswer: UnitAnswer;
}

/** A record with one thing of each kind, to which `self` stands in the capacities given, and in no other. */
async function positioned(held: readonly Capacity[], states: Partial<States>): Promise<Things> {
  const as = (capacity: Capacity, otherwise: Person): Person => (held.includes(capacity) ? self : otherwise);
  const context = headedBy(as('unit-head', people.manager));
  const asset = await stands(context, 'assets', 'T', (reference) => ({
    reference,
    name: 'Arkivet',
    description: '',
    carriers: ['paper'],
    unit: 'KLF-ARK',
    unitName: 'Kommunarkivet',
    informationOwner: as('information-owner', people.manager),
    objectOwner: as('decider', people.objectOwner),
    custodian: as('custodian', people.custodian),
    profile,
    state: states.asset ?? 'submitted'
  }));
  const content = { asset: asset.reference, assetHash: assetHash(asset), model: model.version, answers, profile };
  const classification = await stands(context, 'classifications', 'K', (reference) => ({
    ...content,
    ...(states.classification === 'waiting' && { inquiries: [inquired], adjustments: [lowered] }),
    reference,
    assetName: asset.name,
    contentHash: classificationHash(content),
    state: states.classification ?? 'submitted',
    decider: as('decider', people.objectOwner),
    proposer: as('proposer', people.employee),
    submittedAt: context.now()
  }));
  const incident = await stands(context, 'incidents', 'I', (reference) => ({
    reference,
    report,
    reporter: as('reporter', people.employee),
    unitName: 'Hemtjänsten',
    nearestManager: as('nearest-manager', people.manager),
    state: states.incident ?? 'reported',
    reportedAt: context.now(),
    knownAt: context.now(),
    handling: handlingFor(
      context,
      {
        handler: as('handler', people.it),
        objectOwner: as('decider', people.objectOwner),
        director: as('leadership', people.manager)
      },
      asset
    )
  }));
  const delegation = await stands(context, 'delegations', 'D', (reference) => ({
    reference,
    ...days,
    by: as('decider', people.objectOwner),
    deputy: as('deputy', people.manager),
    state: states.delegation ?? 'active',
    madeAt: context.now()
  }));
  const track = await stands(context, 'tracks', 'R', (reference) => ({
    ...trackBy(as, reference),
    state: states.track ?? restingState(states)
  }));
  const cyberTrack = await stands(
    context,
    'tracks',
    'R',
    (reference) => ({ ...track, reference, regime: 'cybersecurity' as const }),
    'cyber'
  );
  const measure = await stands(context, 'measures', 'M', (reference) => ({
    ...measureOf(as('measure-owner', people.custodian), reference),
    state: states.measure ?? 'open'
  }));
  await commitNew(
    context,
    context.requirementAnswers,
    await newNumber(context, 'Q'),
    (reference): Change<RequirementAnswers> => ({
      event: 'requirements-answered',
      command: 'before answers',
      actor: { person: people.it, roles: [] },
      from: '',
      to: 'it',
      state: {
        ...answersOpened(reference, asset, { actor: 'it' }),
        answers: { 'A-03': { answer: 'no', proof: '', by: people.it, at: context.now() } }
      }
    })
  );
  const gap = await stands(context, 'measures', 'M', (reference) => gapMeasureOf(as, { reference, asset }, states.measure), 'gap');
  const inventory = await stands(context, 'inventories', 'N', (reference) => ({
    reference,
    lastDay: days.to,
    // Nothing in the way of opening one.
    state: states.inventory ?? 'closed',
    openedBy: people.securityOfficer,
    openedAt: context.now()
  }));
  const unitAnswer = await stands(context, 'unitAnswers', 'E', (reference) => ({
    reference,
    inventory: inventory.reference,
    unit: asset.unit,
    unitName: asset.unitName,
    state: 'asked' as const
  }));
  return {
    context,
    inventory,
    unitAnswer,
    measure,
    gap,
    delegation,
    track,
    cyberTrack,
    actor: { person: self, roles: roles.filter((role) => held.includes(role)) },
    asset,
    classification,
    incident
  };
}

/** Every unit has the same head. */
function headedBy(head: Person): MemoryContext {
  const context = memoryContext();
  const { unit } = context.directory;
  const headed = async (code: string) => {
    const found = await unit(code);
    return found && { ...found, head };
  };
  return { ...context, directory: { ...context.directory, unit: headed } };
}

/** Everybody has to do with it who can, and nothing is missing that a move needs. */
function handlingFor(
  context: MemoryContext,
  { handler, objectOwner, director }: Readonly<Record<'handler' | 'objectOwner' | 'director', Person>>,
  { reference, name }: Asset
): Incident['handling'] {
  const at = context.now();
  return {
    ...noHandling,
    handler,
    severity: 'high',
    facts: { ...facts, personalData: true },
    assets: [{ reference, name, objectOwner }],
    attachments: [{ name: 'b.docx', file: 'b 1.docx', kind: 'word', size: 1, sha256: '1'.repeat(64), by: people.it, at }],
    crisisStaffs: [
      { ...calling, by: people.it, at, attendance: { by: people.it, at, present: [], others: 'Polisen' } },
      { ...calling, by: people.it, at, ended: { by: people.it, at, minutes: 'Inget möte' } }
    ],
    reports: [{ name: 'a.docx', file: 'a 1.docx', sha256: '2'.repeat(64), by: people.it, at, to: director }],
    questions: [{ id: 'q', text: 'Vem fick brevet?', by: people.it, at }],
    happenings: (['closed', 'dismissed'] as const).map((to) => ({
      event: 'incident-moved',
      at: '2020-03-01T09:00:00Z',
      by: people.it,
      from: 'analysis',
      to,
      text: ''
    })),
    consultation: { by: people.securityOfficer, at, text: 'Ingen särskild rapport', specialReport: false }
  };
}

const calling = {
  reason: 'Kritisk incident',
  agenda: '',
  participants: [{ function: 'Stabschef', person: people.director }],
  unread: 0,
  decisions: []
} as const;

const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };

interface Registers {
  readonly assets: Asset;
  readonly classifications: Classification;
  readonly incidents: Incident;
  readonly delegations: Delegation;
  readonly tracks: Track;
  readonly measures: Measure;
  readonly inventories: Inventory;
  readonly unitAnswers: UnitAnswer;
}

async function stands<R extends keyof Registers>(
  context: MemoryContext,
  register: R,
  series: 'T' | 'K' | 'I' | 'D' | 'R' | 'M' | 'N' | 'E',
  state: (reference: string) => Registers[R],
  which = ''
): Promise<Registers[R]> {
  const before = { person: people.manager, roles: [] };
  const registers: { readonly [K in keyof Registers]: Register<Registers[K]> } = context;
  return commitNew(context, registers[register], await newNumber(context, series), (reference) => ({
    event: 'asset-registered',
    command: `before ${register} ${which}`,
    actor: before,
    from: '',
    to: state(reference).state,
    state: state(reference)
  }));
}

/** Each act as its workflow does it, with nothing in the way but who may. */
const acts: Readonly<Record<Act, (things: Things) => Promise<Answer<unknown, string>>>> = {
  'report-incident': ({ context, actor }) => reportIncident(context, request(actor, { report, reportedAt: context.now() })),
  'stop-report': ({ context, actor }) => stopReport(context, request(actor, { during: 'report' })),
  'report-exercise': ({ context, actor }) => reportExercise(context, request(actor, { report, reportedAt: context.now() })),
  'acknowledge-for-it': ({ context, actor, incident: { reference } }) =>
    acknowledgeIncident(context, request(actor, { reference, receiver: 'it' })),
  'acknowledge-for-nearest-manager': ({ context, actor, incident: { reference } }) =>
    acknowledgeIncident(context, request(actor, { reference, receiver: 'nearest-manager' })),
  'triage-incident': ({ context, actor, incident: { reference } }) =>
    triageIncident(
      context,
      incidentCategoryMeanings,
      request(actor, { reference, category: 'phishing', facts, severity: 'medium', reason: 'Kan ha gått vidare' })
    ),
  'assign-incident': ({ context, actor, incident: { reference } }) =>
    assignIncident(context, request(actor, { reference, handler: people.custodian.upn, reason: 'Semester' })),
  'ask-reporter': ({ context, actor, incident: { reference } }) => askReporter(context, request(actor, { reference, text: 'När?' })),
  'answer-question': ({ context, actor, incident: { reference } }) =>
    answerQuestion(context, request(actor, { reference, question: 'q', text: 'En granne' })),
  'note-incident': ({ context, actor, incident: { reference } }) => noteIncident(context, request(actor, { reference, text: 'Ringt' })),
  'add-attachment': ({ context, actor, incident: { reference } }) =>
    addAttachment(context, request(actor, { reference, name: 'a.txt', file: 'a 1.txt', kind: 'text', size: 1, sha256: '0'.repeat(64) })),
  'record-lesson': ({ context, actor, incident: { reference } }) =>
    recordLesson(context, request(actor, { reference, text: 'Räkna plattorna' })),
  'add-measure': ({ context, actor, incident: { reference } }) =>
    addMeasure(context, request(actor, { incident: reference, what: 'Räkna plattorna', owner: people.custodian.upn, ...measureDays })),
  'link-assets': ({ context, actor, incident: { reference } }) =>
    linkAssets(context, incidentCategoryMeanings, request(actor, { reference, assets: [] })),
  'link-incidents': ({ context, actor, incident: { reference } }) => linkIncidents(context, request(actor, { reference, incidents: [] })),
  'consult-on-incident': ({ context, actor, incident: { reference } }) =>
    consultOnIncident(context, request(actor, { reference, text: 'Vi är överens', specialReport: true })),
  'restrict-incident': ({ context, actor, incident: { reference } }) =>
    restrictIncident(context, request(actor, { reference, restricted: true, reason: 'Personalärende' })),
  'correct-incident-knowledge': ({ context, actor, incident: { reference } }) =>
    correctIncidentKnowledge(
      context,
      rules,
      request(actor, { reference, knownAt: '2026-11-20T09:00:00Z', reason: 'Växeln fick veta det tidigare' })
    ),
  'handle-incident': (things) => moved(things, 'handle'),
  'contain-incident': (things) => moved(things, 'contain'),
  'restore-incident': (things) => moved(things, 'restore'),
  'analyse-incident': (things) => moved(things, 'analyse'),
  'close-incident': ({ context, actor, incident: { reference } }) =>
    closeIncident(context, rules, request(actor, { reference, rootCause: 'Gammal adress', outcome: 'Adressen är rättad' })),
  'reopen-incident': ({ context, actor, incident: { reference } }) =>
    reopenIncident(context, request(actor, { reference, reason: 'Fler brev' })),
  'dismiss-incident': ({ context, actor, incident: { reference } }) =>
    dismissIncident(context, request(actor, { reference, reason: 'Rätt mottagare' })),
  'hand-over-report': ({ context, actor, incident: { reference } }) =>
    handOverReport(context, request(actor, { reference, sha256: '1'.repeat(64), to: people.director.upn })),
  'receive-report': ({ context, actor, incident: { reference } }) => receiveReport(context, request(actor, { reference, report: 0 })),
  'record-board-receipt': ({ context, actor, incident: { reference } }) =>
    recordBoardReceipt(context, request(actor, { reference, report: 0, on: '2026-11-23', registryNumber: 'KS 2026/123' })),
  'call-crisis-staff': ({ context, actor, incident: { reference } }) =>
    callCrisisStaff(context, request(actor, { reference, reason: 'Kritisk incident', agenda: '' })),
  'record-crisis-attendance': ({ context, actor, incident: { reference } }) =>
    recordCrisisAttendance(context, request(actor, { reference, staff: 0, present: [people.director.id], others: '' })),
  'record-crisis-decision': ({ context, actor, incident: { reference } }) =>
    recordCrisisDecision(context, request(actor, { reference, staff: 0, text: 'Stäng av tjänsten' })),
  'end-crisis-staff': ({ context, actor, incident: { reference } }) =>
    endCrisisStaff(context, request(actor, { reference, staff: 0, minutes: 'Läget är stabilt' })),
  'set-registry-number': ({ context, actor, incident: { reference } }) =>
    setRegistryNumber(context, request(actor, { reference, registryNumber: 'KS 2026/123' })),
  // The track that every other act is done to would keep it.
  'decide-disposal': ({ context, actor, incident: { reference } }) =>
    decideDisposal(
      { ...context, tracks: { ...context.tracks, numbersOf: () => Promise.resolve([]) } },
      [{ id: 'all', severities, years: 1, source: 'Planen', validFrom: '2000-01-01', checked: 'check' }],
      request(actor, { reference, reason: 'Planen 4.2' })
    ),
  'register-asset': ({ context, actor, asset }) => registerAsset(context, request(actor, { asset: contentOf(asset) })),
  'change-asset': ({ context, actor, asset }) =>
    changeAsset(context, request(actor, { reference: asset.reference, asset: { ...contentOf(asset), name: 'Centralarkivet' } })),
  'submit-asset': ({ context, actor, asset: { reference } }) => submitAsset(context, request(actor, { reference })),
  'start-decommission': ({ context, actor, asset: { reference } }) =>
    startDecommission(context, request(actor, { reference, reason: 'Ersatt' })),
  'finish-decommission': ({ context, actor, asset: { reference } }) =>
    finishDecommission(context, request(actor, { reference, information: 'preserved', accessRemoved: true, statement: 'I arkivet' })),
  'cancel-asset': ({ context, actor, asset: { reference } }) => cancelAsset(context, request(actor, { reference, reason: 'Dubblett' })),
  'submit-classification': ({ context, actor, asset }) =>
    submitClassification(context, model, request(actor, { asset: asset.reference, model: model.version, answers })),
  'answer-requirements-for-unit': ({ context, actor, asset: { reference } }) =>
    answerRequirements(context, requirementCatalogue, request(actor, { asset: reference, actor: 'unit', answers: said })),
  'answer-requirements-for-it': ({ context, actor, asset: { reference } }) =>
    answerRequirements(context, requirementCatalogue, request(actor, { asset: reference, actor: 'it', answers: said })),
  'answer-requirements-for-supplier': ({ context, actor, asset: { reference } }) =>
    answerRequirements(
      context,
      requirementCatalogue,
      request(actor, { asset: reference, actor: 'supplier', supplier: 'Arkivbolaget', saidBy: 'Chefen', answers: said })
    ),
  'send-requirements': ({ context, actor, asset: { reference } }) =>
    sendRequirements(
      context,
      requirementCatalogue,
      request(actor, { asset: reference, supplier: 'Arkivbolaget', to: 'Chefen', due: '2026-12-18' })
    ),
  'decide-classification': ({ context, actor, delegation, classification: { reference, asset, contentHash } }) =>
    decideClassification(context, request(actor, { reference, asset, contentHash, delegation: delegation.reference })),
  'answer-inquiry': ({ context, actor, classification: { reference } }) =>
    answerInquiry(context, model, request(actor, { reference, question: inquired.question, options: ['nothing'], comment: '' })),
  'comment-on-classification': ({ context, actor, classification: { reference } }) =>
    commentOnClassification(context, model, request(actor, { reference, text: 'Rimligt' })),
  'withdraw-classification': ({ context, actor, classification: { reference } }) =>
    withdrawClassification(context, request(actor, { reference, reason: 'Fel tillgång' })),
  'return-classification': ({ context, actor, delegation, classification: { reference } }) =>
    returnClassification(context, request(actor, { reference, reason: 'Komplettera', delegation: delegation.reference })),
  'delegate-decisions': ({ context, actor }) => delegateDecisions(context, request(actor, { ...days, deputy: people.custodian.upn })),
  'end-delegation': ({ context, actor, delegation: { reference } }) => endDelegation(context, request(actor, { reference })),
  'change-legal-rules': ({ context, actor }) => {
    const receiver = { kind: 'receiver', name: 'IMY', portal: 'https://imy.example', isRead: true } as const;
    return changeLegalRules(context, rules, request(actor, { ...receiver, regime: 'gdpr', source: 'Art. 33', validFrom: '2027-01-01' }));
  },
  'propose-change': ({ context, actor, asset }) =>
    proposeChange(context, versions, request(actor, { subject: 'model', asset: asset.reference, what: 'En fråga', why: 'Papper' })),
  'answer-change-proposal': async ({ context, actor }) => {
    const wish = { subject: 'model', what: 'En fråga', why: 'Papper' } as const;
    const proposal = await proposeChange(context, versions, { command: 'the-wish', actor: aManager, input: wish });
    if (!proposal.ok) throw new Error('The proposal could not be made.');
    return answerChangeProposal(context, request(actor, { reference: proposal.value.reference, accepted: true, reason: 'Tas med' }));
  },
  'mark-yearly-task': ({ context, actor }) => {
    const [role = 'information-security'] = actor.roles;
    const own = { code: 'own', role, months: [6], source: 'H16', words: { sv: '', en: '', fi: '' } };
    return markYearlyTask(context, [own], request(actor, { done: true, year: 2026, month: 6, task: 'own', note: '' }));
  },
  'open-track': ({ context, actor, incident: { reference } }) =>
    openTrack(context, rules, request(actor, { incident: reference, regime: 'police', controller: 'SN', decider: people.director.upn })),
  'name-decider': ({ context, actor, track: { reference } }) =>
    nameDecider(context, rules, request(actor, { reference, decider: people.director.upn })),
  'correct-track-knowledge': ({ context, actor, track: { reference } }) =>
    correctTrackKnowledge(context, rules, request(actor, { reference, knownAt: context.now(), reason: 'Upptäckt tidigare' })),
  'answer-assessment': ({ context, actor, track: { reference } }) =>
    answerAssessment(context, rules, request(actor, { reference, answers: { risk: 'risk' } })),
  'decide-track': ({ context, actor, track: { reference, assessment } }) =>
    decideTrack(context, rules, request(actor, { reference, report: true, reason: 'Risk för de berörda', assessedAt: assessment?.at })),
  'give-opinion': ({ context, actor, track: { reference } }) => giveOpinion(context, rules, request(actor, { reference, text: 'Anmäl' })),
  'record-consultation': ({ context, actor, track: { reference } }) =>
    recordConsultation(context, rules, request(actor, { reference, with: 'IT-chefen', outcome: 'Eniga', heldAt: context.now() })),
  'fill-sheet': ({ context, actor, track: { reference } }) =>
    fillSheet(context, rules, request(actor, { reference, fields: { consequences: 'Inga kända' } })),
  'record-submission': ({ context, actor, track, cyberTrack }) => {
    const stage = stageAfter[track.state];
    const { reference } = stage === 'supplement' ? track : cyberTrack;
    const said = { externalReference: 'IMY-1', lateMotivation: 'Sent upptäckt' };
    return recordSubmission(context, rules, request(actor, { reference, stage: stage ?? 'notification', sentAt: context.now(), ...said }));
  },
  'record-receipt': ({ context, actor, track: { reference } }) =>
    recordReceipt(context, rules, request(actor, { reference, submission: 0, receipt: 'Kvitto 17' })),
  'record-handled': ({ context, actor, track: { reference } }) =>
    recordHandled(context, rules, request(actor, { reference, handledAt: context.now() })),
  'inform-concerned': ({ context, actor, track: { reference } }) =>
    informConcerned(context, rules, request(actor, { reference, inform: false, reason: 'Krypterat', textSv: '', textFi: '', channel: '' })),
  'close-track': ({ context, actor, track, cyberTrack }) =>
    closeTrack(context, rules, request(actor, { reference: (track.state === 'final-reported' ? cyberTrack : track).reference })),
  'propose-measure': ({ context, actor, asset: { reference } }) =>
    proposeMeasure(
      context,
      requirementCatalogue,
      request(actor, { asset: reference, requirement: 'A-03', what: 'Sätt upp en skylt', cost: 500, owner: people.it.upn, ...measureDays })
    ),
  'decide-measure': ({ context, actor, delegation, gap: { reference } }) =>
    decideMeasure(context, request(actor, { reference, text: '', delegation: delegation.reference })),
  'decline-measure': ({ context, actor, delegation, gap: { reference } }) =>
    declineMeasure(
      context,
      request(actor, { reference, reason: 'För dyrt', risk: 'Någon glömmer', until: '2027-06-30', delegation: delegation.reference })
    ),
  'change-measure': ({ context, actor, measure: { reference } }) =>
    changeMeasureTerms(context, request(actor, { reference, owner: people.custodian.upn, ...measureDays, reason: 'Semester' })),
  'finish-measure': ({ context, actor, measure: { reference } }) => finishMeasure(context, request(actor, { reference, text: 'Räknade' })),
  'check-measure': ({ context, actor, measure: { reference } }) =>
    checkMeasure(context, request(actor, { reference, hadEffect: true, text: 'Inga borta sedan dess' })),
  'drop-measure': ({ context, actor, measure: { reference } }) => dropMeasure(context, request(actor, { reference, reason: 'Onödig' })),
  'open-inventory': ({ context, actor }) => openInventory(context, request(actor, { lastDay: days.to })),
  'answer-inventory': ({ context, actor, unitAnswer: { reference } }) =>
    answerInventory(context, request(actor, { state: 'complete', reference })),
  'close-inventory': ({ context, actor, inventory: { reference } }) => closeInventory(context, request(actor, { reference }))
};

/** What can be sent in from each state that anything can be sent in from. */
const stageAfter: Readonly<Partial<Record<Track['state'], StageId>>> = {
  'to-report': 'early-warning',
  warned: 'notification',
  notified: 'interim',
  supplemented: 'supplement',
  'progress-reported': 'final'
};

/** What everybody is asked. */
const said = [{ code: 'A-03', answer: 'met', proof: '' }] as const;

/** The clock of the record stands before them. */
const measureDays = { due: '2026-12-18', check: '2027-03-01' } as const;

function measureOf(owner: Person, reference: string): Measure {
  const [addedBy, addedAt] = [people.it, '2026-11-20T09:00:00Z'];
  const moments = { due: '2026-12-18T22:59:00Z', checkAt: '2027-02-28T23:00:00Z' };
  return { reference, incident: 'I-2026-0001', what: 'Räkna plattorna', owner, ...moments, state: 'open', addedBy, addedAt, before: [] };
}

function gapMeasureOf(
  as: (capacity: Capacity, otherwise: Person) => Person,
  { reference, asset }: { readonly reference: string; readonly asset: Asset },
  state: Measure['state'] = 'proposed'
): Measure {
  const { incident: _incident, ...rest } = measureOf(as('measure-owner', people.custodian), reference);
  const about = { asset: asset.reference, assetName: asset.name, requirement: 'A-03', cost: 1000 };
  return { ...rest, ...about, decider: as('decider', people.objectOwner), addedBy: as('proposer', people.it), state };
}

/** With all on record that closing may ask for. */
function trackBy(as: (capacity: Capacity, otherwise: Person) => Person, reference: string): Track {
  const [by, at] = [people.protectionOfficer, '2026-11-20T09:00:00Z'];
  return {
    reference,
    incident: 'I-2026-0001',
    regime: 'gdpr',
    controller: 'SN',
    controllerName: 'Socialnämnden',
    state: 'assessing',
    decider: as('decider', people.director),
    openedBy: by,
    openedAt: at,
    knowledge: [{ at, by, recordedAt: at }],
    answers: {},
    assessment: { by: as('proposer', people.securityOfficer), at, rules: 'x', suggests: true, because: [], missing: [] },
    decisions: [],
    opinions: [{ by: people.privacyOfficer, at, text: 'Anmäl' }],
    consultations: [{ by, at, with: 'IT-chefen', outcome: 'Eniga' }],
    submissions: [{ stage: 'interim', at, by, externalReference: 'IMY-1' }],
    informing: [{ by, at, audience: 'registered', inform: false, reason: 'Krypterat', textSv: '', textFi: '', channel: '' }],
    sheet: {}
  };
}

function moved({ context, actor, incident: { reference } }: Things, move: Stage): Promise<Answer<unknown, string>> {
  return moveIncident(context, request(actor, { reference, move, text: '' }));
}

/** An incident that is analysed has nothing left to report, so that it can be closed. */
function restingState({ incident }: Partial<States>): Track['state'] {
  return incident === 'analysis' ? 'not-to-report' : 'assessing';
}

/** What comes of it: `done`, or the reason it is refused with. */
export async function outcomeOf(act: Act, held: readonly Capacity[], states: Partial<States>): Promise<string> {
  const answer = await acts[act](await positioned(held, states));
  return answer.ok ? 'done' : answer.reason;
}

function request<I>(actor: Actor, input: I) {
  return { command: 'the command', actor, input };
}

function contentOf({ name, description, carriers, unit, informationOwner, objectOwner, custodian }: Asset) {
  const owners = { informationOwner: informationOwner?.upn, objectOwner: objectOwner?.upn, custodian: custodian?.upn };
  return { name, description, carriers, unit, ...owners };
}
