// Carries out $select and $expand over an entity.
import type { Entity, Projected, Related, Value } from '../http/answer';
import { invalidClientQuery } from '../http/errors';
import type { QueryOptions } from './query-options';

type Paths = readonly (readonly string[])[];

/** Keeps what was asked for. Throws 400 for a property that does not exist, and for a path that is not expanded. */
export function project(entity: Entity, { select, expand }: Pick<QueryOptions, 'select' | 'expand'>): Projected {
  const expandNames = [...new Set(expand.map((path) => path[0] ?? ''))];
  for (const path of select) {
    if (path.length > 1 && !expandNames.includes(path[0] ?? '')) throw notExpanded(path[0] ?? '');
  }
  const expanded = Object.fromEntries(
    expandNames.map((name) => [name, expandOne(entity, name, { select: below(select, name), expand: below(expand, name) })])
  );
  const own = select.filter((path) => path.length === 1).map((path) => path[0] ?? '');
  const wanted = select.length === 0 ? ['*'] : own.filter((name) => !(name in expanded));
  return {
    entity,
    values: Object.assign({}, ...wanted.map((name) => valuesNamed(entity, name))) as Record<string, Value>,
    expanded,
    deferred: wanted.includes('*') ? deferredNames(entity).filter((name) => !(name in expanded)) : []
  };
}

/** What could be expanded, as SharePoint lists it: what every securable object has, then by name; people and lookups of an item are not said. */
function deferredNames({ related = {}, properties }: Entity): string[] {
  const names = Object.keys(related).filter((name) => !(`${name}Id` in properties));
  const securable = ['FirstUniqueAncestorSecurableObject', 'RoleAssignments'].filter((name) => names.includes(name));
  return [...securable, ...names.filter((name) => !securable.includes(name)).sort()];
}

function below(paths: Paths, name: string): Paths {
  return paths.filter((path) => path[0] === name && path.length > 1).map((path) => path.slice(1));
}

function expandOne(entity: Entity, name: string, options: Pick<QueryOptions, 'select' | 'expand'>): Projected['expanded'][string] {
  const related = entity.related?.[name];
  if (related === undefined) throw unknownProperty(name);
  const child: Related = related();
  if (child === null) return null;
  return isMany(child) ? child.map((one) => project(one, options)) : project(child, options);
}

function isMany(child: Entity | readonly Entity[]): child is readonly Entity[] {
  return Array.isArray(child);
}

function valuesNamed(entity: Entity, name: string): Record<string, Value> {
  if (name === '*') return entity.properties;
  const value = Object.hasOwn(entity.properties, name) ? entity.properties[name] : entity.onRequest?.[name]?.();
  if (value !== undefined) return { [name]: value };
  if (entity.related !== undefined && name in entity.related) throw notExpanded(name);
  throw unknownProperty(name);
}

function notExpanded(name: string): Error {
  return invalidClientQuery(
    `The query to field '${name}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${name}.`
  );
}

function unknownProperty(name: string): Error {
  return invalidClientQuery(`The field or property '${name}' does not exist.`);
}
