// Values as a form sends them: `validateUpdateListItem` and `addValidateUpdateItemUsingPath`.
import '@pnp/sp/content-types/list';
import { DateTimeFieldFormatType } from '@pnp/sp/fields';
import type { IList } from '@pnp/sp/lists';
import { asa, eero, maja, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;
type Form = { FieldName: string; FieldValue: string }[];
const contribute = 1073741827;
const readOnly = 1073741826;

let site: TestSite;
let list: IList;
let eeroId: number;
let majaId: number;
beforeAll(async () => {
  site = await startSite();
  const { web } = site.as(asa);
  await web.lists.add('Nämnder');
  for (const Title of ['Socialnämnden', 'Barn- och ungdomsnämnden']) await web.lists.getByTitle('Nämnder').items.add({ Title });
  const { Id: boards } = await web.lists.getByTitle('Nämnder').select('Id')<{ Id: string }>();
  await web.lists.add('Tillgångar', '', 100, false, { EnableVersioning: true });
  list = web.lists.getByTitle('Tillgångar');
  await list.fields.addText('Kod', { EnforceUniqueValues: true, Indexed: true });
  await list.fields.addNumber('Antal', { MinimumValue: 0, MaximumValue: 5000 });
  await list.fields.createFieldAsXml('<Field Type="Number" Percentage="TRUE" DisplayName="Andel" />');
  await list.fields.addBoolean('Kritisk');
  await list.fields.addDateTime('Granskad', { DisplayFormat: DateTimeFieldFormatType.DateTime });
  await list.fields.addDateTime('Dag', { DisplayFormat: DateTimeFieldFormatType.DateOnly });
  await list.fields.addMultiChoice('Taggar', { Choices: ['a', 'b', 'c'] });
  await list.fields.addUser('Agare', {});
  await list.fields.createFieldAsXml('<Field Type="UserMulti" Mult="TRUE" DisplayName="Granskare" />');
  await list.fields.addLookup('Namnd', { LookupListId: boards, LookupFieldName: 'Title' });
  await list.fields.createFieldAsXml(`<Field Type="LookupMulti" Mult="TRUE" DisplayName="Namnder" List="${boards}" ShowField="Title" />`);
  await list.fields.addUrl('Plats');
  eeroId = (await web.ensureUser(eero.userPrincipalName)).Id;
  majaId = (await web.ensureUser(maja.userPrincipalName)).Id;
  await list.breakRoleInheritance(false);
  await list.roleAssignments.add(eeroId, contribute);
  await list.roleAssignments.add(majaId, readOnly);
});
afterAll(() => site.stop());

async function newItem(values: Row = { Title: 'A' }): Promise<number> {
  return ((await list.items.add(values)) as { Id: number }).Id;
}

const form = (values: Record<string, string>): Form => Object.entries(values).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue }));
const person = (login: string): string => JSON.stringify([{ Key: login }]);
const loginOf = ({ userPrincipalName }: typeof asa): string => `i:0#.f|membership|${userPrincipalName}`;
const update = (id: number, values: Record<string, string>, system = false, as = asa): Promise<Row[]> =>
  site
    .as(as)
    .web.lists.getByTitle('Tillgångar')
    .items.getById(id)
    .validateUpdateListItem(form(values), system) as Promise<unknown> as Promise<Row[]>;

