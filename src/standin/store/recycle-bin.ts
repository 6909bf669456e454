// The recycle bin of a web: what was deleted but can be put back, first and second stage.
import { randomUUID } from 'node:crypto';
import type { Connection, Parameter } from './database';
import { all, run } from './database';

/** What a thing was before it was recycled; the number is SharePoint's `RecycleBinItemType`. */
export const recycledKinds = { file: 1, item: 3, list: 4, folder: 5, attachment: 7 } as const;

export type RecycledKind = keyof typeof recycledKinds;

export interface Recycled {
  readonly guid: string;
  /** The web it lay in. */
  readonly siteId: number;
  /** 1: where the person who deleted it finds it; 2: only for site administrators. */
  readonly stage: 1 | 2;
  readonly kind: RecycledKind;
  readonly listId: number;
  /** Null for a list. */
  readonly itemId: number | null;
  readonly title: string;
  readonly leafName: string;
  /** Address of what it lay in, without a slash in front: `sites/x/Lists/y`. */
  readonly dirName: string;
  /** In bytes. */
  readonly size: number;
  /** Id of the person who made it. */
  readonly author: number;
  /** ISO 8601, UTC. */
  readonly deleted: string;
  readonly deletedBy: number;
  /** What its kind needs to be put back, JSON. */
  readonly payload: string;
}

const columns = `guid, site_id AS siteId, stage, kind, list_id AS listId, item_id AS itemId, title, leaf_name AS leafName, dir_name AS dirName,
  size, author, deleted, deleted_by AS deletedBy, payload`;

/** Keeps what was taken out of its place, and gives the bin's id of it. */
export function recycle(database: Connection, thing: Omit<Recycled, 'guid' | 'stage'>): string {
  const guid = randomUUID();
  run(
    database,
    `INSERT INTO recycled (guid, site_id, stage, kind, list_id, item_id, title, leaf_name, dir_name, size, author, deleted, deleted_by, payload)
     VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      guid,
      thing.siteId,
      thing.kind,
      thing.listId,
      thing.itemId,
      thing.title,
      thing.leafName,
      thing.dirName,
      thing.size,
      thing.author,
      thing.deleted,
      thing.deletedBy,
      thing.payload
    ]
  );
  return guid;
}

/** The whole bin of the webs, latest deleted first. */
export function recycledIn(database: Connection, siteIds: readonly number[]): Recycled[] {
  return select(database, 'site_id IN (SELECT value FROM json_each(?))', [JSON.stringify(siteIds)]);
}

export function moveToSecondStage(database: Connection, guid: string): void {
  run(database, 'UPDATE recycled SET stage = 2 WHERE guid = ?', [guid]);
}

/** Takes the entry out of the bin; what becomes of the thing is its kind's to know. */
export function forgetRecycled(database: Connection, guid: string): void {
  run(database, 'DELETE FROM recycled WHERE guid = ?', [guid]);
}

function select(database: Connection, where: string, parameters: readonly Parameter[]): Recycled[] {
  return all<Recycled>(database, `SELECT ${columns} FROM recycled WHERE ${where} ORDER BY deleted DESC, number DESC`, parameters);
}
