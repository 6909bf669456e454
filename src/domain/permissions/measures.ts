// Who proposes a measure for what an asset lacks, who decides on it, and who sees that it is done and had effect.
import type { Capacity } from '../capacities';
import { measureStates, type MeasureState } from '../measure';
import { answerable, inAssets } from './assets';
import { deciders, independent } from './deciding';
import { handlers, readers, type HandlingRefusal } from './handling';
import { all, inEach, row, type ActOn, type On, type Row, type Table } from './table';

export interface MeasureActs {
  readonly 'propose-measure': On<'asset', 'not-allowed'>;
  readonly 'decide-measure': On<'measure', DecisionRefusal>;
  readonly 'decline-measure': On<'measure', DecisionRefusal>;
  readonly 'change-measure': On<'measure', HandlingRefusal>;
  readonly 'finish-measure': On<'measure', HandlingRefusal>;
  readonly 'check-measure': On<'measure', HandlingRefusal>;
  readonly 'drop-measure': On<'measure', HandlingRefusal>;
}
type DecisionRefusal = HandlingRefusal | 'own-proposal' | 'data-protection-decides';
/** What can be done to a measure. */
export type MeasureAct = ActOn<'measure', MeasureActs>;
/** Those of them that go for every measure, wherever it came from. */
export type HandledMeasureAct = Exclude<MeasureAct, 'decide-measure' | 'decline-measure'>;

/** The head of the förvaltning, or whom they have let (H37), decides what is done about what its assets lack, and what risk is lived with (H47); a risk that was accepted is decided on again. */
const decision = inMeasures((state) =>
  row<DecisionRefusal>('not-found', {
    ...all(['information-security', 'measure-owner'], 'not-allowed'),
    ...all(deciders, state === 'proposed' || state === 'declined' ? 'may' : 'wrong-state'),
    ...independent,
    proposer: { never: 'own-proposal' }
  })
);

/** Whoever handles the incident keeps its measures; to see that one is done is its owner's, who need not know the incident (H47). */
export const measures: Table<MeasureActs> = {
  // IT sees what the environment lacks (H49), those who answer for the asset what their unit does, and the informationssäkerhetsansvarig both (H37).
  'propose-measure': inAssets(() => row('not-allowed', all([...answerable, 'it', 'information-security'], 'may'))),
  'decide-measure': decision,
  'decline-measure': decision,
  'change-measure': by(handlers, 'open'),
  'finish-measure': by(['measure-owner'], 'open'),
  'check-measure': by(handlers, 'done'),
  'drop-measure': by(handlers, 'open')
};

/** To those who may not read the incident, and are not to do it, a measure does not exist. */
function by(who: readonly Capacity[], during: MeasureState): Readonly<Record<MeasureState, Row<HandlingRefusal>>> {
  return inMeasures((state) =>
    row<HandlingRefusal>('not-found', {
      ...all([...readers, 'measure-owner'], 'not-allowed'),
      ...all(who, state === during ? 'may' : 'wrong-state')
    })
  );
}

function inMeasures<R extends string>(rowIn: (state: MeasureState) => Row<R>): Readonly<Record<MeasureState, Row<R>>> {
  return inEach(measureStates, rowIn);
}
