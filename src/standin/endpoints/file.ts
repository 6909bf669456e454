// One file: its properties and its bytes, changing, deleting and recycling it, and the way to what hangs on it.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { etagMismatch, notImplemented } from '../http/errors';
import { noMinorVersions } from '../http/file-errors';
import type { Segment } from '../odata/resource-path';
import { demand, itemMask } from '../permissions/rights';
import { readContent } from '../store/contents';
import type { ItemRow } from '../store/items';
import { versionsOf } from '../store/items';
import { parseBody } from './body';
import { checkInFile, checkOutFile, undoCheckOutOf } from './check-out';
import { refuseDeletion, removeRow, writeContent } from './documents';
import { fileBag, fileEntity, fileEtag, filesMetadata } from './file-entity';
import { uploadStep } from './file-upload';
import { fileVersionsResource } from './file-versions';
import { itemEntity } from './item-entity';
import { itemEtag } from './item-etag';
import { recycleItem } from './item-recycling';
import type { ListContext } from './item-values';
import { copyFileTo, moveFileTo } from './move-copy';
import type { Ask, Resource } from './resource';
import { actionResource, entityAnswer, oneResource, propertyOf } from './resource';
import { person } from './resource-address';
import type { Visit } from './visit';

/** The item of a file or a folder, with everything an item can do; handed in, since items point at their files too. */
export type ItemDoor = (context: ListContext, row: ItemRow) => Resource;

/** What folders and files are reached with. */
export interface Surroundings {
  readonly visit: Visit;
  readonly itemDoor: ItemDoor;
}

export function fileResource(context: ListContext, row: ItemRow, itemDoor: ItemDoor): Resource {
  return {
    get: (ask) => fileAnswer(row, context, ask),
    merge: () => {
      throw notImplemented('changing properties of a file: change those of its listItemAllFields');
    },
    remove: ({ ifMatch }) => {
      refuseStaleFile(row, ifMatch);
      removeRow(context, row);
      return { kind: 'deleted' };
    },
    step: (segment) => fileStep(segment, context, row, itemDoor)
  };
}

export function fileAnswer(row: ItemRow, context: ListContext, ask: Ask): Answer {
  return entityAnswer(fileEntity(row, context, itemEntity), filesMetadata, ask);
}

function fileStep(segment: Segment, context: ListContext, row: ItemRow, itemDoor: ItemDoor): Resource | undefined {
  const { visit } = context;
  switch (segment.name) {
    case '$value':
    case 'openbinarystream':
    case 'savebinarystream':
      return contentResource(context, row);
    case 'listitemallfields':
      return itemDoor(context, row);
    case 'versions':
      return fileVersionsResource(segment, context, row);
    case 'author':
      return personResource('Author', person(row.author, visit));
    case 'modifiedby':
      return personResource('ModifiedBy', person(row.editor, visit));
    case 'checkedoutbyuser':
      return personResource('CheckedOutByUser', person(row.checkout_user, visit));
    case 'lockedbyuser':
      return personResource('LockedByUser', null);
    case 'properties':
      return oneResource(fileBag(row, context), 'SP.ApiData.PropertyValuess');
    default:
      return (
        stateStep(segment, context, row) ??
        leavingStep(segment, context, row) ??
        uploadStep(segment, context, row) ??
        propertyOf(fileEntity(row, context, itemEntity), segment)
      );
  }
}

/** Checking out and in, publishing and approving. */
function stateStep(segment: Segment, context: ListContext, row: ItemRow): Resource | undefined {
  switch (segment.name) {
    case 'checkout':
      return actionResource('CheckOut', () => checkOutFile(context, row));
    case 'checkin':
      return actionResource('CheckIn', () => checkInFile(segment, context, row));
    case 'undocheckout':
      return actionResource('UndoCheckOut', () => undoCheckOutOf(context, row));
    case 'publish':
    case 'unpublish':
      return actionResource(segment.text, () => {
        demand(itemMask(context.visit, context.list, row), 'editListItems');
        throw noMinorVersions();
      });
    case 'approve':
    case 'deny':
      throw notImplemented(`${segment.text} of a file: content approval`);
    default:
      return undefined;
  }
}

/** Deleting, recycling, moving and copying. */
function leavingStep(segment: Segment, context: ListContext, row: ItemRow): Resource | undefined {
  switch (segment.name) {
    case 'recycle':
      return { post: () => ({ kind: 'property', name: 'Recycle', value: recycled(context, row) }) };
    case 'deleteobject':
      return actionResource('DeleteObject', () => removeRow(context, row));
    case 'deletewithparameters':
      return actionResource('DeleteWithParameters', (ask) => removeWith(context, row, ask));
    case 'recyclewithparameters':
      return { post: () => ({ kind: 'property', name: 'RecycleWithParameters', value: recycled(context, row) }) };
    case 'copyto':
    case 'copytousingpath':
      return actionResource('CopyTo', () => copyFileTo(segment, context, row));
    case 'moveto':
    case 'movetousingpath':
      return actionResource('MoveTo', () => moveFileTo(segment, context, row));
    default:
      return undefined;
  }
}

function recycled(context: ListContext, row: ItemRow): string {
  refuseDeletion(context, row);
  return recycleItem(context, row);
}

const deletionBody = z.strictObject({
  parameters: z.strictObject({ BypassSharedLock: z.boolean().optional(), ETagMatch: z.string().nullable().optional() }).optional()
});

function removeWith(context: ListContext, row: ItemRow, ask: Ask): void {
  const { parameters } = parseBody(deletionBody, ask.body(), 'SP.FileDeleteParameters');
  refuseStaleFile(row, parameters?.ETagMatch ?? ask.ifMatch);
  removeRow(context, row);
}

/** `$value`: GET reads, PUT (as `X-HTTP-Method` or itself) and POST write. */
function contentResource(context: ListContext, row: ItemRow): Resource {
  const written = (ask: Ask): Answer => {
    refuseStaleFile(row, ask.ifMatch);
    return { kind: 'merged', etag: fileEtag(writeContent(context, row, ask.bytes)) };
  };
  return {
    get: () => ({
      kind: 'content',
      bytes: bytesSeen(context, row),
      contentType: 'application/octet-stream',
      etag: fileEtag(row)
    }),
    merge: written,
    post: written
  };
}

/** What another has changed in a checked-out file is not seen until it is checked in. */
function bytesSeen({ visit, list }: ListContext, row: ItemRow): Buffer {
  const mine = row.checkout_user === null || row.checkout_user === visit.viewer.principal.id;
  const seen = mine ? row : (versionsOf(visit.database, list, row.id)[0]?.row ?? row);
  return seen.content_id === null ? Buffer.alloc(0) : readContent(visit.database, seen.content_id);
}

function personResource(name: string, entity: Entity | null): Resource {
  return {
    get: (ask) => (entity === null ? { kind: 'null', name } : entityAnswer(entity, 'SP.ApiData.Users', ask)),
    step: (segment) => (entity === null ? undefined : propertyOf(entity, segment))
  };
}

/** The ETag of the file or of its item; none counts as `*`. */
function refuseStaleFile(row: ItemRow, ifMatch: string | null | undefined): void {
  if (ifMatch == null || ifMatch.trim() === '*') return;
  if (ifMatch !== fileEtag(row) && ifMatch !== itemEtag(row)) throw etagMismatch(ifMatch, fileEtag(row));
}
