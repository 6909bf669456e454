// `versions` of a file: those before the current one, with their content; deleting them and going back to one.
import { notImplemented } from '../http/errors';
import { unknownFileVersion } from '../http/file-errors';
import type { Segment } from '../odata/resource-path';
import { demand, itemMask } from '../permissions/rights';
import { readContent } from '../store/contents';
import type { Parameter } from '../store/database';
import type { ItemRow, ItemVersion } from '../store/items';
import { deleteVersion, updateItem } from '../store/items';
import { refuseCheckedOut } from './documents';
import { fileVersionEntities, fileVersionEntity, oldVersions } from './file-version-entity';
import type { ListContext } from './item-values';
import type { Resource } from './resource';
import { actionResource, collectionAnswer, entityAnswer, numberArgument, propertyOf, textArgument } from './resource';
import { person } from './resource-address';

const metadata = 'SP.ApiData.FileVersions1';

export function fileVersionsResource(segment: Segment, context: ListContext, row: ItemRow): Resource {
  if (segment.positional !== undefined) return versionResource(withId(numberArgument(segment, 'id'), context, row), context, row);
  return {
    get: (ask) => collectionAnswer(fileVersionEntities(context, row), metadata, ask),
    step: (next) => versionsStep(next, context, row)
  };
}

function versionsStep(segment: Segment, context: ListContext, row: ItemRow): Resource | undefined {
  switch (segment.name) {
    case 'getbyid':
      return versionResource(withId(numberArgument(segment, 'versionid'), context, row), context, row);
    case 'deleteall':
      return actionResource('DeleteAll', () => deleteVersions(oldVersions(context, row), context, row));
    case 'deletebyid':
      return actionResource('DeleteByID', () => deleteVersions([withId(numberArgument(segment, 'vid'), context, row)], context, row));
    case 'deletebylabel':
      return actionResource('DeleteByLabel', () => deleteVersions([labelled(segment, context, row)], context, row));
    case 'restorebylabel':
      return actionResource('RestoreByLabel', () => restore(labelled(segment, context, row), context, row));
    case 'recyclebyid':
    case 'recyclebylabel':
      throw notImplemented(`${segment.text} of file versions`);
    default:
      return undefined;
  }
}

function versionResource(version: ItemVersion, context: ListContext, row: ItemRow): Resource {
  const entity = fileVersionEntity(version, context, row);
  return {
    get: (ask) => entityAnswer(entity, metadata, ask),
    remove: () => {
      deleteVersions([version], context, row);
      return { kind: 'deleted' };
    },
    step: (segment) => {
      switch (segment.name) {
        case '$value':
        case 'openbinarystream':
          return {
            get: () => ({ kind: 'content', bytes: bytesOf(version, context), contentType: 'application/octet-stream' })
          };
        case 'deleteobject':
          return actionResource('DeleteObject', () => deleteVersions([version], context, row));
        case 'createdby':
          return { get: (ask) => entityAnswer(person(version.editor, context.visit) ?? entity, 'SP.ApiData.Users', ask) };
        default:
          return propertyOf(entity, segment);
      }
    }
  };
}

function withId(id: number, context: ListContext, row: ItemRow): ItemVersion {
  return found(oldVersions(context, row).find(({ major }) => major * 512 === id));
}

function labelled(segment: Segment, context: ListContext, row: ItemRow): ItemVersion {
  const label = textArgument(segment, 'versionlabel');
  return found(oldVersions(context, row).find(({ major }) => `${major}.0` === label));
}

function found(version: ItemVersion | undefined): ItemVersion {
  if (version === undefined) throw unknownFileVersion();
  return version;
}

function deleteVersions(versions: readonly ItemVersion[], { visit, list }: ListContext, row: ItemRow): void {
  demand(itemMask(visit, list, row), 'deleteVersions');
  for (const { major } of versions) deleteVersion(visit.database, list, { itemId: row.id, major });
}

/** The old version, content and columns, becomes a new one; name and folder stay. */
function restore({ row: old }: ItemVersion, context: ListContext, row: ItemRow): void {
  const { visit, list, fields } = context;
  demand(itemMask(visit, list, row), 'editListItems');
  refuseCheckedOut(context, row);
  const columns = fields.map(({ name }) => `f_${name}`).filter((column) => old[column] !== undefined);
  const cells = new Map<string, Parameter>([
    ...columns.map((column) => [`"${column}"`, old[column] ?? null] as const),
    ['content_id', old.content_id],
    ['size', old.size],
    ['content_version', (row.content_version ?? 0) + 1]
  ]);
  updateItem(visit.database, list, row, { cells, by: visit.viewer.principal.id, now: visit.now });
}

function bytesOf({ row }: ItemVersion, { visit }: ListContext): Buffer {
  return row.content_id === null ? Buffer.alloc(0) : readContent(visit.database, row.content_id);
}
