// Rows of a list: one SQLite table per list, so that a column can carry a real index; versions and recycled rows beside it.
import { randomUUID } from 'node:crypto';
import { defaultTypeId } from './content-types';
import type { Connection, Parameter } from './database';
import { all, one, run } from './database';
import type { List } from './lists';
import { itemTable } from './lists';
import { dropScope } from './sites';

/** A row as stored: `id guid etag major scope_id attachments author editor created modified` and one `f_<name>` per column. */
export type ItemRow = Readonly<Record<string, string | number | null>> & {
  readonly id: number;
  readonly guid: string;
  readonly etag: number;
  readonly major: number;
  readonly scope_id: number | null;
  /** 1 when it has attachments. */
  readonly attachments: number;
  readonly author: number;
  readonly editor: number;
  readonly created: string;
  readonly modified: string;
  readonly content_type: string | null;
  /** Name of the file or folder, `7_.000` for an item. */
  readonly leaf_name: string | null;
  readonly dir_name: string | null;
  readonly file_ref: string | null;
  /** 1: a folder. */
  readonly fs_obj_type: number;
  /** Null for what is no file. */
  readonly content_id: number | null;
  /** In bytes. */
  readonly size: number | null;
  /** Counts changes of the content alone. */
  readonly content_version: number | null;
  readonly check_in_comment: string | null;
  /** Who has the file checked out. */
  readonly checkout_user: number | null;
};

/** Values by SQL column, already quoted; who and when (`author editor created modified`) may be among them, and win. */
export type Cells = ReadonlyMap<string, Parameter>;

interface Change {
  readonly cells: Cells;
  readonly by: number;
  readonly now: string;
}

export function itemById(database: Connection, list: List, id: number): ItemRow | undefined {
  return one<ItemRow>(database, `SELECT * FROM ${itemTable(list)} WHERE id = ?`, [id]);
}

export function insertItem(database: Connection, list: List, { cells, by, now }: Change): ItemRow {
  const next = one<{ readonly id: number }>(database, 'SELECT next_item_id AS id FROM list WHERE id = ?', [list.id]);
  const id = next?.id ?? 1;
  const fixed: [string, Parameter][] = [
    ['id', id],
    ['guid', randomUUID()],
    ['etag', 1],
    ['major', 1]
  ];
  const type = defaultTypeId(database, list, cells.get('fs_obj_type') === 1);
  const values = new Map<string, Parameter>([['content_type', type], ...placeInList(list, id), ...madeBy(by, now), ...cells, ...fixed]);
  const marks = [...values.keys()].map(() => '?').join(', ');
  run(database, `INSERT INTO ${itemTable(list)} (${[...values.keys()].join(', ')}) VALUES (${marks})`, [...values.values()]);
  run(database, 'UPDATE list SET next_item_id = ?, item_count = item_count + 1, item_modified = ? WHERE id = ?', [id + 1, now, list.id]);
  return snapshot(database, list, id, now);
}

function madeBy(by: number, now: string): [string, Parameter][] {
  return [
    ['author', by],
    ['editor', by],
    ['created', now],
    ['modified', now]
  ];
}

/** Where SharePoint says a row lies that is no file: `<list>/7_.000`. */
function placeInList({ root }: List, id: number): [string, Parameter][] {
  const name = `${id}_.000`;
  return [
    ['leaf_name', name],
    ['dir_name', root],
    ['file_ref', `${root}/${name}`]
  ];
}

/** Writes the cells, moves ETag and (with versioning on) the version number on, and keeps the version; a checked-out file's when it is checked in. */
export function updateItem(database: Connection, list: List, row: ItemRow, { cells, by, now }: Change): ItemRow {
  const step = list.settings['EnableVersioning'] === true ? 1 : 0;
  return write(database, list, row, { cells: new Map<string, Parameter>([['editor', by], ['modified', now], ...cells]), step, now });
}

/** A system update: the cells and the ETag alone, no new version and nobody as its editor. */
export function overwriteItem(database: Connection, list: List, row: ItemRow, { cells, now }: Omit<Change, 'by'>): ItemRow {
  return write(database, list, row, { cells, step: 0, now });
}

function write(
  database: Connection,
  list: List,
  row: ItemRow,
  { cells, step, now }: { readonly cells: Cells; readonly step: 0 | 1; readonly now: string }
): ItemRow {
  const draft = row.checkout_user !== null;
  const values = new Map<string, Parameter>([...cells, ['etag', row.etag + 1], ['major', row.major + (draft ? 0 : step)]]);
  const assignments = [...values.keys()].map((column) => `${column} = ?`).join(', ');
  run(database, `UPDATE ${itemTable(list)} SET ${assignments} WHERE id = ?`, [...values.values(), row.id]);
  run(database, 'UPDATE list SET item_modified = ? WHERE id = ?', [now, list.id]);
  return draft ? storedRow(database, list, row.id) : snapshot(database, list, row.id, now);
}

