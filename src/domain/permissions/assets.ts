// Who keeps the register of assets.
import { assetStates, isEnded, type AssetState } from '../asset';
import { all, inEach, row, type On, type Row, type Table } from './table';

export interface AssetActs {
  readonly 'register-asset': On<'new', 'not-allowed'>;
  readonly 'change-asset': On<'asset', AssetRefusal>;
  readonly 'submit-asset': On<'asset', AssetRefusal>;
  readonly 'start-decommission': On<'asset', AssetRefusal>;
  readonly 'finish-decommission': On<'asset', AssetRefusal>;
  readonly 'cancel-asset': On<'asset', AssetRefusal>;
}
type AssetRefusal = 'not-allowed' | 'wrong-state';

/** Those who answer for information, IT and the informationssäkerhetsansvarig keep the register. */
const registrars = ['accountable', 'it', 'information-security'] as const;
/** Those who answer for the very asset (H22). */
export const answerable = ['information-owner', 'decider', 'custodian'] as const;
const drafters = [...registrars, ...answerable];
/** Outside draft the register is changed by those who answer for the asset, with the informationssäkerhetsansvarig as support (H37). */
export const keepers = ['information-security', ...answerable] as const;

export const assets: Table<AssetActs> = {
  'register-asset': { new: row('not-allowed', all(registrars, 'may')) },
  // What is being phased out is still looked after.
  'change-asset': inAssets((state) => (state === 'draft' ? byDrafters('may') : byKeepers(hasEnded(state) ? 'wrong-state' : 'may'))),
  'submit-asset': inAssets((state) => (state === 'draft' ? byDrafters('may') : byKeepers('wrong-state'))),
  // Information is let go in order whether or not its class was ever decided; a draft is cancelled.
  'start-decommission': inAssets((state) => byKeepers(state === 'submitted' || state === 'active' ? 'may' : 'wrong-state')),
  'finish-decommission': inAssets((state) => byKeepers(state === 'decommissioning' ? 'may' : 'wrong-state')),
  'cancel-asset': inAssets((state) => {
    if (state === 'draft') return byDrafters('may');
    return row('not-allowed', { 'information-security': hasEnded(state) ? 'wrong-state' : 'may' });
  })
};

/** A row for every state of an asset. */
export function inAssets<R extends string>(rowIn: (state: AssetState) => Row<R>): Readonly<Record<AssetState, Row<R>>> {
  return inEach(assetStates, rowIn);
}

export function hasEnded(state: AssetState): boolean {
  return isEnded({ state });
}

function byDrafters(cell: 'may'): Row<AssetRefusal> {
  return row<AssetRefusal>('not-allowed', all(drafters, cell));
}

function byKeepers(cell: 'may' | 'wrong-state'): Row<AssetRefusal> {
  return row<AssetRefusal>('not-allowed', all(keepers, cell));
}
