// Role assignments read together with what they stand on: `$expand=RoleAssignments` on items, lists and the site.
import { asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

const read = 1073741826;
const contribute = 1073741827;
const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };

interface Assigned {
  readonly Id: number;
  readonly HasUniqueRoleAssignments: boolean;
  readonly RoleAssignments: readonly { readonly PrincipalId: number }[];
}

let site: TestSite;
let eeroId: number;
beforeAll(async () => {
  site = await startSite();
  const sp = site.as(asa);
  eeroId = (await sp.web.ensureUser(eero.userPrincipalName)).Id;
  await sp.web.lists.add('Incidenter');
  const { items } = sp.web.lists.getByTitle('Incidenter');
  for (const title of ['Öppen', 'Hemlig']) await items.add({ Title: title });
  await items.getById(2).breakRoleInheritance(false);
  await items.getById(2).roleAssignments.add(eeroId, read);
  await items.getById(2).roleAssignments.add(eeroId, contribute);
});
afterAll(() => site.stop());

const incidents = (person = asa) => site.as(person).web.lists.getByTitle('Incidenter');

describe('items read with their role assignments', () => {
  it('say in one call who has been given each of them', async () => {
    const items = await incidents().items.select('Id', 'HasUniqueRoleAssignments', 'RoleAssignments/PrincipalId').expand('RoleAssignments')<
      Assigned[]
    >();
    expect(items.map(({ HasUniqueRoleAssignments }) => HasUniqueRoleAssignments)).toEqual([false, true]);
    const [open, secret] = items.map(({ RoleAssignments }) => RoleAssignments.map(({ PrincipalId }) => PrincipalId));
    expect(open).toHaveLength(4);
    expect(secret).toEqual([(await site.as(asa).web.currentUser()).Id, eeroId]);
  });

  it('carry nothing but what was selected', async () => {
    const path = `/_api/web/lists/getByTitle('Incidenter')/items(2)?$select=Id,RoleAssignments/PrincipalId&$expand=RoleAssignments`;
    const response = await site.call(asa, path, { headers: { accept: 'application/json;odata=nometadata' } });
    const asaId = (await site.as(asa).web.currentUser()).Id;
    expect(await response.json()).toEqual({ RoleAssignments: [{ PrincipalId: asaId }, { PrincipalId: eeroId }], Id: 2, ID: 2 });
  });

  it('reach the person and every permission level', async () => {
    const { RoleAssignments } = await incidents()
      .items.getById(2)
      .select('Id')
      .expand('RoleAssignments/Member', 'RoleAssignments/RoleDefinitionBindings')<{
      RoleAssignments: { Member: { Title: string }; RoleDefinitionBindings: { Name: string }[] }[];
    }>();
    expect(
      RoleAssignments.map(({ Member, RoleDefinitionBindings }) => [Member.Title, RoleDefinitionBindings.map(({ Name }) => Name)])
    ).toEqual([
      [asa.displayName, ['Full Control']],
      [eero.displayName, ['Contribute', 'Read']]
    ]);
  });

  it('are refused to who may not enumerate permissions, one and many', async () => {
    expect(await incidents(eero).items.select('Title')()).toMatchObject([{ Title: 'Hemlig' }]);
    expect(await refusalOf(incidents(eero).items.expand('RoleAssignments')())).toMatchObject(denied);
    expect(await refusalOf(incidents(eero).items.getById(2).expand('RoleAssignments')())).toMatchObject(denied);
    expect(await refusalOf(incidents(maja).items.expand('RoleAssignments')())).toMatchObject(denied);
  });
});

describe('a list and a site read with their role assignments', () => {
  it('say who has been given what', async () => {
    const everywhere = ['Informationssäkerhet Owners', 'Informationssäkerhet Visitors', 'Informationssäkerhet Members', eero.displayName];
    for (const securable of [incidents(), site.as(asa).web]) {
      const { RoleAssignments } = await securable.select('Title', 'RoleAssignments/Member/Title').expand('RoleAssignments/Member')<{
        RoleAssignments: { Member: { Title: string } }[];
      }>();
      expect(RoleAssignments.map(({ Member }) => Member.Title)).toEqual(everywhere);
    }
  });

  it('show no more than the collection does by itself', async () => {
    const alone = await incidents().roleAssignments();
    const { RoleAssignments } = await incidents().expand('RoleAssignments')<{ RoleAssignments: { PrincipalId: number }[] }>();
    expect(RoleAssignments.map(({ PrincipalId }) => PrincipalId)).toEqual(alone.map(({ PrincipalId }) => PrincipalId));
  });
});
