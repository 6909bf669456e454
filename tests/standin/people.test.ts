// People and groups of a collection: finding, adding, changing and removing them, who owns a group and who sees its members.
import { asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };
const notFound = { status: 404, code: '-2146232832, Microsoft.SharePoint.SPException' };
const noMetadata = { accept: 'application/json;odata=nometadata' };
const contribute = 1073741827;

let site: TestSite;
let eeroId: number;
let majaId: number;
beforeAll(async () => {
  site = await startSite();
  site.standin.directory.put([twin('1'), twin('2')]);
  const sp = site.as(asa).web;
  eeroId = (await sp.ensureUser(eero.userPrincipalName)).Id;
  majaId = (await sp.ensureUser(maja.userPrincipalName)).Id;
  await sp.roleAssignments.add(eeroId, contribute);
  await sp.roleAssignments.add(majaId, 1073741826);
});
afterAll(() => site.stop());

const loginName = (person: typeof eero): string => `i:0#.f|membership|${person.userPrincipalName}`;
const twin = (number: string): typeof eero => ({
  ...eero,
  id: `0a000000-0000-4000-8000-00000000010${number}`,
  displayName: 'Kim Ek',
  userPrincipalName: `kim.ek${number}@haparanda.example`,
  mail: `kim.ek${number}@haparanda.example`
});
const groups = (person = asa) => site.as(person).web.siteGroups;

