// Work that goes on after Teams has its answer: failures are told to the log, and whoever shuts down can wait for it.
import type { BotLog } from './surroundings';

export interface Background {
  /** Resolves with the work, or with `late` when it takes longer than `milliseconds`. The work goes on. */
  readonly firstOf: <V>(work: Promise<V>, milliseconds: number) => Promise<V | 'late'>;
  readonly add: (work: Promise<unknown>) => void;
  /** Resolves when nothing is going on. */
  readonly idle: () => Promise<void>;
}

export function createBackground(log: BotLog): Background {
  const going = new Set<Promise<void>>();
  return {
    firstOf: async (work, milliseconds) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), milliseconds);
      });
      return Promise.race([work, late]).finally(() => clearTimeout(timer));
    },
    add: (work) => {
      const watched = work
        .then(
          () => undefined,
          (failure: unknown) => log.warn({ err: failure }, 'A card could not be brought up to date')
        )
        .finally(() => going.delete(watched));
      going.add(watched);
    },
    idle: async () => {
      while (going.size > 0) await Promise.all(going);
    }
  };
}
