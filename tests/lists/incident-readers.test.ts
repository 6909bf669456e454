// Who may read an incident: its reporter, the nearest manager and the groups concerned, never a colleague; and nobody of the staff writes.
import '@pnp/sp/items';
import '@pnp/sp/security/item';
import '@pnp/sp/security/list';
import '@pnp/sp/site-groups/web';
import { runInThisContext } from 'node:vm';
import { noHandling, type Handling } from '../../src/domain/handling';
import type { Person } from '../../src/domain/person';
import { incidentRegister, readIncidents, readMyIncidents } from '../../src/lists/incidents';
import { logRegister, readLog } from '../../src/lists/log';
import { listOf } from '../../src/lists/rows';
import { readOrganisation } from '../../src/lists/organisation';
import { readKnownUsers } from '../../src/lists/standing-items';
import { allLists } from '../../src/schema/lists';
import { incidentList } from '../../src/schema/incidents';
import { entry, hash, incident } from './examples';
import { openProxy } from './faulty-proxy';
import {
  admin,
  colleague,
  employee,
  manager,
  officer,
  openEmptySite,
  openSite,
  owner,
  privacyOfficer,
  technician,
  type Site
} from './site';

const plain = incident();
const withPersonalData = incident({ reference: 'I-2026-0002', report: { ...incident().report, personalData: 'yes' } });

let site: Site;
beforeEach(async () => {
  site = await openSite();
  const incidents = incidentRegister(site.asService());
  await incidents.write({ state: plain, sequence: 1, hash });
  await incidents.write({ state: withPersonalData, sequence: 1, hash });
});
afterEach(() => site.stop());

/** Jest gives tests a copy, which is not told of rejections that nobody took care of: those that end a service. */
const realProcess = runInThisContext('process') as NodeJS.Process;

async function seenBy(person: Person): Promise<string[]> {
  return (await readIncidents(site.as(person))).map((row) => (row.broken ? 'broken' : row.state.reference));
}

test.each([
  ['the reporter', employee, ['I-2026-0001', 'I-2026-0002']],
  ['the nearest manager', manager, ['I-2026-0001', 'I-2026-0002']],
  ['IT', technician, ['I-2026-0001', 'I-2026-0002']],
  ['Informationssäkerhet', officer, ['I-2026-0001', 'I-2026-0002']],
  ['Dataskydd, for those with personal data,', privacyOfficer, ['I-2026-0002']]
])('%s can read it', async (_who, person, numbers) => {
  expect(await seenBy(person)).toEqual(numbers);
});

test.each([
  ['a colleague', colleague],
  ['somebody who answers for information elsewhere', owner]
])('%s cannot open the list, and has reported nothing', async (_who, person) => {
  await expect(readIncidents(site.as(person))).rejects.toMatchObject({ name: 'SharePointError', reason: 'not-found' });
  expect(await readMyIncidents(site.as(person), person.id)).toEqual([]);
});

test('what one has reported oneself leaves out what one only received', async () => {
  await incidentRegister(site.asService()).write({ state: incident({ reference: 'I-2026-0003', reporter: manager }), sequence: 1, hash });
  const own = await readMyIncidents(site.as(manager), manager.id);
  expect(own).toMatchObject([{ state: { reference: 'I-2026-0003' } }]);
});

test('on a site that is closed to them, somebody is not told that they have reported nothing', async () => {
  const empty = await openEmptySite();
  try {
    await expect(readMyIncidents(empty.as(employee), employee.id)).rejects.toMatchObject({ reason: 'forbidden' });
    await expect(readMyIncidents(empty.as(admin), admin.id)).rejects.toMatchObject({ reason: 'not-found' });
  } finally {
    await empty.stop();
  }
});

test('acknowledging keeps the readers', async () => {
  await incidentRegister(site.asService()).write({
    state: { ...plain, state: 'received', acknowledgedByIt: { by: technician, at: '2026-11-23T14:45:00Z' } },
    sequence: 2,
    hash
  });
  expect(await seenBy(employee)).toEqual(['I-2026-0001', 'I-2026-0002']);
  expect(await seenBy(privacyOfficer)).toEqual(['I-2026-0002']);
});

