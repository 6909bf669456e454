// Items that were edited, deleted or added by hand: found whatever column it was, brought back from the log with their readers, and nothing built on a log that does not hold.
import '@pnp/sp/items';
import type { IItem } from '@pnp/sp/items';
import '@pnp/sp/security/item';
import { readIncidents } from '../../src/lists/incidents';
import { listOf } from '../../src/lists/rows';
import { assetList } from '../../src/schema/assets';
import { classificationList } from '../../src/schema/classifications';
import { incidentList } from '../../src/schema/incidents';
import type { Column, ListDefinition } from '../../src/schema/list';
import { logList } from '../../src/schema/log';
import { verifyLog } from '../../src/service/log-verification';
import { commitNew, newNumber } from '../../src/workflows/commit';
import { asset } from '../lists/examples';
import { recordOver } from '../lists/record';
import { admin, colleague, employee, manager, officer, owner, technician, type Site } from '../lists/site';
import { changeAsset, openKeptRecord, verified, writtenAt } from './kept-record';

let site: Site;
beforeEach(async () => {
  site = await openKeptRecord();
}, 60_000);
afterEach(() => site.stop());

async function itemOf(list: ListDefinition, reference: string): Promise<IItem> {
  const { items } = listOf(site.as(admin), list);
  const [row] = await items.filter(`Referens eq '${reference}'`).select('Id')<{ Id: number }[]>();
  if (row === undefined) throw new Error(`${reference} is not in the list.`);
  return items.getById(row.Id);
}

const restored = '→ återställd ur loggen / restored from the log';
const left = '→ lämnad som den är / left as it is';
const differs = 'raden i listan säger något annat än loggen / the list item says something else than the log';

async function expectClean(): Promise<void> {
  const { left: count, places } = await verified(site);
  expect([count, ...places]).toEqual([0]);
}

/** Something else than what stands in the column. */
async function anotherValue(column: Column, item: IItem): Promise<Record<string, unknown>> {
  const standing = await item<Readonly<Record<string, unknown>>>();
  switch (column.kind) {
    case 'text':
    case 'note':
      return { [column.name]: 'annat' };
    case 'number':
      return { [column.name]: 7 };
    case 'boolean':
      return { [column.name]: standing[column.name] !== true };
    case 'date-time':
      return { [column.name]: '2020-01-01T00:00:00Z' };
    case 'choice':
      return { [column.name]: column.words.find((word) => word !== standing[column.name]) };
    case 'multi-choice':
      return { [column.name]: column.words.slice(-1) };
    case 'user':
      return { [`${column.name}Id`]: (await site.asService().web.ensureUser(`i:0#.f|membership|${colleague.upn}`)).Id };
  }
}

const isNumber = ({ name }: Column): boolean => name === 'Referens' || name === 'Sekvens';

const edits = [
  [assetList, 'T-2026-0001', 4],
  [classificationList, 'K-2026-0001', 1],
  [incidentList, 'I-2026-0001', 2]
] as const;

test.each(edits.map(([list, ...where]) => [list.title, list, ...where] as const))(
  'any column of a row of %s that somebody edits is found, seen or hidden, and brought back',
  async (_title, list, reference, sequence) => {
    const columns: readonly Column[] = [{ kind: 'text', name: 'Title', title: list.titleColumn }, ...list.columns];
    for (const column of columns.filter((column) => !isNumber(column))) {
      const item = await itemOf(list, reference);
      await item.update(await anotherValue(column, item));
      const { places, left: count } = await verified(site, { restores: true });
      expect([column.name, ...places]).toEqual([column.name, `${reference}:${sequence}  ${writtenAt}  ${differs}  ${restored}`]);
      expect(count).toBe(0);
    }
    await expectClean();
  },
  240_000
);

test('a person who is taken out of a column that people see is put back', async () => {
  await (await itemOf(assetList, 'T-2026-0001')).update({ ObjektagareId: null });
  expect((await verified(site, { restores: true })).places).toEqual([`T-2026-0001:4  ${writtenAt}  ${differs}  ${restored}`]);
  await expectClean();
});

test('somebody who has changed names since is still who they were', async () => {
  const context = recordOver(site.asService());
  const { reference } = await commitNew(context, context.assets, await newNumber(context, 'T'), (number) => ({
    event: 'asset-registered',
    command: 'register another',
    actor: { person: owner, roles: [] },
    from: '',
    to: 'submitted',
    state: asset({ reference: number, custodian: { ...technician, upn: 'ivar.tidigare@haparanda.example' } })
  }));
  const renamed = await site.asService().web.ensureUser(`i:0#.f|membership|${technician.upn}`);
  await (await itemOf(assetList, reference)).update({ SystemforvaltareId: renamed.Id });
  await expectClean();
});

