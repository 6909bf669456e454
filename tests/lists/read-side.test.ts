// Who may read what, as the schema says it, held against every way SharePoint has of giving a row away: each role, and employees, with their own token.
import { randomUUID } from 'node:crypto';
import '@pnp/sp/attachments';
import '@pnp/sp/items';
import '@pnp/sp/recycle-bin';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import { incidentRegister } from '../../src/lists/incidents';
import { measureRegister } from '../../src/lists/measures';
import { trackRegister } from '../../src/lists/tracks';
import { listOf } from '../../src/lists/rows';
import type { Incident } from '../../src/domain/incident';
import { regimes } from '../../src/domain/legal-rules';
import type { Track } from '../../src/domain/legal-track';
import { readersOfMeasure, type Measure } from '../../src/domain/measure';
import type { Person, Role } from '../../src/domain/person';
import { appliedList } from '../../src/schema/applied';
import { groupTitle } from '../../src/schema/groups';
import { incidentList, incidentReaders } from '../../src/schema/incidents';
import { entraIdColumn, type ListDefinition } from '../../src/schema/list';
import { allLists } from '../../src/schema/lists';
import { measureList } from '../../src/schema/measures';
import { trackList, trackReaderPeople, trackReaders } from '../../src/schema/tracks';
import { everyDetail, handled, hash, incident, measure, track } from './examples';
import {
  admin,
  colleague,
  director,
  employee,
  manager,
  officer,
  openSite,
  owner,
  privacyOfficer,
  protectionOfficer,
  sitePath,
  technician,
  type Site
} from './site';

const lists: readonly ListDefinition[] = [...allLists, appliedList];

const people: readonly (readonly [who: string, person: Person, role: Role | undefined])[] = [
  ['Ansvariga', owner, 'accountable'],
  ['IT', technician, 'it'],
  ['Informationssäkerhet', officer, 'information-security'],
  ['Dataskydd', privacyOfficer, 'data-protection'],
  ['Säkerhetsskydd', protectionOfficer, 'security-protection'],
  ['Ledning', director, 'leadership'],
  ['the reporter', employee, undefined],
  ['the nearest manager', manager, undefined],
  ['a colleague who has reported once', colleague, undefined]
];

/** What stands in the title of each row, so that it is known again wherever it turns up. */
const markOf = ({ url }: ListDefinition, number: number): string => `MARK-${url}-${number}`;
const marks = /MARK-\w+-\d/g;

/** Two by the employee, one of them about personal data; the others by the colleague, who has no manager, one of them restricted and one of high severity. */
const incidents: readonly Incident[] = (
  [
    [employee, manager, 'no'],
    [employee, manager, 'yes'],
    [colleague, undefined, 'unknown'],
    [colleague, undefined, 'yes'],
    [colleague, undefined, 'no', handled({ handler: director, assets: [], restricted: true, severity: 'low' })],
    [colleague, undefined, 'no', handled()]
  ] as const
).map(([reporter, nearestManager, personalData, handling], index) =>
  incident({
    handling,
    reference: `I-2026-000${index + 1}`,
    reporter,
    nearestManager,
    report: {
      ...incident().report,
      ...everyDetail,
      personalData,
      where: markOf(incidentList, index + 1),
      toldBy: markOf(incidentList, index + 1)
    }
  })
);
const recycled = 4;

/** Tracks that the director and the manager are to decide, one of each regime. */
const tracks: readonly Track[] = regimes.map((regime, index) =>
  track({
    reference: `R-2026-000${index + 1}`,
    regime,
    decider: index < 2 ? director : manager,
    controllerName: markOf(trackList, index + 1)
  })
);

/** One that the colleague owns, of an incident that IT may read, and one that the director owns, of an incident closed to IT. */
const measures: readonly Measure[] = [
  measure({
    reference: 'M-2026-0001',
    what: markOf(measureList, 1),
    owner: colleague,
    access: { roles: ['it', 'information-security'], people: [employee], former: [manager] }
  }),
  measure({
    reference: 'M-2026-0002',
    what: markOf(measureList, 2),
    owner: director,
    access: { roles: ['information-security', 'data-protection'], people: [], former: [employee] }
  })
];

let site: Site;
/** The rows that stand in each list, by the number SharePoint gave them. */
const rows = new Map<ListDefinition, ReadonlyMap<number, string>>();
/** Each list's own id. */
const listIds = new Map<ListDefinition, string>();

