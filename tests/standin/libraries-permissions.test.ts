// Who may do what with files and folders: strangers, readers, and those who were given a single file or library.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import { asa, eero, maja, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

const read = 1073741826;
const contribute = 1073741827;
const library = `${sitePath}/Shared Documents`;
const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };

let site: TestSite;
let owner: SPFI;
let reader: SPFI;
let readerId: number;

beforeAll(async () => {
  site = await startSite();
  owner = site.as(asa);
  reader = site.as(eero);
  ({ Id: readerId } = await owner.web.ensureUser(eero.userPrincipalName));
  await owner.web.roleAssignments.add(readerId, read);
  const root = owner.web.getFolderByServerRelativePath(library);
  await root.folders.addUsingPath('mapp');
  await root.files.addUsingPath('mapp/öppen.txt', 'för alla');
  await root.files.addUsingPath('mapp/sluten.txt', 'för få');
  await root.files.getByUrl('mapp/sluten.txt').setContent('för mycket få');
  const secret = await owner.web.getFileByServerRelativePath(`${library}/mapp/sluten.txt`).getItem();
  await secret.breakRoleInheritance(false);
});
afterAll(() => site.stop());

it('lets a stranger find nothing', async () => {
  const { web } = site.as(maja);
  expect(await refusalOf(web.folders())).toMatchObject(denied);
  expect(await refusalOf(web.getFileByServerRelativePath(`${library}/mapp/öppen.txt`).getText())).toMatchObject(denied);
  expect(await refusalOf(web.getFolderByServerRelativePath(library).select('Exists')())).toMatchObject(denied);
});

it('lets a reader read', async () => {
  const folder = reader.web.getFolderByServerRelativePath(`${library}/mapp`);
  expect(await folder.files.getByUrl('öppen.txt').getText()).toBe('för alla');
  expect(await reader.web.defaultDocumentLibrary.items.select('FileLeafRef')()).toMatchObject([{ FileLeafRef: 'mapp' }, { FileLeafRef: 'öppen.txt' }]);
});

it('refuses a reader every write', async () => {
  const folder = reader.web.getFolderByServerRelativePath(`${library}/mapp`);
  const file = reader.web.getFileByServerRelativePath(`${library}/mapp/öppen.txt`);
  const writes = [
    () => folder.files.addUsingPath('ny.txt', 'ny'),
    () => folder.files.addUsingPath('öppen.txt', 'ny', { Overwrite: true }),
    () => folder.folders.addUsingPath('ny'),
    () => folder.addSubFolderUsingPath('ny'),
    () => folder.delete(),
    () => folder.recycle(),
    () => reader.web.folders.addUsingPath('ny'),
    () => file.setContent('ändrad'),
    () => file.checkout(),
    () => file.delete(),
    () => file.recycle(),
    () => file.copyTo(`${library}/kopia.txt`, true),
    () => file.copyByPath(`${library}/kopia.txt`, true),
    () => file.moveByPath(`${library}/flyttad.txt`, true),
    () => file.versions.deleteAll(),
    () => file.versions.restoreByLabel('1.0'),
    () => folder.copyByPath(`${library}/kopia`),
    () => folder.moveByPath(`${library}/flyttad`),
    () => reader.web.lists.add('Egen', '', 101)
  ];
  const refusals: number[] = [];
  for (const write of writes) refusals.push((await refusalOf(write())).status);
  expect(refusals).toEqual(writes.map((_, index) => (index === 15 ? 404 : 403)));
  const started = await site.call(eero, `/_api/web/GetFileByServerRelativePath(decodedurl='${library}/mapp/öppen.txt')/startUpload(uploadId=guid'0f0f0f0f-0000-4000-8000-000000000003')`, { method: 'POST', body: 'x' });
  expect(started.status).toBe(403);
  expect(await owner.web.getFolderByServerRelativePath(library).files()).toEqual([]);
});

it('does not show a file to whom it is closed, whichever way they come', async () => {
  const path = `${library}/mapp/sluten.txt`;
  const { UniqueId } = await owner.web.getFileByServerRelativePath(path).select('UniqueId')();
  const missing = { status: 404, code: '-2130575338, Microsoft.SharePoint.SPException' };
  expect(await refusalOf(reader.web.getFileByServerRelativePath(path)())).toMatchObject(missing);
  expect(await refusalOf(reader.web.getFileByServerRelativePath(path).getText())).toMatchObject(missing);
  expect(await refusalOf(reader.web.getFileByServerRelativePath(path).versions.getById(512).getText())).toMatchObject(missing);
  expect(await refusalOf(reader.web.getFileById(UniqueId)())).toMatchObject(missing);
  expect(await reader.web.getFileById(UniqueId).exists()).toBe(false);
  const folder = reader.web.getFolderByServerRelativePath(`${library}/mapp`);
  expect((await folder.files()).map(({ Name }) => Name)).toEqual(['öppen.txt']);
  expect((await folder.expand('Files')<{ Files: { Name: string }[] }>()).Files.map(({ Name }) => Name)).toEqual(['öppen.txt']);
  expect(await reader.web.getFolderByServerRelativePath(`${library}/mapp`).select('ItemCount')()).toMatchObject({ ItemCount: 1 });
});

it('keeps a folder from being deleted by who may not delete all in it', async () => {
  const { Id } = await owner.web.ensureUser(maja.userPrincipalName);
  await owner.web.defaultDocumentLibrary.breakRoleInheritance(true);
  await owner.web.defaultDocumentLibrary.roleAssignments.add(Id, contribute);
  const folder = site.as(maja).web.getFolderByServerRelativePath(`${library}/mapp`);
  expect(await refusalOf(folder.delete())).toMatchObject(denied);
  expect(await refusalOf(folder.recycle())).toMatchObject(denied);
  expect(await owner.web.getFileByServerRelativePath(`${library}/mapp/öppen.txt`).getText()).toBe('för alla');
});

it('does not show a library to whom it is closed', async () => {
  await owner.web.lists.add('Ledning', '', 101);
  const list = owner.web.lists.getByTitle('Ledning');
  await list.rootFolder.files.addUsingPath('protokoll.txt', 'hemligt');
  await list.breakRoleInheritance(false);
  expect((await reader.web.folders()).map(({ Name }) => Name)).not.toContain('Ledning');
  expect(await refusalOf(reader.web.getFolderByServerRelativePath(`${sitePath}/Ledning`)())).toMatchObject({ status: 404 });
  expect(await refusalOf(reader.web.getFileByServerRelativePath(`${sitePath}/Ledning/protokoll.txt`)())).toMatchObject({ status: 404 });
});

it('shows one file of a closed library to whom it was given', async () => {
  const file = owner.web.getFileByServerRelativePath(`${sitePath}/Ledning/protokoll.txt`);
  await owner.web.lists.getByTitle('Ledning').rootFolder.files.addUsingPath('annat.txt', 'hemligt');
  const item = await file.getItem();
  await item.breakRoleInheritance(false);
  await item.roleAssignments.add(readerId, read);
  expect(await reader.web.getFileByServerRelativePath(`${sitePath}/Ledning/protokoll.txt`).getText()).toBe('hemligt');
  expect((await reader.web.getFolderByServerRelativePath(`${sitePath}/Ledning`).files()).map(({ Name }) => Name)).toEqual(['protokoll.txt']);
});
