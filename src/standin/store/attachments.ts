// Files attached to list items; one that was recycled stays here, out of sight, until it is put back or removed.
import type { Connection, Parameter } from './database';
import { all, one, run } from './database';
import type { List } from './lists';
import { itemTable } from './lists';

export interface Attachment {
  readonly id: number;
  readonly listId: number;
  readonly itemId: number;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

interface ItemKey {
  readonly list: List;
  readonly itemId: number;
}

const columns = 'id, list_id AS listId, item_id AS itemId, name, length(content) AS size';

/** In order of name. */
export function attachmentsOf(database: Connection, { list, itemId }: ItemKey): Attachment[] {
  return select(database, 'list_id = ? AND item_id = ? AND recycled = 0', [list.id, itemId]);
}

export function contentOf(database: Connection, { id }: Pick<Attachment, 'id'>): Buffer {
  const row = one<{ readonly content: Buffer }>(database, 'SELECT content FROM attachment WHERE id = ?', [id]);
  return row?.content ?? Buffer.alloc(0);
}

export function addAttachment(
  database: Connection,
  { list, itemId }: ItemKey,
  file: { readonly name: string; readonly content: Buffer }
): void {
  run(database, 'INSERT INTO attachment (list_id, item_id, name, content) VALUES (?, ?, ?, ?)', [list.id, itemId, file.name, file.content]);
  flagItem(database, { list, itemId });
}

export function replaceContent(database: Connection, { id }: Pick<Attachment, 'id'>, content: Buffer): void {
  run(database, 'UPDATE attachment SET content = ? WHERE id = ?', [content, id]);
}

export function removeAttachment(database: Connection, list: List, { id, itemId }: Pick<Attachment, 'id' | 'itemId'>): void {
  run(database, 'DELETE FROM attachment WHERE id = ?', [id]);
  flagItem(database, { list, itemId });
}

/** Hides it (`recycled`) or shows it again. */
export function setRecycled(database: Connection, list: List, { id, itemId }: Pick<Attachment, 'id' | 'itemId'>, recycled: boolean): void {
  run(database, 'UPDATE attachment SET recycled = ? WHERE id = ?', [Number(recycled), id]);
  flagItem(database, { list, itemId });
}

export function purgeAttachment(database: Connection, id: number): void {
  run(database, 'DELETE FROM attachment WHERE id = ?', [id]);
}

/** Keeps the item's column `Attachments` true to what is there. */
function flagItem(database: Connection, { list, itemId }: ItemKey): void {
  const has = attachmentsOf(database, { list, itemId }).length > 0;
  run(database, `UPDATE ${itemTable(list)} SET attachments = ? WHERE id = ?`, [Number(has), itemId]);
}

function select(database: Connection, where: string, parameters: readonly Parameter[]): Attachment[] {
  return all<Attachment>(database, `SELECT ${columns} FROM attachment WHERE ${where} ORDER BY fold(name)`, parameters);
}
