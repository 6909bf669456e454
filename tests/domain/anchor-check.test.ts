// What a check finds with the help of the anchors, where tests over a site cannot easily lay hands: a digest that is wrong, and which of several places is told.
import { anchorDeviations } from '../../src/domain/anchor-check';
import type { LogRow } from '../../src/domain/chain';
import { entryHash, genesisHash, seal, type LogEntry } from '../../src/domain/log';
import type { Deviation } from '../../src/domain/log-check';
import { anchorLog } from '../../src/workflows/anchor-log';
import { checkChains, rowsOf } from './log-rows';

const at = '2026-11-23T14:40:00Z';

function chainOf(aggregate: string, length: number): LogEntry[] {
  const entries: LogEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const said = { aggregate, sequence, command: `${aggregate} ${sequence}`, event: 'asset-changed' as const, at };
    const rest = { actorId: 'somebody', actorName: '', from: '', to: '', reason: '', state: {} };
    entries.push(seal({ ...said, ...rest, previousHash: entries.at(-1)?.hash ?? genesisHash }));
  }
  return entries;
}

/** The entries, anchored one day after the other as they come. */
async function anchored(...days: readonly (readonly LogEntry[])[]): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  const log = {
    append: (entry: LogEntry) => Promise.resolve(entries.push(entry) > 0 ? ('appended' as const) : ('key-taken' as const)),
    rowsOf: (aggregate: string) => Promise.resolve(rowsOf(entries).filter((row) => row.aggregate === aggregate)),
    headsAfter: (row: number) => Promise.resolve({ rows: rowsOf(entries).slice(row), upTo: entries.length })
  };
  for (const [day, written] of days.entries()) {
    entries.push(...written);
    await anchorLog({ log, now: () => `2026-11-${23 + day}T20:00:00Z` });
  }
  return entries;
}

function found(rows: readonly LogRow[], today: string): readonly Deviation[] {
  return anchorDeviations({ rows, chains: checkChains(rows, entryHash).byAggregate, hashOf: entryHash, today, witnessed: [] });
}

test('a log that is as it was anchored has nothing amiss', async () => {
  const [first, second, third] = chainOf('T-2026-0001', 3);
  const entries = await anchored(
    [first, second].flatMap((entry) => entry ?? []),
    [third].flatMap((entry) => entry ?? [])
  );
  expect(found(rowsOf(entries), '2026-11-25')).toEqual([]);
});

test('an anchor whose digest is not that of all heads is told, however well it is sealed', async () => {
  const entries = await anchored(chainOf('T-2026-0001', 2));
  const resealed = entries.map((entry) => {
    const { closes } = entry.state as { closes?: object };
    return closes === undefined ? entry : seal({ ...entry, state: { ...entry.state, closes: { ...closes, digest: 'a'.repeat(64) } } });
  });
  expect(found(rowsOf(resealed), '2026-11-24')).toEqual([
    { aggregate: 'A-0001', sequence: 1, at: '2026-11-23T20:00:00Z', fault: 'not-as-anchored' }
  ]);
});

test('of an end that is gone the last entry that was anchored is told, and once', async () => {
  const chain = chainOf('T-2026-0001', 3);
  const entries = await anchored(...chain.map((entry) => [entry]));
  const left = entries.filter(({ aggregate, sequence }) => aggregate !== 'T-2026-0001' || sequence === 1);
  expect(found(rowsOf(left), '2026-11-26')).toEqual([{ aggregate: 'T-2026-0001', sequence: 3, at, fault: 'tail-missing' }]);
});

test('of a chain that was sealed anew from one entry on, the first that is another is told', async () => {
  const chain = chainOf('T-2026-0001', 3);
  const entries = await anchored(...chain.map((entry) => [entry]));
  let previousHash = chain[0]?.hash ?? '';
  const resealed = entries.map((entry) => {
    if (entry.aggregate !== 'T-2026-0001' || entry.sequence === 1) return entry;
    const anew = seal({ ...entry, reason: 'annat', previousHash });
    previousHash = anew.hash;
    return anew;
  });
  expect(found(rowsOf(resealed), '2026-11-26')).toEqual([{ aggregate: 'T-2026-0001', sequence: 2, at, fault: 'not-as-anchored' }]);
});
