// What a legal regime is made of, as data with source and valid-from: stages and time limits, receivers, questions, thresholds, sheets (domain.md 2.3-2.5).
import { z } from 'zod';
import type { Words } from './language';
import { swedishDay } from './swedish-time';

/** Dataskyddsförordningen, cybersäkerhetslagen, säkerhetsskydd, polisanmälan, leverantör och avtal. */
export const regimes = ['gdpr', 'cybersecurity', 'security-protection', 'police', 'supplier'] as const;
export type Regime = (typeof regimes)[number];

/** Upplysning, anmälan, komplettering, delrapport, lägesrapport, slutrapport. */
export const stageIds = ['early-warning', 'notification', 'supplement', 'interim', 'progress', 'final'] as const;
export type StageId = (typeof stageIds)[number];

/** Registrerade (GDPR art. 34), mottagare av tjänster (cybersäkerhetslagen 2 kap. 9 §). */
export const audiences = ['registered', 'recipients'] as const;
export type Audience = (typeof audiences)[number];

/** How well the source is known: read in the primary text, read about, or background knowledge that a person must check. */
export type SourceCheck = 'primary' | 'secondary' | 'check';

/** `validFrom` and `validTo` are Swedish calendar days (YYYY-MM-DD), both included. */
export interface Sourced {
  readonly source: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly checked: SourceCheck;
}

/** From what a clock runs: kännedom, when the notification was sent in, or when the incident had been handled. */
export type ClockStart = 'knowledge' | 'notification' | 'handled';

/** `agreed`: as many hours as the contract says. `promptly` (skyndsamt) and `on-request` have no moment that can be computed. */
export type TimeLimit =
  | { readonly kind: 'hours'; readonly hours: number; readonly from: ClockStart }
  | { readonly kind: 'calendar-months'; readonly months: number; readonly from: ClockStart }
  | { readonly kind: 'agreed'; readonly from: ClockStart }
  | { readonly kind: 'promptly' }
  | { readonly kind: 'on-request' };

/** A line of a sheet, in the receiver's order; its value is prefilled or written by the handler. Sheets are in Swedish, since the receivers are. */
export interface SheetField {
  readonly id: string;
  readonly sv: string;
}

/**
 * One report to the receiver. `afterProgress`: the limit once a lägesrapport has been sent in. `insteadOf`: it may be sent in that one's place while the
 * incident goes on. `alsoAnswers`: sending it in answers an earlier stage that was not.
 */
export interface Stage extends Sourced {
  readonly id: StageId;
  readonly limit: TimeLimit;
  readonly afterProgress?: TimeLimit;
  readonly insteadOf?: StageId;
  readonly alsoAnswers?: StageId;
  readonly sheet: readonly SheetField[];
}

export interface Receiver extends Sourced {
  readonly name: string;
  /** Where the report is given: an address, or words when it is not a web page. */
  readonly portal: string;
}

/** `yes-no`: yes, no or unknown. `number`: a number or unknown. `choice`: one of `options` or unknown. */
export interface LegalQuestion {
  readonly id: string;
  readonly words: Words;
  readonly kind: 'yes-no' | 'number' | 'choice';
  readonly options?: readonly { readonly code: string; readonly words: Words }[];
}

/** What an answer must be. `moreThan` and `atLeast` speak of numbers. */
export type Condition = { readonly question: string } & (
  | { readonly is: string }
  | { readonly moreThan: number }
  | { readonly atLeast: number }
);

/** Met when every condition is. */
export interface LegalRule extends Sourced {
  readonly id: string;
  readonly words: Words;
  readonly when: readonly Condition[];
}

/** A regime as the municipality has set it up, all times together; `rulesInForce` takes what holds on a day. `version` changes with any change. */
export interface RegimeRules {
  readonly regime: Regime;
  readonly version: string;
  readonly receivers: readonly Receiver[];
  readonly stages: readonly Stage[];
  readonly questions: readonly LegalQuestion[];
  /** Met: the regime does not apply. */
  readonly exemptions: readonly LegalRule[];
  /** Met: there is a duty to report. */
  readonly duties: readonly LegalRule[];
  /** Why there is none when none of the duties is met. */
  readonly otherwise: LegalRule;
  readonly audience?: Audience;
  /** Met: those concerned are to be informed. */
  readonly informing: readonly LegalRule[];
}

export type LegalRules = Readonly<Record<Regime, RegimeRules>>;

/** A code of the question's, or a number. */
export const LegalAnswers = z.record(z.string().max(60), z.union([z.string().max(60), z.number().min(0).max(1_000_000_000)]));
export type LegalAnswers = Readonly<z.infer<typeof LegalAnswers>>;

/** What holds on the Swedish calendar day of `at` (UTC, ISO 8601). */
export function rulesInForce(rules: RegimeRules, at: string): RegimeRules {
  const day = swedishDay(at);
  const holds = ({ validFrom, validTo }: Sourced): boolean => validFrom <= day && (validTo === undefined || day <= validTo);
  const exemptions = rules.exemptions.filter(holds);
  const duties = rules.duties.filter(holds);
  const informing = rules.informing.filter(holds);
  const asked = new Set([...exemptions, ...duties, ...informing].flatMap(({ when }) => when.map(({ question }) => question)));
  return {
    ...rules,
    receivers: rules.receivers.filter(holds),
    stages: rules.stages.filter(holds),
    questions: rules.questions.filter(({ id }) => asked.has(id)),
    exemptions,
    duties,
    informing
  };
}
