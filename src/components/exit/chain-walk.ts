// The log gone through once while it is taken out: how many entries and chains it has, and which of them do not hold. Remembers the end of each chain and nothing of what the entries say.
import { textHash } from '../../domain/hash';
import { entryKey, genesisHash, type SealedEntry } from '../../domain/log';
import type { TakenLog } from '../../documents/exit-readme';

export interface ChainWalk {
  /** Gives the entry back. */
  readonly add: (entry: SealedEntry) => SealedEntry;
  readonly outcome: () => TakenLog;
  /** The number of everything that the log tells of. */
  readonly aggregates: () => readonly string[];
}

/** Entries come in the order they were appended. */
export function chainWalk(): ChainWalk {
  const ends = new Map<string, Pick<SealedEntry, 'sequence' | 'hash'>>();
  const faulty: string[] = [];
  let entries = 0;
  return {
    add: (entry) => {
      const { aggregate, sequence, hash } = entry;
      entries += 1;
      if (!follows(entry, ends.get(aggregate)) || textHash(entry.text) !== hash) faulty.push(entryKey(entry));
      ends.set(aggregate, { sequence, hash });
      return entry;
    },
    outcome: () => ({ entries, chains: ends.size, faulty }),
    aggregates: () => [...ends.keys()]
  };
}

function follows({ sequence, previousHash }: SealedEntry, before: Pick<SealedEntry, 'sequence' | 'hash'> | undefined): boolean {
  return sequence === (before?.sequence ?? 0) + 1 && previousHash === (before?.hash ?? genesisHash);
}
