// One step of a classification that waits: somebody answers or comments, and with nothing left to wait for it goes to its objektägare (domain.md 5.3).
import { facingClassification } from '../domain/capacities';
import type { Classification, ClassificationModel } from '../domain/classification';
import type { EventCode } from '../domain/log';
import { refused, type Outcome } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { alreadyDone, commit, overtakenBy, readMended } from './commit';
import type { Answer, Context, Request } from './context';
import { onwards, tellAfterWaiting } from './proposal';

export interface WaitingStep<R extends string> {
  readonly act: 'answer-inquiry' | 'comment-on-classification';
  readonly event: EventCode;
  /** `at` is UTC, ISO 8601. `already-taken`: somebody else was first. */
  readonly take: (classification: Classification, at: string) => Outcome<Classification, R> | 'already-taken';
}

export async function stepWhileWaiting<R extends string>(
  context: Context,
  model: ClassificationModel,
  { command, actor, input: { reference } }: Request<{ readonly reference: string }>,
  { act, event, take }: WaitingStep<R>
): Promise<Answer<Classification, R | 'not-found' | 'not-allowed' | 'wrong-state'>> {
  const [known, page] = await Promise.all([
    alreadyDone(context, context.classifications, command),
    readMended(context, context.classifications, reference)
  ]);
  if (known !== undefined) return tellAfterWaiting(context, known);
  if (page === undefined) return refused('not-found');
  const refusal = refusalTo(act, facingClassification(actor, page.state, undefined));
  if (refusal !== undefined) return refused(refusal);
  const taken = take(page.state, context.now());
  if (taken === 'already-taken') return overtakenBy(page.last);
  if (!taken.ok) return taken;
  const asset = await readMended(context, context.assets, page.state.asset);
  if (asset === undefined) return refused('not-found');
  const state = onwards(model, asset.state, taken.value);
  const change = { event, command, actor, from: page.state.state, to: state.state, state };
  const outcome = await commit(context, context.classifications, reference, page, change);
  return outcome.ok ? tellAfterWaiting(context, outcome.state) : outcome;
}
