// Provisioning that is stopped at any point carries on in the next run, doubles nothing, takes nothing for changed by hand, and opens nothing on the way.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { z } from 'zod';
import { isSharePointError } from '../../src/lists/sharepoint-error';
import { listOf } from '../../src/lists/rows';
import type { Sending } from '../../src/lists/sending';
import type { Provisioning } from '../../src/provision/provision-site';
import { appliedList } from '../../src/schema/applied';
import { assetList } from '../../src/schema/assets';
import { groupTitle, type Group } from '../../src/schema/groups';
import { incidentList } from '../../src/schema/incidents';
import type { Column, ListDefinition } from '../../src/schema/list';
import { allLists, siteSchema, type SiteSchema } from '../../src/schema/lists';
import { logList } from '../../src/schema/log';
import { openEmptySite, openSite, type Site } from '../lists/site';
import { asItStands, nothingToDo, provision } from './provisioned';

const lists: readonly ListDefinition[] = [appliedList, ...allLists];
const urls = lists.map(({ url }) => url);
let asMadeInOneGo: unknown;
beforeAll(async () => {
  const fresh = await openSite();
  asMadeInOneGo = await asItStands(fresh.asService(), urls);
  await fresh.stop();
});

let site: Site;
beforeEach(async () => {
  site = await openEmptySite();
});
afterEach(() => site.stop());

/** `unanswered`: the last request takes effect, its answer never comes. `unsent`: the last is answered, the next is not sent. */
type Stop = 'unanswered' | 'unsent';

/** Lets so many requests of those that count through, and then none at all. */
function stoppingAfter(
  requests: number,
  { how, counts }: { readonly how: Stop; readonly counts: (init: RequestInit) => boolean }
): Sending {
  let left = requests;
  return {
    wait: () => Promise.resolve(),
    fetch: async (url, init = {}) => {
      const isCounted = counts(init);
      if (left === 0) throw new TypeError('stopped');
      if (isCounted) left -= 1;
      const isLast = isCounted && left === 0;
      const answer = await fetch(url, init);
      if (isLast && how === 'unanswered') throw new TypeError('stopped');
      return answer;
    }
  };
}

const everyRequest = (): boolean => true;
/** A request of its own that is no question, or a batch with at least one in it. */
const everyWrite = ({ method = 'GET', body }: RequestInit): boolean =>
  method !== 'GET' && !(typeof body === 'string' && body.startsWith('--batch_') && !body.includes('--changeset_'));

/** True when it came to its end. Being stopped may say that no answer came, and nothing else. */
async function runTo(sp: SPFI, wishes: Partial<Provisioning> = {}): Promise<boolean> {
  try {
    expect((await provision(site, { ...wishes, sp })).plan).toMatchObject({ drift: [], refusals: [] });
    return true;
  } catch (error) {
    if (!isSharePointError(error, 'unavailable')) throw error;
    return false;
  }
}

const ListRow = z.object({
  Title: z.string(),
  HasUniqueRoleAssignments: z.boolean(),
  ItemCount: z.int(),
  RootFolder: z.object({ Name: z.string() })
});
const Assignment = z.object({ Member: z.object({ Title: z.string() }), RoleDefinitionBindings: z.array(z.object({ Name: z.string() })) });

/** No list with rows is open to those who may read the site, and no closed one to anybody but its readers, now or in the version before. */
async function expectNothingOpened(before: SiteSchema): Promise<void> {
  const sp = site.asService();
  const rows = z
    .array(ListRow)
    .parse(await sp.web.lists.select('Title', 'HasUniqueRoleAssignments', 'ItemCount', 'RootFolder/Name').expand('RootFolder')());
  const ours = rows.filter(({ RootFolder }) => urls.includes(RootFolder.Name));
  expect(ours.filter(({ HasUniqueRoleAssignments, ItemCount }) => !HasUniqueRoleAssignments && ItemCount > 0)).toEqual([]);
  const closed = ours.filter(({ HasUniqueRoleAssignments }) => HasUniqueRoleAssignments);
  await Promise.all(
    closed.map(async ({ RootFolder: { Name: url } }) => {
      const assigned = z.array(Assignment).parse(await listOf(sp, { url }).roleAssignments.expand('Member', 'RoleDefinitionBindings')());
      const opened = assigned.filter(
        ({ Member, RoleDefinitionBindings: [role, ...more] }) =>
          !rightsIn(url, before).includes(`${Member.Title}: ${role?.Name}`) || more.length > 0
      );
      expect({ url, opened }).toEqual({ url, opened: [] });
    })
  );
}

function rightsIn(url: string, before: SiteSchema): string[] {
  return [...lists, ...before.lists].flatMap((list) => (list.url === url ? list.readers.map((group) => rightOf(group, list)) : []));
}

