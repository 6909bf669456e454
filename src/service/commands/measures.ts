// The measures that incidents, and what assets lack, lead to.
import { requirementCatalogue } from '../../reference/requirement-catalogue';
import { addMeasure, AddMeasureInput } from '../../workflows/add-measure';
import { ChangeMeasureInput, changeMeasureTerms } from '../../workflows/change-measure';
import { checkMeasure, CheckMeasureInput } from '../../workflows/check-measure';
import { decideMeasure, DecideMeasureInput, declineMeasure, DeclineMeasureInput } from '../../workflows/decide-measure';
import { dropMeasure, DropMeasureInput } from '../../workflows/drop-measure';
import { finishMeasure, FinishMeasureInput } from '../../workflows/finish-measure';
import { proposeMeasure, ProposeMeasureInput } from '../../workflows/propose-measure';
import type { Lines } from './lines';

export function measureCommands({ ofAct }: Lines) {
  return {
    'add-measure': ofAct('add-measure', AddMeasureInput, addMeasure),
    'propose-measure': ofAct('propose-measure', ProposeMeasureInput, (context, request) =>
      proposeMeasure(context, requirementCatalogue, request)
    ),
    'decide-measure': ofAct('decide-measure', DecideMeasureInput, decideMeasure),
    'decline-measure': ofAct('decline-measure', DeclineMeasureInput, declineMeasure),
    'change-measure': ofAct('change-measure', ChangeMeasureInput, changeMeasureTerms),
    'finish-measure': ofAct('finish-measure', FinishMeasureInput, finishMeasure),
    'check-measure': ofAct('check-measure', CheckMeasureInput, checkMeasure),
    'drop-measure': ofAct('drop-measure', DropMeasureInput, dropMeasure)
  };
}
