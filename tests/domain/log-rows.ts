// Entries as rows of a log, for tests of what a check of it finds.
import { chainCheck, type Chains, type LogRow } from '../../src/domain/chain';
import { entryHash, entryKey, written, type HashOf, type LogEntry } from '../../src/domain/log';
import type { Deviation } from '../../src/domain/log-check';

/** The entries in rows numbered from 1, as they are written. */
export function rowsOf(entries: readonly LogEntry[]): LogRow[] {
  return entries.map((entry, index) => ({ ...written(entry), id: index + 1, key: entryKey(entry), isShownRight: true }));
}

/** What a check finds in a log of these rows, in this order. */
export function checkChains(rows: readonly LogRow[], hashOf: HashOf = entryHash): Chains {
  const check = chainCheck(hashOf);
  check.add(rows);
  return check.outcome();
}

/** What is amiss in a log of these entries, in this order. */
export function chainDeviations(entries: readonly LogEntry[]): readonly Deviation[] {
  return checkChains(rowsOf(entries)).deviations;
}
