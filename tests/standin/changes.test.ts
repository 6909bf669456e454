// The change log through its own door: getChanges of a list, a site and a collection, tokens, and who may ask.
import { createChangeToken } from '@pnp/sp';
import type { IChangeQuery } from '@pnp/sp';
import type { IList } from '@pnp/sp/lists';
import '@pnp/sp/content-types/list';
import '@pnp/sp/content-types/web';
import '@pnp/sp/recycle-bin';
import '@pnp/sp/security/item';
import { asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

let site: TestSite;
let passed = 0;
let listId: string;

beforeAll(async () => {
  site = await startSite({ clock: () => new Date(Date.now() + passed) });
  const sp = site.as(asa);
  const { Id } = await sp.web.lists.add('Avvikelser');
  listId = Id;
  const reader = await sp.web.ensureUser(eero.userPrincipalName);
  await sp.web.roleAssignments.add(reader.Id, 1073741826);
});
beforeEach(() => {
  passed = 0;
});
afterAll(() => site.stop());

interface Change {
  readonly ChangeToken: { readonly StringValue: string };
  readonly ChangeType: number;
  readonly ItemId?: number;
  readonly UniqueId?: string;
}

const everyType = { Add: true, Update: true, DeleteObject: true, Restore: true, RoleAssignmentAdd: true, RoleAssignmentDelete: true };

function list(): IList {
  return site.as(asa).web.lists.getById(listId);
}

/** Its id. */
async function add(title: string): Promise<number> {
  const { Id } = (await list().items.add({ Title: title })) as { Id: number };
  return Id;
}

async function now(): Promise<string> {
  const { CurrentChangeToken } = await list().select('CurrentChangeToken')<{ CurrentChangeToken: { StringValue: string } }>();
  return CurrentChangeToken.StringValue;
}

async function itemsSince(start: string, query: IChangeQuery & Record<string, unknown> = {}): Promise<Change[]> {
  return (await list().getChanges({ Item: true, ...everyType, ChangeTokenStart: { StringValue: start }, ...query })) as Change[];
}

async function short(changes: Promise<readonly Change[]>): Promise<[number, number | undefined][]> {
  return (await changes).map(({ ChangeType, ItemId }) => [ChangeType, ItemId]);
}

describe('the changes of a list', () => {
  it('tell what was added, changed, recycled, restored and deleted, in order and without content', async () => {
    const start = await now();
    const Id = await add('Dörren stod öppen');
    await list().items.getById(Id).update({ Title: 'Dörren stod öppen igen' });
    await list().items.getById(Id).delete();
    const changes = await itemsSince(start);
    expect(await short(Promise.resolve(changes))).toEqual([
      [1, Id],
      [2, Id],
      [3, Id]
    ]);
    expect(JSON.stringify(changes)).not.toContain('Dörren');
  });

  it('have the members and types that were recorded', async () => {
    const start = await now();
    const { Id, GUID } = (await list().items.add({ Title: 'Form' })) as { Id: number; GUID: string };
    const answer = await site.call(asa, `/_api/web/lists('${listId}')/getchanges`, {
      method: 'POST',
      body: JSON.stringify({ query: { Item: true, Add: true, ChangeTokenStart: { StringValue: start } } })
    });
    expect(answer.status).toBe(200);
    const { value } = (await answer.json()) as { value: unknown[] };
    const { Id: siteId } = await site.as(asa).site.select('Id')();
    const { Id: webId } = await site.as(asa).web.select('Id')();
    expect(value).toEqual([
      {
        'odata.type': 'SP.ChangeItem',
        'odata.id': expect.stringMatching(/\/_api\/SP\.ChangeItem[\da-f-]{36}$/) as string,
        'odata.editLink': expect.stringMatching(/^SP\.ChangeItem[\da-f-]{36}$/) as string,
        ChangeToken: { StringValue: expect.stringMatching(new RegExp(`^1;3;${listId};\\d{18};\\d+$`)) as string },
        ChangeType: 1,
        SiteId: siteId,
        Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
        Editor: '',
        EditorEmailHint: null,
        ItemId: Id,
        ListId: listId,
        ServerRelativeUrl: '',
        SharedByUser: null,
        SharedWithUsers: null,
        UniqueId: GUID,
        WebId: webId
      }
    ]);
  });

  it('are wrapped as verbose JSON, and take flags as texts', async () => {
    const start = await now();
    await list().items.add({ Title: 'Utförligt' });
    const answer = await site.call(asa, `/_api/web/lists(guid'${listId}')/getchanges`, {
      method: 'POST',
      headers: { accept: 'application/json;odata=verbose', 'content-type': 'application/json;odata=verbose' },
      body: `{"query":{"__metadata":{"type":"SP.ChangeQuery"},"Add":"True","Item":"True","ChangeTokenStart":{"__metadata":{"type":"SP.ChangeToken"},"StringValue":"${start}"}}}`
    });
    const { d } = (await answer.json()) as { d: { results: Record<string, unknown>[] } };
    expect(d.results).toMatchObject([
      { __metadata: { type: 'SP.ChangeItem' }, ChangeToken: { __metadata: { type: 'SP.ChangeToken' } }, ChangeType: 1 }
    ]);
  });

  it('go on after the last token seen, and stop at an end token', async () => {
    const start = await now();
    const ids = [await add('a'), await add('b'), await add('c')];
    const [first, second] = await itemsSince(start);
    expect(await short(itemsSince(first?.ChangeToken.StringValue ?? ''))).toEqual([
      [1, ids[1]],
      [1, ids[2]]
    ]);
    expect(await short(itemsSince(start, { ChangeTokenEnd: { StringValue: second?.ChangeToken.StringValue ?? '' } }))).toEqual([
      [1, ids[0]],
      [1, ids[1]]
    ]);
    expect(await itemsSince(await now())).toEqual([]);
  });

  it('are cut at the limit, the oldest or the latest first', async () => {
    const start = await now();
    const a = await add('a');
    const b = await add('b');
    expect(await short(itemsSince(start, { FetchLimit: 1 }))).toEqual([[1, a]]);
    expect(await short(itemsSince(start, { FetchLimit: 1, LatestFirst: true }))).toEqual([[1, b]]);
  });

  it('can be asked for since a moment, by a token made by hand', async () => {
    passed = 60_000;
    const Id = await add('Om en minut');
    const since = (ms: number): string => createChangeToken('list', listId, new Date(Date.now() + ms)).StringValue;
    expect(await short(itemsSince(since(30_000)))).toEqual([[1, Id]]);
    expect(await itemsSince(since(90_000))).toEqual([]);
  });

  it('are only of the things and kinds of change asked for', async () => {
    const start = await now();
    const Id = await add('Bara');
    await list().items.getById(Id).update({ Title: 'Bara ändring' });
    await list().fields.addText('Ort', {});
    await list().update({ Description: 'Ny' });
    expect(await short(itemsSince(start, { Add: false }))).toEqual([[2, Id]]);
    expect(await itemsSince(start, { Item: false })).toEqual([]);
    const fields = await itemsSince(start, { Item: false, Field: true });
    expect(fields).toMatchObject([{ 'odata.type': 'SP.ChangeField', ChangeType: 1, FieldId: expect.any(String) as string }]);
    const lists = await itemsSince(start, { Item: false, List: true });
    expect(lists).toContainEqual(expect.objectContaining({ 'odata.type': 'SP.ChangeList', ChangeType: 2, ListId: listId }));
  });

  it('tell of views', async () => {
    const start = await now();
    await list().views.add('Mina', false, {});
    expect(await itemsSince(start, { Item: false, View: true })).toMatchObject([
      { 'odata.type': 'SP.ChangeView', ChangeType: 1, ListId: listId }
    ]);
  });

  it('tell who was given and who lost a permission, and where inheritance was broken', async () => {
    const Id = await add('Hemlig');
    const start = await now();
    const item = list().items.getById(Id);
    const person = await site.as(asa).web.ensureUser(maja.userPrincipalName);
    await item.breakRoleInheritance(false);
    await item.roleAssignments.add(person.Id, 1073741826);
    await item.roleAssignments.remove(person.Id, 1073741826);
    await item.resetRoleInheritance();
    expect((await short(itemsSince(start))).map(([type]) => type)).toEqual([17, 11, 12, 18]);
  });

  it('tell of an item that was recycled and given back', async () => {
    const Id = await add('Åter');
    const start = await now();
    await list().items.getById(Id).recycle();
    const [thrown] = await site.as(asa).web.recycleBin.top(1).orderBy('DeletedDate', false)<{ Id: string }[]>();
    await site
      .as(asa)
      .web.recycleBin.getById(thrown?.Id ?? '')
      .restore();
    expect(await short(itemsSince(start))).toEqual([
      [3, Id],
      [7, Id]
    ]);
  });

  it('tell of content types', async () => {
    const made = (await site.as(asa).web.contentTypes.add('0x0100', 'Ärende')) as { data: { Id: { StringValue: string } } };
    const start = await now();
    await list().contentTypes.addAvailableContentType(made.data.Id.StringValue);
    expect(await itemsSince(start, { Item: false, ContentType: true })).toMatchObject([
      {
        'odata.type': 'SP.ChangeContentType',
        ChangeType: 1,
        ContentTypeId: { StringValue: expect.stringMatching(new RegExp(`^${made.data.Id.StringValue}00`)) as string }
      }
    ]);
  });

  it('do not trim items away, but do when asked', async () => {
    const start = await now();
    const Id = await add('Bara Åsa');
    await list().items.getById(Id).breakRoleInheritance(false);
    const open = await add('Alla');
    const asEero = site.as(eero).web.lists.getById(listId);
    const query = { Item: true, Add: true, ChangeTokenStart: { StringValue: start } };
    expect(await short(asEero.getChanges(query) as Promise<Change[]>)).toEqual([
      [1, Id],
      [1, open]
    ]);
    expect(await short(asEero.getChanges({ ...query, RequireSecurityTrim: true } as IChangeQuery) as Promise<Change[]>)).toEqual([
      [1, open]
    ]);
  });

  it('are refused to who may not read the list', async () => {
    const refusal = await refusalOf(site.as(maja).web.lists.getById(listId).getChanges({ Item: true, Add: true }));
    expect([403, 404]).toContain(refusal.status);
  });

  it('stay the last after a refused write', async () => {
    const start = await now();
    await refusalOf(list().items.add({ Title: 'x'.repeat(256) }));
    expect(await itemsSince(start)).toEqual([]);
  });
});

describe('a token', () => {
  it.each([
    ['that is none', () => 'igår', 400, '-1, System.FormatException'],
    ['of a later version', () => `2;3;${listId};638000000000000000;1`, 400, '-1, System.FormatException'],
    [
      'of another list',
      () => '1;3;0a000000-0000-4000-8000-00000000000f;638000000000000000;1',
      500,
      '-2130575173, Microsoft.SharePoint.SPException'
    ],
    ['of the site', () => `1;1;${listId};638000000000000000;1`, 500, '-2130575173, Microsoft.SharePoint.SPException'],
    [
      'older than sixty days',
      () => createChangeToken('list', listId, new Date(Date.now() - 61 * 86_400_000)).StringValue,
      500,
      '-2130575172, Microsoft.SharePoint.SPException'
    ]
  ])('%s is refused', async (_, token, status, code) => {
    expect(await refusalOf(itemsSince(token()))).toMatchObject({ status, code });
  });

  it('a little younger is taken', async () => {
    const old = createChangeToken('list', listId, new Date(Date.now() - 59.9 * 86_400_000)).StringValue;
    expect((await itemsSince(old)).length).toBeGreaterThan(0);
  });

  it('with an unknown flag beside it is refused as an unknown property', async () => {
    expect(await refusalOf(itemsSince(await now(), { Everything: true }))).toMatchObject({ status: 400 });
  });
});

describe('the changes of a site and of a collection', () => {
  const rename = async (): Promise<void> => {
    await site.as(asa).web.update({ Title: 'Säkerhet' });
  };

  it('tell of its lists, its items and itself, with tokens of their own', async () => {
    const { web } = site.as(asa);
    const { CurrentChangeToken, Id: webId } = await web.select('CurrentChangeToken', 'Id')();
    expect(CurrentChangeToken.StringValue).toMatch(new RegExp(`^1;2;${webId};\\d{18};\\d+$`));
    const { Id } = await web.lists.add('Åtgärder');
    await web.lists.getById(Id).items.add({ Title: 'Byt lås' });
    await rename();
    const found = (await web.getChanges({
      List: true,
      Item: true,
      Web: true,
      Add: true,
      Update: true,
      ChangeTokenStart: CurrentChangeToken
    })) as (Change & { 'odata.type': string; ListId?: string })[];
    expect(found.map((change) => [change['odata.type'], change.ChangeType])).toEqual([
      ['SP.ChangeList', 1],
      ['SP.ChangeItem', 1],
      ['SP.ChangeWeb', 2]
    ]);
    expect(found[0]).toMatchObject({ ListId: Id, ChangeToken: { StringValue: expect.stringContaining(`1;2;${webId};`) as string } });
  });

  it('tell of lists that are thrown away, of permission levels, and of sites below', async () => {
    const { site: collection, web } = site.as(asa);
    const { CurrentChangeToken } = await collection.select('CurrentChangeToken')();
    const { Id } = (await web.lists.add('Slängs')) as { Id: string };
    await web.lists.getById(Id).delete();
    await web.roleDefinitions.add('Granska', '', 1, { High: 0, Low: 1 });
    await web.webs.add('Under', 'under');
    const found = (await collection.getChanges({
      List: true,
      Web: true,
      Add: true,
      DeleteObject: true,
      RoleDefinitionAdd: true,
      ChangeTokenStart: CurrentChangeToken
    })) as unknown as (Change & { 'odata.type': string })[];
    expect(found.slice(0, 4).map((change) => [change['odata.type'], change.ChangeType])).toEqual([
      ['SP.ChangeList', 1],
      ['SP.ChangeList', 3],
      ['SP.ChangeWeb', 8],
      ['SP.ChangeWeb', 1]
    ]);
  });

  it('tell of people and groups', async () => {
    const { site: collection, web } = site.as(asa);
    const { CurrentChangeToken, Id } = await collection.select('CurrentChangeToken', 'Id')();
    expect(CurrentChangeToken.StringValue).toMatch(new RegExp(`^1;1;${Id};`));
    const group = await web.siteGroups.add({ Title: 'Granskare' });
    await web.siteGroups.getById(group.Id).users.add(`i:0#.f|membership|${eero.userPrincipalName}`);
    const found = (await collection.getChanges({
      Group: true,
      User: true,
      Add: true,
      GroupMembershipAdd: true,
      ChangeTokenStart: CurrentChangeToken
    })) as unknown as (Change & { GroupId: number })[];
    expect(found.map(({ ChangeType, GroupId }) => [ChangeType, GroupId])).toEqual([
      [1, group.Id],
      [13, group.Id]
    ]);
  });

  it('leave out lists the caller may not read', async () => {
    const { web } = site.as(asa);
    const { CurrentChangeToken } = await web.select('CurrentChangeToken')();
    const { Id } = await web.lists.add('Stängd');
    await web.lists.getById(Id).breakRoleInheritance(false);
    await web.lists.getById(Id).items.add({ Title: 'Syns inte' });
    const query = { Item: true, Add: true, ChangeTokenStart: CurrentChangeToken };
    expect(await web.getChanges(query)).toHaveLength(1);
    expect(await site.as(eero).web.getChanges(query)).toEqual([]);
    expect((await refusalOf(site.as(maja).web.getChanges(query))).status).toBe(403);
  });

  it('are answered under the address of the site', async () => {
    const answer = await site.call(asa, '/_api/site/getchanges', { method: 'POST', body: '{"query":{"Web":true,"Add":true}}' });
    const { value } = (await answer.json()) as { value: unknown[] };
    expect(value[0]).toMatchObject({ 'odata.type': 'SP.ChangeWeb', ChangeType: 1 });
  });
});
