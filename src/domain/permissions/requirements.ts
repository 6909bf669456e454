// Who answers the requirements on an asset, and sends them to its suppliers.
import { answerable, inAssets } from './assets';
import { all, row, type On, type Table } from './table';

export interface RequirementActs {
  readonly 'answer-requirements-for-unit': On<'asset', 'not-allowed'>;
  readonly 'answer-requirements-for-it': On<'asset', 'not-allowed'>;
  readonly 'answer-requirements-for-supplier': On<'asset', 'not-allowed'>;
  readonly 'send-requirements': On<'asset', 'not-allowed'>;
}
/** What can be done about the requirements on an asset. */
export type RequirementAct = keyof RequirementActs;

const byAnswerable = inAssets(() => row('not-allowed', all(answerable, 'may')));

/** Each answers for what is theirs: IT for the environment (H49), those who answer for the asset for their unit and for whom they have engaged (H33). */
export const requirements: Table<RequirementActs> = {
  'answer-requirements-for-unit': byAnswerable,
  'answer-requirements-for-it': inAssets(() => row('not-allowed', { it: 'may' })),
  'answer-requirements-for-supplier': byAnswerable,
  'send-requirements': byAnswerable
};
