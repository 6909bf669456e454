// An asset that should never have been in the register is cancelled with a reason (domain.md 5.3, Makulerad): it stays, and is counted no more.
import { z } from 'zod';
import type { Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import { done } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { changeState } from './change-state';
import type { Answer, Context, Request } from './context';

export const CancelAssetInput = z.strictObject({ reference: numberIn('T'), reason: writtenVisibly(1000) });
export type CancelAssetInput = Readonly<z.infer<typeof CancelAssetInput>>;

export function cancelAsset(
  context: Context,
  request: Request<CancelAssetInput>
): Promise<Answer<Asset, 'not-found' | 'not-allowed' | 'wrong-state'>> {
  const { reason } = request.input;
  return changeState(context, request, {
    register: context.assets,
    refusal: (asset) => refusalTo('cancel-asset', facingAsset(request.actor, asset)),
    event: 'asset-cancelled',
    reason,
    take: (asset) => done({ ...asset, state: 'cancelled', cancelled: { reason, at: context.now() } })
  });
}
