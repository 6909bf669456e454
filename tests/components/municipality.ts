// A small municipality for screen tests: a source and a desk over the real workflows and the record in memory.
import type { CommandAnswer, CommandName, Commands, Desk } from '../../src/components/commands/desk';
import { statesOf, type BrokenRow, type FoundSite, type Read, type Row, type Source } from '../../src/components/source';
import { Asset } from '../../src/domain/asset';
import { Classification } from '../../src/domain/classification';
import { Delegation, isInForce } from '../../src/domain/delegation';
import { Incident } from '../../src/domain/incident';
import { Inventory, UnitAnswer } from '../../src/domain/inventory';
import { Track } from '../../src/domain/legal-track';
import { RequirementAnswers } from '../../src/domain/requirement-answers';
import { awaitsDecision, Measure, readersOfMeasure, shownMeasure } from '../../src/domain/measure';
import { ordinaryNumbers } from '../../src/domain/level-numbers';
import { LogEntry, sealedText, written, type Recorded, type SealedEntry } from '../../src/domain/log';
import { concernedPeople, concernedRoles } from '../../src/domain/need-to-know';
import { done, refused } from '../../src/domain/outcome';
import type { Actor, Role } from '../../src/domain/person';
import { seriousSeverities } from '../../src/domain/reconsideration';
import { answersFor } from '../../src/domain/register-search';
import { classificationModel } from '../../src/reference/classification-model';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { ChangeProposal } from '../../src/domain/change-proposal';
import type { WholeList, WholeRow } from '../../src/domain/whole-list';
import { YearlyMarks } from '../../src/domain/yearly-tasks';
import { RuleChanges } from '../../src/domain/rule-changes';
import { legalRules } from '../../src/reference/legal-rules';
import { yearlyTasks } from '../../src/reference/yearly-tasks';
import { retentionRules } from '../../src/reference/retention';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { answerInquiry } from '../../src/workflows/answer-inquiry';
import { answerAssessment } from '../../src/workflows/answer-assessment';
import { answerQuestion } from '../../src/workflows/answer-question';
import { askReporter } from '../../src/workflows/ask-reporter';
import { assignIncident } from '../../src/workflows/assign-incident';
import { changeAsset } from '../../src/workflows/change-asset';
import { changeLegalRules, rulesInRecord } from '../../src/workflows/change-legal-rules';
import { closeIncident } from '../../src/workflows/close-incident';
import { answerInventory } from '../../src/workflows/answer-inventory';
import { answerRequirements } from '../../src/workflows/answer-requirements';
import { sendRequirements } from '../../src/workflows/send-requirements';
import { requirementCatalogue } from '../../src/reference/requirement-catalogue';
import { decideMeasure, declineMeasure } from '../../src/workflows/decide-measure';
import { proposeMeasure } from '../../src/workflows/propose-measure';
import { closeInventory } from '../../src/workflows/close-inventory';
import { closeTrack } from '../../src/workflows/close-track';
import { commentOnClassification } from '../../src/workflows/comment-on-classification';
import { consultOnIncident } from '../../src/workflows/consult-on-incident';
import type { Answer, Request } from '../../src/workflows/context';
import { correctIncidentKnowledge } from '../../src/workflows/correct-incident-knowledge';
import { correctTrackKnowledge } from '../../src/workflows/correct-track-knowledge';
import { decideClassification, returnClassification } from '../../src/workflows/decide-classification';
import { decideDisposal } from '../../src/workflows/decide-disposal';
import { decideTrack } from '../../src/workflows/decide-track';
import { delegateDecisions } from '../../src/workflows/delegate-decisions';
import { dismissIncident } from '../../src/workflows/dismiss-incident';
import { endDelegation } from '../../src/workflows/end-delegation';
import { fillSheet } from '../../src/workflows/fill-sheet';
import { giveOpinion } from '../../src/workflows/give-opinion';
import { callCrisisStaff } from '../../src/workflows/call-crisis-staff';
import { endCrisisStaff, recordCrisisAttendance, recordCrisisDecision } from '../../src/workflows/crisis-staff-steps';
import { handOverReport } from '../../src/workflows/hand-over-report';
import { importAssets } from '../../src/workflows/import-assets';
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
import { openAttaching } from '../../src/service/attaching';
import { openLog } from '../../src/service/log';
import { addMeasure } from '../../src/workflows/add-measure';
import { cancelAsset } from '../../src/workflows/cancel-asset';
import { changeMeasureTerms } from '../../src/workflows/change-measure';
import { checkMeasure } from '../../src/workflows/check-measure';
import { dropMeasure } from '../../src/workflows/drop-measure';
import { finishDecommission } from '../../src/workflows/finish-decommission';
import { finishMeasure } from '../../src/workflows/finish-measure';
import { reportExercise } from '../../src/workflows/report-exercise';
import { recordLesson } from '../../src/workflows/record-lesson';
import { addAttachment, AddAttachmentInput } from '../../src/workflows/add-attachment';
import { receiveReport } from '../../src/workflows/receive-report';
import { recordBoardReceipt } from '../../src/workflows/record-board-receipt';
import { recordConsultation } from '../../src/workflows/record-consultation';
import { recordHandled } from '../../src/workflows/record-handled';
import { recordReceipt } from '../../src/workflows/record-receipt';
import { recordSubmission } from '../../src/workflows/record-submission';
import { registerAsset } from '../../src/workflows/register-asset';
import { reopenIncident } from '../../src/workflows/reopen-incident';
import { reportIncident } from '../../src/workflows/report-incident';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { setRegistryNumber } from '../../src/workflows/set-registry-number';
import { startDecommission } from '../../src/workflows/start-decommission';
import { stopReport } from '../../src/workflows/stop-report';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { triageIncident } from '../../src/workflows/triage-incident';
import { withdrawClassification } from '../../src/workflows/withdraw-classification';
import { actor, memoryContext, people, plannedFunctions, units, type MemoryContext } from '../workflows/memory-context';
import { crisisPlanList } from '../../src/schema/crisis-plan';
import { memoryFiles } from '../workflows/memory-files';

