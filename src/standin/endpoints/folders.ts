// `folders` of a folder and a single folder: finding, making, deleting and recycling them, and the way to what lies in them.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { badArgument, notImplemented } from '../http/errors';
import { unknownFolder } from '../http/file-errors';
import type { Segment } from '../odata/resource-path';
import { parseBody } from './body';
import { addFolder, refuseDeletion, removePlace, rowsBelow } from './documents';
import type { Surroundings } from './file';
import { filesResource } from './files';
import { folderBag, folderEntity, folderMetrics, foldersMetadata } from './folder-entity';
import { foldersIn } from './folder-content';
import { itemEntity } from './item-entity';
import { recycleItem } from './item-recycling';
import { missingResource } from './missing';
import type { Place } from './place';
import { parentOf, placeAt } from './place';
import type { Ask, Resource } from './resource';
import { actionResource, collectionAnswer, createdAnswer, entityAnswer, oneResource, propertyOf, textArgument } from './resource';
import type { Visit } from './visit';

export function foldersResource(segment: Segment, place: Place, around: Surroundings): Resource {
  if (segment.positional !== undefined) return below(textArgument(segment, 'url'), place, around);
  return {
    get: (ask) =>
      collectionAnswer(
        foldersIn(place, around.visit).map((folder) => entityOf(folder, around)),
        foldersMetadata,
        ask
      ),
    post: (ask) => posted(place, around, ask),
    step: (next) => foldersStep(next, place, around)
  };
}

function foldersStep(segment: Segment, place: Place, around: Surroundings): Resource | undefined {
  switch (segment.name) {
    case 'getbyurl':
      return below(textArgument(segment, 'url'), place, around);
    case 'getbypath':
      return below(textArgument(segment, 'decodedurl'), place, around);
    case 'add':
      return { post: (ask) => folderAnswer(made(textArgument(segment, 'url'), place, around), around, ask) };
    case 'addusingpath':
      return {
        post: (ask) => {
          const overwrite = segment.named.get('overwrite') === true;
          return folderAnswer(made(textArgument(segment, 'decodedurl'), place, around, overwrite), around, ask);
        }
      };
    case '$count':
      return { get: () => ({ kind: 'text', text: String(foldersIn(place, around.visit).length) }) };
    default:
      return undefined;
  }
}

const newFolderBody = z.strictObject({ ServerRelativeUrl: z.string().min(1) });

/** POST to the collection answers 201; a folder that is there is given back, as `add` does too (a guess). */
function posted(place: Place, around: Surroundings, { body }: Ask): Answer {
  const { ServerRelativeUrl } = parseBody(newFolderBody, body(), 'SP.Folder');
  return createdAnswer(entityOf(made(ServerRelativeUrl, place, around, true), around), foldersMetadata);
}

/** The url is a name, or an address: relative to the folder, or from the server's root. */
function made(url: string, place: Place, { visit }: Surroundings, overwrite = true): Place {
  const whole = addressBelow(url, place);
  const cut = whole.lastIndexOf('/');
  const parent = placeAt(whole.slice(0, cut) || '/', visit);
  if (parent === undefined) throw unknownFolder();
  return addFolder(parent, whole.slice(cut + 1), overwrite, visit);
}

function below(url: string, place: Place, around: Surroundings): Resource {
  return folderResource(placeAt(addressBelow(url, place), around.visit), around);
}

function addressBelow(url: string, place: Place): string {
  const trimmed = url.replace(/\/+$/, '');
  return trimmed.startsWith('/') ? trimmed : `${place.url === '/' ? '' : place.url}/${trimmed}`;
}

/** Throws 404 for a folder that is not there, unless only `Exists` is asked for, as SharePoint's object model does. */
export function folderResource(place: Place | undefined, around: Surroundings): Resource {
  if (place === undefined) return missingResource(unknownFolder);
  return {
    get: (ask) => folderAnswer(place, around, ask),
    merge: (ask) => changed(place, ask),
    remove: () => {
      removePlace(place, around.visit);
      return { kind: 'deleted' };
    },
    step: (segment) => folderStep(segment, place, around)
  };
}

