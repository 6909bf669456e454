// What a site owner can do to the record with their own token, and that `npm run verify-log` finds it and says where: number, sequence, time.
import '@pnp/sp/items';
import type { IItem } from '@pnp/sp/items';
import '@pnp/sp/recycle-bin';
import { Asset } from '../../src/domain/asset';
import { seal } from '../../src/domain/log';
import { logCells, logRowIn } from '../../src/lists/log-rows';
import { listOf, type LeanRow } from '../../src/lists/rows';
import { assetList } from '../../src/schema/assets';
import { logList } from '../../src/schema/log';
import type { ListDefinition } from '../../src/schema/list';
import { admin, type Site } from '../lists/site';
import { recordOver } from '../lists/record';
import { changeAsset, checkAt, openKeptRecord, verified, writtenAt } from './kept-record';

let site: Site;
beforeEach(async () => {
  site = await openKeptRecord();
}, 60_000);
afterEach(() => site.stop());

/** The row with this text, as the site owner has it. */
async function rowOf(list: ListDefinition, column: string, value: string): Promise<IItem> {
  const { items } = listOf(site.as(admin), list);
  const [row] = await items.filter(`${column} eq '${value}'`).select('Id')<{ Id: number }[]>();
  if (row === undefined) throw new Error(`No row has ${value}.`);
  return items.getById(row.Id);
}

const entryRow = (key: string): Promise<IItem> => rowOf(logList, 'Nyckel', key);

async function remove(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await (await entryRow(key)).delete();
}

test('an untouched record is what its log says', async () => {
  const { left, places, all } = await verified(site);
  expect([left, ...places]).toEqual([0]);
  expect(all).toContain('10 poster, 0 avvikelser / 10 entries, 0 deviations');
  expect(all).toMatch(/Senaste ankare \/ Latest anchor: A-0001:2 {2}2026-11-24T20:00:00Z {2}[\da-f]{64}/);
});

test('an entry that an earlier version wrote, its state in the order it was made, holds as well', async () => {
  const row = await entryRow('T-2026-0001:2');
  const { Tillstand } = await row<{ readonly Tillstand: string }>();
  const asBefore = JSON.stringify(Asset.parse(JSON.parse(Tillstand)));
  expect(asBefore).not.toBe(Tillstand);
  await row.update({ Tillstand: asBefore });
  expect((await verified(site)).places).toEqual([]);
});

test('an entry that is put back from the recycle bin is as it was', async () => {
  const recycled = await (await entryRow('T-2026-0001:2')).recycle();
  expect((await verified(site)).places).toHaveLength(1);
  await site.as(admin).web.recycleBin.getById(recycled).restore();
  expect((await verified(site)).places).toEqual([]);
});

