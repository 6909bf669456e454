// The bytes of files: every version points at its own, and what is uploaded in pieces waits here until it is whole.
import type { Connection } from './database';
import { all, one, run } from './database';

/** Gives the id to store in `content_id`. */
export function putContent(database: Connection, bytes: Buffer): number {
  return Number(run(database, 'INSERT INTO content (bytes) VALUES (?)', [bytes]).lastInsertRowid);
}

export function readContent(database: Connection, id: number): Buffer {
  const found = one<{ readonly bytes: Buffer }>(database, 'SELECT bytes FROM content WHERE id = ?', [id]);
  if (found === undefined) throw new Error(`The content ${id} is gone.`);
  return found.bytes;
}

export interface Upload {
  /** Chosen by the client, lower case. */
  readonly guid: string;
  /** The file's. */
  readonly fileGuid: string;
  /** Who began it. */
  readonly userId: number;
}

/** An upload of the same name begins anew. */
export function beginUpload(database: Connection, { guid, fileGuid, userId }: Upload): void {
  dropUpload(database, guid);
  run(database, 'INSERT INTO upload (guid, file_guid, user_id) VALUES (?, ?, ?)', [guid, fileGuid, userId]);
}

export function uploadOf(database: Connection, guid: string): Upload | undefined {
  return one<Upload>(database, 'SELECT guid, file_guid AS fileGuid, user_id AS userId FROM upload WHERE guid = ?', [guid]);
}

/** In bytes. */
export function uploadedSize(database: Connection, guid: string): number {
  const found = one<{ readonly size: number }>(
    database,
    'SELECT coalesce(sum(length(bytes)), 0) AS size FROM upload_piece WHERE upload_guid = ?',
    [guid]
  );
  return found?.size ?? 0;
}

export function addPiece(database: Connection, guid: string, bytes: Buffer): void {
  run(database, 'INSERT INTO upload_piece (upload_guid, bytes) VALUES (?, ?)', [guid, bytes]);
}

export function uploadedBytes(database: Connection, guid: string): Buffer {
  const pieces = all<{ readonly bytes: Buffer }>(database, 'SELECT bytes FROM upload_piece WHERE upload_guid = ? ORDER BY number', [guid]);
  return Buffer.concat(pieces.map(({ bytes }) => bytes));
}

export function dropUpload(database: Connection, guid: string): void {
  run(database, 'DELETE FROM upload_piece WHERE upload_guid = ?', [guid]);
  run(database, 'DELETE FROM upload WHERE guid = ?', [guid]);
}
