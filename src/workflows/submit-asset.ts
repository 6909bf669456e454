// The asset leaves draft: owners and förvaltare must be named (H22).
import { z } from 'zod';
import { leaveDraft, type Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Request } from './context';

export const SubmitAssetInput = z.strictObject({ reference: numberIn('T') });
export type SubmitAssetInput = Readonly<z.infer<typeof SubmitAssetInput>>;

type Refusal = 'not-found' | 'not-allowed' | 'wrong-state' | 'missing-owner' | 'missing-custodian';

export async function submitAsset(context: Context, request: Request<SubmitAssetInput>): Promise<Answer<Asset, Refusal>> {
  const { command, actor, input } = request;
  const [known, page] = await Promise.all([
    alreadyDone(context, context.assets, command),
    readMended(context, context.assets, input.reference)
  ]);
  if (known !== undefined) return told(known);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo('submit-asset', facingAsset(actor, page.state));
  if (refusal !== undefined) return refused(refusal);
  const left = leaveDraft(page.state);
  if (!left.ok) return left;
  const outcome = await commit(context, context.assets, input.reference, page, {
    event: 'asset-submitted',
    command,
    actor,
    from: 'draft',
    to: left.value.state,
    state: left.value
  });
  return outcome.ok ? told(outcome.state) : outcome;
}
