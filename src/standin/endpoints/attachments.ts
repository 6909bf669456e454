// `AttachmentFiles` of an item: listing, adding, reading, replacing, deleting and recycling files attached to it.
import type { Answer, Entity } from '../http/answer';
import { complex } from '../http/answer';
import { SharePointError, badArgument, duplicateName } from '../http/errors';
import { fold } from '../odata/evaluate';
import type { Segment } from '../odata/resource-path';
import { demand, itemMask } from '../permissions/rights';
import type { Attachment } from '../store/attachments';
import { addAttachment, attachmentsOf, contentOf, removeAttachment, replaceContent, setRecycled } from '../store/attachments';
import type { ItemRow } from '../store/items';
import { updateItem } from '../store/items';
import { recycle } from '../store/recycle-bin';
import { refuseStale } from './item-etag';
import type { ListContext } from './item-values';
import { itemPath } from './list-path';
import type { Ask, Resource } from './resource';
import { actionResource, collectionAnswer, createdAnswer, entityAnswer, propertyOf, textArgument } from './resource';

const metadata = 'SP.ApiData.Attachments';

/** In bytes (platform.md 5, limits). */
const largest = 250 * 1024 * 1024;

export function attachmentsResource(segment: Segment, context: ListContext, row: ItemRow): Resource {
  if (segment.positional !== undefined) return attachmentResource(textArgument(segment, 'filename'), context, row);
  return {
    get: (ask) => collectionAnswer(attachmentEntities(context, row), metadata, ask),
    step: (next) => attachmentsStep(next, context, row)
  };
}

/** In order of name. */
export function attachmentEntities(context: ListContext, row: ItemRow): Entity[] {
  return attachmentsOf(context.visit.database, { list: context.list, itemId: row.id }).map((file) => attachmentEntity(file, context));
}

function attachmentsStep(segment: Segment, context: ListContext, row: ItemRow): Resource | undefined {
  switch (segment.name) {
    case 'getbyfilename':
      return attachmentResource(textArgument(segment, 'filename'), context, row);
    case 'getbyfilenameaspath':
      return attachmentResource(textArgument(segment, 'decodedurl'), context, row);
    case 'add':
      return { post: (ask) => added(textArgument(segment, 'filename'), context, row, ask) };
    case 'addusingpath':
      return { post: (ask) => added(textArgument(segment, 'decodedurl'), context, row, ask) };
    default:
      return undefined;
  }
}

function attachmentResource(name: string, context: ListContext, row: ItemRow): Resource {
  const { visit, list } = context;
  const file = attachmentNamed(name, context, row);
  const entity = attachmentEntity(file, context);
  return {
    get: (ask) => entityAnswer(entity, metadata, ask),
    remove: (ask) => deleted(file, context, row, ask),
    step: (segment) => {
      switch (segment.name) {
        case '$value':
          return {
            get: () => ({ kind: 'content', bytes: contentOf(visit.database, file), contentType: 'application/octet-stream' }),
            merge: (ask) => replaced(file, context, row, ask),
            post: (ask) => replaced(file, context, row, ask)
          };
        case 'deleteobject':
          return actionResource('DeleteObject', (ask) => void deleted(file, context, row, ask));
        case 'recycleobject':
          return recyclingResource(() => {
            demandChange(context, row);
            setRecycled(visit.database, list, file, true);
            putInBin(file, context, row);
            touch(context, row);
          });
        default:
          return propertyOf(entity, segment);
      }
    }
  };
}

/** Clients send it as DELETE or as POST. */
function recyclingResource(act: () => void): Resource {
  const answer = (): Answer => {
    act();
    return { kind: 'null', name: 'RecycleObject' };
  };
  return { post: answer, remove: answer };
}

function added(name: string, context: ListContext, row: ItemRow, { bytes }: Ask): Answer {
  const { visit, list } = context;
  demandChange(context, row);
  if (list.settings['EnableAttachments'] === false) throw attachmentsDisabled();
  refuseBadName(name);
  refuseTooLarge(bytes);
  if (find(name, context, row)) throw duplicateName();
  addAttachment(visit.database, { list, itemId: row.id }, { name, content: bytes });
  touch(context, row);
  const created = createdAnswer(attachmentEntity(attachmentNamed(name, context, row), context), metadata);
  return created.kind === 'entity' ? { ...created, created: false } : created;
}

