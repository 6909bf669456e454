// `files` of a folder: listing, finding by name, adding; and a file found by its address or its id.
import type { Answer } from '../http/answer';
import { notImplemented } from '../http/errors';
import { unknownFile, unknownFolder } from '../http/file-errors';
import type { Segment } from '../odata/resource-path';
import { addFile, freeName } from './documents';
import type { Surroundings } from './file';
import { fileAnswer, fileResource } from './file';
import { fileEntity, filesMetadata } from './file-entity';
import { filesIn } from './folder-content';
import { itemEntity } from './item-entity';
import type { ListContext } from './item-values';
import { missingResource } from './missing';
import type { FileFound, Place } from './place';
import { fileAt, placeAt, serverRelative } from './place';
import type { Ask, Resource } from './resource';
import { collectionAnswer, numberArgument, textArgument } from './resource';
import type { Visit } from './visit';

export function filesResource(segment: Segment, place: Place, around: Surroundings): Resource {
  if (segment.positional !== undefined) return fileNamed(textArgument(segment, 'url'), place, around);
  return {
    get: (ask) =>
      collectionAnswer(
        'context' in place ? filesIn(place).map((row) => fileEntity(row, place.context, itemEntity)) : [],
        filesMetadata,
        ask
      ),
    step: (next) => filesStep(next, place, around)
  };
}

function filesStep(segment: Segment, place: Place, around: Surroundings): Resource | undefined {
  switch (segment.name) {
    case 'getbyurl':
      return fileNamed(textArgument(segment, 'url'), place, around);
    case 'getbypath':
      return fileNamed(textArgument(segment, 'decodedurl'), place, around);
    case 'add':
      return { post: (ask) => added(textArgument(segment, 'url'), segment, place, around, ask) };
    case 'addusingpath':
      return { post: (ask) => added(textArgument(segment, 'decodedurl'), segment, place, around, ask) };
    case '$count':
      return { get: () => ({ kind: 'text', text: String(filesIn(place).length) }) };
    case 'addtemplatefile':
      return { post: (ask) => templateAdded(segment, place, around, ask) };
    case 'addstub':
    case 'addstubusingpath':
    case 'getbypathoraddstub':
      throw notImplemented(segment.text);
    default:
      return undefined;
  }
}

/** Throws 404 for a file that is not there, unless only `Exists` is asked for. */
export function foundFile(found: FileFound | undefined, name: string, { itemDoor }: Surroundings): Resource {
  return found === undefined ? missingResource(() => unknownFile(name)) : fileResource(found.context, found.row, itemDoor);
}

function fileNamed(url: string, place: Place, around: Surroundings): Resource {
  const address = addressIn(url, place);
  return foundFile(fileAt(address, around.visit), address, around);
}

/** Answers 200 with the file. */
function added(url: string, segment: Segment, place: Place, { visit }: Surroundings, ask: Ask): Answer {
  if (segment.named.has('xorhash')) throw notImplemented('XorHash of a file');
  const { folder, name: given } = newPlace(url, place, visit);
  const name = segment.named.get('ensureuniquefilename') === true ? freeName(folder, given) : given;
  const overwrite = segment.named.get('overwrite') === true;
  return fileAnswer(addFile(folder, { name, bytes: ask.bytes, overwrite }, visit), folder.context, ask);
}

/** The number of a form's page in Microsoft's `TemplateFileType`: it belongs to a list, the others are pages of their own. */
const formPage = 2;

/** The page is empty, as the home page of a new site is: nothing renders it. */
function templateAdded(segment: Segment, place: Place, { visit }: Surroundings, ask: Ask): Answer {
  if (numberArgument(segment, 'templatefiletype') === formPage) throw notImplemented('addTemplateFile of a form page');
  const { folder, name } = newPlace(textArgument(segment, 'urloffile'), place, visit);
  return fileAnswer(addFile(folder, { name, bytes: Buffer.alloc(0), overwrite: false }, visit), folder.context, ask);
}

/** The url is a name, or an address: relative to the folder, or from the server's root. Throws 404 without a folder there. */
function newPlace(
  url: string,
  place: Place,
  visit: Visit
): { readonly folder: Place & { readonly context: ListContext }; readonly name: string } {
  const address = serverRelative(addressIn(url, place), visit);
  const cut = address?.lastIndexOf('/') ?? -1;
  const folder = address === undefined ? undefined : placeAt(address.slice(0, cut) || '/', visit);
  if (address === undefined || folder === undefined) throw unknownFolder();
  if (!('context' in folder)) throw notImplemented('files outside of lists and libraries');
  return { folder, name: address.slice(cut + 1) };
}

function addressIn(url: string, place: Place): string {
  return url.startsWith('/') || /^https?:\/\//i.test(url) ? url : `${place.url === '/' ? '' : place.url}/${url}`;
}
