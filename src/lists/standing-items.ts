// Every item of a list as it stands, read by pages, for whoever holds the list against the log: which entry it shows, and whether it says what that entry says.
import { InjectHeaders } from '@pnp/queryable';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import type { IItems } from '@pnp/sp/items';
import '@pnp/sp/site-users/web';
import '@pnp/sp/webs';
import { z } from 'zod';
import { canonicalJson, type Json } from '../domain/hash';
import { recordColumns } from '../schema/list';
import type { Cells, PeopleCells } from './cells';
import { presentReaders, type PresentReaders } from './item-readers';
import { isPersonsLogin, loginNameOf, type UserIds } from './people';
import { leanRows, listOf, pageSize, type LeanRow, type RowShape } from './rows';
import { cellsOf } from './writing';

/** One item. `reference` is the list and SharePoint's number where the row has none of its own. */
export interface StandingItem<S> {
  readonly reference: string;
  readonly sequence: number;
  /** Empty in a row that an earlier version wrote. */
  readonly hash: string;
  /** Whether every column, seen and hidden, says what this state says. */
  readonly says: (state: S) => Promise<boolean>;
  readonly readers: PresentReaders;
  /** The files beside the item, by name. */
  readonly files: readonly string[];
}

/** The people that the site knows. */
export interface KnownUsers {
  /** Nobody's number for somebody whom the site does not know under this name. */
  readonly idOf: UserIds;
  /** Not an application or a group. */
  readonly isPerson: (id: number) => boolean;
}

/** Asks for all of them at once. */
export async function readKnownUsers(sp: SPFI): Promise<KnownUsers> {
  const users = SiteUsers.parse(await sp.web.siteUsers.select('Id', 'LoginName')());
  const ids = new Map(users.map(({ Id, LoginName }) => [LoginName.toLowerCase(), Id]));
  const people = new Set(users.filter(({ LoginName }) => isPersonsLogin(LoginName)).map(({ Id }) => Id));
  return { idOf: ({ upn }) => Promise.resolve(ids.get(loginNameOf(upn)) ?? null), isPerson: (id) => people.has(id) };
}

const SiteUsers = z.array(z.object({ Id: z.int(), LoginName: z.string() }));

interface StandingQuery<S> {
  readonly sp: SPFI;
  readonly shape: RowShape<S>;
  /** The items have readers of their own. */
  readonly withReaders: boolean;
}

/** All of them, in the order they were made. */
export async function readStandingItems<S>({ sp, shape, withReaders }: StandingQuery<S>, users: KnownUsers): Promise<StandingItem<S>[]> {
  const items: StandingItem<S>[] = [];
  const query = standingQuery({ sp, shape, withReaders });
  for await (const page of query as AsyncIterable<unknown>) {
    items.push(...leanRows.parse(page).map((row) => standing(shape, row, { users, withReaders })));
  }
  return items;
}

/** SharePoint gathers each item's readers one by one; a page of them all is smaller. */
const pageWithReaders = 1000;

function standingQuery<S>({ sp, shape: { list, files }, withReaders }: StandingQuery<S>): IItems {
  const columns = list.columns.map(({ kind, name }) => (kind === 'user' ? `${name}Id` : name));
  const { items } = listOf(sp, list);
  const lean = InjectHeaders({ Accept: 'application/json;odata=nometadata' });
  if (!withReaders)
    return items
      .select('Id', 'Title', ...columns)
      .top(pageSize)
      .using(lean);
  const more = ['HasUniqueRoleAssignments', 'RoleAssignments/PrincipalId', ...(files === undefined ? [] : ['AttachmentFiles/FileName'])];
  return items
    .select('Id', 'Title', ...columns, ...more)
    .expand('RoleAssignments', ...(files === undefined ? [] : ['AttachmentFiles']))
    .top(pageWithReaders)
    .using(lean);
}

interface Surroundings {
  readonly users: KnownUsers;
  readonly withReaders: boolean;
}

function standing<S>(shape: RowShape<S>, row: LeanRow, { users, withReaders }: Surroundings): StandingItem<S> {
  const { [recordColumns.reference.name]: reference, [recordColumns.sequence.name]: sequence, [recordColumns.hash.name]: hash } = row;
  return {
    reference: typeof reference === 'string' ? reference : `${shape.list.url} #${row.Id}`,
    sequence: typeof sequence === 'number' ? sequence : 0,
    hash: typeof hash === 'string' ? hash : '',
    readers: withReaders ? presentReaders(row) : 'as-list',
    files: Files.parse(row).AttachmentFiles.map(({ FileName }) => FileName),
    says: async (state) => saysAll(row, await cellsOf(shape, state, users.idOf), shape.people(state))
  };
}

const Files = z.object({ AttachmentFiles: z.array(z.object({ FileName: z.string() })).default([]) });

/** Somebody whom the site does not know under this name (they have left, or changed names) has no number to compare; the hidden columns say who it is. */
function saysAll(row: LeanRow, cells: Cells, people: PeopleCells): boolean {
  return Object.entries(cells).every(([column, cell]) => {
    const isUnknown = cell === null && people[column.replace(/Id$/, '')] !== undefined;
    return isUnknown || canonical(row[column]) === canonical(cell);
  });
}

/** SharePoint gives the empty text, the empty choice and a "no" that was never given back as nothing, and lines with Windows' ends. */
function canonical(cell: unknown): string {
  if (cell === undefined || cell === null || cell === '' || cell === false || (Array.isArray(cell) && cell.length === 0)) return '';
  return canonicalJson(cell as Json);
}
