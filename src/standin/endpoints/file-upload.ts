// Uploading in pieces: startUpload, continueUpload, finishUpload and cancelUpload (Microsoft's "Upload large files sample").
import type { Answer } from '../http/answer';
import { badUpload } from '../http/file-errors';
import type { Segment } from '../odata/resource-path';
import { demand, itemMask } from '../permissions/rights';
import type { Upload } from '../store/contents';
import { addPiece, beginUpload, dropUpload, uploadOf, uploadedBytes, uploadedSize } from '../store/contents';
import type { ItemRow } from '../store/items';
import { refuseCheckedOut, writeContent } from './documents';
import { fileEntity, filesMetadata } from './file-entity';
import { itemEntity } from './item-entity';
import type { ListContext } from './item-values';
import type { Ask, Resource } from './resource';
import { actionResource, entityAnswer, numberArgument, textArgument } from './resource';

export function uploadStep(segment: Segment, context: ListContext, row: ItemRow): Resource | undefined {
  switch (segment.name) {
    case 'startupload':
      return { post: (ask) => started(segment, context, row, ask) };
    case 'continueupload':
      return { post: (ask) => continued(segment, context, row, ask) };
    case 'finishupload':
      return { post: (ask) => finished(segment, context, row, ask) };
    case 'cancelupload':
      return actionResource('CancelUpload', () => dropUpload(context.visit.database, uploadNamed(segment, context, row).guid));
    default:
      return undefined;
  }
}

function started(segment: Segment, context: ListContext, row: ItemRow, { bytes }: Ask): Answer {
  const { visit, list } = context;
  demand(itemMask(visit, list, row), 'editListItems');
  refuseCheckedOut(context, row);
  const guid = uploadId(segment);
  beginUpload(visit.database, { guid, fileGuid: row.guid, userId: visit.viewer.principal.id });
  return pieceAnswer('StartUpload', guid, bytes, context);
}

function continued(segment: Segment, context: ListContext, row: ItemRow, { bytes }: Ask): Answer {
  const { guid } = uploadNamed(segment, context, row);
  refuseGap(segment, guid, context);
  return pieceAnswer('ContinueUpload', guid, bytes, context);
}

/** Answers the file, as it now is. */
function finished(segment: Segment, context: ListContext, row: ItemRow, ask: Ask): Answer {
  const { database } = context.visit;
  const { guid } = uploadNamed(segment, context, row);
  refuseGap(segment, guid, context);
  addPiece(database, guid, ask.bytes);
  const whole = writeContent(context, row, uploadedBytes(database, guid));
  dropUpload(database, guid);
  return entityAnswer(fileEntity(whole, context, itemEntity), filesMetadata, ask);
}

/** How much there is so far, a 64-bit number and so a text. */
function pieceAnswer(name: string, guid: string, bytes: Buffer, { visit }: ListContext): Answer {
  addPiece(visit.database, guid, bytes);
  return { kind: 'property', name, value: String(uploadedSize(visit.database, guid)) };
}

function uploadNamed(segment: Segment, { visit }: ListContext, row: ItemRow): Upload {
  const upload = uploadOf(visit.database, uploadId(segment));
  if (upload?.fileGuid !== row.guid || upload.userId !== visit.viewer.principal.id) {
    throw badUpload('The upload session was not found.');
  }
  return upload;
}

function uploadId(segment: Segment): string {
  return textArgument(segment, 'uploadid').toLowerCase();
}

function refuseGap(segment: Segment, guid: string, { visit }: ListContext): void {
  const offset = numberArgument({ ...segment, positional: segment.positional?.slice(1) }, 'fileoffset');
  if (offset !== uploadedSize(visit.database, guid))
    throw badUpload('The file offset does not match the size of the data uploaded so far.');
}
