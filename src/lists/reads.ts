// Everything one person's screens read, as that person: what SharePoint refuses is "no right", what fails is thrown.
import { spfi, type SPFI } from '@pnp/sp';
import type { Classification } from '../domain/classification';
import { isInForce, type Delegation } from '../domain/delegation';
import type { Inventory, UnitAnswer } from '../domain/inventory';
import type { LogEntry } from '../domain/log';
import type { Measure } from '../domain/measure';
import { done, refused, type Outcome } from '../domain/outcome';
import type { Role } from '../domain/person';
import { followAssets, readAsset, readAssetsOf } from './assets';
import { readChangeProposals } from './change-proposals';
import { readClassification, readClassifications, readRecordedClassification } from './classifications';
import { readCrisisPlan } from './crisis-plan';
import { readDelegations } from './delegations';
import { readIncidentFile, type FilePlace } from './incident-files';
import { readIncident, readIncidents, readMyIncidents, readRecordedIncident, readSeriousIncidents, readUnreceived } from './incidents';
import { readInventories } from './inventories';
import { readLatestLogCheck } from './log-checks';
import { readMeasure, readMeasures, readMeasuresOfAsset, readMeasuresToDecide, readMeasuresToDo, readRecordedMeasures } from './measures';
import { readOrganisation } from './organisation';
import { readCurrentUser, searchPeople } from './people';
import { readRequirementAnswers } from './requirement-answers';
import { readRuleChanges } from './rule-changes';
import { readSettings } from './settings';
import { searchSites } from './sites';
import type { Row } from './rows';
import { together } from './sending';
import { isSharePointError } from './sharepoint-error';
import { readRecordedTracks, readTracks, readUndecidedTracks } from './tracks';
import { readUnitAnswers } from './unit-answers';
import { readVacancies } from './vacancies';
import { readYearlyBegan, readYearlyMarks } from './yearly-marks';

/** Fits the port `Source` of the screens. `personId` is the Entra id of who is signed in; `now` is in milliseconds since 1970. */
export function readsOf(sp: SPFI, personId: string, now: () => number = Date.now) {
  const assets = followAssets(sp);
  const opening = spfi(sp).using(together);
  return {
    roles: rolesOnce(opening),
    settings: settingsForAWhile({ sp, opening, now }),
    units: () => readOrganisation(sp),
    findPeople: (typed: string) => searchPeople(sp, typed),
    sites: () => searchSites(sp),
    assets: () => ifAllowed(assets.rows()),
    firstAssets: () => ifAllowed(assets.first()),
    asset: (reference: string) => ifAllowed(readAsset(sp, reference)),
    myAssets: () => ifAllowed(readAssetsOf(sp, personId)),
    vacancies: () => ifAllowed(readVacancies(sp)),
    classification: (reference: string) => ifAllowed(readClassification(sp, reference)),
    recordedClassification: (reference: string) => ifAllowed(readRecordedClassification(sp, reference)),
    classifications: () => ifAllowed(readClassifications(sp)),
    classificationsOf: (asset: string) => ifAllowed(readClassifications(sp, { asset })),
    requirementAnswersOf: (asset: string) => ifAllowed(readRequirementAnswers(sp, { asset })),
    requirementAnswers: () => ifAllowed(readRequirementAnswers(sp)),
    inquiries: () => ifAllowed(readClassifications(sp, { state: 'waiting' })),
    awaitingMe: () => ifAllowed(readAwaiting(sp, personId, now)),
    delegations: () => ifAllowed(readDelegations(sp)),
    deputising: () => ifAllowed(readDeputising(sp, personId, now)),
    incidents: () => ifAllowed(readVisibleIncidents(sp, personId)),
    seriousIncidents: () => ifAllowed(readSeriousIncidents(sp)),
    reported: () => ifAllowed(readMyIncidents(sp, personId)),
    toReceive: () => ifAllowed(readUnreceived(sp, personId)),
    incident: (reference: string) => ifAllowed(readIncident(sp, reference)),
    file: (place: FilePlace) => ifAllowed(readIncidentFile(sp, place)),
    ruleChanges: () => ifAllowed(readRuleChanges(sp)),
    changeProposals: () => ifAllowed(readChangeProposals(sp)),
    yearlyMarks: (year: number) => ifAllowed(readYearlyMarks(sp, year)),
    yearlyBegan: () => ifAllowed(readYearlyBegan(sp)),
    tracks: (incident: string) => ifAllowed(readTracks(sp, { incident })),
    recordedIncident: (reference: string) => ifAllowed(readRecordedIncident(sp, reference)),
    recordedTracks: (incident: string) => ifAllowed(readRecordedTracks(sp, incident)),
    tracksToDecide: () => ifAllowed(readUndecidedTracks(sp, personId)),
    measures: (incident: string) => ifAllowed(readMeasures(sp, { incident })),
    recordedMeasures: (incident: string) => ifAllowed(readRecordedMeasures(sp, incident)),
    measuresOfAsset: (asset: string) => ifAllowed(readMeasuresOfAsset(sp, asset)),
    measuresToDecide: () => ifAllowed(readUndecided(sp, personId, now)),
    measure: (reference: string) => ifAllowed(readMeasure(sp, reference)),
    measuresToDo: () => ifAllowed(readMeasuresToDo(sp, personId)),
    inventory: () => ifAllowed(readLatestInventory(sp)),
    openInventory: () => ifAllowed(readLatestInventory(sp, 'open')),
    crisisPlan: () => ifAllowed(readCrisisPlan(sp)),
    logCheck: () => ifAllowed(readLatestLogCheck(sp)),
    logOf: (references: readonly string[]) => ifAllowed(readLogOf(sp, references)),
    wholeLists: async () => (await import('./whole-lists')).wholeLists(sp)
  };
}

