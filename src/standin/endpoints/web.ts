// `_api/web`, `_api/site`, `_api/contextinfo`: the site itself, and the first step of every path.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { accessDenied } from '../http/errors';
import { demand, webMask } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import type { Segment } from '../odata/resource-path';
import { siteById, updateSite } from '../store/sites';
import { allPropertiesResource } from './all-properties';
import { parseBody } from './body';
import { webChangesResource } from './changes';
import { siteTypes } from './content-type-entity';
import { availableTypesResource, contentTypesResource } from './content-types';
import { customActionsResource, siteActions } from './custom-actions';
import { documentLibraries } from './document-libraries';
import { documentStep } from './document-step';
import { siteColumns } from './field-home';
import { availableFieldsResource, fieldsResource } from './fields';
import { listByUrlResource, listsResource } from './lists';
import { moveCopyResource } from './move-copy';
import { peoplePickerResource } from './people-picker';
import { associatedGroupResource, createAssociatedGroupsResource, siteGroupsResource } from './groups';
import { currentUserResource, ensureUserResource, siteUsersResource, userByIdResource } from './users';
import type { Ask, Resource } from './resource';
import { collectionAnswer, definedValues, entityAnswer, numberArgument, propertyOf, propertyResource, textArgument } from './resource';
import { recycleBinResource } from './recycle-bin';
import { roleDefinitionsResource } from './role-definitions';
import { securableStep } from './securable';
import { securableWeb } from './securable-web';
import { siteCollectionResource, siteExists, siteOfPage } from './site-collection';
import { searchResource } from './search';
import { siteIconResource } from './site-logo';
import { contextInfoResource } from './context-info';
import { regionalSettingsResource } from './regional-settings';
import { userResource } from './user-resource';
import { uniqueWebEntity, webEntity, webInformation } from './web-entity';
import { webBody } from './web-settings';
import { webTemplatesResource } from './web-templates';
import { wholeWebEntity } from './web-whole';
import { deleteWeb, filteredSubwebsResource, webInfosResource, websResource } from './webs';
import type { Visit } from './visit';
import { visitTo } from './visit';

/** What stands right under `_api/`. Throws 403 when the caller has no permission at all on the site. */
export function apiRoot(visit: Visit): Resource {
  return {
    step: (segment) => {
      if (webMask(visit) === 0n) throw accessDenied();
      switch (segment.name) {
        case 'web':
          return webResource(visit);
        case 'site':
          return siteResource(visit);
        case 'lists':
          return listsResource(segment, visit);
        case 'contextinfo':
          return contextInfoResource(visit);
        case 'search':
          return searchResource(visit);
        case 'siteiconmanager':
          return siteIconResource(visit);
        case 'sp.site.exists':
          return siteExistsResource(visit);
        case 'sp.web.getdocumentlibraries':
          return propertyResource('GetDocumentLibraries', () => documentLibraries(textArgument(segment, 'weburl'), visit));
        case 'sp.web.getweburlfrompageurl':
          return propertyResource('GetWebUrlFromPageUrl', () => webUrlOfPage(textArgument(segment, 'pagefullurl'), visit));
        default:
          return moveCopyResource(segment, visit) ?? peoplePickerResource(segment.name, visit);
      }
    }
  };
}

function siteExistsResource(visit: Visit): Resource {
  return {
    post: ({ body }) => {
      const { url } = parseBody(z.strictObject({ url: z.string() }), body(), 'SP.Site');
      return { kind: 'property', name: 'Exists', value: siteExists(url, visit) };
    }
  };
}

function webUrlOfPage(url: string, visit: Visit): string {
  return visitTo(visit, siteOfPage(url, visit)).webUrl;
}

function webResource(visit: Visit): Resource {
  return {
    get: (ask) => entityAnswer(wholeWebEntity(visit), 'SP.ApiData.Webs', ask),
    merge: (ask) => changeWeb(visit, ask),
    remove: () => deleteWeb(visit),
    step: (segment) => webStep(segment, visit)
  };
}

function changeWeb(visit: Visit, { body }: Ask): Answer {
  demand(webMask(visit), 'manageWeb');
  const { Title = visit.site.title, Description = visit.site.description, ...changed } = parseBody(webBody, body(), 'SP.Web');
  const settings = { ...visit.site.settings, ...definedValues<string | number | boolean>(changed) };
  updateSite(visit.database, { id: visit.site.id, title: Title, description: Description, settings });
  return { kind: 'merged' };
}