describe('a person of the site', () => {
  it('has the properties and the order of SharePoint’s', async () => {
    const response = await site.call(asa, `/_api/web/getuserbyid(${eeroId})`, { headers: noMetadata });
    const person = (await response.json()) as Record<string, unknown>;
    expect(Object.keys(person)).toEqual(
      'Id IsHiddenInUI LoginName Title PrincipalType Email Expiration IsEmailAuthenticationGuestUser IsShareByEmailGuestUser IsSiteAdmin UserId UserPrincipalName'.split(
        ' '
      )
    );
    expect(person).toMatchObject({
      Id: eeroId,
      LoginName: loginName(eero),
      Title: eero.displayName,
      PrincipalType: 1,
      Email: eero.mail,
      IsSiteAdmin: false,
      UserId: { NameIdIssuer: 'urn:federation:microsoftonline' },
      UserPrincipalName: eero.userPrincipalName
    });
  });

  it('is found by id, by address and by login name with a letter that must be escaped', async () => {
    const { siteUsers } = site.as(asa).web;
    expect(await siteUsers.getById(majaId)()).toMatchObject({ Title: maja.displayName });
    expect(await siteUsers.getByEmail(eero.mail)()).toMatchObject({ Id: eeroId });
    expect(await siteUsers.getByLoginName(loginName(eero))()).toMatchObject({ Id: eeroId });
  });

  it('is let in by login name, address or name, as everyone is by theirs', async () => {
    const { web } = site.as(asa);
    for (const name of [loginName(eero), eero.mail, eero.displayName.toUpperCase()])
      expect(await web.ensureUser(name)).toMatchObject({ Id: eeroId });
    const everyone = await web.ensureUser('everyone except external users');
    expect(everyone).toMatchObject({ Title: 'Everyone except external users', PrincipalType: 4 });
    expect(await web.ensureUser(everyone.LoginName)).toMatchObject({ Id: everyone.Id });
  });

  it('may be an application that has been there, by its login name', async () => {
    const { LoginName, Id } = await site.asApplication().web.currentUser();
    expect(await site.as(asa).web.ensureUser(LoginName)).toMatchObject({ Id });
  });

  it('is not guessed at when two have the name', async () => {
    expect(await refusalOf(site.as(asa).web.ensureUser('Kim Ek'))).toMatchObject({ status: 400 });
    expect(await site.as(asa).web.ensureUser(twin('2').mail)).toMatchObject({ Title: 'Kim Ek' });
  });

  it('is resolved by the people picker, or left with those it may be', async () => {
    const { profiles } = site.as(asa);
    const resolve = (QueryString: string): Promise<unknown> =>
      profiles.clientPeoplePickerResolveUser({ QueryString, MaximumEntitySuggestions: 5, AllowMultipleEntities: false });
    expect(await resolve(eero.mail)).toMatchObject({ Key: loginName(eero), IsResolved: true, MultipleMatches: [] });
    expect(await resolve('Kim')).toMatchObject({
      Key: 'Kim',
      IsResolved: false,
      MultipleMatches: [{ DisplayText: 'Kim Ek' }, { DisplayText: 'Kim Ek' }]
    });
    expect(await resolve('ingen@haparanda.example')).toMatchObject({ IsResolved: false, MultipleMatches: [] });
  });

  it('is refused with SharePoint’s codes when unknown', async () => {
    const { siteUsers } = site.as(asa).web;
    expect(await refusalOf(siteUsers.getById(4711)())).toMatchObject({
      status: 500,
      code: '-2146232832, Microsoft.SharePoint.SPException'
    });
    expect(await refusalOf(siteUsers.getByEmail('ingen@haparanda.example')())).toMatchObject(notFound);
    const stranger = site.as(asa).web.ensureUser('ingen@haparanda.example');
    expect(await refusalOf(stranger)).toMatchObject({ status: 400, code: '-2146232832, Microsoft.SharePoint.SPException' });
  });

  it('takes a new name from their own entity sent back whole, but nothing that is fixed', async () => {
    const me = await site.as(eero).web.currentUser();
    await site.as(eero).web.currentUser.update({ ...me, Title: 'Eero N.' });
    expect(await site.as(asa).web.getUserById(eeroId)()).toMatchObject({ Title: 'Eero N.' });
    expect(await refusalOf(site.as(eero).web.currentUser.update({ ...me, LoginName: 'annan' }))).toMatchObject({ status: 400 });
    await site.as(asa).web.getUserById(eeroId).update({ Title: eero.displayName });
  });

  it('cannot change themselves as a reader, nor others, nor make anybody an administrator', async () => {
    expect(await refusalOf(site.as(maja).web.currentUser.update({ Title: 'M' }))).toMatchObject(denied);
    expect(await refusalOf(site.as(eero).web.getUserById(majaId).update({ Title: 'M' }))).toMatchObject(denied);
    const patch = await site.call(eero, `/_api/web/getuserbyid(${eeroId})`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: '{"IsSiteAdmin":true}'
    });
    expect(patch.status).toBe(403);
  });

  it('is taken out of the site with groups and rights, and still named as an author; let in again by the same id', async () => {
    const sp = site.as(asa).web;
    await sp.lists.add('Anteckningar');
    await site.as(eero).web.lists.getByTitle('Anteckningar').items.add({ Title: 'Min' });
    await groups().getByName('Informationssäkerhet Visitors').users.add(loginName(eero));
    await sp.siteUsers.getById(eeroId).delete();
    expect((await sp.siteUsers()).map(({ Id }) => Id)).not.toContain(eeroId);
    expect(await refusalOf(sp.siteUsers.getById(eeroId)())).toMatchObject({ status: 500 });
    expect(await refusalOf(site.as(eero).web())).toMatchObject(denied);
    const author = await sp.lists.getByTitle('Anteckningar').items.select('Author/Title').expand('Author')();
    expect(author).toMatchObject([{ Author: { Title: eero.displayName } }]);
    expect(await sp.ensureUser(eero.userPrincipalName)).toMatchObject({ Id: eeroId });
    expect(await site.as(asa).web.getUserById(eeroId).groups()).toEqual([]);
    await sp.roleAssignments.add(eeroId, contribute);
  });

  it('is removed by id and by login name too, except an administrator', async () => {
    const sp = site.as(asa).web;
    const me = (await sp.currentUser()).Id;
    expect(await refusalOf(sp.siteUsers.removeById(me))).toMatchObject({ status: 400 });
    await sp.siteUsers.removeByLoginName(loginName(maja));
    expect(await refusalOf(site.as(maja).web())).toMatchObject(denied);
    await sp.ensureUser(maja.userPrincipalName);
    await sp.roleAssignments.add(majaId, 1073741826);
    expect(await refusalOf(site.as(eero).web.siteUsers.removeById(majaId))).toMatchObject(denied);
  });
});

