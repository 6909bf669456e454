// People from Graph and the site's groups: groups inside groups, shut accounts, and that "could not read" never looks like "none".
import { graphPeople, GraphError } from '../../src/service/graph-people';
import { openDirectory } from '../../src/service/directory';
import { listOf } from '../../src/lists/rows';
import { crisisPlanList } from '../../src/schema/crisis-plan';
import { rosterList } from '../../src/schema/roster';
import { admin, colleague, employee, everyone, manager, openSite, owner, technician, type Site } from '../lists/site';
import { answerJson, silentLog, type Answering } from './running-service';

const select = '?$select=id,displayName,userPrincipalName,department,accountEnabled';
const group = '9b1d4c1e-1111-4000-8000-000000000001';

let graph: Answering;
let answers: Record<string, unknown>;
beforeEach(async () => {
  answers = {};
  graph = await answerJson(() => answers);
});
afterEach(() => graph.stop());

const user = ({ id, name, upn }: typeof employee, accountEnabled = true) => ({
  id,
  displayName: name,
  userPrincipalName: upn.toUpperCase(),
  department: null,
  accountEnabled
});
const people = () => graphPeople({ graph: graph.origin, token: () => Promise.resolve('t') });

test('somebody is found by address, with the address in lower case', async () => {
  answers[`/v1.0/users/${encodeURIComponent(employee.upn)}${select}`] = user(employee);
  expect(await people().person(employee.upn)).toEqual({ person: employee, department: '' });
});

test('somebody whose account is shut is nobody', async () => {
  answers[`/v1.0/users/${employee.id}${select}`] = user(employee, false);
  expect(await people().person(employee.id)).toBeUndefined();
});

test('an account is open, shut, or gone', async () => {
  const at = (id: string): string => `/v1.0/users/${id}${select}`;
  answers[at(employee.id)] = user(employee);
  answers[at(manager.id)] = user(manager, false);
  expect(await people().accountFault(employee.id)).toBeUndefined();
  expect(await people().accountFault(manager.id)).toBe('closed');
  await expect(people().accountFault('unknown')).rejects.toBeInstanceOf(GraphError);
});

test('that Graph has no such person is one thing, that it could not be asked another', async () => {
  await expect(people().person(employee.id)).rejects.toBeInstanceOf(GraphError);
});

test('a failed answer names no person', async () => {
  const failure: unknown = await people()
    .person(employee.upn)
    .catch((error: unknown) => error);
  expect(String(failure)).toBe('GraphError: Graph answered 404 to /v1.0/users/….');
});

test('a group is read page by page, and its shut accounts are left out', async () => {
  const first = `/v1.0/groups/${group}/transitiveMembers/microsoft.graph.user${select}&$top=999`;
  answers[first] = { value: [user(employee), user(manager, false)], '@odata.nextLink': `${graph.origin}/v1.0/next` };
  answers['/v1.0/next'] = { value: [user(owner)] };
  expect((await people().membersOfGroup(group)).map(({ person }) => person)).toEqual([employee, owner]);
});

test('a next page at another host is not followed', async () => {
  const first = `/v1.0/groups/${group}/transitiveMembers/microsoft.graph.user${select}&$top=999`;
  answers[first] = { value: [], '@odata.nextLink': 'https://evil.example/v1.0/next' };
  await expect(people().membersOfGroup(group)).rejects.toThrow('another host');
});

