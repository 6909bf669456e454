// Permission levels: SharePoint's own, those a site collection makes for itself, and what somebody may by them.
import { PermissionKind } from '@pnp/sp/security';
import { Web } from '@pnp/sp/webs';
import { asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };
const noMetadata = { accept: 'application/json;odata=nometadata' };
const read = 1073741826;
const fullControl = 1073741829;

let site: TestSite;
let eeroId: number;
beforeAll(async () => {
  site = await startSite();
  const sp = site.as(asa).web;
  eeroId = (await sp.ensureUser(eero.userPrincipalName)).Id;
  await sp.lists.add('Incidenter');
  await sp.lists.getByTitle('Incidenter').items.add({ Title: 'Ett' });
});
afterAll(() => site.stop());

const levels = (person = asa) => site.as(person).web.roleDefinitions;
const incidents = (person = asa) => site.as(person).web.lists.getByTitle('Incidenter');

/** @pnp/sp's `update` fails without a mask, and changes the one it is given. */
const nothing = () => ({ BasePermissions: { High: 0, Low: 0 } });

describe('SharePoint’s own levels', () => {
  it('stand in its order, with its ids, kinds and masks', async () => {
    const all =
      await levels()<{ Id: number; Name: string; Hidden: boolean; RoleTypeKind: number; Order: number; BasePermissions: object }[]>();
    expect(all.map(({ Id, Name, RoleTypeKind, Hidden }) => [Id, Name, RoleTypeKind, Hidden])).toEqual([
      [1073741829, 'Full Control', 5, false],
      [1073741828, 'Design', 4, false],
      [1073741830, 'Edit', 6, false],
      [1073741827, 'Contribute', 3, false],
      [1073741826, 'Read', 2, false],
      [1073741832, 'Restricted View', 8, true],
      [1073741825, 'Limited Access', 1, true],
      [1073741833, 'Web-Only Limited Access', 9, true]
    ]);
    expect(all[4]).toMatchObject({ Order: 128, BasePermissions: { High: '176', Low: '138612833' } });
  });

  it('are found by id, name and kind', async () => {
    for (const level of [levels().getById(read), levels().getByName('read'), levels().getByType(2)]) {
      expect(await level()).toMatchObject({ Name: 'Read', Description: 'Can view pages and list items and download documents.' });
    }
    expect(await refusalOf(levels().getByName('Läsa')())).toMatchObject({ status: 404 });
  });

  it('stay as they are when they are SharePoint’s to keep', async () => {
    expect(await refusalOf(levels().getById(fullControl).delete())).toMatchObject({ status: 400 });
    expect(
      await refusalOf(
        levels()
          .getByName('Limited Access')
          .update({ Name: 'X', ...nothing() })
      )
    ).toMatchObject({ status: 400 });
  });
});

