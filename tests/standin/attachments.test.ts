// Files attached to list items: adding, reading, replacing, deleting, recycling, and what that does to the item.
import '@pnp/sp/attachments';
import '@pnp/sp/files/web';
import '@pnp/sp/recycle-bin';
import type { IItem } from '@pnp/sp/items';
import type { IList } from '@pnp/sp/lists';
import { asa, eero, maja, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;
const readOnly = 1073741826;
const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };

let site: TestSite;
let list: IList;
beforeAll(async () => {
  site = await startSite();
  const { web } = site.as(asa);
  await web.lists.add('Incidenter', '', 100, false, { EnableVersioning: true });
  list = web.lists.getByTitle('Incidenter');
  await list.breakRoleInheritance(false);
  await list.roleAssignments.add((await web.ensureUser(eero.userPrincipalName)).Id, readOnly);
});
afterAll(() => site.stop());

async function newItem(): Promise<IItem> {
  const { Id } = (await list.items.add({ Title: 'Bilagd' })) as { Id: number };
  return list.items.getById(Id);
}

const idOf = async (item: IItem): Promise<number> => (await item.select('Id')<{ Id: number }>()).Id;
const namesOf = async (item: IItem): Promise<unknown[]> => (await item.attachmentFiles<Row[]>()).map(({ FileName }) => FileName);

describe('an attachment', () => {
  it('is told of with name and address, in order of name', async () => {
    const item = await newItem();
    await item.attachmentFiles.add('b.txt', 'två');
    await item.attachmentFiles.add('Å rapport.txt', 'ett');
    const id = await idOf(item);
    const response = await site.call(asa, `/_api/web/lists/getByTitle('Incidenter')/items(${id})/AttachmentFiles`, {
      headers: { accept: 'application/json;odata=nometadata' }
    });
    const url = `${sitePath}/Lists/Incidenter/Attachments/${id}/b.txt`;
    const { value } = (await response.json()) as { value: Row[] };
    expect(value[0]).toEqual({
      FileName: 'b.txt',
      FileNameAsPath: { DecodedUrl: 'b.txt' },
      ServerRelativePath: { DecodedUrl: url },
      ServerRelativeUrl: url
    });
    expect(value.map(({ FileName }) => FileName)).toEqual(['b.txt', 'Å rapport.txt']);
    expect(await item.select('AttachmentFiles/FileName').expand('AttachmentFiles')<Row>()).toMatchObject({
      AttachmentFiles: [{ FileName: 'b.txt' }, { FileName: 'Å rapport.txt' }]
    });
  });

  it('is read back byte by byte', async () => {
    const item = await newItem();
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await item.attachmentFiles.add('alla.bin', new Blob([bytes]));
    expect(new Uint8Array(await item.attachmentFiles.getByName('alla.bin').getBuffer())).toEqual(bytes);
    await item.attachmentFiles.add('svar.json', JSON.stringify({ svar: 'å' }));
    expect(await item.attachmentFiles.getByName('svar.json').getJSON()).toEqual({ svar: 'å' });
    expect(await item.attachmentFiles.getByName('SVAR.json')<Row>()).toMatchObject({ FileName: 'svar.json' });
  });

  it('takes new content', async () => {
    const item = await newItem();
    await item.attachmentFiles.add('a.txt', 'före');
    await item.attachmentFiles.getByName('a.txt').setContent('efter');
    expect(await item.attachmentFiles.getByName('a.txt').getText()).toBe('efter');
  });

  it('can be reached by function and with a path', async () => {
    const item = await newItem();
    const address = `/_api/web/lists/getByTitle('Incidenter')/items(${await idOf(item)})/AttachmentFiles`;
    const post = { method: 'POST', body: 'x', headers: { accept: 'application/json;odata=verbose' } };
    const added = await site.call(asa, `${address}/addUsingPath(DecodedUrl='m%C3%A5l%20%23%201.txt')`, post);
    expect(added.status).toBe(200);
    const { d } = (await added.json()) as { d: { FileName: string; FileNameAsPath: Row } };
    expect(d).toMatchObject({ FileName: 'mål # 1.txt', FileNameAsPath: { __metadata: { type: 'SP.ResourcePath' } } });
    const content = await site.call(asa, `${address}/getByFileName('m%C3%A5l%20%23%201.txt')/$value`);
    expect(await content.text()).toBe('x');
  });
});

describe('an attachment’s address', () => {
  it('is that of a file, read by those who may see the item', async () => {
    const item = await newItem();
    await item.attachmentFiles.add('via adress.txt', 'innehåll');
    const { ServerRelativeUrl } = await item.attachmentFiles.getByName('via adress.txt')<{ ServerRelativeUrl: string }>();
    const file = site.as(eero).web.getFileByServerRelativePath(ServerRelativeUrl);
    expect(await file.getText()).toBe('innehåll');
    expect(await file<Row>()).toMatchObject({ Name: 'via adress.txt', Length: '9', ServerRelativeUrl });
    await item.breakRoleInheritance(false);
    expect(await refusalOf(file.getText())).toMatchObject({ status: 404 });
  });

  it('is encoded in its edit link and plain in its id', async () => {
    const item = await newItem();
    await item.attachmentFiles.add('a b.txt', 'a');
    const file = await item.attachmentFiles.getByName('a b.txt')<Row>();
    expect(file['odata.editLink']).toMatch(/AttachmentFiles\('a%20b\.txt'\)$/);
    expect(file['odata.id']).toMatch(/AttachmentFiles\('a b\.txt'\)$/);
  });
});

