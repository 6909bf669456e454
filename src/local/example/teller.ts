// Who tells the example's story: the same commands that people give, so many days ago, each with a key of its own.
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../domain/person';
import type { Context, Request } from '../../workflows/context';
import { people, type ExampleName } from './people';

/** What the keys of the example's commands begin with. */
export const ownCommands = 'exempel/';

export interface Teller {
  /** The context as it was so many days ago. */
  readonly ago: (days: number) => Context;
  readonly at: (days: number) => string;
  readonly request: <I>(command: string, by: ExampleName, input: I) => Request<I>;
}

/** Dates count back from `today` (UTC). */
export function storyTeller(context: Context, today: string): Teller {
  const at = (days: number): string =>
    Temporal.Instant.from(today)
      .subtract({ minutes: Math.round(days * 24 * 60) })
      .toString({ smallestUnit: 'second' });
  return {
    at,
    ago: (days) => ({ ...context, now: () => at(days) }),
    request: (command, by, input) => ({ command: `${ownCommands}${command}`, actor: actorOf(by), input })
  };
}

export function actorOf(name: ExampleName): Actor {
  const { id, displayName, userPrincipalName, roles } = people[name];
  return { person: { id, name: displayName, upn: userPrincipalName }, roles };
}

/** The example tells only what the rules allow; a refusal is a fault in the story. */
export function expectDone<V>(outcome: { readonly ok: true; readonly value: V } | { readonly ok: false; readonly reason: string }): V {
  if (!outcome.ok) throw new Error(`The example's story was refused: ${outcome.reason}.`);
  return outcome.value;
}

/** An incident that is worked with: its number, and what its steps are called and counted from. */
export interface Handled {
  readonly reference: string;
  readonly key: string;
  readonly days: number;
}
