// What an item shows of itself and of what it points at, in the words and shapes recorded from SharePoint Online.
import { FieldUserSelectionMode } from '@pnp/sp/fields';
import { asa, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

const fieldError = '-1, Microsoft.SharePoint.SPException';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  const { lists } = site.as(asa).web;
  const { Id: behind } = await lists.add('Plats');
  const places = lists.getByTitle('Plats');
  await places.fields.addMultilineText('Om');
  await places.items.add({ Title: 'Norr', Om: 'Långt upp' });
  await lists.add('Sak');
  const things = lists.getByTitle('Sak');
  await things.fields.addText('Färg');
  await things.fields.addLookup('Plats', { LookupListId: behind, LookupFieldName: 'Title' });
  await things.fields.addUser('Vem', { SelectionMode: FieldUserSelectionMode.PeopleOnly });
  const several = '<Field Type="LookupMulti" Mult="TRUE" DisplayName="Fler" Name="Fler" List="{0}" ShowField="Title" />';
  await things.fields.createFieldAsXml(several.replace('0', behind));
  const { Id: owner } = await site.as(asa).web.currentUser();
  await things.items.add({ Title: 'Full', F_x00e4_rg: 'blå', PlatsId: 1, VemId: owner, FlerId: [1] });
  await things.items.add({ Title: 'Tom' });
});
afterAll(() => site.stop());

const items = "/_api/web/lists/getByTitle('Sak')/items";

async function asked(path: string, form = 'minimalmetadata'): Promise<Response> {
  return site.call(asa, path, { headers: { accept: `application/json;odata=${form}` } });
}

async function read(path: string, form?: string): Promise<Record<string, unknown>> {
  const body = (await (await asked(path, form)).json()) as Record<string, unknown>;
  return form === 'verbose' ? (body['d'] as Record<string, unknown>) : body;
}

async function refusal(path: string): Promise<unknown> {
  const response = await asked(path, 'nometadata');
  const body = (await response.json()) as { 'odata.error': { code: string; message: { value: string } } };
  return [response.status, body['odata.error'].code, body['odata.error'].message.value];
}

const guid = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as string;

