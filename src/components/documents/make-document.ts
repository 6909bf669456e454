// The documents of one incident as Word files: in a chunk of its own together with the library that writes them, since few ever need it.
import type { Case } from '../../documents/case';
import { dossier } from '../../documents/dossier';
import { maskedCopy } from '../../documents/masked-copy';
import type { Masks } from '../../documents/masking';
import type { Paper } from '../../documents/paper';
import { specialReport, type Judgement } from '../../documents/special-report';
import { wordOf } from '../../documents/word';
import { wordType, type MadeFile } from './download';

export function dossierFile(made: Case): Promise<MadeFile> {
  return wordFile(dossier(made), 'akt');
}

export function maskedFile(made: Case, masks: Masks): Promise<MadeFile> {
  return wordFile(maskedCopy(made, masks), 'maskad-kopia');
}

export function specialReportFile(made: Case, judgement: Judgement): Promise<MadeFile> {
  return wordFile(specialReport(made, judgement), 'sarskild-rapport');
}

/** No name of a file says more than which incident it is about. */
async function wordFile(paper: Paper, kind: string): Promise<MadeFile> {
  return { name: `${paper.number.replaceAll(': ', '-')}-${kind}.docx`, type: wordType, content: await wordOf(paper) };
}
