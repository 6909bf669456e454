// The day's check of the log: anchored and kept once for a day, witnessed outside SharePoint, and shown to those with a role.
import '@pnp/sp/items';
import { readLatestLogCheck } from '../../src/lists/log-checks';
import { readAsItStands } from '../../src/lists/log-as-it-stands';
import { listOf } from '../../src/lists/rows';
import { assetList } from '../../src/schema/assets';
import { logCheckList } from '../../src/schema/log-checks';
import { admin, employee, owner, type Site } from '../lists/site';
import { asset, incident } from '../lists/examples';
import { checkAt, openKeptRecord, verified } from './kept-record';

let site: Site;
beforeEach(async () => {
  site = await openKeptRecord();
}, 60_000);
afterEach(() => site.stop());

const third = '2026-11-25T03:00:00Z';

async function keptChecks(): Promise<readonly unknown[]> {
  return listOf(site.as(owner), logCheckList).items.select('Title', 'Nyckel', 'Av', 'Poster', 'Avvikelser')();
}

test('a day has one anchor and one kept check, however many instances and repeats', async () => {
  await Promise.all([checkAt(site, third), checkAt(site, third)]);
  await checkAt(site, '2026-11-25T21:00:00Z');
  expect(await readAsItStands(site.asService(), 'A-0001')).toHaveLength(3);
  expect(await keptChecks()).toHaveLength(3);
  expect((await readLatestLogCheck(site.as(owner)))?.broken).toBe(false);
});

test('what came of it can be read by whoever has a role, and by no one else', async () => {
  await listOf(site.as(admin), assetList).items.getById(1).update({ Title: 'Någon annans namn' });
  await checkAt(site, third);
  expect(await readLatestLogCheck(site.as(owner))).toMatchObject({
    broken: false,
    state: {
      at: third,
      by: 'service',
      entries: 11,
      found: 1,
      deviations: [{ aggregate: 'T-2026-0001', sequence: 4, at: '2026-11-23T14:40:00Z', fault: 'item-differs' }],
      anchor: { aggregate: 'A-0001', sequence: 3 }
    }
  });
  await expect(readLatestLogCheck(site.as(employee))).rejects.toMatchObject({ name: 'SharePointError' });
});

test('the kept check of verify-log says that whoever runs the service made it, and what was left after restoring', async () => {
  await listOf(site.as(admin), assetList).items.getById(1).update({ Title: 'Någon annans namn' });
  await verified(site, { restores: true });
  expect(await readLatestLogCheck(site.as(owner))).toMatchObject({ state: { by: 'operator', found: 0, deviations: [] } });
});

test('the log of the service has the hash of the anchor, and nothing of what anything is about', async () => {
  await listOf(site.as(admin), assetList).items.getById(1).update({ Title: 'Någon annans namn' });
  const logged = await checkAt(site, third);
  const [anchor] = (await readAsItStands(site.asService(), 'A-0001')).slice(-1);
  expect(logged).toContain(`"sequence":3,"hash":"${anchor?.hash}"`);
  expect(logged).toContain('"deviations":1');
  for (const word of [asset().name, 'Någon annans namn', owner.name, owner.id, incident().report.description])
    expect(logged).not.toContain(word);
});

test('a check that somebody deletes or edits takes nothing with it', async () => {
  const { items } = listOf(site.as(admin), logCheckList);
  await items.getById(1).delete();
  await items.getById(2).update({ Avvikelselista: 'annat' });
  expect(await readLatestLogCheck(site.as(owner))).toEqual({ broken: true, id: 2 });
  expect((await verified(site)).places).toEqual([]);
});
