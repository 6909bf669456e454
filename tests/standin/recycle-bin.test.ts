// The recycle bin: what it shows, to whom, and what comes back when something is restored.
import '@pnp/sp/recycle-bin';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import type { IList } from '@pnp/sp/lists';
import { asa, eero, maja, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;
const contribute = 1073741827;
const read = 1073741826;
const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };
const nometadata = { accept: 'application/json;odata=nometadata' };

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

let lists = 0;
/** A list where Eero may write and Maja may read. */
async function newList(): Promise<{ readonly title: string; readonly as: (person?: typeof asa) => IList }> {
  const title = `Register ${++lists}`;
  const { web } = site.as(asa);
  await web.lists.add(title);
  const list = web.lists.getByTitle(title);
  await list.fields.addText('Kod', { EnforceUniqueValues: true, Indexed: true });
  await list.breakRoleInheritance(false);
  for (const [person, role] of [
    [eero, contribute],
    [maja, read]
  ] as const) {
    await list.roleAssignments.add((await web.ensureUser(person.userPrincipalName)).Id, role);
  }
  return { title, as: (person = asa) => site.as(person).web.lists.getByTitle(title) };
}

async function recycled(list: IList, values: Row): Promise<{ readonly id: number; readonly guid: string }> {
  const { Id } = (await list.items.add(values)) as { Id: number };
  return { id: Id, guid: await list.items.getById(Id).recycle() };
}

describe('the recycle bin', () => {
  it('shows a recycled item with every property SharePoint gives', async () => {
    const { title, as } = await newList();
    const { id, guid } = await recycled(as(eero), { Title: 'Lönesystemet' });
    const response = await site.call(eero, `/_api/web/recycleBin('${guid}')`, { headers: nometadata });
    const directory = `${sitePath.slice(1)}/Lists/${title}`;
    expect(await response.json()).toEqual({
      AuthorEmail: eero.mail,
      AuthorName: eero.displayName,
      DeletedByEmail: eero.mail,
      DeletedByName: eero.displayName,
      DeletedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      DeletedDateLocalFormatted: expect.stringMatching(/^\d+\/\d+\/\d{4} \d+:\d\d [AP]M$/) as string,
      DirName: directory,
      DirNamePath: { DecodedUrl: directory },
      Id: guid,
      ItemState: 1,
      ItemType: 3,
      LeafName: `${id}_.000`,
      LeafNamePath: { DecodedUrl: `${id}_.000` },
      Size: expect.stringMatching(/^\d+$/) as string,
      Title: 'Lönesystemet'
    });
  });

  it('says who made and who deleted the thing', async () => {
    const { as } = await newList();
    const { Id } = (await as().items.add({ Title: 'Åsas' })) as { Id: number };
    const guid = await as(eero).items.getById(Id).recycle();
    const thing = await site
      .as(eero)
      .web.recycleBin.getById(guid)
      .select('Id', 'Author/Title', 'DeletedBy/Title')
      .expand('Author', 'DeletedBy')<Row>();
    expect(thing).toMatchObject({ Author: { Title: asa.displayName }, DeletedBy: { Title: eero.displayName } });
  });

  it('shows people what they deleted, and site administrators everything', async () => {
    const { as } = await newList();
    const { guid } = await recycled(as(eero), { Title: 'Eeros' });
    const other = await recycled(as(), { Title: 'Åsas' });
    const idsFor = async (person: typeof asa): Promise<unknown[]> => (await site.as(person).web.recycleBin<Row[]>()).map(({ Id }) => Id);
    expect(await idsFor(eero)).toContain(guid);
    expect(await idsFor(eero)).not.toContain(other.guid);
    expect(await idsFor(maja)).toEqual([]);
    expect(await idsFor(asa)).toEqual(expect.arrayContaining([guid, other.guid]));
    expect(await refusalOf(site.as(maja).web.recycleBin.getById(guid).restore())).toMatchObject({ status: 400 });
  });

  it('comes with the web and the site when expanded', async () => {
    const { as } = await newList();
    const { guid } = await recycled(as(eero), { Title: 'Expanderad' });
    const { web, site: collection } = site.as(eero);
    for (const owner of [web, collection]) {
      const { RecycleBin } = await owner.select('Id', 'RecycleBin/Id').expand('RecycleBin')<{ RecycleBin: Row[] }>();
      expect(RecycleBin.map(({ Id }) => Id)).toContain(guid);
    }
  });

  it('is filtered and sorted as asked', async () => {
    const { as } = await newList();
    await recycled(as(), { Title: 'sorterad B' });
    await recycled(as(), { Title: 'sorterad A' });
    const things = await site.as(asa).web.recycleBin.filter("startswith(Title,'sorterad')").orderBy('Title').select('Title')<Row[]>();
    expect(things.map(({ Title }) => Title)).toEqual(['sorterad A', 'sorterad B']);
    const { guid } = await recycled(as(), { Title: 'C' });
    const byId = await site.as(asa).web.recycleBin.filter(`Id eq (guid'${guid}') and (ItemState eq 1)`)<Row[]>();
    expect(byId.map(({ Title }) => Title)).toEqual(['C']);
  });
});

