// The crisis plan as people keep it in SharePoint, by hand, and as the service and whoever calls the krisstab read it.
import '@pnp/sp/items';
import '@pnp/sp/site-users/web';
import type { Person } from '../../src/domain/person';
import { beginCrisisPlan, readCrisisPlan } from '../../src/lists/crisis-plan';
import { listOf } from '../../src/lists/rows';
import { crisisPlanList } from '../../src/schema/crisis-plan';
import { admin, employee, manager, officer, openSite, owner, privacyOfficer, technician, type Site } from './site';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.stop());

const cells = { Title: 'Stabschef', Telefon: '070-174 06 05', Reservtelefon: '0701740631', Ordning: 2 };

/** As somebody fills in SharePoint's own form. */
async function addByHand(who: Person, changes: Readonly<Record<string, unknown>> = {}, by = officer): Promise<void> {
  const { Id } = await site.as(admin).web.ensureUser(`i:0#.f|membership|${who.upn}`);
  await listOf(site.as(by), crisisPlanList).items.add({ ...cells, VemId: Id, ...changes });
}

test('a row is read with the function, who holds it, both numbers as they are written, and the order', async () => {
  await addByHand(owner);
  const read = { function: 'Stabschef', name: owner.name, upn: owner.upn, phone: '070-174 06 05', reservePhone: '0701740631', order: 2 };
  expect(await readCrisisPlan(site.asService())).toEqual([{ broken: false, id: 1, state: read }]);
});

test('a first plan is written once, and one that people have begun is left alone', async () => {
  const first = {
    function: 'Stabschef',
    name: owner.name,
    upn: owner.upn,
    phone: '070-174 06 05',
    reservePhone: '070-174 06 65',
    order: 1
  };
  await beginCrisisPlan(site.asService(), [first]);
  expect(await readCrisisPlan(site.asService())).toEqual([{ broken: false, id: 1, state: first }]);
  await beginCrisisPlan(site.asService(), [first, { ...first, function: 'IT', order: 2 }]);
  expect(await readCrisisPlan(site.asService())).toHaveLength(1);
});

test('without numbers or order a row is read, and without function or person it is shown as broken', async () => {
  await addByHand(owner, { Telefon: null, Reservtelefon: null, Ordning: null });
  await addByHand(owner, { Title: ' ' });
  await listOf(site.as(officer), crisisPlanList).items.add(cells);
  expect(await readCrisisPlan(site.asService())).toEqual([
    { broken: false, id: 1, state: expect.objectContaining({ phone: '', reservePhone: '', order: Number.MAX_SAFE_INTEGER }) as object },
    { broken: true, id: 2 },
    { broken: true, id: 3 }
  ]);
});

test('Informationssäkerhet writes it, IT reads it, and everybody else does neither', async () => {
  await addByHand(owner);
  await listOf(site.as(officer), crisisPlanList).items.getById(1).update({ Telefon: '070-174 06 06' });
  expect(await readCrisisPlan(site.as(technician))).toMatchObject([{ state: { phone: '070-174 06 06' } }]);
  await expect(addByHand(owner, {}, technician)).rejects.toMatchObject({ reason: 'forbidden' });
  for (const who of [employee, manager, privacyOfficer])
    await expect(readCrisisPlan(site.as(who))).rejects.toMatchObject({ name: 'SharePointError' });
});
