// What the screens may read: implemented by the shell over SharePoint lists with the person's own permissions.
import type { Asset } from '../domain/asset';
import type { ChangeProposal } from '../domain/change-proposal';
import type { Classification } from '../domain/classification';
import type { PlannedFunction } from '../domain/crisis-staff';
import type { Delegation } from '../domain/delegation';
import type { Incident } from '../domain/incident';
import type { Inventory, UnitAnswer } from '../domain/inventory';
import type { Track } from '../domain/legal-track';
import type { Measure } from '../domain/measure';
import type { LevelNumbers } from '../domain/level-numbers';
import type { LogEntry, Recorded } from '../domain/log';
import type { LogCheck } from '../domain/log-check';
import type { Outcome } from '../domain/outcome';
import type { Person, Role, Unit } from '../domain/person';
import type { RequirementAnswers } from '../domain/requirement-answers';
import type { RuleChanges } from '../domain/rule-changes';
import type { YearlyMarks } from '../domain/yearly-tasks';
import type { Vacancy } from '../domain/vacancy';
import type { WholeList } from '../domain/whole-list';

/** `no-right`: the person may not see it at all. What could not be read is thrown, never an empty answer. */
export type Read<V> = Outcome<V, 'no-right'>;

/** A row of a list. One that does not hold what it should is `broken` and never left out in silence; an administrator finds it by its number `id`. */
export type Row<V> = { readonly broken: false; readonly id: number; readonly state: V } | BrokenRow;

export interface BrokenRow {
  readonly broken: true;
  readonly id: number;
}

/** What the municipality has set: phones as people write them, `chatUrl` the chat with the bot. Absent is not set. */
export interface Settings {
  readonly itPhone?: string | undefined;
  readonly securityProtectionPhone?: string | undefined;
  readonly securityOfficerPhone?: string | undefined;
  readonly chatUrl?: string | undefined;
  /** Where commands go, and the Entra resource their tokens are for. */
  readonly serviceUrl?: string | undefined;
  readonly apiResource?: string | undefined;
  /** As the municipality numbers the levels; `undefined` when what it has set cannot be understood. */
  readonly levelNumbers: LevelNumbers | undefined;
  /** Rows of the settings that could not be understood. */
  readonly broken: readonly BrokenRow[];
}

/** Somebody found in the directory. `upn` in lower case. */
export type FoundPerson = Pick<Person, 'name' | 'upn'>;

/** A site in SharePoint that the signed-in person may open. `id` is the site collection's, a uuid in lower case; what is not known is an empty text. */
export interface FoundSite {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly description: string;
}

/** A file by the incident's number and the name it is kept under. */
export interface FilePlace {
  readonly reference: string;
  readonly file: string;
}

/** An inventory, if there is one, with what the units have answered in it; of a broken one nothing is known. */
export interface InventoryRead {
  readonly inventory: Row<Inventory> | undefined;
  readonly answers: readonly Row<UnitAnswer>[];
}

