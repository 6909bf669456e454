// Files over time, through @pnp/sp: checking out and in, versions, uploads in pieces.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import { CheckinType } from '@pnp/sp/files';
import type { IFile } from '@pnp/sp/files';
import '@pnp/sp/folders';
import { asa, eero, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;

const library = `${sitePath}/Shared Documents`;
let site: TestSite;
let sp: SPFI;
let number = 0;

beforeAll(async () => {
  site = await startSite();
  sp = site.as(asa);
  const { Id } = await sp.web.ensureUser(eero.userPrincipalName);
  await sp.web.roleAssignments.add(Id, 1073741827);
});
afterAll(() => site.stop());

/** A new file of its own for the test. */
async function newFile(content = 'Första versionen'): Promise<IFile> {
  const { ServerRelativeUrl } = await sp.web.getFolderByServerRelativePath(library).files.addUsingPath(`fil-${++number}.txt`, content);
  return sp.web.getFileByServerRelativePath(ServerRelativeUrl);
}

describe('a checked-out file', () => {
  it('is the one version until it is checked in', async () => {
    const file = await newFile('före');
    await file.checkout();
    expect(await file.select('CheckOutType', 'Level')()).toMatchObject({ CheckOutType: 0, Level: 255 });
    await file.setContent('utkast 1');
    await file.setContent('utkast 2');
    await file.checkin('Klart', CheckinType.Major);
    expect(await file.select('*')()).toMatchObject({ CheckOutType: 2, Level: 1, CheckInComment: 'Klart', UIVersionLabel: '2.0' });
    expect(await file.versions<Row[]>()).toMatchObject([{ VersionLabel: '1.0' }]);
  });

  it('shows others what it was, and takes no change from them', async () => {
    const file = await newFile('före');
    await file.checkout();
    await file.setContent('mitt utkast');
    const { ServerRelativeUrl } = await file.select('ServerRelativeUrl')();
    const theirs = site.as(eero).web.getFileByServerRelativePath(ServerRelativeUrl);
    expect(await theirs.getText()).toBe('före');
    const refused = { status: 423, code: '-2130575306, Microsoft.SharePoint.SPFileCheckOutException' };
    expect(await refusalOf(theirs.setContent('nej'))).toMatchObject({
      ...refused,
      message: `The file "${site.standin.origin}${ServerRelativeUrl}" is checked out for editing by i:0#.f|membership|${asa.userPrincipalName}.`
    });
    expect(await refusalOf(theirs.checkout())).toMatchObject(refused);
    expect(await refusalOf(theirs.delete())).toMatchObject(refused);
    expect(await refusalOf(theirs.undoCheckout())).toMatchObject(refused);
    expect(await refusalOf(theirs.getItem().then((item) => item.update({ Title: 'nej' })))).toMatchObject(refused);
  });

  it('is what it was when the check-out is taken back', async () => {
    const file = await newFile('före');
    await file.checkout();
    await file.setContent('ångrat');
    await (await file.getItem()).update({ Title: 'ångrat' });
    await file.undoCheckout();
    expect(await file.getText()).toBe('före');
    expect(await file()).toMatchObject({ Title: null, CheckOutType: 2, UIVersionLabel: '1.0' });
    expect(await refusalOf(file.undoCheckout())).toMatchObject({
      status: 423,
      code: '-2147024738, Microsoft.SharePoint.SPFileCheckOutException'
    });
  });

  it('is not published where only major versions are kept, and not approved at all', async () => {
    const file = await newFile();
    expect(await refusalOf(file.publish('nu'))).toMatchObject({ message: expect.stringContaining('minor version enabled list') as string });
    expect(await refusalOf(file.approve('ja'))).toMatchObject({ status: 501 });
  });
});

describe('versions of a file', () => {
  let file: IFile;
  beforeEach(async () => {
    file = await newFile('ett');
    await file.setContent('två');
    await file.setContent('tre');
  });

  it('are those before the current one, oldest first, with their content', async () => {
    const versions = (await file.versions()) as unknown as Row[];
    const { Name } = await file.select('Name')();
    expect(versions).toMatchObject([
      { ID: 512, VersionLabel: '1.0', Length: '3', Size: 3, IsCurrentVersion: false, Url: `_vti_history/512/Shared%20Documents/${Name}` },
      { ID: 1024, VersionLabel: '2.0', Size: 4 }
    ]);
    const expanded = await file.select('Versions/ID', 'Author/Title').expand('Versions', 'Author')<Row>();
    expect(expanded).toMatchObject({ Versions: [{ ID: 512 }, { ID: 1024 }], Author: { Title: 'Åsa Lindgren' } });
    expect(await file.versions.getById(512).getText()).toBe('ett');
    expect(await file.versions.getById(1024).getText()).toBe('två');
  });

  it('can be gone back to', async () => {
    await file.versions.restoreByLabel('1.0');
    expect(await file.getText()).toBe('ett');
    expect(await file()).toMatchObject({ UIVersionLabel: '4.0', Length: '3' });
  });

  it('are deleted by id, by label, and all', async () => {
    await file.versions.deleteById(512);
    expect(await file.versions<Row[]>()).toMatchObject([{ ID: 1024 }]);
    await file.versions.deleteByLabel('2.0');
    expect(await file.versions()).toEqual([]);
    await file.setContent('fyra');
    await file.versions.deleteAll();
    expect(await file.versions()).toEqual([]);
    expect(await file.getText()).toBe('fyra');
    expect(await refusalOf(file.versions.getById(512)())).toMatchObject({ status: 404 });
  });
});

describe('an upload in pieces', () => {
  it('becomes the file when it is finished', async () => {
    const content = 'abcdefghijklmnopqrstuvwxyz'.repeat(50);
    const { files } = sp.web.getFolderByServerRelativePath(library);
    await files.addChunked('bitar.txt', new Blob([content]), { chunkSize: 400, progress: () => undefined, Overwrite: true });
    expect(await files.getByUrl('bitar.txt').getText()).toBe(content);
    await files.addChunked('liten.txt', new Blob(['kort']), { Overwrite: true });
    expect(await files.getByUrl('liten.txt').getText()).toBe('kort');
  });

  it('answers how far it has come, and refuses a gap or another upload', async () => {
    const { ServerRelativeUrl } = await (await newFile()).select('ServerRelativeUrl')();
    const file = `/_api/web/GetFileByServerRelativePath(decodedurl='${ServerRelativeUrl}')`;
    const guid = "guid'0f0f0f0f-0000-4000-8000-000000000001'";
    const send = (call: string, body: string): Promise<Response> => site.call(asa, `${file}/${call}`, { method: 'POST', body });
    expect(await (await send(`startUpload(uploadId=${guid})`, 'abc')).json()).toMatchObject({ value: '3' });
    expect((await send(`continueUpload(uploadId=${guid},fileOffset=2)`, 'def')).status).toBe(400);
    expect(await (await send(`continueUpload(uploadId=${guid},fileOffset=3)`, 'def')).json()).toMatchObject({ value: '6' });
    expect((await send(`finishUpload(uploadId=guid'0f0f0f0f-0000-4000-8000-000000000002',fileOffset=6)`, '')).status).toBe(400);
    expect((await send(`cancelUpload(uploadId=${guid})`, '')).status).toBe(200);
    expect((await send(`finishUpload(uploadId=${guid},fileOffset=6)`, '')).status).toBe(400);
  });
});
