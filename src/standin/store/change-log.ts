// The change log: written by triggers, in the transaction of the change itself, whichever function made it.
import type { Connection } from './database';
import { all, one } from './database';

/** SharePoint's `ChangeType` (Microsoft's page "ChangeType Enumeration"). */
export const changeType = {
  add: 1,
  update: 2,
  deleteObject: 3,
  rename: 4,
  moveAway: 5,
  moveInto: 6,
  restore: 7,
  roleAdd: 8,
  roleDelete: 9,
  roleUpdate: 10,
  assignmentAdd: 11,
  assignmentDelete: 12,
  memberAdd: 13,
  memberDelete: 14,
  systemUpdate: 15,
  navigation: 16,
  scopeAdd: 17,
  scopeDelete: 18
} as const;

export type ChangedKind = 'Item' | 'List' | 'Web' | 'Field' | 'View' | 'ContentType' | 'User' | 'Group';

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
  database.exec(triggers);
}

/** Lets the items of a new list be written down. An id that was given out before is an item put back. */
export function logItemsOf(
  database: Connection,
  list: { readonly id: number; readonly guid: string; readonly siteId: number; readonly table: string }
): void {
  const { id, guid, siteId, table } = list;
  const { add, update, deleteObject, restore, scopeAdd, scopeDelete } = changeType;
  const added = `CASE WHEN NEW.id < (SELECT next_item_id FROM list WHERE id = ${id}) THEN ${restore} ELSE ${add} END`;
  const changed = `CASE WHEN NEW.scope_id IS OLD.scope_id THEN ${update} WHEN NEW.scope_id IS NULL THEN ${scopeDelete} ELSE ${scopeAdd} END`;
  const item = (row: 'NEW' | 'OLD', type: string | number): string => note(`${siteId}, '${guid}', 'Item', ${type}, ${row}.guid, ${row}.id`);
  const own = `INSERT OR REPLACE INTO item_scope (scope_id, site_id, list_guid, item_guid, item_id)
    SELECT NEW.scope_id, ${siteId}, '${guid}', NEW.guid, NEW.id WHERE NEW.scope_id IS NOT NULL;`;
  database.exec(`
    CREATE TRIGGER ${table}_added AFTER INSERT ON ${table} BEGIN ${item('NEW', added)} ${own} END;
    CREATE TRIGGER ${table}_changed AFTER UPDATE ON ${table} BEGIN ${item('NEW', changed)} END;
    CREATE TRIGGER ${table}_scoped AFTER UPDATE OF scope_id ON ${table} BEGIN
      DELETE FROM item_scope WHERE scope_id = OLD.scope_id; ${own}
    END;
    CREATE TRIGGER ${table}_removed AFTER DELETE ON ${table} BEGIN
      ${item('OLD', deleteObject)} DELETE FROM item_scope WHERE scope_id = OLD.scope_id;
    END;`);
}

/** `values` are site, list, kind, type, object and item. */
function note(values: string): string {
  return `INSERT INTO change (time, site_id, list_guid, kind, type, object, item_id) VALUES (change_time(), ${values});`;
}

