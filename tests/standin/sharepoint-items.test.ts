// Lists, columns and items in the stand-in, driven by @pnp/sp.
import type { SPFI } from '@pnp/sp';
import { DateTimeFieldFormatType } from '@pnp/sp/fields';
import type { IList } from '@pnp/sp/lists';
import { asa, eero, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;

let site: TestSite;
let sp: SPFI;
let assets: IList;
beforeEach(async () => {
  site = await startSite();
  sp = site.as(asa);
  const { Id } = await sp.web.lists.add('Tillgångar', 'Registret', 100, false, { EnableVersioning: true });
  assets = sp.web.lists.getById(Id);
  await assets.fields.addText('Kod', { Indexed: true, EnforceUniqueValues: true, MaxLength: 20 });
  await assets.fields.addUser('Owner', {});
  await assets.fields.addChoice('Status', { Choices: ['Aktiv', 'Avvecklad'] });
  await assets.fields.addNumber('Antal');
  await assets.fields.addBoolean('Kritisk');
  await assets.fields.addDateTime('Granskad', { DisplayFormat: DateTimeFieldFormatType.DateTime });
  await assets.fields.addMultilineText('Beskrivning', { RichText: false });
  await assets.fields.addMultiChoice('Taggar', { Choices: ['a', 'b', 'c'] });
});
afterEach(() => site.stop());

describe('an item', () => {
  it('comes back with the defaults SharePoint sets and its values', async () => {
    const owner = await sp.web.ensureUser(eero.userPrincipalName);
    const added = (await assets.items.add({
      Title: 'Lönesystemet',
      Kod: 'A-1',
      OwnerId: owner.Id,
      Status: 'Aktiv',
      Antal: 2.5,
      Kritisk: true,
      Granskad: '2026-03-01T10:00:00.123Z',
      Taggar: ['a', 'c']
    })) as Row;
    expect(added).toMatchObject({ Id: 1, Title: 'Lönesystemet', Attachments: false, OData__UIVersionString: '1.0' });
    const read = await assets.items.getById(1)<Row>();
    expect(read).toMatchObject({
      ID: 1,
      FileSystemObjectType: 0,
      OwnerId: owner.Id,
      OwnerStringId: String(owner.Id),
      Granskad: '2026-03-01T10:00:00Z',
      Kritisk: true,
      Antal: 2.5,
      Taggar: ['a', 'c'],
      Beskrivning: null
    });
    expect(read['odata.etag']).toBe('"1"');
    expect(read['AuthorId']).toBe((await sp.web.currentUser()).Id);
  });

  it('shows the person in a column when expanded', async () => {
    const owner = await sp.web.ensureUser(eero.userPrincipalName);
    await assets.items.add({ Title: 'A', OwnerId: owner.Id });
    const [item] = await assets.items
      .select('Title', 'Owner/Title', 'Owner/EMail', 'Owner/Name', 'Owner/Id')
      .expand('Owner')
      .filter("Owner/EMail eq 'Eero.Niemi@haparanda.example'")<Row[]>();
    expect(item).toMatchObject({
      Title: 'A',
      Owner: { Title: 'Eero Niemi', EMail: eero.mail, Name: `i:0#.f|membership|${eero.userPrincipalName}`, Id: owner.Id }
    });
    expect(await refusalOf(assets.items.select('Owner/Title')())).toMatchObject({ status: 400 });
  });

  it('is changed only with the ETag it has', async () => {
    const { 'odata.etag': etag } = (await assets.items.add({ Title: 'A' })) as { 'odata.etag': string };
    const changed = (await assets.items.getById(1).update({ Title: 'B' }, etag)) as { etag: string };
    expect(changed.etag).toMatch(/,2"$/);
    expect(await refusalOf(assets.items.getById(1).update({ Title: 'C' }, etag))).toMatchObject({ status: 412 });
    expect(await assets.items.getById(1).select('Title')()).toMatchObject({ Title: 'B' });
  });

  it('keeps its versions, newest first', async () => {
    await assets.items.add({ Title: 'A' });
    await assets.items.getById(1).update({ Title: 'B' });
    const versions = await assets.items.getById(1).versions<Row[]>();
    expect(
      versions.map((version) => [version['VersionId'], version['VersionLabel'], version['IsCurrentVersion'], version['Title']])
    ).toEqual([
      [1024, '2.0', true, 'B'],
      [512, '1.0', false, 'A']
    ]);
  });

  it('is refused when a unique value is taken, without regard to case', async () => {
    await assets.items.add({ Title: 'A', Kod: 'Å-1' });
    expect(await refusalOf(assets.items.add({ Title: 'B', Kod: 'å-1' }))).toMatchObject({
      status: 500,
      code: '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException'
    });
    expect(await assets.items()).toHaveLength(1);
  });

  it('is refused when a text is too long, a property unknown or a value of the wrong type', async () => {
    expect(await refusalOf(assets.items.add({ Title: 'x'.repeat(256) }))).toMatchObject({
      status: 400,
      code: expect.stringContaining('-2130575155') as string
    });
    expect(await refusalOf(assets.items.add({ Nonsense: 1 }))).toMatchObject({
      status: 400,
      code: '-1, Microsoft.SharePoint.Client.InvalidClientQueryException'
    });
    expect(await refusalOf(assets.items.add({ Title: 'A', Antal: '5' }))).toMatchObject({ status: 400 });
  });

  it('goes away by delete and by recycle', async () => {
    await assets.items.add({ Title: 'A' });
    await assets.items.add({ Title: 'B' });
    await assets.items.getById(1).delete();
    expect(await assets.items.getById(2).recycle()).toMatch(/^[\da-f-]{36}$/);
    expect(await assets.items()).toEqual([]);
    expect(await refusalOf(assets.items.getById(1)())).toMatchObject({ status: 404, code: '-2130575338, System.ArgumentException' });
    expect(await assets.items.add({ Title: 'C' })).toMatchObject({ Id: 3 });
  });
});
