// The duty roster as people keep it in SharePoint, by hand, and as the service reads it.
import '@pnp/sp/items';
import '@pnp/sp/site-users/web';
import type { Person } from '../../src/domain/person';
import { readRoster } from '../../src/lists/roster';
import { listOf } from '../../src/lists/rows';
import { rosterList } from '../../src/schema/roster';
import { admin, employee, officer, openSite, owner, technician, type Site } from './site';

const at = '2026-11-24T12:00:00Z';

let site: Site;
beforeEach(async () => {
  site = await openSite({ listViewThreshold: 20 });
});
afterEach(() => site.stop());

/** As somebody fills in SharePoint's own form. */
async function addByHand(who: Person, cells: Readonly<Record<string, unknown>>, by = admin): Promise<void> {
  const { Id } = await site.as(admin).web.ensureUser(`i:0#.f|membership|${who.upn}`);
  await listOf(site.as(by), rosterList).items.add({ VemId: Id, ...cells });
}

const shift = { Roll: 'IT', Fran: '2026-11-23T16:00:00Z', Till: '2026-11-30T07:00:00Z', Ordning: 1 };

test('a shift that somebody enters by hand is read with who has it, for what, when and in which order', async () => {
  await addByHand(technician, shift);
  await addByHand(officer, { ...shift, Roll: 'Informationssäkerhet', Ordning: 2 });
  const read = { from: shift.Fran, until: shift.Till };
  expect(await readRoster(site.asService(), at)).toEqual([
    { broken: false, id: 1, state: { ...read, role: 'it', upn: technician.upn, order: 1 } },
    { broken: false, id: 2, state: { ...read, role: 'information-security', upn: officer.upn, order: 2 } }
  ]);
});

test('without an order somebody comes last, and an unfinished row is shown as broken', async () => {
  await addByHand(technician, { ...shift, Ordning: null });
  await addByHand(owner, { Roll: 'IT', Till: shift.Till });
  await listOf(site.as(admin), rosterList).items.add(shift);
  expect(await readRoster(site.asService(), at)).toEqual([
    { broken: false, id: 1, state: expect.objectContaining({ order: Number.MAX_SAFE_INTEGER }) as object },
    { broken: true, id: 2 },
    { broken: true, id: 3 }
  ]);
});

test('years of shifts that have ended do not stand in the way of those that have not', async () => {
  for (let week = 0; week < 40; week += 1)
    await addByHand(technician, { ...shift, Till: `2025-01-${String((week % 28) + 1).padStart(2, '0')}T07:00:00Z` });
  await addByHand(officer, shift);
  expect(await readRoster(site.asService(), at)).toMatchObject([{ state: { upn: officer.upn } }]);
});

test('the owners of the site keep it, those with a role read it, and an employee does not', async () => {
  await addByHand(technician, shift);
  expect(await readRoster(site.as(technician), at)).toHaveLength(1);
  await expect(addByHand(technician, shift, technician)).rejects.toMatchObject({ reason: 'forbidden' });
  await expect(readRoster(site.as(employee), at)).rejects.toMatchObject({ name: 'SharePointError' });
});