/** Of a list somebody may not open SharePoint says now that it is forbidden, now that it does not exist. */
async function ifAllowed<V>(reading: Promise<V>): Promise<Outcome<V, 'no-right'>> {
  try {
    return done(await reading);
  } catch (error) {
    if (isSharePointError(error, 'forbidden', 'not-found')) return refused('no-right');
    throw error;
  }
}

/** Few read the log, so that how to comes when it is asked for. */
async function readLogOf(sp: SPFI, references: readonly string[]): Promise<Row<LogEntry>[]> {
  const { readLog } = await import('./log');
  return (await Promise.all(references.map((reference) => readLog(sp, reference)))).flat();
}

/** Those that make the person a deputy today; broken ones are shown, not left out. */
async function readDeputising(sp: SPFI, deputy: string, now: () => number): Promise<Row<Delegation>[]> {
  const at = new Date(now()).toISOString();
  return (await readDelegations(sp, { deputy })).filter((row) => row.broken || isInForce(row.state, at));
}

/** What waits for the person, and for those in whose place they decide. */
async function readAwaiting(sp: SPFI, personId: string, now: () => number): Promise<Row<Classification>[]> {
  const [own, deputising] = await Promise.all([readClassifications(sp, { waitingFor: personId }), readDeputising(sp, personId, now)]);
  const theirs = await Promise.all(makersOf(deputising).map((waitingFor) => readClassifications(sp, { waitingFor })));
  return [...own, ...theirs.flat()];
}

/** As what waits, of measures. */
async function readUndecided(sp: SPFI, personId: string, now: () => number): Promise<Row<Measure>[]> {
  const at = new Date(now()).toISOString();
  const [own, deputising] = await Promise.all([readMeasuresToDecide(sp, personId, at), readDeputising(sp, personId, now)]);
  const theirs = await Promise.all(makersOf(deputising).map((decider) => readMeasuresToDecide(sp, decider, at)));
  return [...own, ...theirs.flat().filter((row) => row.broken || row.state.addedBy.id !== personId)];
}

function makersOf(delegations: readonly Row<Delegation>[]): readonly string[] {
  return [...new Set(delegations.flatMap((row) => (row.broken ? [] : [row.state.by.id])))];
}

/** The one that was opened last, of all or of those in a state, with what the units have answered; of a broken one nothing is known. */
async function readLatestInventory(
  sp: SPFI,
  state?: Inventory['state']
): Promise<{ readonly inventory: Row<Inventory> | undefined; readonly answers: Row<UnitAnswer>[] }> {
  const inventory = (await readInventories(sp, state && { state })).at(-1);
  return { inventory, answers: inventory === undefined || inventory.broken ? [] : await readUnitAnswers(sp, inventory.state.reference) };
}

/** Groups are asked for once; a failure is not remembered. */
function rolesOnce(sp: SPFI): () => Promise<readonly Role[]> {
  let known: Promise<readonly Role[]> | undefined;
  return () => {
    known ??= readCurrentUser(sp).then(({ roles }) => roles);
    known.catch(() => (known = undefined));
    return known;
  };
}

/** How long what the municipality has set is taken to be set still, in milliseconds. */
const settingsLast = 60_000;

interface SettingsReading {
  readonly sp: SPFI;
  /** For the first time, which is when the page opens: what is begun with it goes with it. */
  readonly opening: SPFI;
  readonly now: () => number;
}

/** Those who ask soon after each other share an answer; a failure is not remembered. */
function settingsForAWhile({ sp, opening, now }: SettingsReading): () => ReturnType<typeof readScreenSettings> {
  let known: { readonly at: number; readonly answer: ReturnType<typeof readScreenSettings> } | undefined;
  return () => {
    if (known !== undefined && now() - known.at < settingsLast) return known.answer;
    const answer = readScreenSettings(known === undefined ? opening : sp);
    known = { at: now(), answer };
    answer.catch(() => {
      if (known?.answer === answer) known = undefined;
    });
    return answer;
  };
}

async function readScreenSettings(sp: SPFI) {
  const { settings, broken, levelNumbers } = await readSettings(sp);
  return {
    itPhone: settings['it-phone'],
    securityProtectionPhone: settings['security-protection-phone'],
    securityOfficerPhone: settings['security-officer-phone'],
    chatUrl: settings['chat-url'],
    serviceUrl: settings['service-url'],
    apiResource: settings['api-resource'],
    levelNumbers,
    broken: broken.map((id) => ({ broken: true as const, id }))
  };
}

/** Whoever may see no row at all is turned away from the list itself; for them the question is what they have reported themselves. */
async function readVisibleIncidents(sp: SPFI, personId: string): Promise<Awaited<ReturnType<typeof readIncidents>>> {
  try {
    return await readIncidents(sp);
  } catch (error) {
    if (isSharePointError(error, 'forbidden')) return readMyIncidents(sp, personId);
    throw error;
  }
}
