// An item's values as text, as HTML and as an edit form holds them.
import { DateTimeFieldFormatType } from '@pnp/sp/fields';
import type { IList } from '@pnp/sp/lists';
import { asa, eero, maja, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;

let site: TestSite;
let list: IList;
let people: number[];
beforeAll(async () => {
  site = await startSite();
  const { web } = site.as(asa);
  await web.lists.add('Nämnder');
  await web.lists.getByTitle('Nämnder').items.add({ Title: 'Socialnämnden' });
  const { Id: boards } = await web.lists.getByTitle('Nämnder').select('Id')<{ Id: string }>();
  await web.lists.add('Tillgångar');
  list = web.lists.getByTitle('Tillgångar');
  await list.fields.addText('Min kod');
  await list.fields.addNumber('Antal');
  await list.fields.addCurrency('Pris', { CurrencyLocaleId: 1033 });
  await list.fields.addBoolean('Kritisk');
  await list.fields.addDateTime('Granskad', { DisplayFormat: DateTimeFieldFormatType.DateTime });
  await list.fields.addDateTime('Dag', { DisplayFormat: DateTimeFieldFormatType.DateOnly });
  await list.fields.addMultiChoice('Taggar', { Choices: ['a', 'b', 'c'] });
  await list.fields.addUser('Agare', {});
  await list.fields.createFieldAsXml('<Field Type="UserMulti" Mult="TRUE" DisplayName="Granskare" />');
  await list.fields.addLookup('Namnd', { LookupListId: boards, LookupFieldName: 'Title' });
  await list.fields.addUrl('Plats');
  await list.fields.addMultilineText('Text', { RichText: true });
  people = [(await web.ensureUser(eero.userPrincipalName)).Id, (await web.ensureUser(maja.userPrincipalName)).Id];
  await list.items.add({
    Title: 'Lön & tid',
    Min_x0020_kod: 'A_1',
    Antal: 1234.5,
    Pris: 1200,
    Kritisk: true,
    Granskad: '2026-03-01T13:05:00Z',
    Dag: '2026-07-01T00:00:00',
    Taggar: ['a', 'c'],
    AgareId: people[0],
    GranskareId: people,
    NamndId: 1,
    Plats: { Url: 'https://lon.example', Description: 'Lön' },
    Text: '<p>Ett <b>stycke</b> &amp; mer</p>'
  });
});
afterAll(() => site.stop());

describe('field values as text', () => {
  it('are what a person reads, in the site’s own time', async () => {
    expect(await list.items.getById(1).fieldValuesAsText<Row>()).toMatchObject({
      Title: 'Lön & tid',
      Min_x005f_x0020_x005f_kod: 'A_1',
      Antal: '1,234.5',
      Pris: '$1,200.00',
      Kritisk: 'Yes',
      Granskad: '3/1/2026 2:05 PM',
      Dag: '7/1/2026',
      Taggar: 'a, c',
      Agare: eero.displayName,
      Granskare: `${eero.displayName}; ${maja.displayName}`,
      Namnd: 'Socialnämnden',
      Text: 'Ett stycke & mer',
      ID: '1',
      Author: asa.displayName,
      owshiddenversion: '1',
      OData__x005f_UIVersionString: '1.0',
      OData__x005f_ModerationStatus: 'Approved',
      FileRef: expect.stringMatching(/\/Lists\/.*\/1_\.000$/) as string
    });
  });

  it('are empty texts, never null, where there is no value', async () => {
    await list.items.add({ Title: 'Tom' });
    const texts = await list.items.getById(2).fieldValuesAsText<Row>();
    expect(texts).toMatchObject({ Antal: '', Agare: '', Granskare: '', Dag: '', Plats: '' });
    const values = Object.entries(texts).filter(([name]) => !name.startsWith('odata.'));
    expect(values.filter(([, value]) => typeof value !== 'string')).toEqual([]);
  });

  it('come with the items when expanded, and with only what was selected', async () => {
    const items = await list.items.select('Id', 'FieldValuesAsText/Antal', 'FieldValuesAsText/Kritisk').expand('FieldValuesAsText').top(1)<
      Row[]
    >();
    const [item] = items as [{ FieldValuesAsText: Row }];
    expect(item.FieldValuesAsText).toMatchObject({ Antal: '1,234.5', Kritisk: 'Yes' });
    expect(item.FieldValuesAsText).not.toHaveProperty('Title');
  });

  it('do not name a looked-up item that the reader may not see', async () => {
    const { web } = site.as(asa);
    await web.lists.getByTitle('Nämnder').breakRoleInheritance(false);
    await list.breakRoleInheritance(false);
    await list.roleAssignments.add(people[0] ?? 0, 1073741826);
    const asReader = site.as(eero).web.lists.getByTitle('Tillgångar').items.getById(1);
    expect(await asReader.fieldValuesAsText<Row>()).toMatchObject({ Title: 'Lön & tid', Namnd: '' });
  });
});

describe('field values as HTML and for editing', () => {
  it('are escaped or marked up in HTML', async () => {
    const html = await list.items.getById(1).fieldValuesAsHTML<Row>();
    expect(html).toMatchObject({
      Title: 'Lön &amp; tid',
      Plats: '<a href="https://lon.example">Lön</a>',
      Text: '<p>Ett <b>stycke</b> &amp; mer</p>',
      FileRef: '',
      UniqueId: ''
    });
    expect(html['Agare']).toContain(`>${eero.displayName}</a>`);
  });

  it('are what a form would send back when editing', async () => {
    expect(await list.items.getById(1).fieldValuesForEdit<Row>()).toMatchObject({
      Antal: '1234.5',
      Kritisk: '1',
      Taggar: ';#a;#c;#',
      Agare: `${people[0]};#${eero.displayName}`,
      Namnd: '1;#Socialnämnden',
      Granskad: '3/1/2026 2:05 PM'
    });
  });

  it('name their type and address in each shape', async () => {
    const address = `/_api/web/lists/getByTitle('Tillg%C3%A5ngar')/items(1)/FieldValuesAsText`;
    const inShape = async (shape: string): Promise<Row> =>
      (await (await site.call(asa, address, { headers: { accept: `application/json;odata=${shape}` } })).json()) as Row;
    expect(await inShape('minimalmetadata')).toMatchObject({
      'odata.type': 'SP.FieldStringValues',
      'odata.editLink': expect.stringMatching(/Items\(1\)\/FieldValuesAsText$/) as string
    });
    expect(await inShape('verbose')).toMatchObject({ d: { __metadata: { type: 'SP.FieldStringValues' }, Title: 'Lön & tid' } });
    expect(Object.keys(await inShape('nometadata')).filter((name) => name.includes('odata.'))).toEqual([]);
  });
});