test('a finding is one line, whatever somebody has written as a number', async () => {
  const row = await rowOf(assetList, 'Referens', 'T-2026-0001');
  await row.update({ Referens: 'T-1\u001b[2J\nallt är väl' });
  const { places } = await verified(site);
  expect(places).toContainEqual(expect.stringMatching(/^T-1 \[2J allt är väl {2}/));
  expect(places.join('')).not.toMatch(/\p{Control}/u);
});

const otherValues: Readonly<Record<string, unknown>> = {
  Sekvens: 7,
  Handelse: 'Rapport stoppad',
  Tid: '2026-11-22T10:00:00Z',
  Tillstand: '{"reference":"T-2026-0001"}'
};

test.each(['Title', ...logList.columns.map(({ name }) => name)])('an entry whose %s somebody has altered is named', async (column) => {
  await (await entryRow('T-2026-0001:2')).update({ [column]: otherValues[column] ?? 'annat' });
  const { left, places } = await verified(site);
  const at = column === 'Tid' ? '2026-11-22T10:00:00Z' : writtenAt;
  expect(places).toEqual([`T-2026-0001:2  ${at}  posten i loggen är ändrad / the log entry has been altered`]);
  expect(left).toBe(1);
});

test.each(['Referens', 'Sekvens', 'Handelse', 'Tid', 'Tillstand', 'Avtryck', 'Nyckel'])(
  'an entry whose %s somebody has emptied is named',
  async (column) => {
    await (await entryRow('T-2026-0001:2')).update({ [column]: null });
    const { places } = await verified(site);
    const at = column === 'Tid' ? '' : `  ${writtenAt}`;
    expect(places).toEqual([`T-2026-0001:2${at}  posten i loggen är ändrad / the log entry has been altered`]);
  }
);

test('an entry removed from the middle is named by the one after it', async () => {
  await remove('T-2026-0001:2');
  expect((await verified(site)).places).toEqual([
    `T-2026-0001:3  ${writtenAt}  en post före denna saknas i loggen / an entry before this one is missing from the log`
  ]);
});

const tailGone = 'posten är borttagen ur slutet av loggen / the entry has been taken from the end of the log';

test('an end that somebody has taken away is named', async () => {
  await remove('T-2026-0001:4');
  expect((await verified(site)).places).toEqual([`T-2026-0001:4  ${writtenAt}  ${tailGone}`]);
});

test('an end that is gone is named also when the item was put back to what it was before, which only the anchor can tell', async () => {
  const before = await (await entryRow('T-2026-0001:3'))<{ readonly Avtryck: string }>();
  await (await rowOf(assetList, 'Referens', 'T-2026-0001')).update({ Title: 'Det tredje', Sekvens: 3, Avtryck: before.Avtryck });
  await remove('T-2026-0001:4');
  expect((await verified(site)).places).toEqual([`T-2026-0001:4  ${writtenAt}  ${tailGone}`]);
});

test('an end that was taken away and grew again is another than was anchored', async () => {
  const before = await (await entryRow('T-2026-0001:3'))<{ readonly Avtryck: string }>();
  await remove('T-2026-0001:4');
  await (await rowOf(assetList, 'Referens', 'T-2026-0001')).update({ Title: 'Det tredje', Sekvens: 3, Avtryck: before.Avtryck });
  await changeAsset(recordOver(site.asService()), 'Ett annat fjärde');
  await checkAt(site, '2026-11-25T05:00:00Z');
  expect((await verified(site)).places).toEqual([
    `T-2026-0001:4  ${writtenAt}  posten är en annan än den som är förankrad / the entry is another than the one that was anchored`
  ]);
});

test('an end that no anchor knows yet is named by the item', async () => {
  await changeAsset(recordOver(site.asService()), 'Det femte');
  await remove('T-2026-0001:5');
  expect((await verified(site)).places).toEqual([`T-2026-0001:5  ${tailGone}`]);
});

test('two entries that have changed places are named', async () => {
  const [second, third] = await Promise.all([entryRow('T-2026-0001:2'), entryRow('T-2026-0001:3')]);
  const columns = ['Title', ...logList.columns.map(({ name }) => name)];
  const cellsOf = async (row: IItem): Promise<Record<string, unknown>> => row.select(...columns)();
  const [ofSecond, ofThird] = await Promise.all([cellsOf(second), cellsOf(third)]);
  const own = (cells: Record<string, unknown>) => Object.fromEntries(columns.map((column) => [column, cells[column]]));
  await second.update({ Nyckel: 'x', Kommando: 'x' });
  await third.update(own(ofSecond));
  await second.update(own(ofThird));
  expect((await verified(site)).places).toEqual([
    `T-2026-0001:3  ${writtenAt}  posten står före en tidigare post / the entry stands before an earlier one`
  ]);
});

test('an entry that somebody has put in is named', async () => {
  const columns = logList.columns.map(({ name }) => name);
  const standing = await (await entryRow('T-2026-0001:2')).select('Title', ...columns)<Record<string, unknown>>();
  const own = Object.fromEntries(['Title', ...columns].map((column) => [column, standing[column]]));
  await listOf(site.as(admin), logList).items.add({ ...own, Nyckel: 'T-2026-0001:2 ', Kommando: 'another' });
  expect((await verified(site)).places).toEqual([
    `T-2026-0001:2  ${writtenAt}  posten är inskjuten: en annan har samma nummer / the entry has been put in: another has the same number`
  ]);
});

test('an entry that somebody has sealed as the service does, and put last, is named, and nothing is built upon it', async () => {
  const standing = logRowIn(await (await entryRow('T-2026-0001:4'))<LeanRow>());
  const state = { ...(JSON.parse(standing.state) as Record<string, unknown>), name: 'Påhittat' };
  const forged = seal({ ...standing, event: 'asset-changed', sequence: 5, command: 'forged', state, previousHash: standing.hash });
  await listOf(site.as(admin), logList).items.add(logCells(forged));
  const { places } = await verified(site, { restores: true });
  expect(places).toHaveLength(2);
  expect(places[0]).toBe(
    `T-2026-0001:5  ${writtenAt}  posten är skriven av en person, inte av Värnas tjänst / the entry was written by a person, not by Värna’s service  → lämnad som den är / left as it is`
  );
  expect(places[1]).toMatch(/^T-2026-0001:5 .*raden i listan är äldre än loggen.*lämnad som den är/);
});

test('a row that somebody has put in the log without saying what it is, is named by its own number', async () => {
  await listOf(site.as(admin), logList).items.add({ Title: 'Hej' });
  expect((await verified(site)).places).toEqual([
    expect.stringMatching(/^Handelselogg #\d+ {2}raden går inte att läsa \/ the row cannot be read$/)
  ]);
});

test('a number that is gone altogether is named by its item, and by the anchor', async () => {
  await remove('K-2026-0001:1');
  expect((await verified(site)).places).toEqual([
    `K-2026-0001:1  ${writtenAt}  allt om numret är borttaget ur loggen / everything about the number has been taken out of the log`,
    'K-2026-0001  raden i listan finns inte i loggen / the list item is not in the log'
  ]);
});

const dayGone = 'dygnet har inget ankare / the day has no anchor';

test('an anchor that is gone is named with its day', async () => {
  await remove('A-0001:2');
  const { places } = await verified(site);
  expect(places).toEqual([`A-0001:2  2026-11-24T20:00:00Z  ${tailGone}`, `A-0001:2  2026-11-24  ${dayGone}`]);
});

test('the first anchor, when it is gone, is missing before the second', async () => {
  await remove('A-0001:1');
  expect((await verified(site)).places).toEqual([
    'A-0001:2  2026-11-24T20:00:00Z  en post före denna saknas i loggen / an entry before this one is missing from the log'
  ]);
});

test('all anchors together are gone for whoever has seen them', async () => {
  await remove('A-0001:1', 'A-0001:2');
  const { places, all } = await verified(site);
  expect(places).toEqual([
    'A-0001:2  2026-11-24T20:00:00Z  allt om numret är borttaget ur loggen / everything about the number has been taken out of the log'
  ]);
  expect(all).toContain('Loggen är inte förankrad än / The log is not anchored yet');
});

test('an altered anchor is named, and says nothing that counts', async () => {
  await (await entryRow('A-0001:2')).update({ Tillstand: '{"day":"2026-11-24","heads":[]}' });
  const { places } = await verified(site);
  expect(places).toContain('A-0001:2  2026-11-24T20:00:00Z  posten i loggen är ändrad / the log entry has been altered');
  expect(places).toContain(`A-0001:2  2026-11-24  ${dayGone}`);
});

test('days of which no anchor stands are named, each of them, but not today', async () => {
  expect((await verified(site, { at: '2026-11-27T22:59:59Z' })).places).toEqual([
    `A-0001:3  2026-11-25  ${dayGone}`,
    `A-0001:3  2026-11-26  ${dayGone}`
  ]);
  await checkAt(site, '2026-11-27T12:00:00Z');
  expect((await verified(site, { at: '2026-11-27T22:59:59Z' })).places).toHaveLength(2);
});
