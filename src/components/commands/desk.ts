// What the screens may ask to have done, and how it is answered.
import type { Asset } from '../../domain/asset';
import type { Classification } from '../../domain/classification';
import type { Delegation } from '../../domain/delegation';
import type { Incident } from '../../domain/incident';
import type { EventCode } from '../../domain/log';
import type { Done, Refused } from '../../domain/outcome';
import type { TextKey } from '../../i18n/text';
import type { ChangeAssetInput } from '../../workflows/change-asset';
import type { DecideClassificationInput, ReturnClassificationInput } from '../../workflows/decide-classification';
import type { DelegateDecisionsInput } from '../../workflows/delegate-decisions';
import type { EndDelegationInput } from '../../workflows/end-delegation';
import type { RegisterAssetInput } from '../../workflows/register-asset';
import type { ReportIncidentInput } from '../../workflows/report-incident';
import type { StoppedReport, StopReportInput } from '../../workflows/stop-report';
import type { SubmitAssetInput } from '../../workflows/submit-asset';
import type { SubmitClassificationInput } from '../../workflows/submit-classification';

/** The commands of the screens by wire name: what they are given and what comes of them. */
export interface Commands {
  readonly 'report-incident': { readonly input: ReportIncidentInput; readonly value: Incident };
  readonly 'register-asset': { readonly input: RegisterAssetInput; readonly value: Asset };
  readonly 'change-asset': { readonly input: ChangeAssetInput; readonly value: Asset };
  readonly 'submit-asset': { readonly input: SubmitAssetInput; readonly value: Asset };
  readonly 'submit-classification': { readonly input: SubmitClassificationInput; readonly value: Classification };
  readonly 'decide-classification': { readonly input: DecideClassificationInput; readonly value: Classification };
  readonly 'return-classification': { readonly input: ReturnClassificationInput; readonly value: Classification };
  readonly 'delegate-decisions': { readonly input: DelegateDecisionsInput; readonly value: Delegation };
  readonly 'end-delegation': { readonly input: EndDelegationInput; readonly value: Delegation };
  readonly 'stop-report': { readonly input: StopReportInput; readonly value: StoppedReport };
}
export type CommandName = keyof Commands;

type ReasonOf<K> = K extends `refusal.${infer R}` ? R : never;

/** Every reason there are words for. */
export type RefusalReason = ReasonOf<TextKey>;

/** `by`, `at` (UTC) and `event` tell who came first, when, and what they did, for `overtaken`. */
export interface CommandRefused extends Refused<RefusalReason> {
  readonly by?: string | undefined;
  readonly at?: string | undefined;
  readonly event?: EventCode | undefined;
}

/** Saved by the service, and carried into SharePoint when SharePoint answers again. */
interface Kept {
  readonly ok: true;
  readonly kept: true;
}

export type CommandAnswer<N extends CommandName> = Done<Commands[N]['value']> | Kept | CommandRefused;

export interface Desk {
  /** `command` is a UUID; the same again means the same command, carried out once. Refusals are answers; nothing is thrown for a service out of reach. */
  readonly send: <N extends CommandName>(name: N, command: string, input: Commands[N]['input']) => Promise<CommandAnswer<N>>;
}
