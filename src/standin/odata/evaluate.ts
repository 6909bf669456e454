// Decides a $filter, an order and $top over entities in memory: users, groups, fields, views. Items go through SQL instead.
import type { Entity, Value } from '../http/answer';
import { invalidClientQuery } from '../http/errors';
import type { Filter, Literal, Subject, Test } from './filter-parser';
import type { Order, QueryOptions } from './query-options';

/** Filters, sorts and cuts. Throws 400 when the filter names a property the entities do not have. */
export function queried(entities: readonly Entity[], { filter, orderBy, skip, top }: QueryOptions): readonly Entity[] {
  const matching = filter === undefined ? [...entities] : entities.filter((entity) => matches(filter, (subject) => read(entity, subject)));
  const sorted = orderBy.length === 0 ? matching : matching.sort((a, b) => compareBy(orderBy, a, b));
  return sorted.slice(skip, top === undefined ? undefined : skip + top);
}

/** Two-valued truth of a filter over whatever `read` gives for a subject. */
function matches(filter: Filter, valueOf: (subject: Subject) => Value): boolean {
  switch (filter.kind) {
    case 'and':
      return matches(filter.left, valueOf) && matches(filter.right, valueOf);
    case 'or':
      return matches(filter.left, valueOf) || matches(filter.right, valueOf);
    case 'not':
      return !matches(filter.operand, valueOf);
    case 'in':
      return filter.literals.some((literal) => ordering(valueOf(filter.subject), literal) === 0);
    case 'compare':
    case 'startswith':
    case 'substringof':
      return holds(filter, valueOf(filter.subject));
  }
}

function holds(test: Exclude<Test, { kind: 'in' }>, value: Value): boolean {
  if (test.kind !== 'compare') {
    const [text, wanted] = [typeof value === 'string' ? fold(value) : undefined, fold(test.text)];
    return (test.kind === 'startswith' ? text?.startsWith(wanted) : text?.includes(wanted)) ?? false;
  }
  const order = ordering(value, test.literal);
  switch (test.operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'lt':
      return order !== undefined && order < 0;
    case 'le':
      return order !== undefined && order <= 0;
    case 'gt':
      return order !== undefined && order > 0;
    case 'ge':
      return order !== undefined && order >= 0;
  }
}

/** Below, equal or above; undefined when the two cannot be compared. */
function ordering(value: Value, literal: Literal): number | undefined {
  if (literal.kind === 'null' || value === null) return literal.kind === 'null' && value === null ? 0 : undefined;
  if (typeof value === 'number') return difference(value, Number('value' in literal ? literal.value : Number.NaN));
  if (typeof value === 'boolean') return difference(Number(value), Number(literal.value));
  if (typeof value !== 'string') return undefined;
  const text = fold(String(literal.value));
  return fold(value) === text ? 0 : fold(value) < text ? -1 : 1;
}

function difference(a: number, b: number): number | undefined {
  return Number.isNaN(b) ? undefined : a - b;
}

function read(entity: Entity, { path, part }: Subject): Value {
  const name = path.join('/');
  const value = entity.properties[name] ?? entity.onRequest?.[name]?.();
  if (part !== undefined || (value === undefined && !(name in entity.properties))) {
    throw invalidClientQuery(`The field or property '${name}' does not exist.`);
  }
  return value ?? null;
}

function compareBy(orders: readonly Order[], a: Entity, b: Entity): number {
  for (const { path, descending } of orders) {
    const [left, right] = [sortKey(read(a, { path })), sortKey(read(b, { path }))];
    if (left !== right) return (left < right ? -1 : 1) * (descending ? -1 : 1);
  }
  return 0;
}

function sortKey(value: Value): string | number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? fold(value) : JSON.stringify(value);
}

/** SharePoint compares text without regard to case, with regard to accents (second-hand: platform.md 5). */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