export interface Municipality {
  readonly context: MemoryContext;
  readonly source: (as: keyof typeof people) => Source;
  readonly desk: (as: keyof typeof people) => Desk;
  /** What is kept beside the incidents, by the names of the files. */
  readonly kept: Map<string, Uint8Array>;
}

export function municipality(): Municipality {
  const context = memoryContext();
  const kept = new Map<string, Uint8Array>();
  return {
    context,
    kept,
    source: (as) => ({ ...sourceOver(context, actor(as)), file: ({ file }) => Promise.resolve(done(kept.get(file))) }),
    desk: (as) => ({ ...deskOver(context, actor(as)), attach: attachingTo({ context, kept }, actor(as)) })
  };
}

/** What search finds; the last has a name that somebody wrote to be run. */
const foundSites: readonly FoundSite[] = [
  { id: '5e1c0d0a-0000-4000-8000-000000000001', title: 'VA-ritningar', address: 'https://x.sharepoint.example/sites/va', description: '' },
  {
    ...{
      id: '5e1c0d0a-0000-4000-8000-000000000002',
      title: '=HYPERLINK("https://evil.example")<b onclick=alert(1)>[Elevdokument](https://evil.example)'
    },
    ...{ address: 'https://x.sharepoint.example/sites/elev', description: 'Skolans mallar' }
  }
];

export function row<V>(state: V, id = 1): Row<V> {
  return { broken: false, id, state };
}

export function brokenRow(id: number): BrokenRow {
  return { broken: true, id };
}

