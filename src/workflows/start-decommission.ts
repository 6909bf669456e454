// An asset begins to be phased out (domain.md 5.3, Under avveckling): somebody who answers for it says why.
import { z } from 'zod';
import type { Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import { done } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { changeState } from './change-state';
import type { Answer, Context, Request } from './context';

export const StartDecommissionInput = z.strictObject({ reference: numberIn('T'), reason: writtenVisibly(1000) });
export type StartDecommissionInput = Readonly<z.infer<typeof StartDecommissionInput>>;

export function startDecommission(
  context: Context,
  request: Request<StartDecommissionInput>
): Promise<Answer<Asset, 'not-found' | 'not-allowed' | 'wrong-state'>> {
  const { reason } = request.input;
  return changeState(context, request, {
    register: context.assets,
    refusal: (asset) => refusalTo('start-decommission', facingAsset(request.actor, asset)),
    event: 'asset-decommission-started',
    reason,
    take: (asset) => done({ ...asset, state: 'decommissioning', decommission: { reason, startedAt: context.now() } })
  });
}