describe('a group', () => {
  it('is made with SharePoint’s settings, owned by whoever made it', async () => {
    const made = await site.call(asa, '/_api/web/sitegroups', {
      method: 'POST',
      headers: { ...noMetadata, 'content-type': 'application/json' },
      body: '{"Title":"Arkivarier"}'
    });
    expect(made.status).toBe(201);
    const group = (await made.json()) as { Id: number };
    expect(group).toEqual({
      Id: group.Id,
      IsHiddenInUI: false,
      LoginName: 'Arkivarier',
      Title: 'Arkivarier',
      PrincipalType: 8,
      AllowMembersEditMembership: false,
      AllowRequestToJoinLeave: false,
      AutoAcceptRequestToJoinLeave: false,
      Description: null,
      OnlyAllowMembersViewMembership: true,
      OwnerTitle: asa.displayName,
      RequestToJoinLeaveEmailSetting: null
    });
  });

  it('stands among the others by title', async () => {
    expect((await groups()()).map(({ Title }) => Title)).toEqual([
      'Arkivarier',
      'Informationssäkerhet Members',
      'Informationssäkerhet Owners',
      'Informationssäkerhet Visitors'
    ]);
  });

  it('is found by id and name, changed, and keeps others from its name', async () => {
    const group = await groups().getByName('arkivarier')();
    await groups().getById(group.Id).update({ Title: 'Arkivet', Description: 'De som gallrar' });
    expect(await groups().getById(group.Id)()).toMatchObject({ Title: 'Arkivet', LoginName: 'Arkivet', Description: 'De som gallrar' });
    expect(await refusalOf(groups().add({ Title: 'Arkivet' }))).toMatchObject({ status: 500 });
    expect(await refusalOf(groups().getById(group.Id).update({ Title: 'Informationssäkerhet Owners' }))).toMatchObject({ status: 500 });
    expect(await refusalOf(groups().getByName('Arkivarier')())).toMatchObject(notFound);
    expect(
      await refusalOf(
        groups()
          .getById(group.Id)
          .update({ Description: 'x'.repeat(513) })
      )
    ).toMatchObject({
      status: 500,
      code: '-2146232832, Microsoft.SharePoint.SPException',
      message: 'The parameter Description cannot be null or bigger than 512 characters.'
    });
  });

  it('takes members in and lets them go, by every door', async () => {
    const group = groups().getByName('Arkivet');
    await group.users.add(loginName(eero));
    await group.users.add(loginName(maja));
    expect((await group.users()).map(({ Id }) => Id)).toEqual([eeroId, majaId]);
    expect(await group.users.getByEmail(maja.mail)()).toMatchObject({ Id: majaId });
    expect((await site.as(maja).web.currentUser.groups()).map(({ Title }) => Title)).toEqual(['Arkivet']);
    await group.users.removeById(eeroId);
    await group.users.removeByLoginName(loginName(maja));
    expect(await group.users()).toEqual([]);
    expect(await refusalOf(group.users.add('i:0#.f|membership|ingen@haparanda.example'))).toMatchObject({
      status: 404,
      code: '-2130575276, Microsoft.SharePoint.SPException',
      message: 'The user does not exist or is not unique.'
    });
  });

  it('shows its members to them, to its owner and to who manages permissions, or to all when it says so', async () => {
    const group = (person = asa) => groups(person).getByName('Arkivet');
    await group().users.add(loginName(maja));
    expect(await refusalOf(group(eero).users())).toMatchObject(denied);
    expect(await group(maja).users()).toHaveLength(1);
    for (const expanded of [group(eero), groups(eero)]) expect(await refusalOf(expanded.expand('Users')())).toMatchObject(denied);
    expect(await refusalOf(site.as(eero).web.select('SiteGroups/Users/Title').expand('SiteGroups', 'SiteGroups/Users')())).toMatchObject(
      denied
    );
    const majas = (person: typeof eero): Promise<unknown> => site.as(person).web.getUserById(majaId).groups.select('Title')();
    expect(await majas(eero)).toEqual([]);
    expect(await majas(maja)).toMatchObject([{ Title: 'Arkivet' }]);
    expect(await group(eero).select('CanCurrentUserViewMembership')()).toMatchObject({ CanCurrentUserViewMembership: false });
    await group().update({ OnlyAllowMembersViewMembership: false });
    expect(await group(eero).users()).toHaveLength(1);
    expect(await groups(eero).getByName('Informationssäkerhet Owners').users()).toEqual([]);
  });

  it('obeys its owner', async () => {
    const group = (person = asa) => groups(person).getByName('Arkivet');
    expect(await refusalOf(group(eero).update({ Description: 'X' }))).toMatchObject(denied);
    expect(await refusalOf(group(eero).users.add(loginName(eero)))).toMatchObject(denied);
    expect(await refusalOf(group().setUserAsOwner(4711))).toMatchObject({ status: 500 });
    await group().setUserAsOwner(eeroId);
    expect(await group().select('OwnerTitle', 'Owner/Title').expand('Owner')()).toMatchObject({
      OwnerTitle: eero.displayName,
      Owner: { Title: eero.displayName }
    });
    await group(eero).update({ Description: 'Eeros' });
    await group(eero).users.add(loginName(eero));
    expect(await refusalOf(groups(maja).removeByLoginName('Arkivet'))).toMatchObject(denied);
    await groups(eero).removeByLoginName('Arkivet');
    expect((await groups()()).map(({ Title }) => Title)).not.toContain('Arkivet');
  });

  it('may let its members choose each other', async () => {
    await groups().add({ Title: 'Kollegor', AllowMembersEditMembership: true });
    await groups().getByName('Kollegor').users.add(loginName(maja));
    await groups(maja).getByName('Kollegor').users.add(loginName(eero));
    expect(await groups().getByName('Kollegor').users()).toHaveLength(2);
    expect(await refusalOf(groups(maja).getByName('Kollegor').update({ Description: 'X' }))).toMatchObject(denied);
    const { Id } = await groups().getByName('Kollegor')();
    await groups().removeById(Id);
  });
});