describe('attaching', () => {
  it('marks the item and moves its version and ETag on', async () => {
    const item = await newItem();
    const before = await item<Row>();
    expect(before['Attachments']).toBe(false);
    await item.attachmentFiles.add('a.txt', 'a');
    const after = await item<Row>();
    expect(after).toMatchObject({ Attachments: true, OData__UIVersionString: '2.0' });
    expect(after['odata.etag']).not.toBe(before['odata.etag']);
    await item.attachmentFiles.getByName('a.txt').delete();
    expect(await item<Row>()).toMatchObject({ Attachments: false, OData__UIVersionString: '3.0' });
  });

  it('is refused when the name is taken, not allowed or empty', async () => {
    const item = await newItem();
    await item.attachmentFiles.add('a.txt', 'a');
    expect(await refusalOf(item.attachmentFiles.add('A.TXT', 'b'))).toMatchObject({
      status: 400,
      code: '-2130575257, Microsoft.SharePoint.SPException'
    });
    for (const name of ['a:b.txt', 'a|b', ' ']) {
      expect(await refusalOf(item.attachmentFiles.add(name, 'b'))).toMatchObject({ status: 400 });
    }
    expect(await namesOf(item)).toEqual(['a.txt']);
  });

  it('is refused in a list without attachments', async () => {
    const { web } = site.as(asa);
    await web.lists.add('Utan bilagor', '', 100, false, { EnableAttachments: false });
    const { items } = web.lists.getByTitle('Utan bilagor');
    await items.add({ Title: 'A' });
    expect(await refusalOf(items.getById(1).attachmentFiles.add('a.txt', 'a'))).toMatchObject({ status: 400 });
  });

  it('needs the right to edit the item, and seeing it to read', async () => {
    const item = await newItem();
    await item.attachmentFiles.add('a.txt', 'hemligt');
    const id = await idOf(item);
    const asReader = site.as(eero).web.lists.getByTitle('Incidenter').items.getById(id);
    expect(await asReader.attachmentFiles.getByName('a.txt').getText()).toBe('hemligt');
    expect(await refusalOf(asReader.attachmentFiles.add('b.txt', 'b'))).toMatchObject(denied);
    expect(await refusalOf(asReader.attachmentFiles.getByName('a.txt').setContent('b'))).toMatchObject(denied);
    expect(await refusalOf(asReader.attachmentFiles.getByName('a.txt').delete())).toMatchObject(denied);
    expect(await refusalOf(asReader.attachmentFiles.getByName('a.txt').recycle())).toMatchObject(denied);
    await item.breakRoleInheritance(false);
    expect(await refusalOf(asReader.attachmentFiles())).toMatchObject({ status: 404 });
    const asStranger = site.as(maja).web.lists.getByTitle('Incidenter').items.getById(id);
    expect((await refusalOf(asStranger.attachmentFiles.getByName('a.txt').getText())).status).toBeGreaterThanOrEqual(403);
  });
});

describe('a recycled attachment', () => {
  it('is gone from the item and comes back from the bin', async () => {
    const item = await newItem();
    await item.attachmentFiles.add('a.txt', 'a');
    await item.attachmentFiles.getByName('a.txt').recycle();
    expect(await namesOf(item)).toEqual([]);
    expect(await refusalOf(item.attachmentFiles.getByName('a.txt')())).toMatchObject({ status: 404 });
    const [thing] = await site.as(asa).web.recycleBin.filter("LeafName eq 'a.txt'")<{ Id: string; ItemType: number; DirName: string }[]>();
    expect(thing).toMatchObject({ ItemType: 7, DirName: `${sitePath.slice(1)}/Lists/Incidenter/Attachments/${await idOf(item)}` });
    await site
      .as(asa)
      .web.recycleBin.getById(thing?.Id ?? '')
      .restore();
    expect(await item.attachmentFiles.getByName('a.txt').getText()).toBe('a');
    expect(await item.select('Attachments')<Row>()).toMatchObject({ Attachments: true });
  });

  it('does not come back over another with its name', async () => {
    const item = await newItem();
    await item.attachmentFiles.add('samma.txt', 'a');
    await item.attachmentFiles.getByName('samma.txt').recycle();
    await item.attachmentFiles.add('samma.txt', 'b');
    const [thing] = await site.as(asa).web.recycleBin.filter("LeafName eq 'samma.txt'")<{ Id: string }[]>();
    expect(
      await refusalOf(
        site
          .as(asa)
          .web.recycleBin.getById(thing?.Id ?? '')
          .restore()
      )
    ).toMatchObject({ status: 400 });
    expect(await item.attachmentFiles.getByName('samma.txt').getText()).toBe('b');
  });

  it('comes along when its item is recycled and restored', async () => {
    const item = await newItem();
    await item.attachmentFiles.add('a.txt', 'kvar');
    const guid = await item.recycle();
    expect(await refusalOf(item.attachmentFiles())).toMatchObject({ status: 404 });
    await site.as(asa).web.recycleBin.getById(guid).restore();
    expect(await item.attachmentFiles.getByName('a.txt').getText()).toBe('kvar');
  });
});