describe('a level of one’s own', () => {
  it('is answered with its mask as text', async () => {
    const made = await site.call(asa, '/_api/web/roledefinitions', {
      method: 'POST',
      headers: { ...noMetadata, 'content-type': 'application/json' },
      body: JSON.stringify({ BasePermissions: { High: '0', Low: '262144' }, Description: '', Name: 'Tom', Order: 0 })
    });
    expect(made.status).toBe(201);
    const { Id, ...level } = (await made.json()) as { Id: number };
    expect(Id).toBeGreaterThan(1073741923);
    expect(level).toEqual({
      BasePermissions: { High: '0', Low: '262144' },
      Description: '',
      Hidden: false,
      Name: 'Tom',
      Order: 0,
      RoleTypeKind: 0
    });
  });

  it('gives exactly what it says, follows when it is changed, and is gone from everybody when deleted', async () => {
    // View and open: without "open" nobody gets in.
    const { data } = (await levels().add('Granska', 'Bara se', 200, { High: 0, Low: 65537 })) as { data: { Id: number } };
    await incidents().breakRoleInheritance(false);
    await incidents().roleAssignments.add(eeroId, data.Id);
    expect(await incidents(eero).items.select('Title')()).toMatchObject([{ Title: 'Ett' }]);
    expect(await refusalOf(incidents(eero).items.add({ Title: 'Två' }))).toMatchObject(denied);
    await levels()
      .getById(data.Id)
      .update({ Name: 'Granska mer', BasePermissions: { High: 0, Low: 65539 } });
    expect(await incidents(eero).items.add({ Title: 'Två' })).toMatchObject({ Title: 'Två' });
    expect(await incidents().roleAssignments.getById(eeroId).bindings()).toMatchObject([{ Name: 'Granska mer', RoleTypeKind: 0 }]);
    await levels().getByName('Granska mer').delete();
    expect(await refusalOf(incidents(eero).items())).toMatchObject({ status: 404 });
    expect(await refusalOf(incidents().roleAssignments.add(eeroId, data.Id))).toMatchObject({ status: 400 });
    await incidents().resetRoleInheritance();
  });

  it('that lets nobody see an item shows none', async () => {
    const { data } = (await levels().add('Bara in', '', 300, { High: 0, Low: 65536 })) as { data: { Id: number } };
    await incidents().items.getById(1).breakRoleInheritance(false);
    await incidents().items.getById(1).roleAssignments.add(eeroId, data.Id);
    expect(await refusalOf(incidents(eero).items.getById(1)())).toMatchObject({
      status: 404,
      code: '-2130575338, System.ArgumentException'
    });
    await incidents().items.getById(1).resetRoleInheritance();
  });

  it('needs a name of its own, a short description, and the right to make it', async () => {
    expect(await refusalOf(levels().add('Contribute', '', 1, { High: 0, Low: 1 }))).toMatchObject({ status: 500 });
    expect(await refusalOf(levels().add('Lång', 'x'.repeat(513), 1, { High: 0, Low: 1 }))).toMatchObject({
      status: 500,
      message: 'The parameter Description cannot be bigger than 512 characters.'
    });
    await site.as(asa).web.roleAssignments.add(eeroId, 1073741830);
    expect(await refusalOf(levels(eero).add('Min', '', 1, { High: 0, Low: 1 }))).toMatchObject(denied);
    expect(
      await refusalOf(
        levels(eero)
          .getById(read)
          .update({ Name: 'Min', ...nothing() })
      )
    ).toMatchObject(denied);
    expect(await refusalOf(levels(eero).getById(read).delete())).toMatchObject(denied);
  });

  it('is the whole collection’s, and made at its root', async () => {
    await site.as(asa).web.webs.add('Under', 'under');
    const below = Web([site.as(asa).web, `${site.url}/under`]);
    expect(await below.roleDefinitions.getByName('Bara in')()).toMatchObject({ Order: 300 });
    expect(await refusalOf(below.roleDefinitions.add('Där', '', 1, { High: 0, Low: 1 }))).toMatchObject({ status: 400 });
  });

  it('of another collection is not known here', async () => {
    site.standin.createSite({ path: '/sites/annan', title: 'Annan', administrators: [asa.userPrincipalName] });
    const other = Web([site.as(asa).web, `${site.standin.origin}/sites/annan`]);
    expect((await other.roleDefinitions<{ Name: string }[]>()).map(({ Name }) => Name)).not.toContain('Bara in');
  });
});

describe('what somebody else may', () => {
  it('is told for a person with rights, one in a group, one without and an administrator', async () => {
    expect(await incidents().getUserEffectivePermissions(`i:0#.f|membership|${eero.userPrincipalName}`)).toMatchObject({
      High: '432',
      Low: '1011030767'
    });
    expect(await incidents().userHasPermissions(`i:0#.f|membership|${eero.userPrincipalName}`, PermissionKind.AddListItems)).toBe(true);
    const stranger = await site.as(asa).web.getUserEffectivePermissions(`i:0#.f|membership|${maja.userPrincipalName}`);
    expect(stranger).toMatchObject({ High: '0', Low: '0' });
    const all = await site.as(asa).web.getUserEffectivePermissions(`i:0#.f|membership|${asa.userPrincipalName}`);
    expect(all).toMatchObject({ High: '2147483647', Low: '4294967295' });
    expect((await site.as(asa).web.siteUsers()).map(({ Title }) => Title)).not.toContain(maja.displayName);
  });

  it('is told to who may enumerate permissions only, and not of a name nobody has', async () => {
    expect(await refusalOf(incidents(eero).getUserEffectivePermissions(`i:0#.f|membership|${asa.userPrincipalName}`))).toMatchObject(
      denied
    );
    expect(await refusalOf(incidents().getUserEffectivePermissions('i:0#.f|membership|ingen@haparanda.example'))).toMatchObject({
      code: '-2146232832, Microsoft.SharePoint.SPException'
    });
  });
});
