// A list whose rows are the latest pages of their logs: read by number, written once for each page, however often it is asked for (design 4).
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { z } from 'zod';
import { recordColumns } from '../schema/list';
import { exactText } from './cells';
import {
  letIn,
  letOut,
  presentReaders,
  sitePrincipals,
  withReaders,
  type PresentReaders,
  type Principals,
  type Readers
} from './item-readers';
import { userIds, type UserIds } from './people';
import { listOf, newestOf, rawRow, stateOf, type Row, type RowReading, type RowShape } from './rows';
import { SharePointError } from './sharepoint-error';
import { readStandingItems, type KnownUsers, type StandingItem } from './standing-items';
import { cellsOf, unlessOvertaken } from './writing';

/** One item: its state, and the log entry it shows, by sequence and hash. */
export interface Page<S> {
  readonly state: S;
  readonly sequence: number;
  readonly hash: string;
}

/** How a row stands: the log entry it shows, and what a write needs in order not to look again. `as-list`: it has no readers of its own. */
interface Shown {
  readonly sequence: number;
  readonly hash: string;
  readonly id: number;
  readonly etag: string;
  readonly readers: PresentReaders;
}

/** Fits the port `Register` of the workflows. */
export interface ListRegister<S> {
  /** Throws on a row that is not what the schema says. */
  readonly read: (reference: string) => Promise<Page<S> | undefined>;
  readonly shows: (reference: string) => Promise<Shown | undefined>;
  readonly prepare: (state: S) => Promise<void>;
  readonly write: (page: Page<S>, shown?: Shown | 'nothing') => Promise<void>;
  readonly parse: (state: unknown) => S;
  /** Every item as it stands, by pages. */
  readonly all: (users: KnownUsers) => Promise<readonly ItemWithReaders<S>[]>;
  /** As `write`, but an item that says it shows this page already is not believed: all of it is written anew. */
  readonly rewrite: (page: Page<S>) => Promise<void>;
}

interface ItemWithReaders<S> extends StandingItem<S> {
  /** Whether somebody who is to read it when it says this cannot. */
  readonly lacksReaders: (state: S) => Promise<boolean>;
  /** Whether somebody can read it who had to leave before it said this. */
  readonly keepsReaders: (state: S) => Promise<boolean>;
  /** Whether a file that is to be beside it when it says this is not. */
  readonly lacksFiles: (state: S) => boolean;
  /** Whether a file is beside it that is not to be. */
  readonly hasOtherFiles: (state: S) => boolean;
}

/** Fits the port `SearchableRegister` of the workflows. */
export interface SearchableListRegister<S> extends ListRegister<S> {
  readonly numbersOf: (personId: string) => Promise<readonly string[]>;
}

/** The register with what finds the rows that concern a person. A broken row is none: nothing may be built on it. */
export function searchable<S extends Numbered>(
  kept: ListRegister<S>,
  find: (personId: string) => Promise<readonly Row<S>[]>
): SearchableListRegister<S> {
  return { ...kept, numbersOf: async (personId) => (await find(personId)).flatMap((row) => (row.broken ? [] : [row.state.reference])) };
}

interface Numbered {
  readonly reference: string;
}

interface RegisterOptions<S extends Numbered> {
  readonly sp: SPFI;
  readonly shape: RowShape<S>;
  readonly state: z.ZodType<S>;
  /** Who may read the row, in a list that does not show all rows to all its readers. A page counts as written when they can. */
  readonly readers?: (state: S) => Readers;
}

/** What is known of a list while the register lives. */
interface Opened<S extends Numbered> extends RegisterOptions<S> {
  readonly ids: UserIds;
  readonly principals: Principals;
}

/** The register over one list. */
export function register<S extends Numbered>(options: RegisterOptions<S>): ListRegister<S> {
  const ids = userIds(options.sp);
  const opened = { ...options, ids, principals: sitePrincipals(options.sp, ids) };
  const { sp, shape, state } = options;
  return {
    read: async (reference) => {
      const raw = await rawRow(sp, shape, { column: shape.key, value: reference });
      return raw && stateOf(pagesOf(shape), raw);
    },
    shows: (reference) => find(opened, reference),
    prepare: async (wanted) => {
      await Promise.all([cellsOf(shape, wanted, ids), readersWanted(opened, wanted)]);
    },
    write: (page, shown) => write(opened, page, shown),
    parse: (said) => state.parse(said),
    all: (users) => all(opened, users),
    rewrite: (page) => rewrite(opened, page)
  };
}

