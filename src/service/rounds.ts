// Work done in rounds: one at a time, again when something is due, sooner when somebody wakes it.
import { setTimeout as startTimer } from 'node:timers';
import { setTimeout } from 'node:timers/promises';

export interface Rounds {
  /** Something new may be due. */
  readonly wake: () => void;
  /** Starts no further round and waits for the one that is going. */
  readonly stop: () => Promise<void>;
}

export interface RoundsOptions {
  /** Does what is due and gives when something is due next (UTC, ISO 8601), or `undefined` when nothing is. */
  readonly round: () => Promise<string | undefined>;
  readonly now: () => Date;
  /** Milliseconds between two rounds at least, unless woken. */
  readonly shortestPause: number;
  /** Milliseconds between two rounds at most, for what others have made due without a word. */
  readonly longestPause: number;
  /** A round that threw. The next is tried after `pauseAfterFailure` milliseconds. */
  readonly failed: (error: unknown) => void;
  readonly pauseAfterFailure: number;
}

/** Milliseconds after a round in which whoever wakes it waits for the next, so that very much at once is one round and not very many. */
const gathering = 20;

/** Begins with a round at once. */
export function startRounds(options: RoundsOptions): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let going: Promise<void> | undefined;
  let isWoken = false;
  let isStopped = false;

  function wake(): void {
    isWoken = true;
    if (going === undefined && !isStopped) going = go();
  }

  async function go(): Promise<void> {
    let pause = 0;
    while (isWoken) {
      isWoken = false;
      clearTimeout(timer);
      pause = await roundAndPause(options);
      if (!isStopped) await setTimeout(gathering);
    }
    going = undefined;
    if (!isStopped) timer = startTimer(wake, pause);
  }

  wake();
  return {
    wake,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      isWoken = false;
      await going;
    }
  };
}

async function roundAndPause({ round, now, shortestPause, longestPause, failed, pauseAfterFailure }: RoundsOptions): Promise<number> {
  try {
    const next = await round();
    if (next === undefined) return longestPause;
    return Math.min(longestPause, Math.max(shortestPause, new Date(next).getTime() - now().getTime()));
  } catch (error) {
    failed(error);
    return pauseAfterFailure;
  }
}
