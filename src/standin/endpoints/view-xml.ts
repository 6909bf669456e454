// A list's own view as CAML.
import { notImplemented, unknownView } from '../http/errors';
import type { Entity, Value } from '../http/answer';
import type { ListContext } from './item-values';
import { viewEntities } from './view-entity';

/** Kept with a view, and carried out nowhere. */
const withoutEffect = ['ViewJoins', 'ViewProjectedFields', 'Aggregations'] as const;

const scopes = ['', 'Recursive', 'RecursiveAll', 'FilesOnly'];

/** The view with the guid, or the default view. Throws 400 for a guid that no view has, 501 for a view that asks for more than rows. */
export function viewXmlOf({ list, visit }: ListContext, id: string | undefined): string {
  const wanted = id?.replace(/[{}]/g, '').toLowerCase();
  const view = viewEntities(list, visit).find(({ properties }) =>
    wanted === undefined ? properties['DefaultView'] : properties['Id'] === wanted
  );
  if (view === undefined) throw unknownView();
  const unsupported = withoutEffect.find((name) => textOf(view.properties[name]) !== '');
  if (unsupported !== undefined) throw notImplemented(`the rows of a view with ${unsupported}`);
  const { Scope, ViewQuery, RowLimit, Paged } = view.properties;
  const fields = columnsOf(view).map((name) => `<FieldRef Name="${name}" />`);
  const scope = scopes[Number(Scope)] ?? '';
  return [
    `<View${scope === '' ? '' : ` Scope="${scope}"`}><Query>${textOf(ViewQuery)}</Query>`,
    `<ViewFields>${fields.join('')}</ViewFields><RowLimit Paged="${Paged === false ? 'FALSE' : 'TRUE'}">${Number(RowLimit ?? 30)}</RowLimit></View>`
  ].join('');
}

function columnsOf({ related }: Entity): string[] {
  const fields = related?.['ViewFields']?.();
  const items = fields && 'properties' in fields ? fields.properties['Items'] : [];
  return Array.isArray(items) ? items.filter((name) => typeof name === 'string') : [];
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
