// A list's own properties and what stands under it, and lists that are deleted, recycled and put back.
import '@pnp/sp/content-types/list';
import '@pnp/sp/forms/list';
import '@pnp/sp/recycle-bin';
import type { IList, IListInfo } from '@pnp/sp/lists';
import type { SPFI } from '@pnp/sp';
import { asa, eero, maja, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;
const [read, contribute] = [1073741826, 1073741827];
const noList = { status: 404, code: '-1, System.ArgumentException' };
const nometadata = { accept: 'application/json;odata=nometadata' };

let site: TestSite;
let sp: SPFI;
let made = 0;
beforeAll(async () => {
  site = await startSite();
  sp = site.as(asa);
});
afterAll(() => site.stop());

interface MadeList {
  readonly title: string;
  readonly list: IList;
}

async function newList(template = 100): Promise<MadeList> {
  made += 1;
  const title = `Lista ${made}`;
  await sp.web.lists.add(title, '', template);
  return { title, list: sp.web.lists.getByTitle(title) };
}

describe('a list', () => {
  it('has the properties of SharePoint Online, in their order', async () => {
    const { title } = await newList();
    const answer = await site.call(asa, `/_api/web/lists/getByTitle('${title}')`, { headers: nometadata });
    const list = (await answer.json()) as Row;
    expect(Object.keys(list).slice(0, 7)).toEqual([
      'AllowContentTypes',
      'BaseTemplate',
      'BaseType',
      'ContentTypesEnabled',
      'CrawlNonDefaultViews',
      'Created',
      'CurrentChangeToken'
    ]);
    const names = Object.keys(list);
    expect(names.slice(names.indexOf('ImageUrl'), names.indexOf('IrmExpire'))).toEqual([
      'ImageUrl',
      'DefaultSensitivityLabelForLibrary',
      'SensitivityLabelToEncryptOnDOwnloadForLibrary',
      'IrmEnabled'
    ]);
    expect(list).toMatchObject({
      BaseTemplate: 100,
      BaseType: 0,
      DocumentTemplateUrl: null,
      HasExternalDataSource: false,
      ImagePath: { DecodedUrl: '/_layouts/15/images/itgen.png?rev=47' },
      MajorVersionLimit: 50,
      MajorWithMinorVersionsLimit: 0,
      ParentWebPath: { DecodedUrl: sitePath },
      TemplateFeatureId: '00bfea71-de22-43b2-a848-c05709900100'
    });
    expect(list).not.toHaveProperty('OnQuickLaunch');
  });

  it('counts all its items, also for those who may not see them', async () => {
    const { title, list } = await newList();
    await list.items.add({ Title: 'A' });
    await list.items.add({ Title: 'B' });
    await list.items.getById(2).breakRoleInheritance(false);
    await list.breakRoleInheritance(true);
    const { Id } = await sp.web.ensureUser(eero.userPrincipalName);
    await list.roleAssignments.add(Id, read);
    const seen = site.as(eero).web.lists.getByTitle(title);
    expect(await seen.items()).toHaveLength(1);
    expect(await seen.select('ItemCount')()).toEqual(expect.objectContaining({ ItemCount: 2 }));
  });

  it('shows its forms, its site, its default view and its related columns', async () => {
    const { title, list } = await newList();
    const forms = await list.forms<{ Id: string; FormType: number; ServerRelativeUrl: string }[]>();
    expect(forms.map(({ FormType, ServerRelativeUrl }) => [FormType, ServerRelativeUrl])).toEqual([
      [4, `${sitePath}/Lists/${title}/DispForm.aspx`],
      [6, `${sitePath}/Lists/${title}/EditForm.aspx`],
      [8, `${sitePath}/Lists/${title}/NewForm.aspx`]
    ]);
    expect(await list.forms.getById(forms[1]?.Id ?? '')<Row>()).toMatchObject({ FormType: 6 });
    expect(await list.getParentInfos()).toMatchObject({ ParentWeb: { ServerRelativeUrl: sitePath } });
    const other = await newList();
    const { Id } = await list.select('Id')();
    await other.list.fields.addLookup('Pekar', { LookupListId: Id, LookupFieldName: 'Title' });
    expect(await list.relatedFields<Row[]>()).toMatchObject([{ ListId: (await other.list.select('Id')()).Id }]);
    const expanded = 'DefaultView/Title,ContentTypes/Name,Forms/FormType,EventReceivers/ReceiverId,ParentWeb/Title';
    const expand = 'DefaultView,ContentTypes,Forms,EventReceivers,ParentWeb';
    const address = `/_api/web/lists/getByTitle('${title}')?$select=DefaultViewUrl,DefaultNewFormUrl,${expanded}&$expand=${expand}`;
    expect(await (await site.call(asa, address, { headers: nometadata })).json()).toMatchObject({
      DefaultViewUrl: `${sitePath}/Lists/${title}/AllItems.aspx`,
      DefaultNewFormUrl: `${sitePath}/Lists/${title}/NewForm.aspx`,
      DefaultView: { Title: 'All Items' },
      ContentTypes: [{ Name: 'Item' }, { Name: 'Folder' }],
      Forms: [{ FormType: 4 }, { FormType: 6 }, { FormType: 8 }],
      EventReceivers: []
    });
  });

  it('has no event receivers, and rights management switched off', async () => {
    const { list } = await newList();
    expect(await list.eventReceivers()).toEqual([]);
    const rights = { AllowPrint: false, TemplateId: '' };
    expect(await list.informationRightsManagementSettings()).toMatchObject(rights);
    const expanded = await list.expand('InformationRightsManagementSettings')<Record<string, unknown>>();
    expect(expanded['InformationRightsManagementSettings']).toMatchObject(rights);
    expect(await list.effectiveBasePermissions()).toMatchObject({ High: '2147483647' });
  });

  it('keeps an id for an item to come, and never gives it to another', async () => {
    const { list } = await newList();
    expect(await list.reserveListItemId()).toBe(1);
    expect(await list.items.add({ Title: 'A' })).toMatchObject({ Id: 2 });
    expect(
      await refusalOf(
        site
          .as(maja)
          .web.lists.getById((await list.select('Id')()).Id)
          .reserveListItemId()
      )
    ).toMatchObject({ status: 403 });
  });

  it('is made from its template: a library is found at its own address', async () => {
    const { title, list } = await newList(101);
    expect(await list()).toMatchObject({ BaseTemplate: 101, BaseType: 1, EnableAttachments: false, EnableFolderCreation: true });
    expect(await sp.web.getList(`${sitePath}/${title}`).select('Title')()).toMatchObject({ Title: title });
    expect(await list.defaultView()).toMatchObject({ Title: 'All Documents' });
    expect(await refusalOf(sp.web.lists.add('Kalender', '', 106))).toMatchObject({ status: 501 });
    expect(await refusalOf(sp.web.lists.add('x'.repeat(256)))).toMatchObject({ status: 400 });
  });

  it('says which settings it cannot honour', async () => {
    const { list } = await newList();
    const settings: Partial<IListInfo>[] = [
      { EnableModeration: true },
      { EnableMinorVersions: true },
      { ForceCheckout: true },
      { ReadSecurity: 2 },
      { ValidationFormula: '=[Title]<>""' }
    ];
    for (const given of settings) expect(await refusalOf(list.update(given))).toMatchObject({ status: 501 });
  });
});

describe('a deleted list', () => {
  it('is gone with its columns, views and items, and leaves its title and address free', async () => {
    const { title, list } = await newList();
    await list.fields.addText('Kod', { Indexed: true });
    await list.items.add({ Title: 'A', Kod: 'x' });
    await list.items.getById(1).breakRoleInheritance(false);
    const { Id } = await list.select('Id')();
    await list.delete();
    expect(await refusalOf(list())).toMatchObject(noList);
    expect(await refusalOf(sp.web.lists.getById(Id)())).toMatchObject({
      status: 404,
      code: '-2130575322, Microsoft.SharePoint.SPException'
    });
    expect((await sp.web.lists()).map(({ Title }) => Title)).not.toContain(title);
    await sp.web.lists.add(title);
    expect(await list.select('EntityTypeName', 'ItemCount')()).toMatchObject({
      EntityTypeName: `Lista_x0020_${title.slice(6)}List`,
      ItemCount: 0
    });
  });

  it('must have the ETag that is named', async () => {
    const { list } = await newList();
    expect(await refusalOf(list.delete('"999"'))).toMatchObject({ status: 412 });
  });

  it('lets nobody delete or recycle it without managing it', async () => {
    const { title, list } = await newList();
    const { Id } = await sp.web.ensureUser(eero.userPrincipalName);
    await list.breakRoleInheritance(true);
    await list.roleAssignments.add(Id, contribute);
    const seen = site.as(eero).web.lists.getByTitle(title);
    expect(await refusalOf(seen.delete())).toMatchObject({ status: 403 });
    expect(await refusalOf(seen.recycle())).toMatchObject({ status: 403 });
    expect(await refusalOf(site.as(maja).web.lists.getByTitle(title).delete())).toMatchObject({ status: 403 });
  });
});

describe('a recycled list', () => {
  it('comes back with everything in it', async () => {
    const { title, list } = await newList();
    await list.fields.addText('Kod');
    await list.items.add({ Title: 'A', Kod: 'x' });
    await list.items.getById(1).breakRoleInheritance(false);
    const before = await list.select('Id', 'Title', 'ItemCount', 'EntityTypeName')<Row>();
    const guid = await list.recycle();
    expect(await refusalOf(list())).toMatchObject(noList);
    expect(await sp.web.recycleBin.getById(guid)<Row>()).toMatchObject({
      ItemType: 4,
      Title: title,
      LeafName: title,
      DirName: `${sitePath.slice(1)}/Lists`
    });
    await sp.web.recycleBin.getById(guid).restore();
    expect(await list.select('Id', 'Title', 'ItemCount', 'EntityTypeName')<Row>()).toEqual(before);
    expect(await list.items.getById(1).select('Kod', 'HasUniqueRoleAssignments')<Row>()).toMatchObject({
      Kod: 'x',
      HasUniqueRoleAssignments: true
    });
  });

  it('does not come back over another with its title', async () => {
    const { title, list } = await newList();
    const guid = await list.recycle();
    await sp.web.lists.add(title);
    expect(await refusalOf(sp.web.recycleBin.getById(guid).restore())).toMatchObject({
      status: 500,
      code: '-2130575342, Microsoft.SharePoint.SPException'
    });
  });

  it('is gone for good when it is removed from the bin', async () => {
    const { title, list } = await newList();
    await list.items.add({ Title: 'A' });
    const recycledItem = await list.items.getById(1).recycle();
    const guid = await list.recycle();
    await sp.web.recycleBin.getById(guid).delete();
    expect(await refusalOf(sp.web.recycleBin.getById(guid)())).toMatchObject({ status: 400 });
    expect(await refusalOf(sp.web.recycleBin.getById(recycledItem)())).toMatchObject({ status: 400 });
    expect(await refusalOf(sp.web.lists.getByTitle(title)())).toMatchObject(noList);
  });
});

describe('custom actions', () => {
  it('are those of the site collection, the site or the list, changed, removed and cleared', async () => {
    const { list } = await newList();
    const action = { Title: 'Kommando', Location: 'ClientSideExtension.ListViewCommandSet.CommandBar', Sequence: 7 };
    const { data } = (await list.userCustomActions.add(action)) as { data: { Id: string } };
    await sp.web.userCustomActions.add({ ...action, Title: 'Webbens' });
    const headers = { 'content-type': 'application/json', ...nometadata };
    const body = JSON.stringify({ ...action, Title: 'Samlingens' });
    await site.call(asa, '/_api/site/usercustomactions', { method: 'POST', headers, body });
    expect(await list.userCustomActions()).toMatchObject([{ Title: 'Kommando', Scope: 4, Sequence: 7 }]);
    expect(await sp.web.userCustomActions()).toMatchObject([{ Title: 'Webbens', Scope: 3 }]);
    expect(await (await site.call(asa, '/_api/site/usercustomactions', { headers })).json()).toMatchObject({
      value: [{ Title: 'Samlingens', Scope: 2 }]
    });
    await list.userCustomActions.getById(data.Id).update({ Title: 'Ändrad' });
    expect(await list.userCustomActions.getById(data.Id)<Row>()).toMatchObject({ Title: 'Ändrad', Sequence: 7 });
    await list.userCustomActions.getById(data.Id).delete();
    expect(await list.userCustomActions()).toEqual([]);
    await sp.web.userCustomActions.clear();
    expect(await sp.web.userCustomActions()).toEqual([]);
    expect(await refusalOf(site.as(maja).web.userCustomActions.add(action))).toMatchObject({ status: 403 });
  });
});
