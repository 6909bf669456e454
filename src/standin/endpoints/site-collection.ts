// `_api/site`: the collection, its root site, its owner, and opening a site of it by id.
import type { Entity } from '../http/answer';
import { complex } from '../http/answer';
import { accessDenied, unknownSite } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { webMask } from '../permissions/rights';
import { principals } from '../store/principals';
import type { Site } from '../store/sites';
import { siteById, siteByPath, sitesOfCollection } from '../store/sites';
import { siteChangeToken, siteChangesResource } from './changes';
import { userEntity } from './principals';
import { recycleBinEntities } from './recycled-entity';
import type { Resource } from './resource';
import { entityAnswer, propertyOf, textArgument } from './resource';
import type { Visit } from './visit';
import { visitTo } from './visit';
import { webEntity } from './web-entity';

interface SiteSteps {
  readonly web: (visit: Visit) => Resource;
}

/** `web` gives the resource of one site of the collection. */
export function siteCollectionResource(visit: Visit, { web }: SiteSteps): Resource {
  const root = rootVisit(visit);
  return {
    get: (ask) => entityAnswer(collectionEntity(root), 'SP.ApiData.Sites', ask),
    step: (segment) => {
      switch (segment.name) {
        case 'rootweb':
          return web(opened(root));
        case 'owner':
          return { get: (ask) => entityAnswer(ownerEntity(root), 'SP.ApiData.Users', ask) };
        case 'getchanges':
          return siteChangesResource(root);
        case 'openwebbyid':
          return openWebResource(segment, visit);
        default:
          return propertyOf(collectionEntity(root), segment);
      }
    }
  };
}

/** Throws 403 for a site the caller has no permission on. */
function opened(visit: Visit): Visit {
  if (webMask(visit) === 0n) throw accessDenied();
  return visit;
}

export function rootVisit(visit: Visit): Visit {
  const root = siteById(visit.database, visit.site.collectionId);
  return root === undefined ? visit : visitTo(visit, root);
}

/** `SP.Site.Exists`: whether a collection has this absolute address, whoever may see it (a guess). */
export function siteExists(url: string, { database }: Visit): boolean {
  if (!URL.canParse(url)) return false;
  const site = siteByPath(database, decodeURIComponent(new URL(url).pathname).replace(/(?<=.)\/$/, ''));
  return site?.parentId === null;
}

/** The site nearest to a page's absolute address, for `sp.web.getweburlfrompageurl`. */
export function siteOfPage(url: string, { database }: Visit): Site {
  const parts = URL.canParse(url) ? decodeURIComponent(new URL(url).pathname).split('/') : [];
  for (let length = parts.length; length > 0; length--) {
    const site = siteByPath(database, parts.slice(0, length).join('/') || '/');
    if (site) return site;
  }
  throw unknownSite(url);
}

function openWebResource(segment: Segment, visit: Visit): Resource {
  const id = textArgument(segment, 'gwebid').toLowerCase();
  const site = sitesOfCollection(visit.database, visit.site).find(({ webGuid }) => webGuid === id);
  if (site === undefined) throw unknownSite(id);
  const found = opened(visitTo(visit, site));
  return { post: (ask) => entityAnswer(webEntity(found), 'SP.ApiData.Webs', ask) };
}

/** Properties and values after an answer recorded from SharePoint Online; those that say nothing about the stand-in are left out. */
function collectionEntity(root: Visit): Entity {
  return {
    type: 'SP.Site',
    path: 'site',
    properties: {
      AllowDesigner: true,
      Classification: '',
      CompatibilityLevel: 15,
      CurrentChangeToken: siteChangeToken(root),
      DisableFlows: false,
      GroupId: '00000000-0000-0000-0000-000000000000',
      HubSiteId: '00000000-0000-0000-0000-000000000000',
      Id: root.site.siteGuid,
      IsHubSite: false,
      LockIssue: null,
      MaxItemsPerThrottledOperation: root.listViewThreshold,
      ResourcePath: complex('SP.ResourcePath', { DecodedUrl: root.webUrl }),
      PrimaryUri: root.webUrl,
      ReadOnly: false,
      RequiredDesignerVersion: '15.0.0.0',
      ServerRelativeUrl: root.site.path,
      ShareByEmailEnabled: false,
      ShareByLinkEnabled: false,
      TrimAuditLog: true,
      Url: root.webUrl,
      WriteLocked: false
    },
    related: {
      Owner: () => ownerEntity(root),
      RecycleBin: () => recycleBinEntities({ owner: 'Site', visit: root }),
      RootWeb: () => webEntity(opened(root))
    }
  };
}

/** The first site administrator. */
function ownerEntity(root: Visit): Entity {
  const administrator = principals(root.database, root.site.id).find(({ isSiteAdmin }) => isSiteAdmin);
  return userEntity(administrator ?? root.viewer.principal, root);
}
