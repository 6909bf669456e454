// What a provisioning tool does: lists, columns, views, groups, people, roles and custom actions, through @pnp/sp.
import { AddFieldOptions } from '@pnp/sp/fields';
import type { IList, IListInfo } from '@pnp/sp/lists';
import { PrincipalSource, PrincipalType } from '@pnp/sp';
import type { SPFI } from '@pnp/sp';
import type { IUserCustomActionInfo } from '@pnp/sp/user-custom-actions';
import { asa, eero, maja, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

let site: TestSite;
let sp: SPFI;
let list: IList;
beforeEach(async () => {
  site = await startSite();
  sp = site.as(asa);
  await sp.web.lists.add('Tillgångar', 'Registret');
  list = sp.web.lists.getByTitle('Tillgångar');
});
afterEach(() => site.stop());

describe('a list', () => {
  it('has an address, an entity type, a title column and a view of its own', async () => {
    expect(
      await list.expand('RootFolder').select('Title', 'EntityTypeName', 'ListItemEntityTypeFullName', 'RootFolder/ServerRelativeUrl')()
    ).toMatchObject({
      EntityTypeName: 'Tillg_x00e5_ngarList',
      ListItemEntityTypeFullName: 'SP.Data.Tillg_x00e5_ngarListItem',
      RootFolder: { ServerRelativeUrl: `${sitePath}/Lists/Tillgångar` }
    });
    expect(await sp.web.getList(`${sitePath}/Lists/Tillgångar`).select('Title')()).toMatchObject({ Title: 'Tillgångar' });
    expect(await list.fields.getByInternalNameOrTitle('Title')()).toMatchObject({ TypeAsString: 'Text', Required: true });
    expect(await list.views()).toMatchObject([
      { Title: 'All Items', DefaultView: true, ServerRelativeUrl: `${sitePath}/Lists/Tillgångar/AllItems.aspx` }
    ]);
  });

  it('is refused when the title is taken, and not found when unknown', async () => {
    expect(await refusalOf(sp.web.lists.add('TILLGÅNGAR'))).toMatchObject({
      status: 500,
      code: '-2130575342, Microsoft.SharePoint.SPException'
    });
    expect(await refusalOf(sp.web.lists.getByTitle('Nej')())).toMatchObject({ status: 404, code: '-1, System.ArgumentException' });
  });

  it('keeps its settings, and refuses those it does not know', async () => {
    await list.update({
      NoCrawl: true,
      Hidden: true,
      EnableAttachments: false,
      EnableVersioning: false,
      OnQuickLaunch: true,
      Title: 'Register'
    });
    expect(
      await sp.web.lists.getByTitle('Register').select('NoCrawl', 'Hidden', 'EnableAttachments', 'EnableVersioning', 'OnQuickLaunch')()
    ).toMatchObject({ NoCrawl: true, Hidden: true, EnableAttachments: false, EnableVersioning: false, OnQuickLaunch: true });
    expect(await refusalOf(sp.web.lists.getByTitle('Register').update({ Nonsense: true } as Partial<IListInfo>))).toMatchObject({
      status: 400,
      code: '-1, Microsoft.SharePoint.Client.InvalidClientQueryException'
    });
    expect(await refusalOf(sp.web.lists.getByTitle('Register').update({ ReadSecurity: 2 }))).toMatchObject({ status: 501 });
  });

  it('is changed only with the ETag it has', async () => {
    const before = await list<{ 'odata.etag': string }>();
    await list.update({ Description: 'A' }, before['odata.etag']);
    expect(await refusalOf(list.update({ Description: 'B' }, before['odata.etag']))).toMatchObject({ status: 412 });
  });
});

describe('a column', () => {
  it('takes its internal name from the display name unless the XML is to be followed', async () => {
    const xml = '<Field Type="Text" Name="AssetOwner" StaticName="AssetOwner" DisplayName="Ägare &amp; ombud" MaxLength="50" />';
    expect(await list.fields.createFieldAsXml({ SchemaXml: xml, Options: AddFieldOptions.AddFieldInternalNameHint })).toMatchObject({
      InternalName: 'AssetOwner',
      Title: 'Ägare & ombud',
      MaxLength: 50
    });
    expect(await list.fields.createFieldAsXml(xml)).toMatchObject({ InternalName: '_x00c4_gare_x0020__x0026__x0020_' });
  });

  it.each([
    ['<Field Type="Note" DisplayName="A" RichText="FALSE" NumLines="10" />', { FieldTypeKind: 3, RichText: false, NumberOfLines: 10 }],
    [
      '<Field Type="Choice" DisplayName="A"><CHOICES><CHOICE>Låg</CHOICE><CHOICE>Hög</CHOICE></CHOICES><Default>Låg</Default></Field>',
      { FieldTypeKind: 6, Choices: ['Låg', 'Hög'], DefaultValue: 'Låg' }
    ],
    ['<Field Type="DateTime" DisplayName="A" Format="DateOnly" />', { FieldTypeKind: 4, DisplayFormat: 0 }],
    [
      '<Field Type="User" DisplayName="A" UserSelectionMode="PeopleOnly" />',
      { FieldTypeKind: 20, SelectionMode: 0, AllowMultipleValues: false }
    ],
    ['<Field Type="UserMulti" DisplayName="A" Mult="TRUE" />', { TypeAsString: 'UserMulti', AllowMultipleValues: true }],
    ['<Field Type="Number" DisplayName="A" Min="0" Max="4" />', { FieldTypeKind: 9, MinimumValue: 0, MaximumValue: 4 }],
    [
      '<Field Type="Text" DisplayName="A" Indexed="TRUE" EnforceUniqueValues="TRUE" Required="TRUE" />',
      { Indexed: true, EnforceUniqueValues: true, Required: true }
    ]
  ])('of %s has what it says', async (xml, expected) => {
    expect(await list.fields.createFieldAsXml(xml)).toMatchObject(expected);
    expect(await list.fields.getByTitle('A')()).toMatchObject(expected);
  });

  it('is updated: title, index, uniqueness, choices', async () => {
    await list.fields.addText('Kod');
    const field = list.fields.getByInternalNameOrTitle('Kod');
    await field.update({ Title: 'Beteckning', Indexed: true, EnforceUniqueValues: true }, 'SP.FieldText');
    expect(await list.fields.getByTitle('Beteckning')()).toMatchObject({ InternalName: 'Kod', Indexed: true, EnforceUniqueValues: true });
    await list.fields.addChoice('Nivå', { Choices: ['1'] });
    await list.fields.getByTitle('Nivå').update({ Choices: ['1', '2'] }, 'SP.FieldChoice');
    expect(await list.fields.getByTitle('Nivå')()).toMatchObject({ Choices: ['1', '2'] });
  });

  it('cannot be made unique over duplicates, nor unknown ones be read', async () => {
    await list.fields.addText('Kod', { Indexed: true });
    await list.items.add({ Title: 'A', Kod: 'x' });
    await list.items.add({ Title: 'B', Kod: 'X' });
    expect(await refusalOf(list.fields.getByTitle('Kod').update({ EnforceUniqueValues: true }, 'SP.FieldText'))).toMatchObject({
      status: 500
    });
    expect(await refusalOf(list.fields.getByInternalNameOrTitle('Nej')())).toMatchObject({
      status: 400,
      code: '-2147024809, System.ArgumentException'
    });
  });

  it('of dates only keeps the local day', async () => {
    await list.fields.createFieldAsXml('<Field Type="DateTime" DisplayName="Dag" Format="DateOnly" />');
    await list.items.add({ Title: 'A', Dag: '2026-07-01T00:00:00Z' });
    expect(await list.items.getById(1)()).toMatchObject({ Dag: '2026-06-30T22:00:00Z' });
  });
});

describe('a view', () => {
  it('is added, filled, changed and removed', async () => {
    await list.fields.addText('Kod');
    await list.views.add('Mina', false, { RowLimit: 50, ViewQuery: '<OrderBy><FieldRef Name="ID" /></OrderBy>' });
    const view = list.views.getByTitle('Mina');
    await view.fields.removeAll();
    for (const name of ['LinkTitle', 'Kod', 'Modified']) await view.fields.add(name);
    await view.fields.move('Modified', 0);
    await view.fields.remove('Kod');
    expect(await view.fields()).toMatchObject({ Items: ['Modified', 'LinkTitle'] });
    await view.update({ DefaultView: true, RowLimit: 100 });
    expect((await list.views()).map(({ Title, DefaultView }) => [Title, DefaultView])).toEqual([
      ['All Items', false],
      ['Mina', true]
    ]);
    await list.views.getByTitle('All Items').delete();
    expect(await refusalOf(list.views.getByTitle('All Items')())).toMatchObject({ status: 400 });
  });
});

describe('people and groups', () => {
  it('are found by id, address, login name and filter', async () => {
    const ensured = await sp.web.ensureUser(maja.userPrincipalName);
    expect(ensured).toMatchObject({
      Title: "Maja O'Brien",
      Email: maja.mail,
      LoginName: `i:0#.f|membership|${maja.userPrincipalName}`,
      PrincipalType: 1
    });
    expect(await sp.web.siteUsers.getById(ensured.Id)()).toMatchObject({ Id: ensured.Id });
    expect(await sp.web.siteUsers.getByEmail(maja.mail)()).toMatchObject({ Id: ensured.Id });
    expect(await sp.web.siteUsers.getByLoginName(ensured.LoginName)()).toMatchObject({ Id: ensured.Id });
    expect(await sp.web.siteUsers.filter(`Email eq '${maja.mail.toUpperCase()}'`)()).toMatchObject([{ Id: ensured.Id }]);
    expect(await sp.web.getUserById(ensured.Id)()).toMatchObject({ Id: ensured.Id });
    expect((await sp.web.ensureUser(ensured.LoginName)).Id).toBe(ensured.Id);
  });

  it('unknown answer with the codes of SharePoint', async () => {
    const code = '-2146232832, Microsoft.SharePoint.SPException';
    expect(await refusalOf(sp.web.ensureUser('nobody@haparanda.example'))).toMatchObject({ status: 400, code });
    expect(await refusalOf(sp.web.siteUsers.getById(999)())).toMatchObject({ status: 500, code });
    expect(await refusalOf(sp.web.siteGroups.getByName('Nej')())).toMatchObject({ status: 404, code });
  });

  it('go in and out of groups', async () => {
    const { Id } = await sp.web.siteGroups.add({ Title: 'Dataskydd', Description: 'Dataskyddsombudet' });
    const group = sp.web.siteGroups.getByName('Dataskydd');
    await group.users.add(`i:0#.f|membership|${eero.userPrincipalName}`);
    expect(await sp.web.siteGroups.getById(Id).users()).toMatchObject([{ Email: eero.mail }]);
    expect(await sp.web.siteGroups.filter("Title eq 'Dataskydd'").expand('Users')()).toMatchObject([{ Users: [{ Email: eero.mail }] }]);
    await group.users.removeByLoginName(`i:0#.f|membership|${eero.userPrincipalName}`);
    expect(await group.users()).toEqual([]);
    expect(await refusalOf(sp.web.siteGroups.add({ Title: 'dataskydd' }))).toMatchObject({ status: 500 });
  });

  it('are suggested by the people picker', async () => {
    const search = (QueryString: string): Promise<{ Key: string; DisplayText: string; EntityData: Record<string, string> }[]> =>
      sp.profiles.clientPeoplePickerSearchUser({
        AllowEmailAddresses: true,
        AllowMultipleEntities: false,
        AllUrlZones: false,
        MaximumEntitySuggestions: 10,
        PrincipalSource: PrincipalSource.All,
        PrincipalType: PrincipalType.User,
        QueryString
      }) as never;
    expect(await search('nie')).toMatchObject([
      {
        Key: `i:0#.f|membership|${eero.userPrincipalName}`,
        DisplayText: 'Eero Niemi',
        EntityData: { Email: eero.mail, Title: 'Handläggare', Department: 'Socialförvaltningen', ObjectId: eero.id }
      }
    ]);
    expect(await search('åsa')).toHaveLength(1);
    expect(await search('zzz')).toEqual([]);
  });
});

describe('the site', () => {
  it('has the standard roles, and its groups have theirs', async () => {
    expect(await sp.web.roleDefinitions.getByName('Full Control')()).toMatchObject({
      Id: 1073741829,
      RoleTypeKind: 5,
      BasePermissions: { High: '2147483647', Low: '4294967295' }
    });
    expect(await sp.web.roleDefinitions.getByType(2)()).toMatchObject({ Name: 'Read', Id: 1073741826 });
    const assignments = await sp.web.roleAssignments.expand('Member', 'RoleDefinitionBindings')<
      { Member: { Title: string }; RoleDefinitionBindings: { Name: string }[] }[]
    >();
    expect(assignments.map(({ Member, RoleDefinitionBindings }) => [Member.Title, RoleDefinitionBindings[0]?.Name])).toEqual([
      ['Informationssäkerhet Owners', 'Full Control'],
      ['Informationssäkerhet Visitors', 'Read'],
      ['Informationssäkerhet Members', 'Edit']
    ]);
  });

  it('is renamed, and keeps its name when made again', async () => {
    await sp.web.update({ Title: 'Värna' });
    site.standin.createSite({ path: sitePath, title: 'Något annat', administrators: [eero.userPrincipalName] });
    expect(await site.as(eero).web.select('Title', 'ServerRelativeUrl')()).toMatchObject({ Title: 'Värna', ServerRelativeUrl: sitePath });
    expect(await sp.site.select('Url')()).toMatchObject({ Url: site.url });
  });

  it('carries the command sets of a list', async () => {
    const action = {
      Title: 'Värna',
      Location: 'ClientSideExtension.ListViewCommandSet',
      ClientSideComponentId: '0b8f7d0e-4a6f-4a53-9a11-000000000001',
      ClientSideComponentProperties: '{}'
    };
    await list.userCustomActions.add(action);
    const [added] = await list.userCustomActions();
    const one = list.userCustomActions.getById(added?.Id ?? '');
    const changed = { ClientSideComponentProperties: '{"a":1}' };
    await one.update(changed as Partial<IUserCustomActionInfo>);
    expect(await list.userCustomActions()).toMatchObject([{ ...action, ClientSideComponentProperties: '{"a":1}', Scope: 4 }]);
    expect(await sp.web.userCustomActions()).toEqual([]);
    await one.delete();
    expect(await list.userCustomActions()).toEqual([]);
  });
});