function sourceOver(context: MemoryContext, { person, roles }: Actor): Omit<Source, 'file'> {
  const assets = (): Asset[] => latest(context, 'T', (state) => Asset.parse(state));
  const classifications = (): Classification[] => latest(context, 'K', (state) => Classification.parse(state));
  const delegations = (): Delegation[] =>
    latest(context, 'D', (state) => Delegation.parse(state)).filter(({ state }) => state === 'active');
  const deputising = (): Delegation[] =>
    delegations().filter((delegation) => delegation.deputy.id === person.id && isInForce(delegation, context.now()));
  const incidents = (): Incident[] =>
    latest(context, 'I', (state) => Incident.parse(state)).filter((incident) => isConcerned({ person, roles }, incident));
  const rows = <V>(states: readonly V[]) => Promise.resolve(done(states.map((state, index) => row(state, index + 1))));
  const one = <V>(state: V | undefined) => Promise.resolve(done(state && row(state)));
  const tracksOf = async (incident: string): ReturnType<Source['tracks']> => {
    const all = latest(context, 'R', (state) => Track.parse(state)).filter((track) => track.incident === incident);
    const seen = all.filter((track) => isReader({ person, roles }, track));
    return mayOpenTrackList(roles) || seen.length > 0 ? rows(seen) : refused('no-right');
  };
  const measures = (): Measure[] =>
    latest(context, 'M', (state) => Measure.parse(state))
      .filter((measure) => readsMeasure({ person, roles }, measure))
      .map(shownMeasure);
  const inventory = (isWanted: (inventory: Inventory) => boolean): ReturnType<Source['inventory']> => {
    if (roles.length === 0) return Promise.resolve(refused('no-right'));
    const found = latest(context, 'N', (state) => Inventory.parse(state))
      .filter(isWanted)
      .at(-1);
    const all = latest(context, 'E', (state) => UnitAnswer.parse(state));
    const answers = all.filter((answer) => answer.inventory === found?.reference);
    return Promise.resolve(done({ inventory: found && row(found), answers: answers.map((answer, index) => row(answer, index + 1)) }));
  };
  const answers = (): RequirementAnswers[] => latest(context, 'Q', (state) => RequirementAnswers.parse(state));
  return {
    measures: (incident) => rows(measures().filter((measure) => measure.incident === incident)),
    recordedMeasures: (incident) =>
      rows(
        measures()
          .filter((measure) => measure.incident === incident)
          .map((measure) => recorded(context, measure))
      ),
    measure: (reference) => one(measures().find((measure) => measure.reference === reference)),
    measuresOfAsset: (asset) => rows(measures().filter((measure) => measure.asset === asset)),
    measuresToDecide: () => {
      const deciders = [person, ...deputising().map(({ by }) => by)].map(({ id }) => id);
      const isTheirs = ({ decider, addedBy }: Measure): boolean =>
        decider !== undefined && deciders.includes(decider.id) && (decider.id === person.id || addedBy.id !== person.id);
      return rows(measures().filter((measure) => isTheirs(measure) && awaitsDecision(measure, context.now())));
    },
    measuresToDo: () => rows(measures().filter(({ owner, state }) => owner.id === person.id && state === 'open')),
    roles: () => Promise.resolve(roles),
    settings: () =>
      Promise.resolve({
        itPhone: '070-174 06 31',
        securityProtectionPhone: '070-174 06 32',
        securityOfficerPhone: '070-174 06 33',
        chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=28:11111111-2222-4333-8444-555555555555',
        levelNumbers: ordinaryNumbers,
        broken: []
      }),
    units: () => Promise.resolve(units.map((unit) => row(unit))),
    findPeople: (typed) => Promise.resolve(Object.values(people).filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()))),
    sites: () => Promise.resolve(foundSites),
    assets: () => rows(assets()),
    myAssets: () => rows(assets().filter((asset) => answersFor(person.id, asset))),
    firstAssets: () => rows(assets().slice(0, 60)),
    vacancies: () => rows([]),
    asset: (reference) => one(assets().find((asset) => asset.reference === reference)),
    classification: (reference) => one(classifications().find((classification) => classification.reference === reference)),
    recordedClassification: (reference) => {
      const state = classifications().find((classification) => classification.reference === reference);
      return one(state && recorded(context, state));
    },
    classifications: () => rows(classifications()),
    classificationsOf: (asset) => rows(classifications().filter((classification) => classification.asset === asset)),
    requirementAnswersOf: (asset) => rows(answers().filter((record) => record.asset === asset)),
    requirementAnswers: () => rows(answers()),
    inquiries: () => rows(classifications().filter(({ state }) => state === 'waiting')),
    awaitingMe: () => {
      const deciders = [person, ...deputising().map(({ by }) => by)].map(({ id }) => id);
      return rows(classifications().filter(({ decider, state }) => state === 'submitted' && deciders.includes(decider.id)));
    },
    delegations: () => rows(delegations()),
    deputising: () => rows(deputising()),
    incidents: () => rows(incidents()),
    seriousIncidents: () =>
      rows(incidents().filter(({ handling }) => seriousSeverities.some((severity) => severity === handling?.severity))),
    reported: () => rows(incidents().filter(({ reporter }) => reporter.id === person.id)),
    toReceive: () =>
      rows(
        incidents().filter(
          ({ nearestManager, acknowledgedByManager }) => nearestManager?.id === person.id && acknowledgedByManager === undefined
        )
      ),
    incident: (reference) => one(incidents().find((incident) => incident.reference === reference)),
    ruleChanges: () => one(latest(context, 'L', (state) => RuleChanges.parse(state))[0]),
    changeProposals: () => rows(latest(context, 'F', (state) => ChangeProposal.parse(state))),
    yearlyMarks: (year) =>
      one(latest(context, 'Y', (state) => YearlyMarks.parse(state)).find(({ reference }) => reference === `Y-${year}`)),
    yearlyBegan: () => Promise.resolve(done('2020-01-01T00:00:00Z')),
    tracks: (incident) => tracksOf(incident),
    recordedIncident: (reference) => {
      const state = incidents().find((incident) => incident.reference === reference);
      return one(state && recorded(context, state));
    },
    recordedTracks: async (incident) => {
      const read = await tracksOf(incident);
      return read.ok ? rows(statesOf(read.value).map((track) => recorded(context, track))) : read;
    },
    tracksToDecide: () =>
      rows(
        latest(context, 'R', (state) => Track.parse(state)).filter(
          ({ decider, state }) => decider.id === person.id && (state === 'assessing' || state === 'facts-missing')
        )
      ),
    inventory: () => inventory(() => true),
    openInventory: () => inventory(({ state }) => state === 'open'),
    crisisPlan: () =>
      roles.some((role) => crisisPlanList.readers.includes(role)) ? rows(plannedFunctions) : Promise.resolve(refused('no-right')),
    logCheck: () => Promise.resolve(done(undefined)),
    logOf: (references) =>
      roles.includes('information-security')
        ? rows(references.flatMap((reference) => context.entries.filter(({ aggregate }) => aggregate === reference)))
        : Promise.resolve(refused('no-right')),
    wholeLists: () => Promise.resolve([listOver('Tillgangar', 'Tillgångar', assets()), logOver(context.entries)])
  };
}

