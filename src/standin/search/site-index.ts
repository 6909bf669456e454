// What search knows of sites: a document for each that the caller may open and that may be searched, and whether it answers a query.
import type { Visit } from '../endpoints/visit';
import { siteUrl } from '../endpoints/visit';
import { notImplemented } from '../http/errors';
import { fold } from '../odata/evaluate';
import { allows, maskAt } from '../permissions/rights';
import { otherViewer } from '../permissions/viewer';
import type { Site } from '../store/sites';
import { everySite } from '../store/sites';
import type { Condition, KeywordQuery } from './kql';

/** A site as search has it. `properties` by name in lower case, times in ISO 8601. */
export interface SiteDocument {
  readonly id: number;
  readonly properties: Readonly<Record<SiteProperty, string>>;
}

/** The managed properties it has; the names are SharePoint's. */
export const siteProperties = [
  'Title',
  'Path',
  'OriginalPath',
  'Description',
  'SPWebUrl',
  'SPSiteUrl',
  'SiteId',
  'WebId',
  'WebTemplate',
  'contentclass',
  'Created',
  'LastModifiedTime'
] as const;

export type SiteProperty = (typeof siteProperties)[number];

/** The sites that answer the query, oldest first. Throws 501 for a search that could find anything else than sites. */
export function foundSites(query: KeywordQuery, visit: Visit): SiteDocument[] {
  refuseOthers(query);
  return everySite(visit.database)
    .filter((site) => site.settings['NoCrawl'] !== true && isOpenTo(visit, site))
    .map((site) => documentOf(site, new URL(visit.webUrl).origin))
    .filter((document) => query.every((group) => group.some((condition) => holds(condition, document) !== condition.isExcluded)));
}

export function isSiteProperty(name: string): name is SiteProperty {
  return siteProperties.some((property) => property === name);
}

/** Documents, list items and people are not in the index: a query has to say that it is about sites. */
function refuseOthers(query: KeywordQuery): void {
  for (const { property } of query.flat()) {
    if (property !== undefined && !(property in ways)) throw notImplemented(`a search by ${property}`);
  }
  const isAboutSites = query.some((group) =>
    group.every(({ property, text, isPrefix, isExcluded }) => {
      return property === 'contentclass' && !isPrefix && !isExcluded && ['sts_site', 'sts_web'].includes(fold(text));
    })
  );
  if (!isAboutSites) throw notImplemented('a search for anything else than contentclass:STS_Site or contentclass:STS_Web');
}

/** Search is trimmed by the right to see what is in the site; Limited Access alone does not show it (a guess). */
function isOpenTo({ database, directory, tenantId, viewer }: Visit, site: Site): boolean {
  const there = otherViewer(viewer.principal.loginName, directory, { database, site, tenantId });
  return there !== undefined && allows(maskAt({ database, site, viewer: there }, site.scopeId), 'viewListItems');
}

function documentOf(site: Site, origin: string): SiteDocument {
  const url = siteUrl(origin, site);
  return {
    id: site.id,
    properties: {
      Title: site.title,
      Path: url,
      OriginalPath: url,
      Description: site.description,
      SPWebUrl: url,
      SPSiteUrl: siteUrl(origin, { path: site.collectionPath }),
      SiteId: site.siteGuid,
      WebId: site.webGuid,
      WebTemplate: String(site.settings['WebTemplate'] ?? 'STS'),
      contentclass: site.parentId === null ? 'STS_Site' : 'STS_Web',
      Created: site.created,
      LastModifiedTime: site.created
    }
  };
}

type Way = (condition: Condition, properties: SiteDocument['properties']) => boolean;

/** By what sites can be found, and how. */
const ways: Readonly<Record<string, Way>> = {
  contentclass: (condition, { contentclass }) => isValue(condition, contentclass),
  webtemplate: (condition, { WebTemplate }) => isValue(condition, WebTemplate),
  siteid: (condition, { SiteId }) => isValue(condition, SiteId),
  webid: (condition, { WebId }) => isValue(condition, WebId),
  title: (condition, { Title }) => (condition.isWhole ? isValue(condition, Title) : hasWords(condition, Title)),
  path: (condition, { Path }) => isAtOrBelow(condition, Path),
  spsiteurl: (condition, { SPSiteUrl }) => isAtOrBelow(condition, SPSiteUrl)
};

function holds(condition: Condition, { properties }: SiteDocument): boolean {
  const way = condition.property === undefined ? undefined : ways[condition.property];
  if (way !== undefined) return way(condition, properties);
  return hasWords(condition, properties.Title) || hasWords(condition, properties.Path);
}

function isValue({ text, isPrefix }: Condition, value: string): boolean {
  return isPrefix ? fold(value).startsWith(fold(text)) : fold(value) === fold(text);
}

/** An address finds what lies under it. */
function isAtOrBelow({ text, isPrefix }: Condition, address: string): boolean {
  const wanted = fold(text).replace(/\/$/, '');
  return fold(address) === wanted || fold(address).startsWith(isPrefix ? wanted : `${wanted}/`);
}

/** The words after each other; with `*` the last may go on. */
function hasWords({ text, isPrefix }: Condition, value: string): boolean {
  const wanted = wordsOf(text);
  const words = wordsOf(value);
  const isHere = (start: number): boolean =>
    wanted.every((word, at) => {
      const there = words[start + at] ?? '';
      return isPrefix && at === wanted.length - 1 ? there.startsWith(word) : there === word;
    });
  return wanted.length > 0 && words.some((_, start) => isHere(start));
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
