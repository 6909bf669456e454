// Sub-sites: making, listing, changing and deleting them, what they share with their collection and what is their own.
import { Web } from '@pnp/sp/webs';
import '@pnp/sp/context-info';
import '@pnp/sp/content-types';
import '@pnp/sp/fields';
import '@pnp/sp/regional-settings';
import { asa, eero, maja, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };
const noMetadata = { accept: 'application/json;odata=nometadata' };

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const web = (path: string, person = asa) => Web([site.as(person).web, `${site.url}/${path}`]);

describe('a sub-site', () => {
  it('is answered whole when it is made, and found at its own address', async () => {
    const made = await site.call(asa, '/_api/web/webs/add', {
      method: 'POST',
      headers: { ...noMetadata, 'content-type': 'application/json' },
      body: JSON.stringify({
        parameters: {
          Title: 'Projekt',
          Url: 'projekt',
          Description: 'Om projektet',
          WebTemplate: 'STS#3',
          UseSamePermissionsAsParentSite: true
        }
      })
    });
    expect(made.status).toBe(200);
    expect(await made.json()).toMatchObject({
      Configuration: 3,
      Description: 'Om projektet',
      Language: 1033,
      MasterUrl: `${sitePath}/projekt/_catalogs/masterpage/seattle.master`,
      ResourcePath: { DecodedUrl: `${site.url}/projekt` },
      ServerRelativeUrl: `${sitePath}/projekt`,
      Title: 'Projekt',
      Url: `${site.url}/projekt`,
      WebTemplate: 'STS'
    });
    const info = await web('projekt')<Record<string, string>>();
    expect(info).toMatchObject({ Title: 'Projekt', 'odata.id': `${site.url}/projekt/_api/Web`, 'odata.editLink': 'Web' });
    expect(info['Created']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  it('has its properties in the order SharePoint has them', async () => {
    const answer = await site.call(asa, '/_api/web', { headers: noMetadata });
    const names = Object.keys((await answer.json()) as object);
    expect(names.slice(0, 4)).toEqual(['AllowRssFeeds', 'AlternateCssUrl', 'AppInstanceId', 'ClassicWelcomePage']);
    expect(names.indexOf('ResourcePath')).toBe(names.indexOf('QuickLaunchEnabled') - 1);
    expect(names.at(-1)).toBe('WelcomePage');
    expect(names).not.toContain('MembersCanShare');
  });

  it('is listed by its parent in each of the three ways', async () => {
    const titles = (sites: readonly { Title: string }[]): string[] => sites.map(({ Title }) => Title);
    expect(titles(await site.as(asa).web.webs())).toContain('Projekt');
    expect(titles(await site.as(asa).web.webinfos())).toContain('Projekt');
    expect(titles(await site.as(asa).web.getSubwebsFilteredForCurrentUser()())).toContain('Projekt');
    const [info] = await site.as(asa).web.webinfos.filter("Title eq 'Projekt'")<{ Id: string; WebTemplate: string }[]>();
    expect(info).toMatchObject({ WebTemplate: 'STS', ServerRelativeUrl: `${sitePath}/projekt` });
  });

  it('knows its parent, and a root site has none', async () => {
    const parent = await web('projekt').getParentWeb();
    expect(await parent.select('Title')()).toMatchObject({ Title: 'Informationssäkerhet' });
    expect(await site.as(asa).web.getParentWeb()).toBeNull();
    const bare = await site.call(asa, '/_api/web/parentweb', { headers: noMetadata });
    expect(await bare.json()).toEqual({ 'odata.null': true });
  });

  it('has lists and items of its own, and the people of the collection', async () => {
    await web('projekt').lists.add('Ärenden');
    await web('projekt').lists.getByTitle('Ärenden').items.add({ Title: 'Ett' });
    expect((await site.as(asa).web.lists()).map(({ Title }) => Title)).not.toContain('Ärenden');
    const added = await web('projekt').lists.getByTitle('Ärenden').items.select('Title', 'Author/Title').expand('Author')();
    expect(added).toMatchObject([{ Title: 'Ett', Author: { Title: asa.displayName } }]);
    expect(await web('projekt').lists.getByTitle('Ärenden').items.filter(`Author/Title eq '${asa.displayName}'`)()).toHaveLength(1);
    const list = await web('projekt').getList(`${sitePath}/projekt/Lists/Ärenden`)();
    expect(list.ParentWebUrl).toBe(`${sitePath}/projekt`);
    const { Id } = await web('projekt').ensureUser(eero.userPrincipalName);
    expect(await site.as(asa).web.getUserById(Id)()).toMatchObject({ Title: eero.displayName });
    const [here, there] = [await web('projekt').siteGroups(), await site.as(asa).web.siteGroups()];
    expect(here.map((group) => group.Id)).toEqual(there.map((group) => group.Id));
  });

  it('lies under another as deep as one likes', async () => {
    await web('projekt').webs.add('Del', 'del');
    await web('projekt/del').lists.add('Djupt');
    expect(await web('projekt/del').select('ServerRelativeUrl')()).toMatchObject({ ServerRelativeUrl: `${sitePath}/projekt/del` });
    const context = await web('projekt/del').getContextInfo();
    expect(context).toMatchObject({ WebFullUrl: `${site.url}/projekt/del`, SiteFullUrl: site.url });
    expect(await refusalOf(web('projekt').delete())).toMatchObject({ status: 400 });
  });

  it('is changed: title, description and its settings, and refuses what is no setting', async () => {
    await web('projekt').update({ Title: 'Projektet', Description: '', QuickLaunchEnabled: false, MembersCanShare: false });
    expect(await web('projekt').select('Title', 'QuickLaunchEnabled', 'MembersCanShare')()).toMatchObject({
      Title: 'Projektet',
      QuickLaunchEnabled: false,
      MembersCanShare: false
    });
    expect(await refusalOf(web('projekt').update({ Påhitt: true }))).toMatchObject({
      status: 400,
      code: '-1, Microsoft.SharePoint.Client.InvalidClientQueryException'
    });
  });

  it('cannot have an address that is taken, a template with lists of its own, or an odd address', async () => {
    expect(await refusalOf(site.as(asa).web.webs.add('Igen', 'Projekt'))).toMatchObject({
      status: 500,
      code: '-2147024713, Microsoft.SharePoint.SPException',
      message: `The Web site address "${sitePath}/Projekt" is already in use.`
    });
    expect(await refusalOf(site.as(asa).web.webs.add('Blogg', 'blogg', '', 'BLOG#0'))).toMatchObject({ status: 501 });
    expect(await refusalOf(site.as(asa).web.webs.add('Konstig', 'a/b'))).toMatchObject({ status: 400 });
  });

  it('is gone when deleted, and its address free', async () => {
    await site.as(asa).web.webs.add('Kort', 'kort');
    await web('kort').lists.add('Lista');
    await web('kort').delete();
    expect((await site.call(asa, '/kort/_api/web')).status).toBe(404);
    expect((await site.as(asa).web.webs()).map(({ Title }) => Title)).not.toContain('Kort');
    await site.as(asa).web.webs.add('Kort igen', 'kort');
    expect((await web('kort').lists()).map(({ Title }) => Title)).not.toContain('Lista');
  });
});

describe('the permissions of a sub-site', () => {
  let eeroId: number;
  beforeAll(async () => {
    eeroId = (await site.as(asa).web.ensureUser(eero.userPrincipalName)).Id;
    await site.as(asa).web.webs.add('Öppen', 'oppen');
    await site.as(asa).web.webs.add('Sluten', 'sluten', '', 'STS', 1033, false);
    await site.as(asa).web.roleAssignments.add(eeroId, 1073741826);
  });

  it('are its parent’s until they are its own, and then its parent’s again', async () => {
    expect(await web('oppen').select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: false });
    expect(await web('oppen', eero).select('Title')()).toMatchObject({ Title: 'Öppen' });
    await web('oppen').webs.add('Under', 'under');
    await web('oppen').breakRoleInheritance(false);
    expect(await web('oppen').select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: true });
    expect(await refusalOf(web('oppen', eero)())).toMatchObject(denied);
    expect(await refusalOf(web('oppen/under', eero)())).toMatchObject(denied);
    await web('oppen').resetRoleInheritance();
    expect(await web('oppen/under', eero).select('Title')()).toMatchObject({ Title: 'Under' });
  });

  it('made of its own let in whoever made it, and nobody by what they have above', async () => {
    const assignments = await web('sluten').roleAssignments.expand('Member')<{ Member: { Title: string } }[]>();
    expect(assignments.map(({ Member }) => Member.Title)).toEqual([asa.displayName]);
    expect(await refusalOf(web('sluten', eero)())).toMatchObject(denied);
  });

  it('decide which sub-sites somebody is shown', async () => {
    const sp = site.as(eero).web;
    const titles = (await sp.webinfos()).map(({ Title }) => Title);
    expect(titles).toContain('Öppen');
    expect(titles).not.toContain('Sluten');
    expect((await sp.getSubwebsFilteredForCurrentUser()()).map(({ Title }) => Title)).not.toContain('Sluten');
    expect(await refusalOf(sp.webs())).toMatchObject(denied);
  });

  it('given below open the way from above with Limited Access', async () => {
    await web('sluten').lists.add('Hemligt');
    await web('sluten').ensureUser(maja.userPrincipalName);
    const { Id } = await site.as(asa).web.ensureUser(maja.userPrincipalName);
    await web('sluten').roleAssignments.add(Id, 1073741826);
    expect(await web('sluten', maja).lists.getByTitle('Hemligt').items()).toEqual([]);
    const above = await site.as(asa).web.roleAssignments.getById(Id).bindings<{ Name: string }[]>();
    expect(above.map(({ Name }) => Name)).toEqual(['Limited Access']);
    expect(await site.as(maja).web.lists()).toEqual([]);
  });

  it('are all cleared from above when asked', async () => {
    await site.as(asa).web.breakRoleInheritance(true, true);
    expect(await web('sluten').select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: false });
    expect(await web('sluten', eero).select('Title')()).toMatchObject({ Title: 'Sluten' });
  });

  it('are asked for when somebody makes, changes or deletes one', async () => {
    expect(await refusalOf(site.as(eero).web.webs.add('X', 'x'))).toMatchObject(denied);
    expect(await refusalOf(web('oppen', eero).update({ Title: 'X' }))).toMatchObject(denied);
    expect(await refusalOf(web('oppen', eero).delete())).toMatchObject(denied);
  });
});

