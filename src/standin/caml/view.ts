/**
 * Reads a CAML view (Microsoft's "View schema") into what it asks for:
 *
 *   <View Scope="RecursiveAll">
 *     <Query><Where>…</Where><OrderBy><FieldRef Name="…" Ascending="FALSE"/></OrderBy></Query>
 *     <ViewFields><FieldRef Name="…"/></ViewFields>
 *     <RowLimit Paged="TRUE">100</RowLimit>
 *   </View>
 */
import { invalidCaml, notImplemented } from '../http/errors';
import type { FieldRef, Where } from './where';
import { fieldRef, readWhere } from './where';
import type { Element } from '../xml';
import { childNamed, isTrue, parseXml } from '../xml';

export interface View {
  readonly scope: Scope;
  readonly where: Where | undefined;
  readonly orderBy: readonly Ordering[];
  /** Undefined: the view names none. */
  readonly viewFields: readonly FieldRef[] | undefined;
  /** Undefined: the view sets none. */
  readonly rowLimit: number | undefined;
  readonly paged: boolean;
}

/** How deep a query goes: '' is the files and folders of one folder. */
export type Scope = '' | 'FilesOnly' | 'Recursive' | 'RecursiveAll';

export interface Ordering {
  readonly field: FieldRef;
  readonly descending: boolean;
}

/** An empty text is a view that asks for nothing in particular. Throws 400 for what is no view, 501 for parts not supported. */
export function parseView(xml: string): View {
  const view: Element | undefined = xml.trim() === '' ? { name: 'View', attributes: new Map(), children: [], text: '' } : parseXml(xml);
  if (view?.name !== 'View') throw invalidCaml();
  const unsupported = ['Joins', 'ProjectedFields', 'Aggregations'].find((name) => childNamed(view, name)?.children.length);
  if (unsupported !== undefined) throw notImplemented(`${unsupported} in a CAML view`);
  const query = childNamed(view, 'Query');
  const where = query && childNamed(query, 'Where');
  return {
    ...rowLimit(view),
    scope: scopeOf(view),
    where: where && readWhere(where),
    orderBy: orderings(query),
    viewFields: childNamed(view, 'ViewFields')?.children.map(fieldRef)
  };
}

function rowLimit(view: Element): Pick<View, 'rowLimit' | 'paged'> {
  const element = childNamed(view, 'RowLimit');
  const text = element?.text.trim() ?? '';
  if (element === undefined || text === '' || text === '0')
    return { rowLimit: undefined, paged: element !== undefined && isTrue(element, 'paged') };
  if (!/^\d+$/.test(text)) throw invalidCaml();
  return { rowLimit: Number(text), paged: isTrue(element, 'paged') };
}

function scopeOf(view: Element): Scope {
  const options = childNamed(view, 'QueryOptions');
  const attributes = options && childNamed(options, 'ViewAttributes');
  const wanted = (view.attributes.get('scope') ?? attributes?.attributes.get('scope') ?? '').toLowerCase();
  if (wanted === '' || wanted === 'default' || wanted === 'defaultvalue') return '';
  const known = (['FilesOnly', 'Recursive', 'RecursiveAll'] as const).find((scope) => scope.toLowerCase() === wanted);
  if (known === undefined) throw invalidCaml();
  return known;
}

function orderings(query: Element | undefined): Ordering[] {
  if (query === undefined) return [];
  if (childNamed(query, 'GroupBy')?.children.length) throw notImplemented('GroupBy in a CAML query');
  return (childNamed(query, 'OrderBy')?.children ?? []).map((element) => ({
    field: fieldRef(element),
    descending: element.attributes.get('ascending')?.toUpperCase() === 'FALSE'
  }));
}