function webStep(segment: Segment, visit: Visit): Resource | undefined {
  switch (segment.name) {
    case 'lists':
      return listsResource(segment, visit);
    case 'getchanges':
      return webChangesResource(visit);
    case 'getlist':
      return listByUrlResource(textArgument(segment, 'strurl'), visit);
    case 'fields':
      return fieldsResource(segment, siteColumns(visit));
    case 'contenttypes':
      return contentTypesResource(segment, siteTypes(visit));
    case 'availablecontenttypes':
      return availableTypesResource(segment, visit);
    case 'availablefields':
      return availableFieldsResource(segment, visit);
    case 'currentuser':
      return currentUserResource(visit);
    case 'siteusers':
      return siteUsersResource(visit, segment);
    case 'getuserbyid':
      return userByIdResource(numberArgument(segment, 'id'), visit);
    case 'associatedownergroup':
      return associatedGroupResource('Owner', visit);
    case 'associatedmembergroup':
      return associatedGroupResource('Member', visit);
    case 'associatedvisitorgroup':
      return associatedGroupResource('Visitor', visit);
    case 'createdefaultassociatedgroups':
      return createAssociatedGroupsResource(segment, visit);
    case 'ensureuser':
      return ensureUserResource(visit);
    case 'sitegroups':
      return siteGroupsResource(visit, segment);
    case 'roledefinitions':
      return roleDefinitionsResource(segment, visit);
    case 'recyclebin':
      return recycleBinResource(segment, { owner: 'Web', visit });
    case 'webs':
      return websResource(visit);
    case 'webinfos':
      return webInfosResource(visit, segment);
    case 'getsubwebsfilteredforcurrentuser':
      return filteredSubwebsResource(visit, segment);
    case 'parentweb':
      return parentWebResource(visit);
    case 'firstuniqueancestorsecurableobject':
      return { get: (ask) => entityAnswer(uniqueWebEntity(visit), 'SP.ApiData.SecurableObjects', ask) };
    case 'allproperties':
      return allPropertiesResource(visit);
    case 'regionalsettings':
      return regionalSettingsResource(visit);
    case 'usercustomactions':
      return customActionsResource(siteActions(visit), segment);
    case 'getavailablewebtemplates':
      return webTemplatesResource(segment);
    case 'getcustomlisttemplates':
      return { get: (ask) => collectionAnswer([], 'SP.ApiData.ListTemplates', ask) };
    case 'effectivebasepermissions':
      return propertyResource('EffectiveBasePermissions', () => basePermissions(webMask(visit)));
    default:
      return documentStep(segment, visit) ?? securableStep(segment, securableWeb(visit)) ?? webMember(segment, webEntity(visit));
  }
}

function webMember(segment: Segment, entity: Entity): Resource | undefined {
  return propertyOf(entity, segment) ?? userResource(entity, segment);
}

/** Answered as `SP.WebInformation`, as SharePoint does; null for a root site. */
function parentWebResource(visit: Visit): Resource {
  const parent = visit.site.parentId === null ? undefined : siteById(visit.database, visit.site.parentId);
  if (parent === undefined) return { get: () => ({ kind: 'null', name: 'ParentWeb' }) };
  const information = webInformation(visitTo(visit, parent));
  return {
    get: (ask) => entityAnswer(information, 'SP.ApiData.WebInformations', ask),
    step: (segment) => propertyOf(information, segment)
  };
}

function siteResource(visit: Visit): Resource {
  const collection = siteCollectionResource(visit, { web: webResource });
  return { ...collection, step: (segment) => siteStep(segment, visit) ?? collection.step?.(segment) };
}

function siteStep(segment: Segment, visit: Visit): Resource | undefined {
  switch (segment.name) {
    case 'recyclebin':
      return recycleBinResource(segment, { owner: 'Site', visit });
    case 'usercustomactions':
      return customActionsResource({ visit, list: undefined, ofCollection: true, path: 'Site', mask: () => webMask(visit) }, segment);
    default:
      return undefined;
  }
}
