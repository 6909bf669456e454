// The ways from a site to its folders and files: by address, by id, and from its own folder down.
import { badArgument } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { attachmentFileResource } from './attachment-file';
import { foundFile } from './files';
import type { Surroundings } from './file';
import { folderResource, foldersResource } from './folders';
import { itemResource } from './item';
import { defaultLibraryResource } from './lists';
import type { FileFound } from './place';
import { fileAt, placeAt, placeByGuid, rowByGuid, serverRelative, siteRoot } from './place';
import type { Resource } from './resource';
import { textArgument } from './resource';
import type { Visit } from './visit';

export function documentStep(segment: Segment, visit: Visit): Resource | undefined {
  const around: Surroundings = { visit, itemDoor: itemResource };
  switch (segment.name) {
    case 'getfolderbyserverrelativepath':
      return folderByAddress(textArgument(segment, 'decodedurl'), around);
    case 'getfolderbyserverrelativeurl':
      return folderByAddress(decoded(textArgument(segment, 'serverrelativeurl')), around);
    case 'getfolderbyid':
      return folderResource(placeByGuid(textArgument(segment, 'uniqueid'), visit), around);
    case 'getfilebyserverrelativepath':
      return fileByAddress(textArgument(segment, 'decodedurl'), around);
    case 'getfilebyserverrelativeurl':
      return fileByAddress(decoded(textArgument(segment, 'serverrelativeurl')), around);
    case 'getfilebyurl':
      return fileByAddress(decoded(textArgument(segment, 'fileurl')), around);
    case 'getfilebyid':
      return fileById(textArgument(segment, 'uniqueid'), around);
    case 'rootfolder':
      return folderResource(siteRoot(visit), around);
    case 'folders':
      return foldersResource(segment, siteRoot(visit), around);
    case 'defaultdocumentlibrary':
      return defaultLibraryResource(visit);
    default:
      return undefined;
  }
}

function folderByAddress(address: string, around: Surroundings): Resource {
  refuseOtherSites(address, around.visit);
  return folderResource(placeAt(address, around.visit), around);
}

function fileByAddress(address: string, around: Surroundings): Resource {
  refuseOtherSites(address, around.visit);
  return attachmentFileResource(address, around.visit) ?? foundFile(fileAt(address, around.visit), address, around);
}

function fileById(guid: string, around: Surroundings): Resource {
  const found = rowByGuid(guid, around.visit);
  return foundFile(isFile(found) ? found : undefined, guid, around);
}

function isFile(found: FileFound | undefined): found is FileFound {
  return found !== undefined && found.row.content_id !== null;
}

/** SharePoint's text; that it comes with this code and 400 is a guess. */
function refuseOtherSites(address: string, visit: Visit): void {
  if (serverRelative(address, visit) === undefined) throw badArgument('Server relative urls must start with SPWeb.ServerRelativeUrl');
}

/** The older functions take addresses percent-encoded (Microsoft's "Supporting % and # in files and folders with the ResourcePath API"). */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
