// Writes that wait for the disk wait together: those asked for in one turn of the event loop, or within a few milliseconds of the commit before, are one commit, and what was erased leaves the write-ahead log soon after.
import type Database from 'better-sqlite3';

export interface DurableWrites {
  /** Resolves when what `work` wrote is on disk. Work that throws is undone by itself and fails nobody else's. */
  readonly write: <R>(work: () => R) => Promise<R>;
  /** As `write`, for work that erases content: that is out of the write-ahead log within a second as well. */
  readonly erase: <R>(work: () => R) => Promise<R>;
  /** Writes what waits, and takes out of the log what was erased. */
  readonly close: () => void;
}

interface Waiting {
  /** Does the work; gives what its promise is settled with once the commit stands. */
  readonly run: () => () => void;
  readonly failed: (error: unknown) => void;
}

/** Milliseconds between two commits while there is much to write, so that what waits is gathered into few. Nobody waits for it when there is little. */
const gathering = 8;

/** Emptying the log waits for the disk several times, so it is done for many together. */
const eraseWithinMilliseconds = 1_000;

export function durableWrites(database: Database.Database): DurableWrites {
  const erasure = eraser(database);
  let waiting: Waiting[] = [];
  let committed = -Infinity;
  const commit = database.transaction((works: readonly Waiting[]) => works.map(({ run }) => run()));

  function flush(): void {
    const works = waiting;
    waiting = [];
    if (works.length === 0) return;
    try {
      const settled = commit.immediate(works);
      committed = performance.now();
      erasure.committed();
      for (const settle of settled) settle();
    } catch (error) {
      for (const { failed } of works) failed(error);
    }
  }

  function write<R>(work: () => R): Promise<R> {
    // Inside the commit this is a savepoint: what throws takes back its own writes only.
    const alone = database.transaction(work);
    return new Promise((resolve, reject) => {
      if (waiting.length === 0) soon(flush, committed + gathering - performance.now());
      waiting.push({ run: () => outcomeOf(alone, { resolve, reject }), failed: reject });
    });
  }

  return {
    write,
    erase: (work) =>
      write(() => {
        erasure.wanted();
        return work();
      }),
    close: () => {
      flush();
      erasure.close();
    }
  };
}

function soon(flush: () => void, milliseconds: number): void {
  if (milliseconds > 0) setTimeout(flush, milliseconds);
  else setImmediate(flush);
}

function outcomeOf<R>(work: () => R, { resolve, reject }: { resolve: (value: R) => void; reject: (error: unknown) => void }): () => void {
  try {
    const value = work();
    return () => resolve(value);
  } catch (error) {
    return () => reject(error);
  }
}

/** The first erasure leaves the log at once, those that follow within `eraseWithinMilliseconds`, together. */
function eraser(database: Database.Database) {
  let isWanted = false;
  let timer: NodeJS.Timeout | undefined;

  function empty(): void {
    isWanted = false;
    database.pragma('wal_checkpoint(TRUNCATE)');
  }

  return {
    wanted: (): void => {
      isWanted = true;
    },
    committed: (): void => {
      if (!isWanted || timer !== undefined) return;
      empty();
      timer = setTimeout(() => {
        timer = undefined;
        if (isWanted) empty();
      }, eraseWithinMilliseconds);
      timer.unref();
    },
    close: (): void => {
      clearTimeout(timer);
      if (isWanted) empty();
    }
  };
}
