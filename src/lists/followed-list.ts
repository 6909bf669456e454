// A list that somebody comes back to: read whole once, and after that only what has changed since, in one request. Kept in memory alone.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { z } from 'zod';
import { leanQuery, leanRow, listOf, pageSize, pagesOf, rowOf, type LeanRow, type Row, type RowShape } from './rows';
import { together } from './sending';
import { isSharePointError } from './sharepoint-error';

/** Every row that the caller may see, in the order they were made, as `readRows` gives them. Those who ask at once share the reading. */
export interface FollowedList<S> {
  readonly rows: () => Promise<readonly Row<S>[]>;
  /** The first of them alone, for whoever shows something while a long list is on its way; asked for together with `rows` it costs no request more. */
  readonly first: () => Promise<readonly Row<S>[]>;
}

/** What was read last. `newest`: the latest time of change among the rows, as SharePoint writes it. */
interface Held<S> {
  readonly rows: ReadonlyMap<number, Row<S>>;
  readonly token: string;
  readonly newest: string;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

/** How long changes are followed before the whole list is read again, in milliseconds. SharePoint keeps its log of changes 60 days. */
const longestFollowed = 12 * 3_600_000;

/**
 * Follows a list as one person: what is held is only ever given to whoever asks through the same connection. The list's column Modified must be indexed
 * (`indexedBuiltIns`). Two requests for a list of 5,000 rows, and one each time after that; what cannot be told from the changes is read whole again.
 */
export function followedList<S>(sp: SPFI, shape: RowShape<S>, now: () => number = Date.now): FollowedList<S> {
  let held: Held<S> | undefined;
  let reading: Promise<readonly Row<S>[]> | undefined;
  const read = async (): Promise<readonly Row<S>[]> => {
    const before = held;
    // What is held is let go until this reading has succeeded: after a refusal nothing is given that may no longer be seen.
    held = undefined;
    const followed = before !== undefined && now() - before.readAt < longestFollowed ? await changed(sp, shape, before) : 'unknown';
    held = followed === 'unknown' ? await whole(sp, shape, now()) : followed;
    return [...held.rows.values()];
  };
  const rows = (): Promise<readonly Row<S>[]> => {
    reading ??= read().finally(() => (reading = undefined));
    return reading;
  };
  const first = async (): Promise<readonly Row<S>[]> =>
    followedRows.parse(await query(sp, shape).top(firstRows).using(together)()).map((row) => rowOf(shape, row));
  // What changed since is one small answer: whoever comes back has the whole as soon as its beginning.
  return { rows, first: () => (held === undefined ? first() : rows()) };
}

/** More than a window has room for. */
const firstRows = 60;

/** The token first: what changes while the rows are read is then read again, never missed. */
async function whole<S>(sp: SPFI, shape: RowShape<S>, readAt: number): Promise<Held<S>> {
  const list = TokenOfList.parse(await listOf(sp, shape.list).select('CurrentChangeToken').using(together)());
  const rows: FollowedRow[] = [];
  for await (const page of pagesOf(query(sp, shape))) rows.push(...followedRows.parse(page));
  return { ...merged(shape, new Map(), rows), token: list.CurrentChangeToken.StringValue, readAt };
}

/** `unknown` when the changes do not tell what the list now holds. */
async function changed<S>(sp: SPFI, shape: RowShape<S>, held: Held<S>): Promise<Held<S> | 'unknown'> {
  try {
    const [changes, rows] = await Promise.all([changesSince(sp, shape, held.token), rowsSince(sp, shape, held.newest)]);
    return applied(shape, held, changes, rows);
  } catch (error) {
    // A token that is too old or not known, or more rows than SharePoint looks through.
    if (isSharePointError(error, 'unexpected', 'conflict')) return 'unknown';
    throw error;
  }
}

async function changesSince<S>(sp: SPFI, { list }: RowShape<S>, token: string): Promise<readonly Change[]> {
  const changes: unknown = await listOf(sp, list)
    .using(together)
    .getChanges({
      Item: true,
      List: true,
      Add: true,
      Update: true,
      SystemUpdate: true,
      DeleteObject: true,
      Restore: true,
      Rename: true,
      Move: true,
      RoleAssignmentAdd: true,
      RoleAssignmentDelete: true,
      ChangeTokenStart: { StringValue: token }
    });
  return z.array(Change).parse(changes);
}

/** From the newest time seen, itself included: times are whole seconds, and more may have been written in the same one. */
async function rowsSince<S>(sp: SPFI, shape: RowShape<S>, newest: string): Promise<readonly FollowedRow[]> {
  const changed = query(sp, shape).filter(`Modified ge datetime'${newest}'`).top(pageSize);
  return followedRows.parse(await changed.using(together)());
}

function applied<S>(shape: RowShape<S>, held: Held<S>, changes: readonly Change[], rows: readonly FollowedRow[]): Held<S> | 'unknown' {
  if (changes.length >= mostChanges || rows.length >= pageSize) return 'unknown';
  if (changes.some(({ ChangeType: type }) => !Object.values<number>(changeTypes).includes(type))) return 'unknown';
  const { gone, touched } = idsIn(changes);
  const given = new Set(rows.map(({ Id }) => Id));
  if ([...touched].some((id) => !gone.has(id) && !given.has(id))) return 'unknown';
  const left = new Map([...held.rows].filter(([id]) => !gone.has(id)));
  const { rows: all, newest } = merged(shape, left, rows);
  return {
    rows: all,
    newest: newest > held.newest ? newest : held.newest,
    token: changes.at(-1)?.ChangeToken.StringValue ?? held.token,
    readAt: held.readAt
  };
}

function idsIn(changes: readonly Change[]): { readonly gone: ReadonlySet<number>; readonly touched: ReadonlySet<number> } {
  const gone = new Set<number>();
  const touched = new Set<number>();
  for (const { ItemId: id, ChangeType: type } of changes) {
    if (id !== undefined) (type === changeTypes.deleted ? gone : touched).add(id);
  }
  return { gone, touched };
}

/** New rows have higher numbers than all before them, so the order stands. */
function merged<S>(
  shape: RowShape<S>,
  before: ReadonlyMap<number, Row<S>>,
  rows: readonly FollowedRow[]
): Pick<Held<S>, 'rows' | 'newest'> {
  const newest = rows.reduce((latest, { Modified }) => (Modified > latest ? Modified : latest), '1900-01-01T00:00:00Z');
  return { rows: new Map([...before, ...rows.map((row) => [row.Id, rowOf(shape, row)] as const)]), newest };
}

function query<S>(sp: SPFI, shape: RowShape<S>): ReturnType<typeof leanQuery> {
  return leanQuery(sp, { ...shape, more: ['Modified'] });
}

/** SharePoint's numbers of the changes that tell what to do; any other, such as a restored row or a changed right, does not (ChangeType enumeration). */
const changeTypes = { added: 1, updated: 2, deleted: 3 } as const;

/** SharePoint gives this many changes at most; then there may be more. */
const mostChanges = 1000;

const Token = z.object({ StringValue: z.string().min(1) });
const TokenOfList = z.object({ CurrentChangeToken: Token });
const Change = z.object({ ChangeType: z.int(), ItemId: z.int().optional(), ChangeToken: Token });
type Change = Readonly<z.infer<typeof Change>>;
const FollowedRow = leanRow.extend({ Modified: z.iso.datetime() });
type FollowedRow = LeanRow & Readonly<z.infer<typeof FollowedRow>>;
const followedRows = z.array(FollowedRow);