describe('while it is handled', () => {
  const incidents = (): ReturnType<typeof incidentRegister> => incidentRegister(site.asService());
  const step = (sequence: number, handling: Partial<Handling>): Promise<void> =>
    incidents().write({ state: { ...plain, handling: { ...noHandling, ...handling } }, sequence, hash });
  const isSeenBy = async (person: Person): Promise<boolean> => (await readMyIncidentsOrNone(person)).includes('I-2026-0001');
  const readMyIncidentsOrNone = (person: Person): Promise<string[]> => seenBy(person).catch(() => []);

  test('a handler comes in, and goes out when somebody else takes over; nobody else is touched', async () => {
    await step(2, { handler: owner, concerned: [owner] });
    expect(await isSeenBy(owner)).toBe(true);
    await step(3, { handler: colleague, concerned: [owner, colleague] });
    expect(await Promise.all([owner, colleague, employee, manager, technician, officer].map(isSeenBy))).toEqual([
      false,
      ...[true, true, true, true, true]
    ]);
  });

  test('Dataskydd comes in with personal data, and goes out when there turn out to be none', async () => {
    const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: true };
    await step(2, { facts });
    expect(await isSeenBy(privacyOfficer)).toBe(true);
    await step(3, { facts: { ...facts, personalData: false } });
    expect(await isSeenBy(privacyOfficer)).toBe(false);
  });

  test('a restricted one is closed to IT and the manager, and opened to them again', async () => {
    await step(2, { handler: owner, concerned: [owner], restricted: true });
    const readers = [technician, manager, officer, employee, owner];
    expect(await Promise.all(readers.map(isSeenBy))).toEqual([false, false, true, true, true]);
    await step(3, { handler: owner, concerned: [owner] });
    expect(await Promise.all(readers.map(isSeenBy))).toEqual([true, true, true, true, true]);
  });

  test('whoever was let in by hand is left in, and whoever should be out is found and let out by the next write', async () => {
    const row = listOf(site.asService(), incidentList).items.getById(1);
    await step(2, { handler: colleague, concerned: [owner, colleague] });
    for (const { upn } of [owner, privacyOfficer]) {
      const { Id } = await site.asService().web.ensureUser(`i:0#.f|membership|${upn}`);
      await row.roleAssignments.add(Id, 1073741826);
    }
    const [item] = await incidents().all(await readKnownUsers(site.asService()));
    const state = { ...plain, handling: { ...noHandling, handler: colleague, concerned: [owner, colleague] } };
    expect(await item?.keepsReaders(state)).toBe(true);
    await step(2, { handler: colleague, concerned: [owner, colleague] });
    expect(await Promise.all([owner, privacyOfficer, colleague].map(isSeenBy))).toEqual([false, true, true]);
  });
});

test('a crash before the readers are set leaves a row that is too closed, and the next write completes it', async () => {
  let isBroken = true;
  const proxy = await openProxy(site.standin.origin, ({ body }) =>
    isBroken && /breakroleinheritance/i.test(body) ? { status: 500 } : undefined
  );
  const incidents = incidentRegister(site.through(proxy.origin));
  const state = incident({ reference: 'I-2026-0004' });
  await expect(incidents.write({ state, sequence: 1, hash })).rejects.toMatchObject({ reason: 'unexpected' });
  expect(await incidents.read('I-2026-0004')).toMatchObject({ sequence: 1, hash });
  expect(await seenBy(employee)).not.toContain('I-2026-0004');
  isBroken = false;
  await incidents.write({ state, sequence: 1, hash });
  expect(await incidents.read('I-2026-0004')).toMatchObject({ sequence: 1, hash });
  expect(await seenBy(employee)).toContain('I-2026-0004');
  expect(await seenBy(privacyOfficer)).not.toContain('I-2026-0004');
  await proxy.stop();
});

