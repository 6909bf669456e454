// Somebody adds an information asset to the register; it starts as a draft (H08, H21, H22).
import { z } from 'zod';
import { Asset, carriers } from '../domain/asset';
import { facingNew } from '../domain/capacities';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { written, writtenVisibly } from '../domain/written-text';
import { alreadyDone, commitNew, newNumber } from './commit';
import { told, type Answer, type Context, type Request } from './context';
import { ownersFrom, upn } from './owners';

/** What a person writes about an asset. Owner roles are given as user principal names and looked up; each may wait until the asset leaves draft. */
export const AssetContent = z.strictObject({
  name: writtenVisibly(200),
  description: written(2000),
  carriers: z.array(z.enum(carriers)).min(1).max(carriers.length),
  unit: z.string().min(1).max(60),
  informationOwner: upn.optional(),
  objectOwner: upn.optional(),
  custodian: upn.optional()
});
export type AssetContent = Readonly<z.infer<typeof AssetContent>>;

export const RegisterAssetInput = z.strictObject({ asset: AssetContent });
export type RegisterAssetInput = Readonly<z.infer<typeof RegisterAssetInput>>;

type Refusal = 'not-allowed' | 'unknown-person' | 'data-protection-named' | 'unknown-unit';

export async function registerAsset(context: Context, request: Request<RegisterAssetInput>): Promise<Answer<Asset, Refusal>> {
  const { command, actor, input } = request;
  const [known, number, unit, owners] = await Promise.all([
    alreadyDone(context, context.assets, command),
    newNumber(context, 'T'),
    context.directory.unit(input.asset.unit),
    ownersFrom(context.directory, input.asset)
  ]);
  if (known !== undefined) return told(known);
  const refusal = refusalTo('register-asset', facingNew(actor));
  if (refusal !== undefined) return refused(refusal);
  if (unit === undefined) return refused('unknown-unit');
  if (!owners.ok) return owners;
  const { name, description } = input.asset;
  const asset = await commitNew(context, context.assets, number, (reference) => ({
    event: 'asset-registered',
    command,
    actor,
    from: '',
    to: 'draft',
    state: {
      reference,
      name,
      description,
      carriers: input.asset.carriers,
      unit: unit.code,
      unitName: unit.name,
      state: 'draft' as const,
      ...owners.value
    }
  }));
  return told(asset);
}
