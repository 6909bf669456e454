// What the bot is given to do its work: people, commands, what stands in the record, and where to reach whom.
import type { AssetFound } from '../domain/asset-search';
import type { Classification } from '../domain/classification';
import type { Incident } from '../domain/incident';
import type { UnitAnswer } from '../domain/inventory';
import type { Language } from '../domain/language';
import type { LevelNumbers } from '../domain/level-numbers';
import type { EventCode } from '../domain/log';
import type { Measure } from '../domain/measure';
import type { Actor, Person } from '../domain/person';
import type { AcknowledgeIncidentInput } from '../workflows/acknowledge-incident';
import type { AnswerInventoryInput } from '../workflows/answer-inventory';
import type { DecideClassificationInput, ReturnClassificationInput } from '../workflows/decide-classification';
import type { DecideMeasureInput, DeclineMeasureInput } from '../workflows/decide-measure';
import type { ReceiveReportInput } from '../workflows/receive-report';
import type { ReportIncidentInput } from '../workflows/report-incident';
import type { SharedFile } from './shared-files';
import type { StoppedReport, StopReportInput } from '../workflows/stop-report';

/** The commands a person gives through the bot: what each is told and what comes of it. */
export interface DeskCommands {
  readonly 'report-incident': { readonly input: ReportIncidentInput; readonly value: Incident };
  readonly 'acknowledge-incident': { readonly input: AcknowledgeIncidentInput; readonly value: Incident };
  readonly 'receive-report': { readonly input: ReceiveReportInput; readonly value: Incident };
  readonly 'decide-classification': { readonly input: DecideClassificationInput; readonly value: Classification };
  readonly 'return-classification': { readonly input: ReturnClassificationInput; readonly value: Classification };
  readonly 'decide-measure': { readonly input: DecideMeasureInput; readonly value: Measure };
  readonly 'decline-measure': { readonly input: DeclineMeasureInput; readonly value: Measure };
  readonly 'answer-inventory': { readonly input: AnswerInventoryInput; readonly value: UnitAnswer };
  readonly 'stop-report': { readonly input: StopReportInput; readonly value: StoppedReport };
}

export type DeskCommand = keyof DeskCommands;

/** `command` is a uuid: the same person pressing the same form gives the same one. `actor` comes from a verified activity. */
export interface DeskRequest<C extends DeskCommand> {
  readonly command: string;
  readonly actor: Actor;
  readonly input: DeskCommands[C]['input'];
}

/** Done; or kept in the service's own store until SharePoint answers; or refused, with nothing changed. */
export type DeskAnswer<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: true; readonly kept: true }
  | { readonly ok: false; readonly reason: 'overtaken'; readonly by: string; readonly at: string; readonly event?: EventCode }
  | {
      readonly ok: false;
      readonly reason:
        | ('not-found' | 'not-allowed' | 'invalid' | 'could-not-read' | 'wrong-state' | 'report-missing' | 'receipt-kept')
        | ('same-person' | 'data-protection-decides' | 'changed-meanwhile' | 'wrong-day')
        | ('own-proposal' | 'wrong-acceptance-day' | 'too-large');
    };

export interface FileRequest {
  readonly command: string;
  readonly actor: Actor;
  readonly reference: string;
  readonly file: SharedFile;
}

/** As `DeskAnswer`; a file that is refused has not been kept. */
export type AttachedAnswer =
  | { readonly ok: true; readonly value: Incident }
  | { readonly ok: true; readonly kept: true }
  | { readonly ok: false; readonly reason: string; readonly by?: string; readonly at?: string; readonly event?: EventCode };

/** Numbers to ring, from the list Inställningar. One that is not set is absent. */
export interface Phones {
  readonly it?: string | undefined;
  readonly securityProtection?: string | undefined;
}

/** Where a person is reached one to one (platform.md 2.5). `botId` is the bot's account in that conversation. */
export interface Conversation {
  readonly personId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly tenantId: string;
  readonly botId: string;
  /** Locale of the person's Teams, e.g. `sv-SE`, when the activity told it. */
  readonly locale?: string | undefined;
}

/** Where a card stands that is kept up to date. */
export interface ShownAt {
  readonly conversationId: string;
  /** The number of what it is about. */
  readonly reference: string;
}

export interface ShownCard extends ShownAt {
  readonly activityId: string;
  /** What it said last that may change; no content. */
  readonly says: string;
}

export interface Conversations {
  /** Keeps the latest conversation of a person; the one before is replaced. */
  readonly remember: (conversation: Conversation) => Promise<void>;
  readonly of: (personId: string) => Promise<Conversation | undefined>;
  /** The language a person has chosen by the words they used, or `undefined` when they never did. */
  readonly languageOf: (personId: string) => Promise<Language | undefined>;
  readonly setLanguage: (personId: string, language: Language) => Promise<void>;
  /** The person, or the channel, is no longer reached there. The language chosen stays. */
  readonly forget: (personId: string) => Promise<void>;
  readonly shownCard: (at: ShownAt) => Promise<ShownCard | undefined>;
  readonly keepShownCard: (card: ShownCard) => Promise<void>;
}

/** The bot knows no SharePoint, no Graph and no store; everything it needs to know it asks here. What could not be learnt throws, unless a reason says so. */
export interface BotDesk {
  /** The person as the directory knows them, with their roles; `undefined` for somebody who is not in it. */
  readonly actorOf: (aadObjectId: string) => Promise<Actor | undefined>;
  readonly run: <C extends DeskCommand>(name: C, request: DeskRequest<C>) => Promise<DeskAnswer<DeskCommands[C]['value']>>;
  /** Fetches the file from where Teams keeps it, and adds it to the incident. */
  readonly attach: (request: FileRequest) => Promise<AttachedAnswer>;
  /** The person's own reports, newest first. */
  readonly myReports: (
    person: Person
  ) => Promise<{ readonly ok: true; readonly value: readonly Incident[] } | { readonly ok: false; readonly reason: 'could-not-read' }>;
  /** Active assets by what somebody calls them: name and number alone, for everybody who reports. */
  readonly findAssets: (typed: string) => Promise<readonly AssetFound[]>;
  /** Whether the person may say where incidents are shown (src/domain/handlers-channel.ts). */
  readonly mayChooseChannel: (personId: string) => Promise<boolean>;
  readonly phones: () => Promise<Phones>;
  /** Deep link that opens the tab at a reference number, at the queue `decisions`, or at those of the reader's assets that are to be reconsidered, `reconsider`, or all of them, `mine`; `undefined` when the tab's address is not set. */
  readonly tabUrl: (reference: string) => Promise<string | undefined>;
  /** As the municipality numbers the levels; `undefined` when what it has set cannot be understood. */
  readonly levelNumbers: () => Promise<LevelNumbers | undefined>;
  readonly conversations: Conversations;
  /** A fresh uuid for a form that is about to be shown. */
  readonly newKey: () => string;
}
