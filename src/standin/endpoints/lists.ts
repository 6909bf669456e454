// `lists` and one list: finding, making and changing them, and the way to their columns, views and items.
import { z } from 'zod';
import type { Answer } from '../http/answer';
import { duplicateList, etagMismatch, notImplemented, unknownList } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { allows, demand, listMask, webMask } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import { fieldsOf } from '../store/fields';
import type { List } from '../store/lists';
import { insertList, listByFolder, listByGuid, listByTitle, listsOf, updateList } from '../store/lists';
import { parseBody } from './body';
import { camlItemsResource } from './caml-items';
import { listChangesResource } from './changes';
import { listTypes } from './content-type-entity';
import { contentTypesResource } from './content-types';
import { customActionsResource } from './custom-actions';
import { listColumns } from './field-home';
import { fieldsResource } from './fields';
import { listEntity, listEtag, securableList, uniqueAncestor } from './list-entity';
import { listPath } from './list-path';
import type { ListContext } from './item-values';
import { itemsResource, visibleRow } from './items';
import { itemResource } from './item';
import { changedSettings, listBody, newListSettings } from './list-settings';
import { renderListData, renderListDataAsStream } from './render-list-data';
import type { Ask, Resource } from './resource';
import { collectionAnswer, createdAnswer, entityAnswer, numberArgument, propertyOf, propertyResource, textArgument } from './resource';
import { securableStep } from './securable';
import { subscriptionsResource } from './subscriptions';
import { addValidateUpdateResource } from './validate-update';
import { addDefaultView, viewsResource } from './views';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.Lists';

export function listsResource(segment: Segment, visit: Visit): Resource {
  if (segment.positional !== undefined) return listByGuidResource(textArgument(segment, 'id'), visit);
  return {
    get: (ask) =>
      collectionAnswer(
        readable(visit).map((list) => listEntity(list, visit)),
        metadata,
        ask
      ),
    post: (ask) => addList(ask, visit),
    step: (next) => {
      switch (next.name) {
        case 'getbytitle':
          return listByTitleResource(textArgument(next, 'title'), visit);
        case 'getbyid':
          return listByGuidResource(textArgument(next, 'id'), visit);
        default:
          return undefined;
      }
    }
  };
}

/** `web/getList('/sites/x/Lists/y')`; the code of the 404 is SharePoint's for files (platform.md 5). */
export function listByUrlResource(url: string, visit: Visit): Resource {
  const site = visit.site.path === '/' ? '' : visit.site.path;
  const path = url.toLowerCase().startsWith(`${site.toLowerCase()}/`) ? url.slice(site.length + 1) : url.replace(/^\//, '');
  const folder = /^Lists\/([^/]+)$/i.exec(path)?.[1];
  const list = folder === undefined ? undefined : listByFolder(visit.database, visit.site.id, folder);
  if (list === undefined || !reachable(visit, list)) throw unknownList(`The file ${url} does not exist.`);
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
  if (list === undefined || !reachable(visit, list)) {
    throw unknownList(
      'List does not exist. The page you selected contains a list that does not exist. It may have been deleted by another user.'
    );
  }
  return listResource(list, visit);
}

const newListBody = listBody.extend({ Title: z.string().min(1), BaseTemplate: z.int().optional() });

function addList({ body }: Ask, visit: Visit): Answer {
  demand(webMask(visit), 'manageLists');
  const { Title, BaseTemplate = 100, ...given } = parseBody(newListBody, body(), 'SP.List');
  if (BaseTemplate !== 100) throw notImplemented(`a list made from template ${BaseTemplate}`);
  if (listByTitle(visit.database, visit.site.id, Title)) throw duplicateList();
  const list = insertList(visit.database, {
    siteId: visit.site.id,
    title: Title,
    folder: freeFolder(Title, visit),
    baseTemplate: BaseTemplate,
    settings: changedSettings(newListSettings, given),
    now: visit.now
  });
  addDefaultView(list, visit);
  return createdAnswer(listEntity(list, visit), metadata);
}

/** SharePoint makes the address of the title: characters that are not allowed there fall away, a taken one gets a number. */
function freeFolder(title: string, { database, site }: Visit): string {
  const plain =
    title
      .replace(/["#%&*:<>?/\\{|}~.']/g, '')
      .trim()
      .slice(0, 128) || 'List';
  const taken = (folder: string): boolean => listByFolder(database, site.id, folder) !== undefined;
  if (!taken(plain)) return plain;
  const free = listsOf(database, site.id).findIndex((_, index) => !taken(`${plain}${index + 1}`));
  return `${plain}${free + 1}`;
}

function listResource(list: List, visit: Visit): Resource {
  const context: ListContext = { visit, list, fields: fieldsOf(visit.database, list.id) };
  return {
    get: (ask) => entityAnswer(listEntity(list, visit), metadata, ask),
    merge: (ask) => changeList(list, visit, ask),
    step: (segment) => listStep(segment, context)
  };
}

function listStep(segment: Segment, context: ListContext): Resource | undefined {
  const { list, visit } = context;
  switch (segment.name) {
    case 'items':
      if (segment.positional === undefined) return itemsResource(context);
      return itemResource(context, visibleRow(context, numberArgument(segment, 'id')));
    case 'getitembyid':
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
      return customActionsResource({ visit, list, path: listPath(list), mask: () => listMask(visit, list) }, segment);
    case 'effectivebasepermissions':
      return propertyResource('EffectiveBasePermissions', () => basePermissions(listMask(visit, list)));
    case 'firstuniqueancestorsecurableobject':
      return { get: (ask) => entityAnswer(uniqueAncestor(list, visit), 'SP.ApiData.SecurableObjects', ask) };
    default:
      return securableStep(segment, securableList(list, visit)) ?? propertyOf(listEntity(list, visit), segment);
  }
}

function changeList(list: List, visit: Visit, { body, ifMatch }: Ask): Answer {
  demand(listMask(visit, list), 'manageLists');
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== listEtag(list)) throw etagMismatch();
  const { Title = list.title, ...given } = parseBody(listBody, body(), 'SP.List');
  const same = listByTitle(visit.database, visit.site.id, Title);
  if (same && same.id !== list.id) throw duplicateList();
  updateList(visit.database, { ...list, title: Title, settings: changedSettings(list.settings, given) });
  return { kind: 'merged', etag: listEtag({ version: list.version + 1 }) };
}