/** A list of the site with the columns that every list of the record has. */
function listOver(name: string, title: string, states: readonly { readonly reference: string; readonly name: string }[]): WholeList {
  const columns = [
    { name: 'Referens', title: 'Nummer' },
    { name: 'Title', title: 'Namn' }
  ];
  const rows = states.map((state, index) => ({ Id: index + 1, Referens: state.reference, Title: state.name }));
  return { name, title, description: 'Kommunens informationstillgångar.', columns, pages: () => pagesOf(rows) };
}

function logOver(entries: readonly LogEntry[]): WholeList {
  const rows = entries.map((entry, index) => ({ ...entry, Id: index + 1 }));
  const sealed = (row: WholeRow): SealedEntry => {
    const entry = LogEntry.parse(row);
    return { ...entry, text: sealedText(written(entry)) };
  };
  const columns = [{ name: 'command', title: 'Kommando' }];
  return { name: 'Handelselogg', title: 'Händelselogg', description: 'Allt som har hänt.', columns, pages: () => pagesOf(rows), sealed };
}

async function* pagesOf(rows: readonly WholeRow[]): AsyncGenerator<Read<readonly WholeRow[]>> {
  for (const row of rows) yield await Promise.resolve(done([row]));
}

function recorded<S extends { readonly reference: string }>(context: MemoryContext, state: S): Recorded<S> {
  const entry = context.entries.filter(({ aggregate }) => aggregate === state.reference).at(-1);
  return { state, ...(entry && { entry: { sequence: entry.sequence, hash: entry.hash } }) };
}

