// Provisioning makes a site what the schema says, says first what it will do, and finds nothing to do the second time.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/lists';
import '@pnp/sp/security/web';
import '@pnp/sp/site-users/web';
import '@pnp/sp/webs';
import { listOf } from '../../src/lists/rows';
import { readSettings } from '../../src/lists/settings';
import { provisionSite, type Provisioned } from '../../src/provision/provision-site';
import { appliedList } from '../../src/schema/applied';
import { incidentList } from '../../src/schema/incidents';
import { allLists } from '../../src/schema/lists';
import { logList } from '../../src/schema/log';
import { admin, employee, everyone, officer, openEmptySite, owner, technician, type Site } from '../lists/site';
import { nothingToDo, provision, readers } from './provisioned';

describe('on an empty site', () => {
  let target: Site;
  beforeEach(async () => {
    target = await openEmptySite();
  });
  afterEach(() => target.stop());

  /** What was asked for, in words such as `GET` and `POST`: a read is a request of its own here. */
  function listening(): { readonly sp: SPFI; readonly methods: readonly string[] } {
    const methods: string[] = [];
    const listen: typeof fetch = (url, init) => {
      methods.push(init?.method ?? 'GET');
      return fetch(url, init);
    };
    return { sp: target.asService({ fetch: listen, gather: 'asked' }), methods };
  }

  test('a dry run says what is missing and writes nothing', async () => {
    const { sp, methods } = listening();
    const { lines, plan } = await provision(target, { sp, dryRun: true });
    expect(lines[0]).toBe('Det här saknas eller skiljer sig. Inget ändras nu:');
    expect(lines).toContain('- Listan Händelselogg saknas.');
    expect(lines).toContain('- Gruppen Värna Informationssäkerhet saknas.');
    expect(lines.at(-1)).toBe(`Att göra: ${plan.steps.length}. Redan rätt: 0. Avvikelser: 0. Vägrade: 0.`);
    expect([...new Set(methods)]).toEqual(['GET']);
  });

  test('the first run does what the dry run said, and the second finds nothing to do and writes nothing', async () => {
    const settings = { 'it-phone': '070-174 06 36' };
    const planned = await provision(target, { dryRun: true, settings });
    const done = await provision(target, { settings });
    expect(done.plan).toEqual(planned.plan);
    const { sp, methods } = listening();
    const again = await provision(target, { sp, settings });
    expect(again.lines).toEqual([nothingToDo]);
    expect(again.plan).toMatchObject({ steps: [], drift: [], refusals: [], remarks: [], before: [], after: [] });
    expect([...new Set(methods)]).toEqual(['GET']);
    expect((await readSettings(target.as(employee))).settings).toEqual(settings);
  });

  test('a first run is a few dozen requests, and one that finds nothing to do a handful', async () => {
    let requests = 0;
    const counting: typeof fetch = (url, init) => {
      requests += 1;
      return fetch(url, init);
    };
    const sp = target.asService({ fetch: counting });
    await provision(target, { sp });
    expect(requests).toBeLessThanOrEqual(5 * allLists.length);
    requests = 0;
    await provision(target, { sp });
    expect(requests).toBeLessThanOrEqual(6);
  });

  test('the lists have Swedish titles, plain addresses, and are closed to all but their readers', async () => {
    await provision(target);
    const lists = await target
      .asService()
      .web.lists.select('Title', 'NoCrawl', 'HasUniqueRoleAssignments', 'RootFolder/ServerRelativeUrl')
      .expand('RootFolder')();
    for (const { title, url, searchable } of allLists) {
      const address: unknown = expect.objectContaining({ ServerRelativeUrl: `/sites/informationssakerhet/Lists/${url}` });
      expect(lists).toContainEqual(
        expect.objectContaining({ Title: title, NoCrawl: !searchable, HasUniqueRoleAssignments: true, RootFolder: address })
      );
    }
    await expect(listOf(target.as(technician), logList).items()).rejects.toMatchObject({ name: 'SharePointError' });
  });

  test('it counts what it does, what was right already, what was changed by hand and what it refused', async () => {
    const { lines, plan } = await provision(target);
    expect(lines.at(-1)).toBe(`Gjort: ${plan.steps.length}. Redan rätt: 0. Avvikelser: 0. Vägrade: 0.`);
  });

  test('it shows where it is: a line that moves on a terminal, a line now and then elsewhere', async () => {
    const terminal: string[] = [];
    const { plan } = await provision(target, { screen: { isTTY: true, write: (text) => terminal.push(text) } });
    expect(terminal).toContain(`\r\u001b[2K1 av ${plan.steps.length} · Värnas schema`);
    expect(terminal.at(-1)).toBe('\r\u001b[2K');
    expect(terminal).toHaveLength(plan.steps.length + 1);
    const paper: string[] = [];
    await provision(await emptied(), { screen: { write: (text) => paper.push(text) } });
    expect(paper.length).toBe(Math.floor(plan.steps.length / 25));
    expect(paper[0]).toMatch(/^25 av \d+ · .+\n$/);
  });

  async function emptied(): Promise<Site> {
    await target.stop();
    target = await openEmptySite();
    return target;
  }

  test('what it remembers is kept where staff cannot read it', async () => {
    await provision(target);
    const memory = listOf(target.asService(), appliedList);
    expect(await memory.items.select('Lista')()).toHaveLength(allLists.length + 2);
    expect(await memory.select('Hidden', 'NoCrawl')()).toMatchObject({ Hidden: true, NoCrawl: true });
    await expect(listOf(target.as(officer), appliedList).items()).rejects.toMatchObject({ name: 'SharePointError' });
  });

  test('a site that may not be read is an error, never one where all is missing', async () => {
    const asEmployee = provisionSite({ sp: target.as(employee), dryRun: true, settings: {}, members: [], print: () => undefined });
    await expect(asEmployee).rejects.toMatchObject({ name: 'SharePointError', reason: 'forbidden' });
  });
});

describe('whoever provisions', () => {
  let target: Site;
  beforeAll(async () => {
    target = await openEmptySite();
  });
  afterAll(() => target.stop());

  const asked = (sp: SPFI): Promise<Provisioned> => provisionSite({ sp, dryRun: false, settings: {}, members: [], print: () => undefined });

  test('and may not change the site is told what is lacking, before anything is done', async () => {
    const everyoneReads = await target.as(admin).web.ensureUser(everyone);
    await target.as(admin).web.roleAssignments.add(everyoneReads.Id, 1073741826);
    expect(await asked(target.as(employee))).toEqual({
      permitted: false,
      missing: ['manage-lists', 'create-groups', 'manage-permissions', 'manage-web', 'site-administrator']
    });
    expect(await target.as(admin).web.lists.filter("Title eq 'Incidenter'")()).toEqual([]);
  });

  test('and owns the site without administering it is told so: lists that the service closed would seem to be missing', async () => {
    const ownerId = (await target.as(admin).web.ensureUser(owner.upn)).Id;
    await target.as(admin).web.roleAssignments.add(ownerId, 1073741829);
    expect(await asked(target.as(owner))).toEqual({ permitted: false, missing: ['site-administrator'] });
  });

  test('and administers the site leaves no permission of their own on the lists', async () => {
    expect(await asked(target.as(admin))).toMatchObject({ permitted: true, plan: { refusals: [] } });
    expect(await readers(listOf(target.as(admin), incidentList))).toEqual(['Värna IT: Read', 'Värna Informationssäkerhet: Read']);
    expect((await provision(target, { members: [] })).lines).toEqual([nothingToDo]);
  });
});
