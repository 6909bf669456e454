// Every command people can give, by its name on the wire: what it takes and what carries it out. API, bot and redelivery share this table.
import type { Incident } from '../domain/incident';
import { classificationModel } from '../reference/classification-model';
import { AcknowledgeIncidentInput, acknowledgeIncident } from '../workflows/acknowledge-incident';
import { ChangeAssetInput, changeAsset } from '../workflows/change-asset';
import {
  decideClassification,
  DecideClassificationInput,
  returnClassification,
  ReturnClassificationInput
} from '../workflows/decide-classification';
import { delegateDecisions, DelegateDecisionsInput } from '../workflows/delegate-decisions';
import { endDelegation, EndDelegationInput } from '../workflows/end-delegation';
import { registerAsset, RegisterAssetInput } from '../workflows/register-asset';
import { reportIncident, ReportIncidentInput } from '../workflows/report-incident';
import { stopReport, StopReportInput, type StoppedReport } from '../workflows/stop-report';
import { submitAsset, SubmitAssetInput } from '../workflows/submit-asset';
import { submitClassification, SubmitClassificationInput } from '../workflows/submit-classification';
import { openCommandLine, type CommandDefinition, type CommandLine, type CommandSurroundings } from './command-line';
import { withinTime } from './time-limit';

export type Commands = ReturnType<typeof openCommands>;
export type CommandName = keyof Commands;

export function openCommands(surroundings: CommandSurroundings) {
  function line<I, V, R extends string>(definition: CommandDefinition<I, V, R>): CommandLine<V, R> {
    return openCommandLine(definition, surroundings);
  }
  return {
    // Never refused once it is well formed.
    'report-incident': line<ReportIncidentInput, Incident, never>({
      name: 'report-incident',
      input: ReportIncidentInput,
      carryOut: reportIncident,
      acts: ['report-incident'],
      doneLater: ({ reporter, reference }) => [{ kind: 'incident-registered', to: reporter.id, reference }]
    }),
    'acknowledge-incident': line({
      name: 'acknowledge-incident',
      input: AcknowledgeIncidentInput,
      carryOut: acknowledgeIncident,
      acts: ['acknowledge-for-it', 'acknowledge-for-nearest-manager']
    }),
    'stop-report': line<StopReportInput, StoppedReport, never>({
      name: 'stop-report',
      input: StopReportInput,
      carryOut: stopReport,
      acts: ['stop-report'],
      namesNobody: true
    }),
    'register-asset': line({ name: 'register-asset', input: RegisterAssetInput, carryOut: registerAsset, acts: ['register-asset'] }),
    'change-asset': line({ name: 'change-asset', input: ChangeAssetInput, carryOut: changeAsset, acts: ['change-asset'] }),
    'submit-asset': line({ name: 'submit-asset', input: SubmitAssetInput, carryOut: submitAsset, acts: ['submit-asset'] }),
    'submit-classification': line({
      name: 'submit-classification',
      input: SubmitClassificationInput,
      carryOut: (context, request) => submitClassification(context, classificationModel, request),
      acts: ['submit-classification']
    }),
    'decide-classification': line({
      name: 'decide-classification',
      input: DecideClassificationInput,
      carryOut: decideClassification,
      acts: ['decide-classification'],
      readsRoles: true
    }),
    'return-classification': line({
      name: 'return-classification',
      input: ReturnClassificationInput,
      carryOut: returnClassification,
      acts: ['return-classification'],
      readsRoles: true
    }),
    'delegate-decisions': line({
      name: 'delegate-decisions',
      input: DelegateDecisionsInput,
      carryOut: delegateDecisions,
      acts: ['delegate-decisions'],
      readsRoles: true
    }),
    'end-delegation': line({ name: 'end-delegation', input: EndDelegationInput, carryOut: endDelegation, acts: ['end-delegation'] })
  };
}

export function isCommandName(commands: Commands, name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** Waits for the commands in hand, `milliseconds` at most: what has not ended by then stays in the inbox, and is taken up when its time in hand runs out. */
export async function idleWithin(commands: Commands, milliseconds: number): Promise<void> {
  await withinTime(Promise.all(Object.values(commands).map((line) => line.idle())), milliseconds);
}
