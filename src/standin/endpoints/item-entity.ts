// An item as the API shows it: default properties, what $select adds, and the people and items it points at.
import { randomUUID } from 'node:crypto';
import type { Entity, Value } from '../http/answer';
import { invalidFieldQuery } from '../http/errors';
import { itemMask, visibleItems } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
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
import type { ListContext } from './item-values';
import { itemType, valueOf, valueReader } from './item-values';
import { versionEntities } from './item-versions';
import { listEntity } from './list-entity';
import { itemPath } from './list-path';
import { encodedPath } from './resource-address';
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
      return (readersOf(fields).get(name) ?? askedByName(context).get(name))?.(row);
    },
    get onRequest() {
      return Object.fromEntries([...askedByName(context)].map(([name, read]) => [name, () => read(row)]));
    },
    get related() {
      return (related ??= relatedTo(row, context));
    }
  };
}

function propertiesOf(row: ItemRow, fields: readonly Field[]): Entity['properties'] {
  const properties: Record<string, Value> = {};
  for (const [name, read] of readersOf(fields)) properties[name] = read(row);
  return properties;
}

type Readers = ReadonlyMap<string, (row: ItemRow) => Value>;

/** By property name in the order of the answer; made once for the columns of a call. */
const readers = new WeakMap<readonly Field[], Readers>();

function readersOf(fields: readonly Field[]): Readers {
  const known = readers.get(fields);
  if (known !== undefined) return known;
  const made: Readers = new Map([
    ['FileSystemObjectType', ({ fs_obj_type }: ItemRow): Value => fs_obj_type],
    ['Id', ({ id }): Value => id],
    ['ServerRedirectedEmbedUri', (): Value => null],
    ['ServerRedirectedEmbedUrl', (): Value => ''],
    ...fieldReaders(fields.filter(isFirst)),
    ['ComplianceAssetId', (): Value => null],
    ...fieldReaders(fields.filter(({ builtIn }) => !builtIn)),
    ...fieldReaders(fields.filter((field) => field.builtIn && !isFirst(field)))
  ]);
  readers.set(fields, made);
  return made;
}

/** The list's own columns stand between the title and the other columns every list has [recorded in public repositories]. */
function isFirst({ name, builtIn }: Field): boolean {
  return builtIn && (name === 'ContentTypeId' || name === 'Title');
}

/** Where each property stands in an answer. */
export function propertyOrder(fields: readonly Field[]): ReadonlyMap<string, number> {
  return new Map([...readersOf(fields).keys()].map((name, place) => [name, place]));
}

/** What only `$select` brings; made once for a call. */
function askedByName(context: ListContext): Readers {
  const known = readersByName.get(context);
  if (known !== undefined) return known;
  const { list, visit, fields } = context;
  const { origin } = new URL(visit.webUrl);
  const permissions = (row: ItemRow): Value => basePermissions(itemMask(visit, list, row));
  const title = (row: ItemRow): Value => row['f_Title'] ?? null;
  const made: Readers = new Map([
    ...fields.filter(isPlace).map((field) => [odataName(field), valueReader(field)] as const),
    ['HasUniqueRoleAssignments', ({ scope_id }: ItemRow): Value => scope_id !== null],
    ['EffectiveBasePermissions', permissions],
    ['EffectiveBasePermissionsForUI', permissions],
    ['EncodedAbsUrl', ({ file_ref }: ItemRow): Value => `${origin}${encodedPath(file_ref ?? '')}`],
    ['Client_Title', title],
    ['DisplayName', title],
    ['CommentsDisabled', (): Value => false],
    ['CommentsDisabledScope', (): Value => 0],
    ['IconOverlay', (): Value => null]
  ]);
  readersByName.set(context, made);
  return made;
}

const readersByName = new WeakMap<ListContext, Readers>();

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

/** Where a row lies and what file it is: SharePoint tells it when asked by name. */
function isPlace({ type }: Field): boolean {
  return type === 'File' || type === 'SystemText' || type === 'SystemNumber';
}

/** Every shown column; a person also as text, as SharePoint gives both. */
function fieldValues(row: ItemRow, fields: readonly Field[]): Record<string, Value> {
  return Object.fromEntries(fieldReaders(fields).map(([name, read]) => [name, read(row)]));
}

function fieldReaders(fields: readonly Field[]): [string, (row: ItemRow) => Value][] {
  return fields
    .filter((field) => field.type !== 'Computed' && !isPlace(field))
    .flatMap((field): [string, (row: ItemRow) => Value][] => {
      const read = valueReader(field);
      const own: [string, (row: ItemRow) => Value] = [odataName(field), read];
      if (field.type !== 'User' || field.builtIn) return [own];
      return [own, [`${odataName(field).slice(0, -2)}StringId`, (row) => idAsText(read(row))]];
    });
}

function idAsText(value: Value): Value {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'number' ? String(value) : null;
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