describe('restoring an item', () => {
  it('brings it back under its id, with values, versions and its own permissions', async () => {
    const { as } = await newList();
    const { Id } = (await as().items.add({ Title: 'A', Kod: 'K1' })) as { Id: number };
    const item = as().items.getById(Id);
    await item.update({ Title: 'B' });
    await item.breakRoleInheritance(false);
    const before = await item.select('*', 'HasUniqueRoleAssignments')<Row>();
    const guid = await item.recycle();
    expect(await refusalOf(item())).toMatchObject({ status: 404 });
    await site.as(asa).web.recycleBin.getById(guid).restore();
    expect(await item.select('*', 'HasUniqueRoleAssignments')<Row>()).toEqual(before);
    expect(before['HasUniqueRoleAssignments']).toBe(true);
    expect((await item.versions<Row[]>()).map(({ VersionLabel }) => VersionLabel)).toEqual(['2.0', '1.0']);
    expect(await refusalOf(as(maja).items.getById(Id)())).toMatchObject({ status: 404 });
    expect(await as().select('ItemCount')()).toEqual(expect.objectContaining({ ItemCount: 1 }));
    expect(await refusalOf(site.as(asa).web.recycleBin.getById(guid)())).toMatchObject({ status: 400 });
  });

  it('is refused when another item has taken its unique value', async () => {
    const { as } = await newList();
    const { guid } = await recycled(as(), { Title: 'A', Kod: 'K1' });
    await as().items.add({ Title: 'B', Kod: 'k1' });
    expect(await refusalOf(site.as(asa).web.recycleBin.getById(guid).restore())).toMatchObject({
      status: 500,
      code: '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException'
    });
  });

  it('is refused to one who may no longer write in the list', async () => {
    const { as } = await newList();
    const { guid } = await recycled(as(eero), { Title: 'A' });
    await as().roleAssignments.remove((await site.as(asa).web.ensureUser(eero.userPrincipalName)).Id, contribute);
    expect(await refusalOf(site.as(eero).web.recycleBin.getById(guid).restore())).toMatchObject(denied);
    await site.as(asa).web.recycleBin.getById(guid).delete();
  });

  it('works for all of them, and for those named', async () => {
    const { as } = await newList();
    const [first, second, third] = [
      await recycled(as(eero), { Title: '1' }),
      await recycled(as(eero), { Title: '2' }),
      await recycled(as(eero), { Title: '3' })
    ];
    const headers = { 'content-type': 'application/json', ...nometadata };
    const response = await site.call(eero, '/_api/web/recycleBin/restoreByIds', {
      method: 'POST',
      headers,
      body: JSON.stringify({ ids: [second.guid] })
    });
    expect(response.status).toBe(200);
    expect((await as().items.select('Id')<Row[]>()).map(({ Id }) => Id)).toEqual([second.id]);
    await site.as(eero).web.recycleBin.restoreAll();
    expect((await as().items.select('Id')<Row[]>()).map(({ Id }) => Id)).toEqual([first.id, second.id, third.id]);
  });
});

