// Who proposes the class of an asset, who is asked on the way, and who decides.
import type { Capacity } from '../capacities';
import { classificationStates, type ClassificationState } from '../classification';
import { hasEnded, inAssets, keepers } from './assets';
import { deciders, independent } from './deciding';
import { all, inEach, row, type On, type Row, type Table } from './table';

export interface ClassificationActs {
  readonly 'submit-classification': On<'asset', 'not-allowed' | 'asset-is-draft' | 'wrong-state'>;
  readonly 'decide-classification': On<'classification', DecisionRefusal>;
  readonly 'return-classification': On<'classification', DecisionRefusal>;
  readonly 'answer-inquiry': On<'classification', ProposalRefusal>;
  readonly 'comment-on-classification': On<'classification', ProposalRefusal>;
  readonly 'withdraw-classification': On<'classification', ProposalRefusal>;
}
type DecisionRefusal = 'not-allowed' | 'same-person' | 'data-protection-decides' | 'wrong-state';
type ProposalRefusal = 'not-allowed' | 'wrong-state';

/** The business knows its information best (H32); the informationssäkerhetsansvarig may help to propose (H37). */
const proposers = ['accountable', ...keepers] as const;
/** IT does not say how sensitive the information of others is, whatever else somebody in IT is to the asset (H32). */
const notByIt = { it: { never: 'not-allowed' } } as const;
/** Nobody decides what they have proposed themselves (domain.md 5.3). */
const impartially = { ...independent, proposer: { never: 'same-person' } } as const;
/** Those who are asked, and whoever asked and has found out (H32, H37, H57). */
const answerers = ['information-security', 'data-protection', 'proposer'] as const;

const decision = inClassifications((state) =>
  row<DecisionRefusal>('not-allowed', { ...all(deciders, state === 'submitted' ? 'may' : 'wrong-state'), ...impartially })
);

export const classifications: Table<ClassificationActs> = {
  'submit-classification': inAssets((state) =>
    row('not-allowed', { ...all(proposers, state === 'draft' ? 'asset-is-draft' : hasEnded(state) ? 'wrong-state' : 'may'), ...notByIt })
  ),
  'decide-classification': decision,
  'return-classification': decision,
  'answer-inquiry': by(answerers, (state) => state === 'waiting'),
  'comment-on-classification': by(['information-security'], (state) => state === 'waiting'),
  'withdraw-classification': by(['proposer'], (state) => state === 'waiting' || state === 'submitted')
};

/** What is done to a classification by those it is theirs to do for, in the states where it can be done. */
function by(
  who: readonly Capacity[],
  isTime: (state: ClassificationState) => boolean
): Readonly<Record<ClassificationState, Row<ProposalRefusal>>> {
  return inClassifications((state) => row<ProposalRefusal>('not-allowed', all(who, isTime(state) ? 'may' : 'wrong-state')));
}

function inClassifications<R extends string>(rowIn: (state: ClassificationState) => Row<R>): Readonly<Record<ClassificationState, Row<R>>> {
  return inEach(classificationStates, rowIn);
}
