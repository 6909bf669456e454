// The small members of an item, the forms of If-Match, and who may write who and when.
import type { IList } from '@pnp/sp/lists';
import { asa, eero, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;
const contribute = 1073741827;

let site: TestSite;
let list: IList;
let eeroId: number;
beforeAll(async () => {
  site = await startSite();
  const { web } = site.as(asa);
  await web.lists.add('Tillgångar');
  list = web.lists.getByTitle('Tillgångar');
  await list.fields.addMultiChoice('Taggar', { Choices: ['a', 'b'] });
  await list.fields.createFieldAsXml('<Field Type="UserMulti" Mult="TRUE" DisplayName="Granskare" />');
  await list.fields.addUrl('Plats');
  eeroId = (await web.ensureUser(eero.userPrincipalName)).Id;
  await list.breakRoleInheritance(false);
  await list.roleAssignments.add(eeroId, contribute);
});
afterAll(() => site.stop());

async function newItem(values: Row = { Title: 'A' }): Promise<number> {
  return ((await list.items.add(values)) as { Id: number }).Id;
}

const address = (id: number): string => `/_api/web/lists/getByTitle('Tillg%C3%A5ngar')/items(${id})`;
const merge = (id: number, headers: Record<string, string>, body: Row = { Title: 'B' }): Promise<Response> =>
  site.call(asa, address(id), {
    method: 'POST',
    headers: { 'x-http-method': 'MERGE', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body)
  });

describe('changing an item', () => {
  it('goes by If-Match: any, the ETag, or one of several', async () => {
    const id = await newItem();
    const etag = async (): Promise<string> => (await list.items.getById(id)<{ 'odata.etag': string }>())['odata.etag'];
    const first = await etag();
    expect((await merge(id, { 'if-match': '*' })).status).toBe(204);
    expect((await merge(id, { 'if-match': first })).status).toBe(412);
    expect((await merge(id, { 'if-match': `${first}, ${await etag()}` })).status).toBe(204);
    const answer = await merge(id, { 'if-match': await etag() });
    const long = (await site.call(asa, address(id))).headers.get('etag');
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([204, long, '']);
  });

  it('takes verbose bodies with their types', async () => {
    const id = await newItem();
    const body = {
      __metadata: { type: 'SP.Data.Tillg_x00e5_ngarListItem' },
      Taggar: { __metadata: { type: 'Collection(Edm.String)' }, results: ['a', 'b'] },
      GranskareId: { results: [eeroId] },
      Plats: { __metadata: { type: 'SP.FieldUrlValue' }, Url: 'https://lon.example', Description: 'Lön' }
    };
    const answer = await merge(id, { 'if-match': '*', 'content-type': 'application/json;odata=verbose' }, body);
    expect(answer.status).toBe(204);
    expect(await list.items.getById(id)<Row>()).toMatchObject({
      Taggar: ['a', 'b'],
      GranskareId: [eeroId],
      Plats: { Url: 'https://lon.example', Description: 'Lön' }
    });
  });
});

describe('who made an item and when', () => {
  const values = (): Row => ({
    Title: 'A',
    AuthorId: eeroId,
    EditorId: eeroId,
    Created: '2020-01-01T10:00:00Z',
    Modified: '2020-01-02T10:00:00Z'
  });

  it('is written by those with full control, in a new item and in an old one', async () => {
    const id = await newItem(values());
    expect(await list.items.getById(id)<Row>()).toMatchObject(values());
    await list.items.getById(id).update({ Modified: '2021-01-01T10:00:00Z', EditorId: eeroId });
    expect(await list.items.getById(id)<Row>()).toMatchObject({ ...values(), Modified: '2021-01-01T10:00:00Z' });
  });

  it('is refused to others', async () => {
    const asEero = site.as(eero).web.lists.getByTitle('Tillgångar');
    const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };
    expect(await refusalOf(asEero.items.add(values()))).toMatchObject(denied);
    expect(await refusalOf(asEero.items.getById(await newItem()).update({ EditorId: eeroId }))).toMatchObject(denied);
  });
});

describe('an item', () => {
  it('says what the caller may do with it, also for the user interface', async () => {
    const id = await newItem();
    expect(await list.items.getById(id).effectiveBasePermissionsForUI()).toEqual(await list.items.getById(id).effectiveBasePermissions());
    expect(await list.items.getById(id).select('DisplayName', 'CommentsDisabled')<Row>()).toMatchObject({
      DisplayName: 'A',
      CommentsDisabled: false
    });
  });

  it('knows its list', async () => {
    const id = await newItem();
    expect(await list.items.getById(id).list.select('Title')<Row>()).toMatchObject({ Title: 'Tillgångar' });
    const { ParentList } = await list.items.getById(id).select('ParentList/Title').expand('ParentList')<{ ParentList: Row }>();
    expect(ParentList).toMatchObject({ Title: 'Tillgångar' });
  });

  it('is deleted with parameters', async () => {
    const id = await newItem();
    await list.items.getById(id).deleteWithParams({ BypassSharedLock: true });
    expect(await refusalOf(list.items.getById(id)())).toMatchObject({ status: 404 });
  });

  it('has no file and no folder when it is an item of a list', async () => {
    const id = await newItem();
    for (const name of ['File', 'Folder']) {
      const answer = await site.call(asa, `${address(id)}/${name}`, { headers: { accept: 'application/json;odata=nometadata' } });
      expect(await answer.json()).toEqual({ 'odata.null': true });
    }
  });

  it('answers 501 by name to comments, likes and Office viewers', async () => {
    const id = await newItem();
    for (const name of ['Comments', 'likedBy', 'getWOPIFrameUrl(0)']) {
      const answer = await site.call(asa, `${address(id)}/${name}`, { headers: { accept: 'application/json' } });
      expect(answer.status).toBe(501);
      expect(await answer.text()).toContain(name);
    }
  });
});
