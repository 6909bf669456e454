// What the screens show, and the statement of applicability, as Excel files: in a chunk of its own together with the library that writes it.
import { applicabilitySheets, type Applicability } from '../../documents/applicability-sheets';
import {
  decisionSheets,
  requiredSheets,
  unansweredSheets,
  type RequiredView,
  type UnansweredView,
  type WaitingDecisions
} from '../../documents/asset-sheets';
import { excelOf } from '../../documents/excel';
import { inventorySheets, type InventoryView } from '../../documents/inventory-sheets';
import { overviewSheets, type OverviewView } from '../../documents/overview-sheets';
import { proposalSheets, type ProposalsView } from '../../documents/proposal-sheets';
import { queueSheets, type Selection } from '../../documents/queue-sheet';
import { registerSheets, type RegisterView } from '../../documents/register-sheet';
import type { Sheet, Taken } from '../../documents/sheet';
import { yearlySheets, type YearlyView } from '../../documents/yearly-sheets';
import { swedishDay } from '../../domain/swedish-time';
import { yearOf } from '../../domain/yearly-tasks';
import { excelType, type MadeFile } from './download';

export function applicabilityFile(made: Applicability): Promise<MadeFile> {
  return excelFile('tillamplighet', applicabilitySheets(made), made);
}

export function queueFile(made: Selection): Promise<MadeFile> {
  return excelFile('incidenter', queueSheets(made), made);
}

export function registerFile(made: RegisterView): Promise<MadeFile> {
  return excelFile('tillgangar', registerSheets(made), made);
}

export function decisionsFile(made: WaitingDecisions): Promise<MadeFile> {
  return excelFile('beslut', decisionSheets(made), made);
}

export function unansweredFile(made: UnansweredView): Promise<MadeFile> {
  return excelFile('krav-utan-svar', unansweredSheets(made), made);
}

export function requiredFile(made: RequiredView): Promise<MadeFile> {
  return excelFile(`${made.asset.reference}-krav`, requiredSheets(made), made);
}

export function overviewFile(made: OverviewView): Promise<MadeFile> {
  return excelFile('oversikt', overviewSheets(made), made);
}

export function inventoryFile(made: InventoryView): Promise<MadeFile> {
  return excelFile(`${made.inventory.reference}-inventering`, inventorySheets(made), made);
}

export function yearlyFile(made: YearlyView): Promise<MadeFile> {
  return excelFile(`arshjul-${yearOf(made.marks)}`, yearlySheets(made), made);
}

export function proposalsFile(made: ProposalsView): Promise<MadeFile> {
  return excelFile('andringsforslag', proposalSheets(made), made);
}

async function excelFile(kind: string, sheets: readonly Sheet[], { at }: Taken): Promise<MadeFile> {
  return { name: `${kind}-${swedishDay(at)}.xlsx`, type: excelType, content: await excelOf(sheets) };
}
