// Columns of sites and lists: every kind with what it is made of, what can be changed, and what values they take.
import '@pnp/sp/fields';
import type { IFieldInfo } from '@pnp/sp/fields';
import { DateTimeFieldFormatType, FieldTypes } from '@pnp/sp/fields';
import type { IList } from '@pnp/sp/lists';
import type { SPFI } from '@pnp/sp';
import { asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;
const read = 1073741826;
const titleId = 'fa564e0f-0c70-4ab9-b863-0177e6ddd247';

let site: TestSite;
let sp: SPFI;
let list: IList;
let made = 0;
beforeAll(async () => {
  site = await startSite();
  sp = site.as(asa);
});
beforeEach(async () => {
  made += 1;
  await sp.web.lists.add(`Lista ${made}`);
  list = sp.web.lists.getByTitle(`Lista ${made}`);
});
afterAll(() => site.stop());

/** Properties that SharePoint takes and PnPjs does not name for the kind. */
function definedAs<T extends object>(properties: T): T {
  return properties;
}

describe.each([
  ['a site', () => sp.web.fields],
  ['a list', () => list.fields]
])('%s', (home, fields) => {
  it('has columns of every kind, with what they were made with', async () => {
    const { Id } = await list.select('Id')();
    const name = (kind: string): string => `${kind} ${made}`;
    await fields().addText(name('Text'), { MaxLength: 40, Group: 'Värna' });
    await fields().addNumber(name('Number'), { MinimumValue: 1, MaximumValue: 5 });
    await fields().addCurrency(name('Currency'), { CurrencyLocaleId: 1053 });
    await fields().addDateTime(name('DateTime'), { DisplayFormat: DateTimeFieldFormatType.DateOnly });
    await fields().addMultilineText(name('Note'), { NumberOfLines: 9, RichText: false });
    await fields().addUrl(name('URL'));
    await fields().addUser(name('User'), {});
    await fields().addChoice(name('Choice'), { Choices: ['A', 'B'], FillInChoice: true });
    await fields().addMultiChoice(name('MultiChoice'), { Choices: ['A', 'B'] });
    await fields().addBoolean(name('Boolean'));
    await fields().addLookup(name('Lookup'), { LookupListId: Id, LookupFieldName: 'Title' });
    const expected: Record<string, Row> = {
      Text: { MaxLength: 40, Group: 'Värna', 'odata.type': 'SP.FieldText' },
      Number: { MinimumValue: 1, MaximumValue: 5, DisplayFormat: -1, 'odata.type': 'SP.FieldNumber' },
      Currency: { CurrencyLocaleId: 1053, MinimumValue: -Number.MAX_VALUE, 'odata.type': 'SP.FieldCurrency' },
      DateTime: { DisplayFormat: 0, FriendlyDisplayFormat: 0, 'odata.type': 'SP.FieldDateTime' },
      Note: { NumberOfLines: 9, RichText: false, AppendOnly: false, 'odata.type': 'SP.FieldMultiLineText' },
      URL: { DisplayFormat: 0, 'odata.type': 'SP.FieldUrl' },
      User: { SelectionMode: 1, Presence: true, AllowMultipleValues: false, 'odata.type': 'SP.FieldUser' },
      Choice: { Choices: ['A', 'B'], FillInChoice: true, EditFormat: 0, 'odata.type': 'SP.FieldChoice' },
      MultiChoice: { Choices: ['A', 'B'], 'odata.type': 'SP.FieldMultiChoice' },
      Boolean: { TypeAsString: 'Boolean', 'odata.type': 'SP.Field' },
      Lookup: { LookupField: 'Title', LookupList: `{${Id}}`, 'odata.type': 'SP.FieldLookup' }
    };
    for (const [kind, properties] of Object.entries(expected)) {
      expect(await fields().getByTitle(name(kind))<Row>()).toMatchObject({ ...properties, TypeAsString: kind });
    }
  });

  it('finds a column by id, by title and by internal name before title', async () => {
    await fields().addText(`Första ${made}`);
    const { InternalName } = await fields().getByTitle(`Första ${made}`)();
    await fields().addText(`Andra ${made}`);
    await fields().getByTitle(`Andra ${made}`).update({ Title: InternalName }, 'SP.FieldText');
    expect(await fields().getByInternalNameOrTitle(InternalName)()).toMatchObject({ Title: `Första ${made}` });
    expect(await fields().getById(titleId)()).toMatchObject({ InternalName: 'Title', CanBeDeleted: false });
    expect(await refusalOf(fields().getByTitle('Nej')())).toMatchObject({ status: 400, code: '-2147024809, System.ArgumentException' });
  });

  it('changes what a column says and where it is shown, and removes it', async () => {
    await fields().addText(`Kod ${made}`);
    const field = fields().getByTitle(`Kod ${made}`);
    await field.update({ Description: 'Beteckning', Group: 'Värna', Required: true, DefaultValue: 'x' });
    await field.setShowInNewForm(false);
    await field.setShowInEditForm(true);
    await field.setShowInDisplayForm(true);
    expect(await field()).toMatchObject({
      Description: 'Beteckning',
      Group: 'Värna',
      Required: true,
      DefaultValue: 'x',
      SchemaXml: expect.stringMatching(/ShowInDisplayForm="TRUE" ShowInEditForm="TRUE" ShowInNewForm="FALSE"/) as string
    });
    await field.delete();
    expect(await refusalOf(field())).toMatchObject({ status: 400 });
    expect(await refusalOf(fields().getById(titleId).delete())).toMatchObject({ status: 403 });
  });

  it('reads a schema as XML, and refuses what is none', async () => {
    const title = `Större > mindre ${made}`;
    const name = `Jamfor${made}`;
    await fields().createFieldAsXml(
      `<Field Type="Choice" Name="${name}" DisplayName="${title}"><CHOICES><CHOICE>A &amp; B</CHOICE></CHOICES></Field>`
    );
    expect(await fields().getByTitle(title)()).toMatchObject({ Choices: ['A & B'] });
    expect(await refusalOf(fields().createFieldAsXml('<Field Type="Text" DisplayName="Bruten">'))).toMatchObject({ status: 400 });
  });

  it('says what it does not support', async () => {
    const refused = [
      () =>
        fields().addCalculated('A', { Formula: '=1', DateFormat: DateTimeFieldFormatType.DateOnly, FieldTypeKind: FieldTypes.Calculated }),
      () =>
        fields().addCalculated('A2', { Formula: '=1', DateFormat: DateTimeFieldFormatType.DateOnly, FieldTypeKind: FieldTypes.DateTime }),
      () => fields().addLocation('B'),
      () => fields().addImageField('C'),
      () => fields().addDependentLookupField('D', titleId, 'Title'),
      () => fields().addText('E', definedAs({ ValidationFormula: '=[E]>1' })),
      () => fields().createFieldAsXml('<Field Type="Lookup" DisplayName="F" List="{x}" RelationshipDeleteBehavior="Cascade" />'),
      () => fields().createFieldAsXml('<Field Type="Text" DisplayName="G"><Validation Message="m">=1</Validation></Field>')
    ];
    for (const call of refused) expect(await refusalOf(call())).toMatchObject({ status: 501 });
  });

  it('lets a reader read its columns and change nothing', async () => {
    const { Id } = await sp.web.ensureUser(eero.userPrincipalName);
    await sp.web.roleAssignments.add(Id, read);
    await fields().addText(`Läst ${made}`);
    const reader = home === 'a site' ? site.as(eero).web.fields : site.as(eero).web.lists.getByTitle(`Lista ${made}`).fields;
    expect(await reader.getByTitle(`Läst ${made}`)()).toMatchObject({ TypeAsString: 'Text' });
    for (const call of [
      () => reader.addText('Nej'),
      () => reader.getByTitle(`Läst ${made}`).update({ Description: 'Nej' }, 'SP.FieldText'),
      () => reader.getByTitle(`Läst ${made}`).setShowInNewForm(true),
      () => reader.getByTitle(`Läst ${made}`).delete()
    ]) {
      expect(await refusalOf(call())).toMatchObject({ status: 403 });
    }
    expect((await refusalOf(site.as(maja).web.fields())).status).toBe(403);
  });
});

describe('the columns of a site', () => {
  it('are available to the sites below, which have none of their own', async () => {
    await sp.web.fields.addText('Delad');
    await sp.web.webs.add('Nämnden', 'namnden');
    const below = (path: string): Promise<Response> =>
      site.call(asa, `/namnden/_api/web/${path}`, { headers: { accept: 'application/json;odata=nometadata' } });
    const titles = async (path: string): Promise<unknown[]> =>
      ((await (await below(path)).json()) as { value: IFieldInfo[] }).value.map(({ Title }) => Title);
    expect(await titles('fields')).toEqual([]);
    expect(await titles('availablefields')).toContain('Delad');
  });
});

describe('the type of a column', () => {
  it('is changed by a new schema, with the values kept', async () => {
    await list.fields.addText('Text');
    await list.fields.addChoice('Val', { Choices: ['A', 'B'] });
    await list.fields.addNumber('Tal');
    await list.items.add({ Text: 'a'.repeat(255), Val: 'A', Tal: 3 });
    const rewrite = (name: string, xml: string): Promise<unknown> =>
      list.fields.getByInternalNameOrTitle(name).update({ SchemaXml: xml }, 'SP.Field');
    await rewrite('Text', '<Field Type="Note" DisplayName="Text" NumLines="6" />');
    await rewrite('Val', '<Field Type="MultiChoice" DisplayName="Val"><CHOICES><CHOICE>A</CHOICE><CHOICE>B</CHOICE></CHOICES></Field>');
    await rewrite('Tal', '<Field Type="Currency" DisplayName="Tal" LCID="1053" />');
    expect(await list.fields.getByTitle('Text')()).toMatchObject({ TypeAsString: 'Note' });
    expect(await list.items.getById(1)<Row>()).toMatchObject({ Text: 'a'.repeat(255), Val: ['A'], Tal: 3 });
    await list.items.getById(1).update({ Text: 'b'.repeat(300), Val: ['A', 'B'] });
    expect(await list.items.getById(1)<Row>()).toMatchObject({ Text: 'b'.repeat(300), Val: ['A', 'B'] });
  });

  it('is not changed where values would be lost: 501', async () => {
    await list.fields.addMultilineText('Text', { RichText: false });
    const change = list.fields.getByTitle('Text').update({ SchemaXml: '<Field Type="Text" DisplayName="Text" />' }, 'SP.Field');
    expect(await refusalOf(change)).toMatchObject({ status: 501 });
  });

  it('is changed to several people, and each had stays one of them', async () => {
    await list.fields.addUser('Ansvarig', {});
    const { Id } = await sp.web.ensureUser(eero.userPrincipalName);
    await list.items.add({ AnsvarigId: Id });
    await list.fields.getByTitle('Ansvarig').update(definedAs({ AllowMultipleValues: true }), 'SP.FieldUser');
    expect(await list.fields.getByTitle('Ansvarig')()).toMatchObject({ TypeAsString: 'UserMulti' });
    expect(await list.items.getById(1)<Row>()).toMatchObject({ AnsvarigId: [Id] });
  });
});

describe('an index', () => {
  it('can be put on the built-in columns, and lets a large list be filtered by them', async () => {
    const large = await startSite({ listViewThreshold: 2 });
    const web = large.as(asa).web;
    await web.lists.add('Stor');
    const stored = web.lists.getByTitle('Stor');
    for (const Title of ['A', 'B', 'C']) await stored.items.add({ Title });
    const byTime = (): Promise<unknown> => stored.items.filter("Created gt datetime'2100-01-01T00:00:00Z'")();
    expect(await refusalOf(byTime())).toMatchObject({ status: 500 });
    for (const name of ['Created', 'Modified', 'Author', 'Editor']) {
      await stored.fields.getByInternalNameOrTitle(name).update({ Indexed: true }, 'SP.Field');
      expect(await stored.fields.getByInternalNameOrTitle(name)()).toMatchObject({ Indexed: true });
    }
    expect(await byTime()).toEqual([]);
    await large.stop();
  });

  it('is needed for unique values, cannot stand on a note, and there are at most 20', async () => {
    await list.fields.addText('Kod');
    await list.fields.addMultilineText('Anteckning');
    const update = (name: string, change: Partial<IFieldInfo>): Promise<unknown> => list.fields.getByTitle(name).update(change, 'SP.Field');
    expect(await refusalOf(update('Kod', { EnforceUniqueValues: true }))).toMatchObject({ status: 400 });
    expect(await refusalOf(update('Anteckning', { Indexed: true }))).toMatchObject({ status: 400 });
    for (let number = 1; number <= 20; number += 1) await list.fields.addText(`I${number}`, { Indexed: true });
    expect(await refusalOf(update('Kod', { Indexed: true }))).toMatchObject({ status: 400 });
  });
});

describe('a value', () => {
  it('is refused when it is not unique, too long or outside the limits', async () => {
    await list.fields.addText('Kod', { Indexed: true, EnforceUniqueValues: true, MaxLength: 5 });
    await list.fields.addNumber('Tal', { MinimumValue: 1, MaximumValue: 5 });
    await list.items.add({ Kod: 'K1', Tal: 5 });
    expect(await refusalOf(list.items.add({ Kod: 'k1' }))).toMatchObject({
      status: 500,
      code: '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException'
    });
    expect(await refusalOf(list.items.add({ Kod: '123456' }))).toMatchObject({ status: 400 });
    expect(await refusalOf(list.items.add({ Title: 'a'.repeat(256) }))).toMatchObject({ status: 400 });
    expect(await refusalOf(list.items.add({ Tal: 6 }))).toMatchObject({ status: 400 });
  });

  it('is the column’s default where none is given, and may be missing where it is required', async () => {
    await list.fields.addChoice('Nivå', definedAs({ Choices: ['Låg', 'Hög'], DefaultValue: 'Låg', Required: true }));
    await list.items.add({ Title: 'A' });
    await list.items.add({ Title: 'B', Niv_x00e5_: null });
    expect(await list.items.select('Niv_x00e5_')<Row[]>()).toMatchObject([{ Niv_x00e5_: 'Låg' }, { Niv_x00e5_: null }]);
  });
});
