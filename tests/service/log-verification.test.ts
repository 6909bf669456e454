// What the check of the log finds in a record that somebody has tampered with, what it lets be, and what it costs.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import { genesisHash, seal, type LogEntry } from '../../src/domain/log';
import { assetRegister } from '../../src/lists/assets';
import { logRegister } from '../../src/lists/log';
import { listOf } from '../../src/lists/rows';
import { assetList } from '../../src/schema/assets';
import { logList } from '../../src/schema/log';
import type { Deviation } from '../../src/domain/log-check';
import { verifyLog } from '../../src/service/log-verification';
import { asset, entry } from '../lists/examples';
import { admin, openSite, type Site } from '../lists/site';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.stop());

/** An asset whose log has two entries and whose item shows the second. */
async function written(reference: string, sp = site.asService()): Promise<void> {
  const first = entryOf(reference, 1, genesisHash);
  const second = entryOf(reference, 2, first.hash);
  const log = logRegister(sp);
  await log.append(first);
  await log.append(second);
  await assetRegister(sp).write({ state: asset({ reference }), sequence: 2, hash: second.hash });
}

function entryOf(reference: string, sequence: number, previousHash: string): LogEntry {
  const { hash: _hash, ...said } = entry({ aggregate: reference, sequence, command: `${reference} ${sequence}`, previousHash });
  return seal({ ...said, state: asset({ reference }) });
}

const rows = (list: typeof logList, sp = site.as(admin)): ReturnType<typeof listOf>['items'] => listOf(sp, list).items;
const found = async (sp: SPFI = site.asService()): Promise<readonly Pick<Deviation, 'aggregate' | 'sequence' | 'fault'>[]> =>
  (await verifyLog(sp, { now: () => new Date(), witnessed: [] })).findings.map(({ aggregate, sequence, fault }) => ({
    aggregate,
    sequence,
    fault
  }));

test('a record that is what its log says has no deviations', async () => {
  await written('T-2026-0001');
  expect(await verifyLog(site.asService(), { now: () => new Date(), witnessed: [] })).toMatchObject({ entries: 2, findings: [] });
});

const reference = 'T-2026-0001';

test.each<[string, () => Promise<unknown>, readonly Partial<Deviation>[]]>([
  [
    'an entry was altered',
    () => rows(logList).getById(1).update({ Skal: 'ett annat' }),
    [{ aggregate: reference, sequence: 1, fault: 'altered' }]
  ],
  [
    'the latest entry was altered into something that is no state',
    () => rows(logList).getById(2).update({ Tillstand: '{}' }),
    [{ aggregate: reference, sequence: 2, fault: 'altered' }]
  ],
  [
    'an entry was spoilt',
    () => rows(logList).getById(1).update({ Tillstand: 'oj' }),
    [{ aggregate: reference, sequence: 1, fault: 'altered' }]
  ],
  ['the first entry was taken away', () => rows(logList).getById(1).delete(), [{ aggregate: reference, sequence: 2, fault: 'missing' }]],
  [
    'the latest entry was taken away',
    () => rows(logList).getById(2).delete(),
    [{ aggregate: reference, sequence: 2, fault: 'tail-missing' }]
  ],
  [
    'all entries were taken away',
    async () => {
      await rows(logList).getById(1).delete();
      await rows(logList).getById(2).delete();
    },
    [{ aggregate: reference, sequence: 0, fault: 'not-in-log' }]
  ],
  [
    'the item was changed',
    () => rows(assetList).getById(1).update({ Title: 'Något annat' }),
    [{ aggregate: reference, sequence: 2, fault: 'item-differs' }]
  ],
  [
    'the item shows an earlier entry',
    () => rows(assetList).getById(1).update({ Sekvens: 1 }),
    [{ aggregate: reference, sequence: 2, fault: 'item-behind' }]
  ],
  ['the item was taken away', () => rows(assetList).getById(1).delete(), [{ aggregate: reference, sequence: 2, fault: 'item-missing' }]],
  [
    'the item was spoilt',
    () => rows(assetList).getById(1).update({ Status: 'Kanske' }),
    [{ aggregate: reference, sequence: 2, fault: 'item-differs' }]
  ],
  [
    'the item lost its number',
    () => rows(assetList).getById(1).update({ Referens: null }),
    [
      { aggregate: 'Informationstillgangar #1', sequence: 0, fault: 'not-in-log' },
      { aggregate: reference, sequence: 2, fault: 'item-missing' }
    ]
  ],
  [
    'an item was made that cannot be read, past the log',
    () => rows(assetList).add({ Title: 'Egen', Referens: 'T-2026-0009', Status: 'Kanske' }),
    [{ aggregate: 'T-2026-0009', sequence: 0, fault: 'not-in-log' }]
  ]
])('%s: it is named', async (_what, tamper, deviations) => {
  await written(reference);
  await tamper();
  expect(await found()).toEqual(deviations);
});

test('what is written while the record is being read is no deviation', async () => {
  await written('T-2026-0001');
  let isWritten = false;
  const meanwhile: typeof fetch = async (url, init) => {
    const answer = await fetch(url, init);
    // The first answer is the lists': all that follows is newer.
    if (!isWritten) {
      isWritten = true;
      await written('T-2026-0002');
    }
    return answer;
  };
  expect(await found(site.asService({ fetch: meanwhile }))).toEqual([]);
});

test('a long record is read in few requests, and what is wrong in it is looked at together', async () => {
  const references = Array.from({ length: 40 }, (_, index) => `T-2026-${String(index + 1).padStart(4, '0')}`);
  const writing = site.asService();
  await Promise.all(references.map((one) => written(one, writing)));
  let requests = 0;
  const counting: typeof fetch = (url, init) => {
    requests += 1;
    return fetch(url, init);
  };
  expect(await found(site.asService({ fetch: counting }))).toEqual([]);
  expect(requests).toBeLessThanOrEqual(3);
  await Promise.all(
    references.map((_, index) =>
      rows(assetList, writing)
        .getById(index + 1)
        .update({ Title: 'Ändrad' })
    )
  );
  requests = 0;
  expect(await found(site.asService({ fetch: counting }))).toHaveLength(40);
  expect(requests).toBeLessThanOrEqual(8);
});