describe('an item', () => {
  it('has its number alone as ETag in the body, with its guid in the header, and If-Match takes both', async () => {
    const response = await asked(`${items}(1)`);
    const item = (await response.json()) as Record<string, string>;
    expect(item['odata.etag']).toBe('"1"');
    expect(response.headers.get('etag')).toMatch(/^"[\da-f-]{36},1"$/);
    expect((await read(`${items}(1)`, 'verbose'))['__metadata']).toMatchObject({ etag: '"1"' });
    for (const etag of ['"1"', response.headers.get('etag')?.replace(',1', ',2') ?? '']) {
      const changed = await change(1, { 'if-match': etag });
      expect(changed.status).toBe(204);
    }
    const late = await change(1, { 'if-match': '"1"' });
    expect(late.status).toBe(412);
    expect(await late.text()).toMatch(/The request ETag value '\\"1\\"' does not match the object's ETag value '\\"[\da-f-]{36},3\\"'\./);
  });

  it('is not changed without If-Match', async () => {
    const refused = await change(2, {});
    expect(refused.status).toBe(412);
    expect(await refused.text()).toContain("The request ETag value '' does not match");
  });

  it('shows the columns of the list between its title and those every list has', async () => {
    const names = Object.keys(await read(`${items}(1)`, 'nometadata'));
    expect(names.slice(0, 7)).toEqual([
      'FileSystemObjectType',
      'Id',
      'ServerRedirectedEmbedUri',
      'ServerRedirectedEmbedUrl',
      'ContentTypeId',
      'Title',
      'ComplianceAssetId'
    ]);
    expect(names.slice(7, -8)).toEqual(['F_x00e4_rg', 'PlatsId', 'VemId', 'VemStringId', 'FlerId']);
    expect(names.slice(-8)).toEqual(['ID', 'Modified', 'Created', 'AuthorId', 'EditorId', 'OData__UIVersionString', 'Attachments', 'GUID']);
  });

  it('shows Id and ID when either is selected, and what is selected in its own order', async () => {
    const selected = await read(`${items}(1)?$select=GUID,F_x00e4_rg,ID,Title`, 'nometadata');
    expect(Object.keys(selected)).toEqual(['Id', 'Title', 'F_x00e4_rg', 'ID', 'GUID']);
    const page = (await read(`${items}?$select=Title,Id&$top=1`, 'nometadata')) as { value: object[] };
    expect(Object.keys(page.value[0] ?? {})).toEqual(['Id', 'Title', 'ID']);
  });

  async function change(id: number, headers: Record<string, string>): Promise<Response> {
    const init = { method: 'PATCH', headers: { 'content-type': 'application/json', ...headers }, body: '{"Title":"Full"}' };
    return site.call(asa, `${items}(${id})`, init);
  }
});

describe('what a person or lookup column points at', () => {
  const query = '?$select=Plats/Title,Plats/Id,Fler/Id&$expand=Plats,Fler';

  it('is shown with type and id only', async () => {
    const item = await read(`${items}(1)${query}`);
    expect(item['Plats']).toEqual({ 'odata.type': 'SP.Data.PlatsListItem', 'odata.id': guid, Title: 'Norr', Id: 1 });
    expect(item['Fler']).toEqual([{ 'odata.type': 'SP.Data.PlatsListItem', 'odata.id': guid, Id: 1 }]);
    const { Author } = await read(`${items}(1)?$select=Author/EMail&$expand=Author`, 'verbose');
    expect(Author).toEqual({ __metadata: { id: guid, type: 'SP.Data.UserInfoItem' }, EMail: asa.mail });
  });

  it('is a link alone when there is nothing', async () => {
    const link = (name: string): unknown => expect.stringMatching(new RegExp(`^Web/Lists\\(guid'[\\da-f-]+'\\)/Items\\(2\\)/${name}$`));
    const item = await read(`${items}(2)${query}`);
    expect(item).toMatchObject({ 'Plats@odata.navigationLinkUrl': link('Plats'), 'Fler@odata.navigationLinkUrl': link('Fler') });
    expect(Object.keys(item)).not.toEqual(expect.arrayContaining(['Plats']));
    expect(Object.keys(item)).not.toEqual(expect.arrayContaining(['Fler']));
    expect(await read(`${items}(2)${query}`, 'nometadata')).toEqual({});
    const verbose = await read(`${items}(2)${query}`, 'verbose');
    expect(verbose['Plats']).toEqual({ __deferred: { uri: expect.stringMatching(/\/Items\(2\)\/Plats$/) as string } });
  });

  it('has no link in a whole verbose item, which links all else that could be expanded', async () => {
    const links = Object.entries(await read(`${items}(1)`, 'verbose')).filter(([, value]) => JSON.stringify(value).includes('__deferred'));
    const names = ['FirstUniqueAncestorSecurableObject', 'RoleAssignments', 'AttachmentFiles', 'ContentType', 'FieldValuesAsHtml'];
    const more = ['FieldValuesAsText', 'FieldValuesForEdit', 'File', 'Folder', 'ParentList', 'Versions'];
    expect(links.map(([name]) => name)).toEqual([...names, ...more]);
  });

  it('must be both expanded and selected', async () => {
    const text = (path: string, name: string): string =>
      `The query to field '${path}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${name}.`;
    expect(await refusal(`${items}?$expand=Plats`)).toEqual([400, fieldError, text('Plats', 'Plats')]);
    expect(await refusal(`${items}(1)?$select=Title&$expand=Author`)).toEqual([400, fieldError, text('Author', 'Author')]);
    expect(await refusal(`${items}?$select=Plats/Title`)).toEqual([400, fieldError, text('Plats/Title', 'Plats')]);
    expect(await refusal(`${items}?$select=Plats`)).toEqual([400, fieldError, text('Plats', 'Plats')]);
  });

  it('shows no notes of the item behind', async () => {
    expect(await refusal(`${items}?$select=Plats/Om&$expand=Plats`)).toEqual([
      400,
      fieldError,
      "The query to field 'Plats/Om' is not valid."
    ]);
    expect(await refusal(`${items}?$select=Plats/Nej&$expand=Plats`)).toEqual([
      400,
      fieldError,
      "The field or property 'Nej' does not exist."
    ]);
  });
});

describe('a name that items do not have', () => {
  it('is refused in the words of the list', async () => {
    const text = "The field or property 'Nej' does not exist.";
    expect(await refusal(`${items}?$select=Nej`)).toEqual([400, fieldError, text]);
    expect(await refusal(`${items}?$expand=Nej`)).toEqual([400, fieldError, text]);
    const column = "Column 'Nej' does not exist. It may have been deleted by another user.";
    expect(await refusal(`${items}?$filter=Nej eq 1`)).toEqual([400, '-2147024809, System.ArgumentException', column]);
  });

  it('is refused also where there is nothing to show', async () => {
    const error = (text: string): unknown[] => [400, fieldError, text];
    const unknown = error("The field or property 'Nej' does not exist.");
    const empty = `${items}?$filter=Id eq 0&`;
    expect(await refusal(`${empty}$select=Nej`)).toEqual(unknown);
    expect(await refusal(`${empty}$expand=Nej`)).toEqual(unknown);
    expect(await refusal(`${empty}$select=Nej/Id&$expand=Nej`)).toEqual(unknown);
    expect(await refusal(`${empty}$select=Author/Nej&$expand=Author`)).toEqual(unknown);
    const nobody = `${items}(2)?`;
    expect(await refusal(`${nobody}$select=Vem/Nej&$expand=Vem`)).toEqual(unknown);
    expect(await refusal(`${nobody}$select=Plats/Nej&$expand=Plats`)).toEqual(unknown);
    expect(await refusal(`${nobody}$select=Fler/Om&$expand=Fler`)).toEqual(error("The query to field 'Fler/Om' is not valid."));
    const shown = 'Id,Title,File,AttachmentFiles,Vem/eMail,Vem/*,Plats/Title,Plats/Id,Author/Id,HasUniqueRoleAssignments';
    const some = await read(`${empty}$select=${shown}&$expand=File,AttachmentFiles,Vem,Plats,Author,ContentType`, 'nometadata');
    expect(some).toEqual({ value: [] });
    expect((await read(`${nobody}$select=Plats/Title,Vem/EMail&$expand=Plats,Vem`, 'nometadata'))['Plats']).toBeUndefined();
    const caml = (query: string): Promise<Response> =>
      site.call(asa, `/_api/web/lists/getByTitle('Sak')/getitems${query}`, {
        method: 'POST',
        headers: { accept: 'application/json;odata=nometadata', 'content-type': 'application/json' },
        body: JSON.stringify({ query: { ViewXml: '<View><Query><Where><IsNull><FieldRef Name="ID"/></IsNull></Where></Query></View>' } })
      });
    expect((await caml('?$select=Title')).status).toBe(200);
    expect((await caml('?$select=Nej')).status).toBe(400);
  });

  it('is refused when it is empty, a comma too many', async () => {
    const client = '-1, Microsoft.SharePoint.Client.InvalidClientQueryException';
    expect(await refusal(`${items}?$select=Id,Title,`)).toEqual([400, client, 'The expression "Id,Title," is not valid.']);
  });
});
