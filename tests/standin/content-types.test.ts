// Content types of sites and lists, their columns, and the one every item has.
import '@pnp/sp/content-types';
import '@pnp/sp/fields';
import type { IContentTypeInfo } from '@pnp/sp/content-types';
import type { IList } from '@pnp/sp/lists';
import type { SPFI } from '@pnp/sp';
import { asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;
const read = 1073741826;

let site: TestSite;
let sp: SPFI;
let made = 0;
beforeAll(async () => {
  site = await startSite();
  sp = site.as(asa);
});
afterAll(() => site.stop());

async function newList(template = 100): Promise<IList> {
  made += 1;
  await sp.web.lists.add(`Lista ${made}`, '', template);
  return sp.web.lists.getByTitle(`Lista ${made}`);
}

function idOf({ Id }: Pick<IContentTypeInfo, 'Id'>): string {
  return Id.StringValue;
}

/** A new content type of the site; its id. */
async function newType(name: string): Promise<string> {
  const { data } = (await sp.web.contentTypes.add('0x0100', name)) as { data: IContentTypeInfo };
  return idOf(data);
}

describe('a site', () => {
  it('has Item, Document and Folder under System', async () => {
    expect(await sp.web.contentTypes.getById('0x01')<Row>()).toMatchObject({
      Name: 'Item',
      Group: 'List Content Types',
      Id: { StringValue: '0x01' },
      StringId: '0x01',
      Sealed: false,
      NewFormTemplateName: 'ListForm'
    });
    expect(await sp.web.contentTypes.getById('0x0101').parent()).toMatchObject({ Name: 'Item' });
    expect(await sp.web.contentTypes.getById('0x0120').parent()).toMatchObject({ Name: 'Item' });
    expect(await sp.web.contentTypes.getById('0x01').parent()).toMatchObject({ Name: 'System' });
    expect(await sp.web.contentTypes.filter("Name eq 'Document'")()).toHaveLength(1);
  });

  it('answers null for an unknown content type, as SharePoint does', async () => {
    const answer = await site.call(asa, `/_api/web/contenttypes('0x0199')`, { headers: { accept: 'application/json;odata=nometadata' } });
    expect([answer.status, await answer.json()]).toEqual([200, { 'odata.null': true }]);
  });

  it('makes a new content type under Item with an id of its own, whatever id the call names', async () => {
    const named = '0x010100B1E0F3A5C94D4F7E8A6B2C1D0E9F8A7B';
    const { data } = (await sp.web.contentTypes.add(named, 'Informationstillgång', 'Registret', 'Värna')) as { data: IContentTypeInfo };
    expect(data).toMatchObject({ Name: 'Informationstillgång', Group: 'Värna' });
    expect(idOf(data)).toMatch(/^0x0100[0-9A-F]{32}$/);
    expect(await sp.web.contentTypes.filter(`StringId eq '${named}'`)()).toEqual([]);
    const type = sp.web.contentTypes.getById(idOf(data));
    expect(await type.parent()).toMatchObject({ Name: 'Item' });
    expect((await type.fieldLinks<Row[]>()).map(({ Name }) => Name)).toEqual(['ContentType', 'Title']);
    expect((await type.fields<Row[]>()).map(({ InternalName }) => InternalName)).toEqual(['ContentType', 'Title']);
    expect(await type.workflowAssociations()).toEqual([]);
    await expect(sp.web.contentTypes.add(named, 'En annan')).resolves.toBeDefined();
    expect(await refusalOf(sp.web.contentTypes.add(named, 'En annan'))).toMatchObject({ status: 400 });
  });

  it('changes and deletes its own content types, not those it began with', async () => {
    const id = await newType('Tillfällig');
    await sp.web.contentTypes.getById(id).update({ Name: 'Bestående', Hidden: true });
    expect(await sp.web.contentTypes.getById(id)()).toMatchObject({ Name: 'Bestående', Hidden: true });
    await sp.web.contentTypes.getById(id).delete();
    expect((await sp.web.contentTypes()).map(idOf)).not.toContain(id);
    expect(await refusalOf(sp.web.contentTypes.getById('0x01').delete())).toMatchObject({ status: 403 });
  });

  it('lets only those who manage it change its content types', async () => {
    const { Id } = await sp.web.ensureUser(eero.userPrincipalName);
    await sp.web.roleAssignments.add(Id, read);
    expect(await site.as(eero).web.contentTypes.getById('0x01')()).toMatchObject({ Name: 'Item' });
    expect(await refusalOf(site.as(eero).web.contentTypes.add('0x0100AA', 'Nej'))).toMatchObject({ status: 403 });
    expect(await refusalOf(site.as(eero).web.contentTypes.getById('0x01').update({ Name: 'Nej' }))).toMatchObject({ status: 403 });
    expect(await refusalOf(site.as(maja).web.contentTypes())).toMatchObject({ status: 403 });
  });
});

describe('a column in a content type', () => {
  it('is linked by its name, changed and taken out', async () => {
    await sp.web.fields.addText('Diarienummer');
    const id = await newType('Diarieförd');
    const address = `/_api/web/contenttypes('${id}')/fieldlinks`;
    const headers = { 'content-type': 'application/json', accept: 'application/json;odata=nometadata' };
    const body = JSON.stringify({ FieldInternalName: 'Diarienummer', Required: true });
    const added = (await (await site.call(asa, address, { method: 'POST', headers, body })).json()) as Row;
    expect(added).toMatchObject({ FieldInternalName: 'Diarienummer', Name: 'Diarienummer', Required: true, Hidden: false });
    const one = `${address}(guid'${String(added['Id'])}')`;
    await site.call(asa, one, { method: 'POST', headers: { ...headers, 'x-http-method': 'MERGE' }, body: '{"Hidden":true}' });
    expect(await (await site.call(asa, one, { headers })).json()).toMatchObject({ Required: true, Hidden: true });
    await site.call(asa, one, { method: 'DELETE', headers });
    expect((await sp.web.contentTypes.getById(id).fieldLinks<Row[]>()).map(({ Name }) => Name)).not.toContain('Diarienummer');
  });
});

describe('a list', () => {
  it('begins with content types of its own under Item and Folder, a library under Document and Folder', async () => {
    const [list, library] = [await newList(), await newList(101)];
    const ids = (await list.contentTypes()).map(idOf);
    expect(ids[0]).toMatch(/^0x0100[0-9A-F]{32}$/);
    expect(ids[1]).toMatch(/^0x012000[0-9A-F]{32}$/);
    expect((await library.contentTypes()).map((type) => idOf(type).slice(0, 8))).toEqual([expect.stringMatching(/^0x0101/), '0x012000']);
    expect(await list.contentTypes.getById(ids[0] ?? '').parent()).toMatchObject({ Id: { StringValue: '0x01' } });
  });

  it('takes a content type of the site together with its columns', async () => {
    await sp.web.fields.addChoice('Skyddsnivå', { Choices: ['Låg', 'Hög'] });
    const id = await newType('Skyddad');
    const headers = { 'content-type': 'application/json' };
    const body = '{"FieldInternalName":"Skyddsniv_x00e5_"}';
    await site.call(asa, `/_api/web/contenttypes('${id}')/fieldlinks`, { method: 'POST', headers, body });
    const list = await newList();
    const { data } = (await list.contentTypes.addAvailableContentType(id)) as { data: IContentTypeInfo };
    expect(idOf(data)).toMatch(new RegExp(`^${id}00[0-9A-F]{32}$`));
    expect(await list.fields.getByTitle('Skyddsnivå')()).toMatchObject({ TypeAsString: 'Choice', Choices: ['Låg', 'Hög'] });
    expect(await refusalOf(list.contentTypes.addAvailableContentType(id))).toMatchObject({ status: 400 });
    expect(await refusalOf(sp.web.contentTypes.getById(id).delete())).toMatchObject({ status: 400 });
  });
});

describe('an item', () => {
  it('has its list’s first content type, or the one it was given', async () => {
    const list = await newList();
    const [first] = (await list.contentTypes()).map(idOf);
    const { data } = (await list.contentTypes.addAvailableContentType(await newType('Särskild'))) as { data: IContentTypeInfo };
    await list.items.add({ Title: 'A' });
    await list.items.add({ Title: 'B', ContentTypeId: idOf(data) });
    expect(await list.items.select('Title', 'ContentTypeId', 'ContentType/Name').expand('ContentType')<Row[]>()).toMatchObject([
      { Title: 'A', ContentTypeId: first, ContentType: { Name: 'Item' } },
      { Title: 'B', ContentTypeId: idOf(data), ContentType: { Name: 'Särskild' } }
    ]);
    const titles = async (filter: string): Promise<string[]> =>
      (await list.items.filter(filter)<Row[]>()).map(({ Title }) => String(Title));
    expect(await titles("ContentType eq 'särskild'")).toEqual(['B']);
    expect(await titles("ContentType ne 'Särskild'")).toEqual(['A']);
    const where = '<Where><Eq><FieldRef Name="ContentType"/><Value Type="Computed">Item</Value></Eq></Where>';
    const query = `${where}<OrderBy><FieldRef Name="ContentType"/></OrderBy>`;
    expect(await list.getItemsByCAMLQuery({ ViewXml: `<View><Query>${query}</Query></View>` })).toMatchObject([{ Title: 'A' }]);
    const view = '<View><ViewFields><FieldRef Name="ContentType"/></ViewFields></View>';
    const { Row: rows } = (await list.renderListDataAsStream({ ViewXml: view })) as unknown as { Row: Row[] };
    expect(rows.map(({ ContentType }) => ContentType)).toEqual(['Item', 'Särskild']);
    await list.items.getById(2).update({ ContentTypeId: '0x01' });
    expect(await list.items.getById(2)<Row>()).toMatchObject({ ContentTypeId: first });
    expect(await refusalOf(list.items.add({ ContentTypeId: '0x0199' }))).toMatchObject({ status: 400 });
    expect(await refusalOf(list.contentTypes.getById(first ?? '').delete())).toMatchObject({ status: 400 });
    await list.contentTypes.getById(idOf(data)).delete();
  });
});
