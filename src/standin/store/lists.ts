// Lists of a site: their row, and the table that holds their items.
import { randomUUID } from 'node:crypto';
import { insertDefaultTypes } from './content-types';
import { logItemsOf } from './change-triggers';
import type { Connection, Parameter } from './database';
import { all, run } from './database';
import type { Field } from './fields';
import { builtInFields } from './built-in-fields';
import { columnOf, insertField } from './fields';

export type ListSettings = Readonly<Record<string, string | number | boolean | null>>;

export interface List {
  readonly id: number;
  readonly siteId: number;
  /** Lower case. */
  readonly guid: string;
  readonly title: string;
  /** Last part of the address. */
  readonly folder: string;
  /** Server-relative address of its own folder: `/sites/x/Lists/<folder>`, for a library `/sites/x/<folder>`. */
  readonly root: string;
  readonly baseTemplate: number;
  readonly created: string;
  readonly itemModified: string;
  readonly itemDeleted: string;
  readonly settings: ListSettings;
  /** Null: inherits the site's role assignments. */
  readonly scopeId: number | null;
  readonly nextItemId: number;
  /** Every item, whoever may see it. */
  readonly itemCount: number;
  /** What the list's ETag says. */
  readonly version: number;
}

interface ListRow extends Omit<List, 'settings' | 'root'> {
  readonly settings: string;
  readonly sitePath: string;
}

const columns = `id, site_id AS siteId, guid, title, folder, base_template AS baseTemplate, created, item_modified AS itemModified,
  item_deleted AS itemDeleted, settings, scope_id AS scopeId, next_item_id AS nextItemId, item_count AS itemCount, version,
  (SELECT path FROM site WHERE site.id = list.site_id) AS sitePath`;

/** A list whose items are files: documents (101), pages (119). */
export function isLibrary({ baseTemplate }: Pick<List, 'baseTemplate'>): boolean {
  return baseTemplate === 101 || baseTemplate === 119;
}

/** Where a row stands among folders and files, and what a file holds: `content_id` names its bytes in the table `content`. */
const documentColumns = `leaf_name TEXT, dir_name TEXT, file_ref TEXT, fs_obj_type INTEGER NOT NULL DEFAULT 0,
     content_id INTEGER, size INTEGER, content_version INTEGER, check_in_comment TEXT, checkout_user INTEGER`;

export function listsOf(database: Connection, siteId: number): List[] {
  return select(database, 'site_id = ?', [siteId]);
}

function listById(database: Connection, siteId: number, id: number): List | undefined {
  return select(database, 'site_id = ? AND id = ?', [siteId, id])[0];
}

export function listByGuid(database: Connection, siteId: number, guid: string): List | undefined {
  return select(database, 'site_id = ? AND guid = ?', [siteId, guid.replace(/[{}]/g, '').toLowerCase()])[0];
}

/** Titles are compared without regard to case. */
export function listByTitle(database: Connection, siteId: number, title: string): List | undefined {
  return select(database, 'site_id = ? AND fold(title) = fold(?)', [siteId, title])[0];
}

export function listByFolder(database: Connection, siteId: number, folder: string): List | undefined {
  return select(database, 'site_id = ? AND folder = ?', [siteId, folder])[0];
}

export interface NewList {
  readonly siteId: number;
  readonly title: string;
  readonly folder: string;
  readonly baseTemplate: number;
  readonly settings: ListSettings;
  readonly now: string;
}

/** Makes the list with its built-in columns and an empty item table. */
export function insertList(database: Connection, list: NewList): List {
  const { lastInsertRowid } = run(
    database,
    `INSERT INTO list (site_id, guid, title, folder, base_template, created, item_modified, item_deleted, settings, next_item_id, item_count, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 1)`,
    [list.siteId, randomUUID(), list.title, list.folder, list.baseTemplate, list.now, list.now, list.now, JSON.stringify(list.settings)]
  );
  const id = Number(lastInsertRowid);
  database.exec(
    `CREATE TABLE ${itemTable({ id })} (id INTEGER PRIMARY KEY, guid TEXT NOT NULL, etag INTEGER NOT NULL, major INTEGER NOT NULL,
     scope_id INTEGER, content_type TEXT, ${documentColumns}, attachments INTEGER NOT NULL DEFAULT 0, author INTEGER NOT NULL, editor INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, "f_Title" TEXT)`
  );
  database.exec(folderScopeIndex({ id }));
  if (isLibrary(list)) database.exec(placeIndexes({ id }));
  builtInFields(id, isLibrary(list)).forEach((field) => insertField(database, field));
  insertDefaultTypes(database, { id, siteId: list.siteId }, isLibrary(list));
  const inserted = listById(database, list.siteId, id);
  if (inserted === undefined) throw new Error(`List ${list.title} was not stored.`);
  logItemsOf(database, { ...inserted, table: itemTable(inserted) });
  return inserted;
}