test('a connection that is cut while readers are set fails nothing but that write, and trying again completes it', async () => {
  let isCut = true;
  const cutting: typeof fetch = (input, init) =>
    isCut && typeof init?.body === 'string' && /breakroleinheritance|addroleassignment/i.test(init.body)
      ? Promise.reject(new TypeError('fetch failed'))
      : fetch(input, init);
  const incidents = incidentRegister(site.asService({ fetch: cutting, wait: () => new Promise((resolve) => setTimeout(resolve, 5)) }));
  const state = incident({ reference: 'I-2026-0004' });
  const strays: unknown[] = [];
  const note = (stray: unknown): void => void strays.push(stray);
  realProcess.on('unhandledRejection', note);
  await expect(incidents.write({ state, sequence: 1, hash })).rejects.toMatchObject({ reason: 'conflict' });
  realProcess.off('unhandledRejection', note);
  expect(strays).toEqual([]);
  isCut = false;
  await incidents.write({ state, sequence: 1, hash });
  for (const person of [employee, manager, officer, technician]) expect(await seenBy(person)).toContain('I-2026-0004');
});

test('a crash in the midst of letting readers in is completed as well, by whoever next comes to write the page', async () => {
  const state = incident({ reference: 'I-2026-0004' });
  await incidentRegister(site.asService()).write({ state, sequence: 1, hash });
  const row = listOf(site.asService(), incidentList).items.getById(3);
  await row.resetRoleInheritance();
  await row.breakRoleInheritance(false);
  expect(await seenBy(officer)).not.toContain('I-2026-0004');
  await incidentRegister(site.asService()).write({ state, sequence: 1, hash });
  for (const person of [employee, manager, officer, technician]) expect(await seenBy(person)).toContain('I-2026-0004');
});

test('whoever was let into the list by hand is not let into new incidents', async () => {
  const members = site.as(admin).web.siteGroups.getByName('Informationssäkerhet Members');
  await members.users.add(`i:0#.f|membership|${colleague.upn}`);
  const { Id } = await members();
  await listOf(site.as(admin), incidentList).roleAssignments.add(Id, 1073741830);
  await incidentRegister(site.asService()).write({ state: incident({ reference: 'I-2026-0005' }), sequence: 1, hash });
  expect(await seenBy(colleague)).toEqual([]);
});

test.each([
  ['its reporter', employee],
  ['the nearest manager', manager],
  ['IT', technician],
  ['Informationssäkerhet', officer]
])('%s can neither change nor remove an incident, nor say who reads it', async (_who, person) => {
  const item = listOf(site.as(person), incidentList).items.getById(1);
  await expect(item.update({ Status: 'Mottagen' })).rejects.toMatchObject({ reason: 'forbidden' });
  await expect(item.delete()).rejects.toMatchObject({ reason: 'forbidden' });
  await expect(item.roleAssignments.add(1, 1073741826)).rejects.toMatchObject({ reason: 'forbidden' });
});

test.each(allLists.map((list) => [list.title, list] as const))(
  'nobody but who writes the list can add a row to %s',
  async (_title, list) => {
    const writes = list.editors?.includes('information-security') === true;
    for (const person of writes ? [employee, technician] : [employee, officer, technician]) {
      const adding = listOf(site.as(person), list).items.add({ Title: 'Egen rad' });
      await expect(adding).rejects.toMatchObject({ name: 'SharePointError' });
    }
  }
);

test('the log is read by Informationssäkerhet alone, the organisation by everybody', async () => {
  await logRegister(site.asService()).append(entry());
  expect(await readLog(site.as(officer))).toHaveLength(1);
  for (const person of [employee, technician, manager, owner, privacyOfficer]) {
    await expect(readLog(site.as(person))).rejects.toMatchObject({ name: 'SharePointError' });
    expect(await readOrganisation(site.as(person))).toEqual([]);
  }
});

test('a site administrator can, and what they changed shows as broken when it is not ours', async () => {
  await listOf(site.as(admin), incidentList).items.getById(1).update({ Status: 'Avslutad' });
  expect((await readIncidents(site.as(officer)))[0]).toEqual({ broken: true, id: 1 });
});