function rightOf(group: Group, { editors = [] }: ListDefinition): string {
  return `${groupTitle(group)}: ${editors.includes(group) ? 'Contribute' : 'Read'}`;
}

async function expectMadeAsInOneGo(): Promise<void> {
  expect(await asItStands(site.asService(), urls)).toEqual(asMadeInOneGo);
  expect((await provision(site)).lines).toEqual([nothingToDo]);
}

/** Runs again and again, each time one request with writes further. Gives how many times it was stopped. */
async function runStepByStep(sending: Sending, before: SiteSchema, wishes: Partial<Provisioning> = {}): Promise<number> {
  for (let stops = 0; ; stops += 1) {
    const stopping = stoppingAfter(1, { how: stops % 2 === 0 ? 'unanswered' : 'unsent', counts: everyWrite });
    const isDone = await runTo(site.asService({ ...sending, ...stopping }), wishes);
    await expectNothingOpened(before);
    if (isDone) return stops;
  }
}

test('an empty site: stopped after each request in turn, its answer lost or not', async () => {
  expect(await runStepByStep({}, { groups: [], lists: [] })).toBeGreaterThan(20);
  await expectMadeAsInOneGo();
}, 60_000);

test.each([4, 7, 11, 16, 22])('an empty site: stopped once, at request %d, and run again', async (requests) => {
  expect(await runTo(site.asService(stoppingAfter(requests, { how: 'unanswered', counts: everyRequest })))).toBe(false);
  expect(await runTo(site.asService())).toBe(true);
  await expectMadeAsInOneGo();
});

/** A version with something of every kind to upgrade, in a few writes. */
const earlier: SiteSchema = {
  groups: siteSchema.groups.filter((group) => group !== 'leadership'),
  lists: siteSchema.lists.map((list) => ({
    ...list,
    readers: list.readers.filter((group) => group !== 'leadership'),
    ...earlierList(list)
  }))
};

function earlierList({ url, readers, columns, views }: ListDefinition): Partial<ListDefinition> {
  if (url === logList.url) return { readers: ['information-security', 'it', 'data-protection'], title: 'Logg' };
  if (url === incidentList.url)
    return { views: views.map((view) => ({ ...view, columns: ['LinkTitle', 'Handelse'].concat(view.columns[0] ?? []) })) };
  if (url !== assetList.url) return { readers: readers.filter((group) => group !== 'leadership') };
  return { columns: columns.slice(0, -2).map(earlierColumn), indexedBuiltIns: [], views: views.slice(0, 1), searchable: true };
}

function earlierColumn(column: Column): Column {
  if (column.name === 'Status' && column.kind === 'choice') return { ...column, words: ['Påbörjad', ...column.words.slice(1)] };
  if (column.name === 'Enhetskod' && column.kind === 'text') return { kind: 'text', name: column.name, title: 'Kod' };
  return column;
}

const now: SiteSchema = {
  ...siteSchema,
  lists: siteSchema.lists.map((list) => ({
    ...list,
    columns: list.columns.map((column) =>
      list.url === assetList.url && column.name === 'Status' && column.kind === 'choice'
        ? { ...column, formerly: { [column.words[0] ?? '']: ['Påbörjad'] } }
        : column
    )
  }))
};

test('an upgrade of a site with rows: stopped after each single write in turn, none of it taken for changed by hand', async () => {
  await provision(site, { schema: earlier });
  const { items } = listOf(site.asService(), assetList);
  for (const Referens of ['T-1', 'T-2', 'T-3']) await items.add({ Title: 'Rad', Referens, Status: 'Påbörjad' });
  expect(await runStepByStep({ gather: 'asked' }, earlier, { schema: now })).toBeGreaterThan(40);
  await expectMadeAsInOneGo();
  expect(await items.select('Title', 'Referens', 'Status')()).toMatchObject(
    ['T-1', 'T-2', 'T-3'].map((Referens) => ({ Title: 'Rad', Referens, Status: 'Utkast' }))
  );
}, 240_000);

test('a change that meets another to the same list is made again, by itself', async () => {
  const conflict = {
    'odata.error': { code: '-2130246326, Microsoft.SharePoint.SPException', message: { lang: 'en-US', value: 'Save conflict' } }
  };
  let refused = 0;
  const meeting: typeof fetch = (url, init) => {
    const isColumn = String(url instanceof Request ? url.url : url).endsWith('/createfieldasxml');
    if (!isColumn || refused === 3) return fetch(url, init);
    refused += 1;
    return Promise.resolve(Response.json(conflict, { status: 409 }));
  };
  expect(await runTo(site.asService({ fetch: meeting, gather: 'asked' }))).toBe(true);
  expect(refused).toBe(3);
  await expectMadeAsInOneGo();
});
