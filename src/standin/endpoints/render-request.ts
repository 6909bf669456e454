// What RenderListDataAsStream is asked: the body, the override parameters and the address say the same things, the nearest to the call wins.
import { z } from 'zod';
import type { View } from '../caml/view';
import { parseView } from '../caml/view';
import type { Comparison, Where } from '../caml/where';
import { badArgument, notImplemented } from '../http/errors';
import { parseBody } from './body';
import type { ListContext } from './item-values';
import type { Ask } from './resource';
import { viewXmlOf } from './view-xml';

export interface RenderRequest {
  readonly view: View;
  /** Bits of `RenderListDataOptions`. */
  readonly options: number;
  readonly addRequiredFields: boolean;
  readonly datesInUtc: boolean;
  readonly paging: URLSearchParams | undefined;
  readonly folder: string | undefined;
  /** Guid of the view that is shown, of zeros when it is none of the list's. */
  readonly viewId: string;
  /** Columns filtered by the address, for `FilterLink`. */
  readonly filters: readonly UrlFilter[];
  readonly sort: { readonly field: string; readonly descending: boolean } | undefined;
}

export interface UrlFilter {
  readonly number: string;
  readonly field: string;
  readonly values: readonly string[];
}

const flag = z.boolean().nullish();
const text = z.string().nullish();

/** `SP.RenderListDataParameters`; the names are those of SharePoint Online's metadata. */
const parametersSchema = z.strictObject({
  AddAllFields: flag,
  AddAllViewFields: flag,
  AddRegionalSettings: flag,
  AddRequiredFields: flag,
  AllowMultipleValueFilterForTaxonomyFields: flag,
  AudienceTarget: flag,
  DatesInUtc: flag,
  DeferredRender: flag,
  ExpandGroups: flag,
  FirstGroupOnly: flag,
  FolderServerRelativeUrl: text,
  ImageFieldsToTryRewriteToCdnUrls: text,
  MergeDefaultView: flag,
  ModernListBoot: flag,
  OriginalDate: flag,
  OverrideViewXml: text,
  Paging: text,
  RenderOptions: z.int().nullish(),
  RenderURLFieldInJSON: flag,
  ReplaceGroup: flag,
  ViewXml: text
});
const bodySchema = z.strictObject({
  parameters: parametersSchema.nullish(),
  overrideParameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullish()).nullish()
});
type Parameters = z.infer<typeof parametersSchema>;

/** Names from the address and the override parameters, in lower case. */
type Overrides = ReadonlyMap<string, string>;

/** Throws 400 for what the types do not have, 501 for options that are not supported. */
export function renderRequest({ body, query }: Ask, context: ListContext): RenderRequest {
  const { parameters, overrideParameters } = parseBody(bodySchema, body(), 'SP.RenderListDataParameters');
  const given = parameters ?? {};
  refuseUnsupported(given);
  const named = [...query, ...Object.entries(overrideParameters ?? {})].flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)] as [string, string]]
  );
  const overrides: Overrides = new Map(named.map(([name, value]) => [name.toLowerCase(), value]));
  const viewId = overrides.get('viewid') ?? overrides.get('view');
  const base = parseView(nonEmpty(given.ViewXml) ?? viewXmlOf(context, viewId));
  return {
    ...asked(given, overrides, new URLSearchParams(named)),
    ...changedBy(overrides, { ...base, ...overridden(given), ...(given.AddAllFields === true && { viewFields: undefined }) }),
    viewId: viewId?.replace(/[{}]/g, '').toLowerCase() ?? '00000000-0000-0000-0000-000000000000'
  };
}

function refuseUnsupported(given: Parameters): void {
  const unsupported = (
    ['AddAllViewFields', 'AddRegionalSettings', 'AudienceTarget', 'MergeDefaultView', 'OriginalDate', 'RenderURLFieldInJSON'] as const
  ).find((name) => given[name] === true);
  if (unsupported !== undefined) throw notImplemented(`${unsupported} of RenderListDataAsStream`);
}

