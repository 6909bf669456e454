// An asset has been phased out (domain.md 5.3, Avvecklad): its information is preserved or disposed of, and access is removed (H56).
import { z } from 'zod';
import { decommissioned, informationFates, type Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { changeState } from './change-state';
import type { Answer, Context, Request } from './context';

export const FinishDecommissionInput = z.strictObject({
  reference: numberIn('T'),
  information: z.enum(informationFates),
  accessRemoved: z.boolean(),
  statement: writtenVisibly(1000)
});
export type FinishDecommissionInput = Readonly<z.infer<typeof FinishDecommissionInput>>;

/** `access-left`: it is not done as long as somebody can still reach the information. */
export function finishDecommission(
  context: Context,
  request: Request<FinishDecommissionInput>
): Promise<Answer<Asset, 'not-found' | 'not-allowed' | 'wrong-state' | 'access-left'>> {
  const { reference: _, ...said } = request.input;
  return changeState(context, request, {
    register: context.assets,
    refusal: (asset) => refusalTo('finish-decommission', facingAsset(request.actor, asset)),
    event: 'asset-decommissioned',
    reason: said.statement,
    take: (asset) => decommissioned(asset, said, context.now())
  });
}
