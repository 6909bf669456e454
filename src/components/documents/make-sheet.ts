// The selection of the work queue, and the statement of applicability, as Excel files: in a chunk of its own together with the library that writes it.
import { applicabilitySheets, type Applicability } from '../../documents/applicability-sheets';
import { excelOf } from '../../documents/excel';
import { queueSheets, type Selection } from '../../documents/queue-sheet';
import { swedishDay } from '../../domain/swedish-time';
import { excelType, type MadeFile } from './download';

export async function applicabilityFile(made: Applicability): Promise<MadeFile> {
  const content = await excelOf(applicabilitySheets(made));
  return { name: `tillamplighet-${swedishDay(made.at)}.xlsx`, type: excelType, content };
}

export async function queueFile(selection: Selection): Promise<MadeFile> {
  const content = await excelOf(queueSheets(selection));
  return { name: `incidenter-${swedishDay(selection.at)}.xlsx`, type: excelType, content };
}
