// What `$select` and `$expand` mean for items: SharePoint's rules for people and lookups, `Id` beside `ID`, and the columns in their order.
import { notExpanded } from '../http/errors';
import { isPointer, odataName } from '../odata/item-columns';
import type { QueryOptions } from '../odata/query-options';
import type { Field } from '../store/fields';
import { propertyOrder } from './item-properties';

type Selection = Pick<QueryOptions, 'select' | 'expand'>;

/**
 * What is answered, in the order of the answer. Throws 400 when a person or lookup is selected without being expanded, expanded without
 * one of its columns being selected (seen in answers of SharePoint Online).
 */
export function itemSelection({ select, expand }: Selection, fields: readonly Field[]): Selection {
  const expanded = new Set(expand.map(([name = '']) => name));
  for (const field of fields.filter(isPointer)) {
    const name = odataName(field).slice(0, -2);
    const targets = select.filter(([first, ...rest]) => first === name && rest.length > 0);
    if (expanded.has(name) && targets.length === 0) throw notExpanded(name, name);
    const [target] = targets;
    if (target !== undefined && !expanded.has(name)) throw notExpanded(target.join('/'), name);
  }
  return { select: inOrder(withBothIds(select), fields), expand };
}

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