/** As the permissions of the rows have it. */
function isConcerned({ person, roles }: Actor, incident: Incident): boolean {
  return concernedRoles(incident).some((role) => roles.includes(role)) || concernedPeople(incident).some(({ id }) => id === person.id);
}

/** As the permissions of the rows have it. */
function readsMeasure({ person, roles }: Actor, measure: Measure): boolean {
  const readers = readersOfMeasure(measure);
  return readers.roles.some((role) => roles.includes(role)) || readers.people.some(({ id }) => id === person.id);
}

/** As the permissions of the rows have it: Informationssäkerhet and Säkerhetsskydd, Dataskydd under the GDPR, and whoever decides. */
function isReader({ person, roles }: Actor, { regime, decider }: Track): boolean {
  const groups = roles.some((role) => keepers.includes(role)) || (regime === 'gdpr' && roles.includes('data-protection'));
  return groups || decider.id === person.id;
}

const keepers: readonly Role[] = ['information-security', 'security-protection'];

/** Whoever can see no row of a list is turned away from the list itself. */
function mayOpenTrackList(roles: readonly Role[]): boolean {
  return roles.some((role) => keepers.includes(role) || role === 'data-protection');
}

/** The last state of each aggregate whose number begins so. */
function latest<V>(context: MemoryContext, series: string, parse: (state: unknown) => V): V[] {
  const byAggregate = new Map(context.entries.map((entry) => [entry.aggregate, entry.state]));
  return [...byAggregate].filter(([aggregate]) => aggregate.startsWith(`${series}-`)).map(([, state]) => parse(state));
}

/** As the service does it, with the files kept in memory. */
function attachingTo({ context, kept }: Pick<Municipality, 'context' | 'kept'>, as: Actor): Desk['attach'] {
  const attach = openAttaching({
    context,
    actorOf: () => Promise.resolve(as),
    commands: {
      'add-attachment': {
        carryOut: ({ command, input }) => addAttachment(context, { command, actor: as, input: AddAttachmentInput.parse(input) }),
        deliver: () => Promise.resolve(),
        idle: () => Promise.resolve()
      }
    },
    files: memoryFiles(kept),
    log: openLog({ write: () => undefined })
  });
  return async ({ command, reference, name, content }) =>
    attach({ command, actor: as.person.id, reference, name, bytes: new Uint8Array(await bytesIn(content)) });
}

/** jsdom's Blob cannot be asked for its bytes by itself. */
function bytesIn(content: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error('The file could not be read.'));
    reader.readAsArrayBuffer(content);
  });
}