describe('a form sent to an item', () => {
  it('gives it another of the list’s content types, by name or id', async () => {
    const id = await newItem();
    const [item, folder] = await list.contentTypes<Row[]>();
    const typeOf = async (): Promise<unknown> => (await list.items.getById(id).select('ContentTypeId')<Row>())['ContentTypeId'];
    expect(await update(id, { ContentType: 'folder' })).toMatchObject([{ FieldName: 'ContentType', HasException: false }]);
    expect(await typeOf()).toBe(folder?.['StringId']);
    await update(id, { ContentTypeId: String(item?.['StringId']) });
    expect(await typeOf()).toBe(item?.['StringId']);
    for (const wrong of [{ ContentType: 'Nej' }, { ContentTypeId: '0x0199' }, { ContentType: '' }])
      expect(await update(id, wrong)).toMatchObject([{ ErrorCode: -2147024809, HasException: true }]);
    expect(await typeOf()).toBe(item?.['StringId']);
  });

  it('is understood column by column, in the site’s own formats', async () => {
    const id = await newItem();
    const answers = await update(id, {
      Title: 'B',
      Antal: '1,234.5',
      Andel: '50%',
      Kritisk: '1',
      Granskad: '3/1/2026 2:05 PM',
      Dag: '7/1/2026',
      Taggar: ';#a;#c;#',
      Agare: person(loginOf(eero)),
      Granskare: JSON.stringify([{ Key: loginOf(eero) }, { Key: maja.mail }]),
      Namnd: '2;#Barn- och ungdomsnämnden',
      Namnder: '1;#Socialnämnden;#2;#Barn- och ungdomsnämnden',
      Plats: 'https://lon.example, Lön, i drift'
    });
    expect(answers.filter(({ HasException }) => HasException === true)).toEqual([]);
    expect(answers[0]).toEqual({
      ErrorCode: 0,
      ErrorMessage: null,
      FieldName: 'Title',
      FieldValue: 'B',
      HasException: false,
      ItemId: id,
      UpdatedId: 0
    });
    expect(await list.items.getById(id)<Row>()).toMatchObject({
      Title: 'B',
      Antal: 1234.5,
      Andel: 0.5,
      Kritisk: true,
      Granskad: '2026-03-01T13:05:00Z',
      Dag: '2026-06-30T22:00:00Z',
      Taggar: ['a', 'c'],
      AgareId: eeroId,
      GranskareId: [eeroId, majaId],
      NamndId: 2,
      NamnderId: [1, 2],
      Plats: { Url: 'https://lon.example', Description: 'Lön, i drift' }
    });
  });

  it('empties columns with empty texts and empty lists of people', async () => {
    const id = await newItem({ Title: 'A', Antal: 5, AgareId: eeroId, Taggar: ['a'] });
    await update(id, { Antal: '', Agare: '[]', Taggar: '' });
    expect(await list.items.getById(id)<Row>()).toMatchObject({ Antal: null, AgareId: null, Taggar: null });
  });

  it('takes times led by the year, and UTC when told so', async () => {
    const id = await newItem();
    await update(id, { Granskad: '2026-03-01 14:05:30' });
    expect(await list.items.getById(id)<Row>()).toMatchObject({ Granskad: '2026-03-01T13:05:30Z' });
    const headers = { accept: 'application/json;odata=nometadata', 'content-type': 'application/json' };
    const body = JSON.stringify({ formValues: form({ Granskad: '3/1/2026 14:05' }), datesInUTC: true });
    const address = `/_api/web/lists/getByTitle('Tillg%C3%A5ngar')/items(${id})/ValidateUpdateListItem()`;
    expect((await site.call(asa, address, { method: 'POST', headers, body })).status).toBe(200);
    expect(await list.items.getById(id)<Row>()).toMatchObject({ Granskad: '2026-03-01T14:05:00Z' });
  });

  it('makes a version and moves the ETag on', async () => {
    const id = await newItem();
    await update(id, { Title: 'B' }, false, eero);
    const item = await list.items.getById(id).select('*', 'Editor/Title').expand('Editor')<Row>();
    expect(item).toMatchObject({ OData__UIVersionString: '2.0', Editor: { Title: eero.displayName } });
    expect(item['odata.etag']).toBe('"2"');
  });

  it('answers 200 with what is wrong with each value, and then writes nothing', async () => {
    await newItem({ Title: 'Upptagen', Kod: 'K1' });
    const id = await newItem();
    const answers = await update(id, {
      Title: '',
      Kod: 'k1',
      Antal: 'många',
      Granskad: 'i går',
      Agare: person('i:0#.f|membership|okand@haparanda.example'),
      Namnd: 'Socialnämnden',
      Kritisk: '1',
      Saknas: 'x'
    });
    expect(answers.map(({ FieldName, ErrorCode, HasException }) => [FieldName, ErrorCode, HasException])).toEqual([
      ['Title', -2146232832, true],
      ['Kod', -2130575169, true],
      ['Antal', -2146232832, true],
      ['Granskad', -2146232832, true],
      ['Agare', -2130575276, true],
      ['Namnd', -2146232832, true],
      ['Kritisk', 0, false],
      ['Saknas', -2147024809, true]
    ]);
    expect(answers.find(({ FieldName }) => FieldName === 'Granskad')).toMatchObject({ ErrorMessage: 'Enter a date like this: 2/23/2012' });
    expect(await list.items.getById(id)<Row>()).toMatchObject({ Title: 'A', Kritisk: null, OData__UIVersionString: '1.0' });
  });

  it('holds texts and numbers to the limits of their columns', async () => {
    const id = await newItem();
    const answers = await update(id, { Title: 'x'.repeat(256), Antal: '5001' });
    expect(answers.map(({ HasException }) => HasException)).toEqual([true, true]);
  });

  it('is refused as a whole to those who may not edit the item', async () => {
    const id = await newItem();
    expect(await refusalOf(update(id, { Title: 'B' }, false, maja))).toMatchObject({ status: 403 });
  });

  it('says the type of what it answers in each shape', async () => {
    const id = await newItem();
    const inShape = async (shape: string): Promise<Row> => {
      const headers = { accept: `application/json;odata=${shape}`, 'content-type': 'application/json;odata=verbose' };
      const body = JSON.stringify({
        formValues: [{ __metadata: { type: 'SP.ListItemFormUpdateValue' }, FieldName: 'Title', FieldValue: 'B' }],
        bNewDocumentUpdate: false
      });
      const address = `/_api/web/lists/getByTitle('Tillg%C3%A5ngar')/items(${id})/validateUpdateListItem`;
      return (await (await site.call(asa, address, { method: 'POST', headers, body })).json()) as Row;
    };
    expect((await inShape('minimalmetadata'))['odata.metadata']).toMatch(/\$metadata#Collection\(SP\.ListItemFormUpdateValue\)$/);
    expect(await inShape('verbose')).toMatchObject({
      d: { ValidateUpdateListItem: { __metadata: { type: 'Collection(SP.ListItemFormUpdateValue)' }, results: [{ FieldName: 'Title' }] } }
    });
  });
});

describe('a system update', () => {
  it('makes no version and leaves who and when as they were', async () => {
    const id = await newItem();
    const before = await list.items.getById(id)<Row>();
    await update(id, { Title: 'B' }, true, eero);
    const after = await list.items.getById(id)<Row>();
    expect(after).toMatchObject({ Title: 'B', OData__UIVersionString: '1.0', EditorId: before['EditorId'], Modified: before['Modified'] });
    expect(await list.items.getById(id).versions()).toHaveLength(1);
  });

  it('sets who and when as told', async () => {
    const id = await newItem();
    const quoted = `[{'Key':'${loginOf(maja)}'}]`;
    await update(id, { Editor: quoted, Author: person(loginOf(eero)), Modified: '1/2/2026 3:04 AM', Created: '1/1/2026 12:00 AM' }, true);
    expect(await list.items.getById(id)<Row>()).toMatchObject({
      EditorId: majaId,
      AuthorId: eeroId,
      Modified: '2026-01-02T02:04:00Z',
      Created: '2025-12-31T23:00:00Z'
    });
  });
});

describe('a form that makes an item', () => {
  const add = (values: Record<string, string>, folder = `${sitePath}/Lists/Tillgångar`, as = asa): Promise<Row[]> =>
    site.as(as).web.lists.getByTitle('Tillgångar').addValidateUpdateItemUsingPath(form(values), folder) as Promise<unknown> as Promise<
      Row[]
    >;

  it('answers with its id last', async () => {
    const answers = await add({ Title: 'Ny', Antal: '7' });
    expect(answers.map(({ FieldName, HasException, ItemId }) => [FieldName, HasException, ItemId])).toEqual([
      ['Title', false, 0],
      ['Antal', false, 0],
      ['Id', false, 0]
    ]);
    expect(await list.items.getById(Number(answers.at(-1)?.['FieldValue']))<Row>()).toMatchObject({ Title: 'Ny', Antal: 7 });
  });

  it('makes nothing when a value is wrong', async () => {
    const { ItemCount } = await list.select('ItemCount')<{ ItemCount: number }>();
    const answers = await add({ Title: '', Antal: '7' });
    expect(answers.map(({ FieldName, HasException }) => [FieldName, HasException])).toEqual([
      ['Title', true],
      ['Antal', false]
    ]);
    expect(await list.select('ItemCount')<Row>()).toMatchObject({ ItemCount });
  });

  it('is refused to those who may not add items', async () => {
    expect(await refusalOf(add({ Title: 'Ny' }, undefined, maja))).toMatchObject({ status: 403 });
  });
});
