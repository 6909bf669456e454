// What writes the change log: triggers, in the transaction of the change itself, whichever function made it.
import type { Connection } from './database';

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

const { add, update, deleteObject, restore, assignmentAdd, assignmentDelete, memberAdd, memberDelete, scopeAdd, scopeDelete } = changeType;
const { roleAdd, roleUpdate, roleDelete } = changeType;

/** What the changed row is called in a trigger. */
type Row = 'NEW' | 'OLD';

/** Lets the items of a new list be written down. An id that was given out before is an item put back. */
export function logItemsOf(
  database: Connection,
  list: { readonly id: number; readonly guid: string; readonly siteId: number; readonly table: string }
): void {
  const { id, guid, siteId, table } = list;
  const added = `CASE WHEN NEW.id < (SELECT next_item_id FROM list WHERE id = ${id}) THEN ${restore} ELSE ${add} END`;
  const changed = `CASE WHEN NEW.scope_id IS OLD.scope_id THEN ${update} WHEN NEW.scope_id IS NULL THEN ${scopeDelete} ELSE ${scopeAdd} END`;
  const item = (row: Row, type: string | number): string => note(`${siteId}, '${guid}', 'Item', ${type}, ${row}.guid, ${row}.id`);
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

type Noted = (row: Row, type: number) => string;

/** Adding, changing and removing rows of a table. */
function onTable(
  table: string,
  noted: Noted,
  [added, changed, removed]: readonly [number, number, number] = [add, update, deleteObject]
): string {
  return `
    CREATE TRIGGER IF NOT EXISTS ${table}_added AFTER INSERT ON ${table} BEGIN ${noted('NEW', added)} END;
    CREATE TRIGGER IF NOT EXISTS ${table}_changed AFTER UPDATE ON ${table} BEGIN ${noted('NEW', changed)} END;
    CREATE TRIGGER IF NOT EXISTS ${table}_removed AFTER DELETE ON ${table} BEGIN ${noted('OLD', removed)} END;`;
}

const field: Noted = (row, type) =>
  noteSelected(`site_id, guid, 'Field', ${type}, ${row}.guid, NULL`, `list WHERE id = ${row}.list_id AND ${row}.built_in = 0`);

const siteField: Noted = (row, type) => note(`${row}.site_id, NULL, 'Field', ${type}, ${row}.guid, NULL`);

const view: Noted = (row, type) => noteSelected(`site_id, guid, 'View', ${type}, ${row}.guid, NULL`, `list WHERE id = ${row}.list_id`);

const contentType: Noted = (row, type) =>
  note(`${row}.site_id, (SELECT guid FROM list WHERE id = ${row}.list_id), 'ContentType', ${type}, ${row}.id, NULL`);

const principal: Noted = (row, type) =>
  note(`${row}.site_id, NULL, CASE ${row}.kind WHEN 'group' THEN 'Group' ELSE 'User' END, ${type}, ${row}.id, NULL`);

const membership: Noted = (row, type) => noteSelected(`site_id, NULL, 'Group', ${type}, id, NULL`, `principal WHERE id = ${row}.group_id`);

const permissionLevel: Noted = (row, type) =>
  noteSelected(`id, NULL, 'Web', ${type}, web_guid, NULL`, `site WHERE id = ${row}.collection_id`);

/** On whatever has that set of role assignments; on nothing while the set is being made. */
const assignment: Noted = (row, type) =>
  [
    noteSelected(`site_id, list_guid, 'Item', ${type}, item_guid, item_id`, `item_scope WHERE scope_id = ${row}.scope_id`),
    noteSelected(`site_id, guid, 'List', ${type}, guid, NULL`, `list WHERE scope_id = ${row}.scope_id`),
    noteSelected(`id, NULL, 'Web', ${type}, web_guid, NULL`, `site WHERE scope_id = ${row}.scope_id ORDER BY id LIMIT 1`)
  ].join(' ');

/** Limited Access is given up the tree by SharePoint itself; that it leaves no trace in the log is a guess. */
const limitedAccess = 1073741825;

const list = (row: Row, type: string | number): string => note(`${row}.site_id, ${row}.guid, 'List', ${type}, ${row}.guid, NULL`);

const hiddenList: Noted = (row, type) => noteSelected(`site_id, guid, 'List', ${type}, guid, NULL`, `list WHERE id = ${row}.list_id`);

const web = (type: number): string => note(`NEW.id, NULL, 'Web', ${type}, NEW.web_guid, NULL`);

const subsite = (type: string): string => noteSelected(`id, NULL, 'Web', ${type}, web_guid, NULL`, 'site WHERE id = NEW.site_id');

/** Every table but those of items, which come with their lists. */
export const changeTriggers = `
  CREATE TRIGGER IF NOT EXISTS list_added AFTER INSERT ON list BEGIN ${list('NEW', add)} END;
  CREATE TRIGGER IF NOT EXISTS list_changed AFTER UPDATE OF version ON list BEGIN
    ${list('NEW', `CASE WHEN NEW.scope_id IS OLD.scope_id THEN ${update} WHEN NEW.scope_id IS NULL THEN ${scopeDelete} ELSE ${scopeAdd} END`)}
  END;
  CREATE TRIGGER IF NOT EXISTS list_gone AFTER DELETE ON list BEGIN DELETE FROM item_scope WHERE list_guid = OLD.guid; END;
  CREATE TRIGGER IF NOT EXISTS list_hidden AFTER INSERT ON deleted_list BEGIN ${hiddenList('NEW', deleteObject)} END;
  CREATE TRIGGER IF NOT EXISTS list_shown AFTER DELETE ON deleted_list BEGIN ${hiddenList('OLD', restore)} END;
  ${onTable('field', field)}
  ${onTable('site_field', siteField)}
  ${onTable('list_view', view)}
  ${onTable('content_type', contentType)}
  ${onTable('principal', principal)}
  ${onTable('permission_level', permissionLevel, [roleAdd, roleUpdate, roleDelete])}
  CREATE TRIGGER IF NOT EXISTS member_added AFTER INSERT ON membership BEGIN ${membership('NEW', memberAdd)} END;
  CREATE TRIGGER IF NOT EXISTS member_removed AFTER DELETE ON membership BEGIN ${membership('OLD', memberDelete)} END;
  CREATE TRIGGER IF NOT EXISTS site_added AFTER INSERT ON site BEGIN ${web(add)} END;
  CREATE TRIGGER IF NOT EXISTS site_changed AFTER UPDATE OF title ON site BEGIN ${web(update)} END;
  CREATE TRIGGER IF NOT EXISTS subsite_deleted AFTER UPDATE OF deleted ON subsite BEGIN
    ${subsite(`CASE WHEN NEW.deleted IS NULL THEN ${restore} ELSE ${deleteObject} END`)}
  END;
  CREATE TRIGGER IF NOT EXISTS subsite_scoped AFTER UPDATE OF inherits ON subsite WHEN NEW.inherits <> OLD.inherits BEGIN
    ${subsite(`CASE NEW.inherits WHEN 1 THEN ${scopeDelete} ELSE ${scopeAdd} END`)}
  END;
  CREATE TRIGGER IF NOT EXISTS assignment_added AFTER INSERT ON role_assignment WHEN NEW.role_id <> ${limitedAccess} BEGIN
    ${assignment('NEW', assignmentAdd)}
  END;
  CREATE TRIGGER IF NOT EXISTS assignment_removed AFTER DELETE ON role_assignment WHEN OLD.role_id <> ${limitedAccess} BEGIN
    ${assignment('OLD', assignmentDelete)}
  END;`;
