// The day's anchor: one for each Swedish day, whoever asks and however often, with what has changed since the one before, and nothing that does not follow.
import { anchorAggregate } from '../../src/domain/anchor';
import { genesisHash, seal, type LogEntry } from '../../src/domain/log';
import { anchorLog, type AnchoredLog } from '../../src/workflows/anchor-log';
import type { Log } from '../../src/workflows/context';
import { chainDeviations, rowsOf } from '../domain/log-rows';
import { memoryContext } from './memory-context';

interface Place {
  readonly entries: LogEntry[];
  readonly log: AnchoredLog;
  /** Rows that `headsAfter` has been asked for after. */
  readonly asked: number[];
}

function place(append?: Log['append']): Place {
  const { entries, log } = memoryContext();
  const asked: number[] = [];
  return {
    entries,
    asked,
    log: {
      append: append ?? log.append,
      rowsOf: (aggregate) => Promise.resolve(rowsOf(entries).filter((row) => row.aggregate === aggregate)),
      headsAfter: (row) => {
        asked.push(row);
        return Promise.resolve({ rows: rowsOf(entries).slice(row), upTo: entries.length });
      }
    }
  };
}

let commands = 0;

/** One more entry of the aggregate, sealed to its last. */
function write({ entries }: Place, aggregate: string, changes: Partial<LogEntry> = {}): LogEntry {
  const before = entries.filter((entry) => entry.aggregate === aggregate).at(-1);
  const entry = seal({
    aggregate,
    sequence: (before?.sequence ?? 0) + 1,
    command: `command ${(commands += 1)}`,
    event: 'asset-changed',
    at: '2026-11-23T14:40:00Z',
    actorId: 'somebody',
    actorName: 'Fia Ojala',
    from: '',
    to: '',
    reason: '',
    state: {},
    previousHash: before?.hash ?? genesisHash,
    ...changes
  });
  entries.push(entry);
  return entry;
}

const anchorsIn = ({ entries }: Place): readonly LogEntry[] => entries.filter(({ aggregate }) => aggregate === anchorAggregate);
const headsIn = (where: Place): readonly unknown[] => anchorsIn(where).map(({ state }) => state['heads']);
const at = (where: Place, now: string) => anchorLog({ log: where.log, now: () => now });
const line = ({ aggregate, sequence, at: time, hash }: LogEntry): string => `${aggregate}:${sequence} ${time} ${hash}`;

test('an anchor has the heads that have changed since the one before, and how many there are in all', async () => {
  const where = place();
  write(where, 'T-2026-0001');
  const asset = write(where, 'T-2026-0001');
  const incident = write(where, 'I-2026-0001');
  await at(where, '2026-11-23T20:00:00Z');
  const later = write(where, 'I-2026-0001');
  await at(where, '2026-11-24T20:00:00Z');
  expect(headsIn(where)).toEqual([[line(incident), line(asset)], [line(later)]]);
  expect(anchorsIn(where).map(({ state }) => state['closes'])).toMatchObject([
    { upTo: 3, aggregates: 2 },
    { upTo: 5, aggregates: 2 }
  ]);
  expect(chainDeviations(where.entries)).toEqual([]);
});

test('a day on which nothing happened is anchored too', async () => {
  const where = place();
  await at(where, '2026-11-23T20:00:00Z');
  await at(where, '2026-11-24T20:00:00Z');
  expect(headsIn(where)).toEqual([[], []]);
});

test('a day has one anchor however often it is asked for, and a day is Swedish', async () => {
  const where = place();
  expect(await at(where, '2026-11-23T23:00:00Z')).toMatchObject({ isNew: true, sequence: 1 });
  write(where, 'T-2026-0001');
  expect(await at(where, '2026-11-24T22:59:59Z')).toMatchObject({ isNew: false, sequence: 1 });
  expect(await at(where, '2026-11-24T23:00:00Z')).toMatchObject({ isNew: true, sequence: 2 });
});

