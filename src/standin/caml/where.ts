// Reads the `<Where>` of a CAML query into a tree of tests.
import { invalidCaml, notImplemented } from '../http/errors';
import type { Element } from '../xml';
import { childNamed, isTrue } from '../xml';

/** A column by internal name or by id (guid, lower case, without braces). */
export interface FieldRef {
  readonly name: string | undefined;
  readonly id: string | undefined;
  /** Compare the id of what a lookup or person column points at, not its text. */
  readonly lookupId: boolean;
}

export type CamlValue =
  | { readonly kind: 'text'; readonly text: string; readonly type: string; readonly withTime: boolean; readonly inUtc: boolean }
  | { readonly kind: 'today'; readonly offsetDays: number }
  | { readonly kind: 'now' }
  | { readonly kind: 'current-user' };

export type Comparison = 'Eq' | 'Neq' | 'Lt' | 'Leq' | 'Gt' | 'Geq' | 'BeginsWith' | 'Contains' | 'Includes' | 'NotIncludes';

export type Where =
  | { readonly kind: 'and' | 'or'; readonly left: Where; readonly right: Where }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly field: FieldRef; readonly value: CamlValue }
  | { readonly kind: 'null'; readonly field: FieldRef; readonly isNull: boolean }
  | { readonly kind: 'in'; readonly field: FieldRef; readonly values: readonly CamlValue[] }
  | { readonly kind: 'membership'; readonly field: FieldRef; readonly of: string; readonly groupId: number };

/** Undefined for an empty `<Where>`. Throws 400 when it is not well formed, 501 for tests not supported. */
export function readWhere(where: Element): Where | undefined {
  const [test, ...more] = where.children;
  if (more.length > 0) throw invalidCaml();
  return test && readTest(test);
}

export function fieldRef(element: Element): FieldRef {
  const [name, id] = [element.attributes.get('name'), element.attributes.get('id')];
  if (element.name !== 'FieldRef' || (name === undefined && id === undefined)) throw invalidCaml();
  return { name, id: id?.replace(/[{}]/g, '').toLowerCase(), lookupId: isTrue(element, 'lookupid') };
}

function readTest(element: Element): Where {
  switch (element.name) {
    case 'And':
    case 'Or':
      return pair(element, element.name === 'And' ? 'and' : 'or');
    case 'Eq':
    case 'Neq':
    case 'Lt':
    case 'Leq':
    case 'Gt':
    case 'Geq':
    case 'BeginsWith':
    case 'Contains':
    case 'Includes':
    case 'NotIncludes':
      return { kind: 'compare', operator: element.name, field: fieldIn(element), value: valueIn(element) };
    case 'IsNull':
    case 'IsNotNull':
      return { kind: 'null', field: fieldIn(element), isNull: element.name === 'IsNull' };
    case 'In':
      return { kind: 'in', field: fieldIn(element), values: valuesIn(element) };
    case 'Membership':
      return membership(element);
    case 'DateRangesOverlap':
      throw notImplemented('DateRangesOverlap in a CAML query');
    default:
      throw invalidCaml();
  }
}

/** `And` and `Or` take exactly two; SharePoint refuses one and three alike. */
function pair({ children }: Element, kind: 'and' | 'or'): Where {
  const [left, right, ...more] = children;
  if (left === undefined || right === undefined || more.length > 0) throw invalidCaml();
  return { kind, left: readTest(left), right: readTest(right) };
}

function membership(element: Element): Where {
  return {
    kind: 'membership',
    field: fieldIn(element),
    of: element.attributes.get('type') ?? '',
    groupId: Number(element.attributes.get('id') ?? Number.NaN)
  };
}

function fieldIn(element: Element): FieldRef {
  const field = childNamed(element, 'FieldRef');
  if (field === undefined) throw invalidCaml();
  return fieldRef(field);
}

function valueIn(element: Element): CamlValue {
  const value = childNamed(element, 'Value');
  if (value === undefined) throw invalidCaml();
  return camlValue(value);
}

/** Microsoft's "In element (Query)" says at most 500 values. */
const mostValues = 500;

function valuesIn(element: Element): CamlValue[] {
  const values = childNamed(element, 'Values')?.children ?? [];
  if (values.length === 0 || values.length > mostValues) throw invalidCaml();
  return values.map(camlValue);
}

function camlValue(element: Element): CamlValue {
  const [inner] = element.children;
  if (inner === undefined) {
    return {
      kind: 'text',
      text: element.text,
      type: element.attributes.get('type') ?? 'Text',
      withTime: isTrue(element, 'includetimevalue'),
      inUtc: isTrue(element, 'storagetz')
    };
  }
  switch (inner.name) {
    case 'Today':
      return { kind: 'today', offsetDays: Number(inner.attributes.get('offsetdays') ?? inner.attributes.get('offset') ?? 0) };
    case 'Now':
      return { kind: 'now' };
    case 'UserID':
      return { kind: 'current-user' };
    default:
      throw notImplemented(`<${inner.name}/> as a value in a CAML query`);
  }
}
