// Who sees and may do what: site, list and item permissions, through groups and people, for readers, strangers and applications.
import { PermissionKind } from '@pnp/sp/security';
import { applicationId, asa, eero, maja, readerApplicationId, refusalOf, startSite, strangerApplicationId } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

const read = 1073741826;
const contribute = 1073741827;
const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };
const noItem = { status: 404, code: '-2130575338, System.ArgumentException' };
const noList = { status: 404, code: '-1, System.ArgumentException' };

let site: TestSite;
let eeroId: number;
beforeEach(async () => {
  site = await startSite();
  const sp = site.as(asa);
  eeroId = (await sp.web.ensureUser(eero.userPrincipalName)).Id;
  await sp.web.lists.add('Incidenter');
  const list = sp.web.lists.getByTitle('Incidenter');
  for (const title of ['Öppen', 'Hemlig', 'Öppen igen']) await list.items.add({ Title: title });
});
afterEach(() => site.stop());

const incidents = (as: TestSite['as'] extends (user: infer U) => unknown ? U : never) => site.as(as).web.lists.getByTitle('Incidenter');

async function joinVisitors(): Promise<void> {
  await site.as(asa).web.siteGroups.getByName('Informationssäkerhet Visitors').users.add(`i:0#.f|membership|${eero.userPrincipalName}`);
}

describe('somebody without any permission', () => {
  it('is told so for the site, and leaves no trace in it', async () => {
    expect(await refusalOf(site.as(maja).web())).toMatchObject(denied);
    expect(await refusalOf(incidents(maja)())).toMatchObject(denied);
    const users = await site.as(asa).web.siteUsers();
    expect(users.map(({ Title }) => Title)).not.toContain(maja.displayName);
  });

  it('gets 401 without a token, with one for another audience and with an expired one', async () => {
    const graph = await site.standin.tokens.issue({ user: asa.id, clientId: applicationId, audience: 'https://graph.microsoft.com' });
    const expired = await site.standin.tokens.issue({
      user: asa.id,
      clientId: applicationId,
      audience: site.standin.origin,
      lifetimeSeconds: -60
    });
    for (const authorization of ['', `Bearer ${graph}`, `Bearer ${expired}`, 'Bearer nonsense']) {
      expect((await fetch(`${site.url}/_api/web`, { headers: { authorization } })).status).toBe(401);
    }
  });
});

