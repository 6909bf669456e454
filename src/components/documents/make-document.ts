// Documents as Word files, of one incident, of a decision, or the annex of one procurement: in a chunk of its own together with the library that writes them, since few ever need it.
import { assetDossier, type AssetFile } from '../../documents/asset-dossier';
import type { Case } from '../../documents/case';
import { classificationDecision, type DecisionMade } from '../../documents/classification-decision';
import { crisisCall, crisisMinutes, type CrisisCalling } from '../../documents/crisis-papers';
import { dossier } from '../../documents/dossier';
import { maskedCopy } from '../../documents/masked-copy';
import type { Masks } from '../../documents/masking';
import type { Paper } from '../../documents/paper';
import { requirementAnnex, type Procurement } from '../../documents/requirement-annex';
import { specialReport, type Judgement } from '../../documents/special-report';
import type { CrisisStaff } from '../../domain/crisis-staff';
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

export function crisisCallFile(made: Case, called: CrisisCalling): Promise<MadeFile> {
  return wordFile(crisisCall(made, called), 'ringlista');
}

export function crisisMinutesFile(made: Case, staff: CrisisStaff): Promise<MadeFile> {
  return wordFile(crisisMinutes(made, staff), 'krisstab');
}

export function requirementAnnexFile(procurement: Procurement): Promise<MadeFile> {
  return wordFile(requirementAnnex(procurement), 'kravbilaga');
}

export function assetDossierFile(made: AssetFile): Promise<MadeFile> {
  return wordFile(assetDossier(made), 'akt');
}

export function classificationDecisionFile(made: DecisionMade): Promise<MadeFile> {
  return wordFile(classificationDecision(made), 'beslut');
}

/** No name of a file says more than what it is about, by number. */
async function wordFile(paper: Paper, kind: string): Promise<MadeFile> {
  return { name: `${paper.number.replaceAll(': ', '-')}-${kind}.docx`, type: wordType, content: await wordOf(paper) };
}
