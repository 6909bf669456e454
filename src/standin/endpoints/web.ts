// `_api/web`, `_api/site`, `_api/contextinfo`: the site itself, and the first step of every path.
import { z } from 'zod';
import type { Entity } from '../http/answer';
import { complex } from '../http/answer';
import { digestSeconds } from '../http/digest';
import { accessDenied } from '../http/errors';
import { demand, webMask } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import type { Securable } from '../permissions/securable';
import type { Segment } from '../odata/resource-path';
import { updateSite } from '../store/sites';
import { parseBody } from './body';
import { customActionsResource } from './custom-actions';
import { listByUrlResource, listsResource } from './lists';
import { peoplePickerResource } from './people-picker';
import { currentUserResource, ensureUserResource, siteGroupsResource, userByIdResource, usersSegment } from './principals';
import type { Resource } from './resource';
import { entityAnswer, numberArgument, propertyOf, propertyResource, textArgument } from './resource';
import { recycleBinResource } from './recycle-bin';
import { roleDefinitionsResource } from './role-definitions';
import { securableRelated } from './role-assignments';
import { securableStep } from './securable';
import type { Visit } from './visit';

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
        default:
          return peoplePickerResource(segment.name, visit);
      }
    }
  };
}

function webResource(visit: Visit): Resource {
  return {
    get: (ask) => entityAnswer(webEntity(visit), 'SP.ApiData.Webs', ask),
    merge: ({ body }) => {
      demand(webMask(visit), 'manageWeb');
      const { Title, Description } = parseBody(webBody, body(), 'SP.Web');
      updateSite(visit.database, {
        id: visit.site.id,
        title: Title ?? visit.site.title,
        description: Description ?? visit.site.description
      });
      return { kind: 'merged' };
    },
    step: (segment) => webStep(segment, visit)
  };
}

const webBody = z.strictObject({ Title: z.string().min(1).optional(), Description: z.string().optional() });

function webStep(segment: Segment, visit: Visit): Resource | undefined {
  switch (segment.name) {
    case 'lists':
      return listsResource(segment, visit);
    case 'getlist':
      return listByUrlResource(textArgument(segment, 'strurl'), visit);
    case 'currentuser':
      return currentUserResource(visit);
    case 'siteusers':
      return usersSegment(segment, visit);
    case 'getuserbyid':
      return userByIdResource(numberArgument(segment, 'id'), visit);
    case 'ensureuser':
      return ensureUserResource(visit);
    case 'sitegroups':
      return siteGroupsResource(visit, segment);
    case 'roledefinitions':
      return roleDefinitionsResource();
    case 'recyclebin':
      return recycleBinResource(segment, { owner: 'Web', visit });
    case 'usercustomactions':
      return customActionsResource({ visit, list: undefined, path: 'Web', mask: () => webMask(visit) }, segment);
    case 'effectivebasepermissions':
      return propertyResource('EffectiveBasePermissions', () => basePermissions(webMask(visit)));
    default:
      return securableStep(segment, securableWeb(visit)) ?? propertyOf(webEntity(visit), segment);
  }
}

/** The root web of a site always has its own permissions. */
function securableWeb(visit: Visit): Securable {
  return {
    visit,
    path: 'Web',
    scopeId: visit.site.scopeId,
    parentScopes: [],
    mask: () => webMask(visit),
    setScope: () => undefined,
    clearBelow: () => undefined
  };
}

function webEntity(visit: Visit): Entity {
  const { site } = visit;
  return {
    type: 'SP.Web',
    path: 'Web',
    id: `${visit.webUrl}/_api/Web`,
    properties: {
      AllowRssFeeds: true,
      Configuration: 0,
      Created: site.created,
      Description: site.description,
      Id: site.webGuid,
      Language: 1033,
      LastItemModifiedDate: site.created,
      MasterUrl: `${visit.site.path}/_catalogs/masterpage/seattle.master`,
      NoCrawl: false,
      QuickLaunchEnabled: true,
      ServerRelativeUrl: site.path,
      Title: site.title,
      Url: visit.webUrl,
      WebTemplate: 'STS'
    },
    onRequest: {
      EffectiveBasePermissions: () => basePermissions(webMask(visit)),
      HasUniqueRoleAssignments: () => true
    },
    related: securableRelated(securableWeb(visit))
  };
}

function siteResource(visit: Visit): Resource {
  const entity: Entity = {
    type: 'SP.Site',
    path: 'Site',
    properties: {
      Id: visit.site.siteGuid,
      PrimaryUri: `${visit.webUrl}/`,
      ReadOnly: false,
      ServerRelativeUrl: visit.site.path,
      Url: visit.webUrl
    }
  };
  return {
    get: (ask) => entityAnswer(entity, 'SP.ApiData.Sites', ask),
    step: (segment) => {
      if (segment.name === 'recyclebin') return recycleBinResource(segment, { owner: 'Site', visit });
      return segment.name === 'rootweb' ? webResource(visit) : propertyOf(entity, segment);
    }
  };
}

function contextInfoResource(visit: Visit): Resource {
  return {
    post: () => ({
      kind: 'property',
      name: 'GetContextWebInformation',
      value: complex('SP.ContextWebInformation', {
        FormDigestTimeoutSeconds: digestSeconds,
        FormDigestValue: visit.issueDigest(),
        LibraryVersion: '16.0.0.0',
        SiteFullUrl: visit.webUrl,
        SupportedSchemaVersions: ['14.0.0.0', '15.0.0.0'],
        WebFullUrl: visit.webUrl
      })
    })
  };
}