describe('a reader through a group', () => {
  beforeEach(joinVisitors);

  it('reads and may not write anything', async () => {
    const list = incidents(eero);
    expect(await list.items()).toHaveLength(3);
    expect(await refusalOf(list.items.add({ Title: 'X' }))).toMatchObject(denied);
    expect(await refusalOf(list.items.getById(1).update({ Title: 'X' }))).toMatchObject(denied);
    expect(await refusalOf(list.items.getById(1).delete())).toMatchObject(denied);
    expect(await refusalOf(list.items.getById(1).recycle())).toMatchObject(denied);
    expect(await refusalOf(list.update({ Title: 'X' }))).toMatchObject(denied);
    expect(await refusalOf(list.fields.addText('X'))).toMatchObject(denied);
    expect(await refusalOf(list.views.add('X'))).toMatchObject(denied);
    expect(await refusalOf(list.breakRoleInheritance())).toMatchObject(denied);
    expect(await refusalOf(list.roleAssignments())).toMatchObject(denied);
    expect(await refusalOf(site.as(eero).web.lists.add('X'))).toMatchObject(denied);
    expect(await refusalOf(site.as(eero).web.update({ Title: 'X' }))).toMatchObject(denied);
    expect(await refusalOf(site.as(eero).web.siteGroups.add({ Title: 'X' }))).toMatchObject(denied);
  });

  it('knows nothing of a list with other permissions', async () => {
    await incidents(asa).breakRoleInheritance(false);
    expect(await refusalOf(incidents(eero)())).toMatchObject(noList);
    const { Id } = await incidents(asa)();
    expect(await refusalOf(site.as(eero).web.lists.getById(Id)())).toMatchObject({
      status: 404,
      code: '-2130575322, Microsoft.SharePoint.SPException'
    });
    expect(await refusalOf(site.as(eero).web.getList('/sites/informationssakerhet/Lists/Incidenter')())).toMatchObject({
      status: 404,
      code: '-2147024894, System.IO.FileNotFoundException'
    });
    expect((await site.as(eero).web.lists()).map(({ Title }) => Title)).not.toContain('Incidenter');
    await incidents(asa).resetRoleInheritance();
    expect(await incidents(eero).items()).toHaveLength(3);
  });

  it('never learns of an item with other permissions: not by id, filter, count, page, order or batch', async () => {
    await incidents(asa).items.getById(2).breakRoleInheritance(false);
    const list = incidents(eero);
    expect((await list.items.select('Id')<{ Id: number }[]>()).map(({ Id }) => Id)).toEqual([1, 3]);
    expect(await refusalOf(list.items.getById(2)())).toMatchObject(noItem);
    expect(await refusalOf(list.items.getById(2).update({ Title: 'X' }))).toMatchObject(noItem);
    expect(await refusalOf(list.items.getById(2).versions())).toMatchObject(noItem);
    expect(await list.items.filter("Title eq 'Hemlig'")()).toEqual([]);
    expect(await list.items.filter("not (Title eq 'Öppen')").select('Id')()).toMatchObject([{ Id: 3 }]);
    expect(await list.items.top(5000)()).toHaveLength(2);
    const counted = await site.call(eero, "/_api/web/lists/getByTitle('Incidenter')/items/$count");
    expect(await counted.text()).toBe('2');
    const pages: number[][] = [];
    for await (const page of list.items.orderBy('Title', false).select('Id').top(1))
      pages.push((page as { Id: number }[]).map(({ Id }) => Id));
    expect(pages).toEqual([[3], [1]]);
    const [batched, execute] = site.as(eero).batched();
    const refused = refusalOf(batched.web.lists.getByTitle('Incidenter').items.getById(2)());
    await execute();
    expect(await refused).toMatchObject(noItem);
  });

  it('does not see through a lookup what they may not see', async () => {
    const sp = site.as(asa);
    const { Id } = await incidents(asa)();
    await sp.web.lists.add('Åtgärder');
    const measures = sp.web.lists.getByTitle('Åtgärder');
    await measures.fields.addLookup('Incident', { LookupListId: Id, LookupFieldName: 'Title' });
    await measures.items.add({ Title: 'M1', IncidentId: 1 });
    await measures.items.add({ Title: 'M2', IncidentId: 2 });
    await incidents(asa).items.getById(2).breakRoleInheritance(false);
    const asReader = site.as(eero).web.lists.getByTitle('Åtgärder').items.select('Title', 'Incident/Title').expand('Incident');
    const [open, secret] = await asReader<{ Incident?: { Title: string } }[]>();
    expect([open?.Incident?.Title, secret?.Incident]).toEqual(['Öppen', undefined]);
    expect(await asReader.filter("startswith(Incident/Title,'Hem')")()).toEqual([]);
    expect(await measures.items.filter("startswith(Incident/Title,'Hem')")()).toHaveLength(1);
  });
});

describe('somebody given one item', () => {
  it('reaches that item and nothing else, by Limited Access up the tree', async () => {
    const item = incidents(asa).items.getById(2);
    await incidents(asa).breakRoleInheritance(false);
    await item.breakRoleInheritance(true);
    await item.roleAssignments.add(eeroId, contribute);
    const list = incidents(eero);
    expect(await list.items.select('Title')()).toMatchObject([{ Title: 'Hemlig' }]);
    await list.items.getById(2).update({ Title: 'Ändrad' });
    expect(await refusalOf(list.items.add({ Title: 'X' }))).toMatchObject(denied);
    expect((await site.as(eero).web.lists()).map(({ Title }) => Title)).not.toContain('Incidenter');
    const assignments = await incidents(asa).roleAssignments.expand('RoleDefinitionBindings', 'Member')<
      { PrincipalId: number; RoleDefinitionBindings: { Name: string }[]; Member: { Title: string } }[]
    >();
    const roleOf = (id: number): string[] =>
      assignments.find(({ PrincipalId }) => PrincipalId === id)?.RoleDefinitionBindings.map(({ Name }) => Name) ?? [];
    expect(roleOf(eeroId)).toEqual(['Limited Access']);
    await item.roleAssignments.remove(eeroId, contribute);
    expect(await refusalOf(list.items.getById(2)())).toMatchObject(noItem);
  });

  it('shows in HasUniqueRoleAssignments and in the effective permissions', async () => {
    const item = incidents(asa).items.getById(1);
    expect(await item.select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: false });
    await item.breakRoleInheritance(true);
    expect(await item.select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: true });
    await item.roleAssignments.add(eeroId, read);
    const theirs = incidents(eero).items.getById(1);
    expect(await theirs.effectiveBasePermissions()).toMatchObject({ High: '176', Low: '138612833' });
    expect(await theirs.currentUserHasPermissions(PermissionKind.ViewListItems)).toBe(true);
    expect(await theirs.currentUserHasPermissions(PermissionKind.EditListItems)).toBe(false);
    await incidents(asa).breakRoleInheritance(true, true);
    expect(await item.select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: false });
  });
});