test('two at once make one anchor', async () => {
  const where = place();
  write(where, 'T-2026-0001');
  const both = await Promise.all([at(where, '2026-11-23T20:00:00Z'), at(where, '2026-11-23T20:00:01Z')]);
  expect(anchorsIn(where)).toHaveLength(1);
  expect(new Set(both.map(({ hash }) => hash)).size).toBe(1);
  expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
});

test('an anchor that was cut off is completed, and has every head once', async () => {
  const where = place();
  for (let n = 1; n <= 900; n += 1) write(where, `T-2026-${String(n).padStart(4, '0')}`);
  let appends = 2;
  const cutOff: AnchoredLog = {
    ...where.log,
    append: (entry) => (appends-- > 0 ? where.log.append(entry) : Promise.reject(new Error('the process was stopped')))
  };
  await expect(anchorLog({ log: cutOff, now: () => '2026-11-23T20:00:00Z' })).rejects.toThrow('stopped');
  await at(where, '2026-11-23T20:05:00Z');
  expect(headsIn(where).map((heads) => (heads as string[]).length)).toEqual([400, 400, 100]);
  expect(new Set(headsIn(where).flat()).size).toBe(900);
  expect(chainDeviations(where.entries)).toEqual([]);
});

test('an entry that was on its way when the last anchor was made is in the next', async () => {
  const where = place();
  const [seen, late] = [write(where, 'T-2026-0001'), write(where, 'T-2026-0002')];
  where.entries.splice(1, 1);
  await at(where, '2026-11-23T20:00:00Z');
  where.entries.splice(1, 0, late);
  await at(where, '2026-11-24T20:00:00Z');
  expect(headsIn(where)).toEqual([[line(seen)], [line(late)]]);
});

test('only what has come lately is read', async () => {
  const where = place();
  for (let n = 1; n <= 2000; n += 1) write(where, `T-2026-${String(n).padStart(4, '0')}`);
  await at(where, '2026-11-23T20:00:00Z');
  await at(where, '2026-11-24T20:00:00Z');
  expect(where.asked).toEqual([0, 1500]);
});

test.each([
  ['skips a number', { sequence: 9 }],
  ['is sealed to something else', { previousHash: 'a'.repeat(64) }]
])('an entry that %s is not anchored', async (_what, changes) => {
  const where = place();
  const last = write(where, 'T-2026-0001');
  write(where, 'T-2026-0001', changes);
  await at(where, '2026-11-23T20:00:00Z');
  expect(headsIn(where)).toEqual([[line(last)]]);
});

test('what an anchor knew that somebody has altered or removed is anchored anew', async () => {
  const where = place();
  const asset = write(where, 'T-2026-0001');
  await at(where, '2026-11-23T20:00:00Z');
  const incident = write(where, 'I-2026-0001');
  await at(where, '2026-11-24T20:00:00Z');
  const index = where.entries.findIndex(({ aggregate }) => aggregate === anchorAggregate);
  const [anchor] = anchorsIn(where);
  if (anchor === undefined) throw new Error('There is no anchor.');
  const heads = [`T-2026-0001:9 2026-11-23T14:40:00Z ${'a'.repeat(64)}`];
  where.entries[index] = { ...anchor, state: { ...anchor.state, heads } };
  await at(where, '2026-11-25T20:00:00Z');
  expect(headsIn(where)).toEqual([heads, [line(incident)], [line(asset)]]);
  where.entries.splice(index, 1);
  await at(where, '2026-11-26T20:00:00Z');
  expect(headsIn(where).at(-1)).toEqual([]);
});

test('a place that is taken by what no longer looks like an anchor is passed by', async () => {
  const where = place();
  await at(where, '2026-11-23T20:00:00Z');
  const hidden: AnchoredLog = {
    ...where.log,
    rowsOf: async () => (await where.log.rowsOf(anchorAggregate)).filter(({ sequence }) => sequence !== 1)
  };
  expect(await anchorLog({ log: hidden, now: () => '2026-11-24T20:00:00Z' })).toMatchObject({ isNew: true, sequence: 2 });
});

test('when every place is taken it says so', async () => {
  const taken = place(() => Promise.resolve('key-taken'));
  await expect(at(taken, '2026-11-23T20:00:00Z')).rejects.toThrow('could not be anchored for 2026-11-23');
});
