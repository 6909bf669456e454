// The system query options of a call, read once: $select, $expand, $filter, $orderby, $top, $skip, $skiptoken.
import { invalidClientQuery, notImplemented } from '../http/errors';
import type { Filter } from './filter-parser';
import { parseFilter } from './filter-parser';

export interface Order {
  readonly path: readonly string[];
  readonly descending: boolean;
  /** What the paging token calls it, where that is not the path. */
  readonly key?: string;
}

export interface QueryOptions {
  /** Empty: no $select. */
  readonly select: readonly (readonly string[])[];
  readonly expand: readonly (readonly string[])[];
  readonly filter: Filter | undefined;
  readonly orderBy: readonly Order[];
  readonly top: number | undefined;
  readonly skip: number;
  readonly skipToken: URLSearchParams | undefined;
}

/** Throws 400 for a malformed option and 501 for one that is not supported. */
export function readQueryOptions(query: URLSearchParams): QueryOptions {
  for (const name of query.keys()) {
    if (name.startsWith('$') && !known.includes(name.toLowerCase())) throw notImplemented(`the query option ${name}`);
  }
  const filter = query.get('$filter');
  return {
    select: paths(query.get('$select')),
    expand: paths(query.get('$expand')),
    filter: filter === null || filter.trim() === '' ? undefined : parseFilter(filter),
    orderBy: commaSeparated(query.get('$orderby')).map(order),
    top: count(query.get('$top'), '$top'),
    skip: count(query.get('$skip'), '$skip') ?? 0,
    skipToken: query.has('$skiptoken') ? new URLSearchParams(query.get('$skiptoken') ?? '') : undefined
  };
}

const known = ['$select', '$expand', '$filter', '$orderby', '$top', '$skip', '$skiptoken'];

/** A comma too many is refused, as SharePoint Online does. */
function commaSeparated(text: string | null): string[] {
  if (text === null || text.trim() === '') return [];
  const parts = text.split(',').map((part) => part.trim());
  if (parts.includes('')) throw invalidClientQuery(`The expression "${text}" is not valid.`);
  return parts;
}

function paths(text: string | null): string[][] {
  return commaSeparated(text).map((part) => part.split('/'));
}

function order(text: string): Order {
  const match = /^(\S+)(?:\s+(asc|desc))?$/i.exec(text);
  if (match?.[1] === undefined) throw invalidClientQuery(`The expression "${text}" is not valid.`);
  return { path: match[1].split('/'), descending: match[2]?.toLowerCase() === 'desc' };
}

function count(text: string | null, name: string): number | undefined {
  if (text === null) return undefined;
  if (!/^\d+$/.test(text)) throw invalidClientQuery(`The ${name} query parameter '${text}' must be a positive integer.`);
  return Number(text);
}
