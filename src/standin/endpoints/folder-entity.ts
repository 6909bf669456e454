// A folder as the API shows it.
import type { Entity, Value } from '../http/answer';
import type { ItemEntity } from './file-entity';
import { fileEntity } from './file-entity';
import { childCount, filesIn, foldersIn } from './folder-content';
import type { Place } from './place';
import { parentOf } from './place';
import { resourceAddress, resourcePath } from './resource-address';
import { storageMetrics } from './storage-metrics';
import type { Visit } from './visit';

export const foldersMetadata = 'SP.ApiData.Folders1';

/** Property names and order as in answers recorded from SharePoint Online in public repositories. */
export function folderEntity(place: Place, visit: Visit, itemEntity: ItemEntity): Entity {
  return {
    type: 'SP.Folder',
    ...resourceAddress('Folder', place.url, visit),
    properties: folderProperties(place),
    onRequest: {
      ContentTypeOrder: () => null,
      ServerRelativePath: () => resourcePath(place.url),
      UniqueContentTypeOrder: () => null
    },
    related: {
      Files: () => ('context' in place ? filesIn(place).map((row) => fileEntity(row, place.context, itemEntity)) : []),
      Folders: () => foldersIn(place, visit).map((folder) => folderEntity(folder, visit, itemEntity)),
      ListItemAllFields: () => (place.kind === 'row' ? itemEntity(place.row, place.context) : null),
      ParentFolder: () => {
        const parent = parentOf(place, visit);
        return parent === undefined ? null : folderEntity(parent, visit, itemEntity);
      },
      Properties: () => folderBag(place, visit),
      StorageMetrics: () => folderMetrics(place, visit)
    }
  };
}

function folderProperties(place: Place): Record<string, Value> {
  return {
    Exists: true,
    ExistsAllowThrowForPolicyFailures: true,
    ExistsWithException: true,
    IsWOPIEnabled: false,
    ItemCount: childCount(place),
    Name: place.kind === 'web' ? '' : place.url.slice(place.url.lastIndexOf('/') + 1),
    ProgID: null,
    ServerRelativeUrl: place.url,
    ...times(place),
    UniqueId: place.kind === 'row' ? place.row.guid : place.folder.guid,
    WelcomePage: ''
  };
}

export function folderMetrics(place: Place, visit: Visit): Entity {
  return storageMetrics(place, times(place).TimeLastModified, visit);
}

function times(place: Place): { readonly TimeCreated: string; readonly TimeLastModified: string } {
  switch (place.kind) {
    case 'row':
      return { TimeCreated: place.row.created, TimeLastModified: place.row.modified };
    case 'list':
      return { TimeCreated: place.context.list.created, TimeLastModified: place.context.list.itemModified };
    case 'web':
    case 'plain':
      return { TimeCreated: place.folder.created, TimeLastModified: place.folder.created };
  }
}

/** The property bag: the few entries that clients look up a list by. SharePoint's has many more. */
export function folderBag(place: Place, visit: Visit): Entity {
  const { path } = resourceAddress('Folder', place.url, visit);
  return {
    type: 'SP.PropertyValues',
    path: `${path}/Properties`,
    properties: {
      vti_x005f_isbrowsable: 'true',
      ...('context' in place && {
        vti_x005f_listname: `{${place.context.list.guid.toUpperCase()}}`,
        vti_x005f_listtitle: place.context.list.title
      })
    }
  };
}