describe('roles', () => {
  let site: Site;
  beforeEach(async () => {
    site = await openSite();
  });
  afterEach(() => site.stop());

  const directoryOver = (asked: ReturnType<typeof people>, now = () => new Date()) =>
    openDirectory({ sp: site.asService(), people: asked, now, log: silentLog });

  test('are held by the people in the group of the site', async () => {
    answers[`/v1.0/users/${encodeURIComponent(technician.upn)}${select}`] = user(technician);
    expect(await directoryOver(people()).membersOf('it')).toEqual([technician]);
  });

  test('are held by the people in a group of Entra that was put into the group of the site', async () => {
    answers[`/v1.0/users/${encodeURIComponent(technician.upn)}${select}`] = user(technician);
    answers[`/v1.0/groups/${group}/transitiveMembers/microsoft.graph.user${select}&$top=999`] = {
      value: [user(technician), user(employee)]
    };
    const sp = site.asService({ fetch: withMember({ Title: 'IT-avdelningen', LoginName: `c:0t.c|tenant|${group}` }) });
    const members = await openDirectory({ sp, people: people(), now: () => new Date(), log: silentLog }).membersOf('it');
    expect(members.map(({ id }) => id).sort()).toEqual([technician.id, employee.id].sort());
  });

  test('are not given to everyone because everyone was put into the group', async () => {
    await site.asService().web.siteGroups.getByName('Värna IT').users.add(everyone);
    answers[`/v1.0/users/${encodeURIComponent(technician.upn)}${select}`] = user(technician);
    expect(await directoryOver(people()).membersOf('it')).toEqual([technician]);
  });

  test('are read again after a minute, and a reading that failed is not remembered', async () => {
    let now = new Date('2026-11-23T14:40:00Z');
    const directory = directoryOver(people(), () => now);
    await expect(directory.membersOf('it')).rejects.toThrow();
    answers[`/v1.0/users/${encodeURIComponent(technician.upn)}${select}`] = user(technician);
    expect(await directory.membersOf('it')).toEqual([technician]);
    answers[`/v1.0/users/${encodeURIComponent(technician.upn)}${select}`] = user(technician, false);
    expect(await directory.membersOf('it')).toEqual([technician]);
    now = new Date('2026-11-23T14:41:00Z');
    expect(await directory.membersOf('it')).toEqual([]);
  });
});

describe('the duty roster', () => {
  const rosterOf = ({ asService }: Site) =>
    openDirectory({ sp: asService(), people: people(), now: () => new Date('2026-11-24T12:00:00Z'), log: silentLog }).roster();

  test('leaves out a shift that somebody has not finished writing, and has the others', async () => {
    const site = await openSite();
    const { Id: VemId } = await site.asService().web.ensureUser(`i:0#.f|membership|${technician.upn}`);
    const shift = { Roll: 'IT', Fran: '2026-11-23T07:00:00Z', Till: '2026-11-30T07:00:00Z', Ordning: 2 };
    await listOf(site.asService(), rosterList).items.add(shift);
    await listOf(site.asService(), rosterList).items.add({ ...shift, VemId });
    expect(await rosterOf(site)).toEqual([{ role: 'it', upn: technician.upn, from: shift.Fran, until: shift.Till, order: 2 }]);
    await site.stop();
  });

  test('has nobody on a site that an earlier version provisioned, which has no such list, and throws when it could not be read', async () => {
    const site = await openSite();
    await listOf(site.as(admin), rosterList).delete();
    expect(await rosterOf(site)).toEqual([]);
    await site.stop();
    await expect(rosterOf(site)).rejects.toThrow();
  });
});

describe('the crisis plan', () => {
  const planOf = ({ asService }: Site) =>
    openDirectory({ sp: asService(), people: people(), now: () => new Date('2026-11-24T12:00:00Z'), log: silentLog }).crisisPlan();

  test('is in the order they are rung, and counts rows that are not finished and people whose account is shut', async () => {
    const site = await openSite();
    answers[`/v1.0/users/${encodeURIComponent(technician.upn)}${select}`] = user(technician);
    answers[`/v1.0/users/${encodeURIComponent(colleague.upn)}${select}`] = user(colleague, false);
    const { Id: VemId } = await site.asService().web.ensureUser(`i:0#.f|membership|${technician.upn}`);
    const { Id: gone } = await site.asService().web.ensureUser(`i:0#.f|membership|${colleague.upn}`);
    const { items } = listOf(site.asService(), crisisPlanList);
    await items.add({ Title: 'Logg', VemId });
    await items.add({ Title: 'Teknik', VemId, Ordning: 2 });
    await items.add({ Title: 'Stabschef', Ordning: 1 });
    await items.add({ Title: 'Media', VemId: gone, Ordning: 1 });
    expect(await planOf(site)).toEqual({
      participants: [
        { function: 'Teknik', person: technician },
        { function: 'Logg', person: technician }
      ],
      unread: 2
    });
    await site.stop();
  });

  test('has nobody on a site that an earlier version provisioned, and throws when it could not be read', async () => {
    const site = await openSite();
    await listOf(site.as(admin), crisisPlanList).delete();
    expect(await planOf(site)).toEqual({ participants: [], unread: 0 });
    await site.stop();
    await expect(planOf(site)).rejects.toThrow();
  });
});

/** The stand-in has no groups in its directory: this adds one to what it says of who is in a site group. */
function withMember(member: { readonly Title: string; readonly LoginName: string }): typeof fetch {
  return async (address, init) => {
    const response = await fetch(address, init);
    const body = (await response.json()) as { readonly value: readonly object[] };
    return Response.json({ ...body, value: [...body.value, member] });
  };
}