test('items that were deleted come back, incidents to those who may read them and nobody else', async () => {
  for (const [list, reference] of [...edits, [incidentList, 'I-2026-0002']] as const) await (await itemOf(list, reference)).delete();
  const { places, left: count } = await verified(site, { restores: true });
  const gone = 'raden är borttagen ur listan / the item has been taken out of the list';
  expect([...places].sort()).toEqual([
    `I-2026-0001:2  ${writtenAt}  ${gone}  ${restored}`,
    `I-2026-0002:1  ${writtenAt}  ${gone}  ${restored}`,
    `K-2026-0001:1  ${writtenAt}  ${gone}  ${restored}`,
    `T-2026-0001:4  ${writtenAt}  ${gone}  ${restored}`
  ]);
  expect(count).toBe(0);
  for (const person of [employee, manager, technician, officer]) expect(await readIncidents(site.as(person))).toHaveLength(2);
  await expect(readIncidents(site.as(colleague))).rejects.toMatchObject({ reason: 'not-found' });
  expect((await verified(site, { restores: true })).places).toEqual([]);
});

test('an item that shows an earlier entry is brought up to date', async () => {
  const before = await listOf(site.as(admin), logList).items.filter("Nyckel eq 'T-2026-0001:3'").select('Avtryck')<{ Avtryck: string }[]>();
  await (await itemOf(assetList, 'T-2026-0001')).update({ Title: 'Det tredje', Sekvens: 3, Avtryck: before[0]?.Avtryck });
  expect((await verified(site, { restores: true })).places).toEqual([
    `T-2026-0001:4  ${writtenAt}  raden i listan är äldre än loggen / the list item is older than the log  ${restored}`
  ]);
  await expectClean();
});

test('readers who were taken off an incident are let in again', async () => {
  const item = await itemOf(incidentList, 'I-2026-0001');
  const reporter = await site.asService().web.ensureUser(`i:0#.f|membership|${employee.upn}`);
  await item.roleAssignments.getById(reporter.Id).delete();
  expect(await readIncidents(site.as(employee))).toHaveLength(1);
  expect((await verified(site, { restores: true })).places).toEqual([
    `I-2026-0001:2  ${writtenAt}  alla som ska läsa raden kan inte läsa den / not all who are to read the item can  ${restored}`
  ]);
  expect(await readIncidents(site.as(employee))).toHaveLength(2);
  await expectClean();
});

test('rows that nobody’s log knows are named and left', async () => {
  const { items } = listOf(site.as(admin), assetList);
  await items.add({ Title: 'Egen rad', Referens: 'T-2026-0099' });
  await items.add({ Title: 'Utan nummer' });
  const { places, left: count } = await verified(site, { restores: true });
  const stranger = `raden i listan finns inte i loggen / the list item is not in the log  ${left}`;
  expect(places).toEqual([`T-2026-0099  ${stranger}`, expect.stringMatching(/^Informationstillgangar #\d+ {2}raden i listan finns inte/)]);
  expect(count).toBe(2);
  expect(await items()).toHaveLength(3);
});

test('nothing is built on a chain that does not hold', async () => {
  const { items } = listOf(site.as(admin), logList);
  const [second] = await items.filter("Nyckel eq 'T-2026-0001:2'").select('Id')<{ Id: number }[]>();
  await items.getById(second?.Id ?? 0).delete();
  await (await itemOf(assetList, 'T-2026-0001')).update({ Title: 'annat' });
  const { places, left: count } = await verified(site, { restores: true });
  expect(places).toEqual([
    `T-2026-0001:3  ${writtenAt}  en post före denna saknas i loggen / an entry before this one is missing from the log  ${left}`,
    `T-2026-0001:4  ${writtenAt}  ${differs}  ${left}`
  ]);
  expect(count).toBe(2);
  expect(await (await itemOf(assetList, 'T-2026-0001'))<{ Title: string }>()).toMatchObject({ Title: 'annat' });
});

test('what somebody writes while the record is read is no deviation', async () => {
  let writes = 1;
  const sp = site.asService({
    fetch: async (...request) => {
      if (decodeURIComponent(new Request(...request).url).includes('Lists/Handelselogg') && writes-- > 0)
        await changeAsset(recordOver(site.asService()), 'Det femte');
      return fetch(...request);
    }
  });
  const { findings } = await verifyLog(sp, { now: () => new Date('2026-11-25T07:00:00Z'), witnessed: [] });
  expect(writes).toBeLessThan(1);
  expect(findings).toEqual([]);
});