function noteSelected(values: string, from: string): string {
  return `INSERT INTO change (time, site_id, list_guid, kind, type, object, item_id) SELECT change_time(), ${values} FROM ${from};`;
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

const { add, update, deleteObject, assignmentAdd, assignmentDelete, memberAdd, memberDelete, scopeAdd, scopeDelete } = changeType;

/** A row of a table that belongs to a list. */
function inList(table: string, kind: ChangedKind, where = 'TRUE'): string {
  const noted = (row: 'NEW' | 'OLD', type: number): string =>
    noteSelected(
      `site_id, guid, '${kind}', ${type}, ${row}.guid, NULL`,
      `list WHERE id = ${row}.list_id AND ${where.replaceAll('ROW', row)}`
    );
  return `
    CREATE TRIGGER IF NOT EXISTS ${table}_added AFTER INSERT ON ${table} BEGIN ${noted('NEW', add)} END;
    CREATE TRIGGER IF NOT EXISTS ${table}_changed AFTER UPDATE ON ${table} BEGIN ${noted('NEW', update)} END;
    CREATE TRIGGER IF NOT EXISTS ${table}_removed AFTER DELETE ON ${table} BEGIN ${noted('OLD', deleteObject)} END;`;
}

function person(row: 'NEW' | 'OLD', type: number): string {
  return note(`${row}.site_id, NULL, CASE ${row}.kind WHEN 'group' THEN 'Group' ELSE 'User' END, ${type}, ${row}.id, NULL`);
}

function membership(row: 'NEW' | 'OLD', type: number): string {
  return noteSelected(`site_id, NULL, 'Group', ${type}, id, NULL`, `principal WHERE id = ${row}.group_id`);
}

/** On whatever has that set of role assignments; on nothing while the set is being made. */
function assignment(row: 'NEW' | 'OLD', type: number): string {
  return [
    noteSelected(`site_id, list_guid, 'Item', ${type}, item_guid, item_id`, `item_scope WHERE scope_id = ${row}.scope_id`),
    noteSelected(`site_id, guid, 'List', ${type}, guid, NULL`, `list WHERE scope_id = ${row}.scope_id`),
    noteSelected(`id, NULL, 'Web', ${type}, web_guid, NULL`, `site WHERE scope_id = ${row}.scope_id ORDER BY id LIMIT 1`)
  ].join(' ');
}

/** Limited Access is given up the tree by SharePoint itself; that it leaves no trace in the log is a guess. */
const given = (row: 'NEW' | 'OLD'): string => `${row}.role_id <> 1073741825`;

const triggers = `
  CREATE TRIGGER IF NOT EXISTS list_added AFTER INSERT ON list BEGIN ${note(`NEW.site_id, NEW.guid, 'List', ${add}, NEW.guid, NULL`)} END;
  CREATE TRIGGER IF NOT EXISTS list_changed AFTER UPDATE OF version ON list BEGIN
    ${note(`NEW.site_id, NEW.guid, 'List', CASE WHEN NEW.scope_id IS OLD.scope_id THEN ${update} WHEN NEW.scope_id IS NULL THEN ${scopeDelete} ELSE ${scopeAdd} END, NEW.guid, NULL`)}
  END;
  CREATE TRIGGER IF NOT EXISTS list_hidden AFTER INSERT ON deleted_list BEGIN
    ${noteSelected(`site_id, guid, 'List', ${deleteObject}, guid, NULL`, 'list WHERE id = NEW.list_id')}
  END;
  CREATE TRIGGER IF NOT EXISTS list_shown AFTER DELETE ON deleted_list BEGIN
    ${noteSelected(`site_id, guid, 'List', ${changeType.restore}, guid, NULL`, 'list WHERE id = OLD.list_id')}
  END;
  ${inList('field', 'Field', 'ROW.built_in = 0')}
  ${inList('list_view', 'View')}
  CREATE TRIGGER IF NOT EXISTS principal_added AFTER INSERT ON principal BEGIN ${person('NEW', add)} END;
  CREATE TRIGGER IF NOT EXISTS principal_changed AFTER UPDATE ON principal BEGIN ${person('NEW', update)} END;
  CREATE TRIGGER IF NOT EXISTS principal_removed AFTER DELETE ON principal BEGIN ${person('OLD', deleteObject)} END;
  CREATE TRIGGER IF NOT EXISTS member_added AFTER INSERT ON membership BEGIN ${membership('NEW', memberAdd)} END;
  CREATE TRIGGER IF NOT EXISTS member_removed AFTER DELETE ON membership BEGIN ${membership('OLD', memberDelete)} END;
  CREATE TRIGGER IF NOT EXISTS site_added AFTER INSERT ON site BEGIN ${note(`NEW.id, NULL, 'Web', ${add}, NEW.web_guid, NULL`)} END;
  CREATE TRIGGER IF NOT EXISTS site_changed AFTER UPDATE OF title ON site BEGIN ${note(`NEW.id, NULL, 'Web', ${update}, NEW.web_guid, NULL`)} END;
  CREATE TRIGGER IF NOT EXISTS assignment_added AFTER INSERT ON role_assignment WHEN ${given('NEW')} BEGIN ${assignment('NEW', assignmentAdd)} END;
  CREATE TRIGGER IF NOT EXISTS assignment_removed AFTER DELETE ON role_assignment WHEN ${given('OLD')} BEGIN ${assignment('OLD', assignmentDelete)} END;`;
