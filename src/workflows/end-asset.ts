// What phasing out an asset and cancelling it share: read, asked whether somebody may, changed, and written with why.
import type { Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import type { EventCode } from '../domain/log';
import { refused, type Outcome } from '../domain/outcome';
import { refusalTo, type Act } from '../domain/permissions';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Request } from './context';

type EndingAct = Extract<Act, 'start-decommission' | 'finish-decommission' | 'cancel-asset'>;

interface Ending<R extends string> {
  readonly act: EndingAct;
  readonly event: EventCode;
  readonly reason: string;
  readonly take: (asset: Asset) => Outcome<Asset, R>;
}

type EndingRefusal = 'not-found' | 'not-allowed' | 'wrong-state';

export async function endAsset<R extends string>(
  context: Context,
  { command, actor, input }: Request<{ readonly reference: string }>,
  { act, event, reason, take }: Ending<R>
): Promise<Answer<Asset, EndingRefusal | R>> {
  const [known, page] = await Promise.all([
    alreadyDone(context, context.assets, command),
    readMended(context, context.assets, input.reference)
  ]);
  if (known !== undefined) return told(known);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo(act, facingAsset(actor, page.state));
  if (refusal !== undefined) return refused(refusal);
  const taken = take(page.state);
  if (!taken.ok) return taken;
  const { state: from } = page.state;
  const outcome = await commit(context, context.assets, input.reference, page, {
    ...{ event, command, actor, from, reason },
    to: taken.value.state,
    state: taken.value
  });
  return outcome.ok ? told(outcome.state) : outcome;
}