function replaced(file: Attachment, context: ListContext, row: ItemRow, { bytes, ifMatch }: Ask): Answer {
  demandChange(context, row);
  refuseStale(row, ifMatch);
  refuseTooLarge(bytes);
  replaceContent(context.visit.database, file, bytes);
  touch(context, row);
  return { kind: 'merged' };
}

function deleted(file: Attachment, context: ListContext, row: ItemRow, { ifMatch }: Ask): Answer {
  demandChange(context, row);
  refuseStale(row, ifMatch);
  removeAttachment(context.visit.database, context.list, file);
  touch(context, row);
  return { kind: 'deleted' };
}

function demandChange({ visit, list }: ListContext, row: ItemRow): void {
  demand(itemMask(visit, list, row), 'editListItems');
}

/** Changing attachments bumps the item's version and ETag (second-hand: platform.md 5). */
function touch({ visit, list }: ListContext, row: ItemRow): void {
  updateItem(visit.database, list, row, { cells: new Map(), by: visit.viewer.principal.id, now: visit.now });
}

function putInBin(file: Attachment, { visit, list }: ListContext, row: ItemRow): void {
  recycle(visit.database, {
    siteId: visit.site.id,
    kind: 'attachment',
    listId: list.id,
    itemId: row.id,
    title: file.name,
    leafName: file.name,
    dirName: `${list.root}/Attachments/${row.id}`.replace(/^\//, ''),
    size: file.size,
    author: row.author,
    deleted: visit.now,
    deletedBy: visit.viewer.principal.id,
    payload: JSON.stringify({ attachment: file.id })
  });
}

function find(name: string, { visit, list }: ListContext, row: ItemRow): Attachment | undefined {
  return attachmentsOf(visit.database, { list, itemId: row.id }).find((file) => fold(file.name) === fold(name));
}

/** Status and code are those of an unknown file (platform.md 5); that they hold for attachments is a guess. */
function attachmentNamed(name: string, context: ListContext, row: ItemRow): Attachment {
  const file = find(name, context, row);
  if (file !== undefined) return file;
  throw new SharePointError({
    status: 404,
    code: '-2130575338, Microsoft.SharePoint.SPException',
    message: `The file ${context.list.root}/Attachments/${row.id}/${name} does not exist.`
  });
}

/** Status and code are a guess. */
function attachmentsDisabled(): SharePointError {
  return badArgument('Attachments are disabled for this list.');
}

/** Characters as Microsoft's list "Invalid file names and file types in OneDrive and SharePoint"; status and code are a guess. */
function refuseBadName(name: string): void {
  if (name.trim() !== '' && name.length <= 255 && !/["*:<>?/\\|]|^~\$|^\.|\.$/.test(name)) return;
  throw badArgument('The file or folder name contains characters that are not permitted.  Please use a different name.');
}

/** Status and code are a guess. */
function refuseTooLarge(bytes: Buffer): void {
  if (bytes.length > largest) throw badArgument('The file is too large and cannot be saved.');
}

/** Properties and order as in answers recorded in public repositories. */
function attachmentEntity({ name, itemId }: Attachment, { list, visit }: ListContext): Entity {
  const url = `${list.root}/Attachments/${itemId}/${name}`;
  const place = `${itemPath(list, itemId)}/AttachmentFiles`;
  const quoted = name.replaceAll("'", "''");
  return {
    type: 'SP.Attachment',
    path: `${place}('${encodeURIComponent(quoted)}')`,
    id: `${visit.webUrl}/_api/${place}('${quoted}')`,
    properties: {
      FileName: name,
      FileNameAsPath: complex('SP.ResourcePath', { DecodedUrl: name }),
      ServerRelativePath: complex('SP.ResourcePath', { DecodedUrl: url }),
      ServerRelativeUrl: url
    }
  };
}
