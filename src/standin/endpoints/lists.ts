// `lists` and one list: finding, making and changing them, and the way to their columns, views and items.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { duplicateList, etagMismatch, unknownList, unknownListId } from '../http/errors';
import { unknownFolder } from '../http/file-errors';
import { fold } from '../odata/evaluate';
import type { Segment } from '../odata/resource-path';
import { allows, demand, listMask, webMask } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import { fieldsOf } from '../store/fields';
import type { List } from '../store/lists';
import { listByFolder, listByGuid, listByTitle, listsOf, updateList } from '../store/lists';
import { parseBody } from './body';
import { camlItemsResource } from './caml-items';
import { listChangesResource } from './changes';
import { listTypes } from './content-type-entity';
import { contentTypesResource } from './content-types';
import { customActionsResource } from './custom-actions';
import { listColumns } from './field-home';
import { fieldsResource } from './fields';
import { folderResource } from './folders';
import { customActionOwner, listEntity, listEtag, securableList, uniqueAncestor } from './list-entity';
import type { ListContext } from './item-values';
import { itemsResource, visibleRow } from './items';
import { itemResource } from './item';
import { makeList, standardLibrary } from './libraries';
import { listMember } from './list-members';
import { deleteList, recycleList } from './list-removal';
import { changedSettings, listBody, templateSettings } from './list-settings';
import { listRoot, serverRelative } from './place';
import { renderListData, renderListDataAsStream } from './render-list-data';
import type { Ask, Resource } from './resource';
import {
  actionResource,
  collectionAnswer,
  createdAnswer,
  entityAnswer,
  numberArgument,
  propertyOf,
  propertyResource,
  textArgument
} from './resource';
import { securableStep } from './securable';
import { subscriptionsResource } from './subscriptions';
import { addValidateUpdateResource } from './validate-update';
import { userResource } from './user-resource';
import { viewsResource } from './views';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.Lists';

export function listsResource(segment: Segment, visit: Visit): Resource {
  if (segment.positional !== undefined) return listByGuidResource(textArgument(segment, 'id'), visit);
  return {
    get: (ask) => collectionAnswer(listEntities(visit), metadata, ask),
    post: (ask) => addList(ask, visit),
    step: (next) => {
      switch (next.name) {
        case 'getbytitle':
          return listByTitleResource(textArgument(next, 'title'), visit);
        case 'getbyid':
          return listByGuidResource(textArgument(next, 'id'), visit);
        case 'ensuresiteassetslibrary':
        case 'ensuresitepageslibrary':
          return ensuredResource(next.name === 'ensuresiteassetslibrary' ? 'SiteAssets' : 'SitePages', visit);
        default:
          return undefined;
      }
    }
  };
}

/** Those the viewer may read. */
export function listEntities(visit: Visit): Entity[] {
  return readable(visit).map((list) => listEntity(list, visit));
}

/** `web/getList('/sites/x/Lists/y')`, or from the site on; one that is not there is a folder that is not (pnp/PnP-Sites-Core#1055). */
export function listByUrlResource(address: string, visit: Visit): Resource {
  const url = serverRelative(address, visit);
  const list = url === undefined ? undefined : listsOf(visit.database, visit.site.id).find(({ root }) => fold(root) === fold(url));
  if (list === undefined || !reachable(visit, list)) throw unknownFolder();
  return listResource(list, visit);
}

/** Lists the viewer may read; one of which they may only see single items is found by name, not shown here. */
function readable(visit: Visit): List[] {
  return listsOf(visit.database, visit.site.id).filter((list) => allows(listMask(visit, list), 'viewListItems'));
}

function reachable(visit: Visit, list: List): boolean {
  return listMask(visit, list) !== 0n;
}

/** A list the viewer has no access to answers as if it did not exist (a guess: that it is not 403). */
function listByTitleResource(title: string, visit: Visit): Resource {
  const list = listByTitle(visit.database, visit.site.id, title);
  if (list === undefined || !reachable(visit, list))
    throw unknownList(`List '${title}' does not exist at site with URL '${visit.webUrl}'.`);
  return listResource(list, visit);
}

function listByGuidResource(guid: string, visit: Visit): Resource {
  const list = listByGuid(visit.database, visit.site.id, guid);
  if (list === undefined || !reachable(visit, list)) throw unknownListId();
  return listResource(list, visit);
}

const newListBody = listBody.extend({ Title: z.string().min(1).max(255), BaseTemplate: z.int().optional() });

function addList({ entity }: Ask, visit: Visit): Answer {
  demand(webMask(visit), 'manageLists');
  const { Title, BaseTemplate = 100, ...given } = parseBody(newListBody, entity('SP.List'), 'SP.List');
  const settings = changedSettings(templateSettings(BaseTemplate), given);
  const { database, site, now } = visit;
  if (listByTitle(database, site.id, Title)) throw duplicateList();
  const folder = freeFolder(Title, visit);
  const list = makeList({ siteId: site.id, title: Title, folder, baseTemplate: BaseTemplate, settings, now }, database);
  return createdAnswer(listEntity(list, visit), metadata);
}