describe('the collection', () => {
  it('gives its root site and any of its sites by id, from wherever it is asked', async () => {
    const { Id } = await web('projekt')();
    const opened = await site.as(asa).site.openWebById(Id);
    expect(await opened.web.select('Title')()).toMatchObject({ Title: 'Projektet' });
    const below = await site.call(asa, '/projekt/_api/site/rootweb?$select=Title', { headers: noMetadata });
    expect(await below.json()).toEqual({ Title: 'Informationssäkerhet' });
    expect(
      await site
        .as(asa)
        .site.getRootWeb()
        .then((root) => root.select('Title')())
    ).toMatchObject({ Title: 'Informationssäkerhet' });
    const unknown = site.as(asa).site.openWebById('11111111-2222-4333-8444-555555555555');
    expect(await refusalOf(unknown)).toMatchObject({ status: 404, code: '-2147024894, System.IO.FileNotFoundException' });
  });

  it('has one id and one owner for all its sites', async () => {
    const above = await site.as(asa).site.select('Id', 'Url', 'Owner/Title').expand('Owner')();
    const below = await site.call(asa, '/projekt/_api/site?$select=Id,Url', { headers: noMetadata });
    expect(above).toMatchObject({ Owner: { Title: asa.displayName } });
    expect(await below.json()).toEqual({ Id: (above as { Id: string }).Id, Url: site.url });
  });

  it('says whether an address is one, and which site a page lies in', async () => {
    expect(await site.as(asa).site.exists(site.url)).toBe(true);
    expect(await site.as(asa).site.exists(`${site.url}X`)).toBe(false);
    expect(await site.as(asa).site.getWebUrlFromPageUrl(`${site.url}/projekt/SitePages/Home.aspx`)).toBe(`${site.url}/projekt`);
    expect(await site.as(asa).site.getWebUrlFromPageUrl(`${site.url}/SitePages/Home.aspx`)).toBe(site.url);
  });

  it('answers 501 for what it lacks, by name', async () => {
    for (const path of ['/_api/web/features', '/_api/web/navigation/quicklaunch', "/_api/web/getStorageEntity('x')"]) {
      expect((await site.call(asa, path)).status).toBe(501);
    }
    expect((await site.call(asa, '/_api/web/applytheme', { method: 'POST' })).status).toBe(501);
    const bag = await site.call(asa, '/_api/web/allproperties', { method: 'POST', headers: { 'x-http-method': 'MERGE' }, body: '{}' });
    expect(bag.status).toBe(501);
  });
});

