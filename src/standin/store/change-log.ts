// The change log: its table, and reading it. It is written by triggers (`change-triggers.ts`).
import type { ChangedKind } from './change-triggers';
import { changeTriggers } from './change-triggers';
import type { Connection } from './database';
import { all, one } from './database';

export interface Change {
  /** Rising, over all sites; never used again. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly kind: ChangedKind;
  readonly type: number;
  /** The site's row. */
  readonly siteId: number;
  readonly siteGuid: string;
  readonly webGuid: string;
  readonly listGuid: string | null;
  /** The changed object's guid or number. */
  readonly object: string;
  readonly itemId: number | null;
}

export interface ChangesWanted {
  /** One list, or every site with one of these rows. */
  readonly within: { readonly listGuid: string } | { readonly siteIds: readonly number[] };
  readonly kinds: readonly ChangedKind[];
  readonly types: readonly number[];
  /** Exclusive. */
  readonly afterNumber: number;
  /** Inclusive. */
  readonly untilNumber: number;
  /** Inclusive, in milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly latestFirst: boolean;
  readonly limit: number;
}

export function readChanges(database: Connection, wanted: ChangesWanted): Change[] {
  const { within } = wanted;
  const scope = 'listGuid' in within ? 'c.list_guid = ?' : 'c.site_id IN (SELECT value FROM json_each(?))';
  return all<Change>(
    database,
    `SELECT c.number, c.time, c.kind, c.type, c.site_id AS siteId, s.site_guid AS siteGuid, s.web_guid AS webGuid, c.list_guid AS listGuid,
       c.object, c.item_id AS itemId
     FROM change c JOIN site s ON s.id = c.site_id
     WHERE ${scope} AND c.number > ? AND c.number <= ? AND c.time >= ? AND c.time <= ?
       AND c.kind IN (SELECT value FROM json_each(?)) AND c.type IN (SELECT value FROM json_each(?))
     ORDER BY c.number ${wanted.latestFirst ? 'DESC' : 'ASC'} LIMIT ?`,
    [
      'listGuid' in within ? within.listGuid : JSON.stringify(within.siteIds),
      wanted.afterNumber,
      wanted.untilNumber,
      wanted.from,
      wanted.until,
      JSON.stringify(wanted.kinds),
      JSON.stringify(wanted.types),
      wanted.limit
    ]
  );
}

/** The number of the latest change anywhere, 0 when there is none. */
export function latestChangeNumber(database: Connection): number {
  return one<{ readonly number: number | null }>(database, 'SELECT max(number) AS number FROM change')?.number ?? 0;
}

/** Makes the log and lets every table be written down in it. Times are the clock's. */
export function openChangeLog(database: Connection, clock: () => Date): void {
  database.function('change_time', () => clock().getTime());
  database.exec(tables);
  database.exec(changeTriggers);
}

const tables = `
  CREATE TABLE IF NOT EXISTS change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    site_id INTEGER NOT NULL,
    list_guid TEXT,
    kind TEXT NOT NULL,
    type INTEGER NOT NULL,
    object TEXT NOT NULL,
    item_id INTEGER
  );
  CREATE INDEX IF NOT EXISTS change_of_list ON change (list_guid, number, time);
  CREATE TABLE IF NOT EXISTS item_scope (
    scope_id INTEGER PRIMARY KEY,
    site_id INTEGER NOT NULL,
    list_guid TEXT NOT NULL,
    item_guid TEXT NOT NULL,
    item_id INTEGER NOT NULL
  );`;