function pagesOf<S>({ list, read }: RowShape<S>): RowReading<Page<S>> {
  return { list, read: (row) => ({ state: read(row), ...entryIn(row) }) };
}

const mostRaces = 8;
const sequenceColumn = recordColumns.sequence.name;
const hashColumn = recordColumns.hash.name;

/** After a lost race or a lost answer the row is looked at again: somebody else, or an earlier attempt, may have written the page already. */
async function write<S extends Numbered>(options: Opened<S>, page: Page<S>, known?: Shown | 'nothing'): Promise<void> {
  let shown = known === undefined ? await find(options, page.state.reference) : known === 'nothing' ? undefined : known;
  for (let race = 0; race < mostRaces; race += 1) {
    if (await isWritten(options, page, shown)) return;
    shown = await find(options, page.state.reference);
  }
  throw overtaken(options, page);
}

function overtaken<S extends Numbered>({ shape }: Opened<S>, { state }: Page<S>): SharePointError {
  return new SharePointError(`${state.reference} could not be written to ${shape.list.url}: others always wrote first.`, {
    reason: 'conflict'
  });
}

/** A page that somebody has written meanwhile is later than this one, and is left. */
async function rewrite<S extends Numbered>(options: Opened<S>, page: Page<S>): Promise<void> {
  for (let race = 0; race < mostRaces; race += 1) {
    const shown = await find(options, page.state.reference);
    if (shown === undefined || shown.sequence > page.sequence || (await isUpdated(options, page, shown))) return write(options, page);
  }
  throw overtaken(options, page);
}

async function all<S extends Numbered>(options: Opened<S>, users: KnownUsers): Promise<readonly ItemWithReaders<S>[]> {
  const { sp, shape, readers } = options;
  const known = { ...options, principals: sitePrincipals(sp, users.idOf) };
  const items = await readStandingItems({ sp, shape, withReaders: readers !== undefined }, users);
  const filesOf = (state: S): readonly string[] => shape.files?.(state) ?? [];
  return items.map((item) => ({
    ...item,
    lacksFiles: (state) => filesOf(state).some((file) => !item.files.includes(file)),
    hasOtherFiles: (state) => item.files.some((file) => !filesOf(state).includes(file)),
    lacksReaders: async (state) => (await missingReaders(known, state, item.readers)).length > 0,
    keepsReaders: async (state) => (await leavingReaders(known, state, item.readers)).length > 0
  }));
}

/** False when only another look can tell. Setting readers moves the row's ETag on, so after that too. */
async function isWritten<S extends Numbered>(options: Opened<S>, page: Page<S>, shown: Shown | undefined): Promise<boolean> {
  if (shown === undefined) return isCreated(options, page);
  if (shown.sequence > page.sequence) return true;
  const isCurrent = shown.sequence === page.sequence && shown.hash === page.hash;
  if (!(await noneLeaves(options, page.state, shown))) return false;
  const missing = await missingReaders(options, page.state, shown.readers);
  if (missing.length > 0) return (await areLetIn(options, shown, missing)) && isCurrent;
  return isCurrent || isUpdated(options, page, shown);
}

/** A new row is seen by those alone who read the whole list until its own readers are set: a crash in between leaves fewer readers, never more. */
async function isCreated<S extends Numbered>(options: Opened<S>, page: Page<S>): Promise<boolean> {
  const { sp, shape } = options;
  const added: unknown = await unlessOvertaken(listOf(sp, shape.list).items.add(await cells(options, page)));
  if (added === undefined) return false;
  const missing = await missingReaders(options, page.state, 'as-list');
  return missing.length === 0 || areLetIn(options, { id: Added.parse(added).Id, readers: 'as-list' }, missing);
}