describe('everyone', () => {
  it('as a principal lets the whole directory in', async () => {
    const everyone = await site.as(asa).web.ensureUser(`c:0-.f|rolemanager|spo-grid-all-users/5f1e6a0c-3f6b-4d0e-9a57-0d3a4a1f7c11`);
    await site.as(asa).web.roleAssignments.add(everyone.Id, read);
    expect(await incidents(maja).items()).toHaveLength(3);
  });
});

describe('an application', () => {
  it('with full control does everything, also behind broken inheritance', async () => {
    await incidents(asa).items.getById(2).breakRoleInheritance(false);
    const list = site.asApplication().web.lists.getByTitle('Incidenter');
    await list.items.getById(2).update({ Title: 'X' });
    await list.items.getById(2).roleAssignments.add(eeroId, read);
    expect(await site.asApplication().web.lists.add('Ny')).toMatchObject({ Title: 'Ny' });
    expect(await list.items.getById(2).select('Editor/Title').expand('Editor')()).toMatchObject({ Editor: { Title: 'Värna' } });
  });

  it('with read only reads', async () => {
    const list = site.asApplication(readerApplicationId).web.lists.getByTitle('Incidenter');
    expect(await list.items()).toHaveLength(3);
    expect(await refusalOf(list.items.add({ Title: 'X' }))).toMatchObject(denied);
  });

  it('without a grant on the site gets nothing', async () => {
    expect(await refusalOf(site.asApplication(strangerApplicationId).web())).toMatchObject(denied);
  });

  it('is refused with a token got by secret', async () => {
    const token = await site.standin.tokens.issue({ clientId: applicationId, audience: site.standin.origin, clientProof: 'secret' });
    expect((await fetch(`${site.url}/_api/web`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });
});

describe('a signed-in browser', () => {
  it('writes only with a form digest', async () => {
    const cookie = site.standin.tokens.sessions.start(asa.id).split(';')[0] ?? '';
    const post = (path: string, headers: Record<string, string>, body = ''): Promise<Response> =>
      fetch(`${site.url}${path}`, { method: 'POST', headers: { cookie, accept: 'application/json', ...headers }, body });
    const items = "/_api/web/lists/getByTitle('Incidenter')/items";
    expect((await fetch(`${site.url}${items}`, { headers: { cookie } })).status).toBe(200);
    const refused = await post(items, {}, '{"Title":"X"}');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ 'odata.error': { code: '-2130575251, Microsoft.SharePoint.SPException' } });
    const info = (await (await post('/_api/contextinfo', {})).json()) as { FormDigestValue: string; FormDigestTimeoutSeconds: number };
    expect(info).toMatchObject({ FormDigestTimeoutSeconds: 1800, WebFullUrl: site.url });
    expect(
      (
        await post(
          items,
          { 'x-requestdigest': info.FormDigestValue.replace(/^0x./, (start) => (start === '0x0' ? '0x1' : '0x0')) },
          '{"Title":"X"}'
        )
      ).status
    ).toBe(403);
    expect((await post(items, { 'x-requestdigest': info.FormDigestValue }, '{"Title":"X"}')).status).toBe(201);
  });
});
