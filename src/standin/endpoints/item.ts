// One item: reading, changing with If-Match, deleting, recycling, its versions and its own permissions.
import type { Answer, Entity } from '../http/answer';
import { complex } from '../http/answer';
import { etagMismatch, notImplemented, unknownItem } from '../http/errors';
import { demand, itemMask } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import type { ItemRow, ItemVersion } from '../store/items';
import { deleteItem, updateItem, versionsOf } from '../store/items';
import { principalById } from '../store/principals';
import { fieldValues, itemEntity, itemEtag, itemPath } from './item-entity';
import { recycleItem } from './item-recycling';
import type { ListContext } from './item-values';
import { cellsOf, entityTypeName, itemType } from './item-values';
import type { Ask, Resource } from './resource';
import { collectionAnswer, entityAnswer, numberArgument, propertyOf, propertyResource } from './resource';
import { securableStep } from './securable';
import { securableItem } from './securable-item';

export function itemResource(context: ListContext, row: ItemRow): Resource {
  const { visit, list } = context;
  const mask = (): bigint => itemMask(visit, list, row);
  return {
    get: (ask) => entityAnswer(itemEntity(row, context), `SP.ListData.${entityTypeName(list.folder)}Items`, ask),
    merge: (ask) => changeItem(context, row, ask),
    remove: ({ ifMatch }) => {
      demand(mask(), 'deleteListItems');
      refuseStale(row, ifMatch);
      deleteItem(visit.database, list, row, visit.now);
      return { kind: 'deleted' };
    },
    step: (segment) => {
      switch (segment.name) {
        case 'recycle':
          return { post: ({ ifMatch }) => recycled(context, row, ifMatch) };
        case 'versions':
          return versionsResource(context, row);
        case 'effectivebasepermissions':
          return propertyResource('EffectiveBasePermissions', () => basePermissions(mask()));
        case 'validateupdatelistitem':
        case 'attachmentfiles':
          throw notImplemented(segment.text);
        default:
          return securableStep(segment, securableItem(context, row)) ?? propertyOf(itemEntity(row, context), segment);
      }
    }
  };
}

function changeItem(context: ListContext, row: ItemRow, { body, ifMatch }: Ask): Answer {
  const { visit, list } = context;
  demand(itemMask(visit, list, row), 'editListItems');
  refuseStale(row, ifMatch);
  const cells = cellsOf(body(), context, row.id);
  const changed = updateItem(visit.database, list, row, { cells, by: visit.viewer.principal.id, now: visit.now });
  return { kind: 'merged', etag: itemEtag(changed) };
}

function recycled(context: ListContext, row: ItemRow, ifMatch: string | undefined): Answer {
  const { visit, list } = context;
  demand(itemMask(visit, list, row), 'deleteListItems');
  refuseStale(row, ifMatch);
  return { kind: 'property', name: 'Recycle', value: recycleItem(context, row) };
}

/** No If-Match counts as `*`: SharePoint demands the header for items, but takes a call without it from its own pages (a guess). */
function refuseStale(row: ItemRow, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === itemEtag(row)) return;
  throw etagMismatch();
}

function versionsResource(context: ListContext, row: ItemRow): Resource {
  const { visit, list } = context;
  const versions = (): ItemVersion[] => {
    demand(itemMask(visit, list, row), 'viewVersions');
    return versionsOf(visit.database, list, row.id);
  };
  const metadata = 'SP.ApiData.ListItemVersions';
  return {
    get: (ask) =>
      collectionAnswer(
        versions().map((version) => versionEntity(version, context, row)),
        metadata,
        ask
      ),
    step: (segment) => {
      if (segment.name !== 'getbyid' && segment.name !== 'versions') return undefined;
      const wanted = numberArgument(segment, 'versionid') / 512;
      const version = versions().find(({ major }) => major === wanted);
      if (version === undefined) throw unknownItem();
      return { get: (ask) => entityAnswer(versionEntity(version, context, row), metadata, ask) };
    }
  };
}

/** [recorded: platform.md 5]: ids of 512 a version, people as `{LookupId,LookupValue,Email}`, `Created` without Z and `Modified` with it. */
function versionEntity(version: ItemVersion, context: ListContext, current: ItemRow): Entity {
  const id = version.major * 512;
  return {
    type: 'SP.ListItemVersion',
    path: `${itemPath(context.list, current.id)}/versions(${id})`,
    properties: {
      VersionId: id,
      VersionLabel: `${version.major}.0`,
      IsCurrentVersion: version.major === current.major,
      ...fieldValues(
        version.row,
        context.fields.filter(({ type }) => type !== 'User' && type !== 'Lookup')
      ),
      ...pointers(version.row, context),
      Created: version.created.replace(/Z$/, ''),
      Modified: version.created,
      OData__UIVersionString: `${version.major}.0`,
      OData__x005f_UIVersionString: `${version.major}.0`,
      OData__x005f_ListItemEntityType: itemType(context.list)
    }
  };
}

function pointers(row: ItemRow, { fields, visit }: ListContext): Entity['properties'] {
  return Object.fromEntries(
    fields
      .filter(({ type }) => type === 'User')
      .map((field) => {
        const stored = row[field.builtIn ? field.name.toLowerCase() : `f_${field.name}`] ?? null;
        const ids = typeof stored === 'number' ? [stored] : typeof stored === 'string' ? (JSON.parse(stored) as number[]) : [];
        const people = ids.map((id) => {
          const person = principalById(visit.database, visit.site.id, id);
          return complex('SP.FieldUserValue', { LookupId: id, LookupValue: person?.title ?? '', Email: person?.email ?? '' });
        });
        return [field.name, field.settings.multiple ? people : (people[0] ?? null)] as const;
      })
  );
}
