// Breaking and taking back inheritance, and the Limited Access that opens the way down.
import { Web } from '@pnp/sp/webs';
import { asa, eero, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

const noMetadata = { accept: 'application/json;odata=nometadata' };
const read = 1073741826;
const contribute = 1073741827;

let site: TestSite;
let eeroId: number;
beforeEach(async () => {
  site = await startSite();
  const sp = site.as(asa).web;
  eeroId = (await sp.ensureUser(eero.userPrincipalName)).Id;
  await sp.lists.add('Incidenter');
  for (const title of ['Ett', 'Två']) await incidents().items.add({ Title: title });
});
afterEach(() => site.stop());

const incidents = (person = asa) => site.as(person).web.lists.getByTitle('Incidenter');

async function levelsOf(assignments: ReturnType<typeof incidents>['roleAssignments']): Promise<string[]> {
  const bindings = await assignments.getById(eeroId).bindings<{ Name: string }[]>();
  return bindings.map(({ Name }) => Name);
}

describe('role assignments', () => {
  it('cannot be given on what inherits them', async () => {
    const inherits = { status: 400, message: 'This operation is not allowed on an object that inherits permissions.' };
    expect(await refusalOf(incidents().roleAssignments.add(eeroId, read))).toMatchObject(inherits);
    expect(await refusalOf(incidents().items.getById(1).roleAssignments.add(eeroId, read))).toMatchObject(inherits);
    expect(await refusalOf(incidents().roleAssignments.remove(eeroId, read))).toMatchObject(inherits);
  });

  it('are several for one person, added and taken one by one or all at once', async () => {
    await incidents().breakRoleInheritance(false);
    const { roleAssignments } = incidents();
    await roleAssignments.add(eeroId, read);
    await roleAssignments.add(eeroId, contribute);
    expect(await levelsOf(roleAssignments)).toEqual(['Contribute', 'Read']);
    await roleAssignments.remove(eeroId, contribute);
    expect(await levelsOf(roleAssignments)).toEqual(['Read']);
    await roleAssignments.getById(eeroId).delete();
    expect(await refusalOf(roleAssignments.getById(eeroId)())).toMatchObject({ status: 404 });
  });

  it('name people and levels that there are, and never Limited Access', async () => {
    await incidents().breakRoleInheritance(false);
    const { roleAssignments } = incidents();
    expect(await refusalOf(roleAssignments.add(4711, read))).toMatchObject({
      status: 404,
      message: 'Can not find the principal with id: 4711.'
    });
    expect(await refusalOf(roleAssignments.add(eeroId, 4711))).toMatchObject({ status: 400 });
    expect(await refusalOf(roleAssignments.add(eeroId, 1073741825))).toMatchObject({
      status: 400,
      message: 'You cannot grant a user the limited access permission level.'
    });
  });
});

describe('Limited Access', () => {
  it('stays on a list when the rights there go but those on an item remain', async () => {
    await incidents().breakRoleInheritance(false);
    await incidents().roleAssignments.add(eeroId, read);
    await incidents().items.getById(1).breakRoleInheritance(true);
    await incidents().roleAssignments.remove(eeroId, read);
    expect(await levelsOf(incidents().roleAssignments)).toEqual(['Limited Access']);
    expect(await incidents(eero).items.select('Title')()).toMatchObject([{ Title: 'Ett' }]);
  });

  it('taken away takes everything below it', async () => {
    await incidents().breakRoleInheritance(false);
    await incidents().items.getById(1).breakRoleInheritance(false);
    await incidents().items.getById(1).roleAssignments.add(eeroId, read);
    expect(await incidents(eero).items.getById(1).select('Title')()).toMatchObject({ Title: 'Ett' });
    await site.as(asa).web.roleAssignments.getById(eeroId).delete();
    expect((await incidents().items.getById(1).roleAssignments()).map(({ PrincipalId }) => PrincipalId)).not.toContain(eeroId);
    expect((await incidents().roleAssignments()).map(({ PrincipalId }) => PrincipalId)).not.toContain(eeroId);
  });

  it('is not copied when inheritance is broken', async () => {
    await incidents().items.getById(1).breakRoleInheritance(false);
    await incidents().items.getById(1).roleAssignments.add(eeroId, read);
    await incidents().breakRoleInheritance(true);
    expect((await incidents().roleAssignments()).map(({ PrincipalId }) => PrincipalId)).not.toContain(eeroId);
  });
});

describe('inheritance', () => {
  it('taken back does away with what was one’s own', async () => {
    await incidents().breakRoleInheritance(false);
    await incidents().roleAssignments.add(eeroId, read);
    await incidents().resetRoleInheritance();
    expect(await incidents().select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: false });
    expect(await incidents(eero).items()).toEqual([]);
  });

  it('leads to the nearest that has its own: list, site or the site above', async () => {
    const uniqueOf = async (path: string): Promise<unknown> => {
      const answer = await site.call(asa, `${path}/FirstUniqueAncestorSecurableObject?$select=Title`, { headers: noMetadata });
      return ((await answer.json()) as { Title: unknown }).Title;
    };
    const list = "/_api/web/lists/getByTitle('Incidenter')";
    expect(await uniqueOf(list)).toBe('Informationssäkerhet');
    await incidents().breakRoleInheritance(true);
    expect(await uniqueOf(list)).toBe('Incidenter');
    await site.as(asa).web.webs.add('Under', 'under');
    await Web([site.as(asa).web, `${site.url}/under`]).lists.add('Lista');
    expect(await uniqueOf("/under/_api/web/lists/getByTitle('Lista')")).toBe('Informationssäkerhet');
    expect(await uniqueOf('/under/_api/web')).toBe('Informationssäkerhet');
  });

  it('at a root site there is none to take back', async () => {
    const sp = site.as(asa).web;
    await sp.breakRoleInheritance(true);
    await sp.resetRoleInheritance();
    expect(await sp.select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: true });
    expect(await sp.roleAssignments()).toHaveLength(3);
  });
});
