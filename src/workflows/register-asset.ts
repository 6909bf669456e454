// Somebody adds an information asset to the register; it starts as a draft (H08, H21, H22).
import { z } from 'zod';
import type { Asset } from '../domain/asset';
import { facingNew } from '../domain/capacities';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { AssetContent, contentFrom, lookedUp, type ContentRefusal } from './asset-content';
import { alreadyDone, commitNew, newNumber } from './commit';
import { told, type Answer, type Context, type Request } from './context';

export const RegisterAssetInput = z.strictObject({ asset: AssetContent });
export type RegisterAssetInput = Readonly<z.infer<typeof RegisterAssetInput>>;

type Refusal = 'not-allowed' | ContentRefusal;

export async function registerAsset(context: Context, request: Request<RegisterAssetInput>): Promise<Answer<Asset, Refusal>> {
  const { command, actor, input } = request;
  const [known, number, found] = await Promise.all([
    alreadyDone(context, context.assets, command),
    newNumber(context, 'T'),
    lookedUp(context, input.asset)
  ]);
  if (known !== undefined) return told(known);
  const refusal = refusalTo('register-asset', facingNew(actor));
  if (refusal !== undefined) return refused(refusal);
  const content = await contentFrom(context, found);
  if (!content.ok) return content;
  const asset = await commitNew(context, context.assets, number, (reference) => ({
    event: 'asset-registered',
    command,
    actor,
    from: '',
    to: 'draft',
    state: { reference, ...content.value, state: 'draft' as const }
  }));
  return told(asset);
}
