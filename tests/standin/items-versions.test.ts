// The history of an item: what a version shows, which are kept, and deleting old ones.
import '@pnp/sp/items';
import type { IItem } from '@pnp/sp/items';
import type { IList } from '@pnp/sp/lists';
import { asa, eero, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;
const readOnly = 1073741826;
const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

let lists = 0;
async function newList(settings: Row = { EnableVersioning: true }): Promise<IList> {
  const { Id } = await site.as(asa).web.lists.add(`Register ${++lists}`, '', 100, false, settings);
  return site.as(asa).web.lists.getById(Id);
}

/** An item that has had each of the titles, in order. */
async function itemWithTitles(list: IList, [first, ...later]: readonly string[]): Promise<IItem> {
  const { Id } = (await list.items.add({ Title: first })) as { Id: number };
  const item = list.items.getById(Id);
  for (const Title of later) await item.update({ Title });
  return item;
}

const labels = async (item: IItem): Promise<unknown[]> => (await item.versions<Row[]>()).map(({ VersionLabel }) => VersionLabel);

describe('a version', () => {
  it('shows people and lookups with what they are called, and encodes names', async () => {
    const list = await newList();
    const other = await newList();
    const lookupList = (await other.select('Id')<{ Id: string }>()).Id;
    await other.items.add({ Title: 'Socialnämnden' });
    await list.fields.addUser('Owner', {});
    await list.fields.addLookup('Board', { LookupListId: lookupList, LookupFieldName: 'Title' });
    await list.fields.addText('Min kod');
    const owner = await site.as(asa).web.ensureUser(eero.userPrincipalName);
    await list.items.add({ Title: 'A', OwnerId: owner.Id, BoardId: 1, Min_x0020_kod: 'K1' });
    const [version] = await list.items.getById(1).versions<Row[]>();
    expect(version).toMatchObject({
      Owner: { LookupId: owner.Id, LookupValue: eero.displayName, Email: eero.mail },
      Board: { LookupId: 1, LookupValue: 'Socialnämnden' },
      Editor: { LookupValue: asa.displayName },
      Min_x005f_x0020_x005f_kod: 'K1',
      OData__x005f_UIVersionString: '1.0',
      IsCurrentVersion: true
    });
    expect(version).not.toHaveProperty('OData__UIVersionString');
  });

  it('is found by its id, 512 for each, and shows the values of its time', async () => {
    const item = await itemWithTitles(await newList(), ['A', 'B']);
    expect(await item.versions.getById(512)<Row>()).toMatchObject({
      VersionId: 512,
      VersionLabel: '1.0',
      Title: 'A',
      IsCurrentVersion: false
    });
    expect(await item.versions.getById(1024)<Row>()).toMatchObject({ Title: 'B', IsCurrentVersion: true });
    expect(await refusalOf(item.versions.getById(1536)())).toMatchObject({ status: 404 });
  });

  it('tells who made it', async () => {
    const item = await itemWithTitles(await newList(), ['A']);
    const version = await item.versions.getById(512).select('VersionLabel', 'CreatedBy/Title').expand('CreatedBy')<Row>();
    expect(version).toMatchObject({ VersionLabel: '1.0', CreatedBy: { Title: asa.displayName } });
  });
});

describe('the history', () => {
  it('is selected, sorted and cut as asked, and expanded on the item', async () => {
    const item = await itemWithTitles(await newList(), ['A', 'B', 'C']);
    const oldest = await item.versions.select('VersionId', 'Title').orderBy('VersionId').top(2)<Row[]>();
    expect(oldest.map(({ Title }) => Title)).toEqual(['A', 'B']);
    expect(Object.keys(oldest[0] ?? {})).not.toContain('VersionLabel');
    expect(await item.select('Versions/VersionLabel').expand('Versions')<Row>()).toMatchObject({
      Versions: [{ VersionLabel: '3.0' }, { VersionLabel: '2.0' }, { VersionLabel: '1.0' }]
    });
  });

  it('keeps no more than the list says', async () => {
    const item = await itemWithTitles(await newList({ EnableVersioning: true, MajorVersionLimit: 2 }), ['A', 'B', 'C', 'D']);
    expect(await labels(item)).toEqual(['4.0', '3.0']);
  });

  it('stays at one version where versioning is off', async () => {
    const item = await itemWithTitles(await newList({ EnableVersioning: false }), ['A', 'B']);
    expect(await item.versions<Row[]>()).toMatchObject([{ VersionLabel: '1.0', Title: 'B', IsCurrentVersion: true }]);
  });

  it('is closed to those who may not see the item', async () => {
    const list = await newList();
    const item = await itemWithTitles(list, ['A']);
    await item.breakRoleInheritance(false);
    await list.breakRoleInheritance(false);
    const { Id } = await list.select('Id')<{ Id: string }>();
    await list.roleAssignments.add((await site.as(asa).web.ensureUser(eero.userPrincipalName)).Id, readOnly);
    expect(await refusalOf(site.as(eero).web.lists.getById(Id).items.getById(1).versions())).toMatchObject({ status: 404 });
  });
});

describe('deleting versions', () => {
  it('takes one by id or label, all but the current, never the current', async () => {
    const item = await itemWithTitles(await newList(), ['A', 'B', 'C', 'D']);
    await item.versions.getById(512).delete();
    expect(await labels(item)).toEqual(['4.0', '3.0', '2.0']);
    expect(await refusalOf(item.versions.getById(2048).delete())).toMatchObject({ status: 400 });
    const address = `/_api/web/lists/getByTitle('Register ${lists}')/items(1)/versions`;
    const post = { method: 'POST', headers: { accept: 'application/json;odata=nometadata' } };
    expect((await site.call(asa, `${address}/DeleteByLabel(versionlabel='2.0')`, post)).status).toBe(200);
    expect(await labels(item)).toEqual(['4.0', '3.0']);
    expect((await site.call(asa, `${address}/DeleteAll`, post)).status).toBe(200);
    expect(await labels(item)).toEqual(['4.0']);
  });

  it('is refused to those who only read', async () => {
    const list = await newList();
    await itemWithTitles(list, ['A', 'B']);
    await list.breakRoleInheritance(false);
    await list.roleAssignments.add((await site.as(asa).web.ensureUser(eero.userPrincipalName)).Id, readOnly);
    const { Id } = await list.select('Id')<{ Id: string }>();
    const asReader = site.as(eero).web.lists.getById(Id).items.getById(1);
    expect(await asReader.versions()).toHaveLength(2);
    expect(await refusalOf(asReader.versions.getById(512).delete())).toMatchObject(denied);
  });
});
