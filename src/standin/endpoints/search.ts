// `_api/search`: finding sites by a keyword query, with GET (`query`) and with POST (`postquery`).
import { z } from 'zod';
import type { Answer } from '../http/answer';
import { invalidClientQuery, notImplemented } from '../http/errors';
import type { Argument, Segment } from '../odata/resource-path';
import { readKql } from '../search/kql';
import { searchResult } from '../search/search-answer';
import { foundSites, isSiteProperty, siteProperties } from '../search/site-index';
import type { SiteDocument, SiteProperty } from '../search/site-index';
import type { Body } from './body';
import { parseBody } from './body';
import type { Resource } from './resource';
import type { Visit } from './visit';

export function searchResource(visit: Visit): Resource {
  return {
    step: (segment) => {
      switch (segment.name) {
        case 'query':
          return { get: ({ query }) => searchAnswer('query', requestInAddress(segment, query), visit) };
        case 'postquery':
          return { post: ({ body }) => searchAnswer('postquery', parseBody(postBody, body(), requestType).request, visit) };
        default:
          return undefined;
      }
    }
  };
}

const requestType = 'Microsoft.Office.Server.Search.REST.SearchRequest';
const postBody = z.strictObject({ request: z.record(z.string(), z.unknown()) });

const searchRequest = z.object({
  Querytext: z.string(),
  SelectProperties: z.array(z.string()).optional(),
  StartRow: z.int().min(0).optional(),
  RowLimit: z.int().min(0).optional(),
  TrimDuplicates: z.boolean().optional(),
  SortList: z.array(z.object({ Property: z.string(), Direction: z.int() })).optional()
});

type SearchRequest = z.infer<typeof searchRequest>;

/** What changes nothing when only sites are found, without rules and result types. */
const withoutEffect = ['ClientType', 'QueryTag', 'EnableQueryRules', 'EnableInterleaving', 'ProcessBestBets', 'BypassResultTypes'];
/** Ten when the request does not say, and never more than 500 at a time, whatever it says (second-hand). */
const usualRows = 10;
const mostRows = 500;

function searchAnswer(name: string, said: Body, visit: Visit): Answer {
  const started = performance.now();
  if (visit.viewer.principal.kind === 'application') throw notImplemented('search by an application');
  const request = parseBody(searchRequest, knownParts(said), requestType);
  const all = sorted(foundSites(readKql(request.Querytext), visit), request);
  const kept = request.TrimDuplicates === false ? all : withoutDuplicates(all);
  const { StartRow = 0 } = request;
  const rowLimit = Math.min(request.RowLimit ?? usualRows, mostRows);
  const value = searchResult({
    documents: kept.slice(StartRow, StartRow + rowLimit),
    select: selectedOf(request),
    rowLimit,
    total: kept.length,
    totalWithDuplicates: all.length,
    took: Math.ceil(performance.now() - started)
  });
  return { kind: 'property', name, value };
}

/** Clients send empty lists for what they do not ask for. */
function knownParts(said: Body): Body {
  const parts = Object.entries(said).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  const unknown = parts.find(([name]) => !(name in searchRequest.shape) && !withoutEffect.includes(name));
  if (unknown !== undefined) throw notImplemented(`search with ${unknown[0]}`);
  return Object.fromEntries(parts);
}

/** All that it has when nothing is selected; SharePoint answers a set of its own. */
function selectedOf({ SelectProperties }: SearchRequest): readonly SiteProperty[] {
  if (SelectProperties === undefined) return siteProperties;
  const unknown = SelectProperties.find((name) => !isSiteProperty(name));
  if (unknown !== undefined) throw notImplemented(`the search property ${unknown}`);
  return SelectProperties.filter(isSiteProperty);
}

const sortable = ['[docid]', 'created', 'lastmodifiedtime'];

function sorted(documents: readonly SiteDocument[], { SortList = [] }: SearchRequest): SiteDocument[] {
  const [by, further] = SortList;
  if (by === undefined) return [...documents];
  const key = by.Property.toLowerCase();
  if (further !== undefined || !sortable.includes(key) || ![0, 1].includes(by.Direction)) {
    throw notImplemented(`search sorted by ${SortList.map(({ Property, Direction }) => `${Property} ${Direction}`).join(', ')}`);
  }
  const sign = by.Direction === 0 ? 1 : -1;
  const compared = (a: SiteDocument, b: SiteDocument): number => {
    return key === '[docid]' ? a.id - b.id : a.properties.Created.localeCompare(b.properties.Created) || a.id - b.id;
  };
  return [...documents].sort((a, b) => sign * compared(a, b));
}

/** SharePoint takes sites whose pages are alike for the same and shows one of them; by title and description is a guess. */
function withoutDuplicates(documents: readonly SiteDocument[]): SiteDocument[] {
  const alike = ({ properties: { Title, Description } }: SiteDocument): string => JSON.stringify([Title, Description]);
  return documents.filter((document, at) => documents.findIndex((other) => alike(other) === alike(document)) === at);
}

const namesInAddress = new Map([...Object.keys(searchRequest.shape), ...withoutEffect].map((name) => [name.toLowerCase(), name]));

/** `query?querytext='…'&rowlimit=10` or `query(querytext='…',rowlimit=10)`; lists are one text with commas, and sorting is `name:ascending`. */
function requestInAddress({ named }: Segment, query: URLSearchParams): Body {
  const inQuery = [...query].map(([name, text]) => [name.toLowerCase(), literal(text)] as const);
  const said = [...named, ...inQuery].map(([name, value]) => {
    const known = namesInAddress.get(name);
    if (known === undefined) throw notImplemented(`search with ${name}`);
    return [known, listed(known, value)] as const;
  });
  return Object.fromEntries(said);
}

function listed(name: string, value: Argument): unknown {
  if (typeof value !== 'string') return value;
  const parts = (): string[] => value.split(',').map((part) => part.trim());
  if (name === 'SelectProperties') return parts();
  if (name !== 'SortList') return value;
  return parts().map((part) => {
    const [, Property = '', direction = ''] = /^(.*?)(?::(ascending|descending))?$/i.exec(part) ?? [];
    return { Property, Direction: direction.toLowerCase() === 'descending' ? 1 : 0 };
  });
}

function literal(text: string): Argument {
  const quoted = /^'((?:[^']|'')*)'$/.exec(text.trim());
  if (quoted?.[1] !== undefined) return quoted[1].replaceAll("''", "'");
  if (/^\d+$/.test(text)) return Number(text);
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  throw invalidClientQuery(`The expression "${text}" is not valid.`);
}