export interface Source {
  /** The roles the signed-in person holds for the whole municipality. */
  readonly roles: () => Promise<readonly Role[]>;
  readonly settings: () => Promise<Settings>;
  readonly units: () => Promise<readonly Row<Unit>[]>;
  /** People whose name or address begins with what was typed. */
  readonly findPeople: (typed: string) => Promise<readonly FoundPerson[]>;
  /** What search finds for the signed-in person; a new site is found after a while. */
  readonly sites: () => Promise<readonly FoundSite[]>;
  readonly assets: () => Promise<Read<readonly Row<Asset>[]>>;
  /** The first of `assets`, sooner. */
  readonly firstAssets: () => Promise<Read<readonly Row<Asset>[]>>;
  readonly asset: (reference: string) => Promise<Read<Row<Asset> | undefined>>;
  /** Those that the signed-in person answers for, in whichever role. */
  readonly myAssets: () => Promise<Read<readonly Row<Asset>[]>>;
  /** Roles on assets whose holder has left, for whoever reads the register. */
  readonly vacancies: () => Promise<Read<readonly Row<Vacancy>[]>>;
  readonly classification: (reference: string) => Promise<Read<Row<Classification> | undefined>>;
  /** One with the entry of the log that it shows, for a document. */
  readonly recordedClassification: (reference: string) => Promise<Read<Row<Recorded<Classification>> | undefined>>;
  /** Every classification there is, decided or not. */
  readonly classifications: () => Promise<Read<readonly Row<Classification>[]>>;
  /** All classifications of one asset. */
  readonly classificationsOf: (asset: string) => Promise<Read<readonly Row<Classification>[]>>;
  /** What has been answered to the requirements on one asset, by each who was asked. */
  readonly requirementAnswersOf: (asset: string) => Promise<Read<readonly Row<RequirementAnswers>[]>>;
  /** As `requirementAnswersOf`, of every asset. */
  readonly requirementAnswers: () => Promise<Read<readonly Row<RequirementAnswers>[]>>;
  /** Classifications that wait until those who know have answered what the proposer did not. */
  readonly inquiries: () => Promise<Read<readonly Row<Classification>[]>>;
  /** Submitted classifications that the signed-in person is to decide, as objektägare or in the place of one. */
  readonly awaitingMe: () => Promise<Read<readonly Row<Classification>[]>>;
  /** Delegations that have not been ended, whether their days have come or not. */
  readonly delegations: () => Promise<Read<readonly Row<Delegation>[]>>;
  /** Those in force today by which the signed-in person decides for somebody else. */
  readonly deputising: () => Promise<Read<readonly Row<Delegation>[]>>;
  /** The incidents the signed-in person may see. */
  readonly incidents: () => Promise<Read<readonly Row<Incident>[]>>;
  /** As `incidents`, those that were assessed as high or critical. */
  readonly seriousIncidents: () => Promise<Read<readonly Row<Incident>[]>>;
  /** Those that the signed-in person has reported. */
  readonly reported: () => Promise<Read<readonly Row<Incident>[]>>;
  /** Those that the signed-in person has not received yet as nearest manager. */
  readonly toReceive: () => Promise<Read<readonly Row<Incident>[]>>;
  readonly incident: (reference: string) => Promise<Read<Row<Incident> | undefined>>;
  /** What is in a file of an incident; `undefined` when it is not there any more. */
  readonly file: (place: FilePlace) => Promise<Read<Uint8Array | undefined>>;
  /** What has been changed of the legal rules; `undefined` as long as nothing has. */
  readonly ruleChanges: () => Promise<Read<Row<RuleChanges> | undefined>>;
  /** Proposals to change the model or the requirements, in the order they were made. */
  readonly changeProposals: () => Promise<Read<readonly Row<ChangeProposal>[]>>;
  /** What has been marked as done in the årshjul of a calendar year; `undefined` as long as nothing has. */
  readonly yearlyMarks: (year: number) => Promise<Read<Row<YearlyMarks> | undefined>>;
  /** When the municipality got its årshjul: UTC, ISO 8601. */
  readonly yearlyBegan: () => Promise<Read<string>>;
  /** The legal tracks of one incident that the signed-in person may see, in the order they were opened. */
  readonly tracks: (incident: string) => Promise<Read<readonly Row<Track>[]>>;
  /** One incident with the entry of the log that it shows, for a document. */
  readonly recordedIncident: (reference: string) => Promise<Read<Row<Recorded<Incident>> | undefined>>;
  /** As `tracks`, each with the entry of the log that it shows. */
  readonly recordedTracks: (incident: string) => Promise<Read<readonly Row<Recorded<Track>>[]>>;
  /** Those whose questions are answered and that the signed-in person is to decide. */
  readonly tracksToDecide: () => Promise<Read<readonly Row<Track>[]>>;
  /** The measures of one incident that the signed-in person may see, in the order they were added. */
  readonly measures: (incident: string) => Promise<Read<readonly Row<Measure>[]>>;
  /** As `measures`, each with the entry of the log that it shows. */
  readonly recordedMeasures: (incident: string) => Promise<Read<readonly Row<Recorded<Measure>>[]>>;
  /** Those that one asset led to, in the order they were proposed. */
  readonly measuresOfAsset: (asset: string) => Promise<Read<readonly Row<Measure>[]>>;
  /** Those that wait for a decision by the signed-in person. */
  readonly measuresToDecide: () => Promise<Read<readonly Row<Measure>[]>>;
  readonly measure: (reference: string) => Promise<Read<Row<Measure> | undefined>>;
  /** Those that the signed-in person has still to do. */
  readonly measuresToDo: () => Promise<Read<readonly Row<Measure>[]>>;
  /** The inventory that was opened last, whether it is still open or not. */
  readonly inventory: () => Promise<Read<InventoryRead>>;
  /** The one that is open. */
  readonly openInventory: () => Promise<Read<InventoryRead>>;
  /** Who belongs to the krisstab and on what numbers, for those who may call it. */
  readonly crisisPlan: () => Promise<Read<readonly Row<PlannedFunction>[]>>;
  /** The latest check of the record against its log; `undefined` when none has been made. */
  readonly logCheck: () => Promise<Read<Row<LogCheck> | undefined>>;
  /** What the log says of some numbers, in the order it was appended, one number after the other. */
  readonly logOf: (references: readonly string[]) => Promise<Read<readonly Row<LogEntry>[]>>;
  /** Every list of the site, for whoever takes all of it out. */
  readonly wholeLists: () => Promise<readonly WholeList[]>;
}

/** What the rows say, without the broken ones; those are shown by `BrokenRows`. */
export function statesOf<V>(rows: readonly Row<V>[]): readonly V[] {
  return rows.flatMap((row) => (row.broken ? [] : [row.state]));
}
