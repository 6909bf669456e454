// The asset leaves draft: owners and förvaltare must be named (H22).
import { z } from 'zod';
import { leaveDraft, type Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { changeState } from './change-state';
import type { Answer, Context, Request } from './context';

export const SubmitAssetInput = z.strictObject({ reference: numberIn('T') });
export type SubmitAssetInput = Readonly<z.infer<typeof SubmitAssetInput>>;

type Refusal = 'not-found' | 'not-allowed' | 'wrong-state' | 'missing-owner' | 'missing-custodian';

export function submitAsset(context: Context, request: Request<SubmitAssetInput>): Promise<Answer<Asset, Refusal>> {
  return changeState(context, request, {
    register: context.assets,
    refusal: (asset) => refusalTo('submit-asset', facingAsset(request.actor, asset)),
    event: 'asset-submitted',
    take: leaveDraft
  });
}
