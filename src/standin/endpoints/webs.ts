// Sub-sites: `webs`, `webinfos`, `getsubwebsfilteredforcurrentuser`, making and deleting them.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { accessDenied, badArgument, notImplemented, siteAddressTaken } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand, webMask } from '../permissions/rights';
import { fullControlRole } from '../permissions/roles';
import type { Site } from '../store/sites';
import { assign, deleteSubsite, insertSubsite, siteByPath, subsitesOf } from '../store/sites';
import { parseBody } from './body';
import { makeStandardLibraries } from './libraries';
import type { Ask, Resource } from './resource';
import { collectionAnswer, entityAnswer, textArgument } from './resource';
import type { Visit } from './visit';
import { visitTo } from './visit';
import { webEntity, webInformation } from './web-entity';

const webs = 'SP.ApiData.Webs';
const informations = 'SP.ApiData.WebInformations';

/** Throws 403 when there is a sub-site that the caller may not open; `webinfos` leaves it out instead (second-hand). */
export function subsiteEntities(visit: Visit): Entity[] {
  const below = subsitesOf(visit.database, visit.site).map((site) => visitTo(visit, site));
  if (below.some((sub) => webMask(sub) === 0n)) throw accessDenied();
  return below.map(webEntity);
}

export function websResource(visit: Visit): Resource {
  return {
    get: (ask) => collectionAnswer(subsiteEntities(visit), webs, ask),
    step: ({ name }) =>
      name === 'add' ? { post: (ask) => entityAnswer(webEntity(visitTo(visit, addSubsite(ask, visit))), webs, ask) } : undefined
  };
}

export function webInfosResource(visit: Visit, segment: Segment): Resource {
  if (segment.positional !== undefined) return webInfoResource(textArgument(segment, 'id'), visit);
  return {
    get: (ask) => collectionAnswer(openSubsites(visit).map(webInformation), informations, ask),
    step: (next) => {
      if (next.name === 'getbyid') return webInfoResource(textArgument(next, 'id'), visit);
      if (next.name !== 'add') return undefined;
      return { post: (ask) => entityAnswer(webInformation(visitTo(visit, addSubsite(ask, visit))), informations, ask) };
    }
  };
}

/** Takes only "every template": -1 for the filter and for the configuration. */
export function filteredSubwebsResource(visit: Visit, { named }: Segment): Resource {
  if (Number(named.get('nwebtemplatefilter') ?? -1) !== -1) throw notImplemented('getSubwebsFilteredForCurrentUser with a template');
  return { get: (ask) => collectionAnswer(openSubsites(visit).map(webInformation), informations, ask) };
}

/** A root site cannot be deleted over REST, nor a site that has sub-sites; status and code of both are a guess. */
export function deleteWeb(visit: Visit): Answer {
  demand(webMask(visit), 'manageWeb');
  const { site, database, now } = visit;
  if (site.parentId === null) throw notImplemented('deleting a site collection');
  if (subsitesOf(database, site).length > 0) {
    throw badArgument(`There was a problem deleting web "${site.path}". Sites that have subsites or certain apps can't be deleted.`);
  }
  deleteSubsite(database, site, now);
  return { kind: 'deleted' };
}

function openSubsites(visit: Visit): Visit[] {
  return subsitesOf(visit.database, visit.site)
    .map((site) => visitTo(visit, site))
    .filter((sub) => webMask(sub) !== 0n);
}

function webInfoResource(id: string, visit: Visit): Resource {
  const found = openSubsites(visit).find(({ site }) => site.webGuid === id.toLowerCase());
  if (found === undefined) throw badArgument('Value does not fall within the expected range.');
  return { get: (ask) => entityAnswer(webInformation(found), informations, ask) };
}

const newWeb = z.strictObject({
  parameters: z.strictObject({
    Title: z.string().min(1),
    Url: z.string().min(1),
    Description: z.string().optional(),
    WebTemplate: z.string().optional(),
    Language: z.int().optional(),
    UseSamePermissionsAsParentSite: z.boolean().optional()
  })
});

/** With permissions of its own, the person who makes it has full control (a guess for applications: nobody has). */
function addSubsite({ body }: Ask, visit: Visit): Site {
  demand(webMask(visit), 'manageSubwebs');
  const { parameters } = parseBody(newWeb, body(), 'SP.WebCreationInformation');
  const inherits = parameters.UseSamePermissionsAsParentSite ?? false;
  const site = insertSubsite(visit.database, visit.site, {
    path: freePath(parameters.Url, visit),
    title: parameters.Title,
    description: parameters.Description ?? '',
    now: visit.now,
    settings: { ...templateSettings(parameters.WebTemplate), Language: parameters.Language ?? 1033 },
    inherits
  });
  makeStandardLibraries({ database: visit.database, siteId: site.id, path: site.path, now: visit.now });
  const { principal } = visit.viewer;
  if (!inherits && principal.kind === 'user') assign(visit.database, site.scopeId, { principalId: principal.id, roleId: fullControlRole });
  return site;
}

function freePath(url: string, { site, database }: Visit): string {
  const leaf = url.replace(/^\/+|\/+$/g, '');
  if (!/^[^"#%*:<>?/\\|]+$/.test(leaf) || leaf.startsWith('_')) throw badArgument(`The Web site address "${url}" is not valid.`);
  const path = `${site.path === '/' ? '' : site.path}/${leaf}`;
  if (siteByPath(database, path)) throw siteAddressTaken(path);
  return path;
}

/** A team site, `STS` or `STS#<configuration>`; other templates come with lists and pages that the stand-in does not make. */
function templateSettings(template = 'STS'): { readonly WebTemplate: string; readonly Configuration: number } {
  const [, configuration] = /^(?:STS)?(?:#(\d))?$/i.exec(template) ?? [];
  if (template !== '' && !/^STS(#\d)?$/i.test(template)) throw notImplemented(`a site made from the template ${template}`);
  return { WebTemplate: 'STS', Configuration: Number(configuration ?? 0) };
}
