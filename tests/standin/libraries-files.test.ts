// Files in document libraries, through @pnp/sp: adding, reading, overwriting, items, checking out and in, versions, uploads in pieces, deleting.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import { CheckinType } from '@pnp/sp/files';
import type { IFile } from '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/recycle-bin';
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
async function newFile(content = 'Första versionen', name = `fil-${++number}.txt`): Promise<IFile> {
  const { ServerRelativeUrl } = await sp.web.getFolderByServerRelativePath(library).files.addUsingPath(name, content);
  return sp.web.getFileByServerRelativePath(ServerRelativeUrl);
}

describe('a file', () => {
  it('comes back with the properties SharePoint gives it', async () => {
    const added = (await sp.web.defaultDocumentLibrary.rootFolder.files.addUsingPath('Riktlinje.docx', 'Hej')) as unknown as Row;
    const guid = String(added['UniqueId']);
    expect(added).toMatchObject({
      'odata.type': 'SP.File',
      'odata.id': `${site.url}/_api/Web/GetFileByServerRelativePath(decodedurl='${library}/Riktlinje.docx')`,
      'odata.editLink': `Web/GetFileByServerRelativePath(decodedurl='${sitePath}/Shared%20Documents/Riktlinje.docx')`,
      CheckInComment: '',
      CheckOutType: 2,
      ContentTag: `{${guid.toUpperCase()}},1,1`,
      ETag: `"{${guid.toUpperCase()}},1"`,
      Exists: true,
      Length: '3',
      Level: 1,
      LinkingUri: `${site.standin.origin}${sitePath}/Shared%20Documents/Riktlinje.docx?d=w${guid.replaceAll('-', '')}`,
      LinkingUrl: `${site.standin.origin}${library}/Riktlinje.docx?d=w${guid.replaceAll('-', '')}`,
      MajorVersion: 1,
      MinorVersion: 0,
      Name: 'Riktlinje.docx',
      ServerRelativeUrl: `${library}/Riktlinje.docx`,
      Title: null,
      UIVersion: 512,
      UIVersionLabel: '1.0'
    });
    expect(await sp.web.getFileById(guid).select('Name')()).toMatchObject({ Name: 'Riktlinje.docx' });
  });

  it.each(["Åsas 'plan' 100% #1.txt", 'a & b = c + d.txt', "O''Brien.txt", 'mellan slag.txt', '%20.txt'])('keeps the name %s', async (name) => {
    const { files } = sp.web.getFolderByServerRelativePath(library);
    const added = await files.addUsingPath(name, name);
    expect(added.Name).toBe(name);
    expect(await sp.web.getFileByServerRelativePath(`${library}/${name}`).getText()).toBe(name);
    expect(await sp.web.getFileByServerRelativePath(`!@p1::${library}/${name}`)()).toMatchObject({ Name: name });
    expect(await files.filter(`Name eq '${name.replaceAll("'", "''")}'`)()).toHaveLength(1);
    const item = await sp.web.getFileByServerRelativePath(`${library}/${name}`).getItem();
    const { EncodedAbsUrl } = await item.select('EncodedAbsUrl')<{ EncodedAbsUrl: string }>();
    expect(await sp.web.getFileByUrl(EncodedAbsUrl)()).toMatchObject({ Name: name });
  });

  it('holds bytes as they came, whatever is accepted', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 0xc3, 0x28, 128]);
    const added = await site.call(asa, `/_api/web/GetFolderByServerRelativeUrl('Shared%20Documents')/Files/add(url='bin.dat',overwrite=true)`, {
      method: 'POST',
      body: bytes
    });
    expect(added.status).toBe(200);
    const read = await site.call(asa, `/_api/web/GetFileByServerRelativePath(decodedurl='${library}/bin.dat')/$value`, {
      headers: { accept: 'application/json;odata=verbose' }
    });
    expect(read.headers.get('content-type')).toBe('application/octet-stream');
    expect(Buffer.from(await read.arrayBuffer())).toEqual(bytes);
  });

  it('is not overwritten unless asked', async () => {
    const file = await newFile('a', 'skriv-inte-over.txt');
    const { files } = sp.web.getFolderByServerRelativePath(library);
    expect(await refusalOf(files.addUsingPath('Skriv-inte-over.txt', 'b'))).toMatchObject({
      status: 400,
      code: '-2130575257, Microsoft.SharePoint.SPException',
      message: expect.stringContaining('A file with the name Shared Documents/skriv-inte-over.txt already exists. It was last modified by') as string
    });
    expect((await files.addUsingPath('skriv-inte-over.txt', 'c', { EnsureUniqueFileName: true, Overwrite: false })).Name).toBe('skriv-inte-over1.txt');
    expect((await files.addUsingPath('skriv-inte-over.txt', 'd', { Overwrite: true })).UIVersionLabel).toBe('2.0');
    expect(await file.getText()).toBe('d');
  });

  it('answers 404 when it is not there, with Exists false when only that is asked', async () => {
    const missing = sp.web.getFileByServerRelativePath(`${library}/finns-inte.txt`);
    expect(await refusalOf(missing())).toMatchObject({ status: 404, code: '-2130575338, Microsoft.SharePoint.SPException' });
    expect(await refusalOf(missing.getText())).toMatchObject({ status: 404 });
    expect(await missing.exists()).toBe(false);
    expect(await (await newFile()).exists()).toBe(true);
  });

  it.each(['a/b|c.txt', 'a*b.txt', 'fråga?.txt', ' blank.txt', 'punkt.'])('is refused the name %s', async (name) => {
    const { files } = sp.web.getFolderByServerRelativePath(library);
    expect(await refusalOf(files.addUsingPath(name, ''))).toMatchObject({ status: expect.any(Number) as number });
    expect(await files.filter(`startswith(Name, '${name.slice(0, 3)}')`)()).toEqual([]);
  });

  it('gets new content by $value, with the ETag it has', async () => {
    const file = await newFile();
    await file.setContent('Andra versionen');
    expect(await file.getText()).toBe('Andra versionen');
    const { ETag, Length } = await file.select('ETag', 'Length')<{ ETag: string; Length: string }>();
    expect([ETag.endsWith(',2"'), Length]).toEqual([true, '15']);
    const { ServerRelativeUrl } = await file.select('ServerRelativeUrl')();
    const put = (etag: string): Promise<Response> =>
      site.call(asa, `/_api/web/GetFileByServerRelativePath(decodedurl='${ServerRelativeUrl}')/$value`, {
        method: 'PUT',
        headers: { 'if-match': etag },
        body: 'Tredje'
      });
    expect((await put(ETag.replace(',2', ',1'))).status).toBe(412);
    expect((await put(ETag)).status).toBe(204);
    expect(await file.getText()).toBe('Tredje');
  });

  it('is an item of its library, with columns of its own', async () => {
    const file = await newFile('x', 'dokument.txt');
    const selected = file.listItemAllFields.select('FileLeafRef', 'FileRef', 'FileDirRef', 'FSObjType', 'File_x0020_Type');
    expect(await selected()).toMatchObject({
      FileLeafRef: 'dokument.txt',
      FileRef: `${library}/dokument.txt`,
      FileDirRef: library,
      FSObjType: 0,
      File_x0020_Type: 'txt'
    });
    await (await file.getItem()).update({ Title: 'Rubriken' });
    expect(await file()).toMatchObject({ Title: 'Rubriken', UIVersionLabel: '2.0' });
    const [found] = await sp.web.defaultDocumentLibrary.items.filter("FileLeafRef eq 'dokument.txt'").expand('File')<Row[]>();
    expect(found).toMatchObject({ FileSystemObjectType: 0, File: { Name: 'dokument.txt' }, CheckoutUserId: null });
    expect(found).not.toHaveProperty('Attachments');
    expect(String(found?.['ContentTypeId'])).toMatch(/^0x0101/);
  });

  it('is renamed through its item', async () => {
    const file = await newFile('x', 'gammalt-namn.txt');
    const item = await file.getItem();
    await item.update({ FileLeafRef: 'nytt-namn.txt' });
    expect(await sp.web.getFileByServerRelativePath(`${library}/nytt-namn.txt`).getText()).toBe('x');
    expect(await file.exists()).toBe(false);
  });

  it('cannot be made by adding an item', async () => {
    expect(await refusalOf(sp.web.defaultDocumentLibrary.items.add({ Title: 'Ingen fil' }))).toMatchObject({
      status: 500,
      message: 'To add an item to a document library, use SPFileCollection.Add()'
    });
  });

  it('goes away by delete, by delete with parameters and by recycle', async () => {
    const [a, b, c] = [await newFile(), await newFile(), await newFile()];
    await a.delete();
    await b.deleteWithParams({ BypassSharedLock: true });
    expect(await c.recycle()).toMatch(/^[\da-f-]{36}$/);
    expect(await Promise.all([a, b, c].map((file) => file.exists()))).toEqual([false, false, false]);
  });

  it('comes back from the recycle bin with its content and its versions', async () => {
    const file = await newFile('ett');
    await file.setContent('två');
    const bin = await file.recycle();
    await sp.web.recycleBin.getById(bin).restore();
    expect(await file.getText()).toBe('två');
    expect(await file.versions()).toHaveLength(1);
  });
});

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
