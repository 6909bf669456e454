// RenderListDataAsStream and renderListData: a page of rows as SharePoint's own list pages take them.
import type { Answer } from '../http/answer';
import { notImplemented } from '../http/errors';
import { pagingToken } from '../odata/item-paging';
import { demand, listMask } from '../permissions/rights';
import type { Segment } from '../odata/resource-path';
import { parseView } from '../caml/view';
import { lookupsOfView, rowsOfView, shownFields } from './caml-query';
import { folderCondition } from './folder-scope';
import type { Place } from './item-rows';
import { readRows } from './item-rows';
import type { ListContext } from './item-values';
import { contextInfo, listSchema, viewMetadata } from './render-context';
import type { RenderRequest } from './render-request';
import { renderRequest } from './render-request';
import { hexMask, renderedRow } from './render-row';
import type { Resource } from './resource';
import { textArgument } from './resource';
import { refuseTooManyLookups } from './throttling';

/** The answer is bare JSON whatever shape was asked for [recorded]. */
export function renderListDataAsStream(context: ListContext): Resource {
  return {
    post: (ask) => {
      demand(listMask(context.visit, context.list), 'viewListItems');
      return jsonAnswer(rendered(renderRequest(ask, context), context));
    }
  };
}

/** `renderListData(@viewXml)`: the same rows as a text of JSON. */
export function renderListData(segment: Segment, context: ListContext): Resource {
  return {
    post: () => {
      const request: RenderRequest = {
        view: parseView(textArgument(segment, 'viewxml')),
        options: 0,
        addRequiredFields: false,
        datesInUtc: false,
        paging: undefined,
        folder: undefined,
        viewId: noView,
        filters: [],
        sort: undefined
      };
      return { kind: 'property', name: 'RenderListData', value: JSON.stringify(listData(request, context)) };
    }
  };
}

function jsonAnswer(body: Readonly<Record<string, unknown>>): Answer {
  return { kind: 'content', bytes: Buffer.from(JSON.stringify(body)), contentType: 'application/json; charset=utf-8' };
}

const noView = '00000000-0000-0000-0000-000000000000';

/** `RenderListDataOptions`, Microsoft's documentation of the enumeration. */
const contextInfoBit = 1;
const listDataBit = 2;
const listSchemaBit = 4;
const viewMetadataBit = 1024;
/**
 * Menu, file system ids, quick launch, spotlight, visualization, no automatic hyperlinks, media addresses: what they add is empty for
 * a list that has none of it, or they leave something out that the stand-in never puts in. A guess for the empty ones.
 */
const withoutEffect = 8 | 32 | 128 | 256 | 512 | 2048 | 4096;

/** Alone, the rows are the whole answer; with other options they are its part `ListData`. */
function rendered(request: RenderRequest, context: ListContext): Readonly<Record<string, unknown>> {
  const { options } = request;
  const unsupported = options & ~(contextInfoBit | listDataBit | listSchemaBit | viewMetadataBit | withoutEffect);
  if (unsupported !== 0) throw notImplemented(`RenderOptions ${unsupported}`);
  if ((options & ~listDataBit) === 0) return listData(request, context);
  return {
    wpq: '',
    Templates: {},
    ...((options & listDataBit) !== 0 && { ListData: listData(request, context) }),
    ...((options & listSchemaBit) !== 0 && { ListSchema: listSchema(request, context) }),
    ...((options & contextInfoBit) !== 0 && contextInfo(request, context)),
    ...((options & viewMetadataBit) !== 0 && { ViewMetadata: viewMetadata(request, context) })
  };
}

function listData(request: RenderRequest, context: ListContext): Readonly<Record<string, unknown>> {
  const { view, paging, sort } = request;
  refuseTooManyLookups(lookupsOfView(view, context));
  const page = readRows(context, {
    ...rowsOfView(view, context),
    within: folderCondition(context, view.scope, request.folder),
    token: paging
  });
  const looks = {
    shown: shownFields(view, context) ?? context.fields,
    required: request.addRequiredFields,
    datesInUtc: request.datesInUtc
  };
  const first = firstRow(request, page.rows.length);
  return {
    Row: page.rows.map((row) => renderedRow(row, context, looks)),
    FirstRow: first,
    FolderPermissions: hexMask(listMask(context.visit, context.list)),
    LastRow: first + page.rows.length - 1,
    RowLimit: view.rowLimit ?? unlimited,
    ...(view.paged && page.next && { NextHref: nextHref(page.next, first + page.rows.length, request) }),
    ...(view.paged && page.previous && first > 1 && { PrevHref: previousHref(page.previous, first, request) }),
    ...(sort && { SortField: sort.field, SortDir: sort.descending ? 'descending' : 'ascending' }),
    ...(request.filters.length > 0 && { FilterFields: `;${request.filters.map(({ field }) => field).join(';')};` }),
    FilterLink: filterLink(request),
    ForceNoHierarchy: '1',
    HierarchyHasIndention: '',
    CurrentFolderPrincipalCount: '0',
    CurrentFolderSpItemUrl: ''
  };
}

/** What the answer says of a view without row limit: a guess. */
const unlimited = 2147483647;

/** A page before another begins as many rows earlier as it has. */
function firstRow({ paging }: RenderRequest, rows: number): number {
  const given = Number(paging?.get('PageFirstRow') ?? 1);
  const first = Number.isInteger(given) && given > 0 ? given : 1;
  return paging?.get('PagedPrev')?.toUpperCase() === 'TRUE' ? Math.max(1, first - rows) : first;
}

/** `?Paged=TRUE&p_ID=3&PageFirstRow=4&View=…` (seen in public addresses of SharePoint's pages). */
function nextHref(place: Place, firstOfNext: number, { viewId }: RenderRequest): string {
  return `?${pagingToken(place)}&PageFirstRow=${firstOfNext}&View=${viewId}`;
}

function previousHref(place: Place, first: number, { viewId }: RenderRequest): string {
  return `?PagedPrev=TRUE&${pagingToken(place)}&PageFirstRow=${first}&View=${viewId}`;
}

function filterLink({ filters }: RenderRequest): string {
  const parts = filters.map(({ number, field, values }) => {
    const several = values.length > 1 ? 's' : '';
    return `FilterField${several}${number}=${field}&FilterValue${several}${number}=${encodeURIComponent(values.join(';#'))}&`;
  });
  return `?${parts.join('')}`;
}
