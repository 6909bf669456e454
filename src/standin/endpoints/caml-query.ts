// A CAML view over the rows of a list: what it asks for, in the terms `item-rows.ts` reads.
import type { CamlContext } from '../caml/to-filter';
import { fieldOf, knownField, sortPath, whereToFilter } from '../caml/to-filter';
import type { View } from '../caml/view';
import type { FieldRef, Where } from '../caml/where';
import { badArgument, notImplemented } from '../http/errors';
import { isPointer } from '../odata/item-columns';
import type { Field } from '../store/fields';
import { groupIdsOf, groupMembers, principalById, principals } from '../store/principals';
import type { RowsAsked } from './item-rows';
import { itemColumns } from './item-rows';
import type { ListContext } from './item-values';
import type { Visit } from './visit';

/** Everything but where the page begins. */
export function rowsOfView({ where, orderBy, rowLimit }: View, context: ListContext): Omit<RowsAsked, 'token'> {
  const caml = camlContext(context);
  return {
    columns: itemColumns(context, 'caml'),
    filter: where && whereToFilter(where, caml),
    orderBy: orderBy.map(({ field, descending }) => {
      const column = fieldOf(field, caml);
      return { path: sortPath(column), descending, key: column.name };
    }),
    size: rowLimit
  };
}

/** The columns a view shows; undefined when it names none. Unknown names fall away, as in SharePoint (PnPjs's tests ask for one). */
export function shownFields({ viewFields }: View, { fields }: ListContext): Field[] | undefined {
  return viewFields?.flatMap((reference) => knownField(reference, fields) ?? []);
}

/** Names of the person and lookup columns that the view shows, compares or sorts by: each is a join, also with LookupId. */
export function lookupsOfView(view: View, context: ListContext): Set<string> {
  const caml = camlContext(context);
  const compared = [...comparedFields(view.where), ...view.orderBy.map(({ field }) => field)].map((field) => fieldOf(field, caml));
  const shown = shownFields(view, context) ?? context.fields;
  return new Set([...shown, ...compared].filter(isPointer).map(({ name }) => name));
}

function comparedFields(where: Where | undefined): FieldRef[] {
  switch (where?.kind) {
    case undefined:
      return [];
    case 'and':
    case 'or':
      return [...comparedFields(where.left), ...comparedFields(where.right)];
    case 'compare':
    case 'null':
    case 'in':
    case 'membership':
      return [where.field];
  }
}

function camlContext({ visit, fields }: ListContext): CamlContext {
  return {
    fields,
    timeZone: visit.timeZone,
    now: visit.now,
    userId: visit.viewer.principal.id,
    members: (of, groupId) => membersOf(of, groupId, visit)
  };
}

/** Types of `<Membership>` as Microsoft's "Membership Element (Query)" names them. */
function membersOf(of: string, groupId: number, { database, site, viewer }: Visit): readonly number[] {
  switch (of) {
    case 'CurrentUserGroups':
      return groupIdsOf(database, [viewer.principal.id]);
    case 'SPGroup': {
      const group = principalById(database, site.id, groupId);
      if (group?.kind !== 'group') throw badArgument(`The group ${groupId} does not exist.`);
      return groupMembers(database, group).map(({ id }) => id);
    }
    case 'SPWeb.Groups':
      return principals(database, site.id).flatMap(({ id, kind }) => (kind === 'group' ? [id] : []));
    case 'SPWeb.AllUsers':
      return principals(database, site.id).flatMap(({ id, kind }) => (kind === 'group' ? [] : [id]));
    default:
      throw notImplemented(`Membership of type ${of} in a CAML query`);
  }
}
