// Views of a list: everybody's and one's own, their CAML and their columns.
import '@pnp/sp/views';
import type { IList } from '@pnp/sp/lists';
import type { SPFI } from '@pnp/sp';
import { asa, eero, maja, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;
const [read, contribute] = [1073741826, 1073741827];

let site: TestSite;
let sp: SPFI;
let list: IList;
let title: string;
let made = 0;
beforeAll(async () => {
  site = await startSite();
  sp = site.as(asa);
});
beforeEach(async () => {
  made += 1;
  title = `Lista ${made}`;
  await sp.web.lists.add(title);
  list = sp.web.lists.getByTitle(title);
});
afterAll(() => site.stop());

async function grant(role: number): Promise<IList> {
  const { Id } = await sp.web.ensureUser(eero.userPrincipalName);
  await list.breakRoleInheritance(true);
  await list.roleAssignments.add(Id, role);
  return site.as(eero).web.lists.getByTitle(title);
}

describe('a view', () => {
  it('has the properties of SharePoint Online and says itself in CAML', async () => {
    const view = await list.defaultView<Row>();
    expect(view).toMatchObject({
      Title: 'All Items',
      DefaultView: true,
      RowLimit: 30,
      Paged: true,
      ContentTypeId: { StringValue: '0x' },
      ServerRelativePath: { DecodedUrl: `${sitePath}/Lists/${title}/AllItems.aspx` },
      Threaded: false,
      ViewType: 'HTML'
    });
    expect(view['ListViewXml']).toMatch(
      /^<View Name="\{[0-9A-F-]{36}\}" DefaultView="TRUE" MobileView="TRUE" MobileDefaultView="TRUE" Type="HTML" DisplayName="All Items"/
    );
    expect(view['ListViewXml']).toContain('<ViewFields><FieldRef Name="LinkTitle" /></ViewFields><RowLimit Paged="TRUE">30</RowLimit>');
    expect(await list.defaultView.fields.getSchemaXml()).toBe('<FieldRef Name="LinkTitle" />');
  });

  it('is found by id and title, and not found otherwise', async () => {
    const { Id } = await list.defaultView.select('Id')<{ Id: string }>();
    expect(await list.views.getById(Id)()).toMatchObject({ Id });
    expect(await list.getView(Id)()).toMatchObject({ Id });
    expect(await list.views.getByTitle('All Items')()).toMatchObject({ Id });
    expect(await refusalOf(list.views.getByTitle('Nej')())).toMatchObject({
      status: 400,
      code: '-2147024809, System.ArgumentException'
    });
  });

  it('takes CAML whole: query, columns, rows and scope', async () => {
    await list.views.add('Mina');
    const query = "<Where><Eq><FieldRef Name='Title'/><Value Type='Text'>A &amp; B</Value></Eq></Where>";
    const written = '<Where><Eq><FieldRef Name="Title" /><Value Type="Text">A &amp; B</Value></Eq></Where>';
    const xml = `<View Scope="RecursiveAll"><Query>${query}</Query><ViewFields><FieldRef Name="Modified"/><FieldRef Name="LinkTitle"/></ViewFields><RowLimit Paged="FALSE">7</RowLimit></View>`;
    await list.views.getByTitle('Mina').setViewXml(xml);
    expect(await list.views.getByTitle('Mina')()).toMatchObject({ ViewQuery: written, RowLimit: 7, Paged: false, Scope: 2 });
    expect(await list.views.getByTitle('Mina').fields()).toMatchObject({ Items: ['Modified', 'LinkTitle'] });
  });

  it('writes its query as SharePoint does: double quotation marks, a blank before the end of an empty element', async () => {
    const query = `<OrderBy><FieldRef Name='Title'   Ascending = "FALSE"/></OrderBy><Where><Eq><FieldRef Name="Title"></FieldRef><Value Type='Text'><![CDATA[<a b='c'/>]]></Value></Eq></Where>`;
    await list.defaultView.update({ ViewQuery: query });
    const { ViewQuery, ListViewXml } = await list.defaultView.select('ViewQuery', 'ListViewXml')();
    expect(ViewQuery).toBe(
      `<OrderBy><FieldRef Name="Title" Ascending="FALSE" /></OrderBy><Where><Eq><FieldRef Name="Title"></FieldRef><Value Type="Text"><![CDATA[<a b='c'/>]]></Value></Eq></Where>`
    );
    expect(ListViewXml).toContain(`<Query>${ViewQuery}</Query>`);
    const made = await list.views.add('Ny', false, { ViewQuery: query });
    expect(made).toMatchObject({ ViewQuery });
  });

  it('refuses CAML that is not well-formed, and columns the list does not have', async () => {
    const view = list.defaultView;
    expect(await refusalOf(view.setViewXml('<View><Query></View>'))).toMatchObject({ status: 400 });
    expect(await refusalOf(view.update({ ViewQuery: '<Where>' }))).toMatchObject({ status: 400 });
    expect(await refusalOf(view.setViewXml('<View><ViewFields><FieldRef Name="Nej"/></ViewFields></View>'))).toMatchObject({ status: 400 });
    expect(await refusalOf(view.renderAsHtml())).toMatchObject({ status: 501 });
  });

  it('gives up being the default only to another, and cannot be deleted before', async () => {
    await list.views.add('Mina', false, { RowLimit: 5 });
    expect(await refusalOf(list.defaultView.delete())).toMatchObject({ status: 400 });
    expect(await refusalOf(list.defaultView.update({ DefaultView: false }))).toMatchObject({ status: 400 });
    await list.views.getByTitle('Mina').update({ DefaultView: true });
    expect(await list.defaultView()).toMatchObject({ Title: 'Mina', RowLimit: 5 });
    await list.views.getByTitle('All Items').delete();
    expect(await list.views()).toHaveLength(1);
  });

  it('is read by readers and changed by list owners only', async () => {
    const seen = await grant(contribute);
    expect(await seen.views()).toHaveLength(1);
    expect(await refusalOf(seen.views.add('Nej'))).toMatchObject({ status: 403 });
    expect(await refusalOf(seen.defaultView.update({ RowLimit: 1 }))).toMatchObject({ status: 403 });
    expect(await refusalOf(seen.defaultView.setViewXml('<View/>'))).toMatchObject({ status: 403 });
    expect(await refusalOf(seen.defaultView.fields.add('Modified'))).toMatchObject({ status: 403 });
    expect(await refusalOf(site.as(maja).web.lists.getByTitle(title).views())).toMatchObject({ status: 403 });
  });
});

describe('a personal view', () => {
  it('is made by those who may have their own, and seen by nobody else', async () => {
    const seen = await grant(contribute);
    await seen.views.add('Eeros', true, { RowLimit: 3 });
    expect(await seen.views.getByTitle('Eeros')()).toMatchObject({ PersonalView: true, RowLimit: 3 });
    await seen.views.getByTitle('Eeros').update({ RowLimit: 4 });
    expect((await list.views()).map(({ Title }) => Title)).toEqual(['All Items']);
    const { Id } = await seen.views.getByTitle('Eeros').select('Id')<{ Id: string }>();
    expect(await refusalOf(list.views.getById(Id)())).toMatchObject({ status: 400 });
    await seen.views.getByTitle('Eeros').delete();
    expect(await seen.views()).toHaveLength(1);
  });

  it('is refused to readers', async () => {
    const seen = await grant(read);
    expect(await refusalOf(seen.views.add('Eeros', true))).toMatchObject({ status: 403 });
  });
});
