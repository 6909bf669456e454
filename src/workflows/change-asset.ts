// Somebody corrects or completes an asset; a decided class does not follow along, the change shows (H45, domain.md 5.3).
import { z } from 'zod';
import type { Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { AssetContent, contentFrom, lookedUp, type ContentRefusal, type SaidOfAsset } from './asset-content';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Request } from './context';

export const ChangeAssetInput = z.strictObject({ reference: numberIn('T'), asset: AssetContent });
export type ChangeAssetInput = Readonly<z.infer<typeof ChangeAssetInput>>;

type Refusal = 'not-found' | 'not-allowed' | 'wrong-state' | 'missing-owner' | 'missing-custodian' | ContentRefusal;

export async function changeAsset(context: Context, request: Request<ChangeAssetInput>): Promise<Answer<Asset, Refusal>> {
  const { command, actor, input } = request;
  const [known, page, found] = await Promise.all([
    alreadyDone(context, context.assets, command),
    readMended(context, context.assets, input.reference),
    lookedUp(context, input.asset)
  ]);
  if (known !== undefined) return told(known);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo('change-asset', facingAsset(actor, page.state));
  if (refusal !== undefined) return refused(refusal);
  const content = await contentFrom(context, found, page.state);
  if (!content.ok) return content;
  const state = changed(page.state, content.value);
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

/** What is not said any more the asset does not have, and a role that is not named falls vacant. */
function changed(asset: Asset, said: SaidOfAsset): Asset {
  const { reference, state, profile, classification, decidedHash, decidedAt, decommission } = asset;
  return { reference, state, profile, classification, decidedHash, decidedAt, decommission, ...said };
}

/** Outside draft the owner roles may change hands but not fall vacant (H22). */
function gapOf(asset: Asset): 'missing-owner' | 'missing-custodian' | undefined {
  if (asset.informationOwner === undefined || asset.objectOwner === undefined) return 'missing-owner';
  return asset.custodian === undefined ? 'missing-custodian' : undefined;
}
