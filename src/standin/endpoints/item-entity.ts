// An item as the API shows it: its properties, what $expand reaches, and the people and items it points at.
import { randomUUID } from 'node:crypto';
import type { Entity } from '../http/answer';
import { invalidFieldQuery } from '../http/errors';
import { visibleItems } from '../permissions/rights';
import { isPointer, odataName } from '../odata/item-columns';
import { one } from '../store/database';
import type { Field } from '../store/fields';
import { fieldsOf } from '../store/fields';
import type { ItemRow } from '../store/items';
import { itemTable, listByGuid } from '../store/lists';
import type { Principal } from '../store/principals';
import { principalById } from '../store/principals';
import { attachmentEntities } from './attachments';
import { fieldStringValues } from './field-string-values';
import { fileEntity } from './file-entity';
import { folderRow } from './folder-content';
import { folderEntity } from './folder-entity';
import { itemEtag, shownEtag } from './item-etag';
import { contentTypeOfItem } from './item-content-type';
import { fieldValues, propertiesOf, valueNamed, valuesOnRequest } from './item-properties';
import type { ListContext } from './item-values';
import { itemType, valueOf } from './item-values';
import { versionEntities } from './item-versions';
import { listEntity } from './list-entity';
import { itemPath } from './list-path';
import { securableRelated } from './role-assignments';
import { securableItem, uniqueAncestorOfItem } from './securable-item';
import type { Visit } from './visit';

/** What takes time to make is made when it is asked for: a page has up to 5,000 of these. */
export function itemEntity(row: ItemRow, context: ListContext): Entity {
  const { list, fields } = context;
  let properties: Entity['properties'] | undefined;
  let related: Entity['related'];
  return {
    get type() {
      return itemType(list);
    },
    get path() {
      return itemPath(list, row.id);
    },
    id: row.guid,
    get etag() {
      return itemEtag(row);
    },
    get shownEtag() {
      return shownEtag(row);
    },
    get properties() {
      return (properties ??= propertiesOf(row, fields));
    },
    property(name) {
      return valueNamed(name, row, context);
    },
    get onRequest() {
      return valuesOnRequest(row, context);
    },
    get related() {
      return (related ??= relatedTo(row, context));
    }
  };
}

/** What `$expand` reaches. */
function relatedTo(row: ItemRow, context: ListContext): Exclude<Entity['related'], undefined> {
  const { list, visit, fields } = context;
  return {
    AttachmentFiles: () => attachmentEntities(context, row),
    ContentType: () => contentTypeOfItem(row, context),
    FieldValuesAsHtml: () => fieldStringValues('FieldValuesAsHtml', row, context),
    FieldValuesAsText: () => fieldStringValues('FieldValuesAsText', row, context),
    FieldValuesForEdit: () => fieldStringValues('FieldValuesForEdit', row, context),
    File: () => (row.content_id === null ? null : fileEntity(row, context, itemEntity)),
    Folder: () => (row.fs_obj_type === 1 ? folderEntity(folderRow(row, context), visit, itemEntity) : null),
    ParentList: () => listEntity(list, visit),
    Versions: () => versionEntities(context, row),
    ...securableRelated(() => securableItem(context, row)),
    FirstUniqueAncestorSecurableObject: () => uniqueAncestorOfItem(context, row, itemEntity),
    ...Object.fromEntries(fields.filter(isPointer).map((field) => [odataName(field).slice(0, -2), () => pointedAt(row, field, context)]))
  };
}

/** Undefined when the column is empty, or when the viewer may not see what it points at. */
function pointedAt(row: ItemRow, field: Field, { visit }: ListContext): Entity | Entity[] | undefined {
  const value = valueOf(row, field);
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'number');
  const entities = ids
    .map((id) => (field.type === 'User' ? personEntity(id, visit) : lookedUp(id, field, visit)))
    .filter((entity) => entity !== null);
  return field.settings.multiple && entities.length > 0 ? entities : entities[0];
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
  if (row === undefined) return null;
  const fields = fieldsOf(visit.database, list.id);
  return {
    type: itemType(list),
    path: itemPath(list, id),
    id: randomUUID(),
    pointedAt: true,
    properties: { Id: id, ...fieldValues(row, fields.filter(isShownThroughLookup)) },
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
