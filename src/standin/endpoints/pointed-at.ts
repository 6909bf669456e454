// What the people and lookup columns of an item show of whom or what they point at, and what they refuse to show.
import { randomUUID } from 'node:crypto';
import type { Entity } from '../http/answer';
import { invalidFieldQuery } from '../http/errors';
import { visibleItems } from '../permissions/rights';
import { odataName } from '../odata/item-columns';
import { one } from '../store/database';
import type { Field } from '../store/fields';
import { fieldsOf } from '../store/fields';
import type { ItemRow } from '../store/items';
import { itemTable, listByGuid } from '../store/lists';
import type { Principal } from '../store/principals';
import { principalById } from '../store/principals';
import { fieldValues } from './item-properties';
import type { ListContext } from './item-values';
import { itemType, valueOf } from './item-values';
import { itemPath } from './list-path';
import type { Visit } from './visit';

/** Undefined when the column is empty, or when the viewer may not see what it points at. */
export function pointedAt(row: ItemRow, field: Field, { visit }: ListContext): Entity | Entity[] | undefined {
  const value = valueOf(row, field);
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'number');
  const entities = ids
    .map((id) => (field.type === 'User' ? personEntity(id, visit) : lookedUp(id, field, visit)))
    .filter((entity) => entity !== null);
  return field.settings.multiple && entities.length > 0 ? entities : entities[0];
}

/** What has the names that the column can show; `row` is shown of the list behind a lookup. Undefined when that list is gone. */
export function exampleBehind(field: Field, row: ItemRow, { visit }: Pick<ListContext, 'visit'>): Entity | undefined {
  if (field.type === 'User') return userInfo(visit.viewer.principal, visit);
  const list = listByGuid(visit.database, visit.site.id, field.settings.lookupList);
  return list && shownThrough(field, row, { list, visit });
}

/** The people that a call has shown already. */
const peopleShown = new WeakMap<Visit, Map<number, Entity | null>>();

/** A person as a column shows them: a row of the user information list. */
function personEntity(id: number, visit: Visit): Entity | null {
  const shown = peopleShown.get(visit) ?? new Map<number, Entity | null>();
  peopleShown.set(visit, shown);
  const known = shown.get(id);
  if (known !== undefined) return known;
  const principal = principalById(visit.database, visit.site.id, id);
  const made = principal === undefined ? null : userInfo(principal, visit);
  shown.set(id, made);
  return made;
}

function userInfo(principal: Principal, { directory }: Visit): Entity {
  const user = principal.objectId === null ? undefined : directory.userById(principal.objectId);
  return {
    type: 'SP.Data.UserInfoItem',
    path: `Web/GetUserById(${principal.id})`,
    id: randomUUID(),
    pointedAt: true,
    properties: {
      Id: principal.id,
      ID: principal.id,
      Title: principal.title,
      EMail: principal.email,
      Name: principal.loginName,
      UserName: user?.userPrincipalName ?? null,
      Department: user?.department ?? null,
      JobTitle: user?.jobTitle ?? null,
      MobilePhone: user?.mobilePhone ?? null
    }
  };
}

/** The item a lookup points at; null when the viewer may not see it. Its `odata.id` is another each time, as SharePoint Online's [recorded]. */
function lookedUp(id: number, field: Field, visit: Visit): Entity | null {
  const list = listByGuid(visit.database, visit.site.id, field.settings.lookupList);
  if (list === undefined) return null;
  const visible = visibleItems(visit, list, 'i');
  const row = one<ItemRow>(visit.database, `SELECT i.* FROM ${itemTable(list)} i WHERE i.id = ? AND ${visible.sql}`, [
    id,
    ...visible.parameters
  ]);
  return row === undefined ? null : shownThrough(field, row, { list, visit });
}

function shownThrough(field: Field, row: ItemRow, { list, visit }: Pick<ListContext, 'list' | 'visit'>): Entity {
  const fields = fieldsOf(visit.database, list.id);
  return {
    type: itemType(list),
    path: itemPath(list, row.id),
    id: randomUUID(),
    pointedAt: true,
    properties: { Id: row.id, ...fieldValues(row, fields.filter(isShownThroughLookup)) },
    onRequest: notShown(field, fields)
  };
}

/** Asking for one of the other columns is refused. */
function notShown(lookup: Field, fields: readonly Field[]): NonNullable<Entity['onRequest']> {
  const names = fields.filter((field) => !isShownThroughLookup(field)).flatMap((field) => [field.name, odataName(field)]);
  const refuse = (name: string) => (): never => {
    throw invalidFieldQuery(`The query to field '${lookup.name}/${name}' is not valid.`);
  };
  return Object.fromEntries(names.map((name) => [name, refuse(name)]));
}

/** That hyperlinks and several choices are not is a guess: SharePoint's own setting of columns to show offers none of these. */
function isShownThroughLookup({ type }: Field): boolean {
  return !['Note', 'URL', 'MultiChoice', 'Lookup', 'User'].includes(type);
}
