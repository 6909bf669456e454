// What `$select` and `$expand` mean for items: SharePoint's rules for people and lookups, `Id` beside `ID`, and the columns in their order.
import { notExpanded } from '../http/errors';
import { isPointer, odataName } from '../odata/item-columns';
import { refuseUnknownNames } from '../odata/project';
import type { QueryOptions } from '../odata/query-options';
import type { Field } from '../store/fields';
import type { ItemRow } from '../store/items';
import { itemEntity } from './item-entity';
import { propertyOrder } from './item-properties';
import type { ListContext } from './item-values';
import { exampleBehind } from './pointed-at';

type Selection = Pick<QueryOptions, 'select' | 'expand'>;

/**
 * What is answered, in the order of the answer. Throws 400 for a name that items do not have, and when a person or lookup is selected
 * without being expanded, expanded without one of its columns being selected (seen in answers of SharePoint Online).
 */
export function itemSelection({ select, expand }: Selection, context: ListContext): Selection {
  const { fields } = context;
  const expanded = new Set(expand.map(([name = '']) => name));
  for (const field of fields.filter(isPointer)) {
    const name = odataName(field).slice(0, -2);
    const targets = select.filter(([first, ...rest]) => first === name && rest.length > 0);
    if (expanded.has(name) && targets.length === 0) throw notExpanded(name, name);
    const [target] = targets;
    if (target !== undefined && !expanded.has(name)) throw notExpanded(target.join('/'), name);
  }
  refuseUnknownItemNames({ select, expand }, context);
  return { select: inOrder(withBothIds(select), fields), expand };
}

/** Throws 400 also where there is no item to show, or nobody behind a column; what hangs on an item is not looked into. */
export function refuseUnknownItemNames({ select, expand }: Selection, context: ListContext): void {
  refuseUnknownNames(itemEntity(noRow, context), { select, expand });
  for (const field of context.fields.filter(isPointer)) {
    const members = select
      .filter(([name, ...rest]) => rest.length > 0 && name === odataName(field).slice(0, -2))
      .map((path) => path.slice(1));
    const behind = members.length === 0 ? undefined : exampleBehind(field, noRow, context);
    if (behind !== undefined) refuseUnknownNames(behind, { select: members, expand: [] });
  }
}

/** The row of no item. */
const noRow: ItemRow = {
  id: 0,
  guid: '',
  etag: 0,
  major: 0,
  scope_id: null,
  attachments: 0,
  author: 0,
  editor: 0,
  created: '',
  modified: '',
  content_type: null,
  leaf_name: null,
  dir_name: null,
  file_ref: null,
  fs_obj_type: 0,
  content_id: null,
  size: null,
  content_version: null,
  check_in_comment: null,
  checkout_user: null
};

/** `Id` and `ID` are one column and come together. */
function withBothIds(select: Selection['select']): Selection['select'] {
  const asked = select.some(([name, ...rest]) => name?.toLowerCase() === 'id' && rest.length === 0);
  return asked ? [...select.filter(([name, ...rest]) => name?.toLowerCase() !== 'id' || rest.length > 0), ['Id'], ['ID']] : select;
}

function inOrder(select: Selection['select'], fields: readonly Field[]): Selection['select'] {
  if (select.length < 2) return select;
  const places = propertyOrder(fields);
  const placeOf = ([name = '', ...rest]: readonly string[]): number => (rest.length > 0 ? places.size : (places.get(name) ?? places.size));
  return [...select].sort((a, b) => placeOf(a) - placeOf(b));
}
