// Permission levels of a site collection: SharePoint's own as they have been changed, and those that were added.
import type { Connection } from '../store/database';
import { all, run } from '../store/database';
import type { Site } from '../store/sites';
import type { Role } from './roles';
import { permission, roles } from './roles';

type Collection = Pick<Site, 'collectionId'>;

interface StoredLevel extends Omit<Role, 'id' | 'mask'> {
  /** In decimal digits: JSON has no 64-bit numbers. */
  readonly mask: string;
  readonly deleted: boolean;
}

/** In SharePoint's order. */
export function levelsOf(database: Connection, { collectionId }: Collection): Role[] {
  const stored = all<{ readonly id: number; readonly settings: string }>(
    database,
    'SELECT id, settings FROM permission_level WHERE collection_id = ?',
    [collectionId]
  );
  if (stored.length === 0) return [...roles];
  const changed = new Set(stored.map(({ id }) => id));
  const own = stored.flatMap(({ id, settings }) => levelOf(id, JSON.parse(settings) as StoredLevel));
  return [...roles.filter(({ id }) => !changed.has(id)), ...own].sort((a, b) => a.order - b.order || a.id - b.id);
}

export function maskOfLevels(database: Connection, collection: Collection, ids: readonly number[]): bigint {
  return levelsOf(database, collection)
    .filter(({ id }) => ids.includes(id))
    .reduce((sum, { mask }) => sum | mask, 0n);
}

/** The levels that let somebody see an item. */
export function viewingLevels(database: Connection, collection: Collection): number[] {
  return levelsOf(database, collection)
    .filter(({ mask }) => (mask & permission.viewListItems) !== 0n)
    .map(({ id }) => id);
}

/** Gives it the next id; the first is 1073741924, as in new sites of SharePoint Online. */
export function addLevel(database: Connection, collection: Collection, level: Omit<Role, 'id'>): Role {
  const taken = all<{ readonly id: number }>(database, 'SELECT id FROM permission_level WHERE collection_id = ?', [
    collection.collectionId
  ]);
  const id = Math.max(firstOwnId - 1, ...taken.map((one) => one.id)) + 1;
  store(database, collection, { ...level, id }, false);
  return { ...level, id };
}

export function changeLevel(database: Connection, collection: Collection, level: Role): void {
  store(database, collection, level, false);
}

/** Takes it from everybody who has it. */
export function deleteLevel(database: Connection, collection: Collection, level: Role): void {
  run(database, 'DELETE FROM role_assignment WHERE role_id = ? AND principal_id IN (SELECT id FROM principal WHERE site_id = ?)', [
    level.id,
    collection.collectionId
  ]);
  store(database, collection, level, true);
}

const firstOwnId = 1073741924;

function store(database: Connection, { collectionId }: Collection, { id, ...level }: Role, deleted: boolean): void {
  const settings: StoredLevel = { ...level, mask: String(level.mask), deleted };
  run(database, 'INSERT OR REPLACE INTO permission_level (collection_id, id, settings) VALUES (?, ?, ?)', [
    collectionId,
    id,
    JSON.stringify(settings)
  ]);
}

function levelOf(id: number, { mask, deleted, ...level }: StoredLevel): Role[] {
  return deleted ? [] : [{ ...level, id, mask: BigInt(mask) }];
}