beforeAll(async () => {
  site = await openSite();
  await join(protectionOfficer, 'security-protection');
  await join(director, 'leadership');
  const register = incidentRegister(site.asService());
  for (const state of incidents) await register.write({ state, sequence: 1, hash });
  const ofTracks = trackRegister(site.asService());
  for (const state of tracks) await ofTracks.write({ state, sequence: 1, hash });
  const ofMeasures = measureRegister(site.asService());
  for (const state of measures) await ofMeasures.write({ state, sequence: 1, hash });
  for (const list of lists) {
    if (list !== incidentList && list !== trackList && list !== measureList) await addRows(list);
    await fill(list);
  }
  await listOf(site.asService(), incidentList).items.getById(recycled).recycle();
});
afterAll(() => site.stop());

/** The site has somebody in the other groups already. */
async function join({ upn }: Person, role: Role): Promise<void> {
  await site.as(admin).web.siteGroups.getByName(groupTitle(role)).users.add(`i:0#.f|membership|${upn}`);
}

async function addRows(list: ListDefinition): Promise<void> {
  const key = list.columns.find((column) => 'index' in column && column.index === 'unique')?.name;
  for (const number of [1, 2]) {
    const mark = markOf(list, number);
    await listOf(site.asService(), list).items.add({ Title: mark, ...(key !== undefined && { [key]: mark }) });
  }
}

/** Each row has an attachment and a version before the one that stands, as when somebody has allowed attachments by hand. */
async function fill(list: ListDefinition): Promise<void> {
  const found = listOf(site.asService(), list);
  await listOf(site.as(admin), list).update({ EnableAttachments: true });
  const { Id } = await found.select('Id')<{ Id: string }>();
  listIds.set(list, Id);
  const all = (await found.items.select('Id', 'Title')<{ Id: number; Title: string }[]>()).filter(({ Title }) => marksIn(Title).length > 0);
  for (const row of all) {
    const item = found.items.getById(row.Id);
    await item.update({ Title: marksIn(row.Title).join() });
    await item.attachmentFiles.add('bilaga.txt', row.Title);
  }
  rows.set(list, new Map(all.map((row) => [row.Id, marksIn(row.Title).join()])));
}

function isListReader(list: ListDefinition, role: Role | undefined): boolean {
  return list.readers.some((group) => group === 'employees' || group === role);
}

/** What the schema gives the person of a list. */
function allowed(list: ListDefinition, person: Person, role: Role | undefined): string[] {
  if (list === trackList) {
    return tracks
      .filter(
        (state) => trackReaders(state).some((group) => group === role) || trackReaderPeople.some((part) => state[part].id === person.id)
      )
      .map(({ controllerName }) => controllerName);
  }
  if (list === measureList) {
    return measures
      .filter((state) => {
        const { roles: groups, people: named } = readersOfMeasure(state);
        return groups.some((group) => group === role) || named.some(({ id }) => id === person.id);
      })
      .map(({ what }) => what);
  }
  if (list !== incidentList) return isListReader(list, role) ? [markOf(list, 1), markOf(list, 2)] : [];
  return incidents
    .filter((state) => {
      const { groups, people } = incidentReaders(state);
      return groups.some((group) => group === role) || people.some(({ id }) => id === person.id);
    })
    .map(({ report }) => report.where);
}

type Ask = (path: string, body?: string, headers?: Readonly<Record<string, string>>) => Promise<string>;

function asking(person: Person | undefined): Ask {
  return async (path, body, headers) => {
    const answer = await site.call(path, {
      ...(person && { as: person }),
      ...(body !== undefined && { body }),
      headers: { 'content-type': 'application/json', ...headers }
    });
    return answer.text();
  };
}

const at = ({ url }: ListDefinition): string => `web/getList('${sitePath}/Lists/${url}')`;
const idsOf = (list: ListDefinition): number[] => [...(rows.get(list)?.keys() ?? []), recycled];
const allColumns = '<View><Query><OrderBy><FieldRef Name="ID" /></OrderBy></Query><RowLimit>100</RowLimit></View>';

/** Asks about each row by its number. */
function byNumber(what: string) {
  return async (ask: Ask, list: ListDefinition): Promise<string> =>
    (await Promise.all(idsOf(list).map((id) => ask(`${at(list)}/items(${id})${what}`)))).join();
}

