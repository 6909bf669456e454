// A file that is checked out: its row is changed in place, and becomes a version when it is checked in.
import type { Connection, Parameter } from './database';
import { all, run } from './database';
import type { ItemRow } from './items';
import { overwriteItem, updateItem, versionsOf } from './items';
import type { List } from './lists';
import { itemTable } from './lists';

export function checkOut(database: Connection, list: List, row: ItemRow, userId: number): void {
  run(database, `UPDATE ${itemTable(list)} SET checkout_user = ?, etag = etag + 1 WHERE id = ?`, [userId, row.id]);
}

interface CheckIn {
  readonly comment: string;
  /** The checked-in version takes the place of the one before. */
  readonly overwrite: boolean;
  readonly by: number;
  readonly now: string;
}

export function checkIn(database: Connection, list: List, row: ItemRow, { comment, overwrite, by, now }: CheckIn): ItemRow {
  const cells = new Map<string, Parameter>([
    ['checkout_user', null],
    ['check_in_comment', comment]
  ]);
  const free: ItemRow = { ...row, checkout_user: null };
  return overwrite ? overwriteItem(database, list, free, { cells, now }) : updateItem(database, list, free, { cells, by, now });
}

/** Puts back what the file was when it was checked out. */
export function undoCheckOut(database: Connection, list: List, row: ItemRow): void {
  const before = versionsOf(database, list, row.id)[0]?.row;
  const columns = all<{ readonly name: string }>(database, `SELECT name FROM pragma_table_info('${itemTable(list)}')`).map(
    ({ name }) => name
  );
  const kept = before === undefined ? [] : columns.filter((name) => name !== 'id' && before[name] !== undefined);
  const values = new Map<string, Parameter>(kept.map((name) => [`"${name}"`, before?.[name] ?? null]));
  const cells = new Map<string, Parameter>([...values, ['"checkout_user"', null], ['"etag"', row.etag + 1], ['"scope_id"', row.scope_id]]);
  const assignments = [...cells.keys()].map((column) => `${column} = ?`).join(', ');
  run(database, `UPDATE ${itemTable(list)} SET ${assignments} WHERE id = ?`, [...cells.values(), row.id]);
}