/** Files and folders are found by their address, and listed by the folder they lie in. */
function placeIndexes({ id }: Pick<List, 'id'>): string {
  const table = itemTable({ id });
  return `CREATE INDEX "${table}_ref" ON ${table} (fold(file_ref)); CREATE INDEX "${table}_dir" ON ${table} (fold(dir_name))`;
}

/** Lists have folders too, and those with permissions of their own are looked for with every row that is read with its role assignments. */
function folderScopeIndex({ id }: Pick<List, 'id'>): string {
  const table = itemTable({ id });
  return `CREATE INDEX "${table}_folder_scope" ON ${table} (file_ref) WHERE fs_obj_type = 1 AND scope_id IS NOT NULL`;
}

/** Writes title, settings and scope, and moves the ETag on. */
export function updateList(database: Connection, list: List): void {
  run(database, 'UPDATE list SET title = ?, settings = ?, scope_id = ?, version = version + 1 WHERE id = ?', [
    list.title,
    JSON.stringify(list.settings),
    list.scopeId,
    list.id
  ]);
}

export function touchList(database: Connection, list: Pick<List, 'id'>): void {
  run(database, 'UPDATE list SET version = version + 1 WHERE id = ?', [list.id]);
}

export function itemTable({ id }: Pick<List, 'id'>): string {
  return `item_${id}`;
}

/** Adds the column to the field table and to the item table. */
export function addField(database: Connection, field: Field): void {
  insertField(database, field);
  database.exec(`ALTER TABLE ${itemTable({ id: field.listId })} ADD COLUMN ${columnOf(field) ?? ''} ${sqlTypeOf(field)}`);
  syncIndex(database, field);
  touchList(database, { id: field.listId });
}

/** Removes the column with its values. */
export function dropField(database: Connection, field: Field): void {
  dropIndex(database, field);
  database.exec(`ALTER TABLE ${itemTable({ id: field.listId })} DROP COLUMN ${columnOf(field) ?? ''}`);
  run(database, 'DELETE FROM field WHERE list_id = ? AND name = ?', [field.listId, field.name]);
  touchList(database, { id: field.listId });
}

export function dropIndex(database: Connection, field: Field): void {
  database.exec(`DROP INDEX IF EXISTS ${indexName(field)}`);
}

/** Makes the SQL index of an indexed column, or removes it. */
export function syncIndex(database: Connection, field: Field): void {
  const column = columnOf(field);
  if (column === undefined) return;
  if (!field.settings.indexed) dropIndex(database, field);
  else {
    const table = itemTable({ id: field.listId });
    database.exec(`CREATE INDEX IF NOT EXISTS ${indexName(field)} ON ${table} (${comparableColumn(field)}, id)`);
  }
}

/** The expression a column is compared and sorted by: text without regard to case. */
export function comparableColumn(field: Field): string {
  const column = columnOf(field) ?? 'NULL';
  return textual.includes(field.type) ? `fold(${column})` : column;
}

const textual: readonly string[] = ['Text', 'Note', 'Choice', 'File', 'SystemText'];

function sqlTypeOf({ type, settings }: Field): 'TEXT' | 'REAL' | 'INTEGER' {
  if (settings.multiple) return 'TEXT';
  if (type === 'Number' || type === 'Currency') return 'REAL';
  return type === 'Integer' || type === 'Boolean' || type === 'Lookup' || type === 'User' ? 'INTEGER' : 'TEXT';
}

function indexName({ listId, name }: Field): string {
  return `"item_${listId}_${name}"`;
}

function select(database: Connection, where: string, parameters: readonly Parameter[]): List[] {
  return all<ListRow>(
    database,
    `SELECT ${columns} FROM list WHERE id NOT IN (SELECT list_id FROM deleted_list) AND ${where} ORDER BY id`,
    parameters
  ).map(({ sitePath, ...row }) => ({
    ...row,
    root: `${sitePath === '/' ? '' : sitePath}/${isLibrary(row) ? '' : 'Lists/'}${row.folder}`,
    settings: JSON.parse(row.settings) as ListSettings
  }));
}
