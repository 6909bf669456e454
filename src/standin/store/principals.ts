// A site collection's user information list: people, groups, applications and "everyone", with ids in one series that are never used
// again. `siteId` may be that of any site in the collection.
import type { Connection, Parameter } from './database';
import { all, run } from './database';

type PrincipalKind = 'user' | 'group' | 'everyone' | 'application';

export interface Principal {
  /** The root site of the collection. */
  readonly siteId: number;
  readonly id: number;
  readonly kind: PrincipalKind;
  readonly loginName: string;
  readonly title: string;
  readonly email: string;
  /** Entra's object id; null for groups and "everyone". */
  readonly objectId: string | null;
  readonly isSiteAdmin: boolean;
  /** A group's settings: description, owner, who may see and edit the members; of a person, whether they have been `removed`. */
  readonly settings: Readonly<Record<string, string | number | boolean | null>>;
}

/** The name under which a group's settings keep the id of its owner. */
export const ownerSetting = 'owner';

interface PrincipalRow extends Omit<Principal, 'isSiteAdmin' | 'settings'> {
  readonly isSiteAdmin: number;
  readonly settings: string;
}

const columns =
  'p.site_id AS siteId, p.id, p.kind, p.login_name AS loginName, p.title, p.email, p.object_id AS objectId, p.is_site_admin AS isSiteAdmin, p.settings';

const collection = '(SELECT id FROM site_collection WHERE site_id = ?)';
const inCollection = `p.site_id = ${collection}`;

export function principals(database: Connection, siteId: number): Principal[] {
  return select(database, inCollection, [siteId]);
}

export function principalById(database: Connection, siteId: number, id: number): Principal | undefined {
  return select(database, `${inCollection} AND p.id = ?`, [siteId, id])[0];
}

export function principalByLoginName(database: Connection, siteId: number, loginName: string): Principal | undefined {
  return select(database, `${inCollection} AND p.login_name = ?`, [siteId, loginName])[0];
}

export function groupMembers(database: Connection, group: Principal): Principal[] {
  return select(database, 'p.id IN (SELECT member_id FROM membership WHERE group_id = ?)', [group.id]);
}

export function groupIdsOf(database: Connection, memberIds: readonly number[]): number[] {
  return all<{ readonly id: number }>(
    database,
    'SELECT DISTINCT group_id AS id FROM membership WHERE member_id IN (SELECT value FROM json_each(?)) ORDER BY 1',
    [JSON.stringify(memberIds)]
  ).map(({ id }) => id);
}

export function addMember(database: Connection, group: Principal, memberId: number): void {
  run(database, 'INSERT OR IGNORE INTO membership (group_id, member_id) VALUES (?, ?)', [group.id, memberId]);
}

export function removeMember(database: Connection, group: Principal, memberId: number): void {
  run(database, 'DELETE FROM membership WHERE group_id = ? AND member_id = ?', [group.id, memberId]);
}

export function insertPrincipal(database: Connection, given: Omit<Principal, 'id'>): Principal {
  const { lastInsertRowid } = run(
    database,
    `INSERT INTO principal (site_id, kind, login_name, title, email, object_id, is_site_admin, settings) VALUES (${collection}, ?, ?, ?, ?, ?, ?, ?)`,
    [given.siteId, given.kind, ...changeable(given)]
  );
  return { ...given, id: Number(lastInsertRowid) };
}

export function updatePrincipal(database: Connection, principal: Principal): void {
  run(database, 'UPDATE principal SET login_name = ?, title = ?, email = ?, object_id = ?, is_site_admin = ?, settings = ? WHERE id = ?', [
    ...changeable(principal),
    principal.id
  ]);
}

/** Removes the principal with its memberships and its role assignments. */
export function deletePrincipal(database: Connection, { id }: Principal): void {
  run(database, 'DELETE FROM principal WHERE id = ?', [id]);
}

/** Takes a person out of every group and every assignment; the row stays, since items name it as their author. */
export function removeUser(database: Connection, user: Principal): void {
  run(database, 'DELETE FROM membership WHERE member_id = ?', [user.id]);
  run(database, 'DELETE FROM role_assignment WHERE principal_id = ?', [user.id]);
  updatePrincipal(database, { ...user, settings: { ...user.settings, removed: true } });
}

/** Somebody who was taken out is there again. */
export function restoreUser(database: Connection, user: Principal): Principal {
  if (user.settings['removed'] !== true) return user;
  const restored = { ...user, settings: { ...user.settings, removed: false } };
  updatePrincipal(database, restored);
  return restored;
}

function changeable({ loginName, title, email, objectId, isSiteAdmin, settings }: Omit<Principal, 'id'>): Parameter[] {
  return [loginName, title, email, objectId, Number(isSiteAdmin), JSON.stringify(settings)];
}

function select(database: Connection, where: string, parameters: readonly Parameter[]): Principal[] {
  return all<PrincipalRow>(database, `SELECT ${columns} FROM principal p WHERE ${where} ORDER BY p.id`, parameters).map((row) => ({
    ...row,
    isSiteAdmin: row.isSiteAdmin === 1,
    settings: JSON.parse(row.settings) as Principal['settings']
  }));
}