describe('a recycled folder', () => {
  it('takes along what is in it and brings it back, unless its name is taken', async () => {
    const { web } = site.as(asa);
    await web.lists.add('Styrdokument', '', 101);
    const root = web.getFolderByServerRelativePath(`${sitePath}/Styrdokument`);
    await root.folders.addUsingPath('Beslut');
    const folder = web.getFolderByServerRelativePath(`${sitePath}/Styrdokument/Beslut`);
    await folder.files.addUsingPath('beslut.txt', 'Beslutat');
    const file = web.getFileByServerRelativePath(`${sitePath}/Styrdokument/Beslut/beslut.txt`);
    const guid = await folder.recycle();
    expect(await refusalOf(file())).toMatchObject({ status: 404 });
    expect(await web.recycleBin.getById(guid)<Row>()).toMatchObject({ ItemType: 5, LeafName: 'Beslut', Title: 'Beslut', Size: '8' });
    await root.folders.addUsingPath('Beslut');
    expect(await refusalOf(web.recycleBin.getById(guid).restore())).toMatchObject({ status: 400 });
    await folder.delete();
    await web.recycleBin.getById(guid).restore();
    expect(await file.getText()).toBe('Beslutat');
  });

  it('must be there before a file that lay in it can come back', async () => {
    const { web } = site.as(asa);
    await web.lists.add('Protokoll', '', 101);
    await web.getFolderByServerRelativePath(`${sitePath}/Protokoll`).folders.addUsingPath('2026');
    const folder = web.getFolderByServerRelativePath(`${sitePath}/Protokoll/2026`);
    await folder.files.addUsingPath('juni.txt', 'Juni');
    const file = await web.getFileByServerRelativePath(`${sitePath}/Protokoll/2026/juni.txt`).recycle();
    const whole = await folder.recycle();
    expect(await web.recycleBin.getById(file)<Row>()).toMatchObject({
      ItemType: 1,
      DirName: `${sitePath.slice(1)}/Protokoll/2026`,
      Size: '4'
    });
    expect(await refusalOf(web.recycleBin.getById(file).restore())).toMatchObject({ status: 400 });
    await web.recycleBin.getById(whole).restore();
    await web.recycleBin.getById(file).restore();
    expect(await web.getFileByServerRelativePath(`${sitePath}/Protokoll/2026/juni.txt`).getText()).toBe('Juni');
  });
});

describe('the second stage', () => {
  it('is out of reach for people and found by administrators on the site', async () => {
    const { as } = await newList();
    const { guid } = await recycled(as(eero), { Title: 'A' });
    await site.as(eero).web.recycleBin.getById(guid).moveToSecondStage();
    expect(await refusalOf(site.as(eero).web.recycleBin.getById(guid)())).toMatchObject({ status: 400 });
    expect(await refusalOf(site.as(asa).web.recycleBin.getById(guid)())).toMatchObject({ status: 400 });
    expect(await site.as(asa).site.recycleBin.getById(guid)<Row>()).toMatchObject({ ItemState: 2 });
    await site.as(asa).site.recycleBin.getById(guid).restore();
    expect(await as().items()).toHaveLength(1);
  });

  it('is emptied by administrators only', async () => {
    const { as } = await newList();
    const { guid } = await recycled(as(eero), { Title: 'A' });
    await site.as(eero).web.recycleBin.moveAllToSecondStage();
    expect(await refusalOf(site.as(eero).site.recycleBin.deleteAllSecondStageItems())).toMatchObject(denied);
    await site.as(asa).site.recycleBin.deleteAllSecondStageItems();
    expect(await refusalOf(site.as(asa).site.recycleBin.getById(guid)())).toMatchObject({ status: 400 });
  });
});

describe('removing from the bin', () => {
  it('is for good, one at a time or all', async () => {
    const { as } = await newList();
    const one = await recycled(as(eero), { Title: '1' });
    await recycled(as(eero), { Title: '2' });
    const mine = await recycled(as(), { Title: 'Åsas' });
    await site.as(eero).web.recycleBin.getById(one.guid).delete();
    expect(await site.as(eero).web.recycleBin<Row[]>()).toHaveLength(1);
    await site.as(eero).web.recycleBin.deleteAll();
    expect(await site.as(eero).web.recycleBin<Row[]>()).toEqual([]);
    expect(await site.as(asa).web.recycleBin.getById(mine.guid)<Row>()).toMatchObject({ Title: 'Åsas' });
  });
});
