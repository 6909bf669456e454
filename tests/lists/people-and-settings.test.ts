// People, the organisation and the settings, as the site tells them.
import '@pnp/sp/items';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/webs';
import { ordinaryNumbers } from '../../src/domain/level-numbers';
import type { Unit } from '../../src/domain/person';
import { connectInBrowser } from '../../src/lists/connect';
import { readOrganisation, writeOrganisation } from '../../src/lists/organisation';
import { groupMembers, readCurrentUser, searchPeople } from '../../src/lists/people';
import { readsOf } from '../../src/lists/reads';
import { listOf } from '../../src/lists/rows';
import { readSettings, writeSettings } from '../../src/lists/settings';
import { groupTitle } from '../../src/schema/groups';
import { organisationList } from '../../src/schema/organisation';
import { settingList } from '../../src/schema/settings';
import { admin, colleague, employee, everyone, manager, officer, openEmptySite, openSite, technician, type Site } from './site';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.stop());

describe('who is signed in', () => {
  test('with the roles of the groups they are in', async () => {
    expect(await readCurrentUser(site.as(officer))).toEqual({ name: officer.name, upn: officer.upn, roles: ['information-security'] });
  });

  test('and an employee has none', async () => {
    expect(await readCurrentUser(site.as(employee))).toEqual({ name: employee.name, upn: employee.upn, roles: [] });
  });
});

describe('the members of a role', () => {
  test('are the people in its group', async () => {
    expect(await groupMembers(site.asService(), 'it')).toEqual([{ kind: 'person', name: technician.name, upn: technician.upn }]);
  });

  test('and a group of the directory is told as such, not as a person', async () => {
    await site.as(admin).web.siteGroups.getByName(groupTitle('it')).users.add(everyone);
    expect(await groupMembers(site.asService(), 'it')).toContainEqual(
      expect.objectContaining({ kind: 'directory-group', loginName: everyone })
    );
  });

  test('cannot be told on a site that has not been provisioned', async () => {
    const empty = await openEmptySite();
    try {
      await expect(groupMembers(empty.asService(), 'it')).rejects.toMatchObject({ reason: 'not-found' });
    } finally {
      await empty.stop();
    }
  });
});

describe('searching for people', () => {
  test.each(['Kall', 'kollega', 'kalle.k'])('finds them by "%s"', async (text) => {
    expect(await searchPeople(site.as(employee), text)).toContainEqual(
      expect.objectContaining({ name: colleague.name, upn: colleague.upn })
    );
  });

  test('asks nothing for less than two letters, and finds nobody who is not there', async () => {
    expect(await searchPeople(site.as(employee), ' k ')).toEqual([]);
    expect(await searchPeople(site.as(employee), 'Xerxes')).toEqual([]);
  });
});