async function isUpdated<S extends Numbered>(options: Opened<S>, page: Page<S>, { id, etag }: Shown): Promise<boolean> {
  const item = listOf(options.sp, options.shape.list).items.getById(id);
  return (await unlessOvertaken(item.update(await cells(options, page), etag))) !== undefined;
}

async function cells<S extends Numbered>({ shape, ids }: Opened<S>, { state, sequence, hash }: Page<S>): Promise<Record<string, unknown>> {
  return { ...(await cellsOf(shape, state, ids)), [sequenceColumn]: sequence, [hashColumn]: hash };
}

async function missingReaders<S extends Numbered>(options: Opened<S>, state: S, present: PresentReaders): Promise<readonly number[]> {
  const wanted = (await readersWanted(options, state)) ?? [];
  return present === 'as-list' ? wanted : wanted.filter((id) => !present.includes(id));
}

/** Those who had to leave and can still read it. Only when somebody is there beside those who are to be is it asked who has left. */
async function leavingReaders<S extends Numbered>(
  { readers, principals }: Opened<S>,
  state: S,
  present: PresentReaders
): Promise<readonly number[]> {
  if (present === 'as-list' || readers === undefined) return [];
  const { left, ...wanted } = readers(state);
  const staying = await principals(wanted);
  if (present.every((id) => staying.includes(id))) return [];
  const leaving = await principals(left);
  return leaving.filter((id) => present.includes(id) && !staying.includes(id));
}

function readersWanted<S extends Numbered>({ readers, principals }: Opened<S>, state: S): Promise<readonly number[]> | undefined {
  return readers && principals(readers(state));
}

async function areLetIn<S extends Numbered>(
  { sp, shape }: Opened<S>,
  { id, readers }: Pick<Shown, 'id' | 'readers'>,
  missing: readonly number[]
): Promise<boolean> {
  const item = listOf(sp, shape.list).items.getById(id);
  return (await unlessOvertaken(letIn(item, readers, missing))) !== undefined;
}

/** True when nobody had to be let out. Letting out moves the row's ETag on, so then it is to be looked at again. */
async function noneLeaves<S extends Numbered>(
  options: Opened<S>,
  state: S,
  { id, readers }: Pick<Shown, 'id' | 'readers'>
): Promise<boolean> {
  const leaving = await leavingReaders(options, state, readers);
  if (leaving.length > 0) await unlessOvertaken(letOut(listOf(options.sp, options.shape.list).items.getById(id), leaving));
  return leaving.length === 0;
}

const Added = z.object({ Id: z.int() });

async function find<S extends Numbered>({ sp, shape, readers }: Opened<S>, reference: string): Promise<Shown | undefined> {
  const { items } = listOf(sp, shape.list);
  const columns = ['Id', sequenceColumn, hashColumn];
  const query = readers === undefined ? items.select(...columns) : withReaders(items, columns);
  const raw = await newestOf(query, { column: shape.key, value: reference });
  return (
    raw && { id: raw.Id, etag: raw['odata.etag'], readers: readers === undefined ? 'as-list' : presentReaders(raw), ...entryShown(raw) }
  );
}

/** A row that does not say which entry it shows, since somebody has edited it, is taken for one that shows an earlier entry, and is brought up to date. */
function entryShown(raw: Readonly<Record<string, unknown>>): Pick<Shown, 'sequence' | 'hash'> {
  const entry = Entry.safeParse(raw);
  return entry.success ? entryOf(entry.data) : { sequence: 0, hash: '' };
}

/** A row written by an earlier version has no hash; it is taken for one that shows another entry, and is brought up to date. */
const Entry = z.object({ [sequenceColumn]: z.int(), [hashColumn]: exactText });

function entryIn(raw: Readonly<Record<string, unknown>>): Pick<Shown, 'sequence' | 'hash'> {
  return entryOf(Entry.parse(raw));
}

function entryOf({ [sequenceColumn]: sequence, [hashColumn]: hash }: z.infer<typeof Entry>): Pick<Shown, 'sequence' | 'hash'> {
  return { sequence, hash };
}
