// Every write there is, tried by a stranger, a reader and somebody with Contribute; and every kind of read tried by a stranger.
import { asa, eero, maja, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';
import type { DirectoryUser } from '../../src/standin/directory/directory';

const reader: DirectoryUser = {
  id: '0a000000-0000-4000-8000-000000000004',
  displayName: 'Outi Läsare',
  userPrincipalName: 'outi.lasare@haparanda.example',
  mail: 'outi.lasare@haparanda.example',
  accountEnabled: true
};
const stranger = maja;
const contributor = eero;

let site: TestSite;
const known = new Map<string, string>();
beforeAll(async () => {
  site = await startSite();
  site.standin.directory.put([reader]);
  const sp = site.as(asa).web;
  for (const [person, level] of [
    [contributor, 1073741827],
    [reader, 1073741826]
  ] as const) {
    const { Id } = await sp.ensureUser(person.userPrincipalName);
    await sp.roleAssignments.add(Id, level);
    known.set(`{${person === reader ? 'reader' : 'contributor'}}`, String(Id));
  }
  await sp.lists.add('Lista');
  const list = sp.lists.getByTitle('Lista');
  for (let number = 1; number <= 12; number++) await list.items.add({ Title: `Rad ${number}` });
  await list.items.getById(12).breakRoleInheritance(true);
  await list.fields.addText('Kolumn');
  await list.views.add('Vy');
  await sp.siteGroups.add({ Title: 'Grupp' });
  await sp.webs.add('Under', 'under');
});
afterAll(() => site.stop());

const list = "web/lists/getByTitle('Lista')";
const folder = `${sitePath}/Shared Documents`;
const documents = `web/getfolderbyserverrelativepath(decodedurl='${folder}')`;
const file = `web/getfilebyserverrelativepath(decodedurl='${folder}/a.txt')`;
const given = 'principalid={reader},roledefid=1073741826';

interface Write {
  readonly call: string;
  readonly body?: object;
  /** What Contribute gets; a reader and a stranger are refused always. */
  readonly contribute: number;
}

const writes: readonly Write[] = [
  { call: 'MERGE web', body: { Title: 'X' }, contribute: 403 },
  { call: 'DELETE web', contribute: 403 },
  { call: 'POST web/webs/add', body: { parameters: { Title: 'X', Url: 'x' } }, contribute: 403 },
  { call: 'POST web/webinfos/add', body: { parameters: { Title: 'X', Url: 'x' } }, contribute: 403 },
  { call: 'POST web/breakroleinheritance(copyroleassignments=true)', contribute: 403 },
  { call: 'POST web/resetroleinheritance', contribute: 403 },
  { call: `POST web/roleassignments/addroleassignment(${given})`, contribute: 403 },
  { call: `POST web/roleassignments/removeroleassignment(${given})`, contribute: 403 },
  { call: 'DELETE web/roleassignments({reader})', contribute: 403 },
  { call: 'POST web/roledefinitions', body: { Name: 'X', BasePermissions: { High: '0', Low: '1' } }, contribute: 403 },
  { call: 'MERGE web/roledefinitions(1073741826)', body: { Name: 'X' }, contribute: 403 },
  { call: 'DELETE web/roledefinitions(1073741826)', contribute: 403 },
  { call: 'POST web/sitegroups', body: { Title: 'X' }, contribute: 403 },
  { call: "MERGE web/sitegroups/getbyname('Grupp')", body: { Title: 'X' }, contribute: 403 },
  { call: "POST web/sitegroups/getbyname('Grupp')/users", body: { LoginName: 'eero.niemi@haparanda.example' }, contribute: 403 },
  { call: "POST web/sitegroups/getbyname('Grupp')/users/removebyid({reader})", contribute: 403 },
  { call: "POST web/sitegroups/getbyname('Grupp')/setuserasowner({contributor})", contribute: 403 },
  { call: "POST web/sitegroups/removebyloginname('Grupp')", contribute: 403 },
  { call: "POST web/createdefaultassociatedgroups(userLogin='',userLogin2='',groupNameSeed='X')", contribute: 403 },
  { call: 'POST web/siteusers', body: { LoginName: 'maja.obrien@haparanda.example' }, contribute: 403 },
  { call: 'MERGE web/getuserbyid({reader})', body: { IsSiteAdmin: true }, contribute: 403 },
  { call: 'DELETE web/getuserbyid({reader})', contribute: 403 },
  { call: 'POST web/siteusers/removebyid({reader})', contribute: 403 },
  { call: 'POST web/usercustomactions', body: { Title: 'X', Location: 'CommandUI' }, contribute: 403 },
  { call: 'POST web/lists', body: { Title: 'X', BaseTemplate: 100 }, contribute: 403 },
  { call: `MERGE ${list}`, body: { Title: 'X' }, contribute: 403 },
  { call: `POST ${list}/recycle`, contribute: 403 },
  { call: `DELETE ${list}`, contribute: 403 },
  { call: `POST ${list}/breakroleinheritance(copyroleassignments=true)`, contribute: 403 },
  { call: `POST ${list}/usercustomactions`, body: { Title: 'X', Location: 'CommandUI' }, contribute: 403 },
  {
    call: `POST ${list}/subscriptions`,
    body: { resource: 'x', notificationUrl: 'http://127.0.0.1:1/', expirationDateTime: '2026-12-01T00:00:00Z' },
    contribute: 403
  },
  { call: 'POST web/contenttypes', body: { Name: 'X', Id: { StringValue: '0x0100A1' } }, contribute: 403 },
  { call: 'POST web/fields', body: { Title: 'X', FieldTypeKind: 2 }, contribute: 403 },
  { call: `POST ${documents}/folders`, body: { ServerRelativeUrl: `${folder}/Ny` }, contribute: 201 },
  { call: `POST ${documents}/files/add(url='a.txt',overwrite=true)`, body: {}, contribute: 200 },
  { call: `POST ${file}/checkout`, contribute: 200 },
  { call: `POST ${file}/checkin(comment='',checkintype=1)`, contribute: 200 },
  { call: `POST ${file}/moveto(newurl='${folder}/b.txt',flags=1)`, contribute: 200 },
  { call: `DELETE ${documents}/files('b.txt')`, contribute: 200 },
  { call: `POST ${list}/fields`, body: { Title: 'X', FieldTypeKind: 2 }, contribute: 403 },
  {
    call: `POST ${list}/fields/createfieldasxml`,
    body: { parameters: { SchemaXml: '<Field Type="Text" DisplayName="X" />' } },
    contribute: 403
  },
  { call: `MERGE ${list}/fields/getbytitle('Kolumn')`, body: { Title: 'X' }, contribute: 403 },
  { call: `DELETE ${list}/fields/getbytitle('Kolumn')`, contribute: 403 },
  { call: `POST ${list}/views`, body: { Title: 'X' }, contribute: 403 },
  { call: `MERGE ${list}/views/getbytitle('Vy')`, body: { Title: 'X' }, contribute: 403 },
  { call: `POST ${list}/views/getbytitle('Vy')/viewfields/addviewfield('Kolumn')`, contribute: 403 },
  { call: `DELETE ${list}/views/getbytitle('Vy')`, contribute: 403 },
  { call: `POST ${list}/items`, body: { Title: 'Ny' }, contribute: 201 },
  { call: `MERGE ${list}/items(1)`, body: { Title: 'Ändrad' }, contribute: 204 },
  {
    call: `POST ${list}/items(2)/validateupdatelistitem`,
    body: { formValues: [{ FieldName: 'Title', FieldValue: 'Ändrad' }] },
    contribute: 200
  },
  { call: `POST ${list}/items(3)/recycle`, contribute: 200 },
  { call: `DELETE ${list}/items(4)`, contribute: 200 },
  { call: `POST ${list}/items(5)/attachmentfiles/add(filename='a.txt')`, body: {}, contribute: 200 },
  { call: `DELETE ${list}/items(5)/attachmentfiles/getbyfilename('a.txt')`, contribute: 200 },
  { call: `POST ${list}/items(6)/breakroleinheritance(copyroleassignments=true)`, contribute: 403 },
  { call: `POST ${list}/items(12)/resetroleinheritance`, contribute: 403 },
  { call: `POST ${list}/items(12)/roleassignments/addroleassignment(${given})`, contribute: 403 },
  { call: `DELETE ${list}/items(12)/roleassignments({reader})`, contribute: 403 }
];

async function tried(person: DirectoryUser, { call, body }: Pick<Write, 'call' | 'body'>): Promise<number> {
  const [verb = '', path = ''] = call.split(/ (.*)/);
  const address = path.replace(/\{\w+\}/g, (name) => known.get(name) ?? name);
  const init = verb === 'GET' ? {} : { method: verb, body: JSON.stringify(body ?? {}) };
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'if-match': '*' };
  return (await site.call(person, `/_api/${address}`, { ...init, headers })).status;
}

describe.each(writes)('$call', (write) => {
  it('is refused to a stranger and to a reader', async () => {
    expect(await tried(stranger, write)).toBe(403);
    expect([403, 404]).toContain(await tried(reader, write));
  });

  it(`answers ${write.contribute} to who has Contribute`, async () => {
    expect(await tried(contributor, write)).toBe(write.contribute);
  });
});

describe('a stranger', () => {
  it.each([
    'web',
    'site',
    'web/webs',
    'web/webinfos',
    'web/siteusers',
    'web/sitegroups',
    'web/currentuser',
    'web/roledefinitions',
    'web/roleassignments',
    'web/recyclebin',
    'web/lists',
    'web/allproperties',
    'web/regionalsettings',
    list,
    `${list}/items`,
    `${list}/items(1)`,
    `${list}/items/$count`,
    `${list}/fields`,
    `${list}/views`,
    `${list}/items(12)/versions`
  ])('reads nothing at %s', async (path) => {
    expect(await tried(stranger, { call: `GET ${path}` })).toBe(403);
  });
});