/** Every way of reading a list's rows; each gives what was answered. */
const ways: Readonly<Record<string, (ask: Ask, list: ListDefinition) => Promise<string>>> = {
  'all rows': (ask, list) => ask(`${at(list)}/items`),
  'row by row': byNumber(''),
  'a filter': (ask, list) => ask(`${at(list)}/items?$filter=startswith(Title,'MARK') and Id gt 0&$orderby=Id desc`),
  'people looked up': (ask, list) => {
    const users = list.columns.filter(({ kind }) => kind === 'user').map(({ name }) => name);
    const looked = ['Author', ...users];
    return ask(`${at(list)}/items?$select=Title,${looked.map((name) => `${name}/Title`).join()}&$expand=${looked.join()}`);
  },
  CAML: (ask, list) => ask(`${at(list)}/getItems`, JSON.stringify({ query: { ViewXml: allColumns } })),
  RenderListDataAsStream: (ask, list) => ask(`${at(list)}/RenderListDataAsStream`, JSON.stringify({ parameters: { ViewXml: allColumns } })),
  'a batch': (ask, list) => {
    const boundary = `batch_${randomUUID()}`;
    const parts = [`${at(list)}/items`, ...idsOf(list).map((id) => `${at(list)}/items(${id})`)].map((path) =>
      [
        `--${boundary}`,
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        '',
        `GET ${site.url}/_api/${path} HTTP/1.1`,
        'accept: application/json;odata=nometadata',
        '',
        ''
      ].join('\r\n')
    );
    return ask('$batch', `${parts.join('')}--${boundary}--\r\n`, { 'content-type': `multipart/mixed; boundary=${boundary}` });
  },
  'values as text': byNumber('/FieldValuesAsText'),
  versions: byNumber('/versions'),
  attachments: byNumber("/AttachmentFiles('bilaga.txt')/$value"),
  'attachments by address': async (ask, list) => {
    const file = (id: number): string =>
      `web/getFileByServerRelativePath(decodedurl='${sitePath}/Lists/${list.url}/Attachments/${id}/bilaga.txt')`;
    return (await Promise.all(idsOf(list).map((id) => ask(`${file(id)}/$value`)))).join();
  },
  'changes of the list': async (ask, list) => changed(list, await ask(`${at(list)}/getchanges`, changeQuery)),
  'changes of the site': async (ask, list) => changed(list, await ask('web/getchanges', changeQuery))
};

const changeQuery = JSON.stringify({ query: { Item: true, Add: true, Update: true, RequireSecurityTrim: true } });

/** A change carries a row's number and no content; the numbers are put back into marks. */
function changed(list: ListDefinition, answer: string): string {
  const { value = [] } = JSON.parse(answer) as { value?: { readonly ItemId: number; readonly ListId: string }[] };
  const ours = value.filter(({ ListId }) => ListId === listIds.get(list));
  return ours.map(({ ItemId }) => rows.get(list)?.get(ItemId) ?? '').join();
}

function marksIn(text: string): string[] {
  return [...new Set(text.match(marks) ?? [])].sort();
}

/** Ways the stand-in opens to those alone who read the whole list; SharePoint is said to give the others their own rows. */
const wholeListOnly = ['RenderListDataAsStream', 'changes of the list', 'changes of the site'];

/** The log of changes still knows the number of what was recycled. */
function isStanding(way: string): (mark: string) => boolean {
  return (mark) => way.startsWith('changes') || mark !== markOf(incidentList, recycled);
}

describe.each(Object.keys(ways))('by %s', (way) => {
  const read = async (person: Person | undefined, list: ListDefinition): Promise<string[]> =>
    marksIn((await ways[way]?.(asking(person), list)) ?? '');

  test.each(people)('%s reads what the schema says, of every list', async (_who, person, role) => {
    for (const list of lists) {
      const expected = allowed(list, person, role).filter(isStanding(way));
      const found = await read(person, list);
      if (!isListReader(list, role) && wholeListOnly.includes(way)) expect(expected).toEqual(expect.arrayContaining(found));
      else expect([list.title, found]).toEqual([list.title, expected]);
    }
  });

  test('every row could be read by somebody who may', async () => {
    for (const list of lists) {
      const all = [...(rows.get(list)?.values() ?? [])].filter(isStanding(way)).sort();
      expect([list.title, await read(undefined, list)]).toEqual([list.title, all]);
    }
  });
});

test.each(people)('%s finds no row by search, which the stand-in does not have', async (_who, person) => {
  const answer = await site.call("search/query?querytext='MARK*'&selectproperties='Title'", { as: person });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(marksIn(await answer.text())).toEqual([]);
});

test.each(people)('%s finds nothing in the recycle bin', async (_who, person) => {
  for (const bin of ['web/recycleBin', 'site/recycleBin']) expect(marksIn(await asking(person)(bin))).toEqual([]);
});

test('the recycle bin holds the recycled incident, for the administrator', async () => {
  expect(marksIn(await asking(admin)('site/recycleBin'))).toEqual([markOf(incidentList, recycled)]);
});

test('nobody finds an incident by the Entra id of who reported it, but those who may read it', async () => {
  const asked = `${at(incidentList)}/items?$filter=${entraIdColumn('Rapportor')} eq '${employee.id}'`;
  expect(marksIn(await asking(employee)(asked))).toHaveLength(2);
  expect(marksIn(await asking(manager)(asked))).toHaveLength(2);
  for (const person of [colleague, owner, director, protectionOfficer]) expect(marksIn(await asking(person)(asked))).toEqual([]);
});