/** Sets who may see the item (null: inherits) and moves the ETag on, which SharePoint does too (second-hand: platform.md 5). */
export function setItemScope(database: Connection, list: List, row: ItemRow, scopeId: number | null): void {
  run(database, `UPDATE ${itemTable(list)} SET scope_id = ?, etag = etag + 1 WHERE id = ?`, [scopeId, row.id]);
}

/** Deletes the item for good, with its versions, its attachments and its own role assignments. */
export function deleteItem(database: Connection, list: List, row: ItemRow, now: string): void {
  takeOut(database, list, row, now);
  purgeItem(database, list.id, row);
}

/** Takes the row out of its list; versions, attachments and role assignments stay, for when it is put back. */
export function takeOut(database: Connection, list: List, row: ItemRow, now: string): void {
  run(database, `DELETE FROM ${itemTable(list)} WHERE id = ?`, [row.id]);
  run(database, 'UPDATE list SET item_count = item_count - 1, item_deleted = ?, item_modified = ? WHERE id = ?', [now, now, list.id]);
}

/** Puts the row back where it was; a column that is gone since is left out. */
export function putBack(database: Connection, list: List, row: ItemRow, now: string): void {
  const columns = all<{ readonly name: string }>(database, `SELECT name FROM pragma_table_info('${itemTable(list)}')`);
  const kept = columns.map(({ name }) => name).filter((name) => row[name] !== undefined);
  run(
    database,
    `INSERT INTO ${itemTable(list)} (${kept.map((name) => `"${name}"`).join(', ')}) VALUES (${kept.map(() => '?').join(', ')})`,
    kept.map((name) => row[name] ?? null)
  );
  run(database, 'UPDATE list SET item_count = item_count + 1, item_modified = ? WHERE id = ?', [now, list.id]);
}

/** Removes what `takeOut` left. */
export function purgeItem(
  database: Connection,
  listId: number,
  { id, scope_id, content_id }: Pick<ItemRow, 'id' | 'scope_id' | 'content_id'>
): void {
  if (content_id !== null) purgeContent(database, listId, { id, content_id });
  run(database, 'DELETE FROM item_version WHERE list_id = ? AND item_id = ?', [listId, id]);
  run(database, 'DELETE FROM attachment WHERE list_id = ? AND item_id = ?', [listId, id]);
  if (scope_id !== null) dropScope(database, scope_id);
}

/** The bytes of a file in all its versions, which may share them. */
function purgeContent(database: Connection, listId: number, { id, content_id }: Pick<ItemRow, 'id' | 'content_id'>): void {
  run(
    database,
    `DELETE FROM content WHERE id = ? OR id IN (SELECT json_extract(cells, '$.content_id') FROM item_version WHERE list_id = ? AND item_id = ?)`,
    [content_id, listId, id]
  );
}

export interface ItemVersion {
  readonly major: number;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly editor: number;
  readonly row: ItemRow;
}

/** Newest first. */
export function versionsOf(database: Connection, list: List, itemId: number): ItemVersion[] {
  return all<{ readonly major: number; readonly created: string; readonly editor: number; readonly cells: string }>(
    database,
    'SELECT major, created, editor, cells FROM item_version WHERE list_id = ? AND item_id = ? ORDER BY major DESC',
    [list.id, itemId]
  ).map(({ cells, ...version }) => ({ ...version, row: JSON.parse(cells) as ItemRow }));
}

export function deleteVersion(database: Connection, list: List, version: { readonly itemId: number; readonly major: number }): void {
  run(database, 'DELETE FROM item_version WHERE list_id = ? AND item_id = ? AND major = ?', [list.id, version.itemId, version.major]);
}

function storedRow(database: Connection, list: List, id: number): ItemRow {
  const row = itemById(database, list, id);
  if (row === undefined) throw new Error(`Item ${id} of ${list.title} was not stored.`);
  return row;
}

function snapshot(database: Connection, list: List, id: number, now: string): ItemRow {
  const row = storedRow(database, list, id);
  run(database, 'INSERT OR REPLACE INTO item_version (list_id, item_id, major, created, editor, cells) VALUES (?, ?, ?, ?, ?, ?)', [
    list.id,
    id,
    row.major,
    now,
    row.editor,
    JSON.stringify(row)
  ]);
  const kept = list.settings['MajorVersionLimit'];
  if (typeof kept === 'number' && kept > 0) {
    run(database, 'DELETE FROM item_version WHERE list_id = ? AND item_id = ? AND major <= ?', [list.id, id, row.major - kept]);
  }
  return row;
}
