// The selection of the work queue as an Excel file: in a chunk of its own together with the library that writes it.
import { excelOf } from '../../documents/excel';
import { queueSheets, type Selection } from '../../documents/queue-sheet';
import { swedishDay } from '../../domain/swedish-time';
import { excelType, type MadeFile } from './download';

export async function queueFile(selection: Selection): Promise<MadeFile> {
  const content = await excelOf(queueSheets(selection));
  return { name: `incidenter-${swedishDay(selection.at)}.xlsx`, type: excelType, content };
}
