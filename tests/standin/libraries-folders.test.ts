// Folders, inside and outside of libraries, through @pnp/sp: finding, making, deleting, recycling, moving and copying.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import type { IFolder } from '@pnp/sp/folders';
import '@pnp/sp/recycle-bin';
import '@pnp/sp/sharing';
import { asa, eero, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;

const library = `${sitePath}/Styrdokument`;
let site: TestSite;
let sp: SPFI;
let root: IFolder;
let number = 0;

beforeAll(async () => {
  site = await startSite();
  sp = site.as(asa);
  await sp.web.lists.add('Styrdokument', 'Riktlinjer och rutiner', 101);
  root = sp.web.getFolderByServerRelativePath(library);
});
afterAll(() => site.stop());

/** A new folder of its own for the test. */
async function newFolder(): Promise<{ readonly name: string; readonly folder: IFolder }> {
  const name = `mapp-${++number}`;
  await root.folders.addUsingPath(name);
  return { name, folder: sp.web.getFolderByServerRelativePath(`${library}/${name}`) };
}

describe('a library', () => {
  it('lies right under the site and keeps files', async () => {
    const list = sp.web.lists.getByTitle('Styrdokument');
    expect(await list.select('BaseType', 'BaseTemplate', 'EntityTypeName', 'ListItemEntityTypeFullName', 'EnableAttachments')()).toMatchObject({
      BaseType: 1,
      BaseTemplate: 101,
      EntityTypeName: 'Styrdokument',
      ListItemEntityTypeFullName: 'SP.Data.StyrdokumentItem',
      EnableAttachments: false
    });
    expect(await list.rootFolder()).toMatchObject({ Name: 'Styrdokument', ServerRelativeUrl: library, WelcomePage: '' });
    expect(await sp.web.getList(library).select('Title')()).toMatchObject({ Title: 'Styrdokument' });
    expect((await list.expand('RootFolder')<Row>())['RootFolder']).toMatchObject({ ServerRelativeUrl: library });
    expect((await list.defaultView.select('ServerRelativeUrl')()).ServerRelativeUrl).toBe(`${library}/Forms/AllItems.aspx`);
  });

  it('is there from the beginning for documents, pages and assets', async () => {
    const titles = (await sp.web.lists.select('Title', 'BaseTemplate')()).map(({ Title, BaseTemplate }) => [Title, BaseTemplate]);
    expect(titles).toEqual(expect.arrayContaining([['Documents', 101], ['Site Pages', 119], ['Site Assets', 101]]));
    expect(await sp.web.defaultDocumentLibrary.select('Title')()).toMatchObject({ Title: 'Documents' });
    expect(await (await sp.web.lists.ensureSiteAssetsLibrary())()).toMatchObject({ Title: 'Site Assets' });
    expect(await sp.web.lists.getByTitle('Site Pages').items.getById(1).file.select('Name')()).toMatchObject({ Name: 'Home.aspx' });
  });

  it('has columns for the file', async () => {
    const fields = await sp.web.lists.getByTitle('Styrdokument').fields();
    const types = Object.fromEntries(fields.map(({ InternalName, TypeAsString }) => [InternalName, TypeAsString]));
    expect(types).toMatchObject({ FileLeafRef: 'File', FileRef: 'Lookup', CheckoutUser: 'User', LinkFilename: 'Computed' });
    expect(types).not.toHaveProperty('Attachments');
  });
});

describe('a folder', () => {
  it('comes back with the properties SharePoint gives it', async () => {
    const added = (await root.folders.addUsingPath("Åsas mapp 'A' 100% #1")) as unknown as Row;
    const url = `${library}/Åsas mapp 'A' 100% #1`;
    expect(added).toMatchObject({
      'odata.type': 'SP.Folder',
      'odata.id': `${site.url}/_api/Web/GetFolderByServerRelativePath(decodedurl='${url.replaceAll("'", "''")}')`,
      Exists: true,
      IsWOPIEnabled: false,
      ItemCount: 0,
      Name: "Åsas mapp 'A' 100% #1",
      ProgID: null,
      ServerRelativeUrl: url
    });
    const folder = sp.web.getFolderByServerRelativePath(url);
    await folder.files.addUsingPath('a.txt', 'a');
    expect(await folder.select('ItemCount', 'ServerRelativePath')()).toMatchObject({ ItemCount: 1, ServerRelativePath: { DecodedUrl: url } });
    expect(await folder.files.getByUrl('a.txt').getText()).toBe('a');
    expect(await sp.web.getFolderById(String(added['UniqueId'])).select('Name')()).toMatchObject({ Name: added['Name'] });
    expect(await folder.parentFolder.select('Name')()).toMatchObject({ Name: 'Styrdokument' });
  });

  it('is an item of its library', async () => {
    const { name, folder } = await newFolder();
    const item = await folder.getItem<{ Id: number }>();
    expect(await item<Row>()).toMatchObject({ FileSystemObjectType: 1, Title: name });
    expect(await item.folder.select('Name')()).toMatchObject({ Name: name });
    expect(await root.listItemAllFields()).toMatchObject({ 'odata.null': true });
    await item.update({ FileLeafRef: `${name} ny` });
    expect(await sp.web.getFolderByServerRelativePath(`${library}/${name} ny`).select('Exists')()).toMatchObject({ Exists: true });
  });

  it('is made below another by a path, and not where nothing is', async () => {
    const { name, folder } = await newFolder();
    await folder.addSubFolderUsingPath('under');
    await root.folders.addUsingPath(`${name}/under/längst ned`);
    expect((await folder.folders.getByUrl('under').folders()).map(({ Name }) => Name)).toEqual(['längst ned']);
    expect(await refusalOf(root.folders.addUsingPath('finns inte/under'))).toMatchObject({
      status: 404,
      code: '-2147024894, System.IO.FileNotFoundException'
    });
  });

  it('tells which list and site it lies in', async () => {
    const { folder } = await newFolder();
    const { Id } = await sp.web.lists.getByTitle('Styrdokument').select('Id')();
    expect(await folder.getParentInfos()).toMatchObject({
      ParentList: { Id, RootFolderServerRelativeUrl: library, RootFolderServerRelativePath: { DecodedUrl: library } },
      ParentWeb: { ServerRelativeUrl: sitePath, Url: site.url }
    });
  });

  it('is not made twice unless asked', async () => {
    const { name } = await newFolder();
    expect(await refusalOf(root.folders.addUsingPath(name.toUpperCase()))).toMatchObject({
      status: 400,
      code: '-2130575257, Microsoft.SharePoint.SPException'
    });
    expect(await root.folders.addUsingPath(name, true)).toMatchObject({ Name: name });
  });

  it('answers 404 when it is not there, with Exists false when only that is asked', async () => {
    const missing = sp.web.getFolderByServerRelativePath(`${library}/saknas`);
    expect(await refusalOf(missing())).toMatchObject({ status: 404, code: '-2147024894, System.IO.FileNotFoundException' });
    expect(await refusalOf(missing.files())).toMatchObject({ status: 404 });
    expect(await missing.select('Exists')()).toMatchObject({ Exists: false });
    expect(await refusalOf(sp.web.getFolderByServerRelativePath('/sites/en-annan/Documents')())).toMatchObject({
      status: 400,
      code: '-2147024809, System.ArgumentException'
    });
  });

  it('goes away with everything in it', async () => {
    const { name, folder } = await newFolder();
    await folder.addSubFolderUsingPath('under');
    await folder.folders.getByUrl('under').files.addUsingPath('a.txt', 'a');
    expect(await refusalOf(folder.deleteWithParams({ DeleteIfEmpty: true }))).toMatchObject({ status: 400 });
    await folder.delete();
    expect(await sp.web.getFileByServerRelativePath(`${library}/${name}/under/a.txt`).exists()).toBe(false);
    expect(await sp.web.lists.getByTitle('Styrdokument').items.filter(`startswith(FileDirRef, '${library}/${name}')`)()).toEqual([]);
  });

  it('comes back from the recycle bin with everything in it', async () => {
    const { name, folder } = await newFolder();
    await folder.addSubFolderUsingPath('under');
    await folder.folders.getByUrl('under').files.addUsingPath('a.txt', 'a');
    const bin = await folder.recycle();
    expect(await sp.web.getFolderByServerRelativePath(`${library}/${name}`).select('Exists')()).toMatchObject({ Exists: false });
    await sp.web.recycleBin.getById(bin).restore();
    expect(await sp.web.getFileByServerRelativePath(`${library}/${name}/under/a.txt`).getText()).toBe('a');
  });

  it('is found outside of libraries too', async () => {
    const names = (await sp.web.folders()).map(({ Name }) => Name);
    expect(names).toEqual(expect.arrayContaining(['Lists', 'Shared Documents', 'SiteAssets', 'SitePages', 'Styrdokument']));
    await sp.web.folders.addUsingPath('fri mapp');
    expect(await sp.web.folders.getByUrl('fri mapp')()).toMatchObject({ ServerRelativeUrl: `${sitePath}/fri mapp` });
    await sp.web.folders.getByUrl('fri mapp').delete();
    expect(await sp.web.folders.filter("Name eq 'fri mapp'")()).toEqual([]);
    const { UniqueId } = await sp.web.rootFolder.select('UniqueId')();
    expect(await sp.web.getFolderById(UniqueId).select('UniqueId', 'ServerRelativeUrl')()).toMatchObject({ UniqueId, ServerRelativeUrl: sitePath });
    expect(await root.properties<Row>()).toMatchObject({ vti_x005f_listtitle: 'Styrdokument' });
  });

  it('takes no case to be another name in $select', async () => {
    expect(await root.select('contentTypeOrder')()).toMatchObject({ ContentTypeOrder: null });
    expect(await root.select('uniqueContentTypeOrder')()).toMatchObject({ UniqueContentTypeOrder: null });
    await root.update({ Name: 'Styrdokument' });
  });

  it('gives nothing but its address and that of its item when PnPjs asks for that', async () => {
    const { folder } = await newFolder();
    expect(Object.keys(await folder.select('odata.id')<Row>()).filter((name) => !name.startsWith('odata.'))).toEqual([]);
    expect(await folder.listItemAllFields.select('odata.id', 'Id')<Row>()).toMatchObject({ Id: expect.any(Number) as number });
    expect(await refusalOf(folder.getSharingInformation())).toMatchObject({ status: 501 });
  });

  it('says how much lies in it and below it, versions apart, as far as one may see', async () => {
    const { name, folder } = await newFolder();
    const { TimeLastModified } = await folder<{ TimeLastModified: string }>();
    expect(await folder.storageMetrics()).toMatchObject({ LastModified: TimeLastModified, TotalFileCount: '0', TotalFileStreamSize: '0', TotalSize: '0' });
    await folder.files.addUsingPath('a.txt', 'fyra');
    await folder.files.addUsingPath('a.txt', 'sju ord', { Overwrite: true });
    await folder.folders.addUsingPath('under');
    await sp.web.getFolderByServerRelativePath(`${library}/${name}/under`).files.addUsingPath('b.txt', 'tre');
    await root.folders.addUsingPath(`${name}-annan`);
    await sp.web.getFolderByServerRelativePath(`${library}/${name}-annan`).files.addUsingPath('c.txt', 'utanför');
    const file = await sp.web.getFileByServerRelativePath(`${library}/${name}/under/b.txt`)<{ TimeLastModified: string }>();
    const full = { TotalFileCount: '2', TotalFileStreamSize: '10', TotalSize: '14' };
    expect(await folder.storageMetrics()).toMatchObject({ ...full, LastModified: file.TimeLastModified });
    expect((await folder.expand('StorageMetrics')<Row>())['StorageMetrics']).toMatchObject(full);
    const all = await sp.web.rootFolder.storageMetrics<{ TotalFileCount: string }>();
    expect(Number(all.TotalFileCount)).toBeGreaterThan(2);
    const item = await sp.web.getFileByServerRelativePath(`${library}/${name}/under/b.txt`).getItem();
    await item.breakRoleInheritance(false, true);
    const { Id } = await sp.web.ensureUser(eero.userPrincipalName);
    await sp.web.roleAssignments.add(Id, (await sp.web.roleDefinitions.getByName('Read')()).Id);
    const seen = site.as(eero).web.getFolderByServerRelativePath(`${library}/${name}`);
    expect(await seen.storageMetrics()).toMatchObject({ TotalFileCount: '1', TotalFileStreamSize: '7' });
  });

  it('is shown verbosely with links to what hangs on it', async () => {
    const answer = await site.call(asa, `/_api/web/GetFolderByServerRelativePath(decodedurl='${library}')`, {
      headers: { accept: 'application/json;odata=verbose' }
    });
    const { d } = (await answer.json()) as { d: Row };
    expect(d['__metadata']).toMatchObject({ type: 'SP.Folder', uri: `${site.url}/_api/Web/GetFolderByServerRelativePath(decodedurl='${library}')` });
    expect(d['Files']).toEqual({ __deferred: { uri: `${site.url}/_api/Web/GetFolderByServerRelativePath(decodedurl='${library}')/Files` } });
  });
});

describe('moving and copying', () => {
  it('puts a file elsewhere, under the name that is asked', async () => {
    const [from, to] = [await newFolder(), await newFolder()];
    await from.folder.files.addUsingPath('a.txt', 'a');
    await from.folder.files.getByUrl('a.txt').copyTo(`${library}/${to.name}/kopia.txt`, false);
    await from.folder.files.getByUrl('a.txt').copyByPath(`${library}/${to.name}/kopia 2.txt`, false);
    await from.folder.files.getByUrl('a.txt').moveByPath(`${library}/${to.name}/flyttad.txt`, false);
    expect((await to.folder.files()).map(({ Name }) => Name)).toEqual(['flyttad.txt', 'kopia 2.txt', 'kopia.txt']);
    expect(await from.folder.files()).toEqual([]);
    expect(await to.folder.files.getByUrl('kopia.txt').getText()).toBe('a');
  });

  it('keeps a moved file the file it was, in another library too', async () => {
    const { folder } = await newFolder();
    const { UniqueId } = await folder.files.addUsingPath('b.txt', 'ett');
    await folder.files.getByUrl('b.txt').setContent('två');
    await folder.files.getByUrl('b.txt').moveByPath(`${sitePath}/SiteAssets/b.txt`, true);
    expect(await sp.web.getFileById(UniqueId).select('ServerRelativeUrl', 'UIVersionLabel')()).toMatchObject({
      ServerRelativeUrl: `${sitePath}/SiteAssets/b.txt`,
      UIVersionLabel: '2.0'
    });
    expect(await sp.web.getFileById(UniqueId).versions.getById(512).getText()).toBe('ett');
  });

  it('overwrites, or keeps both, only when asked', async () => {
    const { name, folder } = await newFolder();
    await folder.files.addUsingPath('a.txt', 'a');
    await folder.files.addUsingPath('b.txt', 'b');
    const target = `${library}/${name}/b.txt`;
    expect(await refusalOf(folder.files.getByUrl('a.txt').copyByPath(target, false))).toMatchObject({ status: 400, code: expect.stringContaining('-2130575257') as string });
    expect(await refusalOf(folder.files.getByUrl('a.txt').moveByPath(target, false))).toMatchObject({ status: 400 });
    await folder.files.getByUrl('a.txt').copyByPath(target, false, true);
    expect(await folder.files.getByUrl('b1.txt').getText()).toBe('a');
    await folder.files.getByUrl('a.txt').moveByPath(target, true);
    expect(await folder.files.getByUrl('b.txt').getText()).toBe('a');
  });

  it('takes a folder with everything in it', async () => {
    const { name, folder } = await newFolder();
    await folder.addSubFolderUsingPath('under');
    await folder.folders.getByUrl('under').files.addUsingPath('a.txt', 'a');
    await folder.copyByPath(`${library}/${name} kopia`);
    await folder.moveByPath(`${library}/${name} flyttad`);
    expect(await sp.web.getFileByServerRelativePath(`${library}/${name} kopia/under/a.txt`).getText()).toBe('a');
    expect(await sp.web.getFileByServerRelativePath(`${library}/${name} flyttad/under/a.txt`).getText()).toBe('a');
    expect(await sp.web.getFolderByServerRelativePath(`${library}/${name} flyttad`).folders()).toMatchObject([{ Name: 'under' }]);
    expect(await sp.web.getFolderByServerRelativePath(`${library}/${name}`).select('Exists')()).toMatchObject({ Exists: false });
    expect(await refusalOf(sp.web.getFolderByServerRelativePath(`${library}/${name} kopia`).moveByPath(`${library}/${name} flyttad`))).toMatchObject({
      status: 400
    });
  });
});

describe('a library that is taken away', () => {
  it('leaves no folder behind, and brings its folders back with it', async () => {
    await sp.web.lists.add('Tillfällig', '', 101);
    const list = sp.web.lists.getByTitle('Tillfällig');
    await list.rootFolder.files.addUsingPath('a.txt', 'a');
    const bin = await list.recycle();
    const folder = (): Promise<Row> => sp.web.getFolderByServerRelativePath(`${sitePath}/Tillfällig`).select('Exists')<Row>();
    expect(await folder()).toMatchObject({ Exists: false });
    await sp.web.recycleBin.getById(bin).restore();
    expect(await sp.web.getFileByServerRelativePath(`${sitePath}/Tillfällig/a.txt`).getText()).toBe('a');
    expect(await sp.web.getFolderByServerRelativePath(`${sitePath}/Tillfällig`).folders()).toMatchObject([{ Name: 'Forms' }]);
    await sp.web.lists.getByTitle('Tillfällig').delete();
    expect(await folder()).toMatchObject({ Exists: false });
  });
});