describe('the three groups of a site', () => {
  it('come with it, with the settings SharePoint gives them', async () => {
    const sp = site.as(asa).web;
    expect(await sp.associatedOwnerGroup()).toMatchObject({ Title: 'Informationssäkerhet Owners', OnlyAllowMembersViewMembership: false });
    expect(await sp.associatedMemberGroup()).toMatchObject({ AllowMembersEditMembership: true, OwnerTitle: 'Informationssäkerhet Owners' });
    expect(await sp.associatedVisitorGroup()).toMatchObject({ Title: 'Informationssäkerhet Visitors', RequestToJoinLeaveEmailSetting: '' });
    const { AssociatedMemberGroup } = await sp.expand('AssociatedMemberGroup')<{ AssociatedMemberGroup: { Title: string } }>();
    expect(AssociatedMemberGroup.Title).toBe('Informationssäkerhet Members');
  });

  it('are made for a sub-site with rights of its own', async () => {
    await site.as(asa).web.webs.add('Projekt', 'projekt', '', 'STS', 1033, false);
    const call = (path: string, method = 'GET'): Promise<Response> =>
      site.call(asa, `/projekt/_api/web/${path}`, { method, headers: noMetadata });
    expect((await call('associatedownergroup')).status).toBe(404);
    const seed = `createDefaultAssociatedGroups(userLogin=@u,userLogin2=@v,groupNameSeed=@s)?@u='${encodeURIComponent(loginName(eero))}'&@v=''&@s='Projekt'`;
    expect((await call(seed, 'POST')).status).toBe(200);
    expect(await (await call('associatedownergroup?$select=Title,Users/Title&$expand=Users')).json()).toEqual({
      Title: 'Projekt Owners',
      Users: [{ Title: eero.displayName }]
    });
    expect((await site.call(eero, '/projekt/_api/web')).status).toBe(200);
  });
});
