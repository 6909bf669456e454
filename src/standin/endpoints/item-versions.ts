// `versions` of an item: reading its history, one version or all of it, and deleting old ones.
import type { Answer, Entity, Value } from '../http/answer';
import { complex } from '../http/answer';
import { badArgument, unknownItem } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand, itemMask } from '../permissions/rights';
import type { Field } from '../store/fields';
import type { ItemRow, ItemVersion } from '../store/items';
import { deleteVersion, versionsOf } from '../store/items';
import { principalById } from '../store/principals';
import { encodedName } from './field-string-values';
import { lookupText } from './field-texts';
import { fieldEntity } from './fields';
import type { ListContext } from './item-values';
import { itemType, valueOf } from './item-values';
import { itemPath } from './list-path';
import { principalEntity } from './principals';
import type { Resource } from './resource';
import { actionResource, collectionAnswer, entityAnswer, numberArgument, propertyOf, textArgument } from './resource';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.ListItemVersions';

export function versionsResource(segment: Segment, context: ListContext, row: ItemRow): Resource {
  if (segment.positional !== undefined) return versionResource(numberArgument(segment, 'versionid'), context, row);
  return {
    get: (ask) => collectionAnswer(versionEntities(context, row), metadata, ask),
    step: (next) => versionsStep(next, context, row)
  };
}

/** Newest first. Throws 403 without the permission to view versions. */
export function versionEntities(context: ListContext, row: ItemRow): Entity[] {
  return visibleVersions(context, row).map((version) => versionEntity(version, context, row));
}

/** `getById` takes a version's id; the others are functions of the same collection, by id or by label. */
function versionsStep(segment: Segment, context: ListContext, row: ItemRow): Resource | undefined {
  switch (segment.name) {
    case 'getbyid':
      return versionResource(numberArgument(segment, 'versionid'), context, row);
    case 'deleteall':
      return actionResource('DeleteAll', () => deleteOld(visibleVersions(context, row), context, row));
    case 'deletebyid':
      return actionResource('DeleteByID', () => deleteOne(versionOf(numberArgument(segment, 'vid'), context, row), context, row));
    case 'deletebylabel':
      return actionResource('DeleteByLabel', () => deleteOne(labelled(textArgument(segment, 'versionlabel'), context, row), context, row));
    default:
      return undefined;
  }
}

function versionResource(id: number, context: ListContext, row: ItemRow): Resource {
  const version = versionOf(id, context, row);
  const entity = versionEntity(version, context, row);
  const remove = (): void => deleteOne(version, context, row);
  return {
    get: (ask) => entityAnswer(entity, metadata, ask),
    remove: (): Answer => {
      remove();
      return { kind: 'deleted' };
    },
    step: (segment) => {
      switch (segment.name) {
        case 'deleteobject':
          return actionResource('DeleteObject', remove);
        case 'createdby':
          return personResource(version.editor, context.visit);
        case 'fields':
          return { get: (ask) => collectionAnswer(fieldEntities(context), 'SP.ApiData.Fields', ask) };
        default:
          return propertyOf(entity, segment);
      }
    }
  };
}

function visibleVersions({ visit, list }: ListContext, row: ItemRow): ItemVersion[] {
  demand(itemMask(visit, list, row), 'viewVersions');
  return versionsOf(visit.database, list, row.id);
}

function versionOf(id: number, context: ListContext, row: ItemRow): ItemVersion {
  const version = visibleVersions(context, row).find(({ major }) => major * 512 === id);
  if (version === undefined) throw unknownItem();
  return version;
}

function labelled(label: string, context: ListContext, row: ItemRow): ItemVersion {
  const version = visibleVersions(context, row).find(({ major }) => `${major}.0` === label);
  if (version === undefined) throw unknownItem();
  return version;
}

function deleteOld(versions: readonly ItemVersion[], context: ListContext, row: ItemRow): void {
  demand(itemMask(context.visit, context.list, row), 'deleteVersions');
  for (const { major } of versions.filter((version) => version.major !== row.major))
    deleteVersion(context.visit.database, context.list, { itemId: row.id, major });
}

/** That the current version stays is SharePoint's; status and code are a guess. */
function deleteOne({ major }: ItemVersion, context: ListContext, row: ItemRow): void {
  demand(itemMask(context.visit, context.list, row), 'deleteVersions');
  if (major === row.major) throw badArgument('You cannot delete the current version.');
  deleteVersion(context.visit.database, context.list, { itemId: row.id, major });
}

/** [recorded: platform.md 5]: ids of 512 a version, people as `{LookupId,LookupValue,Email}`, `Created` without Z and `Modified` with it. */
function versionEntity(version: ItemVersion, context: ListContext, current: ItemRow): Entity {
  const id = version.major * 512;
  const columns = context.fields.filter(({ type }) => type !== 'Computed');
  return {
    type: 'SP.ListItemVersion',
    path: `${itemPath(context.list, current.id)}/versions(${id})`,
    properties: {
      VersionId: id,
      VersionLabel: `${version.major}.0`,
      IsCurrentVersion: version.major === current.major,
      ...Object.fromEntries(columns.map((field) => [encodedName(field.name), rawValue(version.row, field, context)])),
      Created: version.created.replace(/Z$/, ''),
      Modified: version.created,
      owshiddenversion: version.row.etag,
      OData__x005f_UIVersion: id,
      OData__x005f_UIVersionString: `${version.major}.0`,
      OData__x005f_ListItemEntityType: itemType(context.list)
    },
    related: {
      CreatedBy: () => personEntity(version.editor, context.visit),
      Fields: () => fieldEntities(context),
      FileVersion: () => null
    }
  };
}

/** As SharePoint's object model holds it: pointers with what they show, the content type's id wrapped (second-hand). */
function rawValue(row: ItemRow, field: Field, { visit }: ListContext): Value {
  const value = valueOf(row, field);
  if (field.type === 'ContentTypeId' && typeof value === 'string') return complex('SP.ContentTypeId', { StringValue: value });
  if (field.type !== 'User' && field.type !== 'Lookup') return value;
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'number');
  const pointers = ids.map((id) => (field.type === 'User' ? personValue(id, visit) : lookupValue(id, field, visit)));
  return field.settings.multiple ? pointers : (pointers[0] ?? null);
}

function personValue(id: number, { database, site }: Visit): ReturnType<typeof complex> {
  const person = principalById(database, site.id, id);
  return complex('SP.FieldUserValue', { LookupId: id, LookupValue: person?.title ?? '', Email: person?.email ?? '' });
}

function lookupValue(id: number, field: Field, visit: Visit): ReturnType<typeof complex> {
  return complex('SP.FieldLookupValue', { LookupId: id, LookupValue: lookupText(id, field, visit) });
}

function personEntity(id: number, visit: Visit): Entity | null {
  const person = principalById(visit.database, visit.site.id, id);
  return person === undefined ? null : principalEntity(person, visit);
}

function personResource(id: number, visit: Visit): Resource {
  const person = personEntity(id, visit);
  return { get: (ask) => (person === null ? { kind: 'null', name: 'CreatedBy' } : entityAnswer(person, 'SP.ApiData.Users', ask)) };
}

function fieldEntities({ fields, list }: ListContext): Entity[] {
  return fields.map((field) => fieldEntity(field, list));
}
