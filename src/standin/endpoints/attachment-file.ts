// An attachment reached as a file, by its address `…/Attachments/<item>/<name>`.
import type { Entity } from '../http/answer';
import { fold } from '../odata/evaluate';
import { visibleItems } from '../permissions/rights';
import type { Attachment } from '../store/attachments';
import { attachmentsOf, contentOf } from '../store/attachments';
import { one } from '../store/database';
import type { ItemRow } from '../store/items';
import type { List } from '../store/lists';
import { itemTable, listsOf } from '../store/lists';
import { filesMetadata } from './file-entity';
import { serverRelative } from './place';
import { resourceAddress, resourcePath } from './resource-address';
import type { Resource } from './resource';
import { entityAnswer, propertyOf } from './resource';
import type { Visit } from './visit';

/** Undefined when there is no such attachment, or none the caller may see. It is read here; changing it is the item's. */
export function attachmentFileResource(address: string, visit: Visit): Resource | undefined {
  const url = serverRelative(address, visit) ?? '';
  const [, root, itemId, name] = /^(.*)\/Attachments\/(\d+)\/([^/]+)$/i.exec(url) ?? [];
  if (root === undefined || itemId === undefined || name === undefined) return undefined;
  const list = listsOf(visit.database, visit.site.id).find((candidate) => fold(candidate.root) === fold(root));
  const row = list && rowOf(Number(itemId), list, visit);
  if (list === undefined || row === undefined) return undefined;
  const file = attachmentsOf(visit.database, { list, itemId: row.id }).find((candidate) => fold(candidate.name) === fold(name));
  return file && fileResource(fileEntity(file, row, { url: `${list.root}/Attachments/${row.id}/${file.name}`, visit }), file, visit);
}

function rowOf(id: number, list: List, visit: Visit): ItemRow | undefined {
  const visible = visibleItems(visit, list, 'i');
  return one<ItemRow>(visit.database, `SELECT i.* FROM ${itemTable(list)} i WHERE i.id = ? AND ${visible.sql}`, [
    id,
    ...visible.parameters
  ]);
}

function fileResource(entity: Entity, file: Attachment, { database }: Visit): Resource {
  return {
    get: (ask) => entityAnswer(entity, filesMetadata, ask),
    step: (segment) =>
      segment.name === '$value'
        ? { get: () => ({ kind: 'content', bytes: contentOf(database, file), contentType: 'application/octet-stream' }) }
        : propertyOf(entity, segment)
  };
}

/** The times are the item's: an attachment has none of its own here (a known difference). */
function fileEntity({ name, size }: Attachment, row: ItemRow, { url, visit }: { readonly url: string; readonly visit: Visit }): Entity {
  return {
    type: 'SP.File',
    ...resourceAddress('File', url, visit),
    properties: {
      Exists: true,
      Length: String(size),
      Name: name,
      ServerRelativeUrl: url,
      TimeCreated: row.created,
      TimeLastModified: row.modified,
      Title: null
    },
    onRequest: { ServerRelativePath: () => resourcePath(url) }
  };
}
