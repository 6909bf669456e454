// A folder with permissions of its own: what lies in it follows, at any depth and by every way to it.
import { asa, eero, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

const noMetadata = { accept: 'application/json;odata=nometadata' };
const read = 1073741826;
const folder = `${sitePath}/Shared Documents/Hemligt`;
const folderAt = (path: string): string => `/_api/web/getFolderByServerRelativePath(decodedUrl='${path}')`;
const fileAt = (path: string): string => `/_api/web/getFileByServerRelativePath(decodedUrl='${path}')`;
const items = "/_api/web/lists/getByTitle('Documents')/items";

let site: TestSite;
let eeroId: number;

async function post(path: string, body = '{}'): Promise<Response> {
  const headers = { ...noMetadata, 'content-type': 'application/json' };
  const response = await site.call(asa, path, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

async function namesSeenBy(person: typeof asa): Promise<string[]> {
  const response = await site.call(person, `${items}?$select=FileLeafRef&$orderby=FileLeafRef`, { headers: noMetadata });
  const { value } = (await response.json()) as { value: { FileLeafRef: string }[] };
  return value.map(({ FileLeafRef }) => FileLeafRef);
}

beforeAll(async () => {
  site = await startSite();
  eeroId = (await site.as(asa).web.ensureUser(eero.userPrincipalName)).Id;
  await site.as(asa).web.roleAssignments.add(eeroId, read);
  for (const path of [folder, `${folder}/Djupt`]) await post('/_api/web/folders', JSON.stringify({ ServerRelativeUrl: path }));
  await post(`${folderAt(`${sitePath}/Shared Documents`)}/files/add(url='Hemligt.txt',overwrite=true)`, 'öppen');
  await post(`${folderAt(folder)}/files/add(url='a.txt',overwrite=true)`, 'a');
  await post(`${folderAt(`${folder}/Djupt`)}/files/add(url='b.txt',overwrite=true)`, 'b');
});
afterAll(() => site.stop());

describe('a folder with permissions of its own', () => {
  it('takes what lies in it out of sight: by list, count, address and id', async () => {
    expect(await namesSeenBy(eero)).toEqual(['a.txt', 'b.txt', 'Djupt', 'Hemligt', 'Hemligt.txt']);
    await post(`${folderAt(folder)}/ListItemAllFields/breakroleinheritance(copyroleassignments=false)`);
    expect(await namesSeenBy(eero)).toEqual(['Hemligt.txt']);
    expect(await (await site.call(eero, `${items}/$count`)).text()).toBe('1');
    for (const path of [fileAt(`${folder}/a.txt`), `${fileAt(`${folder}/Djupt/b.txt`)}/$value`, folderAt(`${folder}/Djupt`)]) {
      expect((await site.call(eero, path)).status).toBe(404);
    }
    const { Id } = (await (await site.call(asa, `${fileAt(`${folder}/a.txt`)}/ListItemAllFields`, { headers: noMetadata })).json()) as {
      Id: number;
    };
    expect((await site.call(eero, `${items}(${Id})`)).status).toBe(404);
  });

  it('shows it all to whom it is given, and no more than given', async () => {
    await post(`${folderAt(folder)}/ListItemAllFields/roleassignments/addroleassignment(principalid=${eeroId},roledefid=${read})`);
    expect(await namesSeenBy(eero)).toEqual(['a.txt', 'b.txt', 'Djupt', 'Hemligt', 'Hemligt.txt']);
    const add = await site.call(eero, `${folderAt(folder)}/files/add(url='c.txt',overwrite=true)`, { method: 'POST', body: 'c' });
    expect(add.status).toBe(403);
  });

  it('says what may be done with the things in it', async () => {
    const contribute = `roleassignments/addroleassignment(principalid=${eeroId},roledefid=1073741827)`;
    const ofFile = `${fileAt(`${folder}/Djupt/b.txt`)}/ListItemAllFields`;
    const merge = async (): Promise<number> => {
      const headers = { ...noMetadata, 'content-type': 'application/json', 'if-match': '*' };
      return (await site.call(eero, ofFile, { method: 'MERGE', headers, body: '{"Title":"B"}' })).status;
    };
    expect(await merge()).toBe(403);
    await post(`${folderAt(folder)}/ListItemAllFields/${contribute}`);
    expect(await merge()).toBe(204);
    await post(`${folderAt(folder)}/ListItemAllFields/${contribute.replace('add', 'remove')}`);
  });

  it('is what the things in it inherit from, until they have their own', async () => {
    const library = site.as(asa).web.lists.getByTitle('Documents');
    const [deep] = await library.items.filter("FileLeafRef eq 'b.txt'").select('Id', 'HasUniqueRoleAssignments')<
      { Id: number; HasUniqueRoleAssignments: boolean }[]
    >();
    expect(deep?.HasUniqueRoleAssignments).toBe(false);
    const item = library.items.getById(deep?.Id ?? 0);
    const people = async (): Promise<number[]> => (await item.roleAssignments()).map(({ PrincipalId }) => PrincipalId);
    expect(await people()).toEqual([(await site.as(asa).web.currentUser()).Id, eeroId]);
    const unique = await site.call(asa, `${items}(${deep?.Id ?? 0})/FirstUniqueAncestorSecurableObject?$select=FileLeafRef`, {
      headers: noMetadata
    });
    expect(await unique.json()).toEqual({ FileLeafRef: 'Hemligt' });
    await item.breakRoleInheritance(true);
    await item.roleAssignments.remove(eeroId, read);
    expect(await namesSeenBy(eero)).not.toContain('b.txt');
    await post(`${folderAt(folder)}/ListItemAllFields/breakroleinheritance(copyroleassignments=true,clearsubscopes=true)`);
    expect(await people()).toContain(eeroId);
  });

  it('gives way when it inherits again', async () => {
    await post(`${folderAt(folder)}/ListItemAllFields/resetroleinheritance`);
    expect(await namesSeenBy(eero)).toHaveLength(5);
    expect(await refusalOf(site.as(eero).web.lists.getByTitle('Documents').items.getById(1).update({ Title: 'X' }))).toMatchObject({
      status: 403
    });
  });
});