/** The library that documents go to when nothing else is said. */
export function defaultLibraryResource(visit: Visit): Resource {
  const list = listByFolder(visit.database, visit.site.id, 'Shared Documents');
  if (list === undefined || !reachable(visit, list)) throw unknownList('The default document library does not exist.');
  return listResource(list, visit);
}

/** SharePoint makes the address of the title: characters that are not allowed there fall away, a taken one gets a number. */
function freeFolder(title: string, { database, site }: Visit): string {
  const allowed = title.replace(/["#%&*:<>?/\\{|}~.']/g, '').trim();
  const plain = allowed.slice(0, 128) || 'List';
  const taken = (folder: string): boolean => listByFolder(database, site.id, folder) !== undefined;
  if (!taken(plain)) return plain;
  const free = listsOf(database, site.id).findIndex((_, index) => !taken(`${plain}${index + 1}`));
  return `${plain}${free + 1}`;
}

/** A library that a site has from the beginning, made again when it is not there. */
function ensuredResource(folder: 'SiteAssets' | 'SitePages', visit: Visit): Resource {
  return {
    post: (ask) => {
      const there = listByFolder(visit.database, visit.site.id, folder);
      if (there === undefined) demand(webMask(visit), 'manageLists');
      const list = there ?? standardLibrary(folder, { database: visit.database, siteId: visit.site.id, now: visit.now });
      return entityAnswer(listEntity(list, visit), metadata, ask);
    }
  };
}

function listResource(list: List, visit: Visit): Resource {
  const context: ListContext = { visit, list, fields: fieldsOf(visit.database, list.id) };
  return {
    get: (ask) => entityAnswer(listEntity(list, visit), metadata, ask),
    merge: (ask) => changeList(list, visit, ask),
    remove: ({ ifMatch }) => {
      refuseStale(list, ifMatch);
      deleteList(list, visit);
      return { kind: 'deleted' };
    },
    step: (segment) => listStep(segment, context)
  };
}

function listStep(segment: Segment, context: ListContext): Resource | undefined {
  const { list, visit } = context;
  switch (segment.name) {
    case 'items':
      if (segment.positional === undefined) return itemsResource(context);
      return itemResource(context, visibleRow(context, numberArgument(segment, 'id')));
    case 'rootfolder':
      return folderResource(listRoot(context), { visit, itemDoor: itemResource });
    case 'getitembyid':
    case 'getitembystringid':
      return itemResource(context, visibleRow(context, numberArgument(segment, 'id')));
    case 'getitems':
      return camlItemsResource(segment, context);
    case 'renderlistdataasstream':
      return renderListDataAsStream(context);
    case 'renderlistdata':
      return renderListData(segment, context);
    case 'subscriptions':
      return subscriptionsResource(segment, list, visit);
    case 'addvalidateupdateitemusingpath':
      return addValidateUpdateResource(context);
    case 'recycle':
      return { post: () => ({ kind: 'property', name: 'Recycle', value: recycleList(list, visit) }) };
    case 'deleteobject':
      return actionResource('DeleteObject', () => deleteList(list, visit));
    case 'getchanges':
      return listChangesResource(list, visit);
    case 'fields':
      return fieldsResource(segment, listColumns(context));
    case 'contenttypes':
      return contentTypesResource(segment, listTypes(context));
    case 'views':
    case 'getview':
      return viewsResource(segment, context);
    case 'defaultview':
      return viewsResource({ ...segment, name: 'defaultview' }, context);
    case 'usercustomactions':
      return customActionsResource(customActionOwner(list, visit), segment);
    case 'effectivebasepermissions':
      return propertyResource('EffectiveBasePermissions', () => basePermissions(listMask(visit, list)));
    case 'firstuniqueancestorsecurableobject':
      return { get: (ask) => entityAnswer(uniqueAncestor(list, visit), 'SP.ApiData.SecurableObjects', ask) };
    default:
      return (
        securableStep(segment, securableList(list, visit)) ??
        listMember(segment, list, visit) ??
        propertyOf(listEntity(list, visit), segment) ??
        userResource(listEntity(list, visit), segment)
      );
  }
}

function refuseStale(list: List, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== listEtag(list)) throw etagMismatch(ifMatch, listEtag(list));
}

function changeList(list: List, visit: Visit, { entity, ifMatch }: Ask): Answer {
  demand(listMask(visit, list), 'manageLists');
  if (ifMatch === undefined) throw etagMismatch('', listEtag(list));
  refuseStale(list, ifMatch);
  const { Title = list.title, ...given } = parseBody(listBody, entity('SP.List'), 'SP.List');
  const same = listByTitle(visit.database, visit.site.id, Title);
  if (same && same.id !== list.id) throw duplicateList();
  updateList(visit.database, { ...list, title: Title, settings: changedSettings(list.settings, given) });
  return { kind: 'merged', etag: listEtag({ version: list.version + 1 }) };
}