function folderStep(segment: Segment, place: Place, around: Surroundings): Resource | undefined {
  const { visit, itemDoor } = around;
  switch (segment.name) {
    case 'folders':
      return foldersResource(segment, place, around);
    case 'files':
      return filesResource(segment, place, around);
    case 'listitemallfields':
      return place.kind === 'row' ? itemDoor(place.context, place.row) : { get: () => ({ kind: 'null', name: 'ListItemAllFields' }) };
    case 'parentfolder':
      return parentResource(place, around);
    case 'properties':
      return oneResource(folderBag(place, visit), 'SP.ApiData.PropertyValuess');
    case 'storagemetrics':
      return oneResource(folderMetrics(place, visit), 'SP.ApiData.StorageMetricss');
    case 'addsubfolder':
      return { post: (ask) => folderAnswer(made(textArgument(segment, 'leafname'), place, around), around, ask) };
    case 'addsubfolderusingpath':
      return { post: (ask) => folderAnswer(addFolder(place, leafName(segment, ask), false, visit), around, ask) };
    case 'recycle':
      return { post: () => ({ kind: 'property', name: 'Recycle', value: recycled(place) }) };
    case 'deleteobject':
      return actionResource('DeleteObject', () => removePlace(place, visit));
    case 'deletewithparameters':
      return actionResource('DeleteWithParameters', (ask) => removeWith(place, visit, ask));
    default:
      return propertyOf(entityOf(place, around), segment);
  }
}

function parentResource(place: Place, around: Surroundings): Resource {
  const parent = parentOf(place, around.visit);
  return parent === undefined ? { get: () => ({ kind: 'null', name: 'ParentFolder' }) } : folderResource(parent, around);
}

const folderBody = z.strictObject({ Name: z.string().optional(), WelcomePage: z.string().optional() });

/** Only what changes nothing is taken: a folder is renamed through its item, welcome pages there are none. */
function changed(place: Place, { body }: Ask): Answer {
  const { Name, WelcomePage } = parseBody(folderBody, body(), 'SP.Folder');
  const name = place.url.slice(place.url.lastIndexOf('/') + 1);
  if (Name !== undefined && Name !== name) throw notImplemented('renaming a folder by its Name: change FileLeafRef of its item');
  if (WelcomePage !== undefined && WelcomePage !== '') throw notImplemented('the WelcomePage of a folder');
  return { kind: 'merged' };
}

const leafBody = z.strictObject({ leafPath: z.strictObject({ DecodedUrl: z.string() }) });

function leafName({ named }: Segment, { body }: Ask): string {
  const given = named.get('decodedurl');
  return typeof given === 'string' ? given : parseBody(leafBody, body(), 'SP.Folder').leafPath.DecodedUrl;
}

/** Gives the bin's id of the folder with everything in it. */
function recycled(place: Place): string {
  if (place.kind !== 'row') throw notImplemented('recycling a folder that is no item of a list');
  for (const row of [...rowsBelow(place.context, place.row), place.row]) refuseDeletion(place.context, row);
  return recycleItem(place.context, place.row);
}

const deletionBody = z.strictObject({
  parameters: z
    .strictObject({
      BypassSharedLock: z.boolean().optional(),
      DeleteIfEmpty: z.boolean().optional(),
      ETagMatch: z.string().nullable().optional()
    })
    .optional()
});

/** `DeleteIfEmpty`: a folder with something in it stays; status and code of the refusal are a guess. */
function removeWith(place: Place, visit: Visit, { body }: Ask): void {
  const { parameters } = parseBody(deletionBody, body(), 'SP.FolderDeleteParameters');
  const empty = place.kind !== 'row' || rowsBelow(place.context, place.row).length === 0;
  if (parameters?.DeleteIfEmpty === true && !empty) throw badArgument('The folder is not empty.');
  removePlace(place, visit);
}

function folderAnswer(place: Place, around: Surroundings, ask: Ask): Answer {
  return entityAnswer(entityOf(place, around), foldersMetadata, ask);
}

function entityOf(place: Place, { visit }: Surroundings): Entity {
  return folderEntity(place, visit, itemEntity);
}
