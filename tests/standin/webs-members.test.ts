// What hangs on a site: expanding it, its texts by language, its document libraries, its logo and the templates of sub-sites.
import { SiteLogoAspect, SiteLogoType } from '@pnp/sp/sites';
import { Web } from '@pnp/sp/webs';
import '@pnp/sp/regional-settings/web';
import { asa, eero, refusalOf, sitePath, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

type Row = Record<string, unknown>;

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  const { web } = site.as(asa);
  await web.lists.add('Styrdokument', '', 101);
  await web.lists.add('Ärenden');
  await web.webs.add('Projekt', 'projekt');
});
afterAll(() => site.stop());

const titles = (rows: unknown): unknown[] => (rows as Row[]).map(({ Title }) => Title);

describe('a site', () => {
  it('is expanded with everything that hangs on it', async () => {
    const names =
      'AllProperties,AvailableContentTypes,AvailableFields,ContentTypes,Fields,Folders,Lists,RegionalSettings,RoleDefinitions,RootFolder';
    const expanded = await site.as(asa).web.expand(...names.split(','), 'SiteGroups', 'SiteUsers', 'UserCustomActions', 'Webs')<Row>();
    expect(titles(expanded['Lists'])).toEqual(expect.arrayContaining(['Documents', 'Styrdokument', 'Ärenden']));
    expect(titles(expanded['Webs'])).toEqual(['Projekt']);
    expect(titles(expanded['SiteUsers'])).toContain(asa.displayName);
    expect(expanded['RootFolder']).toMatchObject({ ServerRelativeUrl: sitePath });
    expect(expanded['RegionalSettings']).toMatchObject({ LocaleId: 1033 });
    expect(expanded['AllProperties']).toHaveProperty('vti_x005f_defaultlanguage');
    expect(expanded['UserCustomActions']).toEqual([]);
    for (const name of ['AvailableContentTypes', 'AvailableFields', 'ContentTypes', 'Fields', 'Folders', 'RoleDefinitions', 'SiteGroups']) {
      expect((expanded[name] as Row[]).length).toBeGreaterThan(0);
    }
    const one = await site.as(asa).web.select('Title', 'Lists/Title').expand('Lists')<Row>();
    expect((one['Lists'] as Row[])[0]).not.toHaveProperty('Created');
  });

  it('shows a reader no more when expanded than one by one', async () => {
    const { web } = site.as(asa);
    const { Id } = await web.ensureUser(eero.userPrincipalName);
    await web.roleAssignments.add(Id, (await web.roleDefinitions.getByName('Read')()).Id);
    await web.lists.getByTitle('Ärenden').breakRoleInheritance(false);
    const seen = await site.as(eero).web.expand('Lists')<Row>();
    expect(titles(seen['Lists'])).not.toContain('Ärenden');
    expect(titles(seen['Lists'])).toEqual(titles(await site.as(eero).web.lists()));
    await web.lists.getByTitle('Styrdokument').breakRoleInheritance(false);
    const libraries = await site.as(eero).site.getDocumentLibraries(site.url);
    expect(titles(libraries)).toEqual(['Documents']);
    await web.lists.getByTitle('Styrdokument').resetRoleInheritance();
  });

  it('links to what could be expanded in verbose answers', async () => {
    const answer = await site.call(asa, '/_api/web', { headers: { accept: 'application/json;odata=verbose' } });
    const { d } = (await answer.json()) as { d: Row };
    expect(d['Lists']).toEqual({ __deferred: { uri: `${site.url}/_api/Web/Lists` } });
  });

  it('has its title and description whatever the language', async () => {
    const { web } = site.as(asa);
    await web.update({ Description: 'Vårt arbete' });
    expect(await web.titleResource('sv-SE')).toBe('Informationssäkerhet');
    expect(await web.descriptionResource('en-us')).toBe('Vårt arbete');
    expect(await refusalOf(web.titleResource('svenska språket'))).toMatchObject({ status: 400 });
  });

  it('names the libraries for documents, and not those for pages and assets', async () => {
    const [documents, governing] = await site.as(asa).site.getDocumentLibraries(site.url);
    expect(documents).toMatchObject({
      AbsoluteUrl: `${site.standin.origin}${sitePath}/Shared%20Documents`,
      FromCrossFarm: false,
      IsDefaultDocumentLibrary: true,
      ServerRelativeUrl: `${sitePath}/Shared Documents`,
      Title: 'Documents'
    });
    expect(governing).toMatchObject({ Title: 'Styrdokument', IsDefaultDocumentLibrary: false });
    expect(await site.as(asa).site.getDocumentLibraries(site.url)).toHaveLength(2);
    expect(titles(await site.as(asa).site.getDocumentLibraries(`${site.url}/projekt`))).toEqual(['Documents']);
    expect(await refusalOf(site.as(asa).site.getDocumentLibraries('https://annat.example/'))).toMatchObject({ status: 404 });
  });

  it('takes a logo from those who manage it', async () => {
    const relativeLogoUrl = `${sitePath}/SiteAssets/vapen.png`;
    await site.as(asa).site.setSiteLogo({ relativeLogoUrl, aspect: SiteLogoAspect.Square, type: SiteLogoType.WebLogo });
    expect(await site.as(asa).web.select('SiteLogoUrl')()).toMatchObject({ SiteLogoUrl: relativeLogoUrl });
    expect(
      await refusalOf(site.as(eero).site.setSiteLogo({ relativeLogoUrl, aspect: SiteLogoAspect.Square, type: SiteLogoType.WebLogo }))
    ).toMatchObject({ status: 403 });
    expect(
      await refusalOf(site.as(asa).site.setSiteLogo({ relativeLogoUrl, aspect: SiteLogoAspect.Square, type: SiteLogoType.HubLogo }))
    ).toMatchObject({ status: 501 });
  });

  it('lists the templates that sub-sites can be made from, and no list templates of its own', async () => {
    const { web } = site.as(asa);
    const names = (await web.availableWebTemplates()<{ Name: string }[]>()).map(({ Name }) => Name);
    expect(names).toEqual(['STS#3', 'STS#0']);
    for (const name of names) await web.webs.add(name, `av-mall-${name.slice(-1)}`, '', name);
    const made = Web([web, `${site.url}/av-mall-3`]);
    expect(await made.select('WebTemplate', 'Configuration')()).toMatchObject({ WebTemplate: 'STS', Configuration: 3 });
    expect(await web.customListTemplates()).toEqual([]);
  });

  it('knows the time zones of the world by SharePoint’s numbers, as far from UTC as they say', async () => {
    const { timeZones } = site.as(asa).web.regionalSettings;
    expect(await timeZones.getById(23)).toMatchObject({
      Description: '(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi',
      Information: { Bias: -330, DaylightBias: 0 }
    });
    expect(await timeZones.getById(13)).toMatchObject({ Information: { Bias: 480, DaylightBias: -60, StandardBias: 0 } });
    const all = await timeZones<{ Id: number; Description: string; Information: { Bias: number } }[]>();
    expect(new Set(all.map(({ Id }) => Id)).size).toBe(all.length);
    for (const { Description, Information } of all) {
      const [, sign = '+', hours = '0', minutes = '0'] = /^\(UTC(?:([+-])(\d\d):(\d\d))?\)/.exec(Description) ?? [];
      expect([Description, Information.Bias]).toEqual([Description, (sign === '-' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) + 0]);
    }
  });
});
