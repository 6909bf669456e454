// Files in document libraries, through @pnp/sp: adding, reading, overwriting, their items, deleting.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import type { IFile } from '@pnp/sp/files';
import { TemplateFileType } from '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/recycle-bin';
import { asa, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;

const library = `${sitePath}/Shared Documents`;
let site: TestSite;
let sp: SPFI;
let number = 0;

beforeAll(async () => {
  site = await startSite();
  sp = site.as(asa);
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

  it('has a property bag that names its list', async () => {
    const file = await newFile('tolv bokstäv');
    const { Id } = await sp.web.defaultDocumentLibrary.select('Id')();
    const { Properties } = await file.expand('Properties')<{ Properties: Row }>();
    expect(Properties).toMatchObject({
      vti_x005f_author: `i:0#.f|membership|${asa.userPrincipalName}`,
      vti_x005f_filesize: 13,
      vti_x005f_level: 1,
      vti_x005f_listid: `{${Id.toUpperCase()}}`,
      vti_x005f_sourcecontrolversion: 'V1.0'
    });
    const { ServerRelativeUrl } = await file.select('ServerRelativeUrl')();
    const bag = await site.call(asa, `/_api/web/getFileByServerRelativePath(decodedUrl='${ServerRelativeUrl}')/properties`);
    expect(await bag.json()).toMatchObject({ 'odata.type': 'SP.PropertyValues', vti_x005f_etag: (await file.select('ETag')()).ETag });
  });

  it('is made as an empty page, where none of the name is', async () => {
    const address = `${sitePath}/SitePages/Ny sida.aspx`;
    const pages = sp.web.getFolderByServerRelativePath(`${sitePath}/SitePages`).files;
    expect(await pages.addTemplateFile(address, TemplateFileType.StandardPage)).toMatchObject({ Name: 'Ny sida.aspx', Length: '0' });
    expect(await refusalOf(pages.addTemplateFile(address, TemplateFileType.WikiPage))).toMatchObject({ status: 400 });
    expect(await refusalOf(pages.addTemplateFile(address, TemplateFileType.FormPage))).toMatchObject({ status: 501 });
    expect(await refusalOf(pages.addTemplateFile(`${sitePath}/Nowhere/x.aspx`, TemplateFileType.WikiPage))).toMatchObject({ status: 404 });
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
