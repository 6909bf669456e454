// The log in its SharePoint list: one entry for each key and each command, found again however long the list is.
import { chainDeviations } from '../domain/log-rows';
import { canonicalJson } from '../../src/domain/hash';
import { assetRegister, readAsset, readAssets } from '../../src/lists/assets';
import { logRegister, readLog } from '../../src/lists/log';
import { readClassifications } from '../../src/lists/classifications';
import { listOf } from '../../src/lists/rows';
import { logList } from '../../src/schema/log';
import { asset, entry, hash, incident } from './examples';
import { openProxy } from './faulty-proxy';
import { admin, colleague, employee, officer, openSite, type Site } from './site';

let site: Site;
beforeEach(async () => {
  site = await openSite({ listViewThreshold: 20 });
});
afterEach(() => site.stop());

test('an entry reads back to the letter, so that its chain holds', async () => {
  const log = logRegister(site.asService());
  const first = entry();
  const second = entry({ sequence: 2, command: 'command-2', event: 'incident-acknowledged', reason: 'it', previousHash: first.hash });
  expect(await log.append(first)).toBe('appended');
  expect(await log.append(second)).toBe('appended');
  expect(await log.latest('I-2026-0001')).toEqual(second);
  expect(await log.byCommand('command-1')).toEqual(first);
  const entries = (await readLog(site.as(officer), 'I-2026-0001')).flatMap((row) => (row.broken ? [] : [row.state]));
  expect(entries).toEqual([first, second]);
  expect(chainDeviations(entries)).toEqual([]);
});

test('the state stands as the very text that is hashed', async () => {
  await logRegister(site.asService()).append(entry());
  const [row] = await listOf(site.as(officer), logList).items.select('Tillstand')<{ Tillstand: string }[]>();
  expect(row?.Tillstand).toBe(canonicalJson({ ...incident() }));
  expect(row?.Tillstand).not.toBe(JSON.stringify(incident()));
});

test('what is not in the log is nothing', async () => {
  const log = logRegister(site.asService());
  expect(await log.latest('I-2026-0404')).toBeUndefined();
  expect(await log.byCommand('command-404')).toBeUndefined();
  expect(await log.latestNumber('I-2026-')).toBeUndefined();
});

test('of two who write the same sequence one wins, and the other is told', async () => {
  const log = logRegister(site.asService());
  const outcomes = await Promise.all([log.append(entry()), log.append(entry({ command: 'command-2', actorId: colleague.id }))]);
  expect([...outcomes].sort()).toEqual(['appended', 'key-taken']);
  expect(await readLog(site.as(officer))).toHaveLength(1);
});

test('a command that is already in the log is known, under whatever number it comes again', async () => {
  const log = logRegister(site.asService());
  await log.append(entry());
  expect(await log.append(entry({ aggregate: 'I-2026-0002', at: '2026-11-23T14:41:00Z' }))).toBe('command-known');
  expect(await readLog(site.as(officer))).toHaveLength(1);
});

test('an entry whose answer was lost is appended once, and that is what is told', async () => {
  let drops = 1;
  const proxy = await openProxy(site.standin.origin, ({ method, path }) =>
    method === 'POST' && path.endsWith('/items') && drops-- > 0 ? 'drop-after' : undefined
  );
  expect(await logRegister(site.through(proxy.origin)).append(entry())).toBe('appended');
  expect(await readLog(site.as(officer))).toHaveLength(1);
  expect(proxy.seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
  await proxy.stop();
});

test('an entry that never came through is sent again, after looking', async () => {
  let drops = 2;
  const proxy = await openProxy(site.standin.origin, ({ method, path }) =>
    method === 'POST' && path.endsWith('/items') && drops-- > 0 ? 'drop-before' : undefined
  );
  expect(await logRegister(site.through(proxy.origin)).append(entry())).toBe('appended');
  expect(proxy.seen.filter(({ method }) => method === 'POST')).toHaveLength(3);
  expect(await readLog(site.as(officer))).toHaveLength(1);
  await proxy.stop();
});

test('an entry that cannot be got through throws, since nobody knows', async () => {
  const proxy = await openProxy(site.standin.origin, ({ method }) => (method === 'POST' ? 'drop-before' : undefined));
  await expect(logRegister(site.through(proxy.origin)).append(entry())).rejects.toMatchObject({ reason: 'unavailable' });
  await proxy.stop();
});

test('the latest number of a series and year is found, also past a thousand', async () => {
  const log = logRegister(site.asService());
  const numbers = ['I-2026-0998', 'I-2026-0999', 'I-2026-1000', 'T-2026-0007', 'I-2025-0300'];
  for (const [index, aggregate] of numbers.entries()) await log.append(entry({ aggregate, command: `command-${index}` }));
  expect(await log.latestNumber('I-2026-')).toBe('I-2026-1000');
  expect(await log.latestNumber('T-2026-')).toBe('T-2026-0007');
  expect(await log.latestNumber('I-2025-')).toBe('I-2025-0300');
  expect(await log.latestNumber('K-2026-')).toBeUndefined();
});

test('every question is answered in lists longer than SharePoint would search through', async () => {
  const sp = site.asService();
  const [log, assets] = [logRegister(sp), assetRegister(sp)];
  const references = Array.from({ length: 30 }, (_, index) => `T-2026-${String(index + 1).padStart(4, '0')}`);
  for (const reference of references) {
    await log.append(entry({ aggregate: reference, command: `register ${reference}` }));
    await assets.write({ state: asset({ reference }), sequence: 1, hash });
  }
  expect(await log.latest('T-2026-0017')).toMatchObject({ command: 'register T-2026-0017' });
  expect(await readLog(site.as(officer))).toHaveLength(30);
  expect(await readAssets(site.as(officer))).toHaveLength(30);
  expect(await readAsset(site.as(officer), 'T-2026-0030')).toMatchObject({ broken: false });
  expect(await readClassifications(site.as(officer), { waitingFor: employee.id })).toEqual([]);
});

test('an entry that somebody has altered is not built upon', async () => {
  const log = logRegister(site.asService());
  await log.append(entry());
  await listOf(site.as(admin), logList).items.getById(1).update({ Tillstand: '{"reference":' });
  await expect(log.latest('I-2026-0001')).rejects.toMatchObject({ reason: 'unexpected' });
  expect(await readLog(site.as(officer))).toEqual([{ broken: true, id: 1 }]);
});
