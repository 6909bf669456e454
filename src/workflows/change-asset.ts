// Somebody corrects or completes an asset; a decided class does not follow along, the change shows (H45, domain.md 5.3).
import { z } from 'zod';
import type { Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Request } from './context';
import { ownersFrom } from './owners';
import { AssetContent } from './register-asset';

export const ChangeAssetInput = z.strictObject({ reference: numberIn('T'), asset: AssetContent });
export type ChangeAssetInput = Readonly<z.infer<typeof ChangeAssetInput>>;

type Refusal =
  | 'not-found'
  | 'not-allowed'
  | 'unknown-person'
  | 'data-protection-named'
  | 'unknown-unit'
  | 'missing-owner'
  | 'missing-custodian';

export async function changeAsset(context: Context, request: Request<ChangeAssetInput>): Promise<Answer<Asset, Refusal>> {
  const { command, actor, input } = request;
  const [known, page, unit, owners] = await Promise.all([
    alreadyDone(context, context.assets, command),
    readMended(context, context.assets, input.reference),
    context.directory.unit(input.asset.unit),
    ownersFrom(context.directory, input.asset)
  ]);
  if (known !== undefined) return told(known);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo('change-asset', facingAsset(actor, page.state));
  if (refusal !== undefined) return refused(refusal);
  if (unit === undefined) return refused('unknown-unit');
  if (!owners.ok) return owners;
  const state = changed(page.state, input.asset, { unit: unit.code, unitName: unit.name, ...owners.value });
  const gap = state.state === 'draft' ? undefined : gapOf(state);
  if (gap !== undefined) return refused(gap);
  const outcome = await commit(context, context.assets, input.reference, page, {
    event: 'asset-changed',
    command,
    actor,
    from: page.state.state,
    to: state.state,
    state
  });
  return outcome.ok ? told(outcome.state) : outcome;
}

/** A role that is not named any more falls vacant. */
function changed(asset: Asset, { name, description, carriers }: AssetContent, found: Partial<Asset>): Asset {
  return { ...asset, name, description, carriers, informationOwner: undefined, objectOwner: undefined, custodian: undefined, ...found };
}

/** Outside draft the owner roles may change hands but not fall vacant (H22). */
function gapOf(asset: Asset): 'missing-owner' | 'missing-custodian' | undefined {
  if (asset.informationOwner === undefined || asset.objectOwner === undefined) return 'missing-owner';
  return asset.custodian === undefined ? 'missing-custodian' : undefined;
}
