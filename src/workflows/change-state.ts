// What commands share that do no more than take one thing from one state to another: read, asked whether somebody may, changed, and written.
import type { EventCode } from '../domain/log';
import { refused, type Outcome } from '../domain/outcome';
import { alreadyDone, commit, readMended } from './commit';
import { told, type Answer, type Context, type Register, type Request } from './context';

/** `refusal`: why whoever acts may not, of the thing as it stands. `reason`: what they say of why they do it, where they are asked. */
export interface StateChange<S, A extends string, R extends string> {
  readonly register: Register<S>;
  readonly refusal: (state: S) => A | undefined;
  readonly event: EventCode;
  readonly reason?: string;
  readonly take: (state: S) => Outcome<S, R>;
}

export async function changeState<S extends { readonly state: string }, A extends string, R extends string>(
  context: Context,
  { command, actor, input }: Request<{ readonly reference: string }>,
  { register, refusal, event, reason, take }: StateChange<S, A, R>
): Promise<Answer<S, 'not-found' | A | R>> {
  const [known, page] = await Promise.all([alreadyDone(context, register, command), readMended(context, register, input.reference)]);
  if (known !== undefined) return told(known);
  if (page === undefined) return refused('not-found');
  const hindrance = refusal(page.state);
  if (hindrance !== undefined) return refused(hindrance);
  const taken = take(page.state);
  if (!taken.ok) return taken;
  const outcome = await commit(context, register, input.reference, page, {
    event,
    command,
    actor,
    from: page.state.state,
    to: taken.value.state,
    ...(reason !== undefined && { reason }),
    state: taken.value
  });
  return outcome.ok ? told(outcome.state) : outcome;
}