function deskOver(context: MemoryContext, as: Actor): Omit<Desk, 'attach'> {
  const rulesNow = () => rulesInRecord(context, legalRules);
  const carriers: {
    readonly [N in CommandName]: (request: Request<Commands[N]['input']>) => Promise<Answer<Commands[N]['value'], string>>;
  } = {
    'report-incident': (request) => reportIncident(context, request),
    'register-asset': (request) => registerAsset(context, request),
    'import-assets': (request) => importAssets(context, request),
    'change-asset': (request) => changeAsset(context, request),
    'submit-asset': (request) => submitAsset(context, request),
    'start-decommission': (request) => startDecommission(context, request),
    'finish-decommission': (request) => finishDecommission(context, request),
    'cancel-asset': (request) => cancelAsset(context, request),
    'submit-classification': (request) => submitClassification(context, classificationModel, request),
    'answer-requirements': (request) => answerRequirements(context, requirementCatalogue, request),
    'send-requirements': (request) => sendRequirements(context, requirementCatalogue, request),
    'decide-classification': (request) => decideClassification(context, request),
    'return-classification': (request) => returnClassification(context, request),
    'answer-inquiry': (request) => answerInquiry(context, classificationModel, request),
    'comment-on-classification': (request) => commentOnClassification(context, classificationModel, request),
    'withdraw-classification': (request) => withdrawClassification(context, request),
    'open-inventory': (request) => openInventory(context, request),
    'answer-inventory': (request) => answerInventory(context, request),
    'close-inventory': (request) => closeInventory(context, request),
    'delegate-decisions': (request) => delegateDecisions(context, request),
    'end-delegation': (request) => endDelegation(context, request),
    'acknowledge-incident': (request) => acknowledgeIncident(context, request),
    'answer-question': (request) => answerQuestion(context, request),
    'ask-reporter': (request) => askReporter(context, request),
    'assign-incident': (request) => assignIncident(context, request),
    'close-incident': (request) => closeIncident(context, legalRules, request),
    'consult-on-incident': (request) => consultOnIncident(context, request),
    'dismiss-incident': (request) => dismissIncident(context, request),
    'link-assets': (request) => linkAssets(context, incidentCategoryMeanings, request),
    'link-incidents': (request) => linkIncidents(context, request),
    'move-incident': (request) => moveIncident(context, request),
    'note-incident': (request) => noteIncident(context, request),
    'reopen-incident': (request) => reopenIncident(context, request),
    'restrict-incident': (request) => restrictIncident(context, request),
    'correct-incident-knowledge': (request) => rulesNow().then((rules) => correctIncidentKnowledge(context, rules, request)),
    'triage-incident': (request) => triageIncident(context, incidentCategoryMeanings, request),
    'hand-over-report': (request) => handOverReport(context, request),
    'receive-report': (request) => receiveReport(context, request),
    'call-crisis-staff': (request) => callCrisisStaff(context, request),
    'record-crisis-attendance': (request) => recordCrisisAttendance(context, request),
    'record-crisis-decision': (request) => recordCrisisDecision(context, request),
    'end-crisis-staff': (request) => endCrisisStaff(context, request),
    'record-board-receipt': (request) => recordBoardReceipt(context, request),
    'set-registry-number': (request) => setRegistryNumber(context, request),
    'decide-disposal': (request) => decideDisposal(context, retentionRules, request),
    'stop-report': (request) => stopReport(context, request),
    'change-legal-rules': (request) => changeLegalRules(context, legalRules, request),
    'propose-change': (request) =>
      proposeChange(context, { model: classificationModel.version, requirements: requirementCatalogue.version }, request),
    'answer-change-proposal': (request) => answerChangeProposal(context, request),
    'mark-yearly-task': (request) => markYearlyTask(context, yearlyTasks, request),
    'open-track': async (request) => openTrack(context, await rulesNow(), request),
    'name-decider': async (request) => nameDecider(context, await rulesNow(), request),
    'correct-track-knowledge': async (request) => correctTrackKnowledge(context, await rulesNow(), request),
    'answer-assessment': async (request) => answerAssessment(context, await rulesNow(), request),
    'decide-track': async (request) => decideTrack(context, await rulesNow(), request),
    'give-opinion': async (request) => giveOpinion(context, await rulesNow(), request),
    'record-consultation': async (request) => recordConsultation(context, await rulesNow(), request),
    'fill-sheet': async (request) => fillSheet(context, await rulesNow(), request),
    'record-submission': async (request) => recordSubmission(context, await rulesNow(), request),
    'record-receipt': async (request) => recordReceipt(context, await rulesNow(), request),
    'record-handled': async (request) => recordHandled(context, await rulesNow(), request),
    'inform-concerned': async (request) => informConcerned(context, await rulesNow(), request),
    'close-track': async (request) => closeTrack(context, await rulesNow(), request),
    'report-exercise': (request) => reportExercise(context, request),
    'record-lesson': (request) => recordLesson(context, request),
    'add-measure': (request) => addMeasure(context, request),
    'propose-measure': (request) => proposeMeasure(context, requirementCatalogue, request),
    'decide-measure': (request) => decideMeasure(context, request),
    'decline-measure': (request) => declineMeasure(context, request),
    'change-measure': (request) => changeMeasureTerms(context, request),
    'finish-measure': (request) => finishMeasure(context, request),
    'check-measure': (request) => checkMeasure(context, request),
    'drop-measure': (request) => dropMeasure(context, request)
  };
  return {
    send: async <N extends CommandName>(name: N, command: string, input: Commands[N]['input']) =>
      (await carriers[name]({ command, actor: as, input })) as CommandAnswer<N>
  };
}