describe('the organisation', () => {
  const units: readonly Unit[] = [
    { code: 'SOC', name: 'Socialförvaltningen', kind: 'department', head: manager },
    { code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', parent: 'SOC' }
  ];

  test('reads back as it was written, for everybody', async () => {
    await writeOrganisation(site.asService(), units);
    expect((await readOrganisation(site.as(employee))).map((row) => (row.broken ? row : row.state))).toEqual(units);
  });

  test('written again changes only what is different', async () => {
    await writeOrganisation(site.asService(), units);
    const versions = (): Promise<unknown> => listOf(site.asService(), organisationList).items.select('Title', 'OData__UIVersionString')();
    expect(await versions()).toMatchObject([{ OData__UIVersionString: '1.0' }, { OData__UIVersionString: '1.0' }]);
    await writeOrganisation(site.asService(), [...units.slice(0, 1), { code: 'SOC-HEM', name: 'Hemtjänst', kind: 'unit', parent: 'SOC' }]);
    expect(await versions()).toMatchObject([
      { Title: 'Socialförvaltningen', OData__UIVersionString: '1.0' },
      { Title: 'Hemtjänst', OData__UIVersionString: '2.0' }
    ]);
  });
});

describe('the settings', () => {
  test('read back for everybody, and what is not set is absent', async () => {
    await writeSettings(site.asService(), { 'it-phone': '070-174 06 36', 'service-url': 'https://varna.haparanda.example' });
    await writeSettings(site.asService(), { 'it-phone': '070-174 06 37' });
    expect(await readSettings(site.as(employee))).toEqual({
      settings: { 'it-phone': '070-174 06 37', 'service-url': 'https://varna.haparanda.example' },
      broken: [],
      levelNumbers: ordinaryNumbers
    });
  });

  test('that are no settings are told as broken', async () => {
    const { items } = listOf(site.as(admin), settingList);
    await items.add({ Title: 'x', Nyckel: 'service-url', Varde: 'inte en adress' });
    await items.add({ Title: 'x', Nyckel: 'egen', Varde: 'y' });
    expect(await readSettings(site.as(employee))).toEqual({ settings: {}, broken: [1, 2], levelNumbers: ordinaryNumbers });
  });

  test('say which number each level is shown with', async () => {
    await writeSettings(site.asService(), { 'level-numbers': '4,3,2,1' });
    expect(await readSettings(site.as(employee))).toEqual({
      settings: { 'level-numbers': '4,3,2,1' },
      broken: [],
      levelNumbers: { negligible: 4, moderate: 3, significant: 2, serious: 1 }
    });
  });

  test('whose numbers cannot be understood leave the levels without any, and are told as broken', async () => {
    await listOf(site.as(admin), settingList).items.add({ Title: 'x', Nyckel: 'level-numbers', Varde: '1-4' });
    expect(await readSettings(site.as(employee))).toEqual({ settings: {}, broken: [1], levelNumbers: undefined });
  });

  test('come in one request with the roles when the tab opens, and no more are sent for a minute', async () => {
    const asked: string[] = [];
    const noting: typeof fetch = (...request) => {
      asked.push(new Request(...request).url.replace(/^.*\/_api\//, ''));
      return fetch(...request);
    };
    let now = 0;
    const source = readsOf(site.as(officer, { fetch: noting, gather: 'asked' }), officer.id, () => now);
    const [roles, { levelNumbers }] = await Promise.all([source.roles(), source.settings()]);
    expect([roles, levelNumbers]).toEqual([['information-security'], ordinaryNumbers]);
    await source.settings();
    expect(asked).toEqual(['$batch']);
    await writeSettings(site.asService(), { 'level-numbers': '1,2,3,4' });
    now = 60_000;
    expect(await source.settings()).toMatchObject({ levelNumbers: { negligible: 1, serious: 4 } });
    expect(asked).toEqual(['$batch', expect.not.stringContaining('$batch')]);
  });

  test('that could not be read are asked for again', async () => {
    let isAway = true;
    const failing: typeof fetch = (...request) => (isAway ? Promise.resolve(new Response('', { status: 403 })) : fetch(...request));
    const source = readsOf(site.as(officer, { fetch: failing, gather: 'asked' }), officer.id);
    await expect(source.settings()).rejects.toMatchObject({ reason: 'forbidden' });
    isAway = false;
    expect(await source.settings()).toMatchObject({ levelNumbers: ordinaryNumbers });
  });
});

test('in the browser the session and its form digest are enough', async () => {
  const [cookie = ''] = site.standin.tokens.sessions.start(employee.id).split(';');
  const withCookie: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } });
  const context = {
    pageContext: { web: { absoluteUrl: site.url }, legacyPageContext: { formDigestValue: '', formDigestTimeoutSeconds: 0 } }
  };
  const sp = connectInBrowser(context, { fetch: withCookie });
  expect(await readCurrentUser(sp)).toMatchObject({ upn: employee.upn });
  expect(await searchPeople(sp, 'Kalle')).toHaveLength(1);
});