function asked(
  given: Parameters,
  overrides: Overrides,
  named: URLSearchParams
): Pick<RenderRequest, 'options' | 'addRequiredFields' | 'datesInUtc' | 'paging' | 'folder'> {
  const unsupported = ['groupstring', 'drilldown', 'inplacesearchquery', 'isgroup'].find((name) => overrides.has(name));
  if (unsupported !== undefined) throw notImplemented(`${unsupported} of RenderListDataAsStream`);
  const paging = nonEmpty(given.Paging);
  return {
    options: given.RenderOptions ?? 0,
    addRequiredFields: given.AddRequiredFields === true,
    datesInUtc: given.DatesInUtc === true,
    paging: paging !== undefined ? new URLSearchParams(paging.replace(/^\?/, '')) : named.has('Paged') ? named : undefined,
    folder: nonEmpty(overrides.get('rootfolder') ?? given.FolderServerRelativeUrl)
  };
}

/** The parts that `OverrideViewXml` has take the place of the view's. */
function overridden({ OverrideViewXml }: Parameters): Partial<View> {
  const xml = nonEmpty(OverrideViewXml);
  if (xml === undefined) return {};
  const { where, orderBy, viewFields, rowLimit, paged, scope } = parseView(xml);
  return {
    ...(where && { where }),
    ...(orderBy.length > 0 && { orderBy }),
    ...(viewFields && { viewFields }),
    ...(rowLimit !== undefined && { rowLimit, paged }),
    ...(scope !== '' && { scope })
  };
}

/** Filters and order from the address come on top of the view's. */
function changedBy(overrides: Overrides, view: View): Pick<RenderRequest, 'view' | 'filters' | 'sort'> {
  const filters = filtersIn(overrides);
  const field = overrides.get('sortfield');
  const sort = field === undefined ? undefined : { field, descending: /^desc/i.test(overrides.get('sortdir') ?? '') };
  const wheres = [...(view.where ? [view.where] : []), ...filters.map((filter) => whereOf(filter, overrides))];
  const where = wheres.length === 0 ? undefined : wheres.reduce((left, right) => ({ kind: 'and', left, right }));
  const orderBy = sort ? [{ field: byName(sort.field), descending: sort.descending }] : view.orderBy;
  return { view: { ...view, where, orderBy }, filters, sort };
}

/** `FilterField1` with `FilterValue1`, `FilterFields1` with `FilterValues1` (several, between `;#`), and so on. */
function filtersIn(overrides: Overrides): UrlFilter[] {
  return [...overrides].flatMap(([name, field]) => {
    const [, plural, number] = /^filterfield(s?)(\d*)$/.exec(name) ?? [];
    if (number === undefined) return [];
    const value = decodedAgain(overrides.get(`filtervalue${plural ?? ''}${number}`) ?? '');
    return [{ number, field, values: plural === 's' ? value.split(';#') : [value] }];
  });
}

/** Filter values come encoded twice, as SharePoint's pages and PnPjs's own test send them. */
function decodedAgain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const filterOperators: readonly string[] = ['Eq', 'Neq', 'Lt', 'Leq', 'Gt', 'Geq', 'BeginsWith', 'Contains'] satisfies Comparison[];

function whereOf({ number, field, values }: UrlFilter, overrides: Overrides): Where {
  const lookupId = overrides.get(`filterlookupid${number}`) === '1';
  const operator = overrides.get(`filterop${number}`) ?? 'Eq';
  if (operator !== 'In' && !isOperator(operator)) throw badArgument(`The filter operator '${operator}' is not valid.`);
  const test = (value: string): Where => {
    if (value === '') return { kind: 'null', field: byName(field), isNull: true };
    const compared = { kind: 'text', text: value, type: 'Text', withTime: false, inUtc: false } as const;
    return { kind: 'compare', operator: isOperator(operator) ? operator : 'Eq', field: { ...byName(field), lookupId }, value: compared };
  };
  return values.map(test).reduce((left, right) => ({ kind: 'or', left, right }));
}

function isOperator(name: string): name is Comparison {
  return filterOperators.includes(name);
}

function byName(name: string): { readonly name: string; readonly id: undefined; readonly lookupId: false } {
  return { name, id: undefined, lookupId: false };
}

function nonEmpty(given: string | null | undefined): string | undefined {
  return given === null || given === '' ? undefined : given;
}