describe('the regional settings', () => {
  it('say the site’s time zone and reckon by it', async () => {
    const { regionalSettings } = site.as(asa).web;
    expect(await regionalSettings.select('LocaleId', 'DecimalSeparator')()).toMatchObject({ LocaleId: 1033, DecimalSeparator: '.' });
    expect(await regionalSettings.timeZone()).toMatchObject({ Id: 4, Information: { Bias: -60, DaylightBias: -60, StandardBias: 0 } });
    expect(await regionalSettings.timeZones.getById(59)).toMatchObject({ Id: 59 });
    expect(await regionalSettings.getInstalledLanguages()).toEqual([{ DisplayName: 'English', LanguageTag: 'en-US', Lcid: 1033 }]);
    expect(await regionalSettings.timeZone.utcToLocalTime('2026-07-01T10:00:00Z')).toBe('2026-07-01T12:00:00');
    const winter = await site.call(asa, "/_api/web/regionalsettings/timezone/localtimetoutc('2026-01-01T12:00:00')", {
      headers: noMetadata
    });
    expect(await winter.json()).toEqual({ value: '2026-01-01T11:00:00Z' });
  });

  it('have one language, in which everything is called what it is called', async () => {
    const { web } = site.as(asa);
    const list = web.lists.getByTitle('Documents');
    const { Id } = (await list.contentTypes())[0] ?? { Id: { StringValue: '' } };
    const asked = [web, list, list.fields.getByInternalNameOrTitle('Title'), list.contentTypes.getById(Id.StringValue)];
    expect(await Promise.all(asked.map((one) => one.titleResource('sv-se')))).toEqual([
      'Informationssäkerhet',
      'Documents',
      'Title',
      'Document'
    ]);
    expect(await list.descriptionResource('en-us')).toBe('');
    expect((await site.call(asa, '/_api/web/titleresource')).status).toBe(501);
  });

  it('show the groups of the site in its property bag', async () => {
    const bag = await site.as(asa).web.allProperties<Record<string, string>>();
    const owners = await site.as(asa).web.associatedOwnerGroup();
    expect(bag['vti_x005f_associateownergroup']).toBe(String(owners.Id));
  });
});
